use calculator::{
    BillingPlan, Holding, HoldingInput, Ledger, LedgerEntry, ProvisioningState, RefundInput,
    ResourceType, Term, UsdRate, assess,
};
use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::intake::{InvoiceIntake, Source};

const ORDER: &str = "10000000-0000-4000-8000-000000000001";
const OTHER_ORDER: &str = "10000000-0000-4000-8000-000000000002";

fn day(text: &str) -> NaiveDate {
    text.parse().expect(text)
}

fn currency(code: &str) -> Currency {
    Currency::parse(code).expect(code)
}

fn decimal(text: &str) -> Decimal {
    text.parse().expect(text)
}

fn holding(plan: BillingPlan, code: &str) -> Holding {
    Holding::new(HoldingInput {
        quantity: 10,
        unit_price: decimal("1195.20"),
        currency: currency(code),
        billing_plan: plan,
        term: Term::ONE_YEAR,
        purchase_date: day("2026-03-10"),
        expiry_date: None,
        resource_type: ResourceType::VirtualMachines,
        state: ProvisioningState::Succeeded,
        used: true,
        instalment: None,
        current_unit_price: None,
        sku_name: None,
        exchanges_used: 0,
    })
    .expect("a holding")
}

/// A return of 4 of 10 units on 2026-09-15.
fn returned(plan: BillingPlan, policy: &str) -> Returned {
    let case = RefundCase {
        holding: holding(plan, "EUR"),
        units: 4,
        on: day("2026-09-15"),
        policy: Policy::by_id(policy).expect(policy),
        ledger: Ledger::default(),
        usd_rate: Some(UsdRate::from_decimal(decimal("1.15")).expect("a rate")),
        fee_rate: None,
    };
    promised(case)
}

fn promised(case: RefundCase) -> Returned {
    let expected = assess(&case.input()).payable;
    Returned {
        order_id: ORDER.to_owned(),
        reservation_id: "20000000-0000-4000-8000-000000000001".to_owned(),
        kind: ReturnKind::Refund,
        case,
        expected,
    }
}

fn upfront() -> Returned {
    returned(BillingPlan::Upfront, "partner-center-2020-08")
}

fn line(amount: Decimal, on: &str) -> Line {
    Line {
        document: Some(BookingDocument::Transactions),
        order_id: Some(ORDER.to_owned()),
        reservation_id: None,
        day: day(on),
        amount,
        currency: currency("EUR"),
        units: None,
        total: None,
        rate: None,
    }
}

fn paid(returned: &Returned, change: impl FnOnce(&mut RefundInput<'_>)) -> Decimal {
    let mut input = returned.case.input();
    change(&mut input);
    assess(&input).payable.to_decimal()
}

const HORIZON: Horizon =
    Horizon { today: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(), files_until: None };

fn only(returned: &Returned, line: Line) -> Finding {
    let mut all = reconcile(std::slice::from_ref(returned), &[line], HORIZON);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

fn notes(returned: &Returned, amount: Decimal) -> Vec<Note> {
    let finding = only(returned, line(amount, "2026-09-20"));
    assert_eq!(finding.state, State::OtherAmount);
    assert_eq!(finding.difference, Some(amount - returned.expected.to_decimal()));
    finding.notes
}

#[test]
fn what_was_booked_as_quoted_is_matched() {
    let it = upfront();
    let expected = it.expected.to_decimal();
    for on in ["2026-09-14", "2026-09-15", "2026-10-31"] {
        let finding = only(&it, line(expected, on));
        assert_eq!((finding.state, finding.difference), (State::Matched, Some(Decimal::ZERO)));
        assert_eq!(finding.notes, []);
    }
    let late = only(&it, line(expected, "2026-11-01"));
    assert_eq!((late.state, late.notes), (State::OtherMonth, vec![]));
    let of_purchase = only(&it, line(expected, "2026-03-31"));
    assert_eq!(
        (of_purchase.state, of_purchase.notes),
        (State::OtherMonth, vec![Note::PurchaseMonth])
    );
    let units = Line { units: Some(3), ..line(expected, "2026-09-20") };
    assert_eq!(only(&it, units).notes, [Note::UnitsInFile(3)]);
}

#[test]
fn digits_beyond_the_smallest_unit_are_no_difference() {
    let it = upfront();
    let finer = it.expected.to_decimal() + decimal("0.004");
    let finding = only(&it, line(finer, "2026-09-20"));
    assert_eq!((finding.state, finding.notes), (State::Matched, vec![Note::Rounded]));
    // A cent is a cent.
    let cent = it.expected.to_decimal() - decimal("0.01");
    assert_eq!(only(&it, line(cent, "2026-09-20")).state, State::OtherAmount);
}

#[test]
fn a_fee_that_was_not_quoted_is_recognised_and_the_other_way_round() {
    let without = returned(BillingPlan::Upfront, "azure-2026-08");
    let fee = known_rate();
    let charged = paid(&without, |input| input.fee_rate = Some(fee));
    assert!(notes(&without, charged).contains(&Note::FeeCharged(fee)));
    let with = upfront();
    let free =
        paid(&with, |input| input.fee_rate = Some(FeeRate::from_decimal(Decimal::ZERO).unwrap()));
    assert!(notes(&with, free).contains(&Note::FeeNotCharged));
    // Two policies without a fee give the same; the newest is named.
    assert!(notes(&with, free).contains(&Note::OtherPolicy(Policy::newest())));
}

fn known_rate() -> FeeRate {
    FeeRate::from_decimal(decimal("0.12")).unwrap()
}

#[test]
fn the_cap_is_recognised_where_it_cut_and_where_it_did_not() {
    let usd = |usd: &str| LedgerEntry::booked(day("2026-08-01"), decimal(usd)).unwrap();
    let mut case = upfront().case;
    case.ledger = Ledger::new(vec![usd("49000")]).unwrap();
    let capped = promised(case.clone());
    let whole = upfront().expected.to_decimal();
    assert!(capped.expected.to_decimal() < whole);
    assert!(notes(&capped, whole).contains(&Note::CapNotApplied));
    // Under the new rules nothing was checked, and the old ones capped it.
    case.policy = Policy::newest();
    let refused = Returned { expected: capped.expected, ..promised(case.clone()) };
    let refused =
        Returned { expected: Money::from_minor(1, refused.expected.currency()), ..refused };
    let old = Policy::by_id("partner-center-2020-08").unwrap();
    assert!(notes(&refused, capped.expected.to_decimal()).contains(&Note::OtherPolicyCapped(old)));
}

#[test]
fn another_day_and_other_units_are_recognised() {
    let it = upfront();
    let later = paid(&it, |input| input.on = day("2026-09-18"));
    assert_eq!(notes(&it, later), [Note::OtherDay(day("2026-09-18"))]);
    let fewer = paid(&it, |input| input.units = 3);
    assert_eq!(notes(&it, fewer), [Note::OtherUnits(3)]);
    let both = paid(&it, |input| {
        input.units = 3;
        input.on = day("2026-09-18");
    });
    let finding = only(&it, Line { units: Some(3), ..line(both, "2026-09-18") });
    assert_eq!(finding.notes, [Note::UnitsInFile(3), Note::OtherUnitsAndDay(3, day("2026-09-18"))]);
}

#[test]
fn a_monthly_commitment_is_told_from_a_credit() {
    let it = returned(BillingPlan::Monthly, "azure-2026-08");
    let amounts = assess(&it.case.input()).amounts.unwrap();
    let commitment = amounts.cancelled_commitment.to_decimal();
    assert_eq!(notes(&it, commitment), [Note::Commitment]);
    // Some days of a cycle give the same amount as those of another one; the file's own day is named.
    let earlier = paid(&it, |input| input.on = day("2026-08-20"));
    let finding = only(&it, line(earlier, "2026-09-20"));
    let days: Vec<_> = finding.notes.iter().collect();
    let [Note::OtherDay(found)] = days[..] else { panic!("{days:?}") };
    assert_eq!(paid(&it, |input| input.on = *found), earlier);
}

#[test]
fn tax_and_rates_count_only_where_the_file_has_them() {
    let it = upfront();
    let expected = it.expected.to_decimal();
    let net = expected - decimal("7.77");
    let taxed = Line { total: Some(expected), ..line(net, "2026-09-20") };
    assert!(only(&it, taxed).notes.contains(&Note::WithTax));
    assert_eq!(notes(&it, net), []);

    let rate = decimal("0.846202666");
    let in_chf = (expected * rate).round_dp(2);
    let other = Line { currency: currency("CHF"), ..line(in_chf, "2026-09-20") };
    let at = |rate| Line { rate, ..other.clone() };
    let finding = only(&it, at(Some((currency("EUR"), rate))));
    assert_eq!((finding.state, finding.difference), (State::OtherAmount, None));
    assert_eq!(finding.notes, [Note::AtRate(rate)]);
    for rate in [None, Some((currency("USD"), rate)), Some((currency("EUR"), decimal("0.84")))] {
        assert_eq!(only(&it, at(rate)).notes, [Note::OtherCurrency]);
    }
}

#[test]
fn an_exchange_gives_its_credit_without_fee_and_cap() {
    let case = RefundCase { usd_rate: None, ..upfront().case };
    let credit = assess(&case.input()).amounts.unwrap().credit;
    let it = Returned { kind: ReturnKind::Exchange, expected: credit, ..promised(case) };
    assert_eq!(only(&it, line(credit.to_decimal(), "2026-09-15")).state, State::Matched);
    let other = Money::from_minor(credit.minor() + 1, credit.currency()).to_decimal();
    assert!(notes(&it, other).iter().all(|note| !matches!(note, Note::FeeCharged(_))));
}

#[test]
fn lines_that_add_up_are_one_booking() {
    let it = upfront();
    let expected = it.expected.to_decimal();
    let parts = [decimal("100"), decimal("55.5"), expected - decimal("100")];
    let lines = parts.map(|amount| line(amount, "2026-10-02"));
    let all = reconcile(std::slice::from_ref(&it), &lines, HORIZON);
    let [matched, rest] = &all[..] else { panic!("{all:?}") };
    assert_eq!((matched.state, &matched.lines[..]), (State::Matched, &[0, 2][..]));
    assert_eq!(matched.notes, [Note::SeveralLines(2)]);
    assert_eq!((rest.state, &rest.lines[..]), (State::Unrecorded, &[1][..]));
    // What does not add up is one booking as well, if it was booked at once.
    let lines = [decimal("100"), decimal("55.5")].map(|amount| line(amount, "2026-10-02"));
    let [other] = &reconcile(std::slice::from_ref(&it), &lines, HORIZON)[..] else { panic!() };
    assert_eq!((other.state, other.lines.len()), (State::OtherAmount, 2));
    assert_eq!(other.booked, Some((decimal("155.5"), currency("EUR"))));
}

#[test]
fn each_document_is_compared_by_itself() {
    let it = upfront();
    let expected = it.expected.to_decimal();
    let invoice = Line {
        document: Some(BookingDocument::Invoice),
        ..line(expected - Decimal::ONE, "2026-10-02")
    };
    let lines = [invoice, line(expected, "2026-09-15")];
    let all = reconcile(std::slice::from_ref(&it), &lines, HORIZON);
    let states: Vec<_> = all.iter().map(|it| (it.state, it.lines.clone())).collect();
    assert_eq!(states, [(State::Matched, vec![1]), (State::OtherAmount, vec![0])]);
}

#[test]
fn two_returns_of_an_order_keep_their_own_lines() {
    let first = upfront();
    let mut second = upfront();
    second.case.units = 2;
    second.case.on = day("2026-10-20");
    let second = promised(second.case);
    let amounts = [second.expected.to_decimal(), first.expected.to_decimal() - Decimal::ONE];
    let lines = amounts.map(|amount| line(amount, "2026-10-20"));
    let all = reconcile(&[first, second], &lines, HORIZON);
    let found: Vec<_> = all.iter().map(|it| (it.returned, it.state, it.lines.clone())).collect();
    assert_eq!(found, [(Some(0), State::OtherAmount, vec![1]), (Some(1), State::Matched, vec![0])]);
}

#[test]
fn what_is_booked_before_a_return_is_about_another_one() {
    let it = upfront();
    let lines = [line(it.expected.to_decimal(), "2026-06-01")];
    let all = reconcile(std::slice::from_ref(&it), &lines, HORIZON);
    let states: Vec<_> = all.iter().map(|it| it.state).collect();
    assert_eq!(states, [State::NoFile, State::Unrecorded]);
}

#[test]
fn nothing_is_missing_before_its_time_or_without_a_file() {
    let it = upfront();
    let state = |today: &str, files_until: Option<&str>| {
        let horizon = Horizon { today: day(today), files_until: files_until.map(day) };
        reconcile(std::slice::from_ref(&it), &[], horizon)[0].state
    };
    let due = day("2026-11-01");
    assert_eq!(state("2026-09-15", None), State::NotDue { due });
    assert_eq!(state("2026-10-31", Some("2026-10-31")), State::NotDue { due });
    assert_eq!(state("2026-11-01", Some("2026-09-15")), State::Missing);
    assert_eq!(state("2026-11-01", Some("2026-09-14")), State::NoFile);
    assert_eq!(state("2026-11-01", None), State::NoFile);
    let nothing = Returned { expected: Money::zero(currency("EUR")), ..it.clone() };
    assert_eq!(reconcile(&[nothing], &[], HORIZON)[0].state, State::Matched);
}

#[test]
fn a_booking_is_a_line_if_money_came_back() {
    let booking = |event| BookingIntake {
        source: Source::default(),
        order_id: Some(ORDER.to_owned()),
        reservation_id: None,
        event,
        date: "2026-09-20".to_owned(),
        amount: "12.5".to_owned(),
        currency_code: "EUR".to_owned(),
        quantity: Some(2),
        usd: None,
        description: None,
        document: Some(BookingDocument::Invoice),
        invoice: Some(InvoiceIntake {
            number: Some("G1".to_owned()),
            total: Some("14.88".to_owned()),
            pricing_currency: Some("USD".to_owned()),
            exchange_rate: Some("0.9".to_owned()),
        }),
    };
    assert_eq!(Line::of(&booking(BookingEvent::Purchase)), None);
    let line = Line::of(&booking(BookingEvent::Cancel)).expect("a line");
    assert_eq!(line.total, Some(decimal("14.88")));
    assert_eq!(line.rate, Some((currency("USD"), decimal("0.9"))));
}

fn any_line() -> impl Strategy<Value = Line> {
    let orders = prop_oneof![
        3 => Just(Some(ORDER.to_owned())),
        1 => Just(Some(OTHER_ORDER.to_owned())),
        1 => Just(None),
    ];
    let documents = prop_oneof![
        Just(None),
        Just(Some(BookingDocument::Transactions)),
        Just(Some(BookingDocument::Invoice)),
    ];
    let currencies = prop_oneof![3 => Just("EUR"), 1 => Just("JPY"), 1 => Just("USD")];
    let amounts = prop_oneof![0_i64..1_000_000, (0_i64..10).prop_map(|amount| amount * 10_000)];
    (orders, documents, currencies, amounts, 0_u64..400, proptest::option::of(0_u32..12)).prop_map(
        |(order_id, document, code, cents, days, units)| Line {
            document,
            order_id,
            currency: currency(code),
            amount: Decimal::new(cents, 2),
            day: day("2026-03-01") + chrono::Days::new(days),
            units,
            ..line(Decimal::ZERO, "2026-03-01")
        },
    )
}

fn any_return() -> impl Strategy<Value = Returned> {
    let plans = prop_oneof![Just(BillingPlan::Upfront), Just(BillingPlan::Monthly)];
    (plans, 1_u64..=10, 0_u64..364, 0..Policy::all().len(), any::<bool>(), any::<bool>()).prop_map(
        |(plan, units, days, policy, is_exchange, is_other)| {
            let case = RefundCase {
                units,
                on: day("2026-03-10") + chrono::Days::new(days),
                policy: &Policy::all()[policy],
                ..returned(plan, "azure-2023-10").case
            };
            let mut it = promised(case);
            if is_exchange {
                it.kind = ReturnKind::Exchange;
                it.expected = assess(&it.case.input()).amounts.expect("within the term").credit;
            }
            if is_other {
                it.order_id = OTHER_ORDER.to_owned();
            }
            it
        },
    )
}

proptest! {
    #[test]
    fn nothing_is_dropped_told_twice_or_mixed(
        returned in vec(any_return(), 0..5),
        lines in vec(any_line(), 0..18),
    ) {
        let findings = reconcile(&returned, &lines, HORIZON);
        let mut told: Vec<usize> = findings.iter().flat_map(|it| it.lines.clone()).collect();
        told.sort_unstable();
        prop_assert_eq!(told, (0..lines.len()).collect::<Vec<_>>());
        for place in 0..returned.len() {
            prop_assert!(findings.iter().any(|it| it.returned == Some(place)));
        }
        for finding in &findings {
            let own: Vec<&Line> = finding.lines.iter().map(|line| &lines[*line]).collect();
            let Some(first) = own.first() else {
                prop_assert_eq!((finding.booked, finding.difference), (None, None));
                continue;
            };
            prop_assert!(own.iter().all(|line| line.currency == first.currency));
            prop_assert!(own.iter().all(|line| line.document == first.document));
            let sum: Decimal = own.iter().map(|line| line.amount).sum();
            prop_assert_eq!(finding.booked, Some((sum, first.currency)));
            let Some(place) = finding.returned else { continue };
            let it = &returned[place];
            prop_assert!(own.iter().all(|line| line.order_id.as_ref() == Some(&it.order_id)));
            let is_same = first.currency == it.expected.currency();
            prop_assert_eq!(
                finding.difference,
                is_same.then(|| sum - it.expected.to_decimal())
            );
            let is_expected = matches!(finding.state, State::Matched | State::OtherMonth);
            prop_assert!(!is_expected || is_same);
        }
    }

    #[test]
    fn every_explanation_is_exactly_true(
        it in any_return(),
        other in any_return(),
        units in proptest::option::of(1_u32..=10),
    ) {
        let amount = other.expected.to_decimal();
        let line = Line {
            order_id: Some(it.order_id.clone()),
            day: it.case.on,
            units,
            ..line(amount, "2026-03-01")
        };
        let finding = only(&it, line);
        let gives = |change: &dyn Fn(&mut RefundInput<'_>)| {
            let mut input = it.case.input();
            change(&mut input);
            let assessment = assess(&input);
            match it.kind {
                ReturnKind::Refund => assessment.payable.to_decimal() == amount,
                ReturnKind::Exchange => {
                    assessment.amounts.is_some_and(|it| it.credit.to_decimal() == amount)
                }
            }
        };
        for note in finding.notes {
            let is_true = match note {
                Note::OtherDay(day) => gives(&|input| input.on = day),
                Note::OtherUnits(units) => gives(&|input| input.units = units),
                Note::OtherUnitsAndDay(units, day) => gives(&|input| {
                    input.units = units.into();
                    input.on = day;
                }),
                Note::FeeCharged(rate) => gives(&|input| input.fee_rate = Some(rate)),
                Note::FeeNotCharged => {
                    gives(&|input| input.fee_rate = FeeRate::from_decimal(Decimal::ZERO).ok())
                }
                Note::OtherPolicy(policy) | Note::OtherPolicyCapped(policy) => {
                    gives(&|input| input.policy = policy)
                }
                Note::CapNotApplied => assess(&it.case.input()).amounts.unwrap().refund.to_decimal() == amount,
                Note::Commitment => {
                    let amounts = assess(&it.case.input()).amounts.unwrap();
                    amounts.cancelled_commitment.to_decimal() == amount
                }
                Note::UnitsInFile(in_file) => units == Some(in_file),
                _ => false,
            };
            prop_assert!(is_true, "{note:?}");
        }
    }

    #[test]
    fn a_return_booked_in_another_way_is_recognised(
        it in any_return(),
        units in 1_u64..=10,
        days in 0_u64..364,
        policy in 0..Policy::all().len(),
        which in 0..3,
    ) {
        let (on, policy) = (day("2026-03-10") + chrono::Days::new(days), &Policy::all()[policy]);
        let mut case = it.case.clone();
        match which {
            0 => case.units = units,
            1 => case.on = on,
            _ => case.policy = policy,
        }
        let booked = match it.kind {
            ReturnKind::Refund => assess(&case.input()).payable,
            ReturnKind::Exchange => assess(&case.input()).amounts.expect("owned units").credit,
        };
        let line = Line {
            order_id: Some(it.order_id.clone()),
            day: it.case.on,
            ..line(booked.to_decimal(), "2026-03-01")
        };
        let finding = only(&it, line);
        let is_told = finding.state == State::Matched || finding.notes.iter().any(|it| it.explains());
        // What is refused gives nothing, which explains nothing.
        prop_assert!(is_told || booked.is_zero(), "{finding:?}");
    }
}
