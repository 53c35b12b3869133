use crate::stage::{Stage, document, settle, stage};
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use prorata::i18n::{self, Language};
use prorata::platform::timer;
use prorata::ui::{Cell, Column, Keyed, RowHeader, Table, keyed, live};
use std::time::Duration;
use view_model::listing::Sort;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, KeyboardEvent, KeyboardEventInit};

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

/// A list with a check box, a link and two buttons in each row, and a part without any.
async fn walked(
    names: RwSignal<Vec<&'static str>>,
    has_field: RwSignal<bool>,
) -> Stage<impl Mountable> {
    let page = stage(move || {
        let row = move |name: &'static str| {
            Keyed::new(name, move || {
                view! {
                    <tr role="row">
                        <Cell label="Select"><input type="checkbox" /></Cell>
                        <RowHeader><a href=format!("#{name}")>{name}</a></RowHeader>
                        <Cell label="Actions">
                            <button type="button" id=format!("edit-{name}")>"Edit"</button>
                            <button type="button">"Remove"</button>
                        </Cell>
                        <Cell label="More">
                            {move || has_field.get().then(|| view! { <select></select> })}
                        </Cell>
                    </tr>
                }
                .into_any()
            })
        };
        let columns = ["Select", "Name", "Actions", "More"].map(Column::new).into();
        view! {
            <button type="button" id="before">"Before"</button>
            <Table caption="Things" columns>
                {keyed(move || names.get().into_iter().map(row).collect())}
                <tr role="row"><Cell label="Sum">"All"</Cell></tr>
            </Table>
        }
    })
    .await;
    settle().await;
    page
}

/// What the Tab key stops at.
fn stops<S: Mountable>(page: &Stage<S>) -> Vec<String> {
    page.texts("tbody :is(a, button, input, select):not([tabindex='-1'])")
}

fn focused() -> HtmlElement {
    document().active_element().unwrap().unchecked_into()
}

/// What has the focus: its words, or that it is a check box, and the row.
fn place() -> (String, String) {
    let control = focused();
    let row = control.closest("tr").unwrap();
    let name = row.and_then(|row| row.query_selector("th").unwrap());
    let text = |element: Element| element.text_content().unwrap_or_default();
    (text(control.into()), name.map(text).unwrap_or_default())
}

fn at(control: &str, row: &str) -> (String, String) {
    (control.to_owned(), row.to_owned())
}

/// Presses a key where the focus is; whether the page has taken it from the browser.
async fn press(key: &str) -> bool {
    let options = KeyboardEventInit::new();
    options.set_key(key);
    options.set_bubbles(true);
    options.set_cancelable(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &options).unwrap();
    let is_left_to_browser = focused().dispatch_event(&event).unwrap();
    settle().await;
    !is_left_to_browser
}

fn names() -> RwSignal<Vec<&'static str>> {
    RwSignal::new(vec!["Alpha", "Beta", "Gamma"])
}

#[wasm_bindgen_test]
async fn all_rows_are_one_stop_and_the_arrow_keys_lead_through_them() {
    let page = walked(names(), RwSignal::new(false)).await;
    assert_eq!(stops(&page), ["Alpha"], "what names the first row");
    page.find("th a").unchecked_into::<HtmlElement>().focus().unwrap();
    settle().await;
    for (key, control, row) in [
        ("ArrowDown", "Beta", "Beta"),
        ("ArrowRight", "Edit", "Beta"),
        ("ArrowRight", "Remove", "Beta"),
        ("ArrowDown", "Remove", "Gamma"),
        ("ArrowUp", "Remove", "Beta"),
        ("Home", "Remove", "Alpha"),
        ("End", "Remove", "Gamma"),
        ("ArrowLeft", "Edit", "Gamma"),
        ("ArrowLeft", "Gamma", "Gamma"),
        ("ArrowLeft", "", "Gamma"),
        ("ArrowUp", "", "Beta"),
    ] {
        assert!(press(key).await, "{key}");
        assert_eq!(place(), at(control, row), "{key}");
        assert_eq!(stops(&page), [control], "the stop goes along: {key}");
    }
    assert!(!press("ArrowLeft").await, "at the end of a row the key is the browser's");
    assert!(!press("PageDown").await, "so is what scrolls");
    press("Home").await;
    assert!(!press("ArrowUp").await, "and a step where there is no further row");
    press("ArrowDown").await;
    assert!(!press("x").await);
    assert!(!press("Tab").await);
    assert_eq!(place(), at("", "Beta"));
}

#[wasm_bindgen_test]
async fn a_row_is_selected_by_space_and_opened_by_enter_from_each_other() {
    let page = walked(names(), RwSignal::new(false)).await;
    page.find("th a").unchecked_into::<HtmlElement>().focus().unwrap();
    settle().await;
    let is_checked = || page.find("tr:first-child input").matches(":checked").unwrap();
    assert!(press(" ").await);
    assert!(is_checked());
    assert!(!press("Enter").await, "a link is the browser's");
    press("ArrowLeft").await;
    assert!(!press(" ").await, "and so is a check box");
    assert!(press("Enter").await);
    let location = web_sys::window().unwrap().location();
    assert_eq!(location.hash().unwrap(), "#Alpha");
    location.set_hash("").unwrap();
    press("End").await;
    press("ArrowRight").await;
    press("ArrowRight").await;
    assert!(!press(" ").await, "a button has its own");
}

#[wasm_bindgen_test]
async fn rows_that_come_and_go_leave_one_stop_and_the_focus() {
    let names = names();
    let page = walked(names, RwSignal::new(false)).await;
    names.update(|names| names.push("Delta"));
    settle().await;
    assert_eq!(stops(&page), ["Alpha"]);
    page.find("#edit-Beta").unchecked_into::<HtmlElement>().focus().unwrap();
    settle().await;
    names.set(vec!["Gamma", "Beta", "Alpha"]);
    settle().await;
    assert_eq!(place(), at("Edit", "Beta"), "it is moved");
    names.set(vec!["Gamma", "Alpha", "Delta"]);
    settle().await;
    assert_eq!(place(), at("Edit", "Alpha"), "the row that is there instead");
    assert_eq!(stops(&page), ["Edit"]);
    names.set(vec!["Gamma"]);
    settle().await;
    assert_eq!(place(), at("Edit", "Gamma"), "there is none further down");
    names.set(vec![]);
    settle().await;
    names.set(vec!["Gamma", "Beta"]);
    settle().await;
    assert_eq!(place(), at("Edit", "Gamma"), "it comes back with its row");

    names.set(vec![]);
    settle().await;
    let location = web_sys::window().unwrap().location();
    location.set_hash("elsewhere").unwrap();
    names.set(vec!["Gamma"]);
    settle().await;
    assert_eq!(focused().tag_name(), "BODY", "a table of another page is another one");
    location.set_hash("").unwrap();

    page.find("#before").unchecked_into::<HtmlElement>().focus().unwrap();
    settle().await;
    names.set(vec!["Alpha"]);
    settle().await;
    assert_eq!(focused().id(), "before", "nobody loses the focus to a table");
    assert_eq!(stops(&page), ["Alpha"]);
}

#[wasm_bindgen_test]
async fn the_focus_outlives_a_table_that_is_made_anew() {
    let round = RwSignal::new(0);
    let page = stage(move || {
        live(move || {
            let round = round.get();
            let row = move |name: &'static str| {
                view! {
                    <tr role="row">
                        <RowHeader>{name}</RowHeader>
                        <Cell label="Actions"><button type="button">{round}</button></Cell>
                    </tr>
                }
            };
            let columns = ["Name", "Actions"].map(Column::new).into();
            view! { <Table caption="Things" columns>{["Alpha", "Beta"].map(row)}</Table> }
                .into_any()
        })
    })
    .await;
    settle().await;
    page.find("tr:nth-child(2) td button").unchecked_into::<HtmlElement>().focus().unwrap();
    settle().await;
    round.set(1);
    settle().await;
    assert_eq!(place(), at("1", "Beta"));
    assert_eq!(stops(&page), ["1"]);
}

#[wasm_bindgen_test]
async fn rows_with_fields_keep_their_keys_and_their_stops() {
    let has_field = RwSignal::new(true);
    let page = walked(names(), has_field).await;
    assert_eq!(stops(&page).len(), 3 * 5);
    assert_eq!(page.attribute("table", "aria-describedby"), None);
    page.find("th a").unchecked_into::<HtmlElement>().focus().unwrap();
    assert!(!press("ArrowDown").await);
    has_field.set(false);
    settle().await;
    assert_eq!(stops(&page), ["Alpha"]);
    assert!(press("ArrowDown").await);
}

#[wasm_bindgen_test]
async fn a_table_says_its_keys_where_there_is_something_to_walk_to() {
    i18n::select(Language::English);
    let names = RwSignal::new(vec![]);
    let page = walked(names, RwSignal::new(false)).await;
    assert_eq!(page.attribute("table", "aria-describedby"), None);
    names.set(vec!["Alpha"]);
    settle().await;
    let id = page.attribute("table", "aria-describedby").unwrap();
    assert!(page.text(&format!("[id='{id}']")).contains("arrow keys"));
    assert_eq!(page.attribute("table", "role").as_deref(), Some("table"), "it is no other widget");
}
