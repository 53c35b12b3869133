//! `cargo xtask serve`: from a fresh clone to the running page.

use crate::process::{self, Outcome, announce_step, side_by_side};
use crate::project::{Project, WASM};
use crate::tools;
use crate::worker_modules::{self, Profile};

/// Installs what is missing, then builds and serves the page until it is interrupted. Arguments
/// are passed on to `trunk serve`, for instance `--port 9000`.
pub(crate) fn run(project: &Project, arguments: &[String]) -> Outcome {
    announce_step(1, 3, "fetching what is to be compiled (up to a minute the first time)");
    tools::for_compiling(project)?;
    announce_step(
        2,
        3,
        "compiling page, backend and reader of files (3 minutes the first time, seconds after a change)",
    );
    // Compilers rarely keep all processors busy, and the tools are not needed before the end.
    side_by_side(|| tools::for_bundling(project), || compile(project))?;
    announce_step(3, 3, "serving the page on http://127.0.0.1:8080; stop it with Ctrl-C");
    process::run(project.command("trunk").arg("serve").args(arguments))
}

/// Compiles beforehand what Trunk asks cargo for, in the same words, and the modules of the workers.
pub(crate) fn compile(project: &Project) -> Outcome {
    let mut cargo = project.cargo();
    cargo.args(["build", "--offline", "--target", WASM, "--bin", "prorata"]);
    process::run(&mut cargo)?;
    worker_modules::compile(project, Profile::Development)
}
