//! The backend as a WebAssembly module of its own, which the service worker loads.
//!
//! It is for `importScripts`, hence a classic script: `--target no-modules`.

use std::fs;
use std::path::Path;

use crate::compile::{self, Profile};
use crate::process::{Doing, Outcome};
use crate::project::Project;
use crate::strands;

/// The module itself.
pub(crate) const MODULE: &str = "backend_bg.wasm";

/// What makes an instance of it, and what hosts that.
pub(crate) const SCRIPT: &str = "backend.js";
const HOST: &str = include_str!("../scripts/backend.js");

/// The files that make up the module.
pub(crate) const FILES: [&str; 2] = [SCRIPT, MODULE];

/// Writes the module of the backend's program into a bundle, with what hosts it at the end of its script.
pub(crate) fn write(project: &Project, profile: Profile, program: &Path, bundle: &Path) -> Outcome {
    let folder = project.target.join("backend-module").join(profile.folder());
    compile::bind(project, program, &folder, "backend", &["--target", "no-modules"])?;
    fs::copy(folder.join(MODULE), bundle.join(MODULE)).doing("copy the backend's module")?;
    let glue = fs::read_to_string(folder.join(SCRIPT)).doing("read the backend's script")?;
    fs::write(bundle.join(SCRIPT), with_host(&glue)).doing("write the backend's script")
}

/// wasm-bindgen's script makes one instance and keeps it. In a function it makes one whenever it is called,
/// and asks its caller instead of the browser to have work done later.
fn with_host(glue: &str) -> String {
    format!(
        "function glueOfBackend(queueMicrotask) {{\n{glue}\nreturn wasm_bindgen;\n}}\n{}{HOST}",
        strands::SCRIPT
    )
}
