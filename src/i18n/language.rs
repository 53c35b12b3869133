//! Which language the page is in.

use super::catalogue::Part;
use super::loading;
use crate::platform::lasting::Followers;
use crate::platform::waiting::{self, Coming};
use crate::platform::{document, storage};
use leptos::task::spawn_local;
use std::cell::Cell;
use view_model::language::Language;

/// Where the choice is remembered.
const KEY: &str = "language";

thread_local! {
    /// A page has exactly one language. It lives beside the component tree rather than in its context,
    /// because event handlers and timers speak as well, and they have no context.
    static LANGUAGE: Cell<Language> = const { Cell::new(Language::English) };

    /// What of the page follows it.
    static FOLLOWERS: Followers = Followers::default();

    /// The language of [`in_language`] while it runs.
    static BORROWED: Cell<Option<Language>> = const { Cell::new(None) };

    /// The language that was asked for last; its words may still be on their way.
    static WANTED: Cell<Language> = const { Cell::new(Language::English) };
}

/// The language in force; inside a reactive closure it is followed.
#[must_use]
pub fn current() -> Language {
    BORROWED.get().unwrap_or_else(|| {
        FOLLOWERS.with(Followers::add);
        LANGUAGE.get()
    })
}

/// What `words` says in `language`, whatever the page is in; nothing on the page changes.
///
/// Words for somebody else, such as Microsoft's support, are written in that person's language.
pub fn in_language<T>(language: Language, words: impl FnOnce() -> T) -> T {
    let before = BORROWED.replace(Some(language));
    let said = words();
    BORROWED.set(before);
    said
}

/// The locale for `Intl` that goes with the language in force; followed like [`current`].
#[must_use]
pub fn locale() -> String {
    current().locale_for(&document::preferred_languages())
}

/// Switches to `language` as soon as its words are here, and remembers it for the next visit.
///
/// If they cannot be had, the page is loaded again: after a new release its files have other names.
pub fn select(language: Language) {
    storage::set(KEY, language.tag());
    WANTED.set(language);
    if Part::ALL.into_iter().all(|part| loading::are_here(language, part)) {
        return apply(language);
    }
    spawn_local(async move {
        let is_here = bring(language).await;
        // Somebody may have chosen again in the meantime.
        match WANTED.get() == language {
            true if is_here => apply(language),
            true => document::reload(),
            false => {}
        }
    });
}

/// Starts with the language of the last visit, else with the reader's preferred one; with English if its
/// words cannot be had. Says whether it has any.
pub async fn restore() -> bool {
    let remembered = storage::get(KEY).and_then(|tag| Language::parse(&tag));
    let wanted =
        remembered.unwrap_or_else(|| Language::preferred(&document::preferred_languages()));
    for language in [wanted, Language::English] {
        if loading::fetch(language, Part::First).await {
            apply(language);
            return true;
        }
    }
    false
}

/// Brings the words here that the first pages do without, and says whether they are. Whoever shows another page waits
/// for it.
pub async fn complete() -> bool {
    loop {
        let language = LANGUAGE.get();
        let is_here = loading::fetch(language, Part::Later).await;
        // Somebody may have chosen another one in the meantime.
        if LANGUAGE.get() == language {
            return is_here;
        }
    }
}

/// Brings all words of `language` here, for a text that is written [`in_language`], and says whether they are.
pub async fn bring(language: Language) -> bool {
    waiting::all(all_of(language).collect()).await
}

/// Brings the words of every language here, for a text that is written [`in_language`]s of others.
pub async fn prepare() {
    waiting::all(Language::ALL.into_iter().flat_map(all_of).collect()).await;
}

fn all_of(language: Language) -> impl Iterator<Item = Coming> {
    Part::ALL.into_iter().map(move |part| Box::pin(loading::fetch(language, part)) as Coming)
}

fn apply(language: Language) {
    WANTED.set(language);
    document::set_language(language.tag());
    LANGUAGE.set(language);
    FOLLOWERS.with(Followers::tell);
}
