//! Backups, restores, copies and layouts, each ended in the middle.

use std::fs;

use serde_json::json;

use crate::postgres::Postgres;
use crate::process::{Folder, Server, command, free_port};
use crate::work::{VERSION, customers};

fn said(output: &std::process::Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn done(arguments: &[&str]) {
    let output = command(arguments, "");
    assert!(output.status.success(), "{arguments:?}: {}", said(&output));
}

fn refused(arguments: &[&str]) -> String {
    let output = command(arguments, "");
    assert!(!output.status.success(), "{arguments:?}");
    said(&output)
}

/// A server with something changed, and where its records are.
fn changed(folder: &Folder) -> (Server, String) {
    let data = folder.path("desk.sqlite");
    let server = Server::start(free_port(), &data, &["--demo"], "").expect("it starts");
    let customer = &customers(server.client())[0];
    let what = format!("PATCH {}?{VERSION}", customer.items[0].id);
    let body = json!({ "properties": { "name": "Backed up" } });
    let answer = server.client().send(&customer.tenant, &what, &[], &body).expect("an answer");
    assert_eq!(answer.status, 200, "{}", answer.text);
    (server, data)
}

#[test]
fn a_layout_that_is_interrupted_is_made_the_next_time() {
    for place in ["in-migration:1", "in-migration:2", "in-migration:3", "in-migration:4"] {
        let folder = Folder::of(&place.replace(':', "-"));
        let data = folder.path("desk.sqlite");
        assert!(Server::start(free_port(), &data, &["--demo"], place).is_none(), "{place}");
        let server = Server::start(free_port(), &data, &["--demo"], "").expect("it starts");
        assert_eq!(customers(server.client()).len(), 4);
        server.kill();
    }
}

#[test]
fn a_backup_is_whole_or_it_is_the_one_before() {
    let folder = Folder::of("backup");
    let (server, data) = changed(&folder);
    let file = folder.path("desk.jsonl");
    // While it runs.
    done(&["backup", &file, "--data", &data]);
    let first = fs::read(&file).expect("a backup");
    assert!(first.starts_with(b"{\"sum\":\""));
    let customer = &customers(server.client())[1];
    let what = format!("PATCH {}?{VERSION}", customer.items[0].id);
    let body = json!({ "properties": { "name": "Later" } });
    assert!(server.client().send(&customer.tenant, &what, &[], &body).is_some());
    assert!(!command(&["backup", &file, "--data", &data], "in-backup:1").status.success());
    assert_eq!(fs::read(&file).expect("the backup of before"), first);
    done(&["backup", &file, "--data", &data]);
    let second = fs::read(&file).expect("a backup");
    assert_ne!(second, first);
    // It is the one that the page has.
    let page = server.client().send("", "GET /providers/Prorata/backup", &[], &json!(null));
    assert_eq!(page.expect("an answer").text.as_bytes(), second);
    server.kill();

    let other = folder.path("other.sqlite");
    let words = refused(&["restore", &file, "--data", &other]);
    assert!(words.contains("demonstration"), "{words}");
    done(&["restore", &file, "--demo", "--data", &other]);
    let again = folder.path("again.jsonl");
    done(&["backup", &again, "--data", &other]);
    assert_eq!(fs::read(&again).expect("a backup"), second);
    // Back into the server, by the way of the page.
    let server = Server::start(free_port(), &other, &["--demo"], "").expect("it starts");
    assert_eq!(customers(server.client()).len(), 4);
    server.kill();

    let words = refused(&["restore", &file, "--demo", "--data", &other]);
    assert!(words.contains("--replace"), "{words}");
    done(&["restore", &file, "--demo", "--replace", "--data", &other]);
    let mut damaged = second.clone();
    let middle = damaged.len() / 2;
    damaged[middle] ^= 1;
    fs::write(&file, &damaged).expect("the file can be written");
    let words = refused(&["restore", &file, "--demo", "--replace", "--data", &other]);
    assert!(words.contains("line "), "{words}");
    done(&["backup", &again, "--data", &other]);
    assert_eq!(fs::read(&again).expect("a backup"), second, "a damaged one changes nothing");
}

#[test]
fn everything_is_copied_from_one_database_into_another() {
    let folder = Folder::of("copy");
    let (server, data) = changed(&folder);
    server.kill();
    let there = match &Postgres::start("copy") {
        Some(postgres) => {
            let there = postgres.database("desk");
            copied(&folder, &data, &there);
            return;
        }
        None => folder.path("there.sqlite"),
    };
    copied(&folder, &data, &there);
}

fn copied(folder: &Folder, data: &str, there: &str) {
    let back = folder.path("back.sqlite");
    done(&["copy", "--from", data, "--to", there]);
    let words = refused(&["copy", "--from", data, "--to", there]);
    assert!(words.contains("--replace"), "{words}");
    done(&["copy", "--from", data, "--to", there, "--replace"]);
    done(&["copy", "--from", there, "--to", &back]);
    let backup = |place: &str| {
        let file = folder.path("compared.jsonl");
        done(&["backup", &file, "--data", place]);
        fs::read(file).expect("a backup")
    };
    assert_eq!(backup(&back), backup(data));
    assert_eq!(backup(there), backup(data));
    let server = Server::start(free_port(), there, &["--demo"], "").expect("it starts");
    let all = customers(server.client());
    assert_eq!(all.len(), 4);
    server.kill();
    assert!(refused(&["copy", "--from", data, "--to", "mysql://host/name"]).contains("mysql"));
    assert!(
        refused(&["backup", &folder.path("x"), "--data", &folder.path("new.sqlite")])
            .contains("nothing")
    );
}

#[test]
fn own_records_and_the_demonstration_are_not_mixed() {
    let folder = Folder::of("own");
    let (server, data) = changed(&folder);
    server.kill();
    assert!(refused(&["check", "--data", &data]).contains("--demo"));
    done(&["check", "--demo", "--data", &data]);
    assert!(Server::start(free_port(), &data, &[], "").is_none());
    let own = folder.path("own.sqlite");
    done(&["check", "--data", &own]);
    assert!(!fs::exists(&own).expect("it can be looked for"), "a check makes nothing");
    let server = Server::start(free_port(), &own, &[], "").expect("it starts");
    let reset = json!({ "to": "demonstration" });
    let answer = server.client().send("", "POST /providers/Prorata/reset", &[], &reset);
    assert_eq!(answer.expect("an answer").status, 409);
    assert_eq!(server.client().rows("", "/providers/Prorata/customerSummaries").len(), 0);
    assert!(server.stop());
}
