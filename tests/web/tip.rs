//! Tips stand over everything else and whole within the window.

use crate::stage::{document, settle, stage};
use leptos::prelude::*;
use prorata::ui::{Button, Dialog};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

const REASON: &str =
    "Your role can't do this. Roles that can: Admin agent, Global admin, Helpdesk agent.";

/// What the style sheets, which are not in this page, say about tips, and frames that cut off what they hold.
const STYLE: &str = "
    .tip { inset: auto; margin: 0; width: max-content; max-width: 200px; }
    .frame { position: fixed; overflow: hidden; width: 90px; height: 30px; }
    .right { right: 0; top: 0 } .left { left: 0; top: 60px } .low { left: 40%; bottom: 0 }
";

fn disabled() -> impl IntoView {
    let reason = RwSignal::new(Some(REASON.to_owned()));
    view! { <Button on_click=Callback::new(|_| ()) disabled_reason=reason>"Refund"</Button> }
}

fn focus(control: &Element) {
    control.unchecked_ref::<HtmlElement>().focus().unwrap();
}

/// Whether `tip` is in sight: inside the window, and nothing stands over its corners.
fn is_in_sight(tip: &Element) -> bool {
    let (place, root) = (tip.get_bounding_client_rect(), document().document_element().unwrap());
    let is_inside = place.width() > 0.0
        && place.left() >= 0.0
        && place.top() >= 0.0
        && place.right() <= root.client_width().into()
        && place.bottom() <= root.client_height().into();
    let is_on_top = |x: f64, y: f64| {
        document().element_from_point(x as f32, y as f32).is_some_and(|it| it == *tip)
    };
    is_inside
        && is_on_top(place.left() + 1.0, place.top() + 1.0)
        && is_on_top(place.right() - 1.0, place.bottom() - 1.0)
}

#[wasm_bindgen_test]
async fn neither_a_frame_nor_the_window_cuts_off_a_reason() {
    let page = stage(|| {
        view! {
            <style>{STYLE}</style>
            <div class="frame left">{disabled()}</div>
            <div class="frame right">{disabled()}</div>
            <div class="frame low">{disabled()}</div>
        }
    })
    .await;
    for (button, tip) in page.all("button").iter().zip(page.all(".tip")) {
        assert_eq!(tip.get_bounding_client_rect().width(), 0.0, "hidden until it is asked for");
        focus(button);
        settle().await;
        assert!(is_in_sight(&tip), "{:?}", button.parent_element().unwrap().parent_element());
    }
    let shown = page.all(".tip").iter().filter(|tip| is_in_sight(tip)).count();
    assert_eq!(shown, 1, "one at a time");
    document().active_element().unwrap().unchecked_into::<HtmlElement>().blur().unwrap();
    settle().await;
    assert!(page.all(".tip").iter().all(|tip| !is_in_sight(tip)));
}

#[wasm_bindgen_test]
async fn a_dialog_does_not_cut_off_a_reason() {
    let is_open = RwSignal::new(true);
    let page = stage(move || {
        view! {
            <style>{STYLE}</style>
            <Dialog is_open title="Really?" actions=disabled>
                "Everything is lost."
            </Dialog>
        }
    })
    .await;
    settle().await;
    focus(&page.find("button"));
    settle().await;
    assert!(is_in_sight(&page.find(".tip")));
}
