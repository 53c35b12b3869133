//! The page on which everything is taken out and brought back.

mod backup;
mod place;
mod reservations;
mod restore;
mod writer;

use crate::api::use_api;
use crate::i18n::catalogue::data as texts;
use crate::i18n::t;
use crate::paths::route;
use crate::ui::Heading;
use leptos::prelude::*;

pub use reservations::{Take, export_menu};
pub use writer::Luggage;

/// Backup, restore, and export of everything.
#[component]
pub fn Data() -> impl IntoView {
    let is_in_browser = use_api().is_in_browser();
    let summary = if is_in_browser { texts::SUMMARY } else { texts::SUMMARY_OF_SERVER };
    view! {
        <Heading title=route::DATA.title summary=move || t(summary) />
        <div class="stack">
            {is_in_browser.then(place::part)}
            {backup::part()}
            {restore::part()}
            {reservations::part()}
        </div>
    }
    .into_any()
}
