//! The words of all texts in one language: where they are, and how they get here.

use super::catalogue::{self, Part};
use crate::platform::lasting::Followers;
use crate::platform::{asset, console, document};
use std::cell::Cell;
use view_model::language::Language;
use wasm_bindgen_futures::spawn_local;

/// The words of a part in the order of the catalogue. They last as long as the page.
type Words = &'static [&'static str];

/// A value for each part of each language, in the order of [`Part::ALL`] and of [`Language::ALL`].
type Each<T> = [[T; Part::ALL.len()]; Language::ALL.len()];

thread_local! {
    /// The words that are here.
    static HERE: Each<Cell<Option<Words>>> =
        const { [const { [const { Cell::new(None) }; Part::ALL.len()] }; Language::ALL.len()] };

    /// Of which words somebody was told that they are not here, and that they are on their way.
    static MISSED: Each<Cell<bool>> =
        const { [const { [const { Cell::new(false) }; Part::ALL.len()] }; Language::ALL.len()] };

    /// What has read such words, and reads again when they are here.
    static READERS: Followers = Followers::default();
}

/// The words of the text at `place`: those of another language where those of `language` are not here.
pub(super) fn find(language: Language, place: usize) -> &'static str {
    let (part, line) = Part::of(place);
    let words = here(language, part).or_else(|| {
        miss(language, part, place);
        Language::ALL.into_iter().find_map(|other| here(other, part))
    });
    words.and_then(|words| words.get(line)).copied().unwrap_or_default()
}

/// Somebody should have waited. The words come all the same, and the console says so, so that it does not stay.
fn miss(language: Language, part: Part, place: usize) {
    READERS.with(Followers::add);
    let is_known = MISSED.with(|missed| missed[language as usize][part as usize].replace(true));
    if is_known {
        return;
    }
    console::error(&format!("text {place} was read before its words came: {}", language.tag()));
    spawn_local(async move {
        let is_here = fetch(language, part).await;
        MISSED.with(|missed| missed[language as usize][part as usize].set(false));
        if is_here {
            READERS.with(Followers::tell);
        }
    });
}

/// Whether these words are here, so that nobody has to wait for them.
pub(super) fn are_here(language: Language, part: Part) -> bool {
    here(language, part).is_some()
}

/// Fetches words unless they are here, and says whether they are now.
pub(super) async fn fetch(language: Language, part: Part) -> bool {
    if are_here(language, part) {
        return true;
    }
    let Some(address) = document::link(part.link(), language.tag()) else { return false };
    let Some(words) = asset::text(&address).await else { return false };
    // A file with another number of texts belongs to another build.
    let fits = words.lines().count() == part.count();
    if fits && !are_here(language, part) {
        keep(language, part, lines(words));
    }
    fits
}

fn here(language: Language, part: Part) -> Option<Words> {
    let words = HERE.with(|here| here[language as usize][part as usize].get());
    words.or_else(|| {
        let words = in_module(language, part)?;
        keep(language, part, words);
        Some(words)
    })
}

fn keep(language: Language, part: Part, words: Words) {
    HERE.with(|here| here[language as usize][part as usize].set(Some(words)));
}

/// The words that are part of the module: all of them while developing, else none.
fn in_module(language: Language, part: Part) -> Option<Words> {
    cfg!(debug_assertions).then(|| lines(catalogue::words(part, language as usize)))
}

fn lines(words: String) -> Words {
    let words: &'static str = words.leak();
    words.lines().collect::<Vec<_>>().leak()
}
