//! What would make an exchange possible: the smallest change of one line, and the first day.

use chrono::NaiveDate;

use crate::assessment::Decision;
use crate::exchange::{
    Exchange, ExchangeAssessment, Purchase, Return, SavingsPlan, assess_exchange,
    refusal_but_commitment,
};
use crate::exchange_right::right_refusal;
use crate::holding::{BillingPlan, Holding, QUANTITY_MAX};
use crate::money::{Money, PRICE_MAX};
use crate::refusal::Refusal;
use crate::stretches::{first_fitting, stretches};
use crate::term::Term;

/// Ways to an exchange that is allowed, each with everything else as it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExchangeWaysOut {
    /// What the new lifetime commitment lacks to the minimum, the returned value; zero when nothing is
    /// missing, `None` where a return cannot be computed.
    pub missing: Option<Money>,
    /// For each return the units that can still be exchanged, 0 where that is none: where the exchange is
    /// refused for [`Refusal::ExchangeRightUsed`], and allowed with these units alone.
    pub units_left: Option<Vec<u64>>,
    /// For each purchase the smallest quantity with which the exchange is allowed.
    pub quantities: Vec<Option<u32>>,
    /// The same for each savings plan.
    pub savings_plans: Vec<PlanThatMeets>,
    /// The first day, not before the day of the exchange, on which it is allowed; `None` where there is none
    /// before a return expires.
    pub first_date: Option<NaiveDate>,
}

/// What about a savings plan would meet the minimum.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PlanThatMeets {
    /// The smallest hourly commitment, in minor units, that is enough for the same term.
    pub hourly_commitment: Option<Money>,
    /// The shortest term of its type for which the same hourly commitment is enough.
    pub term: Option<Term>,
}

pub(super) fn find(exchange: &Exchange, assessment: &ExchangeAssessment) -> ExchangeWaysOut {
    // Quantities, prices and terms of plans change the commitment alone.
    let net = assessment.totals.map(|totals| totals.net_payable.minor());
    let needed = net.filter(|_| refusal_but_commitment(exchange).is_none());
    let enough = |price: &Money| Some(price.minor() - needed?);
    let purchases = exchange.purchases().iter().zip(&assessment.purchases);
    let plans = exchange.savings_plans().iter().zip(&assessment.savings_plans);
    ExchangeWaysOut {
        missing: net.map(|net| Money::from_minor((-net).max(0), exchange.currency())),
        units_left: match assessment.decision {
            Decision::Refused(Refusal::ExchangeRightUsed) => units_left(exchange),
            _ => None,
        },
        quantities: purchases
            .map(|(purchase, price)| smallest_quantity(purchase, enough(price)?))
            .collect(),
        savings_plans: plans
            .map(|(plan, price)| PlanThatMeets {
                hourly_commitment: enough(price).and_then(|needed| smallest_hourly(plan, needed)),
                term: enough(price).and_then(|needed| shortest_term(plan, needed)),
            })
            .collect(),
        first_date: match assessment.decision {
            Decision::Allowed => Some(exchange.on()),
            Decision::Capped | Decision::Refused(_) => first_date(exchange),
        },
    }
}

/// The first of some purchases with which an exchange is allowed, in place of one of its own: such as the
/// same size for other terms, at their prices.
///
/// Invariant: they are in the currency of the exchange.
pub fn first_allowed<'a>(
    exchange: &Exchange,
    place: usize,
    offers: &'a [Purchase],
) -> Option<&'a Purchase> {
    let mut instead = exchange.clone();
    offers.iter().find(|offer| {
        debug_assert_eq!(offer.unit_price().currency(), exchange.currency());
        let Some(purchase) = instead.purchases.get_mut(place) else { return false };
        purchase.clone_from(offer);
        assess_exchange(&instead).decision == Decision::Allowed
    })
}

/// The smallest quantity whose lifetime price is at least `needed` minor units.
///
/// Found by halving, because the price never falls as units are added.
pub(crate) fn smallest_quantity(purchase: &Purchase, needed: i128) -> Option<u32> {
    let meets = |quantity| purchase.lifetime_price_of(quantity).minor() >= needed;
    if !meets(QUANTITY_MAX) {
        return None;
    }
    let (mut low, mut high) = (1, QUANTITY_MAX);
    while low < high {
        let middle = low.midpoint(high);
        if meets(middle) { high = middle } else { low = middle + 1 }
    }
    Some(low)
}

/// The smallest hourly commitment above nothing, in minor units, that comes to at least `needed`.
pub(crate) fn smallest_hourly(plan: &SavingsPlan, needed: i128) -> Option<Money> {
    let currency = plan.hourly_commitment().currency();
    let hours = i128::from(plan.hours());
    let hourly = if needed > hours { (needed - 1) / hours + 1 } else { 1 };
    let is_possible = hourly <= PRICE_MAX * currency.minor_units();
    is_possible.then(|| Money::from_minor(hourly, currency))
}

fn shortest_term(plan: &SavingsPlan, needed: i128) -> Option<Term> {
    let meets = |term: &Term| plan.lifetime_price_for(*term).minor() >= needed;
    plan.kind().terms().iter().copied().find(meets)
}

/// The units of each return that can still be exchanged, if they can be alone.
fn units_left(exchange: &Exchange) -> Option<Vec<u64>> {
    let (on, policy) = (exchange.on(), exchange.policy());
    let left = |line: &Return| match right_refusal(&line.holding, line.units, on, policy) {
        Some(Refusal::ExchangeRightUsed) => line.holding.units_with_exchange().into(),
        Some(Refusal::ExchangeRightEnded) => 0,
        _ => line.units,
    };
    let units: Vec<_> = exchange.returns().iter().map(left).collect();
    let mut rest = exchange.clone();
    for (line, units) in rest.returns.iter_mut().zip(&units) {
        line.units = *units;
    }
    rest.returns.retain(|line| line.units > 0);
    let is_possible =
        !rest.returns.is_empty() && assess_exchange(&rest).decision == Decision::Allowed;
    is_possible.then_some(units)
}

/// The first day, not before that of the exchange, on which it is allowed.
///
/// Returned values never rise as days pass and purchases keep their price, so the commitment is enough from
/// some day on; whatever else stands against the exchange begins on one of the [`edges`]. Within a stretch
/// between two of them it is therefore allowed from some day on.
fn first_date(exchange: &Exchange) -> Option<NaiveDate> {
    let holdings = || exchange.returns().iter().map(|line| &line.holding);
    let bought = holdings().map(|holding| holding.purchase_date()).max()?;
    let (start, end) =
        (exchange.on().max(bought), holdings().map(|holding| holding.expiry_date()).min()?);
    let fits = |on| assess_exchange(&exchange.on_day(on)).decision == Decision::Allowed;
    first_fitting(stretches(start, end, edges(exchange)), fits)
}

/// The days on which something other than the passing of days changes what is possible.
///
/// Where a billed instalment is finer than the minor unit, what is paid and what is not yet due are rounded anew with
/// each instalment, and their sum may rise by a minor unit.
fn edges(exchange: &Exchange) -> Vec<NaiveDate> {
    let rules = &exchange.policy().exchange;
    let right = rules.right_ends.map(|rule| rule.from);
    let sold = rules.not_sold.map(|rule| rule.from);
    let holdings = exchange.returns().iter().map(|line| &line.holding);
    let is_finer = |holding: &&Holding| {
        holding.billing_plan() == BillingPlan::Monthly
            && holding.instalment().is_some_and(|billed| !billed.is_whole())
    };
    let due = holdings.filter(is_finer).flat_map(|holding| holding.cycles().further_starts());
    right.into_iter().chain(sold).chain(due).collect()
}
