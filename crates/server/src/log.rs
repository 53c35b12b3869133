//! What the server says of itself: a JSON object in each line of standard error.
//!
//! Invariant: no token, no query and no body is ever in it.

use std::io::Write;

use serde_json::{Map, Value};

use crate::moment;

/// How much it matters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Level {
    /// What happens every day.
    Info,
    /// What somebody should look at.
    Error,
}

/// Writes a line: what happened, and its fields.
pub(crate) fn line<const N: usize>(level: Level, event: &str, fields: [(&str, Value); N]) {
    let mut all = Map::new();
    let at = moment::now().format("%Y-%m-%dT%H:%M:%S%.3fZ").to_string();
    all.insert("time".to_owned(), at.into());
    let level = match level {
        Level::Info => "info",
        Level::Error => "error",
    };
    all.insert("level".to_owned(), level.into());
    all.insert("event".to_owned(), event.into());
    let fields = fields.into_iter().filter(|(_, value)| !value.is_null());
    all.extend(fields.map(|(name, value)| (name.to_owned(), value)));
    let mut text = Value::Object(all).to_string();
    text.push('\n');
    // Whoever has closed it does not want to know.
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}
