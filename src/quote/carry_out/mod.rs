//! Carrying a task out: ask the service for its own quote, compare, confirm, send, watch.
//!
//! `flow` leads from one stage to the next, `progress` shows them. What is sent, and what becomes of it, is the
//! [`Task`]'s: a refund or an exchange.
//!
//! Invariant: nothing is sent before the service's quote agreed with the one on screen to the cent and the
//! person confirmed exactly those amounts.

mod flow;
mod moved;
mod progress;

use crate::api::{Answer, Api, ApiError, Attempt, NotDone};
use crate::i18n::Text;
use azure::{OperationStatus, Wire};
use leptos::prelude::*;
use std::rc::Rc;
use view_model::address::ReservationRef;
use view_model::quote::carry_out::Sent;
use view_model::quote::letter::agreed::Terms;

pub(super) use flow::{Accepted, Asking, Flow, key};
pub(super) use progress::{
    PROGRESS, action, confirm, elsewhere, part, progress, see_resumed, seen_progress, why_not,
};

/// What can be carried out.
pub(super) trait Task: Copy + Send + Sync + 'static {
    /// Our quote.
    type Quoted: Clone + Send + Sync + 'static;
    /// How it ended.
    type End: Clone + Send + Sync + 'static;
    /// What a later visit has to know of it.
    type Pending: Wire + 'static;

    /// What it is remembered by, before the ids of a reservation.
    const NAME: &'static str;
    /// Its words in the demonstration.
    const TEXTS: Texts;
    /// Its words where only what the partner did at Microsoft is recorded.
    const OWN_TEXTS: Texts;

    /// Has the flow ask for the service's quote of what is on screen, or stop where that cannot be carried out.
    fn ask(self, flow: Flow<Self>);

    /// What tells one change from another of the same reservation.
    fn mark(sent: &Sent<Self::Quoted>) -> String;

    /// What has to be remembered before it is sent; nothing where only what was accepted matters.
    fn begun(sent: &Sent<Self::Quoted>) -> Option<Self::Pending>;

    /// What is agreed with the customer about what the quote credits; nothing where nobody asks.
    fn agreed(self, _: &Self::Quoted) -> Option<Terms> {
        None
    }

    /// Sends what was confirmed; `first` is the first of the reservations that are returned.
    fn send(
        api: Api,
        first: ReservationRef,
        sent: Sent<Self::Quoted>,
        attempt: Attempt,
    ) -> Asking<Answer, NotDone>;

    /// What becomes of an answer that accepted it; `begun` is what was remembered.
    fn accepted(answer: &Answer, begun: Option<Self::Pending>) -> Accepted<Self::Pending>;

    /// Whether the service is known to have accepted it.
    fn is_accepted(pending: &Self::Pending) -> bool;

    /// Watches it to its end. `accepted` is the answer that accepted it, if somebody remembers it.
    fn watch(
        api: Api,
        first: ReservationRef,
        pending: Self::Pending,
        accepted: Option<Answer>,
        on_status: Rc<dyn Fn(&OperationStatus)>,
    ) -> Asking<Self::End, ApiError>;

    /// What is said while the service carries it out.
    fn waiting(status: &OperationStatus) -> Text;

    /// What the returned lines are called; empty where there is one only.
    fn lines(self) -> Vec<String>;

    /// Reads the records anew.
    fn read_again(self);

    /// How it ended; `is_own` says that it was only recorded.
    fn ended(self, end: Self::End, is_own: bool) -> AnyView;

    /// How it ended in one sentence, for somebody who has left the page; nothing where the records have to be seen.
    fn ended_in_words(end: &Self::End) -> Option<String>;

    /// Forgets what was typed for it and went with it; `first` is the first of the reservations that were returned.
    fn forget(_: &Self::End, _first: &ReservationRef) {}

    /// The way to the records while nobody knows how far it has come.
    fn to_records(self) -> AnyView;
}

/// The words of a task.
#[derive(Clone, Copy)]
pub(super) struct Texts {
    /// What happens before anything is sent.
    pub(super) hint: Text,
    /// Button: carry it out.
    pub(super) carry_out: Text,
    /// Title of the confirmation.
    pub(super) confirm_title: Text,
    /// Button that confirms.
    pub(super) confirm: Text,
    /// The service is asked for its quote.
    pub(super) asking: Text,
    /// It is being sent.
    pub(super) sending: Text,
    /// What is said until it has taken effect; nothing where the task says how far it is.
    pub(super) waiting: Option<Text>,
    /// Nothing was changed.
    pub(super) nothing_done: Text,
    /// It was accepted, and how far it has come could not be read.
    pub(super) watch_failed: Text,
    /// Why nothing can be started while it is under way.
    pub(super) busy: Text,
    /// Why nothing can be started once it is over.
    pub(super) over: Text,
}
