//! The customer whose reservations they are.

use calculator::Currency;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

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
    /// The currency of its invoices; records of an older version do not say.
    #[serde(default, deserialize_with = "currency")]
    pub(crate) currency: Option<Currency>,
    pub(crate) subscriptions: Vec<Subscription>,
    /// Names and titles.
    #[serde(default)]
    pub(crate) management_groups: Vec<(String, String)>,
    #[serde(default)]
    pub(crate) known_by: KnownBy,
}

/// What a customer is told apart by.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum KnownBy {
    /// The GUID of its tenant.
    #[default]
    Tenant,
    /// Its name: nobody has said its tenant, and the GUID that stands for one was made from the name.
    Name,
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
            currency: None,
            subscriptions: Vec::new(),
            management_groups: Vec::new(),
            known_by: KnownBy::Tenant,
        })
    }

    /// The currency in which the customer buys; where the record does not say, that of what it has
    /// bought before.
    ///
    /// # Errors
    /// Fails when an order cannot be read.
    pub(crate) fn billing_currency(&self, records: &Records) -> Result<Currency, RecordError> {
        if let Some(currency) = self.currency {
            return Ok(currency);
        }
        let first = records.every::<Order>()?.into_iter().next();
        Ok(first.map_or(Currency::USD, |(_, order)| order.currency))
    }

    /// Whether the agreement is that of the programme in which the partner may act.
    pub(crate) fn is_managed_by_partner(&self) -> bool {
        azure::is_managed_by_partner(&self.agreement_type)
    }
}

/// An older version wrote an empty text for none.
fn currency<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Currency>, D::Error> {
    let code = Option::<String>::deserialize(deserializer)?.unwrap_or_default();
    let known = (!code.is_empty()).then(|| Currency::parse(&code)).transpose();
    known.map_err(D::Error::custom)
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
