//! One visible text in all five languages.

use super::format::integer;
use super::language;
use super::loading;
use crate::platform::intl;
use leptos::prelude::Oco;
use leptos::text_prop::TextProp;
use view_model::language::Language;

/// One visible text in all five languages, made by [`catalogue!`](crate::catalogue).
///
/// A placeholder is a name in braces, `{count}`, and stands in every language (a test proves it).
///
/// A text is only the place of its words in the catalogue. Their addresses in five languages would be a
/// tenth of the download of all texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text(u16);

impl Text {
    /// The text at this place of the catalogue.
    ///
    /// # Panics
    /// Does not compile beyond 65,535 texts.
    #[must_use]
    pub const fn at(place: usize) -> Self {
        assert!(place <= u16::MAX as usize, "more texts than places");
        Self(place as u16)
    }

    /// The words in `language`; in English while [`prepare`](super::prepare) has not brought them here.
    #[must_use]
    pub fn in_language(self, language: Language) -> &'static str {
        loading::find(language, self.0.into())
    }

    /// The words in the language of this moment; inside a reactive closure they follow it.
    #[must_use]
    pub fn get(self) -> &'static str {
        self.in_language(language::current())
    }
}

/// A visible text whose words depend on a number, made by [`catalogue!`](crate::catalogue) with two forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted(Text);

impl Counted {
    /// The text at this place of the catalogue.
    #[must_use]
    pub const fn at(place: usize) -> Self {
        Self(Text::at(place))
    }

    /// The form for `count` in `language`, its placeholders not filled in yet.
    #[must_use]
    pub fn form(self, language: Language, count: u64) -> &'static str {
        let forms = self.0.in_language(language);
        match forms.split_once('\t') {
            Some((one, _)) if intl::is_one(language.tag(), count) => one,
            Some((_, other)) => other,
            // Chinese says one and many alike.
            None => forms,
        }
    }
}

impl From<Text> for TextProp {
    fn from(text: Text) -> Self {
        (move || text.get()).into()
    }
}

/// `text` for a view or an attribute: follows the language as it changes.
///
/// It gives what [`live_attr`](crate::ui::live_attr) gives, so that every attribute has one type of value.
pub fn t(text: Text) -> impl Fn() -> Option<Oco<'static, str>> + Copy + Send + Sync + 'static {
    move || Some(Oco::Borrowed(text.get()))
}

/// `text` with its placeholders filled in; wrap it in `move ||` to follow the language in a view.
#[must_use]
pub fn t_with(text: Text, values: &[(&str, String)]) -> String {
    fill(text.get(), values)
}

/// `text` in its form for `count`, which stands for `{count}`, and its other placeholders filled in.
#[must_use]
pub fn t_count(text: Counted, count: u64, values: &[(&str, String)]) -> String {
    let form = text.form(language::current(), count);
    // A number has no braces, so that filling in twice reads no value as a placeholder.
    fill(&fill(form, &[("count", integer(count))]), values)
}

/// `template` with its placeholders filled in.
///
/// One pass from left to right, so that a value with braces in it is never filled in again.
#[must_use]
pub fn fill(template: &str, values: &[(&str, String)]) -> String {
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
