//! Carrying the exchange out: as a support request, or by asking the service for its own quote, comparing,
//! confirming, exchanging and watching.
//!
//! Invariant: nothing is exchanged before the service's quote agreed with the one on screen to the cent
//! and the person confirmed exactly those amounts.

mod confirm;
mod ending;
mod flow;
pub mod pending;

use super::cart::has_unsold;
use super::desk::Desk;
use super::take_along::names;
use super::text;
use crate::api::{ApiError, NotDone, Permission};
use crate::i18n::catalogue::{exchange as texts, quote as quote_texts, support};
use crate::i18n::{self, Text, t, t_with};
use crate::problem::Problem;
use crate::quote::moved::notices;
use crate::quote::refund::ask_support::{WhyNot, WriteDraft};
use crate::quote::refund::{ask_again, difference_table, refused_by_policy};
use crate::quote::words;
use crate::reservation::as_they_are_now;
use crate::rights::use_rights;
use crate::shell::{agreement_mark, use_current_customer, what_if, what_if_ways};
use crate::support::{Draft, ask_button, id_lines};
use crate::ui::{Button, ButtonKind, Notice, Tone, live};
use crate::unsettled::{Ways, in_doubt, unsettled};
use azure::OperationStatus;
use chrono::NaiveDate;
use confirm::confirm;
use ending::ending;
use flow::{Failed, Flow, Offer, Stage};
use leptos::prelude::*;
use view_model::quote::exchange::{Quoted, Shown};

/// The answer to an exchange whose quote is over: its session was used or has expired, or the amounts
/// changed.
const SESSION_OVER: &str = "ActivateQuoteFailed";

/// The exchange that was under way before the page was opened, for the top of the page, where it is seen
/// at once; and the part with the buttons that start one, and everything that follows.
pub(super) fn parts(desk: Desk) -> [AnyView; 2] {
    let flow = Flow::new(desk.api, desk.customer.get_value());
    let of = desk
        .form
        .with_untracked(|form| form.lines.iter().map(|line| line.of.clone()).collect::<Vec<_>>());
    flow.resume(&of);
    let (rights, policy) = (use_rights(), desk.policy);
    let current = use_current_customer();
    let reason = MaybeProp::derive(move || {
        let outside = agreement_mark(current, &desk.customer.get_value());
        rights
            .may(Permission::ExchangeReservations)
            .err()
            .or_else(|| outside.map(|_| texts::NEEDS_CSP.get().to_owned()))
            .or_else(|| desk.shown.with(|shown| not_now(shown, desk.today)))
            .or_else(|| what_if(policy))
            .or_else(|| has_unsold(desk).then(|| texts::UNSOLD_FIRST.get().to_owned()))
            .or_else(|| flow.no_start().map(|reason| reason.get().to_owned()))
    });
    let ask = move || {
        let quoted = desk.shown.with_untracked(|shown| {
            shown.quoted.clone().filter(|_| untrack(|| not_now(shown, desk.today)).is_none())
        });
        match quoted.zip(untrack(|| desk.facts())) {
            Some((quoted, facts)) => flow.ask(quoted, &facts),
            None => flow.stop(),
        }
    };
    let begin = Callback::new(move |_| ask());
    let again = Callback::new(move |()| ask());
    let progress = move |is_resumed: bool| {
        live(move || match flow.stage() {
            stage if flow.is_resumed() == is_resumed => progress(desk, flow, stage, again),
            _ => ().into_any(),
        })
    };
    let under_way = view! { <div class="carry-out-progress under-way">{progress(true)}</div> };
    let reason_in_sight = live(move || match reason.get() {
        Some(reason) => view! { <p class="hint reason">{reason}</p> }.into_any(),
        None => ().into_any(),
    });
    let part = view! {
        <section class="card part carry-out" aria-label=t(quote_texts::CARRY_OUT_TITLE)>
            <h2>{t(quote_texts::CARRY_OUT_TITLE)}</h2>
            <p class="hint">{t(texts::CARRY_OUT_HINT)}</p>
            <div class="button-row">
                <Button kind=ButtonKind::Danger on_click=begin disabled_reason=reason>
                    {t(texts::CARRY_OUT)}
                </Button>
                {support(desk)}
            </div>
            // The reason in sight, since hovering is not for everyone.
            {reason_in_sight}
            {what_if_ways(ButtonKind::Secondary)}
            <div class="carry-out-progress">{progress(false)}</div>
            {confirm(flow)}
        </section>
    };
    [under_way.into_any(), part.into_any()]
}

/// The button that fills the wizard of a support request in with this quote.
fn support(desk: Desk) -> AnyView {
    let first = desk.form.with_untracked(|form| form.lines.first().map(|line| line.of.clone()));
    let Some(first) = first else { return ().into_any() };
    let current = use_current_customer();
    let not_now: WhyNot = Box::new(move || {
        let is_current = desk.shown.with(|shown| shown.is_current() && shown.quoted.is_some());
        let why = match agreement_mark(current, &desk.customer.get_value()).is_some() {
            true => Some(support::NEEDS_CSP),
            false => (!is_current).then_some(quote_texts::NOT_CURRENT),
        };
        why.map(|why| why.get().to_owned())
    });
    let draft: WriteDraft = Box::new(move || {
        let quoted = desk.shown.with(|shown| shown.quoted.clone());
        quoted.map(|quoted| draft(desk, &quoted)).unwrap_or_default()
    });
    ask_button(first, not_now, draft)
}

/// What support has to know: all ids, then the quote with its steps.
fn draft(desk: Desk, quoted: &Quoted) -> Draft {
    let mut parts: Vec<_> = quoted.case.of.iter().map(id_lines).collect();
    parts.push(text::plain(&names(desk), quoted, None));
    Draft { title: texts::SUPPORT_TITLE.get().to_owned(), description: parts.join("\n\n") }
}

/// Why this very quote cannot be carried out; `None` when it can.
fn not_now(shown: &Shown, today: NaiveDate) -> Option<String> {
    let Some(quoted) = shown.quoted.as_deref().filter(|_| shown.is_current()) else {
        return Some(quote_texts::NOT_CURRENT.get().to_owned());
    };
    if quoted.is_empty() {
        return Some(texts::NOTHING_BOUGHT.get().to_owned());
    }
    if quoted.case.exchange.on() != today {
        return Some(t_with(texts::NOT_TODAY, &[("today", i18n::date(today))]));
    }
    let refusal = quoted.quote.assessment.decision.refusal()?;
    Some(words::refusal(refusal).get().to_owned())
}

fn progress(desk: Desk, flow: Flow, stage: Stage, again: Callback<()>) -> AnyView {
    match stage {
        Stage::Idle | Stage::Offered(_) => ().into_any(),
        Stage::Asking => notice(Tone::Info, texts::ASKING),
        Stage::Sending => notice(Tone::Info, texts::SENDING),
        Stage::InDoubt => in_doubt(),
        Stage::Moved(moved, why) => {
            let load_again = Callback::new(move |()| {
                flow.stop();
                desk.read_again();
            });
            notices(moved, why, load_again)
        }
        Stage::Waiting(status) => {
            let text = match status {
                OperationStatus::PendingRefunds => texts::WAITING_REFUNDS,
                OperationStatus::PendingPurchases => texts::WAITING_PURCHASES,
                _ => texts::WAITING,
            };
            notice(Tone::Info, text)
        }
        Stage::Differs(pairs) => difference_table(pairs, &untrack(|| names(desk)), again),
        Stage::Ended(result) => ending(desk, &result),
        Stage::Failed(failed) => failure(failed, flow, again),
    }
}

fn notice(tone: Tone, title: Text) -> AnyView {
    view! { <Notice tone title=title /> }.into_any()
}

fn failure(failed: Failed, flow: Flow, again: Callback<()>) -> AnyView {
    match failed {
        Failed::Quote(error) => tell(error, texts::NOTHING_EXCHANGED, again),
        Failed::Exchange(not_done, sent) => not_exchanged(not_done, sent, flow, again),
        Failed::Watch(error) => {
            let look = Callback::new(move |_| flow.look_again(None));
            view! {
                <Notice tone=Tone::Warning title=texts::WATCH_FAILED />
                <Problem error />
                <div class="button-row">
                    <Button on_click=look>{t(quote_texts::WATCH_AGAIN)}</Button>
                </div>
            }
            .into_any()
        }
        Failed::Policy(errors) => refused_by_policy(errors, texts::NOTHING_EXCHANGED, again),
    }
}

fn not_exchanged(
    not_done: NotDone,
    sent: Option<Offer>,
    flow: Flow,
    again: Callback<()>,
) -> AnyView {
    if not_done.is_refused() {
        let is_over = not_done.error.code() == SESSION_OVER;
        let words = if is_over { quote_texts::SESSION_OVER } else { texts::NOTHING_EXCHANGED };
        return tell(not_done.error, words, again);
    }
    let of = sent.as_ref().map(|offer| offer.quoted.case.of.clone());
    let of = of.unwrap_or_else(|| flow.first().into_iter().collect());
    let again = sent.clone().map(|offer| Callback::new(move |()| flow.commit(offer.clone())));
    let look = Callback::new(move |()| flow.look_again(sent.clone()));
    unsettled(not_done, texts::NOTHING_EXCHANGED, Ways { again, look }, as_they_are_now(of))
}

fn tell(mut error: ApiError, consequence: Text, again: Callback<()>) -> AnyView {
    // The button counts down how long to wait; in the notice it would stand a second time, and still.
    let wait = error.take_wait().map_or(0, |wait| wait.as_secs());
    view! {
        <Problem error />
        <p class="consequence">{t(consequence)}</p>
        <div class="button-row">{ask_again(wait, again)}</div>
    }
    .into_any()
}
