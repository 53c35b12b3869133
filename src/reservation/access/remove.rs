//! Taking a role away, after a question.

use super::list::HEADING;
use super::roles;
use super::shared::Access;
use crate::api::Assignment;
use crate::i18n::catalogue::{access as texts, common};
use crate::i18n::{t, t_with};
use crate::platform::{focus, timer};
use crate::sending::{Change, Sending};
use crate::ui::{Button, ButtonKind, Dialog, live, live_text, use_toasts};
use leptos::prelude::*;
use std::time::Duration;
use view_model::Tone;

/// The assignment that is asked about, and how far its removal has come.
#[derive(Clone, Copy)]
pub(super) struct Removal {
    access: Access,
    subject: RwSignal<Option<Assignment>>,
    is_open: RwSignal<bool>,
    sending: Sending,
}

impl Removal {
    pub(super) fn new(access: Access) -> Self {
        Self {
            access,
            subject: RwSignal::new(None),
            is_open: RwSignal::new(false),
            sending: access.sending(),
        }
    }

    /// Asks whether `assignment` is to be removed.
    pub(super) fn ask(self, assignment: &Assignment) {
        self.sending.clear();
        self.subject.set(Some(assignment.clone()));
        self.is_open.set(true);
    }

    /// Removes it. What is gone already was removed as well: two people may have asked at once.
    fn carry_out(self) {
        let Some(Assignment { id, .. }) = self.subject.get_untracked() else { return };
        let Access { api, of, assignments, .. } = self.access;
        let of = of.get_value();
        let toasts = use_toasts();
        let subject = format!("no-role.{}", of.order);
        let what = id.clone();
        let send = move |attempt| -> Change {
            let (of, id) = (of.clone(), id.clone());
            Box::pin(async move { api.remove_role(&of, &id, &attempt).await })
        };
        self.sending.send(subject, what, send, move || {
            self.is_open.set(false);
            assignments.reload();
            toasts.show(Tone::Success, untrack(|| texts::REMOVED.get()));
            // First the closing dialog gives the focus back to a button that goes away.
            timer::after(Duration::ZERO, || focus::by_id(HEADING));
        });
    }
}

/// The question.
pub(super) fn removal(removal: Removal) -> AnyView {
    let Removal { access, subject, is_open, sending } = removal;
    let question = live_text(move || {
        let Some(assignment) = subject.get() else { return String::new() };
        let principal = access.principal_name(&assignment.principal);
        let values = [("principal", principal), ("role", roles::role_in_words(&assignment))];
        t_with(texts::REMOVE_LOSES, &values)
    });
    let failed = live(move || sending.outcome(texts::NOT_REMOVED));
    let actions = move || {
        let busy =
            MaybeProp::derive(move || sending.is_busy().then(|| texts::REMOVING.get().to_owned()));
        view! {
            <Button on_click=Callback::new(move |_| is_open.set(false))>{t(common::CANCEL)}</Button>
            <Button
                kind=ButtonKind::Danger
                disabled_reason=busy
                on_click=Callback::new(move |_| removal.carry_out())
            >
                {t(texts::REMOVE)}
            </Button>
        }
    };
    view! {
        <Dialog is_open title=texts::REMOVE_TITLE actions>
            <p>{question}</p>
            {failed}
        </Dialog>
    }
    .into_any()
}
