//! `cargo xtask pictures`: every page and state as people see it, for looking them through.

use std::process::Command;

use crate::browser;
use crate::process::{Failure, Outcome, announce, run as run_program};
use crate::project::Project;
use crate::test;
use crate::tools;

/// Without it, Chromium draws boxes for Chinese.
const CHINESE_FONTS: &str = "fonts-noto-cjk";

/// Takes the pictures of all pages, or of those whose name has one of these words.
pub(crate) fn run(project: &Project, words: &[String]) -> Outcome {
    let browser = browser::ensure(project)?;
    tools::npm_packages(project)?;
    chinese_fonts(project)?;
    let bundle = test::release_bundle(project)?;
    announce("taking pictures (about 10 seconds for each page)");
    let mut node = project.node("xtask/scripts/pictures.mjs");
    node.arg(bundle).arg(test::BASE).arg(project.target.join("pictures")).args(words);
    node.env("CHROMIUM", browser.chromium);
    run_program(&mut node).map_err(|_| Failure::new("not every picture could be taken; see above"))
}

fn chinese_fonts(project: &Project) -> Outcome {
    let listed = Command::new("fc-list").args([":lang=zh", "family"]).output();
    if listed.is_ok_and(|output| !output.stdout.is_empty()) {
        return Ok(());
    }
    tools::apt_install(project, "fonts for Chinese", &[CHINESE_FONTS])
}
