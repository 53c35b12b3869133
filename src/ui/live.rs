//! What of a view follows its signals, in a few types for the whole application.
//!
//! Every closure in a view has a type of its own, and Leptos makes an effect, a way to build it, one to build
//! it again and one to take it away for each type: about a kilobyte of download for one changing word. The
//! closures that go through here are behind a pointer, so all of them share that code.
//!
//! In a view:
//!
//! ```ignore
//! view! {
//!     <p class=live_attr(move || is_late.get().then_some("late"))>{live_text(move || name.get())}</p>
//!     <input prop:value=live_value(move || typed.get()) disabled=live_flag(move || is_busy.get()) />
//!     {live(move || match found.get() {
//!         Some(found) => row(found),
//!         None => ().into_any(),
//!     })}
//! }
//! ```

use crate::platform::{focus, timer};
use leptos::prelude::*;
use leptos::tachys::reactive_graph::{ReactiveFunction, SharedReactiveFunction};
use std::cell::Cell;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// A value that follows its signals.
///
/// Behind a trait of our own: `dyn FnMut` would bring code for consuming each closure as well.
pub struct Live<T: 'static>(Box<dyn Source<T>>);

/// The value of an attribute; the attribute is absent while there is none.
pub type LiveAttr = Live<Option<Oco<'static, str>>>;

/// The value of a property (`prop:value`).
pub type LiveValue = Live<String>;

/// Yes or no for an attribute without a value (`disabled`), a property (`prop:checked`) or `class:name`.
pub type LiveFlag = Live<bool>;

/// A part of a view that is built again when a signal changes that it reads.
pub fn live(part: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    Live(Box::new(part)).into_any()
}

/// Words that follow their signals.
pub fn live_text<T: Into<Oco<'static, str>>>(words: impl Fn() -> T + Send + 'static) -> AnyView {
    let words: Live<Oco<'static, str>> = Live(Box::new(move || words().into()));
    words.into_any()
}

/// For `class` and every other attribute that is text: absent while `value` says `None`.
pub fn live_attr<T: Into<Oco<'static, str>>>(
    value: impl Fn() -> Option<T> + Send + 'static,
) -> LiveAttr {
    Live(Box::new(move || value().map(Into::into)))
}

/// For `prop:value`.
pub fn live_value(value: impl Fn() -> String + Send + 'static) -> LiveValue {
    Live(Box::new(value))
}

/// For attributes and properties that are on or off, and for `class:name`.
pub fn live_flag(is_on: impl Fn() -> bool + Send + 'static) -> LiveFlag {
    Live(Box::new(is_on))
}

/// Where a value comes from.
trait Source<T>: Send {
    /// The value of this moment.
    fn now(&mut self) -> T;
}

impl<T, F: FnMut() -> T + Send> Source<T> for F {
    fn now(&mut self) -> T {
        self()
    }
}

impl<T: 'static> ReactiveFunction for Live<T> {
    type Output = T;

    fn invoke(&mut self) -> T {
        self.0.now()
    }

    fn into_shared(mut self) -> SharedReactiveFunction<T> {
        Arc::new(Mutex::new(move || self.0.now()))
    }
}

impl<T> std::fmt::Debug for Live<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Live")
    }
}

/// One place of such a list.
pub struct Keyed {
    key: u64,
    view: Box<dyn FnOnce() -> AnyView + Send>,
}

impl Keyed {
    /// `key` says what is shown: the same key is the same view, and no other place has it.
    pub fn new(key: impl Hash, view: impl FnOnce() -> AnyView + Send + 'static) -> Self {
        let mut hasher = DefaultHasher::new();
        key.hash(&mut hasher);
        Self { key: hasher.finish(), view: Box::new(view) }
    }
}

impl std::fmt::Debug for Keyed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Keyed").field("key", &self.key).finish_non_exhaustive()
    }
}

/// A list that follows its signals: a view whose key stays is moved, not built again, and keeps the focus
/// and what was opened in it.
///
/// All lists share the code that compares their orders, whatever they are lists of.
pub fn keyed(items: impl Fn() -> Vec<Keyed> + Send + Sync + 'static) -> AnyView {
    list(Arc::new(items))
}

fn list(items: Arc<dyn Fn() -> Vec<Keyed> + Send + Sync>) -> AnyView {
    let items = move || {
        focus::keep();
        items()
    };
    view! {
        <For each=move || items() key=|item| item.key let:item>
            {(item.view)()}
        </For>
    }
    .into_any()
}

/// Places of a list that are drawn in the first step, whose code runs for the first time.
const FIRST_STEP: usize = 3;

/// Places of a list that are drawn in each later one.
const STEP: usize = 5;

/// A part of a view that is drawn in a step of its own, after what stands before it.
pub fn late(part: impl FnOnce() -> AnyView + Send + 'static) -> AnyView {
    let is_time = RwSignal::new(false);
    timer::after(Duration::ZERO, move || {
        is_time.try_set(true);
    });
    let mut part = Some(part);
    live(move || match part.take_if(|_| is_time.get()) {
        Some(part) => untrack(part),
        None => ().into_any(),
    })
}

/// As [`keyed`], but drawn from the start in small steps. What is drawn once stays; `is_whole` is told when that
/// is all, for what stands below and would be moved by each step.
pub fn keyed_gradually(
    items: impl Fn() -> Vec<Keyed> + Send + Sync + 'static,
    is_whole: RwSignal<bool>,
) -> AnyView {
    let drawn_max = RwSignal::new(FIRST_STEP);
    keyed(move || {
        let mut items = items();
        let max = drawn_max.get();
        let is_last = items.len() <= max;
        items.truncate(max);
        timer::after(Duration::ZERO, move || {
            if is_last {
                is_whole.try_set(true);
            } else {
                // The same step may have been asked for by an earlier list.
                drawn_max.try_update(|now| *now = (*now).max(max + STEP));
            }
        });
        items
    })
}

thread_local! {
    static NEXT: Cell<u32> = const { Cell::new(0) };
}

/// An id that no other element of the page has.
pub fn unique(kind: &str) -> String {
    let number = NEXT.replace(NEXT.get().wrapping_add(1));
    format!("{kind}-{number}")
}
