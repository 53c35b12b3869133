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
mod leave;
mod merge;
pub(super) mod outcome;
pub mod pending;
mod preview;
mod regroup;
mod scope_fields;
pub mod split;
pub mod summary;

use super::record::Record;
use crate::paths::{Entry, ReservationRef};
use archive::archive_part;
use azure::Reservation;
use editor::Editor;
use fields::settings_part;
use leave::leave_question;
use leptos::prelude::*;
use merge::merge_part;
use outcome::Outcome;
use split::split_part;
use std::sync::Arc;

/// Changing a reservation.
#[component]
pub fn Configuration() -> impl IntoView {
    provide_context(Outcome::none());
    view! { <Record entry=Entry::Configuration content=configuration /> }.into_any()
}

fn configuration(of: ReservationRef, record: Arc<Reservation>) -> AnyView {
    let editor = Editor::new(of.clone(), &record);
    view! {
        {editor.outcome.view(of)}
        {settings_part(editor)}
        {split_part(editor, &record)}
        {merge_part(editor, &record)}
        {archive_part(editor, &record)}
        {leave_question(editor)}
    }
    .into_any()
}
