//! Moving the keyboard focus, and what is in sight.

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

/// Scrolls `strip` sideways until `item`, which lies in it, stands at its beginning.
pub fn reveal(item: &HtmlElement, strip: &HtmlElement) {
    strip.set_scroll_left(item.offset_left() - strip.offset_left());
}
