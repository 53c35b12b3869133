use crate::stage::{stage, until};
use prorata::app::App;
use prorata::i18n::catalogue::shell;
use prorata::i18n::{self, Language};
use prorata::pages;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

/// Shows `address` in the address bar without loading it.
fn show(address: &str) {
    let history = web_sys::window().unwrap().history().unwrap();
    history.replace_state_with_url(&JsValue::NULL, "", Some(address)).unwrap();
}

fn address() -> String {
    let location = web_sys::window().unwrap().location();
    format!("{}{}", location.pathname().unwrap(), location.search().unwrap())
}

#[wasm_bindgen_test]
async fn every_route_has_a_page_with_one_heading() {
    i18n::select(Language::English);
    let before = address();
    for route in pages::routes() {
        // Static hosts answer a route from a folder, and put a slash at its end.
        for address in [route.to_owned(), format!("{}/", route.trim_end_matches('/'))] {
            show(&address);
            let page = stage(App).await;
            // Pages come in steps, between which a busy machine takes its time.
            until(|| !page.texts("main h1").is_empty()).await;
            let headings = page.texts("main h1");
            assert_eq!(headings.len(), 1, "{address}: {headings:?}");
            assert_ne!(headings[0], shell::NOT_FOUND.get(), "{address}");
        }
    }
    show("/nowhere");
    assert_eq!(stage(App).await.text("main h1"), shell::NOT_FOUND.get());
    show(&before);
}
