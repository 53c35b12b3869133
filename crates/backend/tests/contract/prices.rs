//! The price list: invented prices, and what is imported over them.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::fixtures::exchange::{machines, subscription};
use crate::fixtures::{Desk, Reply};

const LIST: &str = "/providers/Prorata/priceList";

fn row(price: &str) -> Value {
    json!({
        "reservedResourceType": "virtualmachines", "skuName": "Standard_D4s_v5",
        "location": "WestEurope", "term": "P1Y", "unitPrice": price, "currencyCode": "eur",
    })
}

fn import(desk: &Desk, rows: &[Value]) -> Reply {
    desk.send_body(&desk.partner(), &format!("PUT {LIST}"), &json!({ "value": rows }))
}

fn listed(desk: &Desk, query: &str) -> Vec<Value> {
    desk.ask(&desk.partner(), &format!("GET {LIST}?{query}")).rows().clone()
}

/// The price of the row of [`row`].
fn d4s(desk: &Desk) -> (String, String) {
    let query = "currencyCode=EUR&reservedResourceType=VirtualMachines&location=westeurope";
    let rows = listed(desk, query);
    let mut named =
        rows.iter().filter(|row| row["skuName"] == "Standard_D4s_v5" && row["term"] == "P1Y");
    let row = named.next().expect("a row");
    assert_eq!(named.next(), None, "one price for one thing");
    let text = |field: &str| row[field].as_str().expect("a text").to_owned();
    (text("unitPrice"), text("source"))
}

#[test]
fn every_currency_of_a_customer_has_prices() {
    let desk = Desk::open();
    for code in ["USD", "EUR", "GBP", "SEK", "CHF", "JPY"] {
        let rows = listed(&desk, &format!("currencyCode={code}"));
        assert!(rows.len() > 900, "{} rows in {code}", rows.len());
        for row in rows {
            assert_eq!(
                (&row["currencyCode"], &row["source"]),
                (&json!(code), &json!("demonstration"))
            );
            let price = row["unitPrice"].as_str().expect("a text");
            assert_eq!(price.contains('.'), code != "JPY", "{price}");
        }
    }
    assert!(listed(&desk, "currencyCode=NOK").is_empty());
    let reply = desk.ask(&desk.partner(), &format!("GET {LIST}?currencyCode=Euro"));
    assert_eq!((reply.status, &reply.body["error"]["target"]), (400, &json!("currencyCode")));
}

#[test]
fn imported_rows_go_before_and_are_replaced_together() {
    let desk = Desk::open();
    assert_eq!(d4s(&desk), ("1117.00".into(), "demonstration".into()));
    let mut of_tomorrow = row("900");
    of_tomorrow["effectiveDate"] = json!("2026-11-22");
    assert_eq!(import(&desk, &[row("1000.50"), of_tomorrow]).status, 200);
    assert_eq!(d4s(&desk), ("1000.50".into(), "imported".into()));
    desk.wait(TimeDelta::days(1));
    assert_eq!(d4s(&desk), ("900.00".into(), "imported".into()));
    let imported = listed(&desk, "");
    assert_eq!(imported.len(), 2);
    assert_eq!(imported[0]["reservedResourceType"], "VirtualMachines");
    assert_eq!(
        (&imported[0]["location"], &imported[0]["currencyCode"]),
        (&json!("westeurope"), &json!("EUR"))
    );
    assert_eq!(imported[0]["effectiveDate"], "2026-11-21");
    assert_eq!(import(&desk, &[]).status, 200);
    assert_eq!(d4s(&desk).1, "demonstration");
}

#[test]
fn a_bad_row_is_named_with_its_field_and_nothing_is_imported() {
    let desk = Desk::open();
    let broken = |field: &str, value: Value| {
        let mut row = row("1.00");
        row[field] = value;
        row
    };
    for (field, value, why) in [
        ("unitPrice", json!("1,50"), "must be a decimal such as 1234.50"),
        ("unitPrice", json!("-1"), "must not be negative"),
        ("unitPrice", Value::Null, "is required"),
        ("currencyCode", json!("XXX"), "must be a currency code of ISO 4217"),
        ("term", json!("1 Year"), "must be a duration"),
        ("skuName", json!(" "), "is required"),
        ("skuName", json!("x".repeat(2_000)), "is too long"),
        ("location", json!(7), "must be a text"),
        ("effectiveDate", json!("1.2.2026"), "must be a date written YYYY-MM-DD"),
        ("effectiveDate", json!("2026-2-1"), "must be a date written YYYY-MM-DD"),
        ("effectiveDate", json!("+12026-02-01"), "must be a date written YYYY-MM-DD"),
    ] {
        let reply = import(&desk, &[row("2.00"), broken(field, value)]);
        assert_eq!((reply.status, reply.code()), (400, "InvalidRequestContent"));
        let target = format!("value[1].{field}");
        assert_eq!(reply.body["error"]["target"], target.as_str());
        let message = reply.body["error"]["message"].as_str().expect("a message");
        assert!(message.starts_with(&format!("{target}: {why}")), "{message}");
    }
    let twice = import(&desk, &[row("1.00"), row("2.00")]);
    assert_eq!(twice.body["error"]["target"], "value[1]");
    assert_eq!(desk.send_body(&desk.partner(), &format!("PUT {LIST}"), &json!({})).status, 400);
    assert!(listed(&desk, "").is_empty());
}

#[test]
fn names_that_run_into_each_other_are_names_of_different_products() {
    let desk = Desk::open();
    let of = |sku: &str, location: &str| {
        let mut row = row("1.00");
        row["skuName"] = json!(sku);
        row["location"] = json!(location);
        row
    };
    let reply = import(&desk, &[of("a|b", "c"), of("a", "b|c"), of("a\"b", "c")]);
    assert_eq!(reply.status, 200, "{}", reply.body);
}

#[test]
fn a_guest_cannot_import() {
    let desk = Desk::open();
    let guest = desk.partner().with_role("Guest");
    let reply = desk.send_body(&guest, &format!("PUT {LIST}"), &json!({ "value": [] }));
    assert_eq!((reply.status, reply.code()), (403, "AuthorizationFailed"));
}

#[test]
fn an_import_is_not_lost_when_the_demonstration_would_be_renewed() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let rename = json!({ "properties": { "name": "Leitstand" } });
    assert_eq!(desk.send_body(&person, &format!("PATCH {}", item.id), &rename).status, 200);
    assert_eq!(import(&desk, &[row("1.00")]).status, 200);
    desk.wait(TimeDelta::days(1));
    assert_eq!(d4s(&desk).1, "imported");
    let row = desk.ask(&person, &format!("GET {}", item.id)).body;
    assert_eq!(row["properties"]["displayName"], "Leitstand");
}

#[test]
fn what_is_imported_is_what_is_charged() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let payer = subscription(&desk, &person);
    let mut new = row("1234.56");
    new["skuName"] = json!("Standard_X9s_v9");
    assert_eq!(import(&desk, &[new]).status, 200);
    let request = machines(&payer, "standard_x9s_v9", "westeurope", "P1Y", 3);
    let reply = desk.post(&person, "/providers/Microsoft.Capacity/calculatePrice", &request);
    assert_eq!(reply.status, 200, "{}", reply.body);
    let total = &reply.body["properties"]["billingCurrencyTotal"]["amount"];
    assert_eq!(total.to_string(), "3703.68");
}

#[test]
fn an_import_is_recorded() {
    let desk = Desk::open();
    assert_eq!(import(&desk, &[row("1.00")]).status, 200);
    assert_eq!(import(&desk, &[row("1.00")]).status, 200, "the same again changes nothing");
    let recorded = desk.activities(&desk.partner());
    assert_eq!(recorded.len(), 1);
    assert_eq!(recorded[0]["action"], "Prorata/priceList/write");
    assert_eq!(recorded[0]["changes"], json!([{ "field": "rows", "before": 0, "after": 1 }]));
}
