//! What a plan is asked for with, and its days as they are shown.

use calculator::plan::{Effort, PlanItem, plan};
use calculator::{
    BillingPlan, Currency, Holding, HoldingInput, Ledger, LedgerEntry, Money, Policy,
    ProvisioningState, ResourceType, Term,
};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use view_model::ReservationRef;
use view_model::plan::{Planned, by_day, ledger_after, planning, read_several, span, until};

fn day(text: &str) -> NaiveDate {
    text.parse().expect(text)
}

fn planned(code: &str) -> Planned {
    let holding = Holding::new(HoldingInput {
        quantity: 4,
        unit_price: Decimal::new(3_650_000, 2),
        currency: Currency::parse(code).expect("a currency"),
        billing_plan: BillingPlan::Upfront,
        term: Term::THREE_YEARS,
        purchase_date: day("2026-06-01"),
        expiry_date: None,
        resource_type: ResourceType::VirtualMachines,
        state: ProvisioningState::Succeeded,
        used: true,
        instalment: None,
        current_unit_price: None,
        sku_name: None,
        exchanges_used: 0,
    });
    let item = PlanItem { holding: holding.expect("valid"), units: 4, divisible: true };
    Planned { of: ReservationRef::default(), name: "x".to_owned(), item }
}

#[test]
fn an_address_names_the_reservations_and_the_days() {
    let ids = ["o-1/r-1", "o-2/r-2", "nonsense"].map(ToOwned::to_owned);
    let read = read_several("c-1", &ids);
    assert_eq!(read.len(), 2);
    assert_eq!((read[1].order.as_str(), read[1].reservation.as_str()), ("o-2", "r-2"));
    let today = day("2026-11-22");
    assert_eq!(until("2027-01-01", today), day("2027-01-01"));
    for text in ["", "2026-11-21", "tomorrow"] {
        assert_eq!(until(text, today), day("2028-11-22"), "{text}");
    }
}

#[test]
fn the_cap_that_is_drawn_has_what_the_plan_takes_from_it() {
    let today = day("2026-11-22");
    let usd = Money::from_minor(4_000_000, Currency::USD);
    let ledger = Ledger::new(vec![LedgerEntry { date: day("2026-03-01"), usd }]).expect("valid");
    let policy = Policy::by_id("partner-center-2020-08").expect("a policy");
    let days = (today, until("", today));
    let asked = |effort| {
        planning(&[planned("USD")], &[], &ledger, policy, days, effort).expect("a plan to make")
    };
    let found = plan(&asked(Effort::Brief));
    assert_eq!(found, plan(&asked(Effort::Full)), "a small plan needs little work");
    assert_eq!(found.gain().minor(), found.usd.minor() - found.today.minor());
    assert!(found.schedule.len() > 1);
    let days: usize = by_day(&found).iter().map(|(_, returns)| returns.len()).sum();
    assert_eq!(days, found.schedule.len());
    let after = ledger_after(&ledger, &found).expect("a ledger");
    assert_eq!(after.entries().len(), 1 + found.schedule.len());
    for planned in &found.schedule {
        let used = after.course(planned.on, planned.on)[0].1;
        assert!(used.minor() <= policy.limit.usd_cents, "{used} on {}", planned.on);
    }
    let (first, last) = span(&found, today);
    assert_eq!(first, today);
    assert_eq!(after.course(first, last).last().expect("a day").1, Money::zero(Currency::USD));
    let no_rate = planning(&[planned("SEK")], &[], &ledger, policy, (today, today), Effort::Brief);
    assert_eq!(no_rate.expect_err("no rate").field, "usdRates.SEK");
}
