//! What holds where people sign in, behind a host that knows who each of them is.

use azure::Role;
use backend::Caller;
use chrono::TimeDelta;
use http::Request;
use serde_json::{Value, json};

use crate::fixtures::exchange::{CALCULATE, draft, machines, subscription};
use crate::fixtures::{Desk, Item, PUBLIC_URL, Person, Reply, block_on};

const SETTINGS: &str = "/providers/Prorata/settings";
const CONFIRMATIONS: &str = "/providers/Prorata/confirmations";

/// Somebody with a role, who has signed in.
fn caller(tenant: &str, name: &str, role: Role) -> Caller {
    let (tenant_id, role) = (tenant.to_owned(), Some(role));
    Caller { tenant_id, role, name: name.to_owned(), person: Some(format!("id-of-{name}")) }
}

fn ask(desk: &Desk, caller: &Caller, what: &str, body: &Value) -> Reply {
    let (method, path) = what.split_once(' ').expect("a method and a path");
    let uri = format!("{path}?api-version=2022-11-01");
    let body = if body.is_null() { Vec::new() } else { body.to_string().into_bytes() };
    let mut request = Request::builder().method(method).uri(uri).body(body).expect("a request");
    request.extensions_mut().insert(caller.clone());
    let response = block_on(desk.send(request));
    let body = serde_json::from_slice(response.body()).unwrap_or(Value::Null);
    Reply { status: response.status().as_u16(), body, response }
}

/// A reservation that can be returned, and its customer's tenant.
fn subject(desk: &Desk) -> (String, Item) {
    let customer = desk.customer("Kupferhain");
    let rows = desk.ask(&customer, "GET /providers/Microsoft.Capacity/reservations");
    let found = rows.rows().iter().map(Item::of).find(|item| {
        let quote =
            desk.post(&customer, &format!("{}/calculateRefund", item.order), &item.refund_body(1));
        quote.status == 200 && quote.body["properties"]["sessionId"].is_string()
    });
    (customer.tenant, found.expect("one that can be returned"))
}

fn quote(desk: &Desk, caller: &Caller, item: &Item) -> Value {
    let what = format!("POST {}/calculateRefund", item.order);
    let reply = ask(desk, caller, &what, &item.refund_body(1));
    assert_eq!(reply.status, 200, "{}", reply.body);
    reply.body
}

fn give_back(desk: &Desk, caller: &Caller, item: &Item, quote: &Value) -> Reply {
    ask(desk, caller, &format!("POST {}/return", item.order), &item.return_body(1, quote))
}

fn limit(desk: &Desk, admin: &Caller, limit: &Value) -> Reply {
    let settings = ask(desk, admin, &format!("GET {SETTINGS}"), &Value::Null).body;
    let body = json!({ "refundPolicy": settings["refundPolicy"], "confirmAbove": limit });
    ask(desk, admin, &format!("PUT {SETTINGS}"), &body)
}

#[test]
fn what_somebody_was_quoted_is_theirs() {
    let desk = Desk::open();
    let (tenant, item) = subject(&desk);
    let [ann, bob] = ["Ann", "Bob"].map(|name| caller(&tenant, name, Role::SalesAgent));
    let quoted = quote(&desk, &ann, &item);
    let stolen = give_back(&desk, &bob, &item, &quoted);
    assert_eq!((stolen.status, stolen.code()), (400, "ActivateQuoteFailed"));
    // A name is not who somebody is.
    let mut namesake = ann.clone();
    namesake.person = Some("another".to_owned());
    assert_eq!(give_back(&desk, &namesake, &item, &quoted).status, 400);
    assert_eq!(give_back(&desk, &ann, &item, &quoted).status, 202);
    assert_eq!(give_back(&desk, &ann, &item, &quoted).status, 400, "once");
}

#[test]
fn the_answer_to_an_exchange_is_read_by_who_asked() {
    let desk = Desk::open();
    let (tenant, item) = subject(&desk);
    let [ann, bob] = ["Ann", "Bob"].map(|name| caller(&tenant, name, Role::SalesAgent));
    let payer = subscription(&desk, &Person::of(&tenant));
    let bought = machines(&payer, "Standard_D8s_v5", "westeurope", "P3Y", 1);
    let body = draft(&[(&item, 1)], &[bought], &[]);
    let accepted = ask(&desk, &ann, &format!("POST {CALCULATE}"), &body);
    assert_eq!(accepted.status, 202, "{}", accepted.body);
    desk.wait(TimeDelta::seconds(2));
    let place = accepted.header("location").expect("where to look");
    let path = place.strip_prefix(PUBLIC_URL).and_then(|rest| rest.split('?').next());
    let what = format!("GET {}", path.expect("a path of the service"));
    assert_eq!(ask(&desk, &bob, &what, &Value::Null).status, 404);
    assert_eq!(ask(&desk, &ann, &what, &Value::Null).body["status"], "Succeeded");
}

#[test]
fn above_the_amount_a_second_person_confirms() {
    let desk = Desk::open();
    let (tenant, item) = subject(&desk);
    let [admin, second] = ["Ann", "Bob"].map(|name| caller("", name, Role::AdminAgent));
    let ann = caller(&tenant, "Ann", Role::AdminAgent);
    let set = limit(&desk, &admin, &json!({ "amount": "0.01", "currencyCode": "USD" }));
    assert_eq!(set.status, 200, "{}", set.body);
    assert_eq!(set.body["confirmAbove"], json!({ "amount": "0.01", "currencyCode": "USD" }));

    let before = desk.stored(&Person::of(&tenant));
    let quoted = quote(&desk, &ann, &item);
    let session = quoted["properties"]["sessionId"].as_str().expect("a session").to_owned();
    for _ in 0..2 {
        let waits = give_back(&desk, &ann, &item, &quoted);
        assert_eq!((waits.status, waits.code()), (403, "ConfirmationRequired"));
        assert_eq!(waits.body["error"]["target"], session.as_str());
    }
    assert_eq!(desk.stored(&Person::of(&tenant)), before, "nothing was changed");
    let waiting = ask(&desk, &second, &format!("GET {CONFIRMATIONS}"), &Value::Null);
    let row = &waiting.rows()[0];
    assert_eq!(waiting.rows().len(), 1);
    assert_eq!((&row["id"], &row["kind"]), (&json!(session), &json!("return")));
    assert_eq!(row["customerId"], tenant.as_str());
    assert_eq!(row["target"], item.id.as_str());
    let amount = &quoted["properties"]["billingRefundAmount"];
    assert_eq!(row["currencyCode"], amount["currencyCode"]);
    let said = row["amount"].as_str().expect("a decimal as a text");
    assert_eq!(said.parse::<f64>().ok(), amount["amount"].as_f64());
    assert_eq!(row["requestedBy"], json!({ "id": "id-of-Ann", "name": "Ann" }));

    let confirm = format!("POST {CONFIRMATIONS}/{session}/confirm");
    let own = ask(&desk, &admin, &confirm, &Value::Null);
    assert_eq!((own.status, own.code()), (403, "ConfirmationByRequester"));
    assert_eq!(ask(&desk, &caller("", "Eve", Role::Guest), &confirm, &Value::Null).status, 403);
    // The quote waits for longer than quotes do.
    desk.wait(TimeDelta::minutes(90));
    let confirmed = ask(&desk, &second, &confirm, &Value::Null);
    assert_eq!(confirmed.body["confirmedBy"]["name"], "Bob", "{}", confirmed.body);
    // The second person cannot carry it out in the place of the first.
    let bob = caller(&tenant, "Bob", Role::AdminAgent);
    assert_eq!(give_back(&desk, &bob, &item, &quoted).status, 400);
    assert_eq!(give_back(&desk, &ann, &item, &quoted).status, 202);
    let gone = ask(&desk, &second, &format!("GET {CONFIRMATIONS}/{session}"), &Value::Null);
    assert_eq!(gone.status, 404);
    let actions: Vec<_> =
        desk.activities(&Person::of("")).iter().map(|it| it["action"].clone()).collect();
    assert!(actions.contains(&json!("Prorata/confirmations/confirm/action")), "{actions:?}");
}

#[test]
fn what_is_declined_or_waits_too_long_is_not_carried_out() {
    let desk = Desk::open();
    let (tenant, item) = subject(&desk);
    let [admin, second] = ["Ann", "Bob"].map(|name| caller("", name, Role::AdminAgent));
    let ann = caller(&tenant, "Ann", Role::AdminAgent);
    assert_eq!(limit(&desk, &admin, &json!({ "amount": "0", "currencyCode": "EUR" })).status, 200);
    let quoted = quote(&desk, &ann, &item);
    let session = quoted["properties"]["sessionId"].as_str().expect("a session").to_owned();
    assert_eq!(give_back(&desk, &ann, &item, &quoted).status, 403);
    let one = format!("{CONFIRMATIONS}/{session}");
    let confirm = format!("POST {one}/confirm");
    assert_eq!(ask(&desk, &second, &confirm, &Value::Null).status, 200);
    assert_eq!(ask(&desk, &second, &format!("DELETE {one}"), &Value::Null).status, 204);
    assert_eq!(give_back(&desk, &ann, &item, &quoted).status, 403, "it has to be confirmed anew");
    desk.wait(TimeDelta::minutes(121));
    assert_eq!(ask(&desk, &second, &confirm, &Value::Null).status, 404);
    assert_eq!(give_back(&desk, &ann, &item, &quoted).status, 400, "the quote is over");
}

#[test]
fn below_the_amount_one_person_is_enough() {
    let desk = Desk::open();
    let (tenant, item) = subject(&desk);
    let admin = caller("", "Ann", Role::AdminAgent);
    let ann = caller(&tenant, "Ann", Role::AdminAgent);
    let most = json!({ "amount": "1000000", "currencyCode": "USD" });
    assert_eq!(limit(&desk, &admin, &most).status, 200);
    let quoted = quote(&desk, &ann, &item);
    assert_eq!(give_back(&desk, &ann, &item, &quoted).status, 202);
    for (wrong, status) in [
        (json!({ "amount": "-1", "currencyCode": "USD" }), 400),
        (json!({ "amount": "1", "currencyCode": "XXX" }), 400),
        (json!({ "amount": "0.001", "currencyCode": "USD" }), 400),
        (json!(5), 400),
    ] {
        assert_eq!(limit(&desk, &admin, &wrong).status, status, "{wrong}");
    }
    let policy = ask(&desk, &admin, &format!("GET {SETTINGS}"), &Value::Null).body;
    assert_eq!(policy["confirmAbove"]["amount"], "1000000.00", "what was set is told");
    assert_eq!(limit(&desk, &admin, &Value::Null).body.get("confirmAbove"), None);
    let nobody = desk.send_body(
        &Person::of(""),
        &format!("PUT {SETTINGS}"),
        &json!({ "refundPolicy": policy["refundPolicy"], "confirmAbove": most }),
    );
    assert_eq!((nobody.status, nobody.code()), (409, "SignInNeeded"));
}

#[test]
fn a_role_on_the_order_lets_a_guest_change_it_and_not_return_it() {
    let desk = Desk::open();
    let (tenant, item) = subject(&desk);
    let customer = Person::of(&tenant);
    let mut guest = caller(&tenant, "Guest", Role::Guest);
    let rename = format!("PATCH {}", item.id);
    let name = json!({ "properties": { "name": "Renamed" } });
    let mut statuses = Vec::new();
    for principal in desk.ask(&customer, "GET /providers/Prorata/principals").rows() {
        guest.person = principal["id"].as_str().map(str::to_owned);
        statuses.push((ask(&desk, &guest, &rename, &name).status, principal.clone()));
    }
    let (_, principal) =
        statuses.iter().find(|(status, _)| *status == 403).expect("one without a role");
    assert!(statuses.iter().any(|(status, _)| *status == 200), "one with a role for all orders");
    guest.person = principal["id"].as_str().map(str::to_owned);
    let assignments = format!("{}/providers/Microsoft.Authorization/roleAssignments", item.order);
    let role = format!(
        "/providers/Microsoft.Authorization/roleDefinitions/{}",
        azure::BuiltInRole::CONTRIBUTOR.id
    );
    let body =
        json!({ "properties": { "roleDefinitionId": role, "principalId": principal["id"] } });
    let id = "0b8b1e02-6a3f-4d7b-9a41-6e5b7c1d2f30";
    let put = desk.send_body(&customer, &format!("PUT {assignments}/{id}"), &body);
    assert_eq!(put.status, 201, "{}", put.body);
    let name = json!({ "properties": { "name": "Renamed again" } });
    assert_eq!(ask(&desk, &guest, &rename, &name).status, 200);
    let others = ask(&desk, &guest, &format!("DELETE {assignments}/{id}"), &Value::Null);
    assert_eq!(others.status, 403, "a contributor gives and takes no roles");
    let refund = format!("POST {}/calculateRefund", item.order);
    assert_eq!(ask(&desk, &guest, &refund, &item.refund_body(1)).status, 403);
    guest.role = None;
    assert_eq!(ask(&desk, &guest, &rename, &name).status, 403, "an unknown role has no rights");
}

#[test]
fn what_everybody_works_with_is_replaced_by_administrators_alone() {
    let desk = Desk::open();
    for (role, may) in [(Role::SalesAgent, false), (Role::Guest, false), (Role::GlobalAdmin, true)]
    {
        let somebody = caller("", "Ann", role);
        for (what, body) in [
            ("GET /providers/Prorata/backup", Value::Null),
            ("POST /providers/Prorata/restore", json!("x")),
            ("POST /providers/Prorata/reset", json!({ "to": "x" })),
            ("PUT /providers/Prorata/priceList", json!({})),
        ] {
            let status = ask(&desk, &somebody, what, &body).status;
            assert_eq!(status == 403, !may, "{what} {role:?}: {status}");
        }
        let rights = ask(&desk, &somebody, "GET /providers/Prorata/permissions", &Value::Null);
        let reset = rights.rows().iter().find(|row| row["permission"] == "ResetDemonstration");
        assert_eq!(reset.expect("a line")["roles"], json!(["AdminAgent", "GlobalAdmin"]));
        assert_eq!(somebody.may().contains(&"ResetDemonstration"), may);
    }
}

#[test]
fn what_waits_for_a_second_person_stays_and_too_much_of_it_is_refused() {
    let desk = Desk::open();
    let (tenant, item) = subject(&desk);
    let [admin, second] = ["Ann", "Bob"].map(|name| caller("", name, Role::AdminAgent));
    assert_eq!(limit(&desk, &admin, &json!({ "amount": "0", "currencyCode": "EUR" })).status, 200);
    let ask_for = |name: &str| {
        let person = caller(&tenant, name, Role::AdminAgent);
        let quoted = quote(&desk, &person, &item);
        let answer = give_back(&desk, &person, &item, &quoted);
        (quoted["properties"]["sessionId"].as_str().expect("a session").to_owned(), answer)
    };
    let mut sessions = Vec::new();
    let refused = loop {
        let (session, answer) = ask_for("Ann");
        if answer.code() != "ConfirmationRequired" {
            break answer;
        }
        sessions.push(session);
        assert!(sessions.len() < 1_000, "it is bounded");
    };
    assert_eq!((refused.status, refused.code()), (409, "TooManyConfirmations"));
    assert_eq!(ask_for("Bob").1.code(), "ConfirmationRequired", "nobody takes the others' room");
    let path = |session: &str| format!("{CONFIRMATIONS}/{session}");
    for session in &sessions {
        let known = ask(&desk, &second, &format!("GET {}", path(session)), &Value::Null);
        assert_eq!(known.status, 200, "what was told to wait waits");
    }
    let declined = format!("DELETE {}", path(&sessions[0]));
    assert_eq!(ask(&desk, &second, &declined, &Value::Null).status, 204);
    assert_eq!(ask_for("Ann").1.code(), "ConfirmationRequired");
    assert_eq!(ask_for("Ann").1.code(), "TooManyConfirmations");
    desk.wait(TimeDelta::minutes(121));
    assert_eq!(ask_for("Ann").1.code(), "ConfirmationRequired", "the others have ended");
}
