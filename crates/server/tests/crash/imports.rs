//! Imports while the server ends again and again: each is there as a whole or not at all, once, and what is taken back
//! is as it was before.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::client::{Answer, Client};
use crate::process::{Folder, Server, free_port};
use crate::work::{RESERVATIONS, Random, is_known};
use crate::{PATIENCE, Until};

const IMPORTS: &str = "/providers/Prorata/imports";
/// Customers of an import. The last one is in two parts.
const CUSTOMERS: usize = 4;
/// Reservations of each customer that all imports have.
const RESERVATIONS_EACH: usize = 25;

/// What is to be seen of each customer: its reservations, and what was booked.
type Seen = BTreeMap<String, (Vec<Value>, Vec<Value>)>;

/// What came of a run.
#[derive(Default)]
struct Imported {
    commits: usize,
    undos: usize,
    /// Commits and undos of which nobody was told, and which were not made.
    not_made: usize,
    wrong: Vec<String>,
}

fn tenant(number: usize) -> String {
    format!("3000000{number}-0000-4000-8000-000000000000")
}

/// The reservations of a customer, all of which say which import they are of. Each import brings one more.
fn reservations(customer: usize, round: usize) -> Vec<Value> {
    let numbers = (0..RESERVATIONS_EACH).chain([1_000 + round]);
    let one = |number: usize| {
        json!({
            "source": { "file": "list.csv", "line": number + 2 },
            "id": format!("2000000{customer}-0000-4000-8000-{number:012}"),
            "orderId": format!("1000000{customer}-0000-4000-8000-{number:012}"),
            "displayName": format!("Round {round}, web {number}"),
            "sku": "Standard_D2s_v5",
            "region": "westeurope",
            "reservedResourceType": "VirtualMachines",
            "quantity": 10,
            "term": "P3Y",
            "purchaseDate": "2026-03-01",
            "state": "Succeeded",
            "billingPlan": "Upfront",
            "unitPrice": "1200",
            "currencyCode": "EUR",
        })
    };
    numbers.map(one).collect()
}

/// What an import says of a customer, some of its reservations or all.
fn customer(number: usize, reservations: &[Value], bookings: &[Value]) -> Value {
    json!({
        "tenantId": tenant(number),
        "name": format!("Customer {number}"),
        "reservations": reservations,
        "bookings": bookings,
    })
}

/// The parts of an import. The booking is of years ago, so that it takes nothing of the limit.
fn parts(round: usize) -> Vec<Value> {
    let booking = |number: usize| {
        json!({
            "source": { "file": "transactions.csv", "line": 2 },
            "orderId": format!("1000000{number}-0000-4000-8000-000000000000"),
            "event": "Refund", "date": "2020-01-05", "amount": format!("{round}.50"),
            "currencyCode": "EUR", "quantity": 1, "usd": "1.00",
        })
    };
    let whole = |number: usize| customer(number, &reservations(number, round), &[booking(number)]);
    let last = CUSTOMERS - 1;
    let divided = reservations(last, round);
    let (one, other) = divided.split_at(RESERVATIONS_EACH / 2);
    let first: Vec<Value> = (0..last - 1).map(whole).collect();
    let parts = [
        first,
        vec![whole(last - 1), customer(last, one, &[])],
        vec![customer(last, other, &[booking(last)])],
    ];
    parts.into_iter().map(|customers| json!({ "customers": customers })).collect()
}

/// Asks until it is answered.
fn ask(client: Client, tenant: &str, path: &str) -> Value {
    loop {
        match client.send(tenant, &format!("GET {path}"), &[], &Value::Null) {
            Some(answer) if answer.status == 200 => return answer.body(),
            _ => thread::sleep(Duration::from_millis(10)),
        }
    }
}

fn rows(client: Client, tenant: &str, path: &str) -> Vec<Value> {
    let mut rows = Vec::new();
    let mut next = Some(path.to_owned());
    while let Some(path) = next {
        let page = ask(client, tenant, &path);
        rows.extend(page["value"].as_array().cloned().unwrap_or_default());
        let link = page["nextLink"].as_str();
        next = link.map(|link| format!("/{}", link.splitn(4, '/').nth(3).unwrap_or_default()));
    }
    rows
}

/// Everything, while nobody changes anything.
fn seen(client: Client) -> Seen {
    let customers = rows(client, "", "/providers/Prorata/customerSummaries");
    let tenants = customers.iter().filter_map(|row| row["customerId"].as_str());
    let of = |tenant: &str| {
        let bookings = rows(client, tenant, "/providers/Prorata/bookings");
        (tenant.to_owned(), (rows(client, tenant, RESERVATIONS), bookings))
    };
    tenants.map(of).collect()
}

/// Sends a change under one id until it is answered; what was lost is sent again.
fn insisted(client: Client, what: &str, body: &Value, random: &mut Random) -> Answer {
    let id = random.guid();
    loop {
        match client.send("", what, &[("x-ms-client-request-id", &id)], body) {
            Some(answer) if answer.code() != "OutcomeUnknown" => return answer,
            _ => thread::sleep(Duration::from_millis(10)),
        }
    }
}

/// Sends a change once, and asks what became of it where the answer is lost.
fn is_made(client: Client, what: &str, random: &mut Random) -> bool {
    let id = random.guid();
    match client.send("", what, &[("x-ms-client-request-id", &id)], &Value::Null) {
        Some(answer) if answer.code() != "OutcomeUnknown" => answer.status < 300,
        _ => is_known(client, "", &id),
    }
}

/// What is done by now, for who decides whether it is enough.
#[derive(Default)]
struct Counts {
    commits: AtomicUsize,
    undos: AtomicUsize,
    wrong: AtomicUsize,
}

/// Imports, and takes back, until it is told to stop.
fn work(client: Client, seed: u64, stop: &AtomicBool, counts: &Counts) -> Imported {
    let mut random = Random::from(seed);
    let mut done = Imported::default();
    let mut before = seen(client);
    for round in 1.. {
        if stop.load(Ordering::Relaxed) {
            break;
        }
        before = one_round(client, round, before, &mut random, &mut done);
        counts.commits.store(done.commits, Ordering::Relaxed);
        counts.undos.store(done.undos, Ordering::Relaxed);
        counts.wrong.store(done.wrong.len(), Ordering::Relaxed);
    }
    done
}

/// Makes one import, and looks whether everything is as it is said to be. What is there afterwards is returned.
fn one_round(
    client: Client,
    round: usize,
    before: Seen,
    random: &mut Random,
    done: &mut Imported,
) -> Seen {
    let files = json!({ "files": [{ "name": "list.csv", "kind": "Portal", "rows": 3 }] });
    let started = insisted(client, &format!("POST {IMPORTS}"), &files, random);
    let Some(id) = started.body()["id"].as_str().map(str::to_owned) else {
        done.wrong.push(format!("{round}: no import is started: {}", started.text));
        return before;
    };
    let import = format!("{IMPORTS}/{id}");
    for (number, part) in parts(round).iter().enumerate() {
        // A part may come twice.
        for _ in 0..=random.below(2) {
            let staged = insisted(client, &format!("PUT {import}/parts/{number}"), part, random);
            if staged.body()["rejected"] != json!([]) {
                done.wrong.push(format!("{round}: part {number} is {}", staged.text));
            }
        }
    }
    let commit = format!("POST {import}/commit");
    let is_committed = random.below(8) > 0 && is_made(client, &commit, random);
    let after = seen(client);
    if !is_committed {
        done.not_made += 1;
        compare(done, &format!("{round}, which is not committed"), &before, &after);
        insisted(client, &format!("DELETE {import}"), &Value::Null, random);
        return after;
    }
    done.commits += 1;
    done.wrong.extend(wrong_after(round, &before, &after));
    // Under another id it is another commit, and there is nothing left to commit.
    let again = insisted(client, &commit, &Value::Null, random);
    if again.status != 409 {
        done.wrong.push(format!("{round} is committed twice: {}", again.text));
    }
    if random.below(3) == 0 {
        return after;
    }
    let is_undone = is_made(client, &format!("POST {import}/undo"), random);
    let now = seen(client);
    if is_undone {
        done.undos += 1;
        compare(done, &format!("{round}, which is taken back"), &before, &now);
    } else {
        done.not_made += 1;
        compare(done, &format!("{round}, which is not taken back"), &after, &now);
    }
    now
}

fn compare(done: &mut Imported, what: &str, expected: &Seen, found: &Seen) {
    if expected != found {
        let names = |seen: &Seen| -> Vec<(usize, usize)> {
            seen.values()
                .map(|(reservations, bookings)| (reservations.len(), bookings.len()))
                .collect()
        };
        let counts = format!("{:?} instead of {:?}", names(found), names(expected));
        done.wrong
            .push(format!("{what}: {counts}, of rounds {:?}", rounds_of(&format!("{found:?}"))));
    }
}

/// What is wrong with what is there after an import was committed.
fn wrong_after(round: usize, before: &Seen, after: &Seen) -> Vec<String> {
    let mut wrong = Vec::new();
    for number in 0..CUSTOMERS {
        let count = |seen: &Seen| {
            let of_customer = seen.get(&tenant(number));
            of_customer
                .map_or((0, 0), |(reservations, bookings)| (reservations.len(), bookings.len()))
        };
        let (reservations, bookings) = count(before);
        let expected = (reservations.max(RESERVATIONS_EACH) + 1, bookings + 1);
        if count(after) != expected {
            wrong.push(format!("{round}: {:?} instead of {expected:?}", count(after)));
        }
        let named = |row: &&Value| {
            let name = row["properties"]["displayName"].as_str().unwrap_or_default();
            name.starts_with(&format!("Round {round},"))
        };
        let (rows, _) = after.get(&tenant(number)).cloned().unwrap_or_default();
        let now = rows.iter().filter(named).count();
        // The one more of an earlier import keeps its name.
        if now != RESERVATIONS_EACH + 1 {
            wrong.push(format!("{round}: {now} of {} are of it", rows.len()));
        }
    }
    wrong
}

/// The imports that a text speaks of.
fn rounds_of(text: &str) -> BTreeSet<usize> {
    let rounds = text.split("Round ").skip(1).filter_map(|rest| rest.split(',').next());
    rounds.filter_map(|round| round.parse().ok()).collect()
}

/// Reads all customers in one answer again and again. In what every import has, there is one import only.
fn watch(client: Client, stop: &AtomicBool) -> (usize, Vec<String>) {
    let (mut read, mut wrong) = (0, Vec::new());
    while !stop.load(Ordering::Relaxed) {
        let portfolio = client.send("", "GET /providers/Prorata/portfolio", &[], &Value::Null);
        let Some(portfolio) = portfolio.filter(|answer| answer.status == 200) else {
            thread::sleep(Duration::from_millis(10));
            continue;
        };
        let of_each = portfolio.text.match_indices(", web 7").map(|(end, _)| {
            let before = &portfolio.text[..end];
            before.rsplit("Round ").next().unwrap_or_default().to_owned()
        });
        let of_each: Vec<String> = of_each.collect();
        let is_whole = of_each.is_empty() || of_each.len() == CUSTOMERS;
        if !is_whole || of_each.iter().collect::<BTreeSet<_>>().len() > 1 {
            wrong.push(format!("half of an import is seen: {of_each:?}"));
        }
        read += usize::from(!of_each.is_empty());
    }
    (read, wrong)
}

/// Imports on a server that ends again and again, until enough is done, or with a fault until it is noticed; how
/// often it ended, and at a place with a name.
fn run(data: &str, time: Duration, seed: u64, fault: &str) -> (Imported, usize, usize) {
    let port = free_port();
    let start = |fail: &str| {
        let until = Instant::now() + Duration::from_secs(20);
        loop {
            if let Some(server) = Server::start(port, data, &[], fail) {
                return server;
            }
            assert!(Instant::now() < until, "the server does not start again");
            thread::sleep(Duration::from_millis(20));
        }
    };
    let mut server = start(fault);
    let client = server.client();
    let (stop, counts) = (AtomicBool::new(false), Counts::default());
    let is_enough = |ends: usize, named_ends: usize| {
        let [commits, undos, wrong] = [&counts.commits, &counts.undos, &counts.wrong]
            .map(|count| count.load(Ordering::Relaxed));
        if fault.is_empty() { is_enough(commits, undos, ends, named_ends) } else { wrong > 0 }
    };
    let mut random = Random::from(seed);
    let (mut ends, mut named_ends) = (0, 0);
    let (mut done, read, half, server) = thread::scope(|scope| {
        let worker = scope.spawn(|| work(client, seed + 1, &stop, &counts));
        let watcher = scope.spawn(|| watch(client, &stop));
        let until = Until::of(time);
        let mut fail = String::new();
        while !until.is_over(is_enough(ends, named_ends)) {
            if fail.is_empty() {
                thread::sleep(Duration::from_millis(100 + random.below(500)));
                server.kill();
            } else {
                named_ends += usize::from(server.await_end(PATIENCE));
            }
            ends += 1;
            fail = match random.below(4) {
                0 if fault.is_empty() => format!("before-commit:{}", 1 + random.below(8)),
                1 if fault.is_empty() => format!("after-commit:{}", 1 + random.below(8)),
                _ => String::new(),
            };
            server = start(if fault.is_empty() { &fail } else { fault });
        }
        server.kill();
        server = start(fault);
        stop.store(true, Ordering::Relaxed);
        let done = worker.join().expect("the one who imports does not stop");
        let (read, half) = watcher.join().expect("the one who looks does not stop");
        (done, read, half, server)
    });
    server.kill();
    done.wrong.extend(half);
    let Imported { commits, undos, not_made, .. } = &done;
    eprintln!(
        "{commits} imports were committed, {undos} taken back and {not_made} not made, all customers were read \
         {read} times, the server ended {ends} times, {named_ends} of them at its places"
    );
    (done, ends, named_ends)
}

fn is_enough(commits: usize, undos: usize, ends: usize, named_ends: usize) -> bool {
    commits > 2 && undos > 0 && ends > 5 && named_ends > 0
}

#[test]
#[ignore = "takes a while; `cargo xtask test server` runs it"]
fn an_import_is_whole_and_once_and_taken_back_whole() {
    let folder = Folder::of("imports");
    let (done, ends, named_ends) = run(&folder.path("desk.sqlite"), Duration::from_secs(12), 5, "");
    assert_eq!(done.wrong, [""; 0], "{} things are wrong", done.wrong.len());
    let is_enough = is_enough(done.commits, done.undos, ends, named_ends);
    assert!(is_enough, "too little happened to say anything");
}

/// The same with a server that acknowledges before it commits: if that is not noticed, the other proves nothing.
#[test]
#[ignore = "takes a while; `cargo xtask test server` runs it"]
fn an_import_that_is_acknowledged_too_early_is_caught() {
    let folder = Folder::of("imports-early");
    let data = folder.path("desk.sqlite");
    let (done, ..) = run(&data, Duration::from_secs(5), 6, "acknowledge-early");
    assert!(!done.wrong.is_empty(), "nobody noticed");
}
