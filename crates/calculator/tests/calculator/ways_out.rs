//! What would make an exchange possible, against a search of everything.

use calculator::exchange::{
    Exchange, Purchase, PurchaseInput, Return, SavingsPlan, SavingsPlanType, assess_exchange,
    exchange, first_allowed, return_refusal,
};
use calculator::{
    BillingPlan, Currency, Decision, Holding, HoldingInput, Ledger, PRICE_MAX, Policy,
    QUANTITY_MAX, RefundInput, Refusal, ResourceType, Term, refund,
};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::json;

use crate::common::{answer, day, dollars, machines_for_a_year};

/// Of one family but for the last two; the change of 2027 does not concern the second.
const RESOURCES: [ResourceType; 4] = [
    ResourceType::VirtualMachines,
    ResourceType::AVS,
    ResourceType::AppService,
    ResourceType::SqlDatabases,
];
/// Of series that are on sale, and that are not from July 2026 on.
const SIZES: [&str; 3] = ["Standard_D2s_v5", "Standard_D2_v3", "Standard_F2s_v2"];

/// Parts of an exchange, of which others can be made.
#[derive(Clone, Debug)]
struct Parts {
    returns: Vec<Return>,
    purchases: Vec<PurchaseInput>,
    plans: Vec<(SavingsPlanType, Term, i64)>,
    on: NaiveDate,
    policy: &'static Policy,
}

impl Parts {
    fn exchange(&self) -> Exchange {
        let purchases = self.purchases.iter().cloned().map(Purchase::new);
        let plans = self.plans.iter().map(|(kind, term, cents)| {
            SavingsPlan::new(*kind, *term, Decimal::new(*cents, 2), Currency::USD)
        });
        let (purchases, plans) =
            (purchases.collect::<Result<_, _>>(), plans.collect::<Result<_, _>>());
        let (purchases, plans) = (purchases.expect("valid"), plans.expect("valid"));
        Exchange::new(self.returns.clone(), purchases, plans, self.on, self.policy).expect("valid")
    }

    fn is_allowed_with(&self, change: impl FnOnce(&mut Self)) -> bool {
        let mut changed = self.clone();
        change(&mut changed);
        assess_exchange(&changed.exchange()).decision == Decision::Allowed
    }
}

prop_compose! {
    /// Reservations that were bought around the changes of 2026 and 2027.
    fn returns()(
        quantity in 1_u32..8,
        units in 1_u64..9,
        cents in prop_oneof![1_i64..500, 1_000_i64..500_000],
        days in 0_u64..900,
        monthly in any::<bool>(),
        term in prop::sample::select(vec![Term::ONE_MONTH, Term::ONE_YEAR, Term::THREE_YEARS]),
        shift in proptest::option::weighted(0.2, 2_u64..20),
        used in any::<bool>(),
        resource in prop_oneof![8 => 0_usize..2, 1 => 0..RESOURCES.len()],
        had in prop_oneof![2 => Just(0_u32), 1 => 0_u32..8],
    ) -> Return {
        let purchase_date = day("2024-12-15") + Days::new(days);
        let holding = Holding::new(HoldingInput {
            used,
            billing_plan: if monthly { BillingPlan::Monthly } else { BillingPlan::Upfront },
            term,
            expiry_date: shift.map(|days| term.end(purchase_date) - Days::new(days)),
            resource_type: RESOURCES[resource].clone(),
            exchanges_used: had.min(quantity),
            purchase_date,
            ..machines_for_a_year(quantity, Decimal::new(cents, 2), "2025-01-01")
        });
        Return { holding: holding.expect("valid"), units }
    }
}

prop_compose! {
    fn purchases()(
        resource in prop_oneof![8 => 0_usize..2, 1 => 0..RESOURCES.len()],
        size in prop_oneof![5 => Just(0_usize), 1 => 0..SIZES.len()],
        term in prop::sample::select(vec![Term::ONE_YEAR, Term::THREE_YEARS]),
        quantity in 1_u32..6,
        cents in prop_oneof![0_i64..300, 1_000_i64..600_000],
    ) -> PurchaseInput {
        PurchaseInput {
            resource_type: RESOURCES[resource].clone(),
            sku_name: Some(SIZES[size].to_owned()),
            term,
            billing_plan: BillingPlan::Monthly,
            quantity,
            currency: Currency::USD,
            unit_price: Decimal::new(cents, 2),
        }
    }
}

fn plans() -> impl Strategy<Value = (SavingsPlanType, Term, i64)> {
    let compute = prop::sample::select(vec![Term::ONE_YEAR, Term::THREE_YEARS])
        .prop_map(|term| (SavingsPlanType::Compute, term));
    let kinds = prop_oneof![6 => compute, 1 => Just((SavingsPlanType::Database, Term::ONE_YEAR))];
    (kinds, 0_i64..60).prop_map(|((kind, term), cents)| (kind, term, cents))
}

fn parts() -> impl Strategy<Value = Parts> {
    (
        proptest::collection::vec(returns(), 1..4),
        proptest::collection::vec(purchases(), 0..3),
        proptest::collection::vec(plans(), 0..3),
        -20_i64..500,
        prop::sample::select(vec![1_usize, 2, 3, 3, 3]),
        // Days before a change, and how much of the returned value is bought.
        proptest::option::of((prop::sample::select(vec!["2026-07-01", "2027-02-01"]), 0_u64..90)),
        proptest::option::of(70_i64..105),
    )
        .prop_map(|(returns, purchases, plans, after, policy, before_change, percent)| {
            let after_purchase =
                returns[0].holding.purchase_date() + chrono::TimeDelta::days(after);
            let on = before_change
                .map_or(after_purchase, |(change, before)| day(change) - Days::new(before));
            let policy = &Policy::all()[policy];
            let mut parts = Parts { on, policy, returns, purchases, plans };
            let totals = assess_exchange(&parts.exchange()).totals;
            if let (Some(percent), Some(totals), Some(bought)) =
                (percent, totals, parts.purchases.first_mut())
            {
                let refunds = i64::try_from(totals.refunds.minor()).expect("small");
                bought.unit_price = Decimal::new(refunds * percent / 100, 2);
                bought.quantity = 1;
                parts.purchases.truncate(1);
                parts.plans.clear();
            }
            parts
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, ..ProptestConfig::default() })]

    #[test]
    fn the_first_date_is_allowed_and_no_day_before_it_is(parts in parts()) {
        let end = parts.returns.iter().map(|line| line.holding.expiry_date()).min().expect("a line");
        let by_hand = parts
            .on
            .iter_days()
            .take_while(|day| *day < end)
            .find(|on| parts.is_allowed_with(|it| it.on = *on));
        prop_assert_eq!(exchange(&parts.exchange()).ways_out.first_date, by_hand);
    }

    #[test]
    fn no_smaller_quantity_commitment_or_term_is_enough(parts in parts()) {
        let quote = exchange(&parts.exchange());
        let ways_out = &quote.ways_out;
        for (place, smallest) in ways_out.quantities.iter().enumerate() {
            let with = |quantity| parts.is_allowed_with(|it| it.purchases[place].quantity = quantity);
            let most = smallest.unwrap_or(QUANTITY_MAX);
            prop_assert_eq!(with(most), smallest.is_some());
            let tried = (1..most).rev().take(3).chain((1..most).take(20));
            prop_assert!(tried.into_iter().all(|quantity| !with(quantity)));
        }
        for (place, plan) in ways_out.savings_plans.iter().enumerate() {
            let with = |cents| parts.is_allowed_with(|it| it.plans[place].2 = cents);
            match plan.hourly_commitment {
                Some(hourly) => {
                    let cents = i64::try_from(hourly.minor()).expect("small");
                    prop_assert!(with(cents));
                    let tried = (1..cents).rev().take(3).chain((1..cents).take(20));
                    prop_assert!(tried.into_iter().all(|cents| !with(cents)));
                }
                None => prop_assert!(!with(i64::try_from(PRICE_MAX * 100).expect("fits"))),
            }
            let terms = parts.plans[place].0.terms().iter().copied();
            let by_hand = terms.into_iter().find(|term| parts.is_allowed_with(|it| it.plans[place].1 = *term));
            prop_assert_eq!(plan.term, by_hand);
        }
    }

    #[test]
    fn units_with_an_exchange_left_are_the_most_that_can_go(parts in parts()) {
        let quote = exchange(&parts.exchange());
        let with = |units: &[u64]| parts.is_allowed_with(|it| {
            for (line, units) in it.returns.iter_mut().zip(units) {
                line.units = *units;
            }
            if units.iter().any(|units| *units > 0) {
                it.returns.retain(|line| line.units > 0);
            }
        });
        let asked: Vec<_> = parts.returns.iter().map(|line| line.units).collect();
        let is_used = quote.assessment.decision == Decision::Refused(Refusal::ExchangeRightUsed);
        let Some(left) = quote.ways_out.units_left else {
            // Of each line the most that may go alone; all of them together are not enough of a way out.
            let alone = |line: &Return| (0..=line.units).rev().find(|units| {
                let line = Return { units: *units, ..line.clone() };
                *units == 0 || return_refusal(&line, parts.on, parts.policy).is_none()
            });
            let most: Vec<_> = parts.returns.iter().filter_map(alone).collect();
            prop_assert!(!is_used || !with(&most), "{:?}", most);
            return Ok(());
        };
        prop_assert!(is_used && with(&left));
        let mut units = asked.clone();
        loop {
            let is_within = left.iter().zip(&units).all(|(left, units)| left >= units);
            prop_assert!(is_within || !with(&units), "{:?} is more than {:?}", units, left);
            let Some(place) = units.iter().rposition(|units| *units > 0) else { break };
            units[place] -= 1;
            units[place + 1..].copy_from_slice(&asked[place + 1..]);
        }
    }

    #[test]
    fn an_exchange_keeps_the_value_of_units_that_can_be_exchanged(parts in parts()) {
        let (line, ledger) = (&parts.returns[0], Ledger::default());
        let input = RefundInput {
            holding: &line.holding,
            units: line.units,
            on: parts.on,
            policy: parts.policy,
            ledger: &ledger,
            usd_rate: None,
            fee_rate: None,
        };
        let alone = Parts { returns: vec![line.clone()], ..parts.clone() };
        let value = assess_exchange(&alone.exchange()).totals.map(|totals| totals.refunds);
        let value = value.filter(|_| return_refusal(line, parts.on, parts.policy).is_none());
        prop_assert_eq!(refund(&input).ways_out.exchange_keeps, value);
    }

    #[test]
    fn what_is_missing_and_the_newest_rules_are_those_of_an_assessment(parts in parts()) {
        let quote = exchange(&parts.exchange());
        let net = quote.assessment.totals.map(|totals| totals.net_payable.minor());
        prop_assert_eq!(quote.ways_out.missing.map(|missing| missing.minor()), net.map(|net| (-net).max(0)));
        let newest = Parts { policy: Policy::newest(), ..parts };
        prop_assert_eq!(quote.newest, assess_exchange(&newest.exchange()));
    }

    #[test]
    fn the_first_offer_that_is_enough_is_chosen(
        parts in parts(),
        offers in proptest::collection::vec(purchases(), 0..6),
    ) {
        let typed: Vec<_> = offers.iter().cloned().map(|it| Purchase::new(it).expect("valid")).collect();
        for place in 0..=parts.purchases.len() {
            let by_hand = offers.iter().position(|offer| {
                place < parts.purchases.len()
                    && parts.is_allowed_with(|it| it.purchases[place] = offer.clone())
            });
            let chosen = first_allowed(&parts.exchange(), place, &typed);
            prop_assert_eq!(chosen, by_hand.map(|place| &typed[place]));
        }
    }
}

/// A thousand dollars a unit that are worth everything on the day of the purchase.
fn worth_3_000(purchases: Vec<Purchase>, units: u64) -> Exchange {
    let holding = Holding::new(machines_for_a_year(3, dollars("1000"), "2026-01-01"));
    let line = Return { holding: holding.expect("valid"), units };
    Exchange::new(vec![line], purchases, Vec::new(), day("2026-01-01"), Policy::newest())
        .expect("valid")
}

fn bought(price: &str, quantity: u32) -> Purchase {
    let purchase = Purchase::new(PurchaseInput {
        resource_type: ResourceType::VirtualMachines,
        sku_name: None,
        term: Term::ONE_YEAR,
        billing_plan: BillingPlan::Upfront,
        quantity,
        currency: Currency::USD,
        unit_price: dollars(price),
    });
    purchase.expect("valid")
}

#[test]
fn what_is_missing_and_which_quantity_meets_the_minimum() {
    let of = |exchange: &Exchange| {
        let ways_out = exchange_ways_out(exchange);
        (ways_out.missing.map(|missing| missing.minor()), ways_out.quantities)
    };
    for (price, quantity, missing, smallest) in [
        ("700", 1, 230_000, Some(5)),
        ("700", 5, 0, Some(5)),
        ("1000", 3, 0, Some(3)),
        ("1000", 2, 100_000, Some(3)),
        ("10000", 7, 0, Some(1)),
        ("0", 1, 300_000, None),
    ] {
        let exchange = worth_3_000(vec![bought(price, quantity)], 3);
        assert_eq!(of(&exchange), (Some(missing), vec![smallest]), "{price} {quantity}");
    }
    let two = worth_3_000(vec![bought("700", 1), bought("600", 1)], 3);
    assert_eq!(of(&two), (Some(170_000), vec![Some(4), Some(4)]));
    let not_owned = worth_3_000(vec![bought("700", 1)], 4);
    assert_eq!(of(&not_owned), (None, vec![None]));
}

/// One unit of the first has its exchange left, the second was bought when there was none any more.
#[test]
fn what_was_bought_after_the_right_ended_is_left_out_as_well() {
    let machines = |purchased: &str, exchanges_used| {
        let holding = machines_for_a_year(4, dollars("0.01"), purchased);
        Holding::new(HoldingInput { exchanges_used, ..holding }).expect("valid")
    };
    let returns = vec![
        Return { holding: machines("2026-02-04", 3), units: 2 },
        Return { holding: machines("2027-02-01", 0), units: 1 },
    ];
    let on = day("2027-02-01");
    let asked = Exchange::new(returns, vec![bought("1", 1)], Vec::new(), on, Policy::newest());
    assert_eq!(exchange_ways_out(&asked.expect("valid")).units_left, Some(vec![1, 0]));
}

fn exchange_ways_out(of: &Exchange) -> calculator::exchange::ExchangeWaysOut {
    exchange(of).ways_out
}

#[test]
fn the_json_answer_has_the_ways_out_in_the_order_of_the_request() {
    let reservation = json!({
        "quantity": 4, "term": "P3Y", "billingPlan": "Monthly", "currencyCode": "EUR",
        "purchaseDate": "2025-06-10", "unitPrice": "7200.00", "reservedResourceType": "CosmosDb",
        "provisioningState": "Succeeded", "used": true
    });
    let answer = answer(&json!({
        "id": "x", "kind": "exchange", "policy": "azure-2026-08", "on": "2026-11-22",
        "returns": [{ "reservation": reservation, "returnQuantity": 4 }],
        "savingsPlans": [{ "type": "Database", "term": "P1Y", "hourlyCommitment": "1.00", "currencyCode": "EUR" }]
    }));
    assert_eq!(answer["refusal"], "CommitmentTooLow");
    assert_eq!(
        answer["waysOut"],
        // 14,880 over 8,760 hours is 1.698… an hour.
        json!({
            "missingCommitment": "6120.00", "returns": null, "purchases": [],
            "savingsPlans": [{ "term": null, "hourlyCommitment": "1.70" }]
        })
    );
    // Two days into the cycle in which 8,800 is left, less than 8,760 is.
    assert_eq!(answer["firstDate"], "2027-07-12");
    assert_eq!(
        answer["newest"],
        json!({
            "policy": "azure-2026-08", "decision": "refused", "refusal": "CommitmentTooLow",
            "netPayable": "-6120.00"
        })
    );
}
