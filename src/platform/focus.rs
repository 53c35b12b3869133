//! Moving the keyboard focus, and what is in sight.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

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

/// Focuses `element` where nothing else has the focus, because what had it has gone.
pub fn focus_if_lost(element: &HtmlElement) {
    if !is_anywhere() {
        focus_in_place(element);
    }
}

/// Gives the focus back to what has it now, with the panel around it, when what follows in this step moves that within
/// the page: a browser takes it from an element that is moved.
pub fn keep() {
    let Some(focused) = focused() else { return };
    let panel = focused.closest("[popover]").ok().flatten();
    spawn_local(async move {
        if !focused.is_connected() || self::focused().is_some() {
            return;
        }
        if let Some(panel) = panel.and_then(|panel| panel.dyn_into::<HtmlElement>().ok()) {
            // Refused where it has stayed open.
            let _ = panel.show_popover();
        }
        focus_in_place(&focused);
    });
}

/// Whether anything has the focus, but the page as a whole.
#[must_use]
pub fn is_anywhere() -> bool {
    focused().is_some()
}

/// What has the focus; nothing where that is the page as a whole.
fn focused() -> Option<HtmlElement> {
    let document = web_sys::window()?.document()?;
    let focused: HtmlElement = document.active_element()?.dyn_into().ok()?;
    (document.body().as_ref() != Some(&focused)).then_some(focused)
}

/// Whether somebody is in the middle of something: in a field, or before a question.
#[must_use]
pub fn is_busy() -> bool {
    has("input:focus, select:focus, textarea:focus, dialog[open]")
}

/// Whether a dialog lies over the page.
#[must_use]
pub fn is_in_dialog() -> bool {
    has("dialog[open]")
}

fn has(selector: &str) -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|it| it.query_selector(selector).is_ok_and(|found| found.is_some()))
}

/// Brings the element with this id into sight, where it is not.
pub fn bring_into_sight(id: &str) {
    if let Some(element) = super::document::element(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Follows the link with this id as a click does: in this tab, or in another one.
pub fn follow(id: &str, in_another_tab: bool) {
    let Some(link) = super::document::element(id) else { return };
    let link: HtmlElement = link.unchecked_into();
    if !in_another_tab {
        link.click();
        return;
    }
    let address = link.get_attribute("href").unwrap_or_default();
    if let Some(window) = web_sys::window() {
        // A browser that opens no other tab says so itself.
        let _ = window.open_with_url_and_target_and_features(&address, "_blank", "noopener");
    }
}

/// Scrolls `strip` sideways until `item`, which lies in it, stands at its beginning.
pub fn reveal(item: &HtmlElement, strip: &HtmlElement) {
    strip.set_scroll_left(item.offset_left() - strip.offset_left());
}
