//! `cargo xtask server`: the page and its API from one address, over a database.

use crate::process::{self, Outcome, announce_step};
use crate::project::Project;
use crate::serve;
use crate::tools;

/// The argument that names another page.
const PAGE: &str = "--page";

/// Builds the page if there is none yet, and starts the server. Arguments are passed on to it, for instance
/// `--demo`.
pub(crate) fn run(project: &Project, arguments: &[String]) -> Outcome {
    let page = project.target.join("server-page");
    let mut cargo = project.cargo();
    cargo.args(["run", "--quiet", "--package", "server", "--"]);
    if !arguments.iter().any(|argument| argument.starts_with(PAGE)) {
        if !page.join("index.html").is_file() {
            announce_step(1, 2, "building the page for development (4 minutes the first time)");
            tools::for_compiling(project)?;
            process::side_by_side(|| tools::for_bundling(project), || serve::compile(project))?;
            let mut trunk = project.command("trunk");
            process::run(trunk.args(["build", "--public-url", "/", "--dist"]).arg(&page))?;
        }
        cargo.arg(PAGE).arg(&page);
    }
    announce_step(
        2,
        2,
        "compiling and starting the server (2 minutes the first time); stop it with Ctrl-C",
    );
    process::run(cargo.args(arguments))
}
