//! The list of a customer's reservations: which of them, in which order, how that stands in the address, and what
//! can be done with several together.
//!
//! The day and the order of words are arguments.

use crate::address::{ReservationRef, parameter};
use crate::listing::{CompareWords, Needle, Sort, missing_last, sort_by, sort_from, words};
use crate::{Tone, record};
use azure::{
    DisplayedState, Order, Phase, ProvisioningState, Reservation, ReservationProperties,
    ResourceType, StatedTerm, StatusCode,
};
use calculator::Term;
use calculator::exchange::is_one_family;
use calculator::{Policy, Refusal};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::cmp::Ordering;
use std::sync::Arc;

/// A span of time in which reservations expire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// The term is over.
    Expired,
    /// Within 30 days.
    Days30,
    /// Within 60 days.
    Days60,
    /// Within 90 days.
    Days90,
    /// In more than 90 days.
    Later,
}

impl Window {
    /// All of them, from the past to the future.
    pub const ALL: [Self; 5] =
        [Self::Expired, Self::Days30, Self::Days60, Self::Days90, Self::Later];

    /// The form for an address.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Expired => "expired",
            Self::Days30 => "30",
            Self::Days60 => "60",
            Self::Days90 => "90",
            Self::Later => "later",
        }
    }

    /// Reads what [`Window::key`] wrote.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|window| window.key() == key)
    }

    /// Whether, seen from `today`, a reservation belongs here whose first UTC day without benefit is
    /// `expires_on`. The spans of 60 and 90 days hold what the shorter ones hold.
    #[must_use]
    pub fn holds(self, expires_on: NaiveDate, today: NaiveDate) -> bool {
        let days_left = (expires_on - today).num_days();
        match self {
            Self::Expired => days_left <= 0,
            Self::Days30 => (1..=30).contains(&days_left),
            Self::Days60 => (1..=60).contains(&days_left),
            Self::Days90 => (1..=90).contains(&days_left),
            Self::Later => days_left > 90,
        }
    }
}

/// One reservation as the list shows it.
///
/// Words that are empty and values that are `None` are missing in the record. Two rows are equal when they
/// show the same, so that a list keeps the rows on screen that did not change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ReservationRow {
    /// Which reservation it is; `None` for a record whose id cannot be read.
    pub ids: Option<(String, String)>,
    /// What the customer calls it.
    pub name: String,
    /// The state as the portal's list words it.
    pub displayed_state: Option<DisplayedState>,
    /// The state in words.
    pub status: String,
    /// The precise state in words, where it says more; else empty.
    pub status_detail: String,
    /// Whether the service cannot read its own document of it; the detail says why.
    pub is_unreadable: bool,
    /// The precise state, for what it allows.
    pub state: Option<ProvisioningState>,
    /// Whether it gives its benefit.
    pub is_active: bool,
    /// Whether it has ended, or never began.
    pub has_ended: bool,
    /// Whether the expiration date still says something: not after an early end.
    pub runs_to_expiry: bool,
    /// The first UTC day without the reservation.
    pub expires_on: Option<NaiveDate>,
    /// The UTC day of the purchase.
    pub purchased_on: Option<NaiveDate>,
    /// The term in words.
    pub term: String,
    /// The term in months, for the order.
    pub term_months: Option<u32>,
    /// The kind of scope in words.
    pub scope: String,
    /// Which subscription or group it is.
    pub scope_detail: String,
    /// The kind of product, for what may be exchanged together.
    pub resource_type: Option<ResourceType>,
    /// The kind of product in words.
    pub product_type: String,
    /// The product.
    pub product: String,
    /// The region in words.
    pub region: String,
    /// Units owned.
    pub quantity: Option<u32>,
    /// Whether there was a whole UTC day on which its use was measured.
    pub has_whole_day: bool,
    /// Percent used over 7 days.
    pub used_7_days: Option<Decimal>,
    /// Percent used over 30 days.
    pub used_30_days: Option<Decimal>,
    /// What is searched, without case and accents.
    pub haystack: String,
    /// The tag of the language of the words, so that rows in another language are other rows.
    pub language: &'static str,
}

/// What a language says about a record, and the searchable form of text.
///
/// Each is empty for what the record does not hold. They are plain functions, because a list has many rows.
#[derive(Clone, Copy)]
pub struct Wording {
    /// The tag of the language.
    pub language: &'static str,
    /// The status of a reservation whose document the service cannot read.
    pub unreadable: &'static str,
    /// The state as the portal's list words it.
    pub displayed_state: fn(&DisplayedState) -> String,
    /// The precise state.
    pub state: fn(&ProvisioningState) -> String,
    /// The term.
    pub term: fn(&StatedTerm) -> String,
    /// The kind of scope.
    pub scope: fn(&ReservationProperties) -> String,
    /// The kind of product.
    pub resource_type: fn(&ResourceType) -> String,
    /// The region.
    pub region: fn(&str) -> String,
    /// Takes case and accents away.
    pub fold: fn(&str) -> String,
}

impl ReservationRow {
    /// Reads a record as it is `today`, in the words of `wording`.
    #[must_use]
    pub fn of(record: &Reservation, today: NaiveDate, wording: &Wording) -> Self {
        let properties = record.properties();
        let state = properties.provisioning_state.as_ref();
        let displayed_state = displayed_state(properties);
        let unreadable = unreadable(properties);
        let is_unreadable = unreadable.is_some();
        let displayed = || displayed_state.as_ref().map(wording.displayed_state);
        let mut row = Self {
            ids: record.id.as_ref().map(|id| (id.order_name().to_owned(), id.name().to_owned())),
            name: record::name(record),
            status: match unreadable {
                Some(_) => wording.unreadable.to_owned(),
                None => displayed().unwrap_or_default(),
            },
            status_detail: unreadable.unwrap_or_else(|| {
                let precise = precise_state(state, displayed_state.as_ref());
                precise.map(wording.state).unwrap_or_default()
            }),
            is_unreadable,
            state: state.cloned(),
            is_active: record.phase().is_some_and(Phase::gives_benefit),
            has_ended: record.phase().is_some_and(Phase::is_final)
                || properties.expires_on().is_some_and(|day| day <= today),
            runs_to_expiry: record.phase().is_none_or(Phase::runs_to_expiry),
            expires_on: properties.expires_on(),
            purchased_on: properties.purchased_on(),
            term: properties.term.as_ref().map(wording.term).unwrap_or_default(),
            term_months: properties.term.as_ref().and_then(months),
            scope: (wording.scope)(properties),
            scope_detail: record::place(properties).map(|place| place.name).unwrap_or_default(),
            product_type: {
                let resource_type = properties.reserved_resource_type.as_ref();
                resource_type.map(wording.resource_type).unwrap_or_default()
            },
            resource_type: properties.reserved_resource_type.clone(),
            product: product(record),
            region: record.location.as_deref().map(wording.region).unwrap_or_default(),
            quantity: properties.quantity,
            has_whole_day: properties.has_whole_day(today),
            used_7_days: properties.percent_over(7, today),
            used_30_days: properties.percent_over(30, today),
            haystack: String::new(),
            language: wording.language,
            displayed_state,
        };
        row.haystack = (wording.fold)(&row.searched(record));
        row
    }

    /// Which reservation of the customer with this tenant GUID it is.
    #[must_use]
    pub fn reference(&self, customer: &str) -> Option<ReservationRef> {
        let (order, reservation) = self.ids.clone()?;
        Some(ReservationRef { customer: customer.to_owned(), order, reservation })
    }

    /// The colour of the state.
    #[must_use]
    pub fn tone(&self) -> Tone {
        if self.is_unreadable {
            return Tone::Danger;
        }
        use DisplayedState as D;
        match self.displayed_state {
            Some(D::Succeeded) => Tone::Success,
            Some(D::Expiring | D::Warning | D::NoBenefit) => Tone::Warning,
            Some(D::Pending | D::Processing) => Tone::Info,
            Some(D::Failed) => Tone::Danger,
            Some(D::Expired | D::Cancelled | D::Other(_)) | None => Tone::Neutral,
        }
    }

    /// People search for what they see, and for the ids that support gives them.
    fn searched(&self, record: &Reservation) -> String {
        let id = record.id.as_ref().map(ToString::to_string).unwrap_or_default();
        let size = record.sku.as_ref().and_then(|sku| sku.name.as_deref()).unwrap_or_default();
        let location = record.location.as_deref().unwrap_or_default();
        [
            &self.name,
            &self.status,
            &self.status_detail,
            &self.term,
            &self.scope,
            &self.scope_detail,
            &self.product_type,
            &self.product,
            &self.region,
            size,
            location,
            &id,
        ]
        .join("\n")
    }
}

/// The description of the product, or else the name of its size.
fn product(record: &Reservation) -> String {
    let described = record.properties().sku_description.as_deref().filter(|text| !text.is_empty());
    let size = record.sku.as_ref().and_then(|sku| sku.name.as_deref());
    described.or(size).unwrap_or_default().to_owned()
}

/// What the portal's list shows as the state. Records of old API versions do not say; then it follows from
/// the provisioning state.
fn displayed_state(properties: &ReservationProperties) -> Option<DisplayedState> {
    let said = properties.display_provisioning_state.clone();
    let said = said.filter(|said| !said.as_str().is_empty());
    said.or_else(|| properties.provisioning_state.as_ref().map(DisplayedState::of))
}

/// What is wrong with the service's own document of a reservation, in its words; `None` for one that it can
/// read.
fn unreadable(properties: &ReservationProperties) -> Option<String> {
    let status = properties.extended_status_info.as_ref()?;
    let is_unreadable = status.status_code == Some(StatusCode::UnreadableDocument);
    is_unreadable.then(|| status.message.clone().unwrap_or_default())
}

/// A running reservation is displayed by what else there is to know; every other state that is displayed
/// in a coarser word is named.
fn precise_state<'s>(
    state: Option<&'s ProvisioningState>,
    displayed: Option<&DisplayedState>,
) -> Option<&'s ProvisioningState> {
    let displayed = displayed.map_or("", DisplayedState::as_str);
    state.filter(|state| {
        **state != ProvisioningState::Succeeded && !state.as_str().eq_ignore_ascii_case(displayed)
    })
}

/// Months of a term, for the order; nothing for one that this version does not know.
fn months(term: &StatedTerm) -> Option<u32> {
    term.known().map(Term::months)
}

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
    /// Whether reservations that have ended are shown, which they also are where a choice is for them.
    pub shows_ended: bool,
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
            shows_ended: !value(parameter::ENDED).is_empty(),
            sort: sort_from(&value(parameter::SORT), &column::ALL, column::NAME),
        }
    }

    /// The choice for an address; what everybody sees at first is left empty.
    #[must_use]
    pub fn parameters(&self) -> [(&'static str, String); 5] {
        let expires = self.expires.map(Window::key).unwrap_or_default();
        [
            (parameter::SEARCH, self.search.clone()),
            (parameter::STATE, self.state.key()),
            (parameter::EXPIRES, expires.to_owned()),
            (parameter::ENDED, if self.shows_ended { "1" } else { "" }.to_owned()),
            (parameter::SORT, written(&self.sort)),
        ]
    }

    /// Whether fewer or other rows are shown than at first.
    #[must_use]
    pub fn is_narrowed(&self) -> bool {
        !self.search.trim().is_empty()
            || self.state != StateFilter::Any
            || self.expires.is_some()
            || self.shows_ended
    }

    /// Whether what has ended is left out: not where somebody asks for a state by its name, or for what is over.
    fn hides_ended(&self) -> bool {
        let is_asked_for = matches!(self.state, StateFilter::Displayed(_))
            || self.expires == Some(Window::Expired);
        !self.shows_ended && !is_asked_for
    }

    fn holds(&self, row: &ReservationRow, needle: &Needle, today: NaiveDate) -> bool {
        self.state.holds(row)
            && self.expires.is_none_or(|window| expires_in(row, window, today))
            && needle.is_in(&row.haystack)
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
        !(view.hides_ended() && row.has_ended) && view.holds(row, needle, today)
    };
    let mut found: Vec<_> = rows.iter().filter(|row| is_shown(row)).cloned().collect();
    sort_by(&mut found, |left, right| {
        by_column(left, right, &view.sort, compare)
            .then_with(|| words(&left.name, &right.name, &by_name, compare))
    });
    found
}

/// How many rows the choice would show as well if those that have ended were not left out.
#[must_use]
pub fn hidden_ended(
    rows: &[Arc<ReservationRow>],
    view: &ReservationView,
    needle: &Needle,
    today: NaiveDate,
) -> usize {
    let is_hidden = |row: &&Arc<ReservationRow>| row.has_ended && view.holds(row, needle, today);
    if view.hides_ended() { rows.iter().filter(is_hidden).count() } else { 0 }
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

/// A reservation by the ids of its order and its own.
pub type Ids = (String, String);

/// What speaks against doing something with the selected reservations together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// None is selected.
    NothingSelected,
    /// One of them, which is called like this, cannot be exchanged.
    Refused(String, Refusal),
    /// They are of different product families.
    Families,
    /// They are paid in different currencies.
    Currencies,
}

/// What speaks against exchanging these rows together under `policy`; their currencies, as far as they
/// are known, are `currencies`.
#[must_use]
pub fn no_exchange(
    rows: &[Arc<ReservationRow>],
    currencies: &[String],
    policy: &Policy,
) -> Option<Obstacle> {
    let Some(first) = rows.first() else { return Some(Obstacle::NothingSelected) };
    let refused = rows.iter().find_map(|row| {
        let refusal = refusal(row, policy)?;
        Some(Obstacle::Refused(row.name.clone(), refusal))
    });
    let families = || {
        let one = first.resource_type.as_ref()?;
        let other = |row: &Arc<ReservationRow>| {
            row.resource_type.as_ref().is_some_and(|other| !is_one_family(one, other))
        };
        rows.iter().any(other).then_some(Obstacle::Families)
    };
    refused.or_else(families).or_else(|| several_currencies(currencies))
}

/// Several currencies, if there are.
#[must_use]
pub fn several_currencies(currencies: &[String]) -> Option<Obstacle> {
    let first = currencies.first()?;
    let is_other = |code: &String| !code.eq_ignore_ascii_case(first);
    currencies.iter().any(is_other).then_some(Obstacle::Currencies)
}

/// Why a reservation cannot be exchanged whatever for; nothing is refused for what a record leaves out.
fn refusal(row: &ReservationRow, policy: &Policy) -> Option<Refusal> {
    let is_kept = |resource_type: &ResourceType| policy.not_returnable.contains(resource_type);
    if row.state.as_ref().is_some_and(|state| !state.allows_return()) {
        Some(Refusal::OperationCannotBePerformedInCurrentState)
    } else if row.resource_type.as_ref().is_some_and(is_kept) {
        Some(Refusal::SelfServiceRefundNotSupported)
    } else {
        None
    }
}

/// An amount as it is written, which a narrow cell may break between the number and its currency and nowhere else: a
/// line that ends within a number reads as another number.
#[must_use]
pub fn breakable(amount: &str) -> String {
    const SPACES: [char; 2] = ['\u{a0}', '\u{202f}'];
    let has_digit = |part: &str| part.contains(|sign: char| sign.is_numeric());
    let first = amount.split_once(SPACES).filter(|(currency, _)| !has_digit(currency));
    let last = amount.rsplit_once(SPACES).filter(|(_, currency)| !has_digit(currency));
    let number = amount.find(char::is_numeric).unwrap_or_default();
    match (first.or(last), amount.split_at(number)) {
        (Some((before, after)), _) => format!("{before} {after}"),
        // A currency of several signs that stands without a space before its number, as in Chinese.
        (None, (currency, number)) if currency.chars().count() > 1 => {
            format!("{currency}\u{200b}{number}")
        }
        (None, _) => amount.to_owned(),
    }
}

/// The currency that an order is paid in.
#[must_use]
pub fn currency(order: &Order) -> Option<String> {
    let plan = order.properties().plan_information.as_ref()?;
    let mut payments = plan.transactions.iter().flatten();
    payments.find_map(|payment| payment.billing_currency_total.as_ref()?.currency_code.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_breaks_beside_its_currency_and_never_within_the_number() {
        for (amount, broken) in [
            ("CHF\u{a0}35,547.50", "CHF 35,547.50"),
            ("35.547,50\u{a0}€", "35.547,50 €"),
            ("1\u{a0}235\u{a0}547,50\u{a0}kr", "1\u{a0}235\u{a0}547,50 kr"),
            ("€\u{a0}-35.547,50", "€ -35.547,50"),
            ("CHF\u{a0}35\u{202f}547.50", "CHF 35\u{202f}547.50"),
            ("$35,547.50", "$35,547.50"),
            ("US$35,547.50", "US$\u{200b}35,547.50"),
            ("35\u{a0}547", "35\u{a0}547"),
            ("", ""),
        ] {
            assert_eq!(breakable(amount), broken, "{amount}");
        }
    }
}
