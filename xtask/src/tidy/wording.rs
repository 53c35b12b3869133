//! The checks of the texts: what each has to hold in five languages, and what none of them may say.
//!
//! They look at the catalogue as it is compiled. What each sentence says is for people to read.

mod words;

use std::collections::BTreeSet;

use crate::i18n::catalogue::Part;
use crate::i18n::{Language, catalogue};

use super::source::Source;
use words::{ALIKE, NAMES, NUMBERS, SHARED, TAKEN, WRONG, Wrong};

/// Where the texts are.
const CATALOGUE: &str = "src/i18n/catalogue/";
/// How the comment of a text begins that stands alone, without a sentence around it.
const LABELS: [&str; 6] = ["Button", "Column", "Heading", "Label", "Navigation", "Property"];

/// A text: its name below the catalogue, and its forms in each language.
pub(super) struct Words {
    name: String,
    forms: [Vec<String>; Language::ALL.len()],
}

/// A check of the texts: what it says, and what breaks it.
type Check = (&'static str, fn(&[Words]) -> Vec<String>);

pub(super) const CHECKS: [Check; 7] = [
    ("every text says something in every language", empty),
    ("placeholders agree across languages", other_placeholders),
    ("a text with a number has a form for one", without_forms),
    ("no text is left in English", left_in_english),
    ("no text says something else than it means", misleading),
    ("quotes, ellipses, dashes and numbers are written as the language does", mistyped),
    ("a text ends alike in every language", other_ends),
];

/// Every text of the interface.
pub(super) fn catalogue() -> Vec<Words> {
    let words = std::array::from_fn::<_, { Language::ALL.len() }, _>(|language| {
        Part::ALL.map(|part| catalogue::words(part, language)).concat()
    });
    let words = words.each_ref().map(|words| words.lines().collect::<Vec<_>>());
    let forms = |place: usize| {
        words.each_ref().map(|lines| lines[place].split('\t').map(str::to_owned).collect())
    };
    let name = |path: &str| path.rsplit("catalogue::").next().unwrap_or(path).to_owned();
    let names = catalogue::names().into_iter().map(name);
    names.enumerate().map(|(place, name)| Words { name, forms: forms(place) }).collect()
}

impl Words {
    /// Each language with each of its forms.
    fn said(&self) -> impl Iterator<Item = (Language, &str)> {
        let languages = Language::ALL.into_iter().zip(&self.forms);
        languages.flat_map(|(language, forms)| forms.iter().map(move |form| (language, &**form)))
    }

    /// The form for many, or the only one, in English.
    fn english(&self) -> &str {
        self.forms[Language::English as usize].last().map_or("", String::as_str)
    }
}

/// What `finds` says of any form of any text.
fn of_each(texts: &[Words], finds: impl Fn(Language, &str) -> Option<String>) -> Vec<String> {
    let said = |text| Words::said(text).map(move |(language, words)| (text, language, words));
    let each = texts.iter().flat_map(said);
    let broken = each.filter_map(|(text, language, words)| {
        finds(language, words).map(|why| format!("{}: {why}: {words}", text.name))
    });
    broken.collect()
}

fn empty(texts: &[Words]) -> Vec<String> {
    of_each(texts, |_, words| {
        let why = match words {
            "" => "is empty",
            _ if words.trim() != words => "has space around it",
            _ if words.contains("  ") => "has a double space",
            _ if words.contains('\r') => "is more than a line",
            _ => return None,
        };
        Some(why.to_owned())
    })
}

/// The names in braces.
fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).collect()
}

/// The words without the names in braces, which are a programmer's.
fn without_placeholders(text: &str) -> String {
    let mut parts = text.split('{');
    let mut said = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        said.push_str("{}");
        said.push_str(part.split_once('}').map_or(part, |(_, after)| after));
    }
    said
}

fn other_placeholders(texts: &[Words]) -> Vec<String> {
    let mut found = Vec::new();
    for text in texts {
        let expected = placeholders(text.english());
        for forms in &text.forms {
            let Some((other, one)) = forms.split_last() else { continue };
            // One of one needs no number.
            let is_one_alike = one.iter().all(|one| placeholders(one).is_subset(&expected));
            if placeholders(other) != expected || !is_one_alike {
                found.push(format!("{}: {other}", text.name));
            }
        }
    }
    found
}

fn without_forms(texts: &[Words]) -> Vec<String> {
    let mut found = Vec::new();
    let mut alike = BTreeSet::new();
    for text in texts {
        let is_counted = text.forms[Language::English as usize].len() == 2;
        for (language, forms) in Language::ALL.into_iter().zip(&text.forms) {
            // Chinese says one and many alike.
            let expected = if is_counted && language != Language::Chinese { 2 } else { 1 };
            if forms.len() != expected {
                found.push(format!("{}: {} forms in {language:?}", text.name, forms.len()));
            }
        }
        let named = placeholders(text.english());
        let has_number = named.iter().any(|name| NUMBERS.contains(name));
        if is_counted && !named.contains("count") {
            found.push(format!("{}: the number of a counted text is its count", text.name));
        } else if !is_counted && has_number {
            alike.insert(text.name.as_str());
            if !ALIKE.contains(&text.name.as_str()) {
                found.push(format!("{}: one or many? {}", text.name, text.english()));
            }
        }
    }
    let gone = ALIKE.into_iter().filter(|name| !alike.contains(name));
    found.extend(gone.map(|name| format!("{name}: has no number, but is listed")));
    found
}

fn left_in_english(texts: &[Words]) -> Vec<String> {
    let mut found = Vec::new();
    for text in texts {
        let said = without_placeholders(text.english());
        let words: Vec<&str> = said
            .split(|letter: char| !letter.is_alphabetic())
            .filter(|it| !it.is_empty())
            .collect();
        for (language, forms) in Language::ALL.into_iter().zip(&text.forms).skip(1) {
            let is_same = *forms == text.forms[Language::English as usize];
            if is_same && !words.iter().all(|word| is_shared(language.tag(), word)) {
                found.push(format!("{} in {language:?}: {}", text.name, text.english()));
            }
        }
    }
    found
}

/// Whether a word is English and one of another language.
fn is_shared(tag: &str, word: &str) -> bool {
    NAMES.contains(&word)
        || SHARED.iter().any(|(of, words)| *of == tag && words.contains(&word))
        || TAKEN.iter().any(|(of, taken, _)| *of == tag && *taken == word)
}

fn misleading(texts: &[Words]) -> Vec<String> {
    of_each(texts, |language, words| {
        let wrong = WRONG.iter().find(|wrong| wrong.tag == language.tag() && wrong.is_in(words))?;
        Some(format!("“{}” {}", wrong.word, wrong.why))
    })
}

impl Wrong {
    fn is_in(&self, words: &str) -> bool {
        let words = without_placeholders(words);
        let has_capital = self.word.contains(char::is_uppercase);
        let words = if has_capital { words } else { words.to_lowercase() };
        words.match_indices(self.word).any(|(place, _)| {
            // Letters in the middle of a longer word are another one; Chinese has no small letters.
            let has_letters = self.word.starts_with(char::is_lowercase);
            let is_own = !has_letters || !words[..place].ends_with(char::is_lowercase);
            is_own && !self.right.iter().any(|right| self.is_part_of(right, &words, place))
        })
    }

    /// Whether the word at this place is part of one that is right.
    fn is_part_of(&self, right: &str, words: &str, place: usize) -> bool {
        right.match_indices(self.word).any(|(before, _)| {
            let start = place.checked_sub(before).and_then(|start| words.get(start..));
            start.is_some_and(|words| words.starts_with(right))
        })
    }
}

fn mistyped(texts: &[Words]) -> Vec<String> {
    of_each(texts, |language, words| {
        use Language as L;
        let quotes = match language {
            L::English | L::Chinese => "“”’",
            L::German => "„“‚‘",
            L::Swedish => "”’",
            L::Dutch => "‘’",
        };
        let is_foreign = |sign| "„“”‚‘’«»「」".contains(sign) && !quotes.contains(sign);
        let why = match words {
            _ if words.contains('"') || has_quoting_apostrophe(words) => "has a straight quote",
            _ if words.contains(is_foreign) => "has the quotes of another language",
            _ if words.contains("...") => "has three dots",
            _ if words.contains([' ', '\u{a0}']) && is_ellipsis_wrong(language, words) => {
                "has an ellipsis that stands too close or too far"
            }
            _ if words.contains(" – ") || words.contains('—') || words.contains(" - ") => {
                "has a dash that is no range"
            }
            _ if language == L::Chinese && has_narrow_sign(words) => "has a sign of half the width",
            _ if has_typed_number(words) => "has a number or a date that is typed",
            _ => return None,
        };
        Some(why.to_owned())
    })
}

/// Whether a straight apostrophe stands elsewhere than in or behind a word.
fn has_quoting_apostrophe(words: &str) -> bool {
    words.match_indices('\'').any(|(place, _)| !words[..place].ends_with(char::is_alphanumeric))
}

/// German and Swedish set an ellipsis apart from the word before it, the others do not.
fn is_ellipsis_wrong(language: Language, words: &str) -> bool {
    let is_apart = matches!(language, Language::German | Language::Swedish);
    words.match_indices('…').any(|(place, _)| words[..place].ends_with([' ', '\u{a0}']) != is_apart)
}

/// Whether a sign that belongs to a Latin sentence stands beside a Chinese letter.
fn has_narrow_sign(words: &str) -> bool {
    let is_chinese = |sign: char| ('\u{4e00}'..='\u{9fff}').contains(&sign);
    let signs: Vec<char> = words.chars().collect();
    signs.windows(2).any(|pair| is_chinese(pair[0]) && ",;:?!".contains(pair[1]))
        || signs.ends_with(&['.']) && signs.iter().any(|sign| is_chinese(*sign))
        || words.contains("} (") && !words.contains(is_chinese)
}

/// Whether a number has signs of one language in it: between its groups, as a date or before a percent sign.
fn has_typed_number(words: &str) -> bool {
    let bytes = words.as_bytes();
    let digits =
        |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    (1..bytes.len()).any(|place| {
        let follows = bytes[place - 1].is_ascii_digit();
        let rest = &words.as_bytes()[place..];
        let is_group = matches!(bytes[place], b',' | b'.') && digits(place + 1) == 3;
        let is_date =
            bytes[place] == b'-' && place >= 4 && digits(place - 4) == 4 && digits(place + 1) == 2;
        follows && (is_group || is_date || rest.starts_with(b"%") || rest.starts_with(b" %"))
    })
}

fn other_ends(texts: &[Words]) -> Vec<String> {
    let mut found = Vec::new();
    for text in texts {
        let expected = end(text.english());
        for (language, words) in text.said().filter(|(_, words)| end(words) != expected) {
            found.push(format!("{} in {language:?}: {words}", text.name));
        }
    }
    found
}

/// The sign at the end of a sentence or label; that of Chinese has its full width.
fn end(words: &str) -> Option<char> {
    let last = words.trim_end_matches(['“', '”', '’', '‘']).chars().last()?;
    match last {
        '.' | '。' => Some('.'),
        '?' | '？' => Some('?'),
        '!' | '！' => Some('!'),
        ':' | '：' => Some(':'),
        ',' | '，' => Some(','),
        '…' => Some('…'),
        _ => None,
    }
}

/// Buttons, headings and labels that end like a sentence.
pub(super) fn labels(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources.iter().filter(|source| source.is_in(CATALOGUE)) {
        let mut is_label = false;
        for (number, line) in (1..).zip(&source.lines) {
            let line = line.text.trim();
            if let Some(about) = line.strip_prefix("/// ") {
                is_label = LABELS.iter().any(|label| about.starts_with(label));
            } else if let Some((_, words)) = line.split_once("en: \"") {
                let words = words.split('"').next().unwrap_or_default();
                if is_label && end(words) == Some('.') {
                    found.push(format!("{}:{number}: {words}", source.path));
                }
                is_label = false;
            }
        }
    }
    found
}

#[cfg(test)]
mod tests;
