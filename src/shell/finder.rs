//! The way to the search: a button, two keys, and the dialog that it comes into.
//!
//! The search itself is not downloaded before somebody asks for it. Who makes the frame says what brings it.

use crate::i18n::catalogue::{common, find as texts, shell};
use crate::i18n::t;
use crate::platform::{effect::effect, focus, keys};
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
    typed: RwSignal<String>,
}

impl Finding {
    /// What was typed, also before the search had come.
    #[must_use]
    pub fn typed(self) -> RwSignal<String> {
        self.typed
    }

    /// Closes it: something was found.
    pub fn close(self) {
        self.is_open.try_set(false);
    }
}

/// The button and the dialog; nothing where nobody brings a search.
pub(super) fn finder() -> AnyView {
    let Some(Finder(bring)) = use_context() else { return ().into_any() };
    let is_open = RwSignal::new(false);
    let typed = RwSignal::new(String::new());
    provide_context(Finding { is_open, typed });
    let open = move || {
        if !is_open.get_untracked() {
            typed.set(String::new());
            is_open.set(true);
        }
    };
    keys::on_search(open);
    let path = use_location().path();
    effect(move || {
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
            on:click=move |_| open()
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

/// A field for whoever types at once: without one the dialog would give its button the focus, which a space presses.
fn opening() -> AnyView {
    let finding = use_context::<Finding>();
    let input = NodeRef::<leptos::html::Input>::new();
    input.on_load(|input| focus::focus(&input));
    let on_input = move |event| {
        if let Some(finding) = finding {
            finding.typed.set(event_target_value(&event));
        }
    };
    view! {
        <div class="stack">
            <input
                node_ref=input
                type="text"
                class="control"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                aria-label=t(texts::FIELD)
                placeholder=t(texts::FIELD)
                on:input=on_input
            />
            <p role="status">{t(texts::OPENING)}</p>
        </div>
    }
    .into_any()
}

fn failed(again: Callback<()>) -> AnyView {
    view! {
        <Notice tone=Tone::Danger title=texts::NOT_OPENED on_retry=again>
            <p>{t(shell::PAGE_NOT_LOADED_ADVICE)}</p>
        </Notice>
    }
    .into_any()
}
