//! `json!` in the form of serde_json's, in less code.
//!
//! There each field becomes a text, a value, the check of a result and what was there before, all
//! in place. Here each field is one call.

use serde::Serialize;
use serde_json::{Map, Value};

/// Anything that has a JSON form.
pub(crate) trait Json {
    fn to_json(&self) -> Value;
}

impl<T: Serialize> Json for T {
    fn to_json(&self) -> Value {
        serde_json::to_value(self).expect("what is answered has string keys and never fails")
    }
}

/// A value as text. In place of its own `to_string`, which is another writer than that of answers.
pub(crate) fn text_of(value: &Value) -> String {
    serde_json::to_string(value).expect("a value has string keys and never fails")
}

/// An object that is being built.
#[derive(Default)]
pub(crate) struct Object(Map<String, Value>);

impl Object {
    #[inline(never)]
    pub(crate) fn add(&mut self, name: &str, value: &dyn Json) {
        self.put(name, value.to_json());
    }

    #[inline(never)]
    pub(crate) fn put(&mut self, name: &str, value: Value) {
        self.0.insert(name.to_owned(), value);
    }

    pub(crate) fn into_value(self) -> Value {
        Value::Object(self.0)
    }
}

/// The object with these fields. To collect them would sort them first, by a copy of the algorithm for
/// every kind of iterator.
#[inline(never)]
pub(crate) fn object(fields: &mut dyn Iterator<Item = (String, Value)>) -> Map<String, Value> {
    let mut object = Map::new();
    fields.for_each(|(name, value)| drop(object.insert(name, value)));
    object
}

/// A list that is being built.
#[derive(Default)]
pub(crate) struct List(Vec<Value>);

impl List {
    #[inline(never)]
    pub(crate) fn add(&mut self, value: &dyn Json) {
        self.put(value.to_json());
    }

    #[inline(never)]
    pub(crate) fn put(&mut self, value: Value) {
        self.0.push(value);
    }

    pub(crate) fn into_value(self) -> Value {
        Value::Array(self.0)
    }
}

/// A value as it is written in JSON, with expressions in place of values.
macro_rules! json {
    (null) => { ::serde_json::Value::Null };
    ({ $($fields:tt)* }) => {{
        #[allow(unused_mut, reason = "there may be no fields")]
        let mut object = $crate::records::json::Object::default();
        $crate::records::json::fields!(object, $($fields)*);
        object.into_value()
    }};
    ([ $($items:tt)* ]) => {{
        #[allow(unused_mut, reason = "there may be no items")]
        let mut list = $crate::records::json::List::default();
        $crate::records::json::items!(list, $($items)*);
        list.into_value()
    }};
    ($value:expr) => { $crate::records::json::Json::to_json(&$value) };
}
pub(crate) use json;

macro_rules! fields {
    ($object:ident,) => {};
    ($object:ident, $name:tt : null $(, $($rest:tt)*)?) => {
        $object.put($name, ::serde_json::Value::Null);
        $crate::records::json::fields!($object, $($($rest)*)?);
    };
    ($object:ident, $name:tt : { $($inner:tt)* } $(, $($rest:tt)*)?) => {
        $object.put($name, $crate::records::json::json!({ $($inner)* }));
        $crate::records::json::fields!($object, $($($rest)*)?);
    };
    ($object:ident, $name:tt : [ $($inner:tt)* ] $(, $($rest:tt)*)?) => {
        $object.put($name, $crate::records::json::json!([ $($inner)* ]));
        $crate::records::json::fields!($object, $($($rest)*)?);
    };
    ($object:ident, $name:tt : $value:expr $(, $($rest:tt)*)?) => {
        $object.add($name, &$value);
        $crate::records::json::fields!($object, $($($rest)*)?);
    };
}
pub(crate) use fields;

macro_rules! items {
    ($list:ident,) => {};
    ($list:ident, null $(, $($rest:tt)*)?) => {
        $list.put(::serde_json::Value::Null);
        $crate::records::json::items!($list, $($($rest)*)?);
    };
    ($list:ident, { $($inner:tt)* } $(, $($rest:tt)*)?) => {
        $list.put($crate::records::json::json!({ $($inner)* }));
        $crate::records::json::items!($list, $($($rest)*)?);
    };
    ($list:ident, [ $($inner:tt)* ] $(, $($rest:tt)*)?) => {
        $list.put($crate::records::json::json!([ $($inner)* ]));
        $crate::records::json::items!($list, $($($rest)*)?);
    };
    ($list:ident, $value:expr $(, $($rest:tt)*)?) => {
        $list.add(&$value);
        $crate::records::json::items!($list, $($($rest)*)?);
    };
}
pub(crate) use items;

#[cfg(test)]
mod tests {
    use super::json as ours;
    use serde_json::json as theirs;

    #[test]
    fn it_means_what_it_means_elsewhere() {
        let (name, units, none) = ("ö", [1_u32, 2], None::<bool>);
        macro_rules! check {
            ($($json:tt)*) => { assert_eq!(ours!($($json)*), theirs!($($json)*)) };
        }
        check!(null);
        check!({});
        check!([]);
        check!(name);
        check!({ "name": name, "units": units, "none": none, "null": null, });
        check!({ "deep": { "deeper": [{ "x": -1 }, [], [null, true,], 1 + 1] }, "flag": !name.is_empty() });
        check!([name, { "a": units.len() }, units[0]]);
        check!({ "call": format!("{name}!"), "block": if units[0] == 1 { "one" } else { "two" } });
    }
}
