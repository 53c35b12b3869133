//! The page on which everything is taken out and brought back.

mod backup;
mod reservations;
mod restore;

use crate::i18n::catalogue::data as texts;
use crate::i18n::t;
use crate::paths::route;
use crate::ui::Heading;
use leptos::prelude::*;

pub use reservations::{Take, export_menu};

/// Backup, restore, and export of everything.
#[component]
pub fn Data() -> impl IntoView {
    view! {
        <Heading title=route::DATA.title summary=|| t(texts::SUMMARY) />
        <div class="stack">
            {backup::part()}
            {restore::part()}
            {reservations::part()}
        </div>
    }
    .into_any()
}
