//! Puts the page into the program: every file of the folder that `PRORATA_EMBED` names, or of `dist` at the
//! root of the project in a release build. Without one the program serves the folder that it is told of.

use std::env;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;

/// Names the folder of a bundle for the root of a host.
const VARIABLE: &str = "PRORATA_EMBED";

fn main() {
    println!("cargo::rerun-if-env-changed={VARIABLE}");
    let folder = folder();
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names the folder"));
    let mut table = String::from("&[\n");
    if let Some(folder) = &folder {
        println!("cargo::rerun-if-changed={}", folder.display());
        assert!(folder.join("index.html").is_file(), "{} has no index.html", folder.display());
        let mut files = Vec::new();
        collect(folder, folder, &mut files);
        files.sort();
        for (number, name) in files.iter().enumerate() {
            let bytes = fs::read(folder.join(name)).expect("the file was there just now");
            let packed = out.join(format!("{number}.gz"));
            let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
            encoder.write_all(&bytes).expect("memory takes all of it");
            let bytes = encoder.finish().expect("memory takes all of it");
            fs::write(&packed, bytes).expect("the build's own folder can be written");
            table +=
                &format!("    ({name:?}, include_bytes!({:?})),\n", packed.display().to_string());
        }
    }
    table += "]\n";
    fs::write(out.join("page.rs"), table).expect("the build's own folder can be written");
}

fn folder() -> Option<PathBuf> {
    if let Some(named) = env::var_os(VARIABLE) {
        return Some(PathBuf::from(named)).filter(|named| !named.as_os_str().is_empty());
    }
    let is_release = env::var("PROFILE").is_ok_and(|profile| profile == "release");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let dist = root.join("dist");
    (is_release && dist.join("index.html").is_file()).then_some(dist)
}

/// The files below a folder, by their paths from there, with slashes.
fn collect(root: &Path, folder: &Path, files: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let name = path.strip_prefix(root).expect("it stands below the root");
            files.push(name.to_string_lossy().replace('\\', "/"));
        }
    }
}
