//! A refund: its form as text, the case that it asks for, and the quote of the case.
//!
//! The form keeps what was typed, since half a number is not a number yet. [`FormText::case`] makes a
//! [`RefundCase`] of it or says which fields do not fit; nothing here knows the page.

pub mod link;

use super::Facts;
use super::typed::{Fault, FieldError, day, decimal, faults, respell, spelled, units};
use calculator::json::RefundCase;
use calculator::{
    Decision, FeeRate, LaterReturn, Money, Policy, RefundInput, RefundQuote, Timeline, UsdRate,
};
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// A refund that was asked for with its quote.
pub type Quoted = super::Quoted<RefundCase, RefundQuote>;

/// The quote on screen.
pub type Shown = super::Shown<Quoted, Field>;

/// What stands in the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormText {
    /// The UTC day of the return, ISO 8601.
    pub day: String,
    /// Whether somebody has chosen the day; else it is the present one, whichever that is.
    pub is_day_chosen: bool,
    /// Units to return.
    pub units: String,
    /// Whether the reservation was used.
    pub is_used: bool,
    /// What one unit costs today for the whole term, in the billing currency; may stay empty.
    pub current_price: String,
    /// USD for one unit of the billing currency; may stay empty, then the limit is unknown.
    pub usd_rate: String,
    /// A fee rate in percent instead of the policy's; may stay empty.
    pub fee_percent: String,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The day of the return.
    Day,
    /// Units to return.
    Units,
    /// The current price of one unit.
    CurrentPrice,
    /// The USD rate.
    UsdRate,
    /// The what-if fee.
    FeePercent,
}

impl FormText {
    /// What the form starts with: everything, today, at the rate that the service knows.
    #[must_use]
    pub fn start(facts: &Facts, today: NaiveDate, sign: char) -> Self {
        Self {
            day: today.to_string(),
            units: facts.quantity().to_string(),
            is_used: facts.usage.is_used(),
            usd_rate: facts.rate.as_ref().map_or_else(String::new, |rate| {
                spelled(&rate.usd_rate.normalize().to_string(), sign)
            }),
            ..Self::default()
        }
    }

    /// Takes a day that somebody has chosen.
    pub fn choose_day(&mut self, day: String) {
        self.day = day;
        self.is_day_chosen = true;
    }

    /// Takes the present day, and those after it as they begin.
    pub fn take_today(&mut self, today: NaiveDate) {
        self.day = today.to_string();
        self.is_day_chosen = false;
    }

    /// What a new day changes: `true` where the day of the return goes with it, because nobody has chosen it.
    pub fn begin_day(&mut self, today: NaiveDate) -> bool {
        if !self.is_day_chosen {
            self.take_today(today);
        }
        !self.is_day_chosen
    }

    /// The refund that the form asks for, under `policy`. `sign` separates whole and fraction in the
    /// reader's language.
    ///
    /// # Errors
    /// Every field that does not fit, in the order of the form.
    pub fn case(
        &self,
        facts: &Facts,
        policy: &'static Policy,
        sign: char,
    ) -> Result<RefundCase, Vec<FieldError<Field>>> {
        let on = day(&self.day);
        let units = units(&self.units, facts.quantity());
        let holding = decimal(&self.current_price, sign).and_then(|price| {
            let holding = facts.holding(self.is_used, price);
            holding.map_err(|error| Fault::Value(error.problem))
        });
        let usd_rate = decimal(&self.usd_rate, sign).and_then(usd_rate);
        let fee_rate = decimal(&self.fee_percent, sign).and_then(fee_rate);
        match (on, units, holding, usd_rate, fee_rate) {
            (Ok(on), Ok(units), Ok(holding), Ok(usd_rate), Ok(fee_rate)) => {
                let ledger = facts.ledger.clone();
                let usd_rate = usd_rate.filter(|_| facts.needs_rate());
                Ok(RefundCase { holding, units, on, policy, ledger, usd_rate, fee_rate })
            }
            (on, units, holding, usd_rate, fee_rate) => Err(faults([
                (Field::Day, on.err()),
                (Field::Units, units.err()),
                (Field::CurrentPrice, holding.err()),
                (Field::UsdRate, usd_rate.err()),
                (Field::FeePercent, fee_rate.err()),
            ])),
        }
    }

    /// The same decimals for a reader in whose language `to` separates whole and fraction instead of
    /// `from`. Text that is no decimal stays as it was typed.
    #[must_use]
    pub fn respelled(&self, from: char, to: char) -> Self {
        let mut form = self.clone();
        for text in [&mut form.current_price, &mut form.usd_rate, &mut form.fee_percent] {
            respell(text, from, to);
        }
        form
    }
}

impl Quoted {
    /// The quote of a case.
    #[must_use]
    pub fn new(case: RefundCase) -> Self {
        let quote = calculator::refund(&case.input());
        Self { case, quote, remarks: Vec::new() }
    }

    /// The units that are returned, as the API counts them.
    ///
    /// # Panics
    /// Never: a form takes no more units than are owned.
    #[must_use]
    pub fn returned_units(&self) -> u32 {
        u32::try_from(self.case.units).expect("no more units than are owned")
    }

    /// The same return on every day from `first` on.
    #[must_use]
    pub fn timeline(&self, first: NaiveDate) -> Timeline {
        calculator::timeline(&RefundInput { on: first, ..self.case.input() })
    }

    /// Whether the two ask for the same but for the day.
    #[must_use]
    pub fn differs_by_day_only(&self, other: &Self) -> bool {
        let day = self.case.on;
        RefundCase { on: day, ..other.case.clone() } == self.case
    }

    /// The ways out of a return that is refused or capped; `None` when none is needed, and on days before
    /// `today`.
    #[must_use]
    pub fn ways_out(&self, today: NaiveDate) -> Option<Ways> {
        let quote = &self.quote;
        // A day that is over can neither be changed nor come back.
        if quote.assessment.decision == Decision::Allowed || self.case.on < today {
            return None;
        }
        let ways = quote.ways_out;
        let is_fewer = |units: &u64| (1..self.case.units).contains(units);
        let later_day = ways.first_date.filter(|day| *day != self.case.on);
        Some(Ways {
            fewer_units: Some(ways.largest_quantity).filter(is_fewer).zip(ways.largest_payable),
            later_day: later_day.zip(ways.on_first_date),
            exchange_keeps: ways.exchange_keeps,
        })
    }
}

/// The ways that lead to a return which is neither refused nor capped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ways {
    /// Fewer units on the same day, and what is paid out for them.
    pub fewer_units: Option<(u64, Money)>,
    /// The same units on a later day, and what that comes to.
    pub later_day: Option<(NaiveDate, LaterReturn)>,
    /// What an exchange keeps of the units; nothing where they cannot be exchanged.
    pub exchange_keeps: Option<Money>,
}

fn usd_rate(rate: Option<Decimal>) -> Result<Option<UsdRate>, Fault> {
    rate.map(UsdRate::from_decimal).transpose().map_err(Fault::Value)
}

fn fee_rate(percent: Option<Decimal>) -> Result<Option<FeeRate>, Fault> {
    percent.map(FeeRate::from_percent).transpose().map_err(Fault::Value)
}
