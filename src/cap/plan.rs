//! The planner: which reservations of a customer to return when, so that most comes back under the cap.
//!
//! Prices stand in orders, which are read one after the other. The planner works in slices between which the page
//! can do everything else, says how far it is, and can be stopped with what it has found by then.

use super::page::crumbs;
use super::plan_answer::{Answer, SoFar, answer};
use crate::api::{Api, Load, State, load, use_api};
use crate::customers::of_known_customer;
use crate::i18n::calculations::problem;
use crate::i18n::catalogue::plan as texts;
use crate::i18n::{date, t, t_count, t_with};
use crate::paths::route;
use crate::platform::{clock, effect::effect, timer};
use crate::problem::Problem;
use crate::query::{Query, use_query};
use crate::shell::{agreement_notice, policy_name, use_policy};
use crate::ui::{DateField, Heading, Notice, Skeleton, Switch, live, live_flag, live_text};
use azure::{Order, Reservation};
use calculator::exchange::LINES_MAX;
use calculator::plan::{PlanSearch, Planning};
use chrono::TimeDelta;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use view_model::address::parameter as address;
use view_model::cap::Cap;
use view_model::plan::{AT_ONCE, Planned, parameter, planning, read_several, until};
use view_model::{ExchangeRate, ReservationRef};

/// After how much time the page says again how far it is.
const SAID_AFTER: TimeDelta = TimeDelta::milliseconds(300);

/// The plan of the customer that the address names.
#[component]
pub fn CustomerPlan() -> impl IntoView {
    of_known_customer(page)
}

/// An order that was asked for: `None` where it did not come.
type Known = Vec<(String, Option<Arc<Order>>)>;

/// What a plan is made from.
#[derive(Clone, Copy)]
struct Planner {
    api: Api,
    query: Query,
    customer: StoredValue<String>,
    reservations: Load<Vec<Reservation>>,
    cap: Load<Cap>,
    rates: Load<Vec<ExchangeRate>>,
    orders: RwSignal<Known>,
    is_reading: StoredValue<bool>,
    /// What the planner has found while it works on.
    so_far: RwSignal<SoFar>,
    is_stopped: StoredValue<bool>,
    answer: RwSignal<Answer>,
    /// Counts the questions, so that an answer knows whether it belongs to the last one.
    round: StoredValue<u32>,
}

fn page(id: String) -> AnyView {
    let api = use_api();
    let (one, other) = (id.clone(), id.clone());
    let planner = Planner {
        api,
        query: use_query(),
        customer: StoredValue::new(id.clone()),
        reservations: load(
            move || one.clone(),
            move |id: String| async move { api.reservations(&id).await },
        ),
        cap: load(move || other.clone(), move |id: String| async move { api.cap(&id).await }),
        rates: load(|| (), move |()| async move { api.exchange_rates().await }),
        orders: RwSignal::new(Vec::new()),
        is_reading: StoredValue::new(false),
        so_far: RwSignal::new(None),
        is_stopped: StoredValue::new(false),
        answer: RwSignal::new(Answer::Nothing),
        round: StoredValue::new(0),
    };
    planner.follow();
    let stop = Callback::new(move |_| planner.is_stopped.set_value(true));
    view! {
        {crumbs(&id, texts::TITLE)}
        <Heading title=route::PLAN.title summary=|| t(texts::SUMMARY) />
        {agreement_notice(id)}
        <div class="stack">
            {live(move || match (planner.reservations.state(), planner.cap.state()) {
                (State::Failed(error), _) | (_, State::Failed(error)) => {
                    let retry = Callback::new(move |()| {
                        planner.reservations.reload();
                        planner.cap.reload();
                    });
                    view! { <Problem error on_retry=retry /> }.into_any()
                }
                (State::Ready(all), State::Ready(_)) => planner.form(&all),
                _ => view! { <Skeleton lines=8 /> }.into_any(),
            })}
            {answer(planner.answer, planner.so_far, planner.cap, stop)}
        </div>
    }
    .into_any()
}

/// Whether units of it can still be returned, for all that the list tells.
fn can_be_returned(reservation: &Reservation) -> bool {
    let of = reservation.properties();
    let has_ended = of.provisioning_state.as_ref().is_some_and(|it| it.phase().is_final());
    let expires = of.expires_on();
    reservation.id.is_some() && !has_ended && expires.is_none_or(|day| day > clock::today())
}

impl Planner {
    /// The reservations that the address names; followed in reactive closures.
    fn chosen(self) -> Vec<ReservationRef> {
        let ids = self.query.all(address::RESERVATION);
        self.customer.with_value(|customer| read_several(customer, &ids))
    }

    /// Changes which reservations the address names.
    fn choose(self, of: &ReservationRef, is_chosen: bool) {
        let mut all = untrack(|| self.chosen());
        all.retain(|known| known != of);
        if is_chosen {
            all.push(of.clone());
        }
        let ids: Vec<String> =
            all.iter().map(|of| format!("{}/{}", of.order, of.reservation)).collect();
        let mut changes: Vec<(&str, &str)> =
            ids.iter().map(|ids| (address::RESERVATION, ids.as_str())).collect();
        if changes.is_empty() {
            changes.push((address::RESERVATION, ""));
        }
        self.query.set(&changes);
    }

    /// Whether units of one reservation may go on different days; followed in reactive closures.
    fn splits(self) -> bool {
        self.query.text(parameter::SPLIT) != AT_ONCE
    }

    fn form(self, all: &[Reservation]) -> AnyView {
        let today = clock::today();
        let policy = use_policy();
        let candidates = all.iter().filter(|it| can_be_returned(it));
        let boxes: Vec<AnyView> = candidates.filter_map(|it| self.candidate(it)).collect();
        if boxes.is_empty() {
            return view! { <Notice title=texts::NO_CANDIDATES /> }.into_any();
        }
        let last =
            Signal::derive(move || until(&self.query.text(parameter::UNTIL), today).to_string());
        let on_until =
            Callback::new(move |day: String| self.query.set(&[(parameter::UNTIL, &day)]));
        let on_split = Callback::new(move |splits: bool| {
            let value = if splits { "" } else { AT_ONCE };
            self.query.set(&[(parameter::SPLIT, value)]);
        });
        let under =
            live_text(move || t_with(texts::UNDER, &[("policy", policy_name(policy.get()))]));
        view! {
            <form class="card part stack" on:submit=|event| event.prevent_default()>
                <fieldset class="field choices">
                    <legend>{t(texts::WHICH)}</legend>
                    <div class="plan-choices">{boxes}</div>
                </fieldset>
                <DateField
                    label=texts::UNTIL
                    hint=texts::UNTIL_HINT
                    value=last
                    on_input=on_until
                    min=today.to_string()
                />
                <Switch
                    label=texts::SPLIT
                    is_on=Signal::derive(move || self.splits())
                    on_change=on_split
                />
                <p class="hint">{under}</p>
            </form>
        }
        .into_any()
    }

    fn candidate(self, reservation: &Reservation) -> Option<AnyView> {
        let id = reservation.id.as_ref()?;
        let of = self.customer.with_value(|customer| ReservationRef::of(customer, id));
        let properties = reservation.properties();
        let name = view_model::record::name(reservation);
        let count = properties.quantity.unwrap_or_default();
        let expires = properties.expires_on();
        let words = live_text(move || {
            let day = expires.map(date).unwrap_or_default();
            t_count(texts::ITEM, u64::from(count), &[("name", name.clone()), ("day", day)])
        });
        let (shown, own) = (of.clone(), of);
        let is_chosen = live_flag(move || self.chosen().contains(&shown));
        Some(
            view! {
                <label class="choice">
                    <input
                        type="checkbox"
                        prop:checked=is_chosen
                        on:change=move |event| self.choose(&own, event_target_checked(&event))
                    />
                    <span>{words}</span>
                </label>
            }
            .into_any(),
        )
    }

    /// Asks for what is missing, and for a plan whenever something has changed.
    fn follow(self) {
        let policy = use_policy();
        let chosen = Memo::new(move |_| self.chosen());
        effect(move || {
            chosen.track();
            self.read_orders();
        });
        effect(move || {
            let round = self.round.try_update_value(|round| {
                *round = round.wrapping_add(1);
                *round
            });
            let chosen = chosen.get();
            let today = clock::today();
            if chosen.is_empty() {
                return self.answer.set(Answer::Nothing);
            }
            if chosen.len() > LINES_MAX {
                return self.answer.set(Answer::TooMany(LINES_MAX));
            }
            let (Some(records), Some(cap)) = (self.reservations.ready(), self.cap.ready()) else {
                return self.answer.set(Answer::Reading(0, chosen.len()));
            };
            let rates = match self.rates.state() {
                State::Loading => return self.answer.set(Answer::Reading(0, chosen.len())),
                State::Ready(rates) => rates.to_vec(),
                // Reservations in USD can do without.
                State::Failed(_) => Vec::new(),
            };
            let orders = self.orders.get();
            let read = chosen.iter().filter(|of| orders.iter().any(|(id, _)| *id == of.order));
            let read = read.count();
            if read < chosen.len() {
                return self.answer.set(Answer::Reading(read, chosen.len()));
            }
            let (items, unread) = items(&chosen, &records, &orders, self.splits());
            let days = (today, until(&self.query.text(parameter::UNTIL), today));
            if items.is_empty() {
                return self.answer.set(Answer::Unread(unread));
            }
            match planning(&items, &rates, &cap.ledger, policy.get(), days) {
                Err(error) => self.answer.set(Answer::Wrong(error)),
                Ok(asked) => {
                    self.answer.set(Answer::Working);
                    self.so_far.set(None);
                    self.is_stopped.set_value(false);
                    self.search(asked, items.into(), unread, round);
                }
            }
        });
    }

    /// Works slice by slice, until the plan is found, somebody stops it, or something else is asked.
    fn search(
        self,
        asked: Planning,
        items: Arc<[Planned]>,
        unread: Vec<(String, String)>,
        round: Option<u32>,
    ) {
        spawn_local(async move {
            let mut search = PlanSearch::new(asked.clone());
            let asked = Arc::new(asked);
            let mut said = clock::now();
            loop {
                // Before the first slice as well: the page says that it works.
                let goes_on = timer::slice(|| search.step()).await;
                if self.round.try_get_value() != round {
                    return;
                }
                let is_stopped = self.is_stopped.get_value();
                if goes_on && !is_stopped {
                    if (clock::now() - said).abs() > SAID_AFTER {
                        said = clock::now();
                        let known = search.so_far();
                        self.so_far.set(known.map(|plan| (plan.usd, plan.method.bound())));
                    }
                    continue;
                }
                let found = search.so_far().map(Arc::new);
                return self.answer.set(match found {
                    Some(plan) => Answer::Found { plan, asked, items, unread, is_stopped: goes_on },
                    None => Answer::Stopped,
                });
            }
        });
    }

    /// Reads the orders of the chosen reservations, one after the other.
    fn read_orders(self) {
        if self.is_reading.get_value() {
            return;
        }
        self.is_reading.set_value(true);
        spawn_local(async move {
            while let Some(of) = self.next_order() {
                let order = self.api.order(&of).await.ok().map(Arc::new);
                self.orders.try_update(|known| known.push((of.order, order)));
            }
            self.is_reading.try_update_value(|is_reading| *is_reading = false);
        });
    }

    /// An order that was not read yet; nothing when the page is gone.
    fn next_order(self) -> Option<ReservationRef> {
        let known = self.orders.try_get_untracked()?;
        let chosen = untrack(|| self.chosen());
        chosen.into_iter().find(|of| known.iter().all(|(id, _)| *id != of.order))
    }
}

/// What can be planned, and what cannot with its reason.
fn items(
    chosen: &[ReservationRef],
    records: &[Reservation],
    orders: &Known,
    splits: bool,
) -> (Vec<Planned>, Vec<(String, String)>) {
    let (mut items, mut unread) = (Vec::new(), Vec::new());
    for of in chosen {
        let is_it = |record: &&Reservation| {
            record.id.as_ref().is_some_and(|id| {
                let own = ReservationRef::of(&of.customer, id);
                own.order.eq_ignore_ascii_case(&of.order)
                    && own.reservation.eq_ignore_ascii_case(&of.reservation)
            })
        };
        let record = records.iter().find(is_it);
        let order = orders.iter().find(|(id, _)| *id == of.order).and_then(|(_, it)| it.as_ref());
        let (Some(record), Some(order)) = (record, order) else {
            let name = record.map_or_else(|| of.reservation.clone(), view_model::record::name);
            unread.push((name, untrack(|| texts::NO_ORDER.get()).to_owned()));
            continue;
        };
        match Planned::new(of.clone(), record, order, splits) {
            Ok(item) => items.push(item),
            Err(error) => {
                let name = view_model::record::name(record);
                unread.push((name, untrack(|| problem(&error.problem))));
            }
        }
    }
    (items, unread)
}
