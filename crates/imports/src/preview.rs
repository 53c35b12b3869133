//! What an import would change, before anything is written.

use std::collections::HashMap;

use crate::id::Id;
use crate::reservation::Reservation;

/// What an import would do with one reservation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// It is not known yet.
    New,
    /// It is known, and some fields differ.
    Changed(Vec<FieldChange>),
    /// It is known, and the files say nothing else.
    Unchanged,
}

/// A field that an import would change.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FieldChange {
    /// The field, as in [`Reservation::fields`].
    pub field: &'static str,
    /// What is known.
    pub before: Option<String>,
    /// What the files say.
    pub after: String,
}

/// What an import would do with each of the reservations that were found. A field that the files do
/// not have is not changed. Reservations without an id are always new.
pub fn changes(known: &[Reservation], found: &[Reservation]) -> Vec<Change> {
    let by_id: HashMap<&Id, &Reservation> = known
        .iter()
        .filter_map(|reservation| Some((reservation.known.id.as_ref()?, reservation)))
        .collect();
    let change = |found: &Reservation| {
        let Some(known) = found.known.id.as_ref().and_then(|id| by_id.get(id)) else {
            return Change::New;
        };
        let pairs = known.fields().into_iter().zip(found.fields());
        let differing = pairs.filter_map(|((field, before), (_, after))| {
            let after = after.filter(|after| before.as_ref() != Some(after))?;
            Some(FieldChange { field, before, after })
        });
        let differing: Vec<FieldChange> = differing.collect();
        if differing.is_empty() { Change::Unchanged } else { Change::Changed(differing) }
    };
    found.iter().map(change).collect()
}
