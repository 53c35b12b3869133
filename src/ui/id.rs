//! Element ids for labels and descriptions.

use std::cell::Cell;

thread_local! {
    static NEXT: Cell<u32> = const { Cell::new(0) };
}

/// An id that no other element of the page has.
pub(super) fn unique(kind: &str) -> String {
    let number = NEXT.replace(NEXT.get().wrapping_add(1));
    format!("{kind}-{number}")
}
