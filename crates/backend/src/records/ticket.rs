//! Support tickets, in the form of the API and with what support adds to them, and what they can be
//! about.

use azure::{
    Consent, ServiceLevelAgreement, Severity, SupportEngineer, SupportTicket,
    SupportTicketProperties, TicketStatus, Timestamp,
};
use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::records::documents::{Document, Records};

/// Where tickets are.
pub(crate) const PATH: &str = "/providers/Microsoft.Support/supportTickets";

const SERVICES_PATH: &str = "/providers/Microsoft.Support/services";

/// A service with its problem types, each a GUID and a name.
pub(crate) struct Service {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) classifications: &'static [(&'static str, &'static str)],
}

/// A part of what support knows: what concerns reservations, and their neighbours.
pub(crate) const SERVICES: &[Service] = &[
    Service {
        id: "6d3a1f52-90be-4c0e-8a57-2b1c94e07d11",
        name: "Billing",
        classifications: &[
            (
                "0e5c7b94-3a6d-4f21-9c1e-7b7f0f3a5a01",
                "Reservation Management / Exchanges and Refunds",
            ),
            ("0e5c7b94-3a6d-4f21-9c1e-7b7f0f3a5a02", "Reservation Management / Request Invoices"),
            (
                "0e5c7b94-3a6d-4f21-9c1e-7b7f0f3a5a03",
                "Reservation Management / Other Issues or Requests",
            ),
            ("0e5c7b94-3a6d-4f21-9c1e-7b7f0f3a5a04", "Other General Billing Questions"),
        ],
    },
    Service {
        id: "6d3a1f52-90be-4c0e-8a57-2b1c94e07d12",
        name: "Subscription management",
        classifications: &[
            ("0e5c7b94-3a6d-4f21-9c1e-7b7f0f3a5a11", "Transfer ownership of a subscription"),
            ("0e5c7b94-3a6d-4f21-9c1e-7b7f0f3a5a12", "Other subscription management questions"),
        ],
    },
    Service {
        id: "6d3a1f52-90be-4c0e-8a57-2b1c94e07d13",
        name: "Service and subscription limits (quotas)",
        classifications: &[(
            "0e5c7b94-3a6d-4f21-9c1e-7b7f0f3a5a21",
            "Compute VM (cores, vCPUs) subscription limit increases",
        )],
    },
];

/// A problem type, as a ticket names it.
pub(crate) struct Classification {
    pub(crate) id: String,
    pub(crate) name: &'static str,
    pub(crate) service_id: String,
    pub(crate) service_name: &'static str,
}

impl Classification {
    /// The problem type with this full id, in whatever case.
    pub(crate) fn find(id: &str) -> Option<Self> {
        SERVICES.iter().find_map(|service| {
            let matches = |(known, _): &&(&str, &str)| {
                classification_id(service, known).eq_ignore_ascii_case(id)
            };
            let (known, name) = service.classifications.iter().find(matches)?;
            Some(Self {
                id: classification_id(service, known),
                name,
                service_id: service_id(service),
                service_name: service.name,
            })
        })
    }

    /// The problem type that requests about refunds and exchanges have.
    pub(crate) fn of_refunds() -> Self {
        let billing = &SERVICES[0];
        let (id, name) = billing.classifications[0];
        Self {
            id: classification_id(billing, id),
            name,
            service_id: service_id(billing),
            service_name: billing.name,
        }
    }
}

/// Whether there is a service with this full id.
pub(crate) fn knows_service(id: &str) -> bool {
    SERVICES.iter().any(|service| service_id(service).eq_ignore_ascii_case(id))
}

pub(crate) fn service_id(service: &Service) -> String {
    format!("{SERVICES_PATH}/{}", service.id)
}

pub(crate) fn classification_id(service: &Service, id: &str) -> String {
    format!("{}/problemClassifications/{id}", service_id(service))
}

/// A ticket in the form of the API, stored under its name in lower case.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Ticket(pub(crate) SupportTicket);

impl Document for Ticket {
    const KIND: &'static str = "ticket";

    fn flaw(&self) -> Option<&'static str> {
        let SupportTicketProperties { status, created_date, .. } = self.0.properties();
        match (&self.0.name, status, created_date) {
            (None, ..) => Some("it has no name"),
            (_, None, _) => Some("it does not say whether it is open"),
            (_, _, None) => Some("it does not say when it was opened"),
            _ => None,
        }
    }
}

impl Ticket {
    /// The ticket that a checked request makes, with what support adds to it. `number` makes the
    /// number by which people know it on the phone.
    pub(crate) fn new(
        name: &str,
        sent: SupportTicketProperties,
        problem: &Classification,
        opened_at: DateTime<Utc>,
        number: u128,
    ) -> Self {
        let minutes = answer_minutes(sent.severity.as_ref());
        let answered_by = opened_at + TimeDelta::minutes(minutes.into());
        let opened = Timestamp::from(opened_at);
        let mut engineer = SupportEngineer::default();
        engineer.rest.insert("emailAddress".to_owned(), Value::Null);
        let properties = SupportTicketProperties {
            support_ticket_id: Some(ticket_number(opened_at.date_naive(), number)),
            service_id: Some(problem.service_id.clone()),
            service_display_name: Some(problem.service_name.to_owned()),
            problem_classification_id: Some(problem.id.clone()),
            problem_classification_display_name: Some(problem.name.to_owned()),
            support_plan_type: Some("Partner".to_owned()),
            support_plan_display_name: Some("Cloud Solution Provider".to_owned()),
            support_engineer: Some(engineer),
            is_temporary_ticket: Some(Consent::No),
            status: Some(TicketStatus::Open),
            created_date: Some(opened.clone()),
            modified_date: Some(opened.clone()),
            service_level_agreement: Some(ServiceLevelAgreement {
                start_time: Some(opened),
                expiration_time: Some(answered_by.into()),
                sla_minutes: Some(minutes),
                ..ServiceLevelAgreement::default()
            }),
            require_24x7_response: Some(sent.require_24x7_response.unwrap_or_default()),
            ..sent
        };
        Self(SupportTicket {
            id: Some(format!("{PATH}/{name}")),
            name: Some(name.to_owned()),
            type_name: Some("Microsoft.Support/supportTickets".to_owned()),
            properties: Some(properties),
            ..SupportTicket::default()
        })
    }

    /// What people and programs call it.
    pub(crate) fn name(&self) -> &str {
        self.0.name.as_deref().unwrap_or_default()
    }

    /// Closes it, as its first change.
    pub(crate) fn close(&mut self, on: DateTime<Utc>) {
        let properties = self.0.properties_mut();
        properties.status = Some(TicketStatus::Closed);
        properties.modified_date = Some(on.into());
    }

    /// Stores it under its name.
    pub(crate) fn put(&self, records: &mut Records) {
        records.put(&self.name().to_lowercase(), self);
    }
}

/// By when support promises a first answer, as its plans for business do.
fn answer_minutes(severity: Option<&Severity>) -> u32 {
    match severity {
        Some(Severity::HighestCriticalImpact) => 15,
        Some(Severity::Critical) => 60,
        Some(Severity::Moderate) => 240,
        Some(Severity::Minimal | Severity::Other(_)) | None => 480,
    }
}

/// Fifteen digits that begin with the day.
fn ticket_number(day: NaiveDate, number: u128) -> String {
    let (year, month, day) = (day.year() % 100, day.month(), day.day());
    format!("{year:02}{month:02}{day:02}{:09}", number % 1_000_000_000)
}
