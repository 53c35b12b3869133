//! `cargo xtask bench`
use crate::process::Outcome;
use crate::project::Project;
pub(crate) fn run(_project: &Project, _arguments: &[String]) -> Outcome {
    Ok(())
}
