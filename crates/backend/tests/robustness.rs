//! Whatever is asked, there is an answer.

mod support;

use http::Request;
use proptest::prelude::*;
use serde_json::{Value, json};

use support::exchange::{CALCULATE, EXCHANGE, draft, machines, savings_plan, subscription};
use support::{Desk, Person, block_on};

/// Parts of real paths, and parts that are none.
const SEGMENTS: &[&str] = &[
    "providers",
    "Microsoft.Capacity",
    "microsoft.billing",
    "Microsoft.Consumption",
    "Prorata",
    "reservations",
    "reservationOrders",
    "calculateRefund",
    "return",
    "billingAccounts",
    "customers",
    "reservationSummaries",
    "reservationTransactions",
    "account",
    "reset",
    "exchangeRates",
    "customerSummaries",
    "permissions",
    "activities",
    "principals",
    "subscriptions",
    "resourcegroups",
    "Microsoft.Management",
    "managementGroups",
    "Microsoft.Authorization",
    "roleAssignments",
    "roleDefinitions",
    "Microsoft.Support",
    "supportTickets",
    "services",
    "problemClassifications",
    "operationResults",
    "operationsStatus",
    "split",
    "merge",
    "archive",
    "revisions",
    "priceList",
    "calculatePrice",
    "calculateExchange",
    "exchange",
    "catalogs",
    "Microsoft.BillingBenefits",
    "savingsPlanOrders",
    "savingsPlans",
    "%00",
    "%F0%9F%98%80",
    "..",
    "%",
    "",
];

const QUERIES: &[&str] = &[
    "api-version=2022-11-01",
    "$filter=properties/archived eq true",
    "$filter=(((",
    "$filter='",
    "$orderby=properties/term desc",
    "$skiptoken=18446744073709551615",
    "take=1",
    "take=-1",
    "$expand=schedule",
    "grain=daily",
    "grain=monthly",
    "refreshSummary=true",
    "&&=&=",
    "$filter=properties/usageDate ge 0001-01-01 AND properties/usageDate le 0005-01-01",
    "$filter=properties/usageDate ge 9999-12-31 AND properties/usageDate le 9999-12-31",
];

/// A valid request to a real record, to be broken at one place.
fn bodies(desk: &Desk, person: &Person) -> Vec<(String, Value)> {
    let item = desk.reservation(person, "Fertigungsleitstand");
    let quote = desk.post(person, &format!("{}/calculateRefund", item.order), &item.refund_body(1));
    let access = format!("{}/providers/Microsoft.Authorization/roleAssignments", item.order);
    let of_order = desk.ask(person, &format!("GET {access}"));
    let role = of_order.rows()[0].clone();
    let tickets = "/providers/Microsoft.Support/supportTickets";
    let ticket = desk.ask(person, &format!("GET {tickets}")).rows()[0].clone();
    let patch = json!({ "properties": {
        "name": "Leitstand",
        "renew": true,
        "renewProperties": { "purchaseProperties": {
            "sku": { "name": "x" },
            "properties": { "quantity": 2, "billingPlan": "Upfront" },
        } },
        "appliedScopeType": "Single",
        "appliedScopes": ["/subscriptions/x"],
        "appliedScopeProperties": { "tenantId": person.tenant },
        "reviewDateTime": "2027-01-01T00:00:00Z",
    } });
    let payer = subscription(desk, person);
    let purchase = machines(&payer, "Standard_D8s_v5", "westeurope", "P3Y", 1);
    let plan = savings_plan(&payer, "P3Y", "1.25");
    let draft = draft(&[(&item, 1)], std::slice::from_ref(&purchase), &[plan]);
    let session = desk.exchange_quote(person, &draft, "azure-2026-08")["sessionId"].clone();
    let prices = desk.ask(&desk.partner(), "GET /providers/Prorata/priceList?currencyCode=EUR");
    let prices = prices.rows();
    let priced = desk.post(person, "/providers/Microsoft.Capacity/calculatePrice", &purchase).body;
    let priced = priced["properties"]["reservationOrderId"].as_str().expect("an id");
    let priced = format!("/providers/Microsoft.Capacity/reservationOrders/{priced}");
    let split = json!({ "properties": { "quantities": [4, 2], "reservationId": item.id } });
    let merge = json!({ "properties": { "sources": [item.id, item.id] } });
    let scopes = json!({ "properties": { "scopes": ["/subscriptions/x"] } });
    vec![
        (format!("POST {}/calculateRefund", item.order), item.refund_body(1)),
        (format!("POST {}/return", item.order), item.return_body(1, &quote.body)),
        ("POST /providers/Prorata/reset".to_owned(), json!({ "to": "demonstration" })),
        (format!("PATCH {}", item.id), patch),
        (format!("POST {}/availableScopes", item.id), scopes),
        (format!("POST {}/split", item.order), split),
        (format!("POST {}/merge", item.order), merge),
        (format!("PUT {access}/9f2f8e4e-0a53-4a44-8c31-6d0f1e4bb001"), role),
        (format!("PUT {tickets}/new"), ticket.clone()),
        (format!("POST {CALCULATE}"), draft),
        (format!("POST {EXCHANGE}"), json!({ "properties": { "sessionId": session } })),
        ("POST /providers/Microsoft.Capacity/calculatePrice".to_owned(), purchase.clone()),
        (format!("PUT {priced}"), purchase),
        ("PUT /providers/Prorata/priceList".to_owned(), json!({ "value": prices[..2] })),
        ("PUT /providers/Prorata/settings".to_owned(), json!({ "refundPolicy": "azure-2026-08" })),
        (format!("PATCH {}", ticket["id"].as_str().expect("an id")), ticket),
    ]
}

/// How many requests there are to be broken.
const BODIES: usize = 16;

/// Every place of a value where there is another value.
fn places(value: &Value, here: String, all: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| places(value, format!("{here}/{name}"), all));
        }
        Value::Array(values) => {
            let numbered = values.iter().enumerate();
            numbered.for_each(|(place, value)| places(value, format!("{here}/{place}"), all));
        }
        _ => {}
    }
    all.push(here);
}

/// Who may send it: what is the partner's is not for the token of a customer.
fn sender(desk: &Desk, customer: &Person, path: &str) -> Person {
    if path.starts_with("/providers/Prorata/") { desk.partner() } else { customer.clone() }
}

fn send(desk: &Desk, person: &Person, method: &str, uri: &str, body: Vec<u8>) {
    let request = Request::builder().method(method).uri(uri.replace(' ', "%20"));
    let Ok(request) = request.header("authorization", person.token()).body(body) else { return };
    let response = block_on(desk.send(request));
    let status = response.status().as_u16();
    assert!((200..600).contains(&status) && status != 500, "{status} for {method} {uri}");
    if !response.body().is_empty() {
        let body: Value = serde_json::from_slice(response.body()).expect("JSON");
        assert!(status < 400 || body["error"]["code"].is_string(), "{body}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_path_and_query_is_answered(
        requests in prop::collection::vec((
            prop::sample::select(vec!["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "X"]),
            prop::collection::vec(prop::sample::select(SEGMENTS), 0..9),
            prop::collection::vec(prop::sample::select(QUERIES), 0..4),
            "[ -~]{0,12}",
        ), 1..20),
    ) {
        let desk = Desk::open();
        let person = desk.customer("Kupferhain");
        for (method, segments, queries, noise) in requests {
            let path = segments.join("/");
            let query = queries.join("&");
            for uri in [format!("/{path}?{query}"), format!("/{path}/{noise}?api-version=2022-11-01&{noise}")] {
                send(&desk, &person, method, &uri, Vec::new());
            }
        }
    }

    #[test]
    fn any_body_is_answered(
        place: prop::sample::Index,
        with in any::<Vec<u8>>(),
        which in 0..BODIES,
    ) {
        let desk = Desk::open();
        let person = desk.customer("Kupferhain");
        let (what, body) = bodies(&desk, &person).swap_remove(which);
        let (method, path) = what.split_once(' ').expect("a method and a path");
        let sender = sender(&desk, &person, path);
        let uri = format!("{path}?api-version=2022-11-01");
        let mut broken = body.to_string().into_bytes();
        let place = place.index(broken.len());
        broken.splice(place..(place + with.len()).min(broken.len()), with);
        send(&desk, &sender, method, &uri, broken);
    }

    #[test]
    fn any_value_in_any_place_is_answered(
        place: prop::sample::Index,
        with in prop::sample::select(vec![
            "null", "true", "-1", "1e400", "0.5", "\"\"", "\"\\u0000\"", "[]", "[[]]", "{}", r#"{"x":[]}"#,
        ]),
        which in 0..BODIES,
    ) {
        let desk = Desk::open();
        let person = desk.customer("Kupferhain");
        let (what, mut body) = bodies(&desk, &person).swap_remove(which);
        let (method, path) = what.split_once(' ').expect("a method and a path");
        let sender = sender(&desk, &person, path);
        let mut all = Vec::new();
        places(&body, String::new(), &mut all);
        let place = &all[place.index(all.len())];
        *body.pointer_mut(place).expect(place) = serde_json::from_str(with).expect(with);
        let uri = format!("{path}?api-version=2022-11-01");
        send(&desk, &sender, method, &uri, body.to_string().into_bytes());
        // What was accepted is carried out without harm.
        desk.wait(chrono::TimeDelta::seconds(10));
        let list = desk.ask(&person, "GET /providers/Microsoft.Capacity/reservations");
        prop_assert_eq!(list.status, 200);
    }

    #[test]
    fn any_header_is_answered_and_none_disappears(
        name in prop::sample::select(vec![
            "if-match", "prorata-policy", "prorata-build", "x-ms-correlation-request-id",
            "x-ms-client-request-id", "content-type", "range",
        ]),
        value in prop_oneof![
            any::<Vec<u8>>(), "[ -~]{0,200}".prop_map(String::into_bytes),
            "[*\"W/,0-9 ]{0,12}".prop_map(String::into_bytes),
        ],
        method in prop::sample::select(vec!["GET", "HEAD", "OPTIONS", "PATCH"]),
        version in "20[0-9]{2}-[01][0-9]-[0-3][0-9](-preview|-[a-z]{0,3}|%0d%0a|%C3%A9)?",
    ) {
        let Ok(value) = http::HeaderValue::from_bytes(&value) else { return Ok(()) };
        let desk = Desk::of(backend::Service::new(backend::MemoryStore::default(), "https://x.example/é").of_build("b"));
        let person = desk.customer("Kupferhain");
        let item = desk.reservation(&person, "Fertigungsleitstand");
        let request = Request::builder().method(method).header("authorization", person.token());
        let request = request.header(name, value).uri(format!("{}?api-version={version}", item.id));
        let body = json!({ "properties": { "name": "Leitstand" } }).to_string().into_bytes();
        let response = block_on(desk.send(request.body(body).expect("a request")));
        prop_assert!(response.status().as_u16() < 500);
        prop_assert_eq!(&response.headers()["prorata-build"], "b");
        let id = response.headers()["x-ms-correlation-request-id"].as_bytes();
        let is_plain = !id.iter().any(|byte| b" <>{};".contains(byte));
        prop_assert!((1..=72).contains(&id.len()) && is_plain, "{:?}", id);

        // Whatever version was taken, the place of a result is told.
        let split = json!({ "properties": { "quantities": [1, 5], "reservationId": item.id } });
        let request = Request::post(format!("{}/split?api-version={version}", item.order));
        let request = request.header("authorization", person.token());
        let response = block_on(desk.send(request.body(split.to_string().into_bytes()).expect("a request")));
        match response.status().as_u16() {
            202 => {
                let place = response.headers()["location"].to_str().expect("ASCII");
                prop_assert!(place.starts_with("https://x.example/%C3%A9/"));
                let query = place.split_once('?').map(|(_, query)| query.to_owned());
                prop_assert_eq!(query, Some(format!("api-version={version}")));
            }
            status => prop_assert_eq!(status, 400),
        }
    }

    #[test]
    fn any_name_is_kept_as_it_is_seen_or_refused(name in any::<String>()) {
        let desk = Desk::open();
        let person = desk.customer("Kupferhain");
        let item = desk.reservation(&person, "Fertigungsleitstand");
        let body = json!({ "properties": { "name": name } });
        let reply = desk.send_body(&person, &format!("PATCH {}", item.id), &body);
        match reply.status {
            200 => {
                let kept = reply.body["properties"]["displayName"].as_str().expect("a name");
                prop_assert_eq!(kept, name.trim());
                prop_assert!(!kept.is_empty() && !kept.chars().any(char::is_control));
            }
            status => prop_assert_eq!(
                (status, &reply.body["error"]["target"]), (400, &json!("properties.name"))
            ),
        }
    }

    #[test]
    fn any_number_of_units_is_answered(units: u64) {
        let desk = Desk::open();
        let person = desk.customer("Kupferhain");
        let item = desk.reservation(&person, "Fertigungsleitstand");
        let uri = format!("{}/calculateRefund?api-version=2022-11-01", item.order);
        send(&desk, &person, "POST", &uri, item.refund_body(units).to_string().into_bytes());
    }

    #[test]
    fn any_token_is_answered(header in "[ -~]{0,60}") {
        let desk = Desk::open();
        let request = Request::get("/providers/Prorata/account?api-version=2022-11-01");
        let request = request.header("authorization", header).body(Vec::new()).expect("a request");
        prop_assert_eq!(block_on(desk.send(request)).status().as_u16(), 401);
    }
}
