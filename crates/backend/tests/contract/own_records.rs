//! A service for a partner's own records, behind a host that knows who asks.

use azure::Role;
use backend::{Caller, MemoryStore, Moment, Service, Store, Unit};
use http::{Request, Response};
use serde_json::{Value, json};

use crate::fixtures::{Desk, PUBLIC_URL, Person, START, block_on};

fn asked(
    service: &Service<MemoryStore>,
    what: &str,
    body: Vec<u8>,
    role: Option<Role>,
) -> Response<Vec<u8>> {
    let (method, path) = what.split_once(' ').expect("a method and a path");
    let mut request = Request::builder().method(method).uri(path).body(body).expect("a request");
    // Whatever the token says, the host knows better.
    let token = Person::of("").with_role("AdminAgent").token();
    request.headers_mut().insert("authorization", token.parse().expect("a header"));
    let name = "Kim Holm".to_owned();
    request.extensions_mut().insert(Caller { tenant_id: String::new(), role, name, person: None });
    let mut entropy = || 7;
    let moment = Moment { now: START.parse().expect("a time"), entropy: &mut entropy };
    block_on(service.handle(request, moment))
}

fn own() -> Service<MemoryStore> {
    Service::new(MemoryStore::default(), PUBLIC_URL).for_own_records()
}

#[test]
fn it_begins_with_nothing_and_never_has_the_demonstration() {
    let service = own();
    let admin = Some(Role::AdminAgent);
    let list = asked(&service, "GET /providers/Prorata/customerSummaries", Vec::new(), admin);
    let list: Value = serde_json::from_slice(list.body()).expect("JSON");
    assert_eq!(list["value"], json!([]));
    let reset = json!({ "to": "demonstration" }).to_string().into_bytes();
    let refused = asked(&service, "POST /providers/Prorata/reset", reset, admin);
    assert_eq!(refused.status(), 409);
    let desk = Desk::open();
    let backup = block_on(desk.ask_with(
        &Person::of(""),
        "GET /providers/Prorata/backup",
        &[],
        &Value::Null,
    ));
    let refused =
        asked(&service, "POST /providers/Prorata/restore", backup.response.into_body(), admin);
    assert_eq!(refused.status(), 409);
    assert_eq!(block_on(service.holds_demonstration()), Ok(false));
    let empty = json!({ "to": "empty" }).to_string().into_bytes();
    assert_eq!(asked(&service, "POST /providers/Prorata/reset", empty, admin).status(), 204);
}

#[test]
fn records_of_a_demonstration_are_not_replaced_behind_anybodys_back() {
    let desk = Desk::open();
    desk.customer("Kupferhain");
    let whole = block_on(desk.service.store().load_all()).expect("the store");
    let store = MemoryStore::default();
    let contents = whole.units.into_iter().map(|(unit, snapshot)| {
        (unit, backend::Contents { documents: snapshot.documents, block: None })
    });
    block_on(store.replace_all(None, &contents.collect())).expect("the store");
    let before = block_on(store.load_all());
    let service = Service::new(store, PUBLIC_URL).for_own_records();
    assert_eq!(block_on(service.holds_demonstration()), Ok(true));
    let mut request =
        Request::builder().uri("/providers/Prorata/settings").body(Vec::new()).expect("it");
    let (tenant_id, role, name) = (String::new(), Some(Role::AdminAgent), "Kim".to_owned());
    request.extensions_mut().insert(Caller { tenant_id, role, name, person: None });
    let mut entropy = || 7;
    let later = "2027-05-01T00:00:00Z".parse().expect("a time");
    let answer = block_on(service.handle(request, Moment { now: later, entropy: &mut entropy }));
    assert_eq!(answer.status(), 200);
    assert_eq!(block_on(service.store().load_all()), before);
}

#[test]
fn who_asks_is_what_the_host_says() {
    let service = own();
    let body = || json!({ "refundPolicy": "azure-2023-10" }).to_string().into_bytes();
    let change = "PUT /providers/Prorata/settings";
    for role in [Some(Role::Guest), Some(Role::SalesAgent), None] {
        assert_eq!(asked(&service, change, body(), role).status(), 403, "{role:?}");
    }
    assert_eq!(asked(&service, change, body(), Some(Role::GlobalAdmin)).status(), 200);
    let stored = block_on(service.store().load(&Unit::Partner)).expect("the store").documents;
    assert!(stored.values().any(|text| text.contains("Kim Holm")), "{stored:?}");
}
