//! Saving a file that the page made itself.

use super::file::UnreadFile;
use js_sys::Array;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long the object URL outlives the click: browsers start reading it after the handler returns.
const URL_LIFETIME: Duration = Duration::from_secs(10);

/// Offers `contents` as a download named `file_name`; answers whether the browser took it.
pub fn save(file_name: &str, media_type: &str, contents: &str) -> bool {
    try_save(file_name, media_type, contents).is_some()
}

/// Offers a file as a download named `file_name`; answers whether the browser took it.
#[must_use]
pub fn save_file(file_name: &str, file: &UnreadFile) -> bool {
    offer(file_name, file.blob()).is_some()
}

/// Offers a file of several parts as a download named `file_name`; answers whether the browser took it.
pub fn save_parts(file_name: &str, media_type: &str, parts: &[UnreadFile]) -> bool {
    let parts: Array = parts.iter().map(UnreadFile::as_body).collect();
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let file = Blob::new_with_blob_sequence_and_options(&parts, &options).ok();
    file.and_then(|file| offer(file_name, &file)).is_some()
}

fn try_save(file_name: &str, media_type: &str, contents: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&JsValue::from_str(contents));
    offer(file_name, &Blob::new_with_str_sequence_and_options(&parts, &options).ok()?)
}

fn offer(file_name: &str, blob: &Blob) -> Option<()> {
    let url = Url::create_object_url_with_blob(blob).ok()?;

    let document = web_sys::window()?.document()?;
    let anchor: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    anchor.set_href(&url);
    anchor.set_download(file_name);
    anchor.click();
    super::timer::after(URL_LIFETIME, move || {
        let _ = Url::revoke_object_url(&url);
    });
    Some(())
}
