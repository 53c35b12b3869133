//! Plans for reservations that are no longer needed, more than the limit lets go at once.

use calculator::plan::{Plan, PlanItem, Planning, plan};
use calculator::{
    BillingPlan, Currency, Holding, HoldingInput, Ledger, LedgerEntry, Money, Policy,
    ProvisioningState, ResourceType, Term, UsdRate,
};
use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;

use crate::start;

/// Reservations of about 12,000 each, half of them divisible, to be returned within three years.
pub struct Plans {
    planning: Planning,
}

impl Plans {
    /// The same `count` reservations on every machine.
    pub fn new(count: u32, policy: &'static Policy) -> Self {
        let on = start() + Days::new(365);
        let euros = Currency::parse("EUR").expect("a currency");
        let rate = UsdRate::from_decimal(Decimal::new(10_843, 4)).expect("a rate");
        let entry = |days: u64, cents| LedgerEntry {
            date: on - Days::new(days),
            usd: Money::from_minor(cents, Currency::USD),
        };
        let ledger = Ledger::new(vec![entry(300, 1_500_000), entry(90, 1_000_000)]);
        let planning = Planning::new(
            (0..count).map(|place| item(place, on, euros)).collect(),
            on,
            on + Days::new(1_100),
            policy,
            ledger.expect("valid entries"),
            &[(euros, rate)],
        );
        Self { planning: planning.expect("the workload is valid") }
    }

    /// The plan.
    pub fn plan(&self) -> Plan {
        plan(&self.planning)
    }
}

fn item(place: u32, on: NaiveDate, euros: Currency) -> PlanItem {
    let units = 1 + place % 6;
    let cents = 1_200_000 / units + place * 7_919 % 500_003;
    let holding = Holding::new(HoldingInput {
        quantity: units,
        unit_price: Decimal::new(cents.into(), 2),
        currency: if place % 3 == 2 { euros } else { Currency::USD },
        billing_plan: if place % 4 == 3 { BillingPlan::Monthly } else { BillingPlan::Upfront },
        term: if place.is_multiple_of(2) { Term::THREE_YEARS } else { Term::ONE_YEAR },
        purchase_date: on - Days::new(u64::from(place) * 37 % 340),
        expiry_date: None,
        resource_type: ResourceType::VirtualMachines,
        state: ProvisioningState::Succeeded,
        used: true,
        instalment: None,
        current_unit_price: None,
        sku_name: None,
        exchanges_used: 0,
    });
    PlanItem {
        holding: holding.expect("the workload is valid"),
        units: units.into(),
        divisible: place.is_multiple_of(2),
    }
}
