//! What nobody can guess, and what does not tell what it was made of.

use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Bytes that nobody can guess; `None` in a browser without a source of them.
#[must_use]
pub fn bytes() -> Option<[u8; 32]> {
    let mut bytes = [0_u8; 32];
    let crypto = web_sys::window()?.crypto().ok()?;
    crypto.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}

/// The SHA-256 of a text; `None` where the browser has no such thing, as on a page that came without TLS from
/// another machine.
pub async fn sha256(text: &str) -> Option<Vec<u8>> {
    let crypto = web_sys::window()?.crypto().ok()?;
    let subtle = Reflect::get(&crypto, &"subtle".into()).ok().filter(JsValue::is_object)?;
    let digest: Function = Reflect::get(&subtle, &"digest".into()).ok()?.dyn_into().ok()?;
    let bytes = Uint8Array::from(text.as_bytes());
    let promise = digest.call2(&subtle, &"SHA-256".into(), &bytes).ok()?;
    let hash = JsFuture::from(promise.dyn_into::<Promise>().ok()?).await.ok()?;
    Some(Uint8Array::new(&hash).to_vec())
}
