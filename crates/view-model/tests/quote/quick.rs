//! Quotes of reservations that somebody describes by hand.

use calculator::{Decision, Disagreement, Policy, Problem, Refusal, Rule};
use view_model::InputProblem;
use view_model::address::{parameters, split, with_query};
use view_model::quote::quick::{
    Field, FormText, LINE, LINES_MAX, Line, LineText, disagreements, totals,
};
use view_model::quote::typed::{Fault, borrowed};

use crate::today;

fn policy() -> &'static Policy {
    Policy::default_policy()
}

/// A reservation that was bought for a year 100 days ago.
fn line(currency: &str, price: &str) -> LineText {
    LineText {
        purchased: "2026-08-12".to_owned(),
        units: "2".to_owned(),
        price: price.to_owned(),
        currency: currency.to_owned(),
        ..FormText::start(today()).lines.remove(0)
    }
}

fn form(lines: &[LineText]) -> FormText {
    FormText { lines: lines.to_vec(), ..FormText::start(today()) }
}

fn payable(line: &Line) -> String {
    line.as_ref().unwrap().quote.assessment.payable.to_string()
}

fn faults(line: &Line) -> Vec<(Field, Fault)> {
    let errors = line.as_ref().unwrap_err().iter();
    errors.map(|error| (error.field, error.fault.clone())).collect()
}

#[test]
fn each_line_is_quoted_as_the_refund_of_a_record_would_be() {
    let quotes = form(&[line("EUR", "500.00"), line("usd", "500")]).quotes(policy(), '.');
    // 1,000.00 for 365 days, 100 of them over: 273.97 consumed, 12 % of 726.03 is 87.12.
    assert_eq!(quotes.iter().map(payable).collect::<Vec<_>>(), ["638.91", "638.91"]);
    let german = form(&[line("EUR", "1.500,00")]).quotes(policy(), ',');
    assert_eq!(payable(&german[0]), "1916.71");
}

#[test]
fn nothing_is_said_of_a_cap_that_is_not_known() {
    // Far above what the cap pays out in a year, whatever is left of it.
    for policy in Policy::all() {
        let quotes = form(&[line("USD", "500000")]).quotes(policy, '.');
        let quoted = quotes[0].as_ref().unwrap();
        let assessment = quoted.quote.assessment;
        assert_eq!(assessment.decision, Decision::Allowed, "{}", policy.id);
        assert_eq!(
            (assessment.limit, Some(assessment.payable)),
            (None, assessment.amounts.map(|it| it.refund))
        );
        let rules: Vec<_> = quoted.quote.steps.iter().map(|step| step.rule).collect();
        assert!(rules.contains(&Rule::Refund), "{rules:?}");
        assert!(
            rules
                .iter()
                .all(|rule| !rule.id().starts_with("limit") && *rule != Rule::UsdConversion),
            "{rules:?}"
        );
        assert!(quoted.quote.warnings.iter().all(|warning| warning.code() != "LimitUnknown"));
    }
}

#[test]
fn what_is_refused_stays_refused() {
    let over = LineText { purchased: "2020-01-01".to_owned(), ..line("EUR", "500") };
    let kept = LineText { product: "Databricks".to_owned(), ..line("EUR", "500") };
    let quotes = form(&[over, kept]).quotes(Policy::newest(), '.');
    let refusals: Vec<_> =
        quotes.iter().map(|it| it.as_ref().unwrap().quote.assessment.decision.refusal()).collect();
    assert_eq!(
        refusals,
        [
            Some(Refusal::OperationCannotBePerformedInCurrentState),
            Some(Refusal::SelfServiceRefundNotSupported)
        ]
    );
    assert_eq!(totals(&quotes).len(), 1);
    assert!(totals(&quotes)[0].is_zero());
}

#[test]
fn a_total_never_mixes_currencies_and_leaves_out_what_has_no_quote() {
    let lines = [line("EUR", "500"), line("JPY", "70000"), line("EUR", "500"), line("EUR", "")];
    let quotes = form(&lines).quotes(policy(), '.');
    let totals: Vec<_> =
        totals(&quotes).iter().map(|sum| format!("{} {sum}", sum.currency())).collect();
    assert_eq!(totals, ["EUR 1277.82", &format!("JPY {}", payable(&quotes[1]))]);
    assert_eq!(faults(&quotes[3]), [(Field::Price, Fault::Value(Problem::Missing))]);
}

#[test]
fn each_question_of_the_sources_is_asked_once() {
    let quotes = form(&[line("EUR", "500"), line("JPY", "70000")]).quotes(policy(), '.');
    let asked = [Disagreement::FeeChargedOrNot, Disagreement::FeeBase];
    assert_eq!(disagreements(&quotes), asked);
    assert_eq!(disagreements(&[]), []);
}

#[test]
fn every_field_that_does_not_fit_is_named() {
    let wrong = LineText {
        product: " ".to_owned(),
        purchased: "2026-02-30".to_owned(),
        term: "P9Y".to_owned(),
        plan: "Weekly".to_owned(),
        units: "0".to_owned(),
        price: "1.2.3".to_owned(),
        currency: "EURO".to_owned(),
        is_used: true,
    };
    let form = FormText { day: String::new(), lines: vec![wrong] };
    let quotes = form.quotes(policy(), '.');
    let units = Problem::OutOfRange { min: 1, max: 1_000_000 };
    assert_eq!(
        faults(&quotes[0]),
        [
            (Field::Day, Fault::Value(Problem::Missing)),
            (Field::Product, Fault::Value(Problem::Missing)),
            (Field::Purchased, Fault::Value(Problem::NotADate)),
            (Field::Term, Fault::Value(Problem::UnknownTerm)),
            (Field::Plan, Fault::Value(Problem::UnknownBillingPlan)),
            (Field::Units, Fault::Value(units)),
            (Field::Price, Fault::Unreadable(InputProblem::NotANumber)),
            (Field::Currency, Fault::Value(Problem::UnknownCurrency)),
        ]
    );
    for price in ["-1", "1000000000000000"] {
        let quotes = self::form(&[line("EUR", price)]).quotes(policy(), '.');
        assert_eq!(faults(&quotes[0])[0].0, Field::Price, "{price}");
    }
}

#[test]
fn a_link_brings_the_same_form_back_in_every_language() {
    let mut form = form(&[line("EUR", "500.5"), line("JPY", "7")]);
    form.lines[1].is_used = false;
    let written = form.parameters(policy(), '.');
    let address = with_query("/quick-quote".to_owned(), &borrowed(&written));
    let read = parameters(split(&address).1);
    let values = |name: &str| {
        read.iter().filter(|(own, _)| own == name).map(|(_, value)| value.clone()).collect()
    };
    assert_eq!(FormText::of_link(values, today(), '.'), form);
    let mut german = FormText::of_link(values, today(), ',');
    assert_eq!(german.lines[0].price, "500,5");
    german.respell(',', '.');
    assert_eq!(german, form);

    // What a link leaves out is as the form starts, and what cannot be read stands in its field.
    let start = FormText::of_link(|_| Vec::new(), today(), '.');
    assert_eq!(start, FormText::start(today()));
    let odd =
        |name: &str| if name == LINE { vec!["x~y".to_owned(); LINES_MAX + 9] } else { Vec::new() };
    let odd = FormText::of_link(odd, today(), '.');
    assert_eq!(odd.lines.len(), LINES_MAX);
    assert_eq!(odd.lines[0].get(Field::Purchased), "y");
    assert!(odd.quotes(policy(), '.')[0].is_err());
}

#[test]
fn a_new_line_is_like_the_last_but_for_its_price() {
    let mut form = form(&[line("EUR", "500")]);
    form.add_line();
    assert_eq!(form.lines[1], line("EUR", ""));
    (0..LINES_MAX).for_each(|_| form.add_line());
    assert_eq!(form.lines.len(), LINES_MAX);
}

#[test]
fn what_has_a_quote_is_kept_as_facts_that_stand_in_no_file() {
    let form = form(&[line("eur", "1.500,50"), line("EUR", "")]);
    let kept = form.kept(&form.quotes(policy(), ','), " Contoso ", ',');
    assert_eq!(kept.customer, "Contoso");
    let part: portfolio::import::Part = serde_json::from_str(&kept.body).unwrap();
    assert_eq!(part.customers[0].name.as_deref(), Some("Contoso"));
    let [facts] = &part.customers[0].reservations[..] else { panic!("{part:?}") };
    assert_eq!(facts.missing(), [""; 0]);
    assert_eq!(facts.source, portfolio::intake::Source::default());
    assert_eq!(facts.unit_price.as_deref(), Some("1500.5"));
    assert_eq!((facts.currency_code.as_deref(), facts.used), (Some("EUR"), Some(true)));
}
