//! What can be bought, and for how much.

use super::attempt::{Attempt, NotDone};
use super::client::{Api, Request, Tenant};
use super::error::ApiError;
use super::reservations::API_VERSION;
use azure::{CatalogItem, Wire};
use serde_json::json;
use view_model::PriceRow;
use view_model::encoding::{path_segment, query_component};

const PRICE_LIST: &str = "/providers/Prorata/priceList";

impl Api {
    /// What can be reserved of a kind of product in a subscription of the customer.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn catalog(
        &self,
        customer: &str,
        subscription: &str,
        resource_type: &str,
    ) -> Result<Vec<CatalogItem>, ApiError> {
        let path = format!(
            "/subscriptions/{}/providers/Microsoft.Capacity/catalogs?{API_VERSION}\
             &reservedResourceType={}",
            path_segment(subscription),
            query_component(resource_type),
        );
        self.list(Tenant::Customer(customer.to_owned()), &path).await
    }

    /// The prices that the service knows in a currency.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn price_list(&self, currency: &str) -> Result<Vec<PriceRow>, ApiError> {
        let path = format!("{PRICE_LIST}?currencyCode={}", query_component(currency));
        self.list(Tenant::Partner, &path).await
    }

    /// Replaces the rows that were imported before.
    ///
    /// # Errors
    /// [`NotDone`]
    pub async fn import_prices(&self, rows: &[PriceRow], attempt: &Attempt) -> Result<(), NotDone> {
        let rows: Vec<_> = rows.iter().map(Wire::write).collect();
        let body = json!({ "value": rows }).to_string();
        let request = Request::put(Tenant::Partner, PRICE_LIST, body);
        self.commit(request, attempt, |_| Ok(())).await.map(drop)
    }
}
