//! The partner's customers.

use super::client::{Api, Tenant};
use super::error::ApiError;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use view_model::shape;

shape! {
    /// One customer with the figures of the customer list.
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct CustomerSummary {
        /// GUID of the customer's tenant.
        pub customer_id: String = "customerId",
        /// What the customer is called.
        pub display_name: String = "displayName",
        /// The customer's primary domain.
        pub domain: String = "domain",
        /// `CSP`, or the agreement that keeps the customer out of the programme.
        pub agreement_type: String = "agreementType",
        /// How many reservations the customer has, in every state.
        pub reservation_count: u64 = "reservationCount",
        /// The earliest expiry among the reservations that run.
        pub soonest_expiry: Option<NaiveDate> = "soonestExpiry",
        /// USD of the yearly limit that past cancellations use up today; nothing where one of them cannot be
        /// read.
        pub limit_used_usd: Option<Decimal> = "limitUsedUsd",
        /// USD of the yearly limit.
        pub limit_usd: Decimal = "limitUsd",
        /// How many documents of the customer cannot be read.
        pub unreadable_documents: Option<u64> = "unreadableDocuments",
    }
}

impl CustomerSummary {
    /// The agreement under which the customer buys when it is not the Cloud Solution Provider programme.
    #[must_use]
    pub fn outside_csp(&self) -> Option<&str> {
        let agreement = self.agreement_type.as_str();
        (!azure::is_managed_by_partner(agreement)).then_some(agreement)
    }
}

impl Api {
    /// Every customer of the partner.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn customer_summaries(&self) -> Result<Vec<CustomerSummary>, ApiError> {
        self.list(Tenant::Partner, "/providers/Prorata/customerSummaries").await
    }

    /// The customer with this tenant GUID, if the partner has it.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn customer_summary(&self, id: &str) -> Result<Option<CustomerSummary>, ApiError> {
        let customers = self.customer_summaries().await?;
        Ok(customers.into_iter().find(|customer| customer.customer_id.eq_ignore_ascii_case(id)))
    }
}
