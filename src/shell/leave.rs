//! The question before a page with something unsaved is left.

use crate::i18n::{Text, t};
use crate::platform::leaving;
use crate::query::use_go;
use crate::ui::{Button, ButtonKind, Dialog, live_text};
use leptos::prelude::*;

/// The words of the question.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LeaveWords {
    /// The question.
    pub(crate) title: Text,
    /// What is lost, or what else comes of it at this moment.
    pub(crate) loses: Signal<Text>,
    /// The safe button.
    pub(crate) stay: Text,
    /// The other one.
    pub(crate) leave: Text,
}

/// Asks before the page is left while something on it is unsaved; `discard` lets go of it.
pub(crate) fn leave_question(
    words: LeaveWords,
    is_unsaved: impl Fn() -> bool + 'static,
    discard: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    let LeaveWords { title, loses, stay, leave } = words;
    let go = use_go();
    let is_open = RwSignal::new(false);
    let address = RwSignal::new(String::new());
    let guard = leaving::guard(is_unsaved, move |leads_to| {
        address.set(leads_to);
        is_open.set(true);
    });
    // Lives as long as the page.
    StoredValue::new_local(guard);
    let on_leave = Callback::new(move |_| {
        is_open.set(false);
        discard();
        go.to(&address.get_untracked());
    });
    let on_stay = Callback::new(move |_| is_open.set(false));
    let actions = move || {
        view! {
            <Button on_click=on_stay>{t(stay)}</Button>
            <Button kind=ButtonKind::Danger on_click=on_leave>{t(leave)}</Button>
        }
    };
    view! {
        <Dialog is_open title=title actions>
            <p>{live_text(move || loses.get().get())}</p>
        </Dialog>
    }
    .into_any()
}
