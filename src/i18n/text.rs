//! One visible text in all five languages.

use super::language::{self, Language};
use leptos::text_prop::TextProp;

/// One visible text in all five languages, made by [`catalogue!`](crate::catalogue).
///
/// A placeholder is a name in braces, `{count}`, and stands in every language (a test proves it).
///
/// The languages follow each other in one string, in the order of [`Language::ALL`]. Five strings would
/// be five addresses and five lengths, which for all texts together is a tenth of their download.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text(&'static str);

impl Text {
    /// Stands between two languages; no text contains it.
    const SEPARATOR: u8 = 0;

    /// A text from its words in the order of [`Language::ALL`], with a NUL between two of them.
    ///
    /// # Panics
    /// Does not compile with another number of languages.
    #[must_use]
    pub const fn packed(words: &'static str) -> Self {
        let mut separators = 0;
        let mut place = 0;
        while place < words.len() {
            if words.as_bytes()[place] == Self::SEPARATOR {
                separators += 1;
            }
            place += 1;
        }
        assert!(separators + 1 == Language::ALL.len(), "one part for each language");
        Self(words)
    }

    /// The words in `language`.
    #[must_use]
    pub const fn in_language(self, language: Language) -> &'static str {
        let mut rest = self.0;
        let mut before = language as usize;
        loop {
            let (words, after) = split_at_separator(rest);
            if before == 0 {
                return words;
            }
            before -= 1;
            rest = after;
        }
    }

    /// The words in the language of this moment; inside a reactive closure they follow it.
    #[must_use]
    pub fn get(self) -> &'static str {
        self.in_language(language::current())
    }
}

impl From<Text> for TextProp {
    fn from(text: Text) -> Self {
        (move || text.get()).into()
    }
}

/// `text` for a view or an attribute: follows the language as it changes.
pub fn t(text: Text) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
    move || text.get()
}

/// `text` with its placeholders filled in; wrap it in `move ||` to follow the language in a view.
#[must_use]
pub fn t_with(text: Text, values: &[(&str, String)]) -> String {
    fill(text.get(), values)
}

/// What stands before the first separator, and what stands after it.
const fn split_at_separator(text: &'static str) -> (&'static str, &'static str) {
    let mut place = 0;
    while place < text.len() {
        if text.as_bytes()[place] == Text::SEPARATOR {
            let (before, after) = text.split_at(place);
            return (before, after.split_at(1).1);
        }
        place += 1;
    }
    (text, "")
}

/// One pass from left to right, so that a value with braces in it is never filled in again.
fn fill(template: &str, values: &[(&str, String)]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => filled.push_str(value),
            None => {
                filled.push('{');
                filled.push_str(name);
                filled.push('}');
            }
        }
        rest = tail;
    }
    filled.push_str(rest);
    filled
}
