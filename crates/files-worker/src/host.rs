//! The way from the script of the worker and back.

use js_sys::Function;
use portfolio::files::Told;
use wasm_bindgen::prelude::*;

use crate::Desk;

/// The desk, for JavaScript.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Files {
    desk: Desk,
}

#[wasm_bindgen]
impl Files {
    /// A desk without files.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Answers a question, both as JSON; `tell` hears of progress in the same way. `bytes` are those of the file
    /// that the question is about.
    pub fn answer(&mut self, asked: &str, bytes: Option<Vec<u8>>, tell: &Function) -> String {
        let told = match serde_json::from_str(asked) {
            Ok(asked) => {
                let bytes = bytes.unwrap_or_default();
                self.desk.answer(asked, &bytes, &mut |rows| {
                    // Nobody listens any more if it fails.
                    let _ = tell.call1(&JsValue::NULL, &text(&Told::Progress(rows)).into());
                })
            }
            Err(error) => Told::Failed(error.to_string()),
        };
        text(&told)
    }
}

fn text(told: &Told) -> String {
    serde_json::to_string(told).expect("its keys are texts")
}
