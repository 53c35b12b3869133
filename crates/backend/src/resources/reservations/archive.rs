//! Putting ended reservations away, and taking them out again.
//!
//! Which states allow it is not documented. Here it is those in which nothing can happen to the
//! reservation any more, so that nothing that costs or gives money can be hidden.

use http::StatusCode;
use serde_json::Value;

use crate::http::answer::Answer;
use crate::http::call::Call;
use crate::http::problem::Problem;
use crate::records::documents::Records;
use crate::records::json::json;
use crate::resources::activities::{self, Entry};
use crate::resources::reservations::target::Target;

pub(crate) fn archive(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    put(records, call, true)
}

pub(crate) fn unarchive(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    put(records, call, false)
}

fn put(records: &mut Records, call: &mut Call<'_>, archived: bool) -> Result<Answer, Problem> {
    let mut target = Target::of_path(records, call)?;
    target.check_change(records, call)?;
    let state = target.reservation.state_at(&target.order, call.now);
    if archived && !state.phase().is_final() {
        let message = format!("A reservation in the state '{state}' cannot be archived.");
        return Err(Problem::wrong_state(message));
    }
    // Asking twice is no mistake, and changes nothing.
    if target.reservation.archived != archived {
        target.reservation.archived = archived;
        target.reservation.save(records, &target.order_id, &target.id, call.now)?;
        let changes = vec![("archived", json!(!archived), json!(archived))];
        let entry = Entry { target: target.full_id(), changes, quote: Value::Null };
        activities::record(records, call, entry);
    }
    Ok(Answer { status: StatusCode::OK, ..Answer::no_content() })
}
