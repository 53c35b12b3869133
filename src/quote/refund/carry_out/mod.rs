//! Carrying the refund out: ask the service for its own quote, compare, confirm, return, watch.
//!
//! Invariant: units are returned only after the service's quote agreed with the one on screen to the
//! cent and the person confirmed exactly those amounts.

mod confirm;
mod differences;
mod failure;
mod flow;
pub mod pending;

use crate::api::{Load, use_api};
use crate::i18n::catalogue::{customers, quote as texts, reservation};
use crate::i18n::{self, names, t, t_count, t_with};
use crate::paths::{self, Entry, ReservationRef};
use crate::quote::moved::notices;
use crate::quote::words;
use crate::reservation::no_refund;
use crate::rights::use_rights;
use crate::shell::{use_policy, what_if, what_if_ways};
use crate::ui::{Button, ButtonKind, LinkButton, Notice, Tone, live};
use crate::unsettled::in_doubt;
use azure::Reservation;
use chrono::NaiveDate;
use confirm::confirm;
pub(in crate::quote) use differences::difference_table;
use failure::failure;
pub(in crate::quote) use failure::{ask_again, refused_by_policy};
use flow::{Flow, Stage};
use leptos::prelude::*;
use pending::PendingReturn;
use view_model::quote::Facts;
use view_model::quote::refund::Shown;

/// The button that starts a return, and everything that follows. `today` is the present UTC day; `mark` says
/// that the rules are not those of the customer's agreement.
pub(super) fn part(
    of: ReservationRef,
    facts: &Facts,
    shown: Memo<Shown>,
    today: NaiveDate,
    mark: MaybeProp<String>,
) -> AnyView {
    let flow = Flow::new(use_api(), of.clone());
    let record = expect_context::<Load<Reservation>>();
    let load_again = Callback::new(move |()| {
        flow.stop();
        record.reload();
    });
    flow.resume();
    let (rights, policy) = (use_rights(), use_policy());
    let state = facts.state().clone();
    let reason = MaybeProp::derive(move || {
        no_refund(rights, Some(&state))
            .or_else(|| mark.get().map(|_| customers::REFUND_NEEDS_CSP.get().to_owned()))
            .or_else(|| shown.with(|shown| not_now(shown, today)))
            .or_else(|| what_if(policy))
            .or_else(|| flow.no_start().map(|reason| reason.get().to_owned()))
    });
    let begin = Callback::new(move |_| {
        if let Some(quoted) = shown.with_untracked(|shown| shown.quoted.clone()) {
            flow.ask(quoted);
        }
    });
    let again = Callback::new(move |()| {
        let quoted = shown.with_untracked(|shown| {
            shown.quoted.clone().filter(|_| not_now(shown, today).is_none())
        });
        match quoted {
            Some(quoted) => flow.ask(quoted),
            None => flow.stop(),
        }
    });
    let name = facts.name().to_owned();
    view! {
        <section class="card part carry-out" aria-label=t(texts::CARRY_OUT_TITLE)>
            <h2>{t(texts::CARRY_OUT_TITLE)}</h2>
            <p class="hint">{t(texts::CARRY_OUT_HINT)}</p>
            <div class="button-row">
                <Button kind=ButtonKind::Danger on_click=begin disabled_reason=reason>
                    {t(texts::CARRY_OUT)}
                </Button>
            </div>
            // The reason in sight, since hovering is not for everyone.
            {live(move || reason.get().map(|reason| view! { <p class="hint reason">{reason}</p> }).into_any())}
            {what_if_ways(ButtonKind::Secondary)}
            <div class="carry-out-progress">{live(move || progress(flow, &of, again, load_again))}</div>
            {confirm(flow, name)}
        </section>
    }
    .into_any()
}

/// Why this very quote cannot be carried out; `None` when it can.
fn not_now(shown: &Shown, today: NaiveDate) -> Option<String> {
    let Some(quoted) = shown.quoted.as_deref().filter(|_| shown.is_current()) else {
        return Some(texts::NOT_CURRENT.get().to_owned());
    };
    if quoted.case.on != today {
        return Some(t_with(texts::NOT_TODAY, &[("today", i18n::date(today))]));
    }
    if quoted.case.fee_rate.is_some() {
        return Some(texts::NOT_WHAT_IF.get().to_owned());
    }
    let refusal = quoted.quote.assessment.decision.refusal()?;
    Some(words::refusal(refusal).get().to_owned())
}

fn progress(
    flow: Flow,
    of: &ReservationRef,
    again: Callback<()>,
    load_again: Callback<()>,
) -> AnyView {
    match flow.stage() {
        Stage::Idle | Stage::Offered(_) => ().into_any(),
        Stage::Asking => notice(Tone::Info, texts::ASKING),
        Stage::Returning => notice(Tone::Info, texts::RETURNING),
        Stage::InDoubt => in_doubt(),
        Stage::Moved(moved, why) => notices(moved, why, load_again),
        Stage::Waiting => notice(Tone::Info, texts::WAITING),
        Stage::Differs(pairs) => difference_table(pairs, &[], again),
        Stage::Failed(failed) => failure(failed, of, flow, again),
        Stage::Done(pending) => done(pending, of),
        Stage::Ended(state) => {
            let title = move || {
                let state = names::state(&state).to_owned();
                t_with(texts::ENDED_OTHERWISE, &[("state", state)])
            };
            let record = record_link(of);
            view! { <Notice tone=Tone::Danger title=title>{record}</Notice> }.into_any()
        }
    }
}

fn notice(tone: Tone, title: crate::i18n::Text) -> AnyView {
    view! { <Notice tone title=title /> }.into_any()
}

fn done(pending: PendingReturn, of: &ReservationRef) -> AnyView {
    let title = move || {
        let amount = i18n::money(&pending.payable, &pending.currency);
        t_count(texts::DONE, pending.units.into(), &[("amount", amount)])
    };
    let links = record_link(of);
    let customer = Signal::stored(paths::customer(&of.customer));
    view! {
        <Notice tone=Tone::Success title=title>
            <div class="button-row">
                {links} <LinkButton address=customer>{t(reservation::TO_RESERVATIONS)}</LinkButton>
            </div>
        </Notice>
    }
    .into_any()
}

/// The way to the record as it is now.
fn record_link(of: &ReservationRef) -> AnyView {
    let address = Signal::stored(paths::reservation(of, Entry::Overview));
    view! { <LinkButton address>{t(texts::OPEN_RECORD)}</LinkButton> }.into_any()
}
