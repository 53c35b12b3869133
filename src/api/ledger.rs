//! Cancellations that are entered by hand, what counts against the limit with them, and what files say was booked.

use super::attempt::{Attempt, NotDone};
use super::client::{Api, Request, Tenant};
use super::error::ApiError;
use crate::platform::clock;
use serde_json::Value;
use view_model::cap::{Cap, ManualEntry};
use view_model::encoding::path_segment;
use view_model::reconcile::Booking;

const ENTRIES: &str = "/providers/Prorata/ledgerEntries";
const BOOKINGS: &str = "/providers/Prorata/bookings";

impl Api {
    /// The ledger of the customer with this tenant GUID.
    ///
    /// # Errors
    /// [`ApiError`]; also where a cancellation cannot be read, since without it more of the limit would seem to
    /// be left.
    pub async fn cap(&self, customer: &str) -> Result<Cap, ApiError> {
        let account = self.account().await?;
        let booked = self.reservation_transactions(&account.billing_account_id, customer).await?;
        let rows: Vec<Value> = self.list(tenant(customer), ENTRIES).await?;
        let malformed =
            |path: String, reason: String| ApiError::Malformed { path, reason, request_id: None };
        let read = |row: &Value| {
            let missing = || malformed(ENTRIES.to_owned(), row.to_string());
            ManualEntry::read(row).ok_or_else(missing)
        };
        let manual = rows.iter().map(read).collect::<Result<Vec<_>, _>>()?;
        Cap::new(&booked, &manual, clock::today())
            .map_err(|error| malformed(error.field.clone().into_owned(), error.to_string()))
    }

    /// What files say was booked for the reservations of the customer with this tenant GUID.
    ///
    /// # Errors
    /// [`ApiError`]; also where a booking cannot be read, which would seem never to have been booked.
    pub async fn bookings(&self, customer: &str) -> Result<Vec<Booking>, ApiError> {
        let rows: Vec<Value> = self.list(tenant(customer), BOOKINGS).await?;
        let read = |row: &Value| {
            let path = BOOKINGS.to_owned();
            let malformed =
                || ApiError::Malformed { path, reason: row.to_string(), request_id: None };
            Booking::of(row).ok_or_else(malformed)
        };
        rows.iter().map(read).collect()
    }

    /// Enters a cancellation, named after the attempt, or changes the one that the person has seen.
    ///
    /// # Errors
    /// [`NotDone`]; 412 when somebody else has changed it.
    pub async fn save_ledger_entry(
        &self,
        customer: &str,
        seen: Option<&ManualEntry>,
        body: &Value,
        attempt: &Attempt,
    ) -> Result<(), NotDone> {
        let name = seen.map_or(attempt.id(), |entry| &entry.name);
        let request = Request::put(tenant(customer), path(name), body.to_string());
        let request = request.if_match(seen.map(|entry| &entry.etag));
        self.commit(request, attempt, |answer| answer.records::<Value>().map(drop)).await.map(drop)
    }

    /// Removes an entry. It is no error when it is gone already.
    ///
    /// # Errors
    /// [`NotDone`]; 412 when somebody else has changed it.
    pub async fn remove_ledger_entry(
        &self,
        customer: &str,
        seen: &ManualEntry,
        attempt: &Attempt,
    ) -> Result<(), NotDone> {
        let request = Request::delete(tenant(customer), path(&seen.name));
        let request = request.if_match(Some(&seen.etag));
        self.commit(request, attempt, |_| Ok(())).await.map(drop)
    }
}

fn path(name: &str) -> String {
    format!("{ENTRIES}/{}", path_segment(name))
}

fn tenant(customer: &str) -> Tenant {
    Tenant::Customer(customer.to_owned())
}
