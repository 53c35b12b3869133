//! One visible text in all five languages.

use super::language::{self, Language};
use leptos::text_prop::TextProp;
use std::ops::Deref;

/// One visible text in all five languages, made by [`catalogue!`](crate::catalogue).
///
/// A placeholder is a name in braces, `{count}`, and stands in every language (a test proves it).
///
/// It is a pointer, because texts are handed from component to component into closures: carrying the
/// words themselves made the whole application larger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text(&'static Words);

/// The words of a [`Text`].
#[derive(Debug, PartialEq, Eq)]
pub struct Words {
    /// English.
    pub en: &'static str,
    /// German.
    pub de: &'static str,
    /// Swedish.
    pub sv: &'static str,
    /// Dutch.
    pub nl: &'static str,
    /// Simplified Chinese.
    pub zh: &'static str,
}

impl Deref for Text {
    type Target = Words;

    fn deref(&self) -> &Words {
        self.0
    }
}

impl Text {
    /// A text of these words.
    #[must_use]
    pub const fn new(words: &'static Words) -> Self {
        Self(words)
    }

    /// The words in `language`.
    #[must_use]
    pub const fn in_language(self, language: Language) -> &'static str {
        match language {
            Language::English => self.0.en,
            Language::German => self.0.de,
            Language::Swedish => self.0.sv,
            Language::Dutch => self.0.nl,
            Language::Chinese => self.0.zh,
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
