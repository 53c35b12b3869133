//! Waiting.

use super::clock;
use chrono::TimeDelta;
use js_sys::{Function, Promise};
use leptos::prelude::{
    TimeoutHandle, request_animation_frame, set_timeout, set_timeout_with_handle,
};
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;
use wasm_bindgen_futures::JsFuture;

/// How long a slice of long work takes, more or less.
const SLICE: TimeDelta = TimeDelta::milliseconds(12);

/// Runs `action` once after `delay`.
pub fn after(delay: Duration, action: impl FnOnce() + 'static) {
    set_timeout(action, delay);
}

/// Something that is to happen once, unless this is dropped before.
#[derive(Debug)]
pub struct Alarm(Option<TimeoutHandle>);

impl Alarm {
    /// Runs `action` after `delay`.
    pub fn after(delay: Duration, action: impl FnOnce() + 'static) -> Self {
        // A browser without timers has no alarms.
        Self(set_timeout_with_handle(action, delay).ok())
    }
}

impl Drop for Alarm {
    fn drop(&mut self) {
        if let Some(handle) = self.0 {
            handle.clear();
        }
    }
}

/// Completes after `delay`.
pub async fn sleep(delay: Duration) {
    let promise = Promise::new(&mut |resolve: Function, _reject: Function| {
        after(delay, move || {
            // Resolving a promise cannot throw, and there is nobody to tell if it did.
            let _ = resolve.call0(&wasm_bindgen::JsValue::UNDEFINED);
        });
    });
    // The promise is never rejected.
    let _ = JsFuture::from(promise).await;
}

/// Completes once the browser has drawn what there is. A tab that nobody sees is drawn when somebody does.
pub async fn painted() {
    let promise = Promise::new(&mut |resolve: Function, _reject: Function| {
        request_animation_frame(move || {
            let _ = resolve.call0(&wasm_bindgen::JsValue::UNDEFINED);
        });
    });
    let _ = JsFuture::from(promise).await;
    // A frame is drawn after what was to be done before it.
    sleep(Duration::ZERO).await;
}

/// Does steps of long work for some milliseconds, after whatever else the page has to do; `false` where `step` has
/// come to its end.
pub async fn slice(mut step: impl FnMut() -> bool) -> bool {
    sleep(Duration::ZERO).await;
    let begun = clock::now();
    let mut goes_on = true;
    while goes_on && (clock::now() - begun).abs() < SLICE {
        goes_on = step();
    }
    goes_on
}

/// The output of `work`, or `None` if it takes longer than `limit`. Late work is dropped.
pub async fn within<T>(limit: Duration, work: impl Future<Output = T>) -> Option<T> {
    let mut work = pin!(work);
    let mut alarm = pin!(sleep(limit));
    poll_fn(|context| {
        if let Poll::Ready(output) = work.as_mut().poll(context) {
            return Poll::Ready(Some(output));
        }
        alarm.as_mut().poll(context).map(|()| None)
    })
    .await
}
