use crate::stage::{Stage, pass, settle, stage, until};
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use prorata::platform::timer;
use prorata::query::use_query;
use prorata::router::{Arriving, Page, Router, View, pages};
use std::cell::Cell;
use std::future::ready;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

const PAGES: &[Page] = &[
    page(&["/"], || here(|| start().into_any())),
    page(&["/wizard", "/wizard/second"], || {
        here(|| view! { <h1>"Wizard"</h1> <details></details> }.into_any())
    }),
    page(&["/far"], || Box::pin(download())),
];

const fn page(paths: &'static [&'static str], bring: fn() -> Arriving) -> Page {
    Page { paths, bring }
}

/// A page whose module has come.
fn here(view: View) -> Arriving {
    Box::pin(ready(Some(view)))
}

thread_local! {
    /// How many more downloads of the far page fail.
    static FAILURES: Cell<u32> = const { Cell::new(0) };
}

/// A module that takes a while.
async fn download() -> Option<View> {
    timer::sleep(Duration::from_millis(5)).await;
    let failures = FAILURES.get();
    FAILURES.set(failures.saturating_sub(1));
    (failures == 0).then_some(|| view! { <h1>"Far"</h1> }.into_any())
}

fn start() -> impl IntoView {
    let query = use_query();
    let who = query;
    view! {
        <h1>{move || format!("Start {}", who.text("who"))}</h1>
        <details></details>
        <a id="query" href="/?who=M%C3%BCller+%26%20Co&who=2">"query"</a>
        <a id="wizard" href="/wizard/">"wizard"</a>
        <a id="nowhere" href="/nowhere">"nowhere"</a>
        <a id="far" href="/far">"far"</a>
        <button on:click=move |_| query.set(&[("who", ""), ("more", "a b")])>"set"</button>
        <button id="type" on:click=move |_| query.set_soon(&[("who", "typed")])>"type"</button>
        <button id="pause" on:click=move |_| query.set(&[("who", "typed")])>"pause"</button>
    }
}

fn history() -> web_sys::History {
    web_sys::window().unwrap().history().unwrap()
}

fn address() -> String {
    let location = web_sys::window().unwrap().location();
    location.pathname().unwrap() + &location.search().unwrap()
}

async fn back() {
    let left = address();
    history().back().unwrap();
    until(move || address() != left).await;
}

async fn application() -> Stage<impl Mountable> {
    history().push_state_with_url(&JsValue::NULL, "", Some("/")).unwrap();
    let nowhere: View = || view! { <h1>"Nowhere"</h1> }.into_any();
    stage(move || view! { <Router>{pages(PAGES, nowhere)}</Router> }).await
}

#[wasm_bindgen_test]
async fn links_and_the_history_lead_from_page_to_page() {
    let before = address();
    let page = application().await;
    assert_eq!(page.text("h1"), "Start ");

    page.click("#query").await;
    assert_eq!(page.text("h1"), "Start Müller & Co");
    assert_eq!(address(), "/?who=M%C3%BCller+%26%20Co&who=2");
    page.click("button").await;
    assert_eq!(address(), "/?more=a%20b", "in place of the address before");

    page.find("details").set_attribute("open", "").unwrap();
    page.click("#wizard").await;
    assert_eq!(page.text("h1"), "Wizard", "a host may add the slash at the end");
    assert!(!page.find("details").has_attribute("open"), "nothing of one page stays on the next");

    page.find("details").set_attribute("open", "").unwrap();
    history().push_state_with_url(&JsValue::NULL, "", Some("/wizard/second")).unwrap();
    back().await;
    assert!(page.find("details").has_attribute("open"), "from step to step the page stays");

    back().await;
    assert_eq!(page.text("h1"), "Start ");
    page.click("#nowhere").await;
    assert_eq!(page.text("h1"), "Nowhere");
    history().replace_state_with_url(&JsValue::NULL, "", Some(&before)).unwrap();
}

#[wasm_bindgen_test]
async fn a_page_in_a_module_comes_when_it_has_been_downloaded() {
    let before = address();
    let page = application().await;
    FAILURES.set(1);
    page.click("#far").await;
    settle().await;
    assert_eq!(page.text("h1"), "This page couldn't be downloaded");
    page.click("[role=alert] button").await;
    settle().await;
    assert_eq!(page.text("h1"), "Far");

    // Nobody waits for a page that was left again, and nothing happens when it arrives.
    back().await;
    page.find("#far").dyn_into::<web_sys::HtmlElement>().unwrap().click();
    back().await;
    pass(Duration::from_millis(100)).await;
    assert_eq!(page.text("h1"), "Start ");
    history().replace_state_with_url(&JsValue::NULL, "", Some(&before)).unwrap();
}

/// A browser notes an address a moment after it was told: a reload within it opens the former one.
#[wasm_bindgen_test]
async fn a_reload_in_the_moment_in_which_the_address_is_written_keeps_what_was_typed() {
    let page = application().await;
    page.click("#type").await;
    page.click("#pause").await;
    assert_eq!(address(), "/?who=typed");
    drop(page);
    let page = application().await;
    assert_eq!(page.text("h1"), "Start typed");
    assert_eq!(address(), "/?who=typed");
    drop(page);
    timer::sleep(Duration::from_millis(1_100)).await;
    let page = application().await;
    assert_eq!(page.text("h1"), "Start ", "whoever comes back later finds what they ask for");
}
