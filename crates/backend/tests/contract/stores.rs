//! What is told when the store could not do what it was asked.

use std::cell::RefCell;
use std::collections::BTreeMap;

use backend::{Change, Documents, MemoryStore, Snapshot, Store, StoreError, Unit, Version, Whole};
use serde_json::{Value, json};

use crate::support::Desk;

/// A store whose next commit fails.
#[derive(Default)]
struct Failing {
    store: MemoryStore,
    failure: RefCell<Option<StoreError>>,
}

impl Store for Failing {
    async fn load(&self, unit: &Unit) -> Result<Snapshot, StoreError> {
        self.store.load(unit).await
    }

    async fn load_all(&self) -> Result<Whole, StoreError> {
        self.store.load_all().await
    }

    async fn commit(
        &self,
        unit: &Unit,
        expected: Version,
        changes: &[Change],
    ) -> Result<(), StoreError> {
        match self.failure.take() {
            Some(failure) => Err(failure),
            None => self.store.commit(unit, expected, changes).await,
        }
    }

    async fn replace_all(
        &self,
        expected: Option<Version>,
        contents: &BTreeMap<Unit, Documents>,
    ) -> Result<(), StoreError> {
        self.store.replace_all(expected, contents).await
    }
}

#[test]
fn a_failed_commit_says_whether_something_was_changed() {
    let desk = Desk::over(Failing::default());
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let what = format!("PATCH {}", item.id);
    let body = json!({ "properties": { "name": "Leitstand" } });
    for (failure, status, code) in [
        (StoreError::Full, 507, "InsufficientStorage"),
        (StoreError::Busy, 503, "ServiceUnavailable"),
        (StoreError::Newer, 409, "NewerFormat"),
        (StoreError::Failed("the disk is gone".to_owned()), 500, "InternalServerError"),
        (StoreError::Unknown, 503, "OutcomeUnknown"),
    ] {
        let is_known = failure != StoreError::Unknown;
        desk.service.store().failure.replace(Some(failure));
        let reply = desk.send_body(&person, &what, &body);
        assert_eq!((reply.status, reply.code()), (status, code));
        let message = reply.body["error"]["message"].as_str().unwrap_or_default();
        assert_eq!(message.starts_with("Nothing was changed"), is_known, "{message}");
    }
    assert_eq!(desk.activities(&person), Vec::<Value>::new());
    assert_eq!(desk.send_body(&person, &what, &body).status, 200);
}
