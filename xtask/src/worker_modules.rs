//! The WebAssembly modules beside the page's: the backend for the service worker, and what reads files and what ranks
//! rows, each for a worker of its own.
//!
//! Trunk builds one module only; these are the others. They are for `importScripts`, hence classic
//! scripts: `--target no-modules`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::bundle::files;
use crate::modules;
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
    /// The parts of a release that come when they are needed first, each after those before it.
    parts: &'static [Part],
}

/// Something that the feature `parts` of a package leaves out of its module.
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

/// How the names of the parts of the backend begin.
pub(crate) const READS: &str = "backend-reads-";
pub(crate) const CHANGES: &str = "backend-changes-";

/// What answers requests.
pub(crate) const BACKEND: WorkerModule = WorkerModule {
    package: "backend-worker",
    compiled: "backend_worker.wasm",
    name: "backend",
    module: "backend_bg.wasm",
    script: "backend.js",
    host: Some(Host { glue: "glueOfBackend", script: include_str!("../scripts/backend.js") }),
    parts: &[
        Part { split: "split_reads.wasm", prefix: READS, line: "const READS = '';" },
        Part { split: "split_changes.wasm", prefix: CHANGES, line: "const CHANGES = '';" },
    ],
};

/// What reads files; `public/files-worker.js` hosts it.
pub(crate) const FILES: WorkerModule = WorkerModule {
    package: "files-worker",
    compiled: "files_worker.wasm",
    name: "files",
    module: "files_bg.wasm",
    script: "files.js",
    host: None,
    parts: &[],
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
    parts: &[],
};

/// The script of the worker that ranks.
pub(crate) const RANKS_HOST: &str = "ranks-worker.js";

/// What parts of a module have in common, which the first of them carries: how the files begin that wasm-split-cli
/// writes, and the one in a bundle before it has its name.
const CHUNK: &str = "chunk_";
const SHARED: &str = "split_shared.wasm";
/// The section of a module that carries another one, for the host's script.
const CARRIED: &str = "part";

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
    let parts =
        ALL.into_iter().flat_map(|module| module.parts.iter().map(|it| (module.script, it)));
    for (script, Part { split, prefix, line }) in parts {
        let mut content = taken(bundle, split)?;
        if bundle.join(SHARED).exists() {
            let own = content;
            content = taken(bundle, SHARED)?;
            content.extend(modules::custom_section(CARRIED, &own));
        }
        let name = format!("{prefix}{}.wasm", page::fingerprint(&content));
        fs::write(bundle.join(&name), content).doing(format!("write {name}"))?;
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

/// What a file holds that goes from a bundle.
fn taken(bundle: &Path, name: &str) -> Outcome<Vec<u8>> {
    let content = fs::read(bundle.join(name)).doing(format!("read {name}"))?;
    fs::remove_file(bundle.join(name)).doing(format!("remove {name}"))?;
    Ok(content)
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
            for chunk in chunks(&folder)? {
                fs::remove_file(chunk).doing("remove what parts had in common before")?;
            }
            let mut split = project.command("wasm-split-cli");
            run(split.arg(&compiled).arg(&folder).args(["--out-name", self.name]))?;
            if chunks(&folder)?.len() > 1 {
                return Err(Failure::new(format!("the parts of {} share several", self.name)));
            }
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
        !self.parts.is_empty() && profile == Profile::Release
    }
}

impl Bound {
    fn copy(&self, module: &WorkerModule, bundle: &Path) -> Outcome {
        let WorkerModule { module, script, host, parts, .. } = module;
        for Part { split, .. } in parts.iter().filter(|part| self.0.join(part.split).exists()) {
            fs::copy(self.0.join(split), bundle.join(split)).doing(format!("copy {split}"))?;
        }
        for chunk in chunks(&self.0)? {
            fs::copy(chunk, bundle.join(SHARED)).doing("copy what parts have in common")?;
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

/// What wasm-split-cli has put into a folder that is in several parts.
fn chunks(folder: &Path) -> Outcome<Vec<PathBuf>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut chunks = files(folder, "wasm")?;
    chunks
        .retain(|file| file.file_name().is_some_and(|it| it.to_string_lossy().starts_with(CHUNK)));
    Ok(chunks)
}

fn is_newer(file: &Path, than: &Path) -> bool {
    let changed = |path: &Path| path.metadata().and_then(|data| data.modified()).ok();
    matches!((changed(file), changed(than)), (Some(file), Some(than)) if file > than)
}
