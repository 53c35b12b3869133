//! Bringing in own records: staging, preview, commit and undo (`portfolio::import`).

use super::answer::Answer;
use super::attempt::{Attempt, NotDone};
use super::client::{Api, Request, Tenant};
use super::error::ApiError;
use azure::Page;
use portfolio::import::{Import, Progress, RecordChange, Staged, Start};
use serde::de::DeserializeOwned;
use serde_json::Value;
use view_model::incomplete::Incomplete;

/// Where imports are.
const PATH: &str = "/providers/Prorata/imports";
/// Where what imports left open is.
const INCOMPLETE: &str = "/providers/Prorata/incompleteReservations";

impl Api {
    /// Starts an import; nothing of it is visible before it is committed.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn start_import(&self, start: &Start) -> Result<Import, ApiError> {
        read(self.send(Request::post(Tenant::Partner, PATH, text(start))).await?)
    }

    /// Sends a part of an import, numbered from 0; sent again it takes its own place. `body` is that of the
    /// request.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn stage_part(
        &self,
        import: &str,
        number: usize,
        body: String,
    ) -> Result<Staged, ApiError> {
        let path = format!("{PATH}/{import}/parts/{number}");
        read(self.send(Request::put(Tenant::Partner, path, body)).await?)
    }

    /// An import, with what a commit of it would change.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn import(&self, import: &str) -> Result<Import, ApiError> {
        read(self.send(Request::get(Tenant::Partner, format!("{PATH}/{import}"))).await?)
    }

    /// The imports that there were, the newest first.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn imports(&self) -> Result<Vec<Import>, ApiError> {
        read_page(self.send(Request::get(Tenant::Partner, PATH)).await?).map(|(imports, _)| imports)
    }

    /// What an import changes, field by field: a page of it, and where the next one is. The first is asked for
    /// without the address of a page.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn import_changes(
        &self,
        import: &str,
        page: Option<String>,
    ) -> Result<(Vec<RecordChange>, Option<String>), ApiError> {
        let target = page.unwrap_or_else(|| format!("{PATH}/{import}/changes"));
        read_page(self.send(Request::get(Tenant::Partner, target)).await?)
    }

    /// Makes all of an import part of the records at once.
    ///
    /// # Errors
    /// [`NotDone`]
    pub async fn commit_import(&self, import: &str, attempt: &Attempt) -> Result<(), NotDone> {
        self.change_import(import, "commit", attempt).await
    }

    /// How far the commit of an import is; nothing where whoever was asked knows of none. Another server may.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn import_progress(&self, import: &str) -> Result<Option<Progress>, ApiError> {
        let request = Request::get(Tenant::Partner, format!("{PATH}/{import}/progress"));
        read(self.send(request).await?)
    }

    /// Asks to stop the commit of an import, as long as nothing of it is written. Whether it was stopped is the
    /// answer to the commit.
    ///
    /// # Errors
    /// [`ApiError`]; 404 where whoever was asked knows of none, and 409 when it is being written.
    pub async fn cancel_import(&self, import: &str) -> Result<(), ApiError> {
        let path = format!("{PATH}/{import}/cancel");
        self.send(Request::post(Tenant::Partner, path, "{}".to_owned())).await.map(drop)
    }

    /// Takes the last import back.
    ///
    /// # Errors
    /// [`NotDone`]; refused where a customer was changed since.
    pub async fn undo_import(&self, import: &str, attempt: &Attempt) -> Result<(), NotDone> {
        self.change_import(import, "undo", attempt).await
    }

    async fn change_import(
        &self,
        import: &str,
        what: &str,
        attempt: &Attempt,
    ) -> Result<(), NotDone> {
        let path = format!("{PATH}/{import}/{what}");
        let request = Request::post(Tenant::Partner, path, "{}".to_owned());
        self.commit(request, attempt, |_| Ok(())).await.map(drop)
    }

    /// The reservations of the customer with this tenant GUID that lack a fact.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn incomplete_reservations(
        &self,
        customer: &str,
    ) -> Result<Vec<Incomplete>, ApiError> {
        let tenant = Tenant::Customer(customer.to_owned());
        let rows: Vec<Value> = self.list(tenant, INCOMPLETE).await?;
        let read = |row: &Value| {
            Incomplete::read(row).ok_or_else(|| ApiError::Malformed {
                path: INCOMPLETE.to_owned(),
                reason: row.to_string(),
                request_id: None,
            })
        };
        rows.iter().map(read).collect()
    }

    /// Says what somebody knows of incomplete reservations; `body` is that of the request.
    ///
    /// # Errors
    /// [`NotDone`]
    pub async fn complete_reservations(
        &self,
        customer: &str,
        body: String,
        attempt: &Attempt,
    ) -> Result<(), NotDone> {
        let tenant = Tenant::Customer(customer.to_owned());
        let request = Request::post(tenant, format!("{INCOMPLETE}/complete"), body);
        self.commit(request, attempt, |_| Ok(())).await.map(drop)
    }

    /// Forgets an import that was not committed.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn discard_import(&self, import: &str) -> Result<(), ApiError> {
        self.send(Request::delete(Tenant::Partner, format!("{PATH}/{import}"))).await.map(drop)
    }
}

fn text(start: &Start) -> String {
    serde_json::to_string(start).expect("its keys are texts")
}

fn read<T: DeserializeOwned>(answer: Answer) -> Result<T, ApiError> {
    serde_json::from_str(&answer.body).map_err(|error| malformed(&error, answer.request_id))
}

fn read_page<T: DeserializeOwned>(answer: Answer) -> Result<(Vec<T>, Option<String>), ApiError> {
    let page: Page<Value> = answer.records()?;
    let rows: Result<Vec<T>, _> = page.value.into_iter().map(serde_json::from_value).collect();
    let rows = rows.map_err(|error| malformed(&error, answer.request_id))?;
    Ok((rows, page.next_link))
}

fn malformed(error: &serde_json::Error, request_id: Option<String>) -> ApiError {
    ApiError::Malformed { path: String::new(), reason: error.to_string(), request_id }
}
