//! `prorata-quote`: quotes as JSON Lines, one request per line in, one answer per line out; with
//! `--from`, quotes for every reservation in files that a partner has.
//!
//! It ends with status 1 if any line could not be answered or any file could not be read at all,
//! and with 2 if it was called in a way that means nothing.

mod arguments;
mod export;
mod lines;
mod output;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use crate::arguments::Command;
use crate::lines::{Outcome, answer_lines};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments::parse(&arguments) {
        Ok(Command::Lines) => {
            let output = BufWriter::new(io::stdout().lock());
            answer_lines(io::stdin().lock(), output).map(|outcome| outcome == Outcome::AllAnswered)
        }
        Ok(Command::From(job)) => export::run(&job),
        Ok(Command::Help) => {
            let mut output = io::stdout().lock();
            output.write_all(arguments::HELP.as_bytes()).map(|()| true)
        }
        Err(problem) => {
            say(&problem);
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // A reader that has seen enough closes the pipe; that is no failure of the quotes.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            say(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

/// Says something that is no answer.
fn say(what: &str) {
    // Nobody is left to be told when standard error is closed.
    let _ = writeln!(io::stderr(), "prorata-quote: {what}");
}
