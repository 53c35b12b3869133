//! Usage of reservations and what was booked for them (Microsoft.Consumption).

use super::client::{Api, Tenant};
use super::error::ApiError;
use super::reservations::reservation_path;
use azure::{Transaction, UsageSummary};
use chrono::NaiveDate;
use view_model::address::ReservationRef;
use view_model::encoding::path_segment;

/// The version of Microsoft.Consumption that we speak.
const API_VERSION: &str = "api-version=2024-08-01";

impl Api {
    /// The utilization of a reservation on each day from `first` to `last`, both included (UTC).
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn daily_utilization(
        &self,
        of: &ReservationRef,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Result<Vec<UsageSummary>, ApiError> {
        let path = format!(
            "{}/providers/Microsoft.Consumption/reservationSummaries?{API_VERSION}&grain=daily\
             &$filter=properties/usageDate%20ge%20{first}%20AND%20properties/usageDate%20le%20{last}",
            reservation_path(of),
        );
        self.list(Tenant::Customer(of.customer.clone()), &path).await
    }

    /// What was booked for the reservations of a customer; its returns are the ledger of the yearly limit.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn reservation_transactions(
        &self,
        billing_account: &str,
        customer: &str,
    ) -> Result<Vec<Transaction>, ApiError> {
        let path = format!(
            "/providers/Microsoft.Billing/billingAccounts/{}/customers/{}\
             /providers/Microsoft.Consumption/reservationTransactions?{API_VERSION}",
            path_segment(billing_account),
            path_segment(customer),
        );
        self.list(Tenant::Partner, &path).await
    }
}
