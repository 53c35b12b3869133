//! A quote that shows what the product is for, before there is a record: calculated here and now, like any other.

use crate::i18n::calculations;
use crate::i18n::catalogue::{quick, quote, refund, reservation, rules, start as texts};
use crate::i18n::{self, Text, names, t, t_with};
use crate::paths;
use crate::quote::steps_after;
use crate::shell::{policy_name, use_policy};
use crate::ui::{DateText, LinkButton, Property, PropertyList, live, live_text};
use azure::StatedTerm;
use calculator::{Money, Policy, Rule};
use leptos::prelude::*;
use std::sync::Arc;
use view_model::address::with_query;
use view_model::quote::quick::FormText;
use view_model::quote::refund::Quoted;
use view_model::start::Outcome;

/// What is calculated with no sign between whole and fraction: the example has none.
const SIGN: char = '.';

/// The facts, what their return comes to under the policy that quotes follow, and the way to change them.
pub(super) fn part(form: StoredValue<FormText>) -> AnyView {
    let policy = use_policy();
    let quoted = Memo::new(move |_| quoted(form, policy.get()));
    let address = Signal::derive(move || {
        let terms = form.with_value(|form| form.parameters(policy.get(), SIGN));
        let terms = terms.iter().map(|(name, value)| (*name, value.as_str()));
        with_query(paths::quick_quote(), &terms.collect::<Vec<_>>())
    });
    let under = move || t_with(quote::UNDER_RULES, &[("policy", policy_name(policy.get()))]);
    let steps = Memo::new(move |_| {
        quoted.with(|quoted| quoted.as_deref().map(|it| it.quote.steps.clone()).unwrap_or_default())
    });
    let of_quote = move |part: fn(&Quoted) -> AnyView| {
        live(move || quoted.with(|quoted| quoted.as_deref().map_or_else(|| ().into_any(), part)))
    };
    view! {
        <section class="card stack start-example" aria-labelledby="start-example">
            <h2 id="start-example">{t(texts::EXAMPLE)}</h2>
            {of_quote(facts)}
            {of_quote(amounts)}
            <p class="muted">{live_text(under)}</p>
            <p class="hint">{t(quick::CAP_NOTE)}</p>
            {steps_after(().into_any(), steps)}
            <div class="button-row">
                <LinkButton address>{t(texts::OPEN_EXAMPLE)}</LinkButton>
            </div>
        </section>
    }
    .into_any()
}

/// The quote of the example under `policy`.
pub(super) fn quoted(form: StoredValue<FormText>, policy: &'static Policy) -> Option<Arc<Quoted>> {
    form.with_value(|form| form.quotes(policy, SIGN)).into_iter().next()?.ok()
}

fn facts(quoted: &Quoted) -> AnyView {
    let holding = &quoted.case.holding;
    let product = holding.resource_type().clone();
    let term = StatedTerm::parse(&holding.term().to_string());
    let plan = calculations::billing_plan(holding.billing_plan());
    let (units, price) = (quoted.case.units, holding.unit_price());
    let (purchased, day) = (holding.purchase_date(), quoted.case.on);
    view! {
        <PropertyList>
            <Property name=reservation::PRODUCT>
                {live_text(move || names::resource_type(&product).to_owned())}
            </Property>
            <Property name=quote::UNITS>{live_text(move || i18n::integer(units))}</Property>
            <Property name=reservation::UNIT_PRICE>
                <span class="money">{live_text(move || calculations::price(price))}</span>
            </Property>
            <Property name=reservation::TERM>{live_text(move || names::term(&term).to_owned())}</Property>
            <Property name=reservation::BILLING_PLAN>{t(plan)}</Property>
            <Property name=reservation::PURCHASE_DATE>
                <DateText date=purchased />
            </Property>
            <Property name=refund::DAY>
                <DateText date=day />
            </Property>
        </PropertyList>
    }
    .into_any()
}

fn amounts(quoted: &Quoted) -> AnyView {
    let Some(outcome) = Outcome::of(quoted) else { return ().into_any() };
    view! {
        <dl class="start-amounts">
            {amount(refund::PAYABLE_TO_PARTNER, outcome.back, Rule::Refund)}
            {amount(
                rules::INPUT_CANCELLED_INSTALMENTS,
                outcome.no_longer_owed,
                Rule::CancelledInstalments,
            )}
            {amount(rules::INPUT_FEE, outcome.fee, outcome.fee_rule)}
        </dl>
    }
    .into_any()
}

/// An amount with its rule, in the words of the steps.
fn amount(name: Text, amount: Money, rule: Rule) -> AnyView {
    view! {
        <div>
            <dt>{t(name)}</dt>
            <dd>
                <data class="money" value=amount.to_string()>
                    {live_text(move || calculations::money(amount))}
                </data>
            </dd>
            <dd class="hint">{t(calculations::rule(rule))}</dd>
        </div>
    }
    .into_any()
}
