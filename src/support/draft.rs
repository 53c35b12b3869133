//! What a support request says when it is started from a quote.

use super::form::Form;
use crate::i18n::catalogue::{quote, reservation, support as texts};
use crate::i18n::{self, Language, Text, t_with};
use crate::paths::{self, ReservationRef, SupportStep};

/// Title and description of a request in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// What it is about, in one line.
    pub title: String,
    /// What support has to know, with every step of the calculation.
    pub description: String,
}

/// Title and description of a request about exchanges and refunds, in every language that its author may
/// choose. They are made while the quote is on screen, so that the request outlives the quote's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    words: [Words; Language::ALL.len()],
}

impl Draft {
    /// A draft of what `words` says; it is asked once in each language, by
    /// [`i18n::in_language`](crate::i18n::in_language).
    #[must_use]
    pub fn new(words: impl Fn() -> Words) -> Self {
        Self { words: Language::ALL.map(|language| i18n::in_language(language, &words)) }
    }

    /// The words in a language.
    #[must_use]
    pub fn words(&self, language: Language) -> &Words {
        &self.words[language as usize]
    }

    /// For the form, which remembers them.
    pub(super) fn into_words(self) -> Vec<Words> {
        self.words.into()
    }
}

/// Puts `draft` into the wizard of a reservation, in the language in force, and gives the wizard's address.
/// What was half typed there before about another matter makes room; the contact stays.
#[must_use]
pub fn start(of: &ReservationRef, draft: Draft) -> String {
    Form::of_draft(draft, i18n::current()).remember(of);
    paths::support_step(of, SupportStep::Problem)
}

/// Customer and both ids of a reservation, a line for each: support asks for them first.
#[must_use]
pub fn id_lines(of: &ReservationRef) -> String {
    let line = |name: Text, value: &str| {
        t_with(quote::TEXT_LINE, &[("name", name.get().to_owned()), ("value", value.to_owned())])
    };
    [
        line(texts::CUSTOMER_TENANT, &of.customer),
        line(reservation::RESERVATION_ORDER_ID, &of.order),
        line(reservation::RESERVATION_ID, &of.reservation),
    ]
    .join("\n")
}
