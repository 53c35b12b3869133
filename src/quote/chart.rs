//! The date chart: what a return leaves on each day from today to expiry.
//!
//! The drawing itself is decoration for assistive technology: the day is chosen with a native range
//! control that lies over the drawing (mouse, touch and keyboard), its value is read out in words, and
//! the data stands in a table below. A pointer that only passes over the drawing reads the day under it.

use std::sync::Arc;

use calculator::{Decision, EventKind, Flow, Money, Timeline};
use chrono::NaiveDate;
use leptos::prelude::*;

use crate::i18n::calculations;
use crate::i18n::catalogue::chart as texts;
use crate::i18n::{self, Text, date, t, t_with};
use crate::platform::effect::effect;
use crate::platform::pointer;
use crate::ui::{
    Cell, Column, Disclosure, RowHeader, Table, live, live_attr, live_text, live_value,
    picture_controls, pointed_out,
};
use view_model::quote::chart::{HEIGHT, Layout, Row, layout, rows};

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
    effect(move || cursor.set(nearest(day.get())));
    let pointed = RwSignal::new(None);
    let [read, picked, under] = [timeline; 3].map(Arc::clone);
    let of_place = move |place| in_words(&under, place);
    let in_words = move || in_words(&read, cursor.get());
    let spoken = in_words.clone();
    let chosen = move |event| event_target_value(&event).parse::<usize>().unwrap_or(0).min(last);
    let signs = signs(&layout);
    view! {
        <p class="readout" aria-hidden="true">{live_text(in_words)}</p>
        <div class="plot">
            <ol class="axis-y" aria-hidden="true">
                {layout.ticks.iter().map(|&tick| label(move || tick_words(tick))).collect_view()}
            </ol>
            <div
                class="canvas"
                on:pointermove=move |event| pointed.set(pointer::step_under(&event, "svg", last))
                on:pointerleave=move |_| pointed.set(None)
            >
                {drawing(&layout, &signs, last, cursor, pointed)}
                {pointed_out(pointed, last, of_place)}
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
        {legend(&signs)}
        {best(timeline)}
        <p class="hint">{t(texts::CHART_HINT)}</p>
        {picture_controls()}
        {table(timeline)}
    }
    .into_any()
}

fn label(words: impl Fn() -> String + Send + 'static) -> AnyView {
    view! { <li>{live_text(words)}</li> }.into_any()
}

/// A sign of the drawing.
struct Sign {
    /// The class of its shape and meaning, which is drawn in the same way in the legend.
    class: &'static str,
    /// What it means.
    text: Text,
    /// All of its places in one path; empty where there is none.
    path: String,
    /// One of them in the legend.
    sample: &'static str,
}

/// Samples of signs, in a field of 16 by 10.
mod sample {
    pub(super) const LINE: &str = "M0 8L16 2";
    pub(super) const MARK: &str = "M8 0V10";
    pub(super) const LOW_MARK: &str = "M8 5V10";
    pub(super) const BAND: &str = "M0 0V10H16V0z";
    pub(super) const DOT: &str = "M8 5h0";
}

/// The signs from the lowest to the topmost.
fn signs(layout: &Layout) -> [Sign; 8] {
    let mark = |is_kind: fn(&EventKind) -> bool, top: i128| -> String {
        let marks = layout.marks.iter().filter(|mark| is_kind(&mark.kind));
        marks.map(|mark| format!("M{} {top}V{HEIGHT}", mark.day)).collect()
    };
    let band = |refused: bool| -> String {
        let bands = layout.bands.iter().filter(|band| band.refused == refused);
        bands.map(|band| format!("M{} 0v{HEIGHT}h{}V0z", band.from, band.days)).collect()
    };
    let sign = |class, text, sample, path| Sign { class, text, path, sample };
    let is_first_days = |kind: &EventKind| *kind == EventKind::FirstDaysOver;
    let is_instalment = |kind: &EventKind| *kind == EventKind::InstalmentDue;
    let is_replenished = |kind: &EventKind| matches!(kind, EventKind::LimitReplenished(_));
    let has_charges = !layout.payable.is_empty();
    let left = if has_charges { texts::CHART_LEFT } else { texts::CHART_PAID_OUT };
    let best = layout.best.map(|(day, height)| format!("M{day} {height}h0")).unwrap_or_default();
    [
        sign("band refused", texts::CHART_REFUSED, sample::BAND, band(true)),
        sign("band capped", texts::CHART_CAPPED, sample::BAND, band(false)),
        sign(
            "mark replenished",
            texts::CHART_LEGEND_REPLENISHED,
            sample::MARK,
            mark(is_replenished, 0),
        ),
        sign(
            "mark instalment",
            texts::CHART_INSTALMENT,
            sample::LOW_MARK,
            mark(is_instalment, HEIGHT * 96 / 100),
        ),
        sign("mark first-days", texts::CHART_FIRST_DAYS_OVER, sample::MARK, mark(is_first_days, 0)),
        sign("payable", texts::CHART_PAID_OUT, sample::LINE, layout.payable.clone()),
        sign("left", left, sample::LINE, layout.left.clone()),
        sign("best", texts::CHART_LEGEND_BEST, sample::DOT, best),
    ]
}

/// The drawing; its horizontal unit is a day, so that nothing has to be scaled when it is resized.
fn drawing(
    layout: &Layout,
    signs: &[Sign],
    last: usize,
    cursor: RwSignal<usize>,
    pointed: RwSignal<Option<usize>>,
) -> AnyView {
    let width = last.max(1);
    let bands = signs.iter().filter(|sign| sign.class.starts_with("band"));
    let others = signs.iter().filter(|sign| !sign.class.starts_with("band"));
    let draw = |sign: &Sign| line(sign.class, sign.path.clone());
    let grid = (0..=4).map(|line| format!("M0 {}H{width}", HEIGHT * line / 4)).collect();
    let at = |place: usize| format!("M{place} 0V{HEIGHT}");
    let at_cursor = live_attr(move || Some(at(cursor.get())));
    let at_pointer = live_attr(move || pointed.get().map(at));
    view! {
        <svg
            aria-hidden="true"
            viewBox=format!("0 0 {width} {HEIGHT}")
            preserveAspectRatio="none"
        >
            {bands.map(draw).collect_view()}
            {line("grid", grid)}
            {line("grid zero", format!("M0 {}H{width}", layout.zero))}
            <path class="pointer" d=at_pointer vector-effect="non-scaling-stroke" />
            <path class="cursor" d=at_cursor vector-effect="non-scaling-stroke" />
            {others.map(draw).collect_view()}
        </svg>
    }
    .into_any()
}

fn line(class: &'static str, path: String) -> AnyView {
    view! { <path class=class d=path vector-effect="non-scaling-stroke" /> }.into_any()
}

/// The meaning of every sign that the drawing uses, each as it is drawn; the topmost first.
fn legend(signs: &[Sign]) -> AnyView {
    let used = signs.iter().rev().filter(|sign| !sign.path.is_empty());
    let entries = used.map(|sign| {
        let sample = line(sign.class, sign.sample.to_owned());
        view! {
            <li>
                <svg class="sample" aria-hidden="true" viewBox="0 0 16 10">
                    {sample}
                </svg>
                {t(sign.text)}
            </li>
        }
    });
    view! { <ul class="legend">{entries.collect_view()}</ul> }.into_any()
}

/// The day on which a return leaves the most, in words.
fn best(timeline: &Timeline) -> AnyView {
    let Some(place) = timeline.best else { return ().into_any() };
    let point = timeline.points[place];
    let text = if place == 0 { texts::CHART_BEST_FIRST } else { texts::CHART_BEST };
    let has_charges = timeline.has_charges;
    let words = live_text(move || {
        let values =
            [("day", date(point.day)), ("amount", calculations::paid_or_received(point.flow()))];
        let best = t_with(text, &values);
        if has_charges { [&best, " ", texts::CHART_CHARGES.get()].concat() } else { best }
    });
    view! { <p class="best-day">{words}</p> }.into_any()
}

/// The same data as a table: every day on which something changes, and one a month in between.
fn table(timeline: &Timeline) -> AnyView {
    let (has_charges, is_checked) = (timeline.has_charges, timeline.is_limit_checked);
    let mut columns = vec![
        Column::new(texts::CHART_COLUMN_DAY),
        Column::new(texts::CHART_COLUMN_PAYABLE).number(),
    ];
    if has_charges {
        columns.push(Column::new(texts::CHART_COLUMN_LEFT).number());
    }
    columns.push(Column::new(texts::CHART_COLUMN_DECISION));
    columns.push(Column::new(texts::CHART_COLUMN_CHANGES));
    let rows = rows(timeline).into_iter().map(|it| row(it, has_charges, is_checked));
    let rows = rows.collect_view();
    view! {
        <Disclosure summary=texts::CHART_TABLE>
            <Table caption=texts::CHART_TITLE columns>{rows}</Table>
        </Disclosure>
    }
    .into_any()
}

fn row(row: Row, has_charges: bool, is_checked: bool) -> AnyView {
    let Row { point, changes } = row;
    let changes = live_text(move || i18n::list(&changes.iter().map(change).collect::<Vec<_>>()));
    let number = |name, words| view! { <Cell label=name is_number=true>{words}</Cell> };
    let payable = live_text(move || calculations::money(point.payable));
    let left = live_text(move || calculations::paid_or_received(point.flow()));
    view! {
        <tr role="row">
            <RowHeader>{live_text(move || date(point.day))}</RowHeader>
            {number(texts::CHART_COLUMN_PAYABLE, payable)}
            {has_charges.then(|| number(texts::CHART_COLUMN_LEFT, left))}
            <Cell label=texts::CHART_COLUMN_DECISION>
                {t(decision(point.decision, is_checked))}
            </Cell>
            <Cell label=texts::CHART_COLUMN_CHANGES>{changes}</Cell>
        </tr>
    }
    .into_any()
}

fn in_words(timeline: &Timeline, place: usize) -> String {
    let point = &timeline.points[place];
    let decision = decision(point.decision, timeline.is_limit_checked).get().to_owned();
    let mut values = vec![
        ("day", date(point.day)),
        ("amount", calculations::money(point.payable)),
        ("decision", decision),
    ];
    if point.charged.is_zero() {
        return t_with(texts::CHART_READOUT, &values);
    }
    values.push(("charged", calculations::money(point.charged)));
    values.push(("left", calculations::paid_or_received(point.flow())));
    t_with(texts::CHART_READOUT_CHARGED, &values)
}

/// A tick of the axis: an amount that comes in, or one that is paid.
fn tick_words(tick: Money) -> String {
    match Flow::of(tick) {
        // The axis counts what comes in, so that what lies below zero is paid.
        Flow::Get(below) => calculations::paid_or_received(Flow::Pay(below)),
        Flow::Pay(_) | Flow::Nothing(_) => calculations::money(tick),
    }
}

/// Where the cap was not checked, nobody knows whether the whole refund is paid out.
const fn decision(decision: Decision, is_checked: bool) -> Text {
    match decision {
        Decision::Allowed if is_checked => texts::CHART_ALLOWED,
        Decision::Allowed => texts::CHART_UNCHECKED,
        Decision::Capped => texts::CHART_CAPPED,
        Decision::Refused(_) => texts::CHART_REFUSED,
    }
}

fn change(kind: &EventKind) -> String {
    match kind {
        EventKind::FirstDaysOver => texts::CHART_FIRST_DAYS_OVER.get().to_owned(),
        EventKind::InstalmentDue => texts::CHART_INSTALMENT.get().to_owned(),
        EventKind::LimitReplenished(usd) => {
            t_with(texts::CHART_REPLENISHED, &[("amount", calculations::money(*usd))])
        }
    }
}
