//! `cargo xtask dist`: the release bundle for any static host, under any base path.

use std::env;
use std::path::{Path, PathBuf};

use crate::process::{self, Failure, Outcome, announce};
use crate::project::{Project, WASM};
use crate::tools;

/// Where a bundle goes and under which path a host serves it.
pub(crate) struct Bundle {
    /// Absolute path that begins and ends with a slash.
    pub(crate) base: String,
    /// The folder to write, emptied before.
    pub(crate) folder: PathBuf,
}

/// Reads the arguments and builds the bundle that they describe.
pub(crate) fn run(project: &Project, arguments: &[String]) -> Outcome {
    let bundle = read_arguments(&project.root, arguments)?;
    build(project, &bundle)?;
    announce(format!("the bundle for {} is in {}", bundle.base, bundle.folder.display()));
    Ok(())
}

/// Builds a bundle, after installing what is missing.
pub(crate) fn build(project: &Project, bundle: &Bundle) -> Outcome {
    tools::for_compiling(project)?;
    tools::for_release(project)?;
    announce(format!("building the release bundle for {} (4 minutes at first)", bundle.base));
    let mut trunk = project.command("trunk");
    trunk.args(["build", "--release", "--locked", "--features", "modules"]);
    trunk.args(["--public-url", &bundle.base, "--dist"]);
    trunk.arg(&bundle.folder);
    trunk.env(rustflags_variable(), reproducible_flags(project));
    process::run(&mut trunk)
}

fn read_arguments(root: &Path, arguments: &[String]) -> Outcome<Bundle> {
    let mut bundle = Bundle { base: String::from("/"), folder: root.join("dist") };
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        let mut value = || {
            let missing = || Failure::new(format!("`{argument}` needs a value"));
            arguments.next().ok_or_else(missing)
        };
        match argument.as_str() {
            "--base" => bundle.base = base_path(value()?)?,
            "--out" => bundle.folder = root.join(value()?),
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

/// The variable that gives flags to the crates of the page only, not to build scripts.
fn rustflags_variable() -> String {
    format!("CARGO_TARGET_{}_RUSTFLAGS", WASM.to_uppercase().replace('-', "_"))
}

/// The flag of `.cargo/config.toml`, which the variable replaces.
const ERASE_TYPES_OF_VIEWS: &str = "--cfg=erase_components";

/// Panic messages carry source paths. These flags take the machine's own folders out of them, so
/// that a bundle tells nothing about who built it and is the same wherever it is built.
fn reproducible_flags(project: &Project) -> String {
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo_home = cargo_home.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    [(Some(project.root.clone()), "prorata"), (cargo_home, "cargo")]
        .into_iter()
        .filter_map(|(folder, name)| Some((folder?.to_str()?.to_owned(), name)))
        // The variable separates flags by spaces and knows no quotes.
        .filter(|(folder, _)| !folder.contains(' '))
        .map(|(folder, name)| format!("--remap-path-prefix={folder}={name}"))
        .chain([ERASE_TYPES_OF_VIEWS.to_owned()])
        .collect::<Vec<_>>()
        .join(" ")
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
        let bundle = read(&["--base", "/desk/", "--out", "/tmp/out"]).unwrap();
        assert_eq!(bundle.base, "/desk/");
        assert_eq!(bundle.folder, Path::new("/tmp/out"));
    }

    #[test]
    fn a_wrong_argument_is_named() {
        for arguments in [&["--base"][..], &["--base", "desk"], &["--fast"]] {
            let message = read(arguments).err().unwrap().to_string();
            assert!(message.contains(arguments[arguments.len() - 1]), "{message}");
        }
    }
}
