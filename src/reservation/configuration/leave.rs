//! The question before a page with unsaved changes is left.

use super::editor::Editor;
use crate::i18n::catalogue::configuration as texts;
use crate::i18n::t;
use crate::platform::leaving;
use crate::query::use_go;
use crate::ui::{Button, ButtonKind, Dialog};
use leptos::prelude::*;

/// Asks before the page is left while the form holds something unsaved.
pub(super) fn leave_question(editor: Editor) -> AnyView {
    let go = use_go();
    let is_open = RwSignal::new(false);
    let address = RwSignal::new(String::new());
    let guard = leaving::guard(
        move || editor.is_unsaved(),
        move |leads_to| {
            address.set(leads_to);
            is_open.set(true);
        },
    );
    // Lives as long as the form.
    StoredValue::new_local(guard);
    let leave = Callback::new(move |_| {
        is_open.set(false);
        editor.discard();
        go.to(&address.get_untracked());
    });
    let stay = Callback::new(move |_| is_open.set(false));
    let actions = move || {
        view! {
            <Button on_click=stay>{t(texts::STAY)}</Button>
            <Button kind=ButtonKind::Danger on_click=leave>{t(texts::LEAVE)}</Button>
        }
    };
    view! {
        <Dialog is_open title=texts::LEAVE_TITLE actions>
            <p>{t(texts::LEAVE_WORDS)}</p>
        </Dialog>
    }
    .into_any()
}
