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
use leptos::tachys::reactive_graph::SharedReactiveFunction;
use std::sync::{Arc, Mutex};

/// The value of an attribute that follows its signals; the attribute is absent while there is none.
pub type LiveAttr = SharedReactiveFunction<Option<Oco<'static, str>>>;

/// The value of a property (`prop:value`) that follows its signals.
pub type LiveValue = SharedReactiveFunction<String>;

/// Yes or no for an attribute without a value (`disabled`), a property (`prop:checked`) or `class:name`.
pub type LiveFlag = SharedReactiveFunction<bool>;

/// A part of a view that is built again when a signal changes that it reads.
pub fn live(part: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    let part: Box<dyn FnMut() -> AnyView + Send> = Box::new(part);
    part.into_any()
}

/// Words that follow their signals.
pub fn live_text<T: Into<Oco<'static, str>>>(words: impl Fn() -> T + Send + 'static) -> AnyView {
    let words: Box<dyn FnMut() -> Oco<'static, str> + Send> = Box::new(move || words().into());
    words.into_any()
}

/// For `class` and every other attribute that is text: absent while `value` says `None`.
pub fn live_attr<T: Into<Oco<'static, str>>>(
    value: impl Fn() -> Option<T> + Send + 'static,
) -> LiveAttr {
    Arc::new(Mutex::new(move || value().map(Into::into)))
}

/// For `prop:value`.
pub fn live_value(value: impl Fn() -> String + Send + 'static) -> LiveValue {
    Arc::new(Mutex::new(value))
}

/// For attributes and properties that are on or off, and for `class:name`.
pub fn live_flag(is_on: impl Fn() -> bool + Send + 'static) -> LiveFlag {
    Arc::new(Mutex::new(is_on))
}
