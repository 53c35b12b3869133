//! The texts of each language as a file of its own, which the page names.
//!
//! `src/i18n` fetches the one of its reader. Their names change with their contents, so that a browser
//! never combines the texts of one build with the program of another.

use std::fs;
use std::path::Path;

use crate::i18n::catalogue;
use crate::page;
use crate::process::{Doing, Outcome};

/// How the name of such a file begins.
pub(crate) const PREFIX: &str = "texts-";

/// The languages in the order of the catalogue.
const LANGUAGES: [&str; 5] = ["en", "de", "sv", "nl", "zh-CN"];

/// Writes the files into a bundle and their addresses into its page.
pub(crate) fn write(bundle: &Path) -> Outcome {
    let page = page::read(bundle)?;
    let base = page::base(&page)?;
    let mut links = Vec::new();
    for (number, tag) in LANGUAGES.into_iter().enumerate() {
        let words = catalogue::words(number);
        let name = format!("{PREFIX}{tag}-{}.txt", page::fingerprint(words.as_bytes()));
        fs::write(bundle.join(&name), words).doing(format!("write {name}"))?;
        links.push(format!("<link rel=\"texts\" hreflang=\"{tag}\" href=\"{base}{name}\">"));
    }
    page::write(bundle, &page::with_links(&page, &links))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Placeholders that hold a number of things.
    const NUMBERS: [&str; 13] = [
        "count", "days", "digits", "done", "hours", "lines", "max", "minutes", "owned", "seconds",
        "total", "units", "unused",
    ];

    /// Texts with such a number of which no word depends on it: it stands behind a colon, in brackets or before
    /// a sign, is never one, or one has a text of its own.
    const ALIKE: [&str; 25] = [
        "common::SHOWN_OF_TOTAL",
        "configuration::NAME_AND_UNITS",
        "configuration::NAME_TOO_LONG",
        "customers::FILTER_COUNT",
        "customers::SHOW_MORE",
        "exchange::SUGGEST_OUTCOME",
        "exchange::SUGGEST_UNREAD",
        "exchange::BUY_MORE",
        "exchange::TEXT_PURCHASE",
        "exchange::FILE_HOLDS",
        "exchange::IMPORTED",
        "exchange::CONFIRM_BUYS",
        "quote::OF_OWNED",
        "quote::UNITS_ON_DAY",
        "quote::REPLENISHED",
        "radar::IN_DAYS",
        "reservation::DAYS_LEFT",
        "reservation::ENDED_DAYS_AGO",
        "reservation::PAYMENTS_FAILED",
        "reservation::ALL_PAYMENTS",
        "rules::PROBLEM_TOO_LARGE",
        "rules::PROBLEM_OUT_OF_RANGE",
        "rules::PROBLEM_LENGTH",
        "support::STEP",
        "support::TOO_LONG",
    ];

    /// A text: its name below the catalogue, and its forms in each language.
    fn texts() -> Vec<(&'static str, [Vec<String>; 5])> {
        let words = std::array::from_fn::<_, 5, _>(catalogue::words);
        let words = words.each_ref().map(|words| words.lines().collect::<Vec<_>>());
        let name = |path: &'static str| path.split_once("catalogue::").expect("is its folder").1;
        let forms = |place: usize| {
            words.each_ref().map(|lines| lines[place].split('\t').map(str::to_owned).collect())
        };
        let names = catalogue::names().into_iter().map(name);
        names.enumerate().map(|(place, name)| (name, forms(place))).collect()
    }

    fn placeholders(text: &str) -> BTreeSet<&str> {
        text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).collect()
    }

    #[test]
    fn every_language_has_a_line_for_each_text() {
        assert_eq!(catalogue::COUNT, catalogue::names().len());
        for (number, tag) in LANGUAGES.into_iter().enumerate() {
            assert_eq!(catalogue::words(number).lines().count(), catalogue::COUNT, "{tag}");
        }
        assert!(catalogue::words(1).contains("Schließen\n"));
    }

    #[test]
    fn every_text_says_something_in_every_language() {
        for (name, languages) in texts() {
            for words in languages.iter().flatten() {
                assert!(!words.is_empty(), "{name}");
                assert_eq!(words.trim(), words, "{name} has space around it");
                assert!(!words.contains("  "), "{name} has a double space: {words}");
                assert!(!words.contains('\r'), "{name} is more than a line");
            }
        }
    }

    #[test]
    fn placeholders_agree_across_languages() {
        for (name, languages) in texts() {
            let expected = placeholders(languages[0].last().expect("a line has a form"));
            for forms in &languages {
                let (other, one) = forms.split_last().expect("a line has a form");
                assert_eq!(placeholders(other), expected, "{name}: {other}");
                // One of one needs no number.
                let one = one.iter().all(|one| placeholders(one).is_subset(&expected));
                assert!(one, "{name}: {forms:?}");
            }
        }
    }

    #[test]
    fn a_text_with_a_number_has_a_form_for_one() {
        let mut alike = Vec::new();
        for (name, languages) in texts() {
            let [en, de, sv, nl, zh] = languages.each_ref().map(Vec::len);
            let is_counted = en == 2;
            assert_eq!((de, sv, nl, zh), (en, en, en, 1), "{name}");
            let english = &languages[0];
            let named = placeholders(english.last().expect("a line has a form"));
            if is_counted {
                assert!(
                    named.contains("count"),
                    "{name}: the number of a counted text is its count"
                );
            } else if named.iter().any(|name| NUMBERS.contains(name)) {
                alike.push((name, english[0].clone()));
            }
        }
        let unknown: Vec<_> = alike.iter().filter(|(name, _)| !ALIKE.contains(name)).collect();
        assert!(unknown.is_empty(), "one or many? {unknown:#?}");
        for name in ALIKE {
            assert!(alike.iter().any(|(known, _)| *known == name), "{name} has no such number");
        }
    }
}
