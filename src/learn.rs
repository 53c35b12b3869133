//! Addresses of Microsoft's documentation in the reader's language.

use crate::i18n::{self, Language};

/// The article at `path` of `learn.microsoft.com`, in the language in force; followed in reactive closures.
#[must_use]
pub fn url(path: &str) -> String {
    format!("https://learn.microsoft.com/{}/{path}", locale(i18n::current()))
}

const fn locale(language: Language) -> &'static str {
    match language {
        Language::English => "en-us",
        Language::German => "de-de",
        Language::Swedish => "sv-se",
        Language::Dutch => "nl-nl",
        Language::Chinese => "zh-cn",
    }
}
