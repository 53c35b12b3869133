//! `$filter` of support tickets: comparisons of four fields, joined by `and`.

use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::http::Problem;
use crate::records::wire;

/// A part of a `$filter`.
pub(crate) struct Condition {
    field: &'static str,
    operator: String,
    value: String,
}

/// Reads a `$filter`: conditions that must all hold.
///
/// # Errors
/// 400 that says what can be compared.
pub(crate) fn conditions(filter: &str) -> Result<Vec<Condition>, Problem> {
    let words: Vec<&str> = filter.split_whitespace().collect();
    let parts = words.split(|word| word.eq_ignore_ascii_case("and"));
    let conditions = parts.map(Condition::read).collect::<Option<_>>();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    conditions.ok_or_else(|| {
        let message = "$filter compares Status, CreatedDate, ServiceId and \
                       ProblemClassificationId, joined by 'and'.";
        Problem::new(400, "InvalidRequestUri", message).of_field("$filter")
    })
}

/// A time, whose letters were made small.
fn time(text: &str) -> Option<DateTime<Utc>> {
    wire::parse_time(&text.to_ascii_uppercase())
}

impl Condition {
    fn read(words: &[&str]) -> Option<Self> {
        let [name, operator, value] = words else { return None };
        let fields = ["status", "createdDate", "serviceId", "problemClassificationId"];
        let field = fields.into_iter().find(|field| field.eq_ignore_ascii_case(name))?;
        let operator = operator.to_lowercase();
        let is_known = operator == "eq"
            || field == "createdDate" && matches!(&*operator, "ge" | "gt" | "le" | "lt");
        let value = value.trim_matches('\'').to_lowercase();
        let is_readable = field != "createdDate" || time(&value).is_some();
        (is_known && is_readable).then_some(Self { field, operator, value })
    }

    /// Whether a ticket fulfils it.
    pub(crate) fn holds(&self, ticket: &Value) -> bool {
        let found = ticket["properties"][self.field].as_str().unwrap_or_default().to_lowercase();
        if self.field != "createdDate" {
            return found.rsplit('/').next() == self.value.rsplit('/').next();
        }
        let (Some(found), Some(value)) = (time(&found), time(&self.value)) else { return false };
        match self.operator.as_str() {
            "ge" => found >= value,
            "gt" => found > value,
            "le" => found <= value,
            "lt" => found < value,
            _ => found == value,
        }
    }
}
