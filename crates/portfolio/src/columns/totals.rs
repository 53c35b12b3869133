//! What rows come to together: one total per currency, never one over several.

use std::cmp::Reverse;

use calculator::{Counts, Currency, ExchangeRightEnds, Money, Policy, ResourceType};
use chrono::{Datelike, Days, Months, NaiveDate};

use super::portfolio::Portfolio;
use super::quotes::{Outcome, Quotes};

/// What rows come to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Totals {
    /// How many rows.
    pub rows: u32,
    /// Rows without amounts, because facts are missing or wrong.
    pub lacking: u32,
    /// What is left of the commitment of rows that run: what a return of all would end, whether or not it is
    /// allowed. One amount per currency.
    pub commitment: Vec<Money>,
    /// The part of it that is not paid yet.
    pub instalments: Vec<Money>,
    /// How many rows that run expire within 90 days.
    pub expiring: u32,
    /// What is left of their commitment. One amount per currency.
    pub expiring_commitment: Vec<Money>,
    /// What comes back if everything is returned that can be.
    pub refundable: Refundable,
}

/// What comes back if all rows are returned on one day. The limit is one for all rows of a customer, so that
/// this is less than the sum of what each would pay out alone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refundable {
    /// What is paid out to customers all of whose returns fit the limit together. One amount per currency.
    pub fits: Vec<Money>,
    /// The numbers of customers whose returns do not fit together.
    pub over: Vec<u32>,
    /// The most that they can get between them, in USD: what is left of the limit of each.
    pub over_at_most: Money,
    /// What they would get without the limit. One amount per currency.
    pub over_without_limit: Vec<Money>,
    /// The refunds of rows whose currency has no rate, or of customers with such a row: whether they fit is not
    /// known. One amount per currency.
    pub unchecked: Vec<Money>,
    /// Rows whose customer's ledger cannot be read: what they pay out is not known.
    pub unknown: u32,
}

/// How a customer stands against the yearly limit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CustomerLimit {
    /// The number of the customer.
    pub customer: u32,
    /// What past cancellations have used, in USD; `None` where the ledger cannot be read.
    pub used: Option<Money>,
    /// What is left, in USD; `None` where the ledger cannot be read.
    pub left: Option<Money>,
    /// What would count if all rows were returned, in USD; `None` where a rate is missing.
    pub asked: Option<Money>,
}

impl CustomerLimit {
    /// Whether not everything can be returned; `None` where nobody knows.
    pub fn is_over(&self) -> Option<bool> {
        Some(self.asked?.minor() > self.left?.minor())
    }
}

/// What ends in a month.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExpiryMonth {
    /// Its first day.
    pub month: NaiveDate,
    /// How many rows expire in it.
    pub rows: u32,
    /// What is left of their commitment on the day of the quotes. One amount per currency.
    pub commitment: Vec<Money>,
}

/// Rows whose right to be exchanged any number of times ends.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EndingRights {
    /// The first UTC day on which each unit has one exchange left.
    pub from: NaiveDate,
    /// The rows.
    pub rows: Vec<u32>,
    /// What is left of their commitment on the day of the quotes. One amount per currency.
    pub commitment: Vec<Money>,
}

/// Amounts of several currencies, one for each that there is.
pub(super) struct Sums<'a> {
    currencies: &'a [Currency],
    minor: Vec<Option<i128>>,
}

impl<'a> Sums<'a> {
    pub(super) fn of(currencies: &'a [Currency]) -> Self {
        Self { currencies, minor: vec![None; currencies.len()] }
    }

    pub(super) fn add(&mut self, place: u32, minor: i128) {
        if let Some(sum) = self.minor.get_mut(place as usize) {
            *sum.get_or_insert(0) += minor;
        }
    }

    /// In the order of their codes.
    pub(super) fn amounts(self) -> Vec<Money> {
        let all = self.currencies.iter().zip(self.minor);
        let amounts = all.filter_map(|(currency, sum)| Some(Money::from_minor(sum?, *currency)));
        let mut amounts: Vec<Money> = amounts.collect();
        amounts.sort_by(|one, other| one.currency().code().cmp(other.currency().code()));
        amounts
    }
}

impl Portfolio {
    /// What rows come to.
    pub fn totals(&self, rows: &[u32], quotes: &Quotes) -> Totals {
        let currencies = &self.tables.currencies;
        let [mut commitment, mut instalments, mut ending] = [(); 3].map(|()| Sums::of(currencies));
        let (mut lacking, mut expiring) = (0, 0);
        let (today, soon) = (self.today(), self.today().checked_add_days(EXPIRING_DAYS));
        for row in rows {
            let at = *row as usize;
            let expires_on = self.columns.expires_on[at];
            let is_soon =
                expires_on.zip(soon).is_some_and(|(day, soon)| today < day && day <= soon);
            if is_soon && self.runs(*row) {
                expiring += 1;
                if quotes.has_amounts(at) {
                    ending.add(quotes.currency[at], quotes.cancelled_commitment[at]);
                }
            }
            if quotes.outcome[at] == Outcome::FactsLacking {
                lacking += 1;
            } else if self.runs(*row) && quotes.has_amounts(at) {
                commitment.add(quotes.currency[at], quotes.cancelled_commitment[at]);
                instalments.add(quotes.currency[at], quotes.cancelled_instalments[at]);
            }
        }
        Totals {
            rows: rows.len() as u32,
            lacking,
            commitment: commitment.amounts(),
            instalments: instalments.amounts(),
            expiring,
            expiring_commitment: ending.amounts(),
            refundable: self.refundable(rows, quotes),
        }
    }

    /// What comes back if all rows are returned together that can be.
    pub fn refundable(&self, rows: &[u32], quotes: &Quotes) -> Refundable {
        let currencies = &self.tables.currencies;
        let asked = self.asked(rows, quotes);
        let customers = 0..self.customers().len() as u32;
        let left: Vec<_> = customers.clone().map(|customer| self.left(customer, quotes)).collect();
        let is_over = |customer: u32| {
            let (asked, left) = (asked[customer as usize]?, left[customer as usize]?);
            Some(asked > left)
        };
        let [mut fits, mut over, mut unchecked] = [(); 3].map(|()| Sums::of(currencies));
        let mut unknown = 0;
        for row in rows {
            let at = *row as usize;
            let customer = self.columns.customer[at];
            if quotes.outcome[at] == Outcome::LedgerUnknown {
                unknown += 1;
            }
            if !quotes.outcome[at].depends_on_limit() {
                continue;
            }
            let sums = match is_over(customer) {
                Some(false) => &mut fits,
                Some(true) => &mut over,
                None => &mut unchecked,
            };
            sums.add(quotes.currency[at], quotes.refund[at]);
        }
        let over_customers: Vec<u32> = customers.filter(|it| is_over(*it) == Some(true)).collect();
        let at_most = over_customers.iter().filter_map(|customer| left[*customer as usize]).sum();
        Refundable {
            fits: fits.amounts(),
            over: over_customers,
            over_at_most: Money::from_minor(at_most, Currency::USD),
            over_without_limit: over.amounts(),
            unchecked: unchecked.amounts(),
            unknown,
        }
    }

    /// How each customer that has one of the rows stands against the limit, those who ask for most first.
    pub fn limits(&self, rows: &[u32], quotes: &Quotes) -> Vec<CustomerLimit> {
        let asked = self.asked(rows, quotes);
        let mut has_row = vec![false; self.customers().len()];
        rows.iter().for_each(|row| has_row[self.columns.customer[*row as usize] as usize] = true);
        let usd = |cents| Money::from_minor(cents, Currency::USD);
        let of = |customer: u32| CustomerLimit {
            customer,
            used: self.used(customer, quotes).map(usd),
            left: self.left(customer, quotes).map(usd),
            asked: asked[customer as usize].map(usd),
        };
        let with_row = (0..has_row.len() as u32).filter(|customer| has_row[*customer as usize]);
        let mut limits: Vec<CustomerLimit> = with_row.map(of).collect();
        limits.sort_by_key(|limit| Reverse(limit.asked.map(Money::minor)));
        limits
    }

    /// What of the rows that run expires when, month by month from today on, without gaps between the first
    /// and the last one.
    pub fn expiries(&self, rows: &[u32], quotes: &Quotes) -> Vec<ExpiryMonth> {
        let first = month_of(self.today());
        let of_row = |row: &u32| {
            let day = self.columns.expires_on[*row as usize].filter(|_| self.runs(*row))?;
            let months =
                (day.year() - first.year()) * 12 + day.month() as i32 - first.month() as i32;
            // Months far ahead are typing errors of the records, which a chart need not reach.
            usize::try_from(months).ok().filter(|months| *months < EXPIRY_MONTHS_MAX)
        };
        let last = rows.iter().filter_map(of_row).max();
        let mut months: Vec<(u32, Sums<'_>)> = (0..last.map_or(0, |last| last + 1))
            .map(|_| (0, Sums::of(&self.tables.currencies)))
            .collect();
        for row in rows {
            let Some(month) = of_row(row) else { continue };
            let (count, sums) = &mut months[month];
            *count += 1;
            let at = *row as usize;
            if quotes.has_amounts(at) {
                sums.add(quotes.currency[at], quotes.cancelled_commitment[at]);
            }
        }
        let month = |(place, (rows, sums)): (usize, (u32, Sums<'_>))| ExpiryMonth {
            month: first.checked_add_months(Months::new(place as u32)).unwrap_or(first),
            rows,
            commitment: sums.amounts(),
        };
        months.into_iter().enumerate().map(month).collect()
    }

    /// The rows that run beyond the day on which savings plans replace exchanges, as the newest policy says
    /// it; `None` where no policy does, or once the day has come.
    pub fn ending_rights(&self, rows: &[u32], quotes: &Quotes) -> Option<EndingRights> {
        let ExchangeRightEnds { from, services } = Policy::newest().exchange.right_ends?;
        if self.today() >= from {
            return None;
        }
        let is_covered = |resource_type: &ResourceType| services.contains(resource_type);
        let covered: Vec<bool> = self.tables.types.iter().map(is_covered).collect();
        let columns = &self.columns;
        let ends = |row: &&u32| {
            let at = **row as usize;
            self.runs(**row)
                && covered.get(columns.resource_type[at] as usize) == Some(&true)
                && columns.purchase_date[at].is_some_and(|bought| bought < from)
                && columns.expires_on[at].is_some_and(|day| day > from)
        };
        let rows: Vec<u32> = rows.iter().filter(ends).copied().collect();
        let mut sums = Sums::of(&self.tables.currencies);
        for row in &rows {
            let at = *row as usize;
            if quotes.has_amounts(at) {
                sums.add(quotes.currency[at], quotes.cancelled_commitment[at]);
            }
        }
        Some(EndingRights { from, rows, commitment: sums.amounts() })
    }

    /// Rows with what is left of their commitment, the most first: in USD, and after those in its own currency what has
    /// no rate. Last comes what nobody knows the amount of.
    pub fn stakes(&self, rows: &[u32], quotes: &Quotes) -> Vec<(u32, Option<Money>)> {
        let stake = |row: u32| {
            let own = quotes.of(row).amounts?.cancelled_commitment;
            let usd = quotes.in_usd(row, own.minor());
            Some(usd.map_or(own, |cents| Money::from_minor(cents, Currency::USD)))
        };
        let mut stakes: Vec<_> = rows.iter().map(|row| (*row, stake(*row))).collect();
        stakes.sort_by_key(|(_, stake)| {
            let is_usd = stake.map(|stake| stake.currency() == Currency::USD);
            Reverse((is_usd, stake.map(Money::minor)))
        });
        stakes
    }

    /// Whether a row covers usage now.
    fn runs(&self, row: u32) -> bool {
        self.phase(row).is_some_and(|phase| phase.gives_benefit())
    }

    /// What the returns of each customer would count against its limit, in cents of USD; `None` where a rate
    /// is missing.
    fn asked(&self, rows: &[u32], quotes: &Quotes) -> Vec<Option<i128>> {
        let mut asked = vec![Some(0); self.customers().len()];
        for row in rows {
            let at = *row as usize;
            if !quotes.outcome[at].depends_on_limit() {
                continue;
            }
            let minor = match quotes.policy.limit.counts {
                Counts::Refund => quotes.refund[at],
                Counts::CancelledCommitment => quotes.cancelled_commitment[at],
            };
            let of_customer = &mut asked[self.columns.customer[at] as usize];
            *of_customer = of_customer.zip(quotes.in_usd(*row, minor)).map(|(sum, it)| sum + it);
        }
        asked
    }

    fn used(&self, customer: u32, quotes: &Quotes) -> Option<i128> {
        let ledger = self.customers()[customer as usize].ledger.as_ref()?;
        Some(ledger.used_on(quotes.on).minor())
    }

    fn left(&self, customer: u32, quotes: &Quotes) -> Option<i128> {
        let used = self.used(customer, quotes)?;
        Some((quotes.policy.limit.usd_cents - used).max(0))
    }
}

/// What counts as expiring soon.
const EXPIRING_DAYS: Days = Days::new(90);

/// As far as expiries are listed by month: ten years.
const EXPIRY_MONTHS_MAX: usize = 120;

fn month_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}
