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

/// How the name of a file with the texts of a part begins, and how the page calls it.
const PARTS: [(Part, &str); Part::ALL.len()] =
    [(Part::First, "texts"), (Part::Later, "later-texts")];

/// The part that the file with this name in a bundle is of; none for every other file.
pub(crate) fn part_of(name: &str) -> Option<Part> {
    let is_of = |prefix: &str| name.strip_prefix(prefix).is_some_and(|rest| rest.starts_with('-'));
    let part = PARTS.into_iter().find(|(_, prefix)| is_of(prefix)).map(|(part, _)| part);
    part.filter(|_| name.ends_with(".txt"))
}

/// Writes the files into a bundle and their addresses into its page.
pub(crate) fn write(bundle: &Path) -> Outcome {
    let page = page::read(bundle)?;
    let base = page::base(&page)?;
    let mut links = Vec::new();
    for (part, prefix) in PARTS {
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
