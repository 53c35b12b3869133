//! What every page stands in.

use super::footer::Footer;
use super::header::Header;
use super::session::{RecordsRound, provide_choices};
use crate::i18n::catalogue::shell;
use crate::i18n::t;
use crate::paths;
use crate::platform::{brought, document, focus};
use crate::query::use_go;
use crate::ui::{late, live};
use leptos::prelude::*;

/// The id of the element that holds the page.
const MAIN: &str = "main";

/// The frame with a page in it. It belongs into the router, and what the person chose in it is in the
/// context of the page.
///
/// It is drawn in small steps behind what the page showed before the application started, and takes its place
/// when everything but the footer is there. The page is made anew when all records were replaced, so that it
/// asks for them again.
#[component]
pub fn Shell(
    /// The page.
    children: ChildrenFn,
) -> impl IntoView {
    provide_choices();
    let records = expect_context::<RecordsRound>();
    let go = use_go();
    brought::watch_drops(move || go.to(&paths::import()));
    let skip = move |event: leptos::ev::MouseEvent| {
        // The router would take the link for a change of page, and the focus would stay behind.
        event.prevent_default();
        focus::by_id(MAIN);
    };
    view! {
        <a class="skip-link" href=format!("#{MAIN}") on:click=skip>{t(shell::SKIP_TO_CONTENT)}</a>
        <Header />
        <main id=MAIN class="page" tabindex="-1">
            {late(move || {
                document::remove_placeholder();
                let children = children.clone();
                live(move || {
                    records.track();
                    children()
                })
            })}
        </main>
        {late(|| view! { <Footer /> }.into_any())}
    }
    .into_any()
}
