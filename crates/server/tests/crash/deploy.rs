//! What the project gives to run the server with: systemd has to understand it, and the server what it sets.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::process::{Folder, program};

fn deployed(name: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../deploy");
    fs::read_to_string(folder.join(name)).expect("it is part of the project")
}

#[test]
fn the_unit_is_understood_by_systemd_and_leaves_the_server_little() {
    let folder = Folder::of("unit");
    let unit = deployed("prorata-server.service");
    assert!(unit.contains("ExecStart=/usr/local/bin/prorata-server\n"));
    let own = program().get_program().to_string_lossy().into_owned();
    let file = folder.path("prorata-server.service");
    fs::write(&file, unit.replace("/usr/local/bin/prorata-server", &own)).expect("a file");
    let analyze = |arguments: &[&str]| {
        let mut analyze = Command::new("systemd-analyze");
        analyze.args(arguments).arg(&file).stdin(Stdio::null()).output()
    };
    let Ok(verified) = analyze(&["verify"]) else {
        eprintln!("skipped: there is no systemd here");
        return;
    };
    let said = String::from_utf8_lossy(&verified.stderr);
    assert!(verified.status.success() && said.trim().is_empty(), "{said}");
    // Of a hundred points, each for something that a break-in could reach.
    let security =
        analyze(&["security", "--offline=true", "--threshold=20"]).expect("it was there");
    let said = String::from_utf8_lossy(&security.stdout);
    assert!(security.status.success(), "{said}");
}

/// A setting with a wrong name would be refused at the start, in a container that nobody looks at.
#[test]
fn every_variable_that_is_set_is_one_of_the_server() {
    let folder = Folder::of("variables");
    let files = ["Containerfile", "prorata-server.service"];
    let text: String = files.iter().map(|name| deployed(name)).collect();
    let mut names = Vec::new();
    for part in text.split("PRORATA_SERVER_").skip(1) {
        let end = part.find(|c: char| !c.is_ascii_uppercase() && c != '_').unwrap_or(part.len());
        names.push(format!("PRORATA_SERVER_{}", &part[..end]));
    }
    assert!(names.len() >= 2, "{names:?}");
    for name in names {
        assert_eq!(name, "PRORATA_SERVER_DATA", "try another one below as well");
        let checked = program().arg("check").env(&name, folder.path("desk.sqlite")).output();
        let checked = checked.expect("the program starts");
        assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
    }
}
