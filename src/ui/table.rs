//! Tables of records.
//!
//! A real `<table>`, so that a screen reader can walk it by row and column. On a narrow screen each row becomes
//! a card whose values carry the name of their column. The roles are spelled out because a browser
//! forgets them when the style sheet lays a table out as anything else.
//!
//! All rows together are one stop of the Tab key: the arrow keys lead through what stands in them
//! ([`crate::platform::rows`]), so that who uses the keyboard is past a long list in one step. It stays a table for
//! screen readers, which walk it with keys of their own, and is described by the keys that there are.

use super::icon::{Icon, Symbol};
use super::live::{live, live_attr, live_text, unique};
use super::overlay::explained;
use crate::i18n::catalogue::common;
use crate::i18n::{Text, t};
use crate::platform::{overflow, rows};
use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::prelude::*;
use leptos::text_prop::TextProp;
use view_model::listing::Sort;

/// One column.
#[derive(Clone)]
pub struct Column {
    key: Option<&'static str>,
    label: TextProp,
    is_number: bool,
    is_label_hidden: bool,
    explanation: Option<TextProp>,
    control: Option<ViewFn>,
}

impl Column {
    /// A column with this heading.
    pub fn new(label: impl Into<TextProp>) -> Self {
        Self {
            key: None,
            label: label.into(),
            is_number: false,
            is_label_hidden: false,
            explanation: None,
            control: None,
        }
    }

    /// A column whose heading is a control for all of its cells, which carries its own name.
    pub fn control(control: impl Into<ViewFn>) -> Self {
        Self { control: Some(control.into()), ..Self::new("") }
    }

    /// Lets people sort by this column; `key` names it in [`Sort`].
    #[must_use]
    pub fn sortable(self, key: &'static str) -> Self {
        Self { key: Some(key), ..self }
    }

    /// Aligns the numbers of the column.
    #[must_use]
    pub fn number(self) -> Self {
        Self { is_number: true, ..self }
    }

    /// Keeps the heading for screen readers only, where the cells speak for themselves.
    #[must_use]
    pub fn label_hidden(self) -> Self {
        Self { is_label_hidden: true, ..self }
    }

    /// Says how the values come about when the heading is hovered or focused.
    #[must_use]
    pub fn explained(self, words: impl Into<TextProp>) -> Self {
        Self { explanation: Some(words.into()), ..self }
    }

    fn class(&self) -> &'static str {
        if self.is_number { "number" } else { "" }
    }
}

/// A table; its rows are `<tr role="row">` with a [`RowHeader`] and [`Cell`]s.
#[component]
pub fn Table(
    /// What the table lists, for screen readers.
    #[prop(into)]
    caption: TextProp,
    /// The columns from left to right.
    columns: Vec<Column>,
    /// The order of the rows, if people can change it.
    #[prop(optional, into)]
    sort: Option<Signal<Sort>>,
    /// Receives the order that a click on a heading asks for.
    #[prop(optional)]
    on_sort: Option<Callback<Sort>>,
    /// The rows.
    children: Children,
) -> impl IntoView {
    let name = caption.clone();
    let frame = NodeRef::<leptos::html::Div>::new();
    let is_scrolling = RwSignal::new(false);
    let watch = StoredValue::new_local(None);
    frame.on_load(move |frame| {
        watch.set_value(overflow::watch(&frame, move |is_wide| {
            if is_scrolling.try_get_untracked() != Some(is_wide) {
                is_scrolling.try_set(is_wide);
            }
        }));
    });
    let is_walked = RwSignal::new(false);
    let keys = unique("keys");
    let described_by = keys.clone();
    view! {
        // Who scrolls by keyboard has to reach what scrolls; anything else would only be in the way.
        <div
            class="table-frame"
            role="group"
            node_ref=frame
            tabindex=live_attr(move || is_scrolling.get().then_some("0"))
            aria-label=live_attr(move || Some(name.get()))
        >
            <table
                class="table"
                role="table"
                aria-describedby=live_attr(move || is_walked.get().then(|| described_by.clone()))
            >
                <caption class="visually-hidden">{live_text(move || caption.get())}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        {columns
                            .into_iter()
                            .map(|column| column_header(column, sort, on_sort))
                            .collect_view()}
                    </tr>
                </thead>
                {walked(children, is_walked)}
            </table>
            {live(move || {
                is_walked.get().then(|| keys_hint(keys.clone(), common::ROW_KEYS)).into_any()
            })}
        </div>
    }
    .into_any()
}

/// The rows, as one stop of the Tab key; `is_walked` is told whether there is more than one control in them.
fn walked(children: Children, is_walked: RwSignal<bool>) -> AnyView {
    let body = NodeRef::<leptos::html::Tbody>::new();
    let watch = StoredValue::new_local(None);
    body.on_load(move |body| {
        let tell = move |is_now| {
            if is_walked.try_get_untracked() != Some(is_now) {
                is_walked.try_set(is_now);
            }
        };
        watch.set_value(Some(rows::watch(&body, tell)));
    });
    let rows = move || watch.try_get_value().flatten();
    let pressed = move |event: KeyboardEvent| {
        if let Some(rows) = rows() {
            rows.pressed(&event);
        }
    };
    let focused = move |event: FocusEvent| {
        if let Some(rows) = rows() {
            rows.focused(&event);
        }
    };
    let left = move |event: FocusEvent| {
        if let Some(rows) = rows() {
            rows.left(&event);
        }
    };
    view! {
        <tbody
            role="rowgroup"
            node_ref=body
            on:keydown=pressed
            on:focusin=focused
            on:focusout=left
        >
            {children()}
        </tbody>
    }
    .into_any()
}

/// The keys of a table: read out when it is reached, and in sight while the focus is among its rows.
pub(super) fn keys_hint(id: String, words: Text) -> AnyView {
    view! { <p class="visually-hidden row-keys" id=id>{t(words)}</p> }.into_any()
}

fn column_header(
    column: Column,
    sort: Option<Signal<Sort>>,
    on_sort: Option<Callback<Sort>>,
) -> AnyView {
    let class = column.class();
    let Column { key, label, is_label_hidden, explanation, control, .. } = column;
    if let Some(control) = control {
        return view! { <th scope="col" role="columnheader" class="control-column">{control.run()}</th> }
            .into_any();
    }
    let sorting = key.zip(sort).zip(on_sort);
    let Some(((key, sort), on_sort)) = sorting else {
        let label_class = if is_label_hidden { "visually-hidden" } else { "" };
        let words = live_text(move || label.get());
        let words = match explanation {
            Some(explanation) => explained(words, explanation),
            None => view! { <span class=label_class>{words}</span> }.into_any(),
        };
        return view! { <th scope="col" role="columnheader" class=class>{words}</th> }.into_any();
    };
    let arrow = live(move || match sort.with(|sort| sort.aria(key)) {
        "ascending" => view! { <Icon symbol=Symbol::ArrowUp /> }.into_any(),
        "descending" => view! { <Icon symbol=Symbol::ArrowDown /> }.into_any(),
        _ => ().into_any(),
    });
    view! {
        <th
            scope="col"
            role="columnheader"
            class=class
            aria-sort=live_attr(move || Some(sort.with(|sort| sort.aria(key))))
        >
            <button
                type="button"
                class="sort"
                on:click=move |_| on_sort.run(sort.with_untracked(|sort| sort.toggled(key)))
            >
                {live_text(move || label.get())}
                {arrow}
            </button>
        </th>
    }
    .into_any()
}

/// The cell that names its row.
#[component]
pub fn RowHeader(
    /// What the row is about.
    children: Children,
) -> impl IntoView {
    view! { <th scope="row" role="rowheader">{children()}</th> }.into_any()
}

/// One value of a row.
#[component]
pub fn Cell(
    /// The name of its column, shown beside the value where there is no room for the table.
    #[prop(into)]
    label: TextProp,
    /// Whether the value is a number.
    #[prop(optional)]
    is_number: bool,
    /// The value.
    children: Children,
) -> impl IntoView {
    let class = if is_number { "number" } else { "" };
    view! {
        <td role="cell" class=class>
            <span class="cell-label" aria-hidden="true">{live_text(move || label.get())}</span>
            <span class="cell-value">{children()}</span>
        </td>
    }
    .into_any()
}
