//! An exchange quote as text for people and as JSON for programs.

use super::answer::sentence;
use super::quoted::Quoted;
use crate::i18n::catalogue::{exchange as texts, quote as quote_texts, rules};
use crate::i18n::{self, Text, names, t_with};
use crate::quote::refund::text::step;
use crate::quote::words;
use crate::shell::policy_name;
use calculator::json::{ExchangeAnswer, ExchangeRequest};
use calculator::{Money, Policy};
use serde::Serialize;

/// The quote as lines of text in the language in force: what is returned and bought, amounts, decision,
/// policy, date, and every step with its source. `of` is what the reservations are called; `mark` says that
/// the rules are not those of the customer's agreement.
#[must_use]
pub fn plain(of: &[String], quoted: &Quoted, mark: Option<String>) -> String {
    let (exchange, quote) = (&quoted.case.exchange, &quoted.quote);
    let assessment = &quote.assessment;
    let mut lines = vec![
        t_with(texts::TEXT_TITLE, &[("day", i18n::date(exchange.on()))]),
        t_with(quote_texts::UNDER_RULES, &[("policy", policy_name(quote.policy))]),
    ];
    lines.extend(mark);
    lines.push(String::new());
    for ((line, value), name) in exchange.returns().iter().zip(&assessment.returns).zip(of) {
        let values = [
            ("units", i18n::integer(line.units)),
            ("owned", i18n::integer(line.holding.quantity().into())),
            ("name", name.clone()),
            ("amount", value.map(|it| words::money(it.returned_value)).unwrap_or_default()),
        ];
        lines.push(t_with(texts::TEXT_RETURN, &values));
        let had = line.holding.exchanges_used();
        if had > 0 {
            let name = texts::EXCHANGES_USED.get().to_owned();
            let values = [("name", name), ("value", i18n::integer(had.into()))];
            lines.push(t_with(quote_texts::TEXT_LINE, &values));
        }
    }
    for (bought, (amount, region)) in
        exchange.purchases().iter().zip(assessment.purchases.iter().zip(&quoted.case.regions))
    {
        let term = names::term(&azure::Term::parse(&bought.term().to_string())).to_owned();
        let values = [
            ("units", i18n::integer(bought.quantity().into())),
            ("size", bought.sku_name().unwrap_or_default().to_owned()),
            ("region", names::region(region).to_owned()),
            ("term", term),
            ("plan", words::billing_plan(bought.billing_plan()).get().to_owned()),
            ("amount", words::money(*amount)),
        ];
        lines.push(t_with(texts::TEXT_PURCHASE, &values));
    }
    for (plan, amount) in exchange.savings_plans().iter().zip(&assessment.savings_plans) {
        let term = names::term(&azure::Term::parse(&plan.term().to_string())).to_owned();
        let hourly = plan.hourly_commitment();
        let values = [
            ("hourly", i18n::money(&hourly.to_string(), hourly.currency().code())),
            ("term", term),
            ("amount", words::money(*amount)),
        ];
        lines.push(t_with(texts::TEXT_PLAN, &values));
    }
    lines.push(String::new());
    if let Some(totals) = assessment.totals {
        lines.extend(amounts(totals, assessment.purchases_total));
    }
    lines.push(sentence(assessment.decision).get().to_owned());
    lines.extend(assessment.decision.refusal().map(|it| words::refusal(it).get().to_owned()));
    lines.extend(quote.warnings.iter().map(|warning| words::warning(*warning).get().to_owned()));
    let newest = format!("{} ({})", quote_texts::NEWEST.get(), policy_name(Policy::newest()));
    let outcome = sentence(quoted.newest.decision).get().to_owned();
    lines.extend([
        String::new(),
        t_with(quote_texts::TEXT_LINE, &[("name", newest), ("value", outcome)]),
    ]);
    for disagreement in &quote.disagreements {
        let (question, readings) = words::disagreement(*disagreement);
        lines.push(format!("{} {}", question.get(), readings.get()));
    }
    lines.push(String::new());
    lines.extend(quote.steps.iter().zip(1..).flat_map(|(it, number)| step(number, it)));
    lines.join("\n")
}

fn amounts(totals: calculator::exchange::Totals, bought: Money) -> [String; 6] {
    let line = |name: Text, amount: Money| {
        let values = [("name", name.get().to_owned()), ("value", words::money(amount))];
        t_with(quote_texts::TEXT_LINE, &values)
    };
    [
        line(rules::INPUT_REFUNDS_TOTAL, totals.refunds),
        line(rules::INPUT_PURCHASES_TOTAL, bought),
        line(rules::INPUT_NET_PAYABLE, totals.net_payable),
        line(rules::INPUT_DUE, totals.cash.due),
        line(rules::INPUT_CREDITED, totals.cash.credited),
        line(texts::CASH_NET, totals.cash.net),
    ]
}

/// Request and answer in the shape of the calculator's JSON interface.
#[derive(Serialize)]
struct Exported<'a> {
    request: ExchangeRequest,
    answer: ExchangeAnswer<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

/// The quote as JSON: the request that reproduces it, and its answer. `id` names both; `mark` is as in
/// [`plain`].
#[must_use]
pub fn json(id: &str, quoted: &Quoted, mark: Option<String>) -> String {
    let request =
        ExchangeRequest { id: Some(id.to_owned()), ..ExchangeRequest::from(&quoted.case.exchange) };
    let answer = ExchangeAnswer::new(Some(id), &quoted.quote);
    serde_json::to_string_pretty(&Exported { request, answer, note: mark })
        .expect("requests and answers have only string keys, so they always serialise")
}
