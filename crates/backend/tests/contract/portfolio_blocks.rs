//! What is told of all customers at once, without looking at a document.

use std::collections::{BTreeMap, BTreeSet};

use backend::{MemoryStore, Moment, Store, StoreError, Unit, UnitBlock};
use calculator::Phase;
use chrono::{Days, NaiveDate, TimeDelta};
use http::{Request, Response};
use portfolio::columns::{Block, Origin, Portfolio, split_blocks};
use serde_json::{Value, json};

use crate::fixtures::failing::Failing;
use crate::fixtures::{Desk, Item, PUBLIC_URL, Person, Reply, block_on};

const PATH: &str = "GET /providers/Prorata/portfolio";
const REQUESTS: &str = "GET /providers/Prorata/supportRequests";

fn ask(desk: &Desk<impl Store>, headers: &[(&str, &str)]) -> Reply {
    block_on(desk.ask_with(&Person::of(""), PATH, headers, &Value::Null))
}

/// The bytes of every block.
fn joined(desk: &Desk<impl Store>) -> Vec<u8> {
    let reply = ask(desk, &[]);
    assert_eq!(reply.status, 200);
    assert_eq!(reply.header("content-type"), Some("application/octet-stream"));
    reply.response.into_body()
}

fn blocks(desk: &Desk<impl Store>) -> Vec<Block> {
    let joined = joined(desk);
    let blocks = split_blocks(&joined).expect("blocks");
    blocks.into_iter().map(|block| Block::decode(block).expect("a block")).collect()
}

fn block_of(desk: &Desk<impl Store>, person: &Person) -> Block {
    let found = blocks(desk).into_iter().find(|block| block.tenant_id == person.tenant);
    found.expect("a block")
}

/// What the states of a reservation mean, for the reader of today.
fn phase_of(desk: &Desk<impl Store>, item: &Item) -> Option<Phase> {
    let joined = joined(desk);
    let blocks = split_blocks(&joined).expect("blocks");
    let all = Portfolio::of(blocks, desk.now().date_naive());
    let id = item.id.rsplit('/').next().unwrap_or_default();
    let row = (0..all.len() as u32).find(|row| all.row(*row).reservation_id == id);
    all.phase(row.expect("a row"))
}

/// Takes every block away, so that it is made anew.
fn forget_blocks(desk: &Desk<impl Store>) {
    put_blocks(desk, None);
}

fn put_blocks(desk: &Desk<impl Store>, block: Option<Vec<u8>>) {
    let store = desk.service.store();
    let present = block_on(store.versions()).expect("the store");
    let of = |(unit, version)| (unit, UnitBlock { version, block: block.clone() });
    block_on(store.keep_blocks(&present.into_iter().map(of).collect())).expect("the store");
}

fn stored(desk: &Desk<impl Store>) -> BTreeMap<Unit, UnitBlock> {
    block_on(desk.service.store().blocks()).expect("the store")
}

/// Asks for all blocks.
fn portfolio_request() -> Request<Vec<u8>> {
    let request = Request::builder().uri("/providers/Prorata/portfolio");
    let request = request.header("authorization", Person::of("").token()).body(Vec::new());
    request.expect("a request")
}

/// What the part of the service answers that comes first in a browser.
fn listed(desk: &Desk<impl Store>) -> Option<Vec<u8>> {
    let moment = Moment { now: desk.now(), entropy: &mut || 7 };
    let answer = block_on(desk.service.list(&portfolio_request(), moment));
    answer.map(Response::into_body)
}

/// What the whole of it has made without that.
fn made_by_all(desk: &Desk<impl Store>) -> Vec<u8> {
    let moment = Moment { now: desk.now(), entropy: &mut || 7 };
    forget_blocks(desk);
    block_on(desk.service.handle(portfolio_request(), moment)).into_body()
}

#[test]
fn what_comes_first_makes_of_a_demonstration_what_all_of_it_makes() {
    let desk = Desk::open();
    joined(&desk);
    let same = || {
        let expected = made_by_all(&desk);
        forget_blocks(&desk);
        assert_eq!(listed(&desk).as_ref(), Some(&expected));
        expected
    };
    let whole = same();
    let person = desk.customer("Kupferhain");
    for kind in ["reservation/", "order/", "transaction/", "ticket/", "customer/", "principal/"] {
        desk.tamper_with(&person, |documents| {
            let key = documents.keys().find(|key| key.starts_with(kind)).expect(kind).clone();
            documents.insert(key, r#"{"format":1}"#.to_owned());
        });
        assert_ne!(same(), whole, "{kind}");
    }
    assert_eq!(block_of(&desk, &person).unreadable.len(), 6);
}

#[test]
fn what_comes_first_leaves_to_the_rest_what_it_cannot_read() {
    for key in [
        "activity/1",
        "booking/1",
        "incompleteReservation/o/r",
        "latest/change",
        "ledgerEntry/1",
        "operation/1",
        "pack/1",
        "pendingReturn/1",
        "somethingNew/1",
    ] {
        let desk = Desk::open();
        joined(&desk);
        let person = desk.customer("Kupferhain");
        desk.tamper_with(&person, |documents| {
            documents.insert(key.to_owned(), r#"{"format":1}"#.to_owned());
        });
        forget_blocks(&desk);
        assert_eq!(listed(&desk), None, "{key}");
        // Once somebody has made it, it can be told.
        let made = made_by_all(&desk);
        assert_eq!(listed(&desk), Some(made), "{key}");
    }
}

#[test]
fn one_customer_is_asked_about_by_its_tenant() {
    let desk = Desk::open();
    let all = blocks(&desk);
    assert!(all.len() > 1, "others are left out");
    let wanted = all.last().expect("a customer");
    let path = format!("{PATH}?customer={}", wanted.tenant_id.to_uppercase());
    let reply = block_on(desk.ask_with(&Person::of(""), &path, &[], &Value::Null));
    let joined = reply.response.into_body();
    let found = split_blocks(&joined).expect("blocks");
    assert_eq!(found.len(), 1);
    assert_eq!(Block::decode(found[0]).as_ref(), Ok(wanted));
    let nobody = format!("{PATH}?customer=00000000-0000-0000-0000-000000000000");
    let reply = block_on(desk.ask_with(&Person::of(""), &nobody, &[], &Value::Null));
    assert_eq!(reply.status, 200);
    assert!(reply.response.into_body().is_empty());
}

#[test]
fn it_tells_of_every_reservation_of_every_customer() {
    let desk = Desk::open();
    let summaries = desk.ask(&desk.partner(), "GET /providers/Prorata/customerSummaries");
    let blocks = blocks(&desk);
    assert_eq!(blocks.len(), summaries.rows().len());
    for block in blocks {
        assert_eq!(block.origin, Origin::Demonstration);
        let summary = desk.summary(&block.name);
        assert_eq!(summary["customerId"], *block.tenant_id);
        assert_eq!(summary["reservationCount"], block.rows.len());
        assert_eq!(block.unreadable, []);
        assert!(block.ledger.is_some());
        assert!(block.rows.iter().all(|row| row.unit_price.is_some() && row.used.is_some()));
    }
    assert_eq!(Desk::open().ask(&Person::of(""), PATH).status, 200);
}

#[test]
fn it_is_for_the_partner() {
    let desk = Desk::open();
    let customer = desk.customer("Kupferhain");
    for list in [PATH, REQUESTS] {
        assert_eq!(desk.ask(&customer, list).status, 403, "{list}");
        assert_eq!(desk.ask(&Person::of("").with_role("Guest"), list).status, 200, "{list}");
        assert_eq!(desk.ask(&Person::of("").with_role("Emperor"), list).status, 403, "{list}");
    }
}

/// The requests of all customers say what those of each say.
#[test]
fn the_requests_of_all_customers_are_those_of_each() {
    const TICKETS: &str = "/providers/Microsoft.Support/supportTickets";
    let desk = Desk::open();
    let of_all = || desk.ask(&desk.partner(), REQUESTS).rows().to_vec();
    let of_each = || {
        let summaries = desk.ask(&desk.partner(), "GET /providers/Prorata/customerSummaries");
        let customers = summaries.rows().iter();
        let requests = customers.flat_map(|customer| {
            let id = &customer["customerId"];
            let tickets =
                desk.ask(&Person::of(id.as_str().expect("an id")), &format!("GET {TICKETS}"));
            let told = |ticket: &Value| {
                let properties = &ticket["properties"];
                let (tenant, name) = (id.as_str().expect("an id"), ticket["name"].as_str());
                let name = name.expect("a name");
                json!({
                    "id": format!("/providers/Prorata/customers/{tenant}/supportRequests/{name}"),
                    "customerId": id,
                    "name": ticket["name"],
                    "title": properties["title"],
                    "supportTicketId": properties["supportTicketId"],
                    "status": properties["status"],
                })
            };
            tickets.rows().iter().map(told).collect::<Vec<_>>()
        });
        let mut requests: Vec<Value> = requests.collect();
        requests.sort_by_key(|row| row["id"].to_string());
        requests
    };
    let before = of_all();
    assert!(before.len() > 4, "{before:?}");
    assert_eq!(before, of_each());

    let person = desk.customer("Kupferhain");
    let open =
        before.iter().find(|row| row["status"] == "Open" && row["customerId"] == *person.tenant);
    let name = open.expect("an open one")["name"].as_str().expect("a name").to_owned();
    let close = json!({ "status": "closed" });
    let path = format!("PATCH {TICKETS}/{name}");
    assert_eq!(desk.send_body(&person, &path, &close).status, 200);
    let after = of_all();
    assert_ne!(after, before);
    assert_eq!(after, of_each());
}

/// Requests come and go while somebody reads the list, the last one that was told among them.
#[test]
fn the_pages_of_all_requests_tell_each_once() {
    let desk = Desk::open();
    let told = desk.ask(&desk.partner(), REQUESTS).rows().to_vec();
    let customers: BTreeSet<&str> =
        told.iter().filter_map(|row| row["customerId"].as_str()).collect();
    assert!(customers.len() > 1, "{told:?}");
    let put = |person: &Person, names: &[String]| {
        desk.tamper_with(person, |documents| {
            let known = documents.iter().find(|(key, _)| key.starts_with("ticket/"));
            let ticket: Value = serde_json::from_str(known.expect("a ticket").1).expect("JSON");
            for name in names {
                let mut ticket = ticket.clone();
                ticket["name"] = json!(name);
                documents.insert(format!("ticket/{name}"), ticket.to_string());
            }
        });
    };
    for tenant in &customers {
        let names: Vec<String> = (0..70).map(|number| format!("refund-{number:02}")).collect();
        put(&Person::of(tenant), &names);
    }
    let ids = |page: &Reply| -> Vec<String> {
        page.rows().iter().map(|row| row["id"].as_str().expect("an id").to_owned()).collect()
    };
    // Each page as of now, and the place of the one after it.
    let ask = |place: &str| {
        let page = desk.ask(&desk.partner(), &format!("GET {place}"));
        let next = page.body["nextLink"].as_str();
        let next = next.map(|link| link.strip_prefix(PUBLIC_URL).expect("a link").to_owned());
        (ids(&page), next)
    };
    let all_pages = |mut all: Vec<String>, mut next: Option<String>| {
        while let Some(place) = next {
            let page = ask(&place);
            all.extend(page.0);
            next = page.1;
        }
        all
    };
    let first = || ask("/providers/Prorata/supportRequests");
    let (page, next) = first();
    let before = all_pages(page, next);
    assert!(before.len() > 140, "{}", before.len());
    assert_eq!(BTreeSet::from_iter(&before).len(), before.len(), "an id is of one request");

    let (page, next) = first();
    assert_eq!(page.len(), 100);
    let last = page.last().expect("a row").clone();
    let whose = |id: &str| Person::of(id.split('/').nth(4).expect("a tenant"));
    let remove = |id: &str| {
        let name = id.rsplit('/').next().expect("a name").to_owned();
        desk.tamper_with(&whose(id), |documents| {
            assert!(documents.remove(&format!("ticket/{name}")).is_some(), "{name}");
        });
    };
    remove(&last);
    // Two come before what was told, and one after it.
    put(&whose(&page[0]), &["a-1".to_owned(), "a-2".to_owned()]);
    let end = before.last().expect("a row");
    put(&whose(end), &["zz".to_owned()]);
    let told = all_pages(page, next);
    assert_eq!(BTreeSet::from_iter(&told).len(), told.len(), "told twice");
    let left_out: Vec<&String> = before.iter().filter(|id| !told.contains(id)).collect();
    assert!(left_out.is_empty(), "{left_out:?}");
    assert!(told.last().is_some_and(|id| id.ends_with("/zz")));
}

#[test]
fn what_is_known_already_is_not_sent_again() {
    let desk = Desk::open();
    let first = ask(&desk, &[]);
    let etag = first.header("etag").expect("an etag").to_owned();
    let again = ask(&desk, &[("if-none-match", &etag)]);
    assert_eq!((again.status, again.response.body().len()), (304, 0));
    assert_eq!(again.header("etag"), Some(&*etag));
    assert_eq!(ask(&desk, &[("if-none-match", "\"x\", W/\"y\"")]).status, 200);

    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let body = json!({ "properties": { "name": "Leitstand" } });
    assert_eq!(desk.send_body(&person, &format!("PATCH {}", item.id), &body).status, 200);
    let changed = ask(&desk, &[("if-none-match", &etag)]);
    assert_eq!(changed.status, 200);
    assert_ne!(changed.header("etag"), Some(&*etag));
    assert!(block_of(&desk, &person).rows.iter().any(|row| row.name == "Leitstand"));
}

#[test]
fn an_operation_under_way_is_pending_and_over_when_it_is_due() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    assert_eq!(phase_of(&desk, &item), Some(Phase::Active));
    let quote = desk.post(
        &person,
        &format!("{}/calculateRefund", item.order),
        &item.refund_body(item.quantity),
    );
    let body = item.return_body(item.quantity, &quote.body);
    assert_eq!(desk.post(&person, &format!("{}/return", item.order), &body).status, 202);
    assert_eq!(phase_of(&desk, &item), Some(Phase::Changing));
    let before = desk.stored(&person);
    // Nobody looks at the customer meanwhile.
    desk.wait(TimeDelta::seconds(60));
    assert_eq!(phase_of(&desk, &item), Some(Phase::Ended));
    let used = desk.summary("Kupferhain")["limitUsedUsd"].clone();
    assert_eq!(desk.stored(&person), before, "reading has changed nothing");
    desk.ask(&person, &format!("GET {}", item.id));
    assert_ne!(desk.stored(&person), before);
    assert_eq!(phase_of(&desk, &item), Some(Phase::Ended));
    assert_eq!(desk.summary("Kupferhain")["limitUsedUsd"], used);
}

#[test]
fn what_is_kept_says_what_the_records_say_on_any_day() {
    let desk = Desk::open();
    // From here on the demonstration is in use, so that no day begins it anew.
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let quote = desk.post(
        &person,
        &format!("{}/calculateRefund", item.order),
        &item.refund_body(item.quantity),
    );
    let body = item.return_body(item.quantity, &quote.body);
    assert_eq!(desk.post(&person, &format!("{}/return", item.order), &body).status, 202);
    let mut states = Vec::new();
    for (days, seconds) in
        [(0, 0), (0, 2), (0, 3), (0, 86_400), (1, 0), (2, 7), (40, 0), (400, 0), (-300, 0), (-1, 0)]
    {
        desk.wait(TimeDelta::days(days) + TimeDelta::seconds(seconds));
        let kept = blocks(&desk);
        let summaries = desk.ask(&desk.partner(), "GET /providers/Prorata/customerSummaries").body;
        forget_blocks(&desk);
        let fresh = Desk::over(copy_of(&desk));
        fresh.set_clock(&desk.now().to_rfc3339());
        let made = blocks(&fresh);
        assert_eq!(kept, made, "{}", desk.now());
        let again = fresh.ask(&fresh.partner(), "GET /providers/Prorata/customerSummaries").body;
        assert_eq!(summaries, again, "{}", desk.now());
        // Whoever kept them has what was made at the time.
        blocks(&desk);
        states.push(summaries);
    }
    states.dedup();
    assert!(states.len() > 4, "days make a difference");
}

/// The same documents in another store.
fn copy_of(desk: &Desk) -> MemoryStore {
    let copy = MemoryStore::default();
    let whole = block_on(desk.service.store().load_all()).expect("the store");
    for (unit, snapshot) in whole.units {
        let put = |(key, document)| backend::Change::Put { key, document };
        let changes = snapshot.documents.into_iter().map(put).collect();
        let expected = backend::Version(0);
        let change = backend::UnitChange { unit, expected, changes, block: None };
        block_on(copy.commit(&[change])).expect("the store");
    }
    copy
}

#[test]
fn what_is_missing_damaged_or_foreign_is_made_again() {
    let desk = Desk::open();
    let expected = blocks(&desk);
    let good = stored(&desk);
    for bytes in [None, Some(b"PRB".to_vec()), Some(vec![b'0'; 300])] {
        put_blocks(&desk, bytes);
        assert_eq!(blocks(&desk), expected);
    }
    let mut damaged = good.clone();
    for (place, unit) in damaged.values_mut().enumerate() {
        if let Some(block) = &mut unit.block {
            let place = place * 37 % block.len();
            block[place] ^= 1;
        }
    }
    assert_ne!(damaged, good);
    block_on(desk.service.store().keep_blocks(&damaged)).expect("the store");
    assert_eq!(blocks(&desk), expected);
    assert_eq!(stored(&desk), good);
}

#[test]
fn no_document_is_read_for_what_is_told_of_all() {
    let desk = Desk::over(Failing::default());
    let lists = [
        PATH,
        REQUESTS,
        "GET /providers/Prorata/customerSummaries",
        "GET /providers/Microsoft.Billing/billingAccounts/b6894b98-4d03-4478-831c-cc1ceb5ae6c8:\
         ea4d53b0-3127-4008-9b21-5e57c837ec7e_2019-05-31/customers",
    ];
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let ask_all = || lists.map(|list| (list, desk.ask(&desk.partner(), list)));
    ask_all();
    let body = json!({ "properties": { "name": "Leitstand" } });
    assert_eq!(desk.send_body(&person, &format!("PATCH {}", item.id), &body).status, 200);
    desk.service.store().hide_customers(StoreError::Busy);
    assert_eq!(desk.ask(&person, &format!("GET {}", item.id)).status, 503);
    for (list, reply) in ask_all() {
        let size = reply.response.body().len();
        assert!(reply.status == 200 && size > 500, "{list} {} {size}", reply.body);
    }
    assert!(block_of(&desk, &person).rows.iter().any(|row| row.name == "Leitstand"));
}

#[test]
fn what_cannot_be_read_is_named_and_counts_as_nothing() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let before = block_of(&desk, &person);
    let (order, id) = ids_of(&item);
    desk.tamper_with(&person, |documents| {
        documents.insert(format!("order/{order}"), "{".to_owned());
        documents.insert("transaction/x".to_owned(), "[]".to_owned());
    });
    let block = block_of(&desk, &person);
    assert_eq!(block.ledger, None);
    let named: Vec<&str> = block.unreadable.iter().map(|it| it.kind.as_str()).collect();
    assert_eq!(named, ["order", "transaction"]);
    assert_eq!(block.rows.len(), before.rows.len());
    let row = block.rows.iter().find(|row| row.reservation_id == id).expect("the row");
    assert_eq!((row.unit_price, row.currency, row.used), (None, None, None));
    desk.tamper_with(&person, |documents| {
        documents.insert(format!("reservation/{order}/{id}"), "{".to_owned());
    });
    let block = block_of(&desk, &person);
    assert_eq!(block.unreadable.len(), 3);
    assert_eq!(block.rows.len(), before.rows.len() - 1);
    let summary = desk.summary("Kupferhain");
    assert_eq!(
        (&summary["unreadableDocuments"], &summary["limitUsedUsd"]),
        (&json!(3), &Value::Null)
    );
}

fn ids_of(item: &Item) -> (&str, &str) {
    let order = item.order.rsplit('/').next().unwrap_or_default();
    (order, item.id.rsplit('/').next().unwrap_or_default())
}

#[test]
fn a_customer_without_any_record_is_not_there() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let count = blocks(&desk).len();
    desk.tamper_with(&person, |documents| documents.clear());
    assert_eq!(blocks(&desk).len(), count - 1);
    let summaries = desk.ask(&desk.partner(), "GET /providers/Prorata/customerSummaries");
    assert_eq!(summaries.rows().len(), count - 1);
}

/// Tells of a ledger on any later day what a reader of that day sees.
#[test]
fn the_ledger_is_that_of_the_reader_s_day() {
    let desk = Desk::open();
    let joined = joined(&desk);
    let blocks = split_blocks(&joined).expect("blocks");
    let day: NaiveDate = desk.now().date_naive();
    let used = |day| {
        let all = Portfolio::of(blocks.iter().copied(), day);
        let used = all
            .customers()
            .iter()
            .map(|customer| customer.ledger.as_ref().expect("a ledger").used_on(day).minor());
        used.sum::<i128>()
    };
    assert!(used(day) > 0);
    assert_eq!(used(day + Days::new(366)), 0);
}
