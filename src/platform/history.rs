//! The address bar: what it shows, showing something else in it, and hearing of links and of Back.
//!
//! Each entry of the history knows how far its page was scrolled ([`scroll`](super::scroll)).

use super::pointer::has_key;
use super::scroll;
use leptos::ev::MouseEvent;
use leptos::prelude::{on_cleanup, window_event_listener, window_event_listener_untyped};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement};

/// The path and the query of the address in the bar.
#[must_use]
pub fn address() -> String {
    let location = web_sys::window().map(|window| window.location());
    let part =
        |part: Option<Result<String, JsValue>>| part.and_then(Result::ok).unwrap_or_default();
    let path = part(location.as_ref().map(web_sys::Location::pathname));
    path + &part(location.as_ref().map(web_sys::Location::search))
}

/// Shows `address` in the bar, as a new entry of the history or in place of the current one.
pub fn show(address: &str, is_replacement: bool) {
    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else { return };
    // The addresses are our own, so that a browser has nothing to object to.
    let _ = match is_replacement {
        true => {
            let place = history.state().unwrap_or_default();
            history.replace_state_with_url(&place, "", Some(address))
        }
        false => {
            scroll::remember();
            history.push_state_with_url(&JsValue::NULL, "", Some(address))
        }
    };
}

/// Calls `on_change` when the browser goes back or forward, as long as the current owner lives.
pub fn on_travel(on_change: impl Fn() + 'static) {
    let listener = window_event_listener_untyped("popstate", move |_| on_change());
    on_cleanup(move || listener.remove());
}

/// Calls `on_follow` with the address of every link below `base` that a click follows, in place of the
/// browser, as long as the current owner lives.
pub fn on_link(base: String, on_follow: impl Fn(&str) + 'static) {
    let listener = window_event_listener(leptos::ev::click, move |click| {
        if let Some(address) = address_of(&click).filter(|address| address.starts_with(&base)) {
            click.prevent_default();
            on_follow(&address);
        }
    });
    on_cleanup(move || listener.remove());
}

/// The address of this origin that a click leads to. `None` where the browser is to do what it does: another
/// tab, a download, a place on the same page.
fn address_of(click: &MouseEvent) -> Option<String> {
    if click.default_prevented() || click.button() != 0 || has_key(click) {
        return None;
    }
    let element: Element = click.target()?.dyn_into().ok()?;
    let link: HtmlAnchorElement = element.closest("a[href]").ok()??.dyn_into().ok()?;
    let is_external = !link.target().is_empty()
        || link.has_attribute("download")
        || link.origin() != web_sys::window()?.location().origin().ok()?;
    let address = link.pathname() + &link.search();
    let is_place = !link.hash().is_empty() && address == self::address();
    (!is_external && !is_place).then_some(address)
}
