//! Records that fail on purpose, so that tests and people can see every failure on screen without
//! anyone tampering with the network.
//!
//! A sentinel is a property of a stored reservation, not of its name; the demonstration gives each
//! one a display name that says what it does. [`FAILURES`] is the table of what can be triggered.

use std::time::Duration;

use http::StatusCode;
use serde::{Deserialize, Serialize};

use crate::http::answer::{Answer, Delay};
use crate::http::call::Call;
use crate::http::problem::Problem;
use crate::records::documents::Records;
use crate::records::json::json;
use crate::records::reservation::Reservation;

/// How long a request to a `Timeout` sentinel takes: longer than any client waits.
const TIMEOUT: Duration = Duration::from_secs(60);
const RETRY_AFTER_SECONDS: &str = "3";

const EXPIRED: &str = "The access token has expired.";

/// What a record does, and when.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Sentinel {
    pub(crate) on: Trigger,
    pub(crate) failure: Failure,
}

/// The requests that fail.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Trigger {
    /// Reading the reservation or its usage. It is still listed, or nobody would find it.
    Read,
    /// Changing it in whatever way; returning units of it at the step that the failure belongs to.
    #[serde(alias = "refund")]
    Write,
    /// Giving it back for something else, once the exchange was accepted: nothing is changed.
    ExchangeRefunds,
    /// Buying something else for it, after it was given back.
    ExchangePurchases,
}

/// What goes wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Failure {
    Unauthorized,
    Forbidden,
    NotFound,
    Conflict,
    PreconditionFailed,
    TooManyRequests,
    ServerError,
    Timeout,
    MalformedBody,
    PolicyError,
    ExpiredSession,
}

/// The step of a return.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Step {
    /// `calculateRefund`.
    Quote,
    /// `return`.
    Return,
}

/// A line of the table of failures.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) failure: Failure,
    /// The part of a display name in the demonstration.
    pub(crate) name: &'static str,
    /// The step of a refund at which it happens; steps before it succeed.
    pub(crate) step: Step,
}

/// Failures of an exchange that was accepted: when, and the part of a display name.
pub(crate) const EXCHANGE_FAILURES: &[(Trigger, &str)] = &[
    (Trigger::ExchangeRefunds, "refunds"),
    (Trigger::ExchangePurchases, "purchases after the refunds"),
];

/// Every failure that can be triggered.
pub(crate) const FAILURES: &[Entry] = &[
    Entry { failure: Failure::Unauthorized, name: "401 unauthorized", step: Step::Quote },
    Entry { failure: Failure::Forbidden, name: "403 forbidden", step: Step::Quote },
    Entry { failure: Failure::NotFound, name: "404 not found", step: Step::Quote },
    Entry { failure: Failure::Conflict, name: "409 conflict", step: Step::Return },
    Entry { failure: Failure::PreconditionFailed, name: "412 precondition", step: Step::Return },
    Entry { failure: Failure::TooManyRequests, name: "429 throttled", step: Step::Quote },
    Entry { failure: Failure::ServerError, name: "500 server error", step: Step::Quote },
    Entry { failure: Failure::Timeout, name: "timeout", step: Step::Quote },
    Entry { failure: Failure::MalformedBody, name: "malformed body", step: Step::Quote },
    Entry { failure: Failure::PolicyError, name: "policy error in a 200", step: Step::Quote },
    Entry { failure: Failure::ExpiredSession, name: "expired session", step: Step::Return },
];

/// The failure of a request that reads one reservation, where its record is a sentinel.
///
/// # Errors
/// 409 when what is stored cannot be read.
pub(crate) fn on_read(records: &Records, call: &Call<'_>) -> Result<Option<Answer>, Problem> {
    let id = Reservation::document_id(call.param("order"), call.param("reservation"));
    let sentinel = records.get::<Reservation>(&id)?.and_then(|found| found.sentinel);
    Ok(match sentinel {
        Some(Sentinel { on: Trigger::Read, failure: Failure::ExpiredSession }) => {
            // Reading has no session but that of the person.
            let problem = Problem::unauthenticated("ExpiredAuthenticationToken", EXPIRED);
            Some(problem.into_answer())
        }
        Some(Sentinel { on: Trigger::Read, failure }) => Some(failure.answer(call)),
        _ => None,
    })
}

/// The failure of a change of one reservation, or of something that belongs to it. A return has
/// its own, [`on_refund`].
///
/// # Errors
/// The failure, where the record is a sentinel for it.
pub(crate) fn check_write(reservation: &Reservation, call: &Call<'_>) -> Result<(), Problem> {
    let Some(Sentinel { on: Trigger::Write, failure }) = reservation.sentinel else {
        return Ok(());
    };
    Err(match failure {
        // Only a quote carries policy errors.
        Failure::PolicyError => return Ok(()),
        // Nor has a change a session but that of the person.
        Failure::ExpiredSession => Problem::unauthenticated("ExpiredAuthenticationToken", EXPIRED),
        failure => Problem::deliberate(failure.answer(call)),
    })
}

/// The failure of a step of a return, where the record is a sentinel for it.
pub(crate) fn on_refund(reservation: &Reservation, step: Step, call: &Call<'_>) -> Option<Answer> {
    let Sentinel { on: Trigger::Write, failure } = reservation.sentinel? else { return None };
    let entry = FAILURES.iter().find(|entry| entry.failure == failure)?;
    (entry.step == step).then(|| failure.answer(call))
}

/// Whether the record is a sentinel for something that happens in the middle of an operation.
pub(crate) fn is_on(reservation: &Reservation, on: Trigger) -> bool {
    reservation.sentinel.is_some_and(|sentinel| sentinel.on == on)
}

/// Whether a quote for the record carries a policy error.
pub(crate) fn is_policy_error(reservation: &Reservation) -> bool {
    let failure = Failure::PolicyError;
    reservation.sentinel == Some(Sentinel { on: Trigger::Write, failure })
}

impl Failure {
    fn answer(self, call: &Call<'_>) -> Answer {
        let path = call.uri.path();
        let problem = match self {
            Self::Unauthorized => {
                Problem::unauthenticated("InvalidAuthenticationToken", "The token was revoked.")
            }
            Self::Forbidden => Problem::forbidden(&call.caller.name, call.action, path),
            // The path may name the order only, or neither.
            Self::NotFound => Problem::new(
                404,
                "ReservationIdNotInReservationOrder",
                "The reservation is not part of the order.",
            ),
            Self::Conflict => Problem::new(
                409,
                "OperationCannotBePerformedInCurrentState",
                "Another operation on this reservation is under way.",
            ),
            Self::PreconditionFailed => Problem::new(
                412,
                "PreconditionFailed",
                "The reservation was changed since it was read.",
            ),
            Self::TooManyRequests => {
                let message = "Too many requests. Try again later.";
                Problem::new(429, "TooManyRequests", message)
                    .with_header("retry-after", RETRY_AFTER_SECONDS)
            }
            Self::ServerError => {
                Problem::new(500, "InternalServerError", "Something went wrong on the server.")
            }
            Self::Timeout => {
                let message = "The service did not answer in time.";
                let answer = Problem::new(504, "GatewayTimeout", message).into_answer();
                return Answer { delay: Some(Delay(TIMEOUT)), ..answer };
            }
            Self::MalformedBody => {
                let answer = Answer::ok(&json!({}));
                return Answer { body: br#"{"properties":{"sessionId":"#.to_vec(), ..answer };
            }
            Self::PolicyError => return Answer::json(StatusCode::OK, &policy_error()),
            Self::ExpiredSession => Problem::session_timed_out(),
        };
        problem.into_answer()
    }
}

/// Code and message of a policy error.
pub(crate) const POLICY_ERROR: (&str, &str) =
    ("RefundLimitExceeded", "The return does not fit into the refund cap.");

/// A policy error as the quote of a refund carries it.
fn policy_error() -> serde_json::Value {
    let (code, message) = POLICY_ERROR;
    json!({
        "properties": {
            "policyResult": {
                "properties": {
                    "policyErrors": [{ "code": code, "message": message }],
                },
            },
        },
    })
}
