//! One quote as JSON: the calculator's plain interface for scripts, tests and other programs.
//!
//! Money and rates are decimal strings, dates are `YYYY-MM-DD` (UTC), unknown fields are errors
//! that name the field. [`answer`] takes one line and gives one line back.

mod answer;
mod request;

pub use answer::{ExchangeAnswer, PlanAnswer, RefundAnswer};
pub use request::{
    ExchangeRequest, LedgerEntryJson, PlanItemJson, PlanRequest, PurchaseJson, RefundCase,
    RefundRequest, ReservationJson, ReturnJson, SavingsPlanJson,
};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::error::{InputError, Problem};
use crate::exchange::exchange;
use crate::plan::plan;
use crate::refund::refund;

/// What the answer to one line is.
#[derive(Clone, Debug)]
pub struct Line {
    /// The JSON text, without a line break.
    pub text: String,
    /// Whether the request could be answered; a refused quote is an answer.
    pub answered: bool,
}

/// Answers one line of JSON Lines. `number` is its place in the input, from 1; it is named where
/// the line cannot be read at all.
pub fn answer(line: &str, number: u64) -> Line {
    match quote(line) {
        Ok(text) => Line { text, answered: true },
        Err(Failure { id, readable, error }) => {
            let message = error.problem.to_string();
            let field = (!error.field.is_empty()).then_some(error.field.as_ref());
            let number = (!readable).then_some(number);
            let failed = Failed { id, line: number, error: FailedField { field, message } };
            Line { text: to_text(&failed), answered: false }
        }
    }
}

struct Failure {
    id: Option<String>,
    readable: bool,
    error: InputError,
}

/// What every request begins with; the rest depends on the kind.
#[derive(Deserialize)]
struct Head {
    id: Option<Value>,
    kind: Option<Value>,
}

fn quote(line: &str) -> Result<String, Failure> {
    let head: Head = serde_json::from_str(line).map_err(|error| {
        let message = match error.is_data() && !line.trim_start().starts_with('{') {
            true => "must be a JSON object".to_owned(),
            false => error.to_string(),
        };
        let error = InputError::new("", Problem::Json(message));
        Failure { id: None, readable: false, error }
    })?;
    let id = match head.id {
        None | Some(Value::Null) => None,
        Some(Value::String(id)) => Some(id),
        Some(_) => return Err(failed(None, "id", Problem::Json("must be a string".into()))),
    };
    let kind = match &head.kind {
        Some(Value::String(kind)) => kind.as_str(),
        None => return Err(failed(id, "kind", Problem::Missing)),
        Some(_) => return Err(failed(id, "kind", Problem::Json("must be a string".into()))),
    };
    let answered = match kind {
        "refund" => RefundRequest::parse(line).and_then(|request| {
            let case = request.case()?;
            Ok(to_text(&RefundAnswer::new(id.as_deref(), &case, &refund(&case.input()))))
        }),
        "exchange" => ExchangeRequest::parse(line).and_then(|request| {
            let case = request.case()?;
            Ok(to_text(&ExchangeAnswer::new(id.as_deref(), &exchange(&case))))
        }),
        "plan" => PlanRequest::parse(line).and_then(|request| {
            let planning = request.case()?;
            Ok(to_text(&PlanAnswer::new(id.as_deref(), &plan(&planning))))
        }),
        _ => Err(InputError::new("kind", Problem::Json("must be refund, exchange or plan".into()))),
    };
    answered.map_err(|error| Failure { id, readable: true, error })
}

fn failed(id: Option<String>, field: &'static str, problem: Problem) -> Failure {
    Failure { id, readable: true, error: InputError::new(field, problem) }
}

#[derive(Serialize)]
struct Failed<'a> {
    id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    error: FailedField<'a>,
}

#[derive(Serialize)]
struct FailedField<'a> {
    field: Option<&'a str>,
    message: String,
}

fn to_text(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("answers have only string keys, so they always serialise")
}
