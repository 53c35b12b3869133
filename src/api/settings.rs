//! What the partner has chosen for all of its customers.

use super::attempt::{Attempt, NotDone};
use super::client::{Api, Request, Tenant};
use super::error::ApiError;
use azure::Wire;
use view_model::shape;

pub(super) const SETTINGS: &str = "/providers/Prorata/settings";

shape! {
    /// What the partner has chosen.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Settings {
        /// The id of the policy by which returns and exchanges are judged.
        pub refund_policy: String = "refundPolicy",
    }
}

impl Api {
    /// What the partner has chosen.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn settings(&self) -> Result<Settings, ApiError> {
        self.send(Request::get(Tenant::Partner, SETTINGS)).await?.records()
    }

    /// Chooses for all of the partner's customers.
    ///
    /// # Errors
    /// [`NotDone`]
    pub async fn change_settings(
        &self,
        settings: &Settings,
        attempt: &Attempt,
    ) -> Result<(), NotDone> {
        let request = Request::put(Tenant::Partner, SETTINGS, settings.write().to_string());
        self.commit(request, attempt, |_| Ok(())).await.map(drop)
    }
}
