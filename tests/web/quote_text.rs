//! Quotes in words: what the calculator says in the reader's language, and what is taken along.

use crate::refund_records::{facts, facts_of, older_reservation, today};
use calculator::json::RefundCase;
use calculator::{Currency, Money, Part, Policy, Refusal, Rule, Sign, Term, Value as StepValue};
use chrono::Days;
use prorata::i18n::calculations as words;
use prorata::i18n::{self, Language};
use prorata::quote::exchange::take_along as exchange_text;
use prorata::quote::refund::take_along as text;
use serde_json::Value;
use std::sync::Arc;
use view_model::quote::refund::link::{self, Linked, remarks};
use view_model::quote::refund::{FormText, Quoted};
use view_model::quote::{Facts, exchange};
use wasm_bindgen_test::wasm_bindgen_test;

fn policy() -> &'static Policy {
    Policy::default_policy()
}

fn start() -> FormText {
    FormText::start(&facts(0), today(), '.')
}

fn case(form: &FormText) -> RefundCase {
    form.case(&facts(0), policy(), '.').unwrap()
}

/// The quote for exchanging a line of a link for so many units at 400.00 a year.
fn exchange(facts: Facts, day: &str, line: &str, units: u32) -> exchange::Quoted {
    let bought = format!("VirtualMachines~Standard_D4s_v5~westeurope~P1Y~Upfront~{units}~400");
    let values = |name: &str| match name {
        "reservation" => vec![line.to_owned()],
        "buy" => vec![bought.clone()],
        _ => Vec::new(),
    };
    let form = exchange::link::form(values, day, '.');
    let case = form.case(&[Arc::new(facts)], &Default::default(), Policy::newest(), '.');
    exchange::Quoted::new(case.unwrap())
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

#[wasm_bindgen_test]
fn formulas_are_written_as_the_reader_writes_numbers() {
    let price = Money::from_minor(424_800, Currency::parse("EUR").unwrap());
    let rate = StepValue::Rate("1.5".parse().unwrap());
    let day = StepValue::Date("2026-03-02".parse().unwrap());
    let values = [price.into(), rate, day, StepValue::Term(Term::THREE_YEARS)];
    let [price, rate, day, term] = values.map(Part::Value);
    let [over, plus] = [Sign::Over, Sign::Plus].map(Part::Sign);
    i18n::select(Language::German);
    let written = [[price, over, rate], [day, plus, term]].map(|it| words::formula(&it.into()));
    i18n::select(Language::English);
    assert_eq!(written, ["4.248,00 ÷ 1,5", "02.03.2026 + 3 Jahre"]);
    let refused = Part::Value(Refusal::InvalidRefundQuantity.into());
    assert_eq!(words::formula(&[refused].into()), "InvalidRefundQuantity");
}

#[wasm_bindgen_test]
fn a_rule_on_screen_is_the_same_sentence_as_in_the_json_answer() {
    for &rule in Rule::ALL {
        assert_eq!(words::rule(rule).in_language(Language::English), rule.text());
    }
}

#[wasm_bindgen_test]
fn every_rule_has_words_of_its_own_in_every_language() {
    for language in Language::ALL {
        let mut texts: Vec<_> =
            Rule::ALL.iter().map(|rule| words::rule(*rule).in_language(language)).collect();
        texts.sort_unstable();
        assert!(texts.windows(2).all(|pair| pair[0] != pair[1]), "{language:?}");
    }
}

#[wasm_bindgen_test]
fn a_quote_as_text_says_everything() {
    i18n::select(Language::English);
    let quoted = Quoted::new(case(&start()));
    let words = text::plain("Web shop", &quoted, None);
    for part in [
        "Refund quote: Web shop",
        "Units: 2 of 2",
        "Refund policy: Partner Center, Aug 6, 2020",
        "Paid out: €638.91",
        "Consumed: €273.97",
        "Early termination fee: €87.12",
        "This return counts: $798.64",
        "2 × 500.00 × 100 ÷ 365 ≈ €273.97",
        "Source: answers of the Azure API",
    ] {
        assert!(words.contains(part), "no {part:?} in {words}");
    }
}

#[wasm_bindgen_test]
fn a_cap_that_was_not_checked_is_said_so_wherever_the_quote_goes() {
    i18n::select(Language::English);
    let no_rate = FormText { usd_rate: String::new(), ..start() };
    let quoted = Quoted::new(case(&no_rate));
    let words = text::plain("Web shop", &quoted, None);
    assert!(words.contains("Paid out at most: €638.91"), "{words}");
    assert!(words.contains("The refund cap was not checked"), "{words}");
    assert!(!words.contains("The whole refund is paid out"), "{words}");
    let exported: Value = serde_json::from_str(&text::json("q", &quoted, None)).unwrap();
    assert!(exported["note"].as_str().unwrap().contains("cap was not checked"), "{exported}");
    let checked: Value =
        serde_json::from_str(&text::json("q", &Quoted::new(case(&start())), None)).unwrap();
    assert!(checked["note"].is_null());
}

#[wasm_bindgen_test]
fn terms_that_came_by_link_are_marked_in_the_text_and_the_file() {
    i18n::select(Language::English);
    let day = (today() - Days::new(3)).to_string();
    let quoted = linked(&[
        ("rate", "12.5"),
        ("used", "no"),
        ("price", "0.5"),
        ("fee", "90"),
        ("policy", "house-rules"),
        ("date", &day),
    ]);
    let words = text::plain("Web shop", &quoted, None);
    let exported: Value = serde_json::from_str(&text::json("q", &quoted, None)).unwrap();
    let note = exported["note"].as_str().unwrap();
    for part in [
        "The USD rate 12.5 came with the link; it is not the stored one.",
        "is 1.25. Check this value: it is 900% higher.",
        "“Unused” came with the link",
        "The current price €0.50 came with the link. One unit was bought for €500.00. Check this value",
        "The fee rate 90% came with the link.",
        "it is 78 percentage points away",
        "doesn't know: “house-rules”",
        "is in the past",
    ] {
        assert!(words.contains(part), "no {part:?} in {words}");
        assert!(note.contains(part), "no {part:?} in {note}");
    }
}

#[wasm_bindgen_test]
fn a_quote_by_rules_of_another_agreement_is_marked_wherever_it_goes() {
    let quoted = Quoted::new(case(&start()));
    let mark = Some("Not in CSP".to_owned());
    let words = text::plain("Web shop", &quoted, mark.clone());
    assert_eq!(words.lines().nth(1), Some("Not in CSP"));
    let exported: Value = serde_json::from_str(&text::json("q", &quoted, mark)).unwrap();
    assert_eq!(exported["note"], "Not in CSP");
    let line = calculator::json::answer(&exported["request"].to_string(), 1);
    assert!(line.answered, "the request is the one without a mark: {}", line.text);
}

#[wasm_bindgen_test]
fn a_quote_as_json_is_what_the_program_reads_and_writes() {
    let quoted = Quoted::new(case(&start()));
    let exported: Value = serde_json::from_str(&text::json("q", &quoted, None)).unwrap();
    let line = calculator::json::answer(&exported["request"].to_string(), 1);
    assert!(line.answered, "{}", line.text);
    assert_eq!(serde_json::from_str::<Value>(&line.text).unwrap(), exported["answer"]);
}

#[wasm_bindgen_test]
fn units_that_had_their_final_exchange_go_along() {
    let quoted = exchange(facts_of(older_reservation(), 0), "2027-02-01", "o/r:::1", 2);
    let words = exchange_text::plain(&["Web shop".into()], &quoted, None);
    assert!(words.contains("Units that have no exchange left: 1"), "{words}");
    let file: Value = serde_json::from_str(&exchange_text::json("x1", &quoted, None)).unwrap();
    assert_eq!(file["request"]["returns"][0]["reservation"]["exchangesUsed"], 1);
    assert_eq!(file["answer"]["refusal"], "ExchangeRightUsed");
    let again = calculator::json::answer(&file["request"].to_string(), 1);
    let again: Value = serde_json::from_str(&again.text).unwrap();
    assert_eq!(again, file["answer"], "the request gives the answer again");
}

#[wasm_bindgen_test]
fn the_quote_goes_along_as_text_and_as_json() {
    let quoted = exchange(facts(0), &today().to_string(), "o/r", 2);
    let words = exchange_text::plain(&["Web shop".into()], &quoted, None);
    assert!(words.contains("Returned: 2 of 2 units of Web shop, worth €726.03"), "{words}");
    assert!(
        words.contains("Bought: 2 × Standard_D4s_v5, West Europe, 1 year, Upfront: €800.00"),
        "{words}"
    );
    assert!(words.contains("New purchases minus returned value: €73.97"), "{words}");
    assert!(words.contains("You pay on the day of the exchange: €73.97"), "{words}");
    let half = exchange(facts(0), &today().to_string(), "o/r", 1);
    let words = exchange_text::plain(&["Web shop".into()], &half, None);
    assert!(words.contains("Missing commitment: €326.03"), "{words}");
    assert!(words.contains("You receive on the day of the exchange: €326.03"), "{words}");
    let amounts = words.lines().filter(|line| !line.contains(" = "));
    let signed: Vec<_> =
        amounts.filter(|line| line.contains("-€") || line.contains("−€")).collect();
    assert!(signed.is_empty(), "ways are told in words: {signed:?}");
    let file: Value = serde_json::from_str(&exchange_text::json("x1", &quoted, None)).unwrap();
    assert_eq!(file["answer"]["netPayable"], "73.97");
    let again = calculator::json::answer(&file["request"].to_string(), 1);
    assert!(again.answered, "{}", again.text);
    let again: Value = serde_json::from_str(&again.text).unwrap();
    assert_eq!(again, file["answer"], "the request gives the answer again");
}
