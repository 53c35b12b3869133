//! Returns and exchanges that a second person has to confirm.

use super::client::{Api, Request, Tenant};
use super::error::ApiError;
use super::settings::SETTINGS;
use azure::Wire;
use serde_json::{Value, json};
use view_model::encoding::path_segment;
use view_model::shape;

const CONFIRMATIONS: &str = "/providers/Prorata/confirmations";

/// What waits for a second person, or has been confirmed by one and not been carried out yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmation {
    /// What it is known by.
    pub id: String,
    /// `return`, `exchange`, or what this version does not know.
    pub kind: String,
    /// The GUID of the customer's tenant.
    pub customer: String,
    /// The path of the reservation order.
    pub target: String,
    /// What is paid back, in plain decimal notation.
    pub amount: String,
    /// The ISO 4217 code of its currency.
    pub currency: String,
    /// The id of who asked.
    pub requester: String,
    /// What they are called.
    pub requester_name: String,
    /// When they did, as RFC 3339.
    pub requested_at: String,
    /// Until when it can be carried out, as RFC 3339.
    pub until: String,
    /// What who confirmed it is called.
    pub confirmed_by: Option<String>,
}

impl Wire for Confirmation {
    fn read(value: Value) -> Result<Self, azure::WireError> {
        let mut fields = shape::fields(value)?;
        let mut requester = shape::fields(fields.remove("requestedBy").unwrap_or_default())?;
        let confirmed_by = match fields.remove("confirmedBy") {
            None | Some(Value::Null) => None,
            Some(person) => Some(shape::read(&mut shape::fields(person)?, "name")?),
        };
        Ok(Self {
            id: shape::read(&mut fields, "id")?,
            kind: shape::read(&mut fields, "kind")?,
            customer: shape::read(&mut fields, "customerId")?,
            target: shape::read(&mut fields, "target")?,
            amount: shape::read(&mut fields, "amount")?,
            currency: shape::read(&mut fields, "currencyCode")?,
            requester: shape::read(&mut requester, "id")?,
            requester_name: shape::read(&mut requester, "name")?,
            requested_at: shape::read(&mut fields, "requestedAt")?,
            until: shape::read(&mut fields, "until")?,
            confirmed_by,
        })
    }

    /// Nobody sends one.
    fn write(&self) -> Value {
        Value::Null
    }
}

/// The amount above which a second person confirms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Threshold {
    /// In plain decimal notation.
    pub amount: String,
    /// The ISO 4217 code of its currency.
    pub currency: String,
}

impl Api {
    /// Above which amount a second person confirms; `None` where one is enough.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn threshold(&self) -> Result<Option<Threshold>, ApiError> {
        let settings: Value =
            self.send(Request::get(Tenant::Partner, SETTINGS)).await?.records()?;
        let text = |name: &str| settings["confirmAbove"][name].as_str().map(str::to_owned);
        let threshold = text("amount").zip(text("currencyCode"));
        Ok(threshold.map(|(amount, currency)| Threshold { amount, currency }))
    }

    /// Sets it for all of the partner's customers. Everything else that the partner has chosen stays.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn set_threshold(&self, threshold: Option<Threshold>) -> Result<(), ApiError> {
        let mut settings: Value =
            self.send(Request::get(Tenant::Partner, SETTINGS)).await?.records()?;
        settings["confirmAbove"] = threshold.map_or(
            Value::Null,
            |threshold| json!({ "amount": threshold.amount, "currencyCode": threshold.currency }),
        );
        let body = settings.to_string();
        self.send(Request::put(Tenant::Partner, SETTINGS, body)).await.map(drop)
    }

    /// What waits, the newest first.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn confirmations(&self) -> Result<Vec<Confirmation>, ApiError> {
        self.list(Tenant::Partner, CONFIRMATIONS).await
    }

    /// Confirms what somebody else has asked for.
    ///
    /// # Errors
    /// [`ApiError`]; 403 for who asked for it, 404 when it is gone.
    pub async fn confirm(&self, id: &str) -> Result<(), ApiError> {
        let path = format!("{CONFIRMATIONS}/{}/confirm", path_segment(id));
        self.send(Request::post(Tenant::Partner, path, String::new())).await.map(drop)
    }

    /// Declines it, or withdraws it. It is no error when it is gone already.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn decline(&self, id: &str) -> Result<(), ApiError> {
        self.gone(format!("{CONFIRMATIONS}/{}", path_segment(id))).await
    }
}
