//! The browser's modal dialog, which brings focus management and the Escape key with it.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};

/// Opens `dialog` above everything else and moves the focus into it.
pub fn open(dialog: &HtmlDialogElement) {
    if !dialog.open() {
        leave_panel();
        // Fails only for a dialog that is not in the document; then there is nothing to show.
        let _ = dialog.show_modal();
    }
}

/// Closes `dialog` and gives the focus back to what had it before.
pub fn close(dialog: &HtmlDialogElement) {
    if dialog.open() {
        dialog.close();
    }
}

/// A dialog closes the panel that it is opened from, and could not give the focus back to the button in it: the one
/// that opens the panel gets it.
fn leave_panel() {
    let document = web_sys::window().and_then(|window| window.document());
    let panel = document
        .and_then(|document| document.active_element()?.closest("[popover]").ok()?)
        .and_then(|panel| panel.dyn_into::<HtmlElement>().ok());
    if let Some(panel) = panel {
        // Fails only for a panel that is closed already.
        let _ = panel.hide_popover();
    }
}
