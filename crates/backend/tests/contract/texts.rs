//! What people type and is stored shows what it is.

use http::Request;
use serde_json::{Value, json};

use crate::fixtures::exchange::{draft, machines, savings_plan, subscription, with};
use crate::fixtures::{Desk, Person, block_on};

/// A control character, a mark of direction, and a character without width.
const HIDDEN: [&str; 3] = ["\u{7}", "\u{202e}", "\u{200b}"];

#[test]
fn a_text_with_characters_that_are_not_seen_is_refused_by_the_name_of_its_field() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let payer = subscription(&desk, &person);
    let access = format!("{}/providers/Microsoft.Authorization/roleAssignments", item.order);
    let role = desk.ask(&person, &format!("GET {access}")).rows()[0].clone();
    let tickets = "/providers/Microsoft.Support/supportTickets";
    let ticket = desk.ask(&person, &format!("GET {tickets}")).rows()[0].clone();
    let machines = machines(&payer, "Standard_D4s_v5", "westeurope", "P1Y", 1);
    let plan = savings_plan(&payer, "P3Y", "1.25");
    let exchange = draft(
        &[(&item, 1)],
        &[with(machines.clone(), "displayName", json!("x"))],
        &[with(plan, "displayName", json!("x"))],
    );
    let price = json!({ "value": [{
        "reservedResourceType": "VirtualMachines", "skuName": "x", "location": "x", "term": "P1Y",
        "unitPrice": "1", "currencyCode": "EUR",
    }] });
    let partner = desk.partner();
    let capacity = "/providers/Microsoft.Capacity";
    let rename = json!({ "properties": { "name": "x" } });
    for (who, what, body, field) in [
        (&person, format!("PATCH {}", item.id), &rename, "properties.name"),
        (&person, format!("POST {capacity}/calculatePrice"), &machines, "properties.displayName"),
        (
            &person,
            format!("POST {capacity}/calculateExchange"),
            &exchange,
            "properties.reservationsToPurchase[0].properties.displayName",
        ),
        (
            &person,
            format!("POST {capacity}/calculateExchange"),
            &exchange,
            "properties.savingsPlansToPurchase[0].properties.displayName",
        ),
        (
            &person,
            format!("PUT {access}/9f2f8e4e-0a53-4a44-8c31-6d0f1e4bb001"),
            &role,
            "properties.principalId",
        ),
        (&person, format!("PUT {tickets}/new"), &ticket, "properties.title"),
        (&person, format!("PUT {tickets}/new"), &ticket, "properties.contactDetails.lastName"),
        (&partner, "PUT /providers/Prorata/priceList".to_owned(), &price, "value[0].skuName"),
    ] {
        for hidden in HIDDEN {
            let mut body = body.clone();
            let pointer = format!("/{}", field.replace('.', "/").replace("[0]", "/0"));
            *body.pointer_mut(&pointer).expect(field) = json!(format!("a{hidden}b"));
            let reply = desk.send_body(who, &what, &body);
            assert_eq!((reply.status, reply.code()), (400, "InvalidRequestContent"), "{field}");
            assert_eq!(reply.body["error"]["target"], field, "{}", reply.body);
            let message = reply.body["error"]["message"].as_str().unwrap_or_default();
            let code = u32::from(hidden.chars().next().expect("one"));
            assert!(message.contains(&format!("U+{code:04X}")), "{message}");
        }
    }
    assert_eq!(desk.activities(&person), Vec::<Value>::new());
}

#[test]
fn what_is_kept_as_it_came_is_looked_at_as_well() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let tickets = "/providers/Microsoft.Support/supportTickets";
    let mut ticket = desk.ask(&person, &format!("GET {tickets}")).rows()[0].clone();
    let details = &mut ticket["properties"]["contactDetails"];
    details["additional"] = json!({ "nick\u{200b}name": "x" });
    let reply = desk.send_body(&person, &format!("PUT {tickets}/new"), &ticket);
    assert_eq!(
        (reply.status, &reply.body["error"]["target"]),
        (400, &json!("properties.contactDetails.additional.nick\\u{200b}name"))
    );
}

#[test]
fn every_script_can_be_used_in_a_name() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    for name in ["می\u{200c}خواهم", "ශ්\u{200d}රී", "👩\u{200d}💻 霞ヶ瀬", "שרת ראשי", "Å–ß"]
    {
        let body = json!({ "properties": { "name": name } });
        let reply = desk.send_body(&person, &format!("PATCH {}", item.id), &body);
        assert_eq!((reply.status, &reply.body["properties"]["displayName"]), (200, &json!(name)));
    }
}

#[test]
fn the_name_in_a_token_is_short_and_shows_what_it_is() {
    let desk = Desk::open();
    let tenant = desk.customer("Kupferhain").tenant;
    let ask = |name: &str| {
        use base64::Engine;
        use base64::engine::general_purpose::URL_SAFE_NO_PAD;
        let claims = json!({ "tid": tenant, "role": "AdminAgent", "name": name });
        let token = format!("Bearer demo.{}", URL_SAFE_NO_PAD.encode(claims.to_string()));
        let request = Request::get("/providers/Prorata/activities").header("authorization", token);
        block_on(desk.send(request.body(Vec::new()).expect("a request"))).status().as_u16()
    };
    for name in ["", "Robin Berg", "林 Åsa", &"x".repeat(512)] {
        assert_eq!(ask(name), 200, "{name}");
    }
    for name in ["a\nb", "\u{202e}nimda", "ad\u{200b}min", &"x".repeat(513)] {
        assert_eq!(ask(name), 401, "{name}");
    }
    assert_eq!(desk.ask(&Person::of(&tenant), "GET /providers/Prorata/activities").status, 200);
}
