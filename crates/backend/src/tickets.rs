//! Requests to Microsoft's support.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::operation::Operation;
use crate::problem::Problem;
use crate::records::{Document, Records};
use crate::wire;

/// A ticket, in the form of the API.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct Ticket(Value);

impl Document for Ticket {
    const KIND: &'static str = "ticket";
}

/// Opens the ticket that an operation was started for.
///
/// # Errors
/// None: the request was checked when it was accepted.
pub(crate) fn open(
    records: &mut Records,
    operation: &mut Operation,
    at: DateTime<Utc>,
) -> Result<(), Problem> {
    let mut ticket = operation.plan.clone();
    ticket["properties"]["createdDate"] = wire::timestamp(at).into();
    ticket["properties"]["modifiedDate"] = wire::timestamp(at).into();
    records.put(ticket["name"].as_str().unwrap_or_default(), &Ticket(ticket.clone()));
    Ok(())
}
