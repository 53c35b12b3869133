//! Taking a role away, after a question.

use super::list::HEADING;
use super::{Access, words};
use crate::api::{ApiError, Assignment};
use crate::i18n::catalogue::{access as texts, common};
use crate::i18n::{Text, t, t_with};
use crate::platform::{focus, timer};
use crate::problem::Problem;
use crate::ui::{Button, ButtonKind, Dialog, Tone, live, live_text, use_toasts};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// The assignment that is asked about, and how far its removal has come.
#[derive(Clone, Copy)]
pub(super) struct Removal {
    access: Access,
    subject: RwSignal<Option<Assignment>>,
    is_open: RwSignal<bool>,
    is_busy: RwSignal<bool>,
    failure: RwSignal<Option<ApiError>>,
}

impl Removal {
    pub(super) fn new(access: Access) -> Self {
        Self {
            access,
            subject: RwSignal::new(None),
            is_open: RwSignal::new(false),
            is_busy: RwSignal::new(false),
            failure: RwSignal::new(None),
        }
    }

    /// Asks whether `assignment` is to be removed.
    pub(super) fn ask(self, assignment: &Assignment) {
        self.failure.set(None);
        self.subject.set(Some(assignment.clone()));
        self.is_open.set(true);
    }

    /// Removes it. What is gone already was removed as well: two people may have asked at once.
    fn carry_out(self) {
        let Some(Assignment { id, .. }) = self.subject.get_untracked() else { return };
        let Access { api, of, assignments, .. } = self.access;
        let of = of.get_value();
        let toasts = use_toasts();
        self.is_busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let answer = api.remove_role(&of, &id).await;
            self.is_busy.try_set(false);
            match answer {
                Ok(()) => {
                    self.is_open.try_set(false);
                    assignments.reload();
                    toasts.show(Tone::Success, untrack(|| texts::REMOVED.get()));
                    // First the closing dialog gives the focus back to a button that goes away.
                    timer::sleep(Duration::ZERO).await;
                    focus::by_id(HEADING);
                }
                Err(error) => {
                    self.failure.try_set(Some(error));
                }
            }
        });
    }
}

/// The question.
pub(super) fn removal(removal: Removal) -> AnyView {
    let Removal { access, subject, is_open, is_busy, failure } = removal;
    let question = live_text(move || {
        let Some(assignment) = subject.get() else { return String::new() };
        let principal = access.principal_name(&assignment.principal);
        let values = [("principal", principal), ("role", words::role(&assignment))];
        t_with(texts::REMOVE_LOSES, &values)
    });
    let failed = live(move || match failure.get() {
        Some(error) => problem(error, texts::NOT_REMOVED),
        None => ().into_any(),
    });
    let actions = move || {
        let busy =
            MaybeProp::derive(move || is_busy.get().then(|| texts::REMOVING.get().to_owned()));
        let confirm = live_text(move || {
            let is_again = failure.with(Option::is_some);
            if is_again { common::RETRY.get() } else { texts::REMOVE.get() }
        });
        view! {
            <Button on_click=Callback::new(move |_| is_open.set(false))>{t(common::CANCEL)}</Button>
            <Button
                kind=ButtonKind::Danger
                disabled_reason=busy
                on_click=Callback::new(move |_| removal.carry_out())
            >
                {confirm}
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

/// What failed, and whether anything was changed: `unchanged` says that nothing was.
pub(super) fn problem(error: ApiError, unchanged: Text) -> AnyView {
    let consequence = if error.leaves_open() { texts::MAYBE_CHANGED } else { unchanged };
    view! {
        <Problem error />
        <p class="hint">{t(consequence)}</p>
    }
    .into_any()
}
