//! What a plan is asked for with, and its days as they are shown.

use calculator::plan::{Plan, PlanItem, PlannedReturn, plan};
use calculator::{
    BillingPlan, Currency, Holding, HoldingInput, Ledger, LedgerEntry, Money, Policy,
    ProvisioningState, ResourceType, Term,
};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use view_model::ReservationRef;
use view_model::plan::calendar::{Entry, Month, months};
use view_model::plan::{Planned, ledger_after, planning, read_several, span, until};

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
fn a_month_has_its_days_in_weeks_from_monday() {
    let month = |first: &str| Month { first: day(first), entries: Vec::new() };
    let weeks = month("2026-11-01").weeks();
    assert_eq!(weeks.len(), 6, "the first is a Sunday, the last day a Monday");
    assert_eq!(weeks[0][..6], [None; 6]);
    assert_eq!((weeks[0][6], weeks[5][0]), (Some(day("2026-11-01")), Some(day("2026-11-30"))));
    assert_eq!(month("2027-02-01").weeks().len(), 4, "28 days from a Monday on");
    assert_eq!(month("2028-02-01").last(), day("2028-02-29"));
}

#[test]
fn a_month_shows_what_falls_due_until_the_last_return() {
    let today = day("2026-11-22");
    let mut monthly = planned("USD");
    monthly.item.holding = Holding::new(HoldingInput {
        quantity: 1,
        unit_price: Decimal::from(12_000),
        currency: Currency::USD,
        billing_plan: BillingPlan::Monthly,
        term: Term::ONE_YEAR,
        purchase_date: day("2026-11-02"),
        expiry_date: None,
        resource_type: ResourceType::VirtualMachines,
        state: ProvisioningState::Succeeded,
        used: true,
        instalment: None,
        current_unit_price: None,
        sku_name: None,
        exchanges_used: 0,
    })
    .expect("valid");
    monthly.item.units = 1;
    let policy = Policy::by_id("partner-center-2020-08").expect("a policy");
    let asked = planning(&[monthly], &[], &Ledger::default(), policy, (today, until("", today)));
    let asked = asked.expect("a plan to make");
    let on = day("2027-01-10");
    let returned = PlannedReturn {
        item: 0,
        units: 1,
        on,
        payable: Money::zero(Currency::USD),
        instalments: Money::from_minor(200_000, Currency::USD),
        usd: Money::zero(Currency::USD),
        counts: Money::zero(Currency::USD),
    };
    let plan = Plan { schedule: vec![returned], kept: Vec::new(), ..plan(&asked) };
    let months = months(&plan, &asked.charges(&plan), &Ledger::default(), today);
    let said: Vec<_> = months
        .iter()
        .map(|month| {
            (month.first.to_string(), month.entries.iter().map(Entry::on).collect::<Vec<_>>())
        })
        .collect();
    let expected =
        [("2026-12-01", vec![day("2026-12-02")]), ("2027-01-01", vec![day("2027-01-02"), on])];
    assert_eq!(said, expected.map(|(first, days)| (first.to_owned(), days)));
    assert_eq!(months[1].on(on).count(), 1);
}

#[test]
fn the_cap_that_is_drawn_has_what_the_plan_takes_from_it() {
    let today = day("2026-11-22");
    let usd = Money::from_minor(4_000_000, Currency::USD);
    let ledger = Ledger::new(vec![LedgerEntry { date: day("2026-03-01"), usd }]).expect("valid");
    let policy = Policy::by_id("partner-center-2020-08").expect("a policy");
    let days = (today, until("", today));
    let asked = planning(&[planned("USD")], &[], &ledger, policy, days).expect("a plan to make");
    let found = plan(&asked);
    assert_eq!(found.gain().minor(), found.usd.minor() - found.today.minor());
    assert!(found.schedule.len() > 1);
    let months = months(&found, &asked.charges(&found), &ledger, today);
    let entries: Vec<Entry> = months.iter().flat_map(|month| month.entries.clone()).collect();
    let returns = entries.iter().filter(|entry| matches!(entry, Entry::Return(_)));
    assert_eq!(returns.count(), found.schedule.len());
    // 40,000 are free again a year after they were booked, and something is returned on that day.
    let free = day("2027-03-01");
    let of_day: Vec<_> = entries.iter().filter(|entry| entry.on() == free).collect();
    assert!(matches!(of_day[..], [Entry::Free(_, freed), Entry::Return(_), ..] if *freed == usd));
    let after = ledger_after(&ledger, &found).expect("a ledger");
    assert_eq!(after.entries().len(), 1 + found.schedule.len());
    for planned in &found.schedule {
        let used = after.course(planned.on, planned.on)[0].1;
        assert!(used.minor() <= policy.limit.usd_cents, "{used} on {}", planned.on);
    }
    let (first, last) = span(&found, today);
    assert_eq!(first, today);
    assert_eq!(after.course(first, last).last().expect("a day").1, Money::zero(Currency::USD));
    let no_rate = planning(&[planned("SEK")], &[], &ledger, policy, (today, today));
    assert_eq!(no_rate.expect_err("no rate").field, "usdRates.SEK");
}
