//! Long lists, a window of them at a time.

use super::words::source;
use crate::i18n::catalogue::import as texts;
use crate::i18n::{Text, integer, t, t_count};
use crate::platform::effect::effect;
use crate::ui::{Button, Cell, Column, Keyed, Table, keyed, live, live_text};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::text_prop::TextProp;
use portfolio::files::{ConflictRow, RejectedRow, Window};
use std::pin::Pin;

/// Rows of a window.
pub(super) const STEP: usize = 50;

/// A row of texts, as many as there are columns.
pub(super) type Row = Vec<String>;

/// Rows on their way.
pub(super) type Coming = Pin<Box<dyn Future<Output = Vec<Row>>>>;

/// A table of `total` rows of texts. `fetch` asks for those of a window.
pub(super) fn table_of_texts(
    caption: TextProp,
    columns: &'static [Text],
    total: usize,
    fetch: impl Fn(Window) -> Coming + 'static,
) -> AnyView {
    let skip = RwSignal::new(0_usize);
    let rows = RwSignal::new((0_usize, Vec::<Row>::new()));
    effect(move || {
        let from = skip.get();
        let coming = fetch(Window { skip: from, take: STEP });
        spawn_local(async move {
            let found = coming.await;
            // Somebody may have gone on meanwhile.
            if skip.try_get_untracked() == Some(from) {
                rows.try_set((from, found));
            }
        });
    });
    let row = move |(place, row): (usize, Row)| {
        Keyed::new(place, move || {
            let cells = columns.iter().zip(row).map(|(column, text)| {
                view! { <Cell label=*column>{text}</Cell> }
            });
            view! { <tr role="row">{cells.collect_view()}</tr> }.into_any()
        })
    };
    view! {
        <Table caption columns=columns.iter().map(|label| Column::new(*label)).collect()>
            {keyed(move || {
                let (from, rows) = rows.get();
                rows.into_iter().enumerate().map(|(at, it)| row((from + at, it))).collect()
            })}
        </Table>
        {pager(skip, total)}
    }
    .into_any()
}

/// Which rows are in sight, and the ways to the others; nothing where all are.
pub(super) fn pager(skip: RwSignal<usize>, total: usize) -> AnyView {
    if total <= STEP {
        return ().into_any();
    }
    let words = move || {
        let from = skip.get();
        let last = from.saturating_add(STEP).min(total);
        let (first, last) = (integer((from + 1) as u64), integer(last as u64));
        t_count(texts::ROWS_SHOWN, total as u64, &[("first", first), ("last", last)])
    };
    let no_more = move |is_end: bool| is_end.then(|| texts::NO_MORE_ROWS.get().to_owned());
    let at_start = MaybeProp::derive(move || no_more(skip.get() == 0));
    let at_end = MaybeProp::derive(move || no_more(skip.get().saturating_add(STEP) >= total));
    view! {
        <div class="row pager">
            <p class="count" role="status">{live_text(words)}</p>
            <Button
                disabled_reason=at_start
                on_click=Callback::new(move |_| skip.update(|skip| *skip = skip.saturating_sub(STEP)))
            >
                {t(texts::PREVIOUS)}
            </Button>
            <Button
                disabled_reason=at_end
                on_click=Callback::new(move |_| skip.update(|skip| *skip += STEP))
            >
                {t(texts::NEXT)}
            </Button>
        </div>
    }
    .into_any()
}

/// Words of a part of the product that speaks English only.
pub(super) fn english(words: String) -> AnyView {
    view! { <span lang="en">{words}</span> }.into_any()
}

pub(super) const REJECTED_COLUMNS: [Text; 2] = [texts::LINE, texts::REASON];

pub(super) fn rejected_row(row: RejectedRow) -> Row {
    let line = match row.part {
        Some(part) => format!("{part}: {}", row.line),
        None => row.line.to_string(),
    };
    vec![line, super::words::reason(&row.reason)]
}

pub(super) const CONFLICT_COLUMNS: [Text; 5] =
    [texts::RESERVATION, texts::FIELD, texts::KEPT_VALUE, texts::OTHER_VALUE, texts::OTHER_PLACE];

pub(super) fn conflict_row(row: ConflictRow) -> Row {
    let ConflictRow { reservation, field, kept, other, file, line } = row;
    let value = |text: String| super::words::value(&field, &text);
    let (kept, other) = (value(kept), value(other));
    vec![reservation, super::words::field(&field), kept, other, source(&file, line)]
}

/// A part of the page that is there while there is something to show.
pub(super) fn shown_if(
    is_shown: impl Fn() -> bool + Send + Sync + 'static,
    part: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let is_shown = Memo::new(move |_| is_shown());
    live(move || if is_shown.get() { untrack(&part) } else { ().into_any() })
}
