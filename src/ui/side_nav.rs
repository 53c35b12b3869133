//! The entries of a record, beside its content; on a narrow screen above it.

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
    view! {
        <nav class="side-nav" aria-label=move || name.get()>
            <ul>
                {items
                    .into_iter()
                    .map(|SideNavItem { label, address, is_current }| {
                        view! {
                            <li>
                                <a
                                    href=move || address.get()
                                    aria-current=move || is_current.get().then_some("page")
                                >
                                    {move || label.get()}
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
