//! Everything as one file, and back.

use std::sync::atomic::{AtomicU32, Ordering};

use backend::{Store, StoreError};
use chrono::TimeDelta;
use http::{Request, Response};
use serde_json::{Value, json};

use crate::fixtures::failing::{Commit, Failing};
use crate::fixtures::{Desk, Person, block_on};

const BACKUP: &str = "/providers/Prorata/backup?api-version=2022-11-01";
const RESTORE: &str = "/providers/Prorata/restore?api-version=2022-11-01";
const RESET: &str = "/providers/Prorata/reset";
const ID: &str = "0b8b1e02-6a3f-4d7b-9a41-6e5b7c1d2f31";

fn send<S: Store>(
    desk: &Desk<S>,
    person: &Person,
    what: &str,
    body: &[u8],
    id: &str,
) -> Response<Vec<u8>> {
    let (method, uri) = what.split_once(' ').expect("a method and a path");
    let request = Request::builder().method(method).uri(uri);
    let request = request.header("authorization", person.token());
    let request = request.header("x-ms-client-request-id", id);
    block_on(desk.send(request.body(body.to_vec()).expect("a request")))
}

fn backup<S: Store>(desk: &Desk<S>) -> Vec<u8> {
    let answer = send(desk, &Person::of(""), &format!("GET {BACKUP}"), b"", ID);
    assert_eq!(answer.status(), 200);
    answer.into_body()
}

fn restore<S: Store>(desk: &Desk<S>, file: &[u8]) -> (u16, String) {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    restore_as(desk, file, &format!("0b8b1e02-6a3f-4d7b-9a41-{number:012}"))
}

fn restore_as<S: Store>(desk: &Desk<S>, file: &[u8], id: &str) -> (u16, String) {
    let answer = send(desk, &Person::of(""), &format!("POST {RESTORE}"), file, id);
    let body: Value = serde_json::from_slice(answer.body()).unwrap_or_default();
    (answer.status().as_u16(), body["error"]["message"].as_str().unwrap_or_default().to_owned())
}

/// A workspace in which people have worked: a return, a name, a quote.
fn worked_in() -> Desk {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let renamed = json!({ "properties": { "name": "Leitstand 林 \"A\"" } });
    let reply = desk.send_body(&person, &format!("PATCH {}", item.id), &renamed);
    assert_eq!(reply.status, 200, "{}", reply.body);
    let quote =
        desk.post(&person, &format!("{}/calculateRefund", item.order), &item.refund_body(1));
    let body = item.return_body(1, &quote.body);
    assert_eq!(desk.post(&person, &format!("{}/return", item.order), &body).status, 202);
    desk
}

#[test]
fn a_backup_restored_elsewhere_is_backed_up_the_same_byte_for_byte() {
    let file = backup(&worked_in());
    let other = Desk::open();
    assert!(backup(&other) != file);
    assert_eq!(restore(&other, &file), (204, String::new()));
    assert!(backup(&other) == file);
    // Once more over itself, and after starting empty.
    other.post(&Person::of(""), RESET, &json!({ "to": "empty" }));
    assert!(backup(&other) != file);
    assert_eq!(restore(&other, &file).0, 204);
    assert!(backup(&other) == file);
    // What was under way goes on.
    other.wait(TimeDelta::hours(1));
    let person = other.customer("Kupferhain");
    let name = other.ask(&person, "GET /providers/Microsoft.Capacity/reservations");
    assert!(name.body.to_string().contains("Leitstand 林"), "the change is there");
}

#[test]
fn a_restored_demonstration_is_not_renewed_with_the_day() {
    let file = backup(&worked_in());
    let desk = Desk::open();
    assert_eq!(restore(&desk, &file).0, 204);
    desk.wait(TimeDelta::days(3));
    desk.ask(&Person::of(""), "GET /providers/Prorata/account");
    assert!(backup(&desk) == file);
}

#[test]
fn a_document_that_cannot_be_read_comes_along() {
    let desk = worked_in();
    let person = desk.customer("Kupferhain");
    desk.tamper_with(&person, |documents| {
        documents.insert("ticket/broken".to_owned(), "{\n".to_owned());
    });
    let file = backup(&desk);
    let other = Desk::open();
    assert_eq!(restore(&other, &file).0, 204);
    assert!(backup(&other) == file);
}

#[test]
fn nothing_is_changed_by_a_file_that_is_not_whole() {
    let desk = worked_in();
    let file = backup(&desk);
    let lines = file.split(|byte| *byte == b'\n').count() - 1;
    let mut damaged = file.clone();
    let middle = file.len() / 2;
    damaged[middle] ^= 1;
    let line = 1 + file[..middle].iter().filter(|byte| **byte == b'\n').count();
    let newer = br#"{"prorataBackup":2}"#.to_vec();
    let cases = [
        (damaged, format!("line {line}: ")),
        (file[..file.len() - 1].to_vec(), format!("line {lines}: ")),
        (newer, "line 1: format 2 is newer".to_owned()),
        (b"{}".to_vec(), "line 1: ".to_owned()),
        (Vec::new(), "line 1: ".to_owned()),
    ];
    for (wrong, why) in cases {
        let (status, message) = restore(&desk, &wrong);
        assert_eq!(status, 400);
        assert!(message.starts_with(&why), "{message} instead of {why}");
        assert!(backup(&desk) == file, "{why}");
    }
}

#[test]
fn a_restore_that_the_store_refuses_changes_nothing() {
    let file = backup(&worked_in());
    let desk = Desk::over(Failing::default());
    let before = backup(&desk);
    for (error, status) in [(StoreError::Full, 507), (StoreError::Unknown, 503)] {
        desk.service.store().fail_next(Commit::Dropped, error);
        assert_eq!(restore(&desk, &file).0, status);
        assert!(backup(&desk) == before);
    }
    assert_eq!(restore(&desk, &file).0, 204);
    assert!(backup(&desk) == file);
}

#[test]
fn the_same_restore_is_made_once() {
    let desk = worked_in();
    let file = backup(&desk);
    assert_eq!(restore_as(&desk, &file, ID).0, 204);
    let policy = json!({ "refundPolicy": "azure-2026-08" });
    let chosen = desk.send_body(&Person::of(""), "PUT /providers/Prorata/settings", &policy);
    assert_eq!(chosen.status, 200, "{}", chosen.body);
    let later = backup(&desk);
    assert!(later != file);
    // Its answer was lost, and it comes again.
    assert_eq!(restore_as(&desk, &file, ID).0, 204);
    assert!(backup(&desk) == later);
    let asked = desk.ask(&Person::of(""), &format!("GET /providers/Prorata/requests/{ID}"));
    assert_eq!(asked.status, 200);
}

#[test]
fn whoever_may_reset_may_restore() {
    let desk = Desk::open();
    let file = backup(&desk);
    let person = Person::of("");
    let guest = send(&desk, &person.with_role("Guest"), &format!("POST {RESTORE}"), &file, ID);
    assert_eq!(guest.status(), 403);
    let customer = desk.customer("Kupferhain");
    for (what, body) in [(format!("GET {BACKUP}"), &b""[..]), (format!("POST {RESTORE}"), &file)] {
        assert_eq!(send(&desk, &customer, &what, body, ID).status(), 403, "{what}");
    }
}
