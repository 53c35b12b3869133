use super::*;
use crate::plan::{Method, PlanItem, Planning, plan};
use crate::{
    BillingPlan, Currency, Holding, HoldingInput, Ledger, LedgerEntry, Money, Policy,
    ProvisioningState, ResourceType, Term, UsdRate, parse_decimal,
};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// When a plan begins.
fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day")
}

/// A cancellation that still counts on the first day.
fn entry() -> impl Strategy<Value = LedgerEntry> {
    (1_u64..364, 1_000_000_i128..4_800_000).prop_map(|(days, cents)| LedgerEntry {
        date: first_day() - Days::new(days),
        usd: Money::from_minor(cents, Currency::USD),
    })
}

prop_compose! {
    fn items(on: NaiveDate)(
        units in 1_u64..4,
        cents in prop_oneof![50_000_i64..500_000, 500_000_i64..3_000_000],
        is_euro in any::<bool>(),
        is_monthly in any::<bool>(),
        is_long in any::<bool>(),
        age in 0_u64..360,
        divisible in any::<bool>(),
    ) -> PlanItem {
        let code = if is_euro { "EUR" } else { "USD" };
        let holding = Holding::new(HoldingInput {
            quantity: units as u32,
            unit_price: Decimal::new(cents, 2),
            currency: Currency::parse(code).expect("a currency"),
            billing_plan: if is_monthly { BillingPlan::Monthly } else { BillingPlan::Upfront },
            term: if is_long { Term::THREE_YEARS } else { Term::ONE_YEAR },
            purchase_date: on - Days::new(age),
            expiry_date: None,
            resource_type: ResourceType::VirtualMachines,
            state: ProvisioningState::Succeeded,
            used: true,
            instalment: None,
            current_unit_price: None,
            sku_name: None,
            exchanges_used: 0,
        });
        PlanItem { holding: holding.expect("valid"), units, divisible }
    }
}

fn planning() -> impl Strategy<Value = Planning> {
    let on = first_day();
    let entries = proptest::collection::vec(entry(), 0..3);
    let of = proptest::collection::vec(items(on), 1..5);
    (of, 1_u64..30, entries, 0..Policy::all().len()).prop_map(
        move |(items, days, entries, policy)| {
            let rate = parse_decimal("1.0843").and_then(UsdRate::from_decimal);
            let euro = Currency::parse("EUR").expect("a currency");
            let ledger = Ledger::new(entries).expect("valid entries");
            let rates = [(euro, rate.expect("a rate"))];
            let until = on + Days::new(days);
            Planning::new(items, on, until, &Policy::all()[policy], ledger, &rates).expect("valid")
        },
    )
}

/// Returns of whole items over more than a year, so that one can wait until another is free again.
fn years(count: Range<usize>) -> impl Strategy<Value = Planning> {
    let on = first_day();
    let of = proptest::collection::vec(items(on), count);
    (of, 366_u64..480, entry()).prop_map(move |(mut items, days, entry)| {
        items.iter_mut().for_each(|item| item.divisible = false);
        let rate = parse_decimal("1.0843").and_then(UsdRate::from_decimal).expect("a rate");
        let rates = [(Currency::parse("EUR").expect("a currency"), rate)];
        let policy = Policy::by_id("azure-2026-08").expect("a policy");
        let ledger = Ledger::new(vec![entry]).expect("a valid entry");
        Planning::new(items, on, on + Days::new(days), policy, ledger, &rates).expect("valid")
    })
}

/// The most that two returns bring on whichever days.
fn best_of_two(model: &Model) -> i128 {
    let end = model.days.len();
    let mut every = Found::nothing(model);
    for (one, other) in (0..=end).flat_map(|one| (0..=end).map(move |other| (one, other))) {
        let days = [(one, 0), (other, 1)];
        let going = days.into_iter().filter(|(day, _)| *day < end);
        let mut plan: Vec<_> = going.map(|(day, item)| Placed { day, item, count: 1 }).collect();
        plan.sort_unstable_by_key(|placed| (placed.day, placed.item));
        every.offer(model, &plan);
    }
    every.value
}

/// What a search comes to with prices for groups or without, and the most that any plan brings by it.
fn searched(model: &Model, has_groups: bool) -> (i128, i128) {
    let mut found = Found::nothing(model);
    let mut search = Stretches::new(model, &found).expect("few days and units");
    search.has_groups &= has_groups;
    while search.step(model, &mut found) {}
    (found.value, search.most(&found))
}

/// A quarter of the cases of other properties: each compares two whole searches.
fn so_many() -> ProptestConfig {
    let asked = ProptestConfig::default();
    ProptestConfig { cases: asked.cases.div_ceil(4), ..asked }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: so_many().cases.div_ceil(4), ..so_many() })]

    /// No day is left out on which a best plan returns something.
    #[test]
    fn stretches_over_years_come_to_the_best_of_all_days(planning in years(2..3)) {
        let mut model = Model::new(planning);
        while model.add_row() {}
        let best = best_of_two(&model);
        for has_groups in [true, false] {
            let (found, most) = searched(&model, has_groups);
            prop_assert!(most >= best, "{most} is less than {best}");
            prop_assert!(found <= best);
            prop_assert!(most > found || found == best);
        }
    }

    /// What is found with prices for groups never is more than can be by the search without, nor the other way round.
    #[test]
    fn stretches_with_groups_and_without_say_the_same(planning in years(3..6), splits in any::<bool>()) {
        let mut planning = planning;
        planning.items.iter_mut().for_each(|item| item.divisible = splits);
        let mut model = Model::new(planning);
        while model.add_row() {}
        let bounds = [true, false].map(|has_groups| searched(&model, has_groups));
        let best = bounds.iter().map(|bound| bound.0).max();
        let most = bounds.iter().map(|bound| bound.1).min();
        prop_assert!(best <= most, "{bounds:?}");
    }
}

proptest! {
    #![proptest_config(so_many())]

    /// Without what the other searches have found and proven it comes to the same.
    #[test]
    fn stretches_alone_come_to_what_every_choice_comes_to(planning in planning()) {
        let known = plan(&planning);
        let mut model = Model::new(planning);
        while model.add_row() {}
        let mut found = Found::nothing(&model);
        let Some(mut search) = Stretches::new(&model, &found) else { return Ok(()) };
        while search.step(&model, &mut found) {}
        let most = search.most(&found);
        let best = known.usd.minor();
        prop_assert!(most >= best, "{most} is less than {best}");
        prop_assert!(found.value <= best + known.method.bound().minor());
        if known.method == Method::Exact && most == found.value {
            prop_assert_eq!(found.value, best);
        }
    }
}
