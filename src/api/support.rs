//! Requests to Microsoft's support (Microsoft.Support).

use super::answer::Answer;
use super::attempt::{Attempt, NotDone};
use super::client::{Api, Request, Tenant};
use super::error::ApiError;
use super::operation::PollPlan;
use crate::platform::timer;
use azure::{ProblemClassification, SupportService, SupportTicket};
use view_model::encoding;
use view_model::requests::RequestSummary;

/// The version of Microsoft.Support that we speak.
const API_VERSION: &str = "api-version=2024-04-01";

const PROVIDER: &str = "/providers/Microsoft.Support";

impl Api {
    /// What requests of the customer with this GUID can be about.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn support_services(&self, customer: &str) -> Result<Vec<SupportService>, ApiError> {
        let path = format!("{PROVIDER}/services?{API_VERSION}");
        self.list(Tenant::Customer(customer.to_owned()), &path).await
    }

    /// The problem types of the service with this resource id.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn problem_classifications(
        &self,
        customer: &str,
        service: &str,
    ) -> Result<Vec<ProblemClassification>, ApiError> {
        let path = format!("{}/problemClassifications?{API_VERSION}", encoding::path(service));
        self.list(Tenant::Customer(customer.to_owned()), &path).await
    }

    /// Every request of the customer with this GUID.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn support_tickets(&self, customer: &str) -> Result<Vec<SupportTicket>, ApiError> {
        let path = format!("{PROVIDER}/supportTickets?{API_VERSION}");
        self.list(Tenant::Customer(customer.to_owned()), &path).await
    }

    /// The requests of all customers, in no order that would tell people anything.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn request_summaries(&self) -> Result<Vec<RequestSummary>, ApiError> {
        self.list(Tenant::Partner, "/providers/Prorata/supportRequests").await
    }

    /// The request with this name.
    ///
    /// # Errors
    /// [`ApiError`]; 404 when there is none.
    pub async fn support_ticket(
        &self,
        customer: &str,
        name: &str,
    ) -> Result<SupportTicket, ApiError> {
        let request = Request::get(Tenant::Customer(customer.to_owned()), ticket_path(name));
        ticket(&self.send(request).await?)
    }

    /// Asks for a request with this name. The answer says that it was accepted, and where the service says
    /// how far its creation is; or it is the request itself.
    ///
    /// # Errors
    /// [`NotDone`]
    pub async fn create_ticket(
        &self,
        customer: &str,
        name: &str,
        asked: &SupportTicket,
        attempt: &Attempt,
    ) -> Result<Answer, NotDone> {
        let body = azure::to_string(asked);
        let tenant = Tenant::Customer(customer.to_owned());
        let request = Request::put(tenant, ticket_path(name), body);
        let check = |answer: &Answer| match answer.status {
            202 => Ok(()),
            _ => ticket(answer).map(drop),
        };
        self.commit(request, attempt, check).await
    }

    /// The request with this name as soon as there is one: it was accepted, but nobody remembers where the
    /// service says how far its creation is.
    ///
    /// # Errors
    /// [`ApiError::Timeout`] when there is none after half an hour, else the first error that is not worth
    /// another attempt.
    pub async fn created_ticket(
        &self,
        customer: &str,
        name: &str,
    ) -> Result<SupportTicket, ApiError> {
        let mut plan = PollPlan::default();
        loop {
            match self.support_ticket(customer, name).await {
                Err(error) if error.status() == Some(404) || error.is_retryable() => {}
                ended => return ended,
            }
            let Some(wait) = plan.next_wait(None) else { return Err(ApiError::Timeout) };
            timer::sleep(wait).await;
        }
    }

    /// Changes what `change` names, and nothing else, of the request with this name.
    ///
    /// # Errors
    /// [`NotDone`]
    pub async fn change_ticket(
        &self,
        customer: &str,
        name: &str,
        change: &serde_json::Value,
        attempt: &Attempt,
    ) -> Result<SupportTicket, NotDone> {
        let tenant = Tenant::Customer(customer.to_owned());
        let request = Request::patch(tenant, ticket_path(name), change.to_string());
        let answer = self.commit(request, attempt, |answer| ticket(answer).map(drop)).await?;
        ticket(&answer).map_err(NotDone::unread)
    }
}

fn ticket_path(name: &str) -> String {
    format!("{PROVIDER}/supportTickets/{}?{API_VERSION}", encoding::path_segment(name))
}

/// Anything can be read as a ticket, since no field is required; without a name it is something else.
fn ticket(answer: &Answer) -> Result<SupportTicket, ApiError> {
    let ticket: SupportTicket = answer.records()?;
    if ticket.name.is_some() { Ok(ticket) } else { Err(answer.without_record()) }
}
