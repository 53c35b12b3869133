//! `$filter` and `$orderby` of reservation lists: `eq`, `and`, `or` and parentheses over the listed
//! properties, which is all that the API offers.

use std::cmp::Ordering;

use rust_decimal::Decimal;
use serde_json::Value;

use crate::http::Problem;

/// The properties that may be filtered and ordered by. [Azure.ResourceManager.Reservations 2022-11]
const FIELDS: &[&str] = &[
    "sku/name",
    "properties/appliedScopeType",
    "properties/archived",
    "properties/displayName",
    "properties/displayProvisioningState",
    "properties/effectiveDateTime",
    "properties/expiryDate",
    "properties/expiryDateTime",
    "properties/provisioningState",
    "properties/quantity",
    "properties/renew",
    "properties/reservedResourceType",
    "properties/term",
    "properties/userFriendlyAppliedScopeType",
    "properties/userFriendlyRenewState",
];

const FILTER_BYTES_MAX: usize = 4_096;
/// Parentheses within parentheses. No sensible filter needs more, and the parser recurses.
const DEPTH_MAX: u32 = 32;

/// A parsed `$filter`.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Filter {
    Equal(&'static str, Value),
    All(Vec<Filter>),
    Any(Vec<Filter>),
}

impl Filter {
    /// Parses a `$filter`.
    ///
    /// # Errors
    /// 400 that says what was expected.
    pub(crate) fn parse(text: &str) -> Result<Self, Problem> {
        if text.len() > FILTER_BYTES_MAX {
            return Err(invalid("is too long"));
        }
        let tokens = tokens(text)?;
        let mut parser = Parser { tokens: &tokens, depth: 0 };
        let filter = parser.any()?;
        match parser.tokens.first() {
            None => Ok(filter),
            Some(token) => Err(invalid(&format!("has an unexpected {token:?}"))),
        }
    }

    /// Whether an item of the list passes.
    pub(crate) fn matches(&self, item: &Value) -> bool {
        match self {
            Self::Equal(field, expected) => is_equal(lookup(item, field), expected),
            Self::All(filters) => filters.iter().all(|filter| filter.matches(item)),
            Self::Any(filters) => filters.iter().any(|filter| filter.matches(item)),
        }
    }
}

/// A parsed `$orderby`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct OrderBy {
    field: &'static str,
    descending: bool,
}

impl OrderBy {
    /// Parses `properties/displayName desc`.
    ///
    /// # Errors
    /// 400 that names the parameter.
    pub(crate) fn parse(text: &str) -> Result<Self, Problem> {
        let mut words = text.split_whitespace();
        let field = words.next().and_then(field);
        let descending = match words.next().map(str::to_ascii_lowercase).as_deref() {
            None | Some("asc") => Some(false),
            Some("desc") => Some(true),
            Some(_) => None,
        };
        match (field, descending, words.next()) {
            (Some(field), Some(descending), None) => Ok(Self { field, descending }),
            _ => {
                let why = "must be a listed property, followed by 'asc' or 'desc' or nothing";
                Err(Problem::new(400, "InvalidRequestUri", format!("$orderby {why}."))
                    .of_field("$orderby"))
            }
        }
    }

    /// What of an item decides its place.
    pub(crate) fn part(&self, item: &Value) -> Value {
        lookup(item, self.field).clone()
    }

    /// Which of two items comes first.
    pub(crate) fn compare(&self, left: &Value, right: &Value) -> Ordering {
        self.compare_parts(lookup(left, self.field), lookup(right, self.field))
    }

    /// The same by what decides.
    pub(crate) fn compare_parts(&self, left: &Value, right: &Value) -> Ordering {
        let order = order(left, right);
        if self.descending { order.reverse() } else { order }
    }
}

#[derive(Clone, PartialEq, Debug)]
enum Token {
    Open,
    Close,
    Word(String),
    Text(String),
}

fn tokens(text: &str) -> Result<Vec<Token>, Problem> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let (token, length) = match first {
            '(' => (Token::Open, 1),
            ')' => (Token::Close, 1),
            '\'' => quoted(rest)?,
            _ => {
                let end = rest.find(|c: char| c.is_whitespace() || "()'".contains(c));
                let end = end.unwrap_or(rest.len());
                (Token::Word(rest[..end].to_owned()), end)
            }
        };
        tokens.push(token);
        rest = rest[length..].trim_start();
    }
    Ok(tokens)
}

/// A text in single quotes, in which two quotes stand for one; and how many bytes it takes.
fn quoted(text: &str) -> Result<(Token, usize), Problem> {
    let mut value = String::new();
    let mut characters = text.char_indices().skip(1).peekable();
    while let Some((place, character)) = characters.next() {
        if character != '\'' {
            value.push(character);
        } else if characters.next_if(|(_, next)| *next == '\'').is_some() {
            value.push('\'');
        } else {
            return Ok((Token::Text(value), place + 1));
        }
    }
    Err(invalid("has a quote that is not closed"))
}

struct Parser<'t> {
    tokens: &'t [Token],
    depth: u32,
}

impl<'t> Parser<'t> {
    fn any(&mut self) -> Result<Filter, Problem> {
        self.list("or", Self::all).map(|filters| one_or(filters, Filter::Any))
    }

    fn all(&mut self) -> Result<Filter, Problem> {
        self.list("and", Self::single).map(|filters| one_or(filters, Filter::All))
    }

    fn list(
        &mut self,
        separator: &str,
        part: fn(&mut Self) -> Result<Filter, Problem>,
    ) -> Result<Vec<Filter>, Problem> {
        let mut filters = vec![part(self)?];
        while self.take_word(separator) {
            filters.push(part(self)?);
        }
        Ok(filters)
    }

    fn single(&mut self) -> Result<Filter, Problem> {
        match self.next() {
            Some(Token::Open) => {
                self.depth += 1;
                if self.depth > DEPTH_MAX {
                    return Err(invalid("has too many parentheses"));
                }
                let filter = self.any()?;
                self.depth -= 1;
                match self.next() {
                    Some(Token::Close) => Ok(filter),
                    _ => Err(invalid("has a parenthesis that is not closed")),
                }
            }
            Some(Token::Word(word)) => self.comparison(word),
            _ => Err(invalid("must compare a property")),
        }
    }

    fn comparison(&mut self, word: &str) -> Result<Filter, Problem> {
        let Some(field) = field(word) else {
            return Err(invalid(&format!("names '{word}', which cannot be filtered by")));
        };
        if !self.take_word("eq") {
            return Err(invalid("supports 'eq', 'and' and 'or' only"));
        }
        let value = match self.next() {
            Some(Token::Text(text)) => Value::String(text.clone()),
            Some(Token::Word(word)) => literal(word),
            _ => return Err(invalid(&format!("has no value for '{field}'"))),
        };
        Ok(Filter::Equal(field, value))
    }

    fn next(&mut self) -> Option<&'t Token> {
        let (first, rest) = self.tokens.split_first()?;
        self.tokens = rest;
        Some(first)
    }

    fn take_word(&mut self, expected: &str) -> bool {
        let found = matches!(self.tokens.first(), Some(Token::Word(word))
            if word.eq_ignore_ascii_case(expected));
        if found {
            self.tokens = &self.tokens[1..];
        }
        found
    }
}

fn one_or(mut filters: Vec<Filter>, many: fn(Vec<Filter>) -> Filter) -> Filter {
    match filters.pop() {
        Some(only) if filters.is_empty() => only,
        Some(last) => {
            filters.push(last);
            many(filters)
        }
        None => many(filters),
    }
}

/// A value without quotes: `true`, `3`, or a date.
fn literal(word: &str) -> Value {
    match word.to_ascii_lowercase().as_str() {
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        "null" => Value::Null,
        _ => Value::String(word.to_owned()),
    }
}

fn field(name: &str) -> Option<&'static str> {
    FIELDS.iter().find(|field| field.eq_ignore_ascii_case(name)).copied()
}

fn lookup<'v>(item: &'v Value, field: &str) -> &'v Value {
    field.split('/').fold(item, |value, part| &value[part])
}

fn is_equal(found: &Value, expected: &Value) -> bool {
    match (found, expected) {
        (Value::String(found), Value::String(expected)) => {
            found.to_lowercase() == expected.to_lowercase()
        }
        (Value::Number(found), Value::String(expected)) => {
            matches!((decimal(&found.to_string()), decimal(expected)), (Some(a), Some(b)) if a == b)
        }
        _ => found == expected,
    }
}

fn order(left: &Value, right: &Value) -> Ordering {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => {
            decimal(&left.to_string()).cmp(&decimal(&right.to_string()))
        }
        (Value::Bool(left), Value::Bool(right)) => left.cmp(right),
        (Value::String(left), Value::String(right)) => {
            left.to_lowercase().cmp(&right.to_lowercase())
        }
        // What is absent comes first, whatever else there is.
        _ => (!left.is_null()).cmp(&!right.is_null()),
    }
}

fn decimal(text: &str) -> Option<Decimal> {
    Decimal::from_str_exact(text).ok()
}

fn invalid(why: &str) -> Problem {
    Problem::new(400, "InvalidRequestUri", format!("$filter {why}.")).of_field("$filter")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn matches(filter: &str) -> bool {
        let item = json!({
            "sku": { "name": "Standard_D2s_v5" },
            "properties": {
                "displayName": "it's 东京", "archived": false, "quantity": 3,
                "provisioningState": "Succeeded", "expiryDate": "2027-01-31",
            },
        });
        Filter::parse(filter).expect(filter).matches(&item)
    }

    #[test]
    fn filters_select() {
        assert!(matches("sku/name eq 'standard_d2S_v5'"));
        assert!(matches("(properties/archived eq false)"));
        assert!(!matches("properties/archived eq true"));
        assert!(matches("Properties/Quantity EQ 3.0"));
        assert!(matches("properties/displayName eq 'it''s 东京'"));
        assert!(matches("properties/expiryDate eq 2027-01-31"));
        assert!(matches("properties/renew eq null"));
        // `and` binds tighter than `or`.
        let (yes, no) = ("properties/quantity eq 3", "properties/quantity eq 4");
        assert!(matches(&format!("{yes} or {no} and {no}")));
        assert!(!matches(&format!("({yes} or {no}) and {no}")));
    }

    #[test]
    fn broken_filters_are_refused() {
        let deep = format!("{}properties/renew eq true", "(".repeat(1_000));
        let long = "x".repeat(FILTER_BYTES_MAX + 1);
        for filter in [
            "",
            " ",
            "(",
            ")",
            "'",
            "eq",
            "properties/renew",
            "properties/renew eq",
            "properties/renew ne true",
            "properties/price eq 1",
            "(properties/renew eq true",
            "properties/renew eq true)",
            "properties/renew eq 'x",
            "properties/renew eq true and",
            "properties/renew eq ()",
            "properties/renew eq true properties/renew eq true",
            &deep,
            &long,
        ] {
            assert!(Filter::parse(filter).is_err(), "{filter:?}");
        }
    }

    #[test]
    fn lists_are_ordered_both_ways() {
        let item = |quantity: u32| json!({ "properties": { "quantity": quantity } });
        let up = OrderBy::parse("properties/quantity").expect("an order");
        let down = OrderBy::parse(" properties/QUANTITY  DESC ").expect("an order");
        assert_eq!(up.compare(&item(9), &item(10)), Ordering::Less);
        assert_eq!(down.compare(&item(9), &item(10)), Ordering::Greater);
        assert_eq!(up.compare(&json!({}), &item(0)), Ordering::Less);
        for text in ["", "properties/price", "properties/quantity down", "sku/name asc desc"] {
            assert!(OrderBy::parse(text).is_err(), "{text:?}");
        }
    }
}
