//! Answers that say what went wrong, in the envelopes of Azure.
//!
//! Codes are those of the services themselves wherever they have one, so that a client written for
//! Azure meets nothing new; the sentences are ours.

use http::StatusCode;
use serde_json::Value;

use crate::http::answer::Answer;
use crate::records::store::StoreError;
use crate::records::{RecordError, json};

/// The code of what needs a document that cannot be read.
pub(crate) const UNREADABLE: &str = "UnreadableDocument";

/// The code of what this part of the service cannot answer; nobody outside is told.
const ELSEWHERE: &str = "Elsewhere";

/// A refusal of the request as a whole.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Problem {
    status: StatusCode,
    code: &'static str,
    message: String,
    target: Option<String>,
    details: Box<[Value]>,
    headers: Vec<(&'static str, String)>,
    /// An answer that is not to be made of the rest, but given as it is.
    instead: Option<Box<Answer>>,
}

impl Problem {
    pub(crate) fn new(status: u16, code: &'static str, message: impl Into<String>) -> Self {
        let status = StatusCode::from_u16(status).expect("statuses are written out in this crate");
        Self {
            status,
            code,
            message: message.into(),
            target: None,
            details: Box::default(),
            headers: Vec::new(),
            instead: None,
        }
    }

    /// The field of the request that is at fault.
    pub(crate) fn of_field(mut self, field: impl Into<String>) -> Self {
        self.target = Some(field.into());
        self
    }

    /// The same problem seen from outside: the field stands within another one.
    pub(crate) fn within(mut self, parent: &str) -> Self {
        if let Some(target) = self.target.take() {
            let whole = format!("{parent}.{target}");
            self.message = self.message.replacen(&target, &whole, 1);
            self.target = Some(whole);
        }
        self
    }

    /// The same problem with what it is about, one by one.
    pub(crate) fn with_details(mut self, names: Vec<String>) -> Self {
        self.details =
            names.into_iter().map(|name| json!({ "code": self.code, "message": name })).collect();
        self
    }

    pub(crate) fn with_header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// No usable token.
    pub(crate) fn unauthenticated(code: &'static str, message: &str) -> Self {
        Self::new(401, code, message)
            .with_header("www-authenticate", "Bearer error=\"invalid_token\"")
    }

    /// The caller has no right to this action.
    pub(crate) fn forbidden(who: &str, action: &str, scope: &str) -> Self {
        let message = format!(
            "The caller '{who}' is not authorized for the action '{action}' over the scope \
             '{scope}'."
        );
        Self::new(403, "AuthorizationFailed", message)
    }

    /// The body or a parameter is not what the operation takes.
    pub(crate) fn invalid(field: impl Into<String>, why: impl std::fmt::Display) -> Self {
        let field = field.into();
        Self::new(400, "InvalidRequestContent", format!("{field}: {why}")).of_field(field)
    }

    /// Several fields of the body are at fault: each with the sentence about it. The first one is
    /// that of the whole, for clients that look no further.
    pub(crate) fn invalid_fields(fields: Vec<(String, String)>) -> Self {
        let mut problems = fields.iter().map(|(field, why)| Self::invalid(field, why));
        let mut whole = problems.next().unwrap_or_else(|| Self::invalid("body", "is not valid"));
        whole.details = fields
            .iter()
            .map(|(field, why)| json!({ "code": whole.code, "message": why, "target": field }))
            .collect();
        whole
    }

    /// The state of the record does not allow the change.
    pub(crate) fn wrong_state(message: impl Into<String>) -> Self {
        Self::new(409, "OperationCannotBePerformedInCurrentState", message)
    }

    /// The quote cannot be carried out any more: too old, used before, or made for another return.
    pub(crate) fn session_timed_out() -> Self {
        let message = "The session of the quote has timed out or was used. Ask for a new quote.";
        Self::new(400, "ActivateQuoteFailed", message)
    }

    /// Whether it is a stored document that cannot be read.
    pub(crate) fn is_unreadable(&self) -> bool {
        self.code == UNREADABLE
    }

    /// What another part of the service has to answer.
    pub(crate) fn elsewhere() -> Self {
        Self::new(501, ELSEWHERE, "Another part of the service answers this.")
    }

    /// Whether another part of the service has to answer.
    pub(crate) fn is_elsewhere(&self) -> bool {
        self.code == ELSEWHERE
    }

    /// What is wrong, in words.
    pub(crate) fn message(&self) -> &str {
        &self.message
    }

    /// A failure on purpose, which may look like anything, even like success.
    pub(crate) fn deliberate(answer: Answer) -> Self {
        let failure = Self::new(500, "InternalServerError", "Something went wrong on purpose.");
        Self { instead: Some(Box::new(answer)), ..failure }
    }

    pub(crate) fn into_answer(self) -> Answer {
        if let Some(answer) = self.instead {
            return *answer;
        }
        let mut error = json!({ "code": self.code, "message": self.message });
        if let Some(target) = self.target {
            error["target"] = target.into();
        }
        if !self.details.is_empty() {
            error["details"] = self.details.into_vec().into();
        }
        let mut answer = Answer::json(self.status, &json!({ "error": error }));
        for (name, value) in self.headers {
            answer = answer.with_header(name, value);
        }
        answer
    }
}

impl From<RecordError> for Problem {
    fn from(error: RecordError) -> Self {
        let (status, code) = match error {
            RecordError::Unreadable { .. } => (409, UNREADABLE),
            RecordError::NewerFormat { .. } => (409, "NewerFormat"),
            RecordError::NoOrder { .. } => (404, "ReservationOrderNotFound"),
            RecordError::NoReservation { .. } => (404, "ReservationIdNotInReservationOrder"),
            RecordError::LimitUnknown { .. } => (409, "RefundLimitUnknown"),
            RecordError::NoCustomer => (404, "NotFound"),
        };
        Self::new(status, code, error.to_string())
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        if error == StoreError::Unknown {
            let message = "It is not known whether the change was made: the storage did not say.";
            return Self::new(503, "OutcomeUnknown", message);
        }
        let message = format!("Nothing was changed, because {error}.");
        match error {
            StoreError::Newer => Self::new(409, "NewerFormat", message),
            StoreError::Conflict => Self::new(409, "Conflict", message),
            StoreError::Full => Self::new(507, "InsufficientStorage", message),
            StoreError::Busy => {
                Self::new(503, "ServiceUnavailable", message).with_header("retry-after", "2")
            }
            StoreError::Closed(_) => Self::new(500, "StorageClosed", message),
            StoreError::Failed(_) | StoreError::Unknown => {
                Self::new(500, "InternalServerError", message)
            }
        }
    }
}
