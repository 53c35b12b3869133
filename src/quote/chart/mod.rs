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
use layout::HEIGHT;
pub use layout::{Layout, Row, layout, rows};

/// The chart of a timeline, with a cursor on `day`, a UTC day; choosing another one calls `on_select`. The
/// timeline has to be the same `Arc` as long as the quote's other inputs stay.
pub fn date_chart(
    timeline: Memo<Option<Arc<Timeline>>>,
    day: Signal<NaiveDate>,
    on_select: Callback<NaiveDate>,
) -> AnyView {
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
    .into_any()
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
    let (read, picked) = (Arc::clone(timeline), Arc::clone(timeline));
    let is_checked = timeline.is_limit_checked;
    let in_words = move || in_words(&read.points[cursor.get()], is_checked);
    let spoken = in_words.clone();
    let chosen = move |event| event_target_value(&event).parse::<usize>().unwrap_or(0).min(last);
    let signs = signs(&layout);
    view! {
        <p class="readout" aria-hidden="true">{live_text(in_words)}</p>
        <div class="plot">
            <ol class="axis-y" aria-hidden="true">
                {layout.ticks.iter().map(|&tick| label(move || amount(tick))).collect_view()}
            </ol>
            <div class="canvas">
                {drawing(&layout, &signs, last, cursor)}
                <input
                    type="range"
                    min="0"
                    max=last.to_string()
                    step="1"
                    aria-label=t(texts::CHART_DAY)
                    aria-valuetext=live_attr(move || Some(spoken()))
                    prop:value=live_value(move || cursor.get().to_string())
                    on:input=move |event| cursor.set(chosen(event))
                    on:change=move |event| {
                        on_select.run(picked.points[chosen(event)].day);
                    }
                />
            </div>
            <ol class="axis-x" aria-hidden="true">
                {layout.days.iter().map(|&day| label(move || date(day))).collect_view()}
            </ol>
        </div>
        <p class="hint">{t(texts::CHART_HINT)}</p>
        {legend(&signs)}
        {table(timeline)}
    }
    .into_any()
}

fn label(words: impl Fn() -> String + Send + 'static) -> AnyView {
    view! { <li>{live_text(words)}</li> }.into_any()
}

/// A sign of the drawing beside the line of what is payable.
struct Sign {
    /// The class of its shape.
    shape: &'static str,
    /// The class of its meaning.
    class: &'static str,
    /// What it means.
    text: Text,
    /// All of its places in one path; empty where there is none.
    path: String,
}

fn signs(layout: &Layout) -> [Sign; 5] {
    let mark = |is_kind: fn(&EventKind) -> bool, top: i128, class, text| {
        let marks = layout.marks.iter().filter(|mark| is_kind(&mark.kind));
        let path = marks.map(|mark| format!("M{} {top}V{HEIGHT}", mark.day)).collect();
        Sign { shape: "mark", class, text, path }
    };
    let band = |refused: bool, class, text| {
        let bands = layout.bands.iter().filter(|band| band.refused == refused);
        let path =
            bands.map(|band| format!("M{} 0v{HEIGHT}h{}V0z", band.from, band.days)).collect();
        Sign { shape: "band", class, text, path }
    };
    let is_first_days = |kind: &EventKind| *kind == EventKind::FirstDaysOver;
    let is_instalment = |kind: &EventKind| *kind == EventKind::InstalmentDue;
    let is_replenished = |kind: &EventKind| matches!(kind, EventKind::LimitReplenished(_));
    [
        mark(is_first_days, 0, "first-days", texts::CHART_FIRST_DAYS_OVER),
        mark(is_instalment, HEIGHT * 96 / 100, "instalment", texts::CHART_INSTALMENT),
        mark(is_replenished, 0, "replenished", texts::CHART_LEGEND_REPLENISHED),
        band(false, "capped", texts::CHART_CAPPED),
        band(true, "refused", texts::CHART_REFUSED),
    ]
}

/// The drawing; its horizontal unit is a day, so that nothing has to be scaled when it is resized.
fn drawing(layout: &Layout, signs: &[Sign], last: usize, cursor: RwSignal<usize>) -> AnyView {
    let width = last.max(1);
    // The bands come last among the signs, and lie below everything.
    let signs = signs.iter().rev();
    let signs = signs.map(|sign| line(format!("{} {}", sign.shape, sign.class), sign.path.clone()));
    let grid = (0..=4).map(|line| format!("M0 {}H{width}", HEIGHT * line / 4)).collect();
    let at_cursor = live_attr(move || Some(format!("M{} 0V{HEIGHT}", cursor.get())));
    view! {
        <svg
            aria-hidden="true"
            viewBox=format!("0 0 {width} {HEIGHT}")
            preserveAspectRatio="none"
        >
            {signs.collect_view()}
            {line("grid".to_owned(), grid)}
            {line("payable".to_owned(), layout.path.clone())}
            <path class="cursor" d=at_cursor vector-effect="non-scaling-stroke" />
        </svg>
    }
    .into_any()
}

fn line(class: String, path: String) -> AnyView {
    view! { <path class=class d=path vector-effect="non-scaling-stroke" /> }.into_any()
}

/// The meaning of every sign that the drawing uses.
fn legend(signs: &[Sign]) -> AnyView {
    let used = signs.iter().filter(|sign| !sign.path.is_empty());
    let entries = used.map(|sign| {
        let class = format!("sign {}", sign.class);
        view! { <li><span class=class aria-hidden="true"></span>{t(sign.text)}</li> }
    });
    view! { <ul class="legend">{entries.collect_view()}</ul> }.into_any()
}

/// The same data as a table: every day on which something changes, and one a month in between.
fn table(timeline: &Timeline) -> AnyView {
    let columns = vec![
        Column::new(texts::CHART_COLUMN_DAY),
        Column::new(texts::CHART_COLUMN_PAYABLE).number(),
        Column::new(texts::CHART_COLUMN_DECISION),
        Column::new(texts::CHART_COLUMN_CHANGES),
    ];
    let is_checked = timeline.is_limit_checked;
    let rows = rows(timeline).into_iter().map(|it| row(it, is_checked)).collect_view();
    view! {
        <Disclosure summary=texts::CHART_TABLE>
            <Table caption=texts::CHART_TITLE columns>{rows}</Table>
        </Disclosure>
    }
    .into_any()
}

fn row(row: Row, is_limit_checked: bool) -> AnyView {
    let Row { point, changes } = row;
    let changes = live_text(move || changes.iter().map(change).collect::<Vec<_>>().join(", "));
    view! {
        <tr role="row">
            <RowHeader>{live_text(move || date(point.day))}</RowHeader>
            <Cell label=texts::CHART_COLUMN_PAYABLE is_number=true>{live_text(move || amount(point.payable))}</Cell>
            <Cell label=texts::CHART_COLUMN_DECISION>{t(decision(point.decision, is_limit_checked))}</Cell>
            <Cell label=texts::CHART_COLUMN_CHANGES>{changes}</Cell>
        </tr>
    }
    .into_any()
}

fn in_words(point: &Point, is_limit_checked: bool) -> String {
    t_with(
        texts::CHART_READOUT,
        &[
            ("day", date(point.day)),
            ("amount", amount(point.payable)),
            ("decision", decision(point.decision, is_limit_checked).get().to_owned()),
        ],
    )
}

/// Where the cap was not checked, nobody knows whether the whole refund is paid out.
fn decision(decision: Decision, is_limit_checked: bool) -> Text {
    match decision {
        Decision::Allowed if !is_limit_checked => texts::CHART_UNCHECKED,
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
