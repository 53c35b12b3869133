//! The page's catalogue of texts and its list of languages, compiled a second time: from here they go into files.

#![allow(dead_code, unreachable_pub, reason = "the page uses what is unused here")]

#[path = "../../src/i18n/catalogue/mod.rs"]
pub(crate) mod catalogue;

#[path = "../../crates/view-model/src/language.rs"]
mod language;

pub(crate) use language::Language;

/// Stands in for the page's text; only the words themselves are wanted here.
#[derive(Clone, Copy)]
pub(crate) struct Text(usize);

impl Text {
    pub(crate) const fn at(place: usize) -> Self {
        Self(place)
    }
}

/// Stands in for the page's text with a count.
pub(crate) type Counted = Text;
