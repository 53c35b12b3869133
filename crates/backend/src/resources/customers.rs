//! Customers: as stored, and as Microsoft.Billing lists them.

use calculator::Currency;
use http::Method;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::demo;
use crate::http::answer::Answer;
use crate::http::auth::Permission;
use crate::http::call::Call;
use crate::http::paging::page;
use crate::http::problem::Problem;
use crate::http::route::{Handler, Route};
use crate::records::documents::{Document, Records};
use crate::records::json::json;
use crate::records::order::Order;
use crate::resources::portfolio::Portfolio;
use crate::resources::unreadable_documents;

pub(crate) const ROUTES: &[Route] = &[Route {
    method: Method::GET,
    path: "/providers/Microsoft.Billing/billingAccounts/{billingAccount}/customers",
    action: "Microsoft.Billing/billingAccounts/customers/read",
    permission: Permission::ReadRecords,
    handler: Handler::Portfolio(list),
}];

/// The facts of one customer; there is one such document in every customer's unit.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Customer {
    pub(crate) tenant_id: String,
    pub(crate) display_name: String,
    pub(crate) domain: String,
    /// `CSP`, or another agreement under which the partner can only look.
    pub(crate) agreement_type: String,
    /// Name of the partner's billing account.
    pub(crate) billing_account: String,
    pub(crate) billing_profile: String,
    /// ISO 4217 code of the currency of its invoices; empty in records of an older version.
    #[serde(default)]
    pub(crate) currency: String,
    pub(crate) subscriptions: Vec<Subscription>,
    /// Names and titles.
    #[serde(default)]
    pub(crate) management_groups: Vec<(String, String)>,
}

/// A subscription of the customer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct Subscription {
    pub(crate) id: String,
    pub(crate) name: String,
    /// Names and locations.
    #[serde(default)]
    pub(crate) resource_groups: Vec<(String, String)>,
}

impl Document for Customer {
    const KIND: &'static str = "customer";
}

impl Customer {
    /// The id of the one document.
    pub(crate) const ID: &'static str = "facts";

    /// The customer whose records these are.
    ///
    /// # Errors
    /// 404 for the records of a tenant that is not a customer.
    pub(crate) fn of(records: &Records) -> Result<Self, Problem> {
        records
            .get(Self::ID)?
            .ok_or_else(|| Problem::new(404, "NotFound", "The tenant is not that of a customer."))
    }

    /// The customer as far as it is known, for what can be told without: where its document cannot
    /// be read or is not there, the id of its tenant stands for its name.
    pub(crate) fn known(records: &Records, tenant_id: &str) -> Self {
        Self::of(records).unwrap_or_else(|_| Self {
            tenant_id: tenant_id.to_owned(),
            display_name: tenant_id.to_owned(),
            domain: String::new(),
            agreement_type: String::new(),
            billing_account: demo::unknown_account().billing_account_id,
            billing_profile: String::new(),
            currency: String::new(),
            subscriptions: Vec::new(),
            management_groups: Vec::new(),
        })
    }

    /// The currency in which the customer buys; where the record does not say, that of what it has
    /// bought before.
    ///
    /// # Errors
    /// 409 when an order cannot be read.
    pub(crate) fn billing_currency(&self, records: &Records) -> Result<Currency, Problem> {
        let mut code = self.currency.clone();
        if code.is_empty() {
            let first = records.every::<Order>()?.into_iter().next();
            code = first.map_or_else(String::new, |(_, order)| order.currency);
        }
        Ok(Currency::parse(&code).unwrap_or(Currency::USD))
    }

    /// Whether the agreement is that of the programme in which the partner may act.
    pub(crate) fn is_managed_by_partner(&self) -> bool {
        self.agreement_type == "CSP"
    }

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

    fn to_wire(&self, account_name: &str) -> Value {
        let account = billing_account_id(&self.billing_account);
        json!({
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
        })
    }
}

/// The full id of a billing account.
pub(crate) fn billing_account_id(name: &str) -> String {
    format!("/providers/Microsoft.Billing/billingAccounts/{name}")
}

fn list(portfolio: &Portfolio, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let search = call.query.get("search").unwrap_or_default().to_lowercase();
    let rows: Vec<Value> = portfolio
        .customers
        .iter()
        .filter(|(customer, _)| customer.display_name.to_lowercase().contains(&search))
        .map(|(customer, records)| {
            let mut row = customer.to_wire(&portfolio.account.billing_account_name);
            match unreadable_documents::all(records).len() {
                0 => {}
                count => row["properties"]["unreadableDocuments"] = count.into(),
            }
            row
        })
        .collect();
    Ok(Answer::ok(&page(&rows, call)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_of_an_older_version_are_read() {
        let older = json!({
            "tenantId": "t",
            "displayName": "Harbour",
            "domain": "harbour.example",
            "agreementType": "CSP",
            "billingAccount": "a",
            "billingProfile": "p",
            "subscriptions": [{ "id": "s", "name": "Lab" }],
        });
        let customer: Customer = serde_json::from_value(older).expect("a customer");
        let records = Records::default();
        assert_eq!(customer.billing_currency(&records), Ok(Currency::USD));
        assert_eq!(customer.management_groups, []);
        assert_eq!(customer.subscriptions[0].resource_groups, []);
    }
}
