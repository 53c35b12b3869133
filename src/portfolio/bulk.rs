//! Several reservations at once: what is selected, what can be done with it, and what comes back for it together.
//!
//! The refund cap is one for all reservations of a customer. So the selected ones of each customer are planned
//! together, customer by customer in steps of their own, and one list says what to ask Microsoft for in which order.

use super::desk::Desk;
use super::table::{address_to, row_name};
use crate::customers::integer;
use crate::export::{Take, export_menu};
use crate::i18n::calculations::{self, money};
use crate::i18n::catalogue::{common, customers, portfolio as texts, reservation as record};
use crate::i18n::{self, t, t_count, t_with};
use crate::paths::{self, Entry};
use crate::platform::{focus, timer};
use crate::quote::book;
use crate::quote::commands::{NEUTRAL_REASON, commands};
use crate::ui::{Button, ButtonKind, LinkButton, Notice, Switch, Tone, live, live_attr, live_text};
use calculator::{InputError, Money};
use chrono::{Days, NaiveDate};
use leptos::prelude::*;
use portfolio::columns::{Together, sums};
use std::sync::Arc;
use std::time::Duration;
use view_model::ReservationRef;
use view_model::commands::{UnitsToReturn, of_returns};
use view_model::export::Taken;

/// Where the keyboard goes when the list of requests opens.
const HEADING: &str = "portfolio-requests";
/// How far ahead a plan looks: as long as a cancellation counts.
const DAYS_AHEAD: u64 = 365;
/// What a comparison takes.
const COMPARED_MAX: usize = 20;

/// What comes back for the selected rows of one customer.
#[derive(Clone)]
struct OfCustomer {
    customer: u32,
    rows: Arc<Vec<u32>>,
    planned: Result<Option<Together>, InputError>,
}

/// How many are selected, and what can be done with them. Nothing while none is.
pub(super) fn selection_bar(desk: Desk) -> AnyView {
    let count = Memo::new(move |_| desk.selected.with(|selected| selected.len()));
    let is_any = Memo::new(move |_| count.get() > 0);
    live(move || match is_any.get() {
        true => untrack(|| bar(desk, count)),
        false => ().into_any(),
    })
}

fn bar(desk: Desk, count: Memo<usize>) -> AnyView {
    let words = move || {
        let hidden = desk.hidden_selected();
        let text = if hidden == 0 { customers::SELECTED } else { customers::SELECTED_HIDDEN };
        t_count(text, count.get() as u64, &[("hidden", integer(hidden))])
    };
    let refund = Callback::new(move |_| {
        desk.requested.set(Some(Arc::new(desk.selected_rows())));
        timer::after(Duration::ZERO, || focus::by_id(HEADING));
    });
    let compared = Memo::new(move |_| comparison(desk));
    let compare = Signal::derive(move || compared.get().unwrap_or_default());
    let no_comparison = MaybeProp::derive(move || {
        compared
            .with(Option::is_none)
            .then(|| t_with(texts::NO_COMPARISON, &[("most", integer(COMPARED_MAX))]))
    });
    let take: Take = Arc::new(move |save| {
        let (book, quotes) = (desk.book.get(), desk.quotes.get());
        let on = book.portfolio.today();
        let policy = desk.question_on(&book, on).policy.id;
        let rows = desk.selected_rows();
        save(&Taken { portfolio: &book.portfolio, quotes: &quotes, rows: &rows, policy, on })
    });
    let clear = Callback::new(move |_| {
        desk.selected.update(|selected| selected.clear());
        desk.requested.set(None);
    });
    view! {
        <div
            class="selection portfolio-selection"
            role="group"
            aria-label=live_attr(move || Some(customers::SELECTION.get()))
        >
            <span class="selection-count" role="status">{live_text(words)}</span>
            <Button kind=ButtonKind::Primary on_click=refund>{t(texts::REFUND_SELECTED)}</Button>
            <LinkButton address=compare disabled_reason=no_comparison>
                {t(customers::COMPARE_SELECTED)}
            </LinkButton>
            {export_menu(take)}
            <Button kind=ButtonKind::Quiet on_click=clear>{t(customers::CLEAR_SELECTION)}</Button>
        </div>
    }
    .into_any()
}

/// The comparison of what is selected; `None` unless it is a few records of one customer.
fn comparison(desk: Desk) -> Option<String> {
    if desk.selected.with(|selected| selected.len()) > COMPARED_MAX {
        return None;
    }
    let book = desk.book.get();
    let rows = desk.selected.with(|selected| selected.iter().copied().collect::<Vec<_>>());
    let of: Option<Vec<ReservationRef>> =
        rows.iter().map(|row| desk.reference(&book.portfolio.row(*row))).collect();
    let of = of.filter(|of| of.iter().all(|one| one.customer == of[0].customer))?;
    (!of.is_empty()).then(|| paths::comparison(&of))
}

/// What to ask for, for the rows that were selected when somebody asked.
pub(super) fn requests(desk: Desk) -> AnyView {
    live(move || match desk.requested.get() {
        Some(rows) => untrack(|| list(desk, rows)),
        None => ().into_any(),
    })
}

fn list(desk: Desk, rows: Arc<Vec<u32>>) -> AnyView {
    let is_later = RwSignal::new(false);
    let planned = RwSignal::new(Vec::<OfCustomer>::new());
    let customers_of = Arc::new(by_customer(desk, &rows));
    let all = customers_of.len();
    let round = StoredValue::new(0_u32);
    Effect::new(move || {
        let until = if is_later.get() { DAYS_AHEAD } else { 0 };
        desk.quotes.track();
        let now = round.get_value().wrapping_add(1);
        round.set_value(now);
        planned.set(Vec::new());
        plan_next(desk, Arc::clone(&customers_of), until, planned, (round, now));
    });
    let close = Callback::new(move |_| desk.requested.set(None));
    let progress = move || {
        let done = planned.with(Vec::len);
        let values = [("planned", integer(done)), ("all", integer(all))];
        if done < all { t_with(texts::PLANNING, &values) } else { String::new() }
    };
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
                is_on=is_later
                on_change=Callback::new(move |is_on| is_later.set(is_on))
            />
            <p role="status">{live_text(progress)}</p>
            {live(move || together(desk, &planned.get()))}
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

/// Plans the next customer, and then the one after it, unless something else is asked for by then.
fn plan_next(
    desk: Desk,
    all: Arc<Vec<(u32, Arc<Vec<u32>>)>>,
    days_ahead: u64,
    planned: RwSignal<Vec<OfCustomer>>,
    (round, now): (StoredValue<u32>, u32),
) {
    timer::after(Duration::ZERO, move || {
        if round.try_get_value() != Some(now) {
            return;
        }
        let Some((customer, rows)) = all.get(planned.with_untracked(Vec::len)).cloned() else {
            return;
        };
        let of_customer = untrack(|| {
            let book = desk.book.get();
            let today = book.portfolio.today();
            let until = today.checked_add_days(Days::new(days_ahead)).unwrap_or(today);
            let question = desk.question_on(&book, today);
            let planned = book.portfolio.together(customer, &rows, &question, until);
            OfCustomer { customer, rows, planned }
        });
        planned.update(|planned| planned.push(of_customer));
        plan_next(desk, all, days_ahead, planned, (round, now));
    });
}

/// The requests of all customers, and what they bring together.
fn together(desk: Desk, planned: &[OfCustomer]) -> AnyView {
    let plans = planned.iter().filter_map(|it| it.planned.as_ref().ok()?.as_ref());
    let all: Vec<Money> = sums(plans.clone().flat_map(|plan| plan.payable.iter().copied()));
    let count: usize = plans.map(|plan| plan.plan.schedule.len()).sum();
    let amounts =
        all.into_iter().map(|amount| view! { <strong class="money">{money(amount)}</strong> });
    let total = t_count(texts::REQUESTS_COUNT, count as u64, &[]);
    let customers = planned.iter().map(|it| of_customer(desk, it)).collect_view();
    view! {
        <p class="portfolio-requests-sum"><span>{total}</span> {amounts.collect_view()}</p>
        {customers}
    }
    .into_any()
}

fn of_customer(desk: Desk, it: &OfCustomer) -> AnyView {
    let name = desk.customer_name(it.customer);
    let body = match &it.planned {
        Err(error) => {
            let why = calculations::problem(&error.problem);
            let values = [("action", texts::NOT_PLANNED.get().to_owned()), ("name", why)];
            let title = t_with(customers::ACTION_ON, &values);
            let rows = each_alone(desk, &it.rows);
            view! { <Notice tone=Tone::Warning title=title>{rows}</Notice> }.into_any()
        }
        Ok(None) => each_alone(desk, &it.rows),
        Ok(Some(together)) => order_of(desk, together),
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
        view! { <li>{t_with(customers::ACTION_ON, &values)}</li> }
    };
    view! { <ul>{rows.iter().map(row).collect_view()}</ul> }.into_any()
}

/// The returns in their order, and what is not returned.
fn order_of(desk: Desk, together: &Together) -> AnyView {
    let all = desk.book.get_untracked();
    let quotes = desk.quotes.get_untracked();
    let today = all.portfolio.today();
    let request = |planned: &calculator::plan::PlannedReturn| {
        let row = all.portfolio.row(together.items[planned.item]);
        let name = row_name(&row).to_owned();
        let address = address_to(desk, &row, Entry::Refund);
        let day = (planned.on != today).then(|| on_day(planned.on));
        let units = t_count(texts::UNITS, planned.units, &[]);
        let amount = money(planned.payable);
        let label = t_with(
            customers::ACTION_ON,
            &[("action", record::REFUND.get().to_owned()), ("name", name.clone())],
        );
        view! {
            <li>
                <span>{name}</span>
                <span class="muted">{units}</span>
                {day}
                <span class="money">{amount}</span>
                <a href=address aria-label=label>{t(record::REFUND)}</a>
            </li>
        }
    };
    let kept = |kept: &calculator::plan::KeptUnits| {
        let row = all.portfolio.row(together.items[kept.item]);
        let why = texts::DOES_NOT_FIT.get().to_owned();
        let values = [("action", row_name(&row).to_owned()), ("name", why)];
        view! { <li>{t_with(customers::ACTION_ON, &values)}</li> }
    };
    let left_out = |row: u32| {
        let view = all.portfolio.row(row);
        let values = [
            ("action", row_name(&view).to_owned()),
            ("name", book::back(&view, &quotes.of(row)).detail),
        ];
        view! { <li>{t_with(customers::ACTION_ON, &values)}</li> }
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
    let requests = together.plan.schedule.iter().map(request).collect_view();
    let kept = together.plan.kept.iter().map(kept).collect_view();
    let others: Vec<_> = together.left_out.iter().map(|(row, _)| left_out(*row)).collect();
    let has_others = !kept.is_empty() || !others.is_empty();
    view! {
        <ol class="portfolio-order">{requests}</ol>
        {commands}
        {has_others.then(|| view! {
            <p class="hint">{t(texts::NOT_REQUESTED)}</p>
            <ul>{kept} {others}</ul>
        })}
    }
    .into_any()
}

fn on_day(day: NaiveDate) -> AnyView {
    view! { <span>{i18n::date(day)}</span> }.into_any()
}
