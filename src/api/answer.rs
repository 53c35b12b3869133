//! A successful answer, before it is parsed.

use super::error::ApiError;
use azure::{ApiProblem, Wire};
use std::time::Duration;

/// A successful answer, before it is parsed.
#[derive(Clone, Debug)]
pub struct Answer {
    /// HTTP status, 200 to 299.
    pub status: u16,
    /// Where the result of a long-running operation will be.
    pub location: Option<String>,
    /// Where a long-running operation says how far it is: `Azure-AsyncOperation`, else the location.
    pub operation: Option<String>,
    /// How long the service asks us to wait before we ask again.
    pub retry_after: Option<Duration>,
    /// What support asks for: `x-ms-request-id`.
    pub request_id: Option<String>,
    /// The text of the answer; decimals keep their digits in it.
    pub body: String,
}

impl Answer {
    /// Parses records.
    ///
    /// # Errors
    /// [`ApiError::Malformed`] with the path of the field that cannot be read.
    pub fn records<T: Wire>(&self) -> Result<T, ApiError> {
        azure::from_slice(self.body.as_bytes())
            .map_err(|error| ApiError::malformed(&error, self.request_id.clone()))
    }

    /// Why an answer that succeeded holds no record: the error in it, else that it cannot be read.
    #[must_use]
    pub fn without_record(&self) -> ApiError {
        let answer = azure::from_slice(self.body.as_bytes()).unwrap_or_default();
        let problem = ApiProblem::in_policy(&answer).into_iter().next();
        match problem.or_else(|| ApiProblem::find(&answer)) {
            Some(problem) => ApiError::Problem {
                status: self.status,
                code: problem.code.as_str().to_owned(),
                message: problem.message,
                request_id: self.request_id.clone(),
                retry_after: None,
            },
            None => ApiError::Malformed {
                path: "id".to_owned(),
                reason: "expected a record".to_owned(),
                request_id: self.request_id.clone(),
            },
        }
    }
}
