//! Asking before a page is left with something unsaved in it.
//!
//! Three ways lead out of a page: the browser closes or reloads it, a link leads to another one, or the
//! person goes back in the history. The browser asks about the first itself. The other two never leave
//! the document, so they are caught before the router sees them.

use super::pointer::has_key;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlAnchorElement, MouseEvent, Window};

thread_local! {
    static CURRENT: RefCell<Option<Rc<GuardedPage>>> = const { RefCell::new(None) };
    static IS_WATCHING: Cell<bool> = const { Cell::new(false) };
}

/// A page that may hold something unsaved.
struct GuardedPage {
    address: String,
    is_unsaved: Box<dyn Fn() -> bool>,
    on_leave: Box<dyn Fn(String)>,
}

/// Guards a page until it is dropped.
pub struct Guard(Rc<GuardedPage>);

impl std::fmt::Debug for Guard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Guard")
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        CURRENT.with_borrow_mut(|current| {
            // Another page may have taken its place already.
            if current.as_ref().is_some_and(|page| Rc::ptr_eq(page, &self.0)) {
                *current = None;
            }
        });
    }
}

/// Guards the page of the current address: while `is_unsaved` says so, the browser asks before the document
/// goes away, and every other way out is stopped and its address given to `on_leave`.
#[must_use]
pub fn guard(
    is_unsaved: impl Fn() -> bool + 'static,
    on_leave: impl Fn(String) + 'static,
) -> Guard {
    watch();
    let page = Rc::new(GuardedPage {
        address: super::document::location(),
        is_unsaved: Box::new(is_unsaved),
        on_leave: Box::new(on_leave),
    });
    CURRENT.set(Some(Rc::clone(&page)));
    Guard(page)
}

/// Begins to watch the ways out, for as long as the document lives.
///
/// Call it before the router is made: the browser tells of a step in the history in the order in which the
/// listeners came, whatever phase they ask for.
pub fn watch() {
    let Some(window) = web_sys::window().filter(|_| !IS_WATCHING.replace(true)) else { return };
    listen(&window, "beforeunload", |event| {
        if unsaved().is_some() {
            event.prevent_default();
        }
    });
    listen(&window, "click", |event| {
        let Some(address) = address_of(event) else { return };
        if let Some(page) = unsaved() {
            event.prevent_default();
            event.stop_immediate_propagation();
            (page.on_leave)(address);
        }
    });
    listen(&window, "popstate", |event| {
        if let Some(page) = unsaved() {
            event.stop_immediate_propagation();
            let address = super::document::location();
            put_back(&page.address);
            (page.on_leave)(address);
        }
    });
}

/// Whether the page holds something unsaved.
#[must_use]
pub fn is_unsaved() -> bool {
    unsaved().is_some()
}

/// Guards the page no longer.
pub(super) fn let_go() {
    CURRENT.set(None);
}

/// The page that is guarded, while it holds something unsaved.
fn unsaved() -> Option<Rc<GuardedPage>> {
    let page = CURRENT.with_borrow(Clone::clone)?;
    (page.is_unsaved)().then_some(page)
}

/// Hears `event` before it comes to the element that it is about.
fn listen(window: &Window, event: &str, listener: fn(&Event)) {
    let listener = Closure::<dyn FnMut(Event)>::new(move |event| listener(&event));
    let callback = listener.as_ref().unchecked_ref();
    // A browser without one of these events has no such way out.
    let _ = window.add_event_listener_with_callback_and_bool(event, callback, true);
    listener.forget();
}

/// The address of the page of this application that a click leads to; `None` for every other click. What opens
/// another tab leaves this page as it is, and another site is left to the browser's own question.
fn address_of(event: &Event) -> Option<String> {
    let click: &MouseEvent = event.dyn_ref()?;
    let element: Element = click.target()?.dyn_into().ok()?;
    let link: HtmlAnchorElement = element.closest("a[href]").ok()??.dyn_into().ok()?;
    let location = web_sys::window()?.location();
    let is_elsewhere = !link.target().is_empty() || link.origin() != location.origin().ok()?;
    let is_here =
        link.pathname() == location.pathname().ok()? && link.search() == location.search().ok()?;
    let leads_away = click.button() == 0 && !has_key(click) && !is_elsewhere && !is_here;
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
