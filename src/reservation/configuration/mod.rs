//! The entry that changes a reservation: its settings, splitting, merging, archiving.
//!
//! [`Editor`] holds the form and saves it; the other parts ask it whether anything may be changed now. After
//! a change the record is shown anew, and [`Outcome`] says above it what was done.
//!
//! Invariant: a change sends only what differs from the record that the person has seen, with its etag.

mod archive;
mod begun;
mod conflict;
mod editor;
mod fields;
mod merge;
pub(super) mod outcome;
pub mod pending;
mod preview;
mod regroup;
mod scope_fields;
pub mod split;
pub mod summary;

use super::record::Record;
use crate::i18n::catalogue::configuration as texts;
use crate::paths::Entry;
use crate::shell::{LeaveWords, leave_question};
use archive::archive_part;
use azure::Reservation;
use editor::Editor;
use fields::settings_part;
use leptos::prelude::*;
use merge::merge_part;
use outcome::Outcome;
use split::split_part;
use std::sync::Arc;
use view_model::address::ReservationRef;

/// Changing a reservation.
#[component]
pub fn Configuration() -> impl IntoView {
    provide_context(Outcome::none());
    view! { <Record entry=Entry::Configuration content=configuration /> }.into_any()
}

fn configuration(of: ReservationRef, record: Arc<Reservation>) -> AnyView {
    let editor = Editor::new(of.clone(), &record);
    let words = LeaveWords {
        title: texts::LEAVE_TITLE,
        loses: Signal::stored(texts::LEAVE_WORDS),
        stay: texts::STAY,
        leave: texts::LEAVE,
    };
    view! {
        {editor.outcome.view(of)}
        {settings_part(editor)}
        {split_part(editor, &record)}
        {merge_part(editor, &record)}
        {archive_part(editor, &record)}
        {leave_question(words, move || editor.is_unsaved(), move || editor.discard())}
    }
    .into_any()
}
