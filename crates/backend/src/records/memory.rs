//! A store in memory: for tests, and for hosts that need not remember.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::records::store::{Change, Documents, Snapshot, Store, StoreError, Unit, Version, Whole};

/// Documents that live as long as the value.
#[derive(Default, Debug)]
pub struct MemoryStore {
    whole: Mutex<Whole>,
}

impl MemoryStore {
    fn whole(&self) -> MutexGuard<'_, Whole> {
        // Every change below is made in one step that cannot panic half-way.
        self.whole.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store for MemoryStore {
    async fn load(&self, unit: &Unit) -> Result<Snapshot, StoreError> {
        Ok(self.whole().units.get(unit).cloned().unwrap_or_default())
    }

    async fn load_all(&self) -> Result<Whole, StoreError> {
        Ok(self.whole().clone())
    }

    async fn commit(
        &self,
        unit: &Unit,
        expected: Version,
        changes: &[Change],
    ) -> Result<(), StoreError> {
        let mut whole = self.whole();
        let version = whole.version.next();
        let current = whole.units.get(unit).map(|snapshot| snapshot.version).unwrap_or_default();
        if current != expected {
            return Err(StoreError::Conflict);
        }
        whole.version = version;
        let snapshot = whole.units.entry(unit.clone()).or_default();
        snapshot.version = version;
        for change in changes {
            match change {
                Change::Put { key, document } => {
                    snapshot.documents.insert(key.clone(), document.clone())
                }
                Change::Remove { key } => snapshot.documents.remove(key),
            };
        }
        Ok(())
    }

    async fn replace_all(
        &self,
        expected: Option<Version>,
        contents: &BTreeMap<Unit, Documents>,
    ) -> Result<(), StoreError> {
        let mut whole = self.whole();
        if expected.is_some_and(|expected| expected != whole.version) {
            return Err(StoreError::Conflict);
        }
        let version = whole.version.next();
        whole.version = version;
        whole.units = contents
            .iter()
            .map(|(unit, documents)| {
                (unit.clone(), Snapshot { version, documents: documents.clone() })
            })
            .collect();
        Ok(())
    }
}
