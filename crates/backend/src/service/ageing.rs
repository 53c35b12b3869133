//! What happens by itself as time passes.
//!
//! Nothing runs in the background. What has become due is carried out when the records are next
//! looked at, from what is stored, so that an operation goes on after a reload or a restart.

use chrono::{DateTime, Utc};

use crate::records::documents::{Document, Records};
use crate::records::returns::PendingReturn;
use crate::records::time;
use crate::resources::operations::{self, Finished};
use crate::resources::requests::Answered;
use crate::resources::session::Used;

/// Carries out what has become due when the clock says `clock`.
pub(crate) fn advance(records: &mut Records, clock: DateTime<Utc>) {
    for (id, pending) in records.all::<PendingReturn>() {
        if !pending.is_due(clock) {
            continue;
        }
        let before = records.clone();
        if pending.complete(records, &id).is_err_and(|error| error.is_unreadable()) {
            // It waits until somebody has dealt with what cannot be read.
            *records = before;
        }
    }
    operations::advance(records, clock);
}

/// Forgets what is kept for a while, and the quotes that an older build kept among the records; to be
/// called within the commit of a change, so that reading need not write.
pub(crate) fn forget(records: &mut Records, now: DateTime<Utc>) {
    let now = time::recorded_at(records, now);
    for kind in [Answered::KIND, Used::KIND, Finished::KIND] {
        records.forget(kind, now, usize::MAX);
    }
    for kind in ["session", "pricedOrder", "exchangeSession"] {
        records.forget(kind, now, 0);
    }
}
