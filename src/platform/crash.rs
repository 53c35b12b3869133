//! The last words of the application.
//!
//! A panic ends the WebAssembly, so that nothing in it can draw a page about it any more. It hands its
//! words to the page instead, whose boot script shows them with the ways out.

use std::panic;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

/// The event that `public/boot.js` listens to; its detail is the message, in English.
const EVENT: &str = "prorata-crash";

/// Hands every panic to the page.
pub fn report_panics() {
    panic::set_hook(Box::new(|panic| report(&panic.to_string())));
}

fn report(message: &str) {
    let options = CustomEventInit::new();
    options.set_detail(&JsValue::from_str(message));
    if let Some(window) = web_sys::window()
        && let Ok(event) = CustomEvent::new_with_event_init_dict(EVENT, &options)
    {
        // A listener that throws leaves its own trace in the console.
        let _ = window.dispatch_event(&event);
    }
    web_sys::console::error_1(&JsValue::from_str(message));
}
