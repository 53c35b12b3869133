//! The list of a customer's reservations as data: which of them, in which order, and how that stands in
//! the address.
//!
//! Nothing here knows the page; the day and the order of words are arguments.

use super::expiry::Window;
use super::reservation_row::ReservationRow;
use azure::DisplayedState;
use chrono::NaiveDate;
use std::cmp::Ordering;
use std::sync::Arc;
use view_model::address::parameter;
use view_model::listing::{CompareWords, Needle, Sort, missing_last, sort_by, sort_from, words};

/// Keys of the columns.
pub mod column {
    /// What the customer calls the reservation.
    pub const NAME: &str = "name";
    /// State.
    pub const STATUS: &str = "status";
    /// Expiration date.
    pub const EXPIRY: &str = "expiry";
    /// Purchase date.
    pub const PURCHASE: &str = "purchase";
    /// Term.
    pub const TERM: &str = "term";
    /// Scope.
    pub const SCOPE: &str = "scope";
    /// Kind of product.
    pub const TYPE: &str = "type";
    /// Product.
    pub const PRODUCT: &str = "product";
    /// Region.
    pub const REGION: &str = "region";
    /// Units.
    pub const QUANTITY: &str = "quantity";
    /// Utilization over 7 days.
    pub const WEEK: &str = "7days";
    /// Utilization over 30 days.
    pub const MONTH: &str = "30days";

    /// All of them, from left to right.
    pub const ALL: [&str; 12] =
        [NAME, STATUS, EXPIRY, PURCHASE, TERM, SCOPE, TYPE, PRODUCT, REGION, QUANTITY, WEEK, MONTH];
}

/// The value of [`parameter::STATE`] for reservations that give their benefit.
pub const ACTIVE: &str = "active";

/// Which states are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum StateFilter {
    /// All of them.
    #[default]
    Any,
    /// Those that give their benefit, whether they end soon or not.
    Active,
    /// The one that the portal's list words like this.
    Displayed(DisplayedState),
}

impl StateFilter {
    /// Reads what [`StateFilter::key`] wrote.
    #[must_use]
    pub fn parse(key: &str) -> Self {
        match key {
            "" => Self::Any,
            ACTIVE => Self::Active,
            displayed => Self::Displayed(DisplayedState::parse(displayed)),
        }
    }

    /// The form for an address; empty for all of them.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Any => String::new(),
            Self::Active => ACTIVE.to_owned(),
            Self::Displayed(displayed) => displayed.as_str().to_ascii_lowercase(),
        }
    }

    fn holds(&self, row: &ReservationRow) -> bool {
        match self {
            Self::Any => true,
            Self::Active => row.is_active,
            Self::Displayed(displayed) => {
                let shown = row.displayed_state.as_ref().map_or("", DisplayedState::as_str);
                shown.eq_ignore_ascii_case(displayed.as_str())
            }
        }
    }
}

/// What a person chose to see of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReservationView {
    /// The text that is searched for, as typed.
    pub search: String,
    /// Which states are shown.
    pub state: StateFilter,
    /// When the shown ones expire; `None` for whenever.
    pub expires: Option<Window>,
    /// The order of the rows.
    pub sort: Sort,
}

impl ReservationView {
    /// Reads the choice from an address; `value` gives the value of a parameter, empty when it is missing.
    pub fn read(value: impl Fn(&str) -> String) -> Self {
        Self {
            search: value(parameter::SEARCH),
            state: StateFilter::parse(&value(parameter::STATE)),
            expires: Window::parse(&value(parameter::EXPIRES)),
            sort: sort_from(&value(parameter::SORT), &column::ALL, column::NAME),
        }
    }

    /// The choice for an address; what everybody sees at first is left empty.
    #[must_use]
    pub fn parameters(&self) -> [(&'static str, String); 4] {
        let expires = self.expires.map(Window::key).unwrap_or_default();
        [
            (parameter::SEARCH, self.search.clone()),
            (parameter::STATE, self.state.key()),
            (parameter::EXPIRES, expires.to_owned()),
            (parameter::SORT, written(&self.sort)),
        ]
    }

    /// Whether rows may be left out.
    #[must_use]
    pub fn is_narrowed(&self) -> bool {
        !self.search.trim().is_empty() || self.state != StateFilter::Any || self.expires.is_some()
    }
}

/// An order for an address, empty when it is the first one.
#[must_use]
pub fn written(sort: &Sort) -> String {
    if *sort == Sort::by(column::NAME) { String::new() } else { sort.written() }
}

/// The rows that the choice leaves, in its order; rows that it does not tell apart are sorted by name.
/// `needle` is the folded search text.
#[must_use]
pub fn arrange(
    rows: &[Arc<ReservationRow>],
    view: &ReservationView,
    needle: &Needle,
    today: NaiveDate,
    compare: CompareWords<'_>,
) -> Vec<Arc<ReservationRow>> {
    let by_name = Sort::by(column::NAME);
    let is_shown = |row: &ReservationRow| {
        view.state.holds(row)
            && view.expires.is_none_or(|window| expires_in(row, window, today))
            && needle.is_in(&row.haystack)
    };
    let mut found: Vec<_> = rows.iter().filter(|row| is_shown(row)).cloned().collect();
    sort_by(&mut found, |left, right| {
        by_column(left, right, &view.sort, compare)
            .then_with(|| words(&left.name, &right.name, &by_name, compare))
    });
    found
}

/// A reservation that ended before its term, or never began, does not expire any more.
fn expires_in(row: &ReservationRow, window: Window, today: NaiveDate) -> bool {
    let expires_on = row.expires_on.filter(|_| row.runs_to_expiry);
    expires_on.is_some_and(|day| window.holds(day, today))
}

fn by_column(
    left: &ReservationRow,
    right: &ReservationRow,
    sort: &Sort,
    compare: CompareWords<'_>,
) -> Ordering {
    let by_words = |left: &str, right: &str| words(left, right, sort, compare);
    match sort.column.as_str() {
        column::STATUS => by_words(&left.status, &right.status),
        column::EXPIRY => missing_last(left.expires_on, right.expires_on, sort, Ord::cmp),
        column::PURCHASE => missing_last(left.purchased_on, right.purchased_on, sort, Ord::cmp),
        column::TERM => missing_last(left.term_months, right.term_months, sort, Ord::cmp),
        column::SCOPE => by_words(&left.scope, &right.scope)
            .then_with(|| by_words(&left.scope_detail, &right.scope_detail)),
        column::TYPE => by_words(&left.product_type, &right.product_type),
        column::PRODUCT => by_words(&left.product, &right.product),
        column::REGION => by_words(&left.region, &right.region),
        column::QUANTITY => missing_last(left.quantity, right.quantity, sort, Ord::cmp),
        column::WEEK => missing_last(left.used_7_days, right.used_7_days, sort, Ord::cmp),
        column::MONTH => missing_last(left.used_30_days, right.used_30_days, sort, Ord::cmp),
        _ => by_words(&left.name, &right.name),
    }
}

/// How many rows are active, and how many are in each state, in the order of the portal's summary; states
/// that it does not name come last.
#[must_use]
pub fn count_states(rows: &[Arc<ReservationRow>]) -> (usize, Vec<(DisplayedState, usize)>) {
    let active = rows.iter().filter(|row| row.is_active).count();
    let mut counts: Vec<(DisplayedState, usize)> =
        DisplayedState::KNOWN.iter().map(|state| (state.clone(), 0)).collect();
    for state in rows.iter().filter_map(|row| row.displayed_state.as_ref()) {
        match counts.iter_mut().find(|(known, _)| known == state) {
            Some((_, count)) => *count += 1,
            None => counts.push((state.clone(), 1)),
        }
    }
    counts.retain(|(_, count)| *count > 0);
    (active, counts)
}
