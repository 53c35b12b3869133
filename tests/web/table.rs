use crate::stage::{settle, stage};
use leptos::prelude::*;
use prorata::platform::timer;
use prorata::ui::{Cell, Column, RowHeader, Table};
use std::time::Duration;
use view_model::listing::Sort;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

const ROWS: [(&str, u32); 3] = [("Beta", 3), ("Alpha", 20), ("Gamma", 1)];

fn sorted(sort: &Sort) -> Vec<(&'static str, u32)> {
    let mut rows = ROWS.to_vec();
    rows.sort_by(|left, right| {
        sort.directed(match sort.column.as_str() {
            "count" => left.1.cmp(&right.1),
            _ => left.0.cmp(right.0),
        })
    });
    rows
}

#[wasm_bindgen_test]
async fn a_click_on_a_heading_sorts_and_another_one_reverses() {
    let sort = RwSignal::new(Sort::by("name"));
    let page = stage(move || {
        let columns = vec![
            Column::new("Name").sortable("name"),
            Column::new("Count").sortable("count").number(),
        ];
        let on_sort = Callback::new(move |by| sort.set(by));
        view! {
            <Table caption="Things" columns sort on_sort>
                {move || {
                    sort.with(sorted)
                        .into_iter()
                        .map(|(name, count)| {
                            view! {
                                <tr role="row">
                                    <RowHeader>{name}</RowHeader>
                                    <Cell label="Count" is_number=true>
                                        {count}
                                    </Cell>
                                </tr>
                            }
                        })
                        .collect_view()
                }}
            </Table>
        }
    })
    .await;
    let names = || page.texts("tbody th");
    assert_eq!(names(), ["Alpha", "Beta", "Gamma"]);
    assert_eq!(page.attribute("th:nth-child(1)", "aria-sort").as_deref(), Some("ascending"));

    page.click("th:nth-child(2) button").await;
    assert_eq!(names(), ["Gamma", "Beta", "Alpha"]);
    assert_eq!(page.attribute("th:nth-child(1)", "aria-sort").as_deref(), Some("none"));
    assert_eq!(page.attribute("th:nth-child(2)", "aria-sort").as_deref(), Some("ascending"));

    page.click("th:nth-child(2) button").await;
    assert_eq!(names(), ["Alpha", "Beta", "Gamma"]);
    assert_eq!(page.attribute("th:nth-child(2)", "aria-sort").as_deref(), Some("descending"));
}

#[wasm_bindgen_test]
fn an_order_survives_its_address() {
    for written in ["name", "-expiry"] {
        assert_eq!(Sort::parse(written).written(), written);
    }
    assert_eq!(Sort::by("name").toggled("name").written(), "-name");
    assert_eq!(Sort::parse("-name").toggled("name").written(), "name");
    assert_eq!(Sort::parse("-name").toggled("expiry").written(), "expiry");
}

#[wasm_bindgen_test]
async fn a_table_is_a_tab_stop_while_it_scrolls_and_only_then() {
    let page = stage(|| {
        view! {
            <div class="room">
                <Table caption="Things" columns=vec![Column::new("Name")]>
                    <tr role="row">
                        <RowHeader>
                            <span class="wide">"Alpha"</span>
                        </RowHeader>
                    </tr>
                </Table>
            </div>
        }
    })
    .await;
    let room: HtmlElement = page.find(".room").unchecked_into();
    let frame: HtmlElement = page.find("[role=group]").unchecked_into();
    let wide: HtmlElement = page.find(".wide").unchecked_into();
    // The style sheets are not in this page.
    frame.style().set_property("overflow-x", "auto").unwrap();
    wide.style().set_property("display", "inline-block").unwrap();
    wide.style().set_property("width", "300px").unwrap();
    for (width, tab_stop) in [("600px", None), ("200px", Some("0")), ("600px", None)] {
        room.style().set_property("width", width).unwrap();
        timer::sleep(Duration::from_millis(50)).await;
        settle().await;
        assert_eq!(page.attribute("[role=group]", "tabindex").as_deref(), tab_stop, "{width}");
    }
    wide.style().set_property("width", "900px").unwrap();
    timer::sleep(Duration::from_millis(50)).await;
    settle().await;
    assert_eq!(page.attribute("[role=group]", "tabindex").as_deref(), Some("0"), "a wider cell");
}
