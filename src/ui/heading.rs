//! The heading of a page: its title, and what happens when the person arrives.

use super::announcer::Announcer;
use super::live::live_text;
use crate::i18n::catalogue::common;
use crate::platform::{document, focus};
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
    Effect::new(move || {
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
