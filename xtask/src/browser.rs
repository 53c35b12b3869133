//! The browser of the tests: Chromium and the driver that wasm-bindgen's tests steer it with.

use std::env;
use std::path::{Path, PathBuf};

use crate::process::{Failure, Outcome};
use crate::project::Project;
use crate::tools;

const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];
const DRIVER: &str = "chromedriver";
/// The same engine without the program around it that has windows: journeys take a quarter less of the processor.
const SHELL: &str = "chromium-headless-shell";

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
    let what = "Chromium and ChromeDriver";
    tools::apt_install(project, what, &["chromium", "chromium-driver"])
        .map_err(|failure| Failure::new(format!("{failure}\n{advice}")))?;
    find(project).ok_or_else(|| Failure::new(advice))
}

/// The browser of the journeys: the engine alone where it is there or apt has it, else the whole of Chromium.
pub(crate) fn for_journeys(project: &Project) -> Outcome<PathBuf> {
    if let Some(named) = named_in("CHROMIUM") {
        return Ok(named);
    }
    if project.which(SHELL).is_none()
        && let Err(failure) = tools::apt_install(project, SHELL, &[SHELL])
    {
        eprintln!("    {failure}; the whole of Chromium takes its place");
    }
    project.which(SHELL).map_or_else(|| Ok(ensure(project)?.chromium), Ok)
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
