//! What is typed into forms that no address holds: it outlives a reload of the page in its tab.

use crate::platform::effect::effect;
use crate::platform::storage::tab;
use leptos::prelude::*;
use std::fmt::Display;
use std::str::FromStr;

/// A value of a form that starts as `start`, or as it was left when the page was last here. It is kept under
/// `key`, which names the field and what it is about, until it is as it was at the start.
pub fn drafted<T>(key: &str, start: T) -> RwSignal<T>
where
    T: Display + FromStr + PartialEq + Clone + Send + Sync + 'static,
{
    let key = format!("draft.{key}").to_ascii_lowercase();
    let left = tab::get(&key).and_then(|left| left.parse().ok());
    let value = RwSignal::new(left.unwrap_or_else(|| start.clone()));
    effect(move || {
        value.with(|value| {
            if *value == start {
                tab::remove(&key);
            } else {
                tab::set(&key, &value.to_string());
            }
        });
    });
    value
}
