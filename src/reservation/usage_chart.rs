//! The chart of daily utilization, with the same data in words and as a table.
//!
//! Geometry stands in attributes, because the content security policy allows no inline styles; words
//! stand beside the drawing, which is stretched to the width of the page.

use super::utilization::percentage;
use crate::i18n::catalogue::reservation as texts;
use crate::i18n::{self, Text, t, t_with};
use crate::ui::{
    Cell, Column, DateText, Disclosure, RowHeader, Table, live_text, picture_controls,
};
use leptos::prelude::*;
use rust_decimal::Decimal;
use std::sync::Arc;
use view_model::usage::{self, Bar, Extremes, HEIGHT, UsageDay};

/// Ids of what names and describes the drawing; there is one on a page.
const TITLE: &str = "usage-chart-title";
const DESCRIPTION: &str = "usage-chart-description";

/// Levels of the grid, in percent from the top.
const LEVELS: [u32; 3] = [100, 50, 0];

/// Daily utilization as bars.
#[component]
pub(super) fn UsageChart(
    /// Every day of the chart in its order.
    days: Arc<[UsageDay]>,
) -> impl IntoView {
    let described = Arc::clone(&days);
    let words = move || in_words(&described);
    if usage::extremes(&days).is_none() {
        return view! { <p class="muted">{live_text(words)}</p> }.into_any();
    }
    let ends = [0, days.len() / 2, days.len() - 1].map(|place| days[place].day);
    view! {
        <figure class="usage-chart">
            <ol class="axis-y" aria-hidden="true">
                {LEVELS.map(|level| view! { <li>{live_text(move || percentage(level.into()))}</li> }).collect_view()}
            </ol>
            {drawing(&days, live_text(words.clone()))}
            <ol class="axis-x" aria-hidden="true">
                {ends.map(|day| view! { <li>{live_text(move || i18n::date(day))}</li> }).collect_view()}
            </ol>
            {picture_controls()}
            <figcaption>{live_text(words)}</figcaption>
        </figure>
        <Disclosure summary=texts::DAILY_AS_TABLE>{table(&days)}</Disclosure>
    }
    .into_any()
}

fn drawing(days: &Arc<[UsageDay]>, words: AnyView) -> AnyView {
    let width = usage::width(days.len());
    let grid = LEVELS.map(|level| {
        let y = HEIGHT - HEIGHT / 100 * level;
        view! { <line class="grid" x1="0" x2=width y1=y y2=y vector-effect="non-scaling-stroke"></line> }
    });
    let known = days.iter().filter_map(|day| Some((day.day, day.usage.as_ref()?.percent)));
    let bars = usage::bars(days).into_iter().zip(known.collect::<Vec<_>>());
    let bars = bars.map(|(Bar { x, y, width, height }, (day, percent))| {
        // The browser shows this to whoever points at the bar.
        let tip = move || format!("{}: {}", i18n::date(day), percentage(percent));
        view! {
            <rect class="bar" x=x y=y width=width height=height>
                <title>{live_text(tip)}</title>
            </rect>
        }
    });
    view! {
        <svg
            class="canvas"
            role="img"
            aria-labelledby=TITLE
            aria-describedby=DESCRIPTION
            viewBox=format!("0 0 {width} {HEIGHT}")
            preserveAspectRatio="none"
        >
            <title id=TITLE>{t(texts::DAILY_UTILIZATION)}</title>
            <desc id=DESCRIPTION>{words}</desc>
            {grid.collect_view()}
            {bars.collect_view()}
        </svg>
    }
    .into_any()
}

/// What the chart shows, in the language of this moment.
fn in_words(days: &[UsageDay]) -> String {
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return String::new() };
    let mut values = vec![("first", i18n::date(first.day)), ("last", i18n::date(last.day))];
    let Some(Extremes { lowest, highest }) = usage::extremes(days) else {
        return t_with(texts::NO_DAILY, &values);
    };
    if lowest.1 == highest.1 {
        values.push(("share", percentage(lowest.1)));
        return t_with(texts::DAILY_ALIKE, &values);
    }
    values.extend([
        ("lowest", percentage(lowest.1)),
        ("lowestDay", i18n::date(lowest.0)),
        ("highest", percentage(highest.1)),
        ("highestDay", i18n::date(highest.0)),
    ]);
    t_with(texts::DAILY_IN_WORDS, &values)
}

fn table(days: &[UsageDay]) -> AnyView {
    let columns = vec![
        Column::new(texts::DAY),
        Column::new(texts::UTILIZATION).number(),
        Column::new(texts::USED_HOURS).number(),
        Column::new(texts::RESERVED_HOURS).number(),
    ];
    // The latest day first: it is what people look for.
    let rows = days.iter().rev().map(row).collect_view();
    view! { <Table caption=texts::DAILY_UTILIZATION columns>{rows}</Table> }.into_any()
}

fn row(UsageDay { day, usage }: &UsageDay) -> AnyView {
    let day = *day;
    let percent = usage.as_ref().map(|usage| usage.percent);
    let used = usage.as_ref().and_then(|usage| usage.used_hours);
    let reserved = usage.as_ref().and_then(|usage| usage.reserved_hours);
    view! {
        <tr role="row">
            <RowHeader><DateText date=day /></RowHeader>
            {cell(texts::UTILIZATION, percent, percentage)}
            {cell(texts::USED_HOURS, used, i18n::number)}
            {cell(texts::RESERVED_HOURS, reserved, i18n::number)}
        </tr>
    }
    .into_any()
}

/// A number in words that follow the language; its absence in words as well.
fn cell(label: Text, value: Option<Decimal>, in_words: fn(Decimal) -> String) -> AnyView {
    let value = match value {
        Some(value) => live_text(move || in_words(value)),
        None => view! { <span class="muted">{t(texts::NO_DATA)}</span> }.into_any(),
    };
    view! { <Cell label is_number=true>{value}</Cell> }.into_any()
}
