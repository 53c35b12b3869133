//! What happens by itself as time passes.
//!
//! Nothing runs in the background. What has become due is carried out when the records are next
//! looked at, from what is stored, so that an operation goes on after a reload or a restart.

use chrono::{DateTime, Utc};

use crate::http::Problem;
use crate::records::kinds::{Answered, ToldNotMade, Used};
use crate::records::operation::{Finished, Operation};
use crate::records::returns::PendingReturn;
use crate::records::{Document, Records, time};
use crate::service::routes;

/// Enters the stages of all operations that have become due when the clock says `clock`.
///
/// A stage that needs a document which cannot be read waits until somebody has dealt with that. One
/// that fails for another reason ends its operation, and what was waiting for it waits no longer.
pub(crate) fn advance(records: &mut Records, clock: DateTime<Utc>) {
    for (id, mut operation) in Operation::under_way(records) {
        while operation.is_due(clock) {
            let before = (records.clone(), operation.clone());
            let at = operation.begin_stage();
            let Err(problem) = routes::enter(records, &mut operation, at) else { continue };
            (*records, operation) = before;
            if problem.is_unreadable() {
                break;
            }
            operation.fail("OperationFailed", problem.message());
        }
        if operation.is_over() {
            operation.finish(records, &id, clock);
        } else {
            operation.put(records, &id);
        }
    }
}

/// Where operations cannot be read.
///
/// # Errors
/// When there are some that are not over.
pub(crate) fn check_nothing_is_under_way(
    records: &Records,
    _: DateTime<Utc>,
) -> Result<(), Problem> {
    let is_none = |kind| records.ids_below(kind, "").is_empty();
    match [Operation::KIND, PendingReturn::KIND].into_iter().all(is_none) {
        true => Ok(()),
        false => Err(Problem::elsewhere()),
    }
}

/// Where no stage can be entered.
///
/// # Errors
/// When one is due.
pub(crate) fn check_nothing_is_due(records: &Records, clock: DateTime<Utc>) -> Result<(), Problem> {
    let is_due = |(_, operation): &(String, Operation)| operation.is_due(clock);
    match Operation::under_way(records).iter().any(is_due) {
        true => Err(Problem::elsewhere()),
        false => Ok(()),
    }
}

/// Forgets what is kept for a while, and the quotes that an older build kept among the records; to be
/// called within the commit of a change, so that reading need not write.
pub(crate) fn forget(records: &mut Records, now: DateTime<Utc>) {
    let now = time::recorded_at(records, now);
    for kind in [Answered::KIND, ToldNotMade::KIND, Used::KIND, Finished::KIND] {
        records.forget(kind, now, usize::MAX);
    }
    for kind in ["session", "pricedOrder", "exchangeSession"] {
        records.forget(kind, now, 0);
    }
}
