//! A store that takes its time, fails when it is told to, and writes down who has changed what.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use backend::{
    Change, Contents, Documents, MemoryStore, Snapshot, Store, StoreError, Unit, UnitBlock,
    UnitChange, Version, Whole,
};

use crate::random::Random;
use crate::turns::{block_on, my_turn};

/// Something that can go wrong with any storage, and is no fault of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Fault {
    /// There is no room.
    Full,
    /// It does not answer now.
    Busy,
    /// It says that it failed; nothing was changed.
    Failed,
    /// Somebody else was quicker, or so it says.
    Conflict,
    /// It does not say what became of a commit, which it has carried out.
    SilentlyDone,
    /// It does not say what became of a commit, which came to nothing.
    SilentlyLost,
}

/// All of them.
const FAULTS: &[Fault] = &[
    Fault::Full,
    Fault::Busy,
    Fault::Failed,
    Fault::Conflict,
    Fault::SilentlyDone,
    Fault::SilentlyLost,
];

impl Fault {
    /// What the store says.
    fn error(self) -> StoreError {
        match self {
            Self::Full => StoreError::Full,
            Self::Busy => StoreError::Busy,
            Self::Failed => StoreError::Failed("the disk makes a noise".to_owned()),
            Self::Conflict => StoreError::Conflict,
            Self::SilentlyDone | Self::SilentlyLost => StoreError::Unknown,
        }
    }
}

/// What no storage may ever do: for seeing that it is noticed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flaw {
    /// Acknowledges a commit and carries it out at the next access, unless there is a restart.
    AcknowledgesEarly,
    /// Acknowledges every seventh commit and forgets it.
    LosesCommits,
    /// Commits whatever comes, even if the unit was changed since it was loaded.
    IgnoresVersions,
    /// Carries out the first of several changes only.
    TearsCommits,
    /// Carries out what becomes of the last of several units only.
    TearsUnits,
}

/// A commit that was acknowledged, or that could have been.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    /// Whose turn it was.
    pub(crate) by: usize,
    /// The unit; `None` when everything was replaced.
    pub(crate) unit: Option<Unit>,
    /// Whether something had been committed since everything was last replaced.
    pub(crate) was_in_use: bool,
    /// The keys of the documents that were written or removed.
    pub(crate) keys: Vec<String>,
}

impl Written {
    /// Whether a person's change is among it: each is recorded in the commit that makes it.
    pub(crate) fn is_recorded(&self) -> bool {
        self.keys.iter().any(|key| key.starts_with("activity/"))
    }

    /// Whether all that it says is that somebody was told of a change that it was not made.
    pub(crate) fn is_told(&self) -> bool {
        self.keys.iter().all(|key| key.starts_with("requestNotMade/"))
    }
}

/// The store of one episode; clones are the same store, as two tabs have the same storage.
#[derive(Clone, Default)]
pub(crate) struct AttackStore(Rc<Inner>);

#[derive(Default)]
struct Inner {
    base: MemoryStore,
    flaw: Cell<Option<Flaw>>,
    /// Whose turn it is.
    turn: Cell<usize>,
    /// In how many of a hundred accesses something goes wrong, and by what chance.
    faults: RefCell<Option<(usize, Random)>>,
    /// How often something went wrong.
    injected: Cell<usize>,
    written: RefCell<Vec<Written>>,
    is_in_use: Cell<bool>,
    commits: Cell<usize>,
    /// Commits that were acknowledged too early.
    waiting: RefCell<Vec<UnitChange>>,
}

impl AttackStore {
    pub(crate) fn with_flaw(flaw: Option<Flaw>) -> Self {
        let store = Self::default();
        store.0.flaw.set(flaw);
        store
    }

    /// Tells whose turn it is.
    pub(crate) fn set_turn(&self, turn: usize) {
        self.0.turn.set(turn);
    }

    /// From now on something goes wrong in so many of a hundred accesses.
    pub(crate) fn begin_faults(&self, in_hundred: usize, random: Random) {
        *self.0.faults.borrow_mut() = Some((in_hundred, random));
        self.0.injected.set(0);
    }

    /// Nothing goes wrong any more. How often something did?
    pub(crate) fn end_faults(&self) -> usize {
        *self.0.faults.borrow_mut() = None;
        self.0.injected.replace(0)
    }

    /// What was written since this was last asked.
    pub(crate) fn take_written(&self) -> Vec<Written> {
        self.0.written.take()
    }

    /// The process ended: what was not written by then never will be.
    pub(crate) fn restart(&self) {
        self.0.waiting.borrow_mut().clear();
    }

    /// What a unit holds.
    pub(crate) fn documents(&self, unit: &Unit) -> Documents {
        block_on(self.0.base.load(unit)).expect("memory does not fail").documents
    }

    /// Writes documents past all rules, as a broken disk or another program would.
    pub(crate) fn overwrite(&self, unit: &Unit, documents: &[(String, String)]) {
        let put = |(key, document): &(String, String)| {
            let (key, document) = (key.clone(), document.clone());
            Change::Put { key, document }
        };
        let changes: Vec<Change> = documents.iter().map(put).collect();
        let (unit, expected) = (unit.clone(), self.version(unit));
        self.write(UnitChange { unit, expected, changes, block: None });
    }

    fn write(&self, change: UnitChange) {
        block_on(self.0.base.commit(&[change])).expect("the version is the present");
    }

    fn version(&self, unit: &Unit) -> Version {
        block_on(self.0.base.load(unit)).expect("memory does not fail").version
    }

    fn fault(&self) -> Option<Fault> {
        let mut faults = self.0.faults.borrow_mut();
        let (in_hundred, random) = faults.as_mut()?;
        if !random.in_hundred(*in_hundred) {
            return None;
        }
        self.0.injected.set(self.0.injected.get() + 1);
        Some(random.one_of(FAULTS))
    }

    /// What can go wrong before anything is read.
    fn fail_reading(&self) -> Result<(), StoreError> {
        match self.fault() {
            Some(fault @ (Fault::Full | Fault::Busy | Fault::Failed)) => Err(fault.error()),
            // The others are those of a commit.
            _ => Ok(()),
        }
    }

    /// What can go wrong before anything is written. Otherwise, what will be said afterwards.
    fn fail_writing(&self) -> Result<Result<(), StoreError>, StoreError> {
        match self.fault() {
            None => Ok(Ok(())),
            Some(Fault::SilentlyDone) => Ok(Err(StoreError::Unknown)),
            Some(fault) => Err(fault.error()),
        }
    }

    /// Carries out what was acknowledged before.
    fn catch_up(&self) {
        for change in self.0.waiting.take() {
            self.write(self.at_present(change));
        }
    }

    /// The same, whatever has become of the unit meanwhile.
    fn at_present(&self, change: UnitChange) -> UnitChange {
        UnitChange { expected: self.version(&change.unit), ..change }
    }

    fn write_down(&self, unit: Option<&Unit>, changes: &[Change]) {
        let key = |change: &Change| match change {
            Change::Put { key, .. } | Change::Remove { key } => key.clone(),
            Change::RemoveAll => String::new(),
        };
        let keys = changes.iter().map(key).collect();
        let was_in_use = self.0.is_in_use.replace(unit.is_some());
        // What somebody was quoted is no record.
        if matches!(unit, Some(Unit::Quotes(_))) {
            return;
        }
        let written = Written { by: self.0.turn.get(), unit: unit.cloned(), was_in_use, keys };
        self.0.written.borrow_mut().push(written);
    }

    async fn commit_with(
        &self,
        flaw: Option<Flaw>,
        changes: &[UnitChange],
    ) -> Result<(), StoreError> {
        let base = &self.0.base;
        let is_at_present = |change: &UnitChange| self.version(&change.unit) == change.expected;
        match flaw {
            Some(Flaw::IgnoresVersions) => {
                let changes = changes.iter().map(|change| self.at_present(change.clone()));
                base.commit(&changes.collect::<Vec<_>>()).await
            }
            _ if !changes.iter().all(is_at_present) => Err(StoreError::Conflict),
            Some(Flaw::AcknowledgesEarly) => {
                self.0.waiting.borrow_mut().extend(changes.iter().cloned());
                Ok(())
            }
            Some(Flaw::LosesCommits) if self.0.commits.get().is_multiple_of(7) => Ok(()),
            Some(Flaw::TearsCommits) => {
                let torn = changes.iter().map(|change| {
                    let changes = change.changes.iter().take(1).cloned().collect();
                    UnitChange { changes, ..change.clone() }
                });
                base.commit(&torn.collect::<Vec<_>>()).await
            }
            Some(Flaw::TearsUnits) => base.commit(&changes[changes.len() - 1..]).await,
            _ => base.commit(changes).await,
        }
    }
}

impl Store for AttackStore {
    async fn give_way(&self) {
        my_turn().await;
    }

    async fn load(&self, unit: &Unit) -> Result<Snapshot, StoreError> {
        my_turn().await;
        self.catch_up();
        self.fail_reading()?;
        self.0.base.load(unit).await
    }

    async fn load_all(&self) -> Result<Whole, StoreError> {
        my_turn().await;
        self.catch_up();
        self.fail_reading()?;
        self.0.base.load_all().await
    }

    async fn versions(&self) -> Result<BTreeMap<Unit, Version>, StoreError> {
        my_turn().await;
        self.catch_up();
        self.fail_reading()?;
        self.0.base.versions().await
    }

    async fn blocks(&self) -> Result<BTreeMap<Unit, UnitBlock>, StoreError> {
        my_turn().await;
        self.catch_up();
        self.fail_reading()?;
        self.0.base.blocks().await
    }

    async fn commit(&self, changes: &[UnitChange]) -> Result<(), StoreError> {
        my_turn().await;
        self.catch_up();
        let said = self.fail_writing()?;
        self.0.commits.set(self.0.commits.get() + 1);
        self.commit_with(self.0.flaw.get(), changes).await?;
        for UnitChange { unit, changes, .. } in changes {
            self.write_down(Some(unit), changes);
        }
        // Whoever is dropped here has changed something and will never say so.
        my_turn().await;
        said
    }

    async fn keep_blocks(&self, blocks: &BTreeMap<Unit, UnitBlock>) -> Result<(), StoreError> {
        my_turn().await;
        self.catch_up();
        self.fail_reading()?;
        self.0.base.keep_blocks(blocks).await
    }

    async fn replace_all(
        &self,
        expected: Option<Version>,
        contents: &BTreeMap<Unit, Contents>,
    ) -> Result<(), StoreError> {
        my_turn().await;
        self.catch_up();
        let said = self.fail_writing()?;
        self.0.base.replace_all(expected, contents).await?;
        self.write_down(None, &[]);
        my_turn().await;
        said
    }
}

#[cfg(test)]
#[expect(dead_code, reason = "a day at the desk is told over stores that do not fail")]
#[path = "../../backend/tests/conformance/mod.rs"]
mod conformance;

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use super::*;

    #[test]
    fn what_holds_for_any_store_is_seen_to_hold_or_not() {
        let holds = |flaw| {
            let open = |_: &str| AttackStore::with_flaw(flaw);
            let again = |_: &str, store: AttackStore| {
                store.restart();
                store
            };
            let checked = || block_on(conformance::holds(open, again));
            catch_unwind(AssertUnwindSafe(checked)).is_ok()
        };
        assert!(holds(None));
        for flaw in [
            Flaw::AcknowledgesEarly,
            Flaw::LosesCommits,
            Flaw::IgnoresVersions,
            Flaw::TearsCommits,
            Flaw::TearsUnits,
        ] {
            assert!(!holds(Some(flaw)), "{flaw:?}");
        }
    }
}
