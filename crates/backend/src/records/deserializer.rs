//! Documents, from JSON values to what they mean.
//!
//! serde_json reads values as well, but floating point comes with it: its parser, its writer and their
//! tables, a twentieth of the module, for numbers that no document has. Here whole numbers are numbers,
//! and all others stay the text that they are. What is wrong is told without a copy of it.

use std::fmt;
use std::slice;

use serde::de::value::{MapAccessDeserializer, MapDeserializer, SeqDeserializer, StrDeserializer};
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, Expected, IntoDeserializer,
    SeqAccess, Unexpected, Visitor,
};
use serde::forward_to_deserialize_any;
use serde_json::{Map, Number, Value};

/// How serde_json hands a number over that keeps its digits: as a map of this one field.
const NUMBER: &str = "$serde_json::private::Number";

/// Reads a value.
///
/// # Errors
/// What is missing or was expected.
pub(crate) fn from_value<T: DeserializeOwned>(value: Value) -> Result<T, Unreadable> {
    T::deserialize(Reader(Some(value)))
}

/// Why a value is not what it should be.
#[derive(Debug)]
pub(crate) struct Unreadable(String);

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unreadable {}

impl Error for Unreadable {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self(format!("expected {expected}"))
    }

    /// Without words, because who has the items knows better what is wrong with their number.
    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        Self(String::new())
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self(format!("expected {expected}"))
    }
}

/// A value that is being read, or that of a field that is missing.
struct Reader(Option<Value>);

impl IntoDeserializer<'_, Unreadable> for Reader {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

type Fields = MapDeserializer<'static, Box<dyn Iterator<Item = (String, Reader)>>, Unreadable>;

/// Behind a pointer, so that every kind of document shares the same code.
fn fields(map: Map<String, Value>) -> Fields {
    MapDeserializer::new(Box::new(map.into_iter().map(|(name, value)| (name, Reader(Some(value))))))
}

/// What every kind of value has a method for takes that kind only.
impl<'de> Deserializer<'de> for Reader {
    type Error = Unreadable;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.0 {
            Some(Value::Null) => visitor.visit_unit(),
            Some(Value::Bool(value)) => visitor.visit_bool(value),
            Some(Value::Number(number)) => read_number(&number, visitor),
            Some(Value::String(text)) => visitor.visit_string(text),
            Some(Value::Array(items)) => read_items(items, visitor),
            Some(Value::Object(map)) => visitor.visit_map(fields(map)),
            None => Err(expected("a value")),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        if let None | Some(Value::Null) = self.0 {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        match self.0 {
            Some(Value::String(name)) => visitor.visit_enum(unit(&name)),
            Some(Value::Object(map)) => visitor.visit_enum(MapAccessDeserializer::new(fields(map))),
            _ => Err(expected("one of several forms")),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.0 {
            Some(Value::Object(map)) => visitor.visit_map(fields(map)),
            _ => Err(expected("an object")),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        match self.0 {
            Some(Value::Object(map)) => read_fields(map, names, visitor),
            _ => Err(expected("an object")),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.0 {
            Some(Value::Array(items)) => read_items(items, visitor),
            _ => Err(expected("a list")),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.0 {
            Some(Value::String(text)) => visitor.visit_string(text),
            _ => Err(expected("a text")),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.0 {
            Some(Value::Bool(value)) => visitor.visit_bool(value),
            _ => Err(expected("true or false")),
        }
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.0.as_ref().and_then(Value::as_u64) {
            Some(number) => visitor.visit_u64(number),
            None => Err(expected("a whole number")),
        }
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_u64(visitor)
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u128 f32 f64 char bytes byte_buf unit
        unit_struct tuple_struct identifier ignored_any
    }
}

/// Serde reads a structure from a list as well, and that is the smaller code, because it compares no names.
fn read_fields<'de, V: Visitor<'de>>(
    map: Map<String, Value>,
    names: &'static [&'static str],
    visitor: V,
) -> Result<V::Value, Unreadable> {
    let mut fields = InOrder { map, names: names.iter(), missing: "" };
    visitor.visit_seq(&mut fields).map_err(|error| match error {
        Unreadable(text) if text.is_empty() => Unreadable::missing_field(fields.missing),
        error => error,
    })
}

/// The values of a structure in the order of its fields.
struct InOrder {
    map: Map<String, Value>,
    names: slice::Iter<'static, &'static str>,
    /// The last one that was not there.
    missing: &'static str,
}

impl<'de> SeqAccess<'de> for InOrder {
    type Error = Unreadable;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Unreadable> {
        let name = self.names.next().copied().unwrap_or_default();
        let value = self.map.remove(name);
        let is_missing = value.is_none();
        match seed.deserialize(Reader(value)) {
            // Then the structure may have a default for it.
            Err(_) if is_missing => {
                self.missing = name;
                Ok(None)
            }
            read => read.map(Some),
        }
    }
}

fn read_items<'de, V: Visitor<'de>>(items: Vec<Value>, visitor: V) -> Result<V::Value, Unreadable> {
    let mut items = SeqDeserializer::new(items.into_iter().map(|item| Reader(Some(item))));
    let value = visitor.visit_seq(&mut items).and_then(|value| items.end().map(|()| value));
    value.map_err(
        |error| if error.0.is_empty() { expected("another number of items") } else { error },
    )
}

fn expected(what: &str) -> Unreadable {
    Unreadable(format!("expected {what}"))
}

/// A variant without contents.
fn unit<'de>(name: &str) -> impl EnumAccess<'de, Error = Unreadable> {
    StrDeserializer::new(name)
}

fn read_number<'de, V: Visitor<'de>>(number: &Number, visitor: V) -> Result<V::Value, Unreadable> {
    match (number.as_u64(), number.as_i64()) {
        (Some(number), _) => visitor.visit_u64(number),
        (_, Some(number)) => visitor.visit_i64(number),
        _ => {
            let digits = std::iter::once((NUMBER, number.to_string()));
            visitor.visit_map(MapDeserializer::<_, Unreadable>::new(digits))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use rust_decimal::Decimal;
    use serde::Deserialize;
    use serde_json::json;

    use super::*;

    #[derive(PartialEq, Debug, Deserialize)]
    #[serde(rename_all = "camelCase")]
    enum Shape {
        Point,
        Circle { radius: u32 },
        Named(String),
    }

    #[derive(PartialEq, Debug, Deserialize)]
    struct Drawing {
        shapes: Vec<Shape>,
        title: Option<String>,
        price: Decimal,
        steps: (i64, bool),
        notes: BTreeMap<String, Value>,
        #[serde(default)]
        pages: u8,
    }

    #[test]
    fn it_reads_what_serde_json_reads() {
        let exact: Value = serde_json::from_str("0.10000000000000000000000001").expect("JSON");
        let drawing = json!({
            "shapes": ["point", { "circle": { "radius": 3 } }, { "named": "ö" }],
            "title": null,
            "price": "1.50",
            "steps": [-4, true],
            "notes": { "exact": exact, "list": [1, null, "x"], "big": u64::MAX },
            "unknown": { "a": [] },
        });
        let theirs: Drawing = serde_json::from_value(drawing.clone()).expect("a drawing");
        assert_eq!(from_value::<Drawing>(drawing).expect("a drawing"), theirs);
        assert_eq!(theirs.notes["exact"].to_string(), "0.10000000000000000000000001");
    }

    #[test]
    fn what_is_wrong_is_told() {
        let read = |value: Value| from_value::<Drawing>(value).expect_err("a flaw").to_string();
        let with = |shape: Value| json!({ "shapes": [shape], "price": "1", "steps": [1, false] });
        assert_eq!(read(json!({})), "missing field `shapes`");
        assert_eq!(read(json!([])), "expected an object");
        assert_eq!(read(json!({ "shapes": {} })), "expected a list");
        let steps = |steps: Value| json!({ "shapes": [], "price": "1", "steps": steps });
        assert_eq!(read(steps(json!([1]))), "expected another number of items");
        assert_eq!(read(steps(json!([1, true, 2]))), "expected another number of items");
        assert_eq!(read(with(json!({ "circle": { "radius": "3" } }))), "expected a whole number");
        assert_eq!(read(with(json!({ "circle": { "radius": -3 } }))), "expected a whole number");
        assert_eq!(read(with(json!(7))), "expected one of several forms");
    }
}
