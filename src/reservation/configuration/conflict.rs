//! Two changes of the same record side by side, and the person's choice between them.

use super::editor::{Conflict, Editor};
use super::summary::{setting_name, value_in_words};
use crate::i18n::catalogue::configuration as texts;
use crate::i18n::{Text, t, t_with};
use crate::platform::focus;
use crate::ui::{Button, ButtonKind, Choice, Notice, RadioGroup};
use leptos::prelude::*;
use std::sync::Arc;
use view_model::Tone;
use view_model::settings::{Setting, Settings};

const MINE: &str = "mine";
const THEIRS: &str = "theirs";

/// A setting that differs, and which value it is to have.
type Pick = (Setting, RwSignal<String>);

/// What each wants, setting by setting, and the ways on.
pub(super) fn conflict(editor: Editor, conflict: &Arc<Conflict>) -> AnyView {
    let fields = conflict.theirs.changes(&conflict.mine);
    let pick = |field: Setting| (field, RwSignal::new(first_choice(conflict, field).to_owned()));
    let picks: Arc<[Pick]> = fields.into_iter().map(pick).collect();
    let groups: Vec<_> = picks.iter().map(|pick| choice(editor, conflict, *pick)).collect();
    let whole = |label: Text, whose: &'static str| {
        let picks = Arc::clone(&picks);
        let all = move |_| picks.iter().for_each(|(_, pick)| pick.set(whose.to_owned()));
        view! { <Button on_click=Callback::new(all)>{t(label)}</Button> }
    };
    let (all_mine, all_theirs) = (whole(texts::ALL_MINE, MINE), whole(texts::ALL_THEIRS, THEIRS));
    let settle = {
        let (conflict, picks) = (Arc::clone(conflict), Arc::clone(&picks));
        Callback::new(move |_| editor.settle(&conflict, decided(&conflict, &picks)))
    };
    let place = NodeRef::<leptos::html::Div>::new();
    place.on_load(|place| focus::focus(&place));
    view! {
        <div node_ref=place tabindex="-1" class="conflict stack">
            <Notice tone=Tone::Warning title=texts::CONFLICT>
                <p>{t(texts::CONFLICT_WHY)}</p>
            </Notice>
            <div class="button-row">{all_mine} {all_theirs}</div>
            {groups}
            <div class="button-row">
                <Button kind=ButtonKind::Primary on_click=settle>{t(texts::SAVE_CHOICE)}</Button>
                <Button on_click=Callback::new(move |_| {
                    editor.stage.set(super::editor::Saving::Editing);
                })>{t(crate::i18n::catalogue::common::CANCEL)}</Button>
            </div>
        </div>
    }
    .into_any()
}

/// What a person changed stays theirs until they say otherwise; what they never touched is not taken back.
fn first_choice(conflict: &Conflict, field: Setting) -> &'static str {
    if conflict.base.agrees(&conflict.mine, field) { THEIRS } else { MINE }
}

fn choice(editor: Editor, conflict: &Arc<Conflict>, (field, pick): Pick) -> AnyView {
    let in_words = move |text: Text, of: fn(&Conflict) -> &Settings| {
        let conflict = Arc::clone(conflict);
        move || {
            let value = value_in_words(of(&conflict), field, &editor.named.get());
            t_with(text, &[("value", value)])
        }
    };
    let choices = vec![
        Choice::new(MINE, in_words(texts::MINE, |conflict| &conflict.mine)),
        Choice::new(THEIRS, in_words(texts::THEIRS, |conflict| &conflict.theirs)),
    ];
    let was = in_words(texts::WAS, |conflict| &conflict.base);
    view! {
        <RadioGroup
            label=setting_name(field)
            choices
            value=pick
            on_change=Callback::new(move |whose| pick.set(whose))
            hint=was
        />
    }
    .into_any()
}

/// The settings with every choice made.
fn decided(conflict: &Conflict, picks: &[Pick]) -> Settings {
    let mut decided = conflict.theirs.clone();
    for (field, pick) in picks {
        if pick.with_untracked(|whose| whose == MINE) {
            decided.take(*field, &conflict.mine);
        }
    }
    decided
}
