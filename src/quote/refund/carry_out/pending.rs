//! A return that the service has accepted and is carrying out, remembered so that a reload of the page
//! goes on watching it.

use crate::paths::ReservationRef;
use crate::platform::storage;
use serde::{Deserialize, Serialize};

/// A return under way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PendingReturn {
    /// Units that are given back.
    pub units: u32,
    /// What is credited to the partner, a plain decimal.
    pub payable: String,
    /// ISO 4217 code of `payable`.
    pub currency: String,
}

impl PendingReturn {
    /// The return of this reservation that was under way when the page was last here.
    #[must_use]
    pub fn recall(of: &ReservationRef) -> Option<Self> {
        serde_json::from_str(&storage::get(&key(of))?).ok()
    }

    /// Remembers the return. A browser that refuses storage forgets it; the record still tells.
    pub fn remember(&self, of: &ReservationRef) {
        if let Ok(text) = serde_json::to_string(self) {
            storage::set(&key(of), &text);
        }
    }

    /// Forgets the return of this reservation.
    pub fn forget(of: &ReservationRef) {
        storage::remove(&key(of));
    }
}

fn key(of: &ReservationRef) -> String {
    format!("return.{}.{}", of.order, of.reservation).to_ascii_lowercase()
}
