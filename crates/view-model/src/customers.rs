//! The customer list: which customers, in which order, and how that stands in the address.
//!
//! The order of words is an argument.

use crate::address::parameter;
use crate::listing::{CompareWords, Needle, Sort, missing_last, sort_by, sort_from, words};
use crate::shape;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::cmp::Ordering;

shape! {
    /// One customer with the figures of the customer list.
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct CustomerSummary {
        /// GUID of the customer's tenant.
        pub customer_id: String = "customerId",
        /// What the customer is called.
        pub display_name: String = "displayName",
        /// The customer's primary domain.
        pub domain: String = "domain",
        /// `CSP`, or the agreement that keeps the customer out of the programme.
        pub agreement_type: String = "agreementType",
        /// How many reservations the customer has, in every state.
        pub reservation_count: u64 = "reservationCount",
        /// The earliest expiry among the reservations that run.
        pub soonest_expiry: Option<NaiveDate> = "soonestExpiry",
        /// USD of the yearly limit that past cancellations use up today; nothing where one of them cannot be
        /// read.
        pub limit_used_usd: Option<Decimal> = "limitUsedUsd",
        /// USD of the yearly limit.
        pub limit_usd: Decimal = "limitUsd",
        /// How many documents of the customer cannot be read.
        pub unreadable_documents: Option<u64> = "unreadableDocuments",
        /// How many reservations lack a fact that every calculation needs.
        pub incomplete_reservations: Option<u64> = "incompleteReservations",
        /// How many quotes were carried out and how many returns files tell of; a service that does not say
        /// may have some.
        pub returns: Option<u64> = "returns",
    }
}

impl CustomerSummary {
    /// The agreement under which the customer buys when it is not the Cloud Solution Provider programme.
    #[must_use]
    pub fn outside_csp(&self) -> Option<&str> {
        let agreement = self.agreement_type.as_str();
        (!azure::is_managed_by_partner(agreement)).then_some(agreement)
    }
}

/// Keys of the columns.
pub mod column {
    /// Name of the customer.
    pub const NAME: &str = "name";
    /// Primary domain.
    pub const DOMAIN: &str = "domain";
    /// Number of reservations.
    pub const RESERVATIONS: &str = "reservations";
    /// Soonest expiry.
    pub const EXPIRY: &str = "expiry";
    /// USD of the yearly limit that are used.
    pub const LIMIT: &str = "limit";

    /// All of them, from left to right.
    pub const ALL: [&str; 5] = [NAME, DOMAIN, RESERVATIONS, EXPIRY, LIMIT];
}

/// What a person chose to see of the customer list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerView {
    /// The text that is searched for, as typed.
    pub search: String,
    /// The order of the rows.
    pub sort: Sort,
}

impl CustomerView {
    /// Reads the choice from an address; `value` gives the value of a parameter, empty when it is missing.
    pub fn read(value: impl Fn(&str) -> String) -> Self {
        let sort = sort_from(&value(parameter::SORT), &column::ALL, column::NAME);
        Self { search: value(parameter::SEARCH), sort }
    }

    /// The choice for an address; what everybody sees at first is left empty.
    #[must_use]
    pub fn parameters(&self) -> [(&'static str, String); 2] {
        [(parameter::SEARCH, self.search.clone()), (parameter::SORT, written(&self.sort))]
    }
}

/// An order for an address, empty when it is the first one.
#[must_use]
pub fn written(sort: &Sort) -> String {
    if *sort == Sort::by(column::NAME) { String::new() } else { sort.written() }
}

/// A customer in the list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CustomerRow {
    /// What the service says about the customer.
    pub summary: CustomerSummary,
    /// What is searched, without case and accents.
    haystack: String,
}

impl CustomerRow {
    /// `fold` takes case and accents away.
    pub fn new(summary: CustomerSummary, fold: impl Fn(&str) -> String) -> Self {
        let haystack = fold(&format!("{} {}", summary.display_name, summary.domain));
        Self { summary, haystack }
    }
}

/// The rows that hold `needle`, in the order of `sort`; rows that it does not tell apart are sorted by name.
#[must_use]
pub fn arrange(
    rows: &[CustomerRow],
    needle: &Needle,
    sort: &Sort,
    compare: CompareWords<'_>,
) -> Vec<CustomerRow> {
    let by_name = Sort::by(column::NAME);
    let mut found: Vec<_> =
        rows.iter().filter(|row| needle.is_in(&row.haystack)).cloned().collect();
    sort_by(&mut found, |left, right| {
        let (left, right) = (&left.summary, &right.summary);
        by_column(left, right, sort, compare)
            .then_with(|| words(&left.display_name, &right.display_name, &by_name, compare))
    });
    found
}

fn by_column(
    left: &CustomerSummary,
    right: &CustomerSummary,
    sort: &Sort,
    compare: CompareWords<'_>,
) -> Ordering {
    match sort.column.as_str() {
        column::DOMAIN => words(&left.domain, &right.domain, sort, compare),
        column::RESERVATIONS => sort.directed(left.reservation_count.cmp(&right.reservation_count)),
        column::EXPIRY => missing_last(left.soonest_expiry, right.soonest_expiry, sort, Ord::cmp),
        column::LIMIT => missing_last(left.limit_used_usd, right.limit_used_usd, sort, Ord::cmp),
        _ => words(&left.display_name, &right.display_name, sort, compare),
    }
}

/// The share of the yearly limit that is used, in thousandths, for the length of a bar.
///
/// This is geometry: the amounts that people read are those that the service gave. It is worked out in cents, since
/// nothing else on the page of customers divides decimals.
#[must_use]
pub fn limit_permille(used: Decimal, summary: &CustomerSummary) -> u16 {
    const FULL: u16 = 1_000;
    let cents = |amount: Decimal| amount.checked_mul(Decimal::ONE_HUNDRED)?.to_i64();
    let share = cents(used)
        .zip(cents(summary.limit_usd))
        .and_then(|(used, limit)| used.checked_mul(FULL.into())?.checked_div(limit));
    share.map_or(FULL, |share| share.clamp(0, FULL.into()) as u16)
}
