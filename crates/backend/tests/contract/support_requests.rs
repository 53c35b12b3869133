//! Requests to Microsoft's support.

use azure::{Page, ProblemClassification, SupportService, SupportTicket, from_slice};
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::fixtures::{Desk, Item, Person, Reply};

const TICKETS: &str = "/providers/Microsoft.Support/supportTickets";
const PROBLEM: &str = "Reservation Management / Exchanges and Refunds";

struct Helpdesk {
    desk: Desk,
    person: Person,
    item: Item,
    service: Value,
    problem: Value,
}

impl Helpdesk {
    fn open() -> Self {
        let desk = Desk::open();
        let person = desk.customer("Kupferhain");
        let item = desk.reservation(&person, "Fertigungsleitstand");
        let services = desk.ask(&person, "GET /providers/Microsoft.Support/services");
        let read: Page<SupportService> = from_slice(services.response.body()).expect("services");
        assert_eq!(read.value.len(), 3);
        let service = services.rows()[0]["id"].clone();
        let path = format!("GET {}/problemClassifications", service.as_str().expect("an id"));
        let problems = desk.ask(&person, &path);
        let _: Page<ProblemClassification> = from_slice(problems.response.body()).expect("types");
        let named = |row: &&Value| row["properties"]["displayName"] == PROBLEM;
        let problem = problems.rows().iter().find(named).expect("it")["id"].clone();
        Self { desk, person, item, service, problem }
    }

    fn ticket(&self) -> Value {
        json!({
            "title": "Refund of two units",
            "description": "Quote, policy and steps.\nzweite Zeile 第三行",
            "serviceId": self.service,
            "problemClassificationId": self.problem,
            "severity": "moderate",
            "advancedDiagnosticConsent": "No",
            "contactDetails": {
                "firstName": "Robin",
                "lastName": "Berg",
                "preferredContactMethod": "email",
                "primaryEmailAddress": "robin.berg@lumenfjord.example",
                "preferredTimeZone": "W. Europe Standard Time",
                "country": "DEU",
                "preferredSupportLanguage": "en-US",
            },
            "technicalTicketDetails": { "resourceId": self.item.id },
        })
    }

    fn create(&self, name: &str, properties: &Value) -> Reply {
        let body = json!({ "properties": properties });
        self.desk.send_body(&self.person, &format!("PUT {TICKETS}/{name}"), &body)
    }

    fn get(&self, name: &str) -> Reply {
        self.desk.ask(&self.person, &format!("GET {TICKETS}/{name}"))
    }

    fn list(&self, filter: &str) -> Vec<Value> {
        self.desk.ask(&self.person, &format!("GET {TICKETS}?$filter={filter}")).rows().clone()
    }

    fn change(&self, name: &str, body: &Value) -> Reply {
        self.desk.send_body(&self.person, &format!("PATCH {TICKETS}/{name}"), body)
    }
}

#[test]
fn a_ticket_is_opened_and_followed_to_its_end() {
    let help = Helpdesk::open();
    let accepted = help.create("refund-1", &help.ticket());
    assert_eq!((accepted.status, accepted.response.body().len()), (202, 0), "{}", accepted.body);
    assert_eq!(accepted.header("retry-after"), Some("1"));
    let place = accepted.header("azure-asyncoperation").expect("where to ask");
    assert!(place.contains("/providers/Microsoft.Support/operationsStatus/"), "{place}");
    assert_eq!(help.desk.follow(&help.person, &accepted).body["status"], "Pending");
    assert_eq!(help.get("refund-1").status, 404, "not yet");
    help.desk.wait(TimeDelta::seconds(2));
    assert_eq!(help.desk.follow(&help.person, &accepted).body["status"], "Succeeded");

    let reply = help.get("REFUND-1");
    let ticket: SupportTicket = from_slice(reply.response.body()).expect("a ticket");
    let properties = ticket.properties();
    assert!(properties.rest.is_empty(), "{:?}", properties.rest);
    assert_eq!(reply.body["properties"]["problemClassificationDisplayName"], PROBLEM);
    assert_eq!(reply.body["properties"]["serviceDisplayName"], "Billing");
    assert_eq!(reply.body["properties"]["status"], "Open");
    let number = properties.support_ticket_id.as_deref().expect("a number");
    assert!(number.len() == 15 && number.starts_with("261121"), "{number}");
    let sent = help.ticket();
    for field in ["title", "description", "severity", "contactDetails", "technicalTicketDetails"] {
        assert_eq!(reply.body["properties"][field], sent[field], "{field}");
    }
    let entry = &help.desk.activities(&help.person)[0];
    assert_eq!(entry["target"], format!("{TICKETS}/refund-1"));
    assert_eq!(entry["changes"][3]["after"], number);
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    let help = Helpdesk::open();
    let reply = help.create("refund-1", &json!({}));
    assert_eq!((reply.status, reply.code()), (400, "InvalidRequestContent"));
    let error = &reply.body["error"];
    let fields: Vec<&str> = error["details"]
        .as_array()
        .expect("details")
        .iter()
        .filter_map(|detail| detail["target"].as_str())
        .collect();
    let contact = |field: &str| format!("properties.contactDetails.{field}");
    let expected = [
        "properties.title".to_owned(),
        "properties.description".to_owned(),
        "properties.serviceId".to_owned(),
        "properties.problemClassificationId".to_owned(),
        "properties.severity".to_owned(),
        "properties.advancedDiagnosticConsent".to_owned(),
        contact("firstName"),
        contact("lastName"),
        contact("preferredContactMethod"),
        contact("primaryEmailAddress"),
        contact("preferredTimeZone"),
        contact("country"),
        contact("preferredSupportLanguage"),
    ];
    assert_eq!(fields, expected);
    assert_eq!(error["target"], "properties.title");
}

#[test]
fn each_field_is_checked() {
    let help = Helpdesk::open();
    for (path, value) in [
        ("title", json!("x".repeat(251))),
        ("title", json!("   ")),
        ("severity", json!("urgent")),
        ("advancedDiagnosticConsent", json!("Maybe")),
        ("serviceId", json!("/providers/Microsoft.Support/services/none")),
        ("problemClassificationId", json!("none")),
        ("problemStartTime", json!("yesterday")),
        ("problemStartTime", json!("2026-11-21T09:00:00 +0100")),
        ("require24X7Response", json!("no")),
        ("supportPlanId", json!(7)),
        ("secondaryConsent", json!("yes")),
        ("contactDetails/primaryEmailAddress", json!("robin")),
        ("contactDetails/primaryEmailAddress", json!("robin@")),
        ("contactDetails/primaryEmailAddress", json!("a b@c.example")),
        ("contactDetails/additionalEmailAddresses", json!(["robin"])),
        ("contactDetails/preferredContactMethod", json!("pigeon")),
        ("contactDetails/phoneNumber", json!("call me")),
        ("contactDetails/country", json!("Germany")),
        ("contactDetails/preferredSupportLanguage", json!("english please")),
    ] {
        let mut ticket = help.ticket();
        match path.split_once('/') {
            Some((group, field)) => ticket[group][field] = value.clone(),
            None => ticket[path] = value.clone(),
        }
        let reply = help.create("refund-1", &ticket);
        assert_eq!((reply.status, reply.code()), (400, "InvalidRequestContent"), "{path}: {value}");
        let target = format!("properties.{}", path.replace('/', "."));
        let details = reply.body["error"]["details"].as_array().expect("details").clone();
        assert!(
            details.iter().any(|detail| detail["target"] == target.as_str()),
            "{path}: {details:?}"
        );
    }
    let mut by_phone = help.ticket();
    by_phone["contactDetails"]["preferredContactMethod"] = "phone".into();
    let reply = help.create("refund-1", &by_phone);
    assert_eq!(reply.body["error"]["target"], "properties.contactDetails.phoneNumber");
    by_phone["contactDetails"]["phoneNumber"] = "+49 (30) 555-0100".into();
    assert_eq!(help.create("refund-1", &by_phone).status, 202);
}

#[test]
fn a_ticket_is_about_a_reservation_of_the_customer() {
    let help = Helpdesk::open();
    let field = "properties.technicalTicketDetails.resourceId";
    for (id, status) in [
        (json!("x"), 400),
        (json!(help.desk.reservation(&help.desk.customer("Brisa"), "Análise sazonal").id), 404),
    ] {
        let mut ticket = help.ticket();
        ticket["technicalTicketDetails"]["resourceId"] = id;
        let reply = help.create("refund-1", &ticket);
        assert_eq!((reply.status, &reply.body["error"]["target"]), (status, &json!(field)));
    }
    let mut ticket = help.ticket();
    ticket["technicalTicketDetails"] = Value::Null;
    assert_eq!(help.create("refund-1", &ticket).status, 202, "or about none");
}

#[test]
fn a_name_is_used_once() {
    let help = Helpdesk::open();
    let check = |name: &str| {
        let body = json!({ "name": name, "type": "Microsoft.Support/supportTickets" });
        let reply = help.desk.post(
            &help.person,
            "/providers/Microsoft.Support/checkNameAvailability",
            &body,
        );
        (reply.body["nameAvailable"].clone(), reply.body["reason"].clone())
    };
    assert_eq!(check("refund-1"), (json!(true), json!("")));
    assert_eq!(help.create("refund-1", &help.ticket()).status, 202);
    assert_eq!(check("Refund-1"), (json!(false), json!("AlreadyExists")));
    let again = help.create("refund-1", &help.ticket());
    assert_eq!((again.status, again.code()), (409, "Conflict"));
    help.desk.wait(TimeDelta::seconds(5));
    assert_eq!(help.create("refund-1", &help.ticket()).status, 409);
    assert_eq!(check("no spaces"), (json!(false), json!("Invalid")));
    assert_eq!(help.create("no spaces", &help.ticket()).status, 400);
}

#[test]
fn tickets_are_listed_and_closed() {
    let help = Helpdesk::open();
    let before = help.list("");
    help.create("refund-1", &help.ticket());
    help.desk.wait(TimeDelta::seconds(5));
    let all = help.list("");
    assert_eq!((all.len(), &all[0]["name"]), (before.len() + 1, &json!("refund-1")));
    let open = help.list("Status eq 'Open'").len();
    assert_eq!(help.list("Status eq 'Open' and CreatedDate ge 2026-11-21T00:00:00Z").len(), 1);
    let problem = help.problem.as_str().expect("an id");
    assert_eq!(help.list(&format!("ProblemClassificationId eq '{problem}'")).len(), all.len());
    let top = help.desk.ask(&help.person, &format!("GET {TICKETS}?$top=1"));
    assert!(top.rows().len() == 1 && top.body["nextLink"].is_string());
    for filter in ["Title eq 'x'", "Status ge 'Open'", "Status eq 'Open' and", "Status eq 'a' or"] {
        let reply = help.desk.ask(&help.person, &format!("GET {TICKETS}?$filter={filter}"));
        assert_eq!((reply.status, reply.code()), (400, "InvalidRequestUri"), "{filter}");
    }

    let closed = help.change("refund-1", &json!({ "status": "closed", "severity": "minimal" }));
    assert_eq!(closed.status, 200, "{}", closed.body);
    assert_eq!(closed.body["properties"]["status"], "Closed");
    assert_eq!(help.list("Status eq 'Open'").len(), open - 1);
    let changes = &help.desk.activities(&help.person)[0]["changes"];
    assert_eq!(
        changes,
        &json!([
            { "field": "status", "before": "Open", "after": "Closed" },
            { "field": "severity", "before": "moderate", "after": "minimal" },
        ])
    );
    let wrapped = help.change("refund-1", &json!({ "properties": { "status": "open" } }));
    assert_eq!(wrapped.body["properties"]["status"], "Open");
    for body in [json!({ "status": "lost" }), json!({ "contactDetails": { "country": "DEU" } })] {
        let reply = help.change("refund-1", &body);
        assert_eq!((reply.status, reply.code()), (400, "InvalidRequestContent"), "{body}");
    }
    let missing = help.change("none", &json!({ "status": "closed" }));
    assert_eq!((missing.status, missing.code()), (404, "ResourceNotFound"));
}

#[test]
fn asking_needs_the_right_and_the_agreement() {
    let mut help = Helpdesk::open();
    let ticket = help.ticket();
    help.person = help.person.with_role("Guest");
    for reply in [help.create("x", &ticket), help.change("x", &json!({ "status": "closed" }))] {
        assert_eq!((reply.status, reply.code()), (403, "AuthorizationFailed"));
    }
    assert_eq!(help.desk.ask(&help.person, &format!("GET {TICKETS}")).status, 200);
    help.person = help.desk.customer("Tern Harbour");
    help.item = help.desk.reservation(&help.person, "Council tax portal");
    let reply = help.create("x", &help.ticket());
    assert_eq!((reply.status, reply.code()), (403, "Forbidden"));
}
