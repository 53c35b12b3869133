//! What must hold whatever comes: the limit, memory, nothing lost, and an answer for those who behave.

use std::collections::BTreeSet;
use std::io;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use crate::client::{Answer, Link};
use crate::drive::{Figures, Pace, drive};
use crate::records::{self, Kind, RICH, Shot, reading};
use crate::servers::Server;

async fn asked(port: u16, shot: &Shot) -> Answer {
    let answer = Link::to(port).send(shot).await.expect("an answer");
    assert!(answer.is_good(), "{}: {}", shot.path, answer.json());
    answer
}

/// So many returns of one customer at once, which cost three times what the limit lets go. Each is asked for
/// again, under its id, until it is certain what became of it.
pub(crate) async fn returns_at_once(name: &str, ports: &[u16], count: u64) {
    let mut returns = Vec::new();
    let mut link = Link::to(ports[0]);
    for number in 0..count {
        let quote = records::quote(RICH, number);
        let answer = link.send(&quote).await.expect("an answer");
        returns.push(records::returning(&quote, &answer.json()));
    }
    let begun = Instant::now();
    let mut tasks = JoinSet::new();
    for (number, shot) in returns.into_iter().enumerate() {
        let port = ports[number % ports.len()];
        tasks.spawn(async move {
            let (mut link, mut sent) = (Link::to(port), 0_u64);
            loop {
                sent += 1;
                match link.send(&shot).await {
                    Ok(answer) if answer.is_good() => {
                        let amount = &answer.json()["properties"]["pricingRefundAmount"]["amount"];
                        return (cents(amount), sent);
                    }
                    Ok(answer)
                        if answer.status != 503
                            && answer.status != 429
                            && !is_conflict(&answer) =>
                    {
                        assert!(answer.status < 500, "{}: {}", answer.status, answer.json());
                        return (0, sent);
                    }
                    _ => sleep(Duration::from_millis(50 + sent * 20)).await,
                }
            }
        });
    }
    let (mut accepted, mut paid, mut sent) = (0, 0, 0);
    while let Some(ended) = tasks.join_next().await {
        let (amount, times) = ended.expect("it ends");
        accepted += u64::from(amount > 0);
        (paid, sent) = (paid + amount, sent + times);
    }
    let took = begun.elapsed().as_secs_f64();
    let path = "/providers/Prorata/customerSummaries?$top=50&api-version=2022-11-01";
    let row = asked(ports[0], &Shot::get("", path)).await.json()["value"][0].clone();
    assert_eq!(row["customerId"], records::tenant(RICH).as_str());
    let (used, limit) = (cents(&row["limitUsedUsd"]), cents(&row["limitUsd"]));
    assert!(used <= limit && paid == used, "{paid} cents were paid, {used} of {limit} are used");
    assert!(accepted > 0 && accepted < count, "{accepted} of {count} were accepted");
    // All cost the same, and every quote was good: no other one fits.
    assert!(limit - used < paid / accepted, "{used} of {limit} are used, and more were asked for");
    println!(
        "| {name} | {accepted} | {:.2} of {:.0} | {sent} | {took:.1} s |",
        used as f64 / 100.0,
        limit as f64 / 100.0
    );
}

fn is_conflict(answer: &Answer) -> bool {
    answer.json()["error"]["code"] == "Conflict"
}

/// An amount with two places, as a number or as a text, in cents.
fn cents(amount: &Value) -> u64 {
    let text = amount.as_str().map_or_else(|| amount.to_string(), str::to_owned);
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let part: String = format!("{part}00").chars().take(2).collect();
    format!("{whole}{part}").parse().unwrap_or_else(|_| panic!("{text} is no amount"))
}

/// What overload may add to the memory of a server, in MB: 128 of answers that nobody takes, two readings of
/// everything, and 3,000 connections.
const OVERLOAD_MB_MAX: u64 = 512;

/// What came of changes while there was too much else.
#[derive(Default)]
struct Entered {
    acknowledged: BTreeSet<String>,
    /// Told that nothing was changed, and to come again.
    turned_away: BTreeSet<String>,
    wrong: Vec<String>,
}

impl Entered {
    fn note(&mut self, entry: String, answer: io::Result<Answer>) {
        match answer {
            Ok(answer) if answer.is_good() => {
                self.acknowledged.insert(entry);
            }
            Ok(answer) if answer.is_later() && answer.json()["error"]["code"] == "ServerBusy" => {
                self.turned_away.insert(entry);
            }
            // Whether this one was made is not known, and is asked for by its id.
            Ok(answer) if answer.json()["error"]["code"] == "OutcomeUnknown" => {}
            Ok(answer) => self.wrong.push(format!("{}: {}", answer.status, answer.json())),
            Err(why) => self.wrong.push(why.to_string()),
        }
    }
}

/// What takes most: all reservations of all customers.
fn everything() -> Shot {
    Shot::get("", "/providers/Prorata/portfolio?api-version=2022-11-01")
}

/// Far more than is answered, changes among it, and large answers that nobody fetches; then the same once more, to see
/// whether memory still grows.
pub(crate) async fn overload(data: &str) {
    let server = Server::start(data, &["--limits-connections", "3000"]);
    let port = server.port;
    asked(port, &everything()).await;
    let (before, _) = server.megabytes();

    // Two hundred ask for everything and read nothing of it.
    let mut deaf = Vec::new();
    for _ in 0..200 {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).await.expect("a connection");
        stream.write_all(&everything().bytes()).await.expect("it is sent");
        deaf.push(stream);
    }
    // Some of the same customer; none gets more entries than a customer may have.
    const CUSTOMERS: std::ops::RangeInclusive<u64> = 1..=5;
    const EACH: u64 = 200;
    let entered: Arc<Mutex<Entered>> = Arc::default();
    let stop = Arc::new(std::sync::atomic::AtomicBool::new(false));
    let mut changing = JoinSet::new();
    for task in 0..20 {
        let (entered, stop) = (Arc::clone(&entered), Arc::clone(&stop));
        changing.spawn(async move {
            let mut link = Link::to(port);
            for number in 0..EACH {
                if stop.load(std::sync::atomic::Ordering::Relaxed) {
                    return;
                }
                let (entry, shot) = records::entering(1 + task % 5, task * 1_000_000 + number);
                let answer = link.send(&shot).await;
                entered.lock().expect("nobody stops").note(entry, answer);
            }
        });
    }
    let (mut good, mut later, mut most) = (0, 0, [0; 2]);
    for most in &mut most {
        let pace = Pace::Open(5_000.0, Duration::from_secs(5));
        let shot = |number: u64| match number % 10 {
            0 => Some(everything()),
            _ => Some(reading(Kind::Reservations, number)),
        };
        let figures = drive(&[port], 2_000, pace, shot).await;
        assert_eq!(figures.failed, 0, "{:?}", figures.first_failure);
        (good, later) = (good + figures.good(), later + figures.later);
        (_, *most) = server.megabytes();
    }
    stop.store(true, std::sync::atomic::Ordering::Relaxed);
    while changing.join_next().await.is_some() {}
    drop(deaf);
    let mut names = BTreeSet::new();
    for customer in CUSTOMERS {
        let mut page = Some(records::entries(customer));
        while let Some(shot) = page {
            let list = asked(port, &shot).await.json();
            let rows = list["value"].as_array().expect("a list").iter();
            names.extend(rows.filter_map(|row| row["name"].as_str().map(str::to_owned)));
            let next =
                list["nextLink"].as_str().and_then(|link| Some(link.split_once("/providers/")?.1));
            page = next.map(|path| Shot::get(&shot.tenant, &format!("/providers/{path}")));
        }
    }
    let entered = entered.lock().expect("nobody stops");
    println!(
        "- Overload: of 50,000 requests at 5,000 a second, each tenth for all reservations, {good} were answered and \
         {later} told to come again later (503 with `Retry-After`), none was left without an answer. {} changes were \
         acknowledged meanwhile and are all there, {} were turned away and none of them is. Memory was {before} MB \
         before, {} MB at most in the first half and {} MB in the second, with 200 connections that asked for all \
         reservations and read nothing.",
        entered.acknowledged.len(),
        entered.turned_away.len(),
        most[0],
        most[1],
    );
    assert_eq!(entered.wrong, [""; 0], "every change is answered");
    assert_eq!(entered.acknowledged.difference(&names).count(), 0, "acknowledged and not there");
    assert_eq!(entered.turned_away.intersection(&names).count(), 0, "turned away and there");
    assert!(later > 0, "all was answered: that was no overload");
    assert!(most[1] <= before + OVERLOAD_MB_MAX, "{} MB were added", most[1] - before);
}

/// Ten thousand connections that say nothing, and some that send byte by byte.
pub(crate) async fn idle_and_slow(data: &str) {
    const IDLE: usize = 10_000;
    let more = ["--limits-connections", "11000", "--limits-seconds", "5"];
    let server = Server::start(data, &more);
    let port = server.port;
    asked(port, &reading(Kind::Reservations, 0)).await;
    let (before, _) = server.megabytes();
    let begun = Instant::now();
    let mut idle = Vec::new();
    for _ in 0..IDLE {
        match TcpStream::connect(("127.0.0.1", port)).await {
            Ok(stream) => idle.push(stream),
            Err(error) => panic!("after {} connections: {error}; raise `ulimit -n`", idle.len()),
        }
    }
    let took = begun.elapsed();
    let (with, _) = server.megabytes();
    let figures = meanwhile(port).await;
    println!(
        "- {IDLE} idle connections, made in {:.1} s, cost {} MB; a list meanwhile takes {:.1} ms (p50), {:.1} ms (p99).",
        took.as_secs_f64(),
        with.saturating_sub(before),
        figures.within(500),
        figures.within(990),
    );
    let closed = closed_after(&mut idle[0], b"").await;
    println!("- One that says nothing is closed after {:.0} s.", (begun.elapsed()).as_secs_f64());
    assert!(closed, "it is held for ever");
    drop(idle);

    let slow = Arc::new(tokio::sync::Barrier::new(301));
    let mut tasks = JoinSet::new();
    for number in 0..300 {
        let slow = Arc::clone(&slow);
        tasks.spawn(async move {
            let mut stream = TcpStream::connect(("127.0.0.1", port)).await?;
            // Half of them never come to the end of the head, the others not to that of the body.
            let begun = match number % 2 {
                0 => "GET /providers HTTP/1.1\r\nHost: 127.0.0.1\r\nX-",
                _ => {
                    "PUT /providers/Prorata/settings HTTP/1.1\r\nHost: 127.0.0.1\r\n\
                      Authorization: Bearer x\r\nContent-Length: 1000\r\n\r\n{"
                }
            };
            stream.write_all(begun.as_bytes()).await?;
            slow.wait().await;
            let begun = Instant::now();
            let closed = closed_after(&mut stream, b"a").await;
            io::Result::Ok((closed, begun.elapsed()))
        });
    }
    slow.wait().await;
    let figures = meanwhile(port).await;
    let mut longest = Duration::ZERO;
    while let Some(ended) = tasks.join_next().await {
        let (closed, after) = ended.expect("it ends").expect("a connection");
        assert!(closed, "a slow client is held for ever");
        longest = longest.max(after);
    }
    println!(
        "- 300 clients that send a byte each half second are gone after {:.0} s at most; a list meanwhile takes {:.1} ms \
         (p50), {:.1} ms (p99).",
        longest.as_secs_f64(),
        figures.within(500),
        figures.within(990),
    );
}

async fn meanwhile(port: u16) -> Figures {
    let pace = Pace::Open(200.0, Duration::from_secs(3));
    let figures =
        drive(&[port], 16, pace, |number| Some(reading(Kind::Reservations, number))).await;
    assert_eq!((figures.failed, figures.later), (0, 0), "{:?}", figures.first_failure);
    figures
}

/// Whether a connection is closed within half a minute, while these bytes go to it again and again.
async fn closed_after(stream: &mut TcpStream, bytes: &[u8]) -> bool {
    let until = Instant::now() + Duration::from_secs(40);
    let mut answer = [0; 1_024];
    while Instant::now() < until {
        if !bytes.is_empty() && stream.write_all(bytes).await.is_err() {
            return true;
        }
        let read = timeout(Duration::from_millis(500), stream.read(&mut answer)).await;
        if matches!(read, Ok(Ok(0) | Err(_))) {
            return true;
        }
    }
    false
}
