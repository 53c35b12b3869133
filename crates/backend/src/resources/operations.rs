//! Long-running operations: accepted with 202, and asked about until they are over.

use azure::OperationStatus;
use chrono::TimeDelta;
use http::StatusCode;
use serde_json::Value;

use crate::http::{Answer, Call, Problem};
use crate::records::operation::{Finished, Merge, Operation, Plan, Split};
use crate::records::{Records, json};
use crate::resources::quotes::{self, Terms};
use crate::resources::reservations::named::NamedReservation;

const RESULTS: &str = "/providers/Microsoft.Capacity/operationResults";
const SUPPORT_STATUS: &str = "/providers/Microsoft.Support/operationsStatus";

/// When to ask again. Azure advises 5 seconds or nothing; an operation here takes no longer.
const RETRY_AFTER_SECONDS: &str = "1";
/// How long a quote can be read, if not carried out.
const QUOTES_KEPT: TimeDelta = TimeDelta::days(1);

impl Plan {
    fn path(&self) -> &'static str {
        match self {
            Self::OpenTicket(_) => SUPPORT_STATUS,
            _ => RESULTS,
        }
    }

    /// Whether the answer is the list of what was made, without saying how far the operation is.
    fn answers_a_list(&self) -> bool {
        matches!(self, Self::Split(_) | Self::Merge(_))
    }
}

/// Stores an operation that begins now, and answers 202 with the place of its result. What merely
/// makes a quote is stored with the quotes.
///
/// `stages` are the seconds after which each begins, in ascending order, with its status; the last
/// status is `Succeeded`.
pub(crate) fn start(
    records: &mut Records,
    call: &mut Call<'_>,
    plan: Plan,
    stages: impl IntoIterator<Item = (i64, OperationStatus)>,
) -> Answer {
    let id = call.new_guid();
    let operation = Operation::begin(plan, call.now, stages);
    match operation.plan {
        Plan::CalculateExchange(_) => {
            quotes::keep_for(records, call, QUOTES_KEPT, (&id, &operation));
        }
        _ => operation.put(records, &id),
    }
    accepted(&operation.plan, &id, call)
}

impl Operation {
    /// The reservations that a split or a merge has made, and those that they come from.
    fn reservations(&self, records: &Records, call: &Call<'_>) -> Result<Vec<Value>, Problem> {
        let (order, ids): (_, Vec<&String>) = match &self.plan {
            Plan::Split(Split { order, source, parts }) => {
                (order, parts.iter().map(|(id, _)| id).chain([source]).collect())
            }
            Plan::Merge(Merge { order, sources, destination }) => {
                (order, sources.iter().chain([destination]).collect())
            }
            _ => return Ok(Vec::new()),
        };
        ids.into_iter()
            .map(|id| Ok(NamedReservation::find(records, order, id)?.to_wire(call)))
            .collect()
    }

    fn to_wire(&self, id: &str) -> Value {
        let mut body = json!({
            "id": format!("{}/{id}", self.plan.path()),
            "name": id,
            "status": self.status.as_str(),
        });
        if !self.result.is_null() {
            body["properties"] = self.result.clone();
        }
        if let Some(error) = &self.error {
            body["error"] = json!(error);
        }
        body
    }
}

/// The empty answer that says where the result will be.
fn accepted(plan: &Plan, id: &str, call: &Call<'_>) -> Answer {
    let place = call.place(&format!("{}/{id}", plan.path()));
    let answer = Answer { status: StatusCode::ACCEPTED, ..Answer::no_content() };
    let answer = answer
        .with_header("location", place.clone())
        .with_header("retry-after", RETRY_AFTER_SECONDS);
    // What is asked about there states how far it is, which a list cannot.
    if plan.answers_a_list() { answer } else { answer.with_header("azure-asyncoperation", place) }
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
        let quote: Option<(_, Operation)> = quotes::get(&terms.quotes, call, id)?;
        found = quote.map(|(_, operation)| operation.shown(call.clock));
    }
    // Each place knows its own operations.
    let found = found.filter(|found| path.starts_with(&found.plan.path().to_lowercase()));
    let operation = found.ok_or_else(|| {
        let message = format!("The operation '{id}' was not found.");
        Problem::new(404, "NotFound", message)
    })?;
    match (operation.is_over(), operation.plan.answers_a_list()) {
        (true, true) => Ok(Answer::ok(&Value::Array(operation.reservations(records, call)?))),
        (false, true) => Ok(accepted(&operation.plan, id, call)),
        (true, false) => Ok(Answer::ok(&operation.to_wire(id))),
        (false, false) => {
            let answer = Answer::ok(&operation.to_wire(id));
            Ok(answer.with_header("retry-after", RETRY_AFTER_SECONDS))
        }
    }
}
