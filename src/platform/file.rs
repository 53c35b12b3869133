//! Files that the person chose, and files that are handed on without being read.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Event, File, HtmlInputElement, Response};

/// A file that stays outside of the program, however large it is.
#[derive(Clone, Debug)]
pub struct UnreadFile(Blob);

impl UnreadFile {
    /// The body of an answer; `None` when it breaks off.
    pub async fn of_answer(answer: &Response) -> Option<Self> {
        JsFuture::from(answer.blob().ok()?).await.ok()?.dyn_into().ok().map(Self)
    }

    /// A file with these contents; `None` when the browser has no room for it.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Option<Self> {
        let parts = Array::of1(&Uint8Array::from(bytes));
        Blob::new_with_u8_array_sequence(&parts).ok().map(Self)
    }

    /// The file as the body of a request.
    #[must_use]
    pub fn as_body(&self) -> JsValue {
        self.0.clone().into()
    }

    pub(super) const fn blob(&self) -> &Blob {
        &self.0
    }
}

/// A file that the person chose.
#[derive(Clone, Debug)]
pub struct ChosenFile {
    /// What it is called.
    pub name: String,
    /// Tells one state of the file from another.
    pub mark: String,
    /// What is in it.
    pub contents: UnreadFile,
}

/// The file that was chosen in the file control of `event`; `None` when there is none. The control is emptied, so
/// that the same file can be chosen again.
#[must_use]
pub fn chosen(event: &Event) -> Option<ChosenFile> {
    let file = take(event)?;
    let name = file.name();
    let mark = format!("{name} {} {}", file.size(), file.last_modified());
    Some(ChosenFile { name, mark, contents: UnreadFile(file.into()) })
}

/// Name and text of the file that was chosen in the file control of `event`; `None` when there is none, or
/// when it cannot be read as text. The control is emptied, so that the same file can be chosen again.
pub async fn chosen_text(event: Event) -> Option<(String, String)> {
    let file = take(&event)?;
    let text = JsFuture::from(file.text()).await.ok()?;
    Some((file.name(), text.as_string()?))
}

fn take(event: &Event) -> Option<File> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0)?;
    input.set_value("");
    Some(file)
}
