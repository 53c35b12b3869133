//! Keys that work wherever the focus is.

use super::{focus, storage};
use leptos::ev::KeyboardEvent;
use leptos::prelude::{on_cleanup, window_event_listener_untyped};
use wasm_bindgen::JsCast;

/// Under this it is remembered that a slash is a letter everywhere.
const SLASH: &str = "slash";

/// Calls `on_press` when somebody asks to search, as long as the current owner lives: by Ctrl+K, on Apple's keyboards
/// by Command+K, and by a slash outside of fields unless [`let_slash_search`] says no. Over an open dialog nobody
/// goes elsewhere.
pub fn on_search(on_press: impl Fn() + 'static) {
    let listener = window_event_listener_untyped("keydown", move |event| {
        // Filling a form in, browsers tell of keys that are none.
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        if !event.default_prevented() && asks_to_search(key) && !focus::is_in_dialog() {
            event.prevent_default();
            on_press();
        }
    });
    on_cleanup(move || listener.remove());
}

fn asks_to_search(event: &KeyboardEvent) -> bool {
    let (control, command) = (event.ctrl_key(), event.meta_key());
    match event.key().as_str() {
        "/" => !control && !command && !event.alt_key() && !focus::is_busy() && slash_searches(),
        "k" | "K" => {
            let is_asked = if is_apple() { command && !control } else { control && !command };
            is_asked && !event.alt_key() && !event.shift_key()
        }
        _ => false,
    }
}

/// Whether a slash asks to search.
#[must_use]
pub fn slash_searches() -> bool {
    storage::get(SLASH).is_none()
}

/// Has a slash ask to search, or be a letter: who speaks to the computer instead of typing presses keys without
/// wanting to.
pub fn let_slash_search(is_wanted: bool) {
    if is_wanted {
        storage::remove(SLASH);
    } else {
        storage::set(SLASH, "off");
    }
}

/// Whether commands are given with the Command key.
#[must_use]
pub fn is_apple() -> bool {
    let platform = web_sys::window().and_then(|window| window.navigator().platform().ok());
    platform.is_some_and(|name| name.starts_with("Mac") || name.starts_with("iP"))
}
