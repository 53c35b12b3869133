//! What the letter about an exchange says, in the language in force.

use super::sheet::{Amount, Part, Sheet};
use super::words::{close, disagreement_in_words, reasons, top};
use crate::i18n::catalogue::{exchange, letter as texts, quote, reservation};
use crate::i18n::{self, Language, calculations, t_with};
use crate::quote::exchange::{bought_lines, returned_lines, sentence, totals};
use crate::quote::remark::words_of;
use crate::shell::policy_name;
use calculator::Policy;
use chrono::NaiveDate;
use view_model::letterhead::Letterhead;
use view_model::quote::exchange::Quoted;
use view_model::quote::letter::exchange::Letter;

/// What a letter is about.
#[derive(Debug)]
pub struct About<'a> {
    /// The exchange, with what must be said of its terms.
    pub quoted: &'a Quoted,
    /// What the reservations that are returned are called.
    pub names: &'a [String],
    /// What the customer is called, as far as that is known.
    pub customer: Option<String>,
    /// Whether the ids stand in the letter.
    pub has_ids: bool,
    /// The UTC day on which it is written.
    pub today: NaiveDate,
}

/// The letter in `language`, which has to be in force. `first` is what must be noted before everything else.
#[must_use]
pub fn sheet<const N: usize>(
    language: Language,
    head: &Letterhead,
    about: &About<'_>,
    letter: &Letter,
    first: [Option<String>; N],
) -> Sheet {
    let Quoted { case, quote, remarks } = about.quoted;
    let on = case.exchange.on();
    let mut parts = top(head, about.customer.clone(), about.today);
    parts.push(Part::Subject(texts::EXCHANGE_SUBJECT.get().to_owned()));
    parts.push(Part::Paragraph(texts::GREETING.get().to_owned()));
    parts.push(Part::Paragraph(t_with(texts::EXCHANGE_OPENING, &[("day", i18n::date(on))])));
    parts.push(Part::Facts(vec![
        (exchange::DAY.get().to_owned(), i18n::date(on)),
        (texts::POLICY.get().to_owned(), policy_name(quote.policy)),
    ]));
    parts.push(Part::Points(returned_lines(about.names, about.quoted)));
    parts.push(Part::Points(bought_lines(about.quoted)));
    if about.has_ids {
        parts.push(Part::Facts(ids(about)));
    }
    parts.push(Part::Heading(texts::EXCHANGE_AMOUNTS.get().to_owned()));
    parts.push(Part::Amounts(amounts(about)));
    validity(&mut parts, on, letter);

    let confirm = t_with(texts::EXCHANGE_CONFIRM, &[("day", i18n::date(letter.holds_until))]);
    let then =
        [texts::EXCHANGE_CARRIED_OUT, texts::EXCHANGE_SETTLED].map(|text| text.get().to_owned());
    let steps = std::iter::once(confirm).chain(then).map(|step| vec![step]);
    parts.push(Part::Heading(texts::NEXT.get().to_owned()));
    parts.push(Part::Steps(steps.collect()));

    let mut notes: Vec<String> = first.into_iter().flatten().collect();
    notes.extend(words_of(remarks));
    let warnings = quote.warnings.iter();
    notes.extend(warnings.map(|warning| calculations::warning(*warning).get().to_owned()));
    notes.push(exchange::NO_FEE_NO_LIMIT.get().to_owned());
    if quote.policy.id != Policy::newest().id {
        let name = [quote::NEWEST.get(), " (", &policy_name(Policy::newest()), ")"].concat();
        let newest = sentence(quote.newest.decision).get().to_owned();
        notes.push(t_with(quote::TEXT_LINE, &[("name", name), ("value", newest)]));
    }
    notes.extend(quote.disagreements.iter().map(|it| disagreement_in_words(*it)));
    notes.push(texts::NOTE_RECORDS.get().to_owned());
    parts.push(Part::Heading(texts::NOTES.get().to_owned()));
    parts.push(Part::Points(notes));

    reasons(&mut parts, &quote.steps, &letter.sources);
    close(&mut parts, head);
    Sheet { language, parts }
}

/// What it comes to; what moves on the day itself stands last, and the letter is about it.
fn amounts(about: &About<'_>) -> Vec<Amount> {
    let totals = totals(about.quoted);
    let last = totals.len().saturating_sub(1);
    let amount = |(place, (name, amount)): (usize, (i18n::Text, calculator::Money))| Amount {
        sign: "",
        name: name.get().to_owned(),
        amount: calculations::money(amount),
        is_total: place == last,
    };
    totals.into_iter().enumerate().map(amount).collect()
}

/// The ids of what is returned, each with its order.
fn ids(about: &About<'_>) -> Vec<(String, String)> {
    let of = about.quoted.case.of.iter().flat_map(|of| {
        [
            (reservation::RESERVATION_ID, of.reservation.clone()),
            (reservation::RESERVATION_ORDER_ID, of.order.clone()),
        ]
    });
    of.map(|(name, id)| (name.get().to_owned(), id)).collect()
}

/// Until when the amounts hold, and what that depends on.
fn validity(parts: &mut Vec<Part>, on: NaiveDate, letter: &Letter) {
    let (first, last) = (i18n::date(on), i18n::date(letter.holds_until));
    let holds = match on == letter.holds_until {
        true => t_with(texts::EXCHANGE_HOLDS_ON, &[("day", first)]),
        false => t_with(texts::EXCHANGE_HOLDS_THROUGH, &[("first", first), ("last", last)]),
    };
    parts.push(Part::Heading(texts::VALIDITY.get().to_owned()));
    parts.push(Part::Paragraph(holds));
    parts.push(Part::Paragraph(texts::EXCHANGE_HOLDS_IF.get().to_owned()));
}
