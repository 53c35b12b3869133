//! The form of the settings.

use super::conflict::conflict;
use super::editor::{Editor, Saving};
use super::scope_fields::scope_fields;
use super::summary::{changes, scope_name};
use crate::api::NotDone;
use crate::i18n::catalogue::{configuration as texts, reservation};
use crate::i18n::{Text, t};
use crate::problem::Problem;
use crate::reservation::as_they_are_now;
use crate::reservation::part::Part;
use crate::ui::{
    Button, ButtonKind, Choice, Notice, RadioGroup, Switch, TextField, live, live_flag,
};
use crate::unsettled::{Ways, in_doubt, unsettled};
use leptos::prelude::*;
use view_model::Tone;
use view_model::address::ReservationRef;
use view_model::settings::{ScopeKind, Setting};

/// The form, what it will change, and what became of that.
pub(super) fn settings_part(editor: Editor) -> AnyView {
    let save = move || editor.save();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        save();
    };
    let kinds = ScopeKind::ALL.into_iter().map(|kind| Choice::new(kind.value(), scope_name(kind)));
    let why_not = MaybeProp::derive(move || editor.why_not_saved());
    let is_fixed = live_flag(move || editor.why_fixed().or_else(|| editor.why_busy()).is_some());
    view! {
        <Part title=reservation::CONFIGURATION>
            <p class="hint">{t(reservation::CONFIGURATION_PURPOSE)}</p>
            {live(move || fixed_notice(editor.why_fixed()))}
            <form class="settings" aria-label=t(reservation::CONFIGURATION) on:submit=submit>
                <fieldset class="stack bare" role="presentation" disabled=is_fixed>
                    <TextField
                        label=texts::DISPLAY_NAME
                        value=editor.name
                        on_input=Callback::new(move |name| editor.name.set(name))
                        error=MaybeProp::derive(move || editor.error(Setting::Name))
                    />
                    <RadioGroup
                        label=reservation::SCOPE
                        choices=kinds.collect()
                        value=editor.kind
                        on_change=Callback::new(move |kind| editor.kind.set(kind))
                    />
                    {scope_fields(editor)}
                    {flexibility(editor)}
                    <Switch
                        label=texts::RENEWAL
                        is_on=editor.renew
                        on_change=Callback::new(move |is_on| editor.renew.set(is_on))
                        hint=texts::RENEWAL_HINT
                    />
                </fieldset>
                {live(move || summary(editor))}
                <div class="button-row">
                    <Button
                        kind=ButtonKind::Primary
                        on_click=Callback::new(move |_| save())
                        disabled_reason=why_not
                    >
                        {t(texts::SAVE)}
                    </Button>
                    <Button
                        on_click=Callback::new(move |_| editor.discard())
                        disabled_reason=MaybeProp::derive(move || why_nothing_to_discard(editor))
                    >
                        {t(texts::DISCARD)}
                    </Button>
                </div>
                // The reason in sight, since hovering is not for everyone; once is enough.
                {live(move || {
                    let is_said = || editor.why_fixed().is_some() || editor.is_wrong();
                    reason(why_not.get().filter(|_| !is_said()))
                })}
            </form>
            {live(move || progress(editor))}
        </Part>
    }
    .into_any()
}

fn flexibility(editor: Editor) -> AnyView {
    let is_known = editor.base().is_flexible.is_some();
    let hint = if is_known { texts::FLEXIBILITY_HINT } else { texts::FLEXIBILITY_NONE };
    view! {
        <fieldset class="bare" role="presentation" disabled=!is_known>
            <Switch
                label=texts::FLEXIBILITY
                is_on=editor.is_flexible
                on_change=Callback::new(move |is_on| editor.is_flexible.set(is_on))
                hint=hint
            />
        </fieldset>
    }
    .into_any()
}

/// Why everything is disabled, for those who read from the top.
pub(super) fn fixed_notice(why: Option<String>) -> AnyView {
    match why {
        Some(why) => view! { <Notice tone=Tone::Info title=move || why.clone() /> }.into_any(),
        None => ().into_any(),
    }
}

/// Why a button cannot be used, under it.
pub(super) fn reason(why: Option<String>) -> AnyView {
    match why {
        Some(why) => view! { <p class="hint reason">{why}</p> }.into_any(),
        None => ().into_any(),
    }
}

fn why_nothing_to_discard(editor: Editor) -> Option<String> {
    editor
        .why_busy()
        .or_else(|| editor.changes().is_empty().then(|| texts::NO_CHANGES.get().to_owned()))
}

/// What the form will change; a screen reader hears it as it changes.
fn summary(editor: Editor) -> AnyView {
    let fields = editor.changes();
    if fields.is_empty() {
        return ().into_any();
    }
    let (before, after) = (editor.base(), editor.settings());
    let rows = changes(&before, &after, &fields, &editor.named.get());
    view! {
        <div class="summary" role="status">
            <h3>{t(texts::CHANGES)}</h3>
            {rows}
        </div>
    }
    .into_any()
}

fn progress(editor: Editor) -> AnyView {
    match editor.stage.get() {
        Saving::Editing => ().into_any(),
        Saving::Sending => view! { <Notice tone=Tone::Info title=texts::SAVING /> }.into_any(),
        Saving::InDoubt => in_doubt(),
        Saving::Failed(not_done) => {
            let again = Some(Callback::new(move |()| editor.save()));
            let look = Callback::new(move |()| editor.look_again());
            failure(not_done, texts::NOT_SAVED, Ways { again, look }, editor.of.get_value())
        }
        Saving::Conflict(found) => conflict(editor, &found),
    }
}

/// What failed, what that means for the record, and the ways on.
pub(super) fn failure(
    not_done: NotDone,
    nothing_done: Text,
    ways: Ways,
    of: ReservationRef,
) -> AnyView {
    if !not_done.is_refused() {
        return unsettled(not_done, nothing_done, ways, as_they_are_now(vec![of]));
    }
    view! {
        <Problem error=not_done.error nostrip:on_retry=ways.again />
        <p class="consequence">{t(nothing_done)}</p>
    }
    .into_any()
}
