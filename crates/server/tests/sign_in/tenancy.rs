//! Several partners on one server: no sequence of requests of one sees or changes anything of another.
//!
//! Both have the demonstration, so that every id of the one is an id of the other as well: what is guessed is right.

use std::cell::RefCell;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, TestError, TestRunner};
use serde_json::{Value, json};

use crate::client::Answer;
use crate::issuer::{CLIENT, Issuer, Signer};
use crate::{Desk, until};

/// What each of them calls things, and nobody else.
const MARKS: [&str; 2] = ["only-of-contoso", "only-of-fabrikam"];
const TENANTS: [&str; 2] =
    ["11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"];
const PARTNERS: &str = "contoso=11111111-1111-4111-8111-111111111111, \
                        fabrikam=22222222-2222-4222-8222-222222222222";
/// An id that both give to changes.
const REQUEST: &str = "0b8b1e02-6a3f-4d7b-9a41-6e5b7c1d2f30";
const ENTRY: &str = "/providers/Prorata/ledgerEntries/1b8b1e02-6a3f-4d7b-9a41-6e5b7c1d2f30";
const VERSION: &str = "api-version=2022-11-01";

/// What is looked at of everything.
const OF_ALL: [&str; 8] = [
    "/providers/Prorata/customerSummaries",
    "/providers/Prorata/supportRequests",
    "/providers/Prorata/portfolio",
    "/providers/Prorata/backup",
    "/providers/Prorata/confirmations",
    "/providers/Prorata/settings",
    "/providers/Prorata/letterhead",
    "/sign-in/audit",
];
/// What is looked at of a customer.
const OF_CUSTOMER: [&str; 4] = [
    "/providers/Microsoft.Capacity/reservations?api-version=2022-11-01",
    "/providers/Prorata/activities",
    "/providers/Prorata/ledgerEntries",
    "/providers/Prorata/requests/0b8b1e02-6a3f-4d7b-9a41-6e5b7c1d2f30",
];

/// What one of them does. Sessions are those of both.
#[derive(Clone, Debug)]
enum Deed {
    Look(Index),
    LookAtCustomer(Index, Index),
    LookAtItem(Index),
    Rename(Index),
    Archive(Index),
    Quote(Index),
    /// What a second person has to confirm.
    GiveBack(Index),
    /// The session of another one, sent again.
    GiveBackBySession(Index),
    Confirm(Index),
    Decline(Index),
    Enter(Index),
    Remove(Index),
    Import,
    StartOver(bool),
}

fn deed() -> impl Strategy<Value = Deed> {
    let index = any::<Index>;
    prop_oneof![
        3 => index().prop_map(Deed::Look),
        3 => (index(), index()).prop_map(|(what, whose)| Deed::LookAtCustomer(what, whose)),
        1 => index().prop_map(Deed::LookAtItem),
        3 => index().prop_map(Deed::Rename),
        1 => index().prop_map(Deed::Archive),
        1 => index().prop_map(Deed::Quote),
        3 => index().prop_map(Deed::GiveBack),
        1 => index().prop_map(Deed::GiveBackBySession),
        2 => index().prop_map(Deed::Confirm),
        2 => index().prop_map(Deed::Decline),
        3 => index().prop_map(Deed::Enter),
        1 => index().prop_map(Deed::Remove),
        1 => Just(Deed::Import),
        1 => any::<bool>().prop_map(Deed::StartOver),
    ]
}

/// Two partners at one server; which of them does what.
struct Two<'d> {
    desk: &'d Desk,
    tokens: [String; 2],
    customers: Vec<String>,
    items: Vec<(String, String)>,
    /// What waits for a second person: customer, reservation, and session.
    sessions: RefCell<Vec<(String, String, String)>>,
}

impl<'d> Two<'d> {
    fn of(desk: &'d Desk, tokens: [String; 2]) -> Self {
        let (customers, items) = things(desk, &tokens[0]);
        assert_eq!(things(desk, &tokens[1]).1, items, "the ids of one are those of the other");
        Self { desk, tokens, customers, items, sessions: RefCell::default() }
    }

    /// Everything that one of them has: the records, and what was noted of it.
    fn everything(&self, of: usize) -> [String; 2] {
        let records = self.desk.get(&self.tokens[of], "/providers/Prorata/backup").text;
        let audit = self.desk.get(&self.tokens[of], "/sign-in/audit").text;
        let noted = audit.lines().filter(|line| !line.contains("\"scheduler\""));
        [records, noted.collect::<Vec<_>>().join("\n")]
    }

    /// Both have the demonstration, and more than the smallest amount waits for a second person.
    fn start_over(&self) {
        for who in [0, 1] {
            let reset = self.ask(who, "", "POST /providers/Prorata/reset", &start(true));
            assert_eq!(reset.status, 204, "{}", reset.text);
            self.confirm_everything(who);
            let before = RefCell::new(self.everything(who));
            until("nothing is under way", || {
                let now = self.everything(who);
                before.replace(now.clone()) == now
            });
        }
        self.sessions.borrow_mut().clear();
    }

    fn confirm_everything(&self, who: usize) {
        let settings = self.desk.get(&self.tokens[who], "/providers/Prorata/settings").body();
        let amount = json!({ "amount": "0.01", "currencyCode": "USD" });
        let body = json!({ "refundPolicy": settings["refundPolicy"], "confirmAbove": amount });
        let set = self.ask(who, "", "PUT /providers/Prorata/settings", &body);
        assert_eq!(set.status, 200, "{}", set.text);
    }

    fn ask(&self, who: usize, tenant: &str, what: &str, body: &Value) -> Answer {
        self.desk.send(&self.tokens[who], tenant, what, body)
    }

    /// What is answered to each request of a deed.
    fn does(&self, who: usize, deed: &Deed) -> Vec<Answer> {
        let mark = MARKS[who];
        let ask = |tenant: &str, what: &str, body: &Value| self.ask(who, tenant, what, body);
        let session = |at: &Index| {
            let sessions = self.sessions.borrow();
            let none = || (String::new(), self.items[0].1.clone(), REQUEST.to_owned());
            if sessions.is_empty() { none() } else { at.get(&sessions).clone() }
        };
        let of_session = |at: &Index| format!("/providers/Prorata/confirmations/{}", session(at).2);
        match deed {
            Deed::Look(at) => vec![ask("", &format!("GET {}", at.get(&OF_ALL)), &Value::Null)],
            Deed::LookAtCustomer(at, whose) => {
                let what = format!("GET {}", at.get(&OF_CUSTOMER));
                vec![ask(whose.get::<String>(&self.customers), &what, &Value::Null)]
            }
            Deed::LookAtItem(at) => {
                let (tenant, item) = at.get(&self.items);
                vec![ask(tenant, &format!("GET {item}?{VERSION}"), &Value::Null)]
            }
            Deed::Rename(at) => {
                let (tenant, item) = at.get(&self.items);
                let body = json!({ "properties": { "name": mark } });
                vec![ask(tenant, &format!("PATCH {item}?{VERSION}"), &body)]
            }
            Deed::Archive(at) => {
                let (tenant, item) = at.get(&self.items);
                vec![ask(tenant, &format!("POST {item}/archive?{VERSION}"), &Value::Null)]
            }
            Deed::Quote(at) => {
                let (tenant, item) = at.get(&self.items);
                let (body, order) = body_of_return(item);
                vec![ask(tenant, &format!("POST {order}/calculateRefund?{VERSION}"), &body)]
            }
            Deed::GiveBack(at) => {
                let (tenant, item) = at.get(&self.items);
                let (mut body, order) = body_of_return(item);
                let what = format!("POST {order}/calculateRefund?{VERSION}");
                let quote = ask(tenant, &what, &body);
                let session = quote.body()["properties"]["sessionId"].clone();
                let Some(known) = session.as_str() else { return vec![quote] };
                self.sessions.borrow_mut().push((tenant.clone(), item.clone(), known.to_owned()));
                body["properties"]["sessionId"] = session;
                vec![quote, ask(tenant, &format!("POST {order}/return?{VERSION}"), &body)]
            }
            Deed::GiveBackBySession(at) => {
                let (tenant, item, session) = session(at);
                let (mut body, order) = body_of_return(&item);
                body["properties"]["sessionId"] = json!(session);
                vec![ask(&tenant, &format!("POST {order}/return?{VERSION}"), &body)]
            }
            Deed::Confirm(at) => {
                vec![ask("", &format!("POST {}/confirm", of_session(at)), &Value::Null)]
            }
            Deed::Decline(at) => {
                vec![ask("", &format!("DELETE {}", of_session(at)), &Value::Null)]
            }
            Deed::Enter(at) => {
                let entry = json!({ "properties": { "date": "2020-01-05", "usd": "1.50", "source": mark } });
                let bearer = format!("Bearer {}", self.tokens[who]);
                let headers = [
                    ("Authorization", &*bearer),
                    ("prorata-tenant", at.get::<String>(&self.customers)),
                    ("x-ms-client-request-id", REQUEST),
                ];
                vec![self.desk.ask(&format!("PUT {ENTRY}"), &headers, &entry)]
            }
            Deed::Remove(at) => {
                vec![ask(
                    at.get::<String>(&self.customers),
                    &format!("DELETE {ENTRY}"),
                    &Value::Null,
                )]
            }
            Deed::Import => {
                let files = json!({ "files": [{ "name": mark, "kind": "Portal", "rows": 1 }] });
                vec![ask("", "POST /providers/Prorata/imports", &files)]
            }
            Deed::StartOver(is_demonstration) => {
                let answer = ask("", "POST /providers/Prorata/reset", &start(*is_demonstration));
                self.confirm_everything(who);
                vec![answer]
            }
        }
    }

    /// Whether nobody sees or changes anything of the other, whoever does what in which order.
    fn are_apart(&self, deeds: &[(bool, Deed)]) -> Result<(), TestCaseError> {
        self.start_over();
        // Those in a row of one of them, after which the other has what it had.
        for turn in deeds.chunk_by(|one, next| one.0 == next.0) {
            let who = usize::from(turn[0].0);
            let other = 1 - who;
            let before = self.everything(other);
            for (_, deed) in turn {
                for answer in self.does(who, deed) {
                    let told = format!("{}{}", answer.head, answer.text);
                    prop_assert!(!told.contains(MARKS[other]), "{deed:?} tells of the other");
                    prop_assert!(answer.status < 500, "{deed:?}: {}", answer.text);
                }
            }
            prop_assert!(self.everything(other) == before, "the other has something else");
        }
        Ok(())
    }
}

fn start(is_demonstration: bool) -> Value {
    json!({ "to": if is_demonstration { "demonstration" } else { "empty" } })
}

#[test]
fn no_sequence_of_requests_of_one_sees_or_changes_anything_of_another() {
    let (issuer, signer) = (Issuer::start(), Signer::ec());
    issuer.publish("one", &signer);
    let settings = ["--sign-in-issuer", &issuer.url, "--sign-in-client-id", CLIENT, "--demo"];
    let many = ["--limits-per-second", "100000", "--limits-burst", "100000"];
    let settings = [&settings[..], &["--sign-in-partners", PARTNERS], &many].concat();
    let desk = Desk::start("tenancy", &settings);
    let of_tenant = |tenant: &str| {
        let mut claims = issuer.claims();
        claims["tid"] = json!(tenant);
        signer.token("ES256", "one", &claims)
    };
    for unknown in ["33333333-3333-4333-8333-333333333333", "", "contoso"] {
        let answer = desk.get(&of_tenant(unknown), "/providers/Prorata/customerSummaries");
        assert_eq!((answer.status, &*answer.code()), (403, "UnknownPartner"), "{unknown}");
    }
    let run = |two: &Two<'_>, cases: u32| {
        let config =
            Config { cases, max_shrink_iters: 40, failure_persistence: None, ..Config::default() };
        let deeds = prop::collection::vec((any::<bool>(), deed()), 1..24);
        TestRunner::new(config).run(&deeds, |deeds| two.are_apart(&deeds))
    };
    let two = Two::of(&desk, TENANTS.map(of_tenant));
    run(&two, 8).unwrap_or_else(|found| panic!("{found}"));

    // Where both are one it is noticed, and comes down to one who does something.
    let one = Two::of(&desk, [TENANTS[0]; 2].map(of_tenant));
    let Err(TestError::Fail(_, deeds)) = run(&one, 20) else { panic!("it is not noticed") };
    assert!(deeds.len() <= 2, "{deeds:?}");
}

#[test]
fn a_return_of_each_partner_ends_without_anybody_looking() {
    let (issuer, signer) = (Issuer::start(), Signer::ec());
    issuer.publish("one", &signer);
    let settings = ["--sign-in-issuer", &issuer.url, "--sign-in-client-id", CLIENT, "--demo"];
    let settings = [&settings[..], &["--sign-in-partners", PARTNERS]].concat();
    let desk = Desk::start("due", &settings);
    for tenant in TENANTS {
        let mut claims = issuer.claims();
        claims["tid"] = json!(tenant);
        let token = signer.token("ES256", "one", &claims);
        let (_, items) = things(&desk, &token);
        let returned = items.iter().find(|(tenant, item)| {
            let (mut body, order) = body_of_return(item);
            let mut send = |verb: &str, session: Value| {
                body["properties"]["sessionId"] = session;
                let what = format!("POST {order}/{verb}?{VERSION}");
                desk.send(&token, tenant, &what, &body)
            };
            let quote = send("calculateRefund", Value::Null).body();
            send("return", quote["properties"]["sessionId"].clone()).status == 202
        });
        let (tenant, _) = returned.expect("one that can be returned");
        // The audit is asked for alone, which looks at no record.
        let changed = format!("\"changed\":[\"{tenant}\"]");
        until("the scheduler ends it", || {
            let audit = desk.get(&token, "/sign-in/audit").text;
            audit
                .lines()
                .any(|line| line.contains("\"outcome\":\"due\"") && line.contains(&changed))
        });
    }
}

/// The customers, and their reservations with the tenant of each.
fn things(desk: &Desk, token: &str) -> (Vec<String>, Vec<(String, String)>) {
    let summaries = desk.get(token, "/providers/Prorata/customerSummaries").body();
    let customers: Vec<String> = summaries["value"]
        .as_array()
        .expect("customers")
        .iter()
        .filter_map(|row| row["customerId"].as_str().map(str::to_owned))
        .collect();
    let mut items = Vec::new();
    for tenant in customers.iter().take(6) {
        let list = "GET /providers/Microsoft.Capacity/reservations?api-version=2022-11-01";
        let list = desk.send(token, tenant, list, &Value::Null).body();
        for row in list["value"].as_array().into_iter().flatten() {
            // Those fail on purpose.
            let name = row["properties"]["displayName"].as_str().unwrap_or_default();
            if let Some(id) = row["id"].as_str().filter(|_| !name.contains("fails:")) {
                items.push((tenant.clone(), id.to_owned()));
            }
        }
    }
    (customers, items)
}

/// The body of a return of one unit, and the order.
fn body_of_return(item: &str) -> (Value, String) {
    let order = item.split("/reservations/").next().unwrap_or_default().to_owned();
    let body = json!({ "id": order, "properties": {
        "scope": "Reservation",
        "reservationToReturn": { "reservationId": item, "quantity": 1 },
        "returnReason": "No longer needed",
    } });
    (body, order)
}
