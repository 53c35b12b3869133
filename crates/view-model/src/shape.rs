//! The shapes of the product's own resources, and of what the page remembers.
//!
//! They are read through the same JSON values as the records of Azure. A reader that serde derives for
//! each of them would bring a second JSON reader, some twenty kilobytes.

use azure::{WireError, WireProblem};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde_json::{Map, Value};

/// Declares shapes whose fields are all required, unless the type of a field has something to say
/// about its absence.
#[macro_export]
macro_rules! shape {
    ($(
        $(#[$meta:meta])*
        pub struct $name:ident {
            $($(#[$about:meta])* pub $field:ident: $type:ty = $key:literal,)*
        }
    )+) => {$(
        $(#[$meta])*
        pub struct $name {
            $($(#[$about])* pub $field: $type,)*
        }

        impl azure::Wire for $name {
            fn read(value: serde_json::Value) -> Result<Self, azure::WireError> {
                let mut fields = $crate::shape::fields(value)?;
                Ok(Self { $($field: $crate::shape::read(&mut fields, $key)?,)* })
            }

            fn write(&self) -> serde_json::Value {
                let mut fields = serde_json::Map::new();
                $(fields.insert($key.into(), $crate::shape::FieldValue::write(&self.$field));)*
                serde_json::Value::Object(fields)
            }
        }
    )+};
}

/// What a field can hold.
pub trait FieldValue: Sized {
    /// What is expected, for the message when something else is there.
    const WHAT: &'static str;

    /// Reads the value; `null` where there is none.
    fn read(value: Value) -> Option<Self>;

    /// Writes the value.
    fn write(&self) -> Value;
}

/// The fields of an object.
///
/// # Errors
/// It is something else.
pub fn fields(value: Value) -> Result<Map<String, Value>, WireError> {
    match value {
        Value::Object(fields) => Ok(fields),
        _ => Err(expected("an object", "")),
    }
}

/// Takes a field out of an object.
///
/// # Errors
/// Its value is of another type.
pub fn read<T: FieldValue>(
    fields: &mut Map<String, Value>,
    key: &'static str,
) -> Result<T, WireError> {
    let value = fields.remove(key).unwrap_or_default();
    T::read(value).ok_or_else(|| expected(T::WHAT, key))
}

fn expected(what: &'static str, key: &str) -> WireError {
    WireError { path: key.to_owned(), problem: WireProblem::Expected(what) }
}

impl FieldValue for String {
    const WHAT: &'static str = "a text";

    fn read(value: Value) -> Option<Self> {
        match value {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    fn write(&self) -> Value {
        Value::String(self.clone())
    }
}

impl FieldValue for u64 {
    const WHAT: &'static str = "a whole number";

    fn read(value: Value) -> Option<Self> {
        value.as_u64()
    }

    fn write(&self) -> Value {
        (*self).into()
    }
}

impl FieldValue for u32 {
    const WHAT: &'static str = <u64 as FieldValue>::WHAT;

    fn read(value: Value) -> Option<Self> {
        value.as_u64()?.try_into().ok()
    }

    fn write(&self) -> Value {
        (*self).into()
    }
}

/// No where nothing is said.
impl FieldValue for bool {
    const WHAT: &'static str = "true or false";

    fn read(value: Value) -> Option<Self> {
        if value.is_null() { Some(false) } else { value.as_bool() }
    }

    fn write(&self) -> Value {
        (*self).into()
    }
}

/// A decimal as text, which no reader of JSON rounds.
impl FieldValue for Decimal {
    const WHAT: &'static str = "a decimal as text";

    fn read(value: Value) -> Option<Self> {
        Self::from_str_exact(value.as_str()?).ok()
    }

    fn write(&self) -> Value {
        self.to_string().into()
    }
}

impl FieldValue for NaiveDate {
    const WHAT: &'static str = "a date such as 2026-01-31";

    fn read(value: Value) -> Option<Self> {
        azure::Date::parse(value.as_str()?).ok()?.day()
    }

    fn write(&self) -> Value {
        azure::Date::from(*self).as_str().into()
    }
}

impl<T: FieldValue> FieldValue for Option<T> {
    const WHAT: &'static str = T::WHAT;

    fn read(value: Value) -> Option<Self> {
        if value.is_null() { Some(None) } else { T::read(value).map(Some) }
    }

    fn write(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::write)
    }
}

impl FieldValue for Vec<String> {
    const WHAT: &'static str = "texts";

    fn read(value: Value) -> Option<Self> {
        match value {
            Value::Array(texts) => texts.into_iter().map(String::read).collect(),
            _ => None,
        }
    }

    fn write(&self) -> Value {
        self.as_slice().into()
    }
}
