//! Time and chance, which the service does not have.

use std::time::Duration;

use chrono::{DateTime, Utc};
use js_sys::{Date, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

/// The time of the browser's clock.
pub(crate) fn now() -> DateTime<Utc> {
    // Whole milliseconds, which binary floating point holds exactly for longer than chrono does.
    DateTime::from_timestamp_millis(Date::now() as i64).unwrap_or_default()
}

/// 128 random bits.
pub(crate) fn random_bits() -> u128 {
    let mut bytes = [0; 16];
    let crypto: web_sys::Crypto = global("crypto").unchecked_into();
    crypto
        .get_random_values_with_u8_array(&mut bytes)
        .expect("sixteen bytes are below the limit of one call");
    u128::from_le_bytes(bytes)
}

/// Waits, while other requests go on.
pub(crate) async fn sleep(duration: Duration) {
    if duration.is_zero() {
        return;
    }
    // Nothing ever rejects this promise.
    let _ = JsFuture::from(timer(duration)).await;
}

/// Lets events be handled that wait, without the pause that timers make.
pub(crate) async fn give_way() {
    let Ok(channel) = MessageChannel::new() else { return };
    let heard = Promise::new(&mut |resolve, _| {
        channel.port1().set_onmessage(Some(&resolve));
        // Nothing can keep an empty message from being sent.
        let _ = channel.port2().post_message(&JsValue::NULL);
    });
    let _ = JsFuture::from(heard).await;
    channel.port1().close();
}

/// Resolves after a while.
pub(crate) fn timer(duration: Duration) -> Promise {
    let milliseconds = JsValue::from_f64(duration.as_secs_f64() * 1_000.0);
    let set_timeout: Function = global("setTimeout").unchecked_into();
    Promise::new(&mut |resolve, _| {
        // A worker and a page both have it, and it does not throw.
        let _ = set_timeout.call2(&JsValue::UNDEFINED, &resolve, &milliseconds);
    })
}

/// A property of the global object, which is another one in a page than in a worker.
pub(crate) fn global(name: &str) -> JsValue {
    Reflect::get(&js_sys::global(), &name.into()).unwrap_or(JsValue::UNDEFINED)
}
