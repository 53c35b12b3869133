//! `cargo xtask dist`: the release bundle for any static host, under any base path.

use std::path::Path;

use crate::bundle::{self, Bundle};
use crate::compile::Profile;
use crate::process::{Failure, Outcome, announce};
use crate::project::Project;

/// Reads the arguments and builds the bundle that they describe.
pub(crate) fn run(project: &Project, arguments: &[String]) -> Outcome {
    let bundle = read_arguments(&project.root, arguments)?;
    bundle::build(project, &bundle)?;
    announce(format!("the bundle for {} is in {}", bundle.base, bundle.folder.display()));
    Ok(())
}

fn read_arguments(root: &Path, arguments: &[String]) -> Outcome<Bundle> {
    let mut bundle =
        Bundle { base: String::from("/"), folder: root.join("dist"), profile: Profile::Release };
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        let mut value = || {
            let missing = || Failure::new(format!("`{argument}` needs a value"));
            arguments.next().ok_or_else(missing)
        };
        match argument.as_str() {
            "--base" => bundle.base = base_path(value()?)?,
            "--out" => bundle.folder = root.join(value()?),
            "--development" => bundle.profile = Profile::Development,
            _ => return Err(Failure::new(format!("`dist` does not know `{argument}`"))),
        }
    }
    Ok(bundle)
}

fn base_path(text: &str) -> Outcome<String> {
    if text.starts_with('/') && text.ends_with('/') {
        return Ok(text.to_owned());
    }
    Err(Failure::new(format!("the base path must begin and end with a slash, not `{text}`")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Outcome<Bundle> {
        let arguments: Vec<String> = arguments.iter().map(|&text| text.to_owned()).collect();
        read_arguments(Path::new("/project"), &arguments)
    }

    #[test]
    fn a_bundle_is_for_the_root_of_a_host_unless_told() {
        let bundle = read(&[]).unwrap();
        assert_eq!(bundle.base, "/");
        assert_eq!(bundle.folder, Path::new("/project/dist"));
        assert!(bundle.profile == Profile::Release);
        let bundle = read(&["--base", "/desk/", "--out", "/tmp/out", "--development"]).unwrap();
        assert_eq!(bundle.base, "/desk/");
        assert_eq!(bundle.folder, Path::new("/tmp/out"));
        assert!(bundle.profile == Profile::Development);
    }

    #[test]
    fn a_wrong_argument_is_named() {
        for arguments in [&["--base"][..], &["--base", "desk"], &["--fast"]] {
            let message = read(arguments).err().unwrap().to_string();
            assert!(message.contains(arguments[arguments.len() - 1]), "{message}");
        }
    }
}
