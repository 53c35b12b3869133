//! `cargo xtask test`: everything that has to hold, the quick checks first.
//!
//! It stops at the first part that fails and ends with the totals of all parts that ran.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::thread;
use std::time::Instant;

use crate::browser;
use crate::clients::{self, Clients};
use crate::dist::{self, Bundle};
use crate::process::{Doing, Failure, Outcome, announce_step, run as run_program, run_reading};
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

/// All crates but those that only a browser runs.
const NATIVE_CRATES: [&str; 5] =
    ["--workspace", "--exclude", "prorata", "--exclude", "backend-worker"];

/// One part of the tests.
struct Part {
    name: &'static str,
    purpose: &'static str,
    /// Whether it runs when no part is named; the others are contained in one that does.
    by_default: bool,
    /// Whether it may run at the same time as the next one, because both keep one processor busy.
    beside_next: bool,
    run: fn(&mut Session) -> Outcome,
}

/// What is attacked, each for so many seconds. The seed is the same each time, so that a test that
/// passed fails because of a change; other seeds are for trying by hand.
const ATTACKS: [(&str, &str); 3] = [("requests", "30"), ("lines", "20"), ("bodies", "10")];

const PARTS: [Part; 14] = [
    part("format", "rustfmt has nothing to change", format),
    part("tidy", "the rules of the code base hold", check_tidiness),
    part("clippy", "clippy has no warning, natively and for the browser", clippy),
    part("native", "tests of all crates but the page", native),
    piece("calculator", "tests of the calculator only", |session| session.crate_("calculator")),
    piece("azure", "tests of the wire types only", |session| session.crate_("azure")),
    piece("backend", "tests of the backend only", |session| session.crate_("backend")),
    part("server", "the server for a team, ended in the middle of things again and again", server),
    Part {
        beside_next: true,
        ..part("attack", "a minute of requests, races and lines that nobody would send", attack)
    },
    part("clients", "Microsoft's own clients against the server, over TLS", clients_part),
    // One browser draws one page after the other, while one processor puts the release together.
    Part { beside_next: true, ..part("web", "tests of the page's components in Chromium", web) },
    part("dist", "the release bundle builds for a sub-path", dist_part),
    part("size", "the release bundle is within its budget", size_part),
    part("e2e", "journeys through the release bundle in Chromium, also over the server", e2e),
];

const fn part(name: &'static str, purpose: &'static str, run: fn(&mut Session) -> Outcome) -> Part {
    Part { name, purpose, by_default: true, beside_next: false, run }
}

const fn piece(
    name: &'static str,
    purpose: &'static str,
    run: fn(&mut Session) -> Outcome,
) -> Part {
    Part { name, purpose, by_default: false, beside_next: false, run }
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
        let mut place = 0;
        while let Some(part) = parts.get(place) {
            let step = (place + 1, parts.len());
            match parts.get(place + 1) {
                Some(next) if part.beside_next => {
                    self.beside((part, step), (next, (place + 2, parts.len())))?;
                    place += 2;
                }
                _ => {
                    self.part(part, step)?;
                    place += 1;
                }
            }
        }
        Ok(())
    }

    /// Runs two parts at the same time, each to its end.
    fn beside(&mut self, one: (&Part, Step), other: (&Part, Step)) -> Outcome {
        let project = self.project;
        let (totals, outcome) = thread::scope(|scope| {
            let one = scope.spawn(move || {
                let mut session = Session { project, totals: Totals::default(), bundle: None };
                let outcome = session.part(one.0, one.1);
                (session.totals, outcome)
            });
            let other = self.part(other.0, other.1);
            let stopped =
                || (Totals::default(), Err(Failure::new("a thread of the tests stopped")));
            let (totals, one) = one.join().unwrap_or_else(|_| stopped());
            (totals, one.and(other))
        });
        self.totals += totals;
        outcome
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
    session.totals += totals;
    if totals.failed == 0 {
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
        // What it says comes in one piece, because another part may be speaking meanwhile.
        let output = attack.output().doing("start the attack")?;
        println!("{}", String::from_utf8_lossy(&output.stdout));
        eprintln!("{}", String::from_utf8_lossy(&output.stderr));
        if !output.status.success() {
            return Err(Failure::new(format!("the attack by {what} ended with {}", output.status)));
        }
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
    let mut cargo = project.cargo();
    run_program(cargo.args(["build", "--quiet", "--locked", "--package", "server"]))?;
    let server = format!("prorata-server{}", env::consts::EXE_SUFFIX);
    let server = project.target.join("debug").join(server);
    session.runner(&mut clients.command(project, &server))?;
    clients::publish(project, &clients.found)?;
    session.totals += Totals::passed(1);
    Ok(())
}

fn web(session: &mut Session) -> Outcome {
    // As for the journeys, since components wait as well.
    web::run(session.project, at_once(), &mut session.totals)
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
    let (files, quote, server) =
        (journeys(project)?, quote_program(project)?, server_program(project)?);
    let runner = project.root.join("tests").join("e2e").join("run.mjs");
    // With the backend in the browser, and once more with the server behind the page.
    for program in [DESK_VARIABLE, TEAM_VARIABLE] {
        let mut node = project.command("node");
        // Each file has a browser and a server of its own.
        node.arg(&runner).arg(at_once().to_string()).args(&files);
        node.env(BUNDLE_VARIABLE, &bundle).env("CHROMIUM", &chromium);
        node.env(PROGRAM_VARIABLE, &quote).env(program, &server);
        session.runner(&mut node)?;
    }
    Ok(())
}

/// Builds `prorata-server` and gives its path.
fn server_program(project: &Project) -> Outcome<PathBuf> {
    let mut cargo = project.cargo();
    run_program(cargo.args(["build", "--quiet", "--locked", "--package", "server"]))?;
    Ok(project.target.join("debug").join(format!("prorata-server{}", env::consts::EXE_SUFFIX)))
}

/// Builds `prorata-quote` and gives its path.
fn quote_program(project: &Project) -> Outcome<PathBuf> {
    let mut cargo = project.cargo();
    run_program(cargo.args(["build", "--quiet", "--locked", "--package", "quote-cli"]))?;
    Ok(project.target.join("debug").join(format!("prorata-quote{}", env::consts::EXE_SUFFIX)))
}

/// How many files of journeys run at the same time: more than there are processors, because a
/// journey waits for timers a good part of its time, for a return that is carried out or an answer
/// that does not come (docs/figures.md).
fn at_once() -> usize {
    2 * thread::available_parallelism().map_or(1, usize::from)
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
