//! What goes on while files become records: which files there are, how far they are, and what was answered.

use crate::api::{Api, ApiError, Tenant, use_api};
use crate::platform::brought::LocalFile;
use crate::platform::worker::Worker;
use crate::sending::Sending;
use leptos::prelude::*;
use portfolio::files::{By, Field, Joined, Settled};
use portfolio::import::Import;
use view_model::import::{AnswerProblem, BulkForm, Files, RejectedFact};

/// How far the import is.
#[derive(Clone, Debug)]
pub(super) enum Stage {
    /// Files are read, or there are none yet.
    Reading,
    /// Somebody has stopped the reading.
    Cancelled,
    /// What reads files has failed; in words for support.
    Stopped(String),
    /// Everything was read, and what is missing is asked for.
    Joined,
    /// So many parts of so many were sent.
    Staging(usize, usize),
    /// A part could not be sent.
    NotStaged(ApiError),
    /// It is known what a commit would change.
    Previewed(Preview),
    /// It is part of the records.
    Done(Import),
    /// It was taken back.
    Undone,
}

/// What a commit would change.
#[derive(Clone, Debug)]
pub(super) struct Preview {
    /// The import with its counts.
    pub(super) import: Import,
    /// What was sent.
    pub(super) settled: Settled,
    /// What the service has not taken.
    pub(super) rejected: Vec<RejectedFact>,
}

/// An import of which some parts were sent.
#[derive(Clone, Debug)]
pub(super) struct Staging {
    pub(super) settled: Settled,
    pub(super) id: Option<String>,
    pub(super) sent: usize,
    pub(super) rejected: Vec<RejectedFact>,
}

/// The import of the page.
#[derive(Clone, Copy)]
pub(super) struct Work {
    pub(super) api: Api,
    pub(super) files: RwSignal<Files>,
    pub(super) stage: RwSignal<Stage>,
    pub(super) joined: RwSignal<Option<Joined>>,
    pub(super) form: RwSignal<BulkForm>,
    /// The first answer that is none.
    pub(super) problem: RwSignal<Option<(Field, AnswerProblem)>>,
    /// Whether the records of the demonstration shall go.
    pub(super) start_empty: RwSignal<bool>,
    pub(super) handles: StoredValue<Vec<(usize, LocalFile)>, LocalStorage>,
    pub(super) worker: StoredValue<Option<Worker>, LocalStorage>,
    /// The file that is being read.
    pub(super) reading: StoredValue<usize>,
    pub(super) is_reading: StoredValue<bool>,
    pub(super) staging: StoredValue<Option<Staging>>,
    /// The commit on its way; until it is over nothing else happens.
    pub(super) commit: Sending,
    /// Counts what was begun. What was begun before and comes to an end now is of no interest any more.
    round: StoredValue<u32>,
}

impl Work {
    /// Nothing yet; call it while the page is made.
    pub(super) fn new() -> Self {
        Self {
            api: use_api(),
            files: RwSignal::new(Files::default()),
            stage: RwSignal::new(Stage::Reading),
            joined: RwSignal::new(None),
            form: RwSignal::new(BulkForm::default()),
            problem: RwSignal::new(None),
            start_empty: RwSignal::new(false),
            handles: StoredValue::new_local(Vec::new()),
            worker: StoredValue::new_local(None),
            reading: StoredValue::new(0),
            is_reading: StoredValue::new(false),
            staging: StoredValue::new(None),
            commit: Sending::new(Tenant::Partner),
            round: StoredValue::new(0),
        }
    }

    /// Begins something, in the place of what was under way.
    pub(super) fn begin(self) -> u32 {
        let round = self.round.get_value().wrapping_add(1);
        self.round.set_value(round);
        round
    }

    /// Whether this is still under way, and the page there.
    pub(super) fn is_current(self, round: u32) -> bool {
        self.round.try_get_value() == Some(round)
    }

    /// Whether something would be lost by leaving the page; not followed.
    pub(super) fn is_unsaved(self) -> bool {
        let has_files = self.files.try_with_untracked(|files| !files.entries().is_empty());
        let is_over =
            self.stage.try_with_untracked(|stage| matches!(stage, Stage::Done(_) | Stage::Undone));
        has_files == Some(true) && is_over == Some(false)
    }

    /// Whether a commit is on its way; not followed.
    pub(super) fn is_committing(self) -> bool {
        self.commit.is_busy_now()
    }

    /// Whether files are being read; followed in reactive closures.
    pub(super) fn is_reading(self) -> bool {
        self.stage.with(|stage| matches!(stage, Stage::Reading))
            && self.files.with(|files| !files.entries().is_empty())
    }

    /// Whether everything was read and nothing is being sent, so that answers may change; followed in reactive
    /// closures.
    pub(super) fn is_open(self) -> bool {
        self.stage.with(|stage| {
            matches!(stage, Stage::Joined | Stage::NotStaged(_) | Stage::Previewed(_))
        })
    }

    /// Whether nobody has begun anything here; followed in reactive closures.
    pub(super) fn is_quiet(self) -> bool {
        self.stage.with(|stage| matches!(stage, Stage::Reading))
            && self.files.with(|files| files.entries().is_empty())
    }

    /// Takes an answer for a group of reservations.
    pub(super) fn answer(self, field: Field, key: &str, text: String) {
        self.form.update(|form| form.set(field, key, text));
        self.problem.set(None);
        self.change();
    }

    /// Takes the decision between several customers.
    pub(super) fn decide(self, dispute: &str, claim: &str) {
        self.form.update(|form| form.decide(dispute, claim));
        self.problem.set(None);
        self.change();
    }

    /// Chooses for what one answer is given.
    pub(super) fn ask_by(self, field: Field, by: By) {
        self.form.update(|form| form.ask_by(field, by));
        self.problem.set(None);
        self.change();
    }

    /// Begins anew with other files.
    pub(super) fn start_over(self) {
        self.begin();
        self.discard();
        self.worker.set_value(None);
        self.handles.set_value(Vec::new());
        self.is_reading.set_value(false);
        self.files.set(Files::default());
        self.joined.set(None);
        self.form.set(BulkForm::default());
        self.problem.set(None);
        self.stage.set(Stage::Reading);
    }
}
