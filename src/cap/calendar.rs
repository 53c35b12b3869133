//! A plan as the pages of a calendar: each month in which something happens with its days, the cap over them, and
//! what happens in words.

use super::plan_answer::refund_page;
use crate::i18n::calculations::money;
use crate::i18n::catalogue::plan as texts;
use crate::i18n::{Text, date, integer, month, t, t_count, t_with, weekday};
use crate::shell::use_policy;
use crate::ui::live_text;
use calculator::plan::{Plan, Planning};
use chrono::{Datelike, Days, NaiveDate};
use leptos::prelude::*;
use view_model::cap::Cap;
use view_model::cap::chart::{HEIGHT, chart};
use view_model::plan::calendar::{Entry, Month, months};
use view_model::plan::{Planned, ledger_after};

/// The months of a plan.
pub(super) fn months_of(plan: &Plan, asked: &Planning, items: &[Planned], cap: &Cap) -> AnyView {
    let charges = asked.charges(plan);
    let pages = months(plan, &charges, &cap.ledger, cap.today);
    let pages = pages.into_iter().map(|page| {
        let of_cap = over_month(plan, cap, &page);
        view! {
            <li class="plan-month">
                <h3>{live_text({
                    let first = page.first;
                    move || month(first)
                })}</h3>
                {days(&page, cap.today)}
                {of_cap}
                <ul class="plan-entries">
                    {page.entries.iter().filter_map(|it| entry(it, items)).collect_view()}
                </ul>
            </li>
        }
        .into_any()
    });
    let legend = [
        ("return", texts::MARK_RETURN),
        ("charge", texts::MARK_CHARGE),
        ("free", texts::MARK_FREE),
    ];
    let legend = legend.map(|(class, words)| {
        view! { <li><span class=format!("plan-mark {class}") aria-hidden="true"></span>{t(words)}</li> }
    });
    view! {
        <ul class="plan-legend">{Vec::from(legend).into_iter().collect_view()}</ul>
        <ol class="plan-months">{pages.collect_view()}</ol>
    }
    .into_any()
}

/// The class of what stands for an entry on its day, and what it means.
const fn mark(entry: &Entry) -> (&'static str, Text) {
    match entry {
        Entry::Return(_) => ("plan-mark return", texts::MARK_RETURN),
        Entry::Charge(_) => ("plan-mark charge", texts::MARK_CHARGE),
        Entry::Free(..) => ("plan-mark free", texts::MARK_FREE),
    }
}

/// The days of a month in weeks from Monday on.
fn days(page: &Month, today: NaiveDate) -> AnyView {
    let weeks = page.weeks();
    // Any Monday, for the names of the seven days.
    let monday = page.first - Days::new(page.first.weekday().num_days_from_monday().into());
    let names = monday.iter_days().take(7).map(|day| {
        view! { <th scope="col">{live_text(move || weekday(day))}</th> }
    });
    let rows = weeks.iter().map(|week| {
        let cells = week.iter().map(|day| match day {
            None => view! { <td></td> }.into_any(),
            Some(day) => cell(page, *day, today),
        });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    view! {
        <table class="plan-days">
            <thead>
                <tr>{names.collect_view()}</tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn cell(page: &Month, day: NaiveDate, today: NaiveDate) -> AnyView {
    let mut marks: Vec<(&str, Text)> = page.on(day).map(mark).collect();
    marks.dedup_by_key(|mark| mark.0);
    let has_return = page.on(day).any(|entry| matches!(entry, Entry::Return(_)));
    let class = if has_return { "has-return" } else { "" };
    let current = (day == today).then_some("date");
    let marks = marks.into_iter().map(|(class, words)| {
        view! {
            <span class=class aria-hidden="true"></span>
            <span class="visually-hidden">{t(words)}</span>
        }
    });
    view! {
        <td class=class aria-current=current>
            <span class="plan-day">{live_text(move || integer(day.day().into()))}</span>
            <span class="plan-marks">{marks.collect_view()}</span>
        </td>
    }
    .into_any()
}

/// What is used of the cap from day to day, under its line; in words what is left at the end of the month.
fn over_month(plan: &Plan, cap: &Cap, page: &Month) -> AnyView {
    let Ok(ledger) = ledger_after(&cap.ledger, plan) else { return ().into_any() };
    let limit = use_policy().get_untracked().limit;
    let drawn = chart(&ledger, None, &limit, (page.first, page.last()), page.first);
    let width = drawn.width;
    let left = drawn.rows.last().map(|row| row.left);
    let words = live_text(move || {
        left.map(|left| t_with(texts::LEFT_AT_END, &[("amount", money(left))])).unwrap_or_default()
    });
    view! {
        <div class="date-chart cap-chart plan-cap">
            <svg aria-hidden="true" viewBox=format!("0 0 {width} {HEIGHT}") preserveAspectRatio="none">
                <path class="used" d=drawn.used vector-effect="non-scaling-stroke" />
                <path
                    class="limit"
                    d=format!("M0 {}H{width}", drawn.limit)
                    vector-effect="non-scaling-stroke"
                />
            </svg>
        </div>
        <p class="hint">{words}</p>
    }
    .into_any()
}

/// What happens, in words; a return leads to its filled refund page.
fn entry(entry: &Entry, items: &[Planned]) -> Option<AnyView> {
    let on = entry.on();
    let line = match *entry {
        Entry::Free(_, usd) => live_text(move || {
            t_with(texts::FREE_ON_DAY, &[("day", date(on)), ("amount", money(usd))])
        })
        .into_any(),
        Entry::Charge(charge) => {
            let name = items.get(charge.item)?.name.clone();
            live_text(move || {
                let values =
                    [("day", date(on)), ("name", name.clone()), ("amount", money(charge.amount))];
                t_with(texts::CHARGE_ON_DAY, &values)
            })
            .into_any()
        }
        Entry::Return(planned) => {
            let item = items.get(planned.item)?;
            let name = item.name.clone();
            let words = live_text(move || {
                let values =
                    [("day", date(on)), ("name", name.clone()), ("amount", money(planned.payable))];
                t_count(texts::RETURN_ON_DAY, planned.units, &values)
            });
            view! { <a href=refund_page(&planned, item)>{words}</a> }.into_any()
        }
    };
    let (class, _) = mark(entry);
    Some(view! { <li><span class=class aria-hidden="true"></span>{line}</li> }.into_any())
}
