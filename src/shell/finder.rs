//! The way to the search: a button, two keys, and the dialog that it comes into.
//!
//! The search itself is not downloaded before somebody asks for it. Who makes the frame says what brings it.

use crate::i18n::catalogue::{common, find as texts, shell};
use crate::i18n::t;
use crate::platform::keys;
use crate::router::{Arriving, arriving, use_location};
use crate::ui::{Button, Dialog, Icon, Notice, Symbol, live};
use leptos::prelude::*;
use view_model::Tone;

/// What brings the search; in the context of the frame.
#[derive(Clone, Copy, Debug)]
pub struct Finder(pub fn() -> Arriving);

/// The search that is open; in the context of what [`Finder`] brings.
#[derive(Clone, Copy, Debug)]
pub struct Finding {
    is_open: RwSignal<bool>,
}

impl Finding {
    /// Closes it: something was found.
    pub fn close(self) {
        self.is_open.try_set(false);
    }
}

/// The button and the dialog; nothing where nobody brings a search.
pub(super) fn finder() -> AnyView {
    let Some(Finder(bring)) = use_context() else { return ().into_any() };
    let is_open = RwSignal::new(false);
    provide_context(Finding { is_open });
    keys::on_search(move || is_open.set(true));
    let path = use_location().path();
    Effect::new(move || {
        // Whoever was asked first whether to leave a page comes to another one later.
        path.track();
        is_open.set(false);
    });
    let close = move || {
        let on_click = Callback::new(move |_| is_open.set(false));
        view! { <Button on_click>{t(common::CLOSE)}</Button> }
    };
    let (shortcut, shown) = match keys::is_apple() {
        true => ("Meta+K", "⌘K".into_any()),
        false => ("Control+K", view! { {t(texts::KEYS)} }.into_any()),
    };
    let slash = if keys::slash_searches() { " /" } else { "" };
    view! {
        <button
            type="button"
            class="button quiet finder"
            aria-haspopup="dialog"
            aria-keyshortcuts=format!("{shortcut}{slash}")
            on:click=move |_| is_open.set(true)
        >
            <Icon symbol=Symbol::Search />
            <span>{t(texts::TITLE)}</span>
            " "
            <kbd>{shown}</kbd>
        </button>
        <Dialog is_open title=texts::TITLE actions=close>
            {live(move || match is_open.get() {
                true => untrack(|| arriving(bring, opening, failed)),
                false => ().into_any(),
            })}
        </Dialog>
    }
    .into_any()
}

fn opening() -> AnyView {
    view! { <p role="status">{t(texts::OPENING)}</p> }.into_any()
}

fn failed(again: Callback<()>) -> AnyView {
    view! {
        <Notice tone=Tone::Danger title=texts::NOT_OPENED on_retry=again>
            <p>{t(shell::PAGE_NOT_LOADED_ADVICE)}</p>
        </Notice>
    }
    .into_any()
}
