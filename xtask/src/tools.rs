//! What the commands need beside cargo, and how to get what is missing.
//!
//! A tool on the path in the right version is used as it is. When the path has another version,
//! which other projects may rely on, the right one goes into the target folder instead of over it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

use crate::process::{Doing, Failure, Outcome, announce, ask, elapsed, run};
use crate::project::{Project, WASM};

/// Trunk's version: the newest that Rust 1.95 builds.
const TRUNK_VERSION: &str = "0.21.14";
/// wasm-split's version, for the marks that the library of `Cargo.lock` leaves in a program.
const WASM_SPLIT_VERSION: &str = "0.2.4";
/// How cargo compiles the tools: they run for seconds, so that what counts is how soon they are there.
const LIGHT_PROFILE: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
];
/// Except what reads and writes WebAssembly, for which every build waits.
const BUSY_CRATES: [&str; 6] = [
    "gimli",
    "walrus",
    "wasm-bindgen-cli-support",
    "wasm-encoder",
    "wasm_split_cli_support",
    "wasmparser",
];
/// The oldest Node whose test runner and brotli serve here.
const NODE_MAJOR_MIN: u32 = 20;

/// What compiling the page needs.
pub(crate) fn for_compiling(project: &Project) -> Outcome {
    wasm_target(project)?;
    crates(project)
}

/// What makes a bundle of the compiled programs.
pub(crate) fn for_bundling(project: &Project) -> Outcome {
    trunk(project)?;
    wasm_bindgen(project)
}

/// What makes a release of a bundle as well.
pub(crate) fn for_release(project: &Project) -> Outcome {
    for_bundling(project)?;
    npm_packages(project)?;
    wasm_split(project)
}

/// The standard library for the browser.
pub(crate) fn wasm_target(project: &Project) -> Outcome {
    static INSTALLING: Mutex<()> = Mutex::new(());
    let _one_at_a_time = INSTALLING.lock();
    let folder = ask("rustc", &["--print", "target-libdir", "--target", WASM]);
    if folder.is_some_and(|folder| fs::exists(folder).unwrap_or(false)) {
        return Ok(());
    }
    announce(format!("installing the Rust target {WASM} (half a minute)"));
    run(project.command("rustup").args(["target", "add", WASM])).map_err(|failure| {
        Failure::new(format!("{failure}\nInstall Rust with rustup (https://rustup.rs)."))
    })
}

/// Trunk, which bundles the page.
pub(crate) fn trunk(project: &Project) -> Outcome {
    let tool = CargoTool {
        program: "trunk",
        package: "trunk",
        version: TRUNK_VERSION.to_owned(),
        // By default it can download tools and look for a newer release of its own: neither is wanted.
        features: Features::None,
        locked: true,
        duration: "about 2 minutes on two cores, once",
    };
    tool.ensure(project)
}

/// wasm-bindgen and its test runner, whose version must be that of the library.
pub(crate) fn wasm_bindgen(project: &Project) -> Outcome {
    let tool = CargoTool {
        program: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        version: project.locked_version("wasm-bindgen")?,
        features: Features::None,
        // Its own lock file names a crate version that is not available everywhere.
        locked: false,
        duration: "about a minute on two cores, once",
    };
    tool.ensure(project)
}

/// wasm-split-cli, which splits a release into modules.
pub(crate) fn wasm_split(project: &Project) -> Outcome {
    let tool = CargoTool {
        program: "wasm-split-cli",
        package: "wasm_split_cli_support",
        version: WASM_SPLIT_VERSION.to_owned(),
        features: Features::Only("build-binary"),
        locked: true,
        duration: "half a minute on two cores, once",
    };
    tool.ensure(project)
}

/// The npm packages: wasm-opt, and the driver and accessibility rules of the browser tests.
pub(crate) fn npm_packages(project: &Project) -> Outcome {
    npm_packages_of(project, &project.root)
}

/// Lighthouse, with which only `bench lighthouse` measures.
pub(crate) fn lighthouse(project: &Project) -> Outcome {
    npm_packages(project)?;
    npm_packages_of(project, &project.root.join("xtask").join("lighthouse"))
}

/// The OpenID provider that the journeys of sign-in sign in with.
pub(crate) fn issuer(project: &Project) -> Outcome {
    npm_packages_of(project, &project.root.join("tests").join("issuer"))
}

fn npm_packages_of(project: &Project, folder: &Path) -> Outcome {
    node(project)?;
    let lock = folder.join("package-lock.json");
    let installed = folder.join("node_modules").join(".installed-from.json");
    let wanted = fs::read(&lock).doing(format!("read {}", lock.display()))?;
    if fs::read(&installed).is_ok_and(|present| present == wanted) {
        return Ok(());
    }
    announce(format!("installing the npm packages of {} (a few seconds)", lock.display()));
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut ci = project.command(npm);
    run(ci.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(folder))?;
    fs::write(&installed, wanted).doing("note what was installed")
}

/// Every crate of the lock file, so that the builds themselves need no network.
pub(crate) fn crates(project: &Project) -> Outcome {
    run(project.cargo().args(["fetch", "--locked", "--quiet"]))
}

fn node(project: &Project) -> Outcome {
    let advice = format!("Install Node {NODE_MAJOR_MIN} or newer (https://nodejs.org).");
    let version = project
        .which("node")
        .and_then(|node| ask(node, &["--version"]))
        .ok_or_else(|| Failure::new(format!("Node is not on the path. {advice}")))?;
    match major(&version) {
        Some(major) if major >= NODE_MAJOR_MIN => Ok(()),
        _ => Err(Failure::new(format!("Node {version} is too old. {advice}"))),
    }
}

fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// What a program is compiled with, of what it offers.
enum Features {
    /// Nothing that can be left out.
    None,
    /// This one.
    Only(&'static str),
}

/// A program that cargo installs.
struct CargoTool {
    program: &'static str,
    package: &'static str,
    version: String,
    features: Features,
    locked: bool,
    duration: &'static str,
}

impl CargoTool {
    fn ensure(&self, project: &Project) -> Outcome {
        let present = project.which(self.program);
        let found = present.as_ref().and_then(|program| self.version_of(program));
        if found.as_ref() == Some(&self.version) {
            return Ok(());
        }
        let Self { package, version, duration, .. } = self;
        announce(format!("installing {package} {version} ({duration})"));
        let mut install = project.cargo();
        install.args(["install", "--quiet", &format!("{package}@{version}")]);
        install.envs(LIGHT_PROFILE).arg("--no-default-features");
        for name in BUSY_CRATES {
            install.args(["--config", &format!("profile.release.package.{name}.opt-level=1")]);
        }
        if let Features::Only(feature) = self.features {
            install.args(["--features", feature]);
        }
        if self.locked {
            install.arg("--locked");
        }
        if present.is_some() {
            let folder = project.own_tools();
            let other =
                found.map_or_else(|| "another version".to_owned(), |it| format!("version {it}"));
            eprintln!(
                "    The path has {other}, which stays as it is: this one goes to {}.",
                folder.display()
            );
            install.arg("--root").arg(folder);
        }
        run(&mut install)?;
        eprintln!("    {} {package} {version} is installed", elapsed());
        self.check(project)
    }

    /// The version of a program: what it says itself, or what cargo noted when it installed it.
    fn version_of(&self, program: &Path) -> Option<String> {
        if let Some(text) = ask(program, &["--version"]) {
            return text.split_whitespace().nth(1).map(str::to_owned);
        }
        let root = program.parent()?.parent()?.to_str()?;
        version_in_list(&ask("cargo", &["install", "--list", "--root", root])?, self.package)
    }

    /// Cargo installs where the path may not look: better said here than by a later step.
    fn check(&self, project: &Project) -> Outcome {
        if project.which(self.program).is_some() {
            return Ok(());
        }
        Err(Failure::new(format!(
            "`{}` was installed but is not on the path: add cargo's `bin` folder \
             (usually ~/.cargo/bin) to PATH",
            self.program
        )))
    }
}

/// The version of a package in what `cargo install --list` prints.
fn version_in_list(list: &str, package: &str) -> Option<String> {
    let line = list.lines().find_map(|line| line.strip_prefix(package)?.strip_prefix(" v"))?;
    Some(line.trim_end_matches(':').to_owned())
}

/// Installs PostgreSQL, which is started for tests and measurements, where it is missing and that can be done. Whether
/// it is there then; why it is not is said.
pub(crate) fn postgres(project: &Project) -> bool {
    let is_installed =
        || project.which("initdb").is_some() || fs::exists("/usr/lib/postgresql").unwrap_or(false);
    if is_installed() {
        return true;
    }
    match apt_install(project, "PostgreSQL", &["postgresql"]) {
        Ok(()) => true,
        Err(failure) => {
            eprintln!("    skipped: what is done over PostgreSQL; {failure}");
            false
        }
    }
}

/// Installs packages of Debian where that is possible without a password.
pub(crate) fn apt_install(project: &Project, what: &str, packages: &[&str]) -> Outcome {
    let Some(apt) = apt(project) else {
        return Err(Failure::new(format!("{what} cannot be installed with apt here")));
    };
    // Parts of the tests that run at the same time may both miss something, and apt lets nobody in beside it.
    static INSTALLING: Mutex<()> = Mutex::new(());
    let _one_at_a_time = INSTALLING.lock();
    announce(format!("installing {what} with apt (about a minute)"));
    let install = ["install", "-y", "--no-install-recommends"];
    run(apt_get(&apt).arg("update"))?;
    run(apt_get(&apt).args(install).args(packages))
}

/// The words before `apt-get`'s own arguments: with `sudo` unless this is root already, and nothing
/// when it would ask for a password.
fn apt(project: &Project) -> Option<Vec<PathBuf>> {
    let apt_get = project.which("apt-get")?;
    if ask("id", &["-u"])? == "0" {
        return Some(vec![apt_get]);
    }
    ask("sudo", &["--non-interactive", "true"])?;
    Some(vec![project.which("sudo")?, apt_get])
}

fn apt_get(words: &[PathBuf]) -> Command {
    let mut command = Command::new(&words[0]);
    command.args(&words[1..]).env("DEBIAN_FRONTEND", "noninteractive");
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_an_installed_package_is_read() {
        let list = "trunk v0.21.14:\n    trunk\ntrunk-more v2.0.0:\n    more\n";
        assert_eq!(version_in_list(list, "trunk").as_deref(), Some("0.21.14"));
        assert_eq!(version_in_list(list, "more"), None);
    }

    #[test]
    fn the_major_version_of_node_is_read() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("nonsense"), None);
    }
}
