//! Returns that were carried out, against what files say was booked for them.
//!
//! Microsoft tells of a return in several documents: reservation transactions, invoices, cost files. Each document is
//! compared by itself, since all of them tell of the same money. Within one, every line is in exactly one
//! [`Finding`], and every return in at least one.
//!
//! Amounts of two currencies are never compared or added. What is said of a difference (`explain.rs`) gives the
//! booked amount exactly, or it is not said.

mod assign;
mod explain;
#[cfg(test)]
mod tests;

use calculator::json::RefundCase;
use calculator::{Currency, FeeRate, Money, Policy, parse_decimal};
use chrono::{Datelike, Months, NaiveDate};
use rust_decimal::Decimal;

use crate::intake::{BookingDocument, BookingEvent, BookingIntake};

/// Units that were given back, by the quote that was acted on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Returned {
    /// GUID of the order, in lower case.
    pub order_id: String,
    /// GUID of the reservation, in lower case.
    pub reservation_id: String,
    /// What they were given back for.
    pub kind: ReturnKind,
    /// What the quote was made from. That of an exchange has neither ledger nor rate.
    pub case: RefundCase,
    /// What the quote said comes back, in the currency of the reservation.
    pub expected: Money,
}

/// What units are given back for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReturnKind {
    /// Money: what is paid out comes back.
    Refund,
    /// Another product: the credit comes back, and the new product is charged in full.
    Exchange,
}

/// A line of a file about money that came back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// The kind of file; files of an older import do not say.
    pub document: Option<BookingDocument>,
    /// GUID of the order.
    pub order_id: Option<String>,
    /// GUID of the reservation.
    pub reservation_id: Option<String>,
    /// The UTC day.
    pub day: NaiveDate,
    /// Before tax and without a sign, in `currency`.
    pub amount: Decimal,
    /// Of all amounts of the line.
    pub currency: Currency,
    /// Units, where the file tells.
    pub units: Option<u32>,
    /// With tax, where the file tells.
    pub total: Option<Decimal>,
    /// What one unit of another currency was worth in `currency`, where the file tells.
    pub rate: Option<(Currency, Decimal)>,
}

impl Line {
    /// What was booked, if it is money that came back.
    pub fn of(booking: &BookingIntake) -> Option<Self> {
        match booking.event {
            BookingEvent::Purchase => return None,
            BookingEvent::Cancel | BookingEvent::Refund => {}
        }
        let decimal = |text: &Option<String>| parse_decimal(text.as_deref()?).ok();
        let invoice = booking.invoice.as_ref();
        let pricing = invoice.and_then(|it| Currency::parse(it.pricing_currency.as_deref()?).ok());
        let rate = invoice.and_then(|it| decimal(&it.exchange_rate));
        Some(Self {
            document: booking.document,
            order_id: booking.order_id.clone(),
            reservation_id: booking.reservation_id.clone(),
            day: azure::parse_day(&booking.date)?,
            amount: parse_decimal(&booking.amount).ok()?.abs(),
            currency: Currency::parse(&booking.currency_code).ok()?,
            units: booking.quantity,
            total: invoice.and_then(|it| decimal(&it.total)).map(|total| total.abs()),
            rate: pricing.zip(rate),
        })
    }
}

/// The days that an answer depends on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Horizon {
    /// The day of the reader.
    pub today: NaiveDate,
    /// The latest day that any file tells of.
    pub files_until: Option<NaiveDate>,
}

/// What became of a return, or what a line is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// What it is.
    pub state: State,
    /// The place of the return; `None` for what nobody recorded.
    pub returned: Option<usize>,
    /// The places of the lines, which are of one document and one currency.
    pub lines: Vec<usize>,
    /// What the lines come to.
    pub booked: Option<(Decimal, Currency)>,
    /// What was booked beyond what was expected, below zero where it was less, in the currency of both.
    pub difference: Option<Decimal>,
    /// What is known of why it is as it is. Each of them is exactly true.
    pub notes: Vec<Note>,
}

/// How a return and what was booked go together.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum State {
    /// The amount that was expected, when it was expected; nothing at all where nothing comes back.
    Matched,
    /// The amount that was expected, in another month than that of the return or the next one.
    OtherMonth,
    /// Another amount, or one in another currency.
    OtherAmount,
    /// Nothing was booked, although the invoice of that month is over.
    Missing,
    /// Nothing was booked, and nothing need have been before the day.
    NotDue {
        /// The first UTC day on which it would be missing.
        due: NaiveDate,
    },
    /// Nothing was booked, and no file tells of the time since the return.
    NoFile,
    /// Money came back for something that nobody recorded here.
    Unrecorded,
}

/// A true statement about what was booked. Where it gives an amount, that is exactly the booked one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Note {
    /// The lines add up to it.
    SeveralLines(usize),
    /// It differs by less than the smallest unit of the currency.
    Rounded,
    /// It was booked in the month of the purchase.
    PurchaseMonth,
    /// The file has another number of units.
    UnitsInFile(u32),
    /// A quote for the return on this day gives it.
    OtherDay(NaiveDate),
    /// A quote for this many units gives it.
    OtherUnits(u64),
    /// A quote for as many units as the file has gives it on this day.
    OtherUnitsAndDay(u32, NaiveDate),
    /// The quote with a fee at this rate gives it.
    FeeCharged(FeeRate),
    /// The quote without its fee gives it.
    FeeNotCharged,
    /// The same return under this policy gives it.
    OtherPolicy(&'static Policy),
    /// The same return under this policy gives it, and the refund cap cuts it there.
    OtherPolicyCapped(&'static Policy),
    /// It is what the quote had before the refund cap cut it.
    CapNotApplied,
    /// It is the credit with the instalments that are no longer charged.
    Commitment,
    /// With the tax that the file has it is what was expected.
    WithTax,
    /// It is in another currency.
    OtherCurrency,
    /// It is in another currency, and what was expected at the rate of the line.
    AtRate(Decimal),
}

impl Note {
    /// Whether it tells where a difference comes from.
    pub const fn explains(self) -> bool {
        !matches!(
            self,
            Self::SeveralLines(_)
                | Self::PurchaseMonth
                | Self::UnitsInFile(_)
                | Self::OtherCurrency
        )
    }
}

/// What became of every return, in their order, and then the lines that nobody recorded a return for.
pub fn reconcile(returned: &[Returned], lines: &[Line], horizon: Horizon) -> Vec<Finding> {
    let pairs = assign::assign(returned, lines);
    let mut findings = Vec::new();
    for (place, it) in returned.iter().enumerate() {
        let own = pairs.iter().filter(|pair| pair.returned == place);
        let before = findings.len();
        findings.extend(own.map(|pair| explain::finding(place, it, &pair.lines, lines)));
        if findings.len() == before {
            findings.push(nothing_booked(place, it, horizon));
        }
    }
    let is_told = |line: &usize| pairs.iter().any(|pair| pair.lines.contains(line));
    findings.extend((0..lines.len()).filter(|line| !is_told(line)).map(|line| Finding {
        state: State::Unrecorded,
        returned: None,
        lines: vec![line],
        booked: Some((lines[line].amount, lines[line].currency)),
        difference: None,
        notes: Vec::new(),
    }));
    findings
}

fn nothing_booked(place: usize, returned: &Returned, horizon: Horizon) -> Finding {
    let on = returned.case.on;
    let due = due(on);
    let state = match horizon.files_until {
        _ if returned.expected.is_zero() => State::Matched,
        _ if horizon.today < due => State::NotDue { due },
        Some(until) if on <= until => State::Missing,
        _ => State::NoFile,
    };
    Finding {
        state,
        returned: Some(place),
        lines: Vec::new(),
        booked: None,
        difference: None,
        notes: Vec::new(),
    }
}

/// The first day after the month in which the invoice for the month of a return comes.
fn due(on: NaiveDate) -> NaiveDate {
    on.with_day(1).unwrap_or(on) + Months::new(2)
}

/// Months since the year 0.
fn month(day: NaiveDate) -> i32 {
    day.year() * 12 + day.month0().cast_signed()
}

/// Whether a day is in the month of a return or the next one.
fn is_expected_month(day: NaiveDate, on: NaiveDate) -> bool {
    (0..=1).contains(&(month(day) - month(on)))
}
