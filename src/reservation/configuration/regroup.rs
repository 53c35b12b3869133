//! Splitting and merging: sent, followed to the end, and followed again after a reload.

use super::editor::Editor;
use super::fields::failure;
use super::outcome::{Done, Part};
use super::pending::PendingRegroup;
use crate::api::{Answer, ApiError, Regroup, regrouped};
use crate::i18n::catalogue::{configuration as texts, quote};
use crate::i18n::t;
use crate::paths::ReservationRef;
use crate::problem::Problem;
use crate::ui::{Button, Notice, Tone};
use azure::Reservation;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// How far it has come.
#[derive(Clone, Debug)]
enum Stage {
    /// Nothing was sent.
    Idle,
    /// The request is being sent.
    Sending,
    /// The service accepted it and carries it out.
    Waiting,
    /// Nothing was done, or nobody knows.
    Failed(ApiError),
    /// It was accepted; watching it failed.
    WatchFailed(ApiError),
}

/// One split or merge from the request to its end.
#[derive(Clone, Copy)]
pub(super) struct Flow {
    editor: Editor,
    how: Regroup,
    stage: RwSignal<Stage>,
}

/// What is asked of the service.
#[derive(Clone, Debug)]
pub(super) enum Wanted {
    /// Two parts with these units.
    Parts([u32; 2]),
    /// One with the other reservation that has this GUID.
    MergedWith(String),
}

impl Flow {
    /// Goes on with what was under way when the page was last here, or begins nothing.
    pub(super) fn new(editor: Editor, how: Regroup) -> Self {
        let flow = Self { editor, how, stage: RwSignal::new(Stage::Idle) };
        flow.resume();
        flow
    }

    fn resume(self) {
        let pending = self.editor.of.with_value(PendingRegroup::recall);
        if let Some(pending) = pending.filter(|pending| pending.how == self.how) {
            // Time has passed: the answer may be there already.
            self.watch(pending, Some(Duration::ZERO));
        }
    }

    /// Asks the service to do it.
    pub(super) fn send(self, wanted: Wanted) {
        let Some(of) = self.editor.of.try_get_value() else { return };
        self.editor.outcome.clear();
        self.go_to(Stage::Sending);
        spawn_local(async move {
            let api = self.editor.api;
            let answer = match &wanted {
                Wanted::Parts(quantities) => api.split(&of, *quantities).await,
                Wanted::MergedWith(other) => api.merge(&of, other).await,
            };
            match answer {
                Ok(answer) if answer.status == 202 => {
                    // A service may keep the place from a page of another origin; then the order tells.
                    let place = answer.operation.clone().unwrap_or_default();
                    let pending = PendingRegroup { how: self.how, place };
                    pending.remember(&of);
                    self.watch(pending, answer.retry_after);
                }
                Ok(answer) => match regrouped(&answer) {
                    Ok(all) => self.finish(&of, &all),
                    Err(error) => self.go_to(Stage::Failed(error)),
                },
                Err(error) => self.go_to(Stage::Failed(error)),
            }
        });
    }

    fn watch(self, pending: PendingRegroup, first_wait: Option<Duration>) {
        let Some(of) = self.editor.of.try_get_value() else { return };
        self.go_to(Stage::Waiting);
        spawn_local(async move {
            let api = self.editor.api;
            let result = match pending.place.as_str() {
                "" => api.settled_order(&of, None::<&Answer>).await.map(|_| Vec::new()),
                place => api.regrouped(&of, place, first_wait).await,
            };
            self.end(&of, result);
        });
    }

    fn end(self, of: &ReservationRef, result: Result<Vec<Reservation>, ApiError>) {
        match result {
            Ok(all) => self.finish(of, &all),
            // The operation's own failure comes inside an answer that succeeded.
            Err(error) if error.status() == Some(200) => {
                PendingRegroup::forget(of);
                self.go_to(Stage::Failed(error));
            }
            Err(error) => self.go_to(Stage::WatchFailed(error)),
        }
    }

    /// Shows what there is now.
    fn finish(self, of: &ReservationRef, all: &[Reservation]) {
        PendingRegroup::forget(of);
        let parts = all.iter().filter_map(|record| Part::of(record, &of.customer));
        let title = match self.how {
            Regroup::Split => texts::SPLIT_DONE,
            Regroup::Merge => texts::MERGE_DONE,
        };
        let done = Done::Regrouped { title, parts: parts.collect() };
        self.editor.outcome.tell(of.clone(), done);
        self.go_to(Stage::Idle);
        self.editor.reload();
    }

    fn go_to(self, stage: Stage) {
        let is_busy = matches!(stage, Stage::Sending | Stage::Waiting | Stage::WatchFailed(_));
        if self.editor.is_busy.try_set(is_busy).is_none() {
            self.stage.set(stage);
        }
    }

    /// How far it has come; `again` asks for the same once more.
    pub(super) fn progress(self, again: Callback<()>) -> AnyView {
        let notice = |title| view! { <Notice tone=Tone::Info title=title /> }.into_any();
        match self.stage.get() {
            Stage::Idle => ().into_any(),
            Stage::Sending => notice(texts::SENDING),
            Stage::Waiting => notice(texts::UNDER_WAY),
            Stage::Failed(error) => failure(error, texts::NOT_SAVED, again),
            Stage::WatchFailed(error) => {
                let look = Callback::new(move |_| self.resume());
                view! {
                    <Notice tone=Tone::Warning title=texts::WATCH_FAILED />
                    <Problem error />
                    <div class="button-row">
                        <Button on_click=look>{t(quote::WATCH_AGAIN)}</Button>
                    </div>
                }
                .into_any()
            }
        }
    }
}
