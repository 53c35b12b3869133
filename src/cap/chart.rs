//! What is used of the limit from day to day. The drawing is decoration for assistive technology: the data
//! stands in a table below it.

use crate::i18n::calculations::money;
use crate::i18n::catalogue::cap as texts;
use crate::i18n::{Text, date, t};
use crate::ui::{Cell, Column, Disclosure, RowHeader, Table, live_text};
use leptos::prelude::*;
use view_model::cap::chart::{Chart, HEIGHT};

/// The chart under a heading.
pub(super) fn cap_chart(chart: Chart, title: Text) -> AnyView {
    let Chart { width, used, limit, today, ticks, marks, rows, .. } = chart;
    let grid: String = (0..=4).map(|line| format!("M0 {}H{width}", HEIGHT * line / 4)).collect();
    let paths = [
        ("grid", grid),
        ("used", used),
        ("limit", format!("M0 {limit}H{width}")),
        ("today", format!("M{today} 0V{HEIGHT}")),
    ];
    let draw = |(class, path): (&'static str, String)| {
        view! { <path class=class d=path vector-effect="non-scaling-stroke" /> }.into_any()
    };
    let legend = [
        ("used", "M0 10V5H16V10z", texts::USED),
        ("limit", "M0 5H16", texts::CAP_LINE),
        ("today", "M8 0V10", texts::TODAY),
    ];
    let legend = legend.map(|(class, sample, words)| {
        view! {
            <li>
                <svg class="sample" aria-hidden="true" viewBox="0 0 16 10">
                    {draw((class, sample.to_owned()))}
                </svg>
                {t(words)}
            </li>
        }
        .into_any()
    });
    let ticks: Vec<AnyView> = ticks
        .into_iter()
        .map(|tick| view! { <li>{live_text(move || money(tick))}</li> }.into_any())
        .collect();
    let marks: Vec<AnyView> = marks
        .into_iter()
        .map(|day| view! { <li>{live_text(move || date(day))}</li> }.into_any())
        .collect();
    let columns = vec![
        Column::new(texts::DAY),
        Column::new(texts::USED).number(),
        Column::new(texts::LEFT).number(),
    ];
    let rows: Vec<AnyView> = rows
        .into_iter()
        .map(|(day, used, left)| {
            view! {
                <tr role="row">
                    <RowHeader>{live_text(move || date(day))}</RowHeader>
                    <Cell label=texts::USED is_number=true>{live_text(move || money(used))}</Cell>
                    <Cell label=texts::LEFT is_number=true>{live_text(move || money(left))}</Cell>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <figure class="date-chart cap-chart">
            <figcaption>
                <h2>{t(title)}</h2>
            </figcaption>
            <div class="plot">
                <ol class="axis-y" aria-hidden="true">{ticks}</ol>
                <div class="canvas">
                    <svg
                        aria-hidden="true"
                        viewBox=format!("0 0 {width} {HEIGHT}")
                        preserveAspectRatio="none"
                    >
                        {Vec::from(paths.map(draw))}
                    </svg>
                </div>
                <ol class="axis-x" aria-hidden="true">{marks}</ol>
            </div>
            <ul class="legend">{Vec::from(legend)}</ul>
            <Disclosure summary=texts::CHART_TABLE>
                <Table caption=title columns>{rows}</Table>
            </Disclosure>
        </figure>
    }
    .into_any()
}
