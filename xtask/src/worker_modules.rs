//! The WebAssembly modules beside the page's: the backend for the service worker, and what reads files for a
//! worker of its own.
//!
//! Trunk builds one module only; these are the others. They are for `importScripts`, hence classic
//! scripts: `--target no-modules`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::process::{Doing, Outcome, run};
use crate::project::{Project, WASM};

/// A module that workers load.
#[derive(Debug)]
pub(crate) struct WorkerModule {
    package: &'static str,
    /// What cargo calls the program.
    compiled: &'static str,
    /// The beginning of the names of its files.
    name: &'static str,
    /// The module itself.
    pub(crate) module: &'static str,
    /// What makes an instance of it, and what hosts that.
    pub(crate) script: &'static str,
    /// What stands in the bundle around the script of wasm-bindgen.
    host: Option<Host>,
}

/// wasm-bindgen's script makes one instance and keeps it. In a function it makes one whenever it is called,
/// and asks its caller instead of the browser to have work done later.
#[derive(Debug)]
struct Host {
    glue: &'static str,
    script: &'static str,
}

/// What answers requests.
pub(crate) const BACKEND: WorkerModule = WorkerModule {
    package: "backend-worker",
    compiled: "backend_worker.wasm",
    name: "backend",
    module: "backend_bg.wasm",
    script: "backend.js",
    host: Some(Host { glue: "glueOfBackend", script: include_str!("../scripts/backend.js") }),
};

/// What reads files; `public/files-worker.js` hosts it.
pub(crate) const FILES: WorkerModule = WorkerModule {
    package: "files-worker",
    compiled: "files_worker.wasm",
    name: "files",
    module: "files_bg.wasm",
    script: "files.js",
    host: None,
};

/// The script of the worker that reads files.
pub(crate) const FILES_HOST: &str = "files-worker.js";

/// All of them.
pub(crate) const ALL: [&WorkerModule; 2] = [&BACKEND, &FILES];

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

/// Compiles the programs of the modules. Each for itself: together they would have the features of what they
/// use together.
pub(crate) fn compile(project: &Project, profile: Profile) -> Outcome {
    ALL.iter().try_for_each(|module| {
        let mut cargo = project.cargo();
        cargo.args(["build", "--quiet", "--offline", "--package", module.package]);
        run(cargo.args(["--target", WASM, "--profile", profile.cargo_name()]))
    })
}

/// Builds the modules and copies them into a bundle.
pub(crate) fn build_into(project: &Project, profile: Profile, bundle: &Path) -> Outcome {
    compile(project, profile)?;
    ALL.iter().try_for_each(|module| module.bound(project, profile)?.copy(module, bundle))
}

/// The folder with what wasm-bindgen has made of a module.
struct Bound(PathBuf);

impl WorkerModule {
    fn bound(&self, project: &Project, profile: Profile) -> Outcome<Bound> {
        let compiled = project.target.join(WASM).join(profile.folder()).join(self.compiled);
        let folder = project.target.join(format!("{}-module", self.name)).join(profile.folder());
        if is_newer(&folder.join(self.module), &compiled) {
            return Ok(Bound(folder));
        }
        let mut bindgen = project.command("wasm-bindgen");
        bindgen.args(["--target", "no-modules", "--no-typescript", "--out-name", self.name]);
        run(bindgen.arg("--out-dir").arg(&folder).arg(&compiled))?;
        Ok(Bound(folder))
    }
}

impl Bound {
    fn copy(&self, module: &WorkerModule, bundle: &Path) -> Outcome {
        let WorkerModule { module, script, host, .. } = module;
        fs::copy(self.0.join(module), bundle.join(module)).doing(format!("copy {module}"))?;
        let mut text = fs::read_to_string(self.0.join(script)).doing(format!("read {script}"))?;
        if let Some(Host { glue, script }) = host {
            text = format!(
                "function {glue}(queueMicrotask) {{\n{text}\nreturn wasm_bindgen;\n}}\n{script}"
            );
        }
        fs::write(bundle.join(script), text).doing(format!("write {script}"))
    }
}

fn is_newer(file: &Path, than: &Path) -> bool {
    let changed = |path: &Path| path.metadata().and_then(|data| data.modified()).ok();
    matches!((changed(file), changed(than)), (Some(file), Some(than)) if file > than)
}
