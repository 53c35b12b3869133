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

use leptos::prelude::*;
use leptos::tachys::reactive_graph::{ReactiveFunction, SharedReactiveFunction};
use std::sync::{Arc, Mutex};

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
