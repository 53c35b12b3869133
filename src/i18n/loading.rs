//! The words of all texts in one language: where they are, and how they get here.

use super::catalogue;
use crate::platform::{asset, document};
use std::cell::Cell;
use view_model::language::Language;

/// The words of a language in the order of the catalogue. They last as long as the page.
type Words = &'static [&'static str];

thread_local! {
    /// The words that are here, in the order of [`Language::ALL`].
    static HERE: [Cell<Option<Words>>; Language::ALL.len()] =
        const { [const { Cell::new(None) }; Language::ALL.len()] };
}

/// The words of the text at `place`: those of another language where those of `language` are not here.
pub(super) fn find(language: Language, place: usize) -> &'static str {
    let words = here(language).or_else(|| Language::ALL.into_iter().find_map(here));
    words.and_then(|words| words.get(place)).copied().unwrap_or_default()
}

/// Whether the words of `language` are here, so that nobody has to wait for them.
pub(super) fn are_here(language: Language) -> bool {
    here(language).is_some()
}

/// Fetches the words of `language` unless they are here, and says whether they are now.
pub(super) async fn fetch(language: Language) -> bool {
    if are_here(language) {
        return true;
    }
    let Some(address) = document::link("texts", language.tag()) else { return false };
    let Some(words) = asset::text(&address).await else { return false };
    let words = lines(words);
    // A file with another number of texts belongs to another build.
    let fits = words.len() == catalogue::COUNT;
    if fits {
        keep(language, words);
    }
    fits
}

fn here(language: Language) -> Option<Words> {
    let words = HERE.with(|here| here[language as usize].get());
    words.or_else(|| {
        let words = in_module(language)?;
        keep(language, words);
        Some(words)
    })
}

fn keep(language: Language, words: Words) {
    HERE.with(|here| here[language as usize].set(Some(words)));
}

/// The words that are part of the module: all of them while developing, else none.
fn in_module(language: Language) -> Option<Words> {
    cfg!(debug_assertions).then(|| lines(catalogue::words(language as usize)))
}

fn lines(words: String) -> Words {
    let words: &'static str = words.leak();
    words.lines().collect::<Vec<_>>().leak()
}
