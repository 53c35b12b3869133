//! The WebAssembly modules beside the page's: the backend for the service worker, and what reads files and what ranks
//! rows, each for a worker of its own.
//!
//! Trunk builds one module only; these are the others. They are for `importScripts`, hence classic
//! scripts: `--target no-modules`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::page;
use crate::process::{Doing, Failure, Outcome, run};
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
    /// The part of a release that comes when it is needed first.
    part: Option<Part>,
}

/// What the feature `parts` of a package leaves out of its module.
#[derive(Debug)]
struct Part {
    /// The file that wasm-split-cli writes.
    split: &'static str,
    /// How the name of the file in a bundle begins, before what says its contents.
    prefix: &'static str,
    /// The line of the host's script that names the file; between its quotes there is no name yet.
    line: &'static str,
}

/// wasm-bindgen's script makes one instance and keeps it. In a function it makes one whenever it is called,
/// and asks its caller instead of the browser to have work done later, and for the script that brings parts.
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
    part: Some(Part {
        split: "split_changes.wasm",
        prefix: "backend-changes-",
        line: "const CHANGES = '';",
    }),
};

/// What reads files; `public/files-worker.js` hosts it.
pub(crate) const FILES: WorkerModule = WorkerModule {
    package: "files-worker",
    compiled: "files_worker.wasm",
    name: "files",
    module: "files_bg.wasm",
    script: "files.js",
    host: None,
    part: None,
};

/// The script of the worker that reads files.
pub(crate) const FILES_HOST: &str = "files-worker.js";

/// What makes the ranks that rows are sorted by; `public/ranks-worker.js` hosts it.
pub(crate) const RANKS: WorkerModule = WorkerModule {
    package: "ranks-worker",
    compiled: "ranks_worker.wasm",
    name: "ranks",
    module: "ranks_bg.wasm",
    script: "ranks.js",
    host: None,
    part: None,
};

/// The script of the worker that ranks.
pub(crate) const RANKS_HOST: &str = "ranks-worker.js";

/// All of them.
pub(crate) const ALL: [&WorkerModule; 3] = [&BACKEND, &FILES, &RANKS];

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
        if module.is_split(profile) {
            cargo.args(["--features", "parts"]);
        }
        run(cargo.args(["--target", WASM, "--profile", profile.cargo_name()]))
    })
}

/// Builds the modules and copies them into a bundle.
pub(crate) fn build_into(project: &Project, profile: Profile, bundle: &Path) -> Outcome {
    compile(project, profile)?;
    ALL.iter().try_for_each(|module| module.bound(project, profile)?.copy(module, bundle))
}

/// Gives the parts of a release names that say their contents, which the scripts then know.
pub(crate) fn name_parts(bundle: &Path) -> Outcome {
    for WorkerModule { part, script, .. } in ALL {
        let Some(Part { split, prefix, line }) = part else { continue };
        let content = fs::read(bundle.join(split)).doing(format!("read {split}"))?;
        let name = format!("{prefix}{}.wasm", page::fingerprint(&content));
        fs::rename(bundle.join(split), bundle.join(&name)).doing(format!("rename {split}"))?;
        let script = bundle.join(script);
        let text = fs::read_to_string(&script).doing(format!("read {}", script.display()))?;
        if !text.contains(line) {
            return Err(Failure::new(format!("{} has no line {line}", script.display())));
        }
        let named = line.replace("''", &format!("'{name}'"));
        fs::write(&script, text.replacen(line, &named, 1)).doing("name a part")?;
    }
    Ok(())
}

/// Whether a file of a bundle is a part of a module, by its name.
pub(crate) fn is_part(name: &str) -> bool {
    let mut parts = ALL.iter().filter_map(|module| module.part.as_ref());
    parts.any(|part| name.starts_with(part.prefix))
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
        let program = if self.is_split(profile) {
            let mut split = project.command("wasm-split-cli");
            run(split.arg(&compiled).arg(&folder).args(["--out-name", self.name]))?;
            // What the part needs of the first one.
            bindgen.arg("--keep-lld-exports");
            folder.join(format!("{}.wasm", self.name))
        } else {
            compiled
        };
        run(bindgen.arg("--out-dir").arg(&folder).arg(program))?;
        Ok(Bound(folder))
    }

    /// Releases only are split, which takes its time.
    fn is_split(&self, profile: Profile) -> bool {
        self.part.is_some() && profile == Profile::Release
    }
}

impl Bound {
    fn copy(&self, module: &WorkerModule, bundle: &Path) -> Outcome {
        let WorkerModule { module, script, host, part, .. } = module;
        if let Some(Part { split, .. }) = part
            && self.0.join(split).exists()
        {
            fs::copy(self.0.join(split), bundle.join(split)).doing(format!("copy {split}"))?;
        }
        fs::copy(self.0.join(module), bundle.join(module)).doing(format!("copy {module}"))?;
        let mut text = fs::read_to_string(self.0.join(script)).doing(format!("read {script}"))?;
        if let Some(Host { glue, script }) = host {
            text = format!(
                "function {glue}(queueMicrotask, require) {{\n{text}\nreturn wasm_bindgen;\n}}\n{script}"
            );
        }
        fs::write(bundle.join(script), text).doing(format!("write {script}"))
    }
}

fn is_newer(file: &Path, than: &Path) -> bool {
    let changed = |path: &Path| path.metadata().and_then(|data| data.modified()).ok();
    matches!((changed(file), changed(than)), (Some(file), Some(than)) if file > than)
}
