//! `attack`: attacks the project from a seed, and says what did not hold.
//!
//! `attack [requests|lines|bodies] [--seed N] [--seconds N | --count N]`

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line program")]

use std::process::ExitCode;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use attack::{Figures, Part, Until, run};

const USAGE: &str = "\
usage: attack [requests|lines|bodies]... [--seed N] [--seconds N | --count N]

  requests   the service: requests, races, failures, restarts and wrong clocks
  lines      the calculator: lines of JSON
  bodies     the wire types: answers of the API

Without a part all are attacked, each for as long. The seed of the first episode is printed; the nth
has the seed plus n, and alone gives the same again.";

/// What was asked for.
struct Wish {
    parts: Vec<Part>,
    seed: u64,
    until: Until,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(wish) = read(&arguments) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    println!("seed {}", wish.seed);
    for part in &wish.parts {
        let started = Instant::now();
        let (figures, failed) = run(*part, wish.seed, wish.until, None);
        tell(*part, &figures, started.elapsed());
        if let Some(failed) = failed {
            println!("{}", failed.shortened());
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn tell(part: Part, figures: &Figures, took: Duration) {
    println!("\n{}: {figures} in {} s", part.name(), took.as_secs());
    println!("{}", figures.table(took));
    if !figures.statuses.is_empty() {
        let statuses: Vec<String> =
            figures.statuses.iter().map(|(status, count)| format!("{status}: {count}")).collect();
        println!("answers: {}", statuses.join(", "));
    }
}

fn read(arguments: &[String]) -> Option<Wish> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    let mut wish = Wish {
        parts: Vec::new(),
        seed: now.as_secs(),
        until: Until::Passed(Duration::from_secs(20)),
    };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut number = || rest.next().and_then(|text| text.parse::<u64>().ok());
        match argument.as_str() {
            "--seed" => wish.seed = number()?,
            "--seconds" => wish.until = Until::Passed(Duration::from_secs(number()?)),
            "--count" => wish.until = Until::Tried(number()?),
            name => wish.parts.push(Part::ALL.into_iter().find(|part| part.name() == name)?),
        }
    }
    if wish.parts.is_empty() {
        wish.parts = Part::ALL.to_vec();
    }
    Some(wish)
}
