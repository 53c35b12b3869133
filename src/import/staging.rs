//! What was read is sent in parts, so that the service can say what would change.

use super::work::{Preview, Stage, Staging, Work};
use crate::api::ApiError;
use crate::i18n::locale;
use crate::platform::intl;
use crate::platform::storage::tab;
use leptos::prelude::*;
use leptos::task::spawn_local;
use portfolio::files::{Asked, Field, Settled, Told};
use portfolio::import::{File, Import, Part, Start};
use view_model::import::{AnswerProblem, rejected_facts};

/// Where the tab remembers an import that is not committed, so that a reload discards it.
const LEFT_OPEN: &str = "import";

/// Why nothing came of sending.
enum Problem {
    /// The service.
    Service(ApiError),
    /// The worker.
    Worker(String),
}

impl Work {
    /// Sends what was read with what was answered; goes on where a failure has stopped it.
    pub(super) fn stage(self) {
        let answers = untrack(|| intl::decimal_sign(&locale()));
        let answers = self.form.with_untracked(|form| form.answers(answers));
        let answers = match answers {
            Ok(answers) => answers,
            Err(problem) => return self.problem.set(Some(problem)),
        };
        let round = self.begin();
        self.stage.set(Stage::Staging(0, 0));
        spawn_local(async move {
            if self.staging.with_value(Option::is_none) {
                let decisions = self.form.with_untracked(|form| form.decisions().to_vec());
                let told = self.ask(&Asked::Settle(answers, decisions), None).await;
                if !self.is_current(round) {
                    return;
                }
                match told {
                    Ok(Told::Settled(settled)) if lacks_customers(&settled) => {
                        self.problem.set(Some((Field::Customer, AnswerProblem::Missing)));
                        return self.stage.set(Stage::Joined);
                    }
                    Ok(Told::Settled(settled)) if settled.undecided > 0 => {
                        self.problem.set(Some((Field::Customer, AnswerProblem::Undecided)));
                        return self.stage.set(Stage::Joined);
                    }
                    Ok(Told::Settled(settled)) => self.staging.set_value(Some(Staging {
                        settled,
                        id: None,
                        sent: 0,
                        rejected: Vec::new(),
                    })),
                    Ok(_) => return,
                    Err(words) => return self.stop(words),
                }
            }
            let result = self.send(round).await;
            if !self.is_current(round) {
                return;
            }
            match result {
                Ok(Some(preview)) => self.stage.set(Stage::Previewed(preview)),
                Ok(None) => {}
                Err(Problem::Service(error)) => self.stage.set(Stage::NotStaged(error)),
                Err(Problem::Worker(words)) => self.stop(words),
            }
        });
    }

    /// Sends what is left to send; nothing once something else was begun.
    async fn send(self, round: u32) -> Result<Option<Preview>, Problem> {
        let Some(mut staging) = self.staging.get_value() else { return Ok(None) };
        let id = match staging.id.clone() {
            Some(id) => id,
            None => {
                let start = self.start();
                let import = self.api.start_import(&start).await.map_err(Problem::Service)?;
                if !self.is_current(round) {
                    discard(self, import.id);
                    return Ok(None);
                }
                tab::set(LEFT_OPEN, &import.id);
                staging.id = Some(import.id.clone());
                self.staging.set_value(Some(staging.clone()));
                import.id
            }
        };
        while staging.sent < staging.settled.parts {
            let number = staging.sent;
            self.stage.set(Stage::Staging(number, staging.settled.parts));
            let body = match self.ask(&Asked::Part(number), None).await {
                Ok(Told::Part(body)) => body,
                Ok(Told::Failed(words)) | Err(words) => return Err(Problem::Worker(words)),
                Ok(_) => return Ok(None),
            };
            let sent = self.api.stage_part(&id, number, body.clone()).await;
            if !self.is_current(round) {
                return Ok(None);
            }
            let staged = sent.map_err(Problem::Service)?;
            if !staged.rejected.is_empty()
                && let Ok(part) = serde_json::from_str::<Part>(&body)
            {
                staging.rejected.extend(rejected_facts(&part, &staged.rejected));
            }
            staging.sent += 1;
            self.staging.set_value(Some(staging.clone()));
        }
        self.stage.set(Stage::Staging(staging.sent, staging.settled.parts));
        let import = self.api.import(&id).await.map_err(Problem::Service)?;
        let Staging { settled, rejected, .. } = staging;
        Ok(self.is_current(round).then_some(Preview { import, settled, rejected }))
    }

    fn start(self) -> Start {
        let file = |summary: &portfolio::files::FileSummary| File {
            name: match &summary.part {
                Some(part) => format!("{}: {part}", summary.file),
                None => summary.file.clone(),
            },
            kind: summary.kind.clone(),
            rows: summary.rows,
        };
        let files = self.files.with_untracked(|files| {
            files.summaries().filter(|it| it.refused.is_none()).map(file).collect()
        });
        Start { files, start_empty: self.start_empty.get_untracked() }
    }

    /// Stops sending.
    pub(super) fn cancel_staging(self) {
        self.begin();
        self.discard();
        self.stage.set(Stage::Joined);
    }

    /// Something was answered otherwise: what was sent before is of no use any more.
    pub(super) fn change(self) {
        self.begin();
        self.discard();
        if self.stage.with_untracked(|stage| !matches!(stage, Stage::Joined)) {
            self.stage.set(Stage::Joined);
        }
    }

    /// Forgets what was sent and not committed.
    pub(super) fn discard(self) {
        let staging = self.staging.try_update_value(Option::take).flatten();
        if let Some(id) = staging.and_then(|staging| staging.id) {
            discard(self, id);
        }
    }

    /// Forgets what this tab had sent before it was loaded again.
    pub(super) fn discard_left_open(self) {
        if let Some(id) = tab::get(LEFT_OPEN) {
            discard(self, id);
        }
    }

    /// The commit is on its way, and goes on without this tab: who comes back or loads the page again stops nothing.
    pub(super) fn commits(self) {
        tab::remove(LEFT_OPEN);
    }

    /// The import is part of the records.
    pub(super) fn committed(self, import: Import) {
        self.begin();
        self.staging.set_value(None);
        tab::remove(LEFT_OPEN);
        self.worker.set_value(None);
        self.stage.set(Stage::Done(import));
        self.api.have_kept();
    }
}

/// Whether reservations are nobody's, so that no record could be made of them.
fn lacks_customers(settled: &Settled) -> bool {
    settled.missing.iter().any(|it| it.field == Field::Customer && it.without > 0)
}

/// Nothing depends on it: what nobody commits the service forgets by itself.
fn discard(work: Work, id: String) {
    tab::remove(LEFT_OPEN);
    let api = work.api;
    spawn_local(async move { drop(api.discard_import(&id).await) });
}
