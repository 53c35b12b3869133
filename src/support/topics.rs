//! What a request can be about, in words.
//!
//! The service names problem types in English, and joins type and category with ` / `.

use crate::i18n::Text;
use crate::i18n::catalogue::support::{self as texts, english};
use azure::ProblemClassification;
use view_model::support::{parts, problem_name};

/// The names that the product's wizard asks for, as the service has them; the reader sees them in their own language.
const KNOWN: [(&str, Text); 8] = [
    (english::BILLING, texts::BILLING),
    (english::QUOTAS, texts::QUOTAS),
    (english::SUBSCRIPTIONS, texts::SUBSCRIPTIONS),
    (english::RESERVATION_MANAGEMENT, texts::RESERVATION_MANAGEMENT),
    (english::EXCHANGES_AND_REFUNDS, texts::EXCHANGES_AND_REFUNDS),
    (english::REQUEST_INVOICES, texts::REQUEST_INVOICES),
    (english::OTHER_REQUESTS, texts::OTHER_REQUESTS),
    (english::OTHER_BILLING, texts::OTHER_BILLING),
];

/// What a name of the service is in the language of this moment; the name itself where it is not known.
#[must_use]
pub fn in_words(name: &str) -> String {
    let known = KNOWN.into_iter().find(|(known, _)| is_called(name, known));
    known.map_or_else(|| name.to_owned(), |(_, text)| text.get().to_owned())
}

/// Both parts of a problem's name in words.
#[must_use]
pub fn whole_in_words(name: &str) -> String {
    match parts(name) {
        (problem_type, "") => in_words(problem_type),
        (problem_type, category) => format!("{} / {}", in_words(problem_type), in_words(category)),
    }
}

/// Whether a name of the service is the known one.
#[must_use]
pub fn is_called(name: &str, known: &str) -> bool {
    name.trim().eq_ignore_ascii_case(known)
}

/// Whether it is the problem that refunds and exchanges belong to.
#[must_use]
pub fn is_refund_problem(problem: &ProblemClassification) -> bool {
    let (problem_type, category) = parts(problem_name(problem));
    is_called(problem_type, english::RESERVATION_MANAGEMENT)
        && is_called(category, english::EXCHANGES_AND_REFUNDS)
}
