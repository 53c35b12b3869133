//! Records that fail on purpose, so that tests and people can see every failure on screen without
//! anyone tampering with the network.
//!
//! A sentinel is a property of a stored reservation, not of its name; the demonstration gives each
//! one a display name that says what it does. [`FAILURES`] is the table of what can be triggered.

use std::time::Duration;

use http::StatusCode;

use crate::http::answer::Delay;
use crate::http::{Answer, Call, Problem};
use crate::records::json;
use crate::records::sentinel::{Failure, Sentinel, Step, Trigger};

/// How long a request to a `Timeout` sentinel takes: longer than any client waits.
const TIMEOUT: Duration = Duration::from_secs(60);
const RETRY_AFTER_SECONDS: &str = "3";

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

/// What a record answers to a step of a request about it, where it is there to fail at this step.
pub(crate) fn failure(sentinel: Sentinel, step: Step, call: &Call<'_>) -> Option<Answer> {
    let Sentinel { on, failure } = sentinel;
    match (on, step) {
        // Neither reading nor a change has a session but that of the person.
        (Trigger::Read, Step::Read) | (Trigger::Write, Step::Change)
            if failure == Failure::ExpiredSession =>
        {
            let message = "The access token has expired.";
            let problem = Problem::unauthenticated("ExpiredAuthenticationToken", message);
            Some(problem.into_answer())
        }
        (Trigger::Read, Step::Read) => Some(answer(failure, call)),
        // Only a quote carries policy errors.
        (Trigger::Write, Step::Change) => {
            (failure != Failure::PolicyError).then(|| answer(failure, call))
        }
        (Trigger::Write, Step::Quote | Step::Return) => {
            let entry = FAILURES.iter().find(|entry| entry.failure == failure)?;
            (entry.step == step).then(|| answer(failure, call))
        }
        _ => None,
    }
}

fn answer(failure: Failure, call: &Call<'_>) -> Answer {
    let path = call.uri.path();
    let problem = match failure {
        Failure::Unauthorized => {
            Problem::unauthenticated("InvalidAuthenticationToken", "The token was revoked.")
        }
        Failure::Forbidden => Problem::forbidden(&call.caller.name, call.action, path),
        // The path may name the order only, or neither.
        Failure::NotFound => Problem::new(
            404,
            "ReservationIdNotInReservationOrder",
            "The reservation is not part of the order.",
        ),
        Failure::Conflict => Problem::new(
            409,
            "OperationCannotBePerformedInCurrentState",
            "Another operation on this reservation is under way.",
        ),
        Failure::PreconditionFailed => Problem::new(
            412,
            "PreconditionFailed",
            "The reservation was changed since it was read.",
        ),
        Failure::TooManyRequests => {
            let message = "Too many requests. Try again later.";
            Problem::new(429, "TooManyRequests", message)
                .with_header("retry-after", RETRY_AFTER_SECONDS)
        }
        Failure::ServerError => {
            Problem::new(500, "InternalServerError", "Something went wrong on the server.")
        }
        Failure::Timeout => {
            let message = "The service did not answer in time.";
            let answer = Problem::new(504, "GatewayTimeout", message).into_answer();
            return Answer { delay: Some(Delay(TIMEOUT)), ..answer };
        }
        Failure::MalformedBody => {
            let answer = Answer::ok(&json!({}));
            return Answer { body: br#"{"properties":{"sessionId":"#.to_vec(), ..answer };
        }
        Failure::PolicyError => return Answer::json(StatusCode::OK, &policy_error()),
        Failure::ExpiredSession => Problem::session_timed_out(),
    };
    problem.into_answer()
}

/// A policy error as the quote of a refund carries it.
fn policy_error() -> serde_json::Value {
    let (code, message) = Sentinel::POLICY_ERROR;
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
