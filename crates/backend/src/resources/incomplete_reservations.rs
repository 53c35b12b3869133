//! Reservations of a customer that lack a fact which every calculation needs. They become records when an
//! import or somebody states it, under the ids that they have here.

use serde_json::Value;

use crate::http::{Answer, Call, Problem, page};
use crate::records::incomplete::IncompleteReservation;
use crate::records::{Records, json, wire};

pub(crate) fn list(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let to_wire = |(id, IncompleteReservation(facts)): (String, _)| {
        let (order, name) = id.split_once('/').unwrap_or(("", &id));
        json!({
            "id": wire::reservation_id(order, name),
            "name": name,
            "properties": facts,
            "missing": facts.missing(),
        })
    };
    let rows: Vec<Value> = records.all().into_iter().map(to_wire).collect();
    Ok(Answer::ok(&page(&rows, call)?))
}
