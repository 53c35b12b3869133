//! Lays the modules of a release in strands, in which they compress to a tenth less.

use std::ffi::OsString;
use std::path::Path;

use crate::process::{Outcome, run};
use crate::project::Project;

/// What makes modules of strands again, in the browser.
pub(crate) const SCRIPT: &str = include_str!("../scripts/strands.js");

/// Lays modules, each with its name, in one file, which may be one of theirs.
///
/// # Errors
/// When a module has what no strand is for, or does not come out of the file again as it was.
pub(crate) fn lay(project: &Project, modules: &[(&str, &Path)], file: &Path) -> Outcome {
    let named = modules.iter().map(|(name, module)| {
        let mut argument = OsString::from(format!("{name}="));
        argument.push(module);
        argument
    });
    run(project.node("xtask/scripts/ravel.mjs").arg(file).args(named))
}
