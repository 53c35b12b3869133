//! Dividing the units between two reservations.

use super::editor::Editor;
use super::fields::reason;
use super::preview::{Line, question};
use super::regroup::{Flow, Regrouping};
use crate::api::Regroup;
use crate::draft::drafted;
use crate::i18n::calculations;
use crate::i18n::catalogue::configuration as texts;
use crate::i18n::{self, Text, t, t_count};
use crate::reservation::part::Part;
use crate::ui::{Button, NumberField, live, live_flag, live_text};
use azure::Reservation;
use calculator::Problem;
use leptos::prelude::*;
use view_model::settings::{part_units, quantities};

/// The form, the question with what will come of it, and how far it is.
pub(super) fn split_part(editor: Editor, record: &Reservation) -> AnyView {
    let flow = Flow::new(editor, Regroup::Split);
    let whole = record.properties().quantity.unwrap_or_default();
    let half = whole.div_ceil(2);
    let key = |part| editor.of.with_value(|of| format!("{part}.{}.{}", of.order, of.reservation));
    let first = drafted(&key("first-part"), half.to_string());
    let second = drafted(&key("second-part"), (whole - half).to_string());
    let chosen = move || quantities(&first.get(), &second.get(), whole);
    let why_not = MaybeProp::derive(move || {
        let is_single = || (whole < 2).then(|| texts::SPLIT_NEEDS_TWO.get().to_owned());
        let is_wrong = || chosen().is_none().then(|| out_of_range(whole));
        editor.why_fixed().or_else(is_single).or_else(|| why_not_now(editor)).or_else(is_wrong)
    });
    let is_open = RwSignal::new(false);
    let commit = Callback::new(move |()| {
        if let Some(quantities) = untrack(chosen) {
            flow.send(Regrouping::Parts(quantities));
        }
    });
    let name = record.properties().display_name.clone().unwrap_or_default();
    let lines = move || {
        // Both keep the name of the whole.
        let part = |units| Line { name: name.clone().into(), units, is_new: true };
        let before = Line { name: name.clone().into(), units: whole, is_new: false };
        std::iter::once(before).chain(chosen().into_iter().flatten().map(part)).collect()
    };
    let renews = record.properties().renew.unwrap_or_default();
    let question = question(is_open, texts::SPLIT_TITLE, texts::SPLIT, renews, lines, commit);
    let is_fixed =
        live_flag(move || whole < 2 || editor.why_fixed().or_else(|| editor.why_busy()).is_some());
    let sum = live(move || match chosen() {
        Some(quantities) => sum(quantities, whole),
        None => ().into_any(),
    });
    view! {
        <Part title=texts::SPLIT>
            <p class="hint">{t(texts::SPLIT_PURPOSE)}</p>
            <fieldset class="bare two" role="presentation" disabled=is_fixed>
                {units_field(texts::FIRST_PART, first, second, whole)}
                {units_field(texts::SECOND_PART, second, first, whole)}
            </fieldset>
            {sum}
            <div class="button-row">
                <Button on_click=Callback::new(move |_| is_open.set(true)) disabled_reason=why_not>
                    {t(texts::SPLIT_ASK)}
                </Button>
            </div>
            {live(move || reason(why_not.get().filter(|_| editor.why_fixed().is_none())))}
            {live(move || flow.progress(commit))}
            {question}
        </Part>
    }
    .into_any()
}

/// Why units cannot be regrouped now, although they could be.
pub(super) fn why_not_now(editor: Editor) -> Option<String> {
    editor
        .why_busy()
        .or_else(|| (!editor.changes().is_empty()).then(|| texts::SAVE_FIRST.get().to_owned()))
}

/// A field whose number decides about the other one.
fn units_field(label: Text, own: RwSignal<String>, other: RwSignal<String>, whole: u32) -> AnyView {
    let max = whole.saturating_sub(1);
    let write = Callback::new(move |text: String| {
        if let Some(units) = part_units(&text, whole) {
            other.set((whole - units).to_string());
        }
        own.set(text);
    });
    let error = MaybeProp::derive(move || {
        (whole > 1 && own.with(|text| part_units(text, whole)).is_none())
            .then(|| out_of_range(whole))
    });
    view! {
        <NumberField
            label
            value=own
            on_input=write
            min=Signal::stored(1)
            max=Signal::stored(max)
            error
        />
    }
    .into_any()
}

fn sum([first, second]: [u32; 2], whole: u32) -> AnyView {
    let words = live_text(move || {
        let units = |units: u32| i18n::integer(units.into());
        let values = [("first", units(first)), ("second", units(second))];
        t_count(texts::SUM, whole.into(), &values)
    });
    view! { <p class="hint">{words}</p> }.into_any()
}

fn out_of_range(whole: u32) -> String {
    calculations::problem(&Problem::OutOfRange { min: 1, max: whole.saturating_sub(1).max(1) })
}
