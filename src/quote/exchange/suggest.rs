//! Suggest: which units of the customer's reservations to return for how many of a target, so that as
//! little as possible is bought beyond the floor.

use super::returns::candidates;
use super::task::{ExchangeTask, bump};
use crate::api::ApiError;
use crate::i18n::calculations;
use crate::i18n::catalogue::exchange as texts;
use crate::i18n::{self, Text, t, t_count, t_with};
use crate::platform::{clock, timer};
use crate::problem::Problem;
use crate::quote::form::decimal_sign;
use crate::ui::{Button, ButtonKind, Disclosure, Notice, Switch, live, live_text};
use calculator::QUANTITY_MAX;
use calculator::exchange::{Return, SuggestInput, Suggestion, suggest};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use std::time::Duration;
use view_model::Tone;
use view_model::address::ReservationRef;
use view_model::quote::Facts;
use view_model::quote::exchange::unused;
use view_model::quote::exchange::{FormText, LineText};

/// A moment for the page to say that it searches, before the search takes the processor.
const BREATH: Duration = Duration::from_millis(30);

/// A reservation that may be returned, with what the form says about it, and what is known of it.
type Candidate = (LineText, Arc<Facts>);

/// How far a search has come.
#[derive(Clone)]
enum Search {
    Idle,
    Reading,
    Found(Arc<Proposal>),
    Nothing(Text),
    Failed(ApiError),
}

/// A suggestion with what it is about.
struct Proposal {
    candidates: Vec<Candidate>,
    suggestion: Suggestion,
    /// How many reservations of the family could not be read, and may belong to a better one.
    unread: usize,
}

/// The search for one purchase of the cart.
pub(super) fn part(task: ExchangeTask, place: usize) -> AnyView {
    let search = RwSignal::new(Search::Idle);
    let is_unused_only = RwSignal::new(true);
    let begin = Callback::new(move |_| begin(task, place, search, is_unused_only.get_untracked()));
    let outcome = live(move || match search.get() {
        Search::Idle => ().into_any(),
        Search::Reading => {
            view! { <Notice tone=Tone::Info title=texts::SUGGEST_SEARCHING /> }.into_any()
        }
        Search::Found(proposal) => found(task, place, &proposal, search),
        Search::Nothing(why) => view! { <Notice tone=Tone::Warning title=why /> }.into_any(),
        Search::Failed(error) => {
            let retry = Callback::new(move |()| {
                self::begin(task, place, search, is_unused_only.get_untracked());
            });
            view! { <Problem error on_retry=retry /> }.into_any()
        }
    });
    view! {
        <Disclosure summary=texts::SUGGEST>
            <div class="stack">
                <p class="hint">{t(texts::SUGGEST_ABOUT)}</p>
                <Switch
                    label=texts::SUGGEST_UNUSED
                    is_on=is_unused_only
                    on_change=Callback::new(move |is_on| is_unused_only.set(is_on))
                />
                <div class="button-row">
                    <Button on_click=begin>{t(texts::SUGGEST_SEARCH)}</Button>
                </div>
                {outcome}
            </div>
        </Disclosure>
    }
    .into_any()
}

fn begin(task: ExchangeTask, place: usize, search: RwSignal<Search>, is_unused_only: bool) {
    search.set(Search::Reading);
    let customer = task.customer.get_value();
    let kind = task.form.with_untracked(|form| {
        form.purchases.get(place).map(|it| it.resource_type.clone()).unwrap_or_default()
    });
    spawn_local(async move {
        let found = match task.api.reservations(&customer).await {
            Ok(all) => {
                let kind = calculator::ResourceType::parse(&kind);
                let of = candidates(&customer, &all, &kind);
                let (ready, unread) = task.records.settled(&of).await;
                timer::sleep(BREATH).await;
                untrack(|| searched(task, place, ready, unread, is_unused_only))
            }
            Err(error) => Search::Failed(error),
        };
        // The page may be gone by now, and its signals with it.
        search.try_set(found);
    });
}

fn searched(
    task: ExchangeTask,
    place: usize,
    ready: Vec<(ReservationRef, Arc<Facts>)>,
    unread: usize,
    is_unused_only: bool,
) -> Search {
    let Some(form) = task.form.try_get_untracked() else { return Search::Idle };
    let prices = task.catalogs.prices();
    let (on, policy) = (azure::parse_day(&form.day), task.policy.get());
    // What is in the form already is what the person would rather return.
    let in_form = |of: &ReservationRef| form.lines.iter().find(|line| line.of == *of).cloned();
    let (mut first, others): (Vec<_>, Vec<_>) =
        ready.into_iter().partition(|(of, _)| in_form(of).is_some());
    first.extend(others);
    let currency = first.first().map(|(_, facts)| facts.currency());
    let mut candidates = Vec::new();
    let mut returns = Vec::new();
    for (of, facts) in first {
        let units = if is_unused_only { unused_units(&facts) } else { facts.quantity() };
        let line = in_form(&of).unwrap_or_else(|| LineText::all(of));
        let holding = line.holding(&facts, on, policy).ok();
        let holding = holding.filter(|it| units > 0 && Some(it.currency()) == currency);
        if let Some(holding) = holding {
            returns.push(Return { holding, units: units.into() });
            candidates.push((line, facts));
        }
    }
    if candidates.is_empty() {
        let why = match (unread > 0, is_unused_only) {
            (true, _) => texts::SUGGEST_NONE_READ,
            (_, true) => texts::SUGGEST_ALL_USED,
            (_, false) => texts::SUGGEST_NOTHING,
        };
        return Search::Nothing(why);
    }
    // The target alone, with any quantity, makes a case of which its purchase is taken.
    let mut alone = FormText { lines: Vec::new(), plans: Vec::new(), ..form.clone() };
    alone.purchases = form.purchases.get(place).cloned().into_iter().collect();
    "1".clone_into(&mut alone.purchases[0].quantity);
    let (line, facts) = &candidates[0];
    alone.lines = vec![LineText { units: None, ..line.clone() }];
    let Ok(case) = alone.case(&[Arc::clone(facts)], &prices, policy, decimal_sign()) else {
        return Search::Nothing(texts::SUGGEST_NEEDS_TARGET);
    };
    let Some(target) = case.exchange.purchases().first() else {
        return Search::Nothing(texts::SUGGEST_NEEDS_TARGET);
    };
    let input = SuggestInput {
        candidates: &returns,
        target,
        quantities: 1..=QUANTITY_MAX,
        on: case.exchange.on(),
        policy,
    };
    match suggest(&input) {
        Ok(Some(suggestion)) => {
            Search::Found(Arc::new(Proposal { candidates, suggestion, unread }))
        }
        Ok(None) | Err(_) => Search::Nothing(texts::SUGGEST_NOTHING),
    }
}

fn unused_units(facts: &Facts) -> u32 {
    let percent = facts.reservation().properties().percent_over(7, clock::today());
    percent.map_or(0, |percent| unused(facts.quantity(), percent))
}

fn found(
    task: ExchangeTask,
    place: usize,
    proposal: &Arc<Proposal>,
    search: RwSignal<Search>,
) -> AnyView {
    let Proposal { candidates, suggestion, unread } = &**proposal;
    let (value, excess) = (suggestion.returned_value, suggestion.excess);
    let is_smallest = suggestion.is_smallest;
    let quantity = suggestion.quantity;
    let returned = candidates.iter().zip(&suggestion.units).filter(|(_, units)| **units > 0);
    let returned = returned.map(|((_, facts), units)| {
        let (name, units, owned) = (facts.name().to_owned(), *units, facts.quantity());
        let words = live_text(move || {
            let values = [("units", i18n::integer(units)), ("name", name.clone())];
            t_count(texts::SUGGEST_LINE, owned.into(), &values)
        });
        view! { <li>{words}</li> }
    });
    let sku = task.form.with_untracked(|form| {
        form.purchases.get(place).map(|it| it.sku.clone()).unwrap_or_default()
    });
    let outcome = live_text(move || {
        let values = [
            ("units", i18n::integer(quantity.into())),
            ("size", sku.clone()),
            ("value", calculations::money(value)),
            ("excess", calculations::money(excess)),
        ];
        t_with(texts::SUGGEST_OUTCOME, &values)
    });
    let unread = (*unread > 0).then(|| {
        let count = u64::try_from(*unread).unwrap_or(u64::MAX);
        let words = move || t_with(texts::SUGGEST_UNREAD, &[("count", i18n::integer(count))]);
        view! { <Notice tone=Tone::Warning title=words /> }
    });
    let exactness = live_text(move || {
        if is_smallest {
            texts::SUGGEST_EXACT.get().to_owned()
        } else {
            t_with(texts::SUGGEST_WITHIN, &[("amount", calculations::money(excess))])
        }
    });
    let apply = {
        let proposal = Arc::clone(proposal);
        Callback::new(move |_| {
            apply(task, place, &proposal);
            search.set(Search::Idle);
        })
    };
    view! {
        <div class="stack exchange-suggestion">
            <ul>{returned.collect_view()}</ul>
            <p>{outcome}</p>
            <p class="hint">{exactness}</p>
            {unread}
            <div class="button-row">
                <Button kind=ButtonKind::Primary on_click=apply>{t(texts::SUGGEST_APPLY)}</Button>
            </div>
        </div>
    }
    .into_any()
}

/// Makes the form that of the suggestion: what it returns, for the target alone.
fn apply(task: ExchangeTask, place: usize, proposal: &Proposal) {
    task.form.update(|form| {
        let lines = proposal.candidates.iter().zip(&proposal.suggestion.units);
        form.lines = lines
            .filter(|(_, units)| **units > 0)
            .map(|((line, _), units)| LineText { units: Some(units.to_string()), ..line.clone() })
            .collect();
        form.purchases = form.purchases.get(place).cloned().into_iter().collect();
        for bought in &mut form.purchases {
            bought.quantity = proposal.suggestion.quantity.to_string();
        }
        form.plans.clear();
    });
    bump(task.lines_round);
    bump(task.cart_round);
}
