//! What a plan is asked for with, as the address and the records have it, and its days as they are shown.

pub mod calendar;

use crate::address::ReservationRef;
use crate::prices::{ExchangeRate, usd_rates};
use azure::{Order, Reservation};
use calculator::plan::{Plan, PlanItem, Planning};
use calculator::{InputError, Ledger, LedgerEntry, Policy};
use chrono::{Days, Months, NaiveDate};

/// Names of what a plan keeps in the query of its address, beside customer and reservations.
pub mod parameter {
    /// The first UTC day after those of the plan.
    pub const UNTIL: &str = "until";
    /// Whether units of one reservation may go on different days; `no` where they may not.
    pub const SPLIT: &str = "split";
    /// How the plan is shown; `list` as a list.
    pub const SHOWN: &str = "shown";
}

/// The value of [`parameter::SPLIT`] where everything goes at once.
pub const AT_ONCE: &str = "no";

/// The value of [`parameter::SHOWN`] for a list.
pub const AS_LIST: &str = "list";

/// A reservation that a plan is made for.
#[derive(Clone, Debug)]
pub struct Planned {
    /// Which one.
    pub of: ReservationRef,
    /// What it is called.
    pub name: String,
    /// What is calculated with: all of its units.
    pub item: PlanItem,
}

impl Planned {
    /// All units of a reservation.
    ///
    /// # Errors
    /// What keeps it from being calculated with.
    pub fn new(
        of: ReservationRef,
        reservation: &Reservation,
        order: &Order,
        divisible: bool,
    ) -> Result<Self, InputError> {
        let used = azure::was_used(reservation);
        let holding = azure::holding(reservation, order, used, None)?;
        let units = holding.quantity().into();
        let item = PlanItem { holding, units, divisible };
        Ok(Self { of, name: crate::record::name(reservation), item })
    }
}

/// The reservations of one customer that a page is asked about, as `<order>/<reservation>`.
#[must_use]
pub fn read_several(customer: &str, ids: &[String]) -> Vec<ReservationRef> {
    let read = |ids: &String| {
        let (order, reservation) = ids.split_once('/')?;
        Some(ReservationRef {
            customer: customer.to_owned(),
            order: order.to_owned(),
            reservation: reservation.to_owned(),
        })
    };
    ids.iter().filter_map(read).collect()
}

/// The first day after a plan, from what an address says: else two years from `today`.
#[must_use]
pub fn until(text: &str, today: NaiveDate) -> NaiveDate {
    let given = azure::parse_day(text).filter(|day| *day >= today);
    given.unwrap_or(today + Months::new(24))
}

/// What a plan is to be made for.
///
/// # Errors
/// Names what is missing or wrong, such as `usdRates.EUR`.
pub fn planning(
    items: &[Planned],
    rates: &[ExchangeRate],
    ledger: &Ledger,
    policy: &'static Policy,
    (on, until): (NaiveDate, NaiveDate),
) -> Result<Planning, InputError> {
    let rates = usd_rates(rates);
    let items = items.iter().map(|planned| planned.item.clone()).collect();
    Planning::new(items, on, until, policy, ledger.clone(), &rates)
}

/// The ledger as it will be when the plan is carried out.
///
/// # Errors
/// Those of [`Ledger::new`].
pub fn ledger_after(ledger: &Ledger, plan: &Plan) -> Result<Ledger, InputError> {
    let planned = plan.schedule.iter().map(|it| LedgerEntry { date: it.on, usd: it.counts });
    Ledger::new(ledger.entries().iter().copied().chain(planned).collect())
}

/// The days that the chart of a plan shows: a year back, and as long as something of it counts.
#[must_use]
pub fn span(plan: &Plan, today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let year = Days::new(365);
    let last = plan.schedule.last().map_or(today, |planned| planned.on);
    (today, last.max(today) + year)
}
