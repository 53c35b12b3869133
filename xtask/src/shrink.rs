//! Makes the files of a release small for their download.

use std::fs;
use std::path::{Path, PathBuf};

use crate::process::{Doing, Outcome, run, run_quietly};
use crate::project::Project;

/// What wasm-opt does to a module, without feature flags: it reads from the module what it may use.
///
/// The size that counts is the one after brotli, which finds what repeats. Functions therefore keep
/// their likeness (no inlining beyond the compiler's own), say nothing about the alignment of memory,
/// which is a hint, and stand beside those with similar names, which wasm-bindgen leaves in the module
/// and this step takes out. The first kilobyte of memory is the far end of the stack, so that small
/// offsets can be part of an access. The exports belong to streams of server functions, which come
/// with Leptos and which nothing here calls. All of it together is 3 %.
const WASM_OPT: [&str; 6] = [
    "--remove-exports=*underlying*",
    "--no-inline=*",
    "--low-memory-unused",
    "-Oz",
    "--dealign",
    "--reorder-functions-by-name",
];

/// What esbuild does to a script or a style sheet: comments, spaces and long names go, nothing else.
const ESBUILD: [&str; 4] =
    ["--minify", "--target=esnext", "--log-level=error", "--allow-overwrite"];

/// Replaces a module by its smaller form.
pub(crate) fn module(project: &Project, module: &Path) -> Outcome {
    let smaller = module.with_extension("opt");
    let mut wasm_opt = project.node("node_modules/binaryen/bin/wasm-opt");
    // It warns of names that only the splitting of modules writes.
    run_quietly(wasm_opt.args(WASM_OPT).arg(module).arg("-o").arg(&smaller))?;
    fs::rename(&smaller, module).doing("replace a module by its smaller form")
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
