//! Invariants of the calculation over generated returns.

use calculator::exchange::{Exchange, Purchase, PurchaseInput, Return, assess_exchange};
use calculator::json::{RefundCase, RefundRequest, answer};
use calculator::{
    BillingPlan, Currency, Decision, EventKind, FeeRate, Holding, HoldingInput, Ledger,
    LedgerEntry, Money, Policy, ProvisioningState, RefundInput, ResourceType, Term, UsdRate,
    assess, first_date, largest_quantity, parse_decimal, refund, timeline,
};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

fn dates() -> impl Strategy<Value = NaiveDate> {
    (0_u64..20_000).prop_map(|days| day(2015, 1, 1) + Days::new(days))
}

/// Billing currencies with 0, 2 and 3 digits.
const CURRENCIES: &[&str] = &["USD", "USD", "EUR", "EUR", "JPY", "KWD"];

fn terms() -> impl Strategy<Value = Term> {
    prop_oneof![
        1 => Just(Term::ONE_MONTH),
        4 => Just(Term::ONE_YEAR),
        3 => Just(Term::THREE_YEARS),
        1 => Just(Term::FIVE_YEARS),
        1 => Just(Term::parse("P18M").expect("a term")),
    ]
}

/// Prices in whole minor units, small and huge.
fn prices() -> impl Strategy<Value = i64> {
    prop_oneof![0_i64..1_000, 1_000_i64..10_000_000, 10_000_000_i64..1_000_000_000_000]
}

prop_compose! {
    fn holdings(currencies: &'static [&'static str])(
        quantity in prop_oneof![1_u32..4, 1_u32..200, 1_u32..=1_000_000],
        price in prices(),
        lower in proptest::option::weighted(0.2, 0_i64..1_000),
        billed in proptest::option::weighted(0.2, 1_i64..100_000),
        currency in prop::sample::select(currencies),
        monthly in any::<bool>(),
        term in terms(),
        purchase_date in dates(),
        shift in proptest::option::weighted(0.2, prop_oneof![-20_i64..20, -1_000_i64..-20]),
        used in any::<bool>(),
    ) -> Holding {
        let currency = Currency::parse(currency).expect("known");
        let digits = currency.minor_digits();
        let decimal = |minor: i64| Decimal::new(minor, digits);
        let expiry_date = shift.map(|days| {
            (term.end(purchase_date) + chrono::TimeDelta::days(days))
                .max(purchase_date + Days::new(1))
        });
        Holding::new(HoldingInput {
            quantity,
            unit_price: decimal(price),
            currency,
            billing_plan: if monthly { BillingPlan::Monthly } else { BillingPlan::Upfront },
            term,
            purchase_date,
            expiry_date,
            resource_type: ResourceType::VirtualMachines,
            state: ProvisioningState::Succeeded,
            used,
            instalment: billed.map(decimal),
            current_unit_price: lower.map(|part| decimal(price / 1_000 * part)),
            sku_name: None,
            exchanges_used: 0,
        })
        .expect("generated holdings are valid")
    }
}

/// A return of some units on some day of the term, with a ledger around that day.
fn cases() -> impl Strategy<Value = RefundCase> {
    cases_in(CURRENCIES)
}

fn cases_in(currencies: &'static [&'static str]) -> impl Strategy<Value = RefundCase> {
    let entries = proptest::collection::vec((-500_i64..800, 0_i64..6_000_000), 0..6);
    let rates = prop_oneof![Just("1.0843"), Just("0.0067"), Just("3.25"), Just("1")];
    let fees = proptest::option::weighted(
        0.2,
        prop_oneof![Just("0"), Just("0.12"), Just("1"), Just("0.333333")],
    );
    (
        holdings(currencies),
        0..Policy::all().len(),
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
        entries,
        rates,
        fees,
    )
        .prop_map(|(holding, policy, when, how_many, entries, rate, fee)| {
            let days = usize::try_from(holding.days_in_term()).expect("a positive term");
            let on = holding.purchase_date() + Days::new(when.index(days) as u64);
            let units = how_many.index(holding.quantity() as usize) as u64 + 1;
            let ledger = entries
                .into_iter()
                .map(|(days, cents)| LedgerEntry {
                    date: (on + chrono::TimeDelta::days(days)).max(day(2015, 1, 1)),
                    usd: Money::from_minor(cents.into(), Currency::USD),
                })
                .collect();
            let decimal = |text: &str| parse_decimal(text).expect("a decimal");
            RefundCase {
                units,
                on,
                policy: &Policy::all()[policy],
                ledger: Ledger::new(ledger).expect("valid entries"),
                usd_rate: Some(UsdRate::from_decimal(decimal(rate)).expect("a rate")),
                fee_rate: fee.map(|text| FeeRate::from_decimal(decimal(text)).expect("a rate")),
                holding,
            }
        })
}

fn is_allowed(input: &RefundInput<'_>) -> bool {
    assess(input).decision == Decision::Allowed
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn paid_is_consumed_plus_credit_and_every_amount_is_in_order(case in cases()) {
        let assessment = assess(&case.input());
        let amounts = assessment.amounts.expect("the day and the units are within the term");
        let minor = |money: Money| money.minor();
        prop_assert_eq!(minor(amounts.paid), minor(amounts.consumed) + minor(amounts.credit));
        prop_assert_eq!(minor(amounts.refund), minor(amounts.credit) - minor(amounts.fee));
        prop_assert_eq!(
            minor(amounts.cancelled_commitment),
            minor(amounts.credit) + minor(amounts.cancelled_instalments)
        );
        prop_assert!(0 <= minor(assessment.payable));
        prop_assert!(assessment.payable.minor() <= minor(amounts.refund));
        prop_assert!(minor(amounts.refund) <= minor(amounts.credit));
        prop_assert!(minor(amounts.credit) <= minor(amounts.paid));
        prop_assert!(0 <= minor(amounts.consumed) && 0 <= minor(amounts.fee));
        let capped = assessment.decision == Decision::Capped;
        prop_assert_eq!(capped, assessment.payable.minor() < minor(amounts.refund)
            && assessment.decision.refusal().is_none());
        prop_assert_eq!(assessment.lost().is_none(), assessment.decision.refusal().is_some());
        if let Some(lost) = assessment.lost() {
            prop_assert_eq!(minor(lost.total), minor(lost.fee) + minor(lost.over_limit));
            prop_assert_eq!(minor(lost.total) + assessment.payable.minor(), minor(amounts.credit));
            prop_assert_eq!(lost.fee, amounts.fee);
            prop_assert_eq!(capped, minor(lost.over_limit) > 0);
        }
    }

    #[test]
    fn what_counts_never_leaves_less_than_nothing(case in cases()) {
        let limit = assess(&case.input()).limit.expect("a rate is given");
        let of_return = limit.of_return.expect("computable");
        prop_assert!(0 <= limit.left_after.minor());
        prop_assert!(limit.left_after.minor() <= limit.left_before.minor());
        if limit.lost_to_limit.is_zero() {
            let taken = limit.left_before.minor() - limit.left_after.minor();
            prop_assert!(taken == 0 || taken == of_return.counts.minor());
        } else {
            prop_assert_eq!(
                limit.left_before.minor() + limit.lost_to_limit.minor(),
                of_return.refund.minor()
            );
        }
    }

    #[test]
    fn credit_never_rises_as_days_pass_within_a_cycle(case in cases()) {
        let next = case.on + Days::new(1);
        let later = RefundInput { on: next, ..case.input() };
        let same_cycle = match case.holding.billing_plan() {
            BillingPlan::Upfront => next < case.holding.expiry_date(),
            BillingPlan::Monthly => timeline(&case.input())
                .events
                .iter()
                .all(|event| event.kind != EventKind::InstalmentDue || event.day != next)
                && next < case.holding.expiry_date(),
        };
        if same_cycle {
            let credit = |input: &RefundInput<'_>| assess(input).amounts.expect("computable").credit.minor();
            prop_assert!(credit(&later) <= credit(&case.input()));
        }
    }

    #[test]
    fn units_one_by_one_or_together_differ_by_rounding_only(case in cases()) {
        let one = assess(&RefundInput { units: 1, ..case.input() }).amounts.expect("computable");
        let all = assess(&case.input()).amounts.expect("computable");
        let units = i128::from(case.units);
        prop_assert_eq!(all.paid.minor(), one.paid.minor() * units);
        prop_assert_eq!(all.cancelled_instalments.minor(), one.cancelled_instalments.minor() * units);
        prop_assert!((all.credit.minor() - one.credit.minor() * units).abs() * 2 <= units + 1);
    }

    #[test]
    fn the_first_date_is_allowed_and_no_day_before_it_is(case in cases()) {
        let input = case.input();
        let by_hand = case
            .on
            .iter_days()
            .take_while(|day| *day < case.holding.expiry_date())
            .find(|on| is_allowed(&RefundInput { on: *on, ..input }));
        prop_assert_eq!(first_date(&input), by_hand);
        let ways = refund(&input).ways_out;
        prop_assert_eq!(ways.first_date, by_hand);
        prop_assert_eq!(ways.on_first_date.is_some(), by_hand.is_some());
        if let Some((on, later)) = by_hand.zip(ways.on_first_date) {
            // As the timeline of the return has it.
            let line = timeline(&input);
            let point = line.points.iter().find(|point| point.day == on.max(line.points[0].day));
            let point = point.expect("a day before expiry");
            prop_assert_eq!((later.payable, later.charged), (point.payable, point.charged));
        }
    }

    #[test]
    fn the_largest_quantity_fits_and_one_more_does_not(case in cases()) {
        let input = case.input();
        let largest = largest_quantity(&input);
        prop_assert!(largest <= u64::from(case.holding.quantity()));
        let allowed = |units| is_allowed(&RefundInput { units, ..input });
        prop_assert!(largest == 0 || allowed(largest));
        prop_assert!(!allowed(largest + 1));
    }

    #[test]
    fn the_largest_quantity_of_units_worth_next_to_nothing_is_that_of_a_search(
        case in cases(),
        quantity in 1_u32..300,
        price in 1_i64..20_000,
        instalment in proptest::option::of(1_i64..3_000),
        left in 0_i64..12,
    ) {
        let digits = case.holding.currency().minor_digits() + 4;
        let holding = Holding::new(HoldingInput {
            quantity,
            unit_price: Decimal::new(price, digits),
            currency: case.holding.currency(),
            billing_plan: case.holding.billing_plan(),
            term: case.holding.term(),
            purchase_date: case.holding.purchase_date(),
            expiry_date: case.holding.expiry_is_given().then(|| case.holding.expiry_date()),
            resource_type: ResourceType::VirtualMachines,
            state: ProvisioningState::Succeeded,
            used: case.holding.used(),
            instalment: instalment.map(|part| Decimal::new(part, digits)),
            current_unit_price: None,
            sku_name: None,
            exchanges_used: 0,
        });
        let used = Money::from_minor(case.policy.limit.usd_cents - i128::from(left), Currency::USD);
        let ledger = Ledger::new(vec![LedgerEntry { date: case.on, usd: used }]).expect("valid");
        let input = RefundInput { holding: &holding.expect("valid"), ledger: &ledger, ..case.input() };
        let by_hand = (1..=u64::from(quantity)).rev().find(|units| is_allowed(&RefundInput { units: *units, ..input }));
        prop_assert_eq!(largest_quantity(&input), by_hand.unwrap_or(0));
    }

    #[test]
    fn the_order_of_the_ledger_does_not_matter(case in cases(), rotation in 0_usize..6) {
        let mut entries = case.ledger.entries().to_vec();
        let places = entries.len().max(1);
        entries.rotate_left(rotation % places);
        let rotated = Ledger::new(entries).expect("the same entries");
        let input = RefundInput { ledger: &rotated, ..case.input() };
        prop_assert_eq!(assess(&input), assess(&case.input()));
    }

    #[test]
    fn the_timeline_is_the_assessment_of_each_day(case in cases(), place in any::<prop::sample::Index>()) {
        let line = timeline(&case.input());
        prop_assert_eq!(line.points.len() as i64, (case.holding.expiry_date() - case.on).num_days());
        let point = line.points[place.index(line.points.len())];
        let assessment = assess(&RefundInput { on: point.day, ..case.input() });
        prop_assert_eq!((point.payable, point.decision), (assessment.payable, assessment.decision));
        prop_assert!(line.events.is_sorted_by_key(|event| event.day));
        let within = |day: NaiveDate| case.on < day && day < case.holding.expiry_date();
        prop_assert!(line.events.iter().all(|event| within(event.day)));
    }

    #[test]
    fn waiting_is_charged_and_the_best_day_leaves_the_most(case in cases()) {
        let line = timeline(&case.input());
        let first = &line.points[0];
        prop_assert!(first.charged.is_zero());
        for point in &line.points {
            prop_assert_eq!(point.left.minor(), point.payable.minor() - point.charged.minor());
            prop_assert!(point.charged.is_zero() || case.holding.billing_plan() == BillingPlan::Monthly);
        }
        prop_assert!(line.points.is_sorted_by_key(|point| point.charged.minor()));
        prop_assert_eq!(line.has_charges, line.points.iter().any(|point| !point.charged.is_zero()));
        let possible = |point: &calculator::Point| point.decision.refusal().is_none();
        match line.best {
            None => prop_assert!(!line.points.iter().any(possible)),
            Some(best) => {
                let left = line.points[best].left.minor();
                prop_assert!(possible(&line.points[best]));
                for (place, point) in line.points.iter().enumerate().filter(|(_, it)| possible(it)) {
                    let other = point.left.minor();
                    prop_assert!(other < left || (other == left && best <= place));
                }
            }
        }
    }

    #[test]
    fn what_is_cancelled_is_what_keeping_would_be_charged(case in cases()) {
        let line = timeline(&case.input());
        let amounts = assess(&case.input()).amounts.expect("computable");
        let charged = line.points.last().expect("a day before expiry").charged;
        // A return at a lower current price is worth less than what is charged.
        if case.holding.current_unit_price().is_none() {
            prop_assert_eq!(amounts.cancelled_instalments, charged);
        }
    }

    #[test]
    fn without_fee_and_limit_nobody_gains_by_waiting(case in cases()) {
        // The sawtooth of what is paid out is gone once what was charged for it is counted.
        let input = RefundInput {
            fee_rate: Some(FeeRate::from_decimal(Decimal::ZERO).expect("a rate")),
            ledger: &Ledger::default(),
            usd_rate: None,
            ..case.input()
        };
        let lowered = case.holding.current_unit_price().is_some();
        let is_limited = case.holding.currency() == Currency::USD;
        if !lowered && !is_limited {
            let line = timeline(&input);
            prop_assert!(line.points.is_sorted_by_key(|point| -point.left.minor()), "{:?}", case);
            prop_assert_eq!((line.best, line.is_limit_checked), (None, false), "nobody knows");
        }
    }

    #[test]
    fn a_case_survives_its_request(case in cases()) {
        let request = RefundRequest::from(&case);
        prop_assert_eq!(request.case().expect("a valid case"), case.clone());
        let text = serde_json::to_string(&request).expect("serialises");
        prop_assert_eq!(RefundRequest::parse(&text).expect("parses"), request);
        let line = answer(&text, 1);
        prop_assert!(line.answered, "{}", line.text);
    }

    #[test]
    fn the_last_step_is_what_is_payable(case in cases()) {
        let quote = refund(&case.input());
        let last = quote.steps.last().expect("a quote has steps");
        prop_assert_eq!(last.result.to_string(), quote.assessment.payable.to_string());
        prop_assert!(quote.steps.len() <= 18);
    }

    #[test]
    fn every_step_is_true(case in cases()) {
        crate::mathematics::assert_true(&case);
    }

    #[test]
    fn nothing_makes_it_panic(
        text in "[-0-9.eE,]{0,12}|[0-9]{4}-[0-9]{2}-[0-9]{2}|P[0-9]{1,12}[YM]|[A-Z]{3}|\\PC{0,8}",
        number in any::<i64>(),
        field in 0_usize..17,
    ) {
        let names = [
            "on", "policy", "usdRate", "feeRate", "returnQuantity", "kind", "id",
            "quantity", "term", "billingPlan", "currencyCode", "unitPrice", "purchaseDate",
            "expiryDate", "instalment", "currentUnitPrice", "exchangesUsed",
        ];
        let mut request = crate::common::dollar_a_day();
        for value in [serde_json::json!(text), serde_json::json!(number)] {
            let name = names[field];
            if field < 7 { request[name] = value } else { request["reservation"][name] = value }
            let line = answer(&request.to_string(), 1);
            prop_assert_eq!(line.text.chars().next(), Some('{'));
        }
        answer(&text, 1);
    }

    #[test]
    fn an_exchange_conserves_value(
        lines in proptest::collection::vec((cases_in(&["USD"]), prices()), 1..5),
        on in dates(),
    ) {
        let returns: Vec<_> = lines
            .iter()
            .map(|(case, _)| Return { holding: case.holding.clone(), units: case.units })
            .collect();
        let purchases: Vec<_> = lines
            .iter()
            .map(|(case, price)| Purchase::new(PurchaseInput {
                resource_type: ResourceType::VirtualMachines,
                sku_name: None,
                term: case.holding.term(),
                billing_plan: case.holding.billing_plan(),
                quantity: case.holding.quantity(),
                currency: Currency::USD,
                unit_price: Decimal::new(*price, 2),
            }).expect("valid"))
            .collect();
        let exchange = |returns: Vec<Return>| {
            let policy = Policy::newest();
            let input = Exchange::new(returns, purchases.clone(), Vec::new(), on, policy);
            assess_exchange(&input.expect("valid"))
        };
        let quote = exchange(returns.clone());
        let input = Exchange::new(returns.clone(), purchases.clone(), Vec::new(), on, Policy::newest());
        let steps = calculator::exchange::exchange(&input.expect("valid")).steps;
        prop_assert!(steps.iter().all(crate::mathematics::is_true), "{:#?}", steps);
        if let Some(totals) = quote.totals {
            let lines: i128 = quote.returns.iter().flatten().map(|line| line.returned_value.minor()).sum();
            let bought: i128 = quote.purchases.iter().map(|price| price.minor()).sum();
            prop_assert_eq!(totals.refunds.minor(), lines);
            prop_assert_eq!(quote.purchases_total.minor(), bought);
            prop_assert_eq!(totals.net_payable.minor(), bought - lines);
            prop_assert_eq!(totals.cash.net.minor(), totals.cash.due.minor() - totals.cash.credited.minor());
            prop_assert!(totals.cash.due.minor() <= bought);
            // Returning more never lowers the floor.
            let fewer = exchange(returns[..1].to_vec()).totals.expect("computable");
            prop_assert!(fewer.refunds.minor() <= totals.refunds.minor());
            // Splitting a line changes nothing but rounding.
            let mut split = returns.clone();
            let units = split[0].units;
            if units > 1 {
                split[0].units = 1;
                split.push(Return { units: units - 1, ..returns[0].clone() });
                let apart = exchange(split).totals.expect("computable");
                prop_assert!((apart.refunds.minor() - totals.refunds.minor()).abs() <= 2);
            }
        }
    }
}
