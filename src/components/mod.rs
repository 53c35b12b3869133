//! Every component of `ui/` in every state, on one page of development builds: to look at after a change of colours,
//! letters or spaces, in each language, theme and density.
//!
//! A release does not hold it: the page stands behind `debug_assertions`, and not in the table of pages. The samples
//! say words of the catalogue that are there anyway, whatever they mean elsewhere; components are named as in the code.
//!
//! Invariant: every component that `ui/` offers is here; `tidy` compares them.

mod controls;
mod data;
mod fields;
mod messages;
mod sample;

use crate::ui::Heading;
use leptos::prelude::*;

/// The page.
#[component]
pub fn Components() -> impl IntoView {
    view! {
        <Heading title=stringify!(Components) summary=messages::icons actions=controls::of_heading />
        <div class="stack">
            {controls::all()}
            {fields::all()}
            {messages::all()}
            {data::all()}
        </div>
    }
    .into_any()
}
