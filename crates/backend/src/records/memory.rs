//! A store in memory: for tests, and for hosts that need not remember.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::records::store::{
    Contents, Snapshot, Store, StoreError, Unit, UnitBlock, UnitChange, Version, Whole,
};

/// Documents that live as long as the value.
#[derive(Default, Debug)]
pub struct MemoryStore {
    held: Mutex<Held>,
}

#[derive(Default, Debug)]
struct Held {
    whole: Whole,
    /// Invariant: each belongs to the version at which its unit is.
    blocks: BTreeMap<Unit, Vec<u8>>,
}

impl MemoryStore {
    fn held(&self) -> MutexGuard<'_, Held> {
        // Every change below is made in one step that cannot panic half-way.
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Held {
    fn version(&self, unit: &Unit) -> Version {
        self.whole.units.get(unit).map(|snapshot| snapshot.version).unwrap_or_default()
    }

    fn put_block(&mut self, unit: &Unit, block: Option<&Vec<u8>>) {
        match block {
            Some(block) => self.blocks.insert(unit.clone(), block.clone()),
            None => self.blocks.remove(unit),
        };
    }
}

impl Store for MemoryStore {
    async fn load(&self, unit: &Unit) -> Result<Snapshot, StoreError> {
        Ok(self.held().whole.units.get(unit).cloned().unwrap_or_default())
    }

    async fn load_all(&self) -> Result<Whole, StoreError> {
        Ok(self.held().whole.clone())
    }

    async fn versions(&self) -> Result<BTreeMap<Unit, Version>, StoreError> {
        let held = self.held();
        let version = |(unit, snapshot): (&Unit, &Snapshot)| (unit.clone(), snapshot.version);
        Ok(held.whole.units.iter().map(version).collect())
    }

    async fn blocks(&self) -> Result<BTreeMap<Unit, UnitBlock>, StoreError> {
        let held = self.held();
        let block = |(unit, snapshot): (&Unit, &Snapshot)| {
            let block = held.blocks.get(unit).cloned();
            (unit.clone(), UnitBlock { version: snapshot.version, block })
        };
        Ok(held.whole.units.iter().map(block).collect())
    }

    async fn commit(&self, changes: &[UnitChange]) -> Result<(), StoreError> {
        let mut held = self.held();
        if changes.iter().any(|change| held.version(&change.unit) != change.expected) {
            return Err(StoreError::Conflict);
        }
        for UnitChange { unit, changes, block, .. } in changes {
            let version = held.whole.version.next();
            held.whole.version = version;
            held.put_block(unit, block.as_ref());
            let snapshot = held.whole.units.entry(unit.clone()).or_default();
            snapshot.version = version;
            changes.iter().for_each(|change| change.apply(&mut snapshot.documents));
        }
        Ok(())
    }

    async fn keep_blocks(&self, blocks: &BTreeMap<Unit, UnitBlock>) -> Result<(), StoreError> {
        let mut held = self.held();
        for (unit, UnitBlock { version, block }) in blocks {
            if held.version(unit) == *version {
                held.put_block(unit, block.as_ref());
            }
        }
        Ok(())
    }

    async fn replace_all(
        &self,
        expected: Option<Version>,
        contents: &BTreeMap<Unit, Contents>,
    ) -> Result<(), StoreError> {
        let mut held = self.held();
        if expected.is_some_and(|expected| expected != held.whole.version) {
            return Err(StoreError::Conflict);
        }
        let version = held.whole.version.next();
        *held = Held { whole: Whole { version, ..Whole::default() }, ..Held::default() };
        for (unit, Contents { documents, block }) in contents {
            held.put_block(unit, block.as_ref());
            let snapshot = Snapshot { version, documents: documents.clone() };
            held.whole.units.insert(unit.clone(), snapshot);
        }
        Ok(())
    }
}
