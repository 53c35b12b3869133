//! What can be bought, and for how much.

use super::attempt::{Attempt, NotDone};
use super::client::{Api, Request, Tenant};
use super::error::ApiError;
use super::own::own;
use super::reservations::API_VERSION;
use crate::platform::encoding::{path_segment, query_component};
use azure::{CatalogItem, Wire};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde_json::json;

const PRICE_LIST: &str = "/providers/Prorata/priceList";

own! {
    /// What one unit of a product costs for a whole term.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct PriceRow {
        /// `reservedResourceType`, as the Capacity API writes it.
        pub reserved_resource_type: String = "reservedResourceType",
        /// The size.
        pub sku_name: String = "skuName",
        /// The region.
        pub location: String = "location",
        /// The term, ISO 8601.
        pub term: String = "term",
        /// The TOTAL for the term of one unit, exact.
        pub unit_price: Decimal = "unitPrice",
        /// ISO 4217 code.
        pub currency_code: String = "currencyCode",
        /// Where the price comes from: `demonstration` or `imported`.
        pub source: String = "source",
        /// The UTC day from which the price holds.
        pub effective_date: NaiveDate = "effectiveDate",
    }
}

impl PriceRow {
    /// The source of rows that somebody imported.
    pub const IMPORTED: &str = "imported";

    /// Whether somebody imported the row.
    #[must_use]
    pub fn is_imported(&self) -> bool {
        self.source == Self::IMPORTED
    }
}

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
