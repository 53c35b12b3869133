//! What a reservation could be given up for while nobody has chosen anything: the least that is allowed.
//!
//! An exchange for the same size, term and way to pay at the price that was paid, as few units as make up for
//! the returned value; and for each type of savings plan that takes the product in trade the smallest
//! commitment, for its longest term. Both are beginnings: their prices are not those of a price list.

use chrono::NaiveDate;

use crate::exchange::{
    Exchange, Purchase, PurchaseInput, Return, SavingsPlan, returned_lines, smallest_hourly,
    smallest_quantity,
};
use crate::policy::Policy;

/// What units could be exchanged and traded in for; nothing where that cannot be computed or is not sold.
pub fn candidates(
    returned: &Return,
    on: NaiveDate,
    policy: &'static Policy,
) -> (Option<Purchase>, Option<SavingsPlan>) {
    let value = Exchange::new(vec![returned.clone()], Vec::new(), Vec::new(), on, policy).ok();
    let value = value.and_then(|exchange| returned_lines(&exchange).into_iter().next().flatten());
    let Some(value) = value.map(|line| line.returned_value.minor()) else { return (None, None) };
    let holding = &returned.holding;
    let one = |quantity: u32| {
        Purchase::new(PurchaseInput {
            resource_type: holding.resource_type().clone(),
            sku_name: holding.sku_name().map(ToOwned::to_owned),
            term: holding.term(),
            billing_plan: holding.billing_plan(),
            quantity,
            currency: holding.currency(),
            unit_price: holding.unit_price().to_decimal(),
        })
        .ok()
    };
    let purchase = one(1).and_then(|purchase| one(smallest_quantity(&purchase, value)?));
    let trade_in = policy
        .exchange
        .trade_ins
        .iter()
        .find(|trade_in| trade_in.products.contains(holding.resource_type()));
    let plan = trade_in.and_then(|trade_in| {
        let term = *trade_in.plan.terms().last()?;
        let plan = |hourly| SavingsPlan::new(trade_in.plan, term, hourly, holding.currency()).ok();
        plan(smallest_hourly(&plan(rust_decimal::Decimal::ZERO)?, value)?.to_decimal())
    });
    (purchase, plan)
}
