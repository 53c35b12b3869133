//! Creating a request: send it, follow the creation to its end, show the ticket.
//!
//! Invariant: however often a request is sent, it has the same name, so that the service makes one ticket of it.

use super::form::Form;
use super::wizard::Wizard;
use crate::api::{ApiError, Tenant};
use crate::i18n::catalogue::support as texts;
use crate::i18n::{Text, t, t_with};
use crate::paths::{self, ReservationRef};
use crate::problem::Problem;
use crate::ui::{Button, Notice, Tone};
use azure::SupportTicket;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// How far the creation has come.
#[derive(Clone, Debug)]
pub(super) enum Stage {
    /// Nothing was sent.
    Idle,
    /// The request is on its way.
    Sending,
    /// The service accepted it and creates the ticket.
    Creating,
    /// The request was not accepted, or nobody knows whether it was.
    NotSent(ApiError),
    /// The service accepted it, and then could not create the ticket.
    NotCreated(ApiError),
    /// The service accepted it; what became of it is not known.
    NotWatched(ApiError),
}

impl Stage {
    /// What the service is busy with.
    pub(super) const fn busy_with(&self) -> Option<Text> {
        match self {
            Self::Sending => Some(texts::SENDING),
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
    /// Sends the request. One that was sent before may have arrived, although its answer was lost; then its
    /// ticket is waited for instead.
    pub(super) fn create(self) {
        if untrack(|| self.is_busy()) {
            return;
        }
        let of = self.of.get_value();
        let was_sent = self.form.try_update(|form| form.name_ticket(&of)).unwrap_or_default();
        self.remember();
        self.stage.set(Stage::Sending);
        let form = self.form.get_untracked();
        spawn_local(async move {
            let answer = if was_sent {
                self.api.is_ticket_name_free(&of.customer, &form.ticket).await
            } else {
                Ok(true)
            };
            let sent = match answer {
                Ok(true) => {
                    let ticket = form.to_ticket(&of);
                    self.api.create_ticket(&of.customer, &form.ticket, &ticket).await.map(Some)
                }
                Ok(false) => Ok(None),
                Err(error) => Err(error),
            };
            match sent {
                Ok(accepted) => {
                    let wait = accepted.as_ref().and_then(|answer| answer.retry_after);
                    let operation = accepted.and_then(|answer| answer.operation);
                    let form = self.note_operation(&of, form, operation.unwrap_or_default());
                    self.watch(of, form, wait);
                }
                Err(error) => {
                    self.stage.try_set(Stage::NotSent(error));
                }
            }
        });
    }

    /// Goes on watching a creation that was under way when the page was last here.
    pub(super) fn resume(self) {
        let form = self.form.get_untracked();
        if !form.operation.is_empty() {
            self.watch(self.of.get_value(), form, None);
        }
    }

    fn watch(self, of: ReservationRef, form: Form, wait: Option<Duration>) {
        self.stage.try_set(Stage::Creating);
        spawn_local(async move {
            match self.end(&of, &form, wait).await {
                End::Created(number) => self.finish(&of, &form, number),
                End::NotCreated(error) => {
                    // The same request under the same name may be sent again.
                    self.note_operation(&of, form, String::new());
                    self.stage.try_set(Stage::NotCreated(error));
                }
                End::Unknown(error) => {
                    self.stage.try_set(Stage::NotWatched(error));
                }
            }
        });
    }

    /// Waits for the end of a creation.
    async fn end(self, of: &ReservationRef, form: &Form, wait: Option<Duration>) -> End {
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
    fn note_operation(self, of: &ReservationRef, mut form: Form, operation: String) -> Form {
        form.operation = operation;
        if self.is_wanted(of, &form) {
            // What was typed meanwhile stays.
            let noted = self.form.try_update(|kept| kept.operation.clone_from(&form.operation));
            match noted {
                Some(()) => self.remember(),
                None => form.remember(of),
            }
        }
        form
    }

    /// Whether the request is still the one on the page or, after the page was left, in the tab.
    fn is_wanted(self, of: &ReservationRef, form: &Form) -> bool {
        let is_same = |kept: &Form| kept.ticket == form.ticket;
        let is_on_page = self.form.try_with_untracked(is_same);
        is_on_page.unwrap_or_else(|| Form::recall(of).as_ref().is_some_and(is_same))
    }

    /// Shows the ticket. Whoever has left the wizard in the meantime is only told, and whoever has discarded
    /// the request is not.
    fn finish(self, of: &ReservationRef, form: &Form, number: String) {
        if !self.is_wanted(of, form) {
            return;
        }
        // Whoever comes back while it is created watches it twice, and is told once.
        if Form::recall(of).is_some_and(|kept| kept.ticket == form.ticket) {
            form.finish(of);
            let words = untrack(|| t_with(texts::CREATED, &[("number", number)]));
            self.toasts.show(Tone::Success, words);
        }
        let is_in_wizard = self.step.try_get_untracked().flatten().is_some();
        self.form.try_set(Form::begin());
        self.stage.try_set(Stage::Idle);
        if is_in_wizard {
            self.go.replace(&paths::support_request(&of.customer, &form.ticket));
        }
    }

    /// What the creation does, or what became of it.
    pub(super) fn progress(self) -> AnyView {
        let stage = self.stage.get();
        if let Some(words) = stage.busy_with() {
            return view! { <Notice tone=Tone::Info title=words /> }.into_any();
        }
        match stage {
            Stage::Idle | Stage::Sending | Stage::Creating => ().into_any(),
            Stage::NotSent(error) => {
                let is_unknown = error.leaves_open();
                let words = if is_unknown { texts::MAY_BE_CREATED } else { texts::NOT_CREATED };
                told(error, words)
            }
            Stage::NotCreated(error) => told(error, texts::NOT_CREATED),
            Stage::NotWatched(error) => {
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
