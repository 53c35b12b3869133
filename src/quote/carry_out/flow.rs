//! What leads from one stage of carrying out to the next.

use super::moved::{may_have_moved, moved};
use super::{Task, Texts};
use crate::api::{
    Answer, Api, ApiError, Attempt, Known, NotDone, Tenant, hold_while, use_api, use_own_records,
};
use crate::platform::storage;
use crate::ui::{Toasts, use_toasts};
use azure::OperationStatus;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use view_model::Tone;
use view_model::address::ReservationRef;
use view_model::quote::carry_out::{NoStart, Noticed, Sent, Stage};
use view_model::quote::moved::AsQuoted;

/// Something that the service is asked.
pub(in crate::quote) type Asking<T, E> = Pin<Box<dyn Future<Output = Result<T, E>>>>;

/// How far a task has come.
pub(in crate::quote) type StageOf<T> =
    Stage<<T as Task>::Quoted, <T as Task>::End, Failed<<T as Task>::Quoted>>;

/// What failed, and where.
#[derive(Clone, Debug)]
pub(in crate::quote) enum Failed<Q> {
    /// The service did not quote.
    Quote(ApiError),
    /// The service did not accept what was sent, or nobody knows whether it did. What was sent is not known any
    /// more after a reload of the page.
    Sent(NotDone, Option<Sent<Q>>),
    /// It was accepted; watching it failed.
    Watch(ApiError),
}

/// What becomes of an answer that accepted what was sent.
pub(in crate::quote) enum Accepted<P> {
    /// The service carries it out; this is remembered.
    UnderWay(P),
    /// Nobody remembers it: another tab may have watched it to its end.
    Forgotten,
    /// The answer cannot be read.
    Unread(ApiError),
}

/// One task from the first question to its end.
pub(in crate::quote) struct Flow<T: Task> {
    /// The way to the service.
    pub(in crate::quote) api: Api,
    /// What is carried out.
    pub(in crate::quote) task: T,
    /// The first of the reservations that are returned; what is under way is remembered by it.
    first: StoredValue<Option<ReservationRef>>,
    /// GUID of the tenant of the customer whose reservations they are.
    customer: StoredValue<String>,
    stage: RwSignal<StageOf<T>>,
    /// Whether it was under way before the page was opened.
    is_resumed: StoredValue<bool>,
    /// Where it is told how it ended once the page is gone.
    toasts: Toasts,
    /// Whether it is only recorded here, since the records are the partner's own.
    pub(in crate::quote) is_own: Signal<bool>,
}

impl<T: Task> Clone for Flow<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Task> Copy for Flow<T> {}

impl<T: Task> Flow<T> {
    /// The task, not begun, unless one for any of these reservations was under way when the page was last here:
    /// then it finds out what became of that, or watches it.
    pub(in crate::quote) fn new(task: T, of: &[ReservationRef]) -> Self {
        let stage: RwSignal<StageOf<T>> = RwSignal::new(Stage::Idle);
        let is_resumed = StoredValue::new(true);
        hold_while(move || stage.with(|stage| stage.holds(is_resumed.get_value())));
        let is_own = use_own_records();
        let first = StoredValue::new(None);
        let customer = of.first().map(|of| of.customer.clone()).unwrap_or_default();
        let customer = StoredValue::new(customer);
        let (api, toasts) = (use_api(), use_toasts());
        let flow = Self { api, task, first, customer, stage, is_resumed, toasts, is_own };
        flow.resume(of);
        flow
    }

    /// Its words; followed in reactive closures.
    pub(in crate::quote) fn texts(self) -> Texts {
        if self.is_own.get() { T::OWN_TEXTS } else { T::TEXTS }
    }

    /// How far it has come; followed in reactive closures.
    pub(in crate::quote) fn stage(self) -> StageOf<T> {
        self.stage.get()
    }

    /// Whether it was under way before the page was opened; not followed, since it only changes together with
    /// the stage.
    pub(in crate::quote) fn is_resumed(self) -> bool {
        self.is_resumed.get_value()
    }

    /// Why nothing can be started now; `None` when something can. Followed in reactive closures.
    pub(in crate::quote) fn no_start(self) -> Option<NoStart> {
        self.stage.with(Stage::no_start)
    }

    /// The first of the reservations that are returned, once something is under way.
    pub(super) fn first(self) -> Option<ReservationRef> {
        self.first.get_value()
    }

    /// GUID of the tenant of the customer whose reservations are returned.
    pub(super) fn customer(self) -> String {
        self.customer.get_value()
    }

    /// Gives the offer or the failure up.
    pub(in crate::quote) fn stop(self) {
        self.stage.set(Stage::Idle);
    }

    fn resume(self, of: &[ReservationRef]) {
        let open = of.iter().find_map(|of| Some((of, self.left_open(of)?)));
        if let Some((first, attempt)) = open {
            self.first.set_value(Some(first.clone()));
            return self.find_out(attempt, None);
        }
        let pending = of.iter().find_map(|of| Some((of, recall::<T>(of)?)));
        if let Some((first, pending)) = pending.filter(|(_, pending)| T::is_accepted(pending)) {
            self.first.set_value(Some(first.clone()));
            self.watch(pending, None);
        }
    }

    /// Looks again at what could not be watched, or whose answer was lost.
    pub(super) fn look_again(self, sent: Option<Sent<T::Quoted>>) {
        let Some(first) = self.first.get_value() else { return };
        match self.left_open(&first) {
            Some(attempt) => self.find_out(attempt, sent),
            None => self.resume(&[first]),
        }
    }

    fn left_open(self, first: &ReservationRef) -> Option<Attempt> {
        Attempt::left_open(&key(T::NAME, first), move || self.go_to(Stage::InDoubt))
    }

    fn go_to(self, stage: StageOf<T>) {
        self.stage.try_set(stage);
    }

    /// Has the service asked for its quote by `ask`, unless what is `returned` is not any more as it was quoted.
    pub(in crate::quote) fn ask(
        self,
        returned: Arc<[AsQuoted]>,
        ask: Asking<StageOf<T>, ApiError>,
    ) {
        self.is_resumed.set_value(false);
        self.stage.set(Stage::Asking);
        spawn_local(async move {
            let moved = moved(self.api, &returned).await;
            self.go_to(match moved.is_empty() {
                false => Stage::Moved(moved, Noticed::BeforeAsking),
                true => ask.await.unwrap_or_else(|error| Stage::Failed(Failed::Quote(error))),
            });
        });
    }

    /// Sends what was confirmed, for the first time or again.
    pub(super) fn send(self, sent: Sent<T::Quoted>) {
        let Some(first) = sent.offer.returned.first().map(|returned| returned.of.clone()) else {
            return;
        };
        self.first.set_value(Some(first.clone()));
        self.stage.set(Stage::Sending);
        let doubt = move || self.go_to(Stage::InDoubt);
        let attempt = Attempt::new(&key(T::NAME, &first), &T::mark(&sent), doubt);
        // Before it is sent: the page may be gone when the answer comes.
        if let Some(pending) = T::begun(&sent) {
            remember::<T>(&first, &pending);
        }
        spawn_local(async move {
            let answer = T::send(self.api, first.clone(), sent.clone(), attempt).await;
            self.answered(&first, answer, Some(sent)).await;
        });
    }

    /// Asks what became of something whose answer was lost.
    fn find_out(self, attempt: Attempt, sent: Option<Sent<T::Quoted>>) {
        let Some(Some(first)) = self.first.try_get_value() else { return };
        spawn_local(async move {
            let tenant = Tenant::Customer(first.customer.clone());
            let answer = self.api.outcome(tenant, &attempt).await;
            let is_over = answer.as_ref().is_err_and(|it| it.known == Known::NotAccepted);
            if is_over && sent.is_none() {
                // Nobody can send it again.
                attempt.forget();
                forget_unaccepted::<T>(&first);
            }
            self.answered(&first, answer, sent).await;
        });
    }

    async fn answered(
        self,
        first: &ReservationRef,
        answer: Result<Answer, NotDone>,
        sent: Option<Sent<T::Quoted>>,
    ) {
        let not_done = match answer {
            Ok(answer) => {
                let begun = sent.as_ref().and_then(T::begun).or_else(|| recall::<T>(first));
                match T::accepted(&answer, begun) {
                    Accepted::UnderWay(pending) => {
                        remember::<T>(first, &pending);
                        return self.watch(pending, Some(answer));
                    }
                    Accepted::Forgotten => return self.go_to(Stage::Idle),
                    Accepted::Unread(error) => NotDone { error, known: Known::Accepted },
                }
            }
            Err(not_done) => not_done,
        };
        if not_done.is_refused() {
            forget_unaccepted::<T>(first);
            if let Some(sent) = &sent
                && may_have_moved(&not_done.error)
            {
                let moved = moved(self.api, &sent.offer.returned).await;
                if !moved.is_empty() {
                    return self.go_to(Stage::Moved(moved, Noticed::AfterRefusal));
                }
            }
        }
        self.go_to(Stage::Failed(Failed::Sent(not_done, sent)));
    }

    /// Watches what was accepted until it is over.
    fn watch(self, pending: T::Pending, accepted: Option<Answer>) {
        let Some(Some(first)) = self.first.try_get_value() else { return };
        self.go_to(Stage::Waiting(OperationStatus::Pending));
        let on_status = Rc::new(move |status: &OperationStatus| {
            if !status.is_final() {
                self.go_to(Stage::Waiting(status.clone()));
            }
        });
        spawn_local(async move {
            let end = T::watch(self.api, first.clone(), pending, accepted, on_status).await;
            let end = match end {
                Ok(end) => end,
                Err(error) => return self.go_to(Stage::Failed(Failed::Watch(error))),
            };
            storage::remove(&key(T::NAME, &first));
            T::forget(&end, &first);
            // The page that has begun it may be gone; then it is told wherever somebody is.
            if let Some(Stage::Ended(end)) = self.stage.try_set(Stage::Ended(end))
                && let Some(words) = T::ended_in_words(&end)
            {
                self.toasts.show(Tone::Success, words);
            }
        });
    }
}

/// Where something about a task is remembered, by the first of the reservations that are returned.
pub(in crate::quote) fn key(what: &str, first: &ReservationRef) -> String {
    format!("{what}.{}.{}", first.order, first.reservation).to_ascii_lowercase()
}

fn recall<T: Task>(first: &ReservationRef) -> Option<T::Pending> {
    azure::from_slice(storage::get(&key(T::NAME, first))?.as_bytes()).ok()
}

/// A browser that refuses storage forgets it; the records still tell.
fn remember<T: Task>(first: &ReservationRef, pending: &T::Pending) {
    storage::set(&key(T::NAME, first), &azure::to_string(pending));
}

/// Forgets what was not accepted; what is under way goes on, whoever has sent it.
fn forget_unaccepted<T: Task>(first: &ReservationRef) {
    if recall::<T>(first).is_some_and(|pending| !T::is_accepted(&pending)) {
        storage::remove(&key(T::NAME, first));
    }
}
