//! Keeping, refund, exchange and trade-in side by side.

use calculator::comparison::{
    Choice, Comparison, ComparisonInput, Reason, UsedUnits, candidates, cheapest, compare,
    smallest_plan, utilization,
};
use calculator::exchange::{
    Exchange, Purchase, PurchaseInput, Return, SavingsPlan, SavingsPlanType, assess_exchange,
};
use calculator::{
    BillingPlan, Currency, Decision, Holding, HoldingInput, Ledger, LedgerEntry, Money, Policy,
    Refusal, ResourceType, Share, Term, UsdRate,
};
use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::common::{day, dollars, machines_for_a_year};

/// A unit of a one-year upfront reservation at a dollar a day, 100 days old: 265.00 are left.
fn line(resource_type: ResourceType, units: u64) -> Return {
    let holding = Holding::new(HoldingInput {
        resource_type,
        ..machines_for_a_year(1_000, dollars("365.00"), "2025-01-01")
    });
    Return { holding: holding.expect("valid"), units }
}

fn machines(units: u64) -> Vec<Return> {
    vec![line(ResourceType::VirtualMachines, units)]
}

fn purchase(price: &str) -> Vec<Purchase> {
    let purchase = Purchase::new(PurchaseInput {
        resource_type: ResourceType::VirtualMachines,
        sku_name: None,
        term: Term::THREE_YEARS,
        billing_plan: BillingPlan::Upfront,
        quantity: 1,
        currency: Currency::USD,
        unit_price: dollars(price),
    });
    vec![purchase.expect("valid")]
}

fn plan(hourly: &str) -> Vec<SavingsPlan> {
    vec![
        SavingsPlan::new(SavingsPlanType::Compute, Term::ONE_YEAR, dollars(hourly), Currency::USD)
            .expect("valid"),
    ]
}

fn percent(text: &str) -> Option<Share> {
    Some(Share::from_percent("utilization", dollars(text)).expect("a share"))
}

/// So much of each line.
fn used(returns: &[Return], utilization: Option<Share>) -> Vec<UsedUnits> {
    utilization.map_or_else(Vec::new, |used| {
        returns.iter().map(|line| UsedUnits::of(line.units, used)).collect()
    })
}

struct Case<'a> {
    returns: Vec<Return>,
    utilization: Option<Share>,
    /// How much of each line, where that is not the same part of all.
    used: Option<Vec<UsedUnits>>,
    unneeded: &'a [u64],
    saving: Option<Share>,
    policy: &'static str,
    ledger: &'static [(&'static str, i128)],
    purchases: Vec<Purchase>,
    plans: Vec<SavingsPlan>,
    on: &'static str,
}

impl Default for Case<'_> {
    fn default() -> Self {
        Self {
            returns: machines(1),
            utilization: None,
            used: None,
            unneeded: &[],
            saving: None,
            policy: "partner-center-2020-08",
            ledger: &[],
            purchases: Vec::new(),
            plans: Vec::new(),
            on: "2025-04-11",
        }
    }
}

impl Case<'_> {
    fn compare(&self) -> Comparison {
        let entry = |(date, cents): &(&str, i128)| LedgerEntry {
            date: day(date),
            usd: Money::from_minor(*cents, Currency::USD),
        };
        let ledger = Ledger::new(self.ledger.iter().map(entry).collect()).expect("valid");
        compare(&ComparisonInput {
            returns: &self.returns,
            used: &self.used.clone().unwrap_or_else(|| used(&self.returns, self.utilization)),
            unneeded: self.unneeded,
            saving: self.saving,
            on: day(self.on),
            policy: Policy::by_id(self.policy).expect("known"),
            ledger: &ledger,
            usd_rate: None,
            fee_rate: None,
            purchases: &self.purchases,
            savings_plans: &self.plans,
        })
        .expect("valid")
    }

    fn advice(&self) -> (Option<Choice>, Reason) {
        let advice = self.compare().advice;
        (advice.choice, advice.reason)
    }
}

#[test]
fn the_choices_stand_side_by_side_in_the_same_amounts() {
    let case = Case { purchases: purchase("600.00"), plans: plan("0.05"), ..Case::default() };
    let comparison = case.compare();
    assert_eq!(
        comparison.commitment_before.map(|money| money.to_string()).as_deref(),
        Some("265.00")
    );
    let rows: Vec<_> = comparison
        .outcomes
        .iter()
        .map(|outcome| {
            let amounts = outcome.amounts.expect("possible");
            [
                amounts.cash.net.to_string(),
                amounts.commitment_after.to_string(),
                amounts.fee.to_string(),
                amounts.given_up.to_string(),
                amounts.limit_used.expect("known").to_string(),
                amounts.end.to_string(),
                amounts.break_even.map(|share| share.to_string()).unwrap_or_default(),
            ]
        })
        .collect();
    // 12 % of 265.00 are 31.80. A year of 0.05 an hour is 438.00, its first month 36.50.
    assert_eq!(
        rows,
        [
            ["0.00", "265.00", "0.00", "0.00", "0.00", "2026-01-01", "88.00 %"],
            ["-233.20", "0.00", "31.80", "31.80", "233.20", "2025-04-11", ""],
            ["335.00", "600.00", "0.00", "0.00", "0.00", "2028-04-11", "94.70 %"],
            ["-228.50", "438.00", "0.00", "0.00", "0.00", "2026-04-11", "92.74 %"],
        ]
    );
}

#[test]
fn what_a_reserved_hour_saves_lowers_the_break_even() {
    let case = Case { saving: percent("40"), ..Case::default() };
    let keep = case.compare().outcomes[0].amounts.expect("possible");
    assert_eq!(keep.break_even, percent("52.80"));
}

#[test]
fn refunds_of_several_lines_share_one_limit() {
    // 100 units are 26,500.00, after the fee 23,320.00: two such lines fit, the third does not.
    let hundred = || line(ResourceType::VirtualMachines, 100);
    let case = |count: usize, policy| Case {
        returns: (0..count).map(|_| hundred()).collect(),
        policy,
        ..Case::default()
    };
    let refund = |case: Case<'_>| *case.compare().outcome(Choice::Refund).expect("always there");
    let two = refund(case(2, "partner-center-2020-08"));
    assert_eq!(two.decision, Decision::Allowed);
    assert_eq!(
        two.amounts.expect("possible").limit_used,
        Some(Money::from_minor(4_664_000, Currency::USD))
    );
    let three = refund(case(3, "partner-center-2020-08"));
    assert_eq!(three.decision, Decision::Capped);
    let amounts = three.amounts.expect("possible");
    assert_eq!(amounts.cash.net.to_string(), "-50000.00");
    assert_eq!(amounts.fee.to_string(), "9540.00");
    assert_eq!(amounts.given_up.to_string(), "29500.00");
    assert_eq!(amounts.limit_used.expect("known").to_string(), "50000.00");
    let refused = refund(case(3, "azure-2023-10"));
    assert_eq!(refused.decision, Decision::Refused(Refusal::RefundLimitExceeded));
    assert_eq!(refused.amounts, None);
}

#[test]
fn without_a_rate_the_limit_is_unknown_and_nothing_is_assumed() {
    let euros = Currency::parse("EUR").expect("known");
    let mut holding =
        HoldingInput { currency: euros, ..machines_for_a_year(1, dollars("365.00"), "2025-01-01") };
    let returns = |holding: &HoldingInput| {
        vec![Return { holding: Holding::new(holding.clone()).expect("valid"), units: 1 }]
    };
    let limit_used = |returns: &[Return], usd_rate| {
        let comparison = compare(&ComparisonInput {
            returns,
            used: &[],
            unneeded: &[],
            saving: None,
            on: day("2025-04-11"),
            policy: Policy::by_id("partner-center-2020-08").expect("known"),
            ledger: &Ledger::default(),
            usd_rate,
            fee_rate: None,
            purchases: &[],
            savings_plans: &[],
        });
        comparison.expect("valid").outcomes[1].amounts.expect("possible").limit_used
    };
    let rate = UsdRate::from_decimal(dollars("2")).expect("a rate");
    let line = returns(&holding);
    assert_eq!(limit_used(&line, None), None);
    assert_eq!(limit_used(&line, Some(rate)), Some(Money::from_minor(46_640, Currency::USD)));
    holding.currency = Currency::USD;
    assert_eq!(
        limit_used(&returns(&holding), None),
        Some(Money::from_minor(23_320, Currency::USD))
    );
}

#[test]
fn a_choice_that_is_refused_has_no_amounts() {
    let case = Case { purchases: purchase("264.99"), plans: plan("0.01"), ..Case::default() };
    let comparison = case.compare();
    for choice in [Choice::Exchange, Choice::TradeIn] {
        let outcome = comparison.outcome(choice).expect("considered");
        assert_eq!(outcome.decision, Decision::Refused(Refusal::CommitmentTooLow));
        assert_eq!(outcome.amounts, None);
    }
    assert_eq!(Case::default().compare().outcome(Choice::Exchange), None);
    assert_eq!(Case::default().compare().outcome(Choice::TradeIn), None);
}

#[test]
fn the_advice_follows_from_the_numbers() {
    use Choice::{Exchange, Keep, Refund, TradeIn};
    // A dollar a day is left for 265 days.
    let used = |utilization: &str| Case { utilization: percent(utilization), ..Case::default() };
    let saved = |utilization, saving| Case { saving: percent(saving), ..used(utilization) };
    let refused =
        |case| Case { policy: "azure-2023-10", ledger: &[("2025-04-01", 5_000_000)], ..case };
    let table = [
        (Case::default(), (None, Reason::UtilizationUnknown)),
        (saved("87.99", "0"), (Some(Refund), Reason::Underused)),
        (saved("52.80", "40"), (Some(Keep), Reason::UsedEnough)),
        (saved("52.79", "40"), (Some(Refund), Reason::Underused)),
        // 600.00 for three years are 0.55 a day, of which today's 0.88 use everything.
        (
            Case { purchases: purchase("600.00"), ..saved("87.99", "0") },
            (Some(Exchange), Reason::WholeValueCounts),
        ),
        // A tenth of a dollar a day is too little for any of them.
        (
            Case { purchases: purchase("600.00"), plans: plan("0.05"), ..saved("10", "0") },
            (Some(Refund), Reason::Underused),
        ),
        // 0.73 a day for a year, of which half a dollar uses 69 %; 52.81 % are enough.
        (
            Case { plans: plan("0.0303"), ..saved("50", "40") },
            (Some(TradeIn), Reason::WholeValueCounts),
        ),
        (Case { plans: plan("0.0303"), ..saved("30", "40") }, (Some(Refund), Reason::Underused)),
        (
            Case { purchases: purchase("438.00"), plans: plan("0.05"), ..saved("50", "40") },
            (Some(Exchange), Reason::WholeValueCounts),
        ),
        // Without a fee nothing is given up, so that everything used below the whole speaks for it.
        (
            Case { policy: "azure-2023-10", purchases: purchase("600.00"), ..saved("99.99", "0") },
            (Some(Refund), Reason::NothingGivenUp),
        ),
        (Case { policy: "azure-2023-10", ..used("100") }, (Some(Keep), Reason::UsedEnough)),
        (refused(used("10")), (Some(Keep), Reason::NothingElsePossible)),
        (
            refused(Case { purchases: purchase("600.00"), ..saved("10", "0") }),
            (Some(Keep), Reason::NothingBetter),
        ),
        (
            refused(Case { purchases: purchase("270.00"), ..saved("50", "0") }),
            (Some(Exchange), Reason::RefundRefused),
        ),
        (
            refused(Case { purchases: purchase("600.00"), ..saved("60", "40") }),
            (Some(Keep), Reason::UsedEnough),
        ),
        (Case { on: "2026-01-01", ..used("10") }, (Some(Keep), Reason::NothingLeft)),
    ];
    for (number, (case, advice)) in table.into_iter().enumerate() {
        assert_eq!(case.advice(), advice, "case {number}");
    }
}

#[test]
fn without_a_saving_there_is_advice_only_where_no_saving_matters() {
    use Choice::{Keep, Refund};
    let used = |utilization: &str| Case { utilization: percent(utilization), ..Case::default() };
    let refused = |utilization| Case {
        policy: "azure-2023-10",
        ledger: &[("2025-04-01", 5_000_000)],
        purchases: purchase("600.00"),
        ..used(utilization)
    };
    for (case, advice) in [
        (used("88"), (Some(Keep), Reason::UsedEnough)),
        (used("87.99"), (None, Reason::SavingUnknown)),
        (used("0.01"), (None, Reason::SavingUnknown)),
        (used("0"), (Some(Refund), Reason::Underused)),
        (refused("100"), (Some(Keep), Reason::UsedEnough)),
        (refused("60"), (None, Reason::SavingUnknown)),
        (refused("0"), (Some(Keep), Reason::NothingBetter)),
    ] {
        assert_eq!(case.advice(), advice, "{:?}", case.utilization);
    }
    // Both outcomes: from which saving on keeping is no worse, and below it the refund.
    let case = Case { plans: plan("0.0303"), ..used("50") };
    let comparison = case.compare();
    let of = |choice| comparison.outcome(choice).and_then(|it| it.amounts).expect("possible");
    // 50 of 88 % are used, and of the plan 68.76 of 88.02 %.
    assert_eq!(of(Choice::Keep).saving_needed, percent("43.19"));
    assert_eq!(of(Choice::TradeIn).utilization, percent("68.75"));
    assert_eq!(of(Choice::TradeIn).saving_needed, percent("21.90"));
    assert_eq!(of(Choice::Refund).saving_needed, None);
    let advice = |saving| Case { saving: percent(saving), ..used("50") }.advice().0;
    assert_eq!((advice("43.19"), advice("43.18")), (Some(Keep), Some(Refund)));
}

#[test]
fn utilization_is_weighted_by_what_the_units_cost() {
    let line = |price: &str, quantity, units| {
        let holding = Holding::new(machines_for_a_year(quantity, dollars(price), "2025-01-01"));
        Return { holding: holding.expect("valid"), units }
    };
    let weighted = |returns: Vec<Return>, percents: &[&str]| {
        let on = day("2025-04-11");
        let exchange = Exchange::new(returns, Vec::new(), Vec::new(), on, Policy::newest());
        let exchange = exchange.expect("valid");
        let lines = exchange.returns().iter().zip(percents);
        let of_line = |(line, text): (&Return, &&str)| {
            UsedUnits::of_some(line.holding.quantity(), line.units, percent(text).expect("a share"))
        };
        utilization(&exchange, &lines.map(of_line).collect::<Vec<_>>())
    };
    // Ten small units that run and a large one that does not: by units 91 %, by what they cost half.
    let small_and_large = || vec![line("365.00", 10, 10), line("3650.00", 1, 1)];
    assert_eq!(weighted(small_and_large(), &["100", "0"]), percent("50"));
    assert_eq!(weighted(small_and_large(), &["0", "80"]), percent("40"));
    // What is used fills the units that are kept first: of two, one is used and the other returned.
    assert_eq!(weighted(vec![line("365.00", 2, 1)], &["50"]), percent("0"));
    assert_eq!(weighted(vec![line("365.00", 2, 1)], &["75"]), percent("50"));
    assert_eq!(weighted(vec![line("365.00", 2, 9)], &["75"]), None, "more than owned");
    assert_eq!(weighted(vec![line("0.00", 1, 1)], &["75"]), None, "nothing is left of nothing");
    assert_eq!(weighted(small_and_large(), &["75"]), None, "one is unknown");
}

#[test]
fn what_is_not_needed_is_whole_units_beside_those_that_are_kept() {
    let not_needed = |owned, units, used| {
        UsedUnits::of_some(owned, units, percent(used).expect("a share")).unneeded(units)
    };
    assert_eq!(not_needed(4, 4, "50"), 2);
    assert_eq!(not_needed(4, 4, "50.01"), 1);
    assert_eq!(not_needed(4, 4, "0"), 4);
    assert_eq!(not_needed(4, 4, "100"), 0);
    // What is used fills the units that are not in question first.
    assert_eq!(not_needed(4, 1, "75"), 1);
    assert_eq!(not_needed(4, 1, "76"), 0);
}

/// What whole units are used by is rounded half up when it is reported; it gives the units back, and what is used
/// beyond them needs one more.
#[test]
fn a_rounded_percentage_costs_no_unit() {
    let needed = |owned: u32, hundredths: i64| {
        let used = Share::from_percent("used", Decimal::new(hundredths, 2)).expect("a share");
        u64::from(owned) - UsedUnits::of(owned.into(), used).unneeded(owned.into())
    };
    assert_eq!([needed(3, 66_67), needed(7, 42_86), needed(9, 77_78)], [2, 3, 7]);
    for (owned, units) in (1..=60_u32).flat_map(|owned| (0..=owned).map(move |it| (owned, it))) {
        let rounded = (20_000 * i64::from(units) + i64::from(owned)) / (2 * i64::from(owned));
        assert_eq!(needed(owned, rounded), u64::from(units), "{units} of {owned}");
        let beyond = rounded + 1;
        if units < owned {
            assert_eq!(needed(owned, beyond), u64::from(units) + 1, "{beyond} of {owned}");
        }
    }
    for owned in [20_000, 1_000_000] {
        assert_eq!(needed(owned, 10_000), u64::from(owned), "all are needed where all are used");
    }
}

/// Whole units that are in use are used by 100 % where only they are kept, and no advice gives them up.
#[test]
fn units_that_are_needed_are_used_and_kept() {
    let owned = |price: &str, quantity: u32| {
        let holding = Holding::new(machines_for_a_year(quantity, dollars(price), "2025-01-01"));
        Return { holding: holding.expect("valid"), units: quantity.into() }
    };
    let check = |returns: &[Return], used: Vec<UsedUnits>, unneeded: &[u64]| {
        let savings = [None, percent("0"), percent("33.33"), percent("72")];
        for (policy, saving) in Policy::all().iter().flat_map(|it| savings.map(|of| (it, of))) {
            let case = Case {
                returns: returns.to_vec(),
                used: Some(used.clone()),
                unneeded,
                saving,
                policy: policy.id,
                purchases: purchase("9000.00"),
                plans: plan("0.09"),
                ..Case::default()
            };
            let comparison = case.compare();
            let told = format!("{unneeded:?} of {used:?}, {saving:?}, {}", policy.id);
            let kept = comparison.outcome(Choice::RefundUnneeded).expect("considered");
            assert_eq!(kept.amounts.expect("possible").utilization, percent("100"), "{told}");
            assert_eq!(
                case.advice(),
                (Some(Choice::RefundUnneeded), Reason::SomeUnneeded),
                "{told}"
            );
        }
    };
    // 99.97 are left of two units at 68.85, and 49.99 of one.
    for price in ["365.00", "68.85", "17.31"] {
        for (all, needed) in (2..=12_u32).flat_map(|all| (1..all).map(move |it| (all, it))) {
            let returns = [owned(price, all)];
            let unneeded = [u64::from(all - needed)];
            check(&returns, vec![UsedUnits::whole(needed.into())], &unneeded);
            let percent = Decimal::from(100 * needed) / Decimal::from(all);
            let reported = Share::from_percent("used", percent).expect("a share");
            let reported = UsedUnits::of(all.into(), reported);
            assert_eq!(reported.unneeded(all.into()), unneeded[0]);
            check(&returns, vec![reported], &unneeded);
        }
    }
    // Of several lines each fills its own units, whatever they cost and however long they run.
    let mut longer = machines_for_a_year(7, dollars("1095.00"), "2025-03-01");
    longer.term = Term::THREE_YEARS;
    let longer = Return { holding: Holding::new(longer).expect("valid"), units: 7 };
    let used = [UsedUnits::whole(1), UsedUnits::whole(5)];
    check(&[owned("68.85", 3), longer], used.to_vec(), &[2, 2]);
}

#[test]
fn a_refund_of_what_is_not_needed_keeps_the_others() {
    let case = Case {
        returns: machines(4),
        utilization: percent("50"),
        unneeded: &[2],
        saving: percent("0"),
        ..Case::default()
    };
    let comparison = case.compare();
    let part = comparison.outcome(Choice::RefundUnneeded).expect("considered");
    let amounts = part.amounts.expect("possible");
    // Two of four: 530.00 are left of them, 12 % of which are 63.60; the other two are kept and in use.
    assert_eq!(amounts.cash.net.to_string(), "-466.40");
    assert_eq!(amounts.commitment_after.to_string(), "530.00");
    assert_eq!(amounts.given_up.to_string(), "63.60");
    assert_eq!(amounts.limit_used.expect("known").to_string(), "466.40");
    assert_eq!(amounts.end, day("2026-01-01"));
    assert_eq!((amounts.utilization, amounts.break_even), (percent("100"), percent("88")));
    assert_eq!(case.advice(), (Some(Choice::RefundUnneeded), Reason::SomeUnneeded));
}

#[test]
fn returning_what_is_not_needed_is_advised_where_keeping_it_costs_more() {
    let advice = |used, unneeded, saving| {
        let (returns, utilization) = (machines(4), percent(used));
        Case { returns, utilization, unneeded, saving, ..Case::default() }.advice()
    };
    let some = (Some(Choice::RefundUnneeded), Reason::SomeUnneeded);
    assert_eq!(advice("50", &[2], None), some, "whatever an hour saves");
    assert_eq!(advice("25", &[3], None), some);
    // Of one unit kept only a tenth is used: nobody knows whether that is enough.
    assert_eq!(advice("2.5", &[3], None), (None, Reason::SavingUnknown));
    assert_eq!(advice("2.5", &[3], percent("95")), some);
    let refund = (Some(Choice::Refund), Reason::Underused);
    assert_eq!(advice("2.5", &[3], percent("10")), refund);
    // Of 600.00 left of the limit the 530.00 of two fit and the 1,060.00 of four do not; of 500.00 neither.
    let of_azure = |ledger| {
        let case = Case {
            returns: machines(4),
            utilization: percent("50"),
            unneeded: &[2],
            policy: "azure-2023-10",
            ledger,
            ..Case::default()
        };
        assert_eq!(case.compare().outcome(Choice::Refund).and_then(|it| it.amounts), None);
        case.advice()
    };
    assert_eq!(of_azure(&[("2025-02-01", 4_940_000)]), some);
    let nothing_else = (Some(Choice::Keep), Reason::NothingElsePossible);
    assert_eq!(of_azure(&[("2025-02-01", 4_950_000)]), nothing_else);
}

#[test]
fn what_is_not_needed_is_a_choice_only_where_it_is_a_part() {
    for unneeded in [&[][..], &[0], &[4], &[9]] {
        let case = Case { returns: machines(4), unneeded, ..Case::default() };
        assert_eq!(case.compare().outcome(Choice::RefundUnneeded), None, "{unneeded:?}");
    }
}

/// Every part of every number of units under every policy: it is the refund of those units, and what is kept is
/// worth what it would count for in an exchange.
#[test]
fn a_part_is_refunded_as_it_would_be_alone() {
    for policy in Policy::all() {
        for (units, part) in (2..6_u64).flat_map(|units| (1..units).map(move |part| (units, part)))
        {
            let with = |units, unneeded: &[u64]| {
                compare(&ComparisonInput {
                    returns: &machines(units),
                    used: &used(&machines(units), percent("40")),
                    unneeded,
                    saving: None,
                    on: day("2025-04-11"),
                    policy,
                    ledger: &Ledger::default(),
                    usd_rate: None,
                    fee_rate: None,
                    purchases: &[],
                    savings_plans: &[],
                })
                .expect("valid")
            };
            let whole = with(units, &[part]);
            let amounts = |comparison: &Comparison, choice| {
                comparison.outcome(choice).and_then(|it| it.amounts).expect("possible")
            };
            let of_part = amounts(&whole, Choice::RefundUnneeded);
            let alone = amounts(&with(part, &[]), Choice::Refund);
            let kept = amounts(&with(units - part, &[]), Choice::Keep);
            assert_eq!(
                (of_part.cash, of_part.fee, of_part.given_up, of_part.limit_used),
                (alone.cash, alone.fee, alone.given_up, alone.limit_used)
            );
            assert_eq!((of_part.commitment_after, of_part.end), (kept.commitment_after, kept.end));
            assert!(of_part.given_up.minor() <= amounts(&whole, Choice::Refund).given_up.minor());
        }
    }
}

#[test]
fn the_cheapest_offer_is_the_first_of_the_smallest_commitments_that_are_allowed() {
    let (on, policy) = (day("2025-04-11"), Policy::newest());
    let returns = Exchange::new(machines(1), Vec::new(), Vec::new(), on, policy).expect("valid");
    let offer = |price: &str| purchase(price).remove(0);
    let storage = Purchase::new(PurchaseInput {
        resource_type: ResourceType::BlockBlob,
        sku_name: None,
        term: Term::ONE_YEAR,
        billing_plan: BillingPlan::Upfront,
        quantity: 1,
        currency: Currency::USD,
        unit_price: dollars("265.00"),
    })
    .expect("valid");
    let found = |offers: &[Purchase]| cheapest(&returns, offers).map(|it| (it.place, it.quantity));
    // 265.00 are left: three of 90.00 come to less than one of 300.00 and two of 140.00.
    assert_eq!(found(&[offer("300"), offer("140"), offer("90")]), Some((2, 3)));
    assert_eq!(found(&[offer("270"), offer("90")]), Some((0, 1)), "of equal ones the first");
    assert_eq!(found(&[storage.clone(), offer("300")]), Some((1, 1)), "storage is not alike");
    assert_eq!(found(&[storage]), Some((0, 1)), "so that it can be said why not");
    assert_eq!(found(&[]), None);
    let expired = Exchange::new(machines(1), Vec::new(), Vec::new(), day("2026-01-01"), policy);
    assert_eq!(cheapest(&expired.expect("valid"), &[offer("300")]), None);
}

/// No offer with any quantity commits to less and is allowed.
#[test]
fn nothing_cheaper_is_allowed() {
    for (policy, units) in Policy::all().iter().flat_map(|policy| [1, 3, 40].map(|it| (policy, it)))
    {
        let on = day("2025-04-11");
        let returns = Exchange::new(machines(units), Vec::new(), Vec::new(), on, policy);
        let returns = returns.expect("valid");
        let offers: Vec<_> =
            ["17.31", "99.99", "265", "1200.5"].map(|it| purchase(it).remove(0)).into();
        let found = cheapest(&returns, &offers).expect("one");
        let price = |place: usize, quantity| offers[place].lifetime_price_of(quantity).minor();
        let allowed = |place: usize, quantity: u32| {
            let bought = Purchase::new(PurchaseInput {
                resource_type: offers[place].resource_type().clone(),
                sku_name: None,
                term: offers[place].term(),
                billing_plan: offers[place].billing_plan(),
                quantity,
                currency: Currency::USD,
                unit_price: offers[place].unit_price().to_decimal(),
            });
            let exchange = Exchange::new(
                machines(units),
                vec![bought.expect("valid")],
                Vec::new(),
                on,
                policy,
            );
            assess_exchange(&exchange.expect("valid")).decision == Decision::Allowed
        };
        assert!(allowed(found.place, found.quantity));
        for (place, quantity) in (0..offers.len()).flat_map(|it| (1..700).map(move |of| (it, of))) {
            let is_cheaper = price(place, quantity) < price(found.place, found.quantity);
            assert!(!(is_cheaper && allowed(place, quantity)), "{quantity} of {place}");
        }
    }
}

#[test]
fn several_reservations_are_traded_in_together_for_one_plan() {
    let (on, policy) = (day("2025-04-11"), Policy::newest());
    let plan = |returns| {
        let returns = Exchange::new(returns, Vec::new(), Vec::new(), on, policy).expect("valid");
        smallest_plan(&returns).map(|it| (it.hourly_commitment().to_string(), it.term()))
    };
    let hosts = || line(ResourceType::DedicatedHost, 1);
    let databases = || line(ResourceType::SqlDatabases, 1);
    assert_eq!(plan(machines(1)), Some(("0.02".to_owned(), Term::THREE_YEARS)));
    // 1,060.00 over 26,280 hours.
    let both = [machines(3), vec![hosts()]].concat();
    assert_eq!(plan(both), Some(("0.05".to_owned(), Term::THREE_YEARS)));
    assert_eq!(plan([machines(1), vec![databases()]].concat()), None, "no plan takes both");
}

#[test]
fn what_cannot_be_compared_is_named() {
    let error = |returns: &[Return], on: NaiveDate| {
        let input = ComparisonInput {
            returns,
            used: &[],
            unneeded: &[],
            saving: None,
            on,
            policy: Policy::newest(),
            ledger: &Ledger::default(),
            usd_rate: None,
            fee_rate: None,
            purchases: &[],
            savings_plans: &[],
        };
        compare(&input).expect_err("refused").field
    };
    assert_eq!(error(&[], day("2025-04-11")), "returns");
    assert_eq!(error(&machines(1), day("2101-01-01")), "on");
}

#[test]
fn what_nobody_has_chosen_is_the_least_that_is_allowed() {
    let on = day("2025-04-11");
    for policy in Policy::all() {
        for (units, quantity, hourly) in [(1, 1, "0.02"), (3, 3, "0.04"), (7, 6, "0.08")] {
            let returned = line(ResourceType::VirtualMachines, units);
            let (purchase, plan) = candidates(&returned, on, policy);
            let (purchase, plan) = (purchase.expect("a purchase"), plan.expect("a plan"));
            assert_eq!(purchase.quantity(), quantity, "{units}");
            assert_eq!(plan.hourly_commitment().to_decimal(), dollars(hourly), "{units}");
            let decision = |purchases: &[Purchase], plans: &[SavingsPlan]| {
                let exchange = Exchange::new(
                    vec![returned.clone()],
                    purchases.to_vec(),
                    plans.to_vec(),
                    on,
                    policy,
                );
                assess_exchange(&exchange.expect("valid")).decision
            };
            assert_eq!(decision(&[purchase], &[]), Decision::Allowed);
            assert_eq!(decision(&[], &[plan]), Decision::Allowed);
        }
    }
    // Nothing takes storage in trade, and databases only under the newest policy.
    let plan = |kind, policy: &str| {
        candidates(&line(kind, 1), on, Policy::by_id(policy).expect("a policy"))
            .1
            .map(|it| it.kind())
    };
    assert_eq!(plan(ResourceType::BlockBlob, "azure-2026-08"), None);
    assert_eq!(plan(ResourceType::SqlDatabases, "azure-2023-10"), None);
    let database = Some(SavingsPlanType::Database);
    assert_eq!(plan(ResourceType::SqlDatabases, "azure-2026-08"), database);
    // Nothing is left of what has expired.
    let (purchase, plan) =
        candidates(&line(ResourceType::VirtualMachines, 1), day("2026-01-01"), Policy::newest());
    assert!(purchase.is_none() && plan.is_none());
}
