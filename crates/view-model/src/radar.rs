//! What is coming up for reservations: which dates, in which order, and how that stands in the address.
//!
//! Amounts are compared, and added up by [`Money::sums`]; all else about them is the calculator's.

use crate::address::ReservationRef;
use crate::customers::CustomerSummary;
use crate::listing::{Sort, sort_by};
use crate::record::name;
use crate::reservations::Window;
use azure::{KnownSubscription, ProvisioningState, Reservation, Stake, Surroundings, WatchKind};
use calculator::{Holding, Ledger, Money, Policy, RefundInput, UsdRate};
use chrono::NaiveDate;
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Names of what the radar keeps in the query of its address, beside the order.
pub mod parameter {
    /// Which changes are shown.
    pub const KIND: &str = "kind";
    /// How near the dates are that are shown.
    pub const WHEN: &str = "when";
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

/// How near a date is. Every date has exactly one of them, and all dates of a day have the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Span {
    /// After today, within seven days.
    Week,
    /// After that, within thirty days.
    Month,
    /// After that.
    Later,
    /// It holds today already.
    Already,
}

impl Span {
    /// All of them in the order of the list: what holds already waits for nobody.
    pub const ALL: [Self; 4] = [Self::Week, Self::Month, Self::Later, Self::Already];

    /// How near `day` is on `today`, both in UTC.
    #[must_use]
    pub fn of(day: NaiveDate, today: NaiveDate) -> Self {
        match (day - today).num_days() {
            ..=0 => Self::Already,
            1..=7 => Self::Week,
            8..=30 => Self::Month,
            _ => Self::Later,
        }
    }

    /// The form for an address.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
            Self::Later => "later",
            Self::Already => "already",
        }
    }

    /// Reads what [`Span::key`] wrote; `None` shows all dates.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|span| span.key() == key)
    }
}

/// What the dates of a span come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subtotal {
    /// The span.
    pub span: Span,
    /// How many dates are in it.
    pub dates: usize,
    /// The money at stake in USD as far as it is known; `None` where none is. A reservation with several dates
    /// counts once, with the most that is at stake in it; what comes back of the yearly limit is not at stake.
    pub usd: Option<Money>,
    /// Reservations with money at stake that is not known in USD.
    pub unknown: usize,
}

/// What the dates come to on `today`, span by span.
#[must_use]
pub fn subtotals(entries: &[Arc<Entry>], today: NaiveDate) -> [Subtotal; 4] {
    Span::ALL.map(|span| {
        let within = || entries.iter().filter(move |entry| Span::of(entry.day, today) == span);
        let mut most: BTreeMap<_, Option<Money>> = BTreeMap::new();
        for entry in within().filter(|entry| entry.stake != AtStake::Nothing) {
            let Change::Reservation { of, name, .. } = &entry.change else { continue };
            let of = of.as_ref().map(|of| (&of.order, &of.reservation));
            // What has an id needs no name, and what has none is told by it.
            let name = of.is_none().then_some(name);
            let known = most.entry((&entry.customer.customer_id, of, name)).or_default();
            let usd = entry.stake.usd();
            if usd.map(Money::to_decimal) > known.map(Money::to_decimal) {
                *known = usd;
            }
        }
        Subtotal {
            span,
            dates: within().count(),
            usd: Money::sums(most.values().copied().flatten()).first().copied(),
            unknown: most.values().filter(|usd| usd.is_none()).count(),
        }
    })
}

/// The order that everybody sees at first: what comes next, then what holds already.
#[must_use]
pub fn default_sort() -> Sort {
    Sort::by(column::DAY)
}

/// Reads an order from an address; an unknown column is the first order.
#[must_use]
pub fn sort_from(written: &str) -> Sort {
    let sort = Sort::parse(written);
    let is_known = [column::DAY, column::STAKE].contains(&sort.column.as_str());
    if is_known { sort } else { default_sort() }
}

/// The dates of the kind that the filter leaves.
#[must_use]
pub fn kept(entries: &[Arc<Entry>], filter: Option<Filter>, today: NaiveDate) -> Vec<Arc<Entry>> {
    let is_kept = |entry: &Entry| filter.is_none_or(|filter| filter.holds(entry, today));
    entries.iter().filter(|entry| is_kept(entry)).cloned().collect()
}

/// The dates of the span in the order asked for. What has no amount in USD comes last
/// whichever way amounts are sorted; dates that the order does not tell apart follow their days.
#[must_use]
pub fn arrange(
    entries: &[Arc<Entry>],
    span: Option<Span>,
    sort: &Sort,
    today: NaiveDate,
) -> Vec<Arc<Entry>> {
    let is_shown = |entry: &Entry| span.is_none_or(|span| Span::of(entry.day, today) == span);
    let mut shown: Vec<_> = entries.iter().filter(|entry| is_shown(entry)).cloned().collect();
    let nearness = |entry: &Entry| (Span::of(entry.day, today), entry.day);
    sort_by(&mut shown, |left, right| {
        let by_day = nearness(left).cmp(&nearness(right));
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
