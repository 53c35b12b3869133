//! `cargo xtask bench lighthouse`: the first visit as on a phone, against what it may take.
//!
//! Lighthouse is an npm package of its own, because nothing else needs it and its two hundred packages.

use crate::browser;
use crate::process::{Failure, Outcome, announce, run as run_program};
use crate::project::Project;
use crate::test;
use crate::tools;

/// Measures the release bundle, and fails when a page is not within the limits.
pub(crate) fn run(project: &Project) -> Outcome {
    let browser = browser::ensure(project)?;
    tools::lighthouse(project)?;
    let bundle = test::release_bundle(project)?;
    announce("measuring with Lighthouse (about 5 minutes)");
    let mut node = project.node("xtask/lighthouse/measure.mjs");
    node.arg(bundle).arg(test::BASE).env("CHROMIUM", browser.chromium);
    run_program(&mut node)
        .map_err(|_| Failure::new("a page is not within the limits of the first visit; see above"))
}
