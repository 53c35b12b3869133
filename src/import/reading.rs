//! Files into the worker, and what it says about them.

use super::work::{Stage, Work};
use crate::platform::brought::LocalFile;
use crate::platform::worker::Worker;
use leptos::prelude::*;
use leptos::task::spawn_local;
use portfolio::files::{Asked, FileAnswers, Told};
use view_model::import::FileState;

/// The script of the worker.
const SCRIPT: &str = "files-worker.js";

impl Work {
    /// Takes files and reads them.
    pub(super) fn add(self, files: Vec<LocalFile>) {
        if files.is_empty() || self.is_committing() {
            return;
        }
        if self.stage.with_untracked(|stage| matches!(stage, Stage::Done(_) | Stage::Undone)) {
            self.start_over();
        }
        for file in files {
            let place = self.files.try_update(|files| files.add(file.name()));
            self.handles.update_value(|handles| handles.extend(place.map(|place| (place, file))));
        }
        self.read();
    }

    /// Takes a file out.
    pub(super) fn remove(self, place: usize) {
        if self.is_committing() {
            return;
        }
        let is_being_read = self.is_reading.get_value() && self.reading.get_value() == place;
        self.files.update(|files| files.remove(place));
        self.handles.update_value(|handles| handles.retain(|(own, _)| *own != place));
        if self.files.with_untracked(|files| files.entries().is_empty()) {
            return self.start_over();
        }
        if is_being_read {
            self.end_worker();
        } else if self.worker.with_value(Option::is_some) {
            // The answer only says that it is done.
            let forget = self.ask(&Asked::Forget(place), None);
            spawn_local(async move { drop(forget.await) });
        }
        self.read();
    }

    /// Has a file read again with other answers.
    pub(super) fn answer_file(self, place: usize, answers: FileAnswers) {
        if self.is_committing() {
            return;
        }
        self.files.update(|files| files.answer(place, answers));
        self.read();
    }

    /// Stops reading.
    pub(super) fn cancel_reading(self) {
        self.end_worker();
        self.stage.set(Stage::Cancelled);
    }

    /// Reads everything again, after the reading was stopped.
    pub(super) fn read_again(self) {
        self.files.update(view_model::import::Files::read_again);
        self.read();
    }

    fn end_worker(self) {
        self.begin();
        self.is_reading.set_value(false);
        self.worker.set_value(None);
        // What it held is gone with it.
        self.files.update(view_model::import::Files::read_again);
    }

    /// Reads what waits, and puts everything together.
    fn read(self) {
        self.discard();
        self.stage.set(Stage::Reading);
        if self.is_reading.get_value() {
            return;
        }
        self.is_reading.set_value(true);
        let round = self.begin();
        spawn_local(async move {
            let result = self.read_all(round).await;
            if !self.is_current(round) {
                return;
            }
            self.is_reading.set_value(false);
            match result {
                Ok(()) => self.stage.set(Stage::Joined),
                Err(words) => self.stop(words),
            }
        });
    }

    async fn read_all(self, round: u32) -> Result<(), String> {
        while self.is_current(round) {
            let Some(file) = self.files.with_untracked(|files| files.next().cloned()) else {
                self.tell_records(round).await?;
                if !self.is_current(round) {
                    return Ok(());
                }
                let told = self.ask(&Asked::Join, None).await?;
                if !self.is_current(round) {
                    return Ok(());
                }
                // Another file may have come meanwhile.
                if self.files.with_untracked(|files| files.next().is_some()) {
                    continue;
                }
                if let Told::Joined(joined) = told {
                    self.joined.set(Some(joined));
                }
                return Ok(());
            };
            let place = file.place;
            self.reading.set_value(place);
            self.files.update(|files| files.tell(place, FileState::Reading(0)));
            let handle = self.handles.with_value(|handles| {
                handles.iter().find(|(own, _)| *own == place).map(|(_, handle)| handle.clone())
            });
            let asked = Asked::Read { place, name: file.name, answers: file.answers };
            let told = self.ask(&asked, handle.as_ref()).await;
            if !self.is_current(round) {
                return Ok(());
            }
            let state = match told? {
                Told::Read(files) => FileState::Read(files),
                Told::Failed(words) => FileState::Failed(words),
                _ => continue,
            };
            self.files.update(|files| {
                // Somebody may have given it another answer meanwhile.
                if files.at(place).is_some_and(|now| now.answers == file.answers) {
                    files.tell(place, state);
                }
            });
        }
        Ok(())
    }

    /// Tells the worker what the records know, so that nobody is asked for it. Where they cannot be read, the files
    /// count alone; then more is asked, and the preview compares all the same.
    async fn tell_records(self, round: u32) -> Result<(), String> {
        let Ok(blocks) = self.api.portfolio().await else { return Ok(()) };
        // The worker that was to be told is gone where something else was begun, or the page was left.
        if !self.is_current(round) {
            return Ok(());
        }
        let blocks = LocalFile::of_bytes("records", &blocks);
        self.ask(&Asked::Records, blocks.as_ref()).await.map(drop)
    }

    /// The worker has failed, and everything that it held is gone.
    pub(super) fn stop(self, words: String) {
        self.worker.set_value(None);
        let place = self.reading.get_value();
        self.files.update(|files| {
            let was_reading =
                files.at(place).is_some_and(|file| matches!(file.state, FileState::Reading(_)));
            files.read_again();
            if was_reading {
                files.tell(place, FileState::Failed(words.clone()));
            }
        });
        self.stage.set(Stage::Stopped(words));
    }

    /// Asks the worker, which is started if there is none.
    pub(super) fn ask(
        self,
        asked: &Asked,
        file: Option<&LocalFile>,
    ) -> impl Future<Output = Result<Told, String>> + use<> {
        let question = serde_json::to_string(asked).expect("its keys are texts");
        let answer = self
            .start_worker()
            .map(|()| self.worker.with_value(|worker| Some(worker.as_ref()?.ask(&question, file))));
        async move {
            let Some(answer) = answer? else { return Err("it was ended".to_owned()) };
            serde_json::from_str(&answer.await?).map_err(|error| error.to_string())
        }
    }

    fn start_worker(self) -> Result<(), String> {
        if self.worker.with_value(Option::is_some) {
            return Ok(());
        }
        let worker = Worker::start(SCRIPT, move |aside| self.hear(&aside))?;
        self.worker.set_value(Some(worker));
        Ok(())
    }

    fn hear(self, aside: &str) {
        if let (Ok(Told::Progress(rows)), Some(place)) =
            (serde_json::from_str(aside), self.reading.try_get_value())
        {
            self.files.try_update(|files| files.tell(place, FileState::Reading(rows)));
        }
    }
}
