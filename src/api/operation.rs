//! Operations that go on after the answer: when to ask again, and for how long.

use super::answer::Answer;
use super::client::{Api, Request, Tenant};
use super::error::ApiError;
use crate::platform::tabs::{self, Topic};
use crate::platform::timer;
use azure::{OperationProgress, OperationStatus};
use std::time::Duration;

/// When to look again at an operation that goes on after its answer.
///
/// The service's own `Retry-After` comes first. Without it: every 5 s six times, every 15 s eight times,
/// then every minute. Recorded exchanges took up to 18 minutes, so we stop after 30.
#[derive(Clone, Debug, Default)]
pub struct PollPlan {
    asked: u32,
    waited: Duration,
}

impl PollPlan {
    const WAIT_MAX: Duration = Duration::from_secs(30 * 60);

    /// How long to wait before asking again; `None` when we have waited long enough.
    pub fn next_wait(&mut self, retry_after: Option<Duration>) -> Option<Duration> {
        if self.waited >= Self::WAIT_MAX {
            return None;
        }
        let wait = retry_after.unwrap_or(match self.asked {
            0..6 => Duration::from_secs(5),
            6..14 => Duration::from_secs(15),
            14.. => Duration::from_secs(60),
        });
        self.asked += 1;
        // A service that says "0" would otherwise be asked without a pause, and never be given up.
        let wait = wait.max(Duration::from_millis(250));
        self.waited += wait;
        Some(wait)
    }
}

/// Whether an order's `provisioningState` says that nothing is going on any more.
#[must_use]
pub fn is_settled(order: &azure::Order) -> bool {
    order.properties().provisioning_state.as_ref().is_none_or(|state| !state.phase().is_pending())
}

impl Api {
    /// Asks how far the operation at `operation` is until it has succeeded, and gives the answer that said so.
    /// `first_wait` is the `Retry-After` of the answer that accepted the operation, if anybody remembers it;
    /// `on_status` is told of every step.
    ///
    /// # Errors
    /// The service's own error when the operation failed or was cancelled, else as [`Api::final_answer`].
    pub async fn ended_operation(
        &self,
        tenant: Tenant,
        operation: &str,
        first_wait: Option<Duration>,
        on_status: &dyn Fn(&OperationStatus),
    ) -> Result<Answer, ApiError> {
        let answer = self.final_answer(tenant.clone(), operation, first_wait, on_status).await?;
        tabs::tell(Topic::Changes, tenant.id());
        match status(&answer) {
            Some(OperationStatus::Failed | OperationStatus::Cancelled) => {
                Err(answer.without_record())
            }
            _ => Ok(answer),
        }
    }

    /// As [`Api::ended_operation`], but an operation that failed or was cancelled also ends with its answer,
    /// for those whose answer then says what was done all the same.
    ///
    /// The status in the body decides. An answer without one is the result itself, unless it is a 202.
    ///
    /// # Errors
    /// [`ApiError::Timeout`] when the operation is still pending after half an hour; else the first error that
    /// is not worth another attempt.
    pub async fn final_answer(
        &self,
        tenant: Tenant,
        operation: &str,
        first_wait: Option<Duration>,
        on_status: &dyn Fn(&OperationStatus),
    ) -> Result<Answer, ApiError> {
        let mut plan = PollPlan::default();
        let mut retry_after = first_wait;
        while let Some(wait) = plan.next_wait(retry_after) {
            timer::sleep(wait).await;
            match self.send(Request::get(tenant.clone(), operation)).await {
                Ok(answer) => {
                    retry_after = answer.retry_after.or(retry_after);
                    let status = status(&answer);
                    if let Some(status) = &status {
                        on_status(status);
                    }
                    let is_pending = status.map_or(answer.status == 202, |it| !it.is_final());
                    if !is_pending {
                        return Ok(answer);
                    }
                }
                // The operation is under way; a hiccup while watching it must not look like its failure.
                Err(error) if error.is_retryable() => {
                    if let ApiError::Problem { retry_after: Some(asked), .. } = error {
                        retry_after = Some(asked);
                    }
                }
                Err(error) => return Err(error),
            }
        }
        Err(ApiError::Timeout)
    }
}

/// How far an answer says that its operation is. Some results are lists; those have no status to read.
fn status(answer: &Answer) -> Option<OperationStatus> {
    answer.records::<OperationProgress>().ok()?.status
}
