//! Files of the application itself that come when they are needed.

use super::document;
use gloo_net::http::Request;
use js_sys::{Function, Promise};
use std::cell::Cell;
use wasm_bindgen_futures::JsFuture;

/// The text of a file that the page names; nothing when it cannot be had.
pub async fn text(address: &str) -> Option<String> {
    let answer = Request::get(address).send().await.ok().filter(|answer| answer.ok())?;
    answer.text().await.ok()
}

thread_local! {
    /// Whether the later style sheet is in force.
    static IS_STYLED: Cell<bool> = const { Cell::new(false) };
}

/// Has the style sheet in force that comes with pages other than the first, and says whether it is. A development build
/// has all sheets in its page.
pub async fn later_styles() -> bool {
    let Some(address) = document::link("later-styles", None) else { return true };
    if IS_STYLED.get() {
        return true;
    }
    let sheet = [("rel", "stylesheet"), ("href", address.as_str())];
    let Some(element) = document::append_to_head("link", &sheet) else { return false };
    let promise = Promise::new(&mut |resolve: Function, reject: Function| {
        for (event, answer) in [("load", resolve), ("error", reject)] {
            // The names are valid, which is the only thing that could fail.
            let _ = element.add_event_listener_with_callback(event, &answer);
        }
    });
    let is_here = JsFuture::from(promise).await.is_ok();
    match is_here {
        true => IS_STYLED.set(true),
        // Asked for again, it is a new one.
        false => element.remove(),
    }
    is_here
}
