//! Reading a file that the person chose.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, HtmlInputElement};

/// Name and text of the file that was chosen in the file control of `event`; `None` when there is none, or
/// when it cannot be read as text. The control is emptied, so that the same file can be chosen again.
pub async fn chosen_text(event: Event) -> Option<(String, String)> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0)?;
    input.set_value("");
    let text = JsFuture::from(file.text()).await.ok()?;
    Some((file.name(), text.as_string()?))
}
