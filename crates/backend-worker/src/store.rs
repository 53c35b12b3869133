//! The store in IndexedDB.
//!
//! Invariant: a commit is one read-write transaction in which the versions are checked and everything
//! is written, so the browser itself puts the commits of all tabs in a row, and a tab that is
//! killed in the middle leaves nothing behind.
//!
//! What a large commit brings is written in packs, since each value costs the browser more than its bytes.
//! What changes later stands beside them, one document for one, until that is so much that the unit is
//! packed anew.

use std::collections::BTreeMap;

use backend::{
    Change, Contents, Documents, PACK, Snapshot, Store, StoreError, Unit, UnitBlock, UnitChange,
    Version, Whole, map_of, pack, unpack,
};
use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction, IdbTransactionMode};

use crate::connection::{
    BLOCKS, Connection, DOCUMENTS, UNITS, completed, failure, found, succeeded,
};
use crate::moment;

/// The key in [`UNITS`] under which the number of the last commit stands.
const COUNTER: &str = "";

/// The largest pack. From 64 KiB on Chromium writes a file for a value, which costs much more.
const PACK_BYTES_MAX: usize = 60_000;
/// So many documents may stand beside the packs of a unit, and more the more packs there are, so that packing
/// anew costs each change no more than a few documents.
const LOOSE_MAX: usize = 64;
const LOOSE_EACH_PACK: usize = 32;
/// So many packs are made anew in one commit, since they are in memory before the first is written.
const PACKS_AT_ONCE: usize = 200;
/// How many values are read at once: they are held twice until they are documents.
const VALUES_AT_ONCE: u32 = 200;

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
    async fn give_way(&self) {
        moment::give_way().await;
    }

    async fn load(&self, unit: &Unit) -> Result<Snapshot, StoreError> {
        let transaction = self.connection.transaction(IdbTransactionMode::Readonly).await?;
        let stores = Stores::of(&transaction)?;
        let version = stores.version(unit.key())?;
        let entries = stores.entries(unit)?;
        completed(&transaction, 0).await?;
        let (documents, _) = entries.documents(unit)?;
        Ok(Snapshot { version: version_of(&found(&version)?), documents })
    }

    async fn load_all(&self) -> Result<Whole, StoreError> {
        let transaction = self.connection.transaction(IdbTransactionMode::Readonly).await?;
        let stores = Stores::of(&transaction)?;
        let versions = stores.versions()?;
        let mut held: BTreeMap<Unit, Held> = BTreeMap::new();
        let mut pages = Pages::of(&stores.documents);
        while let Some(page) = pages.next(&transaction).await? {
            for (key, value) in page {
                let unit = Unit::from_key(key.split('/').next().unwrap_or_default());
                let key = below(&unit, &key).to_owned();
                held.entry(unit).or_default().add(key, &value);
            }
        }
        completed(&transaction, 0).await?;
        let (version, units) = versions.found()?;
        let snapshot = |(unit, version): (Unit, Version)| {
            // Removing from a map is much code for every kind of entry.
            let documents = held.get_mut(&unit).map(std::mem::take).unwrap_or_default().documents();
            (unit, Snapshot { version, documents })
        };
        Ok(Whole { version, units: map_of(units.into_iter().map(snapshot)) })
    }

    async fn versions(&self) -> Result<BTreeMap<Unit, Version>, StoreError> {
        let transaction = self.connection.transaction(IdbTransactionMode::Readonly).await?;
        let versions = Stores::of(&transaction)?.versions()?;
        completed(&transaction, 0).await?;
        Ok(versions.found()?.1)
    }

    async fn blocks(&self) -> Result<BTreeMap<Unit, UnitBlock>, StoreError> {
        let transaction = self.connection.transaction(IdbTransactionMode::Readonly).await?;
        let stores = Stores::of(&transaction)?;
        let versions = stores.versions()?;
        let mut blocks: BTreeMap<Unit, Vec<u8>> = BTreeMap::new();
        let mut pages = Pages::of(&stores.blocks);
        while let Some(page) = pages.next(&transaction).await? {
            let bytes = |value: JsValue| value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec);
            let block =
                |(key, value): (String, JsValue)| Some((Unit::from_key(&key), bytes(value)?));
            blocks.extend(page.into_iter().filter_map(block));
        }
        completed(&transaction, 0).await?;
        let block = |(unit, version)| {
            let block = blocks.get_mut(&unit).map(std::mem::take);
            (unit, UnitBlock { version, block })
        };
        Ok(map_of(versions.found()?.1.into_iter().map(block)))
    }

    async fn commit(&self, changes: &[UnitChange]) -> Result<(), StoreError> {
        if changes.is_empty() {
            return Ok(());
        }
        let transaction = self.connection.transaction(IdbTransactionMode::Readwrite).await?;
        let stores = Stores::of(&transaction)?;
        let counter = stores.version(COUNTER)?;
        let before = |change: &UnitChange| {
            let is_new = change.expected == Version::default();
            let keys = if is_new { None } else { Some(stores.keys(&change.unit)?) };
            Ok((stores.version(change.unit.key())?, keys))
        };
        let before: Vec<_> = changes.iter().map(before).collect::<Result<_, StoreError>>()?;
        // Requests are answered in the order in which they were made.
        succeeded(&transaction, before.last().map_or(&counter, |(version, _)| version)).await?;
        for (change, (version, _)) in changes.iter().zip(&before) {
            if version_of(&found(version)?) != change.expected {
                return Err(StoreError::Conflict);
            }
        }
        let mut plans = Vec::new();
        let mut packs_read = 0;
        for (change, (_, keys)) in changes.iter().zip(&before) {
            let present = keys.as_ref().map(Present::of).transpose()?.unwrap_or_default();
            let is_read = present.is_packed_anew(change) && packs_read < PACKS_AT_ONCE;
            packs_read += if is_read { present.packs + 1 } else { 0 };
            let read = if is_read { Some(stores.entries(&change.unit)?) } else { None };
            plans.push((change, present, read));
        }
        if let Some(last) = plans.iter().rev().find_map(|(_, _, read)| read.as_ref()) {
            succeeded(&transaction, &last.keys).await?;
        }
        // From here on nothing is waited for: what is written is all of it.
        let guard = Guard::set(&transaction, stores.version(COUNTER)?);
        let mut version = version_of(&found(&counter)?);
        let written = plans.iter().try_for_each(|(change, present, read)| {
            version = version.next();
            let UnitChange { unit, block, .. } = change;
            stores.put_version(unit.key(), version)?;
            stores.put_block(unit, block.as_deref())?;
            stores.write(change, *present, read.as_ref())
        });
        let written = written.and_then(|()| stores.put_version(COUNTER, version));
        guard.lift();
        finish(&transaction, written, changes.iter().map(bytes_of).sum()).await
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
        let bytes = blocks.values().filter_map(|unit| unit.block.as_ref()).map(Vec::len).sum();
        finish(&transaction, written, bytes).await
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
        let guard = Guard::set(&transaction, stores.version(COUNTER)?);
        let written = stores.replace(current.next(), contents);
        guard.lift();
        let documents = contents.values().flat_map(|unit| &unit.documents);
        let bytes = documents.map(|(key, document)| key.len() + document.len()).sum();
        finish(&transaction, written, bytes).await
    }
}

/// About how much a change has to write.
fn bytes_of(change: &UnitChange) -> usize {
    let document = |change: &Change| match change {
        Change::Put { document, .. } => document.len(),
        Change::Remove { .. } | Change::RemoveAll => 0,
    };
    change.changes.iter().map(document).sum::<usize>() + change.block.as_ref().map_or(0, Vec::len)
}

/// Waits for the end of a transaction, or takes everything back if not all could be written.
async fn finish(
    transaction: &IdbTransaction,
    written: Result<(), StoreError>,
    bytes: usize,
) -> Result<(), StoreError> {
    if written.is_err() {
        // Fails only for a transaction that has ended already, with the same outcome.
        let _ = transaction.abort();
        return written;
    }
    completed(transaction, bytes).await
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

    /// The keys of everything in a unit.
    fn keys(&self, unit: &Unit) -> Result<IdbRequest, StoreError> {
        asked(self.documents.get_all_keys_with_key(&documents_of(unit)?))
    }

    /// Everything in a unit.
    fn entries(&self, unit: &Unit) -> Result<Entries, StoreError> {
        let values = asked(self.documents.get_all_with_key(&documents_of(unit)?));
        Ok(Entries { keys: self.keys(unit)?, values: values? })
    }

    /// Writes changes to documents beside what is there, or packs the unit anew with what was read of it.
    fn write(
        &self,
        change: &UnitChange,
        Present { packs, loose }: Present,
        read: Option<&Entries>,
    ) -> Result<(), StoreError> {
        let UnitChange { unit, changes, .. } = change;
        let starts_empty = packs + loose == 0 || changes.first() == Some(&Change::RemoveAll);
        let (mut documents, is_whole) = match read {
            Some(entries) => entries.documents(unit)?,
            None => (Documents::new(), starts_empty),
        };
        // What is damaged stays as it is, for whoever can make something of it.
        if is_whole && (packs + loose > 0 || changes.len() > 1) {
            changes.iter().for_each(|change| change.apply(&mut documents));
            if packs + loose > 0 {
                asked(self.documents.delete(&documents_of(unit)?))?;
            }
            return self.put_all(unit, &documents);
        }
        changes.iter().try_for_each(|change| match change {
            Change::RemoveAll => {
                asked(self.documents.delete(&documents_of(unit)?))?;
                Ok(())
            }
            Change::Put { key, document } => self.put(unit, key, &document.into()),
            // A pack holds it, or may do so, or is what shall be removed.
            Change::Remove { key } if packs > 0 && !is_pack(key) => {
                self.put(unit, key, &JsValue::NULL)
            }
            Change::Remove { key } => {
                asked(self.documents.delete(&full_key(unit, key)))?;
                Ok(())
            }
        })
    }

    /// Writes the documents of a unit that has none, in packs.
    fn put_all(&self, unit: &Unit, documents: &Documents) -> Result<(), StoreError> {
        let (mut packed, mut size, mut number) = (Vec::new(), 0, 0);
        for (key, document) in documents {
            let more = key.len() + document.len();
            if more > PACK_BYTES_MAX / 2 {
                self.put(unit, key, &document.into())?;
                continue;
            }
            if size + more > PACK_BYTES_MAX {
                number += 1;
                self.put_pack(unit, number, &packed)?;
                packed.clear();
                size = 0;
            }
            packed.push((key.as_str(), document.as_str()));
            size += more;
        }
        match *packed {
            [] => Ok(()),
            [(key, document)] if number == 0 => self.put(unit, key, &document.into()),
            _ => self.put_pack(unit, number + 1, &packed),
        }
    }

    fn put_pack(
        &self,
        unit: &Unit,
        number: usize,
        documents: &[(&str, &str)],
    ) -> Result<(), StoreError> {
        let bytes = Uint8Array::from(&*pack(documents));
        self.put(unit, &format!("{PACK}/{number:06}"), &bytes)
    }

    fn put(&self, unit: &Unit, key: &str, value: &JsValue) -> Result<(), StoreError> {
        asked(self.documents.put_with_key(value, &full_key(unit, key)))?;
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
            self.put_all(unit, documents)?;
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

/// Takes a transaction back if this build traps while it writes: the browser would commit what there is by
/// then. Works without this build, as an event that the browser handles on its own.
struct Guard(IdbRequest);

impl Guard {
    /// Sets it on a request that has not been answered yet.
    fn set(transaction: &IdbTransaction, request: IdbRequest) -> Self {
        let abort = Reflect::get(transaction, &"abort".into()).map(Function::from);
        let abort = abort.map(|abort| abort.bind0(transaction)).ok();
        request.set_onsuccess(abort.as_ref());
        Self(request)
    }

    fn lift(self) {
        self.0.set_onsuccess(None);
    }
}

/// How many packs a unit has, and how much else.
#[derive(Clone, Copy, Default)]
struct Present {
    packs: usize,
    loose: usize,
}

impl Present {
    fn of(keys: &IdbRequest) -> Result<Self, StoreError> {
        let mut present = Self::default();
        for key in array(keys)?.iter() {
            let key = text(&key);
            match key.split_once('/').is_some_and(|(_, key)| is_pack(key)) {
                true => present.packs += 1,
                false => present.loose += 1,
            }
        }
        Ok(present)
    }

    /// Whether it pays to pack a unit anew.
    fn is_packed_anew(self, change: &UnitChange) -> bool {
        let is_emptied = change.changes.first() == Some(&Change::RemoveAll);
        let loose = self.loose + change.changes.len();
        !is_emptied
            && self.packs + self.loose > 0
            && loose > LOOSE_MAX.max(self.packs * LOOSE_EACH_PACK)
    }
}

fn is_pack(key: &str) -> bool {
    key.strip_prefix(PACK).is_some_and(|rest| rest.starts_with('/'))
}

/// Everything in a unit, asked for.
struct Entries {
    keys: IdbRequest,
    values: IdbRequest,
}

impl Entries {
    /// The documents, and whether all packs are whole.
    fn documents(&self, unit: &Unit) -> Result<(Documents, bool), StoreError> {
        let mut held = Held::default();
        for (key, value) in array(&self.keys)?.iter().zip(array(&self.values)?.iter()) {
            held.add(below(unit, &text(&key)).to_owned(), &value);
        }
        let is_whole = !held.is_damaged;
        Ok((held.documents(), is_whole))
    }
}

/// What a unit holds, as it is read.
#[derive(Default)]
struct Held {
    packed: Documents,
    /// What was written or removed after it was packed.
    loose: BTreeMap<String, Option<String>>,
    is_damaged: bool,
}

impl Held {
    fn add(&mut self, key: String, value: &JsValue) {
        if let Some(bytes) = value.dyn_ref::<Uint8Array>() {
            self.is_damaged |= !unpack(&key, &bytes.to_vec(), &mut self.packed);
        } else if value.is_null() {
            self.loose.insert(key, None);
        } else {
            self.loose.insert(key, Some(text(value)));
        }
    }

    fn documents(self) -> Documents {
        let mut documents = self.packed;
        for (key, document) in self.loose {
            match document {
                Some(document) => documents.insert(key, document),
                None => documents.remove(&key),
            };
        }
        documents
    }
}

/// All of an object store, some values at a time.
struct Pages<'s> {
    store: &'s IdbObjectStore,
    /// The last key of the page before.
    after: Option<JsValue>,
}

impl<'s> Pages<'s> {
    fn of(store: &'s IdbObjectStore) -> Self {
        Self { store, after: None }
    }

    /// The next keys with their values; `None` after the last ones.
    async fn next(
        &mut self,
        transaction: &IdbTransaction,
    ) -> Result<Option<Vec<(String, JsValue)>>, StoreError> {
        let range = match &self.after {
            Some(key) => IdbKeyRange::lower_bound_with_open(key, true),
            None => IdbKeyRange::lower_bound(&"".into()),
        };
        let range = range.map_err(|error| failure(&error))?;
        let keys = self.store.get_all_keys_with_key_and_limit(&range, VALUES_AT_ONCE);
        let keys = asked(keys)?;
        let values = asked(self.store.get_all_with_key_and_limit(&range, VALUES_AT_ONCE))?;
        succeeded(transaction, &values).await?;
        let keys = array(&keys)?;
        self.after = keys.iter().last();
        if self.after.is_none() {
            return Ok(None);
        }
        Ok(Some(keys.iter().map(|key| text(&key)).zip(array(&values)?.iter()).collect()))
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

fn array(request: &IdbRequest) -> Result<Array, StoreError> {
    Ok(found(request)?.unchecked_into())
}

/// What is no text was not written by the application, and cannot be read as a document either.
fn text(value: &JsValue) -> String {
    value.as_string().unwrap_or_default()
}
