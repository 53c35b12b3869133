//! Large exchanges: fifty lines for twenty, and a search over two hundred reservations.

use calculator::exchange::{
    Exchange, Purchase, PurchaseInput, Return, SuggestInput, Suggestion, exchange, suggest,
};
use calculator::{
    BillingPlan, Currency, Holding, HoldingInput, Policy, ProvisioningState, ResourceType, Term,
};
use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{pick, start};

/// Reservations of one customer, and what they may be exchanged for.
#[wasm_bindgen]
pub struct Exchanges {
    many: Exchange,
    candidates: Vec<Return>,
    target: Purchase,
    on: NaiveDate,
}

const RETURNS: u32 = 50;
const PURCHASES: u32 = 20;
const CANDIDATES: u32 = 200;
/// The quantities of the target that a suggestion chooses from.
const QUANTITY_MAX: u32 = 20;

#[wasm_bindgen]
impl Exchanges {
    /// The same exchanges on every machine.
    #[wasm_bindgen(constructor)]
    #[expect(clippy::new_without_default, reason = "JavaScript needs a constructor")]
    pub fn new() -> Self {
        let on = start() + Days::new(365);
        let returns = (0..RETURNS).map(nth_return).collect();
        let purchases = (0..PURCHASES).map(nth_purchase).collect();
        let many = Exchange::new(returns, purchases, Vec::new(), on, Policy::newest());
        Self {
            many: many.expect("the workload is valid"),
            candidates: (0..CANDIDATES).map(nth_return).collect(),
            target: nth_purchase(0),
            on,
        }
    }

    /// Fifty lines for twenty with every step; gives the number of steps.
    pub fn exchange_many(&self) -> u32 {
        exchange(&self.many).steps.len() as u32
    }

    /// The smallest excess among two hundred reservations, in minor units.
    pub fn suggest_among_many(&self) -> u32 {
        let excess = self.suggestion(1, QUANTITY_MAX).excess.minor();
        u32::try_from(excess).expect("the excess of the workload fits")
    }
}

impl Exchanges {
    /// The suggestion for a range of quantities.
    pub fn suggestion(&self, from: u32, to: u32) -> Suggestion {
        let suggestion = suggest(&SuggestInput {
            candidates: &self.candidates,
            target: &self.target,
            quantities: from..=to,
            on: self.on,
            policy: Policy::newest(),
        });
        suggestion.expect("the workload is valid").expect("something can be returned")
    }
}

fn nth_return(number: u32) -> Return {
    let pick = |salt, of| pick(number, salt, of);
    let quantity = 1 + pick(20, 12);
    let holding = Holding::new(HoldingInput {
        quantity,
        unit_price: price(50_000 + pick(21, 900_000)),
        currency: Currency::USD,
        billing_plan: if pick(22, 2) == 0 { BillingPlan::Monthly } else { BillingPlan::Upfront },
        term: Term::THREE_YEARS,
        purchase_date: start() + Days::new(pick(23, 360).into()),
        expiry_date: None,
        resource_type: ResourceType::VirtualMachines,
        state: ProvisioningState::Succeeded,
        used: true,
        instalment: None,
        current_unit_price: None,
        sku_name: None,
        exchanges_used: 0,
    })
    .expect("the workload is valid");
    Return { units: quantity.into(), holding }
}

fn nth_purchase(number: u32) -> Purchase {
    let purchase = Purchase::new(PurchaseInput {
        resource_type: ResourceType::VirtualMachines,
        sku_name: None,
        term: Term::THREE_YEARS,
        billing_plan: BillingPlan::Monthly,
        quantity: 30,
        currency: Currency::USD,
        unit_price: price(700_000 + pick(number, 24, 900_000)),
    });
    purchase.expect("the workload is valid")
}

fn price(cents: u32) -> Decimal {
    Decimal::new(cents.into(), 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_search_has_to_work_for_its_answer() {
        let suggestion = Exchanges::new().suggestion(1, QUANTITY_MAX);
        assert_eq!(suggestion.units.len(), CANDIDATES as usize);
        assert!(suggestion.units.iter().filter(|units| **units > 0).count() > 10);
    }
}
