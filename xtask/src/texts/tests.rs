//! What every text of the catalogue has to hold, and what none of them may say.

use super::*;
use std::collections::BTreeSet;

/// Placeholders that hold a number of things.
const NUMBERS: [&str; 13] = [
    "count", "days", "digits", "done", "hours", "lines", "max", "minutes", "owned", "seconds",
    "total", "units", "unused",
];

/// Texts with such a number of which no word depends on it: it stands behind a colon, in brackets or before
/// a sign, has its unit with it, is never one, or one has a text of its own.
const ALIKE: [&str; 28] = [
    "change::NOW_LINE",
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
    "plan::TOO_MANY",
    "plan::READING",
    "quick::FULL",
    "quote::OF_OWNED",
    "refund::UNITS_ON_DAY",
    "refund::REPLENISHED",
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
fn texts() -> Vec<(&'static str, [Vec<String>; Language::ALL.len()])> {
    let words = std::array::from_fn::<_, { Language::ALL.len() }, _>(catalogue::words);
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
    for language in Language::ALL {
        let lines = catalogue::words(language as usize).lines().count();
        assert_eq!(lines, catalogue::COUNT, "{language:?}");
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
        let is_counted = languages[0].len() == 2;
        for (language, forms) in Language::ALL.into_iter().zip(&languages) {
            // Chinese says one and many alike.
            let expected = if is_counted && language != Language::Chinese { 2 } else { 1 };
            assert_eq!(forms.len(), expected, "{name} in {language:?}");
        }
        let english = &languages[0];
        let named = placeholders(english.last().expect("a line has a form"));
        if is_counted {
            assert!(named.contains("count"), "{name}: the number of a counted text is its count");
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

/// A word that says something else than was meant.
struct Misleading {
    /// The language that it is a word of.
    tag: &'static str,
    /// How it begins, in small letters.
    word: &'static str,
    /// Longer words that begin like it and are right.
    right: &'static [&'static str],
    /// What it says, and what to say.
    why: &'static str,
}

const MISLEADING: [Misleading; 12] = [
    Misleading {
        tag: "de",
        word: "jahrestag",
        right: &[],
        why: "is once a year; each month has a day",
    },
    Misleading {
        tag: "de",
        word: "alle anderen",
        right: &["alle anderen verträge", "alle anderen weist"],
        why: "means all others, not those of the other person",
    },
    Misleading {
        tag: "sv",
        word: "kapa",
        right: &["kapacitet"],
        why: "means cut off; a cap makes it begränsad",
    },
    Misleading {
        tag: "sv",
        word: "fylls på",
        right: &[],
        why: "is said of a tank; room under the cap frigörs",
    },
    Misleading {
        tag: "sv",
        word: "klient-id",
        right: &[],
        why: "is the ID of an application; a tenant is a klientorganisation",
    },
    Misleading {
        tag: "nl",
        word: "vergoeding",
        right: &[],
        why: "is money received; a fee is kosten",
    },
    Misleading {
        tag: "nl",
        word: "verval",
        right: &["vervaldatum"],
        why: "is verschuldigd, niet meer verschuldigd or verlopen",
    },
    Misleading { tag: "nl", word: "maanddag", right: &[], why: "is no word" },
    Misleading {
        tag: "zh-CN",
        word: "应付",
        right: &["应付差额"],
        why: "is money owed; what is received is 实际退款金额",
    },
    Misleading {
        tag: "zh-CN",
        word: "} 之前",
        right: &[],
        why: "excludes the day; say 截至 with 含当日",
    },
    Misleading {
        tag: "zh-CN",
        word: "}之前",
        right: &[],
        why: "excludes the day; say 截至 with 含当日",
    },
    Misleading {
        tag: "zh-CN",
        word: "挂起",
        right: &[],
        why: "means suspended; what is under way is 待处理",
    },
];

impl Misleading {
    fn is_in(&self, words: &str) -> bool {
        let words = words.to_lowercase();
        words.match_indices(self.word).any(|(place, _)| {
            // Letters in the middle of a longer word are another one; Chinese has no small letters.
            let has_letters = self.word.starts_with(char::is_lowercase);
            let is_own = !has_letters || !words[..place].ends_with(char::is_lowercase);
            is_own && !self.right.iter().any(|right| words[place..].starts_with(right))
        })
    }
}

#[test]
fn no_text_says_something_else_than_it_means() {
    let mut found = Vec::new();
    for (name, languages) in texts() {
        for (language, words) in Language::ALL.into_iter().zip(&languages) {
            let of_language = MISLEADING.iter().filter(|word| word.tag == language.tag());
            for word in of_language.filter(|word| words.iter().any(|words| word.is_in(words))) {
                found.push(format!("{name}: {} {}: {words:?}", word.word, word.why));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn misleading_words_are_found_where_they_stand() {
    let is_found =
        |tag: &str, words: &str| MISLEADING.iter().any(|word| word.tag == tag && word.is_in(words));
    for (tag, words) in [
        ("nl", "Vergoedingspercentage"),
        ("nl", "Nog niet vervallen termijnen"),
        ("sv", "Kapad"),
        ("zh-CN", "{day} 之前可行。"),
        ("zh-CN", "现在应付"),
    ] {
        assert!(is_found(tag, words), "{words}");
    }
    for (tag, words) in [
        ("nl", "Vervaldatum"),
        ("sv", "Skapad"),
        ("sv", "Azure söker kapacitet i regionen."),
        ("zh-CN", "{last} 及之前没有此限制。"),
        ("zh-CN", "应付差额"),
        ("de", "Vergoeding"),
    ] {
        assert!(!is_found(tag, words), "{words}");
    }
}

/// What a reader sees before the application runs cannot come from the list of languages.
#[test]
fn what_stands_before_the_application_speaks_every_language() {
    let page = include_str!("../../../index.html");
    let styles = include_str!("../../../style/shell.css");
    let script = include_str!("../../../public/appearance.js");
    let listed = script.split_once("const LANGUAGES = [").expect("it has such a list").1;
    let listed = listed.split_once(']').expect("its end").0.replace(['\'', ' '], "");
    let tags: Vec<&str> = Language::ALL.map(Language::tag).into();
    assert_eq!(listed.split(',').collect::<Vec<_>>(), tags, "in the order of the menu");
    for tag in tags {
        for element in ["p", "section"] {
            let places = |tag| page.matches(&format!("<{element} lang=\"{tag}\"")).count();
            assert_eq!(places(tag), places("en"), "{element} in {tag}");
        }
        let shown = format!(":root[lang=\"{tag}\"] .in-language > [lang=\"{tag}\"]");
        assert!(styles.contains(&shown), "{tag}");
    }
}
