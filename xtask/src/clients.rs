//! Microsoft's own clients against the server: `tests/clients`, and the page that it writes.
//!
//! The clients come from PyPI, each package in the version and with the hash that the project names, into
//! environments of their own below the target folder: azure-cli needs other versions than the Python clients.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::{Doing, Failure, Outcome, announce, ask, run, run_quietly};
use crate::project::Project;

/// The oldest Python that names the class of a running method, by which a request is told apart.
const PYTHON_MINOR_MIN: u32 = 11;
/// Notes in an environment what was installed into it.
const NOTE: &str = "installed-from.txt";

/// What a run of the clients needs.
pub(crate) struct Clients {
    python: PathBuf,
    az: PathBuf,
    /// Where the run writes which operation works.
    pub(crate) found: PathBuf,
}

impl Clients {
    /// Installs the clients, if they are not there.
    ///
    /// # Errors
    /// Where there is no Python, or PyPI cannot be reached.
    pub(crate) fn ensure(project: &Project) -> Outcome<Self> {
        let folder = project.target.join("clients");
        let python = environment(project, &folder.join("python"), "requirements.txt")?;
        let az = environment(project, &folder.join("azure-cli"), "azure-cli.txt")?;
        let az = az.with_file_name(if cfg!(windows) { "az.bat" } else { "az" });
        Ok(Self { python, az, found: folder.join("clients.md") })
    }

    /// The run of all tests against a server.
    pub(crate) fn command(&self, project: &Project, server: &Path) -> Command {
        let mut command = project.command(self.python.as_os_str());
        command.arg(sources(project).join("run.py"));
        command.arg("--server").arg(server).arg("--az").arg(&self.az);
        command.arg("--matrix").arg(&self.found);
        // What Python compiles goes there too, so that the project's folders stay as they are.
        command.env("PYTHONPYCACHEPREFIX", self.found.with_file_name("compiled"));
        command
    }
}

/// Puts the page of what was found into the documentation.
///
/// # Errors
/// When the documentation said something else.
pub(crate) fn publish(project: &Project, found: &Path) -> Outcome {
    let page = project.root.join("docs").join("clients.md");
    let found = fs::read_to_string(found).doing("read what the clients have found")?;
    if fs::read_to_string(&page).is_ok_and(|known| known == found) {
        return Ok(());
    }
    fs::write(&page, found).doing("write docs/clients.md")?;
    Err(Failure::new("docs/clients.md was not what the clients have found. It is now: commit it."))
}

/// Whether what is missing is a failure: only where everything is expected to be there.
pub(crate) fn must_run() -> bool {
    env::var_os("CI").is_some()
}

fn sources(project: &Project) -> PathBuf {
    project.root.join("tests").join("clients")
}

/// The Python of an environment with the packages of a file of requirements.
fn environment(project: &Project, folder: &Path, requirements: &str) -> Outcome<PathBuf> {
    let (python, version) = python(project)?;
    let file = sources(project).join(requirements);
    let wanted = fs::read_to_string(&file).doing(format!("read {requirements}"))?;
    let wanted = format!("{version}\n{wanted}");
    let own = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if fs::read_to_string(folder.join(NOTE)).is_ok_and(|present| present == wanted) {
        return Ok(own);
    }
    announce(format!("installing {requirements} from PyPI (up to two minutes, once)"));
    if folder.exists() {
        fs::remove_dir_all(folder).doing("remove what was installed before")?;
    }
    run(project.command(python).args(["-m", "venv"]).arg(folder))?;
    let mut pip = project.command(own.as_os_str());
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]);
    // Most of azure-cli is never asked for, and a download that stands still is begun anew.
    pip.args(["--no-compile", "--timeout", "20", "--retries", "5"]);
    run_quietly(pip.args(["--require-hashes", "--requirement"]).arg(file))?;
    fs::write(folder.join(NOTE), wanted).doing("note what was installed")?;
    Ok(own)
}

/// The Python on the path, and its version.
fn python(project: &Project) -> Outcome<(PathBuf, String)> {
    let advice = format!("Install Python 3.{PYTHON_MINOR_MIN} or newer (https://www.python.org).");
    let python = ["python3", "python"].iter().find_map(|name| project.which(name));
    let python = python.ok_or_else(|| Failure::new(format!("There is no Python. {advice}")))?;
    let version = ask(&python, &["--version"]).unwrap_or_default();
    match minor(&version) {
        Some(minor) if minor >= PYTHON_MINOR_MIN => Ok((python, version)),
        _ => Err(Failure::new(format!("`{version}` is too old. {advice}"))),
    }
}

fn minor(version: &str) -> Option<u32> {
    version.strip_prefix("Python 3.")?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_minor_version_of_python_is_read() {
        assert_eq!(minor("Python 3.11.7"), Some(11));
        assert_eq!(minor("Python 2.7.18"), None);
    }
}
