//! The partner's account, the demonstration's exchange rates, and starting over.

use super::attempt::{Attempt, NotDone};
use super::client::{Api, Request, Tenant, use_api};
use super::error::ApiError;
use super::load::{State, load};
use leptos::prelude::*;
use serde_json::json;
use view_model::{ExchangeRate, shape};

shape! {
    /// The partner.
    #[derive(Clone, Debug)]
    pub struct Account {
        /// What the partner is called.
        pub partner_name: String = "partnerName",
        /// GUID of the partner's tenant.
        pub partner_tenant_id: String = "partnerTenantId",
        /// Name of the billing account in the paths of Microsoft.Billing.
        pub billing_account_id: String = "billingAccountId",
        /// What the billing account is called.
        pub billing_account_name: String = "billingAccountName",
        /// Whether the records were invented for showing the product.
        pub demonstration: bool = "demonstration",
    }
}

/// What a demonstration starts over with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Records {
    /// The customers and reservations that show the product.
    Demonstration,
    /// Nothing.
    Empty,
}

/// Whether the records are the partner's own, so that nothing here reaches Microsoft; followed in reactive closures.
/// Where nobody can say it counts as so, since the other way round something untrue would be told. Call it while a
/// component is made.
#[must_use]
pub fn use_own_records() -> Signal<bool> {
    let api = use_api();
    let account = load(|| (), move |()| async move { api.account().await });
    Signal::derive(move || match account.state() {
        State::Loading => false,
        State::Ready(account) => !account.demonstration,
        State::Failed(_) => true,
    })
}

impl Api {
    /// The partner's account.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn account(&self) -> Result<Account, ApiError> {
        self.send(Request::get(Tenant::Partner, "/providers/Prorata/account")).await?.records()
    }

    /// The rates into USD that the service knows of.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn exchange_rates(&self) -> Result<Vec<ExchangeRate>, ApiError> {
        self.list(Tenant::Partner, "/providers/Prorata/exchangeRates").await
    }

    /// Replaces every record of the demonstration.
    ///
    /// # Errors
    /// [`NotDone`]
    pub async fn start_over(&self, records: Records, attempt: &Attempt) -> Result<(), NotDone> {
        let to = match records {
            Records::Demonstration => "demonstration",
            Records::Empty => "empty",
        };
        let body = json!({ "to": to }).to_string();
        let request = Request::post(Tenant::Partner, "/providers/Prorata/reset", body);
        self.commit(request, attempt, |_| Ok(())).await.map(drop)
    }
}
