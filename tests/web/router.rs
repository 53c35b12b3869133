use crate::stage::{settle, stage};
use leptos::prelude::*;
use prorata::query::use_query;
use prorata::router::{Page, Router, pages};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

const PAGES: &[(&str, Page)] = &[
    ("/", || start().into_any()),
    ("/wizard/*", || view! { <h1>"Wizard"</h1> <details></details> }.into_any()),
];

fn start() -> impl IntoView {
    let query = use_query();
    let who = query;
    view! {
        <h1>{move || format!("Start {}", who.text("who"))}</h1>
        <details></details>
        <a id="query" href="/?who=M%C3%BCller+%26%20Co&who=2">"query"</a>
        <a id="wizard" href="/wizard/">"wizard"</a>
        <a id="nowhere" href="/nowhere">"nowhere"</a>
        <button on:click=move |_| query.set(&[("who", ""), ("more", "a b")])>"set"</button>
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
    history().back().unwrap();
    settle().await;
}

#[wasm_bindgen_test]
async fn links_and_the_history_lead_from_page_to_page() {
    let before = address();
    history().push_state_with_url(&JsValue::NULL, "", Some("/")).unwrap();
    let page = stage(|| {
        view! {
            <Router>{pages(PAGES, || view! { <h1>"Nowhere"</h1> }.into_any())}</Router>
        }
    })
    .await;
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
