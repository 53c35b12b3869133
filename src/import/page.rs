//! The page.

use super::work::Stage;
use super::{Work, answers, files, preview};
use crate::api::{Import, Load, load};
use crate::i18n::catalogue::import as texts;
use crate::i18n::t;
use crate::paths::route;
use crate::platform::{brought, leaving};
use crate::query::use_go;
use crate::ui::{Button, ButtonKind, Dialog, Heading};
use leptos::prelude::*;

/// Files become records.
#[component]
pub fn ImportFiles() -> impl IntoView {
    let work = Work::new();
    work.discard_left_open();
    let api = work.api;
    let imports: Load<Vec<Import>> = load(|| (), move |()| async move { api.imports().await });
    // Both live as long as the page.
    StoredValue::new_local(brought::take_dropped(move |files| work.add(files)));
    view! {
        <Heading title=route::IMPORT.title summary=|| t(texts::SUMMARY) />
        {leave_question(work)}
        <div class="stack import">
            {files::bring(work)}
            {preview::last(work, imports)}
            {files::progress(work)}
            {files::list(work)}
            {answers::together(work)}
            {preview::preview(work, imports)}
        </div>
    }
    .into_any()
}

/// Asks before the page is left while files are on it that are not imported.
fn leave_question(work: Work) -> AnyView {
    let go = use_go();
    let is_open = RwSignal::new(false);
    let address = RwSignal::new(String::new());
    let guard = leaving::guard(
        move || work.is_unsaved(),
        move |leads_to| {
            address.set(leads_to);
            is_open.set(true);
        },
    );
    StoredValue::new_local(guard);
    on_cleanup(move || {
        if work.stage.try_with_untracked(|stage| !matches!(stage, Stage::Done(_))) == Some(true) {
            work.discard();
        }
    });
    let leave = Callback::new(move |_| {
        is_open.set(false);
        work.start_over();
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
