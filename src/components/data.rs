//! Lists, values and charts.

use super::sample::shown;
use crate::i18n::catalogue::{common, customer, customers, shell};
use crate::i18n::{Text, t};
use crate::platform::{clock, pointer};
use crate::ui::{
    Badge, Button, Cell, Column, DateText, Grid, GridColumn, GridRows, GridSort, Keyed, Meter,
    MoneyText, Property, PropertyList, RowHeader, Table, grid_cell, grid_header, keyed,
    keyed_gradually, live_attr, live_flag, picture_controls, pointed_out,
};
use leptos::prelude::*;
use view_model::Tone;
use view_model::listing::Sort;

/// Rows of the table that is sorted, and of the one that draws only what is in sight.
const FEW: usize = 4;
const MANY: usize = 1_000;

pub(super) fn all() -> AnyView {
    view! {
        {shown(stringify!(PropertyList), properties())}
        {shown(stringify!(Meter), meters())}
        {shown(stringify!(Table), tables())}
        {shown(stringify!(Grid), grid())}
        {shown(stringify!(pointed_out), chart())}
    }
    .into_any()
}

fn properties() -> AnyView {
    view! {
        <PropertyList>
            <Property name=customers::NAME>{t(common::PRODUCT)}</Property>
            <Property name=customers::DOMAIN />
            <Property name=customers::LIMIT_USED>
                <MoneyText
                    amount=Signal::stored("-1234567.80".to_owned())
                    currency=Signal::stored("EUR".to_owned())
                />
            </Property>
            <Property name=customers::SOONEST_EXPIRY><DateText date=Signal::stored(clock::today()) /></Property>
        </PropertyList>
    }
    .into_any()
}

fn meters() -> AnyView {
    let meter = |(permille, tone): (u16, Tone)| {
        let words = move || crate::i18n::integer(u64::from(permille));
        let permille = Signal::stored(permille);
        view! { <Meter name=customers::LIMIT_USED permille words tone=Signal::stored(tone) /> }
    };
    [(0, Tone::Neutral), (420, Tone::Neutral), (930, Tone::Warning), (1000, Tone::Danger)]
        .map(meter)
        .collect_view()
        .into_any()
}

fn columns() -> Vec<Column> {
    vec![
        Column::control(
            || view! { <input type="checkbox" aria-label=live_attr(|| Some(customer::SELECT_ALL.get())) /> },
        ),
        Column::new(customers::NAME).sortable("name"),
        Column::new(customers::RESERVATION_COUNT).number().explained(shell::NOT_AFFILIATED),
        Column::new(customer::STATUS),
        Column::new(customer::ACTIONS).label_hidden(),
    ]
}

fn tables() -> AnyView {
    let sort = RwSignal::new(Sort::by("name"));
    let on_sort = Callback::new(move |by| sort.set(by));
    let row = |place: usize| Keyed::new(place, move || row(place));
    let sorted = move || {
        let is_descending = sort.with(|sort| sort.is_descending);
        let place = move |place: usize| if is_descending { FEW - 1 - place } else { place };
        (0..FEW).map(move |it| row(place(it))).collect()
    };
    let later = move || (0..FEW).map(row).collect();
    let fields = move || {
        view! {
            <tr role="row">
                <RowHeader>{t(customers::NAME)}</RowHeader>
                <Cell label=customer::STATUS>
                    <input class="control" aria-label=live_attr(|| Some(customer::STATUS.get())) />
                </Cell>
            </tr>
        }
    };
    let of_fields = vec![Column::new(customers::NAME), Column::new(customer::STATUS)];
    view! {
        <Table caption=customers::CUSTOMERS columns=columns() sort=sort on_sort>
            {keyed(sorted)}
        </Table>
        <Table caption=customer::RESERVATIONS columns=columns()>
            {keyed_gradually(later, RwSignal::new(false))}
        </Table>
        <Table caption=customers::NAME columns=of_fields>{fields()}</Table>
        <Table caption=common::NOTHING_MATCHES columns=columns()>{Vec::<AnyView>::new()}</Table>
    }
    .into_any()
}

fn row(place: usize) -> AnyView {
    const STATES: [(Tone, Text); FEW] = [
        (Tone::Success, common::SUCCESS),
        (Tone::Warning, common::WARNING),
        (Tone::Danger, common::ERROR),
        (Tone::Neutral, common::NOT_STATED),
    ];
    let (tone, words) = STATES[place % FEW];
    let number = crate::i18n::integer(place as u64 * 1_234);
    view! {
        <tr role="row">
            <Cell label=customer::SELECT_ALL>
                <input type="checkbox" aria-label=live_attr(|| Some(customer::SELECT.get())) />
            </Cell>
            <RowHeader><a href=crate::paths::home()>{t(common::PRODUCT)} " " {place}</a></RowHeader>
            <Cell label=customers::RESERVATION_COUNT is_number=true>{number}</Cell>
            <Cell label=customer::STATUS><Badge tone>{t(words)}</Badge></Cell>
            <Cell label=customer::ACTIONS>
                <Button on_click=Callback::new(|_| ())>{t(customer::MANAGE)}</Button>
            </Cell>
        </tr>
    }
    .into_any()
}

fn grid() -> AnyView {
    let selected = RwSignal::new(Vec::<usize>::new());
    let toggle = move |place: usize| {
        selected.update(|all| match all.iter().position(|it| *it == place) {
            Some(at) => drop(all.remove(at)),
            None => all.push(place),
        });
    };
    let column = |key, label: Text, is_number| GridColumn {
        key,
        label: label.into(),
        width: 120,
        is_number,
        explanation: is_number.then(|| shell::NOT_AFFILIATED.into()),
    };
    let columns = Signal::stored(vec![
        column("name", customers::NAME, false),
        column("count", customers::RESERVATION_COUNT, true),
        column("state", customer::STATUS, false),
    ]);
    let cells = move |place: usize| {
        view! {
            <div class="grid-select" role="gridcell">
                <input
                    type="checkbox"
                    tabindex="-1"
                    aria-label=customer::SELECT.get()
                    prop:checked=live_flag(move || selected.with(|all| all.contains(&place)))
                    on:change=move |_| toggle(place)
                />
            </div>
            {grid_header(view! { <span>{common::PRODUCT.get()} " " {place}</span> }.into_any())}
            {grid_cell(true, crate::i18n::integer(place as u64 * 1_234).into_any())}
            {grid_cell(false, view! { <span class="two-lines">{shell::NOT_AFFILIATED.get()}</span> }.into_any())}
        }
        .into_any()
    };
    let rows = GridRows {
        count: Signal::stored(MANY),
        edition: Signal::stored(0),
        order: Signal::stored(0),
        start: 0,
        on_scroll: Callback::new(|_| ()),
        cells: Callback::new(cells),
        is_selected: Callback::new(move |place| selected.with(|all| all.contains(&place))),
        on_select: Callback::new(toggle),
        on_open: Callback::new(|_| ()),
    };
    let by = RwSignal::new(vec![Sort::by("name")]);
    let on_sort = Callback::new(move |(key, _): (&'static str, bool)| by.set(vec![Sort::by(key)]));
    let sort = GridSort { by: by.into(), on_sort };
    let select_all = || view! { <input type="checkbox" aria-label=live_attr(|| Some(customer::SELECT_ALL.get())) /> };
    view! { <Grid caption=customer::RESERVATIONS columns select_all sort rows /> }.into_any()
}

/// What charts have in common: a drawing with axes, the words beside the pointer, and the controls to take it along.
fn chart() -> AnyView {
    const LAST: usize = 100;
    let pointed = RwSignal::new(None);
    let label = |words: u64| view! { <li>{crate::i18n::integer(words)}</li> };
    let words = |place: usize| crate::i18n::integer(place as u64);
    view! {
        <figure class="date-chart">
            <figcaption><h2>{t(customers::LIMIT_USED)}</h2></figcaption>
            <div class="plot">
                <ol class="axis-y" aria-hidden="true">{[100, 50, 0].map(label).collect_view()}</ol>
                <div
                    class="canvas"
                    on:pointermove=move |event| pointed.set(pointer::step_under(&event, "svg", LAST))
                    on:pointerleave=move |_| pointed.set(None)
                >
                    <svg aria-hidden="true" viewBox="0 0 100 1000" preserveAspectRatio="none">
                        <path class="grid" d="M0 0H100M0 500H100" vector-effect="non-scaling-stroke" />
                        <path class="left" d="M0 0H40V700H100" vector-effect="non-scaling-stroke" />
                    </svg>
                    {pointed_out(pointed, LAST, words)}
                </div>
                <ol class="axis-x" aria-hidden="true">{[0, 50, 100].map(label).collect_view()}</ol>
            </div>
            <ul class="legend">
                <li>
                    <svg class="sample" aria-hidden="true" viewBox="0 0 16 10">
                        <path class="left" d="M0 8L16 2" />
                    </svg>
                    {t(customers::LIMIT_USED)}
                </li>
            </ul>
            {picture_controls()}
        </figure>
    }
    .into_any()
}
