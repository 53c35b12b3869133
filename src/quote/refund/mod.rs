//! The refund task: what comes back if units of a reservation are returned on a day, and returning them.
//!
//! What it is made of is in `view_model::quote`; here are the parts of the page that show it, [`take_along`],
//! and `carry_out`, which has the service do it.

mod agreed;
pub(in crate::quote) mod answer;
mod carry_out;
mod form;
mod numbers;
pub mod take_along;

use crate::api::{Load, State, load, use_api};
use crate::i18n::calculations;
use crate::i18n::catalogue::refund as texts;
use crate::i18n::t_with;
use crate::paths::Entry;
use crate::platform::{clock, day};
use crate::problem::Problem;
use crate::query::{Query, use_query};
use crate::quote::answer::stale;
use crate::quote::form::{Terms, decimal_sign, follow_day, follow_language, follow_terms, linked};
use crate::reservation::{Record, fact_line};
use crate::shell::{agreement_mark, use_current_customer, use_policy};
use crate::ui::{Announcer, Notice, Skeleton, late, live, live_flag, live_text};
use azure::Reservation;
use calculator::InputError;
use chrono::{Days, NaiveDate};
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;
use view_model::Tone;
use view_model::address::ReservationRef;
use view_model::address::value;
use view_model::quote::Facts;
use view_model::quote::refund::link::{self, Linked, parameter, remarks};
use view_model::quote::refund::{FormText, Quoted, Shown};

/// The last quote that could be made, for the parts that show it.
pub(super) type QuoteSignal = Memo<Option<Arc<Quoted>>>;

/// Days of utilization that are looked at to guess whether the reservation was used.
pub(in crate::quote) const USAGE_DAYS: u64 = 30;

/// The refund task of a reservation.
#[component]
pub fn Refund() -> impl IntoView {
    view! { <Record entry=Entry::Refund content=task /> }.into_any()
}

fn task(of: ReservationRef, reservation: Arc<Reservation>) -> AnyView {
    with_facts(of, reservation, form_and_quote)
}

/// What is shown of the records of a quote, once they are all there and can be calculated with.
pub(in crate::quote) type OfFacts = fn(ReservationRef, &Arc<Facts>) -> AnyView;

/// Reads the records of a quote and shows them, or what keeps them from being shown.
pub(in crate::quote) fn with_facts(
    of: ReservationRef,
    reservation: Arc<Reservation>,
    show: OfFacts,
) -> AnyView {
    let api = use_api();
    let (first, yesterday) =
        (clock::today() - Days::new(USAGE_DAYS), clock::today() - Days::new(1));
    let key = {
        let of = of.clone();
        move || of.clone()
    };
    let order = load(key.clone(), move |of: ReservationRef| async move { api.order(&of).await });
    let booked = load(key.clone(), move |of: ReservationRef| async move {
        let account = api.account().await?;
        api.reservation_transactions(&account.billing_account_id, &of.customer).await
    });
    let rates = load(|| (), move |()| async move { api.exchange_rates().await });
    let usage = load(key, move |of: ReservationRef| async move {
        api.daily_utilization(&of, first, yesterday).await
    });
    let retry = Callback::new(move |()| {
        again(order);
        again(booked);
    });
    live(move || {
        let (order, booked) = match (order.state(), booked.state()) {
            (State::Failed(error), _) | (_, State::Failed(error)) => {
                return view! { <Problem error on_retry=retry /> }.into_any();
            }
            (State::Ready(order), State::Ready(booked)) => (order, booked),
            (State::Loading, _) | (_, State::Loading) => return waiting(),
        };
        // A quote can do without these two, but its form starts with them.
        if is_loading(rates) || is_loading(usage) {
            return waiting();
        }
        let (rates, usage) = (rates.ready(), usage.ready());
        let facts = Facts::new(
            Arc::clone(&reservation),
            order,
            &booked,
            rates.as_ref().map(|rates| rates.as_slice()),
            usage.as_ref().map(|usage| usage.as_slice()),
            clock::today(),
        );
        match facts {
            Ok(facts) => untrack(|| show(of.clone(), &Arc::new(facts))),
            Err(error) => unusable(error),
        }
    })
}

fn is_loading<T: Send + Sync + 'static>(records: Load<T>) -> bool {
    matches!(records.state(), State::Loading)
}

fn waiting() -> AnyView {
    view! { <Skeleton lines=8 /> }.into_any()
}

fn again<T: Send + Sync + 'static>(records: Load<T>) {
    if matches!(untrack(|| records.state()), State::Failed(_)) {
        records.reload();
    }
}

/// What keeps a record from being calculated with.
pub(in crate::quote) fn unusable(error: InputError) -> AnyView {
    let why = move || {
        let field = error.field.clone().into_owned();
        let values = [("field", field), ("problem", calculations::problem(&error.problem))];
        t_with(texts::UNUSABLE_FIELD, &values)
    };
    view! {
        <Notice tone=Tone::Danger title=texts::UNUSABLE>
            <p>{live_text(why)}</p>
        </Notice>
    }
    .into_any()
}

/// The form and its quote.
fn form_and_quote(of: ReservationRef, facts: &Arc<Facts>) -> AnyView {
    let query = use_query();
    let policy = use_policy();
    let today = day::followed();
    // What was typed before the records were read again.
    query.catch_up();
    let in_link = |name: &str| untrack(|| query.get(name));
    if let Some(named) = link::policy(in_link) {
        policy.show(named);
    }
    let brought = linked();
    let linked = Linked::read(|name| value(&brought, name), untrack(|| policy.get()));
    let sign = untrack(decimal_sign);
    let start = FormText::start(facts, today.get_untracked(), sign);
    let first_day = start.day.clone();
    let mut text = link::form(in_link, start, sign);
    // The address names the present day as soon as anything is typed; only that of a link was chosen.
    text.is_day_chosen = text.day != first_day || value(&brought, parameter::DAY).is_some();
    let form = RwSignal::new(text);
    let is_day_chosen = Signal::derive(move || form.with(|form| form.is_day_chosen));
    let begin_day = move |now| form.try_update(|form| form.begin_day(now)).unwrap_or_default();
    let new_day = follow_day(today, is_day_chosen, Box::new(begin_day));
    follow_language(Box::new(move |before, now| {
        form.update(|form| *form = form.respelled(before, now));
    }));

    let recorded = Arc::clone(facts);
    let shown = Memo::new(move |before: Option<&Shown>| {
        let case = form.with(|form| form.case(&recorded, policy.get(), decimal_sign()));
        let quoted = case.map(|case| {
            let remarks = remarks(&case, &recorded, &linked, today.get());
            Quoted::new(case).with_remarks(remarks)
        });
        Shown::next(before, Some(quoted))
    });
    let quoted: QuoteSignal = Memo::new(move |_| shown.with(|shown| shown.quoted.clone()));
    let needs_rate = facts.needs_rate();
    let terms = move || {
        let quoted = shown.with(|shown| shown.quoted.clone().filter(|_| shown.is_current()));
        Some(match quoted {
            Some(quoted) => link::parameters(&quoted.case).to_vec(),
            // Halfway through a number as well, so that nothing is lost with the page.
            None => {
                form.with(|form| link::typed(form, policy.get().id, decimal_sign(), needs_rate))
            }
        })
    };
    follow_quote(shown, query, Rc::new(terms));

    let is_stale = move || !shown.with(Shown::is_current);
    let name = facts.name().to_owned();
    let customer = use_current_customer();
    let id = of.customer.clone();
    let mark = MaybeProp::derive(move || agreement_mark(customer, &id));
    // Before there is a quote, nothing is said of one: not even that there is nothing.
    let has_quote = Memo::new(move |_| quoted.with(Option::is_some));
    let parts = Parts { shown, quoted, form, of: of.clone(), name: name.clone(), mark, today };
    let ask_support = take_along::ask_support(of.clone(), shown, name, mark);
    let carry_out::Parts { action, progress, elsewhere } =
        carry_out::parts(of, facts, shown, today, mark);
    view! {
        {fact_line(facts.reservation())}
        <div class="refund-task">
            {form::fields(facts, form, shown, today)}
            <div class="quote-and-action">
                <div class="answer" class:stale=live_flag(is_stale)>
                    {progress}
                    {new_day}
                    {live(move || match is_stale() {
                        true => stale(quoted.with(Option::is_some)),
                        false => ().into_any(),
                    })}
                    {late(move || live(move || match has_quote.get() {
                        true => answer::answer(&parts),
                        false => ().into_any(),
                    }))}
                    // After the parts of the answer, which would push it down.
                    {late(move || late(move || view! { {ask_support} {elsewhere} }.into_any()))}
                </div>
                {action}
            </div>
        </div>
    }
    .into_any()
}

/// What the parts of the answer are about.
struct Parts {
    shown: Memo<Shown>,
    quoted: QuoteSignal,
    form: RwSignal<FormText>,
    of: ReservationRef,
    name: String,
    mark: MaybeProp<String>,
    today: Signal<NaiveDate>,
}

/// Once the form rests, the address names its terms and a screen reader hears what is payable.
fn follow_quote(shown: Memo<Shown>, query: Query, terms: Terms) {
    let announcer = use_context::<Announcer>();
    let at_rest = move || {
        let now = shown.get();
        let Some(quoted) = now.quoted.as_deref().filter(|_| now.is_current()) else { return };
        if let Some(announcer) = announcer {
            announcer.say(&spoken(quoted));
        }
    };
    follow_terms(query, terms, Rc::new(at_rest));
}

fn spoken(quoted: &Quoted) -> String {
    let assessment = &quoted.quote.assessment;
    let decision = calculations::outcome(assessment).get().to_owned();
    match assessment.decision.refusal() {
        Some(_) => decision,
        None => {
            let payable = numbers::in_words(assessment);
            t_with(texts::SPOKEN, &[("payable", payable), ("decision", decision)])
        }
    }
}
