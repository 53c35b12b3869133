//! The dialog that asks about an offer of the service: open as long as there is one.

use leptos::prelude::*;
use std::rc::Rc;

/// Whether the dialog is open: it opens with an offer, and closing it in any way calls `give_up`.
pub(super) fn open_while_offered(
    is_offered: Rc<dyn Fn() -> bool>,
    give_up: Box<dyn Fn()>,
) -> RwSignal<bool> {
    let is_open = RwSignal::new(false);
    let opens = Rc::clone(&is_offered);
    Effect::new(move || is_open.set(opens()));
    Effect::new(move || {
        if !is_open.get() && untrack(|| is_offered()) {
            give_up();
        }
    });
    is_open
}
