//! A support ticket, in the form of the API and with what support adds to it.

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::http::problem::Problem;
use crate::records::documents::{Document, Records};
use crate::records::json::json;
use crate::records::wire;
use crate::resources::support::services::Classification;

/// Where tickets are.
pub(crate) const PATH: &str = "/providers/Microsoft.Support/supportTickets";

/// A ticket in the form of the API, stored under its name in lower case.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Ticket(pub(crate) Value);

impl Document for Ticket {
    const KIND: &'static str = "ticket";

    fn flaw(&self) -> Option<&'static str> {
        (!self.0["properties"].is_object()).then_some("it has no properties")
    }
}

impl Ticket {
    /// The ticket that a checked request makes, with what support adds to it. `number` makes the
    /// number by which people know it on the phone.
    pub(crate) fn new(
        name: &str,
        sent: Value,
        problem: &Classification,
        opened_at: DateTime<Utc>,
        number: u128,
    ) -> Self {
        let mut properties = sent;
        let minutes = answer_minutes(properties["severity"].as_str().unwrap_or_default());
        let opened = wire::timestamp(opened_at);
        for (field, value) in [
            ("supportTicketId", json!(ticket_number(opened_at.date_naive(), number))),
            ("serviceId", json!(problem.service_id)),
            ("serviceDisplayName", json!(problem.service_name)),
            ("problemClassificationId", json!(problem.id)),
            ("problemClassificationDisplayName", json!(problem.name)),
            ("supportPlanType", json!("Partner")),
            ("supportPlanDisplayName", json!("Cloud Solution Provider")),
            ("supportEngineer", json!({ "emailAddress": null })),
            ("isTemporaryTicket", json!("No")),
            ("status", json!("Open")),
            ("createdDate", json!(opened)),
            ("modifiedDate", json!(opened)),
            (
                "serviceLevelAgreement",
                json!({
                    "startTime": opened,
                    "expirationTime": wire::timestamp(opened_at + TimeDelta::minutes(minutes)),
                    "slaMinutes": minutes,
                }),
            ),
        ] {
            properties[field] = value;
        }
        if properties["require24X7Response"].is_null() {
            properties["require24X7Response"] = false.into();
        }
        Self(json!({
            "id": format!("{PATH}/{name}"),
            "name": name,
            "type": "Microsoft.Support/supportTickets",
            "properties": properties,
        }))
    }

    /// Closes it, as its first change.
    pub(crate) fn close(&mut self, on: DateTime<Utc>) {
        self.0["properties"]["status"] = "Closed".into();
        self.0["properties"]["modifiedDate"] = wire::timestamp(on).into();
    }

    /// Stores it under its name.
    pub(crate) fn put(&self, records: &mut Records) {
        let name = self.0["name"].as_str().unwrap_or_default().to_lowercase();
        records.put(&name, self);
    }

    /// The ticket with this name in lower case.
    ///
    /// # Errors
    /// 404 when there is none.
    pub(crate) fn find(records: &Records, name: &str) -> Result<Self, Problem> {
        records.get(name)?.ok_or_else(|| {
            let message = format!("The support ticket '{name}' was not found.");
            Problem::new(404, "ResourceNotFound", message)
        })
    }
}

/// By when support promises a first answer, as its plans for business do.
fn answer_minutes(severity: &str) -> i64 {
    match severity {
        "highestcriticalimpact" => 15,
        "critical" => 60,
        "moderate" => 240,
        _ => 480,
    }
}

/// Fifteen digits that begin with the day.
fn ticket_number(day: NaiveDate, number: u128) -> String {
    let (year, month, day) = (day.year() % 100, day.month(), day.day());
    format!("{year:02}{month:02}{day:02}{:09}", number % 1_000_000_000)
}
