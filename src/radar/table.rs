//! The dates as a table.

use super::sentences;
use crate::i18n::calculations::money;
use crate::i18n::catalogue::{common, customer, radar as texts, reservation as record, titles};
use crate::i18n::{Text, t, t_with};
use crate::paths::{self, Entry as Page};
use crate::platform::clock;
use crate::query::use_query;
use crate::reservation::no_return;
use crate::shell::PolicyChoice;
use crate::ui::{
    Badge, ButtonKind, Cell, Column, DateText, Keyed, LinkButton, RowHeader, Table,
    keyed_gradually, live, live_text,
};
use azure::{Billed, Stake, WatchKind};
use calculator::Currency;
use leptos::prelude::*;
use leptos::text_prop::TextProp;
use std::collections::BTreeMap;
use std::sync::Arc;
use view_model::Tone;
use view_model::address::parameter;
use view_model::listing::Sort;
use view_model::radar::{AtStake, Change, Entry, column, default_sort};

/// What all rows share.
#[derive(Clone, Copy)]
pub(super) struct RowContext {
    /// Why the person may not give units back.
    pub(super) no_right_to_return: Memo<Option<String>>,
    /// Why the person may not exchange.
    pub(super) no_right_to_exchange: Memo<Option<String>>,
    pub(super) policy: PolicyChoice,
    /// Whether the rows are of several customers.
    pub(super) is_of_all: bool,
}

/// The dates in their order; `is_whole` is told when all of them are drawn.
pub(super) fn table(
    drawn: Memo<Vec<Arc<Entry>>>,
    sort: Signal<Sort>,
    context: RowContext,
    is_whole: RwSignal<bool>,
) -> AnyView {
    let query = use_query();
    let on_sort = Callback::new(move |sort: Sort| {
        let written = if sort == default_sort() { String::new() } else { sort.written() };
        query.set(&[(parameter::SORT, &written)]);
    });
    let customer = context.is_of_all.then(|| Column::new(customer::CUSTOMER));
    let columns = [Column::new(record::RESERVATION)]
        .into_iter()
        .chain(customer)
        .chain([
            Column::new(texts::CHANGE),
            Column::new(texts::DATE).sortable(column::DAY),
            Column::new(texts::STAKE).sortable(column::STAKE).number(),
            Column::new(customer::ACTIONS),
        ])
        .collect();
    let stakes = StoredValue::new(BTreeMap::new());
    let keyed_row = move |entry: Arc<Entry>| {
        let key = key(&entry);
        let stake = stake_of(stakes, &key, entry.stake);
        Keyed::new(key, move || row(&entry, stake, context))
    };
    view! {
        <div class="radar">
            <Table caption=titles::RADAR columns sort=sort on_sort>
                {keyed_gradually(
                    move || drawn.get().into_iter().map(keyed_row).collect(),
                    is_whole,
                )}
            </Table>
        </div>
    }
    .into_any()
}

/// A row stays the same while answers come: they change what is at stake in it.
fn key(entry: &Arc<Entry>) -> String {
    format!("{} {} {}", entry.customer.customer_id, entry.id(), entry.day)
}

/// What is at stake in the row with this key; it belongs to no row, because rows come and go.
type Stakes = StoredValue<BTreeMap<String, ArcRwSignal<AtStake>>>;

/// What the row with this key follows, which is `now` from now on.
fn stake_of(stakes: Stakes, key: &str, now: AtStake) -> ArcRwSignal<AtStake> {
    let known = stakes.with_value(|stakes| stakes.get(key).cloned());
    let stake = known.unwrap_or_else(|| {
        let stake = ArcRwSignal::new(now);
        stakes.update_value(|stakes| drop(stakes.insert(key.to_owned(), stake.clone())));
        stake
    });
    if stake.get_untracked() != now {
        stake.set(now);
    }
    stake
}

fn row(entry: &Arc<Entry>, stake: ArcRwSignal<AtStake>, context: RowContext) -> AnyView {
    let customer = context.is_of_all.then(|| {
        let address = paths::customer(&entry.customer.customer_id);
        let name = entry.customer.display_name.clone();
        view! {
            <Cell label=customer::CUSTOMER><a href=address>{name}</a></Cell>
        }
    });
    let (about, change, date) = (about(&entry.change), change(entry, context.policy), date(entry));
    let (own, actions) = (Arc::clone(entry), actions(entry, context));
    let stake = live(move || at_stake(&own, stake.get()));
    view! {
        <tr role="row">
            <RowHeader>{about}</RowHeader>
            {customer}
            <Cell label=texts::CHANGE>{change}</Cell>
            <Cell label=texts::DATE>{date}</Cell>
            <Cell label=texts::STAKE is_number=true>{stake}</Cell>
            <Cell label=customer::ACTIONS>{actions}</Cell>
        </tr>
    }
    .into_any()
}

fn about(change: &Change) -> AnyView {
    match change {
        Change::Reservation { of: Some(of), name, .. } => {
            let address = paths::reservation(of, Page::Overview);
            view! { <a href=address>{name.clone()}</a> }.into_any()
        }
        Change::Reservation { of: None, name, .. } => name.clone().into_any(),
        Change::LimitBack => t(texts::YEARLY_CAP).into_any(),
    }
}

fn change(entry: &Arc<Entry>, policy: PolicyChoice) -> AnyView {
    let tone = match &entry.change {
        Change::Reservation { kind: WatchKind::FirstDaysOver, .. } => Tone::Warning,
        Change::Reservation { kind: WatchKind::Expires, .. } => Tone::Info,
        Change::Reservation {
            kind: WatchKind::ScopeGone(_) | WatchKind::Billed(Billed::Gone | Billed::Disabled),
            ..
        } => Tone::Danger,
        Change::Reservation { .. } => Tone::Neutral,
        Change::LimitBack => Tone::Success,
    };
    let kind = sentences::kind(&entry.change);
    let (why, source) = (Arc::clone(entry), Arc::clone(entry));
    view! {
        <span class="radar-change">
            <span class="radar-kind">
                <Badge tone>{t(kind)}</Badge>
                <span class="detail">{live_text(move || sentences::source(&source, policy.get()))}</span>
            </span>
            <span>{live_text(move || sentences::why(&why))}</span>
        </span>
    }
    .into_any()
}

fn date(entry: &Arc<Entry>) -> AnyView {
    let today = clock::today();
    let class = if sentences::is_soon(entry, today) { "days-left soon" } else { "days-left" };
    let entry = Arc::clone(entry);
    view! {
        <span class="expiry">
            <DateText date=entry.day />
            <span class=class>{live_text(move || sentences::when(&entry, today))}</span>
        </span>
    }
    .into_any()
}

fn at_stake(entry: &Entry, stake: AtStake) -> AnyView {
    // What a refund pays is only known where the cap was checked.
    let no_rate = match &entry.change {
        Change::Reservation { kind: WatchKind::FirstDaysOver | WatchKind::Expires, .. } => {
            texts::NO_RATE_NO_CAP
        }
        Change::Reservation { .. } | Change::LimitBack => texts::NO_RATE,
    };
    let Stake { amount, usd } = match stake {
        AtStake::Asked => {
            return view! {
                <span class="muted" aria-hidden="true">"…"</span>
                <span class="visually-hidden">{t(common::LOADING)}</span>
            }
            .into_any();
        }
        AtStake::Missing => {
            return view! { <span class="detail">{t(texts::NO_PRICE)}</span> }.into_any();
        }
        AtStake::Nothing => {
            return view! { <span class="detail">{t(texts::NO_MONEY)}</span> }.into_any();
        }
        AtStake::Known(stake) => stake,
    };
    let is_in_usd = amount.currency() == Currency::USD;
    let about = move || match usd {
        Some(usd) => t_with(texts::ABOUT, &[("amount", money(usd))]),
        None => no_rate.get().to_owned(),
    };
    view! {
        <span class="radar-stake">
            <span class="money">{live_text(move || money(amount))}</span>
            {(!is_in_usd).then(|| view! { <span class="detail">{live_text(about)}</span> })}
        </span>
    }
    .into_any()
}

/// What can be done about it; what comes back needs nothing to be done.
fn actions(entry: &Arc<Entry>, context: RowContext) -> AnyView {
    let Change::Reservation { of: Some(of), name, state, kind } = &entry.change else {
        return ().into_any();
    };
    let name = Signal::stored(name.clone());
    let mend = match kind {
        WatchKind::ScopeGone(_) | WatchKind::Billed(Billed::Elsewhere) => Page::Configuration,
        WatchKind::Billed(_) => Page::SupportRequest,
        WatchKind::RenewalLosesRoles => Page::AccessControl,
        _ => Page::Refund,
    };
    if mend != Page::Refund {
        let page = mend.route().title;
        let address = Signal::stored(paths::reservation(of, mend));
        let link = action(page, name, address, MaybeProp::default());
        return view! { <span class="actions">{link}</span> }.into_any();
    }
    let RowContext { no_right_to_return, no_right_to_exchange, .. } = context;
    let (state, own_state) = (state.clone(), state.clone());
    let not_refunded = move || no_right_to_return.get().or_else(|| no_return(state.as_ref()));
    let not_exchanged =
        move || no_right_to_exchange.get().or_else(|| no_return(own_state.as_ref()));
    let refund = Signal::stored(paths::reservation(of, Page::Refund));
    let exchange = Signal::stored(paths::exchange(std::slice::from_ref(of)));
    view! {
        <span class="actions">
            {action(record::REFUND, name, refund, MaybeProp::derive(not_refunded))}
            {action(record::EXCHANGE, name, exchange, MaybeProp::derive(not_exchanged))}
        </span>
    }
    .into_any()
}

/// A link that is named with its reservation, since many of the same words stand below each other.
pub(super) fn action(
    label: Text,
    name: Signal<String>,
    address: Signal<String>,
    disabled_reason: MaybeProp<String>,
) -> AnyView {
    view! {
        <LinkButton
            kind=ButtonKind::Quiet
            address
            disabled_reason
            name=named(label, name)
        >
            {t(label)}
        </LinkButton>
    }
    .into_any()
}

/// What is done, with the name of the reservation that it is done with.
pub(super) fn named(label: Text, name: Signal<String>) -> TextProp {
    let full = move || {
        t_with(customer::ACTION_ON, &[("action", label.get().to_owned()), ("name", name.get())])
    };
    full.into()
}
