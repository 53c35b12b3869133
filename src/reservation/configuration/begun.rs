//! The record that a form with something unsaved was begun with. It is kept as long as what was typed.
//!
//! Invariant: what was typed is never sent with the etag of a record that is newer than the one it was typed
//! into; else it would overwrite what somebody else has saved meanwhile, without a question.

use crate::platform::storage::tab;
use azure::Reservation;
use view_model::address::ReservationRef;

/// What the form of this reservation was begun with, if something in it is unsaved.
pub(super) fn recall(of: &ReservationRef) -> Option<Reservation> {
    azure::from_slice(tab::get(&key(of))?.as_bytes()).ok()
}

/// Keeps `record`, for a reload of the page and for when it is read again.
pub(super) fn remember(of: &ReservationRef, record: &str) {
    tab::set(&key(of), record);
}

/// Nothing is unsaved any more.
pub(super) fn forget(of: &ReservationRef) {
    tab::remove(&key(of));
}

fn key(of: &ReservationRef) -> String {
    format!("begun.{}.{}", of.order, of.reservation).to_ascii_lowercase()
}
