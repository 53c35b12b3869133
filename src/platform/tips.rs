//! Tips beside what is hovered or focused: over everything else, and whole within the window.
//!
//! A tip is a popover, because the edge of a frame that scrolls, or of a dialog, would cut off anything less.
//! It stands in the element that it is about, which has the class `tip-anchor`.

use leptos::ev::KeyboardEvent;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, HtmlElement, Window};

/// Space between a tip and what it is about, in pixels.
const GAP: f64 = 4.0;
/// Space between a tip and the edge of the window, in pixels.
const MARGIN: f64 = 8.0;

thread_local! {
    /// The tip on screen.
    static SHOWN: RefCell<Option<HtmlElement>> = const { RefCell::new(None) };
    static IS_WATCHING: Cell<bool> = const { Cell::new(false) };
}

/// Shows `tip`, which has just come into the page, whenever what it is about is hovered or focused.
pub fn begin(tip: &HtmlElement) {
    watch();
    let anchor = tip.parent_element();
    if anchor.is_some_and(|anchor| anchor.matches(":hover, :focus-within").unwrap_or_default()) {
        show(Some(tip.clone()));
    }
}

fn watch() {
    let Some(window) = web_sys::window().filter(|_| !IS_WATCHING.replace(true)) else { return };
    // A pointer that rests while the page scrolls below it points at nothing: it does not move.
    for event in ["pointermove", "pointerdown", "focusin"] {
        listen(&window, event, |event| {
            let target = event.target().and_then(|target| target.dyn_into().ok());
            show(target.as_ref().and_then(tip_of).or_else(|| tip_of(&focused()?)));
        });
    }
    listen(&window, "focusout", |_| show(None));
    listen(&window, "keydown", |event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
            show(None);
        }
    });
    for event in ["scroll", "resize"] {
        listen(&window, event, |_| SHOWN.with_borrow(|shown| shown.iter().for_each(place)));
    }
}

/// Hears `event` wherever it happens.
fn listen(window: &Window, event: &str, listener: fn(&Event)) {
    let listener = Closure::<dyn FnMut(Event)>::new(move |event| listener(&event));
    let callback = listener.as_ref().unchecked_ref();
    // A browser without one of these events shows a tip less often.
    let _ = window.add_event_listener_with_callback_and_bool(event, callback, true);
    listener.forget();
}

fn focused() -> Option<Element> {
    web_sys::window()?.document()?.active_element()
}

/// The tip about an element or what it stands in.
fn tip_of(element: &Element) -> Option<HtmlElement> {
    let anchor = element.closest(".tip-anchor").ok()??;
    anchor.query_selector(":scope > .tip").ok()??.dyn_into().ok()
}

/// Shows `tip` in place of the one on screen.
fn show(tip: Option<HtmlElement>) {
    SHOWN.with_borrow_mut(|shown| {
        if *shown != tip {
            // What has left the page in the meantime is hidden already, which is all that can go wrong.
            let _ = shown.as_ref().map(HtmlElement::hide_popover);
            let _ = tip.as_ref().map(HtmlElement::show_popover);
            tip.iter().for_each(place);
            *shown = tip;
        }
    });
}

/// Puts a tip below what it is about, or above where there is no room, and never over the edge.
fn place(tip: &HtmlElement) {
    let window = web_sys::window().and_then(|window| window.document()?.document_element());
    let Some((window, anchor)) = window.zip(tip.parent_element()) else { return };
    let (anchor, size) = (anchor.get_bounding_client_rect(), tip.get_bounding_client_rect());
    let (width, height) = (f64::from(window.client_width()), f64::from(window.client_height()));
    let left = (anchor.right() - size.width()).min(width - MARGIN - size.width()).max(MARGIN);
    let below = anchor.bottom() + GAP;
    let has_room = below + size.height() + MARGIN <= height;
    let top = if has_room { below } else { (anchor.top() - GAP - size.height()).max(MARGIN) };
    let style = tip.style();
    // Both are properties that every browser has. Whole pixels, because writing others takes code for
    // floating point that nothing else here needs.
    for (property, place) in [("left", left), ("top", top)] {
        let _ = style.set_property(property, &format!("{}px", place as i32));
    }
}
