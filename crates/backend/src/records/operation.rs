//! Long-running operations: accepted, carried out in stages, and asked about until they are over.
//!
//! An operation is a document, so that it goes on after a reload or a restart. Nothing runs in the
//! background: the stages that have become due are entered when the records are next looked at.
//!
//! Invariant: a stage is entered once, in the same commit as what it changes, and an operation with a
//! stage ahead is never removed, however long nobody has looked.

use calculator::ProvisioningState as S;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::records::documents::{Document, Records};
use crate::records::exchange::Plan;
use crate::records::json::json;
use crate::records::order::Order;
use crate::records::reservation::Reservation;
use crate::records::returns::PendingReturn;
use crate::records::time;

/// The status from the beginning to the first stage.
const PENDING: &str = "Pending";
/// The status of an operation that has done all it was asked for.
pub(crate) const SUCCEEDED: &str = "Succeeded";
const FAILED: &str = "Failed";
/// How long the result can be asked for once somebody has seen the end, of this or of anything else.
const KEPT: TimeDelta = TimeDelta::days(366);

/// What an operation does.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Kind {
    /// Splitting a reservation. The answer is a list, and none before it is over.
    Split,
    /// Merging reservations, answered like a split.
    Merge,
    /// Opening a support ticket.
    OpenTicket,
    /// Buying a reservation order.
    Purchase,
    /// Making the quote of an exchange.
    CalculateExchange,
    /// Carrying out an exchange.
    Exchange,
}

/// An operation under way or over.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Operation {
    pub(crate) kind: Kind,
    pub(crate) started_at: DateTime<Utc>,
    /// When its last stage begins; with that it is over.
    pub(crate) ends_at: DateTime<Utc>,
    pub(crate) status: String,
    /// The stages ahead, the next one first.
    stages: Vec<Stage>,
    /// What it works on, in the terms of its kind. The ids of records that it will make are among
    /// it, since stages are entered without fresh ones.
    pub(crate) plan: Value,
    /// `properties` of the answer; for a split or a merge, the ids of the reservations to answer.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub(crate) result: Value,
    /// Code and message, when it failed.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub(crate) error: Value,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
struct Stage {
    at: DateTime<Utc>,
    status: String,
}

impl Document for Operation {
    const KIND: &'static str = "operation";
}

/// An operation that is over. It is kept apart from the others, which are looked at in every
/// request.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Finished(pub(crate) Operation);

impl Document for Finished {
    const KIND: &'static str = "operationResult";
}

impl Operation {
    /// An operation that begins now. `stages` are the seconds after which each begins, in ascending
    /// order, with its status; the last status is [`SUCCEEDED`].
    pub(crate) fn begin(
        kind: Kind,
        now: DateTime<Utc>,
        plan: Value,
        stages: &[(i64, &str)],
    ) -> Self {
        let at = |seconds: i64| now + TimeDelta::seconds(seconds);
        let stage = |(seconds, status): &(i64, &str)| Stage {
            at: at(*seconds),
            status: (*status).to_owned(),
        };
        Self {
            kind,
            started_at: now,
            ends_at: at(stages.last().map_or(0, |(seconds, _)| *seconds)),
            status: PENDING.to_owned(),
            stages: stages.iter().map(stage).collect(),
            plan,
            result: Value::Null,
            error: Value::Null,
        }
    }

    /// Ends the operation without success. What earlier stages did stays done.
    pub(crate) fn fail(&mut self, code: &str, message: &str) {
        self.status = FAILED.to_owned();
        self.stages.clear();
        self.error = json!({ "code": code, "message": message });
    }

    /// Whether its next stage begins now.
    pub(crate) fn is_due(&self, clock: DateTime<Utc>) -> bool {
        let next = self.stages.first();
        next.is_some_and(|stage| time::is_due(stage.at, self.started_at, clock))
    }

    /// Whether no stage is ahead.
    pub(crate) fn is_over(&self) -> bool {
        self.stages.is_empty()
    }

    /// The same operation at a later time, where all it does is to show what it was begun with.
    pub(crate) fn shown(mut self, clock: DateTime<Utc>) -> Self {
        while self.is_due(clock) {
            self.begin_stage();
            self.show();
        }
        self
    }

    /// Shows what it was begun with.
    pub(crate) fn show(&mut self) {
        self.result = self.plan.take();
    }

    /// Begins the next stage, and says since when.
    pub(crate) fn begin_stage(&mut self) -> DateTime<Utc> {
        let Stage { at, status } = self.stages.remove(0);
        self.status = status;
        at
    }

    /// Keeps the operation as one that is over. From when somebody sees it, who may come back after a
    /// long time.
    pub(crate) fn finish(self, records: &mut Records, id: &str, clock: DateTime<Utc>) {
        records.remove::<Self>(id);
        let until = time::recorded_at(records, self.ends_at.max(clock)) + KEPT;
        let has_failed = self.status == FAILED;
        records.put_until(id, until, &Finished(self));
        if has_failed {
            release(records, clock);
        }
    }
}

/// Lets reservations go on that wait for an operation which is not there any more: what was being
/// bought was not, and everything else is as it was before. What an operation or a return still
/// works on stays as it is, even where that cannot be read.
pub(crate) fn release(records: &mut Records, at: DateTime<Utc>) {
    let names = |records: &Records, kinds: &[&str], id: &str| {
        let mut texts = records
            .texts()
            .filter(|(key, _)| key.split_once('/').is_some_and(|(kind, _)| kinds.contains(&kind)));
        texts.any(|(key, text)| key.contains(id) || text.contains(id))
    };
    let plans = records.ids_below(Plan::KIND, "").into_iter();
    let orphans = plans.filter(|id| !names(records, &[Operation::KIND], id));
    for id in orphans.map(str::to_owned).collect::<Vec<_>>() {
        records.remove::<Plan>(&id);
    }
    let kinds = [Operation::KIND, Plan::KIND, PendingReturn::KIND];
    let is_waited_for = |id: &str| names(records, &kinds, id);
    let mut waiting = records.all::<Reservation>();
    waiting.retain(|(id, reservation)| {
        let id = id.rsplit('/').next().unwrap_or_default();
        matches!(reservation.state, S::Pending | S::Creating) && !is_waited_for(id)
    });
    for (id, mut reservation) in waiting {
        let (order_id, id) = id.split_once('/').unwrap_or((&id, ""));
        reservation.state = if reservation.state == S::Pending { S::Succeeded } else { S::Failed };
        let saved = reservation.save(records, order_id, id, at);
        if let (Ok(()), Ok(mut order)) = (saved, Order::find(records, order_id)) {
            order.settle(records, order_id);
        }
    }
}
