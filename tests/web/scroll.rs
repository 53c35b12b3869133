//! Back and a reload return to where a page was scrolled to, although its rows come late.

use crate::stage::{Stage, settle, stage, until};
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use prorata::platform::timer;
use prorata::router::{Arriving, Page, Router, View, pages};
use std::future::ready;
use std::time::Duration;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Window;

/// How long the rows of the list take.
const LATE: Duration = Duration::from_millis(60);

const PAGES: &[Page] =
    &[Page { paths: &["/"], bring: || here(list) }, Page { paths: &["/far"], bring: || here(far) }];

fn here(view: View) -> Arriving {
    Box::pin(ready(Some(view)))
}

fn list() -> AnyView {
    let rows = RwSignal::new(0);
    timer::after(LATE, move || {
        rows.try_set(40);
    });
    let row = |_| view! { <p style="height: 100px; margin: 0">"Row"</p> };
    view! {
        <a id="far" href="/far">"far"</a>
        {move || (0..rows.get()).map(row).collect_view()}
    }
    .into_any()
}

fn far() -> AnyView {
    view! { <h1>"Far"</h1> }.into_any()
}

fn window() -> Window {
    web_sys::window().unwrap()
}

fn place() -> f64 {
    window().scroll_y().unwrap()
}

async fn application() -> Stage<impl Mountable> {
    stage(|| view! { <Router>{pages(PAGES, far)}</Router> }).await
}

async fn rows_are_there() {
    timer::sleep(LATE * 3).await;
    settle().await;
}

#[wasm_bindgen_test]
async fn back_and_a_reload_hold_the_place_while_the_page_grows() {
    let location = window().location();
    let before = location.pathname().unwrap() + &location.search().unwrap();
    let history = window().history().unwrap();
    // An application before this one was held at its place, and nobody has touched anything since.
    history.push_state_with_url(&JsValue::from_f64(0.0), "", Some("/")).unwrap();
    drop(application().await);
    history.replace_state_with_url(&JsValue::NULL, "", Some("/")).unwrap();
    let page = application().await;
    rows_are_there().await;
    window().scroll_to_with_x_and_y(0.0, 1500.0);

    page.click("#far").await;
    assert_eq!(page.text("h1"), "Far");
    history.back().unwrap();
    until(|| window().location().pathname().unwrap() == "/").await;
    rows_are_there().await;
    assert!((place() - 1500.0).abs() < 1.0, "back: {}", place());

    drop(page);
    let page = application().await;
    rows_are_there().await;
    assert!((place() - 1500.0).abs() < 1.0, "a reload: {}", place());

    page.click("#far").await;
    history.forward().unwrap();
    rows_are_there().await;
    assert_eq!(page.text("h1"), "Far");
    drop(page);
    history.replace_state_with_url(&JsValue::NULL, "", Some(&before)).unwrap();
    window().scroll_to_with_x_and_y(0.0, 0.0);
}
