//! What follows from the columns, the address and the policy, for all parts of the page.

use super::toolbar::COLUMNS_KEY;
use crate::customers::{Search, use_search};
use crate::export::Luggage;
use crate::i18n::{self, names};
use crate::platform::{collate, effect::effect, rest, storage, timer};
use crate::query::{Query, use_query};
use crate::quote::book::Book;
use crate::shell::use_policy;
use calculator::Policy;
use chrono::NaiveDate;
use leptos::prelude::*;
use leptos::task::spawn_local;
use portfolio::columns::{
    Choice, Facet, Filter, Found, Index, Portfolio, Question, Quote, Quotes, RowView, Weight,
    Wording,
};
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;
use view_model::ReservationRef;
use view_model::portfolio::{Column, View, parameter};

/// Something too large to be compared: it is the same only where it is the same in memory.
#[derive(Debug)]
pub(super) struct Shared<T>(Arc<T>);

impl<T> Shared<T> {
    pub(super) fn new(value: T) -> Self {
        Self(Arc::new(value))
    }

    pub(super) fn of(value: Arc<T>) -> Self {
        Self(value)
    }

    pub(super) fn into_inner(self) -> Arc<T> {
        self.0
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// Choices with the rows that each would show.
pub(super) type Counts = Vec<(Choice, u32)>;

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) book: Memo<Shared<Book>>,
    pub(super) quotes: Memo<Shared<Quotes>>,
    pub(super) search: Search,
    pub(super) view: Memo<View>,
    /// What is found.
    pub(super) found: Memo<Shared<Found>>,
    /// How many rows each choice would show, of what was found a moment ago: nobody waits for them while typing.
    counts: RwSignal<Shared<Counts>>,
    /// The same without any filter, for the cards.
    pub(super) base: RwSignal<Shared<Counts>>,
    /// The rows that are shown, in their order.
    pub(super) shown: Memo<Shared<Vec<u32>>>,
    pub(super) columns: Memo<Vec<Column>>,
    /// Counts the times that rows may look different.
    pub(super) edition: Memo<u64>,
    /// Tells choices of rows and of their order apart.
    pub(super) order: Memo<u64>,
    pub(super) selected: RwSignal<HashSet<u32>>,
    /// The rows whose requests are listed.
    pub(super) requested: RwSignal<Option<Arc<Vec<u32>>>>,
    pub(super) policy: Memo<&'static Policy>,
    query: Query,
    /// The place that the address is to have, once scrolling pauses.
    place: StoredValue<usize>,
}

impl Desk {
    /// For what `book` says; call it while a component is made.
    pub(super) fn new(book: Memo<Shared<Book>>) -> Self {
        let (query, search, choice) = (use_query(), use_search(), use_policy());
        // The partner's setting, which may come later, is mostly the policy that is followed until then.
        let policy = Memo::new(move |_| choice.get());
        let quotes = Memo::new(move |_| {
            let book = book.get();
            let question = book.question(book.portfolio.today(), policy.get());
            Shared::new(book.portfolio.quotes(&question))
        });
        let view = Memo::new(move |_| {
            let stored = View::read(|name| query.text(name));
            View { search: search.text(), ..stored }
        });
        let columns = Memo::new(move |_| {
            let kept = || storage::get(COLUMNS_KEY).map(|keys| View::columns_of(&keys));
            let chosen = view.with(|view| view.columns.clone());
            chosen.or_else(kept).unwrap_or_else(|| Column::AT_FIRST.to_vec())
        });
        let index = Memo::new(move |_| {
            // The words of the rows are those of the language.
            let _ = i18n::current();
            Shared::new(book.get().portfolio.index(&WORDING))
        });
        // What does not narrow the list does not make it anew.
        let narrowed = Memo::new(move |_| View { sort: Vec::new(), columns: None, ..view.get() });
        let found = Memo::new(move |_| {
            Shared::new(find(&book.get().portfolio, &narrowed.get(), &quotes.get(), &index.get()))
        });
        let sort = Memo::new(move |_| view.with(View::sort_by));
        let shown = Memo::new(move |_| {
            let rows = found.get().rows.clone();
            let portfolio = &book.get().portfolio;
            Shared::new(portfolio.sorted(rows, &sort.get(), &quotes.get(), &index.get()))
        });
        let edition = Memo::new(move |before: Option<&u64>| {
            quotes.track();
            shown.track();
            let _ = i18n::current();
            before.map_or(0, |before| before.wrapping_add(1))
        });
        let order = Memo::new(move |_| {
            let view = View { columns: None, ..view.get() };
            let mut hasher = DefaultHasher::new();
            view.hash(&mut hasher);
            hasher.finish()
        });
        let desk = Self {
            book,
            quotes,
            search,
            view,
            found,
            shown,
            columns,
            edition,
            order,
            counts: RwSignal::new(Shared::new(Vec::new())),
            base: RwSignal::new(Shared::new(Vec::new())),
            selected: RwSignal::default(),
            requested: RwSignal::new(None),
            policy,
            query,
            place: StoredValue::new(0),
        };
        desk.keep_selection();
        desk.keep_counts(index);
        desk.keep_ranks(index);
        desk
    }

    /// Counts what each choice would show, once the rows are on the screen and nobody types or scrolls.
    fn keep_counts(self, index: Memo<Shared<Index>>) {
        let round = StoredValue::new(0_u32);
        // The quotes that the cards were counted with.
        let counted: StoredValue<Option<Shared<Quotes>>> = StoredValue::new(None);
        effect(move || {
            self.found.track();
            self.quotes.track();
            let now = round.get_value().wrapping_add(1);
            round.set_value(now);
            spawn_local(async move {
                let is_current = || round.try_get_value() == Some(now);
                rest::come().await;
                if !is_current() {
                    return;
                }
                let is_new = counted.get_value() != Some(self.quotes.get_untracked());
                let is_base = untrack(|| self.count_found()) && is_new;
                if is_new && !is_base {
                    rest::come().await;
                    if !is_current() {
                        return;
                    }
                    untrack(|| self.count_everything(&index.get()));
                }
                counted.set_value(Some(self.quotes.get_untracked()));
            });
        });
    }

    /// Counts among what is found; whether that is everything, and the cards say it as well.
    fn count_found(self) -> bool {
        let book = self.book.get();
        let counts = Shared::new(book.portfolio.counts(&self.found.get(), &self.quotes.get()));
        let is_everything = !self.view.with(View::is_narrowed);
        if is_everything {
            self.base.set(counts.clone());
        }
        self.counts.set(counts);
        is_everything
    }

    fn count_everything(self, index: &Index) {
        let (book, quotes) = (self.book.get(), self.quotes.get());
        let everything = View::read(|_| String::new());
        let found = find(&book.portfolio, &everything, &quotes, index);
        self.base.set(Shared::new(book.portfolio.counts(&found, &quotes)));
    }

    /// Finds what is selected again when the rows were read again and have other numbers.
    fn keep_selection(self) {
        let book = self.book;
        Effect::new(move |before: Option<Shared<Book>>| {
            let now = book.get();
            let Some(before) = before.filter(|before| *before != now) else { return now };
            self.requested.set(None);
            let chosen = self.selected.with_untracked(|selected| {
                let rows = selected.iter().map(|row| ids(&before.portfolio, *row));
                rows.collect::<HashSet<_>>()
            });
            if !chosen.is_empty() {
                let all = 0..now.portfolio.len() as u32;
                let kept = all.filter(|row| chosen.contains(&ids(&now.portfolio, *row)));
                self.selected.set(kept.collect());
            }
            now
        });
    }

    /// What all rows are quoted for on a day; follows the policy.
    pub(super) fn question_on(self, book: &Book, on: NaiveDate) -> Question<'_> {
        book.question(on, self.policy.get())
    }

    /// Which reservation a row is; `None` where there is no record of it to ask for yet.
    pub(super) fn reference(self, row: &RowView<'_>) -> Option<ReservationRef> {
        self.book.with(|book| book.reference(row))
    }

    /// The selected rows in the order of their numbers, whether or not the filters show them.
    pub(super) fn selected_rows(self) -> Vec<u32> {
        let mut rows: Vec<u32> =
            self.selected.with_untracked(|selected| selected.iter().copied().collect());
        rows.sort_unstable();
        rows
    }

    /// Some rows with their quotes of this moment, to be taken along.
    pub(super) fn luggage(self, rows: Arc<Vec<u32>>) -> Luggage {
        let (book, quotes) = (self.book.get().into_inner(), self.quotes.get().into_inner());
        Luggage { book, quotes, rows }
    }

    /// How many of the selected rows the filters hide.
    pub(super) fn hidden_selected(self) -> usize {
        self.selected.with(|selected| {
            let shown =
                |rows: &Shared<Vec<u32>>| rows.iter().filter(|row| selected.contains(row)).count();
            selected.len().saturating_sub(self.shown.with(shown))
        })
    }

    pub(super) fn with_row<T>(
        self,
        place: usize,
        read: impl FnOnce(&RowView<'_>, &Quote) -> T,
    ) -> Option<T> {
        let row = self.row_at(place)?;
        let (book, quotes) = (self.book.get(), self.quotes.get());
        Some(read(&book.portfolio.row(row), &quotes.of(row)))
    }

    fn row_at(self, place: usize) -> Option<u32> {
        self.shown.with(|shown| shown.get(place).copied())
    }

    pub(super) fn customer_id(self, customer: u32) -> String {
        self.book.with(|book| book.portfolio.customers()[customer as usize].tenant_id.to_string())
    }

    pub(super) fn customer_name(self, customer: u32) -> String {
        self.book.with(|book| book.portfolio.customers()[customer as usize].name.to_string())
    }

    pub(super) fn name_of(self, id: &str) -> String {
        self.book.with(|book| {
            let mut customers = book.portfolio.customers().iter();
            let found = customers.find(|customer| &*customer.tenant_id == id);
            found.map_or_else(|| id.to_owned(), |customer| customer.name.to_string())
        })
    }

    pub(super) fn count(self) -> usize {
        self.book.with(|book| book.portfolio.len())
    }

    /// The choices of a facet, each with its key and the rows that it would show.
    pub(super) fn choices(self, facet: Facet) -> Vec<(Choice, String, usize)> {
        let (book, counts) = (self.book.get(), self.counts.get());
        let of_facet = counts.iter().filter(|(choice, _)| choice.facet() == facet);
        let choice = |(choice, count): &(Choice, u32)| {
            (*choice, book.portfolio.key(*choice), *count as usize)
        };
        of_facet.map(choice).collect()
    }

    pub(super) fn start_row(self) -> usize {
        untrack(|| self.query.text(parameter::ROW)).parse().unwrap_or(0)
    }

    /// Notes which row is topmost, and has the address say it once scrolling pauses.
    pub(super) fn scrolled_to(self, place: usize) {
        self.place.set_value(place);
        timer::after(PAUSE, move || {
            if self.place.try_get_value() == Some(place) {
                let written = if place == 0 { String::new() } else { place.to_string() };
                self.query.set(&[(parameter::ROW, &written)]);
            }
        });
    }

    pub(super) fn is_selected(self, place: usize) -> bool {
        let row = self.row_at(place);
        row.is_some_and(|row| self.selected.with(|selected| selected.contains(&row)))
    }

    pub(super) fn toggle(self, place: usize) {
        let Some(row) = untrack(|| self.row_at(place)) else { return };
        self.selected.update(|selected| {
            if !selected.remove(&row) {
                selected.insert(row);
            }
        });
    }

    pub(super) fn are_all_selected(self) -> bool {
        self.shown.with(|shown| {
            self.selected.with(|selected| {
                !shown.is_empty() && shown.iter().all(|row| selected.contains(row))
            })
        })
    }

    pub(super) fn select_all(self, is_selected: bool) {
        let shown = self.shown.get_untracked();
        self.selected.update(|selected| {
            for row in shown.iter() {
                match is_selected {
                    true => selected.insert(*row),
                    false => selected.remove(row),
                };
            }
        });
    }
}

/// How long scrolling rests before its place is written into the address.
const PAUSE: Duration = Duration::from_millis(400);

/// The words of the rows in the language of the page.
pub(crate) const WORDING: Wording = Wording {
    fold: collate::fold,
    weights: |signs| {
        let weights = collate::weights(&i18n::locale(), signs).into_iter();
        weights.map(|(letter, accent, case)| Weight { letter, accent, case }).collect()
    },
    region: |region| names::region(region).to_owned(),
    resource_type: |resource_type| names::resource_type(resource_type).to_owned(),
};

/// What a row is told apart by when its number changes.
fn ids(portfolio: &Portfolio, row: u32) -> (String, String, String) {
    let view = portfolio.row(row);
    let customer = portfolio.customer_of(row).tenant_id.to_string();
    (customer, view.order_id.to_owned(), view.reservation_id.to_owned())
}

fn find(portfolio: &Portfolio, view: &View, quotes: &Quotes, index: &Index) -> Found {
    let choices: Option<Vec<_>> =
        view.chosen.iter().map(|(facet, key)| portfolio.choice(*facet, key)).collect();
    let is_known = choices.is_some();
    let filter = Filter {
        words: collate::fold(&view.search),
        choices: choices.unwrap_or_default(),
        shows_ended: view.shows_ended,
    };
    let mut found = portfolio.find(&filter, quotes, index);
    if !is_known {
        // A link asks for what is no longer there: nothing is that.
        found.rows.clear();
    }
    found
}
