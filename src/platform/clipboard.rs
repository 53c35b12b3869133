//! Copying text.

use wasm_bindgen_futures::JsFuture;

/// Puts `text` on the clipboard; answers whether the browser allowed it.
///
/// The browser allows it on a secure origin as the result of a click or a key.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window().filter(web_sys::Window::is_secure_context) else {
        return false;
    };
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}
