//! `cargo xtask serve`: from a fresh clone to the running page.

use crate::process::{self, Outcome, announce};
use crate::project::Project;
use crate::tools;

/// Installs what is missing, then builds and serves the page until it is interrupted. Arguments
/// are passed on to `trunk serve`, for instance `--port 9000`.
pub(crate) fn run(project: &Project, arguments: &[String]) -> Outcome {
    tools::for_building(project)?;
    announce("building the page (about 3 minutes the first time, seconds after a change)");
    eprintln!("    It will be on http://127.0.0.1:8080. Stop it with Ctrl-C.");
    process::run(project.command("trunk").arg("serve").args(arguments))
}
