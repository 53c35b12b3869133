use crate::records::{facts, today};
use azure::{Refund, UsageGuess};
use calculator::json::RefundCase;
use calculator::{Decision, Policy, Problem, Rule};
use chrono::Days;
use serde_json::{Value, json};
use view_model::quote::bars::{WIDTH, limit_bar};
use view_model::quote::figures::{Compared, Figure, Pair};
use view_model::quote::refund::link::{self, Linked, remarks};
use view_model::quote::refund::{Field, FormText, Quoted, Shown};
use view_model::quote::typed::Fault;
use view_model::quote::{Number, Origin, Remark, rules_applied, rules_behind};

fn policy() -> &'static Policy {
    Policy::default_policy()
}

fn start() -> FormText {
    FormText::start(&facts(0), today(), '.')
}

fn case(form: &FormText) -> RefundCase {
    form.case(&facts(0), policy(), '.').unwrap()
}

#[test]
fn the_form_starts_with_everything_today_at_the_known_rate() {
    let form = start();
    assert_eq!((form.units.as_str(), form.usd_rate.as_str()), ("2", "1.25"));
    assert_eq!(form.day, today().to_string());
    assert!(form.is_used, "without utilization data, the guess never promises too much");
    assert_eq!(facts(0).usage, UsageGuess::Unknown);
    // 1,000.00 for 365 days, 100 of them over: 273.97 consumed, 12 % of 726.03 is 87.12.
    let quoted = Quoted::new(case(&form));
    assert_eq!(quoted.quote.assessment.payable.to_string(), "638.91");
}

#[test]
fn a_day_that_nobody_has_chosen_is_the_present_one() {
    let tomorrow = today() + Days::new(1);
    let mut form = start();
    assert!(form.begin_day(tomorrow));
    assert_eq!(form.day, tomorrow.to_string());
    form.choose_day(today().to_string());
    assert!(!form.begin_day(tomorrow + Days::new(1)), "it was chosen");
    assert_eq!(form.day, today().to_string());
    form.take_today(tomorrow);
    assert!(form.begin_day(tomorrow + Days::new(1)), "and is not any more");
    // What a link brings was chosen by its sender.
    let day = |name: &str| (name == "date").then(|| today().to_string());
    assert!(link::form(day, start(), '.').is_day_chosen);
    assert!(!link::form(|_| None, start(), '.').is_day_chosen);
}

/// What stands beside a number is what the steps of a quote say of it, under every policy.
#[test]
fn the_rules_behind_a_number_are_those_of_its_quote() {
    let numbers = [
        Number::ComesBack,
        Number::Fee,
        Number::GivenUp,
        Number::Cap,
        Number::CapUsed,
        Number::CapCounts,
        Number::CapLeft,
        Number::CapFree,
    ];
    for policy in Policy::all() {
        for used in [0, 49_900] {
            let facts = facts(used);
            let form = FormText::start(&facts, today(), '.');
            let quoted = Quoted::new(form.case(&facts, policy, '.').unwrap());
            let steps = &quoted.quote.steps;
            for number in numbers {
                let mut expected = rules_behind(number, policy);
                // What happens above the cap is a step where something is above it.
                expected.retain(|rule| {
                    used > 0 || !matches!(rule, Rule::LimitCapped | Rule::LimitRefused)
                });
                let applied = rules_applied(number, policy, steps);
                assert_eq!(applied, expected, "{number:?} under {}", policy.id);
            }
        }
    }
}

#[test]
fn every_field_that_does_not_fit_is_named() {
    let form = FormText {
        day: "2014-12-31".to_owned(),
        units: "3".to_owned(),
        current_price: "-1".to_owned(),
        usd_rate: "0".to_owned(),
        fee_percent: "101".to_owned(),
        ..start()
    };
    let errors = form.case(&facts(0), policy(), '.').unwrap_err();
    let faults: Vec<_> = errors.into_iter().map(|error| (error.field, error.fault)).collect();
    assert_eq!(
        faults,
        [
            (Field::Day, Fault::Value(Problem::DateOutOfRange)),
            (Field::Units, Fault::Value(Problem::OutOfRange { min: 1, max: 2 })),
            (Field::CurrentPrice, Fault::Value(Problem::Negative)),
            (Field::UsdRate, Fault::Value(Problem::Zero)),
            (Field::FeePercent, Fault::Value(Problem::TooLarge { max: "100" })),
        ]
    );
    for units in ["", "0", "1.5", "-1", "many", "99999999999999999999"] {
        let form = FormText { units: units.to_owned(), ..start() };
        assert!(form.case(&facts(0), policy(), '.').is_err(), "{units:?}");
    }
}

#[test]
fn percents_are_fractions_of_the_calculation() {
    for (percent, fraction) in [("12", "0.12"), ("7.5", "0.075"), ("0", "0"), ("100", "1")] {
        let form = FormText { fee_percent: percent.to_owned(), ..start() };
        let rate = case(&form).fee_rate.unwrap().to_decimal();
        assert_eq!(rate, fraction.parse().unwrap());
    }
}

#[test]
fn a_language_changes_the_sign_and_not_the_number() {
    let form = FormText { current_price: "1,234.5".into(), fee_percent: "much".into(), ..start() };
    let german = form.respelled('.', ',');
    assert_eq!(german.usd_rate, "1,25");
    assert_eq!(german.current_price, "1234,5");
    assert_eq!(german.fee_percent, "much", "what is no number stays as it was typed");
    assert_eq!(german.respelled(',', '.').usd_rate, "1.25");
}

#[test]
fn a_link_reproduces_the_quote() {
    let on = today() + Days::new(3);
    let form = FormText {
        day: on.to_string(),
        units: "1".to_owned(),
        is_used: false,
        current_price: "480.25".to_owned(),
        fee_percent: "7.5".to_owned(),
        ..start()
    };
    let no_rate = FormText { usd_rate: String::new(), ..start() };
    for form in [form, no_rate, start()] {
        let asked = form.case(&facts(0), Policy::newest(), '.').unwrap();
        let parameters = link::parameters(&asked);
        let value = |name: &str| {
            let found = parameters.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| value.clone()).filter(|value| !value.is_empty())
        };
        // Read by someone whose language writes decimals with a comma.
        let read = link::form(value, FormText::start(&facts(0), today(), ','), ',');
        let again = read.case(&facts(0), link::policy(value).unwrap(), ',').unwrap();
        assert_eq!(again, asked);
    }
}

#[test]
fn a_quote_that_is_not_the_forms_is_not_current() {
    let first = Shown::next(None, Some(Ok(Quoted::new(case(&start())))));
    assert!(first.is_current());
    let wrong = FormText { units: "9".to_owned(), ..start() };
    let quoted = || Some(wrong.case(&facts(0), policy(), '.').map(Quoted::new));
    let kept = Shown::next(Some(&first), quoted());
    assert_eq!(kept.quoted, first.quoted);
    assert!(!kept.is_current() && kept.error(Field::Units).is_some());
    assert!(Shown::next(None, quoted()).quoted.is_none());
}

#[test]
fn the_bar_of_the_limit_has_a_place_for_everything() {
    let limit = |used| {
        let case = start().case(&facts(used), policy(), '.').unwrap();
        let quoted = Quoted::new(case);
        (quoted.quote.assessment.decision, limit_bar(&quoted.quote.assessment.limit.unwrap()))
    };
    let (decision, none) = limit(0);
    assert_eq!((decision, none.used, none.is_over), (Decision::Allowed, 0, false));
    assert!(none.counts > 0, "798.64 of 50,000 is seen");
    let (decision, full) = limit(49_900);
    assert_eq!((decision, full.is_over), (Decision::Capped, true));
    assert_eq!((full.used, full.used + full.counts), (998, WIDTH));
}

fn service(payable: &str, used: &str) -> Refund {
    let number = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    let body = json!({"properties": {
        "sessionId": "7a1c7a42-0000-4000-8000-000000000001", "quantity": 2,
        "billingRefundAmount": {"currencyCode": "EUR", "amount": number(payable)},
        "pricingRefundAmount": {"currencyCode": "USD", "amount": number("798.64")},
        "policyResult": {"properties": {
            "consumedRefundsTotal": {"currencyCode": "USD", "amount": number(used)},
            "maxRefundLimit": {"currencyCode": "USD", "amount": 50000}}}}});
    azure::from_slice(body.to_string().as_bytes()).unwrap()
}

#[test]
fn only_quotes_that_agree_to_the_cent_are_carried_out() {
    let ours = Quoted::new(case(&start()));
    let agree = |theirs: &Refund| Compared::refund(&ours, theirs).agree;
    let same = Compared::refund(&ours, &service("638.91", "0"));
    assert!(same.agree, "{same:?}");
    assert!(agree(&service("638.910", "0.00")), "digits are not cents");
    let differing = |theirs: &Refund| -> Vec<Figure> {
        let pairs: Vec<Pair> = Compared::refund(&ours, theirs).pairs;
        pairs.iter().filter(|pair| !pair.agrees()).map(|pair| pair.figure).collect()
    };
    assert_eq!(differing(&service("638.92", "0")), [Figure::Payable]);
    assert_eq!(differing(&service("638.91", "0.01")), [Figure::UsedUsd]);
    let mut units = service("638.91", "0");
    units.properties_mut().quantity = Some(1);
    assert!(!agree(&units), "other units are another quote");
    assert!(!agree(&Refund::default()), "silence is no agreement");
}

#[test]
fn terms_as_the_records_have_them_are_not_remarked_upon() {
    let asked = case(&start());
    let parameters = link::parameters(&asked);
    let own: Vec<_> = parameters.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let own: Vec<_> = own.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    assert_eq!(linked(&own).remarks, []);
    let form = FormText { usd_rate: "1.26".to_owned(), ..start() };
    let said = remarks(&case(&form), &facts(0), &Linked::default(), today());
    let [Remark::OwnRate { rate, origin: Origin::Hand, known }] = &said[..] else {
        panic!("one remark about the rate, not {said:?}")
    };
    assert_eq!(rate.to_decimal().to_string(), "1.26");
    assert_eq!(*known, Some(("1.25".parse().unwrap(), today())));
}

/// A form as a link brings it, with its quote and what must be said about its terms.
fn linked(parameters: &[(&str, &str)]) -> Quoted {
    let value = |name: &str| {
        parameters.iter().find(|(own, _)| *own == name).map(|(_, value)| (*value).to_owned())
    };
    let case = case(&link::form(value, start(), '.'));
    let said = remarks(&case, &facts(0), &Linked::read(value, policy()), today());
    Quoted::new(case).with_remarks(said)
}
