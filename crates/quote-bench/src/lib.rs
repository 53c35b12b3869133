//! The workload that the calculator is measured with: mixed returns, the same natively and in the
//! browser, so that the figures of both can be compared.

use calculator::json::RefundCase;
use calculator::{
    BillingPlan, Currency, FeeRate, Holding, HoldingInput, Ledger, LedgerEntry, Money, Policy,
    ProvisioningState, RefundInput, ResourceType, Term, UsdRate, assess, first_date, refund,
};
use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;
use wasm_bindgen::prelude::wasm_bindgen;

/// Mixed returns: every policy, both plans, four terms and currencies, ledgers of 20 entries.
#[wasm_bindgen]
pub struct Workload {
    cases: Vec<RefundCase>,
}

#[wasm_bindgen]
impl Workload {
    /// The same `count` returns on every machine.
    #[wasm_bindgen(constructor)]
    pub fn new(count: u32) -> Self {
        Self { cases: (0..count).map(case).collect() }
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
        self.cases.iter().filter(|case| first_date(&case.input()).is_some()).count() as u64
    }

    fn sum(&self, payable: impl Fn(&RefundInput<'_>) -> Money) -> u64 {
        let minor = self.cases.iter().map(|case| payable(&case.input()).minor());
        u64::try_from(minor.sum::<i128>()).expect("the sum of the workload fits")
    }
}

impl Workload {
    /// The returns.
    pub fn cases(&self) -> &[RefundCase] {
        &self.cases
    }
}

/// The return with this number; neighbours differ in everything.
pub fn case(number: u32) -> RefundCase {
    let pick = |stride: u32, of: u32| (number.wrapping_mul(2_654_435_761) >> 8) / stride % of;
    let currency = ["USD", "EUR", "GBP", "JPY"][pick(1, 4) as usize];
    let currency = Currency::parse(currency).expect("a currency of ISO 4217");
    let term =
        [Term::ONE_YEAR, Term::THREE_YEARS, Term::FIVE_YEARS, Term::ONE_YEAR][pick(4, 4) as usize];
    let purchase = NaiveDate::from_ymd_opt(2024, 1, 1).expect("a date");
    let purchase_date = purchase + Days::new(pick(16, 700).into());
    let quantity = 1 + pick(7, 40);
    let holding = Holding::new(HoldingInput {
        quantity,
        unit_price: Decimal::new(i64::from(50_000 + pick(3, 900_000)), 2),
        currency,
        billing_plan: if pick(2, 2) == 0 { BillingPlan::Monthly } else { BillingPlan::Upfront },
        term,
        purchase_date,
        expiry_date: None,
        resource_type: ResourceType::VirtualMachines,
        state: ProvisioningState::Succeeded,
        used: pick(5, 3) > 0,
        instalment: None,
        current_unit_price: None,
        sku_name: None,
        exchanges_used: 0,
    })
    .expect("the workload is valid");
    let entry = |place: u32| LedgerEntry {
        date: purchase + Days::new((place * 41 + pick(11, 41)).into()),
        usd: Money::from_minor((100_000 + pick(13, 400_000)).into(), Currency::USD),
    };
    RefundCase {
        units: u64::from(1 + pick(9, quantity)),
        on: purchase_date + Days::new(pick(6, 360).into()),
        policy: &Policy::all()[pick(8, 4) as usize],
        ledger: Ledger::new((0..20).map(entry).collect()).expect("the workload is valid"),
        usd_rate: Some(UsdRate::from_decimal(Decimal::new(10_843, 4)).expect("a rate")),
        fee_rate: (pick(10, 10) == 0).then_some(FeeRate::TWELVE_PERCENT),
        holding,
    }
}
