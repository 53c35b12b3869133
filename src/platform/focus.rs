//! Moving the keyboard focus.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Focuses the element with this id, without scrolling past what stands above it.
pub fn by_id(id: &str) {
    if let Some(element) = super::document::element(id).and_then(|it| it.dyn_into().ok()) {
        focus(&element);
    }
}

/// Focuses `element`; does nothing if the browser refuses.
pub fn focus(element: &HtmlElement) {
    let _ = element.focus();
}
