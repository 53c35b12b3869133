//! Asking Microsoft.Capacity for an exchange quote, and exchanging (both long-running).

use super::answer::Answer;
use super::attempt::{Attempt, NotDone};
use super::client::{Api, Request, Tenant};
use super::error::ApiError;
use super::reservations::API_VERSION;
use crate::platform::tabs::{self, Topic};
use azure::{CalculateExchangeRequest, ExchangeRequest, ExchangeResult, Guid, OperationStatus};
use std::time::Duration;

const CAPACITY: &str = "/providers/Microsoft.Capacity";

impl Api {
    /// The service's own quote for an exchange now, under the policy with this id.
    ///
    /// The result may carry policy errors: the service quoted, and will refuse the exchange.
    ///
    /// # Errors
    /// [`ApiError`]; a quote that failed is a result without a session.
    pub async fn calculate_exchange(
        &self,
        customer: &str,
        asked: &CalculateExchangeRequest,
        policy: &'static str,
    ) -> Result<ExchangeResult, ApiError> {
        let path = format!("{CAPACITY}/calculateExchange?{API_VERSION}");
        let request = Request::post(tenant(customer), path, azure::to_string(asked));
        let accepted = self.send(request.under_policy(policy)).await?;
        let operation = place(&accepted)?;
        let wait = accepted.retry_after;
        self.final_answer(tenant(customer), operation, wait, &|_| ()).await?.records()
    }

    /// Carries out the exchange that was quoted in `session`, which is used up whatever comes of it. The
    /// answer says where the exchange, which goes on, can be watched, and how long to wait first.
    ///
    /// # Errors
    /// [`NotDone`]
    pub async fn exchange(
        &self,
        customer: &str,
        session: Guid,
        attempt: &Attempt,
    ) -> Result<Answer, NotDone> {
        let path = format!("{CAPACITY}/exchange?{API_VERSION}");
        let body = azure::to_string(&ExchangeRequest::of(session));
        let request = Request::post(tenant(customer), path, body);
        self.commit(request, attempt, |accepted| place(accepted).map(drop)).await
    }

    /// The result of an exchange at `operation`, once it is final: succeeded, failed or cancelled.
    /// `on_status` is told of every step on the way.
    ///
    /// # Errors
    /// [`ApiError::Timeout`] when it is still pending after half an hour, else the first error that is not
    /// worth another attempt.
    pub async fn exchange_result(
        &self,
        customer: &str,
        operation: &str,
        first_wait: Option<Duration>,
        on_status: &dyn Fn(&OperationStatus),
    ) -> Result<ExchangeResult, ApiError> {
        let tenant = tenant(customer);
        let answer = self.final_answer(tenant, operation, first_wait, on_status).await?;
        tabs::tell(Topic::Changes, customer);
        answer.records()
    }
}

fn tenant(customer: &str) -> Tenant {
    Tenant::Customer(customer.to_owned())
}

/// Where an operation that was accepted can be watched.
fn place(accepted: &Answer) -> Result<&str, ApiError> {
    accepted.operation.as_deref().ok_or_else(|| accepted.without_record())
}
