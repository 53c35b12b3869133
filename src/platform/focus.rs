//! Moving the keyboard focus, and what is in sight.

use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};

/// Focuses the element with this id, without scrolling past what stands above it.
pub fn by_id(id: &str) {
    if let Some(element) = super::document::element(id).and_then(|it| it.dyn_into().ok()) {
        focus(&element);
    }
}

/// Focuses the heading of a page that has just come, and leaves the page where it is scrolled to.
pub fn focus_in_place(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Focuses `element`; does nothing if the browser refuses.
pub fn focus(element: &HtmlElement) {
    let _ = element.focus();
}

/// Scrolls `strip` sideways until `item`, which lies in it, stands at its beginning.
pub fn reveal(item: &HtmlElement, strip: &HtmlElement) {
    strip.set_scroll_left(item.offset_left() - strip.offset_left());
}
