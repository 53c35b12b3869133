//! The table of more rows than a browser draws, under its own style sheet.

use crate::stage::{Stage, document, settle, stage, until};
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use prorata::ui::{Grid, GridColumn, GridRows, GridSort, grid_cell, grid_header};
use view_model::listing::Sort;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, KeyboardEvent, KeyboardEventInit};

const ROWS: usize = 100_000;
const STYLE: &str = include_str!("../../style/grid.css");

/// What a test sees of a grid, and does to its rows.
#[derive(Clone, Copy)]
struct Rows {
    count: RwSignal<usize>,
    edition: RwSignal<u64>,
    order: RwSignal<u64>,
    selected: RwSignal<Vec<usize>>,
    opened: RwSignal<Vec<usize>>,
    sort: RwSignal<Vec<Sort>>,
}

impl Rows {
    fn new() -> Self {
        Self {
            count: RwSignal::new(ROWS),
            edition: RwSignal::new(0),
            order: RwSignal::new(0),
            selected: RwSignal::default(),
            opened: RwSignal::default(),
            sort: RwSignal::new(vec![Sort::by("name")]),
        }
    }
}

/// A grid of some height, which begins at a row.
async fn grid(rows: Rows, start: usize) -> Stage<impl Mountable> {
    let page = stage(move || {
        let column = |key: &'static str, label: &'static str| GridColumn {
            key,
            label: label.into(),
            width: 100,
            is_number: false,
            explanation: None,
        };
        let columns = Signal::stored(vec![column("name", "Name"), column("count", "Count")]);
        let grid_rows = GridRows {
            count: rows.count.into(),
            edition: rows.edition.into(),
            order: rows.order.into(),
            start,
            on_scroll: Callback::new(|_| ()),
            cells: Callback::new(move |place: usize| {
                let edition = rows.edition.get_untracked();
                view! {
                    <div class="grid-select" role="gridcell">
                        <input type="checkbox" tabindex="-1" />
                    </div>
                    {grid_header(format!("Row {place}").into_any())}
                    {grid_cell(false, format!("Edition {edition}").into_any())}
                }
                .into_any()
            }),
            is_selected: Callback::new(move |place| rows.selected.with(|all| all.contains(&place))),
            on_select: Callback::new(move |place| rows.selected.update(|all| all.push(place))),
            on_open: Callback::new(move |place| rows.opened.update(|all| all.push(place))),
        };
        let on_sort = Callback::new(move |(key, keeps): (&'static str, bool)| {
            rows.sort.update(|sort| {
                if !keeps {
                    sort.clear();
                }
                sort.push(Sort::by(key));
            });
        });
        let sort = GridSort { by: rows.sort.into(), on_sort };
        view! {
            <style>":root { --grid-row: 3.25rem; --grid-head: 2.5rem; }"</style>
            <style>{STYLE}</style>
            <style>".grid-frame { block-size: 400px; max-block-size: none; }"</style>
            <Grid
                caption="Things"
                columns
                select_all=|| view! { <input type="checkbox" /> }
                sort
                rows=grid_rows
            />
        }
    })
    .await;
    settle().await;
    page
}

fn frame<S: Mountable>(page: &Stage<S>) -> HtmlElement {
    page.find("[role=grid]").unchecked_into()
}

/// The row indexes that are drawn, of which screen readers tell.
fn indexes<S: Mountable>(page: &Stage<S>) -> Vec<usize> {
    let indexes = page.attributes(".grid-body [role=row]", "aria-rowindex");
    indexes.iter().map(|index| index.parse().unwrap()).collect()
}

/// The row index of the row that is meant.
fn active<S: Mountable>(page: &Stage<S>) -> Option<usize> {
    let id = page.attribute("[role=grid]", "aria-activedescendant")?;
    page.attribute(&format!("[id='{id}']"), "aria-rowindex")?.parse().ok()
}

async fn press<S: Mountable>(page: &Stage<S>, key: &str) {
    let options = KeyboardEventInit::new();
    options.set_key(key);
    options.set_bubbles(true);
    options.set_cancelable(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &options).unwrap();
    frame(page).dispatch_event(&event).unwrap();
    settle().await;
}

/// Scrolls as a wheel does, and waits until other rows are drawn.
async fn scroll_to<S: Mountable>(page: &Stage<S>, top: i32) {
    let before = indexes(page);
    frame(page).set_scroll_top(top);
    until(|| indexes(page) != before).await;
}

/// Whether a row is wholly between the headings and the lower edge of the frame.
fn is_in_sight<S: Mountable>(page: &Stage<S>, index: usize) -> bool {
    let row =
        page.find(&format!(".grid-body [aria-rowindex='{index}']")).get_bounding_client_rect();
    let head = page.find(".grid-head").get_bounding_client_rect();
    let frame = page.find("[role=grid]").get_bounding_client_rect();
    row.top() > head.bottom() - 1.0 && row.bottom() < frame.bottom() + 1.0
}

#[wasm_bindgen_test]
async fn only_rows_in_sight_are_drawn_and_each_says_which_of_all_it_is() {
    let page = grid(Rows::new(), 0).await;
    let all = (ROWS + 1).to_string();
    assert_eq!(page.attribute("[role=grid]", "aria-rowcount"), Some(all));
    assert_eq!(page.attribute("[role=grid]", "aria-colcount").as_deref(), Some("3"));
    assert_eq!(page.attribute(".grid-head [role=row]", "aria-rowindex").as_deref(), Some("1"));
    let first = indexes(&page);
    assert_eq!(first[0], 2, "after the headings");
    assert!(first.len() < 30, "{} rows", first.len());
    scroll_to(&page, 2_000_000).await;
    let drawn = indexes(&page);
    assert!(drawn.is_sorted() && drawn[0] > 1_000 && drawn.len() < 40, "{drawn:?}");
    let names = page.texts(".grid-body [role=rowheader]");
    let expected: Vec<String> = drawn.iter().map(|index| format!("Row {}", index - 2)).collect();
    assert_eq!(names, expected);
}

#[wasm_bindgen_test]
async fn every_row_is_reached_with_the_keyboard() {
    let page = grid(Rows::new(), 0).await;
    assert_eq!(active(&page), Some(2));
    press(&page, "ArrowDown").await;
    assert_eq!(active(&page), Some(3));
    press(&page, "PageDown").await;
    let paged = active(&page).unwrap();
    assert!((6..20).contains(&paged), "{paged}");
    assert!(is_in_sight(&page, paged));
    press(&page, "End").await;
    assert_eq!(active(&page), Some(ROWS + 1));
    assert!(is_in_sight(&page, ROWS + 1));
    press(&page, "ArrowDown").await;
    assert_eq!(active(&page), Some(ROWS + 1), "there is nothing below the last");
    press(&page, "PageUp").await;
    assert_eq!(active(&page), Some(ROWS + 1 - (paged - 3)));
    press(&page, "Home").await;
    assert_eq!(active(&page), Some(2));
    assert!(is_in_sight(&page, 2));
}

#[wasm_bindgen_test]
async fn keys_select_and_open_the_row_that_is_meant() {
    let rows = Rows::new();
    let page = grid(rows, 0).await;
    press(&page, "ArrowDown").await;
    press(&page, " ").await;
    assert_eq!(rows.selected.get_untracked(), [1]);
    let selected = page.attribute(".grid-body [aria-rowindex='3']", "aria-selected");
    assert_eq!(selected.as_deref(), Some("true"));
    press(&page, "Enter").await;
    assert_eq!(rows.opened.get_untracked(), [1]);
    press(&page, "x").await;
    assert_eq!(active(&page), Some(3), "other keys are not the table's");
}

#[wasm_bindgen_test]
async fn the_focus_stays_when_the_row_that_had_it_is_recycled() {
    let page = grid(Rows::new(), 0).await;
    let is_focused = || document().active_element() == Some(frame(&page).into());
    let input: HtmlElement = page.find(".grid-body [aria-rowindex='5'] input").unchecked_into();
    input.focus().unwrap();
    settle().await;
    assert!(is_focused(), "the table has the focus, and the row is the one that is meant");
    assert_eq!(active(&page), Some(5));
    scroll_to(&page, 2_000_000).await;
    assert!(!indexes(&page).contains(&5));
    assert!(is_focused());
    assert_eq!(active(&page), None, "what is not drawn cannot be named");
    press(&page, "ArrowDown").await;
    assert_eq!(active(&page), Some(6));
    assert!(is_in_sight(&page, 6));
}

#[wasm_bindgen_test]
async fn the_focus_stays_when_rows_look_different() {
    let rows = Rows::new();
    let page = grid(rows, 0).await;
    frame(&page).focus().unwrap();
    press(&page, "ArrowDown").await;
    rows.edition.set(1);
    settle().await;
    assert_eq!(page.texts(".grid-body [role=gridcell]:last-child")[0], "Edition 1");
    assert_eq!(document().active_element(), Some(frame(&page).into()));
    assert_eq!(active(&page), Some(3));
}

#[wasm_bindgen_test]
async fn another_order_begins_at_its_first_row() {
    let rows = Rows::new();
    let page = grid(rows, 0).await;
    press(&page, "End").await;
    rows.order.set(1);
    settle().await;
    assert_eq!(active(&page), Some(2));
    assert_eq!(frame(&page).scroll_top(), 0);
    assert_eq!(indexes(&page)[0], 2);
}

#[wasm_bindgen_test]
async fn fewer_rows_are_all_there_is_to_reach() {
    let rows = Rows::new();
    let page = grid(rows, 0).await;
    press(&page, "End").await;
    rows.count.set(3);
    rows.order.set(1);
    settle().await;
    assert_eq!(page.attribute("[role=grid]", "aria-rowcount").as_deref(), Some("4"));
    assert_eq!(indexes(&page), [2, 3, 4]);
    press(&page, "End").await;
    assert_eq!(active(&page), Some(4));
}

#[wasm_bindgen_test]
async fn a_taller_frame_draws_more_rows_and_a_smaller_one_fewer() {
    let page = grid(Rows::new(), 0).await;
    let before = indexes(&page).len();
    let resize = |height: &str| {
        frame(&page).style().set_property("block-size", height).unwrap();
    };
    resize("800px");
    until(|| indexes(&page).len() > before).await;
    let taller = indexes(&page).len();
    assert!((before + 6..before + 10).contains(&taller), "{before}, then {taller}");
    press(&page, "PageDown").await;
    let paged = active(&page).unwrap();
    resize("250px");
    until(|| indexes(&page).len() < before).await;
    press(&page, "Home").await;
    press(&page, "PageDown").await;
    assert!(active(&page).unwrap() < paged, "a page is what is in sight");
}

#[wasm_bindgen_test]
async fn a_table_begins_where_it_was_left() {
    let page = grid(Rows::new(), 5_000).await;
    until(|| indexes(&page).contains(&5_002)).await;
    assert!(is_in_sight(&page, 5_002));
    assert_eq!(active(&page), Some(5_002));
}

#[wasm_bindgen_test]
async fn headings_stay_in_sight_and_say_the_order() {
    let rows = Rows::new();
    let page = grid(rows, 0).await;
    let top = page.find(".grid-head").get_bounding_client_rect().top();
    scroll_to(&page, 100_000).await;
    assert_eq!(page.find(".grid-head").get_bounding_client_rect().top(), top);
    let order = || page.attributes(".grid-head [role=columnheader][aria-sort]", "aria-sort");
    assert_eq!(order(), ["ascending", "none"]);
    page.click(".grid-head [role=columnheader]:nth-child(3) button").await;
    assert_eq!(order(), ["none", "ascending"]);
    rows.sort.set(vec![Sort::by("count"), Sort::parse("-name")]);
    settle().await;
    assert_eq!(order(), ["none", "ascending"], "one column at most has the attribute");
    let places = page.texts(".grid-head .visually-hidden");
    assert_eq!(places.len(), 2, "both say their place: {places:?}");
}

#[wasm_bindgen_test]
async fn a_row_is_two_lines_tall_whatever_it_says() {
    let page = grid(Rows::new(), 0).await;
    let text = "a very long word and another one ".repeat(20);
    for cell in page.all(".grid-body [role=rowheader]") {
        cell.set_inner_html(&format!("<span class='two-lines'>{text}</span>"));
    }
    let heights: Vec<f64> = page
        .all(".grid-body [role=row]")
        .iter()
        .map(|row| row.get_bounding_client_rect().height())
        .collect();
    assert!(heights.iter().all(|height| (*height - 52.0).abs() < 0.5), "{heights:?}");
}

#[wasm_bindgen_test]
async fn lower_rows_are_more_rows_in_sight() {
    let page = grid(Rows::new(), 0).await;
    press(&page, "PageDown").await;
    let paged = active(&page).unwrap();
    let root: HtmlElement = document().document_element().unwrap().unchecked_into();
    for (token, height) in [("--grid-row", "2rem"), ("--grid-head", "2rem")] {
        root.style().set_property(token, height).unwrap();
    }
    let height = || page.find(".grid-body").get_bounding_client_rect().height();
    until(|| page.find(".grid-space").get_bounding_client_rect().height() < 3_300_000.0).await;
    assert!((height() / indexes(&page).len() as f64 - 32.0).abs() < 0.5, "{}", height());
    press(&page, "Home").await;
    press(&page, "PageDown").await;
    assert!(active(&page).unwrap() > paged, "a page is what is in sight");
    press(&page, "End").await;
    assert!(is_in_sight(&page, ROWS + 1));
    for token in ["--grid-row", "--grid-head"] {
        root.style().remove_property(token).unwrap();
    }
}
