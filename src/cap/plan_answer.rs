//! What the planner has found: the sum beside that of today, how good it is, the calendar of returns, and the cap.

use super::chart::cap_chart;
use crate::api::Load;
use crate::i18n::calculations::{money, problem};
use crate::i18n::catalogue::{cap as cap_texts, common, plan as texts, reservation};
use crate::i18n::{date, integer, t, t_count, t_with};
use crate::paths::{self, Entry};
use crate::platform::{clock, document, download};
use crate::shell::use_policy;
use crate::ui::{
    Button, Cell, Column, DateText, Icon, LinkButton, Notice, Property, PropertyList, RowHeader,
    Skeleton, Symbol, Table, Tone, live, live_text, use_toasts,
};
use calculator::InputError;
use calculator::plan::{Effort, KeptUnits, Method, Plan, PlannedReturn};
use leptos::prelude::*;
use std::sync::Arc;
use view_model::cap::Cap;
use view_model::cap::chart::chart;
use view_model::ics;
use view_model::plan::{Planned, by_day, ledger_after, span};
use view_model::quote::refund::link::parameter as refund;

/// How far the planner has come.
#[derive(Clone)]
pub(super) enum Answer {
    /// Nothing is chosen.
    Nothing,
    /// More are chosen than a plan can have.
    TooMany(usize),
    /// So many prices have come, of so many.
    Reading(usize, usize),
    /// Nothing of what is chosen can be planned: names and reasons.
    Unread(Vec<(String, String)>),
    /// What was asked for is wrong or lacks something.
    Wrong(InputError),
    /// The planner works.
    Working,
    /// A plan, with what it is of, and what could not be planned.
    Found { plan: Arc<Plan>, items: Arc<[Planned]>, unread: Vec<(String, String)> },
}

/// The answer, in its place below the form.
pub(super) fn answer(
    answer: RwSignal<Answer>,
    cap: Load<Cap>,
    effort: RwSignal<Effort>,
) -> AnyView {
    let said = live_text(move || match answer.get() {
        Answer::Reading(done, count) => {
            let values = [("done", integer(done as u64)), ("count", integer(count as u64))];
            t_with(texts::READING, &values)
        }
        Answer::Working => texts::WORKING.get().to_owned(),
        _ => String::new(),
    });
    view! {
        <p class="muted" role="status">{said}</p>
        {live(move || match answer.get() {
            Answer::Nothing => view! { <Notice title=texts::CHOOSE /> }.into_any(),
            Answer::TooMany(count) => {
                let title = move || t_with(texts::TOO_MANY, &[("count", integer(count as u64))]);
                view! { <Notice tone=Tone::Warning title /> }.into_any()
            }
            Answer::Reading(..) | Answer::Working => view! { <Skeleton lines=6 /> }.into_any(),
            Answer::Unread(unread) => not_planned(&unread),
            Answer::Wrong(error) => {
                let title = move || {
                    let field = error.field.clone().into_owned();
                    let values = [("field", field), ("reason", problem(&error.problem))];
                    t_with(texts::NO_PLAN, &values)
                };
                view! { <Notice tone=Tone::Danger title /> }.into_any()
            }
            Answer::Found { plan, items, unread } => {
                let cap = cap.ready();
                view! {
                    {not_planned(&unread)}
                    {found(&plan, &items, effort)}
                    {cap.map(|cap| over_time(&plan, &cap))}
                }
                .into_any()
            }
        })}
    }
    .into_any()
}

fn not_planned(unread: &[(String, String)]) -> AnyView {
    if unread.is_empty() {
        return ().into_any();
    }
    let items: Vec<AnyView> = unread
        .iter()
        .map(|(name, reason)| {
            let values = [("name", name.clone()), ("reason", reason.clone())];
            view! { <li>{t_with(texts::UNREAD_ITEM, &values)}</li> }.into_any()
        })
        .collect();
    view! { <Notice tone=Tone::Warning title=texts::UNREAD><ul>{items}</ul></Notice> }.into_any()
}

fn found(plan: &Arc<Plan>, items: &Arc<[Planned]>, effort: RwSignal<Effort>) -> AnyView {
    let method = match plan.method {
        Method::Exact => t(texts::EXACT).into_any(),
        Method::Bounded(bound) => t_with(texts::BOUNDED, &[("amount", money(bound))]).into_any(),
    };
    let can_go_on = plan.method != Method::Exact && effort.get_untracked() == Effort::Brief;
    let on = can_go_on.then(|| {
        let go_on = Callback::new(move |_| effort.set(Effort::Full));
        view! {
            <div class="cap-actions">
                <Button on_click=go_on>{t(texts::SEARCH_ON)}</Button>
                <span class="hint">{t(texts::SEARCH_ON_HINT)}</span>
            </div>
        }
    });
    let (usd, today, gain) = (money(plan.usd), money(plan.today), money(plan.gain()));
    view! {
        <section class="card part" aria-label=t(texts::RESULT)>
            <h2>{t(texts::RESULT)}</h2>
            <PropertyList>
                <Property name=texts::SUM><strong class="plan-sum">{usd}</strong></Property>
                <Property name=texts::TODAY>{today}</Property>
                <Property name=texts::GAIN>{gain}</Property>
                <Property name=texts::METHOD>{method}</Property>
            </PropertyList>
            {on}
        </section>
        {schedule(plan, items)}
        {kept(&plan.kept, items)}
    }
    .into_any()
}

fn schedule(plan: &Arc<Plan>, items: &Arc<[Planned]>) -> AnyView {
    let columns = vec![
        Column::new(cap_texts::DAY),
        Column::new(reservation::RESERVATION),
        Column::new(reservation::QUANTITY).number(),
        Column::new(texts::PAID_OUT).number(),
        Column::new(texts::INSTALMENTS).number(),
        Column::new(texts::NET).number(),
        Column::new(texts::OF_CAP).number(),
        Column::new(cap_texts::ACTIONS).label_hidden(),
    ];
    let days = by_day(plan);
    let is_empty = days.is_empty();
    let rows: Vec<AnyView> = days
        .into_iter()
        .flat_map(|(_, returns)| returns)
        .filter_map(|planned| Some(row(&planned, items.get(planned.item)?)))
        .collect();
    let table = if is_empty {
        view! { <Notice title=texts::NOTHING_RETURNED /> }.into_any()
    } else {
        view! { <Table caption=texts::SCHEDULE columns>{rows}</Table> }.into_any()
    };
    view! {
        <section class="card part">
            <h2>{t(texts::SCHEDULE)}</h2>
            {table}
            <div class="cap-actions">{calendar(plan, items)}</div>
        </section>
    }
    .into_any()
}

/// The refund page of a planned return: the units on that day.
fn refund_page(planned: &PlannedReturn, item: &Planned) -> String {
    let (day, units) = (planned.on.to_string(), planned.units.to_string());
    let terms = [(refund::DAY, day.as_str()), (refund::UNITS, units.as_str())];
    paths::reservation_with(&item.of, Entry::Refund, &terms)
}

fn row(planned: &PlannedReturn, item: &Planned) -> AnyView {
    let PlannedReturn { units, on, payable, instalments, usd, counts, .. } = *planned;
    let own = item.name.clone();
    let overview = paths::reservation(&item.of, Entry::Overview);
    let name = t_with(texts::OPEN_WHAT, &[("name", item.name.clone()), ("day", date(on))]);
    let address = Signal::stored(refund_page(planned, item));
    let number =
        |label, value: String| view! { <Cell label=label is_number=true>{value}</Cell> }.into_any();
    view! {
        <tr role="row">
            <RowHeader><DateText date=on /></RowHeader>
            <Cell label=reservation::RESERVATION><a href=overview>{own}</a></Cell>
            {number(reservation::QUANTITY, integer(units))}
            {number(texts::PAID_OUT, money(payable))}
            {number(texts::INSTALMENTS, money(instalments))}
            {number(texts::NET, money(usd))}
            {number(texts::OF_CAP, money(counts))}
            <Cell label=cap_texts::ACTIONS>
                <LinkButton address name>{t(reservation::REFUND)}</LinkButton>
            </Cell>
        </tr>
    }
    .into_any()
}

fn kept(kept: &[KeptUnits], items: &[Planned]) -> AnyView {
    if kept.is_empty() {
        return ().into_any();
    }
    let columns = vec![
        Column::new(reservation::RESERVATION),
        Column::new(reservation::QUANTITY).number(),
        Column::new(texts::STILL_DUE).number(),
        Column::new(texts::NET).number(),
    ];
    let row = |kept: &KeptUnits| {
        let item = items.get(kept.item)?;
        let overview = paths::reservation(&item.of, Entry::Overview);
        let (name, KeptUnits { units, instalments, usd, .. }) = (item.name.clone(), *kept);
        let row = view! {
            <tr role="row">
                <RowHeader><a href=overview>{name}</a></RowHeader>
                <Cell label=reservation::QUANTITY is_number=true>{integer(units)}</Cell>
                <Cell label=texts::STILL_DUE is_number=true>{money(instalments)}</Cell>
                <Cell label=texts::NET is_number=true>{money(usd)}</Cell>
            </tr>
        };
        Some(row.into_any())
    };
    let rows: Vec<AnyView> = kept.iter().filter_map(row).collect();
    view! {
        <section class="card part">
            <h2>{t(texts::KEPT)}</h2>
            <Table caption=texts::KEPT columns>{rows}</Table>
        </section>
    }
    .into_any()
}

/// The cap from today on, as the plan uses it.
fn over_time(plan: &Plan, cap: &Cap) -> AnyView {
    let Ok(ledger) = ledger_after(&cap.ledger, plan) else { return ().into_any() };
    let limit = use_policy().get_untracked().limit;
    let drawn = chart(&ledger, &limit, span(plan, cap.today), cap.today);
    view! { <section class="card part">{cap_chart(drawn, texts::CHART)}</section> }.into_any()
}

/// The returns of the plan as a calendar file.
fn calendar(plan: &Arc<Plan>, items: &Arc<[Planned]>) -> AnyView {
    let toasts = use_toasts();
    let reason = plan.schedule.is_empty().then(|| texts::NO_DATES.get().to_owned());
    let (plan, items) = (Arc::clone(plan), Arc::clone(items));
    let save = Callback::new(move |_| {
        let event = |planned: &PlannedReturn| {
            let item = items.get(planned.item)?;
            let values = [("name", item.name.clone())];
            let pays = [("amount", money(planned.payable))];
            Some(ics::Event {
                id: format!("plan-{}-{}@prorata", item.of.reservation, planned.on),
                day: planned.on,
                summary: t_count(texts::EVENT, planned.units, &values),
                description: t_with(texts::EVENT_PAYS, &pays),
                url: document::absolute_url(&refund_page(planned, item)),
                reminder_days: Some(7).filter(|_| planned.on > clock::today()),
            })
        };
        let events: Vec<ics::Event> = untrack(|| plan.schedule.iter().filter_map(event).collect());
        let now = clock::now();
        let title = untrack(|| texts::TITLE.get());
        let file = ics::calendar(&format!("{} {title}", common::PRODUCT.get()), &events, now);
        let name = format!("prorata-plan-{}.ics", now.date_naive());
        if !download::save(&name, "text/calendar;charset=utf-8", &file) {
            toasts.show(Tone::Danger, untrack(|| texts::NOT_SAVED.get()));
        }
    });
    view! {
        <Button disabled_reason=reason on_click=save>
            <Icon symbol=Symbol::Download />
            {t(texts::DOWNLOAD)}
        </Button>
    }
    .into_any()
}
