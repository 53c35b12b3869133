//! Creating a request: send it, follow the creation to its end, show the ticket.
//!
//! Invariant: however often a request is sent, it has the same name, so that the service makes one ticket of it.

use super::kept;
use super::wizard::Wizard;
use crate::api::{Answer, ApiError, Attempt, NotDone, Tenant};
use crate::i18n::catalogue::support as texts;
use crate::i18n::{Text, t, t_with};
use crate::paths;
use crate::platform::clock;
use crate::problem::Problem;
use crate::ui::{Button, Notice};
use crate::unsettled::{Ways, in_doubt, unsettled};
use azure::SupportTicket;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;
use view_model::Tone;
use view_model::address::ReservationRef;
use view_model::support::RequestForm;

/// How far the creation has come.
#[derive(Clone, Debug)]
pub(super) enum CreationStage {
    /// Nothing was sent.
    Idle,
    /// The request is on its way.
    Sending,
    /// The service accepted it and creates the ticket.
    Creating,
    /// Its answer was lost; the service is asked what became of it.
    InDoubt,
    /// The request was not accepted, or nobody knows whether it was.
    NotSent(NotDone),
    /// The service accepted it, and then could not create the ticket.
    NotCreated(ApiError),
    /// The service accepted it; what became of it is not known.
    NotWatched(ApiError),
}

impl CreationStage {
    /// What the service is busy with.
    pub(super) const fn busy_with(&self) -> Option<Text> {
        match self {
            Self::Sending | Self::InDoubt => Some(texts::SENDING),
            Self::Creating => Some(texts::CREATING),
            _ => None,
        }
    }
}

/// How a creation ended.
enum End {
    /// There is a ticket, with this number.
    Created(String),
    /// There is none.
    NotCreated(ApiError),
    /// Nobody knows.
    Unknown(ApiError),
}

impl Wizard {
    /// Sends the request: under the same id as before, if it is the same.
    pub(super) fn create(self) {
        if untrack(|| self.is_busy()) {
            return;
        }
        let of = self.of.get_value();
        self.form.update(|form| form.name_ticket(&of, clock::now()));
        self.remember();
        self.stage.set(CreationStage::Sending);
        let form = self.form.get_untracked();
        let ticket = kept::ticket(&form, &of);
        let what = azure::to_string(&ticket);
        let attempt = Attempt::new(&subject(&form), &what, move || self.doubt());
        spawn_local(async move {
            let api = self.api;
            let answer = api.create_ticket(&of.customer, &form.ticket, &ticket, &attempt).await;
            self.answered(of, form, answer);
        });
    }

    /// Asks what became of a request whose answer was lost.
    fn look_again(self) {
        let (of, form) = (self.of.get_value(), self.form.get_untracked());
        let attempt = Attempt::left_open(&subject(&form), move || self.doubt());
        let Some(attempt) = attempt else { return self.watch(of, form, None) };
        spawn_local(async move {
            let tenant = Tenant::Customer(of.customer.clone());
            let answer = self.api.outcome(tenant, &attempt).await;
            self.answered(of, form, answer);
        });
    }

    fn doubt(self) {
        self.stage.try_set(CreationStage::InDoubt);
    }

    fn answered(self, of: ReservationRef, form: RequestForm, answer: Result<Answer, NotDone>) {
        match answer {
            Ok(accepted) => {
                let operation = accepted.operation.unwrap_or_default();
                let form = self.note_operation(&of, form, operation);
                self.watch(of, form, accepted.retry_after);
            }
            Err(not_done) => {
                self.stage.try_set(CreationStage::NotSent(not_done));
            }
        }
    }

    /// Goes on watching a creation that was under way when the page was last here.
    pub(super) fn resume(self) {
        let form = self.form.get_untracked();
        let is_open =
            !form.ticket.is_empty() && Attempt::left_open(&subject(&form), || ()).is_some();
        if is_open {
            self.look_again();
        } else if !form.operation.is_empty() {
            self.watch(self.of.get_value(), form, None);
        }
    }

    fn watch(self, of: ReservationRef, form: RequestForm, wait: Option<Duration>) {
        self.stage.try_set(CreationStage::Creating);
        spawn_local(async move {
            match self.end(&of, &form, wait).await {
                End::Created(number) => self.finish(&of, &form, number),
                End::NotCreated(error) => {
                    // The same request under the same name may be sent again.
                    self.note_operation(&of, form, String::new());
                    self.stage.try_set(CreationStage::NotCreated(error));
                }
                End::Unknown(error) => {
                    self.stage.try_set(CreationStage::NotWatched(error));
                }
            }
        });
    }

    /// Waits for the end of a creation.
    async fn end(self, of: &ReservationRef, form: &RequestForm, wait: Option<Duration>) -> End {
        if !form.operation.is_empty() {
            let tenant = Tenant::Customer(of.customer.clone());
            match self.api.ended_operation(tenant, &form.operation, wait, &|_| ()).await {
                Ok(_) => {}
                // A problem that is told with a success is how the operation ended.
                Err(error) if error.status().is_some_and(|status| status < 300) => {
                    return End::NotCreated(error);
                }
                // The service does not know the operation any more; the ticket tells.
                Err(error) if error.status() == Some(404) => {
                    let ticket = self.api.support_ticket(&of.customer, &form.ticket).await;
                    return ticket
                        .map_or(End::NotCreated(error), |ticket| End::Created(number(&ticket)));
                }
                Err(error) => return End::Unknown(error),
            }
        }
        let ticket = self.api.created_ticket(&of.customer, &form.ticket).await;
        ticket.map_or_else(End::Unknown, |ticket| End::Created(number(&ticket)))
    }

    /// Remembers where the service says how far the creation is, unless the request was discarded meanwhile.
    fn note_operation(
        self,
        of: &ReservationRef,
        mut form: RequestForm,
        operation: String,
    ) -> RequestForm {
        form.operation = operation;
        if self.is_still_open(of, &form) {
            // What was typed meanwhile stays.
            let noted = self.form.try_update(|kept| kept.operation.clone_from(&form.operation));
            match noted {
                Some(()) => self.remember(),
                None => kept::remember(&form, of),
            }
        }
        form
    }

    /// Whether the request is still the one on the page or, after the page was left, in the tab.
    fn is_still_open(self, of: &ReservationRef, form: &RequestForm) -> bool {
        let is_same = |kept: &RequestForm| kept.ticket == form.ticket;
        let is_on_page = self.form.try_with_untracked(is_same);
        is_on_page.unwrap_or_else(|| kept::recall(of).as_ref().is_some_and(is_same))
    }

    /// Shows the ticket. Whoever has left the wizard in the meantime is only told, and whoever has discarded
    /// the request is not.
    fn finish(self, of: &ReservationRef, form: &RequestForm, number: String) {
        if !self.is_still_open(of, form) {
            return;
        }
        // Whoever comes back while it is created watches it twice, and is told once.
        if kept::recall(of).is_some_and(|kept| kept.ticket == form.ticket) {
            kept::finish(form, of);
            let words = untrack(|| t_with(texts::CREATED, &[("number", number)]));
            self.toasts.show(Tone::Success, words);
        }
        let is_in_wizard = self.step.try_get_untracked().flatten().is_some();
        self.form.try_set(kept::begin());
        self.stage.try_set(CreationStage::Idle);
        if is_in_wizard {
            self.go.replace(&paths::support_request(&of.customer, &form.ticket));
        }
    }

    /// What the creation does, or what became of it.
    pub(super) fn progress(self) -> AnyView {
        let stage = self.stage.get();
        if matches!(stage, CreationStage::InDoubt) {
            return in_doubt();
        }
        if let Some(words) = stage.busy_with() {
            return view! { <Notice tone=Tone::Info title=words /> }.into_any();
        }
        match stage {
            CreationStage::Idle
            | CreationStage::Sending
            | CreationStage::InDoubt
            | CreationStage::Creating => ().into_any(),
            CreationStage::NotSent(not_done) if not_done.is_refused() => {
                told(not_done.error, texts::NOT_CREATED)
            }
            CreationStage::NotSent(not_done) => {
                let again = Some(Callback::new(move |()| self.create()));
                let look = Callback::new(move |()| self.look_again());
                unsettled(not_done, texts::NOT_CREATED, Ways { again, look }, ().into_any())
            }
            CreationStage::NotCreated(error) => told(error, texts::NOT_CREATED),
            CreationStage::NotWatched(error) => {
                let look = Callback::new(move |_| {
                    self.watch(self.of.get_value(), self.form.get_untracked(), None);
                });
                view! {
                    {told(error, texts::WATCH_FAILED)}
                    <div class="button-row">
                        <Button on_click=look>{t(texts::LOOK_AGAIN)}</Button>
                    </div>
                }
                .into_any()
            }
        }
    }
}

/// What the request is remembered by while nobody knows what became of it.
fn subject(form: &RequestForm) -> String {
    format!("new-ticket.{}", form.ticket)
}

fn number(ticket: &SupportTicket) -> String {
    ticket.properties().support_ticket_id.clone().unwrap_or_default()
}

fn told(error: ApiError, consequence: Text) -> AnyView {
    view! {
        <Problem error />
        <p class="consequence">{t(consequence)}</p>
    }
    .into_any()
}
