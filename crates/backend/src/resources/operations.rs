//! Long-running operations: accepted with 202, carried out in stages, and asked about until they
//! are over.
//!
//! An operation is a document, so that it goes on after a reload or a restart. Nothing runs in the
//! background: [`ageing`](crate::service::ageing) enters the stages that have become due when the records
//! are next looked at.
//!
//! Invariant: a stage is entered once, in the same commit as what it changes, and an operation with a
//! stage ahead is never removed, however long nobody has looked.

use chrono::{DateTime, TimeDelta, Utc};
use http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::http::answer::Answer;
use crate::http::call::Call;
use crate::http::problem::Problem;
use crate::records::documents::{Document, Records};
use crate::records::json::json;
use crate::records::order::Order;
use crate::records::reservation::Reservation;
use crate::records::returns::PendingReturn;
use crate::records::time;
use crate::resources::exchanges::Plan;
use crate::resources::reservations::target::Target;
use crate::resources::reservations::{merge, split};
use crate::resources::session::{self, Terms};
use crate::resources::support::tickets;
use crate::resources::{exchanges, purchases};

const RESULTS: &str = "/providers/Microsoft.Capacity/operationResults";
const SUPPORT_STATUS: &str = "/providers/Microsoft.Support/operationsStatus";

/// The status from the beginning to the first stage.
const PENDING: &str = "Pending";
/// The status of an operation that has done all it was asked for.
pub(crate) const SUCCEEDED: &str = "Succeeded";
const FAILED: &str = "Failed";
/// When to ask again. Azure advises 5 seconds or nothing; an operation here takes no longer.
const RETRY_AFTER_SECONDS: &str = "1";
/// How long the result can be asked for once somebody has seen the end, of this or of anything else.
const KEPT: TimeDelta = TimeDelta::days(366);
/// How long a quote can be read, if not carried out.
const QUOTES_KEPT: TimeDelta = TimeDelta::days(1);

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
    error: Value,
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
pub(crate) struct Finished(Operation);

impl Document for Finished {
    const KIND: &'static str = "operationResult";
}

impl Kind {
    /// Does what belongs to the stage that begins, which is the operation's status. May change
    /// the result, or [`fail`](Operation::fail).
    fn enter(
        self,
        records: &mut Records,
        operation: &mut Operation,
        at: DateTime<Utc>,
    ) -> Result<(), Problem> {
        match self {
            Self::Split => split::finish(records, operation, at),
            Self::Merge => merge::finish(records, operation, at),
            Self::OpenTicket => tickets::open(records, operation, at),
            Self::Purchase => purchases::finish(records, operation, at),
            Self::CalculateExchange => {
                exchanges::answer(operation);
                Ok(())
            }
            Self::Exchange => {
                exchanges::enter(records, operation, at, &crate::demo::price_list::MARKET)
            }
        }
    }

    fn path(self) -> &'static str {
        match self {
            Self::OpenTicket => SUPPORT_STATUS,
            _ => RESULTS,
        }
    }

    /// Whether the answer is the list of what was made, without saying how far the operation is.
    fn answers_a_list(self) -> bool {
        matches!(self, Self::Split | Self::Merge)
    }
}

/// Stores an operation that begins now, and answers 202 with the place of its result. What merely
/// makes a quote is stored with the quotes.
///
/// `stages` are the seconds after which each begins, in ascending order, with its status; the last
/// status is [`SUCCEEDED`].
pub(crate) fn start(
    records: &mut Records,
    call: &mut Call<'_>,
    kind: Kind,
    plan: Value,
    stages: &[(i64, &str)],
) -> Answer {
    let id = call.new_guid();
    let at = |seconds| call.now + TimeDelta::seconds(seconds);
    let operation = Operation {
        kind,
        started_at: call.now,
        ends_at: at(stages.last().map_or(0, |(seconds, _)| *seconds)),
        status: PENDING.to_owned(),
        stages: stages
            .iter()
            .map(|(seconds, status)| Stage { at: at(*seconds), status: (*status).to_owned() })
            .collect(),
        plan,
        result: Value::Null,
        error: Value::Null,
    };
    match kind {
        Kind::CalculateExchange => {
            session::keep_for(records, call, QUOTES_KEPT, (&id, &operation));
        }
        _ => records.put(&id, &operation),
    }
    accepted(kind, &id, call)
}

/// Enters the stages of all operations that have become due.
///
/// A stage that needs a document which cannot be read waits until somebody has dealt with that. One
/// that fails for another reason ends its operation, and what was waiting for it waits no longer.
pub(crate) fn advance(records: &mut Records, clock: DateTime<Utc>) {
    for (id, mut operation) in records.all::<Operation>() {
        while operation.is_due(clock) {
            let before = (records.clone(), operation.clone());
            let Err(problem) = operation.enter_next(records) else { continue };
            (*records, operation) = before;
            if problem.is_unreadable() {
                break;
            }
            operation.fail("OperationFailed", problem.message());
        }
        if operation.is_over() {
            records.remove::<Operation>(&id);
            // From when somebody sees it, who may come back after a long time.
            let until = time::recorded_at(records, operation.ends_at.max(clock)) + KEPT;
            let has_failed = operation.status == FAILED;
            records.put_until(&id, until, &Finished(operation));
            if has_failed {
                release(records, clock);
            }
        } else {
            records.put(&id, &operation);
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
        matches!(&*reservation.state, "Pending" | "Creating") && !is_waited_for(id)
    });
    for (id, mut reservation) in waiting {
        let (order_id, id) = id.split_once('/').unwrap_or((&id, ""));
        let state = if reservation.state == PENDING { SUCCEEDED } else { FAILED };
        reservation.state = state.to_owned();
        let saved = reservation.save(records, order_id, id, at);
        if let (Ok(()), Ok(mut order)) = (saved, Order::find(records, order_id)) {
            order.settle(records, order_id);
        }
    }
}

impl Operation {
    /// Ends the operation without success. What earlier stages did stays done.
    pub(crate) fn fail(&mut self, code: &str, message: &str) {
        self.status = FAILED.to_owned();
        self.stages.clear();
        self.error = json!({ "code": code, "message": message });
    }

    /// Whether its next stage begins now.
    fn is_due(&self, clock: DateTime<Utc>) -> bool {
        let next = self.stages.first();
        next.is_some_and(|stage| time::is_due(stage.at, self.started_at, clock))
    }

    fn enter_next(&mut self, records: &mut Records) -> Result<(), Problem> {
        let Stage { at, status } = self.stages.remove(0);
        self.status = status;
        self.kind.enter(records, self, at)
    }

    /// The same operation at a later time, where its stages change nothing but itself.
    fn at(mut self, clock: DateTime<Utc>) -> Result<Self, Problem> {
        while self.is_due(clock) {
            self.enter_next(&mut Records::default())?;
        }
        Ok(self)
    }

    /// Whether no stage is ahead.
    pub(crate) fn is_over(&self) -> bool {
        self.stages.is_empty()
    }

    /// The reservations that a split or a merge has made, and those that they come from.
    fn reservations(&self, records: &Records, call: &Call<'_>) -> Result<Vec<Value>, Problem> {
        let order = self.plan["order"].as_str().unwrap_or_default();
        let ids = self.result.as_array().into_iter().flatten().filter_map(Value::as_str);
        ids.map(|id| Ok(Target::find(records, order, id)?.to_wire(call))).collect()
    }

    fn to_wire(&self, id: &str) -> Value {
        let mut body = json!({
            "id": format!("{}/{id}", self.kind.path()),
            "name": id,
            "status": self.status,
        });
        for (field, value) in [("properties", &self.result), ("error", &self.error)] {
            if !value.is_null() {
                body[field] = value.clone();
            }
        }
        body
    }
}

/// The empty answer that says where the result will be.
fn accepted(kind: Kind, id: &str, call: &Call<'_>) -> Answer {
    let place = call.place(&format!("{}/{id}", kind.path()));
    let answer = Answer { status: StatusCode::ACCEPTED, ..Answer::no_content() };
    let answer = answer
        .with_header("location", place.clone())
        .with_header("retry-after", RETRY_AFTER_SECONDS);
    // What is asked about there states how far it is, which a list cannot.
    if kind.answers_a_list() { answer } else { answer.with_header("azure-asyncoperation", place) }
}

pub(crate) fn get(
    records: &mut Records,
    terms: &mut Terms,
    call: &mut Call<'_>,
) -> Result<Answer, Problem> {
    let id = call.param("operation");
    let path = call.uri.path().to_lowercase();
    let mut found = records.get::<Operation>(id)?;
    if found.is_none() {
        found = records.get_until(id)?.map(|(_, Finished(operation))| operation);
    }
    if found.is_none() {
        let quote: Option<(_, Operation)> = terms.quotes.get_until(id)?;
        found = quote.map(|(_, operation)| operation.at(call.clock)).transpose()?;
    }
    // Each place knows its own operations.
    let found = found.filter(|found| path.starts_with(&found.kind.path().to_lowercase()));
    let operation = found.ok_or_else(|| {
        let message = format!("The operation '{id}' was not found.");
        Problem::new(404, "NotFound", message)
    })?;
    match (operation.is_over(), operation.kind.answers_a_list()) {
        (true, true) => Ok(Answer::ok(&Value::Array(operation.reservations(records, call)?))),
        (false, true) => Ok(accepted(operation.kind, id, call)),
        (true, false) => Ok(Answer::ok(&operation.to_wire(id))),
        (false, false) => {
            let answer = Answer::ok(&operation.to_wire(id));
            Ok(answer.with_header("retry-after", RETRY_AFTER_SECONDS))
        }
    }
}
