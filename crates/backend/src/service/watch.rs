//! What a host does that stays up: what falls due is done without anybody asking for it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use crate::records::operation::Operation;
use crate::records::partner::Account;
use crate::records::store::{Store, StoreError, Unit, Version};
use crate::service::{Commit, Service, ageing};

/// What a host remembers from one look at what is due to the next: at which version each customer was looked at, and
/// whether something was under way.
#[derive(Default, Debug)]
pub struct Watched {
    units: BTreeMap<Unit, (Version, bool)>,
    /// The customer that was read last.
    last: Option<Unit>,
}

impl<S: Store> Service<S> {
    /// Enters the stages of operations that have become due, of so many customers at most. Those that have not
    /// changed since the last look, and have nothing under way, are not read. It goes on behind the customer that was
    /// read last, so that none keeps the others from their turn, not even by failing. How many were changed.
    ///
    /// # Errors
    /// Any [`StoreError`] but `Conflict`: whoever was quicker has done it.
    pub async fn do_what_is_due(
        &self,
        watched: &mut Watched,
        now: DateTime<Utc>,
        customers_max: usize,
    ) -> Result<usize, StoreError> {
        let partner = self.load(&Unit::Partner).await?;
        let Some(account) = Account::of(&partner) else { return Ok(0) };
        let versions = self.store.versions().await?;
        watched.units.retain(|unit, _| versions.contains_key(unit));
        let (mut changed, mut read) = (0, 0);
        let mut versions: Vec<_> = versions.into_iter().collect();
        let turn =
            watched.last.as_ref().map(|last| versions.partition_point(|(unit, _)| unit <= last));
        versions.rotate_left(turn.unwrap_or_default());
        for (unit, version) in versions {
            let is_quiet = watched.units.get(&unit) == Some(&(version, false));
            if !matches!(unit, Unit::Customer(_)) || is_quiet {
                continue;
            }
            if read == customers_max {
                break;
            }
            read += 1;
            watched.last = Some(unit.clone());
            let mut records = self.load(&unit).await?;
            if records.check_format().is_ok() {
                ageing::advance(&mut records, now);
            }
            let is_under_way = !Operation::under_way(&records).is_empty();
            let (before, changes) = (records.version(), records.changes());
            if changes.is_empty() {
                watched.units.insert(unit, (before, is_under_way));
                continue;
            }
            let mut commit = Commit::of(account.origin(), now);
            commit.add(&unit, &records, changes);
            match self.commit(commit).await {
                // It has another version now, and is looked at once more.
                Ok(()) => changed += 1,
                Err(StoreError::Conflict) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(changed)
    }
}
