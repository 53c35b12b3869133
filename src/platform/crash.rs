//! The last words of the application.
//!
//! A panic ends the WebAssembly, so that nothing in it can draw a page about it any more. It hands its
//! words to the page instead, whose boot script shows them with the ways out.

use std::panic;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

/// The events that `public/boot.js` listens to; their detail is the message, in English.
const CRASH: &str = "prorata-crash";
const NOT_STARTED: &str = "prorata-not-started";

/// Hands every panic to the page.
pub fn report_panics() {
    panic::set_hook(Box::new(|panic| report(CRASH, &panic.to_string())));
}

/// Tells the page that the application cannot begin.
pub fn not_started(message: &str) {
    report(NOT_STARTED, message);
}

fn report(event: &str, message: &str) {
    let options = CustomEventInit::new();
    options.set_detail(&JsValue::from_str(message));
    if let Some(window) = web_sys::window()
        && let Ok(event) = CustomEvent::new_with_event_init_dict(event, &options)
    {
        // A listener that throws leaves its own trace in the console.
        let _ = window.dispatch_event(&event);
    }
    super::console::error(message);
}
