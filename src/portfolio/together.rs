//! What comes back for selected reservations together, and what to ask Microsoft for in which order.
//!
//! The refund cap is one for all reservations of a customer. So the selected ones of each customer are planned
//! together, customer by customer in slices between which the page does everything else. Who does not want to wait
//! stops the planner, sees what was found by then, and can let it go on.

use super::desk::Desk;
use crate::customers::integer;
use crate::i18n::calculations::{self, money};
use crate::i18n::catalogue::{
    cap, common, customer, plan as plan_texts, portfolio as texts, reservation as record,
};
use crate::i18n::{t, t_count, t_with};
use crate::paths::{self, Entry};
use crate::platform::{clock, effect::effect, timer};
use crate::quote::book::{self, row_name};
use crate::quote::commands::{NEUTRAL_REASON, commands};
use crate::ui::{
    Button, ButtonKind, Cell, Column, DateText, Notice, RowHeader, Switch, Table, live, live_text,
};
use calculator::plan::{Method, PlannedReturn};
use calculator::{InputError, Money};
use chrono::{Days, TimeDelta};
use leptos::prelude::*;
use leptos::task::spawn_local;
use portfolio::columns::{Together, TogetherSearch, sums};
use std::sync::Arc;
use view_model::Tone;
use view_model::commands::{UnitsToReturn, of_returns};
use view_model::quote::refund::link::parameter as refund;

/// Where the keyboard goes when the list of requests opens.
pub(super) const HEADING: &str = "portfolio-requests";
/// How far ahead a plan looks: as long as a cancellation counts.
const DAYS_AHEAD: u64 = 365;
/// After how much time the page says again how far it is.
const SAID_AFTER: TimeDelta = TimeDelta::milliseconds(300);
/// Requests that are drawn at once, and customers.
const DRAWN: usize = 200;

/// The selected rows of each customer.
type Customers = Arc<Vec<(u32, Arc<Vec<u32>>)>>;

/// What comes back for the selected rows of one customer.
struct OfCustomer {
    customer: u32,
    rows: Arc<Vec<u32>>,
    planned: Result<Option<Together>, InputError>,
}

/// How far the planner is.
#[derive(Clone, PartialEq)]
enum Status {
    /// It works on a customer, whose plan brings so much and at most so much more, as far as that is known.
    Working(Option<(u32, Money, Money)>),
    /// Somebody has stopped it.
    Stopped,
    Done,
}

/// The planner of the rows that were selected when somebody asked.
#[derive(Clone, Copy)]
struct Planner {
    desk: Desk,
    all: StoredValue<Customers>,
    is_later: RwSignal<bool>,
    /// Customer by customer; the last one may be what was found when somebody stopped.
    planned: RwSignal<Arc<Vec<Arc<OfCustomer>>>>,
    status: RwSignal<Status>,
    is_stopped: StoredValue<bool>,
    /// Counts the questions, so that an answer knows whether it belongs to the last one.
    round: StoredValue<u32>,
}

/// What to ask for, for the rows that were selected when somebody asked.
pub(super) fn requests(desk: Desk) -> AnyView {
    live(move || match desk.requested.get() {
        Some(rows) => untrack(|| list(desk, &rows)),
        None => ().into_any(),
    })
}

fn list(desk: Desk, rows: &[u32]) -> AnyView {
    let planner = Planner {
        desk,
        all: StoredValue::new(Arc::new(by_customer(desk, rows))),
        is_later: RwSignal::new(false),
        planned: RwSignal::new(Arc::default()),
        status: RwSignal::new(Status::Working(None)),
        is_stopped: StoredValue::new(false),
        round: StoredValue::new(0),
    };
    effect(move || {
        planner.is_later.track();
        desk.quotes.track();
        planner.planned.set(Arc::default());
        planner.work();
    });
    let close = Callback::new(move |_| desk.requested.set(None));
    view! {
        <section class="card stack portfolio-requests" aria-labelledby=HEADING>
            <div class="portfolio-requests-head">
                <h2 id=HEADING tabindex="-1">{t(texts::REQUESTS)}</h2>
                <Button kind=ButtonKind::Quiet on_click=close>{t(common::CLOSE)}</Button>
            </div>
            <p class="hint">{t(texts::REQUESTS_HINT)}</p>
            <Switch
                label=texts::LATER_DAYS
                hint=texts::LATER_DAYS_HINT
                is_on=planner.is_later
                on_change=Callback::new(move |is_on| planner.is_later.set(is_on))
            />
            <p role="status">{live_text(move || planner.said())}</p>
            {planner.stop_part()}
            {live(move || together(desk, &planner.planned.get()))}
        </section>
    }
    .into_any()
}

fn by_customer(desk: Desk, rows: &[u32]) -> Vec<(u32, Arc<Vec<u32>>)> {
    let book = desk.book.get_untracked();
    let customers = (0_u32..).zip(book.portfolio.customers());
    let own = customers.filter_map(|(number, customer)| {
        let own: Vec<u32> =
            rows.iter().copied().filter(|row| customer.rows.contains(row)).collect();
        (!own.is_empty()).then(|| (number, Arc::new(own)))
    });
    own.collect()
}

/// The planner at work: one customer after the other.
struct Work {
    planner: Planner,
    all: Customers,
    done: Vec<Arc<OfCustomer>>,
    current: Option<TogetherSearch>,
}

impl Work {
    /// A step of the search for one customer, or the beginning of the next one; `false` where there is none.
    fn step(&mut self) -> bool {
        let Some((customer, rows)) = self.all.get(self.done.len()) else { return false };
        let planned = match self.current.take() {
            Some(mut search) => {
                if search.step() {
                    self.current = Some(search);
                    return true;
                }
                Ok(search.so_far())
            }
            None => match self.planner.begin(*customer, rows) {
                Ok(Some(search)) => {
                    self.current = Some(search);
                    return true;
                }
                Ok(None) => Ok(None),
                Err(error) => Err(error),
            },
        };
        let of = OfCustomer { customer: *customer, rows: Arc::clone(rows), planned };
        self.done.push(Arc::new(of));
        true
    }

    /// Takes what was found for the customer whose search is stopped, if anything was.
    fn take_found(&mut self) {
        let found = self.current.take().and_then(|search| search.so_far());
        if let (Some(found), Some((customer, rows))) = (found, self.all.get(self.done.len())) {
            let of = OfCustomer {
                customer: *customer,
                rows: Arc::clone(rows),
                planned: Ok(Some(found)),
            };
            self.done.push(Arc::new(of));
        }
    }
}

impl Planner {
    fn begin(self, customer: u32, rows: &[u32]) -> Result<Option<TogetherSearch>, InputError> {
        untrack(|| {
            let book = self.desk.book.get();
            let today = book.portfolio.today();
            let days = if self.is_later.get() { DAYS_AHEAD } else { 0 };
            let until = today.checked_add_days(Days::new(days)).unwrap_or(today);
            let question = self.desk.question_on(&book, today);
            book.portfolio.together(customer, rows, &question, until)
        })
    }

    /// Plans every customer that is not planned yet, until all are, somebody stops it, or something else is asked.
    fn work(self) {
        let now = self.round.get_value().wrapping_add(1);
        self.round.set_value(now);
        self.is_stopped.set_value(false);
        self.status.set(Status::Working(None));
        let done = self.planned.get_untracked().to_vec();
        let mut work = Work { planner: self, all: self.all.get_value(), done, current: None };
        spawn_local(async move {
            let mut said = clock::now();
            loop {
                let is_current = || self.round.try_get_value() == Some(now);
                let goes_on = timer::slice(|| is_current() && work.step()).await;
                if !is_current() {
                    return;
                }
                let is_stopped = self.is_stopped.get_value();
                if goes_on && !is_stopped {
                    if (clock::now() - said).abs() > SAID_AFTER {
                        said = clock::now();
                        self.tell(&work);
                    }
                    continue;
                }
                if goes_on {
                    work.take_found();
                }
                self.tell(&work);
                let is_done = work.done.len() == work.all.len();
                self.status.set(if is_done { Status::Done } else { Status::Stopped });
                return;
            }
        });
    }

    fn tell(self, work: &Work) {
        if work.done.len() != self.planned.with_untracked(|planned| planned.len()) {
            self.planned.set(Arc::new(work.done.clone()));
        }
        let known = work.current.as_ref().and_then(TogetherSearch::so_far);
        let known = known.zip(work.all.get(work.done.len()));
        let known = known
            .map(|(found, (customer, _))| (*customer, found.plan.usd, found.plan.method.bound()));
        self.status.set(Status::Working(known));
    }

    /// How far it is, in words.
    fn said(self) -> String {
        let Status::Working(known) = self.status.get() else { return String::new() };
        let done = self.planned.with(|planned| planned.len());
        let all = self.all.with_value(|all| all.len());
        let progress =
            t_with(texts::PLANNING, &[("planned", integer(done)), ("all", integer(all))]);
        let Some((customer, found, more)) = known else { return progress };
        let values = [
            ("name", self.desk.customer_name(customer)),
            ("amount", money(found)),
            ("more", money(more)),
        ];
        [progress, t_with(texts::FOUND_SO_FAR, &values)].join(" ")
    }

    /// The button that stops the planner, and the one that lets it go on.
    fn stop_part(self) -> AnyView {
        let part = Memo::new(move |_| match self.status.get() {
            Status::Working(_) => Some(true),
            Status::Stopped => Some(false),
            Status::Done => None,
        });
        live(move || match part.get() {
            None => ().into_any(),
            Some(true) => {
                let stop = Callback::new(move |_| self.is_stopped.set_value(true));
                view! {
                    <div class="button-row">
                        <Button on_click=stop>{t(plan_texts::STOP)}</Button>
                    </div>
                }
                .into_any()
            }
            Some(false) => {
                let planned = self.planned.get_untracked().len();
                let rest = self.all.with_value(|all| all.len()) - planned;
                let title = move || t_count(texts::NOT_PLANNED_YET, rest as u64, &[]);
                let go_on = Callback::new(move |_| self.work());
                view! {
                    <Notice tone=Tone::Warning title>
                        <div class="button-row">
                            <Button on_click=go_on>{t(texts::PLAN_THE_REST)}</Button>
                        </div>
                    </Notice>
                }
                .into_any()
            }
        })
    }
}

/// The requests of all customers in the order of their days, what they bring together, and what else there is to
/// know of each customer.
fn together(desk: Desk, planned: &Arc<Vec<Arc<OfCustomer>>>) -> AnyView {
    let plans = planned.iter().filter_map(|it| it.planned.as_ref().ok()?.as_ref());
    let all: Vec<Money> = sums(plans.flat_map(|plan| plan.payable.iter().copied()));
    let requests = Arc::new(in_order(planned));
    let amounts =
        all.into_iter().map(|amount| view! { <strong class="money">{money(amount)}</strong> });
    let total = t_count(texts::REQUESTS_COUNT, requests.len() as u64, &[]);
    let columns = || {
        vec![
            Column::new(cap::DAY),
            Column::new(customer::CUSTOMER),
            Column::new(record::RESERVATION),
            Column::new(record::QUANTITY).number(),
            Column::new(plan_texts::PAID_OUT).number(),
            Column::new(cap::ACTIONS).label_hidden(),
        ]
    };
    let count = requests.len();
    let table = drawn(count, move |most| {
        let rows = requests.iter().take(most).filter_map(|(of, planned)| row(desk, of, planned));
        let rows = rows.collect_view();
        view! { <Table caption=texts::REQUESTS columns=columns()>{rows}</Table> }.into_any()
    });
    let of_customers = Arc::clone(planned);
    let sections = drawn(planned.len(), move |most| {
        let parts = of_customers.iter().take(most).map(|it| of_customer(desk, it));
        parts.collect_view().into_any()
    });
    view! {
        <p class="portfolio-requests-sum"><span>{total}</span> {amounts.collect_view()}</p>
        {(count > 0).then_some(table)}
        {sections}
    }
    .into_any()
}

/// A list of which a part is drawn, with a button for more of it.
fn drawn(count: usize, list: impl Fn(usize) -> AnyView + Send + 'static) -> AnyView {
    let most = RwSignal::new(DRAWN);
    live(move || {
        let most_now = most.get();
        let next = count.saturating_sub(most_now).min(DRAWN);
        let more = Callback::new(move |_| most.update(|most| *most += DRAWN));
        let label = move || t_with(customer::SHOW_MORE, &[("count", integer(next))]);
        view! {
            {list(most_now)}
            {(next > 0).then(|| view! {
                <div class="more"><Button on_click=more>{live_text(label)}</Button></div>
            })}
        }
        .into_any()
    })
}

/// Every return with the customer that it is of; those of one day in the order of the customers and of their plans.
fn in_order(planned: &[Arc<OfCustomer>]) -> Vec<(Arc<OfCustomer>, PlannedReturn)> {
    let of_one = |it: &Arc<OfCustomer>| -> Vec<(Arc<OfCustomer>, PlannedReturn)> {
        let Ok(Some(together)) = &it.planned else { return Vec::new() };
        together.plan.schedule.iter().map(|planned| (Arc::clone(it), *planned)).collect()
    };
    let mut all: Vec<_> = planned.iter().flat_map(of_one).collect();
    all.sort_by_key(|(_, planned)| planned.on);
    all
}

fn row(desk: Desk, of: &OfCustomer, planned: &PlannedReturn) -> Option<AnyView> {
    let Ok(Some(together)) = &of.planned else { return None };
    let book = desk.book.get_untracked();
    let row = book.portfolio.row(together.items[planned.item]);
    let name = row_name(&row).to_owned();
    let (day, count) = (planned.on.to_string(), planned.units.to_string());
    let address = match desk.reference(&row) {
        Some(of) => {
            let terms = [(refund::DAY, day.as_str()), (refund::UNITS, count.as_str())];
            paths::reservation_with(&of, Entry::Refund, &terms)
        }
        None => paths::customer(&desk.customer_id(row.customer)),
    };
    let label = t_with(
        customer::ACTION_ON,
        &[("action", record::REFUND.get().to_owned()), ("name", name.clone())],
    );
    let PlannedReturn { on, payable, .. } = *planned;
    let (customer, units) = (desk.customer_name(of.customer), integer(planned.units as usize));
    let view = view! {
        <tr role="row">
            <RowHeader><DateText date=on /></RowHeader>
            <Cell label=customer::CUSTOMER>{customer}</Cell>
            <Cell label=record::RESERVATION>{name}</Cell>
            <Cell label=record::QUANTITY is_number=true>{units}</Cell>
            <Cell label=plan_texts::PAID_OUT is_number=true>{money(payable)}</Cell>
            <Cell label=cap::ACTIONS>
                <a href=address aria-label=label>{t(record::REFUND)}</a>
            </Cell>
        </tr>
    };
    Some(view.into_any())
}

fn of_customer(desk: Desk, it: &OfCustomer) -> AnyView {
    let name = desk.customer_name(it.customer);
    let body = match &it.planned {
        Err(error) => {
            let why = calculations::problem(&error.problem);
            let values = [("action", texts::NOT_PLANNED.get().to_owned()), ("name", why)];
            let title = t_with(customer::ACTION_ON, &values);
            let rows = each_alone(desk, &it.rows);
            view! { <Notice tone=Tone::Warning title=title>{rows}</Notice> }.into_any()
        }
        Ok(None) => each_alone(desk, &it.rows),
        Ok(Some(together)) => beside_requests(desk, together),
    };
    view! {
        <section class="portfolio-requests-customer">
            <h3>{name}</h3>
            {body}
        </section>
    }
    .into_any()
}

/// What becomes of each row by itself, where nothing can be returned or nobody can plan it.
fn each_alone(desk: Desk, rows: &[u32]) -> AnyView {
    let (all, quotes) = (desk.book.get_untracked(), desk.quotes.get_untracked());
    let row = |row: &u32| {
        let view = all.portfolio.row(*row);
        let said = book::back(&view, &quotes.of(*row));
        let words = [said.value, said.detail].join(" ");
        let values = [("action", row_name(&view).to_owned()), ("name", words.trim().to_owned())];
        view! { <li>{t_with(customer::ACTION_ON, &values)}</li> }
    };
    view! { <ul>{rows.iter().map(row).collect_view()}</ul> }.into_any()
}

/// The cap, how good the plan is, the commands for today, and what is not returned.
fn beside_requests(desk: Desk, together: &Together) -> AnyView {
    let all = desk.book.get_untracked();
    let quotes = desk.quotes.get_untracked();
    let today = all.portfolio.today();
    let cap_words = t_with(
        texts::OF_THE_CAP,
        &[("left", money(together.left)), ("taken", money(together.taken))],
    );
    let method = match together.plan.method {
        Method::Exact => plan_texts::EXACT.get().to_owned(),
        Method::Bounded(bound) => t_with(plan_texts::BOUNDED, &[("amount", money(bound))]),
    };
    let kept = |kept: &calculator::plan::KeptUnits| {
        let row = all.portfolio.row(together.items[kept.item]);
        let why = texts::DOES_NOT_FIT.get().to_owned();
        let values = [("action", row_name(&row).to_owned()), ("name", why)];
        view! { <li>{t_with(customer::ACTION_ON, &values)}</li> }
    };
    let left_out = |row: u32| {
        let view = all.portfolio.row(row);
        let values = [
            ("action", row_name(&view).to_owned()),
            ("name", book::back(&view, &quotes.of(row)).detail),
        ];
        view! { <li>{t_with(customer::ACTION_ON, &values)}</li> }
    };
    // Commands are for today: a quote of Microsoft's is carried out on its day.
    let now = together.plan.schedule.iter().filter(|planned| planned.on == today);
    let now: Option<Vec<UnitsToReturn>> = now
        .map(|planned| {
            let of = desk.reference(&all.portfolio.row(together.items[planned.item]))?;
            Some(UnitsToReturn { of, units: u32::try_from(planned.units).ok()? })
        })
        .collect();
    let now = now.filter(|now| !now.is_empty());
    let commands = now
        .map(|now| commands(Box::new(move |shell| Some(of_returns(&now, NEUTRAL_REASON, shell)))));
    let kept = together.plan.kept.iter().map(kept).collect_view();
    let others: Vec<_> = together.left_out.iter().map(|(row, _)| left_out(*row)).collect();
    let has_others = !kept.is_empty() || !others.is_empty();
    view! {
        <p>{cap_words} " " <span class="muted">{method}</span></p>
        {commands}
        {has_others.then(|| view! {
            <p class="hint">{t(texts::NOT_REQUESTED)}</p>
            <ul>{kept} {others}</ul>
        })}
    }
    .into_any()
}
