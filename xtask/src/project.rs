//! Where things are: the project, cargo's target folder, the tools it installed for itself.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::process::{Doing, Failure, Outcome};

/// The name of the target that browsers run.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// The project's folders, absolute.
pub(crate) struct Project {
    /// The folder of the root `Cargo.toml`.
    pub(crate) root: PathBuf,
    /// The folder that cargo builds into, wherever its configuration puts it.
    pub(crate) target: PathBuf,
}

impl Project {
    /// Finds the project: where `cargo xtask` was called, since a target folder may be the copy of another tree's.
    ///
    /// # Errors
    /// When the program was copied out of cargo's target folder.
    pub(crate) fn locate() -> Outcome<Self> {
        let package = env::var_os("CARGO_MANIFEST_DIR");
        let package =
            package.map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = package
            .parent()
            .ok_or_else(|| Failure::new("xtask must stand in a folder of the project"))?;
        // This program is <target>/debug/xtask: asking it spares reading cargo's configuration.
        let program = env::current_exe().doing("find this program")?;
        let target = program.ancestors().nth(2).ok_or_else(|| {
            Failure::new("start it with `cargo xtask`, not by copying the program")
        })?;
        Ok(Self { root: root.to_owned(), target: target.to_owned() })
    }

    /// A program to run in the project's root, with the project's own tools found first.
    pub(crate) fn command(&self, program: impl Into<OsString>) -> Command {
        let mut command = Command::new(program.into());
        command.current_dir(&self.root).env("PATH", self.search_path());
        command
    }

    /// cargo, in the project's root.
    pub(crate) fn cargo(&self) -> Command {
        self.command("cargo")
    }

    /// Node with a script of the project, given relative to the root.
    pub(crate) fn node(&self, script: &str) -> Command {
        let mut command = self.command("node");
        command.arg(self.root.join(script));
        command
    }

    /// Where tools go when another version of them is on the path already.
    pub(crate) fn own_tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// The search path for programs, with the project's own tools first.
    pub(crate) fn search_path(&self) -> OsString {
        let inherited = env::var_os("PATH").unwrap_or_default();
        let own = self.own_tools().join("bin");
        let folders = std::iter::once(own).chain(env::split_paths(&inherited));
        env::join_paths(folders).unwrap_or(inherited)
    }

    /// The full path of a program on the search path.
    pub(crate) fn which(&self, program: &str) -> Option<PathBuf> {
        let file = format!("{program}{}", env::consts::EXE_SUFFIX);
        env::split_paths(&self.search_path())
            .map(|folder| folder.join(&file))
            .find(|candidate| candidate.is_file())
    }

    /// The version of a package in `Cargo.lock`.
    ///
    /// # Errors
    /// When the lock file cannot be read or does not name the package.
    pub(crate) fn locked_version(&self, package: &str) -> Outcome<String> {
        let lock = fs::read_to_string(self.root.join("Cargo.lock")).doing("read Cargo.lock")?;
        version_in_lock(&lock, package)
            .map(str::to_owned)
            .ok_or_else(|| Failure::new(format!("Cargo.lock does not name `{package}`")))
    }
}

fn version_in_lock<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_that_of_the_named_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-cli\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";
        assert_eq!(version_in_lock(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(version_in_lock(lock, "trunk"), None);
    }
}
