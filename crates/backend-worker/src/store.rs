//! The store in IndexedDB.
//!
//! Invariant: a commit is one read-write transaction in which the versions are checked and everything
//! is written, so the browser itself puts the commits of all tabs in a row, and a tab that is
//! killed in the middle leaves nothing behind.

use std::collections::BTreeMap;

use backend::{
    Change, Contents, Documents, Snapshot, Store, StoreError, Unit, UnitBlock, UnitChange, Version,
    Whole,
};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction, IdbTransactionMode};

use crate::connection::{
    BLOCKS, Connection, DOCUMENTS, UNITS, completed, failure, found, succeeded,
};

/// The key in [`UNITS`] under which the number of the last commit stands.
const COUNTER: &str = "";

/// Documents in IndexedDB.
pub(crate) struct IndexedDbStore {
    connection: Connection,
}

impl IndexedDbStore {
    /// The store of the service that is reached under a URL: several deployments on one host keep
    /// their documents apart.
    pub(crate) fn for_url(public_url: &str) -> Self {
        Self { connection: Connection::to(format!("prorata {public_url}")) }
    }
}

impl Store for IndexedDbStore {
    async fn load(&self, unit: &Unit) -> Result<Snapshot, StoreError> {
        let transaction = self.connection.transaction(IdbTransactionMode::Readonly).await?;
        let stores = Stores::of(&transaction)?;
        let version = stores.version(unit.key())?;
        let range = documents_of(unit)?;
        let keys = asked(stores.documents.get_all_keys_with_key(&range))?;
        let documents = asked(stores.documents.get_all_with_key(&range))?;
        completed(&transaction).await?;
        let mut snapshot =
            Snapshot { version: version_of(&found(&version)?), ..Snapshot::default() };
        // Collecting would sort them first, and they come sorted.
        for (key, document) in pairs(&keys, &documents)? {
            snapshot.documents.insert(below(unit, &key).to_owned(), document);
        }
        Ok(snapshot)
    }

    async fn load_all(&self) -> Result<Whole, StoreError> {
        let transaction = self.connection.transaction(IdbTransactionMode::Readonly).await?;
        let stores = Stores::of(&transaction)?;
        let versions = stores.versions()?;
        let keys = asked(stores.documents.get_all_keys())?;
        let documents = asked(stores.documents.get_all())?;
        completed(&transaction).await?;
        let (version, units) = versions.found()?;
        let empty = |(unit, version)| (unit, Snapshot { version, documents: Documents::new() });
        let mut whole = Whole { version, units: units.into_iter().map(empty).collect() };
        for (key, document) in pairs(&keys, &documents)? {
            let unit = Unit::from_key(key.split('/').next().unwrap_or_default());
            if let Some(snapshot) = whole.units.get_mut(&unit) {
                snapshot.documents.insert(below(&unit, &key).to_owned(), document);
            }
        }
        Ok(whole)
    }

    async fn versions(&self) -> Result<BTreeMap<Unit, Version>, StoreError> {
        let transaction = self.connection.transaction(IdbTransactionMode::Readonly).await?;
        let versions = Stores::of(&transaction)?.versions()?;
        completed(&transaction).await?;
        Ok(versions.found()?.1)
    }

    async fn blocks(&self) -> Result<BTreeMap<Unit, UnitBlock>, StoreError> {
        let transaction = self.connection.transaction(IdbTransactionMode::Readonly).await?;
        let stores = Stores::of(&transaction)?;
        let versions = stores.versions()?;
        let keys = asked(stores.blocks.get_all_keys())?;
        let blocks = asked(stores.blocks.get_all())?;
        completed(&transaction).await?;
        let block = |(unit, version)| (unit, UnitBlock { version, block: None });
        let mut units: BTreeMap<Unit, UnitBlock> =
            versions.found()?.1.into_iter().map(block).collect();
        for (key, block) in array(&keys)?.iter().zip(array(&blocks)?.iter()) {
            if let Some(unit) = units.get_mut(&Unit::from_key(&text(&key))) {
                unit.block = block.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec);
            }
        }
        Ok(units)
    }

    async fn commit(&self, changes: &[UnitChange]) -> Result<(), StoreError> {
        if changes.is_empty() {
            return Ok(());
        }
        let transaction = self.connection.transaction(IdbTransactionMode::Readwrite).await?;
        let stores = Stores::of(&transaction)?;
        let counter = stores.version(COUNTER)?;
        let before: Vec<IdbRequest> = changes
            .iter()
            .map(|change| stores.version(change.unit.key()))
            .collect::<Result<_, _>>()?;
        // Requests are answered in the order in which they were made.
        succeeded(&transaction, before.last().unwrap_or(&counter)).await?;
        for (change, version) in changes.iter().zip(&before) {
            if version_of(&found(version)?) != change.expected {
                return Err(StoreError::Conflict);
            }
        }
        let mut version = version_of(&found(&counter)?);
        let written = changes.iter().try_for_each(|change| {
            version = version.next();
            stores.write(change, version)
        });
        let written = written.and_then(|()| stores.put_version(COUNTER, version));
        finish(&transaction, written).await
    }

    async fn keep_blocks(&self, blocks: &BTreeMap<Unit, UnitBlock>) -> Result<(), StoreError> {
        let transaction = self.connection.transaction(IdbTransactionMode::Readwrite).await?;
        let stores = Stores::of(&transaction)?;
        let versions = stores.versions()?;
        succeeded(&transaction, &versions.values).await?;
        let present = versions.found()?.1;
        let written = blocks
            .iter()
            .filter(|(unit, UnitBlock { version, .. })| present.get(unit) == Some(version))
            .try_for_each(|(unit, UnitBlock { block, .. })| {
                stores.put_block(unit, block.as_deref())
            });
        finish(&transaction, written).await
    }

    async fn replace_all(
        &self,
        expected: Option<Version>,
        contents: &BTreeMap<Unit, Contents>,
    ) -> Result<(), StoreError> {
        let transaction = self.connection.transaction(IdbTransactionMode::Readwrite).await?;
        let stores = Stores::of(&transaction)?;
        let current = version_of(&succeeded(&transaction, &stores.version(COUNTER)?).await?);
        if expected.is_some_and(|expected| expected != current) {
            return Err(StoreError::Conflict);
        }
        let written = stores.replace(current.next(), contents);
        finish(&transaction, written).await
    }
}

/// Waits for the end of a transaction, or takes everything back if not all could be written.
async fn finish(
    transaction: &IdbTransaction,
    written: Result<(), StoreError>,
) -> Result<(), StoreError> {
    if written.is_err() {
        // Fails only for a transaction that has ended already, with the same outcome.
        let _ = transaction.abort();
        return written;
    }
    completed(transaction).await
}

/// The object stores within one transaction.
struct Stores {
    units: IdbObjectStore,
    documents: IdbObjectStore,
    blocks: IdbObjectStore,
}

impl Stores {
    fn of(transaction: &IdbTransaction) -> Result<Self, StoreError> {
        let store = |name| transaction.object_store(name).map_err(|error| failure(&error));
        Ok(Self { units: store(UNITS)?, documents: store(DOCUMENTS)?, blocks: store(BLOCKS)? })
    }

    fn version(&self, key: &str) -> Result<IdbRequest, StoreError> {
        asked(self.units.get(&key.into()))
    }

    fn versions(&self) -> Result<Versions, StoreError> {
        let keys = asked(self.units.get_all_keys())?;
        Ok(Versions { keys, values: asked(self.units.get_all())? })
    }

    fn put_version(&self, key: &str, version: Version) -> Result<(), StoreError> {
        // A browser counts exactly up to 2^53, more commits than anyone makes.
        asked(self.units.put_with_key(&JsValue::from_f64(version.0 as f64), &key.into()))?;
        Ok(())
    }

    fn put_block(&self, unit: &Unit, block: Option<&[u8]>) -> Result<(), StoreError> {
        let key = unit.key().into();
        match block {
            Some(block) => asked(self.blocks.put_with_key(&Uint8Array::from(block), &key)),
            None => asked(self.blocks.delete(&key)),
        }?;
        Ok(())
    }

    fn write(&self, change: &UnitChange, version: Version) -> Result<(), StoreError> {
        let UnitChange { unit, changes, block, .. } = change;
        self.put_version(unit.key(), version)?;
        self.put_block(unit, block.as_deref())?;
        changes.iter().try_for_each(|change| self.apply(unit, change))
    }

    fn apply(&self, unit: &Unit, change: &Change) -> Result<(), StoreError> {
        match change {
            Change::Put { key, document } => self.put(unit, key, document),
            Change::Remove { key } => {
                asked(self.documents.delete(&full_key(unit, key)))?;
                Ok(())
            }
        }
    }

    fn put(&self, unit: &Unit, key: &str, document: &str) -> Result<(), StoreError> {
        asked(self.documents.put_with_key(&document.into(), &full_key(unit, key)))?;
        Ok(())
    }

    fn replace(
        &self,
        version: Version,
        contents: &BTreeMap<Unit, Contents>,
    ) -> Result<(), StoreError> {
        asked(self.units.clear())?;
        asked(self.documents.clear())?;
        asked(self.blocks.clear())?;
        self.put_version(COUNTER, version)?;
        for (unit, Contents { documents, block }) in contents {
            self.put_version(unit.key(), version)?;
            self.put_block(unit, block.as_deref())?;
            for (key, document) in documents {
                self.put(unit, key, document)?;
            }
        }
        Ok(())
    }
}

/// The versions of all units, asked for.
struct Versions {
    keys: IdbRequest,
    values: IdbRequest,
}

impl Versions {
    /// The number of the last commit, and the version of each unit.
    fn found(&self) -> Result<(Version, BTreeMap<Unit, Version>), StoreError> {
        let (mut last, mut units) = (Version::default(), BTreeMap::new());
        for (key, version) in array(&self.keys)?.iter().zip(array(&self.values)?.iter()) {
            let version = version_of(&version);
            match text(&key).as_str() {
                COUNTER => last = version,
                key => drop(units.insert(Unit::from_key(key), version)),
            }
        }
        Ok((last, units))
    }
}

fn full_key(unit: &Unit, key: &str) -> JsValue {
    format!("{}/{key}", unit.key()).into()
}

/// A document's own key, from its full one.
fn below<'k>(unit: &Unit, key: &'k str) -> &'k str {
    key.get(unit.key().len() + 1..).unwrap_or_default()
}

/// All keys of a unit: from its slash up to the character after the slash.
fn documents_of(unit: &Unit) -> Result<JsValue, StoreError> {
    let (from, to) = (format!("{}/", unit.key()), format!("{}0", unit.key()));
    IdbKeyRange::bound(&from.into(), &to.into()).map(Into::into).map_err(|error| failure(&error))
}

fn asked(request: Result<IdbRequest, JsValue>) -> Result<IdbRequest, StoreError> {
    request.map_err(|error| failure(&error))
}

/// A version that was never written is that of a unit that never existed.
fn version_of(value: &JsValue) -> Version {
    Version(value.as_f64().unwrap_or(0.0) as u64)
}

fn pairs(keys: &IdbRequest, values: &IdbRequest) -> Result<Vec<(String, String)>, StoreError> {
    let (keys, values) = (array(keys)?, array(values)?);
    Ok(keys.iter().zip(values.iter()).map(|(key, value)| (text(&key), text(&value))).collect())
}

fn array(request: &IdbRequest) -> Result<Array, StoreError> {
    Ok(found(request)?.unchecked_into())
}

/// What is no text was not written by the application, and cannot be read as a document either.
fn text(value: &JsValue) -> String {
    value.as_string().unwrap_or_default()
}
