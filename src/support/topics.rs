//! What a request can be about, in words.
//!
//! The service names problem types in English, and joins type and category with ` / `.

use crate::i18n::catalogue::support as texts;
use crate::i18n::{Language, Text};
use azure::ProblemClassification;
use view_model::support::{parts, problem_name};

/// The names that the product's wizard asks for; the reader sees them in their own language.
const KNOWN: [Text; 8] = [
    texts::BILLING,
    texts::QUOTAS,
    texts::SUBSCRIPTIONS,
    texts::RESERVATION_MANAGEMENT,
    texts::EXCHANGES_AND_REFUNDS,
    texts::REQUEST_INVOICES,
    texts::OTHER_REQUESTS,
    texts::OTHER_BILLING,
];

/// What a name of the service is in the language of this moment; the name itself where it is not known.
#[must_use]
pub fn in_words(name: &str) -> String {
    let known = KNOWN.into_iter().find(|text| is_called(name, *text));
    known.map_or_else(|| name.to_owned(), |text| text.get().to_owned())
}

/// Both parts of a problem's name in words.
#[must_use]
pub fn whole_in_words(name: &str) -> String {
    match parts(name) {
        (problem_type, "") => in_words(problem_type),
        (problem_type, category) => format!("{} / {}", in_words(problem_type), in_words(category)),
    }
}

/// Whether the service means `text` by `name`.
#[must_use]
pub fn is_called(name: &str, text: Text) -> bool {
    name.trim().eq_ignore_ascii_case(text.in_language(Language::English))
}

/// Whether it is the problem that refunds and exchanges belong to.
#[must_use]
pub fn is_refund_problem(problem: &ProblemClassification) -> bool {
    let (problem_type, category) = parts(problem_name(problem));
    is_called(problem_type, texts::RESERVATION_MANAGEMENT)
        && is_called(category, texts::EXCHANGES_AND_REFUNDS)
}
