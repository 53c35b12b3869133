//! The browser's modal dialog, which brings focus management and the Escape key with it.

use web_sys::HtmlDialogElement;

/// Opens `dialog` above everything else and moves the focus into it.
pub fn open(dialog: &HtmlDialogElement) {
    if !dialog.open() {
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
