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

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use postgres::Postgres;
use process::{Folder, Server, free_port};
use work::{Outcome, Random};

/// So many work at once.
const CLIENTS: usize = 8;
/// How long a server may need to come to the place at which it ends.
const PATIENCE: Duration = Duration::from_secs(3);

/// What came of a run.
struct Ran {
    made: usize,
    ends: usize,
    /// How many of them were at a place with a name.
    named_ends: usize,
    wrong: Vec<String>,
}

/// Lets clients work on a server that ends again and again. `fault` is one that the server always has; `disturb`
/// is done before some of the starts.
fn run(data: &str, time: Duration, seed: u64, fault: &str, disturb: impl Fn(usize)) -> Ran {
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
    let stop = AtomicBool::new(false);
    let mut random = Random::from(seed);
    let (mut ends, mut named_ends) = (0, 0);
    let (changes, server): (Vec<_>, _) = thread::scope(|scope| {
        let clients: Vec<_> = (0..CLIENTS)
            .map(|number| {
                let (customers, stop) = (&customers, &stop);
                scope.spawn(move || work::work(number, client, customers, seed, stop))
            })
            .collect();
        let until = Instant::now() + time;
        let mut fail = String::new();
        while Instant::now() < until {
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
    let Ran { made, ends, named_ends, .. } = ran;
    eprintln!(
        "{made} changes were made, the server ended {ends} times, {named_ends} of them at its places"
    );
    assert_eq!(ran.wrong, [""; 0], "{} things are wrong", ran.wrong.len());
    assert!(*made >= enough && *ends > 5 && *named_ends > 0, "too little happened to say anything");
}

#[test]
#[ignore = "takes a minute; `cargo xtask test server` runs it"]
fn nothing_acknowledged_is_lost_over_sqlite() {
    let folder = Folder::of("sqlite");
    let ran = run(&folder.path("desk.sqlite"), Duration::from_secs(30), 1, "", |_| {});
    assert_good(&ran, 100);
}

#[test]
#[ignore = "takes a minute; `cargo xtask test server` runs it"]
fn nothing_acknowledged_is_lost_over_postgresql_that_is_stopped_as_well() {
    let Some(postgres) = Postgres::start("crash") else { return };
    let data = postgres.database("desk");
    let ran = run(&data, Duration::from_secs(25), 2, "", |ends| {
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
    let folder = Folder::of("early");
    let data = folder.path("desk.sqlite");
    let ran = run(&data, Duration::from_secs(8), 3, "acknowledge-early", |_| {});
    eprintln!("{} changes, {} ends, {} wrong", ran.made, ran.ends, ran.wrong.len());
    assert!(!ran.wrong.is_empty(), "nobody noticed");
}
