//! What happens because of a signal.

use leptos::prelude::*;

/// Does `what` soon, and again whenever a signal changes that it reads, for as long as the part of the page is there
/// that this is called for.
///
/// An effect of Leptos whose closure is behind a pointer. Every closure has a type of its own, and with it would come
/// the code that waits, half a kilobyte each time.
pub fn effect(what: impl FnMut() + 'static) {
    begin(Box::new(what));
}

fn begin(what: Box<dyn FnMut()>) {
    Effect::new(what);
}
