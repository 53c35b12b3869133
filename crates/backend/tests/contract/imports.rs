//! Bringing in what a partner already has.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use backend::{MemoryStore, Store, StoreError, Unit};
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::fixtures::failing::{Commit, Failing};
use crate::fixtures::{Desk, Person, Reply, block_on};

const IMPORTS: &str = "/providers/Prorata/imports";
const HARBOUR: &str = "0f8fad5b-d9cb-469f-a165-70867728950e";
const LIGHTHOUSE: &str = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

fn id(kind: u32, number: u32) -> String {
    format!("{kind}0000000-0000-4000-8000-{number:012}")
}

/// A reservation of which everything is known, with other values for some fields.
fn reservation(number: u32, other: Value) -> Value {
    let mut facts = json!({
        "source": { "file": "list.csv", "line": number + 1 },
        "id": id(2, number),
        "orderId": id(1, number),
        "displayName": format!("Servers {number}"),
        "sku": "Standard_D2s_v5",
        "region": "westeurope",
        "reservedResourceType": "VirtualMachines",
        "quantity": 10,
        "term": "P3Y",
        "purchaseDate": "2025-03-01",
        "state": "Succeeded",
        "billingPlan": "Upfront",
        "unitPrice": "1200",
        "currencyCode": "EUR",
    });
    let other = other.as_object().expect("an object").clone();
    facts.as_object_mut().expect("an object").extend(other);
    facts
}

fn customer(tenant: &str, name: &str, reservations: Vec<Value>, bookings: Vec<Value>) -> Value {
    json!({ "tenantId": tenant, "name": name, "reservations": reservations, "bookings": bookings })
}

fn refund(usd: Value) -> Value {
    json!({
        "source": { "file": "transactions.csv", "line": 7 },
        "orderId": id(1, 1), "event": "Refund", "date": "2026-10-05", "amount": "900",
        "currencyCode": "EUR", "quantity": 3, "usd": usd,
    })
}

/// Two customers with three reservations.
fn two() -> Vec<Value> {
    vec![
        customer(
            HARBOUR,
            "Harbour",
            vec![reservation(1, json!({})), reservation(2, json!({ "unitPrice": null }))],
            vec![refund(json!("1000"))],
        ),
        customer(LIGHTHOUSE, "Lighthouse", vec![reservation(3, json!({}))], vec![]),
    ]
}

/// Somebody at the partner.
fn home() -> Person {
    Person::of("")
}

impl<S: Store> Desk<S> {
    /// Starts an import; its path is returned.
    #[track_caller]
    fn begin(&self, start_empty: bool) -> String {
        let files = json!([{ "name": "list.csv", "kind": "Portal", "rows": 3 }]);
        let body = json!({ "files": files, "startEmpty": start_empty });
        let reply = self.post(&home(), IMPORTS, &body);
        assert_eq!(reply.status, 201, "{}", reply.body);
        format!("{IMPORTS}/{}", reply.body["id"].as_str().expect("an id"))
    }

    fn stage(&self, import: &str, part: u32, customers: &[Value]) -> Reply {
        let body = json!({ "customers": customers });
        self.send_body(&home(), &format!("PUT {import}/parts/{part}"), &body)
    }

    fn get(&self, path: &str) -> Reply {
        self.ask(&home(), &format!("GET {path}"))
    }

    fn commit(&self, import: &str) -> Reply {
        self.post(&home(), &format!("{import}/commit"), &Value::Null)
    }

    fn undo(&self, import: &str) -> Reply {
        self.post(&home(), &format!("{import}/undo"), &Value::Null)
    }

    /// Imports customers, and starts empty if that is needed. The path of the import is returned.
    #[track_caller]
    fn import(&self, customers: &[Value]) -> String {
        let import = self.begin(true);
        let staged = self.stage(&import, 0, customers);
        assert_eq!((staged.status, &staged.body["rejected"]), (200, &json!([])), "{}", staged.body);
        let reply = self.commit(&import);
        assert_eq!(reply.status, 200, "{}", reply.body);
        import
    }

    /// Everything that is stored of customers, save what the service notes for itself.
    fn everything(&self) -> Vec<(String, String, String)> {
        let whole = block_on(self.service.store().load_all()).expect("the store");
        let mut all = Vec::new();
        for (unit, snapshot) in whole.units {
            if let Unit::Customer(tenant) = unit {
                let noted = ["activity/", "latest/", "request/"];
                let documents = snapshot.documents.into_iter();
                let documents =
                    documents.filter(|(key, _)| !noted.iter().any(|kind| key.starts_with(kind)));
                all.extend(documents.map(|(key, text)| (tenant.clone(), key, text)));
            }
        }
        all
    }

    /// The changes of an import as customer, name and what changes, from as many pages as it takes.
    fn changes(&self, import: &str, take: usize) -> Vec<Value> {
        let mut all = Vec::new();
        let mut path = format!("{import}/changes?$top={take}");
        loop {
            let reply = self.get(&path);
            all.extend(reply.rows().clone());
            assert!(reply.rows().len() <= take);
            let Some(next) = reply.body["nextLink"].as_str() else { return all };
            let next = next.strip_prefix(crate::fixtures::PUBLIC_URL);
            path = next.expect("a link of the service").to_owned();
        }
    }
}

fn counts(reply: &Reply) -> Value {
    reply.body["counts"].clone()
}

#[test]
fn nothing_is_seen_of_an_import_until_it_is_committed_and_then_all_of_it() {
    let desk = Desk::open();
    let import = desk.begin(true);
    let demonstration = desk.everything();
    let [harbour, lighthouse] = &two()[..] else { unreachable!() };
    assert_eq!(desk.stage(&import, 1, std::slice::from_ref(lighthouse)).status, 200);
    let staged = desk.stage(&import, 0, std::slice::from_ref(harbour));
    assert_eq!(staged.body, json!({ "part": 0, "reservations": 2, "bookings": 1, "rejected": [] }));
    let preview = desk.get(&import);
    assert_eq!(
        (preview.body["state"].as_str(), &preview.body["parts"]),
        (Some("Staged"), &json!(2))
    );
    let expected = json!({
        "customers": { "new": 2, "changed": 0, "unchanged": 0 },
        "reservations": { "new": 3, "changed": 0, "unchanged": 0 },
        "bookings": { "new": 1, "changed": 0, "unchanged": 0 },
        "incomplete": 1, "kept": 0, "withoutUsd": 0, "sameReturns": 0, "maybeSame": 0,
    });
    assert_eq!(counts(&preview), expected);
    assert!(desk.everything() == demonstration, "nothing is visible yet");
    for take in [1, 2, 100] {
        let changes = desk.changes(&import, take);
        let names: Vec<_> = changes.iter().map(|row| row["name"].as_str().unwrap_or("")).collect();
        let booked = id(1, 1);
        assert_eq!(
            names,
            ["Harbour", &booked, "Servers 1", "Servers 2", "Lighthouse", "Servers 3"],
            "{take}"
        );
        assert_eq!(changes[3]["missing"], json!(["unitPrice"]));
        assert!(changes.iter().all(|row| row["isNew"] == true));
    }

    let reply = desk.commit(&import);
    assert_eq!(reply.status, 200, "{}", reply.body);
    assert_eq!((reply.body["state"].as_str(), counts(&reply)), (Some("Committed"), expected));
    assert_eq!(reply.body["canBeUndone"], true);
    let account = desk.get("/providers/Prorata/account").body;
    assert_eq!(account["demonstration"], false);
    let summaries = desk.get("/providers/Prorata/customerSummaries");
    let names: Vec<_> = summaries.rows().iter().map(|row| row["displayName"].clone()).collect();
    assert_eq!(names, ["Harbour", "Lighthouse"]);
    assert_eq!(summaries.rows()[0]["limitUsedUsd"], "1000.00");
    assert_eq!(summaries.rows()[0]["agreementType"], "CSP");
    let list = desk.ask(&Person::of(HARBOUR), "GET /providers/Microsoft.Capacity/reservations");
    let [row] = &list.rows()[..] else { panic!("{}", list.body) };
    assert_eq!(row["properties"]["displayName"], "Servers 1");
    assert_eq!(row["properties"]["origin"]["source"], json!({ "file": "list.csv", "line": 2 }));
    assert_eq!(row["properties"]["utilization"]["aggregates"], json!([]), "nobody has measured it");
    let lacking = desk.ask(&Person::of(HARBOUR), "GET /providers/Prorata/incompleteReservations");
    let [row] = &lacking.rows()[..] else { panic!("{}", lacking.body) };
    assert_eq!((&row["name"], &row["missing"]), (&json!(id(2, 2)), &json!(["unitPrice"])));
    assert_eq!(row["properties"]["displayName"], "Servers 2");
    let log = desk.activities(&Person::of(HARBOUR));
    assert_eq!(log[0]["action"], "Prorata/imports/commit/action");
    assert_eq!(log[0]["target"], json!(import));
    assert_eq!(
        log[0]["changes"],
        json!([
            { "field": "newReservations", "before": null, "after": 2 },
            { "field": "newBookings", "before": null, "after": 1 },
        ])
    );
    assert_eq!(desk.activities(&home())[0]["changes"][0]["after"], 3);
    let again = desk.commit(&import);
    assert_eq!((again.status, again.code()), (409, "OperationCannotBePerformedInCurrentState"));
    let whole = block_on(desk.service.store().load_all()).expect("the store");
    let parts = |(unit, it): &(&Unit, &backend::Snapshot)| {
        matches!(unit, Unit::Import(key) if !key.ends_with("undo")) && !it.documents.is_empty()
    };
    assert_eq!(whole.units.iter().filter(parts).count(), 0, "the parts are gone");
}

#[test]
fn what_is_refunded_is_what_was_imported() {
    let desk = Desk::open();
    desk.import(&two());
    let person = Person::of(HARBOUR);
    let item = desk.reservation(&person, "Servers 1");
    let reply =
        desk.post(&person, &format!("{}/calculateRefund", item.order), &item.refund_body(4));
    assert_eq!(reply.status, 200, "{}", reply.body);
    assert_eq!(
        reply.body["properties"]["policyResult"]["properties"]["consumedRefundsTotal"]["amount"]
            .to_string(),
        "1000.00"
    );
    let accepted =
        desk.post(&person, &format!("{}/return", item.order), &item.return_body(4, &reply.body));
    assert_eq!(accepted.status, 202, "{}", accepted.body);
    desk.wait(TimeDelta::seconds(10));
    assert_eq!(desk.reservation(&person, "Servers 1").quantity, 6);
    // An older file does not bring the units back, and says so before.
    let import = desk.begin(false);
    desk.stage(&import, 0, &two());
    let preview = desk.get(&import);
    assert_eq!(counts(&preview)["kept"], 1);
    let changes = desk.changes(&import, 100);
    assert_eq!(
        changes[0]["fields"],
        json!([{ "field": "quantity", "before": "6", "after": "10", "kept": "ChangedHere" }])
    );
    let before = desk.everything();
    assert_eq!(desk.commit(&import).status, 200);
    assert_eq!(desk.everything(), before);
    assert_eq!(desk.reservation(&person, "Servers 1").quantity, 6);
}

#[test]
fn a_return_without_usd_makes_the_limit_unknown_and_refuses_returns() {
    let desk = Desk::open();
    desk.import(&[customer(
        HARBOUR,
        "Harbour",
        vec![reservation(1, json!({}))],
        vec![refund(Value::Null)],
    )]);
    assert_eq!(desk.summary("Harbour")["limitUsedUsd"], Value::Null);
    let person = Person::of(HARBOUR);
    let item = desk.reservation(&person, "Servers 1");
    let reply =
        desk.post(&person, &format!("{}/calculateRefund", item.order), &item.refund_body(4));
    assert_eq!((reply.status, reply.code()), (409, "RefundLimitUnknown"));
    desk.import(&[customer(HARBOUR, "Harbour", vec![], vec![refund(json!("980"))])]);
    assert_eq!(desk.summary("Harbour")["limitUsedUsd"], "980.00");
    let reply =
        desk.post(&person, &format!("{}/calculateRefund", item.order), &item.refund_body(4));
    assert_eq!(reply.status, 200);
}

#[test]
fn what_files_say_was_booked_is_listed_as_they_say_it() {
    let desk = Desk::open();
    let person = Person::of(HARBOUR);
    let path = "GET /providers/Prorata/bookings";
    let line = json!({
        "source": { "file": "invoice.csv", "line": 3 }, "orderId": id(1, 1), "event": "Refund",
        "date": "2026-10-06", "amount": "900", "currencyCode": "EUR", "usd": "1000",
        "document": "Invoice",
        "invoice": { "number": "G1", "total": "1071", "pricingCurrency": "USD", "exchangeRate": "0.9" },
    });
    let of = |bookings| customer(HARBOUR, "Harbour", vec![reservation(1, json!({}))], bookings);
    // An older import has not kept what kind of file it was.
    desk.import(&[of(vec![refund(json!("1000"))])]);
    let before = desk.everything();
    let mut transaction = refund(json!("1000"));
    transaction["document"] = json!("Transactions");
    let purchase = json!({
        "source": { "file": "transactions.csv", "line": 2 }, "orderId": id(1, 1),
        "event": "Purchase", "date": "2025-03-01", "amount": "12000", "currencyCode": "EUR",
        "document": "Transactions",
    });
    let import = desk.import(&[of(vec![transaction.clone(), line.clone(), purchase])]);
    let rows = desk.ask(&person, path).rows().clone();
    let stated: Vec<&Value> = rows.iter().map(|row| &row["properties"]).collect();
    assert_eq!(stated.len(), 3);
    assert_eq!(stated[0]["event"], "Purchase");
    assert_eq!([stated[1], stated[2]], [&transaction, &line]);
    assert_eq!(desk.summary("Harbour")["returns"], 2, "a purchase is none");
    assert_eq!(desk.undo(&import).status, 200);
    assert!(desk.everything() == before);

    for (field, invoice) in [
        ("invoice.total", json!({ "total": "-1" })),
        ("invoice.exchangeRate", json!({ "exchangeRate": "x" })),
        ("invoice.pricingCurrency", json!({ "pricingCurrency": "EURO" })),
    ] {
        let mut line = line.clone();
        line["invoice"] = invoice;
        let staged = desk.stage(&desk.begin(false), 0, &[of(vec![line])]);
        assert_eq!(staged.body["rejected"][0]["field"], field, "{}", staged.body);
    }
}

#[test]
fn the_same_import_twice_changes_nothing() {
    let desk = Desk::open();
    desk.import(&two());
    let before = desk.everything();
    let log = desk.activities(&Person::of(HARBOUR)).len();
    let again = desk.import(&two());
    assert_eq!(desk.everything(), before);
    assert_eq!(desk.activities(&Person::of(HARBOUR)).len(), log);
    let counts = counts(&desk.get(&again));
    assert_eq!(counts["reservations"], json!({ "new": 0, "changed": 0, "unchanged": 3 }));
    assert_eq!(desk.undo(&again).status, 200);
    assert_eq!(desk.everything(), before);
}

#[test]
fn an_undo_makes_everything_what_it_was() {
    let desk = Desk::open();
    desk.ask(&home(), "GET /providers/Prorata/account");
    let demonstration = desk.everything();
    let first = desk.import(&two());
    assert!(desk.everything() != demonstration);
    let reply = desk.undo(&first);
    assert_eq!(
        (reply.status, reply.body["state"].as_str()),
        (200, Some("Undone")),
        "{}",
        reply.body
    );
    assert!(desk.everything() == demonstration);
    assert_eq!(desk.get("/providers/Prorata/account").body["demonstration"], true);
    assert_eq!(desk.undo(&first).status, 409, "once");

    desk.import(&two());
    let before = desk.everything();
    let more = [
        customer(
            HARBOUR,
            "Harbour & Sons",
            vec![
                reservation(1, json!({ "quantity": 7 })),
                reservation(2, json!({ "unitPrice": "100" })),
                reservation(9, json!({})),
            ],
            vec![refund(json!("999"))],
        ),
        customer(&id(3, 1), "Third", vec![reservation(5, json!({}))], vec![]),
    ];
    let second = desk.import(&more);
    assert_eq!(desk.get(&second).body["canBeUndone"], true);
    assert_eq!(desk.undo(&second).status, 200);
    assert_eq!(desk.everything(), before);
    let summaries = desk.get("/providers/Prorata/customerSummaries");
    assert_eq!(summaries.rows().len(), 2, "nothing is left of the third");
    let log = desk.activities(&Person::of(HARBOUR));
    assert_eq!(log[0]["action"], "Prorata/imports/undo/action");
    assert_eq!(desk.activities(&home())[0]["action"], "Prorata/imports/undo/action");
    // And everything can be imported again.
    desk.import(&more);
    assert_eq!(desk.summary("Harbour & Sons")["reservationCount"], 3);
}

#[test]
fn an_undo_is_refused_with_names_where_something_was_changed_since() {
    let desk = Desk::open();
    let import = desk.import(&two());
    let person = Person::of(LIGHTHOUSE);
    let item = desk.reservation(&person, "Servers 3");
    let body = json!({ "properties": { "name": "Lamps" } });
    assert!(desk.send_body(&person, &format!("PATCH {}", item.id), &body).status < 300);
    let before = desk.everything();
    let reply = desk.undo(&import);
    assert_eq!((reply.status, reply.code()), (409, "ChangedSinceImport"));
    assert_eq!(
        reply.body["error"]["details"],
        json!([{ "code": "ChangedSinceImport", "message": "Lighthouse" }])
    );
    assert_eq!(desk.everything(), before);
    assert_eq!(desk.get(&import).body["state"], "Committed");
}

#[test]
fn records_of_the_demonstration_are_not_mixed_with_own_ones() {
    let desk = Desk::open();
    let import = desk.begin(false);
    desk.stage(&import, 0, &two());
    let reply = desk.commit(&import);
    assert_eq!((reply.status, reply.code()), (409, "DemonstrationRecords"));
    let body = json!({ "startEmpty": true });
    assert_eq!(desk.post(&home(), &format!("{import}/commit"), &body).status, 200);
    let summaries = desk.get("/providers/Prorata/customerSummaries");
    assert_eq!(summaries.rows().len(), 2);
    // Own records stay, whatever an import says.
    desk.import(&[customer(&id(3, 1), "Third", vec![], vec![])]);
    assert_eq!(desk.get("/providers/Prorata/customerSummaries").rows().len(), 3);
}

#[test]
fn customers_are_known_by_their_tenant_and_without_one_by_their_name() {
    let desk = Desk::open();
    let named = |number: u32| json!({ "name": " HARBOUR ", "reservations": [reservation(number, json!({}))] });
    desk.import(&[named(1)]);
    let made = desk.summary("HARBOUR")["customerId"].clone();
    desk.import(&[named(2)]);
    assert_eq!(desk.summary("HARBOUR")["reservationCount"], 2);
    // Its tenant is stated: everything is its own now, and stays one customer.
    let moved = desk
        .import(&[customer(HARBOUR, "Harbour", vec![reservation(3, json!({}))], vec![]), named(4)]);
    let summaries = desk.get("/providers/Prorata/customerSummaries");
    let [only] = &summaries.rows()[..] else { panic!("{}", summaries.body) };
    assert_eq!((&only["customerId"], &only["reservationCount"]), (&json!(HARBOUR), &json!(4)));
    assert_eq!(desk.undo(&moved).status, 200);
    assert_eq!(desk.summary("HARBOUR")["customerId"], made);
    assert_eq!(desk.summary("HARBOUR")["reservationCount"], 2);
    // A customer that is known by its tenant is found by its name.
    desk.import(&[customer(LIGHTHOUSE, "Lighthouse", vec![], vec![])]);
    desk.import(&[json!({ "name": "lighthouse", "reservations": [reservation(7, json!({}))] })]);
    assert_eq!(desk.summary("Lighthouse")["customerId"], LIGHTHOUSE);
    assert_eq!(desk.summary("Lighthouse")["reservationCount"], 1);
}

#[test]
fn parts_replace_each_other_and_a_customer_may_be_in_several() {
    let desk = Desk::open();
    let import = desk.begin(true);
    let of =
        |number: u32| customer(HARBOUR, "Harbour", vec![reservation(number, json!({}))], vec![]);
    for (part, number) in [(0, 1), (3, 2), (3, 2), (3, 5), (7, 4)] {
        assert_eq!(desk.stage(&import, part, &[of(number)]).status, 200);
    }
    let preview = desk.get(&import);
    assert_eq!(
        (&preview.body["parts"], &counts(&preview)["reservations"]["new"]),
        (&json!(3), &json!(3))
    );
    assert_eq!(counts(&preview)["customers"]["new"], 1);
    for part in ["x", "-1", "1000", "4294967296"] {
        let reply = desk.send_body(
            &home(),
            &format!("PUT {import}/parts/{part}"),
            &json!({ "customers": [] }),
        );
        assert_eq!(reply.status, 400, "{part}");
    }
    for body in [json!({}), json!([]), json!({ "customers": 1 })] {
        assert_eq!(desk.send_body(&home(), &format!("PUT {import}/parts/1"), &body).status, 400);
    }
    let large = json!({ "customers": [{ "name": "x".repeat(1_200_000) }] });
    assert_eq!(desk.send_body(&home(), &format!("PUT {import}/parts/1"), &large).status, 413);
    assert_eq!(desk.commit(&import).status, 200);
    assert_eq!(desk.summary("Harbour")["reservationCount"], 3);
}

#[test]
fn two_equal_bookings_are_two_whichever_parts_they_are_in() {
    let desk = Desk::open();
    let import = desk.begin(true);
    for part in [0, 1] {
        desk.stage(
            &import,
            part,
            &[customer(HARBOUR, "Harbour", vec![], vec![refund(json!("10"))])],
        );
    }
    assert_eq!(desk.commit(&import).status, 200);
    assert_eq!(desk.summary("Harbour")["limitUsedUsd"], "20.00");
}

#[test]
fn what_is_rejected_is_named_and_the_rest_is_imported() {
    let desk = Desk::open();
    let import = desk.begin(true);
    let reply = desk.stage(
        &import,
        0,
        &[customer(
            HARBOUR,
            "Harbour",
            vec![reservation(1, json!({ "quantity": 0 })), reservation(2, json!({}))],
            vec![],
        )],
    );
    assert_eq!(reply.status, 200);
    let [rejected] = &reply.body["rejected"].as_array().expect("a list")[..] else { panic!() };
    assert_eq!((&rejected["customer"], &rejected["reservation"]), (&json!(0), &json!(0)));
    assert_eq!(rejected["field"], "quantity");
    assert_eq!(desk.commit(&import).status, 200);
    assert_eq!(desk.summary("Harbour")["reservationCount"], 1);
}

#[test]
fn imports_are_listed_discarded_and_forgotten() {
    let desk = Desk::open();
    let first = desk.begin(true);
    desk.stage(&first, 0, &two());
    desk.wait(TimeDelta::days(1));
    let second = desk.begin(true);
    let list = desk.get(IMPORTS);
    let paths: Vec<String> = list
        .rows()
        .iter()
        .map(|row| format!("{IMPORTS}/{}", row["id"].as_str().expect("an id")))
        .collect();
    assert_eq!(paths, [second.clone(), first.clone()]);
    assert_eq!(list.rows()[1]["files"][0]["name"], "list.csv");
    assert_eq!(list.rows()[1]["by"], "Robin Berg");
    assert_eq!(desk.ask(&home(), &format!("DELETE {second}")).status, 204);
    for what in ["GET", "DELETE"] {
        assert_eq!(desk.ask(&home(), &format!("{what} {second}")).status, 404, "{what}");
    }
    desk.wait(TimeDelta::days(6));
    desk.begin(true);
    assert_eq!(desk.get(&first).status, 200);
    desk.wait(TimeDelta::days(1));
    desk.begin(true);
    assert_eq!(desk.get(&first).status, 404);
    let whole = block_on(desk.service.store().load_all()).expect("the store");
    let left = whole
        .units
        .iter()
        .filter(|(unit, it)| matches!(unit, Unit::Import(_)) && !it.documents.is_empty());
    assert_eq!(left.count(), 0);
}

#[test]
fn guests_read_imports_and_change_nothing() {
    let desk = Desk::open();
    let import = desk.begin(true);
    let guest = home().with_role("Guest");
    for what in [
        format!("POST {IMPORTS}"),
        format!("PUT {import}/parts/0"),
        format!("DELETE {import}"),
        format!("POST {import}/commit"),
        format!("POST {import}/undo"),
    ] {
        let reply = desk.send_body(&guest, &what, &json!({ "customers": [] }));
        assert_eq!((reply.status, reply.code()), (403, "AuthorizationFailed"), "{what}");
    }
    for path in [IMPORTS.to_owned(), import.clone(), format!("{import}/changes")] {
        assert_eq!(desk.ask(&guest, &format!("GET {path}")).status, 200, "{path}");
    }
    let customer = desk.customer("Kupferhain");
    assert_eq!(desk.ask(&customer, &format!("GET {IMPORTS}")).status, 403, "the partner's");
}

#[test]
fn a_commit_that_is_sent_again_is_made_once() {
    let desk = Desk::over(Failing::default());
    let import = desk.begin(true);
    desk.stage(&import, 0, &two());
    let commit = |client: &str| {
        let headers = [("x-ms-client-request-id", client)];
        block_on(desk.ask_with(&home(), &format!("POST {import}/commit"), &headers, &Value::Null))
    };
    let (first, second) = (id(7, 1), id(7, 2));
    desk.service.store().fail_next(Commit::Dropped, StoreError::Unknown);
    let reply = commit(&first);
    assert_eq!((reply.status, reply.code()), (503, "OutcomeUnknown"));
    assert_eq!(desk.get(&format!("/providers/Prorata/requests/{first}")).status, 404);
    assert_eq!(desk.get(&import).body["state"], "Staged");
    desk.service.store().fail_next(Commit::Made, StoreError::Unknown);
    assert_eq!(commit(&second).status, 503);
    let known = desk.get(&format!("/providers/Prorata/requests/{second}"));
    assert_eq!((known.status, &known.body["status"]), (200, &json!(200)));
    let everything = desk.everything();
    let again = commit(&second);
    assert_eq!((again.status, again.body["state"].as_str()), (200, Some("Committed")));
    assert_eq!(desk.everything(), everything);
    desk.service.store().fail_next(Commit::Dropped, StoreError::Full);
    let reply = desk.undo(&import);
    assert_eq!(reply.status, 507);
    assert_eq!(desk.everything(), everything);
}

#[test]
fn one_reservation_that_is_typed_takes_three_requests() {
    let desk = Desk::open();
    let reply = desk.post(&home(), IMPORTS, &json!({ "startEmpty": true }));
    let import = format!("{IMPORTS}/{}", reply.body["id"].as_str().expect("an id"));
    let mut typed = reservation(1, json!({ "source": { "file": "", "line": 0 } }));
    for unknown in ["id", "orderId", "displayName", "region", "sku"] {
        typed[unknown] = Value::Null;
    }
    let staged = desk.stage(&import, 0, &[json!({ "name": "Harbour", "reservations": [typed] })]);
    assert_eq!(staged.body["rejected"], json!([]));
    let reply = desk.commit(&import);
    assert_eq!(counts(&reply)["reservations"]["new"], 1);
    let summary = desk.summary("Harbour");
    let person = Person::of(summary["customerId"].as_str().expect("an id"));
    let list = desk.ask(&person, "GET /providers/Microsoft.Capacity/reservations");
    assert_eq!(list.rows()[0]["properties"]["origin"]["source"]["file"], "");
    // What is typed corrects what a file has stated.
    let row = list.rows()[0]["name"].clone();
    let corrected = json!({
        "source": { "file": "", "line": 0 }, "id": row, "unitPrice": "1100",
        "guesses": [{ "field": "unitPrice", "reason": "typed" }],
    });
    desk.import(&[json!({ "name": "Harbour", "reservations": [corrected] })]);
    let order = list.rows()[0]["id"].as_str().and_then(|id| id.split("/reservations/").next());
    let order = desk.ask(&person, &format!("GET {}?$expand=schedule", order.expect("an order")));
    let paid =
        &order.body["properties"]["planInformation"]["transactions"][0]["billingCurrencyTotal"];
    assert_eq!(paid["amount"].to_string(), "11000");
}

#[test]
fn what_somebody_answers_makes_records_of_what_lacked_it() {
    const COMPLETE: &str = "/providers/Prorata/incompleteReservations/complete";
    let desk = Desk::open();
    let lacking = |number: u32, other: Value| {
        let facts = reservation(number, json!({ "unitPrice": null, "billingPlan": null }));
        let Value::Object(mut facts) = facts else { unreachable!() };
        facts.extend(other.as_object().expect("an object").clone());
        Value::Object(facts)
    };
    let reservations = vec![
        reservation(1, json!({})),
        lacking(2, json!({})),
        lacking(3, json!({})),
        lacking(4, json!({ "orderId": id(1, 3) })),
    ];
    desk.import(&[customer(HARBOUR, "Harbour", reservations, vec![])]);
    let person = Person::of(HARBOUR);
    let listed = || {
        let list = desk.ask(&person, "GET /providers/Prorata/incompleteReservations");
        let row = |row: &Value| (row["name"].clone(), row["missing"].clone());
        list.rows().iter().map(row).collect::<Vec<_>>()
    };
    assert_eq!(listed().len(), 3);
    assert_eq!(desk.summary("Harbour")["incompleteReservations"], 3);
    let complete = |person: &Person, answers: Value| {
        let body = json!({ "customers": [{ "tenantId": HARBOUR, "reservations": answers }] });
        desk.post(person, COMPLETE, &body)
    };
    let answer = |number: u32, order: u32, facts: Value| {
        let Value::Object(mut facts) = facts else { unreachable!() };
        facts.insert("source".to_owned(), json!({ "file": "", "line": 0 }));
        facts.insert("id".to_owned(), id(2, number).into());
        facts.insert("orderId".to_owned(), id(1, order).into());
        Value::Object(facts)
    };

    // What is no value is refused with its field, and nothing is changed.
    let before = desk.everything();
    let reply = complete(&person, json!([answer(2, 2, json!({ "unitPrice": "-1" }))]));
    assert_eq!((reply.status, reply.body["error"]["target"].as_str()), (400, Some("unitPrice")));
    assert_eq!(desk.everything(), before);
    // Some of it stays open, and who answers one of an order answers all of it.
    let answers = json!([
        answer(2, 2, json!({ "unitPrice": "100" })),
        answer(3, 3, json!({ "unitPrice": "100", "billingPlan": "Monthly" })),
        // It is a record already, and there is no such one.
        answer(1, 1, json!({ "unitPrice": "1", "displayName": "Other" })),
        answer(9, 9, json!({ "unitPrice": "1" })),
    ]);
    let reply = complete(&person, answers.clone());
    assert_eq!((reply.status, &reply.body), (200, &json!({ "completed": 2, "left": 1 })));
    assert_eq!(listed(), [(json!(id(2, 2)), json!(["billingPlan"]))]);
    assert_eq!(desk.summary("Harbour")["incompleteReservations"], 1);
    assert_eq!(desk.summary("Harbour")["reservationCount"], 3);
    let list = desk.ask(&person, "GET /providers/Microsoft.Capacity/reservations");
    let names: Vec<_> =
        list.rows().iter().map(|row| row["properties"]["displayName"].clone()).collect();
    assert_eq!(names, ["Servers 1", "Servers 3", "Servers 4"]);
    let origin = &list.rows()[1]["properties"]["origin"];
    assert_eq!(
        origin["source"],
        json!({ "file": "list.csv", "line": 4 }),
        "the file is known still"
    );
    assert_eq!(
        desk.activities(&person)[0]["action"],
        "Prorata/incompleteReservations/complete/action"
    );

    // The same once more changes nothing, and neither does what a file only guesses.
    let before = desk.everything();
    complete(&person, answers);
    let guesses = json!([{ "field": "unitPrice", "reason": "the retail price of today" }]);
    let guessed = reservation(
        3,
        json!({
            "unitPrice": "999", "billingPlan": null, "guesses": guesses,
        }),
    );
    desk.import(&[customer(HARBOUR, "Harbour", vec![guessed], vec![])]);
    assert_eq!(desk.everything(), before);
    // A file that states it knows better.
    let stated = reservation(3, json!({ "unitPrice": "120", "billingPlan": "Monthly" }));
    desk.import(&[customer(HARBOUR, "Harbour", vec![stated], vec![])]);
    assert!(desk.everything() != before);

    let nothing = desk.ask(&Person::of(LIGHTHOUSE), &format!("POST {COMPLETE}"));
    assert_eq!(nothing.status, 404);
    let guest = Person::of(HARBOUR).with_role("Guest");
    assert_eq!(complete(&guest, json!([])).status, 403);
}

#[test]
fn a_reservation_is_never_the_record_of_two_customers() {
    let desk = Desk::open();
    // In one import, the first customer has it.
    let both = [
        customer(HARBOUR, "Harbour", vec![reservation(1, json!({}))], vec![]),
        customer(
            LIGHTHOUSE,
            "Lighthouse",
            vec![reservation(1, json!({})), reservation(3, json!({}))],
            vec![],
        ),
    ];
    let contradiction = |import: &str, before: &str, after: &str| {
        let changes = desk.changes(import, 100);
        let found = changes.iter().find(|row| row["name"] == "Servers 1" && row["isNew"] == false);
        let fields = found.expect("it is told")["fields"].clone();
        let kept = json!([{ "field": "customer", "before": before, "after": after, "kept": "Contradicted" }]);
        assert_eq!(fields, kept);
    };
    let import = desk.begin(true);
    desk.stage(&import, 0, &both);
    assert_eq!(counts(&desk.get(&import))["kept"], 1);
    contradiction(&import, "Harbour", "Lighthouse");
    assert_eq!(desk.commit(&import).status, 200);
    assert_eq!(desk.summary("Harbour")["reservationCount"], 1);
    assert_eq!(desk.summary("Lighthouse")["reservationCount"], 1);
    // Against the records, whoever has it keeps it.
    let before = desk.everything();
    let other = [customer(&id(3, 1), "Breakwater", vec![reservation(1, json!({}))], vec![])];
    let import = desk.begin(false);
    desk.stage(&import, 0, &other);
    contradiction(&import, "Harbour", "Breakwater");
    assert_eq!(counts(&desk.get(&import))["reservations"]["new"], 0);
    desk.import(&both);
    assert_eq!(desk.everything(), before, "and the same once more changes nothing");
}

/// Customers with so many bytes of facts that others may go first between them.
fn long() -> Vec<Value> {
    let reservations = |first: u32| {
        (first..first + 800).map(|number| reservation(number, json!({}))).collect::<Vec<_>>()
    };
    vec![
        customer(HARBOUR, "Harbour", reservations(1_000), vec![]),
        customer(LIGHTHOUSE, "Lighthouse", reservations(2_000), vec![]),
    ]
}

#[test]
fn a_commit_tells_how_far_it_is_and_is_cancelled_while_nothing_is_written() {
    let desk: Desk<Failing> = Desk::over(Failing::default());
    let import = desk.begin(true);
    desk.stage(&import, 0, &long());
    let before = desk.everything();
    let progress = format!("{import}/progress");
    assert_eq!(desk.get(&progress).body, Value::Null, "nothing is under way");
    let cancel = || desk.post(&home(), &format!("{import}/cancel"), &Value::Null);
    assert_eq!(cancel().status, 404);
    desk.service.store().give_way_from_now_on();
    let mut waker = Context::from_waker(Waker::noop());
    let (person, what, nothing) = (home(), format!("POST {import}/commit"), json!({}));
    {
        let mut commit = pin!(desk.ask_with(&person, &what, &[], &nothing));
        assert!(commit.as_mut().poll(&mut waker).is_pending());
        let told = desk.get(&progress).body;
        assert_eq!(told, json!({ "stage": "Merging", "done": 0, "total": 2 }));
        assert_eq!(cancel().status, 204);
        let Poll::Ready(reply) = commit.poll(&mut waker) else { panic!("it goes on") };
        assert_eq!((reply.status, reply.code()), (409, "ImportCancelled"));
    }
    assert_eq!((desk.everything(), desk.get(&progress).body), (before.clone(), Value::Null));
    {
        // Left in the middle, as when its tab is closed, it is not under way any more.
        let mut commit = pin!(desk.ask_with(&person, &what, &[], &nothing));
        assert!(commit.as_mut().poll(&mut waker).is_pending());
        assert_eq!(desk.get(&progress).body["stage"], "Merging");
    }
    assert_eq!((desk.everything(), desk.get(&progress).body), (before, Value::Null));
    let mut commit = pin!(desk.ask_with(&person, &what, &[], &nothing));
    assert!(commit.as_mut().poll(&mut waker).is_pending());
    assert!(commit.as_mut().poll(&mut waker).is_pending());
    assert_eq!(desk.get(&progress).body["stage"], "Writing");
    assert_eq!(cancel().status, 409, "too late");
    let Poll::Ready(reply) = commit.poll(&mut waker) else { panic!("it goes on") };
    assert_eq!(reply.status, 200, "{}", reply.body);
    assert_eq!(desk.summary("Lighthouse")["reservationCount"], 800);
}

#[test]
fn a_commit_is_under_way_from_its_first_attempt_to_the_end_of_its_last_one() {
    let desk: Desk<Failing> = Desk::over(Failing::default());
    let import = desk.begin(true);
    desk.stage(&import, 0, &two());
    let before = desk.everything();
    let told = || desk.get(&format!("{import}/progress")).body;
    let begun = json!({ "stage": "Merging", "done": 0, "total": 0 });
    let store = desk.service.store();
    let mut waker = Context::from_waker(Waker::noop());
    let (person, what, nothing) = (home(), format!("POST {import}/commit"), json!({}));
    {
        store.pause_next_load_of_import();
        let mut commit = pin!(desk.ask_with(&person, &what, &[], &nothing));
        assert!(commit.as_mut().poll(&mut waker).is_pending());
        assert_eq!(told(), begun, "what is staged is being read");
        // Another attempt to commit it that comes to nothing does not end what is told of this one.
        let refused = desk.post(&person, &format!("{import}/commit"), &json!({ "startEmpty": 1 }));
        assert_eq!(refused.status, 400);
        assert_eq!(told(), begun);
    }
    assert_eq!(told(), Value::Null, "it was left in the middle");
    {
        store.pause_next_load_of_import();
        let mut commit = pin!(desk.ask_with(&person, &what, &[], &nothing));
        assert!(commit.as_mut().poll(&mut waker).is_pending());
        // Somebody else is quicker, and all of it is done again.
        store.fail_next(Commit::Dropped, StoreError::Conflict);
        store.pause_next_load_of_import();
        assert!(commit.as_mut().poll(&mut waker).is_pending());
        assert_eq!(told(), begun, "between two attempts");
        let cancelled = desk.post(&person, &format!("{import}/cancel"), &Value::Null);
        assert_eq!(cancelled.status, 204);
        let Poll::Ready(reply) = commit.poll(&mut waker) else { panic!("it goes on") };
        assert_eq!((reply.status, reply.code()), (409, "ImportCancelled"));
    }
    assert_eq!((desk.everything(), told()), (before, Value::Null));
    assert_eq!(desk.commit(&import).status, 200);
    assert_eq!(told(), Value::Null);
}

/// A reservation of which somebody has decided whose it is.
fn decided(number: u32) -> Value {
    reservation(number, json!({ "isDecided": true }))
}

#[test]
fn an_order_goes_to_the_customer_that_somebody_has_decided_for_and_comes_back() {
    let desk = Desk::open();
    // Two reservations of one order, and another order.
    let sibling = reservation(2, json!({ "orderId": id(1, 1) }));
    let before = [customer(
        HARBOUR,
        "Harbour",
        vec![reservation(1, json!({})), sibling, reservation(3, json!({}))],
        vec![refund(json!("1000"))],
    )];
    desk.import(&before);
    assert_eq!(desk.summary("Harbour")["limitUsedUsd"], "1000.00");
    let everything = desk.everything();
    let other = [customer(LIGHTHOUSE, "Lighthouse", vec![decided(1)], vec![])];
    let import = desk.begin(false);
    desk.stage(&import, 0, &other);
    let counted = counts(&desk.get(&import));
    assert_eq!(counted["reservations"], json!({ "new": 0, "changed": 2, "unchanged": 0 }));
    let moved: Vec<Value> =
        desk.changes(&import, 100).iter().map(|row| row["fields"].clone()).collect();
    let field = json!([{ "field": "customer", "before": "Harbour", "after": "Lighthouse" }]);
    assert_eq!(moved.iter().filter(|fields| **fields == field).count(), 2, "{moved:?}");
    assert_eq!(desk.everything(), everything, "nothing has changed yet");
    assert_eq!(desk.commit(&import).status, 200);
    assert_eq!(desk.summary("Harbour")["reservationCount"], 1);
    assert_eq!(desk.summary("Lighthouse")["reservationCount"], 2);
    // What was returned counts against the limit of the one whose order it is.
    assert_eq!(desk.summary("Harbour")["limitUsedUsd"], "0.00");
    assert_eq!(desk.summary("Lighthouse")["limitUsedUsd"], "1000.00");
    let of = |everything: Vec<(String, String, String)>| {
        let documents = everything.into_iter().filter(|(_, key, _)| !key.starts_with("customer/"));
        let mut documents: Vec<_> = documents.map(|(_, key, text)| (key, text)).collect();
        documents.sort();
        documents
    };
    assert_eq!(of(desk.everything()), of(everything.clone()), "every document, as it was");
    // The same once more changes nothing.
    let after = desk.everything();
    desk.import(&other);
    assert_eq!(desk.everything(), after);
    let last = desk.begin(false);
    desk.stage(&last, 0, &[customer(HARBOUR, "Harbour", vec![decided(1)], vec![])]);
    assert_eq!(desk.commit(&last).status, 200);
    assert_eq!(of(desk.everything()), of(everything));
    assert_eq!(desk.undo(&last).status, 200);
    assert_eq!(desk.everything(), after, "and an undo takes it back");
}

#[test]
fn what_was_worked_with_stays_with_its_customer_whatever_is_decided() {
    let desk = Desk::open();
    desk.import(&[customer(HARBOUR, "Harbour", vec![reservation(1, json!({}))], vec![])]);
    let person = Person::of(HARBOUR);
    let item = desk.reservation(&person, "Servers 1");
    let quoted =
        desk.post(&person, &format!("{}/calculateRefund", item.order), &item.refund_body(2));
    let body = item.return_body(2, &quoted.body);
    assert_eq!(desk.post(&person, &format!("{}/return", item.order), &body).status, 202);
    desk.wait(TimeDelta::seconds(10));
    let import = desk.begin(false);
    desk.stage(&import, 0, &[customer(LIGHTHOUSE, "Lighthouse", vec![decided(1)], vec![])]);
    assert_eq!(counts(&desk.get(&import))["kept"], 1);
    assert_eq!(desk.commit(&import).status, 200);
    assert!(desk.summary("Harbour")["reservationCount"].as_u64() > Some(0));
    assert_eq!(desk.summary("Lighthouse")["reservationCount"], 0);
}

/// Two tabs with the same store.
#[test]
fn a_change_in_another_tab_meanwhile_is_not_lost() {
    let desk: Desk<MemoryStore> = Desk::open();
    desk.import(&two());
    let import = desk.begin(false);
    let renamed = customer(
        HARBOUR,
        "Harbour",
        vec![reservation(1, json!({ "displayName": "Files" }))],
        vec![],
    );
    desk.stage(&import, 0, &[renamed]);
    assert_eq!(counts(&desk.get(&import))["reservations"]["changed"], 1);
    let person = Person::of(HARBOUR);
    let item = desk.reservation(&person, "Servers 1");
    let body = json!({ "properties": { "renew": true } });
    assert!(desk.send_body(&person, &format!("PATCH {}", item.id), &body).status < 300);
    assert_eq!(desk.commit(&import).status, 200);
    let row = desk.ask(&person, &format!("GET {}", item.id)).body;
    assert_eq!(
        (&row["properties"]["renew"], &row["properties"]["displayName"]),
        (&json!(true), &json!("Files"))
    );
}

/// The processor's time that the process has had, in ms; what else runs on the machine does not count.
fn processor() -> u64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<u64> =
        stat.split_whitespace().skip(13).take(2).filter_map(|field| field.parse().ok()).collect();
    fields.iter().sum::<u64>() * 10
}

/// The most memory that the process has had, in MB.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0) / 1_024
}

/// `cargo test -p backend --test contract at_scale -- --ignored --nocapture`
#[test]
#[ignore = "measures, and takes minutes"]
fn an_import_at_scale() {
    const CUSTOMERS: u32 = 5_000;
    const OF_EACH: u32 = 20;
    const IN_PART: u32 = 100;
    let desk = Desk::open();
    let import = desk.begin(true);
    let of_customer = |number: u32| {
        let reservations = (0..OF_EACH).map(|of| reservation(number * OF_EACH + of, json!({})));
        let name = format!("Customer {number}");
        let customer = customer(&id(4, number), &name, reservations.collect(), vec![]);
        serde_json::from_value(customer).expect("a customer")
    };
    // As the page sends them.
    let parts: Vec<Value> = (0..CUSTOMERS / IN_PART)
        .map(|part| (part * IN_PART..(part + 1) * IN_PART).map(of_customer).collect::<Vec<_>>())
        .map(|customers| json!({ "rows": portfolio::intake::rows::write(&customers) }))
        .collect();
    for (round, name) in ["new", "the same again"].into_iter().enumerate() {
        let import = if round == 0 { import.clone() } else { desk.begin(false) };
        let measure = |what: &str, run: &dyn Fn() -> Reply| {
            let begun = processor();
            let reply = run();
            assert!(reply.status < 300, "{what}: {}", reply.body);
            let took = processor() - begun;
            println!("{name}: {what} in {took} ms, {} MB at most", memory());
            reply
        };
        measure("staged", &|| {
            let send = |(number, body)| {
                let line = format!("PUT {import}/parts/{number}");
                let reply = desk.send_body(&home(), &line, body);
                assert_eq!(reply.body["rejected"], json!([]));
                reply
            };
            parts.iter().enumerate().map(send).last().expect("a part")
        });
        measure("previewed", &|| desk.get(&import));
        measure("first page of changes", &|| desk.get(&format!("{import}/changes")));
        let reply = measure("committed", &|| desk.commit(&import));
        println!("{}", reply.body["counts"]);
    }
}
