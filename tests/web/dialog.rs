use crate::stage::{document, settle, stage};
use leptos::prelude::*;
use prorata::ui::{Button, Dialog};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlDialogElement, HtmlElement};

fn focused_text() -> Option<String> {
    document().active_element()?.text_content()
}

#[wasm_bindgen_test]
async fn the_focus_goes_into_the_dialog_and_comes_back() {
    let is_open = RwSignal::new(false);
    let page = stage(move || {
        let cancel = Callback::new(move |_| is_open.set(false));
        view! {
            <button id="opener" on:click=move |_| is_open.set(true)>"Open"</button>
            <Dialog
                is_open
                title="Really?"
                actions=move || view! { <Button on_click=cancel>"Cancel"</Button> }
            >
                "Everything is lost."
            </Dialog>
        }
    })
    .await;
    let dialog: HtmlDialogElement = page.find("dialog").unchecked_into();
    assert!(!dialog.open());

    page.find("#opener").unchecked_into::<HtmlElement>().focus().unwrap();
    page.click("#opener").await;
    assert!(dialog.open());
    assert_eq!(focused_text().as_deref(), Some("Cancel"));
    let label = page.attribute("dialog", "aria-labelledby").unwrap();
    assert_eq!(page.text(&format!("#{label}")), "Really?");

    page.click("dialog .button").await;
    assert!(!dialog.open());
    assert_eq!(focused_text().as_deref(), Some("Open"));
}

#[wasm_bindgen_test]
async fn closing_it_by_the_browser_is_noticed() {
    let is_open = RwSignal::new(true);
    let page = stage(move || {
        view! { <Dialog is_open title="Really?" actions=|| ()>"Words"</Dialog> }
    })
    .await;
    // What the Escape key does.
    page.find("dialog").unchecked_into::<HtmlDialogElement>().close();
    settle().await;
    assert!(!is_open.get_untracked());
}
