//! What a letter says, in the language in force.

use super::sheet::{Amount, Part, Sheet};
use crate::i18n::catalogue::{exchange, letter as texts, quote, refund, reservation, rules};
use crate::i18n::{self, Language, Text, calculations, names, t_count, t_with};
use crate::quote::remark::words_of;
use crate::shell::policy_name;
use calculator::json::RefundCase;
use calculator::{Citation, Decision, Disagreement, Money, Policy, Source, Step};
use chrono::NaiveDate;
use view_model::address::ReservationRef;
use view_model::letterhead::Letterhead;
use view_model::quote::Facts;
use view_model::quote::letter::{Ended, Letter, Line, Newest, Row};
use view_model::record;

/// What a letter is about, beside its amounts.
#[derive(Debug)]
pub struct About<'a> {
    /// The ids of the reservation.
    pub of: &'a ReservationRef,
    /// Its records.
    pub facts: &'a Facts,
    /// What is returned.
    pub case: &'a RefundCase,
    /// What comes of it.
    pub decision: Decision,
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
    let mut parts = top(head, about.customer.clone(), about.today);
    opening(&mut parts, about);
    parts.push(Part::Heading(texts::AMOUNTS.get().to_owned()));
    parts.push(Part::Amounts(letter.rows.iter().map(amount).collect()));
    parts.extend(letter.ended_instalments.map(|ended| Part::Paragraph(ended_in_words(ended))));
    validity(&mut parts, about, letter);
    next(&mut parts, letter);
    notes(&mut parts, about, letter, first);
    reasons(&mut parts, &letter.steps, &letter.sources);
    close(&mut parts, head);
    Sheet { language, parts }
}

/// Who writes to whom, and when.
pub(super) fn top(head: &Letterhead, customer: Option<String>, today: NaiveDate) -> Vec<Part> {
    let mut parts = Vec::new();
    let lines = head.address.iter().chain([&head.contact]);
    let lines: Vec<_> = lines.filter(|line| !line.is_empty()).cloned().collect();
    if !head.name.is_empty() || !lines.is_empty() {
        parts.push(Part::Head(head.name.clone(), lines));
    }
    parts.extend(customer.map(Part::Paragraph));
    parts.push(Part::Paragraph(i18n::date(today)));
    parts
}

/// The end, and who writes.
pub(super) fn close(parts: &mut Vec<Part>, head: &Letterhead) {
    parts.push(Part::Paragraph(texts::CLOSING.get().to_owned()));
    parts.extend((!head.name.is_empty()).then(|| Part::Paragraph(head.name.clone())));
}

/// What the letter is about.
fn opening(parts: &mut Vec<Part>, about: &About<'_>) {
    let name = record::name(about.facts.reservation());
    parts.push(Part::Subject(t_with(texts::SUBJECT, &[("name", name)])));
    parts.push(Part::Paragraph(texts::GREETING.get().to_owned()));
    let day = [("day", i18n::date(about.case.on))];
    parts.push(Part::Paragraph(t_count(texts::OPENING, about.case.units, &day)));
    parts.push(Part::Facts(facts(about)));
}

/// The reservation, as far as its record tells.
fn facts(about: &About<'_>) -> Vec<(String, String)> {
    let record = about.facts.reservation();
    let properties = record.properties();
    // Microsoft's description of a product names its size, region and term once more.
    let size = record.sku.as_ref().and_then(|sku| sku.name.clone());
    let size = size.or_else(|| properties.sku_description.clone());
    let product = names::resource_type(about.facts.resource_type()).to_owned();
    let region = record.location.as_deref().map(|region| names::region(region).to_owned());
    let units = [
        ("units", i18n::integer(about.case.units)),
        ("owned", i18n::integer(about.case.holding.quantity().into())),
    ];
    let ids = |id: &str| about.has_ids.then(|| id.to_owned());
    let plan = calculations::billing_plan(about.facts.plan());
    let all: [(Text, Option<String>); 13] = [
        (reservation::RESERVATION, Some(record::name(record))),
        (reservation::PRODUCT, Some(product)),
        (exchange::SIZE, size),
        (reservation::REGION, region),
        (texts::UNITS, Some(t_with(texts::UNITS_OF, &units))),
        (refund::DAY, Some(i18n::date(about.case.on))),
        (reservation::PURCHASE_DATE, Some(i18n::date(about.case.holding.purchase_date()))),
        (reservation::EXPIRATION_DATE, Some(i18n::date(about.facts.expiry_date()))),
        (reservation::TERM, properties.term.as_ref().map(|term| names::term(term).to_owned())),
        (reservation::BILLING_PLAN, Some(plan.get().to_owned())),
        (texts::POLICY, Some(policy_name(about.case.policy))),
        (reservation::RESERVATION_ID, ids(&about.of.reservation)),
        (reservation::RESERVATION_ORDER_ID, ids(&about.of.order)),
    ];
    let stated = all.into_iter().filter_map(|(name, value)| Some((name.get().to_owned(), value?)));
    stated.collect()
}

fn amount(row: &Row) -> Amount {
    let Row { sign, line, amount } = *row;
    let name = match line {
        Line::Paid => rules::INPUT_PAID,
        Line::Consumed => rules::INPUT_CONSUMED,
        Line::Credit => rules::INPUT_CREDIT,
        Line::EarlyTerminationFee => rules::INPUT_FEE,
        Line::Refund => rules::INPUT_REFUND,
        Line::LostToLimit => rules::INPUT_LOST_USD,
        Line::Credited { at_most: false } => texts::CREDITED,
        Line::Credited { at_most: true } => texts::CREDITED_AT_MOST,
        Line::HandlingFee => texts::OUR_FEE,
        Line::Margin(_) => texts::OUR_MARGIN,
        Line::Received { at_most: false } => texts::RECEIVED,
        Line::Received { at_most: true } => texts::RECEIVED_AT_MOST,
    };
    let name = match line {
        Line::Margin(rate) => t_with(name, &[("percent", calculations::fee_rate(rate))]),
        _ => name.get().to_owned(),
    };
    let is_total = matches!(line, Line::Received { .. });
    Amount { sign, name, amount: calculations::money(amount), is_total }
}

fn ended_in_words(ended: Ended) -> String {
    match ended {
        Ended::Amount(amount) => with_amount(texts::ENDED, amount),
        Ended::Unsaid => refund::INSTALMENTS_NOTE.get().to_owned(),
    }
}

fn with_amount(text: Text, amount: Money) -> String {
    t_with(text, &[("amount", calculations::money(amount))])
}

/// Until when the amount holds, and what it is then.
fn validity(parts: &mut Vec<Part>, about: &About<'_>, letter: &Letter) {
    let (first, last) = (i18n::date(about.case.on), i18n::date(letter.holds_until));
    let holds = match about.case.on == letter.holds_until {
        true => t_with(texts::HOLDS_ON, &[("day", first)]),
        false => t_with(texts::HOLDS_THROUGH, &[("first", first), ("last", last)]),
    };
    parts.push(Part::Heading(texts::VALIDITY.get().to_owned()));
    parts.push(Part::Paragraph(holds));
    parts.push(Part::Paragraph(texts::HOLDS_IF.get().to_owned()));
    if !letter.later.is_empty() {
        let later = letter.later.iter();
        let later =
            later.map(|(day, amount)| (i18n::date(*day), calculations::money(*amount))).collect();
        parts.push(Part::Heading(texts::LATER.get().to_owned()));
        parts.push(Part::Facts(later));
    }
}

fn next(parts: &mut Vec<Part>, letter: &Letter) {
    let confirm = t_with(texts::NEXT_CONFIRM, &[("day", i18n::date(letter.holds_until))]);
    let then = [texts::NEXT_RETURN, texts::NEXT_CREDIT].map(|text| text.get().to_owned());
    let steps = std::iter::once(confirm).chain(then).map(|step| vec![step]);
    parts.push(Part::Heading(texts::NEXT.get().to_owned()));
    parts.push(Part::Steps(steps.collect()));
}

/// What must be known beside the amounts.
fn notes<const N: usize>(
    parts: &mut Vec<Part>,
    about: &About<'_>,
    letter: &Letter,
    first: [Option<String>; N],
) {
    let mut notes: Vec<String> = first.into_iter().flatten().collect();
    notes.extend(words_of(&letter.remarks));
    if about.decision == Decision::Capped {
        notes.push(refund::DECISION_CAPPED.get().to_owned());
    }
    let warnings = letter.warnings.iter();
    notes.extend(warnings.map(|warning| calculations::warning(*warning).get().to_owned()));
    notes.extend(letter.newest.map(newest_in_words));
    notes.extend(letter.disagreements.iter().map(|it| disagreement_in_words(*it)));
    notes.push(texts::NOTE_RECORDS.get().to_owned());
    parts.push(Part::Heading(texts::NOTES.get().to_owned()));
    parts.push(Part::Points(notes));
}

/// A question on which the sources disagree, with their answers.
pub(super) fn disagreement_in_words(disagreement: Disagreement) -> String {
    let (question, readings) = calculations::disagreement(disagreement);
    [question.get(), " ", readings.get()].concat()
}

fn newest_in_words(newest: Newest) -> String {
    let policy = ("policy", policy_name(Policy::newest()));
    match newest {
        Newest::Refused => t_with(texts::NEWEST_REFUSED, &[policy]),
        Newest::Nothing => t_with(texts::NEWEST_NOTHING, &[policy]),
        Newest::Received(amount) => {
            let amount = ("amount", calculations::money(amount));
            t_with(texts::NEWEST_RECEIVED, &[policy, amount])
        }
    }
}

/// How the amounts came about, and the documents of the rules.
pub(super) fn reasons(parts: &mut Vec<Part>, steps: &[Step], sources: &[Source]) {
    if !steps.is_empty() {
        parts.push(Part::Heading(t_count(quote::STEPS, steps.len() as u64, &[])));
        parts.push(Part::Steps(steps.iter().map(step).collect()));
    }
    if !sources.is_empty() {
        let sources = sources.iter();
        let sources = sources.map(|source| calculations::source(&Citation::Documentation(*source)));
        parts.push(Part::Heading(texts::SOURCES.get().to_owned()));
        parts.push(Part::Points(sources.collect()));
    }
}

fn step(step: &Step) -> Vec<String> {
    let (formula, result) =
        (calculations::formula(&step.formula), calculations::value(&step.result));
    vec![
        calculations::rule(step.rule).get().to_owned(),
        [&formula, " ", step.relation.sign(), " ", &result].concat(),
        calculations::named(quote::SOURCE, calculations::source(&step.source)),
    ]
}
