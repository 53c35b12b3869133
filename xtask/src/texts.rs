//! The texts of each language but English as a file of its own, which the page names.
//!
//! `src/i18n` fetches the one of its reader. Their names change with their contents, so that a browser
//! never combines the texts of one build with the program of another.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::Path;

use crate::i18n::catalogue;
use crate::process::{Doing, Failure, Outcome};

/// How the name of such a file begins.
pub(crate) const PREFIX: &str = "texts-";

/// The languages in the order of the catalogue, without the English that is part of the program.
const LANGUAGES: [(usize, &str); 4] = [(1, "de"), (2, "sv"), (3, "nl"), (4, "zh-CN")];

/// Writes the files into a bundle and their addresses into its page.
pub(crate) fn write(bundle: &Path) -> Outcome {
    let mut links = String::new();
    let index = bundle.join("index.html");
    let page = fs::read_to_string(&index).doing("read index.html")?;
    let base = base(&page)?;
    for (number, tag) in LANGUAGES {
        let words = catalogue::words(number);
        let mut contents = DefaultHasher::new();
        contents.write(words.as_bytes());
        let name = format!("{PREFIX}{tag}-{:016x}.txt", contents.finish());
        fs::write(bundle.join(&name), words).doing(format!("write {name}"))?;
        links.push_str(&format!(
            "<link rel=\"texts\" hreflang=\"{tag}\" href=\"{base}{name}\">\n  "
        ));
    }
    let page = page.replacen("</head>", &format!("{links}</head>"), 1);
    fs::write(&index, page).doing("write index.html")
}

/// The base path, as the page itself knows it.
fn base(page: &str) -> Outcome<&str> {
    let start = "<meta name=\"prorata-base\" content=\"";
    page.split_once(start)
        .and_then(|(_, rest)| rest.split('"').next())
        .ok_or_else(|| Failure::new("index.html does not say its base path"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_a_line_for_each_text() {
        let english: usize = catalogue::ENGLISH.iter().map(|area| area.lines().count()).sum();
        assert_eq!(english, catalogue::all().len());
        for (number, tag) in LANGUAGES {
            assert_eq!(catalogue::words(number).lines().count(), english, "{tag}");
        }
        assert!(catalogue::words(1).contains("Schließen\n"));
    }

    #[test]
    fn the_base_path_is_read_from_the_page() {
        let page = "<head><meta name=\"prorata-base\" content=\"/desk/\"></head>";
        assert_eq!(base(page).unwrap(), "/desk/");
        assert!(base("<head></head>").is_err());
    }
}
