//! A split or a merge that the service has accepted and is carrying out, remembered so that a reload of the
//! page goes on watching it.

use crate::api::Regroup;
use crate::platform::storage;
use view_model::address::ReservationRef;

/// A split or a merge under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PendingRegroup {
    /// Which of the two it is.
    pub how: Regroup,
    /// Where the service says how far it is; empty when it did not say.
    pub place: String,
}

impl PendingRegroup {
    /// What was under way for this reservation when the page was last here.
    #[must_use]
    pub fn recall(of: &ReservationRef) -> Option<Self> {
        let remembered = storage::get(&key(of))?;
        let (how, place) = remembered.split_once(' ')?;
        let how = match how {
            SPLIT => Regroup::Split,
            MERGE => Regroup::Merge,
            _ => return None,
        };
        Some(Self { how, place: place.to_owned() })
    }

    /// Remembers it. A browser that refuses storage forgets it; the record still tells.
    pub fn remember(&self, of: &ReservationRef) {
        let how = match self.how {
            Regroup::Split => SPLIT,
            Regroup::Merge => MERGE,
        };
        storage::set(&key(of), &format!("{how} {}", self.place));
    }

    /// Forgets what was under way for this reservation.
    pub fn forget(of: &ReservationRef) {
        storage::remove(&key(of));
    }
}

const SPLIT: &str = "split";
const MERGE: &str = "merge";

fn key(of: &ReservationRef) -> String {
    format!("regroup.{}.{}", of.order, of.reservation).to_ascii_lowercase()
}
