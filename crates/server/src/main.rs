//! `prorata-server`.

#![allow(clippy::print_stderr, reason = "a command line program")]

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match server::run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("prorata-server: {why}");
            ExitCode::FAILURE
        }
    }
}
