//! Work that can wait until nobody types or scrolls.
//!
//! A browser draws a page and runs its scripts one after the other, so that whatever takes as long as a frame is
//! seen as a stutter by somebody who scrolls just then.

use super::{scroll, timer};
use std::cell::Cell;
use std::time::Duration;

/// For so long nobody has moved anything, in milliseconds: longer than between two keys of somebody who types.
const REST: f64 = 200.0;
/// What is felt when it comes late.
const MOVES: [&str; 4] = ["scroll", "wheel", "touchmove", "keydown"];

thread_local! {
    static IS_WATCHING: Cell<bool> = const { Cell::new(false) };
    /// When something was moved last, in milliseconds of the browser's clock.
    static MOVED: Cell<f64> = const { Cell::new(f64::NEG_INFINITY) };
}

/// Completes in a step of its own, once nobody has typed or scrolled for a moment.
pub async fn come() {
    if !IS_WATCHING.replace(true)
        && let Some(window) = web_sys::window()
    {
        for moves in MOVES {
            scroll::listen(&window, moves, || MOVED.set(js_sys::Date::now()));
        }
    }
    let mut wait = Duration::ZERO;
    loop {
        timer::sleep(wait).await;
        let rested = js_sys::Date::now() - MOVED.get();
        // A clock that was set back is no reason to wait for ever.
        if !(0.0..REST).contains(&rested) {
            return;
        }
        wait = Duration::from_secs_f64((REST - rested) / 1000.0);
    }
}
