//! A return that was sent, remembered so that a reload of the page goes on with it.

use crate::paths::ReservationRef;
use crate::platform::storage;
use view_model::shape;

shape! {
    /// A return that was sent.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct PendingReturn {
        /// Units that are given back.
        pub units: u32 = "units",
        /// What is credited to the partner, a plain decimal.
        pub payable: String = "payable",
        /// ISO 4217 code of `payable`.
        pub currency: String = "currency",
        /// Whether the service has accepted it and is carrying it out; else nobody knows yet.
        pub is_accepted: bool = "accepted",
    }
}

impl PendingReturn {
    /// The return of this reservation that was sent when the page was last here.
    #[must_use]
    pub fn recall(of: &ReservationRef) -> Option<Self> {
        azure::from_slice(storage::get(&key(of))?.as_bytes()).ok()
    }

    /// Remembers the return. A browser that refuses storage forgets it; the record still tells.
    pub fn remember(&self, of: &ReservationRef) {
        storage::set(&key(of), &azure::to_string(self));
    }

    /// Forgets the return of this reservation.
    pub fn forget(of: &ReservationRef) {
        storage::remove(&key(of));
    }
}

fn key(of: &ReservationRef) -> String {
    format!("return.{}.{}", of.order, of.reservation).to_ascii_lowercase()
}
