//! Reading a body of which parts are kept as they came: every field knows its place, so that a
//! message can name it.

use std::fmt;

use serde_json::{Map, Value};

use crate::http::problem::Problem;
use crate::records::json::object;

/// The longest accepted text of a field; the longest legitimate one is an id of a few hundred.
const TEXT_BYTES_MAX: usize = 1_000;

const IS_REQUIRED: &str = "is required";
static ABSENT: Value = Value::Null;

/// A value within a body.
#[derive(Clone, Debug)]
pub(crate) struct BodyField<'v> {
    value: &'v Value,
    path: String,
}

impl<'v> BodyField<'v> {
    /// The whole body.
    pub(crate) fn root(value: &'v Value) -> Self {
        Self { value, path: String::new() }
    }

    /// The field of an object. What is absent is null.
    pub(crate) fn at(&self, name: &str) -> Self {
        let separator = if self.path.is_empty() { "" } else { "." };
        let value = self.value.get(name).unwrap_or(&ABSENT);
        Self { value, path: format!("{}{separator}{name}", self.path) }
    }

    /// The value as it came.
    pub(crate) fn value(&self) -> &'v Value {
        self.value
    }

    /// Where the value stands, such as `value[3].unitPrice`.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// The elements of a list; none where the list is absent.
    ///
    /// # Errors
    /// 400 for what is not a list.
    pub(crate) fn items(&self) -> Result<Vec<Self>, Problem> {
        if self.value.is_null() {
            return Ok(Vec::new());
        }
        let items = self.value.as_array().ok_or_else(|| self.invalid("must be a list"))?;
        let item = |(place, value)| Self { value, path: format!("{}[{place}]", self.path) };
        Ok(items.iter().enumerate().map(item).collect())
    }

    /// A text that is not empty, `None` where it is absent.
    ///
    /// # Errors
    /// 400 for what is not a text, is empty or too long.
    pub(crate) fn optional_text(&self) -> Result<Option<&'v str>, Problem> {
        match self.value {
            Value::Null => Ok(None),
            Value::String(text) if text.trim().is_empty() => Err(self.invalid(IS_REQUIRED)),
            Value::String(text) if text.len() > TEXT_BYTES_MAX => Err(self.invalid("is too long")),
            Value::String(text) => Ok(Some(text)),
            _ => Err(self.invalid("must be a text")),
        }
    }

    /// A text that must be there.
    ///
    /// # Errors
    /// 400 where it is absent, empty, too long, or not a text.
    pub(crate) fn text(&self) -> Result<&'v str, Problem> {
        self.optional_text()?.ok_or_else(|| self.invalid(IS_REQUIRED))
    }

    /// A text that the calculator understands.
    ///
    /// # Errors
    /// 400 where it is absent, or with what the calculator says about it.
    pub(crate) fn read<T>(
        &self,
        read: fn(&str) -> Result<T, calculator::Problem>,
    ) -> Result<T, Problem> {
        read(self.text()?).map_err(|problem| self.invalid(problem))
    }

    /// A number or a text with one, read exactly.
    ///
    /// # Errors
    /// 400 where it is absent or not a plain decimal.
    pub(crate) fn decimal(&self) -> Result<rust_decimal::Decimal, Problem> {
        let text = match self.value {
            Value::Number(number) => number.as_str().to_owned(),
            _ => self.text()?.to_owned(),
        };
        calculator::parse_decimal(&text).map_err(|problem| self.invalid(problem))
    }

    /// A whole number that is not negative.
    ///
    /// # Errors
    /// 400 where it is absent or anything else.
    pub(crate) fn count(&self) -> Result<u32, Problem> {
        let count = self.value.as_u64().and_then(|count| u32::try_from(count).ok());
        count.ok_or_else(|| self.invalid("must be a whole number of zero or more"))
    }

    /// A truth value, `false` where it is absent.
    ///
    /// # Errors
    /// 400 for anything else.
    pub(crate) fn flag(&self) -> Result<bool, Problem> {
        match self.value {
            Value::Null => Ok(false),
            Value::Bool(flag) => Ok(*flag),
            _ => Err(self.invalid("must be true or false")),
        }
    }

    /// The fields below this one, by their paths with slashes, without what is nested in them: what is
    /// stored of a body is never nested deeper than what it is stored in.
    pub(crate) fn shallow_fields(&self, paths: &[&str]) -> Value {
        let mut kept = Value::Object(Map::new());
        for path in paths {
            let found = path.split('/').try_fold(self.value, |value, name| value.get(name));
            if let Some(found) = found {
                *path.split('/').fold(&mut kept, |kept, name| &mut kept[name]) = shallow(found);
            }
        }
        kept
    }

    /// What is wrong with this field.
    pub(crate) fn invalid(&self, why: impl fmt::Display) -> Problem {
        let path = if self.path.is_empty() { "body" } else { &self.path };
        Problem::invalid(path, why)
    }
}

/// What is nested deeper in a field has no meaning here.
const LEVELS_MAX: u32 = 3;

/// A value without what is nested too deep to mean anything.
fn shallow(value: &Value) -> Value {
    down_to(value, LEVELS_MAX)
}

fn down_to(value: &Value, levels: u32) -> Value {
    match value {
        Value::Array(_) | Value::Object(_) if levels == 0 => Value::Null,
        Value::Array(items) => items.iter().map(|item| down_to(item, levels - 1)).collect(),
        Value::Object(fields) => {
            let plain = |(name, value): (&String, _)| (name.clone(), down_to(value, levels - 1));
            Value::Object(object(&mut fields.iter().map(plain)))
        }
        _ => value.clone(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_field_knows_its_place() {
        let body =
            json!({ "value": [{ "price": "1.50", "units": 2, "on": true }, { "price": 7 }] });
        let rows = BodyField::root(&body).at("value").items().expect("a list");
        assert_eq!(rows[1].at("price").path(), "value[1].price");
        assert_eq!(rows[0].at("price").decimal(), rows[0].at("price").decimal());
        assert_eq!(rows[0].at("price").decimal().expect("a price").to_string(), "1.50");
        assert_eq!(rows[1].at("price").decimal().expect("a price").to_string(), "7");
        assert_eq!(rows[0].at("units").count(), Ok(2));
        assert_eq!((rows[0].at("on").flag(), rows[1].at("on").flag()), (Ok(true), Ok(false)));
        assert_eq!(rows[1].at("more").optional_text(), Ok(None));
        assert_eq!(rows[1].at("more").items().expect("no list is an empty one").len(), 0);
    }

    #[test]
    fn what_is_kept_of_a_body_is_plain() {
        let body = json!({
            "sku": { "name": "x", "more": 1 },
            "tags": [["a"], { "b": { "c": [] } }, 2],
            "deep": { "a": { "b": { "c": { "d": {} } } } },
            "none": null,
        });
        let kept =
            BodyField::root(&body).shallow_fields(&["sku/name", "tags", "deep/a", "none", "else"]);
        assert_eq!(
            kept,
            json!({
                "sku": { "name": "x" },
                "tags": [["a"], { "b": { "c": null } }, 2],
                "deep": { "a": { "b": { "c": { "d": null } } } },
                "none": null,
            })
        );
        assert_eq!(BodyField::root(&json!([])).shallow_fields(&["a/b"]), json!({}));
    }

    #[test]
    fn what_is_wrong_is_said_about_the_field() {
        let body = json!({ "text": " ", "list": {}, "units": -1, "price": "1,50", "on": 1 });
        let root = BodyField::root(&body);
        let check = |problem: Option<Problem>, field: &str, why: &str| {
            assert_eq!(problem, Some(Problem::invalid(field, why)));
        };
        check(root.at("text").text().err(), "text", IS_REQUIRED);
        check(root.at("none").text().err(), "none", IS_REQUIRED);
        check(root.at("units").text().err(), "units", "must be a text");
        check(root.at("list").items().err(), "list", "must be a list");
        let count = "must be a whole number of zero or more";
        check(root.at("units").count().err(), "units", count);
        check(root.at("none").count().err(), "none", count);
        check(root.at("price").decimal().err(), "price", "must be a decimal such as 1234.50");
        check(root.at("on").flag().err(), "on", "must be true or false");
        check(root.at("list").at("a").text().err(), "list.a", IS_REQUIRED);
    }
}
