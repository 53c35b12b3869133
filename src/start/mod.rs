//! The page for whoever is here for the first time: what the product does, by a quote that says it, the ways on,
//! which refund policy applies, and a tour of the pages.

mod example;
mod policy;
mod tour;
mod ways;

use crate::i18n::catalogue::start as texts;
use crate::i18n::t;
use crate::paths::route;
use crate::platform::clock;
use crate::shell::welcomed;
use crate::ui::Heading;
use leptos::prelude::*;
use view_model::start;

/// What the product does, and where to go from here.
#[component]
pub fn Start() -> impl IntoView {
    welcomed();
    let form = StoredValue::new(start::example(clock::today()));
    view! {
        <Heading title=route::START.title summary=|| t(texts::SENTENCE) />
        <div class="stack">
            <div class="start-first">
                {example::part(form)}
                {ways::part()}
            </div>
            {policy::part(form)}
            {tour::part()}
        </div>
    }
    .into_any()
}
