//! Lists that come in pages.

use serde_json::Value;

use crate::reservation::StateCounts;
use crate::wire::{Fields, Rest, Wire, WireError, put, serde_by_wire};

/// One page of a list: `{"value": [...], "nextLink": "..."}`, or a bare array.
///
/// The catalog operation answers with a bare array in one API version and with a page in another;
/// split and merge always answer with an array.
#[derive(Clone, PartialEq, Debug)]
pub struct Page<T> {
    /// The rows of this page.
    pub value: Vec<T>,
    /// Where the next page is, to be followed exactly as written.
    pub next_link: Option<String>,
    /// Lists of reservations count all rows of the list by state.
    pub summary: Option<StateCounts>,
    /// Unknown fields, and known ones that were `null`.
    pub rest: Rest,
    shape: Shape,
}

/// How the rows were written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Shape {
    Object,
    ObjectWithoutValue,
    Array,
}

impl<T> Page<T> {
    /// The last page of a list.
    pub fn of(value: Vec<T>) -> Self {
        Self { value, next_link: None, summary: None, rest: Rest::new(), shape: Shape::Object }
    }
}

impl<T: Wire> Wire for Page<T> {
    fn read(value: Value) -> Result<Self, WireError> {
        if value.is_array() {
            return Ok(Self { shape: Shape::Array, ..Self::of(Wire::read(value)?) });
        }
        let mut fields = Fields::of(value)?;
        let (mut value, mut page) = (None, Self::of(Vec::new()));
        fields.take("value", &mut value);
        fields.take("nextLink", &mut page.next_link);
        fields.take("summary", &mut page.summary);
        match value {
            Some(value) => page.value = value,
            None => page.shape = Shape::ObjectWithoutValue,
        }
        page.rest = fields.rest()?;
        Ok(page)
    }

    fn write(&self) -> Value {
        let mut fields = self.rest.clone();
        match self.shape {
            Shape::Array => return self.value.write(),
            Shape::ObjectWithoutValue if self.value.is_empty() => {}
            Shape::Object | Shape::ObjectWithoutValue => {
                fields.insert("value".into(), self.value.write());
            }
        }
        put(&mut fields, "nextLink", &self.next_link);
        put(&mut fields, "summary", &self.summary);
        Value::Object(fields)
    }
}

serde_by_wire!(Page<T>);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{from_slice, to_string};

    #[test]
    fn every_shape_is_written_back() {
        for json in [
            r#"["a"]"#,
            r#"{"nextLink":"https://next","value":["a"]}"#,
            r#"{"nextLink":null,"value":[]}"#,
            r#"{"summary":{"cancelledCount":2},"value":["a"],"x":1}"#,
            r#"{"value":null}"#,
            "{}",
        ] {
            let page: Page<String> = from_slice(json.as_bytes()).unwrap();
            assert_eq!(to_string(&page), json);
        }
    }

    #[test]
    fn rows_added_to_an_empty_answer_are_written() {
        let mut page: Page<String> = from_slice(b"{}").unwrap();
        page.value.push("a".into());
        assert_eq!(to_string(&page), r#"{"value":["a"]}"#);
        page.next_link = Some("n".into());
        assert_eq!(to_string(&page), r#"{"nextLink":"n","value":["a"]}"#);
    }

    #[test]
    fn errors_name_the_row() {
        let error = from_slice::<Page<String>>(br#"{"value":["a",7]}"#).unwrap_err();
        assert_eq!(error.to_string(), "value[1]: must be a text");
        assert_eq!(from_slice::<Page<String>>(b"[7]").unwrap_err().path, "[0]");
        assert!(from_slice::<Page<String>>(b"7").is_err());
    }
}
