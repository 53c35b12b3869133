//! The customer whose reservations they are.

use calculator::Currency;
use serde::{Deserialize, Serialize};

use crate::records::documents::{Document, Records};
use crate::records::error::RecordError;
use crate::records::order::Order;
use crate::records::partner;

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
    /// Fails for the records of a tenant that is not a customer.
    pub(crate) fn of(records: &Records) -> Result<Self, RecordError> {
        records.get(Self::ID)?.ok_or(RecordError::NoCustomer)
    }

    /// The customer as far as it is known, for what can be told without: where its document cannot
    /// be read or is not there, the id of its tenant stands for its name.
    pub(crate) fn known(records: &Records, tenant_id: &str) -> Self {
        Self::of(records).unwrap_or_else(|_| Self {
            tenant_id: tenant_id.to_owned(),
            display_name: tenant_id.to_owned(),
            domain: String::new(),
            agreement_type: String::new(),
            billing_account: partner::BILLING_ACCOUNT.to_owned(),
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
    /// Fails when an order cannot be read.
    pub(crate) fn billing_currency(&self, records: &Records) -> Result<Currency, RecordError> {
        let mut code = self.currency.clone();
        if code.is_empty() {
            let first = records.every::<Order>()?.into_iter().next();
            code = first.map_or_else(String::new, |(_, order)| order.currency);
        }
        Ok(Currency::parse(&code).unwrap_or(Currency::USD))
    }

    /// Whether the agreement is that of the programme in which the partner may act.
    pub(crate) fn is_managed_by_partner(&self) -> bool {
        azure::is_managed_by_partner(&self.agreement_type)
    }
}

/// The full id of a billing account.
pub(crate) fn billing_account_id(name: &str) -> String {
    format!("/providers/Microsoft.Billing/billingAccounts/{name}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::json::json;

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
