//! Drawing in small steps, so that the browser shows what there is and hears the person in between.

use super::keyed::{Keyed, keyed};
use super::live::live;
use crate::platform::timer;
use leptos::prelude::*;
use std::time::Duration;

/// Places of a list that are drawn in one step.
const STEP: usize = 5;

/// A part of a view that is drawn in a step of its own, after what stands before it.
pub fn late(part: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    let is_time = RwSignal::new(false);
    timer::after(Duration::ZERO, move || {
        is_time.try_set(true);
    });
    live(move || if is_time.get() { untrack(&part) } else { ().into_any() })
}

/// As [`keyed`], but drawn from the start in small steps. What is drawn once stays.
pub fn keyed_gradually(items: impl Fn() -> Vec<Keyed> + Send + Sync + 'static) -> AnyView {
    let drawn_max = RwSignal::new(STEP);
    keyed(move || {
        let mut items = items();
        let max = drawn_max.get();
        if items.len() > max {
            items.truncate(max);
            timer::after(Duration::ZERO, move || {
                // The same step may have been asked for by an earlier list.
                drawn_max.try_update(|now| *now = (*now).max(max + STEP));
            });
        }
        items
    })
}
