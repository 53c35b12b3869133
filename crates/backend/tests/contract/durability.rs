//! What was accepted is carried out, however long nobody looks, and quotes leave nothing behind.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::fixtures::exchange::{CALCULATE, draft, machines, subscription};
use crate::fixtures::{Desk, Item, Person, Reply};

const AWAY: [TimeDelta; 4] =
    [TimeDelta::minutes(1), TimeDelta::hours(25), TimeDelta::days(40), TimeDelta::days(365)];
const TICKETS: &str = "/providers/Microsoft.Support/supportTickets";
const PRICE: &str = "/providers/Microsoft.Capacity/calculatePrice";

fn d8s(desk: &Desk, person: &Person) -> Value {
    machines(&subscription(desk, person), "Standard_D8s_v5", "westeurope", "P3Y", 1)
}

/// The states of all reservations of the customer.
fn states(desk: &Desk, person: &Person) -> Vec<String> {
    let list = desk.ask(person, "GET /providers/Microsoft.Capacity/reservations");
    let state = |row: &Value| row["properties"]["provisioningState"].as_str().map(str::to_owned);
    list.rows().iter().map(|row| state(row).expect("a state")).collect()
}

type Begin = fn(&Desk, &Person, &Item) -> Reply;

/// Everything that is accepted and carried out later.
const OPERATIONS: [(&str, Begin); 6] = [
    ("split", |desk, person, item| {
        let body = json!({ "properties": { "quantities": [4, 2], "reservationId": item.id } });
        desk.post(person, &format!("{}/split", item.order), &body)
    }),
    ("merge", |desk, person, item| {
        let body = json!({ "properties": { "quantities": [4, 2], "reservationId": item.id } });
        let split = desk.post(person, &format!("{}/split", item.order), &body);
        desk.wait(TimeDelta::seconds(5));
        let parts = desk.follow(person, &split).body;
        let body = json!({ "properties": { "sources": [parts[0]["id"], parts[1]["id"]] } });
        desk.post(person, &format!("{}/merge", item.order), &body)
    }),
    ("exchange", |desk, person, item| {
        let body = draft(&[(item, 1)], &[d8s(desk, person)], &[]);
        let quote = desk.exchange_quote(person, &body, "azure-2026-08");
        desk.exchange(person, &quote)
    }),
    ("purchase", |desk, person, _| {
        let request = d8s(desk, person);
        let price = desk.post(person, PRICE, &request).body;
        let order = price["properties"]["reservationOrderId"].as_str().expect("an id");
        let what = format!("PUT /providers/Microsoft.Capacity/reservationOrders/{order}");
        desk.send_body(person, &what, &request)
    }),
    ("ticket", |desk, person, _| {
        let sent = desk.ask(person, &format!("GET {TICKETS}")).rows()[0].clone();
        desk.send_body(person, &format!("PUT {TICKETS}/away"), &sent)
    }),
    ("return", |desk, person, item| {
        let quote =
            desk.post(person, &format!("{}/calculateRefund", item.order), &item.refund_body(1));
        desk.post(person, &format!("{}/return", item.order), &item.return_body(1, &quote.body))
    }),
];

#[test]
fn whatever_was_accepted_is_finished_after_a_minute_and_after_a_year() {
    for (name, begin) in OPERATIONS {
        for away in AWAY {
            let desk = Desk::open();
            let person = desk.customer("Kupferhain");
            let item = desk.reservation(&person, "Fertigungsleitstand");
            let accepted = begin(&desk, &person, &item);
            assert!([201, 202].contains(&accepted.status), "{name}: {}", accepted.body);
            desk.wait(away);
            // Somebody else looks first, and the person comes back a day later.
            desk.ask(&desk.partner(), "GET /providers/Prorata/customerSummaries").rows();
            for state in states(&desk, &person) {
                assert!(
                    !["Pending", "Creating"].contains(&&*state),
                    "{name} after {away}: {state}"
                );
            }
            desk.wait(TimeDelta::hours(25));
            let result = desk.follow(&person, &accepted);
            assert_eq!(result.status, 200, "{name} after {away}: {}", result.body);
            let status = &result.body["status"];
            assert!(status.is_null() || status == "Succeeded", "{name} after {away}: {status}");
        }
    }
}

#[test]
fn a_body_that_is_nested_too_deep_is_refused_and_spoils_nothing() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let request = d8s(&desk, &person);
    let ticket = desk.ask(&person, &format!("GET {TICKETS}")).rows()[0].clone();
    let nested = |levels: usize| (0..levels).fold(json!(1), |inner, _| json!({ "a": inner }));
    for (levels, is_refused) in [(125, true), (31, true), (29, false), (20, false)] {
        for (what, place) in [
            (format!("POST {CALCULATE}"), "/properties/reservationsToPurchase/0/tags"),
            (format!("POST {PRICE}"), "/tags"),
            (format!("PUT {TICKETS}/deep-{levels}"), "/properties/contactDetails"),
            (format!("PUT {TICKETS}/odd-{levels}"), "/properties/technicalTicketDetails"),
        ] {
            let mut body = match place {
                "/tags" => request.clone(),
                _ if what.contains(TICKETS) => ticket.clone(),
                _ => draft(&[(&item, 1)], std::slice::from_ref(&request), &[]),
            };
            let (parent, name) = place.rsplit_once('/').expect("a place");
            body.pointer_mut(parent).expect(parent)[name]["tags"] = nested(levels);
            let reply = desk.send_body(&person, &what, &body);
            assert!(reply.status < 500, "{what}: {}", reply.body);
            if is_refused {
                assert_eq!((reply.status, reply.code()), (400, "InvalidRequestContent"), "{what}");
                let message = reply.body["error"]["message"].as_str().expect("words");
                assert!(message.contains("nested deeper than 32 levels"), "{message}");
            }
            desk.wait(TimeDelta::seconds(5));
            assert!(!states(&desk, &person).is_empty());
            desk.ask(&desk.partner(), "GET /providers/Prorata/customerSummaries").rows();
            let unreadable = desk.ask(&person, "GET /providers/Prorata/unreadableDocuments");
            assert_eq!(unreadable.rows().len(), 0, "{what}");
        }
    }
    for text in desk.stored(&person).values() {
        assert!(!text.contains(r#""tags""#), "{text}");
    }
}

#[test]
fn a_body_is_as_large_as_its_resource_needs() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let large = json!({ "properties": { "text": "x".repeat(300 * 1024) } });
    assert_eq!(desk.post(&person, PRICE, &large).status, 413);
    let list = json!({ "value": [], "note": "x".repeat(300 * 1024) });
    let reply = desk.send_body(&desk.partner(), "PUT /providers/Prorata/priceList", &list);
    assert_eq!(reply.status, 200);
}

#[test]
fn a_thousand_quotes_leave_nothing_with_the_records() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let before = desk.stored(&person);
    let request = d8s(&desk, &person);
    let exchange = draft(&[(&item, 1)], std::slice::from_ref(&request), &[]);
    let refund = format!("{}/calculateRefund", item.order);
    let mut first = None;
    let mut last = None;
    for _ in 0..350 {
        let quote = desk.post(&person, &refund, &item.refund_body(1));
        assert_eq!(quote.status, 200, "{}", quote.body);
        first.get_or_insert(quote.body.clone());
        last = Some(quote.body);
        assert_eq!(desk.post(&person, PRICE, &request).status, 200);
        assert_eq!(desk.post(&person, CALCULATE, &exchange).status, 202);
    }
    assert_eq!(desk.stored(&person), before);
    // Each of them can be carried out, once.
    let path = format!("{}/return", item.order);
    let carry_out = |quote: &Value| desk.post(&person, &path, &item.return_body(1, quote));
    let (first, last) = (first.expect("a quote"), last.expect("a quote"));
    assert_eq!(carry_out(&last).status, 202);
    assert_eq!(carry_out(&last).code(), "ActivateQuoteFailed", "used");

    // The oldest go when all together are too much, and say so.
    let of = backend::Unit::from_key(&format!("quotes-{}", person.tenant));
    desk.tamper(&of, |quotes| {
        for text in quotes.values_mut() {
            let more = format!("{{\"padding\":\"{}\",", "x".repeat(20_000));
            *text = text.replacen('{', &more, 1);
        }
    });
    desk.wait(TimeDelta::seconds(10));
    let newest = desk.post(&person, &refund, &item.refund_body(1)).body;
    let load = || crate::fixtures::block_on(backend::Store::load(desk.service.store(), &of));
    let sessions = load().expect("the store").documents;
    let sessions = sessions.iter().filter(|(key, _)| key.starts_with("session/"));
    let bytes: usize = sessions.map(|(key, text)| key.len() + text.len()).sum();
    assert!((1_900_000..=2_097_152).contains(&bytes), "{bytes} bytes");
    assert_eq!(carry_out(&first).code(), "ActivateQuoteFailed");
    assert_eq!(carry_out(&newest).status, 202);

    // Quotes that are over go when there are new ones.
    desk.wait(TimeDelta::days(2));
    desk.post(&person, PRICE, &request);
    let left = load().expect("the store").documents;
    let priced = left.keys().filter(|key| key.starts_with("pricedOrder/")).count();
    assert_eq!(priced, 1, "the others are over");
}
