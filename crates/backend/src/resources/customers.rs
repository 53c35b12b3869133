//! Customers, as Microsoft.Billing lists them, and what is told of all of them at one moment.

use calculator::Policy;
use serde_json::Value;

use crate::http::paging::{page_by_id, page_of};
use crate::http::{Answer, Call, Problem};
use crate::records::customer::billing_account_id;
use crate::records::{Customer, json};
use crate::resources::portfolio::{Outline, Portfolio, RequestOutline};

impl Customer {
    /// Whether the partner may change something for the customer.
    ///
    /// # Errors
    /// 403 under another agreement than that of the programme.
    pub(crate) fn check_agreement(&self) -> Result<(), Problem> {
        if self.is_managed_by_partner() {
            return Ok(());
        }
        let message = format!(
            "Reservations under the agreement '{}' are not managed by a partner.",
            self.agreement_type
        );
        Err(Problem::new(403, "Forbidden", message))
    }
}

impl Outline {
    fn to_wire(&self, account_name: &str) -> Value {
        let account = billing_account_id(&self.billing_account);
        let mut row = json!({
            "id": format!("{account}/customers/{}", self.tenant_id),
            "name": self.tenant_id,
            "type": "Microsoft.Billing/billingAccounts/customers",
            "properties": {
                "billingProfileDisplayName": account_name,
                "billingProfileId": format!("{account}/billingProfiles/{}", self.billing_profile),
                "displayName": self.display_name,
                "systemId": self.billing_profile,
                "status": "Active",
            },
        });
        match self.unreadable {
            0 => {}
            count => row["properties"]["unreadableDocuments"] = count.into(),
        }
        row
    }
}

pub(crate) fn list(portfolio: &Portfolio<'_>, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let search = call.query.get("search").unwrap_or_default().to_lowercase();
    let found: Vec<&Outline> = portfolio
        .customers
        .iter()
        .filter(|customer| customer.display_name.to_lowercase().contains(&search))
        .collect();
    let account_name = &portfolio.account.billing_account_name;
    Ok(Answer::ok(&page_of(found.len(), &|place| found[place].to_wire(account_name), call)?))
}

/// Figures for the list of customers, as texts.
pub(crate) fn summaries(portfolio: &Portfolio<'_>, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let row = |place: usize| summary_of(&portfolio.customers[place], call);
    Ok(Answer::ok(&page_of(portfolio.customers.len(), &row, call)?))
}

/// The requests to Microsoft's support of all customers, in the order of their ids: requests come and customers are
/// called something else between two pages, and none is told twice or left out.
pub(crate) fn support_requests(
    portfolio: &Portfolio<'_>,
    call: &mut Call<'_>,
) -> Result<Answer, Problem> {
    let mut all: Vec<(&Outline, &RequestOutline)> = portfolio
        .customers
        .iter()
        .flat_map(|customer| customer.requests.iter().map(move |request| (customer, request)))
        .collect();
    // Every tenant is a GUID, so that this is the order of the ids made of both.
    all.sort_by_key(|(customer, request)| (&customer.tenant_id, &request.name));
    let row = |place: usize| {
        let (customer, request) = all[place];
        let (tenant, name) = (&customer.tenant_id, &request.name);
        json!({
            "id": format!("/providers/Prorata/customers/{tenant}/supportRequests/{name}"),
            "customerId": customer.tenant_id,
            "name": request.name,
            "title": request.title,
            "supportTicketId": request.number,
            "status": request.status,
        })
    };
    Ok(Answer::ok(&page_by_id(all.len(), &row, call)?))
}

fn summary_of(customer: &Outline, call: &Call<'_>) -> Value {
    let mut summary = json!({
        "customerId": customer.tenant_id,
        "displayName": customer.display_name,
        "domain": customer.domain,
        "agreementType": customer.agreement_type,
        "reservationCount": customer.reservations,
        "soonestExpiry": customer.soonest_expiry(call.now),
        "limitUsedUsd": customer.used_usd(call.now),
        "limitUsd": Policy::newest().limit.amount().to_string(),
        "returns": customer.returns,
    });
    match customer.unreadable {
        0 => {}
        count => summary["unreadableDocuments"] = count.into(),
    }
    match customer.incomplete {
        0 => {}
        count => summary["incompleteReservations"] = count.into(),
    }
    summary
}
