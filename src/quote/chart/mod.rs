//! The date chart: what is payable on each day from today to expiry.
//!
//! The drawing itself is decoration for assistive technology: the day is chosen with a native range
//! control that lies over the drawing (mouse, touch and keyboard), its value is read out in words, and
//! the data stands in a table below.

mod layout;

use std::sync::Arc;

use calculator::{Decision, EventKind, Money, Point, Timeline};
use chrono::NaiveDate;
use leptos::prelude::*;

use crate::i18n::catalogue::chart as texts;
use crate::i18n::{Text, date, money, t, t_with};
use crate::ui::{
    Cell, Column, Disclosure, RowHeader, Table, live, live_attr, live_text, live_value,
};
use layout::{HEIGHT, Mark};
pub use layout::{Layout, Row, layout, rows};

/// The chart of a timeline, with a cursor on `day`; choosing another day calls `on_select`.
#[component]
pub fn DateChart(
    /// What would come back on each day; the same `Arc` as long as the quote's other inputs stay.
    #[prop(into)]
    timeline: Signal<Option<Arc<Timeline>>>,
    /// The day of the quote, UTC.
    #[prop(into)]
    day: Signal<NaiveDate>,
    /// Called with the chosen day.
    on_select: Callback<NaiveDate>,
) -> impl IntoView {
    let chart = move || {
        let timeline = timeline.get()?;
        let layout = layout(&timeline)?;
        Some(chart(&timeline, layout, day, on_select))
    };
    view! {
        <figure class="date-chart">
            <figcaption>
                <h2>{t(texts::CHART_TITLE)}</h2>
            </figcaption>
            {live(move || chart().unwrap_or_else(|| {
                view! { <p class="hint">{t(texts::CHART_EMPTY)}</p> }.into_any()
            }))}
        </figure>
    }
}

fn chart(
    timeline: &Arc<Timeline>,
    layout: Layout,
    day: Signal<NaiveDate>,
    on_select: Callback<NaiveDate>,
) -> AnyView {
    let last = timeline.points.len() - 1;
    let first_day = timeline.points[0].day;
    let nearest = move |day: NaiveDate| {
        usize::try_from((day - first_day).num_days()).map_or(0, |place| place.min(last))
    };
    // The cursor follows the form, and runs ahead of it while the control is being dragged.
    let cursor = RwSignal::new(nearest(day.get_untracked()));
    Effect::new(move |_| cursor.set(nearest(day.get())));
    let points = StoredValue::new(Arc::clone(timeline));
    let point = move || points.with_value(|timeline| timeline.points[cursor.get()]);
    let in_words = move || in_words(&point());
    let chosen = move |event| event_target_value(&event).parse::<usize>().unwrap_or(0).min(last);
    let marks = legend(&layout.marks, &layout);
    view! {
        <p class="readout" aria-hidden="true">{live_text(in_words)}</p>
        <div class="plot">
            <ol class="axis-y" aria-hidden="true">
                {layout.ticks.iter().map(|tick| label(*tick)).collect_view()}
            </ol>
            <div class="canvas">
                {drawing(&layout, last, cursor)}
                <input
                    type="range"
                    min="0"
                    max=last.to_string()
                    step="1"
                    aria-label=t(texts::CHART_DAY)
                    aria-valuetext=live_attr(move || Some(in_words()))
                    prop:value=live_value(move || cursor.get().to_string())
                    on:input=move |event| cursor.set(chosen(event))
                    on:change=move |event| {
                        let place = chosen(event);
                        on_select.run(points.with_value(|timeline| timeline.points[place].day));
                    }
                />
            </div>
            <ol class="axis-x" aria-hidden="true">
                {layout.days.iter().map(|day| day_label(*day)).collect_view()}
            </ol>
        </div>
        <p class="hint">{t(texts::CHART_HINT)}</p>
        {marks}
        {table(timeline)}
    }
    .into_any()
}

fn label(tick: Money) -> impl IntoView {
    view! { <li>{live_text(move || amount(tick))}</li> }
}

fn day_label(day: NaiveDate) -> impl IntoView {
    view! { <li>{live_text(move || date(day))}</li> }
}

/// The drawing; its horizontal unit is a day, so that nothing has to be scaled when it is resized.
fn drawing(layout: &Layout, last: usize, cursor: RwSignal<usize>) -> AnyView {
    let width = last.max(1);
    let bands = layout.bands.iter().map(|band| {
        let class = if band.refused { "band refused" } else { "band capped" };
        let (left, width) = (band.from.to_string(), band.days.to_string());
        view! { <rect class=class x=left y="0" width=width height=HEIGHT.to_string() /> }
    });
    let marks = layout.marks.iter().map(|mark| {
        let (class, top) = match mark.kind {
            EventKind::FirstDaysOver => ("mark first-days", 0),
            EventKind::LimitReplenished(_) => ("mark replenished", 0),
            EventKind::InstalmentDue => ("mark instalment", HEIGHT * 96 / 100),
        };
        let (day, top, bottom) = (mark.day.to_string(), top.to_string(), HEIGHT.to_string());
        view! {
            <line class=class x1=day.clone() x2=day y1=top y2=bottom vector-effect="non-scaling-stroke" />
        }
    });
    let gridlines = (0..=4).map(|line| {
        let (y, right) = ((HEIGHT * line / 4).to_string(), width.to_string());
        view! { <line class="grid" x1="0" x2=right y1=y.clone() y2=y vector-effect="non-scaling-stroke" /> }
    });
    view! {
        <svg
            aria-hidden="true"
            viewBox=format!("0 0 {width} {HEIGHT}")
            preserveAspectRatio="none"
        >
            {bands.collect_view()}
            {gridlines.collect_view()}
            {marks.collect_view()}
            <path class="payable" d=layout.path.clone() vector-effect="non-scaling-stroke" />
            <line
                class="cursor"
                x1=live_attr(move || Some(cursor.get().to_string()))
                x2=live_attr(move || Some(cursor.get().to_string()))
                y1="0"
                y2=HEIGHT.to_string()
                vector-effect="non-scaling-stroke"
            />
        </svg>
    }
    .into_any()
}

/// The meaning of every sign that the drawing uses.
fn legend(marks: &[Mark], layout: &Layout) -> AnyView {
    let has = |kind: fn(&EventKind) -> bool| marks.iter().any(|mark| kind(&mark.kind));
    let entries: Vec<(&'static str, Text)> = [
        (has(|kind| *kind == EventKind::FirstDaysOver), "first-days", texts::CHART_FIRST_DAYS_OVER),
        (has(|kind| *kind == EventKind::InstalmentDue), "instalment", texts::CHART_INSTALMENT),
        (
            has(|kind| matches!(kind, EventKind::LimitReplenished(_))),
            "replenished",
            texts::CHART_LEGEND_REPLENISHED,
        ),
        (layout.bands.iter().any(|band| !band.refused), "capped", texts::CHART_CAPPED),
        (layout.bands.iter().any(|band| band.refused), "refused", texts::CHART_REFUSED),
    ]
    .into_iter()
    .filter(|(present, ..)| *present)
    .map(|(_, class, text)| (class, text))
    .collect();
    view! {
        <ul class="legend">
            {entries
                .into_iter()
                .map(|(class, text)| {
                    view! { <li><span class=format!("sign {class}") aria-hidden="true"></span>{t(text)}</li> }
                })
                .collect_view()}
        </ul>
    }
    .into_any()
}

/// The same data as a table: every day on which something changes, and one a month in between.
fn table(timeline: &Timeline) -> AnyView {
    let columns = vec![
        Column::new(texts::CHART_COLUMN_DAY),
        Column::new(texts::CHART_COLUMN_PAYABLE).number(),
        Column::new(texts::CHART_COLUMN_DECISION),
        Column::new(texts::CHART_COLUMN_CHANGES),
    ];
    let rows = rows(timeline).into_iter().map(row).collect_view();
    view! {
        <Disclosure summary=texts::CHART_TABLE>
            <Table caption=texts::CHART_TITLE columns>{rows}</Table>
        </Disclosure>
    }
    .into_any()
}

fn row(row: Row) -> AnyView {
    let Row { point, changes } = row;
    let changes = move || changes.iter().map(change).collect::<Vec<_>>().join(", ");
    view! {
        <tr role="row">
            <RowHeader>{live_text(move || date(point.day))}</RowHeader>
            <Cell label=texts::CHART_COLUMN_PAYABLE is_number=true>{live_text(move || amount(point.payable))}</Cell>
            <Cell label=texts::CHART_COLUMN_DECISION>{t(decision(point.decision))}</Cell>
            <Cell label=texts::CHART_COLUMN_CHANGES>{changes}</Cell>
        </tr>
    }
    .into_any()
}

fn in_words(point: &Point) -> String {
    t_with(
        texts::CHART_READOUT,
        &[
            ("day", date(point.day)),
            ("amount", amount(point.payable)),
            ("decision", decision(point.decision).get().to_owned()),
        ],
    )
}

fn decision(decision: Decision) -> Text {
    match decision {
        Decision::Allowed => texts::CHART_ALLOWED,
        Decision::Capped => texts::CHART_CAPPED,
        Decision::Refused(_) => texts::CHART_REFUSED,
    }
}

fn change(kind: &EventKind) -> String {
    match kind {
        EventKind::FirstDaysOver => texts::CHART_FIRST_DAYS_OVER.get().to_owned(),
        EventKind::InstalmentDue => texts::CHART_INSTALMENT.get().to_owned(),
        EventKind::LimitReplenished(usd) => {
            t_with(texts::CHART_REPLENISHED, &[("amount", amount(*usd))])
        }
    }
}

fn amount(money_amount: Money) -> String {
    money(&money_amount.to_string(), money_amount.currency().code())
}
