//! The backend as a WebAssembly module of its own, which the service worker loads.
//!
//! Trunk builds one module only; this is the other one. It is for `importScripts`, hence a classic
//! script: `--target no-modules`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::process::{Doing, Outcome, run};
use crate::project::{Project, WASM};

/// The module itself.
pub(crate) const MODULE: &str = "backend_bg.wasm";

/// What makes an instance of it, and what hosts that.
pub(crate) const SCRIPT: &str = "backend.js";
const HOST: &str = include_str!("../scripts/backend.js");

/// The files that make up the module.
pub(crate) const FILES: [&str; 2] = [SCRIPT, MODULE];

/// How a module is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Quick to build.
    Development,
    /// Small to download.
    Release,
}

impl Profile {
    fn cargo_name(self) -> &'static str {
        match self {
            Self::Development => "dev",
            Self::Release => "wasm-release",
        }
    }

    /// Cargo names the folder of its `dev` profile `debug`.
    fn folder(self) -> &'static str {
        match self {
            Self::Development => "debug",
            Self::Release => "wasm-release",
        }
    }
}

/// Compiles the program of the module.
pub(crate) fn compile(project: &Project, profile: Profile) -> Outcome {
    let mut cargo = project.cargo();
    cargo.args(["build", "--quiet", "--offline", "--package", "backend-worker"]);
    run(cargo.args(["--target", WASM, "--profile", profile.cargo_name()]))
}

/// Builds the module and gives the folder with its [`FILES`].
pub(crate) fn build(project: &Project, profile: Profile) -> Outcome<PathBuf> {
    compile(project, profile)?;
    let compiled = project.target.join(WASM).join(profile.folder()).join("backend_worker.wasm");
    let folder = project.target.join("backend-module").join(profile.folder());
    if is_newer(&folder.join(MODULE), &compiled) {
        return Ok(folder);
    }
    let mut bindgen = project.command("wasm-bindgen");
    bindgen.args(["--target", "no-modules", "--no-typescript", "--out-name", "backend"]);
    run(bindgen.arg("--out-dir").arg(&folder).arg(&compiled))?;
    Ok(folder)
}

/// Copies the module into a bundle, with what hosts it at the end of its script.
pub(crate) fn copy(folder: &Path, bundle: &Path) -> Outcome {
    fs::copy(folder.join(MODULE), bundle.join(MODULE)).doing("copy the backend's module")?;
    let glue = fs::read_to_string(folder.join(SCRIPT)).doing("read the backend's script")?;
    fs::write(bundle.join(SCRIPT), with_host(&glue)).doing("write the backend's script")
}

/// wasm-bindgen's script makes one instance and keeps it. In a function it makes one whenever it is called,
/// and asks its caller instead of the browser to have work done later.
fn with_host(glue: &str) -> String {
    format!("function glueOfBackend(queueMicrotask) {{\n{glue}\nreturn wasm_bindgen;\n}}\n{HOST}")
}

fn is_newer(file: &Path, than: &Path) -> bool {
    let changed = |path: &Path| path.metadata().and_then(|data| data.modified()).ok();
    matches!((changed(file), changed(than)), (Some(file), Some(than)) if file > than)
}
