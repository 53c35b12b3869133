//! A change that is over with its answer: sent, looked after when the answer is lost, told.

use crate::api::{Api, Attempt, NotDone, Tenant, hold_while, use_api};
use crate::i18n::{Text, t};
use crate::platform::document;
use crate::problem::Problem;
use crate::unsettled::{Ways, in_doubt, unsettled};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::pin::Pin;
use std::sync::Arc;

/// How far a change has come.
#[derive(Clone, Debug)]
enum SendingStage {
    /// Nothing was sent, or it was accepted.
    Idle,
    /// It is being sent.
    Sending,
    /// Its answer was lost; the service is asked what became of it.
    InDoubt,
    /// It was not accepted, or nobody knows whether it was.
    Failed(NotDone),
}

impl SendingStage {
    const fn is_busy(&self) -> bool {
        matches!(self, Self::Sending | Self::InDoubt)
    }
}

/// A change on its way.
pub type Change = Pin<Box<dyn Future<Output = Result<(), NotDone>>>>;

/// One place on a page that sends changes, one at a time.
#[derive(Clone, Copy)]
pub struct Sending {
    api: Api,
    tenant: StoredValue<Tenant>,
    subject: StoredValue<String>,
    stage: RwSignal<SendingStage>,
    /// What follows when the last change was accepted.
    on_done: StoredValue<Option<Then>>,
    /// Sends the last change again.
    again: StoredValue<Option<Then>>,
}

/// Something to do later. Not a callback: that would go with the part of the page in which a change was asked
/// for, and such a part may be made anew as soon as the answer is there.
type Then = Arc<dyn Fn() + Send + Sync>;

impl Sending {
    /// Nothing sent yet; call it while a component is made.
    #[must_use]
    pub fn new(tenant: Tenant) -> Self {
        let stage = RwSignal::new(SendingStage::Idle);
        hold_while(move || stage.with(|stage| !matches!(stage, SendingStage::Idle)));
        Self {
            api: use_api(),
            tenant: StoredValue::new(tenant),
            subject: StoredValue::new(String::new()),
            stage,
            on_done: StoredValue::new(None),
            again: StoredValue::new(None),
        }
    }

    /// Sends the change of `subject` that `what` describes, and calls `on_done` once it was accepted. `send`
    /// is asked again when the same is to be sent again.
    pub fn send(
        self,
        subject: String,
        what: String,
        send: impl Fn(Attempt) -> Change + Send + Sync + 'static,
        on_done: impl Fn() + Send + Sync + 'static,
    ) {
        self.subject.set_value(subject);
        self.begin(what, Box::new(send), Arc::new(on_done));
    }

    /// The part of [`Sending::send`] that is the same code for every change.
    fn begin(
        self,
        what: String,
        send: Box<dyn Fn(Attempt) -> Change + Send + Sync>,
        on_done: Then,
    ) {
        self.on_done.set_value(Some(on_done));
        let go: Then = Arc::new(move || {
            let doubt = move || drop(self.stage.try_set(SendingStage::InDoubt));
            let attempt = self.subject.with_value(|subject| Attempt::new(subject, &what, doubt));
            self.stage.set(SendingStage::Sending);
            let change = send(attempt);
            spawn_local(async move { self.end(change.await) });
        });
        self.again.set_value(Some(Arc::clone(&go)));
        go();
    }

    /// Asks what became of the last change.
    fn look(self) {
        let doubt = move || drop(self.stage.try_set(SendingStage::InDoubt));
        match self.subject.with_value(|subject| Attempt::left_open(subject, doubt)) {
            Some(attempt) => {
                let tenant = self.tenant.get_value();
                spawn_local(async move {
                    self.end(self.api.outcome(tenant, &attempt).await.map(drop));
                });
            }
            // Another tab has found it out.
            None => document::reload(),
        }
    }

    /// Sends the last change again, for the part of the page that is being made.
    fn again(self) -> Option<Callback<()>> {
        self.again.get_value().map(|again| Callback::new(move |()| again()))
    }

    fn end(self, answer: Result<(), NotDone>) {
        // The page may be gone by now, and its signals with it.
        let Some(on_done) = self.on_done.try_get_value().flatten() else { return };
        match answer {
            Ok(()) => {
                self.stage.set(SendingStage::Idle);
                on_done();
            }
            Err(not_done) => self.stage.set(SendingStage::Failed(not_done)),
        }
    }

    /// Whether a change is on its way; followed in reactive closures.
    #[must_use]
    pub fn is_busy(self) -> bool {
        self.stage.with(SendingStage::is_busy)
    }

    /// Whether a change is on its way, at this moment; not followed, and `false` once the page is gone.
    #[must_use]
    pub fn is_busy_now(self) -> bool {
        self.stage.try_get_untracked().is_some_and(|stage| stage.is_busy())
    }

    /// Whether the last change was not accepted; followed in reactive closures.
    #[must_use]
    pub fn has_failed(self) -> bool {
        self.stage.with(|stage| matches!(stage, SendingStage::Failed(_)))
    }

    /// Forgets a failure, because something else begins.
    pub fn clear(self) {
        if untrack(|| self.has_failed()) {
            self.stage.set(SendingStage::Idle);
        }
    }

    /// What became of the last change, with the ways on; `nothing_done` says in the words of the page that
    /// nothing was changed.
    #[must_use]
    pub fn outcome(self, nothing_done: Text) -> AnyView {
        self.outcome_with(nothing_done, || ().into_any())
    }

    /// As [`Sending::outcome`]; `now` shows the records as they are now, for as long as nobody knows.
    #[must_use]
    pub fn outcome_with(self, nothing_done: Text, now: impl Fn() -> AnyView) -> AnyView {
        match self.stage.get() {
            SendingStage::Idle | SendingStage::Sending => ().into_any(),
            SendingStage::InDoubt => in_doubt(),
            SendingStage::Failed(not_done) if not_done.is_refused() => {
                let again = self.again();
                view! {
                    <Problem error=not_done.error nostrip:on_retry=again />
                    <p class="consequence">{t(nothing_done)}</p>
                }
                .into_any()
            }
            SendingStage::Failed(not_done) => {
                let look = Callback::new(move |()| self.look());
                let ways = Ways { again: self.again(), look };
                unsettled(not_done, nothing_done, ways, now())
            }
        }
    }
}
