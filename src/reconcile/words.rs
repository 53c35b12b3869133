//! What the page says of a row, in the language of this moment.

use crate::i18n::calculations::{fee_rate, money};
use crate::i18n::catalogue::reconcile as texts;
use crate::i18n::{self, Text, t_count, t_with};
use crate::quote::agreed_in_words;
use crate::shell::policy_name;
use portfolio::reconcile::{Note, State};
use rust_decimal::Decimal;
use view_model::Tone;
use view_model::reconcile::{Booking, Filter, Row};

/// A state in a few words.
pub(super) const fn state(filter: Filter) -> Text {
    match filter {
        Filter::Missing => texts::MISSING,
        Filter::OtherAmount => texts::OTHER_AMOUNT,
        Filter::Unrecorded => texts::UNRECORDED,
        Filter::OtherMonth => texts::OTHER_MONTH,
        Filter::NoFile => texts::NO_FILE,
        Filter::NotDue => texts::NOT_DUE,
        Filter::Matched => texts::MATCHED,
    }
}

pub(super) const fn tone(filter: Filter) -> Tone {
    match filter {
        Filter::Missing | Filter::OtherAmount => Tone::Danger,
        Filter::Unrecorded | Filter::OtherMonth => Tone::Warning,
        Filter::NoFile | Filter::NotDue => Tone::Neutral,
        Filter::Matched => Tone::Success,
    }
}

/// What it is, and everything that is known of why.
pub(super) fn sentences(row: &Row) -> Vec<String> {
    let finding = &row.finding;
    let day = || row.lines.first().map(day_of).unwrap_or_default();
    let said = |text: Text| text.get().to_owned();
    let first = match finding.state {
        State::Matched if row.lines.is_empty() => said(texts::WHY_NOTHING),
        State::Matched => said(texts::WHY_MATCHED),
        State::OtherMonth => t_with(texts::WHY_OTHER_MONTH, &[("day", day())]),
        State::OtherAmount => said(texts::WHY_OTHER_AMOUNT),
        State::Missing => said(texts::WHY_MISSING),
        State::NotDue { due } => t_with(texts::WHY_NOT_DUE, &[("day", i18n::date(due))]),
        State::NoFile => said(texts::WHY_NO_FILE),
        State::Unrecorded => said(texts::WHY_UNRECORDED),
    };
    let units = row.returned.as_ref().map_or(0, |returned| returned.case.units);
    let notes = finding.notes.iter().map(|note| self::note(*note, units));
    let is_compared = finding.state == State::OtherAmount && finding.difference.is_some();
    let is_open = is_compared && !finding.notes.iter().any(|note| note.explains());
    [first].into_iter().chain(notes).chain(is_open.then(|| said(texts::NOTE_NONE))).collect()
}

fn note(note: Note, quoted: u64) -> String {
    let said = |text: Text| text.get().to_owned();
    match note {
        Note::SeveralLines(count) => t_count(texts::NOTE_LINES, count as u64, &[]),
        Note::Rounded => said(texts::NOTE_ROUNDED),
        Note::PurchaseMonth => said(texts::NOTE_PURCHASE_MONTH),
        Note::UnitsInFile(units) => {
            let values =
                [("units", i18n::integer(units.into())), ("quoted", i18n::integer(quoted))];
            t_with(texts::NOTE_UNITS_IN_FILE, &values)
        }
        Note::OtherDay(day) => t_with(texts::NOTE_OTHER_DAY, &[("day", i18n::date(day))]),
        Note::OtherUnits(units) => t_count(texts::NOTE_OTHER_UNITS, units, &[]),
        Note::OtherUnitsAndDay(units, day) => {
            t_count(texts::NOTE_UNITS_AND_DAY, units.into(), &[("day", i18n::date(day))])
        }
        Note::FeeCharged(rate) => t_with(texts::NOTE_FEE_CHARGED, &[("rate", fee_rate(rate))]),
        Note::FeeNotCharged => said(texts::NOTE_FEE_NOT_CHARGED),
        Note::OtherPolicy(policy) => t_with(texts::NOTE_POLICY, &[("policy", policy_name(policy))]),
        Note::OtherPolicyCapped(policy) => {
            t_with(texts::NOTE_POLICY_CAPPED, &[("policy", policy_name(policy))])
        }
        Note::CapNotApplied => said(texts::NOTE_CAP_NOT_APPLIED),
        Note::Commitment => said(texts::NOTE_COMMITMENT),
        Note::WithTax => said(texts::NOTE_WITH_TAX),
        Note::OtherCurrency => said(texts::NOTE_OTHER_CURRENCY),
        Note::AtRate(rate) => t_with(texts::NOTE_AT_RATE, &[("rate", i18n::number(rate))]),
    }
}

/// The facts of a row: what each is called, and what it is.
pub(super) fn facts(row: &Row) -> Vec<(Text, String)> {
    let mut facts = Vec::new();
    if let Some(returned) = &row.returned {
        let on = [("day", i18n::date(returned.case.on))];
        facts.push((texts::RETURN, t_count(texts::UNITS_ON, returned.case.units, &on)));
        facts.push((texts::QUOTED, money(returned.expected)));
    }
    if let Some((amount, currency)) = row.finding.booked {
        let in_currency = |amount: Decimal| i18n::money(&amount.to_string(), currency.code());
        facts.push((texts::BOOKED, in_currency(amount)));
        let is_other = row.finding.state == State::OtherAmount;
        if let Some(difference) = row.finding.difference.filter(|_| is_other) {
            facts.push((texts::DIFFERENCE, in_currency(difference)));
        }
    }
    facts.extend(row.lines.iter().map(|line| (texts::FOUND_IN, found_in(line))));
    facts
}

/// What was agreed with the customer: for the partner alone, and so in no request to support.
pub(super) fn agreed(row: &Row) -> Vec<(Text, String)> {
    row.agreed.as_ref().map(agreed_in_words).into_iter().flatten().collect()
}

fn found_in(line: &Booking) -> String {
    let stated = &line.stated;
    let number = stated.invoice.as_ref().and_then(|invoice| invoice.number.clone());
    let text = if number.is_some() { texts::LINE_OF_INVOICE } else { texts::LINE_OF };
    let values = [
        ("file", stated.source.file.clone()),
        ("line", i18n::integer(stated.source.line)),
        ("day", day_of(line)),
        ("number", number.unwrap_or_default()),
    ];
    t_with(text, &values)
}

fn day_of(line: &Booking) -> String {
    azure::parse_day(&line.stated.date).map_or_else(|| line.stated.date.clone(), i18n::date)
}
