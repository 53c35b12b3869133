//! What Microsoft's support can be asked about: services and their problem types.

use serde_json::Value;

use crate::http::answer::Answer;
use crate::http::call::Call;
use crate::http::paging::page;
use crate::http::problem::Problem;
use crate::records::documents::Records;
use crate::records::json::json;

const PATH: &str = "/providers/Microsoft.Support/services";

/// A service with its problem types, each a GUID and a name.
struct Service {
    id: &'static str,
    name: &'static str,
    classifications: &'static [(&'static str, &'static str)],
}

/// A part of what support knows: what concerns reservations, and their neighbours.
const SERVICES: &[Service] = &[
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
            let matches =
                |(own, _): &&(&str, &str)| classification_id(service, own).eq_ignore_ascii_case(id);
            let (own, name) = service.classifications.iter().find(matches)?;
            Some(Self {
                id: classification_id(service, own),
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

fn service_id(service: &Service) -> String {
    format!("{PATH}/{}", service.id)
}

fn classification_id(service: &Service, id: &str) -> String {
    format!("{}/problemClassifications/{id}", service_id(service))
}

pub(crate) fn services(_: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let to_wire = |service: &Service| {
        json!({
            "id": service_id(service),
            "name": service.id,
            "type": "Microsoft.Support/services",
            "properties": { "displayName": service.name, "resourceTypes": [] },
        })
    };
    let rows: Vec<Value> = SERVICES.iter().map(to_wire).collect();
    Ok(Answer::ok(&page(&rows, call)?))
}

pub(crate) fn classifications(_: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let id = call.param("service");
    let service = SERVICES.iter().find(|service| service.id == id).ok_or_else(|| {
        let message = format!("The service '{id}' was not found.");
        Problem::new(404, "ResourceNotFound", message)
    })?;
    let to_wire = |(id, name): &(&str, &str)| {
        json!({
            "id": classification_id(service, id),
            "name": id,
            "type": "Microsoft.Support/problemClassifications",
            "properties": { "displayName": name, "secondaryConsentEnabled": [] },
        })
    };
    let rows: Vec<Value> = service.classifications.iter().map(to_wire).collect();
    Ok(Answer::ok(&page(&rows, call)?))
}
