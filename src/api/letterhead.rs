//! What stands at the head of letters to customers.

use super::attempt::{Attempt, NotDone};
use super::client::{Api, Request, Tenant};
use super::error::ApiError;
use serde_json::json;
use view_model::letterhead::Letterhead;

const LETTERHEAD: &str = "/providers/Prorata/letterhead";

impl Api {
    /// The head of letters; empty before somebody has written it.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn letterhead(&self) -> Result<Letterhead, ApiError> {
        self.send(Request::get(Tenant::Partner, LETTERHEAD)).await?.records()
    }

    /// Writes it anew, in place of the state that its etag names.
    ///
    /// # Errors
    /// [`NotDone`]; 412 when somebody else has changed it.
    pub async fn save_letterhead(
        &self,
        letterhead: &Letterhead,
        attempt: &Attempt,
    ) -> Result<(), NotDone> {
        let Letterhead { name, address, contact, etag } = letterhead;
        let body = json!({ "name": name, "address": address, "contact": contact }).to_string();
        let request = Request::put(Tenant::Partner, LETTERHEAD, body).if_match(Some(etag));
        self.commit(request, attempt, |answer| answer.records::<Letterhead>().map(drop))
            .await
            .map(drop)
    }
}
