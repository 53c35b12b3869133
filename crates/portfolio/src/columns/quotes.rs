//! What comes back for every reservation, each as if it were the only one to be returned.

use calculator::{
    Amounts, Currency, Decision, FIRST_DAYS, FeeRate, FirstDays, Ledger, Money, Policy,
    RefundInput, Refusal, UsdRate, assess,
};
use chrono::NaiveDate;

use super::portfolio::Portfolio;

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
    /// Overrides the fee rate of the policy.
    pub fee_rate: Option<FeeRate>,
}

/// What comes back for every row of a portfolio. Each is quoted with all its units and with the ledger of its
/// customer, but without the others: together they may be more than the limit lets through.
#[derive(Clone, Debug)]
pub struct Quotes {
    pub(super) on: NaiveDate,
    pub(super) policy: &'static Policy,
    pub(super) fee_rate: Option<FeeRate>,
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
        let rows = self.len();
        let currencies = &self.tables.currencies;
        let rate = |currency: &Currency| {
            let given = question.rates.iter().find(|(of, _)| of == currency).map(|(_, rate)| *rate);
            if *currency == Currency::USD { Some(UsdRate::ONE) } else { given }
        };
        let mut quotes = Quotes {
            on: question.on,
            policy: question.policy,
            fee_rate: question.fee_rate,
            rates: currencies.iter().map(rate).collect(),
            currencies: currencies.clone(),
            currency: self.columns.currency.clone(),
            outcome: Vec::with_capacity(rows),
            notes: Vec::with_capacity(rows),
            payable: Vec::with_capacity(rows),
            refund: Vec::with_capacity(rows),
            cancelled_instalments: Vec::with_capacity(rows),
            cancelled_commitment: Vec::with_capacity(rows),
        };
        let empty = Ledger::default();
        for customer in self.customers() {
            for row in customer.rows.clone() {
                quotes.quote(self, row, customer.ledger.as_ref(), &empty);
            }
        }
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
            fee_rate: quotes.fee_rate,
        })
    }
}

impl Quotes {
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

    /// Adds the next row.
    fn quote(&mut self, all: &Portfolio, row: u32, ledger: Option<&Ledger>, empty: &Ledger) {
        let Some(input) = all.input(row, self, ledger.unwrap_or(empty)) else {
            return self.push(Outcome::FactsLacking, 0, 0, None);
        };
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
        let checked = assessment.limit.is_some() && ledger.is_some();
        let mut notes = if checked { note::LIMIT_CHECKED } else { 0 };
        if is_use_assumed(all, row, &input) {
            notes |= note::USE_ASSUMED;
        }
        self.push(outcome, notes, assessment.payable.minor(), assessment.amounts);
    }

    fn push(&mut self, outcome: Outcome, notes: u8, payable: i128, amounts: Option<Amounts>) {
        let of =
            |amount: fn(&Amounts) -> Money| amounts.as_ref().map_or(0, |it| amount(it).minor());
        let is_unknown = outcome == Outcome::LedgerUnknown;
        self.outcome.push(outcome);
        self.notes.push(notes | if amounts.is_some() { note::AMOUNTS } else { 0 });
        self.payable.push(if is_unknown { 0 } else { payable });
        self.refund.push(of(|amounts| amounts.refund));
        self.cancelled_instalments.push(of(|amounts| amounts.cancelled_instalments));
        self.cancelled_commitment.push(of(|amounts| amounts.cancelled_commitment));
    }
}

/// Whether a quote rests on the use of a row that nobody has told.
fn is_use_assumed(all: &Portfolio, row: u32, input: &RefundInput<'_>) -> bool {
    let elapsed = (input.on - input.holding.purchase_date()).num_days();
    all.columns.used[row as usize].is_none()
        && input.policy.first_days == FirstDays::FullIfUnused
        && (0..=FIRST_DAYS).contains(&elapsed)
}
