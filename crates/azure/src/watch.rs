//! What is coming up for a reservation: the days from which something is no longer possible, and the
//! money that is at stake until then.
//!
//! It stands beside [`holding`](crate::holding()), because days follow from the record alone and are
//! known before the order has come, while amounts need both.
//!
//! Every day here is the first UTC day on which the change holds, as an expiry date is the first day
//! without the reservation: the day before is the last one to act.
//!
//! When something may be exchanged, and for what, follows the newest policy whatever policy a quote
//! is asked under: the days lie ahead, and older policies do not know them. Amounts and the first
//! days follow the policy that is asked for.

use calculator::exchange::{Purchase, PurchaseInput};
use calculator::{
    Currency, ExchangeRightEnds, FIRST_DAYS, FirstDays, Money, Phase, Policy, RefundInput,
    ResourceType, assess,
};
use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;

use crate::consumption::any_above_zero;
use crate::reservation::{Reservation, ReservationProperties};
use crate::surroundings::{Billed, GoneScope};

/// Reservations that end within so many days are watched.
pub(crate) const EXPIRY_DAYS_WATCHED: i64 = 90;

/// A change that is coming up for a reservation.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct Watch {
    /// What changes.
    pub kind: WatchKind,
    /// The first UTC day on which the change holds.
    pub day: NaiveDate,
}

/// What changes for a reservation.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum WatchKind {
    /// The rule of the first days no longer holds.
    FirstDaysOver,
    /// Savings plans replace exchanges.
    ExchangeRight(ExchangeRight),
    /// The size is not sold any more: it can be neither renewed nor chosen in an exchange.
    NotSold {
        /// The first UTC day on which it could not be bought.
        since: NaiveDate,
    },
    /// The term ends.
    Expires,
    /// What it applies to is not there any more, so that nobody benefits.
    ScopeGone(GoneScope),
    /// The subscription that is billed is not the one that people think of.
    Billed(Billed),
    /// It is renewed as a new order, on which nobody has the roles of this one.
    RenewalLosesRoles,
}

impl WatchKind {
    /// Whether money is at stake in it.
    pub const fn has_stake(self) -> bool {
        !matches!(self, Self::RenewalLosesRoles | Self::Billed(Billed::Elsewhere))
    }
}

/// What is left of the right to exchange a reservation.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum ExchangeRight {
    /// From the day on, one exchange is left for each unit; until then there is no such limit.
    OneFromDay,
    /// One exchange is left for each unit, until the reservation expires on the day.
    OneLeft,
    /// The reservation was received in an exchange on the day, which was the last one.
    Used,
    /// The reservation was bought on the day, when new ones had no such right any more.
    Ended,
}

/// Money that is at stake.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stake {
    /// In the currency of the reservation.
    pub amount: Money,
    /// The same in USD, rounded to cents half to even; `None` without a rate.
    pub usd: Option<Money>,
}

/// What is coming up for a reservation after `today`, where a refund would follow `policy`; nothing
/// for one that is not active or whose record does not say until when.
pub fn watches(reservation: &Reservation, today: NaiveDate, policy: &Policy) -> Vec<Watch> {
    let properties = reservation.properties();
    let active = reservation.phase().is_some_and(Phase::is_active);
    let Some(expiry) = properties.expires_on().filter(|expiry| active && today < *expiry) else {
        return Vec::new();
    };
    [
        first_days(properties, today, policy),
        exchange_right(properties, expiry, today),
        not_sold(reservation, expiry, today),
        ((expiry - today).num_days() <= EXPIRY_DAYS_WATCHED)
            .then_some(Watch { kind: WatchKind::Expires, day: expiry }),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn first_days(
    properties: &ReservationProperties,
    today: NaiveDate,
    policy: &Policy,
) -> Option<Watch> {
    let granted = policy.first_days != FirstDays::NotStated
        && !policy.not_returnable.contains(properties.reserved_resource_type.as_ref()?);
    let bought = properties.purchased_on().filter(|bought| granted && *bought <= today)?;
    let day = bought + Days::new(FIRST_DAYS.unsigned_abs() + 1);
    (today < day).then_some(Watch { kind: WatchKind::FirstDaysOver, day })
}

fn exchange_right(
    properties: &ReservationProperties,
    expiry: NaiveDate,
    today: NaiveDate,
) -> Option<Watch> {
    let ExchangeRightEnds { from, services } = Policy::newest().exchange.right_ends?;
    let bought = properties.purchased_on()?;
    if !services.contains(properties.reserved_resource_type.as_ref()?) || expiry <= from {
        return None;
    }
    let swap = properties.swap_properties.as_ref();
    let received = swap.is_some_and(|swap| swap.swap_source.is_some());
    let (right, day) = match (bought >= from, today < from) {
        (true, _) if received => (ExchangeRight::Used, bought),
        (true, _) => (ExchangeRight::Ended, bought),
        (false, true) => (ExchangeRight::OneFromDay, from),
        (false, false) => (ExchangeRight::OneLeft, expiry),
    };
    Some(Watch { kind: WatchKind::ExchangeRight(right), day })
}

fn not_sold(reservation: &Reservation, expiry: NaiveDate, today: NaiveDate) -> Option<Watch> {
    let since = Policy::newest().exchange.not_sold?.from;
    let properties = reservation.properties();
    let size = reservation.sku.as_ref()?.name.as_deref()?;
    let resource_type = properties.reserved_resource_type.as_ref()?;
    let term = properties.term.as_ref()?.known()?;
    let day = if today < since { since } else { expiry };
    let concerned = day <= expiry && !is_sold(resource_type, size, term, today.max(since));
    concerned.then_some(Watch { kind: WatchKind::NotSold { since }, day })
}

/// Whether a size can be bought for this term on a day.
fn is_sold(
    resource_type: &ResourceType,
    size: &str,
    term: calculator::Term,
    day: NaiveDate,
) -> bool {
    let bought = Purchase::new(PurchaseInput {
        resource_type: resource_type.clone(),
        sku_name: Some(size.to_owned()),
        term,
        // What is on sale depends on none of the rest.
        billing_plan: calculator::BillingPlan::Upfront,
        quantity: 1,
        currency: Currency::USD,
        unit_price: Decimal::ZERO,
    });
    bought.is_ok_and(|bought| bought.is_sold(Policy::newest(), day))
}

/// Whether a reservation was used, as far as the utilization in its record tells. Without one it
/// counts as used, which never promises too much.
pub fn was_used(reservation: &Reservation) -> bool {
    let utilization = reservation.properties().utilization.as_ref();
    any_above_zero([1, 7, 30].map(|days| utilization?.percent_over(days))).unwrap_or(true)
}

/// The money that is at stake in a change, seen from the day of `input`, which asks for a refund.
///
/// | What changes | At stake |
/// |---|---|
/// | the first days are over | what a refund pays now and no longer pays then |
/// | the right to exchange, the size is not sold | what counts in an exchange now |
/// | the term ends | what a refund pays now |
/// | the scope or the subscription that pays is gone | what counts in an exchange now |
///
/// Nothing where it cannot be computed, as on a day outside the term, and where no money is at stake.
pub fn at_stake(watch: &Watch, input: &RefundInput<'_>) -> Option<Stake> {
    if !watch.kind.has_stake() {
        return None;
    }
    let now = assess(input);
    let amounts = now.amounts?;
    let amount = match watch.kind {
        WatchKind::Expires => now.payable,
        WatchKind::ExchangeRight(_)
        | WatchKind::NotSold { .. }
        | WatchKind::ScopeGone(_)
        | WatchKind::Billed(_)
        | WatchKind::RenewalLosesRoles => amounts.cancelled_commitment,
        WatchKind::FirstDaysOver => {
            let then = assess(&RefundInput { on: watch.day, ..*input });
            let lost = now.payable.minor() - then.payable.minor();
            Money::from_minor(lost.max(0), now.payable.currency())
        }
    };
    Some(Stake { amount, usd: input.in_usd(amount) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::Wire;
    use calculator::{Holding, HoldingInput, Ledger, ProvisioningState, UsdRate};
    use serde_json::{Value, json};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn record(change: impl FnOnce(&mut Value)) -> Reservation {
        let mut record = json!({ "sku": { "name": "Standard_D4s_v5" }, "properties": {
            "quantity": 2, "billingPlan": "Upfront", "term": "P3Y", "purchaseDate": "2025-06-10",
            "expiryDate": "2028-06-10", "reservedResourceType": "VirtualMachines",
            "provisioningState": "Succeeded",
        }});
        change(&mut record);
        Wire::read(record).unwrap()
    }

    fn seen(record: &Reservation, today: &str) -> Vec<(WatchKind, String)> {
        let watches = watches(record, day(today), Policy::default_policy());
        watches.into_iter().map(|watch| (watch.kind, watch.day.to_string())).collect()
    }

    const fn right(right: ExchangeRight) -> WatchKind {
        WatchKind::ExchangeRight(right)
    }

    #[test]
    fn one_exchange_is_left_from_the_day_of_the_change() {
        let record = record(|_| ());
        let from = [(right(ExchangeRight::OneFromDay), "2027-02-01".to_owned())];
        assert_eq!(seen(&record, "2026-11-21"), from);
        assert_eq!(seen(&record, "2027-01-31"), from);
        let left = (right(ExchangeRight::OneLeft), "2028-06-10".to_owned());
        assert_eq!(seen(&record, "2027-02-01"), [left]);
    }

    #[test]
    fn what_was_bought_or_received_since_the_change_has_no_exchange() {
        let ended = record(|it| it["properties"]["purchaseDate"] = json!("2027-02-01"));
        let kind = right(ExchangeRight::Ended);
        assert_eq!(seen(&ended, "2027-03-01"), [(kind, "2027-02-01".to_owned())]);
        let used = record(|it| {
            it["properties"]["purchaseDate"] = json!("2027-02-15");
            let source = "/providers/microsoft.capacity/reservationOrders/o/reservations/r";
            it["properties"]["swapProperties"] = json!({ "swapSource": source });
        });
        let kind = right(ExchangeRight::Used);
        assert_eq!(seen(&used, "2027-03-01"), [(kind, "2027-02-15".to_owned())]);
    }

    #[test]
    fn services_without_savings_plans_and_terms_that_end_before_keep_their_right() {
        let storage = record(|it| it["properties"]["reservedResourceType"] = json!("BlockBlob"));
        assert_eq!(seen(&storage, "2026-11-21"), []);
        let short = record(|it| it["properties"]["expiryDate"] = json!("2027-02-01"));
        assert_eq!(
            seen(&short, "2026-11-21"),
            [(WatchKind::Expires, "2027-02-01".to_owned())],
            "on the day of the change it is gone anyway"
        );
    }

    #[test]
    fn a_term_that_ends_is_watched_for_ninety_days() {
        let record = record(|it| it["properties"]["reservedResourceType"] = json!("BlockBlob"));
        let expires = [(WatchKind::Expires, "2028-06-10".to_owned())];
        assert_eq!(seen(&record, "2028-03-11"), []);
        assert_eq!(seen(&record, "2028-03-12"), expires);
        assert_eq!(seen(&record, "2028-06-09"), expires);
        assert_eq!(seen(&record, "2028-06-10"), [], "the first day without it");
    }

    #[test]
    fn the_first_days_are_over_on_the_sixth_day_after_the_purchase() {
        let record = record(|it| it["properties"]["reservedResourceType"] = json!("BlockBlob"));
        let over = [(WatchKind::FirstDaysOver, "2025-06-16".to_owned())];
        assert_eq!(seen(&record, "2025-06-09"), [], "before the purchase");
        assert_eq!(seen(&record, "2025-06-10"), over);
        assert_eq!(seen(&record, "2025-06-15"), over, "the last day");
        assert_eq!(seen(&record, "2025-06-16"), []);
        let policy = Policy::by_id("partner-center-2018-05").unwrap();
        assert_eq!(watches(&record, day("2025-06-12"), policy), [], "no such rule in 2018");
    }

    #[test]
    fn a_series_is_sold_until_its_day_and_then_only_for_terms_that_are() {
        let not_sold = WatchKind::NotSold { since: day("2026-07-01") };
        let of = |size: &str, term: &str| {
            record(|it| {
                it["sku"]["name"] = json!(size);
                it["properties"]["term"] = json!(term);
            })
        };
        let days = |record: &Reservation, today: &str| {
            let mut seen = seen(record, today);
            seen.retain(|(kind, _)| *kind == not_sold);
            seen.into_iter().map(|(_, day)| day).collect::<Vec<_>>()
        };
        let dsv3 = of("Standard_D4s_v3", "P3Y");
        assert_eq!(days(&dsv3, "2026-06-30"), ["2026-07-01"]);
        assert_eq!(days(&dsv3, "2026-07-01"), ["2028-06-10"]);
        assert_eq!(days(&dsv3, "2027-03-01"), ["2028-06-10"], "rights do not matter for it");
        assert!(days(&of("Standard_F8s_v2", "P3Y"), "2026-11-21").is_empty());
        assert_eq!(days(&of("Standard_F8s_v2", "P1Y"), "2026-11-21"), ["2028-06-10"]);
        assert!(days(&of("Standard_D4s_v5", "P1Y"), "2026-11-21").is_empty());
    }

    #[test]
    fn what_gives_no_benefit_or_says_too_little_is_not_watched() {
        for (field, value) in [
            ("provisioningState", json!("Cancelled")),
            ("provisioningState", Value::Null),
            ("expiryDate", Value::Null),
            ("expiryDate", json!("2026-11-21")),
        ] {
            let record = record(|it| it["properties"][field] = value.clone());
            assert_eq!(seen(&record, "2026-11-21"), [], "{field}: {value}");
        }
        let without_type = record(|it| it["properties"]["reservedResourceType"] = Value::Null);
        assert_eq!(seen(&without_type, "2026-11-21"), []);
    }

    #[test]
    fn no_year_of_a_record_is_too_far_away() {
        let far = record(|it| {
            it["properties"]["purchaseDate"] = json!("9999-12-30");
            it["properties"]["expiryDate"] = json!("9999-12-31");
            it["sku"]["name"] = json!("Standard_D4s_v3");
        });
        let seen = watches(&far, day("9999-12-30"), Policy::newest());
        assert!(seen.iter().any(|watch| watch.kind == WatchKind::FirstDaysOver));
        assert!(seen.iter().any(|watch| watch.kind == WatchKind::Expires));
    }

    #[test]
    fn usage_is_known_or_assumed() {
        let with = |aggregates: Value| {
            record(|it| it["properties"]["utilization"] = json!({ "aggregates": aggregates }))
        };
        assert!(was_used(&record(|_| ())));
        assert!(was_used(&with(json!([]))));
        assert!(was_used(&with(json!([{ "grain": 1, "value": 0 }, { "grain": 7, "value": 0.5 }]))));
        assert!(!was_used(&with(json!([{ "grain": 1, "value": 0 }, { "grain": 7, "value": 0 }]))));
    }

    fn holding(used: bool) -> Holding {
        Holding::new(HoldingInput {
            quantity: 2,
            unit_price: Decimal::new(365, 0),
            currency: Currency::parse("EUR").unwrap(),
            billing_plan: calculator::BillingPlan::Upfront,
            term: calculator::Term::ONE_YEAR,
            purchase_date: day("2026-11-18"),
            expiry_date: None,
            resource_type: ResourceType::VirtualMachines,
            state: ProvisioningState::Succeeded,
            used,
            instalment: None,
            current_unit_price: None,
            sku_name: None,
            exchanges_used: 0,
        })
        .unwrap()
    }

    #[test]
    fn each_kind_has_its_own_stake() {
        let (holding, ledger) = (holding(false), Ledger::default());
        let input = RefundInput {
            holding: &holding,
            units: 2,
            on: day("2026-11-21"),
            policy: Policy::default_policy(),
            ledger: &ledger,
            usd_rate: Some(UsdRate::from_decimal(Decimal::new(115, 2)).unwrap()),
            fee_rate: None,
        };
        let stake = |kind, on| {
            let stake = at_stake(&Watch { kind, day: day(on) }, &input).unwrap();
            (stake.amount.to_string(), stake.usd.unwrap().to_string())
        };
        let pair = |eur: &str, usd: &str| (eur.to_owned(), usd.to_owned());
        // Unused, within five days: everything, 730.00.
        assert_eq!(stake(WatchKind::Expires, "2027-11-18"), pair("730.00", "839.50"));
        // On the sixth day 12.00 are consumed and 12 % of 718.00 is the fee: 631.84 are left.
        assert_eq!(stake(WatchKind::FirstDaysOver, "2026-11-24"), pair("98.16", "112.88"));
        let right = right(ExchangeRight::OneFromDay);
        assert_eq!(stake(right, "2027-02-01"), pair("730.00", "839.50"));

        let watch = Watch { kind: WatchKind::Expires, day: day("2027-11-18") };
        let unknown = at_stake(&watch, &RefundInput { usd_rate: None, ..input }).unwrap();
        assert_eq!(unknown.usd, None);
        assert_eq!(at_stake(&watch, &RefundInput { on: day("2027-11-18"), ..input }), None);
    }
}
