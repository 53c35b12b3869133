//! What can go wrong between the page and its records.

use azure::{ApiProblem, WireError, WireProblem};
use std::fmt;
use std::time::Duration;

/// Why a request gave no records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApiError {
    /// No answer: the connection failed, or the browser blocked the request.
    Network,
    /// No answer within the time that we wait.
    Timeout,
    /// The service answered that it could not or would not.
    Problem {
        /// HTTP status.
        status: u16,
        /// The service's own code, such as `AuthorizationFailed`; empty when it gave none.
        code: String,
        /// The service's own words, in English; empty when it gave none.
        message: String,
        /// What support asks for: `x-ms-request-id`.
        request_id: Option<String>,
        /// How long the service asks us to wait before we try again.
        retry_after: Option<Duration>,
    },
    /// The service answered with something that cannot be read.
    Malformed {
        /// Where in the answer, such as `value[3].properties.quantity`; empty for the whole.
        path: String,
        /// What is wrong with it, in English.
        reason: String,
        /// What support asks for: `x-ms-request-id`.
        request_id: Option<String>,
    },
}

impl ApiError {
    /// Whether the same request may succeed a little later.
    #[must_use]
    pub const fn is_retryable(&self) -> bool {
        match self {
            Self::Network | Self::Timeout => true,
            Self::Problem { status, .. } => matches!(*status, 408 | 409 | 412 | 429 | 500..),
            Self::Malformed { .. } => false,
        }
    }

    /// Whether what was asked for may have been done all the same: without an answer that can be read, or by
    /// a service that has failed, nobody knows.
    #[must_use]
    pub const fn leaves_open(&self) -> bool {
        match self {
            Self::Network | Self::Timeout | Self::Malformed { .. } => true,
            Self::Problem { status, .. } => matches!(*status, 408 | 500..),
        }
    }

    /// HTTP status of the answer, if the service answered with a problem.
    #[must_use]
    pub const fn status(&self) -> Option<u16> {
        match self {
            Self::Problem { status, .. } => Some(*status),
            _ => None,
        }
    }

    /// The service's own code; empty when it gave none.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Problem { code, .. } => code,
            _ => "",
        }
    }

    /// What support asks for, if the answer had it.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        match self {
            Self::Network | Self::Timeout => None,
            Self::Problem { request_id, .. } | Self::Malformed { request_id, .. } => {
                request_id.as_deref()
            }
        }
    }

    /// Takes out how long the service asks us to wait, for a place that counts it down itself.
    #[must_use]
    pub fn take_wait(&mut self) -> Option<Duration> {
        match self {
            Self::Problem { retry_after, .. } => retry_after.take(),
            _ => None,
        }
    }

    /// An answer with a failing status; one without an error envelope is a problem all the same.
    pub(super) fn from_answer(
        status: u16,
        body: &str,
        request_id: Option<String>,
        retry_after: Option<Duration>,
    ) -> Self {
        let problem = ApiProblem::parse(body.as_bytes());
        let (code, message) = problem
            .map(|problem| (problem.code.as_str().to_owned(), problem.message))
            .unwrap_or_default();
        Self::Problem { status, code, message, request_id, retry_after }
    }

    pub(super) fn malformed(error: &WireError, request_id: Option<String>) -> Self {
        let reason = match &error.problem {
            WireProblem::Expected(expected) => format!("expected {expected}"),
            WireProblem::NotJson(reason) => reason.clone(),
            WireProblem::TooManyDigits => "too many digits".to_owned(),
        };
        Self::Malformed { path: error.path.clone(), reason, request_id }
    }
}

/// For logs and for support, in English; the interface has its own words.
impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Network => f.write_str("no connection")?,
            Self::Timeout => f.write_str("no answer in time")?,
            Self::Problem { status, code, message, .. } => write!(f, "{status} {code}: {message}")?,
            Self::Malformed { path, reason, .. } if path.is_empty() => {
                write!(f, "unreadable answer: {reason}")?;
            }
            Self::Malformed { path, reason, .. } => {
                write!(f, "unreadable answer at {path}: {reason}")?;
            }
        }
        match self.request_id() {
            Some(id) => write!(f, " (x-ms-request-id {id})"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for ApiError {}
