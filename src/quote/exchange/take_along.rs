//! Taking an exchange quote along: as text, as JSON, as a link, in a request to support.

use super::answer::sentence;
use super::task::ExchangeTask;
use crate::i18n::calculations;
use crate::i18n::catalogue::{exchange as texts, rules};
use crate::i18n::{self, Text, names as names_of, t_count, t_with};
use crate::paths;
use crate::paths::route;
use crate::platform::document;
use crate::quote::form::decimal_sign;
use crate::quote::remark::{note, words_of};
use crate::quote::take_along::{self, Lines, Taken, exported, support_button};
use crate::support::id_lines;
use calculator::exchange::SavingsPlanType;
use calculator::json::{ExchangeAnswer, ExchangeRequest};
use calculator::{Flow, Money};
use leptos::prelude::*;
use view_model::quote::exchange::{FormText, Quoted, link};
use view_model::quote::typed::borrowed;
use view_model::support::Draft;

/// Buttons that take the quote along, and the way to the comparison of the same terms.
pub(super) fn part(task: ExchangeTask) -> AnyView {
    let text = Signal::derive(move || {
        let names = names(task);
        task.shown.with(|shown| {
            let quoted = shown.quoted.as_deref();
            quoted.map(|quoted| plain(&names, quoted, task.mark.get())).unwrap_or_default()
        })
    });
    let link =
        Signal::derive(move || document::absolute_url(&address(task, route::EXCHANGE.path())));
    let comparison = Signal::derive(move || address(task, route::COMPARISON.path()));
    let file = Box::new(move || {
        let quoted = task.shown.with(|shown| shown.quoted.clone())?;
        let id = quoted.case.of.first().map_or("", |of| of.reservation.as_str());
        let id = format!("exchange-{id}");
        let name = format!("{id}-{}.json", quoted.case.exchange.on());
        Some((name, json(&id, &quoted, task.mark.get())))
    });
    let comparison = (comparison, MaybeProp::default());
    let letter = Signal::derive(move || address(task, route::EXCHANGE_LETTER.path()));
    let letter = Some(letter);
    take_along::part(Taken { text, link, comparison, letter, file, not_now: not_now(task) })
}

/// Why the quote on screen cannot be taken along; `None` when it can.
fn not_now(task: ExchangeTask) -> MaybeProp<String> {
    MaybeProp::derive(move || {
        task.shown.with(|shown| take_along::not_current(shown.current().is_some()))
    })
}

/// The button that fills the wizard of a support request in with this quote.
pub(super) fn ask_support(task: ExchangeTask) -> AnyView {
    let first = task.form.with_untracked(|form| form.lines.first().map(|line| line.of.clone()));
    let Some(first) = first else { return ().into_any() };
    let write = Box::new(move || {
        let quoted = task.shown.with(|shown| shown.quoted.clone());
        quoted.map(|quoted| draft(task, &quoted)).unwrap_or_default()
    });
    support_button(first, task.mark, not_now(task), write)
}

/// What support has to know: all ids, then the quote with its steps.
fn draft(task: ExchangeTask, quoted: &Quoted) -> Draft {
    let mut parts: Vec<_> = quoted.case.of.iter().map(id_lines).collect();
    parts.push(plain(&names(task), quoted, None));
    Draft { title: texts::SUPPORT_TITLE.get().to_owned(), description: parts.join("\n\n") }
}

/// What the reservations of the lines are called.
pub(in crate::quote) fn names(task: ExchangeTask) -> Vec<String> {
    let facts = task.facts().unwrap_or_default();
    facts.iter().map(|facts| facts.name().to_owned()).collect()
}

/// The address of a page with the terms of the form.
pub(in crate::quote) fn address(task: ExchangeTask, route: &str) -> String {
    address_with(task, route, &task.terms())
}

/// The address of the exchange of other terms.
pub(in crate::quote) fn address_of(task: ExchangeTask, form: &FormText) -> String {
    let terms = link::parameters(form, task.policy.get().id, decimal_sign());
    address_with(task, route::EXCHANGE.path(), &terms)
}

fn address_with(task: ExchangeTask, route: &str, parameters: &[(&'static str, String)]) -> String {
    let customer = task.customer.get_value();
    let mut all = vec![(view_model::address::parameter::CUSTOMER, customer.as_str())];
    all.extend(borrowed(parameters));
    paths::address(route, &all)
}

/// What is returned, a line for each reservation; `of` is what they are called.
pub(in crate::quote) fn returned_lines(of: &[String], quoted: &Quoted) -> Vec<String> {
    let returns = quoted.case.exchange.returns().iter();
    let lines =
        returns.zip(&quoted.quote.assessment.returns).zip(of).flat_map(|((line, value), name)| {
            let values = [
                ("units", i18n::integer(line.units)),
                ("name", name.clone()),
                (
                    "amount",
                    value.map(|it| calculations::money(it.returned_value)).unwrap_or_default(),
                ),
            ];
            let returned = t_count(texts::TEXT_RETURN, line.holding.quantity().into(), &values);
            let had = line.holding.exchanges_used();
            let had = (had > 0)
                .then(|| calculations::named(texts::EXCHANGES_USED, i18n::integer(had.into())));
            std::iter::once(returned).chain(had)
        });
    lines.collect()
}

/// What is bought, a line for each.
pub(in crate::quote) fn bought_lines(quoted: &Quoted) -> Vec<String> {
    let (exchange, assessment) = (&quoted.case.exchange, &quoted.quote.assessment);
    let amounts = assessment.purchases.iter().zip(&quoted.case.regions);
    let bought = exchange.purchases().iter().zip(amounts).map(|(bought, (amount, region))| {
        let values = [
            ("units", i18n::integer(bought.quantity().into())),
            ("size", bought.sku_name().unwrap_or_default().to_owned()),
            ("region", names_of::region(region).to_owned()),
            ("term", names_of::term(&bought.term().into()).to_owned()),
            ("plan", calculations::billing_plan(bought.billing_plan()).get().to_owned()),
            ("amount", calculations::money(*amount)),
        ];
        t_with(texts::TEXT_PURCHASE, &values)
    });
    let plans = exchange.savings_plans().iter().zip(&assessment.savings_plans);
    let plans = plans.map(|(plan, amount)| {
        let hourly = plan.hourly_commitment();
        let values = [
            ("hourly", i18n::money(&hourly.to_string(), hourly.currency().code())),
            ("term", names_of::term(&plan.term().into()).to_owned()),
            ("amount", calculations::money(*amount)),
        ];
        let text = match plan.kind() {
            SavingsPlanType::Compute => texts::TEXT_COMPUTE_PLAN,
            SavingsPlanType::Database => texts::TEXT_DATABASE_PLAN,
        };
        t_with(text, &values)
    });
    bought.chain(plans).collect()
}

/// What it comes to over the whole term, and what moves on the day itself, which stands last.
pub(in crate::quote) fn totals(quoted: &Quoted) -> Vec<(Text, Money)> {
    let assessment = &quoted.quote.assessment;
    let Some(totals) = assessment.totals else { return Vec::new() };
    let (net, cash) = (Flow::of(totals.net_payable), totals.cash.flow());
    vec![
        (rules::INPUT_REFUNDS_TOTAL, totals.refunds),
        (rules::INPUT_PURCHASES_TOTAL, assessment.purchases_total),
        (calculations::net(net), net.amount()),
        (rules::INPUT_DUE, totals.cash.due),
        (rules::INPUT_CREDITED, totals.cash.credited),
        (calculations::flow_that_day(cash), cash.amount()),
    ]
}

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
    for said in returned_lines(of, quoted).iter().chain(&bought_lines(quoted)) {
        lines.add(said);
    }
    lines.add("");
    for (name, amount) in totals(quoted) {
        lines.amount(name, amount);
    }
    lines.decision(sentence(assessment.decision), assessment.decision);
    let newest = sentence(quote.newest.decision).get().to_owned();
    lines.warnings_and_newest(&quote.warnings, newest);
    lines.disagreements_and_steps(&quote.disagreements, &quote.steps);
    lines.into_text()
}

/// The quote as JSON: the request that reproduces it, and its answer. `id` names both; `mark` is as in
/// [`plain`].
#[must_use]
pub fn json(id: &str, quoted: &Quoted, mark: Option<String>) -> String {
    let mut request = ExchangeRequest::from(&quoted.case.exchange);
    request.id = Some(id.to_owned());
    let answer = ExchangeAnswer::new(Some(id), &quoted.quote);
    exported(note(mark.into_iter().collect(), &quoted.remarks), &request, &answer)
}
