//! Makes the files of a release small for their download.

use std::path::{Path, PathBuf};

use crate::process::{Outcome, run, run_quietly};
use crate::project::Project;

/// What esbuild does to a script or a style sheet: comments, spaces and long names go, nothing else.
const ESBUILD: [&str; 4] =
    ["--minify", "--target=esnext", "--log-level=error", "--allow-overwrite"];

/// Replaces modules by their smaller forms.
pub(crate) fn modules(project: &Project, modules: &[PathBuf]) -> Outcome {
    // It warns of names that only the splitting of modules writes.
    run_quietly(project.node("xtask/scripts/shrink.mjs").args(modules))
}

/// Writes a program as the linker left it without the exports that nobody calls.
pub(crate) fn exports(project: &Project, linked: &Path, program: &Path) -> Outcome {
    run(project.node("xtask/scripts/unused.mjs").arg(linked).arg(program))
}

/// Gives what a module and its script call each other by short names, which nobody else uses.
pub(crate) fn names(project: &Project, module: &Path, script: &Path) -> Outcome {
    run(project.node("xtask/scripts/names.mjs").arg(module).arg(script))
}

/// Replaces scripts and style sheets by their smaller forms.
pub(crate) fn texts(project: &Project, folder: &Path, files: &[PathBuf]) -> Outcome {
    let mut esbuild = project.node("node_modules/esbuild/bin/esbuild");
    let outdir = format!("--outdir={}", folder.display());
    run(esbuild.args(ESBUILD).arg(outdir).args(files))
}
