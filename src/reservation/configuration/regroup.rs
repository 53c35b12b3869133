//! Splitting and merging: sent, followed to the end, and followed again after a reload.

use super::editor::Editor;
use super::fields::failure;
use super::outcome::{Done, Part};
use super::pending::PendingRegroup;
use crate::api::{Answer, ApiError, Attempt, Known, NotDone, Regroup, Tenant, regrouped};
use crate::i18n::catalogue::{change, configuration as texts};
use crate::i18n::t;
use crate::problem::Problem;
use crate::ui::{Button, Notice};
use crate::unsettled::{Ways, in_doubt};
use azure::Reservation;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;
use view_model::Tone;
use view_model::address::ReservationRef;

/// How far it has come.
#[derive(Clone, Debug)]
enum RegroupStage {
    /// Nothing was sent.
    Idle,
    /// The request is being sent.
    Sending,
    /// The service accepted it and carries it out.
    Waiting,
    /// The answer was lost; the service is asked what became of the request.
    InDoubt,
    /// Nothing was done, or nobody knows. What was sent is not known any more after a reload of the page.
    Failed(NotDone, Option<Regrouping>),
    /// It was accepted; watching it failed.
    WatchFailed(ApiError),
}

/// One split or merge from the request to its end.
#[derive(Clone, Copy)]
pub(super) struct Flow {
    editor: Editor,
    how: Regroup,
    stage: RwSignal<RegroupStage>,
}

/// What is asked of the service.
#[derive(Clone, Debug)]
pub(super) enum Regrouping {
    /// Two parts with these units.
    Parts([u32; 2]),
    /// One with the other reservation that has this GUID.
    MergedWith(String),
}

impl Flow {
    /// Goes on with what was under way when the page was last here, or begins nothing.
    pub(super) fn new(editor: Editor, how: Regroup) -> Self {
        let flow = Self { editor, how, stage: RwSignal::new(RegroupStage::Idle) };
        flow.resume();
        flow
    }

    fn resume(self) {
        if let Some(attempt) = self.left_open() {
            return self.find_out(attempt, None);
        }
        let pending = self.editor.of.with_value(PendingRegroup::recall);
        if let Some(pending) = pending.filter(|pending| pending.how == self.how) {
            // Time has passed: the answer may be there already.
            self.watch(pending, Some(Duration::ZERO));
        }
    }

    /// Asks the service to do it.
    pub(super) fn send(self, regrouping: Regrouping) {
        let Some(of) = self.editor.of.try_get_value() else { return };
        self.editor.outcome.clear();
        self.go_to(RegroupStage::Sending);
        spawn_local(async move {
            let api = self.editor.api;
            let attempt = Attempt::new(&self.subject(&of), &format!("{regrouping:?}"), move || {
                self.go_to(RegroupStage::InDoubt);
            });
            let answer = match &regrouping {
                Regrouping::Parts(quantities) => api.split(&of, *quantities, &attempt).await,
                Regrouping::MergedWith(other) => api.merge(&of, other, &attempt).await,
            };
            self.answered(&of, answer, Some(regrouping));
        });
    }

    fn answered(
        self,
        of: &ReservationRef,
        answer: Result<Answer, NotDone>,
        regrouping: Option<Regrouping>,
    ) {
        match answer {
            Ok(answer) if answer.status == 202 => {
                // A service may keep the place from a page of another origin; then the order tells.
                let place = answer.operation.clone().unwrap_or_default();
                let pending = PendingRegroup { how: self.how, place };
                pending.remember(of);
                self.watch(pending, answer.retry_after);
            }
            Ok(answer) => match regrouped(&answer) {
                Ok(all) => self.finish(of, &all),
                Err(error) => {
                    let not_done = NotDone { error, known: Known::Accepted };
                    self.go_to(RegroupStage::Failed(not_done, regrouping));
                }
            },
            Err(not_done) => self.go_to(RegroupStage::Failed(not_done, regrouping)),
        }
    }

    /// Asks what became of a request whose answer was lost.
    fn find_out(self, attempt: Attempt, regrouping: Option<Regrouping>) {
        let Some(of) = self.editor.of.try_get_value() else { return };
        spawn_local(async move {
            let tenant = Tenant::Customer(of.customer.clone());
            let answer = self.editor.api.outcome(tenant, &attempt).await;
            if regrouping.is_none()
                && answer.as_ref().is_err_and(|it| it.known == Known::NotAccepted)
            {
                // Nobody can send it again.
                attempt.forget();
            }
            self.answered(&of, answer, regrouping);
        });
    }

    fn look_again(self, regrouping: Option<Regrouping>) {
        match self.left_open() {
            Some(attempt) => self.find_out(attempt, regrouping),
            None => self.resume(),
        }
    }

    fn left_open(self) -> Option<Attempt> {
        let subject = self.editor.of.try_with_value(|of| self.subject(of))?;
        Attempt::left_open(&subject, move || self.go_to(RegroupStage::InDoubt))
    }

    fn subject(self, of: &ReservationRef) -> String {
        let how = match self.how {
            Regroup::Split => "split",
            Regroup::Merge => "merge",
        };
        format!("{how}.{}.{}", of.order, of.reservation)
    }

    fn watch(self, pending: PendingRegroup, first_wait: Option<Duration>) {
        let Some(of) = self.editor.of.try_get_value() else { return };
        self.go_to(RegroupStage::Waiting);
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
                let not_done = NotDone { error, known: Known::Refused };
                self.go_to(RegroupStage::Failed(not_done, None));
            }
            Err(error) => self.go_to(RegroupStage::WatchFailed(error)),
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
        self.go_to(RegroupStage::Idle);
        self.editor.reload();
    }

    fn go_to(self, stage: RegroupStage) {
        let is_busy = matches!(
            stage,
            RegroupStage::Sending
                | RegroupStage::InDoubt
                | RegroupStage::Waiting
                | RegroupStage::WatchFailed(_)
        );
        if self.editor.is_busy.try_set(is_busy).is_none() {
            self.stage.set(stage);
        }
    }

    /// How far it has come; `again` asks for the same once more.
    pub(super) fn progress(self, again: Callback<()>) -> AnyView {
        let notice = |title| view! { <Notice tone=Tone::Info title=title /> }.into_any();
        match self.stage.get() {
            RegroupStage::Idle => ().into_any(),
            RegroupStage::Sending => notice(texts::SENDING),
            RegroupStage::Waiting => notice(texts::UNDER_WAY),
            RegroupStage::InDoubt => in_doubt(),
            RegroupStage::Failed(not_done, regrouping) => {
                let send = regrouping
                    .clone()
                    .map(|regrouping| Callback::new(move |()| self.send(regrouping.clone())));
                // A refusal may be about what stands in the form, which may be corrected by now.
                let again = if not_done.is_refused() { Some(again) } else { send };
                let look = Callback::new(move |()| self.look_again(regrouping.clone()));
                let of = self.editor.of.get_value();
                failure(not_done, texts::NOT_SAVED, Ways { again, look }, of)
            }
            RegroupStage::WatchFailed(error) => {
                let look = Callback::new(move |_| self.resume());
                view! {
                    <Notice tone=Tone::Warning title=texts::WATCH_FAILED />
                    <Problem error />
                    <div class="button-row">
                        <Button on_click=look>{t(change::WATCH_AGAIN)}</Button>
                    </div>
                }
                .into_any()
            }
        }
    }
}
