//! The page of a customer's refund cap: what is used and left, over time and by entry, and how the policies read it.

use super::chart::cap_chart;
use super::entries::Entries;
use crate::api::{State, load, use_api};
use crate::customers::of_known_customer;
use crate::i18n::calculations::{self, money};
use crate::i18n::catalogue::{cap as texts, customer, plan as plan_texts, shell};
use crate::i18n::{Text, date, t, t_count, t_with};
use crate::paths::{self, route};
use crate::problem::Problem;
use crate::shell::{agreement_notice, policy_name, use_current_customer, use_policy};
use crate::ui::{
    Breadcrumbs, Cell, Column, Crumb, Heading, LinkButton, Property, PropertyList, RowHeader,
    Skeleton, Table, live, live_text,
};
use calculator::{Counts, Limit, OverLimit};
use chrono::{Days, NaiveDate};
use leptos::prelude::*;
use std::sync::Arc;
use view_model::cap::chart::chart;
use view_model::cap::{Cap, Reading, readings};
use view_model::quote::Number;

/// The refund cap of the customer that the address names.
#[component]
pub fn CustomerCap() -> impl IntoView {
    of_known_customer(cap_of)
}

/// The way to a page of the customer.
pub(super) fn crumbs(id: &str, here: Text) -> AnyView {
    let current = use_current_customer();
    let shown = id.to_owned();
    let name = move || current.name_of(&shown).unwrap_or_else(|| shell::CUSTOMER.get().to_owned());
    let crumbs = vec![
        Crumb::link(shell::NAV_CUSTOMERS, paths::customers()),
        Crumb::link(name, paths::customer(id)),
        Crumb::here(here),
    ];
    view! { <Breadcrumbs crumbs /> }.into_any()
}

fn cap_of(id: String) -> AnyView {
    let api = use_api();
    let asked = id.clone();
    let cap = load(move || asked.clone(), move |id: String| async move { api.cap(&id).await });
    let entries = Entries::new(id.clone(), cap);
    let plan = Signal::stored(paths::plan_of(&id));
    let to_plan = move || view! { <LinkButton address=plan>{t(plan_texts::TITLE)}</LinkButton> };
    view! {
        {crumbs(&id, texts::TITLE)}
        <Heading title=route::CAP.title summary=|| t(texts::SUMMARY) actions=to_plan />
        {agreement_notice(id)}
        <div class="stack">
            {live(move || match cap.state() {
                State::Loading => view! { <Skeleton lines=8 /> }.into_any(),
                State::Failed(error) => {
                    let retry = Callback::new(move |()| cap.reload());
                    view! { <Problem error on_retry=retry /> }.into_any()
                }
                State::Ready(cap) => content(cap, entries),
            })}
        </div>
        {entries.dialogs()}
    }
    .into_any()
}

fn content(cap: Arc<Cap>, entries: Entries) -> AnyView {
    let policy = use_policy();
    let (used, today) = (cap.used(), cap.today);
    let next = cap.free_again().into_iter().next();
    let limit = move || policy.get().limit;
    let behind = move |number| move || calculations::behind(number, policy.get());
    let free = live_text(move || match next {
        Some((day, amount)) => {
            t_with(texts::FREE_ON, &[("day", date(day)), ("amount", money(amount))])
        }
        None => texts::NOTHING_COUNTS.get().to_owned(),
    });
    let (drawn, year) = (Arc::clone(&cap), Days::new(365));
    let span = (today - year, today + year);
    view! {
        <section class="card part" aria-label=t(texts::TITLE)>
            <PropertyList>
                <Property name=texts::USED_TODAY explanation=behind(Number::CapUsed)>
                    {live_text(move || money(used))}
                </Property>
                <Property name=texts::LEFT_TODAY explanation=behind(Number::CapLeft)>
                    <strong>{live_text(move || money(limit().left(used)))}</strong>
                </Property>
                <Property name=texts::AMOUNT explanation=behind(Number::Cap)>
                    {live_text(move || money(limit().amount()))}
                </Property>
                <Property name=texts::NEXT_FREE explanation=behind(Number::CapFree)>{free}</Property>
            </PropertyList>
        </section>
        <section class="card part">
            {live(move || over_time(&drawn, &limit(), span))}
        </section>
        <section class="card part">
            <h2>{t(texts::READINGS)}</h2>
            {live(move || readings_table(&cap))}
            <p class="hint">{t(texts::ONLY_BOOKED)}</p>
        </section>
        {entries.list()}
    }
    .into_any()
}

/// The course of the cap, with what the reading counts that the policy in force does not follow.
fn over_time(cap: &Cap, limit: &Limit, span: (NaiveDate, NaiveDate)) -> AnyView {
    let (counts, words) = match limit.counts {
        Counts::Refund => (Counts::CancelledCommitment, texts::USED_AS_COMMITMENT),
        Counts::CancelledCommitment => (Counts::Refund, texts::USED_AS_REFUND),
    };
    let other = cap.ledger_as(counts).ok();
    let drawn = chart(&cap.ledger, other.as_ref(), limit, span, cap.today);
    let unknown = cap.unknown(counts);
    let note = (unknown > 0).then(|| {
        let words = live_text(move || t_count(texts::AT_LEAST, unknown as u64, &[]));
        view! { <p class="hint">{words}</p> }
    });
    view! {
        {cap_chart(drawn, texts::CHART, Some(words))}
        {note}
    }
    .into_any()
}

/// Every reading of the limit, with what is used and left under it.
fn readings_table(cap: &Cap) -> AnyView {
    let columns = vec![
        Column::new(texts::COUNTS),
        Column::new(texts::ABOVE),
        Column::new(texts::USED).number(),
        Column::new(texts::LEFT).number(),
        Column::new(texts::POLICIES),
    ];
    let row = |reading: Reading| {
        let in_force = use_policy().get();
        let counts = reading.limit.counts;
        // What quotes count is what is left today above; the other reading counts what is known of it.
        let used = match counts == in_force.limit.counts {
            true => cap.used(),
            false => cap.ledger_as(counts).map_or(cap.used(), |ledger| ledger.used_on(cap.today)),
        };
        let policies: Vec<AnyView> = reading
            .policies
            .iter()
            .map(|policy| {
                let name = policy_name(policy);
                let words = match std::ptr::eq(*policy, in_force) {
                    true => t_with(
                        customer::ACTION_ON,
                        &[("action", name), ("name", texts::IN_FORCE.get().to_owned())],
                    ),
                    false => name,
                };
                view! { <li>{words}</li> }.into_any()
            })
            .collect();
        let counts = match reading.limit.counts {
            Counts::Refund => texts::COUNTS_REFUND,
            Counts::CancelledCommitment => texts::COUNTS_COMMITMENT,
        };
        let above = match reading.limit.over {
            OverLimit::PayoutCapped => texts::ABOVE_CAPPED,
            OverLimit::Refused => texts::ABOVE_REFUSED,
        };
        view! {
            <tr role="row">
                <RowHeader>{t(counts)}</RowHeader>
                <Cell label=texts::ABOVE>{t(above)}</Cell>
                <Cell label=texts::USED is_number=true>{money(used)}</Cell>
                <Cell label=texts::LEFT is_number=true>{money(reading.limit.left(used))}</Cell>
                <Cell label=texts::POLICIES>
                    <ul class="plain">{policies}</ul>
                </Cell>
            </tr>
        }
        .into_any()
    };
    let rows: Vec<AnyView> = readings().into_iter().map(row).collect();
    view! { <Table caption=texts::READINGS columns>{rows}</Table> }.into_any()
}
