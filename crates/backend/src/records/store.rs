//! Where records live: a small trait that every host implements over its own storage.
//!
//! Records are kept as JSON documents in *units*. A customer is one unit, because the yearly limit
//! belongs to the customer: whatever must be true of several documents at once is true within one
//! unit. [`Store::commit`] changes one unit or several, all of it or nothing.
//!
//! With a unit goes its *block*: what is told of it where all units are told of at once. The store
//! knows no more of a block than that it belongs to one version of its unit.

use std::collections::BTreeMap;
use std::fmt;

/// The documents of one unit by key. Keys order as the documents are listed.
pub type Documents = BTreeMap<String, String>;

/// A map of these entries. To collect them would sort them first, by a copy of the algorithm for every
/// kind of entry.
pub fn map_of<K: Ord, V>(entries: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    for (key, value) in entries {
        map.insert(key, value);
    }
    map
}

/// A unit of consistency.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Unit {
    /// What belongs to the partner itself.
    Partner,
    /// One customer, by the GUID of its tenant in lower case.
    Customer(String),
    /// What one customer was quoted and may still carry out, by its [`key`](Self::key).
    Quotes(String),
    /// A part of an import that is not committed, or what the last one has replaced, by its
    /// [`key`](Self::key).
    Import(String),
}

impl Unit {
    /// The unit of a customer's tenant, whatever the case of its letters; `None` for what is not a
    /// GUID, such as the key of another unit.
    pub fn customer(tenant_id: &str) -> Option<Self> {
        azure::is_guid(tenant_id).then(|| Self::Customer(tenant_id.to_ascii_lowercase()))
    }

    /// The unit of the quotes of a customer's unit; the partner has none.
    pub(crate) fn quotes(&self) -> Option<Self> {
        match self {
            Self::Customer(tenant_id) => Some(Self::Quotes(format!("{QUOTES_PREFIX}{tenant_id}"))),
            Self::Partner | Self::Quotes(_) | Self::Import(_) => None,
        }
    }

    /// The unit of a part of an import.
    pub(crate) fn import_part(import: &str, part: u32) -> Self {
        Self::Import(format!("{IMPORT_PREFIX}{import}-{part:04}"))
    }

    /// The unit of what an import has replaced.
    pub(crate) fn import_undo(import: &str) -> Self {
        Self::Import(format!("{IMPORT_PREFIX}{import}-undo"))
    }

    /// A name that is unique among units and never contains a slash.
    pub fn key(&self) -> &str {
        match self {
            Self::Partner => PARTNER_KEY,
            Self::Customer(key) | Self::Quotes(key) | Self::Import(key) => key,
        }
    }

    /// Whether this is a unit that there can be, whoever has written its key.
    pub(crate) fn is_well_formed(&self) -> bool {
        let customer = match self {
            Self::Partner => return true,
            Self::Customer(key) => key,
            Self::Quotes(key) => key.trim_start_matches(QUOTES_PREFIX),
            Self::Import(key) => {
                let import = key.strip_prefix(IMPORT_PREFIX).unwrap_or_default();
                return import.get(..36).is_some_and(azure::is_guid) && !key.contains('/');
            }
        };
        Self::customer(customer).is_some_and(|unit| unit.key() == customer)
    }

    /// The unit with this [`key`](Self::key).
    pub fn from_key(key: &str) -> Self {
        match key {
            PARTNER_KEY => Self::Partner,
            _ if key.starts_with(QUOTES_PREFIX) => Self::Quotes(key.to_owned()),
            _ if key.starts_with(IMPORT_PREFIX) => Self::Import(key.to_owned()),
            _ => Self::Customer(key.to_owned()),
        }
    }
}

const PARTNER_KEY: &str = "partner";
const QUOTES_PREFIX: &str = "quotes-";
const IMPORT_PREFIX: &str = "import-";

/// The number of the commit that last changed a unit; zero for a unit that never existed.
///
/// Invariant: numbers come from one counter for the whole store and are never used twice, not even
/// across [`Store::replace_all`], so that a stale writer is always noticed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Debug)]
pub struct Version(pub u64);

impl Version {
    /// The number of the commit after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

/// What one unit held at one moment.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Snapshot {
    /// The commit that made it so.
    pub version: Version,
    /// Its documents.
    pub documents: Documents,
}

/// What the whole store held at one moment.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Whole {
    /// The last commit to any unit.
    pub version: Version,
    /// Every unit.
    pub units: BTreeMap<Unit, Snapshot>,
}

/// What is to be in a unit.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Contents {
    /// Its documents.
    pub documents: Documents,
    /// Its block, if it has been made.
    pub block: Option<Vec<u8>>,
}

/// What one unit tells without its documents.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct UnitBlock {
    /// The version of the unit, to which the block belongs.
    pub version: Version,
    /// The block; `None` where none was made since the unit was last changed.
    pub block: Option<Vec<u8>>,
}

/// What has changed since a commit.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Changed {
    /// The last commit that is told of.
    pub version: Version,
    /// Whether every unit was changed since. Then those are gone that are not told of.
    pub is_all: bool,
    /// The units that were changed, with their versions and blocks.
    pub units: BTreeMap<Unit, UnitBlock>,
}

impl Changed {
    /// What has changed since a commit, by the blocks of all units.
    fn of(mut units: BTreeMap<Unit, UnitBlock>, since: Version) -> Self {
        let versions = || units.values().map(|block| block.version);
        let is_all = versions().min().is_none_or(|first| first > since);
        let version = versions().max().unwrap_or_default();
        units.retain(|_, block| block.version > since);
        Self { version, is_all, units }
    }
}

/// One change to one document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// Writes a document, whether it existed or not.
    Put {
        /// Key within the unit.
        key: String,
        /// The document as JSON.
        document: String,
    },
    /// Removes a document, whether it existed or not.
    Remove {
        /// Key within the unit.
        key: String,
    },
    /// Removes every document.
    RemoveAll,
}

impl Change {
    /// Makes it so.
    pub fn apply(&self, documents: &mut Documents) {
        match self {
            Self::Put { key, document } => drop(documents.insert(key.clone(), document.clone())),
            Self::Remove { key } => drop(documents.remove(key)),
            Self::RemoveAll => documents.clear(),
        }
    }
}

/// What a commit makes of one unit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnitChange {
    /// The unit.
    pub unit: Unit,
    /// The version at which it must still be; zero where it must not exist yet.
    pub expected: Version,
    /// The changes to its documents.
    pub changes: Vec<Change>,
    /// The block that belongs to the changed unit. Without one the unit has none from now on, since
    /// the one before tells what was.
    pub block: Option<Vec<u8>>,
}

/// Why a store could not do what it was asked. Nothing was changed, save that nobody knows after
/// [`Unknown`](Self::Unknown).
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum StoreError {
    /// The unit was changed since it was loaded: load again and try again.
    Conflict,
    /// There is no room for the change.
    Full,
    /// The store does not answer now, for instance while another tab upgrades it.
    Busy,
    /// The store cannot say whether the change was made.
    Unknown,
    /// A newer version of the application has changed how records are stored.
    Newer,
    /// The storage cannot be opened at all, in its own words: a browser may not allow any, or has damaged its own.
    Closed(String),
    /// Anything else, in the words of the storage.
    Failed(String),
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Conflict => f.write_str("the records were changed by another request"),
            Self::Full => f.write_str("there is no room left to store the change"),
            Self::Busy => f.write_str("the storage does not answer at the moment"),
            Self::Unknown => f.write_str("the storage did not say what became of it"),
            Self::Newer => f.write_str("a newer version of the application stores the records"),
            Self::Closed(reason) => write!(f, "the storage cannot be opened: {reason}"),
            Self::Failed(reason) => write!(f, "the storage failed: {reason}"),
        }
    }
}

impl std::error::Error for StoreError {}

/// Storage of documents in units.
///
/// Invariant: a commit is durable when `commit` or `replace_all` returns `Ok`, and is visible
/// either entirely or not at all, also when the process ends in the middle of it.
#[expect(
    async_fn_in_trait,
    reason = "a browser's futures are never Send; a server's are, and callers see that"
)]
pub trait Store {
    /// Lets others go first who wait for the thread, for whoever works long without asking the store for anything.
    async fn give_way(&self) {}

    /// What a unit holds; an empty snapshot of version zero when it does not exist.
    ///
    /// # Errors
    /// Any [`StoreError`] but `Conflict`.
    async fn load(&self, unit: &Unit) -> Result<Snapshot, StoreError>;

    /// What all units hold, as of one moment.
    ///
    /// # Errors
    /// Any [`StoreError`] but `Conflict`.
    async fn load_all(&self) -> Result<Whole, StoreError>;

    /// The version of every unit, as of one moment.
    ///
    /// # Errors
    /// Any [`StoreError`] but `Conflict`.
    async fn versions(&self) -> Result<BTreeMap<Unit, Version>, StoreError>;

    /// The version and the block of every unit, as of one moment. No document is looked at.
    ///
    /// # Errors
    /// Any [`StoreError`] but `Conflict`.
    async fn blocks(&self) -> Result<BTreeMap<Unit, UnitBlock>, StoreError>;

    /// The units that were changed after a commit, as of one moment. No document is looked at. A store that can tell
    /// them from the others without looking at all of them has its own way.
    ///
    /// # Errors
    /// Any [`StoreError`] but `Conflict`.
    async fn changed_since(&self, since: Version) -> Result<Changed, StoreError> {
        let versions = self.versions().await?;
        if versions.values().max() == Some(&since) {
            return Ok(Changed { version: since, ..Changed::default() });
        }
        Ok(Changed::of(self.blocks().await?, since))
    }

    /// Changes units that are all still at the versions expected of them: all of them, or none. Each
    /// unit is named once, and gets a version of its own.
    ///
    /// # Errors
    /// `Conflict` when one of them is at another version; any other [`StoreError`].
    async fn commit(&self, changes: &[UnitChange]) -> Result<(), StoreError>;

    /// Keeps blocks that were made later than the units they belong to. Nobody's version changes. A
    /// unit that is no longer at the version of its block stays as it is.
    ///
    /// # Errors
    /// Any [`StoreError`] but `Conflict`.
    async fn keep_blocks(&self, blocks: &BTreeMap<Unit, UnitBlock>) -> Result<(), StoreError>;

    /// Replaces everything in the store, which must still be at the expected version if one is
    /// given. All units get the same new version.
    ///
    /// # Errors
    /// `Conflict` when the store is at another version; any other [`StoreError`].
    async fn replace_all(
        &self,
        expected: Option<Version>,
        contents: &BTreeMap<Unit, Contents>,
    ) -> Result<(), StoreError>;
}
