//! `cargo xtask test`: everything that has to hold, the quick checks first.
//!
//! Most parts run in two rows beside each other, because each has stretches that keep one processor busy or none. After
//! one has failed no other begins, and at the end stand the totals of all parts that ran.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use crate::browser;
use crate::clients::{self, Clients};
use crate::dist::{self, Bundle};
use crate::process::{
    self, Doing, Failure, Outcome, announce_step, run as run_program, run_in_one_piece, run_reading,
};
use crate::project::{Project, WASM};
use crate::size;
use crate::tidy;
use crate::tools;
use crate::totals::Totals;
use crate::web;

/// Names a release bundle to test instead of building one.
const BUNDLE_VARIABLE: &str = "PRORATA_BUNDLE";
/// Names the folder with the provider's example bodies, which are not part of the project.
const EXAMPLES_VARIABLE: &str = "PRORATA_AZURE_EXAMPLES";
/// The sub-path that the release bundle is tested under, as a project page of GitHub has one.
pub(crate) const BASE: &str = "/prorata/";
/// Names the calculator's program, which the journeys ask what they asked the page.
const PROGRAM_VARIABLE: &str = "PRORATA_QUOTE";

/// Names the program of the server for a team to journeys that start it themselves.
const DESK_VARIABLE: &str = "PRORATA_DESK";
/// Names the same program to all journeys, which it then stands behind in the place of a static host.
const TEAM_VARIABLE: &str = "PRORATA_TEAM";

/// The files of journeys that take longest, in about that order. One that is renamed only loses its
/// place.
const LONGEST_FIRST: [&str; 13] = [
    "pages-more",
    "pages",
    "exchange",
    "configuration",
    "lost",
    "support",
    "access",
    "failures",
    "signin",
    "worker",
    "return",
    "portfolio",
    "backup",
];

/// How many files of journeys run at the same time, with either host: more than there are processors, because a journey
/// waits for timers a good part of its time, for a return that is carried out or an answer that does not come
/// (docs/figures.md).
const FILES_AT_ONCE: &str = "3";
/// How many browsers run tests of components at the same time, which wait as well.
const BROWSERS: usize = 4;

/// All crates but those that only a browser runs.
const NATIVE_CRATES: [&str; 5] =
    ["--workspace", "--exclude", "prorata", "--exclude", "backend-worker"];

/// One part of the tests.
struct Part {
    name: &'static str,
    purpose: &'static str,
    /// Whether it runs when no part is named; the others are contained in one that does.
    by_default: bool,
    turn: Turn,
    run: fn(&mut Session) -> Outcome,
}

/// When a part runs. Parts of one row follow each other, and those of the two rows that stand together run at the same
/// time.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    Alone,
    /// What compiles the programs of this machine, and tries them.
    Row,
    /// What compiles for browsers, and the attack, which is compiled in a way of its own: neither waits for the other
    /// row to have compiled.
    OtherRow,
}

/// What is attacked, each for so many seconds. The seed is the same each time, so that a test that
/// passed fails because of a change; other seeds are for trying by hand.
const ATTACKS: [(&str, &str); 3] = [("requests", "30"), ("lines", "20"), ("bodies", "10")];

const PARTS: [Part; 14] = [
    part(Turn::Alone, "format", "rustfmt has nothing to change", format),
    part(Turn::Alone, "tidy", "the rules of the code base hold", check_tidiness),
    part(Turn::Row, "clippy", "clippy has no warning, natively and for the browser", clippy),
    part(Turn::Row, "native", "tests of all crates but the page", native),
    piece("calculator", "tests of the calculator only", |session| session.crate_("calculator")),
    piece("azure", "tests of the wire types only", |session| session.crate_("azure")),
    piece("backend", "tests of the backend only", |session| session.crate_("backend")),
    part(
        Turn::Row,
        "server",
        "the server for a team, ended in the middle of things again and again",
        server,
    ),
    part(
        Turn::Row,
        "clients",
        "Microsoft's own clients against the server, over TLS",
        clients_part,
    ),
    part(Turn::OtherRow, "dist", "the release bundle builds for a sub-path", dist_part),
    part(Turn::OtherRow, "size", "the release bundle is within its budget", size_part),
    part(Turn::OtherRow, "web", "tests of the page's components in Chromium", web),
    part(
        Turn::OtherRow,
        "attack",
        "a minute of requests, races and lines that nobody would send",
        attack,
    ),
    part(
        Turn::Alone,
        "e2e",
        "journeys through the release bundle in Chromium, also over the server",
        e2e,
    ),
];

const fn part(
    turn: Turn,
    name: &'static str,
    purpose: &'static str,
    run: fn(&mut Session) -> Outcome,
) -> Part {
    Part { name, purpose, by_default: true, turn, run }
}

const fn piece(
    name: &'static str,
    purpose: &'static str,
    run: fn(&mut Session) -> Outcome,
) -> Part {
    Part { name, purpose, by_default: false, turn: Turn::Row, run }
}

/// One run of the command.
struct Session<'a> {
    project: &'a Project,
    totals: Totals,
    bundle: Option<PathBuf>,
}

/// Which of the parts, and how many there are.
type Step = (usize, usize);

/// Runs the named parts, or all of them.
pub(crate) fn run(project: &Project, arguments: &[String]) -> Outcome {
    if arguments.iter().any(|argument| matches!(argument.as_str(), "help" | "--help" | "-h")) {
        println!("{}", usage());
        return Ok(());
    }
    let parts = chosen(arguments)?;
    let bundle = env::var_os(BUNDLE_VARIABLE).map(PathBuf::from);
    let mut session = Session { project, totals: Totals::default(), bundle };
    let outcome = session.run(&parts);
    if !session.totals.failures.is_empty() {
        eprintln!("\nOnce more, what failed:\n{}", session.totals.failures.join("\n"));
    }
    if let Err(failure) = &outcome {
        eprintln!("\nerror: {failure}");
    }
    println!("\n{}", session.totals);
    outcome.map_err(|_| Failure::reported())
}

fn chosen(names: &[String]) -> Outcome<Vec<&'static Part>> {
    if names.is_empty() {
        return Ok(PARTS.iter().filter(|part| part.by_default).collect());
    }
    let find = |name: &String| {
        PARTS
            .iter()
            .find(|part| part.name == name)
            .ok_or_else(|| Failure::new(format!("no part `{name}`\n\n{}", usage())))
    };
    names.iter().map(find).collect()
}

fn usage() -> String {
    let mut text = String::from("usage: cargo xtask test [part...]\n");
    for part in &PARTS {
        text.push_str(&format!("\n  {:<12} {}", part.name, part.purpose));
    }
    text.push_str(&format!(
        "\n\n{BUNDLE_VARIABLE} names a release bundle for {BASE} to test instead of building one.\
         \n{EXAMPLES_VARIABLE} names a folder of example bodies for the wire types."
    ));
    text
}

impl Session<'_> {
    fn run(&mut self, parts: &[&Part]) -> Outcome {
        let parts: Vec<_> = parts
            .iter()
            .enumerate()
            .map(|(place, &part)| (part, (place + 1, parts.len())))
            .collect();
        let is_in_row = |part: &Part| part.turn != Turn::Alone;
        for together in parts.chunk_by(|(one, _), (next, _)| is_in_row(one) && is_in_row(next)) {
            self.rows(together)?;
        }
        Ok(())
    }

    /// Runs the parts of both rows beside each other. What has begun when a part fails is brought to its end.
    fn rows(&mut self, together: &[(&Part, Step)]) -> Outcome {
        let (other, own): (Vec<_>, Vec<_>) =
            together.iter().partition(|(part, _)| part.turn == Turn::OtherRow);
        let has_failed = AtomicBool::new(false);
        let mut beside = Session {
            project: self.project,
            totals: Totals::default(),
            bundle: self.bundle.clone(),
        };
        let outcome = process::side_by_side(
            || self.row(&own, &has_failed),
            || beside.row(&other, &has_failed),
        );
        self.totals += beside.totals;
        self.bundle = beside.bundle.or(self.bundle.take());
        outcome
    }

    fn row(&mut self, parts: &[(&Part, Step)], has_failed: &AtomicBool) -> Outcome {
        for (part, step) in parts {
            if has_failed.load(Ordering::Relaxed) {
                break;
            }
            let outcome = self.part(part, *step);
            has_failed.fetch_or(outcome.is_err(), Ordering::Relaxed);
            outcome?;
        }
        Ok(())
    }

    fn part(&mut self, part: &Part, (number, of): Step) -> Outcome {
        announce_step(number, of, format!("test {}: {}", part.name, part.purpose));
        let started = Instant::now();
        let failed_before = self.totals.failed;
        let outcome = (part.run)(self);
        // A part that fails without naming a failed test, for instance because nothing compiles,
        // must not end in a total without failures.
        if outcome.is_err() && self.totals.failed == failed_before {
            self.totals.failed += 1;
        }
        eprintln!("    {} took {} s", part.name, started.elapsed().as_secs());
        outcome
    }

    /// Runs a program whose success is one passed check.
    fn check(&mut self, command: &mut Command) -> Outcome {
        run_program(command)?;
        self.totals += Totals::passed(1);
        Ok(())
    }

    /// Runs a test runner and adds up what it reports.
    fn runner(&mut self, command: &mut Command) -> Outcome {
        run_reading(command, |line| self.totals.read(line))
    }

    fn crate_(&mut self, name: &str) -> Outcome {
        let mut cargo = self.cargo_test();
        self.runner(cargo.args(["--package", name]))
    }

    /// `cargo test`, which learns where the example bodies are.
    fn cargo_test(&self) -> Command {
        let mut cargo = self.project.cargo();
        cargo.args(["test", "--locked"]);
        if let Some(folder) = self.examples() {
            cargo.env(EXAMPLES_VARIABLE, folder);
        }
        cargo
    }

    fn examples(&self) -> Option<PathBuf> {
        let beside = self.project.root.with_file_name("shared").join("azure-examples");
        env::var_os(EXAMPLES_VARIABLE).map(PathBuf::from).or(beside.is_dir().then_some(beside))
    }

    /// The release bundle, built once a run.
    fn bundle(&mut self) -> Outcome<PathBuf> {
        if let Some(folder) = &self.bundle {
            return Ok(folder.clone());
        }
        let folder = built_bundle(self.project)?;
        self.bundle = Some(folder.clone());
        Ok(folder)
    }
}

/// The release bundle that the variable names, else one that is built now.
pub(crate) fn release_bundle(project: &Project) -> Outcome<PathBuf> {
    env::var_os(BUNDLE_VARIABLE).map_or_else(|| built_bundle(project), |it| Ok(PathBuf::from(it)))
}

fn built_bundle(project: &Project) -> Outcome<PathBuf> {
    let folder = project.target.join("bundle");
    let bundle = Bundle { base: BASE.to_owned(), folder };
    dist::build(project, &bundle)?;
    Ok(bundle.folder)
}

fn format(session: &mut Session) -> Outcome {
    let mut cargo = session.project.cargo();
    session.check(cargo.args(["fmt", "--all", "--check"]))
}

fn check_tidiness(session: &mut Session) -> Outcome {
    let totals = tidy::check(session.project)?;
    let failed = totals.failed;
    session.totals += totals;
    if failed == 0 {
        return Ok(());
    }
    Err(Failure::new("the code base breaks rules of its own; see above"))
}

fn clippy(session: &mut Session) -> Outcome {
    tools::wasm_target(session.project)?;
    let mut natively = session.project.cargo();
    natively.args(["clippy", "--locked", "--all-targets"]).args(NATIVE_CRATES);
    session.check(natively.args(["--", "-D", "warnings"]))?;
    let mut browser = session.project.cargo();
    browser.args(["clippy", "--locked", "--lib", "--bins", "--test", "web", "--target", WASM]);
    browser.args(["--package", "prorata", "--package", "backend-worker"]);
    browser.args(["--package", "files-worker", "--package", "ranks-worker"]);
    session.check(browser.args(["--", "-D", "warnings"]))
}

/// The tests of the server start a database of their own, and say so where there is none.
fn provide_database(session: &mut Session) {
    if !tools::postgres(session.project) {
        session.totals.skipped += 1;
    }
}

/// What takes long about the server: the rest is among the tests of all crates.
fn server(session: &mut Session) -> Outcome {
    provide_database(session);
    let mut cargo = session.cargo_test();
    // In the company of all crates, so that nothing is compiled in another way than for their tests.
    cargo.args(NATIVE_CRATES).args(["--test", "crash", "--", "--ignored", "--test-threads=2"]);
    session.runner(&mut cargo)
}

fn native(session: &mut Session) -> Outcome {
    provide_database(session);
    if session.examples().is_none() {
        eprintln!("    skipped: the example bodies; {EXAMPLES_VARIABLE} names no folder");
        session.totals.skipped += 1;
    }
    let mut cargo = session.cargo_test();
    session.runner(cargo.args(NATIVE_CRATES))
}

/// What it tried and found is in its output, with the seed that gives the same again.
fn attack(session: &mut Session) -> Outcome {
    let project = session.project;
    let mut cargo = project.cargo();
    run_program(cargo.args(["build", "--locked", "--profile", "attack", "--package", "attack"]))?;
    let program = project.target.join("attack").join(format!("attack{}", env::consts::EXE_SUFFIX));
    for (what, seconds) in ATTACKS {
        let mut attack = project.command(&program);
        attack.args([what, "--seed", "1", "--seconds", seconds]);
        run_in_one_piece(&mut attack, |_| {})?;
        session.totals += Totals::passed(1);
    }
    Ok(())
}

fn clients_part(session: &mut Session) -> Outcome {
    let project = session.project;
    let clients = match Clients::ensure(project) {
        Ok(clients) => clients,
        Err(failure) if clients::must_run() => return Err(failure),
        Err(failure) => {
            eprintln!("{failure}\n    skipped: Microsoft's clients, which could not be installed");
            session.totals.skipped += 1;
            return Ok(());
        }
    };
    let Programs { server, .. } = programs(project)?;
    session.runner(&mut clients.command(project, &server))?;
    clients::publish(project, &clients.found)?;
    session.totals += Totals::passed(1);
    Ok(())
}

fn web(session: &mut Session) -> Outcome {
    web::run(session.project, BROWSERS, &mut session.totals)
}

fn dist_part(session: &mut Session) -> Outcome {
    session.bundle()?;
    session.totals += Totals::passed(1);
    Ok(())
}

fn size_part(session: &mut Session) -> Outcome {
    let bundle = session.bundle()?;
    let sizes = size::measure(session.project, &bundle)?;
    println!("{}", size::table(&sizes));
    size::check(&sizes)?;
    session.totals += Totals::passed(size::CHECKS);
    Ok(())
}

fn e2e(session: &mut Session) -> Outcome {
    let project = session.project;
    let chromium = browser::for_journeys(project)?;
    tools::npm_packages(project)?;
    tools::issuer(project)?;
    let bundle = session.bundle()?;
    let (files, programs) = (journeys(project)?, programs(project)?);
    let runner = project.root.join("tests").join("e2e").join("run.mjs");
    let command = |host: &str| {
        let mut node = project.command("node");
        // Each file has a browser and a server of its own.
        node.arg(&runner).arg(FILES_AT_ONCE).args(&files);
        node.env(BUNDLE_VARIABLE, &bundle).env("CHROMIUM", &chromium);
        node.env(PROGRAM_VARIABLE, &programs.quote).env(host, &programs.server);
        node
    };
    // With the backend in the browser, and at the same time with the server behind the page, so that neither is alone
    // with the last of its files.
    let mut totals = Totals::default();
    let outcome = process::side_by_side(
        || run_in_one_piece(&mut command(TEAM_VARIABLE), |line| totals.read(line)),
        || session.runner(&mut command(DESK_VARIABLE)),
    );
    session.totals += totals;
    outcome
}

/// The programs that tests start from outside.
struct Programs {
    server: PathBuf,
    quote: PathBuf,
}

/// Builds `prorata-server` and `prorata-quote`, by way of a test of each: cargo then compiles them as it did for the
/// tests of all crates. A package for itself has other features of what it uses, and nearly all of it is compiled anew.
fn programs(project: &Project) -> Outcome<Programs> {
    let mut cargo = project.cargo();
    cargo.args(["test", "--quiet", "--locked", "--no-run"]).args(NATIVE_CRATES);
    run_program(cargo.args(["--test", "crash", "--test", "from"]))?;
    let folder = project.target.join("debug");
    let program = |name: &str| folder.join(format!("{name}{}", env::consts::EXE_SUFFIX));
    Ok(Programs { server: program("prorata-server"), quote: program("prorata-quote") })
}

/// The files of the journeys, those first that take longest, so that none of them is left alone at
/// the end. Node's own way to find them differs between its versions.
fn journeys(project: &Project) -> Outcome<Vec<PathBuf>> {
    let folder = project.root.join("tests").join("e2e");
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder).doing("read tests/e2e")? {
        let path = entry.doing("read tests/e2e")?.path();
        if path.to_string_lossy().ends_with(".test.mjs") {
            files.push(path);
        }
    }
    let place = |file: &PathBuf| {
        let is_of = |name: &&str| file.ends_with(format!("{name}.test.mjs"));
        LONGEST_FIRST.iter().position(is_of).unwrap_or(LONGEST_FIRST.len())
    };
    files.sort_by_cached_key(|file| (place(file), file.clone()));
    Ok(files)
}
