//! The page.

use super::work::Stage;
use super::{Work, answers, files, preview, under_way};
use crate::api::{Import, Load, load};
use crate::i18n::catalogue::import as texts;
use crate::i18n::t;
use crate::paths::route;
use crate::platform::brought;
use crate::shell::{LeaveWords, leave_question};
use crate::ui::Heading;
use leptos::prelude::*;

/// Files become records.
#[component]
pub fn ImportFiles() -> impl IntoView {
    let work = Work::new();
    work.discard_left_open();
    let api = work.api;
    let summary = if api.is_in_browser() { texts::SUMMARY } else { texts::SUMMARY_OF_SERVER };
    let imports: Load<Vec<Import>> = load(|| (), move |()| async move { api.imports().await });
    // Both live as long as the page.
    StoredValue::new_local(brought::take_dropped(move |files| work.add(files)));
    view! {
        <Heading title=route::IMPORT.title summary=move || t(summary) />
        {ask_before_leaving(work)}
        <div class="stack import">
            {files::bring(work)}
            {under_way::under_way(work, imports)}
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
fn ask_before_leaving(work: Work) -> AnyView {
    on_cleanup(move || {
        let is_open = work.stage.try_with_untracked(|stage| !matches!(stage, Stage::Done(_)));
        if is_open == Some(true) && !work.is_committing() {
            work.discard();
        }
    });
    let loses = Signal::derive(move || {
        if work.commit.is_busy() {
            return texts::LEAVE_COMMITTING;
        }
        // It may have come to its end before the question was answered.
        match work.stage.with(|stage| matches!(stage, Stage::Done(_))) {
            true => texts::DONE,
            false => texts::LEAVE_WORDS,
        }
    });
    let words =
        LeaveWords { title: texts::LEAVE_TITLE, loses, stay: texts::STAY, leave: texts::LEAVE };
    // A commit on its way goes on without the page.
    let let_go = move || {
        if !work.is_committing() {
            work.start_over();
        }
    };
    leave_question(words, move || work.is_unsaved(), let_go)
}
