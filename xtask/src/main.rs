//! The project's own commands: `cargo xtask serve | server | test | dist | bench`.
//!
//! Each installs what it needs and is missing, says what it does and how long that may take, and
//! leaves the work to cargo, Trunk, wasm-bindgen and Node. It uses the standard library only, so
//! that a fresh clone answers within seconds.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line program")]

mod bench;
mod browser;
mod bundle;
mod clients;
mod dist;
mod i18n;
mod lighthouse;
mod modules;
mod page;
mod pictures;
mod process;
mod project;
mod serve;
mod server;
mod shrink;
mod size;
mod styles;
mod test;
mod texts;
mod tidy;
mod tools;
mod totals;
mod web;
mod worker_modules;

use std::process::ExitCode;

use process::{Failure, Outcome};
use project::Project;

/// One command: what is typed, what it takes and what it is for.
struct Command {
    name: &'static str,
    arguments: &'static str,
    purpose: &'static str,
    run: fn(&Project, &[String]) -> Outcome,
}

const COMMANDS: [Command; 7] = [
    Command {
        name: "serve",
        arguments: "[--port number]",
        purpose: "build the page and serve it on http://127.0.0.1:8080, again after each change",
        run: serve::run,
    },
    Command {
        name: "server",
        arguments: "[--demo] [setting...]",
        purpose: "build the page and start the server for a team on http://127.0.0.1:8480",
        run: server::run,
    },
    Command {
        name: "test",
        arguments: "[part...]",
        purpose: "run every check, or the named parts; `cargo xtask test help` lists them",
        run: test::run,
    },
    Command {
        name: "dist",
        arguments: "[--base /path/] [--out folder]",
        purpose: "build the release bundle for any static host into `dist`",
        run: dist::run,
    },
    Command {
        name: "bench",
        arguments: "[lighthouse | portfolio | server | session]",
        purpose: "measure the calculator, start-up and sizes; or first visits; many reservations; load",
        run: bench::run,
    },
    Command {
        name: "pictures",
        arguments: "[readme] [word of a page...]",
        purpose: "take pictures of every page for looking them through, into `target/pictures`",
        run: pictures::run,
    },
    Command {
        name: "complete-bundle",
        arguments: "",
        purpose: "what Trunk calls at the end of each build; see Trunk.toml",
        run: bundle::complete,
    },
];

fn main() -> ExitCode {
    process::elapsed();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if !failure.is_reported() {
                eprintln!("\nerror: {failure}");
            }
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Outcome {
    let Some((name, rest)) = arguments.split_first() else {
        return Err(Failure::new(format!("which command?\n\n{}", usage())));
    };
    if matches!(name.as_str(), "help" | "--help" | "-h") {
        println!("{}", usage());
        return Ok(());
    }
    let command = COMMANDS
        .iter()
        .find(|command| command.name == name)
        .ok_or_else(|| Failure::new(format!("no command `{name}`\n\n{}", usage())))?;
    (command.run)(&Project::locate()?, rest)
}

fn usage() -> String {
    let mut text = String::from("usage: cargo xtask <command>\n");
    for command in &COMMANDS {
        let call = format!("{} {}", command.name, command.arguments);
        text.push_str(&format!("\n  {call:<36} {}", command.purpose));
    }
    text
}
