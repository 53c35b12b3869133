//! More than the server can do at once: who is too much is told so and when to come again, and what was acknowledged
//! is there. How much memory that takes is measured by `cargo xtask bench server overload`.

use std::fs;
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use crate::client::{Answer, Client};
use crate::process::{Folder, Server, free_port};
use crate::work::{Customer, RESERVATIONS, Random, customers};

const ENTRIES: &str = "/providers/Prorata/ledgerEntries";
/// So many of each kind come while nobody can be answered.
const TOO_MANY: usize = 8;

/// A cancellation that somebody enters by hand.
struct Entry<'a> {
    tenant: &'a str,
    name: String,
    request: String,
}

impl<'a> Entry<'a> {
    fn of(customer: &'a Customer, random: &mut Random) -> Self {
        Self { tenant: &customer.tenant, name: random.guid(), request: random.guid() }
    }

    fn send(&self, client: Client) -> Answer {
        // Years ago, so that it takes nothing of the limit.
        let properties = json!({ "date": "2020-01-05", "usd": "1.50", "source": "test" });
        let what = format!("PUT {ENTRIES}/{}", self.name);
        let headers = [("x-ms-client-request-id", &*self.request)];
        let body = json!({ "properties": properties });
        client.send(self.tenant, &what, &headers, &body).expect("an answer")
    }

    /// How often it is in the list of its customer.
    fn count(&self, client: Client) -> usize {
        let rows = client.rows(self.tenant, ENTRIES);
        rows.iter().filter(|row| row["name"] == self.name.as_str()).count()
    }
}

fn measure(client: Client, name: &str) -> u64 {
    let metrics = client.send("", "GET /metrics", &[], &Value::Null).expect("metrics").text;
    let line = metrics.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    line.and_then(|number| number.parse().ok()).expect("a number")
}

fn assert_told_to_come_later(answer: &Answer) {
    assert_eq!((answer.status, answer.code().as_str()), (503, "ServerBusy"), "{}", answer.text);
    let after = answer.header("retry-after").and_then(|after| after.parse::<u64>().ok());
    assert!(after.is_some_and(|seconds| seconds > 0), "{}", answer.head);
}

#[test]
fn whoever_is_too_much_is_told_when_to_come_again_and_nothing_is_lost_or_made_twice() {
    let folder = Folder::of("overload");
    let (data, held) = (folder.path("desk.sqlite"), folder.path("held"));
    // One request is worked on at a time, and no commit comes to its end as long as the file is there.
    let more = ["--demo", "--limits-concurrent", "1", "--limits-seconds", "600"];
    let server = Server::start(free_port(), &data, &more, &format!("hold-before-commit:{held}"));
    let server = server.expect("it starts");
    let client = server.client();
    let customers = customers(client);
    let mut random = Random::from(7);
    let mut entries = (0..=TOO_MANY)
        .map(|number| Entry::of(&customers[number % customers.len()], &mut random))
        .collect::<Vec<_>>()
        .into_iter();
    let first = entries.next().expect("an entry");
    let others: Vec<Entry> = entries.collect();

    fs::write(&held, "").expect("a file");
    let accepted = thread::scope(|scope| {
        let accepted = scope.spawn(|| first.send(client));
        while measure(client, "prorata_requests_in_progress") == 0 {
            thread::sleep(Duration::from_millis(5));
        }
        let changes: Vec<_> =
            others.iter().map(|entry| scope.spawn(move || entry.send(client))).collect();
        let reads: Vec<_> = (0..TOO_MANY)
            .map(|number| {
                let tenant = &customers[number % customers.len()].tenant;
                let what = format!("GET {RESERVATIONS}");
                scope.spawn(move || client.send(tenant, &what, &[], &Value::Null))
            })
            .collect();
        for change in changes {
            assert_told_to_come_later(&change.join().expect("it is answered"));
        }
        for read in reads {
            assert_told_to_come_later(&read.join().expect("it ends").expect("it is answered"));
        }
        assert_eq!(measure(client, "prorata_requests_overloaded_total"), 2 * TOO_MANY as u64);
        let healthy = client.send("", "GET /healthz", &[], &Value::Null);
        assert_eq!(healthy.map(|answer| answer.status), Some(200), "it is busy and not ill");
        fs::remove_file(&held).expect("the file");
        accepted.join().expect("it is answered")
    });
    assert_eq!(accepted.status, 201, "{}", accepted.text);
    assert_eq!(first.count(client), 1);
    for entry in &others {
        assert_eq!(entry.count(client), 0, "nothing was changed, as it was said");
    }

    // They come again, as they were told.
    for entry in &others {
        let answer = entry.send(client);
        assert_eq!(answer.status, 201, "{}", answer.text);
    }
    server.kill();
    let server = Server::start(free_port(), &data, &["--demo"], "").expect("it starts again");
    for entry in others.iter().chain([&first]) {
        assert_eq!(entry.count(server.client()), 1, "what was acknowledged is there once");
    }
}
