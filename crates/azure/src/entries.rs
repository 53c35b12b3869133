//! Objects whose keys are not fields but data, such as tags.

use serde_json::{Map, Value};

use crate::wire::{Fields, Wire, WireError, serde_by_wire};

/// The entries of an object, in the order of their keys. A value may be `null`.
#[derive(Clone, PartialEq, Debug)]
pub struct Entries<T> {
    entries: Vec<(String, Option<T>)>,
}

impl<T> Entries<T> {
    /// The value of a key; nothing when it is absent or `null`.
    pub fn get(&self, key: &str) -> Option<&T> {
        self.entries.iter().find(|(own, _)| own == key)?.1.as_ref()
    }

    /// All keys, each with its value.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Option<&T>)> {
        self.entries.iter().map(|(key, value)| (key.as_str(), value.as_ref()))
    }
}

impl<T> FromIterator<(String, T)> for Entries<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(entries: I) -> Self {
        let entries = entries.into_iter().map(|(key, value)| (key, Some(value)));
        Self { entries: entries.collect() }
    }
}

impl<T: Wire> Wire for Entries<T> {
    fn read(value: Value) -> Result<Self, WireError> {
        let mut fields = Fields::of(value)?;
        let mut entries = Vec::new();
        for key in fields.keys() {
            let mut value = None;
            fields.take(&key, &mut value);
            entries.push((key, value));
        }
        fields.rest().map(|_| Self { entries })
    }

    fn write(&self) -> Value {
        let mut object = Map::new();
        for (key, value) in &self.entries {
            object.insert(key.clone(), value.as_ref().map_or(Value::Null, T::write));
        }
        Value::Object(object)
    }
}

serde_by_wire!(Entries<T>);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{from_slice, to_string};

    #[test]
    fn entries_are_written_back() {
        let json = r#"{"a":"1","b":null,"c":""}"#;
        let entries: Entries<String> = from_slice(json.as_bytes()).unwrap();
        assert_eq!(to_string(&entries), json);
        assert_eq!(entries.get("a").map(String::as_str), Some("1"));
        assert_eq!((entries.get("b"), entries.get("d")), (None, None));
        assert_eq!(entries.iter().count(), 3);
    }

    #[test]
    fn entries_are_collected() {
        let entries: Entries<String> = [("k".to_owned(), "v".to_owned())].into_iter().collect();
        assert_eq!(to_string(&entries), r#"{"k":"v"}"#);
    }

    #[test]
    fn errors_name_the_key() {
        let error = from_slice::<Entries<bool>>(br#"{"a":true,"b":1}"#).unwrap_err();
        assert_eq!(error.to_string(), "b: must be true or false");
        assert!(from_slice::<Entries<bool>>(b"[]").is_err());
    }
}
