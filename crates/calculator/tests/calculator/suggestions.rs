//! The returns and the quantity that meet the floor of an exchange.

use calculator::exchange::{
    Exchange, Purchase, PurchaseInput, QUANTITIES_MAX, Return, SuggestInput, assess_exchange,
    suggest,
};
use calculator::{
    BillingPlan, Currency, Decision, Holding, HoldingInput, Policy, QUANTITY_MAX, ResourceType,
    Term,
};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::common::{day, dollars, machines_for_a_year};

/// A reservation of virtual machines bought on the first of January 2026.
fn line(cents: i64, quantity: u32, units: u64) -> Return {
    let holding = Holding::new(machines_for_a_year(quantity, Decimal::new(cents, 2), "2026-01-01"));
    Return { holding: holding.expect("valid"), units }
}

fn target(cents: i64, quantity: u32) -> Purchase {
    let purchase = Purchase::new(PurchaseInput {
        resource_type: ResourceType::VirtualMachines,
        sku_name: None,
        term: Term::ONE_YEAR,
        billing_plan: BillingPlan::Upfront,
        quantity,
        currency: Currency::USD,
        unit_price: Decimal::new(cents, 2),
    });
    purchase.expect("valid")
}

fn exchange(returns: Vec<Return>, purchase: Purchase, on: NaiveDate) -> Exchange {
    Exchange::new(returns, vec![purchase], Vec::new(), on, Policy::newest()).expect("valid")
}

/// What a suggestion says: units, quantity, excess in cents, whether it is the smallest.
type Says = (Vec<u64>, u32, i128, bool);

fn suggested(
    candidates: &[Return],
    target: &Purchase,
    quantities: (u32, u32),
    on: &str,
) -> Option<Says> {
    let suggestion = suggest(&SuggestInput {
        candidates,
        target,
        quantities: quantities.0..=quantities.1,
        on: day(on),
        policy: Policy::newest(),
    });
    let suggestion = suggestion.expect("valid")?;
    let excess = suggestion.excess.minor();
    Some((suggestion.units, suggestion.quantity, excess, suggestion.is_smallest))
}

#[test]
fn the_closest_sum_is_found() {
    let first_day = "2026-01-01";
    // 300 + 500 is the price to the cent; returning more would be too much.
    let candidates = [line(30_000, 1, 1), line(50_000, 1, 1), line(70_000, 1, 1)];
    let two = target(40_000, 1);
    assert_eq!(suggested(&candidates, &two, (2, 2), first_day), Some((vec![1, 1, 0], 2, 0, true)));
    // Any quantity: 500 + 700 are three of them, and return more.
    assert_eq!(suggested(&candidates, &two, (1, 9), first_day), Some((vec![0, 1, 1], 3, 0, true)));
    assert_eq!(
        suggested(&candidates, &two, (4, 9), first_day),
        Some((vec![1, 1, 1], 4, 10_000, true))
    );
    // Part of the units.
    let units = [line(30_000, 5, 4)];
    assert_eq!(suggested(&units, &two, (3, 3), first_day), Some((vec![4], 3, 0, true)));
    assert_eq!(suggested(&units, &two, (1, 2), first_day), Some((vec![1], 1, 10_000, true)));
    // More than is there cannot be returned.
    assert_eq!(
        suggested(&[line(30_000, 2, 9)], &two, (9, 9), first_day),
        Some((vec![2], 9, 300_000, true))
    );
}

#[test]
fn of_equal_excesses_the_one_that_returns_most_is_taken() {
    let candidates = [line(40_000, 1, 1), line(40_000, 1, 1)];
    let says = suggested(&candidates, &target(40_000, 1), (1, 5), "2026-01-01");
    assert_eq!(says, Some((vec![1, 1], 2, 0, true)));
}

#[test]
fn what_cannot_be_exchanged_is_passed_over() {
    let mut suse = line(40_000, 1, 1);
    let other_family = |resource_type| {
        Holding::new(HoldingInput {
            resource_type,
            ..machines_for_a_year(1, dollars("400.00"), "2026-01-01")
        })
        .expect("valid")
    };
    suse.holding = other_family(ResourceType::SuseLinux);
    let mut sql = line(40_000, 1, 1);
    sql.holding = other_family(ResourceType::SqlDatabases);
    let candidates = [suse, line(30_000, 1, 1), sql];
    let says = suggested(&candidates, &target(40_000, 1), (1, 1), "2026-01-01");
    assert_eq!(says, Some((vec![0, 1, 0], 1, 10_000, true)));
    assert_eq!(suggested(&candidates[..1], &target(40_000, 1), (1, 1), "2026-01-01"), None);
    assert_eq!(suggested(&candidates, &target(40_000, 1), (1, 1), "2027-01-01"), None);
    assert_eq!(suggested(&candidates, &target(1_000, 1), (1, 1), "2026-01-01"), None);
}

#[test]
fn units_without_a_right_to_exchange_stay() {
    let mut used = line(10_000, 4, 4);
    used.holding = Holding::new(HoldingInput {
        term: Term::THREE_YEARS,
        exchanges_used: 1,
        ..machines_for_a_year(4, dollars("100.00"), "2026-01-01")
    })
    .expect("valid");
    let target = target(100_000, 1);
    let units = |on| suggested(std::slice::from_ref(&used), &target, (1, 1), on).map(|says| says.0);
    assert_eq!(units("2027-01-31"), Some(vec![4]));
    assert_eq!(units("2027-02-01"), Some(vec![3]));
}

#[test]
fn beyond_what_can_be_searched_it_says_that_it_may_not_be_the_smallest() {
    // One line of a million units cannot be written down unit by unit.
    let huge = [line(10_007, QUANTITY_MAX, QUANTITY_MAX.into()), line(333, 1, 1)];
    let (units, _, excess, is_smallest) =
        suggested(&huge, &target(1_000_000, 1), (1, 1), "2026-01-01").expect("found");
    // 99 units are 9,906.93; the small line adds 3.33.
    assert_eq!((units, excess, is_smallest), (vec![99, 1], 8_974, false));
    // The largest quantities are tried, and not all of them.
    let says =
        suggested(&[line(99_999_999, 1, 1)], &target(103, 1), (1, QUANTITY_MAX), "2026-01-01");
    let (_, quantity, _, is_smallest) = says.expect("found");
    assert_eq!((quantity, is_smallest), (970_874, false));
    let most = QUANTITIES_MAX;
    let says =
        suggested(&[line(i64::from(most) * 100, 1, 1)], &target(100, 1), (1, most), "2026-01-01");
    assert_eq!(says, Some((vec![1], most, 0, true)));
}

#[test]
fn a_line_beyond_the_search_leaves_half_of_the_sums_to_the_others() {
    let with_huge = |cents: i64, others: &[i64], price: i64| {
        let mut lines = vec![line(cents, QUANTITY_MAX, QUANTITY_MAX.into())];
        lines.extend(others.iter().map(|cents| line(*cents, 1, 1)));
        let (units, _, excess, _) =
            suggested(&lines, &target(price, 1), (1, 1), "2026-01-01").expect("found");
        (units, excess)
    };
    // All of it fits.
    assert_eq!(with_huge(100, &[], 100_000_050), (vec![QUANTITY_MAX.into()], 50));
    // Nine units leave 13.00, which is the sum of the others; ten would leave 3.00 and no sum for it.
    assert_eq!(with_huge(1_000, &[400, 450, 450], 10_300), (vec![9, 1, 1, 1], 0));
    // Nine units leave more than all others make up together, so that a tenth is taken.
    assert_eq!(with_huge(1_000, &[400, 450], 10_420), (vec![10, 1, 0], 20));
}

#[test]
fn only_so_many_quantities_are_tried() {
    let beyond = |cents: u32| {
        let lines = [line(cents.into(), 1, 1)];
        let (_, quantity, excess, is_smallest) =
            suggested(&lines, &target(100, 1), (1, QUANTITY_MAX), "2026-01-01").expect("found");
        (quantity, excess, is_smallest)
    };
    assert_eq!(beyond(QUANTITIES_MAX * 100 - 99), (QUANTITIES_MAX, 99, true));
    assert_eq!(beyond(QUANTITIES_MAX * 100 + 1), (QUANTITIES_MAX + 1, 99, false));
}

#[test]
fn of_equal_excesses_the_larger_quantity_is_taken() {
    let lines = [line(90, 1, 1), line(190, 1, 1)];
    let says = suggested(&lines, &target(100, 1), (1, 3), "2026-01-01");
    assert_eq!(says, Some((vec![0, 1], 2, 10, true)));
}

#[test]
fn what_is_worth_nothing_is_kept() {
    let lines = [line(0, 5, 5), line(90, 1, 1), line(0, 5, 5)];
    let says = suggested(&lines, &target(100, 1), (1, 1), "2026-01-01");
    assert_eq!(says, Some((vec![0, 1, 0], 1, 10, true)));
}

#[test]
fn what_cannot_be_searched_among_is_named() {
    let error = |candidates: &[Return], on| {
        let input = SuggestInput {
            candidates,
            target: &target(1, 1),
            quantities: 1..=1,
            on: day(on),
            policy: Policy::newest(),
        };
        suggest(&input).expect_err("refused").field
    };
    assert_eq!(error(&[], "2026-01-01"), "returns");
    assert_eq!(error(&[line(1, 1, 1)], "2101-01-01"), "on");
}

/// Every choice of units and quantity, one by one.
fn smallest_excess(
    candidates: &[Return],
    target: &Purchase,
    quantities: (u32, u32),
    on: NaiveDate,
) -> Option<i128> {
    let mut choices: Vec<Vec<u64>> = vec![Vec::new()];
    for line in candidates {
        choices = choices
            .into_iter()
            .flat_map(|units| (0..=line.units).map(move |more| [&units[..], &[more]].concat()))
            .collect();
    }
    let mut smallest = None;
    for units in choices.iter().filter(|units| units.iter().any(|units| *units > 0)) {
        let lines = candidates.iter().zip(units).filter(|(_, units)| **units > 0);
        let lines: Vec<_> =
            lines.map(|(line, units)| Return { units: *units, ..line.clone() }).collect();
        for quantity in quantities.0..=quantities.1 {
            let price = target.unit_price().to_decimal();
            let cents = i64::try_from((price * Decimal::ONE_HUNDRED).trunc()).expect("small");
            let quote = exchange(lines.clone(), self::target(cents, quantity), on);
            let quote = assess_exchange(&quote);
            if let Some(totals) = quote.totals.filter(|totals| totals.refunds.minor() > 0)
                && quote.decision == Decision::Allowed
            {
                let excess = totals.net_payable.minor();
                smallest = Some(smallest.map_or(excess, |smallest: i128| smallest.min(excess)));
            }
        }
    }
    smallest
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn no_choice_has_a_smaller_excess(
        lines in proptest::collection::vec((1_i64..50_000, 1_u32..4), 1..5),
        price in 1_i64..60_000,
        from in 1_u32..4,
        more in 0_u32..3,
        days in 0_u64..360,
    ) {
        let candidates: Vec<_> =
            lines.iter().map(|(cents, units)| line(*cents, *units, (*units).into())).collect();
        let on = day("2026-01-01") + Days::new(days);
        let target = target(price, 1);
        let quantities = (from, from + more);
        let says = suggested(&candidates, &target, quantities, &on.to_string());
        let expected = smallest_excess(&candidates, &target, quantities, on);
        prop_assert_eq!(says.map(|says| (says.2, says.3)), expected.map(|excess| (excess, true)));
    }

    #[test]
    fn what_is_suggested_for_many_is_allowed_and_is_what_it_says(
        lines in proptest::collection::vec((1_i64..5_000_000, 1_u32..40), 20..120),
        price in 1_000_i64..60_000_000,
        quantity in 1_u32..20,
        days in 0_u64..360,
    ) {
        let candidates: Vec<_> =
            lines.iter().map(|(cents, units)| line(*cents, *units, (*units).into())).collect();
        let on = day("2026-01-01") + Days::new(days);
        let suggestion = suggest(&SuggestInput {
            candidates: &candidates,
            target: &target(price, 1),
            quantities: quantity..=quantity,
            on,
            policy: Policy::newest(),
        });
        if let Some(suggestion) = suggestion.expect("valid") {
            let chosen = candidates.iter().zip(&suggestion.units).filter(|(_, units)| **units > 0);
            let returns: Vec<_> =
                chosen.map(|(line, units)| Return { units: *units, ..line.clone() }).collect();
            let quote = assess_exchange(&exchange(returns, target(price, suggestion.quantity), on));
            let totals = quote.totals.expect("computable");
            prop_assert_eq!(quote.decision, Decision::Allowed);
            prop_assert_eq!(totals.refunds, suggestion.returned_value);
            prop_assert_eq!(totals.net_payable, suggestion.excess);
        }
    }
}
