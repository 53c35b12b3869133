//! How far a task has come, what failed, whether anything was changed, and how to go on.

use super::Task;
use super::flow::{Failed, Flow, StageOf};
use super::moved::notices;
use crate::api::{ApiError, NotDone};
use crate::i18n::calculations;
use crate::i18n::catalogue::{change, common, quote as texts, rules, shell};
use crate::i18n::{self, Text, t, t_count};
use crate::platform::{effect::effect, focus, scroll, timer};
use crate::problem::{Problem, SECOND_PERSON};
use crate::quote::take_along::reason_in_sight;
use crate::reservation::as_they_are_now;
use crate::shell::{use_current_customer, what_if_ways};
use crate::ui::{
    Badge, Button, ButtonKind, Cell, Column, Dialog, Notice, RowHeader, Table, live, live_text,
};
use crate::unsettled::{Ways, in_doubt, unsettled};
use azure::PolicyError;
use calculator::Refusal;
use leptos::prelude::*;
use rust_decimal::Decimal;
use std::sync::Arc;
use std::time::Duration;
use view_model::Tone;
use view_model::quote::carry_out::{NoStart, Sent, Stage};
use view_model::quote::figures::{Figure, Pair};

/// The answer to something whose quote is over: its session was used or has expired, or the amounts changed.
const SESSION_OVER: &str = "ActivateQuoteFailed";

const SECOND: Duration = Duration::from_secs(1);

/// The part of the page with the button that starts it, and everything that follows. `reason` says why that
/// cannot be done now, `beside` stands beside the button, `progress` and `confirm` are those of the flow, and
/// `commands` do the same at Microsoft.
pub(in crate::quote) fn part<T: Task>(
    flow: Flow<T>,
    reason: MaybeProp<String>,
    beside: AnyView,
    progress: AnyView,
    confirm: AnyView,
    commands: AnyView,
) -> AnyView {
    let begin = Callback::new(move |_| flow.task.ask(flow));
    view! {
        <section class="card part carry-out" aria-label=t(texts::CARRY_OUT_TITLE)>
            <h2>{t(texts::CARRY_OUT_TITLE)}</h2>
            <p class="hint">{live_text(move || flow.texts().hint.get())}</p>
            <div class="button-row">
                <Button kind=ButtonKind::Danger on_click=begin disabled_reason=reason>
                    {live_text(move || flow.texts().carry_out.get())}
                </Button>
                {beside}
            </div>
            {reason_in_sight(reason)}
            {what_if_ways(ButtonKind::Secondary)}
            <div class="carry-out-progress">{progress}</div>
            {commands}
            {confirm}
        </section>
    }
    .into_any()
}

/// The button that starts it beside `amount`, in sight wherever the page is scrolled to; `confirm` is that of the flow.
pub(in crate::quote) fn action<T: Task>(
    flow: Flow<T>,
    reason: MaybeProp<String>,
    amount: AnyView,
    confirm: AnyView,
) -> AnyView {
    let begin = Callback::new(move |_| flow.task.ask(flow));
    view! {
        <section class="card part carry-out quote-action" aria-label=t(texts::CARRY_OUT_TITLE)>
            {amount}
            <div class="button-row">
                <Button kind=ButtonKind::Danger on_click=begin disabled_reason=reason>
                    {live_text(move || flow.texts().carry_out.get())}
                </Button>
            </div>
            {reason_in_sight(reason)}
            {what_if_ways(ButtonKind::Secondary)}
            {confirm}
        </section>
    }
    .into_any()
}

/// What happens before anything is sent, and the commands that do the same at Microsoft.
pub(in crate::quote) fn elsewhere<T: Task>(flow: Flow<T>, commands: AnyView) -> AnyView {
    view! {
        <section class="card part carry-out" aria-label=t(texts::HOW_CARRIED_OUT)>
            <h2>{t(texts::HOW_CARRIED_OUT)}</h2>
            <p class="hint">{live_text(move || flow.texts().hint.get())}</p>
            {commands}
        </section>
    }
    .into_any()
}

/// Where it is shown how far it has come.
pub(in crate::quote) const PROGRESS: &str = "carry-out-progress";

/// Brings what was under way before the page was opened into sight, once that is known: the page is held where it was
/// scrolled to, which may be far from it. Whoever has begun to act meanwhile is not disturbed.
pub(in crate::quote) fn see_resumed<T: Task>(flow: Flow<T>) {
    effect(move || {
        if flow.is_resumed() && !matches!(flow.stage(), Stage::Idle) {
            // Once it is drawn.
            timer::after(Duration::ZERO, || {
                if scroll::let_go() {
                    focus::bring_into_sight(PROGRESS);
                }
            });
        }
    });
}

/// How far it has come, brought into sight once there is something to read or to do: the button that leads to it may
/// be far from it.
pub(in crate::quote) fn seen_progress<T: Task>(flow: Flow<T>) -> AnyView {
    effect(move || {
        let is_news = match flow.stage() {
            Stage::Idle
            | Stage::Asking
            | Stage::Offered(_)
            | Stage::Sending
            | Stage::Waiting(_) => false,
            Stage::InDoubt
            | Stage::Moved(..)
            | Stage::Differs(_)
            | Stage::Refused(_)
            | Stage::Ended(_)
            | Stage::Failed(_) => !flow.is_resumed(),
        };
        if is_news {
            // Once it is drawn.
            timer::after(Duration::ZERO, || focus::bring_into_sight(PROGRESS));
        }
    });
    see_resumed(flow);
    view! {
        <div class="carry-out-progress" id=PROGRESS>
            {live(move || progress(flow, flow.stage()))}
        </div>
    }
    .into_any()
}

/// Why nothing can be started now, in words; `None` when something can. Followed in reactive closures.
pub(in crate::quote) fn why_not<T: Task>(flow: Flow<T>) -> Option<String> {
    let text = match flow.no_start()? {
        NoStart::Busy => flow.texts().busy,
        NoStart::Over => flow.texts().over,
        NoStart::LoadFirst => change::LOAD_FIRST,
    };
    Some(text.get().to_owned())
}

/// How far it has come; nothing while there is nothing to say.
pub(in crate::quote) fn progress<T: Task>(flow: Flow<T>, stage: StageOf<T>) -> AnyView {
    let again = Callback::new(move |()| flow.task.ask(flow));
    match stage {
        Stage::Idle | Stage::Offered(_) => ().into_any(),
        Stage::Asking => informed(flow.texts().asking),
        Stage::Sending => informed(flow.texts().sending),
        Stage::InDoubt => in_doubt(),
        Stage::Moved(moved, noticed) => {
            let load_again = Callback::new(move |()| {
                flow.stop();
                flow.task.read_again();
            });
            notices(moved, noticed, load_again)
        }
        Stage::Waiting(status) => {
            informed(flow.texts().waiting.unwrap_or_else(|| T::waiting(&status)))
        }
        Stage::Differs(pairs) => difference_table(pairs, &flow.task.lines(), again),
        Stage::Refused(errors) => refused_by_policy(errors, flow.texts().nothing_done, again),
        Stage::Ended(end) => flow.task.ended(end, flow.is_own.get()),
        Stage::Failed(Failed::Quote(error)) => tell(error, flow.texts().nothing_done, again),
        Stage::Failed(Failed::Sent(not_done, sent)) => not_sent(not_done, sent, flow, again),
        Stage::Failed(Failed::Watch(error)) => {
            let look = Callback::new(move |_| flow.look_again(None));
            view! {
                <Notice tone=Tone::Warning title=flow.texts().watch_failed />
                <Problem error />
                <div class="button-row">
                    <Button on_click=look>{t(change::WATCH_AGAIN)}</Button>
                    {flow.task.to_records()}
                </div>
            }
            .into_any()
        }
    }
}

fn informed(title: Text) -> AnyView {
    view! { <Notice tone=Tone::Info title=title /> }.into_any()
}

fn not_sent<T: Task>(
    not_done: NotDone,
    sent: Option<Sent<T::Quoted>>,
    flow: Flow<T>,
    again: Callback<()>,
) -> AnyView {
    let nothing_done = flow.texts().nothing_done;
    if not_done.error.code() == SECOND_PERSON
        && let Some(sent) = sent
    {
        // What the other person confirms is this quote, and no other one.
        let again = Callback::new(move |()| flow.send(sent.clone()));
        return view! {
            <Problem error=not_done.error on_retry=again />
            <p class="consequence">{t(nothing_done)}</p>
        }
        .into_any();
    }
    if not_done.is_refused() {
        let is_over = not_done.error.code() == SESSION_OVER;
        let words = if is_over { texts::SESSION_OVER } else { nothing_done };
        return tell(not_done.error, words, again);
    }
    let returned = sent.as_ref().map(|sent| sent.offer.returned.iter().map(|it| it.of.clone()));
    let of = returned.map_or_else(|| flow.first().into_iter().collect(), Iterator::collect);
    let again = sent.clone().map(|sent| Callback::new(move |()| flow.send(sent.clone())));
    let look = Callback::new(move |()| flow.look_again(sent.clone()));
    unsettled(not_done, nothing_done, Ways { again, look }, as_they_are_now(of))
}

/// Asks whether the offer is to be carried out for the customer, whom it names, as long as there is one. `consequences`
/// tell what it brings, `further` is asked below them, and without a `reason` it cannot be confirmed.
pub(in crate::quote) fn confirm<T: Task>(
    flow: Flow<T>,
    consequences: Box<dyn Fn(Arc<T::Quoted>) -> AnyView + Send>,
    further: AnyView,
    reason: Signal<Option<String>>,
) -> AnyView {
    let offer = move || match flow.stage() {
        Stage::Offered(offer) => Some(offer),
        _ => None,
    };
    // It opens with an offer, and closing it in any way gives that up; the form keeps what was typed.
    let is_open = RwSignal::new(false);
    effect(move || is_open.set(offer().is_some()));
    effect(move || {
        if !is_open.get() && untrack(offer).is_some() {
            flow.stop();
        }
    });
    let missing = MaybeProp::derive(move || {
        reason.with(Option::is_none).then(|| texts::REASON_NEEDED.get().to_owned())
    });
    let commit = Callback::new(move |_| {
        if let Some((offer, reason)) = untrack(offer).zip(reason.get_untracked()) {
            let agreed = untrack(|| flow.task.agreed(&offer.quoted));
            flow.send(Sent { offer, reason, agreed });
        }
    });
    let actions = move || {
        view! {
            <Button on_click=Callback::new(move |_| is_open.set(false))>{t(common::CANCEL)}</Button>
            <Button kind=ButtonKind::Danger on_click=commit disabled_reason=missing>
                {live_text(move || flow.texts().confirm.get())}
            </Button>
        }
        .into_any()
    };
    let consequences = live(move || match offer() {
        Some(offer) => consequences(offer.quoted),
        None => ().into_any(),
    });
    view! {
        <Dialog is_open title=move || flow.texts().confirm_title.get() actions>
            <p class="for-customer">{customer_named(flow.customer())}</p>
            {consequences}
            {further}
        </Dialog>
    }
    .into_any()
}

/// Whose reservations they are; by the GUID of the tenant where no page has heard what it is called.
fn customer_named(id: String) -> AnyView {
    let customers = use_current_customer();
    live_text(move || {
        let name = customers.name_of(&id).unwrap_or_else(|| id.clone());
        calculations::named(shell::CUSTOMER, name)
    })
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
fn ask_again(wait: u64, again: Callback<()>) -> AnyView {
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
fn refused_by_policy(errors: Vec<PolicyError>, consequence: Text, again: Callback<()>) -> AnyView {
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
        Some(refusal) => view! { <li>{t(calculations::refusal(refusal))}</li> }.into_any(),
        None => {
            let said = format!("{code} {}", error.message.unwrap_or_default());
            view! { <li lang="en">{said.trim().to_owned()}</li> }.into_any()
        }
    }
}

/// Both quotes side by side, and the way to a new one. `lines` is what the returned lines are called.
fn difference_table(pairs: Vec<Pair>, lines: &[String], again: Callback<()>) -> AnyView {
    let columns = vec![
        Column::new(texts::FIGURE),
        Column::new(texts::OURS).number(),
        Column::new(texts::THEIRS).number(),
        Column::new(texts::COMPARISON),
    ];
    let line = |pair: &Pair| pair.line.and_then(|place| lines.get(place).cloned());
    let rows = pairs.into_iter().map(|pair| row(line(&pair), pair)).collect_view();
    view! {
        <Notice tone=Tone::Danger title=texts::DIFFERS>
            <p>{t(texts::DIFFERS_WHY)}</p>
        </Notice>
        <Table caption=texts::DIFFERS columns>{rows}</Table>
        <div class="button-row">
            <Button on_click=Callback::new(move |_| again.run(()))>{t(texts::ASK_AGAIN)}</Button>
        </div>
    }
    .into_any()
}

fn row(line: Option<String>, pair: Pair) -> AnyView {
    let (tone, word) = match pair.agrees() {
        true => (Tone::Success, texts::SAME),
        false => (Tone::Danger, texts::DIFFERENT),
    };
    let Pair { figure, ours, theirs, .. } = pair;
    let line = line.map(|line| view! { <span class="detail">{line}</span> });
    view! {
        <tr role="row">
            <RowHeader>{t(name(figure))} {line}</RowHeader>
            <Cell label=texts::OURS is_number=true>{live_text(move || amount(ours.as_ref()))}</Cell>
            <Cell label=texts::THEIRS is_number=true>{live_text(move || amount(theirs.as_ref()))}</Cell>
            <Cell label=texts::COMPARISON>
                <Badge tone>{t(word)}</Badge>
            </Cell>
        </tr>
    }
    .into_any()
}

fn amount(amount: Option<&(Decimal, String)>) -> String {
    match amount {
        Some((amount, currency)) => i18n::money(&amount.to_string(), currency),
        None => common::NOT_STATED.get().to_owned(),
    }
}

const fn name(figure: Figure) -> Text {
    match figure {
        Figure::Payable => rules::INPUT_PAYABLE,
        Figure::CancelledInstalments => rules::INPUT_CANCELLED_INSTALMENTS,
        Figure::RefundUsd => rules::INPUT_REFUND_USD,
        Figure::UsedUsd => rules::INPUT_USED_USD,
        Figure::LimitUsd => rules::INPUT_LIMIT_USD,
        Figure::NetPayable => rules::INPUT_NET_PAYABLE,
        Figure::RefundsTotal => rules::INPUT_REFUNDS_TOTAL,
        Figure::PurchasesTotal => rules::INPUT_PURCHASES_TOTAL,
        Figure::Credit => rules::INPUT_CREDIT,
    }
}
