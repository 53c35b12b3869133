//! What to do while exchange rights last: every reservation that can still be exchanged freely, with the best of
//! keeping, refund, exchange and trade-in, and the pages to do it filled in.
//!
//! The records are those of the radar. They are weighed customer by customer, so that the page answers meanwhile.

use super::progress::{failures, progress_bar};
use super::reading::Reading;
use crate::api::{State, load, use_api};
use crate::customers::{integer, use_drawn};
use crate::i18n::calculations::money;
use crate::i18n::catalogue::{
    common, comparison as choices, customers, radar, reservation as record, rights_end as texts,
};
use crate::i18n::{date, locale, t, t_with};
use crate::paths::{self, Entry as Page, route};
use crate::platform::{intl, timer};
use crate::problem::Problem;
use crate::quote::comparison::{choice_name, reason_words};
use crate::reservation::{no_exchange, no_refund};
use crate::rights::{Rights, use_rights};
use crate::shell::use_policy;
use crate::ui::{
    Badge, Breadcrumbs, Button, Cell, Column, Crumb, Heading, Notice, RowHeader, Skeleton, Table,
    Tone, live, live_text,
};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use std::time::Duration;
use view_model::radar::AtStake;
use view_model::rights_end::{Right, arrange, day};

/// What to do before exchange rights end.
#[component]
pub fn BeforeRightsEnd() -> impl IntoView {
    let api = use_api();
    let start = load(|| (), move |()| async move { super::page::ask(api, None).await });
    live(move || match start.state() {
        State::Loading => view! { <Skeleton lines=10 /> }.into_any(),
        State::Failed(error) => {
            let on_retry = Callback::new(move |()| start.reload());
            view! {
                <Heading title=route::RIGHTS_END.title />
                <Problem error on_retry />
            }
            .into_any()
        }
        State::Ready(start) => list(Reading::begin(api, start)),
    })
}

fn list(reading: Reading) -> AnyView {
    let progress = Memo::new(move |_| reading.progress());
    // `None` as long as they are being weighed.
    let weighed: RwSignal<Option<Arc<Vec<Right>>>> = RwSignal::new(None);
    weigh(reading, weighed);
    let drawn = use_drawn();
    let rights = use_rights();
    let count = Memo::new(move |_| weighed.with(|all| all.as_ref().map(|all| all.len())));
    let crumbs = vec![Crumb::link(radar::RADAR, paths::radar()), Crumb::here(texts::TITLE)];
    let summary = move || {
        let day = day().map(date).unwrap_or_default();
        t_with(texts::SUMMARY, &[("day", day)])
    };
    view! {
        <Breadcrumbs crumbs />
        <Heading title=route::RIGHTS_END.title summary />
        <div class="toolbar">{progress_bar(progress)}</div>
        <div class="stack">
            {failures(progress, reading)}
            <p class="hint">{t(texts::ASSUMES)}</p>
            {live(move || match count.get() {
                None => view! { <Skeleton lines=10 /> }.into_any(),
                Some(0) => view! { <Notice title=texts::NOTHING /> }.into_any(),
                Some(_) => table(weighed, drawn.max(), rights),
            })}
            {live(move || match drawn.next_of(count.get().unwrap_or(0)) {
                0 => ().into_any(),
                next => {
                    let more = Callback::new(move |_| drawn.more());
                    let label = move || t_with(customers::SHOW_MORE, &[("count", integer(next))]);
                    view! {
                        <div class="more"><Button on_click=more>{live_text(label)}</Button></div>
                    }
                    .into_any()
                }
            })}
        </div>
    }
    .into_any()
}

/// Weighs what can be done, customer by customer, once all records are there or after another choice of rules.
fn weigh(reading: Reading, weighed: RwSignal<Option<Arc<Vec<Right>>>>) {
    let policy = use_policy();
    let round = StoredValue::new(0_u32);
    let is_done = Memo::new(move |_| reading.progress().is_done);
    Effect::new(move |_| {
        let (policy, sign) = (policy.get(), intl::decimal_sign(&locale()));
        let now = round.try_update_value(|round| {
            *round = round.wrapping_add(1);
            *round
        });
        weighed.set(None);
        if !is_done.get() {
            return;
        }
        spawn_local(async move {
            let mut all = Vec::new();
            let mut place = 0;
            loop {
                if round.try_get_value() != now {
                    return;
                }
                let Some(rights) = reading.rights(place, policy, sign) else { break };
                all.extend(rights);
                place += 1;
                timer::sleep(Duration::ZERO).await;
            }
            arrange(&mut all);
            weighed.try_set(Some(Arc::new(all)));
        });
    });
}

fn table(weighed: RwSignal<Option<Arc<Vec<Right>>>>, most: usize, rights: Rights) -> AnyView {
    let columns = vec![
        Column::new(record::RESERVATION),
        Column::new(customers::CUSTOMER),
        Column::new(radar::STAKE).number(),
        Column::new(texts::BEST),
        Column::new(customers::ACTIONS),
    ];
    let all = weighed.get().unwrap_or_default();
    let rows: Vec<AnyView> = all.iter().take(most).map(|right| row(right, rights)).collect();
    view! {
        <div class="radar">
            <Table caption=texts::TITLE columns>{rows}</Table>
        </div>
    }
    .into_any()
}

fn row(right: &Right, rights: Rights) -> AnyView {
    let overview = paths::reservation(&right.of, Page::Overview);
    let customer = paths::customer(&right.customer.customer_id);
    let stake = match right.stake {
        AtStake::Known(stake) => money(stake.usd.unwrap_or(stake.amount)),
        AtStake::Asked => common::LOADING.get().to_owned(),
        AtStake::Missing => radar::NO_PRICE.get().to_owned(),
    };
    let best = match &right.weighed {
        None => view! { <span class="detail">{t(radar::NO_PRICE)}</span> }.into_any(),
        Some(weighed) => {
            let advice = weighed.comparison.advice;
            let (tone, words) = match advice.choice {
                Some(choice) => (Tone::Success, choice_name(choice)),
                None => (Tone::Neutral, choices::NO_ADVICE),
            };
            view! {
                <span class="radar-change">
                    <Badge tone>{t(words)}</Badge>
                    <span>{t(reason_words(advice.reason))}</span>
                </span>
            }
            .into_any()
        }
    };
    let (name, display_name) = (right.name.clone(), right.customer.display_name.clone());
    let actions = actions(right, rights);
    view! {
        <tr role="row">
            <RowHeader><a href=overview>{name}</a></RowHeader>
            <Cell label=customers::CUSTOMER>
                <a href=customer>{display_name}</a>
            </Cell>
            <Cell label=radar::STAKE is_number=true>{stake}</Cell>
            <Cell label=texts::BEST>{best}</Cell>
            <Cell label=customers::ACTIONS>{actions}</Cell>
        </tr>
    }
    .into_any()
}

/// The pages to go on with, filled in with what was weighed.
fn actions(right: &Right, rights: Rights) -> AnyView {
    let (state, own_state) = (right.state.clone(), right.state.clone());
    let not_refunded = MaybeProp::derive(move || no_refund(rights, state.as_ref()));
    let not_exchanged = || {
        let state = own_state.clone();
        MaybeProp::derive(move || no_exchange(rights, state.as_ref()))
    };
    let refund = paths::reservation(&right.of, Page::Refund);
    let one = std::slice::from_ref(&right.of);
    let address = |route: paths::Route,
                   terms: Option<&Vec<(&'static str, String)>>,
                   else_: String| {
        let filled = terms.map(|terms| {
            let terms: Vec<_> = terms.iter().map(|(name, value)| (*name, value.as_str())).collect();
            paths::address(route.path(), &terms)
        });
        filled.unwrap_or(else_)
    };
    let weighed = right.weighed.as_ref();
    let compare = address(route::COMPARISON, weighed.map(|it| &it.compare), paths::comparison(one));
    let exchange = address(route::EXCHANGE, weighed.map(|it| &it.exchange), paths::exchange(one));
    let trade_in = weighed.and_then(|it| it.trade_in.as_ref());
    let trade_in = trade_in.map(|terms| address(route::EXCHANGE, Some(terms), String::new()));
    let link = |label, address: String, reason: MaybeProp<String>| {
        super::table::action(label, &right.name, address, reason)
    };
    view! {
        <span class="actions">
            {link(texts::COMPARE, compare, MaybeProp::default())}
            {link(record::REFUND, refund, not_refunded)}
            {link(record::EXCHANGE, exchange, not_exchanged())}
            {trade_in.map(|address| link(choices::TRADE_IN, address, not_exchanged()))}
        </span>
    }
    .into_any()
}
