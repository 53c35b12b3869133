//! Addresses of Microsoft's documentation in the reader's language.

use crate::i18n;

/// The article at `path` of `learn.microsoft.com`, in the language in force; followed in reactive closures.
#[must_use]
pub fn url(path: &str) -> String {
    format!("https://learn.microsoft.com/{}/{path}", i18n::current().learn())
}
