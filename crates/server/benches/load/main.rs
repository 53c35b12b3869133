//! What the server answers under load: `cargo xtask bench server`, and `cargo xtask bench server overload` for a part.
//!
//! First the service is asked directly over the same records, which is the limit. Then servers are asked over the
//! network: as fast as they answer, and at half of that rate whether they answer or not. Then comes what nobody
//! behaves like. Whatever must hold is checked, and whoever is answered with an error makes it fail; the figures are
//! Markdown on standard output. All of it takes about ten minutes.
//!
//! Arguments are the seconds of each measurement, and one part: `sqlite`, `postgres`, `returns`, `overload` or `slow`.
//! `returns` is about one customer, imports no more than that takes, and has as many returns at once as a third
//! argument says, so that a development build can do it.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "figures are to be seen")]

mod client;
mod drive;
mod hardships;
#[path = "../../tests/postgres/mod.rs"]
mod postgres;
mod records;
mod servers;

use std::env;
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use backend::{Service, Store};
use tokio::runtime::Runtime;
use tokio::task::JoinSet;

use client::Link;
use drive::{Figures, Pace, directly, drive};
use postgres::Postgres;
use records::{KINDS, Kind, Shot};
use servers::{Server, program};

/// How many connections ask.
const LINKS: usize = 64;
/// On how many threads the service itself is asked: as many as a server works on at once.
const THREADS: usize = 32;
/// What all connections ask for at once before anything else.
const FIRST: &str = "list of 50 customers, right after the start";
/// How many servers there are at a time.
const SERVERS: &[usize] = &[1, 2, 4];
/// So many returns are quoted at most before the service itself is asked for them.
const QUOTED_MAX: u64 = 10_000;

/// What can be measured by itself.
const PARTS: [&str; 5] = ["sqlite", "postgres", "returns", "overload", "slow"];

struct Folder(PathBuf);

impl Folder {
    fn path(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn main() {
    // Cargo adds an argument of its own.
    let arguments: Vec<String> = env::args().skip(1).filter(|it| it != "--bench").collect();
    let seconds = arguments.first().and_then(|it| it.parse().ok()).unwrap_or(5);
    let only = arguments.get(1).cloned();
    if let Some(only) = only.as_deref().filter(|only| !PARTS.contains(only)) {
        eprintln!("there is no part `{only}`: {}", PARTS.join(", "));
        std::process::exit(1);
    }
    let is_wanted = |name: &str| only.as_deref().is_none_or(|only| only == name);
    let time = Duration::from_secs(seconds);
    let begun = Instant::now();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.expect("threads");
    let folder = env::temp_dir().join(format!("prorata-load-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let folder = Folder(folder);
    let file = folder.path("desk.sqlite");
    let returns = arguments.get(2).and_then(|it| it.parse().ok()).unwrap_or(records::OF_RICH);
    let customers = if only.as_deref() == Some("returns") { 1 } else { records::CUSTOMERS };
    eprintln!("importing the reservations of {customers} customers");
    let empty = runtime.block_on(server::directly(&file)).expect("a file");
    runtime.block_on(records::fill(&empty, customers, returns));
    drop(empty);

    if is_wanted("sqlite") || is_wanted("postgres") {
        println!("## Rates and times\n\n{HEAD}");
    }
    let (mut numbers, mut wrong) = (Numbers::default(), 0);
    if is_wanted("sqlite") {
        wrong += measure(&runtime, ("SQLite", &file), SERVERS, time, &mut numbers);
    }
    let needs_postgres = is_wanted("postgres") || is_wanted("returns");
    let postgres = needs_postgres.then(|| Postgres::start("load")).flatten();
    let url = postgres.as_ref().map(|postgres| {
        let url = postgres.database("desk");
        let copied = program().args(["copy", "--from", &file, "--to", &url]).output();
        assert!(copied.is_ok_and(|copied| copied.status.success()), "the records are copied");
        url
    });
    if let (true, Some(url)) = (is_wanted("postgres"), &url) {
        wrong += measure(&runtime, ("PostgreSQL", url), SERVERS, time, &mut numbers);
    }
    if is_wanted("returns") {
        println!("\n## {returns} returns of one customer at once\n\n{HEAD_OF_RETURNS}");
        let server = Server::start(&file, &["--limits-connections", "2000"]);
        runtime.block_on(hardships::returns_at_once("1 over SQLite", &[server.port], returns));
    }
    if let (true, Some(url)) = (is_wanted("returns"), &url) {
        let servers: Vec<Server> =
            (0..4).map(|_| Server::start(url, &["--limits-connections", "2000"])).collect();
        let ports: Vec<u16> = servers.iter().map(|server| server.port).collect();
        runtime.block_on(hardships::returns_at_once("4 over PostgreSQL", &ports, returns));
    }
    if is_wanted("overload") || is_wanted("slow") {
        println!("\n## Overload and slow clients, over SQLite\n");
    }
    if is_wanted("overload") {
        runtime.block_on(hardships::overload(&file));
    }
    if is_wanted("slow") {
        runtime.block_on(hardships::idle_and_slow(&file));
    }
    eprintln!("all of it took {:.0} s", begun.elapsed().as_secs_f64());
    drop((postgres, folder));
    if wrong > 0 {
        eprintln!("{wrong} requests were answered with an error");
        std::process::exit(1);
    }
}

const HEAD: &str = "\
| What | Store | Servers | Requests a second | Of the limit | At a rate of | p50 | p99 | p99.9 | Told to come later |\n\
|---|---|---:|---:|---:|---:|---:|---:|---:|---:|";

const HEAD_OF_RETURNS: &str = "\
| Servers | Accepted | USD | Requests until all was certain | Time |\n\
|---|---:|---:|---:|---:|";

/// Measures everything over one store, with so many servers at a time. Says how many requests went wrong.
fn measure(
    runtime: &Runtime,
    (store, data): (&str, &str),
    servers: &[usize],
    time: Duration,
    returns: &mut Numbers,
) -> u64 {
    let mut numbers = Numbers::default();
    let mut wrong = 0;
    let service = runtime.block_on(server::directly(data)).expect("the records");
    // What is told of all customers is read by whoever asks first.
    runtime.block_on(records::reading(Kind::Customers, 0).ask(&service));
    let limits: Vec<f64> = KINDS
        .iter()
        .map(|(kind, name)| {
            let numbers = if *kind == Kind::Return { &mut *returns } else { &mut numbers };
            let figures = limit(runtime, &service, *kind, time, numbers);
            wrong += row(name, store, "none", (&figures, None), &figures);
            figures.rate()
        })
        .collect();
    for count in servers {
        let servers: Vec<Server> = (0..*count).map(|_| Server::start(data, &[])).collect();
        let ports: Vec<u16> = servers.iter().map(|server| server.port).collect();
        let first = runtime.block_on(drive(&ports, LINKS, Pace::Closed(time), |number| {
            (number < LINKS as u64).then(|| records::reading(Kind::Customers, number))
        }));
        wrong += row(FIRST, store, &count.to_string(), (&first, None), &first);
        for port in &ports {
            runtime.block_on(ready(*port));
        }
        for ((kind, name), limit) in KINDS.into_iter().zip(&limits) {
            let mut run = |pace, count: f64| {
                let (shots, failed) = match kind {
                    Kind::Return => runtime.block_on(quoted(&ports, returns, count as u64, time)),
                    _ => (Shots::Made(kind, numbers.take(1_000_000)), None),
                };
                let mut figures = runtime
                    .block_on(drive(&ports, LINKS, pace, move |number| shots.number(number)));
                failed.into_iter().for_each(|why| figures.fail(why));
                figures
            };
            let seconds = time.as_secs_f64();
            let fast = run(Pace::Closed(time), seconds * limit * 1.2);
            let rate = (fast.rate() / 2.0).floor().max(1.0);
            let steady = run(Pace::Open(rate, time), seconds * rate);
            let of = (&fast, Some((*limit, rate)));
            wrong += row(name, store, &count.to_string(), of, &steady);
        }
    }
    wrong
}

/// Waits until a server says that it has read what it needs.
async fn ready(port: u16) {
    let asked = Shot::get("", "/readyz");
    while !Link::to(port).send(&asked).await.is_ok_and(|answer| answer.is_good()) {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Numbers of requests, none of which is used twice.
#[derive(Default)]
struct Numbers(u64);

impl Numbers {
    fn take(&mut self, count: u64) -> u64 {
        self.0 += count;
        self.0 - count
    }
}

enum Shots {
    Ready(Vec<Shot>),
    Made(Kind, u64),
}

impl Shots {
    fn number(&self, number: u64) -> Option<Shot> {
        match self {
            Self::Ready(all) => all.get(number as usize).cloned(),
            Self::Made(kind, first) => Some(records::reading(*kind, first + number)),
        }
    }
}

/// Asks the service itself.
fn limit(
    runtime: &Runtime,
    service: &Service<impl Store + Send + Sync>,
    kind: Kind,
    time: Duration,
    numbers: &mut Numbers,
) -> Figures {
    let handle = runtime.handle();
    let ask = |shot: &Shot| handle.block_on(shot.ask(service));
    let good = |(status, body): (u16, Vec<u8>)| match status {
        200..300 => Ok(()),
        _ => Err(format!("{status}: {}", String::from_utf8_lossy(&body))),
    };
    if kind != Kind::Return {
        let first = numbers.take(1_000_000);
        return directly(THREADS, time, |number| {
            Some(good(ask(&records::reading(kind, first + number))))
        });
    }
    let shots: Mutex<Vec<Shot>> = Mutex::default();
    let first = numbers.take(QUOTED_MAX);
    let quoting = directly(THREADS, time, |number| {
        let quote = (number < QUOTED_MAX).then(|| records::reading(kind, first + number))?;
        let (status, body) = ask(&quote);
        if status == 200 {
            let body = serde_json::from_slice(&body).unwrap_or_default();
            shots.lock().expect("nobody stops").push(records::returning(&quote, &body));
        }
        Some(good((status, body)))
    });
    let shots = shots.into_inner().expect("nobody stops");
    let mut figures =
        directly(THREADS, time, |number| shots.get(number as usize).map(|shot| good(ask(shot))));
    quoting.first_failure.into_iter().for_each(|why| figures.fail(why));
    figures
}

/// Returns that were quoted: so many, or as many as there were quotes in that time. And why one was not.
async fn quoted(
    ports: &[u16],
    numbers: &mut Numbers,
    count: u64,
    time: Duration,
) -> (Shots, Option<String>) {
    let first = numbers.take(count);
    let shots: Arc<Mutex<Vec<Shot>>> = Arc::default();
    let kept = Arc::clone(&shots);
    let (ports, until) = (ports.to_vec(), Instant::now() + time);
    let next = Arc::new(AtomicU64::new(first));
    let mut tasks = JoinSet::new();
    for number in 0..LINKS {
        let (next, shots, port) =
            (Arc::clone(&next), Arc::clone(&shots), ports[number % ports.len()]);
        tasks.spawn(async move {
            let mut link = Link::to(port);
            while Instant::now() < until {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= first + count {
                    break;
                }
                let quote = records::reading(Kind::Return, number);
                match link.send(&quote).await {
                    Ok(answer) if answer.is_good() => {
                        let shot = records::returning(&quote, &answer.json());
                        shots.lock().expect("nobody stops").push(shot);
                    }
                    Ok(answer) => return Some(format!("{}: {}", answer.status, answer.json())),
                    Err(error) => return Some(error.to_string()),
                }
            }
            None
        });
    }
    let mut failed = None;
    while let Some(ended) = tasks.join_next().await {
        failed = failed.or(ended.expect("it ends"));
    }
    let shots = std::mem::take(&mut *kept.lock().expect("nobody stops"));
    (Shots::Ready(shots), failed)
}

/// One line of the table. The limit itself is asked as fast as it answers, and at no rate, and so is what comes right
/// after a start. Says how many requests were answered with an error.
fn row(
    name: &str,
    store: &str,
    servers: &str,
    (fast, of): (&Figures, Option<(f64, f64)>),
    steady: &Figures,
) -> u64 {
    let (share, rate) = of.map_or(("-".to_owned(), "-".to_owned()), |(limit, rate)| {
        (format!("1/{:.1}", limit / fast.rate()), format!("{rate:.0}"))
    });
    let in_time = |of_thousand| format!("{:.1} ms", steady.within(of_thousand));
    let both = if of.is_some() { &[fast, steady][..] } else { &[fast] };
    let later: u64 = both.iter().map(|figures| figures.later).sum();
    println!(
        "| {name} | {store} | {servers} | {:.0} | {share} | {rate} | {} | {} | {} | {later} |",
        fast.rate(),
        in_time(500),
        in_time(990),
        in_time(999)
    );
    for figures in both.iter().filter(|figures| figures.failed > 0) {
        eprintln!("{} went wrong: {:?}", figures.failed, figures.first_failure);
    }
    both.iter().map(|figures| figures.failed).sum()
}
