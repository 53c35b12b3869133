//! What files say was booked for a customer's reservations, as they say it: to be compared with what was
//! expected. What counts against the yearly limit is listed by `consumption.rs`.

use serde_json::Value;

use crate::http::{Answer, Call, Problem, page};
use crate::records::booking::Booking;
use crate::records::{Records, json};

/// In the order of their days. One left out would be taken for one that was never booked.
pub(crate) fn list(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let to_wire = |(id, Booking { stated, .. }): (String, Booking)| {
        json!({
            "id": format!("/providers/Prorata/bookings/{id}"),
            "name": id,
            "type": "Prorata/bookings",
            "properties": stated,
        })
    };
    let rows: Vec<Value> = records.every()?.into_iter().map(to_wire).collect();
    Ok(Answer::ok(&page(&rows, call)?))
}
