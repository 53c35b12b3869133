//! The server as a process that ends in the middle of things: nothing that was acknowledged is ever lost.
//!
//! What takes long is ignored, and run by `cargo xtask test server`.

#![allow(clippy::print_stderr, reason = "what was skipped and what happened is to be seen")]

mod check;
mod client;
mod deploy;
mod files;
mod flush;
mod imports;
mod overload;
#[path = "../postgres/mod.rs"]
mod postgres;
mod process;
mod requests;
mod work;

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use postgres::Postgres;
use process::{Folder, Server, free_port};
use work::{Outcome, Random};

/// So many work at once.
const CLIENTS: usize = 8;
/// How long a server may need to come to the place at which it ends.
const PATIENCE: Duration = Duration::from_secs(3);
/// How many times as long a run may take where little happens in its time, because the machine is busy.
const LONGER: u32 = 8;

/// How long something goes on: for its time, and then until enough has happened to say something.
struct Until {
    time: Instant,
    at_last: Instant,
}

impl Until {
    fn of(time: Duration) -> Self {
        let now = Instant::now();
        Self { time: now + time, at_last: now + time * LONGER }
    }

    fn is_over(&self, is_enough: bool) -> bool {
        let now = Instant::now();
        now >= self.at_last || (now >= self.time && is_enough)
    }
}

/// What came of a run.
struct Ran {
    made: usize,
    ends: usize,
    /// How many of them were at a place with a name.
    named_ends: usize,
    wrong: Vec<String>,
}

impl Ran {
    fn is_enough(made: usize, ends: usize, named_ends: usize, enough: usize) -> bool {
        made >= enough && ends > 5 && named_ends > 0
    }
}

/// Lets clients work on a server that ends again and again, until there are `enough` changes. `fault` is one that
/// the server always has, which then never ends at its places; `disturb` is done before some of the starts.
fn run(
    data: &str,
    (time, enough): (Duration, usize),
    seed: u64,
    fault: &str,
    disturb: impl Fn(usize),
) -> Ran {
    let port = free_port();
    let start = |fail: &str| {
        // Until then the port may be held by connections of the one before.
        let until = Instant::now() + Duration::from_secs(20);
        loop {
            if let Some(server) = Server::start(port, data, &["--demo"], fail) {
                return server;
            }
            assert!(Instant::now() < until, "the server does not start again");
            thread::sleep(Duration::from_millis(20));
        }
    };
    let mut server = start("");
    let client = server.client();
    let customers = work::customers(client);
    assert_eq!(customers.len(), 4, "there are customers to work for");
    let (stop, made) = (AtomicBool::new(false), AtomicUsize::new(0));
    let mut random = Random::from(seed);
    let (mut ends, mut named_ends) = (0, 0);
    let (changes, server): (Vec<_>, _) = thread::scope(|scope| {
        let clients: Vec<_> = (0..CLIENTS)
            .map(|number| {
                let (customers, stop, made) = (&customers, &stop, &made);
                scope.spawn(move || work::work(number, client, customers, seed, (stop, made)))
            })
            .collect();
        let until = Until::of(time);
        let mut fail = String::new();
        while !until.is_over(Ran::is_enough(
            made.load(Ordering::Relaxed),
            ends,
            named_ends + usize::from(!fault.is_empty()),
            enough,
        )) {
            if fail.is_empty() {
                thread::sleep(Duration::from_millis(150 + random.below(700)));
                server.kill();
            } else {
                named_ends += usize::from(server.await_end(PATIENCE));
            }
            ends += 1;
            disturb(ends);
            fail = match random.below(4) {
                0 if fault.is_empty() => format!("before-commit:{}", 1 + random.below(30)),
                1 if fault.is_empty() => format!("after-commit:{}", 1 + random.below(30)),
                _ => String::new(),
            };
            server = start(if fault.is_empty() { &fail } else { fault });
        }
        server.kill();
        server = start(fault);
        stop.store(true, Ordering::Relaxed);
        let changes = clients.into_iter().map(|it| it.join().expect("a client does not stop"));
        (changes.flatten().collect(), server)
    });
    let made = changes.iter().filter(|change| change.outcome == Outcome::Made).count();
    let wrong = check::wrong(client, &customers, &changes);
    server.kill();
    Ran { made, ends, named_ends, wrong }
}

fn assert_good(ran: &Ran, enough: usize) {
    let Ran { made, ends, named_ends, .. } = *ran;
    eprintln!(
        "{made} changes were made, the server ended {ends} times, {named_ends} of them at its places"
    );
    assert_eq!(ran.wrong, [""; 0], "{} things are wrong", ran.wrong.len());
    let is_enough = Ran::is_enough(made, ends, named_ends, enough);
    assert!(is_enough, "too little happened to say anything");
}

#[test]
#[ignore = "takes a minute; `cargo xtask test server` runs it"]
fn nothing_acknowledged_is_lost_over_sqlite() {
    let folder = Folder::of("sqlite");
    let ran = run(&folder.path("desk.sqlite"), (Duration::from_secs(30), 100), 1, "", |_| {});
    assert_good(&ran, 100);
}

#[test]
#[ignore = "takes a minute; `cargo xtask test server` runs it"]
fn nothing_acknowledged_is_lost_over_postgresql_that_is_stopped_as_well() {
    let Some(postgres) = Postgres::start("crash") else { return };
    let data = postgres.database("desk");
    let ran = run(&data, (Duration::from_secs(25), 50), 2, "", |ends| {
        if ends % 4 == 0 {
            postgres.stop();
            thread::sleep(Duration::from_millis(100));
            postgres.run();
        }
    });
    assert_good(&ran, 50);
}

/// The same with a server that acknowledges before it commits: if that is not noticed, the others prove nothing.
#[test]
#[ignore = "takes a minute; `cargo xtask test server` runs it"]
fn a_server_that_acknowledges_too_early_is_caught() {
    // Whether an acknowledged change is lost in one run is a matter of chance.
    let is_noticed = (3..8).any(|seed| {
        let folder = Folder::of(&format!("early-{seed}"));
        let time = (Duration::from_secs(8), 30);
        let ran = run(&folder.path("desk.sqlite"), time, seed, "acknowledge-early", |_| {});
        eprintln!("{} changes, {} ends, {} wrong", ran.made, ran.ends, ran.wrong.len());
        !ran.wrong.is_empty()
    });
    assert!(is_noticed, "nobody noticed");
}
