//! The letter about a refund: what a customer is told of a quote, as data that is said in any language.
//!
//! The form keeps what was typed; [`Letter::of`] holds it against the quote. Fee and margin are divided by the
//! calculator, so that what the customer receives, the fee and the margin are the credit to the cent.
//!
//! Invariant: a letter of the extent [`Extent::Net`] has no amount but what the customer receives, and nothing from
//! which the others could be worked out.

pub mod agreed;
pub mod exchange;
pub mod link;

use super::refund::Quoted;
use super::remark::Remark;
use super::typed::{Fault, FieldError, decimal, faults, respell};
use crate::language::Language;
use calculator::{
    Assessment, Citation, Currency, Decision, Disagreement, FeeRate, Money, Policy, Problem,
    RefundInput, Refusal, Settlement, Source, Step, Unsettled, Warning, assess,
};
use chrono::{Days, NaiveDate};

/// Days after that of the quote for which a letter tells what the customer would receive.
const LATER_DAYS: [u64; 3] = [7, 14, 30];

/// How much of the calculation the customer reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// What Microsoft credits and how it came about, the handling fee and the margin.
    Whole,
    /// Only what the customer receives.
    Net,
}

/// What is chosen for a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormText {
    /// The language of the letter, whatever that of the page.
    pub language: Language,
    /// The partner's fixed fee in the currency of the quote; may stay empty.
    pub handling_fee: String,
    /// The partner's margin in percent of what Microsoft credits; may stay empty.
    pub margin_percent: String,
    /// How much the customer reads.
    pub extent: Extent,
    /// Whether the ids of reservation and order stand in it.
    pub has_ids: bool,
}

/// A field that is typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The handling fee.
    HandlingFee,
    /// The margin.
    Margin,
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermsError {
    /// The field.
    pub field: Field,
    /// What is wrong with it.
    pub fault: TermsFault,
}

/// What is wrong with what the partner keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TermsFault {
    /// The text of the field by itself.
    Typed(Fault),
    /// With it the partner would keep more than this, which is what Microsoft credits.
    MoreThanCredit(Money),
}

/// Why there is no letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoLetter {
    /// Nothing comes back.
    Refused(Refusal),
    /// What the partner keeps does not fit.
    Terms(Vec<TermsError>),
}

/// One amount of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// Charged for the units so far.
    Paid,
    /// The part of it for used days.
    Consumed,
    /// What is left.
    Credit,
    /// Microsoft's fee.
    EarlyTerminationFee,
    /// Credit less fee.
    Refund,
    /// What does not fit into the yearly limit, in USD.
    LostToLimit,
    /// What Microsoft credits to the partner; at most, where the limit was not checked.
    Credited {
        /// Whether it may be less.
        at_most: bool,
    },
    /// What the partner keeps for the work.
    HandlingFee,
    /// What the partner keeps besides.
    Margin(FeeRate),
    /// What the customer receives; at most, where the limit was not checked.
    Received {
        /// Whether it may be less.
        at_most: bool,
    },
}

/// An amount, and how it goes into the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The sign before it.
    pub sign: &'static str,
    /// What it is.
    pub line: Line,
    /// How much.
    pub amount: Money,
}

/// What the newest rules make of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Newest {
    /// The return is refused.
    Refused,
    /// The customer receives this much.
    Received(Money),
    /// What the partner keeps is more than what Microsoft would credit.
    Nothing,
}

/// What a letter says, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// How much of it the customer reads.
    pub extent: Extent,
    /// How the credit is divided.
    pub settlement: Settlement,
    /// Whether the limit was not checked, so that everything may be less.
    pub is_at_most: bool,
    /// The amounts, the last of which is what the customer receives.
    pub rows: Vec<Row>,
    /// Instalments that are no longer charged; `None` where none are left.
    pub ended_instalments: Option<Ended>,
    /// The last day on which returning gives the same amount.
    pub holds_until: NaiveDate,
    /// What the customer receives on later days, as far as that can be told.
    pub later: Vec<(NaiveDate, Money)>,
    /// The newest rules, where the quote is under others.
    pub newest: Option<Newest>,
    /// What must be known beside the amounts.
    pub warnings: Vec<Warning>,
    /// What must be said of the terms.
    pub remarks: Vec<Remark>,
    /// Where the sources disagree; none in a letter of the net amount.
    pub disagreements: Vec<Disagreement>,
    /// How the amounts came about; none in a letter of the net amount.
    pub steps: Vec<Step>,
    /// The documents of the rules, each once.
    pub sources: Vec<Source>,
}

/// Instalments that are no longer charged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// They come to this much.
    Amount(Money),
    /// How much they come to is kept out of the letter.
    Unsaid,
}

impl FormText {
    /// What a letter starts with: everything that the customer may know, and nothing that the partner keeps.
    #[must_use]
    pub const fn start(language: Language) -> Self {
        Self {
            language,
            handling_fee: String::new(),
            margin_percent: String::new(),
            extent: Extent::Whole,
            has_ids: false,
        }
    }

    /// The same decimals for a reader in whose language `to` separates whole and fraction instead of `from`.
    #[must_use]
    pub fn respelled(&self, from: char, to: char) -> Self {
        let mut form = self.clone();
        respell(&mut form.handling_fee, from, to);
        respell(&mut form.margin_percent, from, to);
        form
    }

    /// Whether the partner keeps nothing of what Microsoft credits.
    #[must_use]
    pub fn keeps_nothing(&self) -> bool {
        [&self.handling_fee, &self.margin_percent].iter().all(|text| text.trim().is_empty())
    }

    /// How a credit is divided. `sign` separates whole and fraction in the reader's language.
    ///
    /// # Errors
    /// Every field that does not fit, in the order of the form.
    pub fn settlement(&self, credited: Money, sign: char) -> Result<Settlement, Vec<TermsError>> {
        let kept = self.kept(credited.currency(), sign)?;
        settled(credited, kept).map_err(|field| vec![above_credit(field, credited)])
    }

    /// What the partner keeps; `sign` separates whole and fraction in the reader's language.
    ///
    /// # Errors
    /// Every field that does not fit, in the order of the form.
    fn kept(&self, currency: Currency, sign: char) -> Result<(Money, FeeRate), Vec<TermsError>> {
        let fee = decimal(&self.handling_fee, sign).and_then(|fee| {
            let fee = fee.unwrap_or_default();
            if fee.is_sign_negative() && !fee.is_zero() {
                return Err(Fault::Value(Problem::Negative));
            }
            Money::from_decimal(fee, currency).map_err(Fault::Value)
        });
        let margin = decimal(&self.margin_percent, sign).and_then(|percent| {
            FeeRate::from_percent(percent.unwrap_or_default()).map_err(Fault::Value)
        });
        match (fee, margin) {
            (Ok(fee), Ok(margin)) => Ok((fee, margin)),
            (fee, margin) => {
                let typed =
                    faults([(Field::HandlingFee, fee.err()), (Field::Margin, margin.err())]);
                let error = |error: FieldError<Field>| TermsError {
                    field: error.field,
                    fault: TermsFault::Typed(error.fault),
                };
                Err(typed.into_iter().map(error).collect())
            }
        }
    }
}

impl Letter {
    /// The letter about a quote. `sign` separates whole and fraction in the language of the form.
    ///
    /// # Errors
    /// [`NoLetter`]: nothing comes back, or what the partner keeps does not fit, with the fields.
    pub fn of(quoted: &Quoted, form: &FormText, sign: char) -> Result<Self, NoLetter> {
        let (case, quote) = (&quoted.case, &quoted.quote);
        let assessment = &quote.assessment;
        let kept = form.kept(assessment.payable.currency(), sign).map_err(NoLetter::Terms)?;
        if let Decision::Refused(refusal) = assessment.decision {
            return Err(NoLetter::Refused(refusal));
        }
        let settlement = settled(assessment.payable, kept)
            .map_err(|field| NoLetter::Terms(vec![above_credit(field, assessment.payable)]))?;
        let is_at_most = !assessment.is_limit_checked();
        let received = Row {
            sign: "",
            line: Line::Received { at_most: is_at_most },
            amount: settlement.received,
        };
        let is_whole = form.extent == Extent::Whole;
        let on_day = |on| assess(&RefundInput { on, ..case.input() });
        let holds_until = holds_until(case.on, case.holding.expiry_date(), assessment, on_day);
        let later = LATER_DAYS.into_iter().filter_map(|days| {
            let day = case.on.checked_add_days(Days::new(days))?;
            let is_of_interest = holds_until < day && day < case.holding.expiry_date();
            let then = is_of_interest.then(|| on_day(day))?;
            let is_possible = then.decision.refusal().is_none();
            let then = settled(then.payable, kept).ok().filter(|_| is_possible)?;
            Some((day, then.received))
        });
        let ended = assessment.amounts.map(|amounts| amounts.cancelled_instalments);
        let ended = ended.filter(|ended| !ended.is_zero());
        Ok(Self {
            extent: form.extent,
            settlement,
            is_at_most,
            rows: match form.extent {
                Extent::Whole => rows(assessment, &settlement, kept.1, received),
                Extent::Net => vec![received],
            },
            ended_instalments: ended.map(|amount| match form.extent {
                Extent::Whole => Ended::Amount(amount),
                Extent::Net => Ended::Unsaid,
            }),
            holds_until,
            later: later.collect(),
            newest: newest(quote.policy, &quote.newest, kept),
            warnings: quote.warnings.clone(),
            remarks: quoted
                .remarks
                .iter()
                .filter(|it| is_whole || has_no_amount(it))
                .cloned()
                .collect(),
            disagreements: if is_whole { quote.disagreements.clone() } else { Vec::new() },
            sources: sources(&quote.steps),
            steps: if is_whole { quote.steps.clone() } else { Vec::new() },
        })
    }
}

/// What the calculator makes of it, or the field that is too much.
fn settled(credited: Money, (fee, margin): (Money, FeeRate)) -> Result<Settlement, Field> {
    Settlement::of(credited, fee, margin).map_err(|unsettled| match unsettled {
        Unsettled::NegativeFee | Unsettled::FeeCurrency | Unsettled::FeeAboveCredit => {
            Field::HandlingFee
        }
        Unsettled::MarginAboveCredit => Field::Margin,
    })
}

const fn above_credit(field: Field, credited: Money) -> TermsError {
    TermsError { field, fault: TermsFault::MoreThanCredit(credited) }
}

/// From what was paid to what the customer receives. What the partner does not keep has no line.
fn rows(
    assessment: &Assessment,
    settlement: &Settlement,
    margin: FeeRate,
    received: Row,
) -> Vec<Row> {
    let row = |sign, line, amount| Row { sign, line, amount };
    let mut rows = Vec::new();
    if let Some(amounts) = assessment.amounts {
        rows.push(row("", Line::Paid, amounts.paid));
        rows.push(row("−", Line::Consumed, amounts.consumed));
        rows.push(row("=", Line::Credit, amounts.credit));
        rows.push(row("−", Line::EarlyTerminationFee, amounts.fee));
        rows.push(row("=", Line::Refund, amounts.refund));
    }
    let lost = assessment.limit.map(|limit| limit.lost_to_limit).filter(|lost| !lost.is_zero());
    rows.extend(lost.map(|lost| row("−", Line::LostToLimit, lost)));
    let at_most = !assessment.is_limit_checked();
    rows.push(row("=", Line::Credited { at_most }, settlement.credited));
    if !settlement.handling_fee.is_zero() {
        rows.push(row("−", Line::HandlingFee, settlement.handling_fee));
    }
    if !settlement.margin.is_zero() {
        rows.push(row("−", Line::Margin(margin), settlement.margin));
    }
    rows.push(Row { sign: "=", ..received });
    rows
}

/// The last of the days from `on` on that have the same outcome, one after the other.
fn holds_until(
    on: NaiveDate,
    expiry: NaiveDate,
    of_quote: &Assessment,
    on_day: impl Fn(NaiveDate) -> Assessment,
) -> NaiveDate {
    let outcome = |it: &Assessment| (it.payable, it.decision);
    let later = on.iter_days().skip(1).take_while(|day| *day < expiry);
    later.take_while(|day| outcome(&on_day(*day)) == outcome(of_quote)).last().unwrap_or(on)
}

fn newest(policy: &Policy, newest: &Assessment, kept: (Money, FeeRate)) -> Option<Newest> {
    if policy.id == Policy::newest().id {
        return None;
    }
    Some(match (newest.decision.refusal(), settled(newest.payable, kept)) {
        (Some(_), _) => Newest::Refused,
        (None, Ok(settlement)) => Newest::Received(settlement.received),
        (None, Err(_)) => Newest::Nothing,
    })
}

/// Whether a remark says nothing from which an amount could be worked out.
const fn has_no_amount(remark: &Remark) -> bool {
    match remark {
        Remark::UnknownPolicy { .. } | Remark::PastDay(_) | Remark::LinkedUse { .. } => true,
        Remark::OwnRate { .. }
        | Remark::CurrentPrice { .. }
        | Remark::OwnPrice { .. }
        | Remark::FeeRate { .. } => false,
    }
}

/// The documents that the steps name, each once.
fn sources(steps: &[Step]) -> Vec<Source> {
    let mut sources = Vec::new();
    for step in steps {
        match step.source {
            Citation::Policy(source) | Citation::Documentation(source) => {
                if !sources.contains(&source) {
                    sources.push(source);
                }
            }
            Citation::Recorded | Citation::Choice | Citation::Given => {}
        }
    }
    sources
}
