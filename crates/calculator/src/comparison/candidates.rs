//! What reservations could be given up for while nobody has chosen anything: the least that is allowed.
//!
//! An exchange for the cheapest of what a price list offers, or else for the same size, term and way to pay at the
//! price that was paid, each time as few units as make up for the returned value; and the savings plan with the
//! smallest commitment, for its longest term, of the type that takes the products in trade. All are beginnings.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::assessment::Decision;
use crate::exchange::{
    Exchange, Purchase, PurchaseInput, Return, SavingsPlan, TRADED_IN_MAX, assess_exchange,
    returned_lines, smallest_hourly, smallest_quantity,
};
use crate::policy::Policy;

/// What units could be exchanged and traded in for; nothing where that cannot be computed or is not sold.
pub fn candidates(
    returned: &Return,
    on: NaiveDate,
    policy: &'static Policy,
) -> (Option<Purchase>, Option<SavingsPlan>) {
    let lines = vec![returned.clone()];
    let Ok(returns) = Exchange::new(lines, Vec::new(), Vec::new(), on, policy) else {
        return (None, None);
    };
    let Some(value) = value(&returns) else { return (None, None) };
    let holding = &returned.holding;
    let same = Purchase::new(PurchaseInput {
        resource_type: holding.resource_type().clone(),
        sku_name: holding.sku_name().map(ToOwned::to_owned),
        term: holding.term(),
        billing_plan: holding.billing_plan(),
        quantity: 1,
        currency: holding.currency(),
        unit_price: holding.unit_price().to_decimal(),
    });
    let purchase = same.ok().and_then(|same| {
        let quantity = smallest_quantity(&same, value)?;
        Some(same.with_quantity(quantity))
    });
    (purchase, smallest_plan(&returns))
}

/// The savings plan with the smallest hourly commitment that the returns of an exchange can be traded in for: of
/// the type that takes all of them, for its longest term; `None` where there is none, or nothing is left of a return.
pub fn smallest_plan(returns: &Exchange) -> Option<SavingsPlan> {
    let value = value(returns).filter(|_| returns.returns().len() <= TRADED_IN_MAX)?;
    let products = returns.returns().iter().map(|line| line.holding.resource_type());
    let kind = returns.policy().exchange.savings_plan_for(products)?;
    let term = *kind.terms().last()?;
    let plan = |hourly| SavingsPlan::new(kind, term, hourly, returns.currency()).ok();
    plan(smallest_hourly(&plan(Decimal::ZERO)?, value)?.to_decimal())
}

/// One of some offers, and how many units of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Offered {
    /// Which of them.
    pub place: usize,
    /// The fewest units that make up for the returned value.
    pub quantity: u32,
}

/// Which of some purchases commits to the least in place of the returns of an exchange, and may be bought for
/// them; of equal ones the first. Where none may be bought, the cheapest all the same, so that it can be said why
/// not. `None` where nothing is offered, or the returned value cannot be computed.
///
/// Invariant: the offers are in the currency of the returns.
pub fn cheapest(returns: &Exchange, offers: &[Purchase]) -> Option<Offered> {
    let value = value(returns)?;
    let enough = |(place, offer): (usize, &Purchase)| {
        let quantity = smallest_quantity(offer, value)?;
        Some((offer.lifetime_price_of(quantity).minor(), Offered { place, quantity }))
    };
    let mut offered: Vec<_> = offers.iter().enumerate().filter_map(enough).collect();
    offered.sort_by_key(|(price, offered)| (*price, offered.place));
    let mut exchange = returns.clone();
    let is_allowed = |(_, offered): &&(i128, Offered)| {
        exchange.purchases = vec![offers[offered.place].with_quantity(offered.quantity)];
        assess_exchange(&exchange).decision == Decision::Allowed
    };
    let allowed = offered.iter().find(is_allowed);
    allowed.or(offered.first()).map(|(_, offered)| *offered)
}

/// What all returns of an exchange are worth, in minor units.
fn value(returns: &Exchange) -> Option<i128> {
    let lines: Option<Vec<_>> = returned_lines(returns).into_iter().collect();
    Some(lines?.iter().map(|line| line.returned_value.minor()).sum())
}
