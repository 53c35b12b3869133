//! A small labelled list that opens, as the header has several of.

use crate::ui::{live_attr, live_flag, live_text};
use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// One thing to choose.
pub(super) struct Choosable {
    /// What stands for it.
    pub(super) value: &'static str,
    /// What people read.
    pub(super) label: TextProp,
    /// The language of the label, where it is not that of the page.
    pub(super) language: Option<&'static str>,
}

impl Choosable {
    /// A thing with a label in the language of the page.
    pub(super) fn new(value: &'static str, label: impl Into<TextProp>) -> Self {
        Self { value, label: label.into(), language: None }
    }
}

/// A label and the list that it names, in one line.
#[component]
pub(super) fn Chooser(
    /// Its id, from which those of its descriptions are made.
    id: &'static str,
    /// What is chosen.
    #[prop(into)]
    label: TextProp,
    /// What there is to choose.
    choices: Vec<Choosable>,
    /// The value of the chosen one.
    #[prop(into)]
    value: Signal<&'static str>,
    /// Receives the value of the one that was chosen.
    on_change: Callback<String>,
    /// What the choice means, always in sight.
    #[prop(optional, into)]
    note: Option<TextProp>,
    /// What the choice is for, in sight while it is hovered or focused.
    #[prop(optional, into)]
    tip: Option<TextProp>,
) -> impl IntoView {
    let note_id = format!("{id}-note");
    let tip_id = format!("{id}-tip");
    let descriptions =
        [note.as_ref().map(|_| note_id.as_str()), tip.as_ref().map(|_| tip_id.as_str())];
    let described_by = descriptions.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let option = move |Choosable { value: own, label, language }| {
        // A property: the attribute `selected` no longer counts after the first choice by hand.
        view! {
            <option value=own lang=language prop:selected=live_flag(move || value.get() == own)>
                {live_text(move || label.get())}
            </option>
        }
    };
    view! {
        <div class="chooser tip-anchor">
            <label for=id>{live_text(move || label.get())}</label>
            <select
                id=id
                class="control"
                aria-describedby=(!described_by.is_empty()).then_some(described_by)
                on:change=move |event| on_change.run(event_target_value(&event))
            >
                {choices.into_iter().map(option).collect_view()}
            </select>
            {note.map(|note| self::note(note, note_id))}
            {tip.map(|words| crate::ui::tip(tip_id, words))}
        </div>
    }
    .into_any()
}

/// What a choice means. A narrow window cuts it off, and then a hover shows all of it.
fn note(note: TextProp, id: String) -> AnyView {
    let whole = note.clone();
    view! {
        <span class="note" id=id title=live_attr(move || Some(whole.get()))>
            {live_text(move || note.get())}
        </span>
    }
    .into_any()
}
