//! The format of stored documents, and what becomes of fields that this build does not know.
//!
//! A release may add fields without a new format: an older build keeps what it does not know. The
//! number is raised when an older build would do harm by changing documents in its own way; such a
//! build then changes nothing in the unit, and says so.

use serde_json::Value;

use crate::records::json::text_of;

/// The format that this build writes.
pub(crate) const FORMAT: u64 = 1;
/// The field with the number of the format, the first one of every document.
pub(crate) const FIELD: &str = "format";

/// The text of a document in this format.
pub(crate) fn written(document: &Value) -> String {
    let text = text_of(document);
    let rest = text.strip_prefix('{').unwrap_or_default();
    let comma = if rest == "}" { "" } else { "," };
    format!("{{\"{FIELD}\":{FORMAT}{comma}{rest}")
}

/// Whether the text of a document is in a newer format than this build's. Older builds wrote none.
pub(crate) fn is_newer(text: &str) -> bool {
    const OWN: &str = "{\"format\":1,";
    debug_assert!(written(&serde_json::json!({ "x": 0 })).starts_with(OWN));
    // Hardly any document has to be read for this.
    !text.starts_with(OWN)
        && text.contains("\"format\"")
        && format_of(text).is_some_and(|format| format > FORMAT)
}

fn format_of(text: &str) -> Option<u64> {
    serde_json::from_slice::<Value>(text.as_bytes()).ok()?.get(FIELD)?.as_u64()
}

/// Adds to a new state of a document what is in the one before and not in what this build knows of
/// that. Of lists, elements that stay as they were keep what they have.
pub(crate) fn keep_unknown(before: &Value, known: &Value, after: &mut Value) {
    match (before, known, after) {
        (Value::Object(before), Value::Object(known), Value::Object(after)) => {
            for (name, value) in before {
                match (known.get(name), after.get_mut(name)) {
                    (Some(known), Some(after)) => keep_unknown(value, known, after),
                    (None, None) => {
                        after.insert(name.clone(), value.clone());
                    }
                    _ => {}
                }
            }
        }
        (Value::Array(before), Value::Array(known), Value::Array(after)) => {
            for after in after {
                let same = known.iter().position(|known| known == after);
                if let Some(before) = same.and_then(|place| before.get(place)) {
                    *after = before.clone();
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_format_is_the_first_field() {
        assert_eq!(written(&serde_json::json!({})), r#"{"format":1}"#);
        assert_eq!(written(&serde_json::json!({ "a": 1 })), r#"{"format":1,"a":1}"#);
    }

    #[test]
    fn a_newer_format_is_noticed_wherever_it_stands() {
        for text in [r#"{"format":2}"#, r#"{"format":10,"a":1}"#, r#"{"a":{},"format":2,"z":[]}"#] {
            assert!(is_newer(text), "{text}");
        }
        for text in ["", "{", "[]", r#"{"format":1}"#, r#"{"a":{"format":2}}"#, r#"{"a":"format"}"#]
        {
            assert!(!is_newer(text), "{text}");
        }
    }
}
