//! A reservation of which a fact is not known that every calculation needs.

use portfolio::intake::ReservationIntake;
use serde::{Deserialize, Serialize};

use crate::records::documents::Document;

/// What is known of it. It stands under the ids that its record will have, and is gone once that is there.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct IncompleteReservation(pub(crate) ReservationIntake);

impl Document for IncompleteReservation {
    const KIND: &'static str = "incompleteReservation";
    const IS_KEPT: bool = true;
}
