//! What is asked over the network, and by whom not.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::client::Client;
use crate::process::{Folder, Server, command, free_port};
use crate::work::{Random, VERSION, customers};

const SETTINGS: &str = "/providers/Prorata/settings";

fn with(folder: &Folder, more: &[&str]) -> Server {
    Server::start(free_port(), &folder.path("desk.sqlite"), more, "").expect("it starts")
}

#[test]
fn page_api_and_health_are_at_one_address() {
    let folder = Folder::of("address");
    fs::write(folder.path("index.html"), "<!doctype html>").expect("a page");
    let server = with(&folder, &["--page", &folder.path("")]);
    let client = server.client();
    let get =
        |path: &str| client.send("", &format!("GET {path}"), &[], &Value::Null).expect("an answer");
    assert_eq!(get("/customers?x=1").text, "<!doctype html>");
    assert_eq!(get("/config.json").body(), json!({ "api": "/" }));
    assert_eq!(get("/healthz").status, 200);
    // The customers are being read at first.
    while get("/readyz").status == 503 {
        thread::sleep(Duration::from_millis(20));
    }
    let settings = get(SETTINGS);
    assert!(settings.body()["refundPolicy"].is_string());
    for answer in [get("/"), settings, get("/healthz"), get("/gone.js")] {
        let policy = answer.header("content-security-policy").expect("a policy");
        assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe-inline"));
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert!(answer.header("x-ms-request-id").is_some_and(|id| id.len() == 36));
    }
    assert!(get("/metrics").text.contains("prorata_requests_total{status=\"2xx\"} 7"));
    assert!(server.stop());
}

#[test]
fn it_can_be_stopped_from_the_moment_at_which_it_says_where_it_is() {
    let folder = Folder::of("stop");
    for _ in 0..5 {
        let server =
            Server::start(free_port(), &folder.path("desk.sqlite"), &[], "").expect("data");
        assert!(server.stop());
    }
}

#[test]
fn nobody_from_elsewhere_is_answered() {
    let folder = Folder::of("elsewhere");
    let server = with(&folder, &[]);
    let raw = |head: &str| {
        let request = format!("{head}\r\nConnection: close\r\n\r\n");
        server.client().raw(&request).map(|answer| answer.status)
    };
    let settings = format!("GET {SETTINGS} HTTP/1.1");
    assert_eq!(
        raw(&format!("{settings}\r\nHost: localhost\r\nAuthorization: Bearer x")),
        Some(200)
    );
    assert_eq!(raw(&format!("{settings}\r\nHost: localhost")), Some(401));
    assert_eq!(
        raw(&format!("{settings}\r\nHost: evil.example\r\nAuthorization: Bearer x")),
        Some(421)
    );
    assert_eq!(raw("GET / HTTP/1.1\r\nHost: evil.example"), Some(421));
    server.kill();
    let open = command(&["--listen", "0.0.0.0:0", "--data", &folder.path("desk.sqlite")], "");
    assert!(!open.status.success());
    assert!(String::from_utf8_lossy(&open.stderr).contains("nobody signs in"));
}

#[test]
fn the_same_change_again_is_made_once_also_after_a_crash() {
    let folder = Folder::of("again");
    let data = folder.path("desk.sqlite");
    let server = Server::start(free_port(), &data, &["--demo"], "").expect("it starts");
    let customer = &customers(server.client())[0];
    let what = format!("PATCH {}?{VERSION}", customer.items[0].id);
    let id = "0b8b1e02-6a3f-4d7b-9a41-6e5b7c1d2f30";
    let name = |name: &str| json!({ "properties": { "name": name } });
    let send = |client: Client, header: &str, body: &Value| {
        client.send(&customer.tenant, &what, &[(header, id)], body).expect("an answer")
    };
    let first = send(server.client(), "x-ms-client-request-id", &name("Once"));
    assert_eq!(first.status, 200);
    server.kill();
    let server = Server::start(free_port(), &data, &["--demo"], "").expect("it starts");
    let again = send(server.client(), "Idempotency-Key", &name("Once"));
    assert_eq!((again.status, again.text), (first.status, first.text));
    let other = send(server.client(), "Idempotency-Key", &name("Twice"));
    assert_eq!((other.status, other.code().as_str()), (409, "ClientRequestIdReused"));
    let activities = server.client().rows(&customer.tenant, "/providers/Prorata/activities");
    assert_eq!(activities.len(), 1);
    assert_eq!(activities[0]["by"], json!({ "name": "Administrator", "role": "AdminAgent" }));
    server.kill();
}

#[test]
fn too_much_is_refused_and_nothing_is_lost_by_it() {
    let folder = Folder::of("much");
    let more = ["--limits-per-second", "1", "--limits-burst", "5", "--limits-concurrent", "1"];
    let server = with(&folder, &more);
    let settings = || {
        let answer = server.client().send("", &format!("GET {SETTINGS}"), &[], &Value::Null);
        answer.expect("an answer")
    };
    let large = Value::String("x".repeat(300_000));
    let answer =
        server.client().send("", &format!("PUT {SETTINGS}"), &[], &large).expect("an answer");
    assert_eq!((answer.status, answer.code().as_str()), (413, "RequestEntityTooLarge"));
    let statuses: Vec<u16> = (0..8).map(|_| settings().status).collect();
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 4, "{statuses:?}");
    let throttled = settings();
    assert_eq!((throttled.status, throttled.header("retry-after")), (429, Some("1")));
    assert_eq!(throttled.code(), "TooManyRequests");
    server.kill();
}

#[test]
fn a_slow_client_keeps_nobody_waiting_and_a_stop_brings_to_an_end_what_was_begun() {
    let folder = Folder::of("slow");
    let server = with(&folder, &["--limits-concurrent", "1", "--limits-seconds", "5"]);
    let port = server.port;
    let body = json!({ "refundPolicy": "azure-2023-10" }).to_string();
    let (start, rest) = body.split_at(5);
    let mut slow = TcpStream::connect(("127.0.0.1", port)).expect("a connection");
    write!(
        slow,
        "PUT {SETTINGS} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer x\r\n\
         Connection: close\r\nContent-Length: {}\r\n\r\n{start}",
        body.len()
    )
    .expect("it can be sent");
    let mut idle = Vec::new();
    for _ in 0..50 {
        idle.push(TcpStream::connect(("127.0.0.1", port)).expect("a connection"));
    }
    let began = Instant::now();
    for _ in 0..5 {
        server.client().read("", SETTINGS);
    }
    assert!(began.elapsed() < Duration::from_secs(4), "{:?}", began.elapsed());
    let stopping = thread::spawn(move || server.stop());
    thread::sleep(Duration::from_millis(300));
    slow.write_all(rest.as_bytes()).expect("it can be sent");
    let mut answer = String::new();
    slow.read_to_string(&mut answer).expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    drop(idle);
    assert!(stopping.join().expect("it stops"));
}

/// Two that return the last units of one customer at once never get more than the limit together.
#[test]
fn many_at_once_never_exceed_the_limit() {
    let folder = Folder::of("limit");
    let server = with(&folder, &["--demo"]);
    let client = server.client();
    let rows = client.rows("", "/providers/Prorata/customerSummaries");
    let sablier = rows
        .iter()
        .find(|row| row["displayName"].as_str().is_some_and(|it| it.contains("Sablier")));
    let tenant =
        sablier.and_then(|row| row["customerId"].as_str()).expect("the customer").to_owned();
    let items = client.rows(&tenant, crate::work::RESERVATIONS);
    let accepted: usize = thread::scope(|scope| {
        let all: Vec<_> = items
            .iter()
            .zip(0_u64..)
            .map(|(item, seed)| {
                let tenant = &tenant;
                scope.spawn(move || {
                    let id = item["id"].as_str().expect("an id");
                    let order = id.split("/reservations/").next().expect("an order");
                    let quantity = item["properties"]["quantity"].as_u64().expect("a number");
                    let mut body = json!({ "id": order, "properties": { "scope": "Reservation",
                    "reservationToReturn": { "reservationId": id, "quantity": quantity } } });
                    let what = format!("POST {order}/calculateRefund?{VERSION}");
                    let quote = client.send(tenant, &what, &[], &body).expect("an answer").body();
                    thread::sleep(Duration::from_millis(Random::from(seed).below(20)));
                    body["properties"]["sessionId"] = quote["properties"]["sessionId"].clone();
                    body["properties"]["returnReason"] = "test".into();
                    let what = format!("POST {order}/return?{VERSION}");
                    let answer = client.send(tenant, &what, &[], &body).expect("an answer");
                    usize::from(answer.status == 202)
                })
            })
            .collect();
        all.into_iter().map(|it| it.join().expect("an answer")).sum()
    });
    assert!((1..items.len()).contains(&accepted), "{accepted} of {}", items.len());
    let rows = client.rows("", "/providers/Prorata/customerSummaries");
    let row = rows.iter().find(|row| row["customerId"] == tenant.as_str()).expect("the customer");
    let usd = |field: &str| row[field].as_str().and_then(|it| it.parse::<f64>().ok()).expect("USD");
    assert!(usd("limitUsedUsd") <= usd("limitUsd"), "{row}");
    server.kill();
}
