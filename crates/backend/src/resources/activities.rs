//! The record of what was changed: who, when, what, and by which quote.
//!
//! Invariant: every change that a person makes is recorded in the commit that makes it. What merely
//! follows from it as time passes is not.

use serde_json::Value;

use crate::http::{Answer, Call, Problem, page};
use crate::records::json::Json;
use crate::records::kinds::{Activity, Author, CarriedOut, FieldChange};
use crate::records::{Records, time};

/// A field, its value before and its value after; null where there was or is none.
pub(crate) type Change = (&'static str, Value, Value);

/// What a handler knows about a change; who and when follow from the request.
#[derive(Default)]
pub(crate) struct Entry {
    /// Full id of what was changed.
    pub(crate) target: String,
    pub(crate) changes: Vec<Change>,
    /// The quote that was carried out.
    pub(crate) quote: Option<CarriedOut>,
}

/// Records a change, to be called within the commit that makes it. The id of the entry is returned.
pub(crate) fn record(records: &mut Records, call: &mut Call<'_>, entry: Entry) -> String {
    let Entry { target, changes, quote } = entry;
    // Documents are kept in the order of their ids, which is the order of time.
    let at = time::recorded_at(records, call.now);
    let id = format!("{:015}-{}", at.timestamp_millis(), call.new_guid());
    let activity = Activity {
        id: id.clone(),
        at: at.into(),
        by: Author {
            name: call.caller.name.clone(),
            role: call.caller.role.map(|role| role.name().to_owned()),
        },
        action: call.action.to_owned(),
        target,
        changes: changes.into_iter().map(FieldChange::from).collect(),
        quote,
    };
    records.put(&id, &activity);
    id
}

/// Says of a recorded change how it ended, as more of its changes. An entry that cannot be read is named
/// to whoever looks, and keeps nothing from ending.
pub(crate) fn conclude(records: &mut Records, id: &str, changes: &[Change]) {
    let Ok(Some(mut activity)) = records.get::<Activity>(id) else { return };
    activity.changes.extend(changes.iter().cloned().map(FieldChange::from));
    records.put(id, &activity);
}

impl From<Change> for FieldChange {
    fn from((field, before, after): Change) -> Self {
        Self { field: field.to_owned(), before, after }
    }
}

/// The fields of `properties` in which two states of a record differ.
pub(crate) fn differences(before: &Value, after: &Value, fields: &[&'static str]) -> Vec<Change> {
    let pair = |field: &&'static str| {
        (*field, before["properties"][*field].clone(), after["properties"][*field].clone())
    };
    fields.iter().map(pair).filter(|(_, before, after)| before != after).collect()
}

/// The newest first.
pub(crate) fn list(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let all = records.all::<Activity>();
    let rows: Vec<Value> = all.iter().rev().map(|(_, activity)| activity.to_json()).collect();
    Ok(Answer::ok(&page(&rows, call)?))
}
