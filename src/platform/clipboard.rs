//! Copying text and pictures.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
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

#[wasm_bindgen]
extern "C" {
    /// What is put on the clipboard that is no plain text.
    type ClipboardItem;
    #[wasm_bindgen(constructor, catch)]
    fn new(items: &Object) -> Result<ClipboardItem, JsValue>;
}

/// Puts a file of this media type on the clipboard as soon as it is there; answers whether the browser allowed it.
pub(super) async fn copy_coming(media_type: &str, file: &Promise) -> bool {
    match write(media_type, file) {
        Ok(written) => JsFuture::from(written).await.is_ok(),
        Err(_) => false,
    }
}

fn write(media_type: &str, file: &Promise) -> Result<Promise, JsValue> {
    let window = web_sys::window().filter(web_sys::Window::is_secure_context);
    let clipboard = JsValue::from(window.ok_or(JsValue::NULL)?.navigator().clipboard());
    let items = Object::new();
    Reflect::set(&items, &media_type.into(), file)?;
    let item = ClipboardItem::new(&items)?;
    let write: Function = Reflect::get(&clipboard, &"write".into())?.dyn_into()?;
    write.call1(&clipboard, &Array::of1(&item))?.dyn_into()
}
