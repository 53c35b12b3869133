use crate::records::{facts, facts_of, order, rates, reservation, today};
use azure::Wire;
use calculator::{FeeRate, Money, Policy, Problem, Refusal};
use chrono::Days;
use proptest::prelude::*;
use serde_json::json;
use std::sync::Arc;
use view_model::ExchangeRate;
use view_model::language::Language;
use view_model::quote::letter::agreed::{Agreed, Terms};
use view_model::quote::letter::{
    Ended, Extent, Field, FormText, Letter, Line, Newest, NoLetter, TermsError, TermsFault, link,
};
use view_model::quote::refund::{self, Quoted};
use view_model::quote::typed::Fault;
use view_model::quote::{Facts, Origin, Remark};

fn quoted() -> Quoted {
    quoted_of(&facts(0), Policy::default_policy())
}

fn quoted_of(facts: &Facts, policy: &'static Policy) -> Quoted {
    let form = refund::FormText::start(facts, today(), '.');
    Quoted::new(form.case(facts, policy, '.').unwrap())
}

fn form(fee: &str, margin: &str, extent: Extent) -> FormText {
    let start = FormText::start(Language::English);
    FormText { handling_fee: fee.into(), margin_percent: margin.into(), extent, ..start }
}

fn euros(text: &str) -> Money {
    let euro = calculator::Currency::parse("EUR").unwrap();
    Money::from_decimal(text.parse().unwrap(), euro).unwrap()
}

/// The monthly twin of the reservation: two units at 500 EUR, in twelve instalments.
fn monthly() -> Facts {
    let mut record = reservation();
    record["properties"]["billingPlan"] = json!("Monthly");
    let read = |value: serde_json::Value| value.to_string().into_bytes();
    let rates: Vec<ExchangeRate> = Wire::read(rates()["value"].clone()).unwrap();
    Facts::new(
        Arc::new(azure::from_slice(&read(record)).unwrap()),
        Arc::new(azure::from_slice(&read(order())).unwrap()),
        &[],
        Some(&rates),
        None,
        today(),
    )
    .unwrap()
}

#[test]
fn the_rows_lead_from_what_was_paid_to_what_the_customer_receives() {
    // 1,000.00 paid, 273.97 consumed, 87.12 fee: 638.91 credited. 5 % of it is 31.95.
    let letter = Letter::of(&quoted(), &form("50", "5", Extent::Whole), '.').unwrap();
    let rows: Vec<_> =
        letter.rows.iter().map(|row| (row.sign, row.line, row.amount.to_string())).collect();
    let five = FeeRate::from_percent(5.into()).unwrap();
    let expected = [
        ("", Line::Paid, "1000.00"),
        ("−", Line::Consumed, "273.97"),
        ("=", Line::Credit, "726.03"),
        ("−", Line::EarlyTerminationFee, "87.12"),
        ("=", Line::Refund, "638.91"),
        ("=", Line::Credited { at_most: false }, "638.91"),
        ("−", Line::HandlingFee, "50.00"),
        ("−", Line::Margin(five), "31.95"),
        ("=", Line::Received { at_most: false }, "556.96"),
    ];
    assert_eq!(rows, expected.map(|(sign, line, amount)| (sign, line, amount.to_owned())));
    let free = Letter::of(&quoted(), &form("", "", Extent::Whole), '.').unwrap();
    let lines: Vec<_> = free.rows.iter().map(|row| row.line).collect();
    assert!(!lines.contains(&Line::HandlingFee), "what is not kept has no line");
    assert_eq!(free.settlement.received.to_string(), "638.91");
    assert!(!free.steps.is_empty() && !free.sources.is_empty());
}

#[test]
fn the_copy_of_the_net_amount_tells_nothing_else() {
    let mut quoted = quoted_of(&monthly(), Policy::default_policy());
    let price = calculator::Price::from_decimal(1.into(), euros("1").currency()).unwrap();
    quoted.remarks = vec![
        Remark::PastDay(today()),
        Remark::CurrentPrice { price, origin: Origin::Hand, bought_for: price },
    ];
    let net = Letter::of(&quoted, &form("1", "5", Extent::Net), '.').unwrap();
    assert_eq!(net.rows.len(), 1);
    assert_eq!(net.rows[0].line, Line::Received { at_most: false });
    assert_eq!(net.rows[0].amount, net.settlement.received);
    assert_eq!(net.ended_instalments, Some(Ended::Unsaid));
    assert_eq!(net.remarks, [Remark::PastDay(today())]);
    assert!(net.steps.is_empty() && net.disagreements.is_empty());
    assert!(!net.sources.is_empty(), "the documents are no secret");
    let whole = Letter::of(&quoted, &form("1", "5", Extent::Whole), '.').unwrap();
    assert_eq!(whole.remarks, quoted.remarks);
    assert_eq!(whole.settlement, net.settlement);
    let ended = quoted.quote.assessment.amounts.unwrap().cancelled_instalments;
    assert_eq!(whole.ended_instalments, Some(Ended::Amount(ended)));
}

#[test]
fn what_does_not_fit_is_named_by_its_field() {
    let fault =
        |fee: &str, margin: &str| Letter::of(&quoted(), &form(fee, margin, Extent::Net), '.');
    let typed =
        |field, problem| TermsError { field, fault: TermsFault::Typed(Fault::Value(problem)) };
    let credit = TermsFault::MoreThanCredit(euros("638.91"));
    assert_eq!(
        fault("-1", "101"),
        Err(NoLetter::Terms(vec![
            typed(Field::HandlingFee, Problem::Negative),
            typed(Field::Margin, Problem::TooLarge { max: "100" }),
        ]))
    );
    assert_eq!(
        fault("638.92", "0"),
        Err(NoLetter::Terms(vec![TermsError { field: Field::HandlingFee, fault: credit.clone() }]))
    );
    assert_eq!(
        fault("1", "99.9"),
        Err(NoLetter::Terms(vec![TermsError { field: Field::Margin, fault: credit }]))
    );
    for (fee, margin) in [("x", ""), ("", "x"), ("0.001", ""), ("", "-1"), ("1e9", "")] {
        let Err(NoLetter::Terms(errors)) = fault(fee, margin) else { panic!("{fee} {margin}") };
        assert_eq!(errors.len(), 1, "{errors:?}");
    }
    assert!(fault("638.91", "0").is_ok(), "all of it can be kept");
}

#[test]
fn a_refused_return_has_no_letter() {
    let mut record = reservation();
    record["properties"]["provisioningState"] = json!("Cancelled");
    let quoted = quoted_of(&facts_of(record, 0), Policy::default_policy());
    let refused = NoLetter::Refused(Refusal::OperationCannotBePerformedInCurrentState);
    assert_eq!(Letter::of(&quoted, &form("", "", Extent::Whole), '.'), Err(refused));
}

#[test]
fn it_holds_as_long_as_the_amount_does() {
    let letter = Letter::of(&quoted(), &form("10", "", Extent::Whole), '.').unwrap();
    assert_eq!(letter.holds_until, today(), "every day consumes something");
    let later: Vec<_> = letter.later.iter().map(|(day, _)| *day - today()).collect();
    assert_eq!(later.iter().map(chrono::TimeDelta::num_days).collect::<Vec<_>>(), [7, 14, 30]);
    let falls = letter.later.windows(2).all(|pair| pair[0].1.minor() > pair[1].1.minor());
    assert!(falls && letter.later[0].1.minor() < letter.settlement.received.minor());
    // 1,000 x 107/365 is 293.15 consumed, 12 % of 706.85 is 84.82; 10.00 is kept.
    assert_eq!(letter.later[0].1.to_string(), "612.03");

    // On the first days of an unused reservation everything comes back, day by day the same.
    let mut record = reservation();
    record["properties"]["purchaseDate"] = json!(today() - Days::new(2));
    record["properties"]["expiryDate"] = json!(today() + Days::new(363));
    let facts = facts_of(record, 0);
    let mut form_text = refund::FormText::start(&facts, today(), '.');
    form_text.is_used = false;
    let quoted = Quoted::new(form_text.case(&facts, Policy::default_policy(), '.').unwrap());
    let letter = Letter::of(&quoted, &form("", "", Extent::Whole), '.').unwrap();
    assert_eq!(letter.holds_until, today() + Days::new(3), "five days after the purchase");
}

#[test]
fn the_newest_rules_stand_beside_older_ones() {
    let newest = |policy, fee: &str| {
        let quoted = quoted_of(&facts(0), policy);
        Letter::of(&quoted, &form(fee, "", Extent::Net), '.').unwrap().newest
    };
    assert_eq!(newest(Policy::default_policy(), "0"), Some(Newest::Received(euros("726.03"))));
    assert_eq!(newest(Policy::default_policy(), "26.03"), Some(Newest::Received(euros("700"))));
    assert_eq!(newest(Policy::newest(), "0"), None);
    // 49,900 USD are used: the old rules cap the payout, the newest refuse the return.
    let quoted = quoted_of(&facts(49_900), Policy::default_policy());
    let letter = Letter::of(&quoted, &form("", "", Extent::Whole), '.').unwrap();
    assert_eq!(letter.newest, Some(Newest::Refused));
    assert!(letter.rows.iter().any(|row| row.line == Line::LostToLimit));
    assert_eq!(letter.settlement.received.to_string(), "80.00");
}

#[test]
fn without_a_rate_every_amount_may_be_less() {
    let facts = facts(0);
    let text = refund::FormText {
        usd_rate: String::new(),
        ..refund::FormText::start(&facts, today(), '.')
    };
    let quoted = Quoted::new(text.case(&facts, Policy::default_policy(), '.').unwrap());
    let letter = Letter::of(&quoted, &form("", "", Extent::Net), '.').unwrap();
    assert!(letter.is_at_most);
    assert_eq!(letter.rows[0].line, Line::Received { at_most: true });
}

#[test]
fn a_link_reproduces_what_was_chosen() {
    for extent in [Extent::Whole, Extent::Net] {
        for has_ids in [false, true] {
            let chosen = FormText {
                language: Language::German,
                handling_fee: "12,50".into(),
                margin_percent: "half".into(),
                extent,
                has_ids,
            };
            let parameters = link::parameters(&chosen, ',');
            assert_eq!(parameters[1].1, "12.5", "plain, whatever the language");
            let value = |name: &str| {
                let found = parameters.iter().find(|(known, _)| *known == name);
                found.map(|(_, value)| value.clone()).filter(|value| !value.is_empty())
            };
            let start = FormText::start(Language::English);
            let read = link::form(value, start, ',');
            assert_eq!(read, FormText { handling_fee: "12,5".into(), ..chosen });
        }
    }
}

#[test]
fn a_language_changes_the_sign_and_not_the_number() {
    let german = form("12.50", "much", Extent::Net).respelled('.', ',');
    assert_eq!((german.handling_fee.as_str(), german.margin_percent.as_str()), ("12,50", "much"));
}

proptest! {
    #[test]
    fn received_fee_and_margin_are_the_credit(
        used_usd in 0_u32..50_000, fee in 0_i64..70_000, percent in 0_u32..=10_000,
        is_net: bool,
    ) {
        let quoted = quoted_of(&facts(used_usd), Policy::default_policy());
        let extent = if is_net { Extent::Net } else { Extent::Whole };
        let fee = rust_decimal::Decimal::new(fee, 2).to_string();
        let percent = rust_decimal::Decimal::new(percent.into(), 2).to_string();
        match Letter::of(&quoted, &form(&fee, &percent, extent), '.') {
            Ok(letter) => {
                let all = letter.settlement;
                let parts = [all.received, all.handling_fee, all.margin];
                prop_assert!(parts.iter().all(|part| part.minor() >= 0));
                let sum: i128 = parts.iter().map(|part| part.minor()).sum();
                prop_assert_eq!(sum, all.credited.minor());
                prop_assert_eq!(all.credited, quoted.quote.assessment.payable);
                let last = letter.rows.last().unwrap();
                prop_assert_eq!(last.amount, all.received);
                prop_assert!(letter.holds_until >= today());
            }
            Err(NoLetter::Terms(errors)) => prop_assert_eq!(errors.len(), 1),
            Err(NoLetter::Refused(refusal)) => prop_assert!(false, "{refusal:?}"),
        }
    }
}

#[test]
fn what_is_agreed_goes_with_the_return_in_plain_notation() {
    let of = |fee: &str, margin: &str, sign| {
        Terms::of(&form(fee, margin, Extent::Net), euros("638.91"), sign)
    };
    assert_eq!(of("", " ", '.'), Ok(None), "nothing is agreed");
    let (terms, settlement) = of("50,50", "5", ',').unwrap().unwrap();
    assert_eq!(terms.to_json(), json!({ "handlingFee": "50.5", "marginPercent": "5" }));
    assert_eq!(settlement.margin, euros("31.95"));
    assert_eq!(settlement.received, euros("556.46"));
    let (terms, _) = of("", "12.5", '.').unwrap().unwrap();
    assert_eq!(terms.to_json(), json!({ "handlingFee": "0", "marginPercent": "12.5" }));
    let fields =
        |errors: Vec<TermsError>| errors.into_iter().map(|it| it.field).collect::<Vec<_>>();
    assert_eq!(fields(of("700", "", '.').unwrap_err()), [Field::HandlingFee]);
    assert_eq!(fields(of("x", "101", '.').unwrap_err()), [Field::HandlingFee, Field::Margin]);
}

#[test]
fn the_page_of_the_quote_gets_what_the_letter_keeps_and_nothing_else() {
    let kept = link::kept(&form("50,5", "", Extent::Net), ',');
    assert_eq!(kept, [("handling", "50.5".to_owned()), ("margin", String::new())]);
}

#[test]
fn what_was_agreed_is_read_as_the_service_kept_it() {
    let row = json!({ "name": "a1", "properties": { "currencyCode": "EUR", "credited": "638.91",
        "handlingFee": "50.00", "marginPercent": "5", "margin": "31.95", "received": "556.96" } });
    let agreed = Agreed::of(&row).unwrap();
    assert_eq!((agreed.activity.as_str(), agreed.received.as_str()), ("a1", "556.96"));
    assert_eq!(Agreed::of(&json!({ "name": "a1", "properties": {} })), None);
}
