//! Asking before a page is left with something unsaved in it.
//!
//! Three ways lead out of a page: the browser closes or reloads it, a link leads to another one, or the
//! person goes back in the history. The browser asks about the first itself. The other two never leave
//! the document, so they are caught before the router sees them.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, EventTarget, HtmlAnchorElement, MouseEvent};

/// Watches the ways out of a page until it is dropped.
pub struct Guard {
    listeners: Vec<(EventTarget, &'static str, Closure<dyn FnMut(Event)>)>,
}

impl std::fmt::Debug for Guard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Guard")
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        for (target, event, listener) in &self.listeners {
            let listener = listener.as_ref().unchecked_ref();
            // A listener that is not there any more is what we want.
            let _ = target.remove_event_listener_with_callback_and_bool(event, listener, true);
        }
    }
}

/// While `is_unsaved` says so, has the browser ask before the document goes away, and stops every other way
/// out: `on_leave` gets the address that it leads to.
#[must_use]
pub fn guard(
    is_unsaved: impl Fn() -> bool + Copy + 'static,
    on_leave: impl Fn(String) + Copy + 'static,
) -> Guard {
    let mut guard = Guard { listeners: Vec::new() };
    let Some(window) = web_sys::window() else { return guard };
    let here = super::document::location();
    guard.listen(&window, "beforeunload", move |event| {
        if is_unsaved() {
            event.prevent_default();
        }
    });
    guard.listen(&window, "click", move |event| {
        if let Some(address) = address_of(&event).filter(|_| is_unsaved()) {
            event.prevent_default();
            event.stop_immediate_propagation();
            on_leave(address);
        }
    });
    guard.listen(&window, "popstate", move |event| {
        if is_unsaved() {
            event.stop_immediate_propagation();
            let address = super::document::location();
            put_back(&here);
            on_leave(address);
        }
    });
    guard
}

impl Guard {
    /// Hears `event` before everybody else does.
    fn listen(
        &mut self,
        target: &EventTarget,
        event: &'static str,
        listener: impl FnMut(Event) + 'static,
    ) {
        let listener = Closure::<dyn FnMut(Event)>::new(listener);
        let callback = listener.as_ref().unchecked_ref();
        if target.add_event_listener_with_callback_and_bool(event, callback, true).is_ok() {
            self.listeners.push((target.clone(), event, listener));
        }
    }
}

/// The address of the page of this application that a click leads to; `None` for every other click. What opens
/// another tab leaves this page as it is, and another site is left to the browser's own question.
fn address_of(event: &Event) -> Option<String> {
    let click: &MouseEvent = event.dyn_ref()?;
    let has_key = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
    let element: Element = click.target()?.dyn_into().ok()?;
    let link: HtmlAnchorElement = element.closest("a[href]").ok()??.dyn_into().ok()?;
    let location = web_sys::window()?.location();
    let is_elsewhere = !link.target().is_empty() || link.origin() != location.origin().ok()?;
    let is_here =
        link.pathname() == location.pathname().ok()? && link.search() == location.search().ok()?;
    let leads_away = click.button() == 0 && !has_key && !is_elsewhere && !is_here;
    leads_away.then(|| format!("{}{}{}", link.pathname(), link.search(), link.hash()))
}

/// Shows `address` again after the history has moved away from it.
fn put_back(address: &str) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        // The address is one that the browser has shown before, which is all that it could object to.
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(address));
    }
}
