//! What a store does, and what is told when it could not do what it was asked.

use backend::{MemoryStore, StoreError};
use serde_json::{Value, json};

use crate::conformance::{self, day::Told};
use crate::fixtures::failing::{Commit, Failing};
use crate::fixtures::{Desk, block_on};

#[test]
fn a_failed_commit_says_whether_something_was_changed() {
    let desk = Desk::over(Failing::default());
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let what = format!("PATCH {}", item.id);
    let body = json!({ "properties": { "name": "Leitstand" } });
    for (failure, status, code) in [
        (StoreError::Full, 507, "InsufficientStorage"),
        (StoreError::Closed("no".to_owned()), 500, "StorageClosed"),
        (StoreError::Busy, 503, "ServiceUnavailable"),
        (StoreError::Newer, 409, "NewerFormat"),
        (StoreError::Failed("the disk is gone".to_owned()), 500, "InternalServerError"),
        (StoreError::Unknown, 503, "OutcomeUnknown"),
    ] {
        let is_known = failure != StoreError::Unknown;
        desk.service.store().fail_next(Commit::Dropped, failure);
        let reply = desk.send_body(&person, &what, &body);
        assert_eq!((reply.status, reply.code()), (status, code));
        let message = reply.body["error"]["message"].as_str().unwrap_or_default();
        assert_eq!(message.starts_with("Nothing was changed"), is_known, "{message}");
    }
    assert_eq!(desk.activities(&person), Vec::<Value>::new());
    assert_eq!(desk.send_body(&person, &what, &body).status, 200);
}

#[test]
fn the_store_in_memory_does_what_a_store_does() {
    block_on(conformance::holds(|_| MemoryStore::default(), |_, store| store));
}

#[test]
fn a_day_over_the_store_in_memory_is_the_same_each_time() {
    let day = || block_on(Told::over(MemoryStore::default()).story());
    assert_eq!(day(), day());
}
