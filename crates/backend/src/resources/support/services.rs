//! What Microsoft's support can be asked about: services and their problem types.

use serde_json::Value;

use crate::http::answer::Answer;
use crate::http::call::Call;
use crate::http::paging::page;
use crate::http::problem::Problem;
use crate::records::documents::Records;
use crate::records::json::json;
use crate::records::ticket::{SERVICES, Service, classification_id, service_id};

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
