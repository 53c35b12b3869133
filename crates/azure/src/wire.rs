//! From JSON values to typed records and back, without losing anything on the way.
//!
//! Records are not derived with serde. No field of a Capacity answer is required, real answers
//! carry fields that the specification does not know, and an explicit `null` is not the same as an
//! absent field when a record is written back: a derive with a flattened remainder drops the nulls,
//! and its errors do not say where they are. Here every record is a plain struct of `Option`s, read
//! out of a [`Value`] field by field; what is left over, nulls included, stays in its `rest`, and
//! errors name the path of the field.
//!
//! Every type also implements serde's traits, so records can stand inside types that derive them.

use std::fmt;

use rust_decimal::Decimal;
use serde_json::{Map, Number, Value};

/// What a record does not know: fields without a name in this version, and known ones that were
/// explicitly `null`. Written back as it was read.
pub type Rest = Map<String, Value>;

/// A type with a JSON form.
///
/// Invariant: writing what was read gives the same JSON value, numbers compared as decimals and
/// known enum values without case.
pub trait Wire: Sized {
    /// Reads the JSON form.
    ///
    /// # Errors
    /// [`WireError`] when the value is of another kind; its path is relative to this value.
    fn read(value: Value) -> Result<Self, WireError>;

    /// Writes the JSON form.
    fn write(&self) -> Value;
}

/// Reads one value out of JSON text.
///
/// # Errors
/// [`WireError`] without a path when the text is not JSON, else with the path of the field that
/// cannot be read.
pub fn from_slice<T: Wire>(json: &[u8]) -> Result<T, WireError> {
    let value = serde_json::from_slice(json)
        .map_err(|error| WireError::new(WireProblem::NotJson(error.to_string())))?;
    T::read(value)
}

/// Writes one value as JSON text.
pub fn to_string<T: Wire>(value: &T) -> String {
    value.write().to_string()
}

/// A value that cannot be read, and where it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WireError {
    /// The path of the field, such as `value[3].properties.quantity`; empty for the whole.
    pub path: String,
    /// What is wrong with it.
    pub problem: WireProblem,
}

/// What is wrong with a value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum WireProblem {
    /// The text is not JSON; the reader's own message.
    NotJson(String),
    /// The value is of another kind than the one named here.
    Expected(&'static str),
    /// The number has more digits than an exact decimal can hold.
    TooManyDigits,
}

impl WireError {
    pub(crate) fn new(problem: WireProblem) -> Self {
        Self { path: String::new(), problem }
    }

    pub(crate) fn expected(what: &'static str) -> Self {
        Self::new(WireProblem::Expected(what))
    }

    /// The same error seen from the object that holds the value under `key`.
    #[cold]
    fn in_field(self, key: &str) -> Self {
        self.below(key)
    }

    /// The same error seen from the array that holds the value at `index`.
    #[cold]
    fn in_element(self, index: usize) -> Self {
        self.below(&format!("[{index}]"))
    }

    #[inline(never)]
    fn below(mut self, parent: &str) -> Self {
        let dot = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        self.path = format!("{parent}{dot}{}", self.path);
        self
    }
}

impl fmt::Display for WireError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        match &self.problem {
            WireProblem::NotJson(message) => f.write_str(message),
            WireProblem::Expected(what) => write!(f, "must be {what}"),
            WireProblem::TooManyDigits => f.write_str("has more digits than can be held exactly"),
        }
    }
}

impl std::error::Error for WireError {}

/// The fields of a JSON object while a record is read out of it.
///
/// Fields are read in place, and the first error is kept until the end. Moving each value into its
/// record and leaving early from dozens of places makes a third more code: 65 instead of 45 kB of
/// compressed WASM for nearly all records of this crate, measured with Rust 1.95.
pub(crate) struct Fields {
    object: Map<String, Value>,
    error: Option<WireError>,
}

impl Fields {
    pub(crate) fn of(value: Value) -> Result<Self, WireError> {
        match value {
            Value::Object(object) => Ok(Self { object, error: None }),
            _ => Err(WireError::expected("an object")),
        }
    }

    pub(crate) fn keys(&self) -> Vec<String> {
        self.object.keys().cloned().collect()
    }

    /// Takes one field out. A `null` stays behind, so that it ends up in the rest.
    ///
    /// The kind of the field is behind a pointer: a copy of this for each of sixty kinds would be
    /// a tenth of a module.
    pub(crate) fn take(&mut self, key: &str, field: &mut dyn Fill) {
        if let Some(value) = self.remove(key)
            && let Err(error) = field.fill(value)
        {
            self.error.get_or_insert_with(|| error.in_field(key));
        }
    }

    /// What was not taken, or the first error.
    pub(crate) fn rest(self) -> Result<Rest, WireError> {
        match self.error {
            Some(error) => Err(error),
            None => Ok(self.object),
        }
    }

    fn remove(&mut self, key: &str) -> Option<Value> {
        if self.object.get(key)?.is_null() { None } else { self.object.remove(key) }
    }
}

/// A field of a record that is being read.
pub(crate) trait Fill {
    /// Reads the value of the field.
    fn fill(&mut self, value: Value) -> Result<(), WireError>;
}

impl<T: Wire> Fill for Option<T> {
    fn fill(&mut self, value: Value) -> Result<(), WireError> {
        *self = Some(T::read(value)?);
        Ok(())
    }
}

/// A field of a record that is being written. Not one trait with [`Fill`], because the page reads
/// many records that it never writes.
pub(crate) trait Written {
    /// The value of the field, if it has one.
    fn written(&self) -> Option<Value>;
}

impl<T: Wire> Written for Option<T> {
    fn written(&self) -> Option<Value> {
        self.as_ref().map(T::write)
    }
}

/// Writes one field, in place of a `null` that was read before.
pub(crate) fn put(fields: &mut Map<String, Value>, key: &str, field: &dyn Written) {
    if let Some(value) = field.written() {
        fields.insert(key.into(), value);
    }
}

/// Implements serde's traits by way of [`Wire`].
macro_rules! serde_by_wire {
    ($name:ident $(<$param:ident>)?) => {
        impl$(<$param: crate::wire::Wire>)? serde::Serialize for $name$(<$param>)? {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                crate::wire::Wire::write(self).serialize(serializer)
            }
        }

        impl<'de $(, $param: crate::wire::Wire)?> serde::Deserialize<'de> for $name$(<$param>)? {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = serde_json::Value::deserialize(deserializer)?;
                crate::wire::Wire::read(value).map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use serde_by_wire;

/// Declares records: structs of optional fields, each with the name it has in JSON.
///
/// A record also gets `rest` for what it does not know, `Default` for building one, and serde's
/// traits.
macro_rules! record {
    ($(
        $(#[$meta:meta])*
        pub struct $name:ident {
            $($(#[$field_meta:meta])* pub $field:ident: Option<$type:ty> = $key:literal,)*
        }
    )+) => {$(
        $(#[$meta])*
        #[derive(Clone, PartialEq, Debug, Default)]
        pub struct $name {
            $(
                #[doc = concat!("`", $key, "`.")]
                $(#[$field_meta])*
                pub $field: Option<$type>,
            )*
            /// Unknown fields, and known ones that were `null`.
            pub rest: crate::wire::Rest,
        }

        impl crate::wire::Wire for $name {
            fn read(value: serde_json::Value) -> Result<Self, crate::wire::WireError> {
                let mut fields = crate::wire::Fields::of(value)?;
                let mut record = Self::default();
                $(fields.take($key, &mut record.$field);)*
                record.rest = fields.rest()?;
                Ok(record)
            }

            fn write(&self) -> serde_json::Value {
                let mut fields = self.rest.clone();
                $(crate::wire::put(&mut fields, $key, &self.$field);)*
                serde_json::Value::Object(fields)
            }
        }

        crate::wire::serde_by_wire!($name);
    )+};
}
pub(crate) use record;

/// Gives a record a method `properties()` that never fails: what is absent reads as empty.
macro_rules! has_properties {
    ($name:ident, $properties:ident) => {
        impl $name {
            /// The properties; empty ones when the record has none.
            pub fn properties(&self) -> &$properties {
                static NONE: std::sync::LazyLock<$properties> =
                    std::sync::LazyLock::new($properties::default);
                self.properties.as_ref().unwrap_or(&NONE)
            }

            /// The properties, created when the record has none.
            pub fn properties_mut(&mut self) -> &mut $properties {
                self.properties.get_or_insert_default()
            }
        }
    };
}
pub(crate) use has_properties;

impl Wire for Value {
    fn read(value: Value) -> Result<Self, WireError> {
        Ok(value)
    }

    fn write(&self) -> Value {
        self.clone()
    }
}

impl Wire for String {
    fn read(value: Value) -> Result<Self, WireError> {
        match value {
            Value::String(text) => Ok(text),
            _ => Err(WireError::expected("a text")),
        }
    }

    fn write(&self) -> Value {
        Value::String(self.clone())
    }
}

impl Wire for bool {
    fn read(value: Value) -> Result<Self, WireError> {
        value.as_bool().ok_or(WireError::expected("true or false"))
    }

    fn write(&self) -> Value {
        Value::Bool(*self)
    }
}

impl Wire for u32 {
    fn read(value: Value) -> Result<Self, WireError> {
        whole(&value).ok_or(WireError::expected("a whole number from 0 to 4294967295"))
    }

    fn write(&self) -> Value {
        Value::Number((*self).into())
    }
}

impl Wire for i64 {
    fn read(value: Value) -> Result<Self, WireError> {
        whole(&value).ok_or(WireError::expected("a whole number"))
    }

    fn write(&self) -> Value {
        Value::Number((*self).into())
    }
}

/// A whole number; the Billing API writes quantities as doubles, so `2.0` is one as well.
fn whole<T: TryFrom<Decimal>>(value: &Value) -> Option<T> {
    let number = decimal(value.as_number()?)?;
    number.is_integer().then_some(number)?.try_into().ok()
}

impl Wire for Decimal {
    fn read(value: Value) -> Result<Self, WireError> {
        let number = value.as_number().ok_or(WireError::expected("a number"))?;
        decimal(number).ok_or(WireError::new(WireProblem::TooManyDigits))
    }

    fn write(&self) -> Value {
        let number = self.to_string().parse::<Number>();
        Value::Number(number.expect("a decimal is written as a JSON number"))
    }
}

/// The exact value of a JSON number, from its text; never by way of floating point.
fn decimal(number: &Number) -> Option<Decimal> {
    let text = number.as_str();
    let Some((digits, exponent)) = text.split_once(['e', 'E']) else {
        return Decimal::from_str_exact(text).ok();
    };
    let digits = Decimal::from_str_exact(digits).ok()?.normalize();
    let scale = i32::try_from(digits.scale()).ok()?.checked_sub(exponent.parse().ok()?)?;
    match u32::try_from(scale) {
        Ok(scale) => Decimal::try_from_i128_with_scale(digits.mantissa(), scale).ok(),
        Err(_) if digits.is_zero() => Some(Decimal::ZERO),
        Err(_) => {
            let power = 10_i128.checked_pow(scale.unsigned_abs())?;
            Decimal::try_from_i128_with_scale(digits.mantissa().checked_mul(power)?, 0).ok()
        }
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn read(value: Value) -> Result<Self, WireError> {
        let Value::Array(elements) = value else {
            return Err(WireError::expected("an array"));
        };
        let mut read = Self::with_capacity(elements.len());
        for element in elements {
            match T::read(element) {
                Ok(element) => read.push(element),
                Err(error) => return Err(error.in_element(read.len())),
            }
        }
        Ok(read)
    }

    fn write(&self) -> Value {
        Value::Array(self.iter().map(T::write).collect())
    }
}

#[cfg(test)]
#[expect(unreachable_pub, reason = "the macros declare public types")]
mod tests {
    use super::*;
    use crate::entries::Entries;
    use proptest::prelude::*;
    use serde_json::json;

    record! {
        /// A parcel.
        pub struct Parcel {
            pub weight: Option<Decimal> = "weight",
            pub count: Option<u32> = "pieceCount",
            pub parts: Option<Vec<Parcel>> = "parts",
            pub labels: Option<Entries<String>> = "labels",
        }
    }

    fn parcel(json: &str) -> Result<Parcel, WireError> {
        from_slice(json.as_bytes())
    }

    #[test]
    fn nulls_and_unknown_fields_are_written_back() {
        let json = json!({"weight": null, "labels": {"a": null, "b": "c"},
            "colour": {"hue": [1, null]}, "parts": [{}]});
        let read = Parcel::read(json.clone()).unwrap();
        assert_eq!(read.weight, None);
        assert_eq!(read.write(), json);
    }

    #[test]
    fn a_value_replaces_the_null_that_was_read() {
        let mut read = parcel(r#"{"pieceCount": null}"#).unwrap();
        read.count = Some(3);
        assert_eq!(read.write(), json!({"pieceCount": 3}));
    }

    #[test]
    fn errors_name_the_path() {
        let check = |json, expect: &str| assert_eq!(parcel(json).unwrap_err().to_string(), expect);
        check("[]", "must be an object");
        check(r#"{"weight": "7"}"#, "weight: must be a number");
        check(
            r#"{"parts": [{}, {"parts": [{"pieceCount": 1.5}]}]}"#,
            "parts[1].parts[0].pieceCount: must be a whole number from 0 to 4294967295",
        );
        check(r#"{"parts": [7]}"#, "parts[0]: must be an object");
        check(r#"{"labels": {"a": 1}}"#, "labels.a: must be a text");
        let nested = from_slice::<Vec<Vec<bool>>>(b"[[true],[true,1]]").unwrap_err();
        assert_eq!(nested.path, "[1][1]");
        check(
            r#"{"weight": 0.1234567890123456789012345678901}"#,
            "weight: has more digits than can be held exactly",
        );
        check("{", "EOF while parsing an object at line 1 column 1");
    }

    #[test]
    fn numbers_are_read_from_their_text() {
        let check = |number: &str, expect: &str| {
            let read = parcel(&format!(r#"{{"weight": {number}}}"#)).unwrap();
            assert_eq!(read.weight.unwrap().to_string(), expect, "{number}");
        };
        check("24.0", "24.0");
        check("0.30000000000000004", "0.30000000000000004");
        check("-1234567890123456789012.123456", "-1234567890123456789012.123456");
        check("1.5e3", "1500");
        check("1.5E-3", "0.0015");
        check("0e400", "0");
    }

    #[test]
    fn numbers_that_do_not_fit_are_refused() {
        for number in ["1e29", "1e-29", "79228162514264337593543950336", "1e99999999999"] {
            let error = parcel(&format!(r#"{{"weight": {number}}}"#)).unwrap_err();
            assert_eq!(error.problem, WireProblem::TooManyDigits, "{number}");
        }
    }

    #[test]
    fn counts_may_be_written_as_doubles() {
        assert_eq!(parcel(r#"{"pieceCount": 2.0}"#).unwrap().count, Some(2));
        assert!(parcel(r#"{"pieceCount": -1}"#).is_err());
        assert!(parcel(r#"{"pieceCount": 4294967296}"#).is_err());
    }

    #[test]
    fn records_stand_inside_derived_types() {
        #[derive(serde::Serialize, serde::Deserialize)]
        struct Stored {
            parcel: Parcel,
            at: u64,
        }
        let json = r#"{"parcel":{"colour":1.50,"weight":1.50},"at":5}"#;
        let stored: Stored = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&stored).unwrap(), json);
        let error = serde_json::from_str::<Stored>(r#"{"parcel":{"weight":""},"at":5}"#);
        assert!(error.err().unwrap().to_string().starts_with("weight: must be a number"));
    }

    proptest! {
        #[test]
        fn any_decimal_survives(mantissa in -(1_i128 << 95)..(1_i128 << 95), scale in 0_u32..=28) {
            let decimal = Decimal::from_i128_with_scale(mantissa, scale);
            let text = to_string(&decimal);
            prop_assert_eq!(from_slice::<Decimal>(text.as_bytes()).unwrap(), decimal);
        }
    }
}
