//! Product name, navigation and what holds on every page.
//!
//! On a narrow screen everything but the name is behind one button: a disclosure, since the things behind
//! it are links and lists and not the items of a menu.

use super::choosers::LanguageChooser;
use super::context_bar::ContextBar;
use super::demo_data::DemoData;
use super::display::display;
use super::finder::finder;
use crate::i18n::catalogue::{common, shell, titles};
use crate::i18n::{Text, t};
use crate::paths;
use crate::paths::{Route, route};
use crate::platform::effect::effect;
use crate::platform::focus;
use crate::router::use_location;
use crate::ui::{late, live_attr, live_flag};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The id of the part that a narrow screen hides.
const COLLAPSIBLE: &str = "header-menu";
/// The id of the button that shows it.
const TOGGLE: &str = "header-toggle";

/// Where the pages about customers and their reservations begin.
const OF_CUSTOMERS: [Route; 6] = [
    route::CUSTOMER,
    route::OVERVIEW,
    route::EXCHANGE,
    route::COMPARISON,
    route::TICKET,
    route::QUICK_QUOTE,
];

/// The top of every page.
#[component]
pub(super) fn Header() -> impl IntoView {
    let is_open = RwSignal::new(false);
    let path = use_location().path();
    effect(move || {
        // Whoever followed a link wants to see where it leads.
        path.track();
        is_open.set(false);
    });
    let close_on_escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" && is_open.get_untracked() {
            is_open.set(false);
            focus::by_id(TOGGLE);
        }
    };
    view! {
        <header class="header" class:open=live_flag(move || is_open.get()) on:keydown=close_on_escape>
            <a class="brand" href=paths::home() aria-label=t(shell::HOME)>
                <Mark />
                <span>{t(common::PRODUCT)}</span>
            </a>
            {finder()}
            <button
                type="button"
                class="button quiet toggle"
                id=TOGGLE
                aria-expanded=live_attr(move || Some(is_open.get().to_string()))
                aria-controls=COLLAPSIBLE
                on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
            >
                {t(shell::MENU)}
            </button>
            <div class="collapsible" id=COLLAPSIBLE>
                <Navigation />
                <div class="utilities">
                    {late(|| view! { <LanguageChooser /> {display()} }.into_any())}
                    {late(|| view! { <DemoData /> }.into_any())}
                </div>
                {late(|| view! { <ContextBar /> }.into_any())}
            </div>
        </header>
    }
    .into_any()
}

/// The places to begin from.
#[component]
fn Navigation() -> impl IntoView {
    let path = use_location().path();
    let link = move |to: &'static Route, label: Text, section: &'static [Route]| {
        let current = move || path.with(|path| current(path, to, section));
        view! {
            <li>
                <a href=paths::address(to.path(), &[]) aria-current=live_attr(current)>{t(label)}</a>
            </li>
        }
    };
    view! {
        <nav class="navigation" aria-label=t(shell::NAVIGATION)>
            <ul>
                {link(&route::CUSTOMERS, shell::NAV_CUSTOMERS, &OF_CUSTOMERS)}
                {link(&route::PORTFOLIO, titles::PORTFOLIO, &[route::RIGHTS_END])}
                {link(&route::RADAR, route::RADAR.title, &[])}
                {link(&route::RECONCILE, route::RECONCILE.title, &[])}
                {link(&route::IMPORT, route::IMPORT.title, &[])}
                {link(&route::RESOURCES, shell::NAV_RESOURCES, &[])}
            </ul>
        </nav>
    }
    .into_any()
}

/// For `aria-current`: whether `path` is that of the link itself, or of a page in its section.
pub(super) fn current(path: &str, to: &Route, section: &[Route]) -> Option<&'static str> {
    // A static host adds a slash to the address of a folder.
    let is_at = |route: &&str| {
        path.trim_end_matches('/') == paths::address(route, &[]).trim_end_matches('/')
    };
    if to.paths.iter().any(is_at) {
        return Some("page");
    }
    let is_in_section =
        section.iter().any(|above| path.starts_with(&paths::address(above.path(), &[])));
    is_in_section.then_some("true")
}

/// The product's sign: a circle of which a part is given back.
#[component]
fn Mark() -> impl IntoView {
    view! {
        <svg class="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
            <path class="rest" d="M12 12V2.5A9.5 9.5 0 1 0 21.5 12z"></path>
            <path class="returned" d="M14.5 9.5V2A7.5 7.5 0 0 1 22 9.5z"></path>
        </svg>
    }
}
