use crate::stage::stage;
use leptos::prelude::*;
use prorata::ui::{Cell, Column, RowHeader, Sort, Table};
use wasm_bindgen_test::wasm_bindgen_test;

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
