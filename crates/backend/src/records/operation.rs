//! Long-running operations: accepted, carried out in stages, and asked about until they are over.
//!
//! An operation is a document, so that it goes on after a reload or a restart. Nothing runs in the
//! background: the stages that have become due are entered when the records are next looked at.
//!
//! Invariant: a stage is entered once, in the same commit as what it changes, and an operation with a
//! stage ahead is never removed, however long nobody has looked.

use std::sync::Arc;

use azure::OperationStatus;
use calculator::ProvisioningState as S;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::records::deserializer::{self, Unreadable, from_value};
use crate::records::documents::{Document, Records};
use crate::records::exchange::AcceptedExchange;
use crate::records::json::Json;
use crate::records::order::Order;
use crate::records::reservation::Reservation;
use crate::records::returns::{PendingReturn, Return};
use crate::records::ticket::Ticket;
use crate::records::time;

/// How long the result can be asked for once somebody has seen the end, of this or of anything else.
const KEPT: TimeDelta = TimeDelta::days(366);

/// What an operation does, and what it works on. The ids of records that it will make are among it, since
/// stages are entered without fresh ones.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Plan {
    /// Splitting a reservation. The answer is a list, and none before it is over.
    Split(Split),
    /// Merging reservations, answered like a split.
    Merge(Merge),
    /// Opening a support ticket; none once it is open.
    OpenTicket(Option<Arc<Ticket>>),
    /// Buying a reservation order: its id, and that of its reservation.
    Purchase((String, String)),
    /// Making the quote of an exchange, which is shown once it is over.
    CalculateExchange(Value),
    /// Carrying out the [`AcceptedExchange`] with this id.
    Exchange(String),
    /// Returning units. Nobody asks for its result: the order says how far it is.
    Return(Return),
}

/// A reservation with what it is split into.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct Split {
    pub(crate) order: String,
    pub(crate) source: String,
    /// The ids of the new reservations, with their units.
    pub(crate) parts: Vec<(String, u32)>,
}

/// Reservations of one order with what they become.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct Merge {
    pub(crate) order: String,
    pub(crate) sources: Vec<String>,
    pub(crate) destination: String,
}

/// How the kinds of operations are stored.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Kind {
    Split,
    Merge,
    OpenTicket,
    Purchase,
    CalculateExchange,
    Exchange,
    /// Under a kind of documents of its own, [`PendingReturn`].
    #[serde(skip)]
    Return,
}

/// An operation under way or over.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(try_from = "Stored", into = "Stored")]
pub(crate) struct Operation {
    pub(crate) plan: Plan,
    pub(crate) started_at: DateTime<Utc>,
    /// When its last stage begins; with that it is over.
    pub(crate) ends_at: DateTime<Utc>,
    pub(crate) status: OperationStatus,
    /// The stages ahead, the next one first.
    stages: Vec<Stage>,
    /// `properties` of the answer; for a split or a merge, the ids of the reservations to answer.
    pub(crate) result: Value,
    pub(crate) error: Option<Failure>,
}

/// Why an operation failed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct Failure {
    code: String,
    message: String,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct Stage {
    #[serde(deserialize_with = "deserializer::time")]
    at: DateTime<Utc>,
    status: OperationStatus,
}

/// An operation as it is stored: what its plan is follows from its kind.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Stored {
    kind: Kind,
    #[serde(deserialize_with = "deserializer::time")]
    started_at: DateTime<Utc>,
    #[serde(deserialize_with = "deserializer::time")]
    ends_at: DateTime<Utc>,
    status: OperationStatus,
    stages: Vec<Stage>,
    plan: Value,
    #[serde(default, skip_serializing_if = "Value::is_null")]
    result: Value,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    error: Option<Failure>,
}

impl TryFrom<Stored> for Operation {
    type Error = Unreadable;

    fn try_from(stored: Stored) -> Result<Self, Unreadable> {
        let Stored { kind, started_at, ends_at, status, stages, plan, result, error } = stored;
        let plan = match kind {
            Kind::Split => Plan::Split(from_value(plan)?),
            Kind::Merge => Plan::Merge(from_value(plan)?),
            Kind::OpenTicket => Plan::OpenTicket(from_value::<Option<_>>(plan)?.map(Arc::new)),
            Kind::Purchase => Plan::Purchase(from_value(plan)?),
            Kind::CalculateExchange => Plan::CalculateExchange(plan),
            Kind::Exchange => Plan::Exchange(from_value(plan)?),
            Kind::Return => Plan::Return(from_value(plan)?),
        };
        Ok(Self { plan, started_at, ends_at, status, stages, result, error })
    }
}

impl From<Operation> for Stored {
    fn from(operation: Operation) -> Self {
        let Operation { plan, started_at, ends_at, status, stages, result, error } = operation;
        let (kind, plan) = match plan {
            Plan::Split(plan) => (Kind::Split, plan.to_json()),
            Plan::Merge(plan) => (Kind::Merge, plan.to_json()),
            Plan::OpenTicket(plan) => (Kind::OpenTicket, plan.as_deref().to_json()),
            Plan::Purchase(plan) => (Kind::Purchase, plan.to_json()),
            Plan::CalculateExchange(answer) => (Kind::CalculateExchange, answer),
            Plan::Exchange(id) => (Kind::Exchange, id.into()),
            Plan::Return(plan) => (Kind::Return, plan.to_json()),
        };
        Self { kind, started_at, ends_at, status, stages, plan, result, error }
    }
}

impl Document for Operation {
    const KIND: &'static str = "operation";

    fn flaw(&self) -> Option<&'static str> {
        let Plan::Split(Split { parts, .. }) = &self.plan else { return None };
        parts.iter().any(|(_, units)| *units == 0).then_some("a part has no units")
    }
}

/// An operation that is over. It is kept apart from the others, which are looked at in every
/// request.
#[derive(Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Finished(pub(crate) Operation);

impl Document for Finished {
    const KIND: &'static str = "operationResult";
}

impl Operation {
    /// An operation that begins now. `stages` are the seconds after which each begins, in ascending
    /// order, with its status; the last status is `Succeeded`.
    pub(crate) fn begin(
        plan: Plan,
        now: DateTime<Utc>,
        stages: impl IntoIterator<Item = (i64, OperationStatus)>,
    ) -> Self {
        let at = |seconds: i64| now + TimeDelta::seconds(seconds);
        let stage = |(seconds, status)| Stage { at: at(seconds), status };
        let stages: Vec<Stage> = stages.into_iter().map(stage).collect();
        Self {
            plan,
            started_at: now,
            ends_at: stages.last().map_or(now, |stage| stage.at),
            status: OperationStatus::Pending,
            stages,
            result: Value::Null,
            error: None,
        }
    }

    /// Gives it its one stage, with which it succeeds.
    pub(super) fn end_at(&mut self, at: DateTime<Utc>) {
        self.ends_at = at;
        self.stages = vec![Stage { at, status: OperationStatus::Succeeded }];
    }

    /// All that are under way, each with the id that it is stored under.
    pub(crate) fn under_way(records: &Records) -> Vec<(String, Self)> {
        let mut all = Vec::new();
        for (id, pending) in records.all::<PendingReturn>() {
            let operation = pending.operation(&id);
            all.push((id, operation));
        }
        all.extend(records.all());
        all
    }

    /// Stores it as one that is under way.
    pub(crate) fn put(&self, records: &mut Records, id: &str) {
        match &self.plan {
            Plan::Return(plan) => {
                PendingReturn::of(plan, self.started_at, self.ends_at).put(records, plan);
            }
            _ => records.put(id, self),
        }
    }

    /// Ends the operation without success. What earlier stages did stays done.
    pub(crate) fn fail(&mut self, code: &str, message: &str) {
        self.status = OperationStatus::Failed;
        self.stages.clear();
        self.error = Some(Failure { code: code.to_owned(), message: message.to_owned() });
    }

    /// Whether its next stage begins now.
    pub(crate) fn is_due(&self, clock: DateTime<Utc>) -> bool {
        let next = self.stages.first();
        next.is_some_and(|stage| time::is_due(stage.at, self.started_at, clock))
    }

    /// When its next stage begins.
    pub(crate) fn next_stage(&self) -> Option<DateTime<Utc>> {
        self.stages.first().map(|stage| stage.at)
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
        if let Plan::CalculateExchange(answer) = &mut self.plan {
            self.result = answer.take();
        }
    }

    /// Begins the next stage, and says since when.
    pub(crate) fn begin_stage(&mut self) -> DateTime<Utc> {
        let Stage { at, status } = self.stages.remove(0);
        self.status = status;
        at
    }

    /// Keeps the operation as one that is over. From when somebody sees it, who may come back after a
    /// long time. Of a return, the records themselves say what became of it.
    pub(crate) fn finish(self, records: &mut Records, id: &str, clock: DateTime<Utc>) {
        let has_failed = self.status == OperationStatus::Failed;
        if let Plan::Return(_) = self.plan {
            records.remove::<PendingReturn>(id);
        } else {
            records.remove::<Self>(id);
            let until = time::recorded_at(records, self.ends_at.max(clock)) + KEPT;
            records.put_until(id, until, &Finished(self));
        }
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
    let plans = records.ids_below(AcceptedExchange::KIND, "").into_iter();
    let orphans = plans.filter(|id| !names(records, &[Operation::KIND], id));
    for id in orphans.map(str::to_owned).collect::<Vec<_>>() {
        records.remove::<AcceptedExchange>(&id);
    }
    let kinds = [Operation::KIND, AcceptedExchange::KIND, PendingReturn::KIND];
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::json::json;

    /// Operations as older builds have stored them.
    fn stored(kind: &str, plan: &Value) -> Value {
        json!({
            "kind": kind,
            "startedAt": "2026-11-21T00:00:00Z",
            "endsAt": "2026-11-21T00:00:03Z",
            "status": "Pending",
            "stages": [{ "at": "2026-11-21T00:00:03Z", "status": "Succeeded" }],
            "plan": plan,
        })
    }

    fn read(document: &Value) -> Result<Operation, Unreadable> {
        from_value(document.clone())
    }

    #[test]
    fn what_older_builds_have_stored_is_read_and_written_alike() {
        for (kind, plan) in [
            ("split", json!({ "order": "o", "source": "r", "parts": [["a", 1], ["b", 2]] })),
            ("merge", json!({ "order": "o", "sources": ["a", "b"], "destination": "c" })),
            ("purchase", json!(["o", "r"])),
            ("openTicket", json!({ "name": "t", "properties": {} })),
            ("openTicket", Value::Null),
            ("calculateExchange", json!({ "netPayable": null })),
            ("calculateExchange", Value::Null),
            ("exchange", json!("session")),
        ] {
            let document = stored(kind, &plan);
            let operation = read(&document).expect(kind);
            assert_eq!(operation.to_json(), document, "{kind}");
        }
        let mut failed = stored("purchase", &json!(["o", "r"]));
        failed["status"] = json!("Failed");
        failed["error"] = json!({ "code": "OperationFailed", "message": "no" });
        assert_eq!(read(&failed).expect("a failed one").to_json(), failed);
    }

    #[test]
    fn a_plan_that_is_damaged_is_not_another_plan() {
        for (kind, plan) in [
            ("split", json!({ "order": "o", "source": "r", "parts": [["a", "1"], ["b", 2]] })),
            ("split", json!({ "order": "o", "source": "r", "parts": [["a"], ["b", 2]] })),
            ("split", json!({ "order": "o", "source": "r", "parts": [["a", -1], ["b", 2]] })),
            ("split", json!({ "order": "o", "parts": [["a", 1], ["b", 2]] })),
            ("merge", json!({ "order": "o", "sources": [1], "destination": "c" })),
            ("purchase", json!(["o"])),
            ("purchase", json!("o")),
            ("exchange", json!(7)),
            ("return", json!({ "order": "o" })),
            ("somethingNew", Value::Null),
        ] {
            assert!(read(&stored(kind, &plan)).is_err(), "{kind}: {plan}");
        }
    }
}
