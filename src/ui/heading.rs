//! What tells a person where they are: the heading of a page, which is also said aloud, the way to it, and the
//! entries beside it.

use super::icon::{Icon, Symbol};
use super::live::{live_attr, live_text};
use crate::i18n::catalogue::common;
use crate::i18n::t;
use crate::platform::{document, effect::effect, focus};
use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// The only `h1` of a page, which also names the document.
///
/// A browser that loads a page announces its title and puts the keyboard at its top. Our pages change without
/// loading, so that a person who cannot see the change would miss it and go on from a link that is
/// no longer there. Therefore the heading takes the focus and is announced, except on the first page.
#[component]
pub fn Heading(
    /// What the page is about.
    #[prop(into)]
    title: TextProp,
    /// What the document is called instead, where several pages share the heading.
    #[prop(optional, into)]
    document_title: Option<TextProp>,
    /// A line of facts under the title.
    #[prop(optional, into)]
    summary: Option<ViewFn>,
    /// What can be done with the whole page.
    #[prop(optional, into)]
    actions: Option<ViewFn>,
) -> impl IntoView {
    let heading = NodeRef::<leptos::html::H1>::new();
    let announcer = use_context::<Announcer>();
    let words = document_title.unwrap_or_else(|| title.clone());
    effect(move || {
        document::set_title(&format!("{} · {}", words.get(), common::PRODUCT.get()));
    });
    let words = title.clone();
    heading.on_load(move |element| {
        let Some(announcer) = announcer else { return };
        if !announcer.take_first() {
            announcer.say(&untrack(|| words.get()));
            focus::focus_in_place(&element);
        }
    });
    view! {
        <div class="heading">
            <div class="heading-words">
                <h1 node_ref=heading tabindex="-1">{live_text(move || title.get())}</h1>
                {summary.map(|summary| view! { <div class="heading-summary">{summary.run()}</div> })}
            </div>
            {actions.map(|actions| view! { <div class="heading-actions">{actions.run()}</div> })}
        </div>
    }
    .into_any()
}

/// Speaks to screen readers; in the context of the application.
#[derive(Clone, Copy, Debug)]
pub struct Announcer {
    text: RwSignal<String>,
    is_first: StoredValue<bool>,
}

impl Default for Announcer {
    fn default() -> Self {
        Self { text: RwSignal::default(), is_first: StoredValue::new(true) }
    }
}

impl Announcer {
    /// Has `text` read out when the screen reader has finished what it says.
    pub fn say(self, text: &str) {
        self.text.set(text.to_owned());
    }

    /// Whether this is the first page since the document was loaded. Then the browser itself has announced
    /// the page, and the focus belongs where the browser put it.
    pub(super) fn take_first(self) -> bool {
        self.is_first
            .try_update_value(|is_first| std::mem::replace(is_first, false))
            .unwrap_or(true)
    }
}

/// The region that screen readers listen to; once in the application, before everything that speaks.
#[component]
pub fn RouteAnnouncer() -> impl IntoView {
    let announcer = expect_context::<Announcer>();
    view! {
        <div class="visually-hidden" role="status" aria-live="polite" aria-atomic="true">
            {live_text(move || announcer.text.get())}
        </div>
    }
}

/// One step of the way.
#[derive(Clone, Debug)]
pub struct Crumb {
    label: TextProp,
    address: Option<String>,
}

impl Crumb {
    /// A page above this one.
    pub fn link(label: impl Into<TextProp>, address: String) -> Self {
        Self { label: label.into(), address: Some(address) }
    }

    /// This page.
    pub fn here(label: impl Into<TextProp>) -> Self {
        Self { label: label.into(), address: None }
    }
}

/// The way from the top of the application to this page.
#[component]
pub fn Breadcrumbs(
    /// From the top to this page.
    crumbs: Vec<Crumb>,
) -> impl IntoView {
    view! {
        <nav class="breadcrumbs" aria-label=t(common::BREADCRUMBS)>
            <ol>
                {crumbs
                    .into_iter()
                    .map(|Crumb { label, address }| match address {
                        Some(address) => view! {
                            <li><a href=address>{live_text(move || label.get())}</a></li>
                        }
                        .into_any(),
                        None => view! {
                            <li><span aria-current="page">{live_text(move || label.get())}</span></li>
                        }
                        .into_any(),
                    })
                    .collect_view()}
            </ol>
        </nav>
    }
    .into_any()
}

/// One entry.
#[derive(Clone, Debug)]
pub struct SideNavItem {
    /// The symbol beside its name.
    pub symbol: Symbol,
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
                    .map(|SideNavItem { symbol, label, address, is_current }| {
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
                                    <Icon symbol />
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
