//! The answer: net payable, what is decided and why, the floor, cash today, and the way out.

use super::task::ExchangeTask;
use super::ways_out;
use crate::i18n::calculations;
use crate::i18n::catalogue::{exchange as texts, quote as quote_texts, rules};
use crate::i18n::{Text, t, t_with};
use crate::platform::clock;
use crate::quote::answer::{
    Newest, amount_entry, disagreement_list, list, named_entry, newest, stale, steps, verdict,
    warning_notices,
};
use crate::quote::remark::remark_notices;
use crate::shell::policy_name;
use crate::ui::{Badge, explained, live, live_attr, live_text};
use calculator::exchange::Totals;
use calculator::{Decision, Flow};
use leptos::prelude::*;
use view_model::quote::bars::{WIDTH, floor_bar};
use view_model::quote::exchange::Quoted;
use view_model::quote::{Number, rules_applied};

/// The answer beside the form.
pub(super) fn part(task: ExchangeTask) -> AnyView {
    let is_stale = move || task.shown.with(|shown| !shown.errors.is_empty());
    let class = live_attr(move || {
        Some(if is_stale() { "exchange-answer answer stale" } else { "exchange-answer answer" })
    });
    let stale_mark = live(move || {
        if !is_stale() {
            return ().into_any();
        }
        stale(task.shown.with(|shown| shown.quoted.is_some()))
    });
    let of_quote = move |part: fn(ExchangeTask, &Quoted) -> AnyView| {
        live(move || {
            task.shown.with(|shown| match shown.quoted.as_deref() {
                Some(quoted) => part(task, quoted),
                None => ().into_any(),
            })
        })
    };
    view! {
        <div class=class>
            {stale_mark}
            {of_quote(headline)}
            <div class="stack remarks">{remark_notices(list(task.shown, |quoted| &quoted.remarks))}</div>
            {warning_notices(list(task.shown, |quoted| &quoted.quote.warnings))}
            {ways_out::part(task)}
            {of_quote(rest)}
        </div>
    }
    .into_any()
}

/// The steps and where the sources disagree.
pub(super) fn reasons(task: ExchangeTask) -> AnyView {
    view! {
        {steps(list(task.shown, |quoted| &quoted.quote.steps))}
        {disagreement_list(list(task.shown, |quoted| &quoted.quote.disagreements))}
    }
    .into_any()
}

/// What comes of an exchange, in one sentence.
pub(in crate::quote) const fn sentence(decision: Decision) -> Text {
    match decision {
        // An exchange uses none of the limit, so that nothing caps it.
        Decision::Allowed | Decision::Capped => texts::DECISION_ALLOWED,
        Decision::Refused(_) => texts::DECISION_REFUSED,
    }
}

fn rest(_: ExchangeTask, quoted: &Quoted) -> AnyView {
    let assessment = &quoted.quote.assessment;
    view! {
        {assessment.totals.map(|totals| floor(quoted, totals))}
        {assessment.totals.map(|totals| cash(quoted, totals))}
        {under_newest(quoted)}
    }
    .into_any()
}

fn headline(task: ExchangeTask, quoted: &Quoted) -> AnyView {
    let assessment = &quoted.quote.assessment;
    let decision = assessment.decision;
    let refusal = decision.refusal();
    let policy = quoted.quote.policy;
    let rules =
        live_text(move || t_with(quote_texts::UNDER_RULES, &[("policy", policy_name(policy))]));
    // Before anything is bought, the question is how much has to be.
    let net = assessment.totals.map(|totals| Flow::of(totals.net_payable));
    let (title, number, amount) = match quoted.is_empty() {
        true => {
            let refunds = assessment.totals.map(|totals| totals.refunds);
            (texts::REMAINING_COMMITMENT, Number::Returned, refunds)
        }
        false => {
            let title = net.map_or(rules::INPUT_NET_PAYABLE, calculations::net);
            (title, Number::NetPayable, net.map(Flow::amount))
        }
    };
    let amount = amount.map(|net| {
        view! {
            <p class="payable">
                <data class="money" value=net.to_string()>{live_text(move || calculations::money(net))}</data>
            </p>
        }
    });
    // Beside what the whole term comes to, lest that be taken for what is paid now; a refusal moves nothing.
    let is_possible = refusal.is_none();
    let on = quoted.case.exchange.on();
    let today = assessment.totals.filter(|_| is_possible).map(|totals| {
        let flow = totals.cash.flow();
        let amount = move || calculations::amount_on(flow, on, clock::today());
        view! { <p class="cash-today money">{live_text(amount)}</p> }
    });
    let mark = live(move || match task.mark.get() {
        Some(mark) => view! { <p class="hint">{mark}</p> }.into_any(),
        None => ().into_any(),
    });
    let verdict = if quoted.is_empty() {
        view! { <p>{t(texts::NOTHING_BOUGHT)}</p> }.into_any()
    } else {
        let (word, tone) = verdict(decision);
        view! {
            <p class="verdict">
                <Badge tone>{t(word)}</Badge>
                <span>{t(sentence(decision))}</span>
                {refusal.map(|refusal| view! { <strong>{t(calculations::refusal(refusal))}</strong> })}
            </p>
        }
        .into_any()
    };
    view! {
        <section class="card part headline" aria-label=t(quote_texts::ANSWER)>
            <h2>{explained_name(title, number, quoted)}</h2>
            {amount}
            {today}
            {verdict}
            {mark}
            <p class="muted">{rules}</p>
            <p class="hint">{t(texts::NO_FEE_NO_LIMIT)}</p>
        </section>
    }
    .into_any()
}

/// The name of a number with the rules by which the quote has calculated it.
fn explained_name(name: Text, number: Number, quoted: &Quoted) -> AnyView {
    let rules = rules_applied(number, quoted.quote.policy, &quoted.quote.steps);
    let name = t(name).into_any();
    match rules.is_empty() {
        true => name,
        false => explained(name, move || calculations::in_lines(rules.iter().copied())),
    }
}

/// The new commitment against what is left of the old one.
fn floor(quoted: &Quoted, totals: Totals) -> AnyView {
    let bought = quoted.quote.assessment.purchases_total;
    let returned = explained_name(texts::REMAINING_COMMITMENT, Number::Returned, quoted);
    let bought_name = explained_name(rules::INPUT_PURCHASES_TOTAL, Number::Bought, quoted);
    let bar = floor_bar(totals.refunds, bought);
    let is_met = totals.meets_minimum();
    let class = if is_met { "limit-counts" } else { "limit-over" };
    let words = match (quoted.is_empty(), is_met) {
        (true, _) => texts::FLOOR_TO_MEET,
        (false, true) => texts::FLOOR_MET,
        (false, false) => texts::FLOOR_MISSED,
    };
    let spoken = move || {
        let values = [
            ("bought", calculations::money(bought)),
            ("floor", calculations::money(totals.refunds)),
        ];
        t_with(texts::FLOOR_SPOKEN, &values)
    };
    view! {
        <section class="card part" aria-label=t(texts::FLOOR)>
            <h2>{t(texts::FLOOR)}</h2>
            <svg
                class="limit-bar"
                viewBox=format!("0 0 {} 12", WIDTH)
                preserveAspectRatio="none"
                role="img"
                aria-label=live_attr(move || Some(spoken()))
            >
                <rect class="limit-free" width=WIDTH height="12" />
                <rect class=class width=bar.bought height="12" />
                <rect class="floor-mark" x=bar.floor width="8" height="12" />
            </svg>
            <dl class="limit-parts">
                {named_entry("", returned, totals.refunds)}
                {named_entry("counts", bought_name, bought)}
            </dl>
            <p>{t(words)}</p>
        </section>
    }
    .into_any()
}

/// What moves on the day itself.
fn cash(quoted: &Quoted, totals: Totals) -> AnyView {
    let (cash, flow) = (totals.cash, totals.cash.flow());
    let (on, today) = (quoted.case.exchange.on(), clock::today());
    let heading = calculations::cash_on(on, today);
    let net = explained_name(calculations::flow_on(flow, on, today), Number::CashToday, quoted);
    view! {
        <section class="card part" aria-label=t(heading)>
            <h2>{t(heading)}</h2>
            <dl class="limit-parts cash-parts">
                {amount_entry("", rules::INPUT_DUE, cash.due)}
                {amount_entry("", rules::INPUT_CREDITED, cash.credited)}
                {named_entry("cash-net", net, flow.amount())}
            </dl>
            <p class="hint">{t(texts::CASH_HINT)}</p>
        </section>
    }
    .into_any()
}

/// The same exchange under the newest rules; nothing before anything is bought.
fn under_newest(quoted: &Quoted) -> AnyView {
    if quoted.is_empty() {
        return ().into_any();
    }
    let outcome = &quoted.quote.newest;
    let net = outcome.totals.map(|totals| Flow::of(totals.net_payable));
    let under = Newest {
        name: net.map(calculations::net),
        amount: net.map(Flow::amount),
        verdict: verdict(outcome.decision),
        refusal: outcome.decision.refusal(),
    };
    newest(quoted.quote.policy, under)
}
