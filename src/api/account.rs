//! The partner's account, the demonstration's exchange rates, and starting over.

use super::client::{Api, Request, Tenant};
use super::error::ApiError;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::json;

/// The partner.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Account {
    /// What the partner is called.
    pub partner_name: String,
    /// GUID of the partner's tenant.
    pub partner_tenant_id: String,
    /// Name of the billing account in the paths of Microsoft.Billing.
    pub billing_account_id: String,
    /// What the billing account is called.
    pub billing_account_name: String,
    /// Whether the records were invented for showing the product.
    #[serde(default)]
    pub demonstration: bool,
}

/// What one unit of a currency is worth in USD.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ExchangeRate {
    /// ISO 4217 code.
    pub currency_code: String,
    /// USD for one unit, exact.
    pub usd_rate: Decimal,
    /// The UTC day of the rate.
    pub date: NaiveDate,
}

/// What a demonstration starts over with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Records {
    /// The customers and reservations that show the product.
    Demonstration,
    /// Nothing.
    Empty,
}

impl Api {
    /// The partner's account.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn account(&self) -> Result<Account, ApiError> {
        self.send(Request::get(Tenant::Partner, "/providers/Prorata/account")).await?.own()
    }

    /// The rates into USD that the service knows of.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn exchange_rates(&self) -> Result<Vec<ExchangeRate>, ApiError> {
        self.own_list("/providers/Prorata/exchangeRates").await
    }

    /// Replaces every record of the demonstration.
    ///
    /// # Errors
    /// [`ApiError`]; then nothing was replaced.
    pub async fn start_over(&self, records: Records) -> Result<(), ApiError> {
        let to = match records {
            Records::Demonstration => "demonstration",
            Records::Empty => "empty",
        };
        let body = json!({ "to": to }).to_string();
        let request = Request::post(Tenant::Partner, "/providers/Prorata/reset", body);
        self.send(request).await.map(drop)
    }
}
