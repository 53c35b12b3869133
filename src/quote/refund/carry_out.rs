//! Carrying the refund out: what is sent, what it brings, and how it ended.

use super::agreed;
use super::numbers::in_short;
use crate::api::{Answer, Api, ApiError, Attempt, Load, NotDone};
use crate::draft::drafted;
use crate::i18n::calculations;
use crate::i18n::catalogue::{customer, own, refund as texts, reservation, rules};
use crate::i18n::{self, Text, names, t, t_count, t_with};
use crate::paths::{self, Entry};
use crate::quote::carry_out::{
    Accepted, Asking, Flow, Task, Texts, action, confirm, elsewhere, key, seen_progress, why_not,
};
use crate::quote::commands::{NEUTRAL_REASON, commands};
use crate::quote::kept;
use crate::quote::remark::remark_notices;
use crate::quote::take_along::not_current;
use crate::reservation::no_refund;
use crate::rights::use_rights;
use crate::shell::{use_policy, what_if};
use crate::ui::{Choice, LinkButton, Notice, SelectField, TextField, live, live_text};
use azure::{OperationStatus, Refund, Reservation};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;
use view_model::Tone;
use view_model::address::ReservationRef;
use view_model::commands::{UnitsToReturn, of_returns};
use view_model::quote::Facts;
use view_model::quote::carry_out::{PendingReturn, ReturnEnd, Sent, Stage};
use view_model::quote::letter::FormText;
use view_model::quote::letter::agreed::Terms;
use view_model::quote::moved::AsQuoted;
use view_model::quote::refund::{Quoted, Shown};

/// The return of units of one reservation.
#[derive(Clone, Copy)]
struct Return {
    of: StoredValue<ReservationRef>,
    shown: Memo<Shown>,
    record: Load<Reservation>,
    /// The present UTC day.
    today: Signal<NaiveDate>,
    /// What a letter says that the partner keeps.
    kept: Signal<FormText>,
}

impl Task for Return {
    type Quoted = Quoted;
    type End = ReturnEnd;
    type Pending = PendingReturn;

    const NAME: &'static str = "return";
    const TEXTS: Texts = Texts {
        hint: texts::CARRY_OUT_HINT,
        carry_out: texts::CARRY_OUT,
        confirm_title: texts::CONFIRM_TITLE,
        confirm: texts::CONFIRM,
        asking: texts::ASKING,
        sending: texts::RETURNING,
        waiting: None,
        nothing_done: texts::NOTHING_RETURNED,
        watch_failed: texts::WATCH_FAILED,
        busy: texts::NOT_BUSY,
        over: texts::NOT_AFTER_RETURN,
    };
    const OWN_TEXTS: Texts = Texts {
        hint: own::RETURN_HINT,
        carry_out: own::RECORD_RETURN,
        confirm_title: own::RETURN_TITLE,
        confirm: own::CONFIRM_RETURN,
        asking: own::CHECKING,
        sending: own::RECORDING,
        waiting: Some(own::RECORDED_SOON),
        nothing_done: own::NOTHING_RECORDED,
        watch_failed: own::WATCH_FAILED,
        busy: own::NOT_BUSY,
        over: texts::NOT_AFTER_RETURN,
    };

    fn ask(self, flow: Flow<Self>) {
        let is_possible = |shown: &&Shown| not_now(shown, self.today.get_untracked()).is_none();
        let quoted = self.shown.with_untracked(|shown| {
            Some(shown).filter(is_possible).and_then(|shown| shown.quoted.clone())
        });
        let Some(quoted) = quoted else { return flow.stop() };
        let of = self.of.get_value();
        let units = quoted.case.holding.quantity();
        let returned = Arc::new([AsQuoted { of: of.clone(), name: None, units }]);
        let (api, asked) = (flow.api, returned.clone());
        flow.ask(
            returned,
            Box::pin(async move {
                let policy = quoted.case.policy.id;
                let theirs = api.calculate_refund(&of, quoted.returned_units(), policy).await?;
                Ok(Stage::of_refund(quoted, asked, &theirs))
            }),
        );
    }

    fn mark(sent: &Sent<Quoted>) -> String {
        let Sent { offer, reason, agreed } = sent;
        let (session, units) = (offer.session.as_str(), offer.quoted.returned_units());
        match agreed {
            Some(Terms { handling_fee, margin_percent }) => {
                format!("{session} {units} {handling_fee} {margin_percent} {reason}")
            }
            None => format!("{session} {units} {reason}"),
        }
    }

    fn begun(sent: &Sent<Quoted>) -> Option<PendingReturn> {
        Some(PendingReturn::of(sent))
    }

    fn agreed(self, quoted: &Quoted) -> Option<Terms> {
        agreed::terms(self.kept, quoted)
    }

    fn send(
        api: Api,
        first: ReservationRef,
        sent: Sent<Quoted>,
        attempt: Attempt,
    ) -> Asking<Answer, NotDone> {
        Box::pin(async move {
            let Sent { offer, reason, agreed } = sent;
            let units = offer.quoted.returned_units();
            let told = (reason.as_str(), agreed.as_ref());
            api.return_units(&first, offer.session, units, told, &attempt).await
        })
    }

    fn accepted(answer: &Answer, begun: Option<PendingReturn>) -> Accepted<PendingReturn> {
        match begun {
            Some(begun) => {
                Accepted::UnderWay(begun.accepted(answer.records::<Refund>().ok().as_ref()))
            }
            None => Accepted::Forgotten,
        }
    }

    fn is_accepted(pending: &PendingReturn) -> bool {
        pending.is_accepted
    }

    fn watch(
        api: Api,
        first: ReservationRef,
        pending: PendingReturn,
        accepted: Option<Answer>,
        _: Rc<dyn Fn(&OperationStatus)>,
    ) -> Asking<ReturnEnd, ApiError> {
        Box::pin(async move {
            let order = api.settled_order(&first, accepted.as_ref()).await?;
            // Without it nothing is said of the units that are left; the return is done all the same.
            let record = api.reservation(&first).await.ok();
            Ok(ReturnEnd::of(&order, pending, record.as_ref()))
        })
    }

    fn waiting(_: &OperationStatus) -> Text {
        texts::WAITING
    }

    fn lines(self) -> Vec<String> {
        Vec::new()
    }

    fn read_again(self) {
        self.record.reload();
    }

    fn ended(self, end: ReturnEnd, is_own: bool) -> AnyView {
        match end {
            ReturnEnd::Done(pending, left) => done(pending, left, &self.of.get_value(), is_own),
            ReturnEnd::Otherwise(state) => {
                let title = move || {
                    let state = names::state(&state).to_owned();
                    t_with(texts::ENDED_OTHERWISE, &[("state", state)])
                };
                let record = self.to_records();
                view! { <Notice tone=Tone::Danger title=title>{record}</Notice> }.into_any()
            }
        }
    }

    fn ended_in_words(end: &ReturnEnd) -> Option<String> {
        match end {
            ReturnEnd::Done(pending, left) => Some(credited(pending, *left)),
            ReturnEnd::Otherwise(_) => None,
        }
    }

    fn forget(end: &ReturnEnd, first: &ReservationRef) {
        match end {
            ReturnEnd::Done(..) => kept::end(first),
            // Whoever tries again has agreed the same.
            ReturnEnd::Otherwise(_) => {}
        }
    }

    fn to_records(self) -> AnyView {
        record_link(&self.of.get_value())
    }
}

/// The parts of carrying a return out.
pub(super) struct Parts {
    /// The button that starts it, beside what is received.
    pub(super) action: AnyView,
    /// How far it has come.
    pub(super) progress: AnyView,
    /// What happens before anything is sent, and the commands that do the same at Microsoft.
    pub(super) elsewhere: AnyView,
}

/// Everything that carries a return out. `today` is the present UTC day; `mark` says that the rules are not those of
/// the customer's agreement.
pub(super) fn parts(
    of: ReservationRef,
    facts: &Facts,
    shown: Memo<Shown>,
    today: Signal<NaiveDate>,
    mark: MaybeProp<String>,
) -> Parts {
    let record = expect_context::<Load<Reservation>>();
    let kept = agreed::of(&of);
    let task = Return { of: StoredValue::new(of.clone()), shown, record, today, kept };
    let flow = Flow::new(task, &[of]);
    let (rights, policy) = (use_rights(), use_policy());
    let state = facts.state().clone();
    let reason = MaybeProp::derive(move || {
        no_refund(rights, Some(&state))
            .or_else(|| mark.get().map(|_| customer::REFUND_NEEDS_CSP.get().to_owned()))
            .or_else(|| shown.with(|shown| not_now(shown, today.get())))
            .or_else(|| what_if(policy))
            .or_else(|| shown.with(|shown| agreed::not_now(kept, shown.current()?)))
            .or_else(|| why_not(flow))
    });
    let of = flow.task.of.get_value();
    let told = Reason {
        chosen: drafted(&key("reason", &of), String::new()),
        more: drafted(&key("reason-more", &of), String::new()),
    };
    let confirm = confirmation(flow, facts.name().to_owned(), told);
    let commands = commands(Box::new(move |shell| {
        let units = shown.with(|shown| shown.current().map(|it| it.returned_units()))?;
        let reason = told.in_english().unwrap_or_else(|| NEUTRAL_REASON.to_owned());
        Some(of_returns(&[UnitsToReturn { of: of.clone(), units }], &reason, shell))
    }));
    // An older quote must not pass for the form's.
    let amount = live(move || {
        shown.with(|shown| match shown.current() {
            Some(quoted) => view! { {received(quoted)} {agreed::part(kept, quoted)} }.into_any(),
            None => ().into_any(),
        })
    });
    Parts {
        action: action(flow, reason, amount, confirm),
        progress: seen_progress(flow),
        elsewhere: elsewhere(flow, commands),
    }
}

fn received(quoted: &Quoted) -> AnyView {
    let assessment = quoted.quote.assessment;
    view! { <p class="action-amount">{live_text(move || in_short(&assessment))}</p> }.into_any()
}

/// Why this very quote cannot be carried out; `None` when it can.
fn not_now(shown: &Shown, today: NaiveDate) -> Option<String> {
    let Some(quoted) = shown.current() else { return not_current(false) };
    if quoted.case.on != today {
        return Some(t_with(texts::NOT_TODAY, &[("today", i18n::date(today))]));
    }
    if quoted.case.fee_rate.is_some() {
        return Some(texts::NOT_WHAT_IF.get().to_owned());
    }
    let refusal = quoted.quote.assessment.decision.refusal()?;
    Some(calculations::refusal(refusal).get().to_owned())
}

/// The reasons there are to choose; the last one needs words.
const REASONS: [(&str, Text, &str); 5] = [
    ("not-needed", texts::REASON_NOT_NEEDED, texts::english::REASON_NOT_NEEDED),
    ("mistake", texts::REASON_MISTAKE, texts::english::REASON_MISTAKE),
    ("wrong", texts::REASON_WRONG, texts::english::REASON_WRONG),
    ("replaced", texts::REASON_REPLACED, texts::english::REASON_REPLACED),
    (OTHER, texts::REASON_OTHER, texts::english::REASON_OTHER),
];

const OTHER: &str = "other";

/// Asks whether the units of the offer are to be returned, and for which reason. `name` is what the
/// reservation is called.
fn confirmation(flow: Flow<Return>, name: String, told: Reason) -> AnyView {
    let Reason { chosen, more } = told;
    let further = view! {
        <SelectField
            label=texts::REASON
            choices=choices()
            value=chosen
            on_change=Callback::new(move |choice| chosen.set(choice))
        />
        <TextField
            label=texts::REASON_MORE
            value=more
            on_input=Callback::new(move |text| more.set(text))
            is_optional=true
        />
    };
    let reason = Signal::derive(move || told.in_english());
    let kept = flow.task.kept;
    let consequences = Box::new(move |quoted: Arc<Quoted>| {
        let agreed = agreed::part(kept, &quoted);
        view! { {consequences(&quoted, &name, flow.is_own.get())} {agreed} }.into_any()
    });
    confirm(flow, consequences, further.into_any(), reason)
}

fn choices() -> Vec<Choice> {
    let none = Choice::new("", texts::REASON_CHOOSE);
    let reasons = REASONS.into_iter().map(|(value, text, _)| Choice::new(value, text));
    std::iter::once(none).chain(reasons).collect()
}

/// What is typed about the reason.
#[derive(Clone, Copy)]
struct Reason {
    chosen: RwSignal<String>,
    more: RwSignal<String>,
}

impl Reason {
    /// The reason as Microsoft reads it; `None` while it is missing. Followed in reactive closures.
    fn in_english(self) -> Option<String> {
        reason(&self.chosen.get(), &self.more.get())
    }
}

fn question(quoted: &Quoted, name: &str, is_own: bool) -> String {
    let values = [
        ("units", i18n::integer(quoted.case.units)),
        ("name", name.to_owned()),
        ("amount", calculations::money(quoted.quote.assessment.payable)),
    ];
    let words = if is_own { own::RETURN_WORDS } else { texts::CONFIRM_WORDS };
    t_count(words, quoted.case.holding.quantity().into(), &values)
}

/// What the return brings: the credit, what is lost to the limit, and what is no longer charged.
fn consequences(quoted: &Arc<Quoted>, name: &str, is_own: bool) -> AnyView {
    let (asked, name) = (Arc::clone(quoted), name.to_owned());
    let question = live_text(move || question(&asked, &name, is_own));
    let assessment = quoted.quote.assessment;
    let lost = assessment.limit.map(|limit| limit.lost_to_limit).filter(|lost| !lost.is_zero());
    let cancelled = assessment.amounts.map(|amounts| amounts.cancelled_instalments);
    let cancelled = cancelled.filter(|cancelled| !cancelled.is_zero());
    let lost = lost.map(|lost| {
        let words = move || t_with(texts::LOST_IN_WORDS, &[("amount", calculations::money(lost))]);
        view! { <p class="lost-words">{live_text(words)}</p> }
    });
    let cancelled = cancelled.map(|cancelled| {
        let words = move || {
            calculations::named(rules::INPUT_CANCELLED_INSTALMENTS, calculations::money(cancelled))
        };
        view! { <p>{live_text(words)}</p> }
    });
    let unchecked = calculations::is_unchecked(&assessment).then(|| {
        view! { <Notice tone=Tone::Warning title=calculations::outcome(&assessment) /> }
    });
    let remarks = quoted.remarks.clone();
    let remarks = remark_notices(Memo::new(move |_| remarks.clone()));
    view! {
        <p>{question}</p>
        {unchecked}
        {remarks}
        {lost}
        {cancelled}
        <p class="hint">{t(if is_own { own::CONFIRM_HINT } else { texts::TWO_SIDES })}</p>
    }
    .into_any()
}

/// The reason as Microsoft reads it, in English, with the person's own words; `None` while it is missing.
fn reason(chosen: &str, more: &str) -> Option<String> {
    let (value, _, english) = REASONS.into_iter().find(|(value, ..)| *value == chosen)?;
    match more.trim() {
        "" if value == OTHER => None,
        "" => Some(english.to_owned()),
        own if value == OTHER => Some(own.to_owned()),
        own => Some(format!("{english}: {own}")),
    }
}

/// What was credited and how many units are left, as the service says, in the language of this moment.
fn credited(pending: &PendingReturn, left: Option<u32>) -> String {
    let amount = [("amount", i18n::money(&pending.payable, &pending.currency))];
    match left {
        None => t_with(texts::CREDITED, &amount),
        Some(0) => t_with(texts::CREDITED_NONE_LEFT, &amount),
        Some(left) => t_count(texts::CREDITED_AND_LEFT, left.into(), &amount),
    }
}

fn done(pending: PendingReturn, left: Option<u32>, of: &ReservationRef, is_own: bool) -> AnyView {
    let words = if is_own { own::RETURN_RECORDED } else { texts::DONE };
    let told = pending.clone();
    let title = move || {
        let amount = i18n::money(&pending.payable, &pending.currency);
        t_count(words, pending.units.into(), &[("amount", amount)])
    };
    // With one's own records Microsoft credits, and this page does not know it.
    let outcome = move || match (is_own, left) {
        (false, _) => credited(&told, left),
        (true, Some(0)) => own::NONE_LEFT.get().to_owned(),
        (true, Some(left)) => t_count(own::LEFT, left.into(), &[]),
        (true, None) => String::new(),
    };
    let links = record_link(of);
    let customer = Signal::stored(paths::customer(&of.customer));
    view! {
        <Notice tone=Tone::Success title=title>
            <p class="return-outcome">{live_text(outcome)}</p>
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
