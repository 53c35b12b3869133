//! What comes back for every reservation, each as if it were the only one to be returned.

use calculator::json::RefundCase;
use calculator::{
    Currency, Decision, FIRST_DAYS, FirstDays, Ledger, Money, Policy, RefundInput, Refusal,
    UsdRate, assess,
};
use chrono::NaiveDate;
use std::sync::OnceLock;

use super::portfolio::{Customer, NONE, Portfolio};

/// What all rows are quoted for.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The UTC day of the return; not before [today](Portfolio::today).
    pub on: NaiveDate,
    /// The version of the rules.
    pub policy: &'static Policy,
    /// USD for one unit of each currency but USD, which needs none. Where one is missing the limit is
    /// unknown, never assumed.
    pub rates: &'a [(Currency, UsdRate)],
}

/// What comes back for every row of a portfolio. Each is quoted with all its units and with the ledger of its
/// customer, but without the others: together they may be more than the limit lets through, see
/// [`Portfolio::refundable`].
#[derive(Clone, Debug)]
pub struct Quotes {
    pub(super) on: NaiveDate,
    pub(super) policy: &'static Policy,
    /// The rate of each currency of the portfolio, in the order of its table.
    pub(super) rates: Vec<Option<UsdRate>>,
    pub(super) currencies: Vec<Currency>,
    /// The place of the currency of each row.
    pub(super) currency: Vec<u32>,
    pub(super) outcome: Vec<Outcome>,
    pub(super) notes: Vec<u8>,
    /// In minor units, zero where there is none: what is paid out, what would be without the limit, future
    /// instalments that are no longer charged, and these with the credit.
    pub(super) payable: Vec<i128>,
    pub(super) refund: Vec<i128>,
    pub(super) cancelled_instalments: Vec<i128>,
    pub(super) cancelled_commitment: Vec<i128>,
    /// Of what rows are sorted by, see [`Portfolio::sorted`].
    pub(super) ranks: [OnceLock<Vec<u32>>; 4],
}

/// What becomes of the return of a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Outcome {
    /// The whole refund is paid out, as far as [the limit was checked](Quote::is_limit_checked).
    Allowed,
    /// Less than the refund is paid out, because of the yearly limit.
    Capped,
    /// Nothing is returned, for this reason.
    Refused(Refusal),
    /// Nobody knows what is paid out, since the ledger of the customer cannot be read.
    LedgerUnknown,
    /// There are no amounts, since [something is missing or wrong](super::RowView::missing).
    FactsLacking,
}

impl Outcome {
    /// Whether nothing stands against the return but the limit, if that.
    pub const fn depends_on_limit(self) -> bool {
        matches!(self, Self::Allowed | Self::Capped | Self::Refused(Refusal::RefundLimitExceeded))
    }
}

/// The quote of one row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Quote {
    /// What becomes of the return.
    pub outcome: Outcome,
    /// What is really paid out after the cap, zero when refused; `None` where nobody knows.
    pub payable: Option<Money>,
    /// The amounts of the return, also of one that is refused; `None` where there are none, see
    /// [`calculator::Assessment::amounts`].
    pub amounts: Option<QuotedAmounts>,
    /// Whether the limit was checked; else the currency has no rate, and how much of the refund is paid out
    /// is not known.
    pub is_limit_checked: bool,
    /// Whether the quote would be higher if it was never used, which nobody has told.
    pub is_use_assumed: bool,
}

/// The amounts of a quote that a table shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct QuotedAmounts {
    /// What would be paid out without the limit.
    pub refund: Money,
    /// Future payments that are no longer owed once it is returned.
    pub cancelled_instalments: Money,
    /// The commitment left that a return ends: these payments, and what was paid for days to come.
    pub cancelled_commitment: Money,
}

/// What there is to know of a quote, in one byte.
mod note {
    pub(super) const LIMIT_CHECKED: u8 = 1;
    pub(super) const USE_ASSUMED: u8 = 1 << 1;
    pub(super) const AMOUNTS: u8 = 1 << 2;
}

impl Portfolio {
    /// What comes back for every row, by the calculator and to the cent what it says of each alone.
    pub fn quotes(&self, question: &Question<'_>) -> Quotes {
        let mut quotes = Quotes::none(self, question);
        for customer in self.customers() {
            for row in customer.rows.clone() {
                quotes.quote(self, row, customer);
            }
        }
        quotes
    }

    /// The quotes of some rows; the others seem to lack facts.
    pub(super) fn quotes_of(&self, rows: &[u32], question: &Question<'_>) -> Quotes {
        let mut quotes = Quotes::none(self, question);
        quotes.go_on(self, rows);
        quotes
    }

    /// The question of a row to the calculator; `None` where something is missing or wrong.
    pub(super) fn input<'a>(
        &'a self,
        row: u32,
        quotes: &Quotes,
        ledger: &'a Ledger,
    ) -> Option<RefundInput<'a>> {
        let holding = self.holding(row)?;
        Some(RefundInput {
            holding,
            units: holding.quantity().into(),
            on: quotes.on,
            policy: quotes.policy,
            ledger,
            usd_rate: quotes.rates[self.columns.currency[row as usize] as usize],
            fee_rate: None,
        })
    }
}

impl Portfolio {
    /// A row as the calculator's plain interface asks about it; `None` where something is missing or wrong, or where
    /// nobody knows what counts against the limit.
    pub fn case(&self, row: u32, quotes: &Quotes) -> Option<RefundCase> {
        let ledger = self.customer_of(row).ledger.as_ref()?;
        let input = self.input(row, quotes, ledger)?;
        Some(RefundCase {
            holding: input.holding.clone(),
            units: input.units,
            on: input.on,
            policy: input.policy,
            ledger: ledger.clone(),
            usd_rate: input.usd_rate,
            fee_rate: input.fee_rate,
        })
    }
}

impl Quotes {
    /// No row is quoted yet: each seems to lack facts until it [is](Self::go_on).
    pub fn none(all: &Portfolio, question: &Question<'_>) -> Self {
        let rows = all.len();
        let currencies = &all.tables.currencies;
        let rate = |currency: &Currency| {
            let given = question.rates.iter().find(|(of, _)| of == currency).map(|(_, rate)| *rate);
            if *currency == Currency::USD { Some(UsdRate::ONE) } else { given }
        };
        Self {
            on: question.on,
            policy: question.policy,
            rates: currencies.iter().map(rate).collect(),
            currencies: currencies.clone(),
            currency: all.columns.currency.clone(),
            outcome: vec![Outcome::FactsLacking; rows],
            notes: vec![0; rows],
            payable: vec![0; rows],
            refund: vec![0; rows],
            cancelled_instalments: vec![0; rows],
            cancelled_commitment: vec![0; rows],
            ranks: Default::default(),
        }
    }

    /// Quotes some rows of the portfolio that these quotes were begun for, so that many can be quoted in steps.
    pub fn go_on(&mut self, all: &Portfolio, rows: &[u32]) {
        for row in rows {
            self.quote(all, *row, all.customer_of(*row));
        }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.outcome.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.outcome.is_empty()
    }

    /// The day that was asked for.
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// The policy that was asked for.
    pub const fn policy(&self) -> &'static Policy {
        self.policy
    }

    /// The quote of a row.
    pub fn of(&self, row: u32) -> Quote {
        let at = row as usize;
        let outcome = self.outcome[at];
        let has = |note: u8| self.notes[at] & note != 0;
        let money = |minor: i128| {
            let currency = self.currencies.get(self.currency[at] as usize)?;
            Some(Money::from_minor(minor, *currency))
        };
        let amounts = || {
            Some(QuotedAmounts {
                refund: money(self.refund[at])?,
                cancelled_instalments: money(self.cancelled_instalments[at])?,
                cancelled_commitment: money(self.cancelled_commitment[at])?,
            })
        };
        let is_known = !matches!(outcome, Outcome::LedgerUnknown | Outcome::FactsLacking);
        Quote {
            outcome,
            payable: is_known.then(|| money(self.payable[at])).flatten(),
            amounts: has(note::AMOUNTS).then(amounts).flatten(),
            is_limit_checked: has(note::LIMIT_CHECKED),
            is_use_assumed: has(note::USE_ASSUMED),
        }
    }

    /// Quotes a row.
    fn quote(&mut self, all: &Portfolio, row: u32, customer: &Customer) {
        let ledger = customer.ledger.as_ref();
        let empty;
        let counted = match ledger {
            Some(ledger) => ledger,
            None => {
                empty = Ledger::default();
                &empty
            }
        };
        let Some(input) = all.input(row, self, counted) else { return };
        let assessment = assess(&input);
        let outcome = match (assessment.decision, ledger) {
            // What has nothing to do with the limit is known without a ledger.
            (Decision::Refused(refusal), Some(_)) => Outcome::Refused(refusal),
            (Decision::Refused(refusal), None) if refusal < Refusal::RefundLimitExceeded => {
                Outcome::Refused(refusal)
            }
            (_, None) => Outcome::LedgerUnknown,
            (Decision::Allowed, Some(_)) => Outcome::Allowed,
            (Decision::Capped, Some(_)) => Outcome::Capped,
        };
        let at = row as usize;
        let mut notes = 0;
        if assessment.limit.is_some() && ledger.is_some() {
            notes |= note::LIMIT_CHECKED;
        }
        if is_use_assumed(all, row, &input) {
            notes |= note::USE_ASSUMED;
        }
        if let Some(amounts) = assessment.amounts {
            notes |= note::AMOUNTS;
            self.refund[at] = amounts.refund.minor();
            self.cancelled_instalments[at] = amounts.cancelled_instalments.minor();
            self.cancelled_commitment[at] = amounts.cancelled_commitment.minor();
        }
        if outcome != Outcome::LedgerUnknown {
            self.payable[at] = assessment.payable.minor();
        }
        self.outcome[at] = outcome;
        self.notes[at] = notes;
    }

    /// Whether there are amounts for a row.
    pub(super) fn has_amounts(&self, at: usize) -> bool {
        self.notes[at] & note::AMOUNTS != 0
    }

    /// Whether the limit was checked for a row.
    pub(super) fn is_limit_checked(&self, at: usize) -> bool {
        self.notes[at] & note::LIMIT_CHECKED != 0
    }

    /// An amount of a row in cents of USD; `None` where there is no amount, or no rate.
    pub(super) fn in_usd(&self, row: u32, minor: i128) -> Option<i128> {
        let at = row as usize;
        let place = self.currency[at];
        if place == NONE || !self.has_amounts(at) {
            return None;
        }
        let rate = self.rates[place as usize]?;
        Some(rate.to_usd(Money::from_minor(minor, self.currencies[place as usize])).minor())
    }
}

/// Whether a quote rests on the use of a row that nobody has told.
fn is_use_assumed(all: &Portfolio, row: u32, input: &RefundInput<'_>) -> bool {
    let elapsed = (input.on - input.holding.purchase_date()).num_days();
    all.columns.used[row as usize].is_none()
        && input.policy.first_days == FirstDays::FullIfUnused
        && (0..=FIRST_DAYS).contains(&elapsed)
}
