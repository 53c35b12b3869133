//! The browser of the tests: Chromium and the driver that wasm-bindgen's tests steer it with.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::{Failure, Outcome, announce, ask, run};
use crate::project::Project;

const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];
const DRIVER: &str = "chromedriver";

/// Where the browser and its driver are.
pub(crate) struct Browser {
    pub(crate) chromium: PathBuf,
    pub(crate) driver: PathBuf,
}

/// Finds Chromium and ChromeDriver; installs both with apt when they are missing and it can.
///
/// The variables CHROMIUM and CHROMEDRIVER name other places.
pub(crate) fn ensure(project: &Project) -> Outcome<Browser> {
    if let Some(browser) = find(project) {
        return Ok(browser);
    }
    let advice = "The browser tests need Chromium and ChromeDriver of one version. Install both \
                  (on Debian: apt-get install chromium chromium-driver), or name the programs in \
                  the variables CHROMIUM and CHROMEDRIVER.";
    let Some(apt) = apt(project) else { return Err(Failure::new(advice)) };
    announce("installing Chromium and ChromeDriver with apt (about a minute)");
    let install = ["install", "-y", "--no-install-recommends", "chromium", "chromium-driver"];
    run(apt_get(&apt).arg("update"))
        .and_then(|()| run(apt_get(&apt).args(install)))
        .map_err(|failure| Failure::new(format!("{failure}\n{advice}")))?;
    find(project).ok_or_else(|| Failure::new(advice))
}

fn find(project: &Project) -> Option<Browser> {
    let chromium = named_in("CHROMIUM")
        .or_else(|| BROWSERS.iter().find_map(|program| project.which(program)))?;
    let driver = named_in("CHROMEDRIVER").or_else(|| project.which(DRIVER)).or_else(|| {
        // GitHub's runners keep the driver beside the path and name its folder here.
        named_in("CHROMEWEBDRIVER").map(|folder| folder.join(DRIVER))
    })?;
    Some(Browser { chromium, driver })
}

fn named_in(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|path| Path::exists(path))
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
