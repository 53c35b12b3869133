//! Documents, from JSON values to what they mean.
//!
//! serde_json reads values as well, but floating point comes with it: its parser, its writer and their
//! tables, a twentieth of the module, for numbers that no document has. Here whole numbers are numbers,
//! and all others stay the text that they are. What is wrong is told without a copy of it.

use std::fmt;
use std::slice;

use azure::{parse_day, parse_time};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::de::value::{MapAccessDeserializer, MapDeserializer, SeqDeserializer, StrDeserializer};
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, Expected, IntoDeserializer,
    SeqAccess, Unexpected, Visitor,
};
use serde::{Deserialize, Serialize, forward_to_deserialize_any};
use serde_json::{Map, Number, Value};

/// A day within a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Day(#[serde(deserialize_with = "day")] pub(crate) NaiveDate);

#[derive(Deserialize)]
#[serde(transparent)]
struct Time(#[serde(deserialize_with = "time")] DateTime<Utc>);

/// Reads a day. chrono's own reader knows every format that there is, and with that of times is a hundredth
/// of the module.
///
/// # Errors
/// Fails for anything but a day as chrono writes it.
pub(crate) fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    let text = String::deserialize(deserializer)?;
    of_any_year(&text, parse_day).ok_or_else(|| D::Error::custom("expected a day"))
}

/// The same of a day that need not be there.
///
/// # Errors
/// Those of [`day`].
pub(crate) fn day_if<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<NaiveDate>, D::Error> {
    Ok(Option::<Day>::deserialize(deserializer)?.map(|Day(day)| day))
}

/// Reads a time.
///
/// # Errors
/// Fails for anything but a time as chrono writes it.
pub(crate) fn time<'de, D: Deserializer<'de>>(deserializer: D) -> Result<DateTime<Utc>, D::Error> {
    let text = String::deserialize(deserializer)?;
    of_any_year(&text, parse_time).ok_or_else(|| D::Error::custom("expected a time"))
}

/// The same of a time that need not be there.
///
/// # Errors
/// Those of [`time`].
pub(crate) fn time_if<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<DateTime<Utc>>, D::Error> {
    Ok(Option::<Time>::deserialize(deserializer)?.map(|Time(time)| time))
}

/// The years beyond 9999, in which something ends that was begun at the end of time, have a sign. Within 400
/// years every calendar is the same.
fn of_any_year<T: Datelike>(text: &str, parse: fn(&str) -> Option<T>) -> Option<T> {
    let Some(later) = text.strip_prefix('+') else { return parse(text) };
    let (year, rest) = later.split_once('-')?;
    let year: i32 = year.parse().ok()?;
    let alike = 8000 + year.rem_euclid(400);
    parse(&format!("{alike}-{rest}"))?.with_year(year)
}

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

impl Unreadable {
    pub(crate) fn new(why: &str) -> Self {
        Self(why.to_owned())
    }
}

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
    /// The last one that was not there; that of one with a default does no harm.
    missing: &'static str,
}

impl<'de> SeqAccess<'de> for InOrder {
    type Error = Unreadable;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Unreadable> {
        let value = self.next_value();
        let is_missing = value.0.is_none();
        match seed.deserialize(value) {
            // Then the structure may have a default for it.
            Err(_) if is_missing => Ok(None),
            read => read.map(Some),
        }
    }
}

impl InOrder {
    /// Compiled once, and not for every kind of field.
    #[inline(never)]
    fn next_value(&mut self) -> Reader {
        let name = self.names.next().copied().unwrap_or_default();
        let value = self.map.remove(name);
        if value.is_none() {
            self.missing = name;
        }
        Reader(value)
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

    #[derive(PartialEq, Debug, Serialize, Deserialize)]
    struct Diary {
        #[serde(deserialize_with = "time")]
        at: DateTime<Utc>,
        #[serde(default, deserialize_with = "time_if")]
        until: Option<DateTime<Utc>>,
        #[serde(deserialize_with = "day")]
        on: NaiveDate,
        #[serde(default, deserialize_with = "day_if")]
        ended_on: Option<NaiveDate>,
        days: Vec<Day>,
    }

    #[test]
    fn days_and_times_are_read_as_chrono_writes_them() {
        for at in [
            "1970-01-01T00:00:00Z",
            "2024-02-29T23:59:59.300Z",
            "2026-11-21T09:30:00.123456789Z",
            "9999-12-31T23:59:59.999999999Z",
            "+10000-02-29T00:00:02Z",
            "+12026-11-21T09:30:00Z",
        ] {
            let at: DateTime<Utc> = at.parse().expect(at);
            let on = at.date_naive();
            for (until, ended_on) in [(None, None), (Some(at), Some(on))] {
                let diary = Diary { at, until, on, ended_on, days: vec![Day(on), Day(on)] };
                let value = serde_json::to_value(&diary).expect("JSON");
                assert_eq!(from_value::<Diary>(value).expect("a diary"), diary);
            }
        }
        let whole = json!({ "at": "2026-11-21T09:30:00+01:00", "on": "2026-11-21", "days": [] });
        assert_eq!(
            from_value::<Diary>(whole.clone()).expect("a diary").at.to_rfc3339(),
            "2026-11-21T08:30:00+00:00"
        );
        for (field, value) in [
            ("at", json!("yesterday")),
            ("at", json!(7)),
            ("at", Value::Null),
            ("until", json!("2026-11-21T25:00:00Z")),
            ("on", json!("2023-02-29")),
            ("on", json!("+10001-02-29")),
            ("on", json!("+99999999999-01-01")),
            ("ended_on", json!("2026-11-21T09:30:00Z")),
            ("days", json!(["2026-11-21", ""])),
        ] {
            let mut damaged = whole.clone();
            damaged[field] = value;
            assert!(from_value::<Diary>(damaged.clone()).is_err(), "{damaged}");
        }
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
