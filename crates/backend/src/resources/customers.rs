//! Customers, as Microsoft.Billing lists them.

use serde_json::Value;

use crate::http::answer::Answer;
use crate::http::call::Call;
use crate::http::paging::page;
use crate::http::problem::Problem;
use crate::records::customer::{Customer, billing_account_id};
use crate::records::json::json;
use crate::records::kinds::unreadable;
use crate::resources::portfolio::Portfolio;

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

pub(crate) fn list(portfolio: &Portfolio, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let search = call.query.get("search").unwrap_or_default().to_lowercase();
    let rows: Vec<Value> = portfolio
        .customers
        .iter()
        .filter(|(customer, _)| customer.display_name.to_lowercase().contains(&search))
        .map(|(customer, records)| {
            let mut row = customer.to_wire(&portfolio.account.billing_account_name);
            match unreadable(records).len() {
                0 => {}
                count => row["properties"]["unreadableDocuments"] = count.into(),
            }
            row
        })
        .collect();
    Ok(Answer::ok(&page(&rows, call)?))
}
