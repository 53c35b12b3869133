//! Whether the browser keeps what it stores for a site, also when the device runs out of room.
//! [Storage Standard, persistence](https://storage.spec.whatwg.org/#persistence)

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["navigator", "storage"])]
    async fn persisted() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["navigator", "storage"])]
    async fn persist() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["navigator", "storage"])]
    async fn estimate() -> Result<JsValue, JsValue>;
}

/// Whether it has promised to keep everything until somebody deletes it. None where it does not say.
pub async fn is_promised() -> Option<bool> {
    persisted().await.ok()?.as_bool()
}

/// Asks for the promise, and answers whether there is one now. Some browsers ask the person.
pub async fn ask() -> bool {
    persist().await.ok().and_then(|answer| answer.as_bool()).unwrap_or_default()
}

/// Room for what the site stores, in bytes. A browser says neither number exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// What is taken.
    pub used: u64,
    /// What may be taken at most.
    pub allowed: u64,
}

/// The room there is. None where the browser does not say.
pub async fn room() -> Option<Room> {
    let answer = estimate().await.ok()?;
    let bytes = |name: &str| {
        let bytes = Reflect::get(&answer, &JsValue::from_str(name)).ok()?.as_f64()?;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a count that saturates at the ends"
        )]
        let bytes = bytes as u64;
        Some(bytes)
    };
    Some(Room { used: bytes("usage")?, allowed: bytes("quota")? })
}
