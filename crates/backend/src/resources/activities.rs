//! The record of what was changed: who, when, what, and by which quote; and what was answered.
//!
//! Invariant: every change that a person makes is recorded in the commit that makes it. What merely
//! follows from it as time passes is not.

use serde_json::Value;

use crate::http::{Answer, Call, Problem, page};
use crate::records::kinds::{Activity, Answered};
use crate::records::{Records, json, time, wire};

/// What a handler knows about a change; who and when follow from the request.
#[derive(Default)]
pub(crate) struct Entry {
    /// Full id of what was changed.
    pub(crate) target: String,
    /// BodyField, value before and value after; null where there was or is none.
    pub(crate) changes: Vec<(&'static str, Value, Value)>,
    /// The quote that was carried out: `policy`, `on`, `input` and `answer`, the last two as the
    /// calculator's plain interface has them.
    pub(crate) quote: Value,
}

/// Records a change, to be called within the commit that makes it. The id of the entry is returned.
pub(crate) fn record(records: &mut Records, call: &mut Call<'_>, entry: Entry) -> String {
    let Entry { target, changes, quote } = entry;
    // Documents are kept in the order of their ids, which is the order of time.
    let at = time::recorded_at(records, call.now);
    let id = format!("{:015}-{}", at.timestamp_millis(), call.new_guid());
    let changes: Vec<Value> = changes.iter().map(change_to_wire).collect();
    let activity = json!({
        "id": id,
        "at": wire::timestamp(at),
        "by": { "name": call.caller.name, "role": call.caller.role },
        "action": call.action,
        "target": target,
        "changes": changes,
        "quote": quote,
    });
    records.put(&id, &Activity(activity));
    id
}

/// Says of a recorded change how it ended, as more of its changes.
///
/// # Errors
/// 409 when what is stored cannot be read.
pub(crate) fn conclude(
    records: &mut Records,
    id: &str,
    changes: &[(&str, Value, Value)],
) -> Result<(), Problem> {
    let Some(Activity(mut activity)) = records.get(id)? else { return Ok(()) };
    if let Some(all) = activity["changes"].as_array_mut() {
        all.extend(changes.iter().map(change_to_wire));
    }
    records.put(id, &Activity(activity));
    Ok(())
}

fn change_to_wire((field, before, after): &(&str, Value, Value)) -> Value {
    json!({ "field": field, "before": before, "after": after })
}

/// The fields of `properties` in which two states of a record differ.
pub(crate) fn differences(
    before: &Value,
    after: &Value,
    fields: &[&'static str],
) -> Vec<(&'static str, Value, Value)> {
    let pair = |field: &&'static str| {
        (*field, before["properties"][*field].clone(), after["properties"][*field].clone())
    };
    fields.iter().map(pair).filter(|(_, before, after)| before != after).collect()
}

/// The newest first.
pub(crate) fn list(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let mut rows: Vec<Value> =
        records.all().into_iter().map(|(_, Activity(activity))| activity).collect();
    rows.reverse();
    Ok(Answer::ok(&page(&rows, call)?))
}

/// What became of a change, for a client that has not heard the answer to it.
pub(crate) fn of_request(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let id = call.param("request");
    let (_, Answered(known)) = records.get_until(id)?.ok_or_else(|| {
        let message = format!("No change with the client's request id '{id}' was made.");
        Problem::new(404, "RequestNotFound", message)
    })?;
    let mut body = json!({ "id": id });
    for (field, value) in [
        ("method", &known["method"]),
        ("path", &known["path"]),
        ("at", &known["at"]),
        ("status", &known["status"]),
        ("location", &known["headers"]["location"]),
        ("operation", &known["headers"]["azure-asyncoperation"]),
        ("body", &known["body"]),
    ] {
        if !value.is_null() {
            body[field] = value.clone();
        }
    }
    Ok(Answer::ok(&body))
}
