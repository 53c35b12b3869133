//! What is used and left of the limit from day to day, as both readings count it.
//!
//! The drawing is decoration for assistive technology: a day is looked at with a native range control that lies over
//! it (mouse, touch and keyboard) and is read out in words, and the data stands in a table below.

use crate::i18n::calculations::money;
use crate::i18n::catalogue::cap as texts;
use crate::i18n::{Text, date, t, t_with};
use crate::platform::pointer;
use crate::ui::{
    Cell, Column, Disclosure, RowHeader, Table, live_attr, live_text, live_value, picture_controls,
    pointed_out,
};
use leptos::prelude::*;
use std::sync::Arc;
use view_model::cap::chart::{Chart, HEIGHT, Standing};

/// The chart under a heading; `other` is what its line of another reading means.
pub(super) fn cap_chart(chart: Chart, title: Text, other: Option<Text>) -> AnyView {
    let chart = Arc::new(chart);
    let last = usize::try_from(chart.width).unwrap_or_default();
    let cursor = RwSignal::new(usize::try_from(chart.today).unwrap_or_default());
    let pointed = RwSignal::new(None);
    let [read, spoken, under] = [&chart; 3].map(Arc::clone);
    let label = |words: Box<dyn Fn() -> String + Send>| view! { <li>{live_text(words)}</li> };
    let ticks = chart.ticks.clone().into_iter().map(|tick| label(Box::new(move || money(tick))));
    let marks = chart.marks.clone().into_iter().map(|day| label(Box::new(move || date(day))));
    view! {
        <figure class="date-chart cap-chart">
            <figcaption>
                <h2>{t(title)}</h2>
            </figcaption>
            <p class="readout" aria-hidden="true">
                {live_text(move || in_words(&read, cursor.get(), other))}
            </p>
            <div class="plot">
                <ol class="axis-y" aria-hidden="true">{ticks.collect_view()}</ol>
                <div
                    class="canvas"
                    on:pointermove=move |event| pointed.set(pointer::step_under(&event, "svg", last))
                    on:pointerleave=move |_| pointed.set(None)
                >
                    {drawing(&chart, cursor, pointed)}
                    {pointed_out(pointed, last, move |place| in_words(&under, place, other))}
                    <input
                        type="range"
                        min="0"
                        max=last.to_string()
                        step="1"
                        aria-label=t(texts::DAY)
                        aria-valuetext=live_attr(move || Some(in_words(&spoken, cursor.get(), other)))
                        prop:value=live_value(move || cursor.get().to_string())
                        on:input=move |event| {
                            cursor.set(event_target_value(&event).parse().unwrap_or(0).min(last));
                        }
                    />
                </div>
                <ol class="axis-x" aria-hidden="true">{marks.collect_view()}</ol>
            </div>
            {legend(other)}
            {picture_controls()}
            <Disclosure summary=texts::CHART_TABLE>{table(&chart, title, other)}</Disclosure>
        </figure>
    }
    .into_any()
}

/// A day and how the limit stands on it.
fn in_words(chart: &Chart, place: usize, other: Option<Text>) -> String {
    let (day, standing) = chart.on(place);
    let Some(Standing { used, left, other: of_other, .. }) = standing else { return date(day) };
    let values = [("day", date(day)), ("used", money(used)), ("left", money(left))];
    let words = t_with(texts::READOUT, &values);
    let Some((name, (amount, _))) = other.zip(of_other) else { return words };
    let values = [("name", name.get().to_owned()), ("amount", money(amount))];
    [words, t_with(texts::READOUT_OTHER, &values)].join(" ")
}

fn line(class: &'static str, path: String) -> AnyView {
    view! { <path class=class d=path vector-effect="non-scaling-stroke" /> }.into_any()
}

fn drawing(chart: &Chart, cursor: RwSignal<usize>, pointed: RwSignal<Option<usize>>) -> AnyView {
    let width = chart.width;
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
            {line("grid", grid)}
            {line("used", chart.used.clone())}
            {line("other", chart.other.clone())}
            {line("left", chart.left.clone())}
            {line("limit", format!("M0 {}H{width}", chart.limit))}
            {line("today", format!("M{} 0V{HEIGHT}", chart.today))}
            <path class="pointer" d=at_pointer vector-effect="non-scaling-stroke" />
            <path class="cursor" d=at_cursor vector-effect="non-scaling-stroke" />
        </svg>
    }
    .into_any()
}

fn legend(other: Option<Text>) -> AnyView {
    let signs = [
        Some(("left", "M0 8L16 2", texts::LEFT)),
        Some(("used", "M0 10V5H16V10z", texts::USED)),
        other.map(|name| ("other", "M0 5H16", name)),
        Some(("limit", "M0 5H16", texts::CAP_LINE)),
        Some(("today", "M8 0V10", texts::TODAY)),
    ];
    let entry = |(class, sample, words): (&'static str, &'static str, Text)| {
        view! {
            <li>
                <svg class="sample" aria-hidden="true" viewBox="0 0 16 10">
                    {line(class, sample.to_owned())}
                </svg>
                {t(words)}
            </li>
        }
    };
    view! { <ul class="legend">{signs.into_iter().flatten().map(entry).collect_view()}</ul> }
        .into_any()
}

/// Every day on which something changes.
fn table(chart: &Chart, title: Text, other: Option<Text>) -> AnyView {
    let mut columns = vec![
        Column::new(texts::DAY),
        Column::new(texts::USED).number(),
        Column::new(texts::LEFT).number(),
    ];
    columns.extend(other.map(|name| Column::new(name).number()));
    let number = |label: Text, amount| {
        let words = live_text(move || money(amount));
        view! { <Cell label=label is_number=true>{words}</Cell> }.into_any()
    };
    let row = |row: Standing| {
        let Standing { day, used, left, other: of_other } = row;
        view! {
            <tr role="row">
                <RowHeader>{live_text(move || date(day))}</RowHeader>
                {number(texts::USED, used)}
                {number(texts::LEFT, left)}
                {other.zip(of_other).map(|(name, (amount, _))| number(name, amount))}
            </tr>
        }
        .into_any()
    };
    let rows: Vec<AnyView> = chart.rows.iter().copied().map(row).collect();
    view! { <Table caption=title columns>{rows}</Table> }.into_any()
}
