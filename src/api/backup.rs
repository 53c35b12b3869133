//! Everything as a file, and everything replaced by one.

use super::attempt::{Attempt, NotDone};
use super::client::{Api, Request, Tenant};
use super::error::ApiError;
use crate::platform::file::UnreadFile;

impl Api {
    /// Everything that the service keeps, as a file that it can be restored from.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn backup(&self) -> Result<UnreadFile, ApiError> {
        let request = Request::get(Tenant::Partner, "/providers/Prorata/backup");
        self.send_for_file(request.patiently()).await
    }

    /// Replaces everything by what a backup holds.
    ///
    /// # Errors
    /// [`NotDone`]
    pub async fn restore(&self, file: UnreadFile, attempt: &Attempt) -> Result<(), NotDone> {
        let request = Request::post(Tenant::Partner, "/providers/Prorata/restore", String::new());
        self.commit(request.with_file(file).patiently(), attempt, |_| Ok(())).await.map(drop)
    }
}
