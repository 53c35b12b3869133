//! What the planner has found: the sum beside that of today, how good it is, the returns as a calendar or as a list,
//! and the cap.

use super::calendar::months_of;
use super::chart::cap_chart;
use crate::api::Load;
use crate::i18n::calculations::{money, problem};
use crate::i18n::catalogue::{cap as cap_texts, common, own, plan as texts, reservation};
use crate::i18n::{date, integer, t, t_count, t_with};
use crate::paths::{self, Entry};
use crate::platform::{clock, document, download};
use crate::query::use_query;
use crate::quote::commands::{NEUTRAL_REASON, Write, open_commands};
use crate::quote::exported;
use crate::shell::use_policy;
use crate::ui::{
    Button, Cell, Choice, Column, DateText, Disclosure, Icon, LinkButton, Notice, Property,
    PropertyList, RadioGroup, RowHeader, SelectField, Skeleton, Symbol, Table, live, live_text,
    use_toasts,
};
use calculator::json::{PlanAnswer, PlanRequest};
use calculator::plan::{KeptUnits, Method, Plan, PlannedReturn, Planning};
use calculator::{InputError, Money};
use chrono::NaiveDate;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use std::sync::Arc;
use view_model::Tone;
use view_model::cap::Cap;
use view_model::cap::chart::chart;
use view_model::commands::{UnitsToReturn, of_returns};
use view_model::ics;
use view_model::plan::{AS_LIST, Planned, ledger_after, parameter, span};
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
    /// Somebody has stopped the planner before it knew anything.
    Stopped,
    /// A plan, with what it is of, what could not be planned, and whether somebody has stopped the planner.
    Found {
        plan: Arc<Plan>,
        /// What it was made for.
        asked: Arc<Planning>,
        items: Arc<[Planned]>,
        unread: Vec<(String, String)>,
        is_stopped: bool,
    },
}

/// What a planner that still works has found, and by how much another plan can be better.
pub(super) type SoFar = Option<(Money, Money)>;

/// The answer, in its place below the form.
pub(super) fn answer(
    answer: RwSignal<Answer>,
    so_far: RwSignal<SoFar>,
    cap: Load<Cap>,
    stop: Callback<MouseEvent>,
) -> AnyView {
    let said = live_text(move || match answer.get() {
        Answer::Reading(done, count) => {
            let values = [("done", integer(done as u64)), ("count", integer(count as u64))];
            t_with(texts::READING, &values)
        }
        Answer::Working => match so_far.get() {
            None => texts::WORKING.get().to_owned(),
            Some((found, more)) => {
                t_with(texts::SO_FAR, &[("amount", money(found)), ("more", money(more))])
            }
        },
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
            Answer::Reading(..) => view! { <Skeleton lines=6 /> }.into_any(),
            Answer::Working => {
                view! {
                    <div class="cap-actions">
                        <Button on_click=stop>{t(texts::STOP)}</Button>
                    </div>
                    <Skeleton lines=6 />
                }
                .into_any()
            }
            Answer::Stopped => {
                view! { <Notice tone=Tone::Warning title=texts::STOPPED_EARLY /> }.into_any()
            }
            Answer::Unread(unread) => not_planned(&unread),
            Answer::Wrong(error) => {
                let title = move || {
                    let field = error.field.clone().into_owned();
                    let values = [("field", field), ("reason", problem(&error.problem))];
                    t_with(texts::NO_PLAN, &values)
                };
                view! { <Notice tone=Tone::Danger title /> }.into_any()
            }
            Answer::Found { plan, asked, items, unread, is_stopped } => {
                let cap = cap.ready();
                view! {
                    {not_planned(&unread)}
                    {found(&plan, is_stopped)}
                    {cap.clone().map(|cap| schedule(&plan, &asked, &items, cap))}
                    {take_along(&plan, &asked, &items, is_stopped)}
                    {commands(&plan, &items)}
                    {kept(&plan.kept, &items)}
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

fn found(plan: &Plan, is_stopped: bool) -> AnyView {
    let method = match plan.method {
        Method::Exact => t(texts::EXACT).into_any(),
        Method::Bounded(bound) => t_with(texts::BOUNDED, &[("amount", money(bound))]).into_any(),
    };
    let stopped = is_stopped.then(|| view! { <Notice title=texts::STOPPED /> });
    let (usd, today, gain) = (money(plan.usd), money(plan.today), money(plan.gain()));
    view! {
        <section class="card part" aria-label=t(texts::RESULT)>
            <h2>{t(texts::RESULT)}</h2>
            <PropertyList>
                <Property name=texts::SUM><strong class="plan-sum">{usd}</strong></Property>
                <Property name=texts::TODAY>{today}</Property>
                <Property name=texts::GAIN>{gain}</Property>
                <Property name=texts::METHOD>
                    {method} " " <span class="hint">{t(texts::HOW)}</span>
                </Property>
            </PropertyList>
            {stopped}
        </section>
    }
    .into_any()
}

/// The returns as a calendar, or as a list for those who would rather read one.
fn schedule(
    plan: &Arc<Plan>,
    asked: &Arc<Planning>,
    items: &Arc<[Planned]>,
    cap: Arc<Cap>,
) -> AnyView {
    let query = use_query();
    let (plan, asked, items) = (Arc::clone(plan), Arc::clone(asked), Arc::clone(items));
    let is_list = Memo::new(move |_| query.text(parameter::SHOWN) == AS_LIST);
    let choices = vec![Choice::new("", texts::AS_CALENDAR), Choice::new(AS_LIST, texts::AS_LIST)];
    let shown = Signal::derive(move || query.text(parameter::SHOWN));
    let show = Callback::new(move |shown: String| query.set(&[(parameter::SHOWN, &shown)]));
    view! {
        <section class="card part" aria-label=t(texts::SCHEDULE)>
            <h2>{t(texts::SCHEDULE)}</h2>
            <RadioGroup label=texts::SHOW_AS choices value=shown on_change=show />
            {live(move || {
                if plan.schedule.is_empty() {
                    return view! { <Notice title=texts::NOTHING_RETURNED /> }.into_any();
                }
                match is_list.get() {
                    true => list(&plan, &items),
                    false => months_of(&plan, &asked, &items, &cap),
                }
            })}
        </section>
    }
    .into_any()
}

fn list(plan: &Plan, items: &[Planned]) -> AnyView {
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
    let returns = plan.schedule.iter();
    let rows: Vec<AnyView> =
        returns.filter_map(|planned| Some(row(planned, items.get(planned.item)?))).collect();
    view! { <Table caption=texts::SCHEDULE columns>{rows}</Table> }.into_any()
}

/// The plan as a calendar file, and as JSON for programs: the request that gives it again, and its answer.
fn take_along(
    plan: &Arc<Plan>,
    asked: &Arc<Planning>,
    items: &Arc<[Planned]>,
    is_stopped: bool,
) -> AnyView {
    let (of, asked, toasts) = (Arc::clone(plan), Arc::clone(asked), use_toasts());
    let save = Callback::new(move |_| {
        let note = is_stopped.then(|| untrack(|| texts::STOPPED.get()).to_owned());
        let json = exported(note, &PlanRequest::from(&*asked), &PlanAnswer::new(None, &of));
        let name = format!("prorata-plan-{}.json", clock::today());
        if !download::save(&name, "application/json", &json) {
            toasts.show(Tone::Danger, untrack(|| texts::NOT_SAVED.get()));
        }
    });
    view! {
        <div class="cap-actions">
            {calendar(plan, items)}
            <Button on_click=save>
                <Icon symbol=Symbol::Download />
                {t(texts::DOWNLOAD_JSON)}
            </Button>
        </div>
    }
    .into_any()
}

/// The returns of a day as commands: a quote of Microsoft's is carried out on its day.
fn commands(plan: &Plan, items: &Arc<[Planned]>) -> AnyView {
    let returns: Vec<(NaiveDate, UnitsToReturn)> = plan
        .schedule
        .iter()
        .filter_map(|planned| {
            let (of, units) = (items.get(planned.item)?.of.clone(), planned.units);
            Some((planned.on, UnitsToReturn { of, units: u32::try_from(units).ok()? }))
        })
        .collect();
    let mut days: Vec<NaiveDate> = returns.iter().map(|(on, _)| *on).collect();
    days.sort_unstable();
    days.dedup();
    let Some(first) = days.first() else { return ().into_any() };
    let day = RwSignal::new(first.to_string());
    let choice = |on: NaiveDate| Choice::new(on.to_string(), move || date(on));
    let choices: Vec<Choice> = days.into_iter().map(choice).collect();
    let write: Write = Box::new(move |shell| {
        let day = day.get();
        let of_day = returns.iter().filter(|(on, _)| on.to_string() == day);
        let of_day: Vec<_> = of_day.map(|(_, returned)| returned.clone()).collect();
        Some(of_returns(&of_day, NEUTRAL_REASON, shell))
    });
    view! {
        <Disclosure summary=own::COMMANDS>
            <div class="stack">
                <SelectField
                    label=cap_texts::DAY
                    choices
                    value=day
                    on_change=Callback::new(move |chosen| day.set(chosen))
                />
                {open_commands(write)}
            </div>
        </Disclosure>
    }
    .into_any()
}

/// The refund page of a planned return: the units on that day.
pub(super) fn refund_page(planned: &PlannedReturn, item: &Planned) -> String {
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
    let drawn = chart(&ledger, None, &limit, span(plan, cap.today), cap.today);
    view! { <section class="card part">{cap_chart(drawn, texts::CHART, None)}</section> }.into_any()
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
