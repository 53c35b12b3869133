//! The entries of a record, beside its content; on a narrow screen above it.

use super::live::{live_attr, live_text};
use crate::platform::focus;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// One entry.
#[derive(Clone, Debug)]
pub struct SideNavItem {
    /// What it is called.
    pub label: TextProp,
    /// Where it leads.
    pub address: Signal<String>,
    /// Whether its page is the one on screen.
    pub is_current: Signal<bool>,
}

/// The entries of a record: links, since each entry is a page with its own address.
#[component]
pub fn SideNav(
    /// What the entries belong to.
    #[prop(into)]
    name: TextProp,
    /// The entries in their order.
    items: Vec<SideNavItem>,
) -> impl IntoView {
    let strip = NodeRef::<leptos::html::Ul>::new();
    view! {
        <nav class="side-nav" aria-label=live_attr(move || Some(name.get()))>
            <ul node_ref=strip>
                {items
                    .into_iter()
                    .map(|SideNavItem { label, address, is_current }| {
                        let link = NodeRef::<leptos::html::A>::new();
                        // On a narrow screen the entries are a strip, and this one may be outside it.
                        link.on_load(move |link| {
                            if let Some(strip) = strip.get_untracked().filter(|_| is_current.get_untracked()) {
                                focus::reveal(&link, &strip);
                            }
                        });
                        view! {
                            <li>
                                <a
                                    node_ref=link
                                    href=live_attr(move || Some(address.get()))
                                    aria-current=live_attr(move || is_current.get().then_some("page"))
                                >
                                    {live_text(move || label.get())}
                                </a>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        </nav>
    }
    .into_any()
}
