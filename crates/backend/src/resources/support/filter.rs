//! `$filter` of support tickets: comparisons of four fields, joined by `and`.

use azure::{SupportTicketProperties, TicketStatus};
use chrono::{DateTime, Utc};

use crate::http::Problem;
use crate::records::wire;

/// A part of a `$filter`.
pub(crate) enum Condition {
    /// A field is this text, of which only what follows the last slash counts.
    Is(Field, String),
    /// The ticket was opened in this relation to a time.
    Opened(fn(&DateTime<Utc>, &DateTime<Utc>) -> bool, DateTime<Utc>),
}

/// A field of a ticket, as a text.
type Field = fn(&SupportTicketProperties) -> Option<&str>;

/// The fields that are compared as texts.
const FIELDS: [(&str, Field); 3] = [
    ("status", |ticket| ticket.status.as_ref().map(TicketStatus::as_str)),
    ("serviceId", |ticket| ticket.service_id.as_deref()),
    ("problemClassificationId", |ticket| ticket.problem_classification_id.as_deref()),
];

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

impl Condition {
    fn read(words: &[&str]) -> Option<Self> {
        let [name, operator, value] = words else { return None };
        let (operator, value) = (operator.to_ascii_lowercase(), value.trim_matches('\''));
        if name.eq_ignore_ascii_case("createdDate") {
            let relation = match &*operator {
                "eq" => PartialEq::eq,
                "ge" => PartialOrd::ge,
                "gt" => PartialOrd::gt,
                "le" => PartialOrd::le,
                "lt" => PartialOrd::lt,
                _ => return None,
            };
            return Some(Self::Opened(relation, wire::parse_time(&value.to_ascii_uppercase())?));
        }
        let (_, field) = FIELDS.into_iter().find(|(field, _)| field.eq_ignore_ascii_case(name))?;
        (operator == "eq").then(|| Self::Is(field, last_part(value)))
    }

    /// Whether a ticket fulfils it.
    pub(crate) fn holds(&self, ticket: &SupportTicketProperties) -> bool {
        match self {
            Self::Is(field, value) => field(ticket).is_some_and(|text| last_part(text) == *value),
            Self::Opened(relation, time) => {
                let opened = ticket.created_date.as_ref().and_then(|date| date.at());
                opened.is_some_and(|opened| relation(&opened, time))
            }
        }
    }
}

/// What follows the last slash, in lower case.
fn last_part(text: &str) -> String {
    text.rsplit('/').next().unwrap_or_default().to_lowercase()
}
