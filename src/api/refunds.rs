//! Asking Microsoft.Capacity for a refund quote, and returning units (long-running).

use super::answer::Answer;
use super::attempt::{Attempt, NotDone};
use super::client::{Api, Request, Tenant};
use super::error::ApiError;
use super::operation::{PollPlan, is_settled};
use super::reservations::{API_VERSION, order_path};
use crate::platform::tabs::{self, Topic};
use crate::platform::timer;
use azure::{
    CalculateRefundRequest, Guid, Order, Refund, ReservationId, ReservationOrderId, ReturnRequest,
};
use view_model::address::ReservationRef;
use view_model::quote::letter::agreed::Terms;

impl Api {
    /// The service's own quote for returning `quantity` units now, under the policy with this id.
    ///
    /// The answer may carry policy errors: the service quoted, and will refuse the return.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn calculate_refund(
        &self,
        of: &ReservationRef,
        quantity: u32,
        policy: &'static str,
    ) -> Result<Refund, ApiError> {
        let body = azure::to_string(&CalculateRefundRequest::of(&reservation_id(of), quantity));
        let path = format!("{}/calculateRefund?{API_VERSION}", order_path(of));
        self.send(post(of, path, body).under_policy(policy)).await?.records()
    }

    /// Returns the units of a quote. The quote's session is used up, whatever comes of it.
    ///
    /// `reason` is for Microsoft, and what is agreed with the customer for the partner's own records.
    ///
    /// The answer says that the return was accepted; [`Api::settled_order`] waits until it is done.
    ///
    /// # Errors
    /// [`NotDone`]
    pub async fn return_units(
        &self,
        of: &ReservationRef,
        session: Guid,
        quantity: u32,
        (reason, agreed): (&str, Option<&Terms>),
        attempt: &Attempt,
    ) -> Result<Answer, NotDone> {
        let mut request = ReturnRequest::of(session, &reservation_id(of), quantity, reason);
        if let Some((properties, agreed)) = request.properties.as_mut().zip(agreed) {
            properties.rest.insert("settlement".to_owned(), agreed.to_json());
        }
        let body = azure::to_string(&request);
        let path = format!("{}/return?{API_VERSION}", order_path(of));
        self.commit(post(of, path, body), attempt, |_| Ok(())).await
    }

    /// Asks for the order again and again until nothing is going on with it any more.
    ///
    /// `started` is the answer that accepted the operation: it says how long to wait first. `None` after a
    /// reload of the page, when nobody remembers it.
    ///
    /// # Errors
    /// [`ApiError::Timeout`] when the order is still pending after half an hour, else the first error that is
    /// not worth another attempt.
    pub async fn settled_order(
        &self,
        of: &ReservationRef,
        started: Option<&Answer>,
    ) -> Result<Order, ApiError> {
        let mut plan = PollPlan::default();
        let mut retry_after = started.and_then(|answer| answer.retry_after);
        while let Some(wait) = plan.next_wait(retry_after) {
            timer::sleep(wait).await;
            let path = format!("{}?{API_VERSION}&$expand=schedule", order_path(of));
            match self.send(Request::get(Tenant::Customer(of.customer.clone()), path)).await {
                Ok(answer) => {
                    let order: Order = answer.records()?;
                    if is_settled(&order) {
                        tabs::tell(Topic::Changes, &of.customer);
                        return Ok(order);
                    }
                    retry_after = answer.retry_after.or(retry_after);
                }
                // The return is under way; a hiccup while watching it must not look like its failure.
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

fn post(of: &ReservationRef, path: String, body: String) -> Request {
    Request::post(Tenant::Customer(of.customer.clone()), path, body)
}

fn reservation_id(of: &ReservationRef) -> ReservationId {
    ReservationId::of(&ReservationOrderId::of(&of.order), &of.reservation)
}
