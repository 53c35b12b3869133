//! An exchange quote as text for people and as JSON for programs.

use super::answer::sentence;
use crate::i18n::catalogue::{exchange as texts, rules};
use crate::i18n::{self, names, t_count};
use crate::quote::lines::Lines;
use crate::quote::remark::{note, words_of};
use crate::quote::words;
use calculator::Flow;
use calculator::exchange::SavingsPlanType;
use calculator::json::{ExchangeAnswer, ExchangeRequest};
use serde::Serialize;
use view_model::quote::exchange::Quoted;

/// The quote as lines of text in the language in force: what is returned and bought, amounts, decision,
/// policy, date, and every step with its source. `of` is what the reservations are called; `mark` says that
/// the rules are not those of the customer's agreement.
#[must_use]
pub fn plain(of: &[String], quoted: &Quoted, mark: Option<String>) -> String {
    let (exchange, quote) = (&quoted.case.exchange, &quoted.quote);
    let assessment = &quote.assessment;
    let mut lines = Lines::default();
    lines.add_with(texts::TEXT_TITLE, &[("day", i18n::date(exchange.on()))]);
    lines.rules(quote.policy);
    mark.iter().chain(&words_of(&quoted.remarks)).for_each(|said| lines.add(said));
    lines.add("");
    for ((line, value), name) in exchange.returns().iter().zip(&assessment.returns).zip(of) {
        let values = [
            ("units", i18n::integer(line.units)),
            ("name", name.clone()),
            ("amount", value.map(|it| words::money(it.returned_value)).unwrap_or_default()),
        ];
        lines.add(&t_count(texts::TEXT_RETURN, line.holding.quantity().into(), &values));
        let had = line.holding.exchanges_used();
        if had > 0 {
            lines.named(texts::EXCHANGES_USED.get(), i18n::integer(had.into()));
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
        lines.add_with(texts::TEXT_PURCHASE, &values);
    }
    for (plan, amount) in exchange.savings_plans().iter().zip(&assessment.savings_plans) {
        let term = names::term(&azure::Term::parse(&plan.term().to_string())).to_owned();
        let hourly = plan.hourly_commitment();
        let values = [
            ("hourly", i18n::money(&hourly.to_string(), hourly.currency().code())),
            ("term", term),
            ("amount", words::money(*amount)),
        ];
        let text = match plan.kind() {
            SavingsPlanType::Compute => texts::TEXT_COMPUTE_PLAN,
            SavingsPlanType::Database => texts::TEXT_DATABASE_PLAN,
        };
        lines.add_with(text, &values);
    }
    lines.add("");
    if let Some(totals) = assessment.totals {
        let (net, today) = (Flow::of(totals.net_payable), totals.cash.flow());
        let amounts = [
            (rules::INPUT_REFUNDS_TOTAL, totals.refunds),
            (rules::INPUT_PURCHASES_TOTAL, assessment.purchases_total),
            (words::net(net), net.amount()),
            (rules::INPUT_DUE, totals.cash.due),
            (rules::INPUT_CREDITED, totals.cash.credited),
            (words::today(today), today.amount()),
        ];
        for (name, amount) in amounts {
            lines.amount(name, amount);
        }
    }
    lines.decision(sentence(assessment.decision), assessment.decision);
    let newest = sentence(quoted.quote.newest.decision).get().to_owned();
    lines.warnings_and_newest(&quote.warnings, newest);
    lines.disagreements_and_steps(&quote.disagreements, &quote.steps);
    lines.into_text()
}

/// Request and answer in the shape of the calculator's JSON interface.
#[derive(Serialize)]
struct Exported<'a> {
    request: &'a ExchangeRequest,
    answer: &'a ExchangeAnswer<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

/// The quote as JSON: the request that reproduces it, and its answer. `id` names both; `mark` is as in
/// [`plain`].
#[must_use]
pub fn json(id: &str, quoted: &Quoted, mark: Option<String>) -> String {
    let mut request = ExchangeRequest::from(&quoted.case.exchange);
    request.id = Some(id.to_owned());
    let answer = ExchangeAnswer::new(Some(id), &quoted.quote);
    serde_json::to_string_pretty(&Exported {
        request: &request,
        answer: &answer,
        note: note(mark.into_iter().collect(), &quoted.remarks),
    })
    .expect("requests and answers have only string keys, so they always serialise")
}
