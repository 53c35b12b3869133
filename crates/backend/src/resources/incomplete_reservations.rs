//! Reservations of a customer that lack a fact which every calculation needs. They become records when an
//! import or somebody states it, under the ids that they have here.

use portfolio::intake::{CustomerIntake, Guess, ReservationIntake};
use serde_json::Value;

use crate::http::{Answer, Call, Problem, page};
use crate::records::incomplete::IncompleteReservation;
use crate::records::{Customer, Document, Records, Reservation, json, wire};
use crate::resources::activities::{self, Entry};
use crate::resources::imports::check;
use crate::resources::imports::merge::merge;

/// Where they are completed.
pub(crate) const COMPLETE: &str = "/providers/Prorata/incompleteReservations/complete";
/// What somebody answers stands in no file.
const ANSWERED: &str = "answered by hand";

pub(crate) fn list(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let to_wire = |(id, IncompleteReservation(facts)): (String, _)| {
        let (order, name) = id.split_once('/').unwrap_or(("", &id));
        json!({
            "id": wire::reservation_id(order, name),
            "name": name,
            "orderId": order,
            "properties": facts,
            "missing": facts.missing(),
        })
    };
    let rows: Vec<Value> = records.all().into_iter().map(to_wire).collect();
    Ok(Answer::ok(&page(&rows, call)?))
}

/// Takes what somebody knows of them: `{"customers": [{"reservations": [...]}]}` or the same in rows, as a part of an
/// import, each with its `id` and `orderId`. What is not stated stays as it is, and what is a record by now is
/// left alone.
pub(crate) fn complete(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let tenant_id = Customer::of(records)?.tenant_id;
    let (sent, rejected) = check::part(call.read_json()?)?;
    if let Some(rejected) = rejected.into_iter().next() {
        return Err(Problem::invalid(&rejected.field, rejected.reason));
    }
    let sent = sent.into_iter().flat_map(|customer| customer.reservations);
    let answers = sent.filter_map(|facts| answer(records, facts)).collect();
    let before = records.ids_below(IncompleteReservation::KIND, "").len();
    let intake = CustomerIntake { reservations: answers, ..CustomerIntake::default() };
    merge(records, &tenant_id, intake, call.now)?;
    let left = records.ids_below(IncompleteReservation::KIND, "").len();
    let completed = before.saturating_sub(left);
    if records.differences().next().is_some() {
        let changes = vec![("newReservations", Value::Null, completed.into())];
        let target = COMPLETE.to_owned();
        activities::record(records, call, Entry { target, changes, ..Entry::default() });
    }
    Ok(Answer::ok(&json!({ "completed": completed, "left": left })))
}

/// What is answered of a reservation that is incomplete; nothing of any other.
fn answer(records: &Records, facts: ReservationIntake) -> Option<ReservationIntake> {
    let (id, order) = (facts.id.as_deref()?, facts.order_id.as_deref()?);
    let known = records.get(&Reservation::document_id(order, id)).ok().flatten();
    let IncompleteReservation(known) = known?;
    let answered = |field: &&str| facts.fact(field).is_some();
    let guess = |field: &str| Guess { field: field.to_owned(), reason: ANSWERED.to_owned() };
    let guesses = ReservationIntake::FIELDS.into_iter().filter(answered).map(guess).collect();
    Some(ReservationIntake { source: known.source, guesses, ..facts })
}
