//! An exchange that the service has accepted and is carrying out, remembered so that a reload of the page
//! goes on watching it.

use crate::paths::ReservationRef;
use crate::platform::storage;
use view_model::shape;

shape! {
    /// An exchange under way.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct PendingExchange {
        /// Where the operation can be watched.
        pub operation: String = "operation",
        /// Seconds that the service asked to wait before anybody looks, if it did.
        pub wait: Option<u32> = "wait",
    }
}

impl PendingExchange {
    /// The exchange of this reservation, the first of its returns, that was under way when the page was last
    /// here.
    #[must_use]
    pub fn recall(first: &ReservationRef) -> Option<Self> {
        azure::from_slice(storage::get(&key(first))?.as_bytes()).ok()
    }

    /// Remembers the exchange. A browser that refuses storage forgets it; the records still tell.
    pub fn remember(&self, first: &ReservationRef) {
        storage::set(&key(first), &azure::to_string(self));
    }

    /// Forgets the exchange of this reservation.
    pub fn forget(first: &ReservationRef) {
        storage::remove(&key(first));
    }
}

fn key(first: &ReservationRef) -> String {
    format!("exchange.{}.{}", first.order, first.reservation).to_ascii_lowercase()
}
