//! Stored documents that cannot be read: told one by one, to be exported and removed.
//!
//! How a document comes to be so is not known: a storage that was damaged, an older build with a
//! fault, a hand in the database. It is an obstacle to nothing but what needs it.
//!
//! Invariant: what may say anything of what was agreed with a customer (`settlements.rs`) is told to the partner
//! alone. Whoever asks for the customer's tenant hears that there is such a document and can remove it, and what it
//! says is in no activity.

use serde_json::Value;

use crate::http::problem::UNREADABLE;
use crate::http::{Answer, Call, Problem, page};
use crate::records::exchange::AcceptedExchange;
use crate::records::kinds::{Unreadable, unreadable};
use crate::records::operation::Operation;
use crate::records::pack;
use crate::records::partner::Account;
use crate::records::returns::{PendingReturn, give_back};
use crate::records::settlement::Agreed;
use crate::records::{Document, Order, RecordError, Records, json, operation};
use crate::resources::activities::{self, Entry};

const PATH: &str = "/providers/Prorata/unreadableDocuments";

/// The row of a list for something that cannot be read: what is known of it, and why no more.
pub(crate) fn row(full_id: &str, id: &str, error: &RecordError) -> Value {
    json!({
        "id": full_id,
        "name": id,
        "properties": {
            "extendedStatusInfo": { "statusCode": UNREADABLE, "message": error.to_string() },
        },
    })
}

/// A key as a part of a path.
fn name_of(key: &str) -> String {
    key.replace('/', ":")
}

/// Those of the tenant that the token names. Of what is not open to all who may read its records only the name is told.
pub(crate) fn list(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let to_wire = |document: &Unreadable<'_>| match is_open(records, document) {
        true => to_wire(document),
        false => {
            let mut row = named(document);
            // Why it cannot be read may say what stands in it.
            let reason = format!("The stored document '{}' cannot be read.", document.key);
            row["reason"] = reason.into();
            row
        }
    };
    let rows: Vec<Value> = unreadable(records).iter().map(to_wire).collect();
    Ok(Answer::ok(&page(&rows, call)?))
}

/// Those of the customer that the path names, for the partner.
pub(crate) fn list_of_customer(
    records: &mut Records,
    call: &mut Call<'_>,
) -> Result<Answer, Problem> {
    let rows: Vec<Value> = unreadable(records).iter().map(to_wire).collect();
    Ok(Answer::ok(&page(&rows, call)?))
}

fn named(document: &Unreadable<'_>) -> Value {
    json!({ "name": name_of(document.key), "kind": document.key.split('/').next() })
}

fn to_wire(document: &Unreadable<'_>) -> Value {
    let mut row = named(document);
    row["reason"] = document.why.to_string().into();
    row["document"] = document.text.into();
    row
}

/// Whether all who may read the other records may read this text. The partner's own records are read by the partner
/// alone.
fn is_open(records: &Records, Unreadable { key, text, .. }: &Unreadable<'_>) -> bool {
    let is_of_partner = !records.ids_below(Account::KIND, "").is_empty();
    let is_agreed = key.split('/').next() == Some(Agreed::KIND);
    is_of_partner || !(is_agreed || pack::is_damaged(text))
}

/// Removes one. What it says stays in the record of activities, if that is open to all who may read it.
pub(crate) fn remove(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let name = call.param("document");
    let found =
        unreadable(records).into_iter().find(|one| name_of(one.key).eq_ignore_ascii_case(name));
    let found = found.ok_or_else(|| {
        let message = format!("There is no document '{name}' that cannot be read.");
        Problem::new(404, "DocumentNotFound", message)
    })?;
    let text = is_open(records, &found).then(|| found.text.to_owned());
    let key = found.key.to_owned();
    let target = format!("{PATH}/{}", name_of(&key));
    records.remove_key(&key);
    match key.split_once('/') {
        Some((PendingReturn::KIND, id)) => complete_unread(records, call, id)?,
        Some((Operation::KIND | AcceptedExchange::KIND, _)) => {
            operation::release(records, call.now)
        }
        _ => {}
    }
    let changes = text.map(|text| ("document", text.into(), Value::Null)).into_iter().collect();
    activities::record(records, call, Entry { target, changes, quote: None });
    Ok(Answer::no_content())
}

/// Carries out a return of which nothing can be read any more but what it is of. Its units were
/// paid for when it was accepted, so that they must not stay: the order knows how many.
///
/// # Errors
/// 409 when that cannot be told, or not be carried out.
fn complete_unread(records: &mut Records, call: &mut Call<'_>, id: &str) -> Result<(), Problem> {
    let (order_id, reservation) = id.split_once('/').unwrap_or((id, ""));
    let others = records.ids_below(PendingReturn::KIND, &format!("{order_id}/"));
    let order = Order::find(records, order_id)?;
    match order.returned.last() {
        Some(last) if others.is_empty() => {
            let sibling = call.new_guid();
            let ids = (order_id, reservation);
            give_back(records, ids, last.units, &sibling, last.on, call.now).map_err(Problem::from)
        }
        _ => {
            let message = "Another return from the order is under way. Try again when it is over.";
            Err(Problem::wrong_state(message))
        }
    }
}
