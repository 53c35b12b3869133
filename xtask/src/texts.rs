//! The texts of each language as two files of its own, which the page names: what the first pages say, and the rest.
//!
//! `src/i18n` fetches the one of its reader. Their names change with their contents, so that a browser
//! never combines the texts of one build with the program of another.

use std::fs;
use std::path::Path;

use crate::i18n::Language;
use crate::i18n::catalogue;
pub(crate) use crate::i18n::catalogue::Part;
use crate::page;
use crate::process::{Doing, Outcome};

/// The part that the file with this name in a bundle is of; none for every other file.
pub(crate) fn part_of(name: &str) -> Option<Part> {
    let is_of =
        |part: &Part| name.strip_prefix(part.link()).is_some_and(|rest| rest.starts_with('-'));
    Part::ALL.into_iter().find(is_of).filter(|_| name.ends_with(".txt"))
}

/// Writes the files into a bundle and their addresses into its page.
pub(crate) fn write(bundle: &Path) -> Outcome {
    let page = page::read(bundle)?;
    let base = page::base(&page)?;
    let mut links = Vec::new();
    for part in Part::ALL {
        let prefix = part.link();
        for language in Language::ALL {
            let (tag, words) = (language.tag(), catalogue::words(part, language as usize));
            let name = format!("{prefix}-{tag}-{}.txt", page::fingerprint(words.as_bytes()));
            fs::write(bundle.join(&name), words).doing(format!("write {name}"))?;
            links.push(format!("<link rel=\"{prefix}\" hreflang=\"{tag}\" href=\"{base}{name}\">"));
        }
    }
    page::write(bundle, &page::with_links(&page, &links))
}

#[cfg(test)]
mod tests;
