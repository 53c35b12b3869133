//! What is chosen for a letter in the query of an address, beside the terms of its quote.
//!
//! Decimals stand there in plain notation, as those of the quote do.

use super::{Extent, FormText};
use crate::language::Language;
use crate::quote::typed::{spelled_if_decimal, unspelled};

/// Names of the parameters.
mod parameter {
    /// The tag of the letter's language.
    pub(super) const LANGUAGE: &str = "language";
    /// The handling fee.
    pub(super) const HANDLING_FEE: &str = "handling";
    /// The margin in percent.
    pub(super) const MARGIN: &str = "margin";
    /// `net` for a letter that says only what the customer receives.
    pub(super) const EXTENT: &str = "copy";
    /// `yes` for a letter with the ids.
    pub(super) const IDS: &str = "ids";
}

const NET: &str = "net";
const YES: &str = "yes";

/// What is chosen; empty values stand for absent parameters.
#[must_use]
pub fn parameters(form: &FormText, sign: char) -> Vec<(&'static str, String)> {
    let word = |is_on: bool, word: &str| if is_on { word.to_owned() } else { String::new() };
    vec![
        (parameter::LANGUAGE, form.language.tag().to_owned()),
        (parameter::HANDLING_FEE, unspelled(&form.handling_fee, sign)),
        (parameter::MARGIN, unspelled(&form.margin_percent, sign)),
        (parameter::EXTENT, word(form.extent == Extent::Net, NET)),
        (parameter::IDS, word(form.has_ids, YES)),
    ]
}

/// What is chosen for a letter that divides nothing.
#[must_use]
pub fn undivided(form: &FormText) -> Vec<(&'static str, String)> {
    let ids = if form.has_ids { YES.to_owned() } else { String::new() };
    vec![(parameter::LANGUAGE, form.language.tag().to_owned()), (parameter::IDS, ids)]
}

/// What the partner keeps, for the page of the quote and back.
#[must_use]
pub fn kept(form: &FormText, sign: char) -> [(&'static str, String); 2] {
    [
        (parameter::HANDLING_FEE, unspelled(&form.handling_fee, sign)),
        (parameter::MARGIN, unspelled(&form.margin_percent, sign)),
    ]
}

/// The form that a link describes; `value` gives a parameter, and what the link leaves out is as in `start`.
#[must_use]
pub fn form(value: impl Fn(&str) -> Option<String>, start: FormText, sign: char) -> FormText {
    let is = |name: &str, word: &str| value(name).is_some_and(|value| value == word);
    let decimal = |name: &str| value(name).map(|text| spelled_if_decimal(text, sign));
    let language = value(parameter::LANGUAGE).and_then(|tag| Language::parse(&tag));
    FormText {
        language: language.unwrap_or(start.language),
        handling_fee: decimal(parameter::HANDLING_FEE).unwrap_or(start.handling_fee),
        margin_percent: decimal(parameter::MARGIN).unwrap_or(start.margin_percent),
        extent: if is(parameter::EXTENT, NET) { Extent::Net } else { start.extent },
        has_ids: is(parameter::IDS, YES) || start.has_ids,
    }
}
