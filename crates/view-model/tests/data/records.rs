//! Records that the tests here and those of the page in a browser look at.

use azure::Reservation;
use view_model::settings::Settings;
use view_model::support::{RequestField, RequestForm};

/// Three changes: a return by a quote, a role taken away, and one that nobody knows.
pub(crate) const ACTIVITIES: &str = r#"{"value":[
    {"id":"2","at":"2026-11-20T09:30:00Z","by":{"name":"Robin Berg","role":"SalesAgent"},
     "action":"Microsoft.Capacity/reservationOrders/return/action",
     "target":"/providers/Microsoft.Capacity/reservationOrders/o/reservations/r",
     "changes":[{"field":"quantity","before":3,"after":1}],
     "quote":{"policy":"partner-center-2020-08","on":"2026-11-20",
       "input":{"returnQuantity":2,"usdRate":"1.08","reservation":{"unitPrice":"1200.00",
         "purchaseDate":"2026-08-01"}},
       "answer":{"kind":"refund","decision":"allowed","currencyCode":"EUR","paid":"2400.00",
         "credit":"1000.00","fee":"120.00","payable":"880.00","usd":null}}},
    {"id":"1","at":"2026-11-19T09:30:00Z","by":{"name":"Ada","role":"Owner of all"},
     "action":"Microsoft.Authorization/roleAssignments/delete",
     "target":"/providers/Microsoft.Capacity/reservationOrders/o/providers/Microsoft.Authorization/roleAssignments/a",
     "changes":[{"field":"role","before":"Reader","after":null},
       {"field":"mergeProperties.mergeSources","before":null,"after":["a","b"]}],"quote":null},
    {"id":"0","action":"Other/thing/write","target":"elsewhere",
     "changes":[{"field":"appliedScopeProperties","before":null,
       "after":{"displayName":"Web","subscriptionId":null,"shared":true}}]}]}"#;

/// A reservation with these properties, written as JSON.
pub(crate) fn record(properties: &str) -> Reservation {
    let json = format!(
        r#"{{"id":"/providers/Microsoft.Capacity/reservationOrders/o/reservations/r",
        "location":"westeurope","sku":{{"name":"Standard_D2s_v5"}},
        "properties":{{"displayName":"Web","provisioningState":"Succeeded",{properties}}}}}"#
    );
    azure::from_slice(json.as_bytes()).unwrap()
}

/// The settings of a reservation that every subscription uses.
pub(crate) fn shared() -> Settings {
    Settings::of(&record(r#""appliedScopeType":"Shared","instanceFlexibility":"On","renew":true"#))
}

/// The same form of a support request, with an answer in every field that needs one.
pub(crate) fn completed(mut form: RequestForm) -> RequestForm {
    for (field, text) in [
        (RequestField::Service, "/providers/Microsoft.Support/services/s"),
        (RequestField::ProblemType, "Reservation Management"),
        (RequestField::Problem, "/providers/Microsoft.Support/services/s/problemClassifications/p"),
        (RequestField::Title, "Refund"),
        (RequestField::Description, "Please."),
        (RequestField::Severity, "minimal"),
        (RequestField::Method, "email"),
        (RequestField::FirstName, "Robin"),
        (RequestField::LastName, "Berg"),
        (RequestField::Email, "robin@partner.example"),
        (RequestField::Phone, ""),
        (RequestField::TimeZone, "W. Europe Standard Time"),
        (RequestField::Country, "SWE"),
        (RequestField::SupportLanguage, "en-us"),
        (RequestField::Consent, "No"),
    ] {
        form.set(field, text);
    }
    form
}
