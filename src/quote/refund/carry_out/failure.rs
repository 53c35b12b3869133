//! What failed, whether anything was returned, and how to go on.

use super::flow::{Failed, Flow, Sent};
use super::record_link;
use crate::api::{ApiError, NotDone};
use crate::i18n::catalogue::quote as texts;
use crate::i18n::{Text, t, t_count};
use crate::paths::ReservationRef;
use crate::platform::timer;
use crate::problem::Problem;
use crate::quote::words;
use crate::reservation::as_they_are_now;
use crate::ui::{Button, Notice, Tone, live};
use crate::unsettled::{Ways, unsettled};
use azure::PolicyError;
use calculator::Refusal;
use leptos::prelude::*;
use std::time::Duration;

/// The answer to a return whose quote is over: its session was used or has expired, or the amounts changed.
const SESSION_OVER: &str = "ActivateQuoteFailed";

const SECOND: Duration = Duration::from_secs(1);

pub(super) fn failure(
    failed: Failed,
    of: &ReservationRef,
    flow: Flow,
    again: Callback<()>,
) -> AnyView {
    match failed {
        Failed::Quote(error) => tell(error, texts::NOTHING_RETURNED, again),
        Failed::Return(not_done, sent) => not_returned(not_done, sent, of, flow, again),
        Failed::Watch(error) => {
            let look = Callback::new(move |_| flow.resume());
            let record = record_link(of);
            view! {
                <Notice tone=Tone::Warning title=texts::WATCH_FAILED />
                <Problem error />
                <div class="button-row">
                    <Button on_click=look>{t(texts::WATCH_AGAIN)}</Button>
                    {record}
                </div>
            }
            .into_any()
        }
        Failed::Policy(errors) => refused_by_policy(errors, texts::NOTHING_RETURNED, again),
    }
}

fn not_returned(
    not_done: NotDone,
    sent: Option<Sent>,
    of: &ReservationRef,
    flow: Flow,
    again: Callback<()>,
) -> AnyView {
    if not_done.is_refused() {
        let is_over = not_done.error.code() == SESSION_OVER;
        let words = if is_over { texts::SESSION_OVER } else { texts::NOTHING_RETURNED };
        return tell(not_done.error, words, again);
    }
    let again = sent.clone().map(|sent| Callback::new(move |()| flow.send_again(sent.clone())));
    let sent = StoredValue::new(sent);
    let ways = Ways { again, look: Callback::new(move |()| flow.look_again(sent.get_value())) };
    unsettled(not_done, texts::NOTHING_RETURNED, ways, as_they_are_now(vec![of.clone()]))
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

/// The button that asks anew, once the service's own waiting time is over.
pub(in crate::quote) fn ask_again(wait: u64, again: Callback<()>) -> AnyView {
    let seconds = RwSignal::new(wait);
    count_down(seconds);
    let reason = MaybeProp::derive(move || {
        let left = seconds.get();
        (left > 0).then(|| t_count(texts::WAIT_SECONDS, left, &[]))
    });
    view! {
        <Button on_click=Callback::new(move |_| again.run(())) disabled_reason=reason>
            {t(texts::ASK_AGAIN)}
        </Button>
        // Not a live region: a screen reader need not hear every second.
        {live(move || reason.get().map(|reason| view! { <span class="hint">{reason}</span> }).into_any())}
    }
    .into_any()
}

fn count_down(seconds: RwSignal<u64>) {
    if seconds.try_get_untracked().is_some_and(|left| left > 0) {
        timer::after(SECOND, move || {
            seconds.try_update(|left| *left = left.saturating_sub(1));
            count_down(seconds);
        });
    }
}

/// Why the service refuses although it quoted, and what follows from that.
pub(in crate::quote) fn refused_by_policy(
    errors: Vec<PolicyError>,
    consequence: Text,
    again: Callback<()>,
) -> AnyView {
    let reasons = errors.into_iter().map(reason).collect_view();
    view! {
        <Notice tone=Tone::Danger title=texts::POLICY_ERRORS>
            <ul>{reasons}</ul>
            <p>{t(consequence)}</p>
        </Notice>
        <div class="button-row">{ask_again(0, again)}</div>
    }
    .into_any()
}

/// A refusal that the calculator knows in the reader's language, any other in the service's words.
fn reason(error: PolicyError) -> AnyView {
    let code = error.code.as_ref().map(|code| code.as_str().to_owned()).unwrap_or_default();
    let known = Refusal::ALL.into_iter().find(|refusal| refusal.code().eq_ignore_ascii_case(&code));
    match known {
        Some(refusal) => view! { <li>{t(words::refusal(refusal))}</li> }.into_any(),
        None => {
            let said = format!("{code} {}", error.message.unwrap_or_default());
            view! { <li lang="en">{said.trim().to_owned()}</li> }.into_any()
        }
    }
}
