//! The workload that the calculator is measured with: mixed returns, the same natively and in the
//! browser, so that the figures of both can be compared.

mod exchanges;
mod plans;
mod portfolios;

pub use exchanges::Exchanges;
pub use plans::Plans;
pub use portfolios::Portfolios;

use calculator::{
    BillingPlan, Currency, FeeRate, Holding, HoldingInput, Ledger, LedgerEntry, Money, Policy,
    ProvisioningState, RefundInput, ResourceType, Term, UsdRate, assess, first_date, refund,
};
use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;
use wasm_bindgen::prelude::wasm_bindgen;

/// Mixed returns of a large partner: every policy, both plans, four terms and currencies, and one
/// customer, with a ledger of 20 entries, for every 50 reservations.
#[wasm_bindgen]
pub struct Workload {
    returns: Vec<Return>,
    ledgers: Vec<Ledger>,
    usd_rate: UsdRate,
}

struct Return {
    holding: Holding,
    units: u64,
    on: NaiveDate,
    policy: &'static Policy,
    fee_rate: Option<FeeRate>,
}

const RESERVATIONS_OF_A_CUSTOMER: usize = 50;

#[wasm_bindgen]
impl Workload {
    /// The same `count` returns on every machine.
    #[wasm_bindgen(constructor)]
    pub fn new(count: u32) -> Self {
        Self {
            returns: (0..count).map(nth_return).collect(),
            ledgers: (0..=count / RESERVATIONS_OF_A_CUSTOMER as u32).map(ledger).collect(),
            usd_rate: UsdRate::from_decimal(Decimal::new(10_843, 4)).expect("a rate"),
        }
    }

    /// Amounts, limit and decision of every return, without steps; gives the sum of what is
    /// payable, so that no work can be left out.
    pub fn assess_all(&self) -> u64 {
        self.sum(|input| assess(input).payable)
    }

    /// Every return with its steps, ways out and the newest policy.
    pub fn quote_all(&self) -> u64 {
        self.sum(|input| refund(input).assessment.payable)
    }

    /// The first day on which every return fits; gives the number of those that ever do.
    pub fn first_dates(&self) -> u64 {
        self.inputs().filter(|input| first_date(input).is_some()).count() as u64
    }
}

impl Workload {
    /// What each return is calculated from.
    pub fn inputs(&self) -> impl Iterator<Item = RefundInput<'_>> {
        self.returns.iter().enumerate().map(|(number, one)| RefundInput {
            holding: &one.holding,
            units: one.units,
            on: one.on,
            policy: one.policy,
            ledger: &self.ledgers[number / RESERVATIONS_OF_A_CUSTOMER],
            usd_rate: Some(self.usd_rate),
            fee_rate: one.fee_rate,
        })
    }

    fn sum(&self, payable: impl Fn(&RefundInput<'_>) -> Money) -> u64 {
        let minor = self.inputs().map(|input| payable(&input).minor());
        u64::try_from(minor.sum::<i128>()).expect("the sum of the workload fits")
    }
}

/// A number below `of` that looks random but is the same on every machine.
fn pick(number: u32, salt: u32, of: u32) -> u32 {
    (number.wrapping_add(salt << 16).wrapping_mul(2_654_435_761) >> 8) % of
}

fn start() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 1, 1).expect("a date")
}

fn ledger(customer: u32) -> Ledger {
    let entry = |place: u32| LedgerEntry {
        date: start() + Days::new((place * 41 + pick(customer, place, 41)).into()),
        usd: Money::from_minor((100_000 + pick(customer, place, 400_000)).into(), Currency::USD),
    };
    Ledger::new((0..20).map(entry).collect()).expect("the workload is valid")
}

/// The return with this number; neighbours differ in everything.
fn nth_return(number: u32) -> Return {
    let pick = |salt, of| pick(number, salt, of);
    let currency = ["USD", "EUR", "GBP", "JPY"][pick(1, 4) as usize];
    let terms = [Term::ONE_YEAR, Term::THREE_YEARS, Term::FIVE_YEARS, Term::ONE_YEAR];
    let purchase_date = start() + Days::new(pick(2, 700).into());
    let quantity = 1 + pick(3, 40);
    let holding = Holding::new(HoldingInput {
        quantity,
        unit_price: Decimal::new(i64::from(50_000 + pick(4, 900_000)), 2),
        currency: Currency::parse(currency).expect("a currency of ISO 4217"),
        billing_plan: if pick(5, 2) == 0 { BillingPlan::Monthly } else { BillingPlan::Upfront },
        term: terms[pick(6, 4) as usize],
        purchase_date,
        expiry_date: None,
        resource_type: ResourceType::VirtualMachines,
        state: ProvisioningState::Succeeded,
        used: pick(7, 3) > 0,
        instalment: None,
        current_unit_price: None,
        sku_name: None,
        exchanges_used: 0,
    })
    .expect("the workload is valid");
    Return {
        units: u64::from(1 + pick(8, quantity)),
        on: purchase_date + Days::new(pick(9, 360).into()),
        policy: &Policy::all()[pick(10, 4) as usize],
        fee_rate: (pick(11, 10) == 0).then_some(FeeRate::TWELVE_PERCENT),
        holding,
    }
}
