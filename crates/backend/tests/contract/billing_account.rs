//! What Microsoft's own clients ask for and the page does not: lists of the whole billing account, the orders
//! that are applied to a subscription, and what the API can do.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::fixtures::{Desk, Person, Reply};

const RESERVATIONS: &str = "GET /providers/Microsoft.Capacity/reservations";
const TRANSACTIONS: &str = "providers/Microsoft.Consumption/reservationTransactions";

fn account(desk: &Desk) -> String {
    let account = desk.ask(&desk.partner(), "GET /providers/Prorata/account").body;
    let name = account["billingAccountId"].as_str().expect("an id");
    format!("/providers/Microsoft.Billing/billingAccounts/{name}")
}

fn customers(desk: &Desk) -> Vec<Person> {
    let summaries = desk.ask(&desk.partner(), "GET /providers/Prorata/customerSummaries");
    let person = |row: &Value| Person::of(row["customerId"].as_str().expect("an id"));
    summaries.rows().iter().map(person).collect()
}

/// Every page of a list, from the first one on.
fn pages(desk: &Desk, person: &Person, first: &str) -> Vec<Reply> {
    let mut pages = vec![desk.ask(person, first)];
    while let Some(link) = pages.last().and_then(|page| page.body["nextLink"].as_str()) {
        let (_, query) = link.split_once('?').expect("a query");
        let (path, _) = first.split_once('?').unwrap_or((first, ""));
        let next = desk.ask(person, &format!("{path}?{query}"));
        assert!(pages.len() < 1_000, "the pages come to an end");
        pages.push(next);
    }
    pages
}

fn rows(pages: &[Reply]) -> Vec<Value> {
    pages.iter().flat_map(|page| page.rows().clone()).collect()
}

fn id(row: &Value) -> &str {
    row["id"].as_str().expect("an id")
}

/// The id of the Capacity API that belongs to one of the Billing API.
fn in_capacity(account: &str, row: &Value) -> String {
    let rest = id(row).strip_prefix(account).expect("an id of the account");
    format!("/providers/microsoft.capacity{rest}")
}

#[test]
fn the_reservations_of_the_account_are_those_of_all_customers() {
    let desk = Desk::open();
    let (account, partner) = (account(&desk), desk.partner());
    let path = format!("GET {account}/reservations?take=7&refreshSummary=true");
    let pages = pages(&desk, &partner, &path);
    assert!(pages.iter().rev().skip(1).all(|page| page.rows().len() == 7));
    let listed = rows(&pages);
    let mut expected = Vec::new();
    for person in customers(&desk) {
        let list = desk.ask(&person, &format!("{RESERVATIONS}?take=100"));
        assert!(list.body["nextLink"].is_null());
        expected.extend(list.rows().clone());
    }
    assert!(expected.len() > 60, "{}", expected.len());
    assert_eq!(listed.len(), expected.len());
    for row in &listed {
        let own = in_capacity(&account, row);
        let theirs = expected.iter().find(|row| id(row) == own).expect(&own);
        for field in ["location", "sku", "etag", "properties", "name"] {
            assert_eq!(row[field], theirs[field], "{own} {field}");
        }
        let expected = "microsoft.billing/billingAccounts/reservationOrders/reservations";
        assert_eq!(row["type"], expected, "{own}");
        assert!(row["kind"].is_null());
    }
    let ids: BTreeSet<&str> = listed.iter().map(id).collect();
    assert_eq!(ids.len(), listed.len(), "each is told once");
    // The counts are of everything, and belong to the first page.
    let summary = pages[0].body["summary"].as_object().expect("a summary");
    let total: u64 = summary.values().filter_map(Value::as_u64).sum();
    assert_eq!(total, listed.len() as u64, "{summary:?}");
    assert_eq!((&summary["noBenefitCount"], &summary["warningCount"]), (&json!(0), &json!(0)));
    assert!(pages.iter().skip(1).all(|page| page.body["summary"].is_null()));
}

#[test]
fn an_order_and_a_filter_hold_over_all_customers() {
    let desk = Desk::open();
    let (account, partner) = (account(&desk), desk.partner());
    let all = rows(&pages(&desk, &partner, &format!("GET {account}/reservations")));
    for parameter in ["orderBy", "$orderby"] {
        let query = format!("{parameter}=properties/quantity desc&take=9");
        let pages = pages(&desk, &partner, &format!("GET {account}/reservations?{query}"));
        let ordered = rows(&pages);
        let quantity = |row: &Value| row["properties"]["quantity"].as_u64().expect("a quantity");
        assert!(ordered.is_sorted_by(|one, next| quantity(one) >= quantity(next)));
        let ids =
            |rows: &[Value]| rows.iter().map(|row| id(row).to_owned()).collect::<BTreeSet<_>>();
        assert_eq!((ordered.len(), ids(&ordered)), (all.len(), ids(&all)));
    }
    for parameter in ["filter", "$filter"] {
        let query = format!("{parameter}=properties/reservedResourceType eq 'SqlDatabases'");
        let found = pages(&desk, &partner, &format!("GET {account}/reservations?{query}&take=2"));
        let is_sql = |row: &&Value| row["properties"]["reservedResourceType"] == "SqlDatabases";
        assert!(found.len() > 1);
        assert_eq!(rows(&found), all.iter().filter(is_sql).cloned().collect::<Vec<_>>());
    }
    let cancelled = format!("GET {account}/reservations?selectedState=Cancelled");
    let cancelled = rows(&pages(&desk, &partner, &cancelled));
    let is_cancelled = |row: &Value| row["properties"]["displayProvisioningState"] == "Cancelled";
    assert!(!cancelled.is_empty() && cancelled.iter().all(is_cancelled));
    let wrong = format!("GET {account}/reservations?filter=properties/price eq 1");
    assert_eq!(desk.ask(&partner, &wrong).status, 400);
}

#[test]
fn numbers_of_rows_may_have_a_fraction_of_nothing() {
    let desk = Desk::open();
    let (account, partner) = (account(&desk), desk.partner());
    let customer = desk.customer("Fjällgren");
    for (person, list, skip) in [
        (&partner, format!("GET {account}/reservations"), "skiptoken"),
        (&customer, RESERVATIONS.to_owned(), "$skiptoken"),
    ] {
        let all = rows(&pages(&desk, person, &list));
        let part = desk.ask(person, &format!("{list}?{skip}=2.0&take=3.0"));
        assert_eq!(part.rows()[..], all[2..5], "{list}");
        let beyond = desk.ask(person, &format!("{list}?{skip}=100000.0"));
        assert_eq!(beyond.rows().len(), 0);
        for wrong in ["take=2.5", "take=0", "take=0.0", "take=101", "take=-1.0", "take=x"] {
            assert_eq!(desk.ask(person, &format!("{list}?{wrong}")).status, 400, "{wrong}");
        }
    }
    for wrong in ["skiptoken=1.5", "skiptoken=x", "skiptoken=W10"] {
        let list = format!("GET {account}/reservations?{wrong}");
        assert_eq!(desk.ask(&partner, &list).status, 400, "{wrong}");
    }
}

#[test]
fn rows_that_come_between_two_pages_push_none_out() {
    let desk = Desk::open();
    let (account, partner) = (account(&desk), desk.partner());
    let list = format!("GET {account}/reservations?take=5");
    let before: BTreeSet<String> =
        rows(&pages(&desk, &partner, &list)).iter().map(|row| id(row).to_owned()).collect();
    let customer = desk.customer("Kupferhain");
    let item = desk.reservation(&customer, "Fertigungsleitstand");
    let mut page = desk.ask(&partner, &list);
    let mut listed = page.rows().clone();
    let mut is_split = false;
    while let Some((_, query)) = page.body["nextLink"].as_str().and_then(|it| it.split_once('?')) {
        if !is_split {
            let quantities = [1, item.quantity - 1];
            let body =
                json!({ "properties": { "reservationId": item.id, "quantities": quantities } });
            let reply = desk.post(&customer, &format!("{}/split", item.order), &body);
            assert_eq!(reply.status, 202, "{}", reply.body);
            desk.wait(TimeDelta::minutes(2));
            is_split = true;
        }
        page = desk.ask(&partner, &format!("GET {account}/reservations?{query}"));
        listed.extend(page.rows().clone());
    }
    let ids: BTreeSet<String> = listed.iter().map(|row| id(row).to_owned()).collect();
    assert_eq!(ids.len(), listed.len(), "none is told twice");
    assert!(before.is_subset(&ids), "none is left out");
    // Nobody has asked for the customer's own list since the split was due.
    let after = rows(&pages(&desk, &partner, &list));
    assert_eq!(after.len(), before.len() + 2);
    let source =
        after.iter().find(|row| in_capacity(&account, row) == item.id).expect("the source");
    assert_eq!(source["properties"]["provisioningState"], "Split");
}

#[test]
fn the_transactions_of_the_account_are_those_of_all_customers() {
    let desk = Desk::open();
    let (account, partner) = (account(&desk), desk.partner());
    let list = format!("GET {account}/{TRANSACTIONS}");
    let listed = rows(&pages(&desk, &partner, &format!("{list}?take=10")));
    let mut expected = Vec::new();
    for person in customers(&desk) {
        let path = format!("GET {account}/customers/{}/{TRANSACTIONS}", person.tenant);
        expected.extend(rows(&pages(&desk, &partner, &path)));
    }
    assert!(listed.len() > 60, "{}", listed.len());
    assert_eq!(listed.len(), expected.len());
    assert!(expected.iter().all(|row| listed.contains(row)));
    let filter =
        "$filter=properties/eventDate ge 2026-01-01 AND properties/eventDate le 2026-06-30";
    let of_half = rows(&pages(&desk, &partner, &format!("{list}?{filter}&take=10")));
    let is_of_half = |row: &&Value| {
        let day = &row["properties"]["eventDate"].as_str().expect("a time")[..10];
        ("2026-01-01"..="2026-06-30").contains(&day)
    };
    let expected: Vec<Value> = listed.iter().filter(is_of_half).cloned().collect();
    assert!(!expected.is_empty() && expected.len() < listed.len());
    assert_eq!(of_half, expected);
    for (query, status) in [
        ("useMarkupIfPartner=true", 400),
        ("previewMarkupPercentage=5", 400),
        ("useMarkupIfPartner=false", 200),
        ("$filter=eventDate", 400),
    ] {
        assert_eq!(desk.ask(&partner, &format!("{list}?{query}")).status, status, "{query}");
    }
}

#[test]
fn a_transaction_that_cannot_be_read_is_not_left_out_in_silence() {
    let desk = Desk::open();
    let (account, partner) = (account(&desk), desk.partner());
    desk.tamper_with(&desk.customer("Vantaggio"), |documents| {
        let key =
            documents.keys().find(|key| key.starts_with("transaction/")).expect("one").clone();
        documents.insert(key, "{".to_owned());
    });
    // The page that reaches the customer is refused.
    let path = format!("GET {account}/{TRANSACTIONS}?take=100");
    let mut reply = desk.ask(&partner, &path);
    while let Some((_, query)) = reply.body["nextLink"].as_str().and_then(|it| it.split_once('?')) {
        reply = desk.ask(&partner, &format!("GET {account}/{TRANSACTIONS}?{query}"));
    }
    assert_eq!((reply.status, reply.code()), (409, "UnreadableDocument"));
    // A reservation that cannot be read is a row that says so.
    desk.tamper_with(&desk.customer("Vantaggio"), |documents| {
        let key =
            documents.keys().find(|key| key.starts_with("reservation/")).expect("one").clone();
        documents.insert(key, "{".to_owned());
    });
    let listed = rows(&pages(&desk, &partner, &format!("GET {account}/reservations")));
    let is_unread = |row: &&Value| {
        row["properties"]["extendedStatusInfo"]["statusCode"] == "UnreadableDocument"
    };
    assert_eq!(listed.iter().filter(is_unread).count(), 1);
}

#[test]
fn lists_of_the_account_are_the_partners() {
    let desk = Desk::open();
    let (account, partner) = (account(&desk), desk.partner());
    let other = "/providers/Microsoft.Billing/billingAccounts/another";
    for list in ["reservations", TRANSACTIONS] {
        let path = format!("GET {account}/{list}");
        for (person, status) in [
            (partner.clone(), 200),
            (Person::of(""), 200),
            (partner.with_role("Guest"), 200),
            (partner.with_role("Emperor"), 403),
            (desk.customer("Kupferhain"), 403),
            (Person::of("00000000-0000-4000-8000-000000000000"), 403),
        ] {
            assert_eq!(desk.ask(&person, &path).status, status, "{list} {person:?}");
        }
        assert_eq!(desk.ask(&partner, &format!("GET {other}/{list}")).status, 404);
    }
}

#[test]
fn a_subscription_has_the_orders_that_reach_it() {
    let desk = Desk::open();
    let mut left_out = 0;
    for person in customers(&desk) {
        let subscriptions = desk.ask(&person, "GET /subscriptions").rows().clone();
        let reservations = desk.ask(&person, &format!("{RESERVATIONS}?take=100")).rows().clone();
        for subscription in &subscriptions {
            let path =
                format!("{}/providers/Microsoft.Capacity/appliedReservations", id(subscription));
            let reply = desk.ask(&person, &format!("GET {path}"));
            assert_eq!(reply.body["type"], "Microsoft.Capacity/AppliedReservations");
            let orders = &reply.body["properties"]["reservationOrderIds"]["value"];
            let orders: Vec<&str> =
                orders.as_array().expect("orders").iter().filter_map(Value::as_str).collect();
            let distinct: BTreeSet<&str> = orders.iter().copied().collect();
            assert_eq!(distinct.len(), orders.len(), "each order once");
            for row in &reservations {
                let properties = &row["properties"];
                let order = id(row).split("/reservations/").next().expect("an order");
                let details = &properties["appliedScopeProperties"];
                let root = format!("/managementGroups/{}", person.tenant);
                let reaches = match properties["appliedScopeType"].as_str() {
                    Some("Shared") => true,
                    Some("Single") => details["subscriptionId"] == subscription["id"],
                    Some("ManagementGroup") => details["managementGroupId"]
                        .as_str()
                        .is_some_and(|group| group.ends_with(&root)),
                    _ => false,
                };
                let is_over = ["Cancelled", "Expired", "Failed", "Split", "Merged"]
                    .iter()
                    .any(|state| properties["provisioningState"] == *state);
                let is_alone =
                    reservations.iter().filter(|it| id(it).starts_with(order)).count() == 1;
                if reaches && properties["provisioningState"] == "Succeeded" {
                    assert!(orders.contains(&order), "{} {order}", subscription["id"]);
                } else if is_alone && (is_over || !reaches) {
                    assert!(!orders.contains(&order), "{} {order}", subscription["id"]);
                    left_out += 1;
                }
            }
        }
    }
    assert!(left_out > 10, "{left_out}");
    let foreign = desk.ask(&desk.customer("Brisa"), "GET /subscriptions").rows()[0].clone();
    let path = format!("GET {}/providers/Microsoft.Capacity/appliedReservations", id(&foreign));
    let reply = desk.ask(&desk.customer("Kupferhain"), &path);
    assert_eq!((reply.status, reply.code()), (404, "SubscriptionNotFound"));
}

#[test]
fn what_the_capacity_api_can_do_is_told() {
    let desk = Desk::open();
    let path = "GET /providers/Microsoft.Capacity/operations";
    let all = rows(&pages(&desk, &desk.customer("Kupferhain"), &format!("{path}?take=5")));
    let names: Vec<&str> = all.iter().filter_map(|row| row["name"].as_str()).collect();
    assert!(names.contains(&"Microsoft.Capacity/reservationOrders/return/action"));
    assert_eq!(all, desk.ask(&desk.partner(), path).rows().clone());
    for row in &all {
        for field in ["provider", "resource", "operation", "description"] {
            let text = row["display"][field].as_str();
            assert!(text.is_some_and(|text| !text.is_empty()), "{row}");
        }
    }
    assert_eq!(desk.ask(&desk.partner().with_role("Emperor"), path).status, 403);
}
