//! How far the commits of imports are that are under way, and stopping one while that is possible.
//!
//! This is known to the instance that commits, and to nobody else. Whoever asks another one is told that it knows of
//! none.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use portfolio::import::{Progress, ProgressStage};

use crate::http::{Answer, Call, Problem};
use crate::records::json;

/// The commits that are under way, by the id of the import.
#[derive(Default, Debug)]
pub(crate) struct Commits(Mutex<BTreeMap<String, UnderWay>>);

#[derive(Default, Debug)]
struct UnderWay {
    progress: Progress,
    is_cancelled: bool,
}

impl Commits {
    fn all(&self) -> MutexGuard<'_, BTreeMap<String, UnderWay>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Begins to tell of a commit, until what is returned is dropped.
    pub(super) fn begin(&self, import: &str, total: usize) -> Reporter<'_> {
        let total = total as u64;
        let progress = Progress { stage: ProgressStage::Merging, done: 0, total };
        let under_way = UnderWay { progress, is_cancelled: false };
        self.all().insert(import.to_owned(), under_way);
        Reporter { commits: self, import: import.to_owned() }
    }

    /// How far a commit is; `null` where none of this import is under way here.
    pub(super) fn tell(&self, call: &Call<'_>) -> Answer {
        Answer::ok(&json!(self.all().get(call.param("import")).map(|found| found.progress)))
    }

    /// Stops a commit of which nothing is written yet.
    pub(super) fn cancel(&self, call: &Call<'_>) -> Result<Answer, Problem> {
        let mut all = self.all();
        let found = all.get_mut(call.param("import")).ok_or_else(none)?;
        match found.progress.stage {
            ProgressStage::Merging => {
                found.is_cancelled = true;
                Ok(Answer::no_content())
            }
            ProgressStage::Writing => {
                Err(Problem::wrong_state("The import is being written, and comes to its end."))
            }
        }
    }
}

fn none() -> Problem {
    Problem::new(404, "NotFound", "No commit of this import is under way here.")
}

/// Tells how far a commit is.
pub(super) struct Reporter<'c> {
    commits: &'c Commits,
    import: String,
}

impl Reporter<'_> {
    /// So many customers were put together.
    ///
    /// # Errors
    /// 409 when somebody has cancelled the commit.
    pub(super) fn has_done(&self, done: usize) -> Result<(), Problem> {
        self.set(|progress| progress.done = done as u64)
    }

    /// From now on it is written, and cannot be cancelled.
    ///
    /// # Errors
    /// 409 when somebody has cancelled it before.
    pub(super) fn is_written(&self) -> Result<(), Problem> {
        self.set(|progress| progress.stage = ProgressStage::Writing)
    }

    fn set(&self, change: impl FnOnce(&mut Progress)) -> Result<(), Problem> {
        let mut all = self.commits.all();
        // Another request may commit the same import; one of the two will be too late.
        let Some(found) = all.get_mut(&self.import) else { return Ok(()) };
        if found.is_cancelled {
            let message = "The import was cancelled before anything was written.";
            return Err(Problem::new(409, "ImportCancelled", message));
        }
        change(&mut found.progress);
        Ok(())
    }
}

impl Drop for Reporter<'_> {
    fn drop(&mut self) {
        self.commits.all().remove(&self.import);
    }
}
