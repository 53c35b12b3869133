//! A quote as text for people and as JSON for programs.

use super::amounts;
use super::quoted::Quoted;
use crate::i18n::catalogue::{quote as texts, rules};
use crate::i18n::{self, Text, t_with};
use crate::quote::words;
use crate::shell::policy_name;
use calculator::json::{RefundAnswer, RefundRequest};
use calculator::{LimitUse, Policy, Step};
use serde::Serialize;

/// The quote as lines of text in the language in force: amounts, decision, policy, date, and every step
/// with its source. `name` is what the reservation is called, `mark` what must be said first where the rules
/// are not those of the customer's agreement.
#[must_use]
pub fn plain(name: &str, quoted: &Quoted, mark: Option<String>) -> String {
    let (case, quote) = (&quoted.case, &quoted.quote);
    let assessment = &quote.assessment;
    let mut lines = vec![t_with(texts::TEXT_TITLE, &[("name", name.to_owned())])];
    lines.extend(mark);
    lines.extend([
        t_with(
            texts::UNITS_ON_DAY,
            &[
                ("units", i18n::integer(case.units)),
                ("owned", i18n::integer(case.holding.quantity().into())),
                ("day", i18n::date(case.on)),
            ],
        ),
        t_with(texts::UNDER_RULES, &[("policy", policy_name(quote.policy))]),
        String::new(),
        named(texts::PAYABLE_TO_PARTNER, words::money(assessment.payable)),
        words::decision(assessment.decision).get().to_owned(),
    ]);
    lines.extend(assessment.decision.refusal().map(|it| words::refusal(it).get().to_owned()));
    lines.push(String::new());
    let amounts = amounts::lines(assessment).into_iter();
    lines.extend(amounts.map(|line| named(line.name, words::money(line.amount))));
    if let Some(amounts) = &assessment.amounts {
        let (instalments, commitment) =
            (amounts.cancelled_instalments, amounts.cancelled_commitment);
        lines.push(named(rules::INPUT_CANCELLED_INSTALMENTS, words::money(instalments)));
        lines.push(named(rules::INPUT_CANCELLED_COMMITMENT, words::money(commitment)));
    }
    lines.extend(assessment.limit.as_ref().into_iter().flat_map(limit));
    lines.extend(quote.warnings.iter().map(|warning| words::warning(*warning).get().to_owned()));
    let newest = format!("{} ({})", texts::NEWEST.get(), policy_name(Policy::newest()));
    let values = [("name", newest), ("value", words::money(quote.newest.payable))];
    lines.extend([String::new(), t_with(texts::TEXT_LINE, &values)]);
    for disagreement in &quote.disagreements {
        let (question, readings) = words::disagreement(*disagreement);
        lines.push(format!("{} {}", question.get(), readings.get()));
    }
    lines.push(String::new());
    lines.extend(quote.steps.iter().zip(1..).flat_map(|(step, number)| self::step(number, step)));
    lines.push(String::new());
    lines.push(texts::TWO_SIDES.get().to_owned());
    lines.join("\n")
}

fn named(name: Text, value: String) -> String {
    t_with(texts::TEXT_LINE, &[("name", name.get().to_owned()), ("value", value)])
}

fn limit(limit: &LimitUse) -> Vec<String> {
    let counts = limit.of_return.map(|it| named(texts::THIS_RETURN, words::money(it.counts)));
    let mut lines = vec![
        String::new(),
        named(rules::INPUT_LIMIT_USD, words::money(limit.limit)),
        named(texts::USED_BEFORE, words::money(limit.used_before)),
    ];
    lines.extend(counts);
    lines.push(named(texts::LEFT_AFTER, words::money(limit.left_after)));
    lines
}

/// A step as lines of text.
pub(in crate::quote) fn step(number: usize, step: &Step) -> [String; 3] {
    [
        format!("{number}. {}", words::rule(step.rule).get()),
        format!("   {} = {}", words::formula(&step.formula), words::value(&step.result)),
        format!("   {}", named(texts::SOURCE, words::source(&step.source))),
    ]
}

/// Request and answer in the shape of the calculator's JSON interface. The mark stands beside them, because
/// a request with an unknown field is an error.
#[derive(Serialize)]
struct Exported<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    request: RefundRequest,
    answer: RefundAnswer<'a>,
}

/// The quote as JSON: the request that reproduces it, and its answer. `id` names both; `mark` is as
/// for [`plain`].
#[must_use]
pub fn json(id: &str, quoted: &Quoted, mark: Option<String>) -> String {
    let request = RefundRequest { id: Some(id.to_owned()), ..RefundRequest::from(&quoted.case) };
    let answer = RefundAnswer::new(Some(id), &quoted.case, &quoted.quote);
    serde_json::to_string_pretty(&Exported { note: mark, request, answer })
        .expect("requests and answers have only string keys, so they always serialise")
}
