//! What developers are told.

use wasm_bindgen::JsValue;

/// Reports a mistake of the application that it goes on from. The journeys take none.
pub fn error(message: &str) {
    web_sys::console::error_1(&JsValue::from_str(message));
}
