//! What can be bought.

use azure::{CatalogItem, Page, from_slice};
use serde_json::{Value, json};

use crate::fixtures::exchange::subscription;
use crate::fixtures::{Desk, Person};

fn catalog(desk: &Desk, person: &Person, query: &str) -> Vec<Value> {
    let subscription = subscription(desk, person);
    let path = format!("GET {subscription}/providers/Microsoft.Capacity/catalogs?take=100&{query}");
    let reply = desk.ask(person, &path);
    let page: Page<CatalogItem> = from_slice(reply.body.to_string().as_bytes()).expect("items");
    for item in &page.value {
        assert!(item.rest.is_empty(), "{item:?}");
        for term in item.terms.as_deref().expect("terms") {
            assert_eq!(item.plans_for(term).len(), 2, "{item:?}");
        }
    }
    reply.rows().clone()
}

fn item<'i>(items: &'i [Value], name: &str) -> &'i Value {
    items.iter().find(|item| item["name"] == name).expect(name)
}

#[test]
fn a_place_has_list_prices_in_the_currency_of_the_customer() {
    let desk = Desk::open();
    let query = "reservedResourceType=VirtualMachines&location=UKSouth";
    let items = catalog(&desk, &desk.customer("Thistledown"), query);
    assert!(items.len() > 20, "{} items", items.len());
    let d4s = item(&items, "Standard_D4s_v5");
    // 1,026 and 1,960 USD, 8 % more, at 1.2671 USD for a pound.
    assert_eq!(
        d4s["msrp"],
        json!({
            "p1Y": { "currencyCode": "GBP", "amount": number("874.50") },
            "p3Y": { "currencyCode": "GBP", "amount": number("1671.00") },
        })
    );
    assert_eq!(d4s["terms"], json!(["P1Y", "P3Y"]));
    assert_eq!(d4s["locations"], json!(["uksouth"]));
    assert_eq!(d4s["restrictions"], json!([]));
    let properties = d4s["skuProperties"].as_array().expect("properties");
    assert!(properties.contains(&json!({ "name": "Cores", "value": "4" })));
    assert!(properties.contains(&json!({ "name": "ProductShortName", "value": "DSv5 Series" })));
}

fn number(text: &str) -> Value {
    serde_json::from_str(text).expect("a number")
}

#[test]
fn without_a_place_an_item_has_all_of_them_and_no_price() {
    let desk = Desk::open();
    let items = catalog(&desk, &desk.customer("Thistledown"), "reservedResourceType=avs");
    assert_eq!(items.len(), 2);
    let avs = item(&items, "AV36P");
    assert_eq!(avs["locations"].as_array().map(Vec::len), Some(10));
    assert_eq!(avs["msrp"], Value::Null);
    assert_eq!(avs["terms"], json!(["P1Y", "P3Y", "P5Y"]));
    let all = catalog(&desk, &desk.customer("Thistledown"), "");
    assert!(all.len() > 50, "{} items", all.len());
    assert_eq!(item(&all, "SQL_Edge_Device")["locations"], json!(["global"]));
    assert!(!all.iter().any(|item| item["name"] == "CS28_Node"), "no longer sold at all");
}

#[test]
fn series_that_are_no_longer_sold_are_restricted() {
    let desk = Desk::open();
    let items = catalog(&desk, &desk.customer("Kupferhain"), "location=westeurope");
    let restricted = |name: &str| -> Vec<String> {
        let restrictions = item(&items, name)["restrictions"].as_array().expect("a list");
        let term = |restriction: &Value| {
            assert_eq!(restriction["type"], "Term");
            assert_eq!(restriction["reasonCode"], "NotAvailableForSubscription");
            restriction["values"][0].as_str().expect("a term").to_owned()
        };
        restrictions.iter().map(term).collect()
    };
    assert_eq!(restricted("Standard_D4s_v3"), ["P1Y", "P3Y"]);
    assert_eq!(restricted("Standard_DS3_v2"), ["P1Y"]);
    assert_eq!(restricted("Standard_B2ms"), ["P1Y"]);
    assert!(restricted("Standard_D4s_v5").is_empty());
}

#[test]
fn only_subscriptions_of_the_customer_have_a_catalogue() {
    let desk = Desk::open();
    let own = subscription(&desk, &desk.customer("Kupferhain"));
    let path = format!("GET {own}/providers/Microsoft.Capacity/catalogs");
    for person in [desk.customer("Brisa"), desk.partner()] {
        assert_eq!(desk.ask(&person, &path).status, 404);
    }
}

#[test]
fn pages_are_asked_for_as_the_catalog_does() {
    let desk = Desk::open();
    let person = desk.customer("Thistledown");
    let all = catalog(&desk, &person, "reservedResourceType=VirtualMachines");
    let payer = subscription(&desk, &person);
    let query = "reservedResourceType=VirtualMachines&$skip=2.0&$take=3.0";
    let path = format!("{payer}/providers/Microsoft.Capacity/catalogs");
    let page = desk.ask(&person, &format!("GET {path}?{query}"));
    assert_eq!(page.rows()[..], all[2..5]);
    let link = page.body["nextLink"].as_str().and_then(|link| link.split_once('?'));
    let (_, query) = link.expect("a next page");
    assert_eq!(desk.ask(&person, &format!("GET {path}?{query}")).rows()[..], all[5..8]);
}
