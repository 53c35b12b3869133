//! Carrying the exchange out: what is sent, what it brings, and how it ended: done, failed, or half done, shown as
//! what it is.

use super::cart::has_unsold;
use super::take_along::{ask_support, names};
use super::task::ExchangeTask;
use crate::api::{Answer, Api, ApiError, Attempt, NotDone, Permission};
use crate::i18n::calculations;
use crate::i18n::catalogue::{exchange as texts, names as state_names, own, reservation};
use crate::i18n::{self, Text, t, t_count, t_with};
use crate::paths::{self, Entry};
use crate::platform::clock;
use crate::quote::carry_out::{
    self, Accepted, Asking, Flow, PROGRESS, Task, Texts, confirm, progress, see_resumed, why_not,
};
use crate::quote::commands::commands;
use crate::quote::remark::remark_notices;
use crate::quote::take_along::not_current;
use crate::rights::use_rights;
use crate::shell::what_if;
use crate::ui::{Badge, Notice, live, live_text};
use azure::{Exchange, ExchangeResult, OperationStatus, ReservationId};
use calculator::exchange::SavingsPlanType;
use chrono::NaiveDate;
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;
use view_model::Tone;
use view_model::address::ReservationRef;
use view_model::commands::of_exchange;
use view_model::quote::carry_out::{PendingExchange, Sent, Stage};
use view_model::quote::exchange::request::{Extent, extent, request};
use view_model::quote::exchange::{Quoted, Shown};
use view_model::quote::moved::AsQuoted;

impl Task for ExchangeTask {
    type Quoted = Quoted;
    type End = Arc<ExchangeResult>;
    type Pending = PendingExchange;

    const NAME: &'static str = "exchange";
    const TEXTS: Texts = Texts {
        hint: texts::CARRY_OUT_HINT,
        carry_out: texts::CARRY_OUT,
        confirm_title: texts::CONFIRM_TITLE,
        confirm: texts::CONFIRM,
        asking: texts::ASKING,
        sending: texts::SENDING,
        waiting: None,
        nothing_done: texts::NOTHING_EXCHANGED,
        watch_failed: texts::WATCH_FAILED,
        busy: texts::NOT_BUSY,
        over: texts::NOT_AFTER_EXCHANGE,
    };
    const OWN_TEXTS: Texts = Texts {
        hint: own::EXCHANGE_HINT,
        carry_out: own::RECORD_EXCHANGE,
        confirm_title: own::EXCHANGE_TITLE,
        confirm: own::CONFIRM_EXCHANGE,
        asking: own::CHECKING,
        sending: own::RECORDING,
        waiting: Some(own::RECORDED_SOON),
        nothing_done: own::NOTHING_RECORDED,
        watch_failed: own::WATCH_FAILED,
        busy: own::NOT_BUSY,
        over: texts::NOT_AFTER_EXCHANGE,
    };

    fn ask(self, flow: Flow<Self>) {
        let quoted = self.shown.with_untracked(|shown| {
            shown.quoted.clone().filter(|_| untrack(|| not_now(shown, self.today.get())).is_none())
        });
        let Some((quoted, facts)) = quoted.zip(untrack(|| self.facts())) else {
            return flow.stop();
        };
        let owned = quoted.case.of.iter().zip(&facts).map(|(of, facts)| AsQuoted {
            of: of.clone(),
            name: Some(facts.name().to_owned()),
            units: facts.quantity(),
        });
        let returned: Arc<[AsQuoted]> = owned.collect();
        let asked = request(&quoted.case, &facts);
        let (api, customer) = (flow.api, self.customer.get_value());
        flow.ask(
            Arc::clone(&returned),
            Box::pin(async move {
                let policy = quoted.quote.policy.id;
                let theirs = api.calculate_exchange(&customer, &asked, policy).await?;
                Ok(Stage::of_exchange(quoted, returned, theirs))
            }),
        );
    }

    fn mark(sent: &Sent<Quoted>) -> String {
        sent.offer.session.as_str().to_owned()
    }

    fn begun(_: &Sent<Quoted>) -> Option<PendingExchange> {
        None
    }

    fn send(
        api: Api,
        first: ReservationRef,
        sent: Sent<Quoted>,
        attempt: Attempt,
    ) -> Asking<Answer, NotDone> {
        Box::pin(async move { api.exchange(&first.customer, sent.offer.session, &attempt).await })
    }

    fn accepted(answer: &Answer, _: Option<PendingExchange>) -> Accepted<PendingExchange> {
        let Some(operation) = answer.operation.clone() else {
            return Accepted::Unread(answer.without_record());
        };
        let wait = answer.retry_after.and_then(|wait| u32::try_from(wait.as_secs()).ok());
        Accepted::UnderWay(PendingExchange { operation, wait })
    }

    fn is_accepted(_: &PendingExchange) -> bool {
        true
    }

    fn watch(
        api: Api,
        first: ReservationRef,
        pending: PendingExchange,
        _: Option<Answer>,
        on_status: Rc<dyn Fn(&OperationStatus)>,
    ) -> Asking<Arc<ExchangeResult>, ApiError> {
        Box::pin(async move {
            let PendingExchange { operation, wait } = pending;
            let wait = wait.map(|wait| Duration::from_secs(wait.into()));
            let result = api.exchange_result(&first.customer, &operation, wait, &*on_status).await;
            result.map(Arc::new)
        })
    }

    fn waiting(status: &OperationStatus) -> Text {
        match status {
            OperationStatus::PendingRefunds => texts::WAITING_REFUNDS,
            OperationStatus::PendingPurchases => texts::WAITING_PURCHASES,
            _ => texts::WAITING,
        }
    }

    fn lines(self) -> Vec<String> {
        untrack(|| names(self))
    }

    fn read_again(self) {
        self.load_again();
    }

    fn ended(self, end: Arc<ExchangeResult>, is_own: bool) -> AnyView {
        ending(self, &end, is_own)
    }

    fn ended_in_words(end: &Arc<ExchangeResult>) -> Option<String> {
        (extent(end) == Extent::Done).then(|| texts::DONE.get().to_owned())
    }

    fn to_records(self) -> AnyView {
        ().into_any()
    }
}

/// The exchange that was under way before the page was opened, for the top of the page, where it is seen
/// at once; and the part with the buttons that start one, and everything that follows.
pub(super) fn parts(task: ExchangeTask) -> [AnyView; 2] {
    let of = task
        .form
        .with_untracked(|form| form.lines.iter().map(|line| line.of.clone()).collect::<Vec<_>>());
    let flow = Flow::new(task, &of);
    let (rights, policy) = (use_rights(), task.policy);
    let reason = MaybeProp::derive(move || {
        rights
            .may(Permission::ExchangeReservations)
            .err()
            .or_else(|| task.mark.get().map(|_| texts::NEEDS_CSP.get().to_owned()))
            .or_else(|| task.shown.with(|shown| not_now(shown, task.today.get())))
            .or_else(|| what_if(policy))
            .or_else(|| has_unsold(task).then(|| texts::UNSOLD_FIRST.get().to_owned()))
            .or_else(|| why_not(flow))
    });
    let progress = move |is_resumed: bool| {
        live(move || match flow.stage() {
            stage if flow.is_resumed() == is_resumed => progress(flow, stage),
            _ => ().into_any(),
        })
    };
    see_resumed(flow);
    let under_way =
        view! { <div class="carry-out-progress under-way" id=PROGRESS>{progress(true)}</div> };
    let no_reason = Signal::stored(Some(String::new()));
    let consequences =
        Box::new(move |quoted: Arc<Quoted>| consequences(&quoted, flow.is_own.get()));
    let confirm = confirm(flow, consequences, ().into_any(), no_reason);
    let commands = commands(Box::new(move |shell| {
        let quoted = task.shown.with(|shown| shown.current().cloned())?;
        if quoted.is_empty() {
            return None;
        }
        let asked = request(&quoted.case, &task.facts()?);
        Some(of_exchange(&task.customer.get_value(), &asked, shell))
    }));
    let beside = ask_support(task);
    let part = carry_out::part(flow, reason, beside, progress(false), confirm, commands);
    [under_way.into_any(), part]
}

/// Why this very quote cannot be carried out; `None` when it can.
fn not_now(shown: &Shown, today: NaiveDate) -> Option<String> {
    let Some(quoted) = shown.current() else { return not_current(false) };
    if quoted.is_empty() {
        return Some(texts::NOTHING_BOUGHT.get().to_owned());
    }
    if quoted.case.exchange.on() != today {
        return Some(t_with(texts::NOT_TODAY, &[("today", i18n::date(today))]));
    }
    let refusal = quoted.quote.assessment.decision.refusal()?;
    Some(calculations::refusal(refusal).get().to_owned())
}

/// What is given back, what is bought, what moves today.
fn consequences(quoted: &Quoted, is_own: bool) -> AnyView {
    let exchange = &quoted.case.exchange;
    let units: u64 = exchange.returns().iter().map(|line| line.units).sum();
    let lines = exchange.returns().len() as u64;
    let returned = live_text(move || {
        t_count(texts::CONFIRM_RETURNS, lines, &[("units", i18n::integer(units))])
    });
    let purchases = exchange.purchases().iter().map(|bought| {
        let (units, size) = (bought.quantity(), bought.sku_name().unwrap_or_default().to_owned());
        let (plan, amount) = (bought.billing_plan(), bought.lifetime_price());
        let end = bought.term().end(exchange.on());
        let words = live_text(move || {
            let values = [
                ("units", i18n::integer(units.into())),
                ("size", size.clone()),
                ("plan", calculations::billing_plan(plan).get().to_owned()),
                ("day", i18n::date(end)),
                ("amount", calculations::money(amount)),
            ];
            t_with(texts::CONFIRM_BUYS, &values)
        });
        view! { <li>{words}</li> }.into_any()
    });
    let plans = exchange.savings_plans().iter().map(|plan| {
        let amount = plan.lifetime_price();
        let text = match plan.kind() {
            SavingsPlanType::Compute => texts::CONFIRM_COMPUTE_PLAN,
            SavingsPlanType::Database => texts::CONFIRM_DATABASE_PLAN,
        };
        let words = live_text(move || t_with(text, &[("amount", calculations::money(amount))]));
        view! { <li>{words}</li> }.into_any()
    });
    let on = exchange.on();
    let totals = quoted.quote.assessment.totals.map(|totals| {
        let words = live_text(move || {
            let values = [
                ("net", calculations::money(totals.net_payable)),
                ("today", calculations::amount_on(totals.cash.flow(), on, clock::today())),
            ];
            t_with(texts::CONFIRM_TOTALS, &values)
        });
        view! { <p>{words}</p> }
    });
    let is_final = !exchange.savings_plans().is_empty();
    let warning = is_final.then(|| {
        view! { <p class="lost-words">{t(calculations::warning(calculator::Warning::SavingsPlanIsFinal))}</p> }
    });
    let remarks = quoted.remarks.clone();
    let remarks = remark_notices(Memo::new(move |_| remarks.clone()));
    view! {
        <p>{returned}</p>
        {remarks}
        <ul>{purchases.chain(plans).collect_view()}</ul>
        {totals}
        {warning}
        <p class="hint">{t(if is_own { own::CONFIRM_HINT } else { texts::CONFIRM_HINT })}</p>
    }
    .into_any()
}

/// The end with every item, linked with its record.
fn ending(task: ExchangeTask, result: &ExchangeResult, is_own: bool) -> AnyView {
    let (tone, title) = match extent(result) {
        Extent::Done if is_own => (Tone::Success, own::EXCHANGE_RECORDED),
        Extent::Done => (Tone::Success, texts::DONE),
        Extent::Half => (Tone::Danger, texts::HALF_DONE),
        Extent::Nothing => (Tone::Danger, texts::NOT_DONE),
    };
    let why = (extent(result) == Extent::Half).then(|| view! { <p>{t(texts::HALF_DONE_WHY)}</p> });
    let said = result.error.as_ref().map(|error| {
        let code = error.code.as_ref().map(|code| code.as_str().to_owned()).unwrap_or_default();
        let said = format!("{code} {}", error.message.clone().unwrap_or_default());
        // The service speaks English, whatever the language of the page.
        view! { <p lang="en">{said.trim().to_owned()}</p> }
    });
    let items = result.properties.as_ref().map(|exchange| items(task, exchange));
    view! {
        <Notice tone title=title>
            {why}
            {said}
        </Notice>
        {items}
        <div class="button-row">
            <a href=paths::customer(&task.customer.get_value())>
                {t(reservation::TO_RESERVATIONS)}
            </a>
        </div>
    }
    .into_any()
}

fn items(task: ExchangeTask, exchange: &Exchange) -> AnyView {
    let returned = exchange.reservations_to_exchange.iter().flatten().map(|item| {
        let name = item.reservation_id.as_ref().map(|id| name(task, id)).unwrap_or_default();
        entry(task, item.reservation_id.as_ref(), name, item.status.as_ref())
    });
    let bought = exchange.reservations_to_purchase.iter().flatten().map(|item| {
        let request = item.properties();
        let size = request.sku.as_ref().and_then(|sku| sku.name.clone()).unwrap_or_default();
        let units = request.properties().quantity.unwrap_or_default();
        let name = format!("{units} × {size}");
        entry(task, item.reservation_id.as_ref(), name, item.status.as_ref())
    });
    let plans = exchange.savings_plans_to_purchase.iter().flatten().map(|item| {
        let id = item.savings_plan_id.clone().unwrap_or_default();
        let name = texts::SAVINGS_PLAN.get().to_owned();
        let name = format!("{name} {}", id.rsplit('/').next().unwrap_or_default());
        entry(task, None, name.trim_end().to_owned(), item.status.as_ref())
    });
    view! {
        <div class="exchange-ending">
            {list(texts::RETURNED, returned.collect())}
            {list(texts::BOUGHT, bought.chain(plans).collect())}
        </div>
    }
    .into_any()
}

fn list(title: Text, entries: Vec<AnyView>) -> AnyView {
    view! {
        <section>
            <h3>{t(title)}</h3>
            <ul>{entries}</ul>
        </section>
    }
    .into_any()
}

fn entry(
    task: ExchangeTask,
    id: Option<&ReservationId>,
    name: String,
    status: Option<&OperationStatus>,
) -> AnyView {
    let what = match id {
        Some(id) => {
            let of = reference(task, id);
            let address = paths::reservation(&of, Entry::Overview);
            view! { <a href=address>{name}</a> }.into_any()
        }
        None => view! { <span>{name}</span> }.into_any(),
    };
    let badge = status.map(|status| {
        let (tone, text) = match status {
            OperationStatus::Succeeded => (Tone::Success, state_names::STATUS_SUCCEEDED),
            OperationStatus::Failed => (Tone::Danger, state_names::STATUS_FAILED),
            OperationStatus::Cancelled => (Tone::Danger, state_names::STATUS_CANCELLED),
            _ => (Tone::Neutral, state_names::STATUS_PENDING),
        };
        view! { <Badge tone>{t(text)}</Badge> }
    });
    view! { <li>{what} " " {badge}</li> }.into_any()
}

fn reference(task: ExchangeTask, id: &ReservationId) -> ReservationRef {
    ReservationRef {
        customer: task.customer.get_value(),
        order: id.order_name().to_owned(),
        reservation: id.name().to_owned(),
    }
}

/// What a reservation is called, or else its id.
fn name(task: ExchangeTask, id: &ReservationId) -> String {
    let facts = untrack(|| task.records.ready(&reference(task, id)));
    facts.map_or_else(|| id.name().to_owned(), |facts| facts.name().to_owned())
}
