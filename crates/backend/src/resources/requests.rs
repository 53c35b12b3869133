//! What became of a change, for a client that has not heard the answer to it.
//!
//! That it was not made is told in a commit (`ToldNotMade`). What is still under way then, here or in a server
//! that has died in the middle of its commit, has read the records as they were before, and is not made any more
//! (`service/retry.rs`). What is sent later under the same id is.

use chrono::TimeDelta;

use crate::http::{Answer, Call, Problem};
use crate::records::error::RecordError;
use crate::records::kinds::{Answered, ToldNotMade};
use crate::records::store::Unit;
use crate::records::{Document, Records, json, time};

/// Longer than anything is under way.
const KEPT: TimeDelta = TimeDelta::hours(1);
/// So many are remembered in one unit.
const COUNT_MAX: usize = 1_000;

/// What became of a change. That it was not made is told once that is certain.
pub(crate) fn of_request(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let id = call.param("request");
    let Some((_, known)): Option<(_, Answered)> = records.get_until(id)? else {
        if let Some(Unit::Customer(id)) = Unit::customer(id) {
            note_not_made(records, call, &id)?;
        }
        let message = format!("No change with the client's request id '{id}' was made.");
        return Ok(Problem::new(404, "RequestNotFound", message).into_answer());
    };
    let mut body = json!({
        "id": id,
        "method": known.method,
        "path": known.path,
        "at": known.at,
        "status": known.status,
    });
    for (field, header) in [("location", "location"), ("operation", "azure-asyncoperation")] {
        if let Some(place) = known.headers.get(header) {
            body[field] = place.as_str().into();
        }
    }
    if !known.body.is_null() {
        body["body"] = known.body;
    }
    Ok(Answer::ok(&body))
}

/// How often it was told of a request that it was not made.
///
/// # Errors
/// Fails when what is stored cannot be read.
pub(crate) fn times_told(records: &Records, id: &str) -> Result<u32, RecordError> {
    let told: Option<(_, ToldNotMade)> = records.get_until(id)?;
    Ok(told.map_or(0, |(_, told)| told.times))
}

fn note_not_made(records: &mut Records, call: &Call<'_>, id: &str) -> Result<(), Problem> {
    // Where nothing is stored nothing is changed either.
    if records.is_empty() {
        return Ok(());
    }
    records.check_format()?;
    let times = times_told(records, id)?.wrapping_add(1);
    let until = time::recorded_at(records, call.now) + KEPT;
    records.remove_until::<ToldNotMade>(id);
    records.put_until(id, until, &ToldNotMade { times });
    records.forget(ToldNotMade::KIND, call.now, COUNT_MAX);
    Ok(())
}
