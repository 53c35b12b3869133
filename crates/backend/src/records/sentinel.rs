//! Records that fail on purpose: which of the requests about them, and how.

use serde::{Deserialize, Serialize};

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

/// The step of a request at which it fails.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Step {
    /// Reading one reservation.
    Read,
    /// Changing it, or something that belongs to it.
    Change,
    /// `calculateRefund` or `calculateExchange`.
    Quote,
    /// `return` or `exchange`.
    Return,
}

impl Sentinel {
    /// Code and message of a policy error.
    pub(crate) const POLICY_ERROR: (&str, &str) =
        ("RefundLimitExceeded", "The return does not fit into the refund cap.");

    /// Whether a quote for the record carries a policy error.
    pub(crate) fn is_policy_error(self) -> bool {
        self == Self { on: Trigger::Write, failure: Failure::PolicyError }
    }
}
