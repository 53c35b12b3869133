//! What the browser remembers between visits: small strings under the application's own prefix.
//!
//! A private window or a blocked site refuses storage. Then nothing is remembered and nothing breaks.

use web_sys::Storage;

/// One origin may host several applications, so that every key carries this prefix.
const PREFIX: &str = "prorata.";

/// The remembered value of `key`, if there is one and the browser lets us read it.
#[must_use]
pub fn get(key: &str) -> Option<String> {
    area()?.get_item(&prefixed(key)).ok().flatten()
}

/// Remembers `value` under `key`; answers whether the browser did.
pub fn set(key: &str, value: &str) -> bool {
    area().is_some_and(|area| area.set_item(&prefixed(key), value).is_ok())
}

/// Forgets `key`.
pub fn remove(key: &str) {
    if let Some(area) = area() {
        // A refusal means that nothing was stored, which is what the caller wants.
        let _ = area.remove_item(&prefixed(key));
    }
}

/// Forgets every key that begins with one of `beginnings`.
pub fn remove_all(beginnings: &[&str]) {
    if let Some(area) = area() {
        remove_from(&area, beginnings);
    }
}

fn remove_from(area: &Storage, beginnings: &[&str]) {
    let keys = (0..area.length().unwrap_or_default()).filter_map(|place| area.key(place).ok()?);
    let keys: Vec<String> = keys.collect();
    for key in keys {
        let own = key.strip_prefix(PREFIX);
        if own.is_some_and(|own| beginnings.iter().any(|beginning| own.starts_with(beginning))) {
            // As above.
            let _ = area.remove_item(&key);
        }
    }
}

/// What one tab remembers until it is closed: it outlives a reload, and no other tab sees it.
pub mod tab {
    use super::{Storage, prefixed, remove_from};

    /// As [`super::get`].
    #[must_use]
    pub fn get(key: &str) -> Option<String> {
        area()?.get_item(&prefixed(key)).ok().flatten()
    }

    /// As [`super::set`].
    pub fn set(key: &str, value: &str) -> bool {
        area().is_some_and(|area| area.set_item(&prefixed(key), value).is_ok())
    }

    /// As [`super::remove`].
    pub fn remove(key: &str) {
        if let Some(area) = area() {
            let _ = area.remove_item(&prefixed(key));
        }
    }

    /// Forgets everything.
    pub fn remove_all() {
        if let Some(area) = area() {
            remove_from(&area, &[""]);
        }
    }

    fn area() -> Option<Storage> {
        web_sys::window()?.session_storage().ok().flatten()
    }
}

fn area() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

fn prefixed(key: &str) -> String {
    format!("{PREFIX}{key}")
}
