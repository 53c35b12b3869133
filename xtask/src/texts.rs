//! The texts of each language as a file of its own, which the page names.
//!
//! `src/i18n` fetches the one of its reader. Their names change with their contents, so that a browser
//! never combines the texts of one build with the program of another.

use std::fs;
use std::path::Path;

use crate::i18n::{Language, catalogue};
use crate::page;
use crate::process::{Doing, Outcome};

/// How the name of such a file begins.
pub(crate) const PREFIX: &str = "texts-";

/// Writes the files into a bundle and their addresses into its page.
pub(crate) fn write(bundle: &Path) -> Outcome {
    let page = page::read(bundle)?;
    let base = page::base(&page)?;
    let mut links = Vec::new();
    for language in Language::ALL {
        let (tag, words) = (language.tag(), catalogue::words(language as usize));
        let name = format!("{PREFIX}{tag}-{}.txt", page::fingerprint(words.as_bytes()));
        fs::write(bundle.join(&name), words).doing(format!("write {name}"))?;
        links.push(format!("<link rel=\"texts\" hreflang=\"{tag}\" href=\"{base}{name}\">"));
    }
    page::write(bundle, &page::with_links(&page, &links))
}

#[cfg(test)]
mod tests;
