//! A tour of the pages: one step at a time, in its place on the page, with a link to the page that it tells of.
//!
//! The step stands in the address, so that a link can begin the tour, and whoever comes back from a page goes on with
//! it.

use crate::api::{Load, State, load, use_api};
use crate::i18n::catalogue::{
    cap, common, find, reservation, shell, start as texts, support, titles,
};
use crate::i18n::{self, Text, t, t_with};
use crate::paths::{self, Entry};
use crate::platform::{focus, keys, timer};
use crate::problem::Problem;
use crate::query::use_query;
use crate::ui::{Button, ButtonKind, LinkButton, live, live_attr, live_text};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use std::time::Duration;
use view_model::ReservationRef;
use view_model::start::{TourStep, parameter, shown_customer, shown_reservation};

/// The id of the button that opens the tour, where the focus goes back.
const OPENER: &str = "start-tour-open";
/// The id of what opens.
const TOUR: &str = "start-tour-steps";
/// The id of the heading of a step.
const STEP: &str = "start-tour-step";

/// The button that opens the tour, and the step that is open.
pub(super) fn part() -> AnyView {
    let query = use_query();
    let open = Memo::new(move |_| TourStep::numbered(&query.get(parameter::TOUR)?));
    let is_open = Memo::new(move |_| open.with(Option::is_some));
    let go = move |step: Option<TourStep>| {
        let number = step.map(|step| step.number().to_string()).unwrap_or_default();
        query.set(&[(parameter::TOUR, &number)]);
        let reached = if step.is_some() { STEP } else { OPENER };
        // As soon as it is in the page.
        timer::after(Duration::ZERO, move || focus::by_id(reached));
    };
    if open.get_untracked().is_some() {
        // Who has followed a link to the tour is not led to the heading of the page.
        timer::after(Duration::ZERO, || focus::by_id(STEP));
    }
    let toggle = move |_| go(if is_open.get_untracked() { None } else { Some(TourStep::ALL[0]) });
    let close_on_escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" && is_open.get_untracked() {
            event.prevent_default();
            go(None);
        }
    };
    view! {
        <section class="card stack" aria-labelledby="start-tour" on:keydown=close_on_escape>
            <h2 id="start-tour">{t(texts::TOUR)}</h2>
            <div class="button-row">
                <button
                    type="button"
                    class="button"
                    id=OPENER
                    aria-expanded=live_attr(move || Some(is_open.get().to_string()))
                    aria-controls=TOUR
                    on:click=toggle
                >
                    {live_text(move || {
                        if is_open.get() { texts::TOUR_CLOSE.get() } else { texts::TOUR_OPEN.get() }
                    })}
                </button>
            </div>
            <div id=TOUR>
                {live(move || match is_open.get() {
                    true => untrack(|| steps(open, Callback::new(go))),
                    false => ().into_any(),
                })}
            </div>
        </section>
    }
    .into_any()
}

/// The step that is open. What it shows of the records is asked for once.
fn steps(open: Memo<Option<TourStep>>, go: Callback<Option<TourStep>>) -> AnyView {
    let shown = shown();
    live(move || match open.get() {
        Some(step) => untrack(|| self::step(step, shown, go)),
        None => ().into_any(),
    })
}

/// Records that the tour leads to, as far as there are any.
#[derive(Clone, Debug, Default)]
struct Shown {
    customer: Option<String>,
    reservation: Option<ReservationRef>,
}

fn shown() -> Load<Shown> {
    let api = use_api();
    load(
        || (),
        move |()| async move {
            let customers = api.customer_summaries().await?;
            let Some(customer) = shown_customer(&customers) else { return Ok(Shown::default()) };
            let id = customer.customer_id.clone();
            let records = api.reservations(&id).await?;
            Ok(Shown { reservation: shown_reservation(&id, &records), customer: Some(id) })
        },
    )
}

fn step(step: TourStep, shown: Load<Shown>, go: Callback<Option<TourStep>>) -> AnyView {
    let (title, about) = words(step);
    let heading = move || {
        let number = |number: usize| i18n::integer(number as u64);
        let values = [
            ("number", number(step.number())),
            ("all", number(TourStep::ALL.len())),
            ("title", title.get().to_owned()),
        ];
        t_with(texts::TOUR_PLACE, &values)
    };
    let to = move |step: TourStep, kind: ButtonKind, words: Text| {
        let on_click = Callback::new(move |_| go.run(Some(step)));
        view! { <Button kind on_click>{t(words)}</Button> }
    };
    let next = step.next().map(|next| to(next, ButtonKind::Primary, support::NEXT));
    let previous =
        step.previous().map(|previous| to(previous, ButtonKind::Secondary, support::BACK));
    let close = Callback::new(move |_| go.run(None));
    view! {
        <div class="stack start-tour">
            <h3 id=STEP tabindex="-1">{live_text(heading)}</h3>
            <p>{live_text(move || t_with(about, &[("keys", search_keys())]))}</p>
            <div>{live(move || way(step, shown))}</div>
            <div class="button-row">
                {previous}
                {next}
                <Button kind=ButtonKind::Quiet on_click=close>{t(common::CLOSE)}</Button>
            </div>
        </div>
    }
    .into_any()
}

/// What the page of a step is called, and what it is for.
const fn words(step: TourStep) -> (Text, Text) {
    match step {
        TourStep::Customers => (shell::NAV_CUSTOMERS, texts::STEP_CUSTOMERS),
        TourStep::Record => (reservation::ENTRIES, texts::STEP_RECORD),
        TourStep::Refund => (reservation::REFUND, texts::STEP_REFUND),
        TourStep::Cap => (cap::TITLE, texts::STEP_CAP),
        TourStep::Portfolio => (titles::PORTFOLIO, texts::STEP_PORTFOLIO),
        TourStep::Search => (find::TITLE, texts::STEP_SEARCH),
    }
}

fn search_keys() -> String {
    if keys::is_apple() { "⌘K" } else { find::KEYS.get() }.to_owned()
}

/// The way to the page of a step, with a record of those that there are. The search has none: it is on every page.
fn way(step: TourStep, shown: Load<Shown>) -> AnyView {
    let of_records = |address: fn(&Shown) -> Option<String>| match shown.state() {
        State::Loading => view! { <span class="muted">{t(common::LOADING)}</span> }.into_any(),
        State::Failed(error) => {
            let again = Callback::new(move |()| shown.reload());
            view! { <Problem error on_retry=again /> }.into_any()
        }
        State::Ready(shown) => match address(&shown) {
            Some(address) => link(address),
            None => view! { <span class="muted">{t(texts::NEEDS_RECORDS)}</span> }.into_any(),
        },
    };
    match step {
        TourStep::Customers => link(paths::customers()),
        TourStep::Record => of_records(|shown| entry_of(shown, Entry::Overview)),
        TourStep::Refund => of_records(|shown| entry_of(shown, Entry::Refund)),
        TourStep::Cap => of_records(|shown| Some(paths::cap(shown.customer.as_deref()?))),
        TourStep::Portfolio => link(paths::portfolio("")),
        TourStep::Search => ().into_any(),
    }
}

fn link(address: String) -> AnyView {
    view! { <LinkButton address=Signal::stored(address)>{t(texts::OPEN_PAGE)}</LinkButton> }
        .into_any()
}

fn entry_of(shown: &Shown, entry: Entry) -> Option<String> {
    Some(paths::reservation(shown.reservation.as_ref()?, entry))
}
