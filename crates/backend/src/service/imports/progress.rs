//! How far the commits of imports are that are under way, and stopping one while that is possible.
//!
//! This is known to the instance that commits, and to nobody else. Whoever asks another one is told that it knows of
//! none.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use portfolio::import::{Progress, ProgressStage};

use crate::http::{Answer, Call, Problem};
use crate::records::json;

/// The commits that are under way. Of one import there may be several: whoever has lost the answer sends it again.
#[derive(Default, Debug)]
pub(crate) struct Commits(Mutex<BTreeMap<u64, UnderWay>>);

#[derive(Debug)]
struct UnderWay {
    /// The id of the import.
    import: String,
    progress: Progress,
    is_cancelled: bool,
}

impl UnderWay {
    fn is_written(&self) -> bool {
        self.progress.stage == ProgressStage::Writing
    }
}

impl Commits {
    fn all(&self) -> MutexGuard<'_, BTreeMap<u64, UnderWay>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Begins to tell of a commit, until what is returned is dropped.
    pub(super) fn begin(&self, import: &str) -> Reporter<'_> {
        let mut all = self.all();
        let number = all.keys().next_back().map_or(0, |last| last + 1);
        let (import, progress) = (import.to_owned(), Progress::default());
        all.insert(number, UnderWay { import, progress, is_cancelled: false });
        Reporter { commits: self, number }
    }

    /// How far a commit is; `null` where none of this import is under way here.
    pub(super) fn tell(&self, call: &Call<'_>) -> Answer {
        let all = self.all();
        let of_import = all.values().filter(|it| it.import == call.param("import"));
        let furthest = of_import.max_by_key(|it| (it.is_written(), it.progress.done));
        Answer::ok(&json!(furthest.map(|it| it.progress)))
    }

    /// Stops a commit of which nothing is written yet.
    pub(super) fn cancel(&self, call: &Call<'_>) -> Result<Answer, Problem> {
        let mut all = self.all();
        let of_import = all.values_mut().filter(|it| it.import == call.param("import"));
        let of_import: Vec<&mut UnderWay> = of_import.collect();
        if of_import.is_empty() {
            return Err(none());
        }
        if of_import.iter().any(|it| it.is_written()) {
            let message = "The import is being written, and comes to its end.";
            return Err(Problem::wrong_state(message));
        }
        of_import.into_iter().for_each(|it| it.is_cancelled = true);
        Ok(Answer::no_content())
    }
}

fn none() -> Problem {
    Problem::new(404, "NotFound", "No commit of this import is under way here.")
}

/// Tells how far a commit is, through all attempts to make it.
pub(super) struct Reporter<'c> {
    commits: &'c Commits,
    number: u64,
}

impl Reporter<'_> {
    /// It begins, or begins again because somebody else was quicker. How many customers there are is not known yet.
    pub(super) fn begins(&self) {
        self.change(|under_way| under_way.progress = Progress::default());
    }

    /// So many customers are put together.
    ///
    /// # Errors
    /// 409 when somebody has cancelled the commit.
    pub(super) fn has_found(&self, total: usize) -> Result<(), Problem> {
        self.set(|progress| progress.total = total as u64)
    }

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
        self.change(|under_way| {
            if under_way.is_cancelled {
                let message = "The import was cancelled before anything was written.";
                return Err(Problem::new(409, "ImportCancelled", message));
            }
            change(&mut under_way.progress);
            Ok(())
        })
    }

    fn change<T>(&self, change: impl FnOnce(&mut UnderWay) -> T) -> T {
        change(self.commits.all().get_mut(&self.number).expect("it stays until this is dropped"))
    }
}

impl Drop for Reporter<'_> {
    fn drop(&mut self) {
        self.commits.all().remove(&self.number);
    }
}
