//! The two programs of a bundle, page and backend, as WebAssembly with their scripts.
//!
//! Cargo compiles both in one go, so that what they share is compiled once and no processor waits.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::process::{Outcome, run};
use crate::project::{Project, WASM};

/// How a bundle is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Quick to build.
    Development,
    /// Small to download, its pages in modules of their own.
    Release,
}

impl Profile {
    const fn cargo_name(self) -> &'static str {
        match self {
            Self::Development => "dev",
            Self::Release => "wasm-release",
        }
    }

    /// Cargo names the folder of its `dev` profile `debug`.
    pub(crate) const fn folder(self) -> &'static str {
        match self {
            Self::Development => "debug",
            Self::Release => "wasm-release",
        }
    }

    /// How long compiling takes, for people.
    pub(crate) const fn duration(self) -> &'static str {
        match self {
            Self::Development => "2 minutes on two cores the first time, seconds after a change",
            Self::Release => "4 minutes on two cores the first time",
        }
    }
}

/// What the compiler and the linker have made.
pub(crate) struct Programs {
    pub(crate) page: PathBuf,
    pub(crate) backend: PathBuf,
}

/// Compiles both programs.
pub(crate) fn programs(project: &Project, profile: Profile) -> Outcome<Programs> {
    let mut cargo = project.cargo();
    cargo.args(["build", "--locked", "--offline", "--target", WASM]);
    cargo.args(["--profile", profile.cargo_name()]);
    cargo.args([
        "--package",
        "prorata",
        "--package",
        "backend-worker",
        "--lib",
        "--bin",
        "prorata",
    ]);
    if profile == Profile::Release {
        cargo.args(["--features", "prorata/modules"]);
        cargo.env(rustflags_variable(), reproducible_flags(project));
    }
    run(&mut cargo)?;
    let folder = project.target.join(WASM).join(profile.folder());
    Ok(Programs { page: folder.join("prorata.wasm"), backend: folder.join("backend_worker.wasm") })
}

/// Writes a program and its script as wasm-bindgen makes them, `name.js` and `name_bg.wasm`, into a folder,
/// unless they are there already.
pub(crate) fn bind(
    project: &Project,
    program: &Path,
    folder: &Path,
    name: &str,
    arguments: &[&str],
) -> Outcome {
    if is_newer(&folder.join(format!("{name}_bg.wasm")), program) {
        return Ok(());
    }
    let mut bindgen = project.command("wasm-bindgen");
    bindgen.args(["--no-typescript", "--out-name", name]).args(arguments).arg("--out-dir");
    run(bindgen.arg(folder).arg(program))
}

fn is_newer(file: &Path, than: &Path) -> bool {
    let changed = |path: &Path| fs::metadata(path).and_then(|data| data.modified()).ok();
    matches!((changed(file), changed(than)), (Some(file), Some(than)) if file > than)
}

/// The variable that gives flags to the crates of the page only, not to build scripts.
fn rustflags_variable() -> String {
    format!("CARGO_TARGET_{}_RUSTFLAGS", WASM.to_uppercase().replace('-', "_"))
}

/// The flag of `.cargo/config.toml`, which the variable replaces.
const ERASE_TYPES_OF_VIEWS: &str = "--cfg=erase_components";

/// Panic messages carry source paths. These flags take the machine's own folders out of them, so
/// that a bundle tells nothing about who built it and is the same wherever it is built.
fn reproducible_flags(project: &Project) -> String {
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo_home = cargo_home.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    [(Some(project.root.clone()), "prorata"), (cargo_home, "cargo")]
        .into_iter()
        .filter_map(|(folder, name)| Some((folder?.to_str()?.to_owned(), name)))
        // The variable separates flags by spaces and knows no quotes.
        .filter(|(folder, _)| !folder.contains(' '))
        .map(|(folder, name)| format!("--remap-path-prefix={folder}={name}"))
        .chain([ERASE_TYPES_OF_VIEWS.to_owned()])
        .collect::<Vec<_>>()
        .join(" ")
}
