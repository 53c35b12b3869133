//! A store that fails when it is told to.

use std::cell::RefCell;
use std::collections::BTreeMap;

use backend::{Change, Documents, MemoryStore, Snapshot, Store, StoreError, Unit, Version, Whole};

/// What becomes of a commit that fails.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Commit {
    Made,
    Dropped,
}

/// A store in memory whose next commit can be made to fail.
#[derive(Default)]
pub(crate) struct Failing {
    store: MemoryStore,
    next: RefCell<Option<(Commit, StoreError)>>,
}

impl Failing {
    pub(crate) fn fail_next(&self, commit: Commit, failure: StoreError) {
        self.next.replace(Some((commit, failure)));
    }
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
        let next = self.next.take();
        if !matches!(next, Some((Commit::Dropped, _))) {
            self.store.commit(unit, expected, changes).await?;
        }
        next.map_or(Ok(()), |(_, failure)| Err(failure))
    }

    async fn replace_all(
        &self,
        expected: Option<Version>,
        contents: &BTreeMap<Unit, Documents>,
    ) -> Result<(), StoreError> {
        self.store.replace_all(expected, contents).await
    }
}
