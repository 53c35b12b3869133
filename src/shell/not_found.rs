//! The page for an address that leads nowhere.

use crate::i18n::catalogue::shell;
use crate::i18n::t;
use crate::paths;
use crate::ui::{ButtonKind, Heading, LinkButton};
use leptos::prelude::*;

/// The page for an address that leads nowhere.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <Heading title=shell::NOT_FOUND />
        <div class="stack">
            <p>{t(shell::NOT_FOUND_ADVICE)}</p>
            <div class="row">
                <LinkButton kind=ButtonKind::Primary address=paths::customers()>
                    {t(shell::NAV_CUSTOMERS)}
                </LinkButton>
            </div>
        </div>
    }
    .into_any()
}
