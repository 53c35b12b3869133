//! How far a page is scrolled, and being there again after Back and after a reload.
//!
//! A browser scrolls back at once, when a page that reads its records is still short. So each entry of the
//! history keeps its place, and the page is held there while it grows, until the person does anything.

use super::timer;
use std::cell::Cell;
use std::time::Duration;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{History, ResizeObserver, ScrollRestoration, Window};

/// How long scrolling goes on before its place is written down: Safari refuses a page that does so more often
/// than a hundred times in half a minute.
const PAUSE: Duration = Duration::from_millis(400);
/// What a person begins to act with.
const ACTS: [&str; 4] = ["wheel", "touchstart", "pointerdown", "keydown"];

thread_local! {
    /// Where the page is held while it grows.
    static HELD: Cell<Option<f64>> = const { Cell::new(None) };
    static IS_WATCHING: Cell<bool> = const { Cell::new(false) };
    /// Whether the place will be written down soon.
    static IS_NOTED: Cell<bool> = const { Cell::new(false) };
}

/// Begins to follow the person through the page, and returns to the place of this entry of the history.
pub fn begin() {
    let Some(window) = web_sys::window() else { return };
    if !IS_WATCHING.replace(true) {
        watch(&window);
    }
    // What a page before this one was held at is nothing to this one.
    HELD.set(None);
    if let Some(place) = written() {
        hold(place);
    }
}

/// Goes to the place of this entry of the history: to the top where it has none.
pub fn restore() {
    match written() {
        Some(place) => hold(place),
        None => to_top(),
    }
}

/// Leaves the place where the page is held, for something that is to be seen elsewhere; `false` where it is not held,
/// since the person has begun to act.
pub fn let_go() -> bool {
    HELD.take().is_some()
}

/// Goes to the top of the page.
pub fn to_top() {
    hold(0.0);
    HELD.set(None);
}

fn written() -> Option<f64> {
    history()?.state().ok()?.as_f64()
}

/// Writes the place down in this entry of the history.
pub fn remember() {
    // A page that is held is not where it belongs yet.
    let place =
        web_sys::window().filter(|_| HELD.get().is_none()).and_then(|it| it.scroll_y().ok());
    if let Some((place, history)) = place.zip(history()) {
        // A browser that refuses to write it down forgets it, which is all.
        let _ = history.replace_state(&JsValue::from_f64(place), "");
    }
}

fn watch(window: &Window) {
    if let Some(history) = history() {
        // Without it the browser scrolls as well, which does no harm.
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    listen(window, "scroll", || {
        if !IS_NOTED.replace(true) {
            timer::after(PAUSE, || {
                IS_NOTED.set(false);
                remember();
            });
        }
    });
    for act in ACTS {
        listen(window, act, || HELD.set(None));
    }
    let grow = Closure::<dyn FnMut()>::new(|| HELD.get().into_iter().for_each(hold));
    let body = window.document().and_then(|document| document.body());
    let observer = ResizeObserver::new(grow.as_ref().unchecked_ref()).ok();
    if let Some((observer, body)) = observer.zip(body) {
        observer.observe(&body);
    }
    grow.forget();
}

fn hold(place: f64) {
    HELD.set(Some(place));
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, place);
    }
}

/// Hears `event` wherever it happens, before anybody else.
pub(super) fn listen(window: &Window, event: &str, listener: fn()) {
    let listener = Closure::<dyn FnMut()>::new(listener);
    let callback = listener.as_ref().unchecked_ref();
    // A browser without one of these events has no such act.
    let _ = window.add_event_listener_with_callback_and_bool(event, callback, true);
    listener.forget();
}

fn history() -> Option<History> {
    web_sys::window()?.history().ok()
}
