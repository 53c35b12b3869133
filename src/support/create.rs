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
                    let mut form = form;
                    form.operation = operation.unwrap_or_default();
                    form.remember(&of);
                    self.form.try_set(form.clone());
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
            let tenant = Tenant::Customer(of.customer.clone());
            if !form.operation.is_empty() {
                let end = self.api.ended_operation(tenant, &form.operation, wait, &|_| ()).await;
                if let Err(error) = end {
                    self.give_up(&of, form, error);
                    return;
                }
            }
            match self.api.created_ticket(&of.customer, &form.ticket).await {
                Ok(ticket) => {
                    let number = ticket.properties().support_ticket_id.clone();
                    self.finish(&of, &form, &number.unwrap_or_default());
                }
                Err(error) => {
                    self.stage.try_set(Stage::NotWatched(error));
                }
            }
        });
    }

    /// A problem that the service tells of with a success is the end of the operation; any other left it
    /// running.
    fn give_up(self, of: &ReservationRef, mut form: Form, error: ApiError) {
        if error.status().is_none_or(|status| status >= 300) {
            self.stage.try_set(Stage::NotWatched(error));
            return;
        }
        // The same request under the same name may be sent again.
        form.operation = String::new();
        form.remember(of);
        self.form.try_set(form);
        self.stage.try_set(Stage::NotCreated(error));
    }

    /// Shows the ticket. Whoever has left the wizard in the meantime is only told, and whoever has discarded
    /// the request is not.
    fn finish(self, of: &ReservationRef, form: &Form, number: &str) {
        let is_same = |kept: &Form| kept.ticket == form.ticket;
        let is_on_page = self.form.try_with_untracked(is_same);
        if !is_on_page.unwrap_or_else(|| Form::recall(of).as_ref().is_some_and(is_same)) {
            return;
        }
        form.finish(of);
        let values = [("number", number.to_owned())];
        self.toasts.show(Tone::Success, untrack(|| t_with(texts::CREATED, &values)));
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
                let is_unknown = error.status().is_none();
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

fn told(error: ApiError, consequence: Text) -> AnyView {
    view! {
        <Problem error />
        <p class="consequence">{t(consequence)}</p>
    }
    .into_any()
}
