//! What is coming up for reservations: which dates, in which order, and how that stands in the address.
//!
//! Amounts are compared and never calculated.

use crate::address::ReservationRef;
use crate::customers::CustomerSummary;
use crate::listing::{Sort, sort_by};
use crate::record::name;
use crate::reservations::Window;
use azure::{KnownSubscription, ProvisioningState, Reservation, Stake, Surroundings, WatchKind};
use calculator::{Holding, Ledger, Money, Policy, RefundInput, UsdRate};
use chrono::NaiveDate;
use std::cmp::Ordering;
use std::sync::Arc;

/// Names of what the radar keeps in the query of its address, beside the order.
pub mod parameter {
    /// Which changes are shown.
    pub const KIND: &str = "kind";
}

/// Keys of the columns that the list can be sorted by.
pub mod column {
    /// The day.
    pub const DAY: &str = "date";
    /// The money in USD.
    pub const STAKE: &str = "stake";
}

/// A reservation of which something is coming up.
#[derive(Clone, Debug)]
pub struct Watched {
    /// Its record.
    pub record: Reservation,
    /// What its order adds.
    pub price: Price,
    /// How many roles are assigned on its order, as far as that was asked for.
    pub roles_on_order: usize,
}

/// What is known of the price of a reservation.
#[derive(Clone, Debug)]
pub enum Price {
    /// Its order has not come yet.
    Asked,
    /// Its order did not come, or cannot be calculated with.
    Missing,
    /// The reservation can be calculated with.
    Known(Box<Holding>),
}

/// One date of the radar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Whose date it is.
    pub customer: Arc<CustomerSummary>,
    /// What changes.
    pub change: Change,
    /// The first UTC day on which the change holds.
    pub day: NaiveDate,
    /// The money.
    pub stake: AtStake,
}

/// What changes on a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Something about a reservation.
    Reservation {
        /// What it is.
        kind: WatchKind,
        /// Which reservation it is; `None` for a record whose id cannot be read.
        of: Option<ReservationRef>,
        /// What the reservation is called.
        name: String,
        /// Its state, for what it allows.
        state: Option<ProvisioningState>,
    },
    /// Part of the customer's yearly limit is free again.
    LimitBack,
}

/// The money at stake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AtStake {
    /// On its way.
    Asked,
    /// Not known.
    Missing,
    /// Known.
    Known(Stake),
    /// No money is at stake.
    Nothing,
}

impl AtStake {
    /// In USD, where that is known.
    #[must_use]
    pub fn usd(&self) -> Option<Money> {
        match self {
            Self::Known(stake) => stake.usd,
            Self::Asked | Self::Missing | Self::Nothing => None,
        }
    }
}

impl Entry {
    /// What tells this date from every other one, whenever the records are read: the same change of the
    /// same reservation keeps it when its day moves.
    #[must_use]
    pub fn id(&self) -> String {
        let customer = &self.customer.customer_id;
        match &self.change {
            Change::Reservation { kind, of, name, .. } => {
                let kind = Filter::of(*kind).key();
                match of {
                    Some(of) => format!("{kind}-{}", of.reservation),
                    None => format!("{kind}-{customer}-{name}"),
                }
            }
            Change::LimitBack => format!("{}-{customer}-{}", Filter::LimitBack.key(), self.day),
        }
    }
}

/// The dates of one customer on `today`, where refunds follow `policy`. `subscriptions` are all of the customer
/// or none where they are not known, `ledger` holds the past cancellations, `rate` knows what a currency is
/// worth in USD.
pub fn entries(
    customer: &Arc<CustomerSummary>,
    (reservations, subscriptions): (&[Watched], &[KnownSubscription]),
    ledger: &Ledger,
    rate: &dyn Fn(&str) -> Option<UsdRate>,
    policy: &'static Policy,
    today: NaiveDate,
) -> Vec<Entry> {
    let mut entries = Vec::new();
    for Watched { record, price, roles_on_order } in reservations {
        let surroundings = Surroundings { subscriptions, roles_on_order: *roles_on_order };
        let around = azure::surrounding_watches(record, today, surroundings);
        for watch in azure::watches(record, today, policy).into_iter().chain(around) {
            let stake = match price {
                _ if !watch.kind.has_stake() => AtStake::Nothing,
                Price::Asked => AtStake::Asked,
                Price::Missing => AtStake::Missing,
                Price::Known(holding) => {
                    let input = RefundInput {
                        holding,
                        units: holding.quantity().into(),
                        on: today,
                        policy,
                        ledger,
                        usd_rate: rate(holding.currency().code()),
                        fee_rate: None,
                    };
                    azure::at_stake(&watch, &input).map_or(AtStake::Missing, AtStake::Known)
                }
            };
            let id = record.id.as_ref();
            let change = Change::Reservation {
                kind: watch.kind,
                of: id.map(|id| ReservationRef::of(&customer.customer_id, id)),
                name: name(record),
                state: record.properties().provisioning_state.clone(),
            };
            entries.push(Entry { customer: Arc::clone(customer), change, day: watch.day, stake });
        }
    }
    for (day, usd) in ledger.replenishments(today) {
        let stake = AtStake::Known(Stake { amount: usd, usd: Some(usd) });
        let customer = Arc::clone(customer);
        entries.push(Entry { customer, change: Change::LimitBack, day, stake });
    }
    entries
}

/// Which dates are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    /// The first days of a reservation are over.
    FirstDays,
    /// The right to exchange.
    ExchangeRight,
    /// Series that are no longer sold.
    NotSold,
    /// The end of a term, however soon.
    Expires,
    /// The end of a term within a span of time.
    ExpiresWithin(Window),
    /// The yearly limit.
    LimitBack,
    /// Scopes that are not there any more.
    ScopeGone,
    /// The subscription that is billed.
    Billed,
    /// Renewals that lose their role assignments.
    RenewalRoles,
}

impl Filter {
    /// All of them, in the order of the list.
    pub const ALL: [Self; 10] = [
        Self::ExpiresWithin(Window::Days30),
        Self::ExpiresWithin(Window::Days60),
        Self::ExpiresWithin(Window::Days90),
        Self::ExchangeRight,
        Self::NotSold,
        Self::FirstDays,
        Self::LimitBack,
        Self::ScopeGone,
        Self::Billed,
        Self::RenewalRoles,
    ];

    /// The form for an address.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::FirstDays => "first-days",
            Self::ExchangeRight => "exchange-right",
            Self::NotSold => "not-sold",
            Self::Expires => "expires",
            Self::ExpiresWithin(window) => window.key(),
            Self::LimitBack => "limit",
            Self::ScopeGone => "scope-gone",
            Self::Billed => "billed",
            Self::RenewalRoles => "renewal-roles",
        }
    }

    /// Reads what [`Filter::key`] wrote; `None` shows everything.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|filter| filter.key() == key)
    }

    /// The filter that leaves this kind of change, whenever it comes.
    #[must_use]
    pub const fn of(kind: WatchKind) -> Self {
        match kind {
            WatchKind::FirstDaysOver => Self::FirstDays,
            WatchKind::ExchangeRight(_) => Self::ExchangeRight,
            WatchKind::NotSold { .. } => Self::NotSold,
            WatchKind::Expires => Self::Expires,
            WatchKind::ScopeGone(_) => Self::ScopeGone,
            WatchKind::Billed(_) => Self::Billed,
            WatchKind::RenewalLosesRoles => Self::RenewalRoles,
        }
    }

    fn holds(self, entry: &Entry, today: NaiveDate) -> bool {
        let own = match &entry.change {
            Change::Reservation { kind, .. } => Self::of(*kind),
            Change::LimitBack => Self::LimitBack,
        };
        match self {
            Self::ExpiresWithin(window) => own == Self::Expires && window.holds(entry.day, today),
            filter => own == filter,
        }
    }
}

/// The order that everybody sees at first: the most money first.
#[must_use]
pub fn default_sort() -> Sort {
    Sort { column: column::STAKE.to_owned(), is_descending: true }
}

/// Reads an order from an address; an unknown column is the first order.
#[must_use]
pub fn sort_from(written: &str) -> Sort {
    let sort = Sort::parse(written);
    let is_known = [column::DAY, column::STAKE].contains(&sort.column.as_str());
    if is_known { sort } else { default_sort() }
}

/// The dates that the filter leaves, in the order asked for. What has no amount in USD comes last
/// whichever way amounts are sorted; dates that the order does not tell apart follow their days.
#[must_use]
pub fn arrange(
    entries: &[Arc<Entry>],
    filter: Option<Filter>,
    sort: &Sort,
    today: NaiveDate,
) -> Vec<Arc<Entry>> {
    let is_shown = |entry: &Entry| filter.is_none_or(|filter| filter.holds(entry, today));
    let mut shown: Vec<_> = entries.iter().filter(|entry| is_shown(entry)).cloned().collect();
    sort_by(&mut shown, |left, right| {
        let by_day = left.day.cmp(&right.day);
        let order = match sort.column.as_str() {
            column::DAY => sort.directed(by_day),
            _ => match (left.stake.usd(), right.stake.usd()) {
                (Some(left), Some(right)) => {
                    sort.directed(left.to_decimal().cmp(&right.to_decimal()))
                }
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => Ordering::Equal,
            },
        };
        order.then(by_day).then_with(|| left.id().cmp(&right.id()))
    });
    shown
}
