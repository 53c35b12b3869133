//! The refund cap of one customer: its ledger with where each entry comes from, what is used and left over time,
//! and the form for an entry by hand.

pub mod chart;

use azure::{EventType, Transaction, booked_ledger};
use calculator::{
    Counts, Currency, InputError, Ledger, LedgerEntry, Limit, Money, Policy, Problem, in_years,
};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde_json::{Value, json};

/// What the service calls an entry by hand, among what was booked as well.
const MANUAL: &str = "Prorata/ledgerEntries";

/// A cancellation that somebody has entered by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ManualEntry {
    /// Its GUID.
    pub name: String,
    /// Names what it says, so that nobody overwrites what they have not seen.
    pub etag: String,
    /// The UTC day, and what counts in USD.
    pub entry: LedgerEntry,
    /// The cancelled commitment in USD, where it is known.
    pub commitment: Option<Money>,
    /// Where it is known from, in somebody's own words.
    pub source: String,
}

impl ManualEntry {
    /// Reads it as the service writes it; `None` where a part of it is missing.
    #[must_use]
    pub fn read(row: &Value) -> Option<Self> {
        let text = |pointer: &str| row.pointer(pointer).and_then(Value::as_str);
        let usd = calculator::parse_decimal(text("/properties/usd")?).ok()?;
        let date = azure::parse_day(text("/properties/date")?)?;
        let commitment = match row.pointer("/properties/commitmentUsd") {
            None | Some(Value::Null) => None,
            Some(usd) => Some(dollars(usd)?),
        };
        Some(Self {
            commitment,
            name: text("/name")?.to_owned(),
            etag: text("/etag")?.to_owned(),
            entry: LedgerEntry::booked(date, usd).ok()?,
            source: text("/properties/source")?.to_owned(),
        })
    }
}

/// Where an entry of a ledger comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It was booked: what for, and the GUID of the reservation order.
    Booked {
        /// What the booking says of itself; empty where it says nothing.
        description: String,
        /// The order; `None` where the booking names none.
        order: Option<String>,
    },
    /// It was entered by hand.
    Manual(ManualEntry),
}

/// An amount in USD as the service writes it.
fn dollars(value: &Value) -> Option<Money> {
    let usd = calculator::parse_decimal(value.as_str()?).ok()?;
    Money::from_decimal(usd, Currency::USD).ok()
}

/// One entry of a ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerRow {
    /// The day, and what counts in USD.
    pub entry: LedgerEntry,
    /// What counts in USD where the limit counts the refund, if that is known.
    pub refund: Option<Money>,
    /// The same where it counts the cancelled commitment.
    pub commitment: Option<Money>,
    /// Where it comes from.
    pub origin: Origin,
}

impl LedgerRow {
    /// What counts under a reading of the limit, if that is known.
    const fn counts(&self, counts: Counts) -> Option<Money> {
        match counts {
            Counts::Refund => self.refund,
            Counts::CancelledCommitment => self.commitment,
        }
    }
}

/// The ledger of one customer on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cap {
    /// Every entry, the newest first.
    pub rows: Vec<LedgerRow>,
    /// What is calculated with.
    pub ledger: Ledger,
    /// The present UTC day.
    pub today: NaiveDate,
}

impl Cap {
    /// The cap by what was booked, in which the service lists what was entered by hand as well.
    ///
    /// # Errors
    /// Names a booking that cannot be counted.
    pub fn new(
        booked: &[Transaction],
        manual: &[ManualEntry],
        today: NaiveDate,
    ) -> Result<Self, InputError> {
        let is_booked = |transaction: &&Transaction| {
            let kind = &transaction.properties().event_type;
            transaction.type_name.as_deref() != Some(MANUAL)
                && matches!(kind, Some(EventType::Cancel | EventType::Refund))
        };
        let mut rows = Vec::new();
        let mut entries = Vec::new();
        for transaction in booked.iter().filter(is_booked) {
            let ledger = booked_ledger(std::slice::from_ref(transaction), today)?;
            let of = transaction.properties();
            let order = of.reservation_order_id.as_ref().map(|id| id.name().to_owned());
            let description = of.description.clone().unwrap_or_default();
            let reading = |name: &str| dollars(of.rest.get("countsAs")?.get(name)?);
            let (refund, commitment) = (reading("refund"), reading("cancelledCommitment"));
            for entry in ledger.entries() {
                let origin =
                    Origin::Booked { description: description.clone(), order: order.clone() };
                // What was booked is what was paid back, unless whoever booked it says more.
                let refund = Some(refund.unwrap_or(entry.usd));
                rows.push(LedgerRow { entry: *entry, refund, commitment, origin });
            }
        }
        for entry in manual {
            rows.push(LedgerRow {
                entry: entry.entry,
                refund: Some(entry.entry.usd),
                commitment: entry.commitment,
                origin: Origin::Manual(entry.clone()),
            });
        }
        entries.extend(rows.iter().map(|row| row.entry));
        rows.sort_by_key(|row| std::cmp::Reverse(row.entry.date));
        Ok(Self { rows, ledger: Ledger::of_booked(entries, today)?, today })
    }

    /// What counts today.
    #[must_use]
    pub fn used(&self) -> Money {
        self.ledger.used_on(self.today)
    }

    /// The ledger as a reading of the limit counts it. Where that is not known of an entry, what is booked counts:
    /// a cancelled commitment is no less than its refund.
    ///
    /// # Errors
    /// Those of [`Ledger::of_booked`].
    pub fn ledger_as(&self, counts: Counts) -> Result<Ledger, InputError> {
        let entry = |row: &LedgerRow| LedgerEntry {
            usd: row.counts(counts).unwrap_or(row.entry.usd),
            ..row.entry
        };
        Ledger::of_booked(self.rows.iter().map(entry).collect(), self.today)
    }

    /// Of how many entries that count today nobody knows what they count under a reading.
    #[must_use]
    pub fn unknown(&self, counts: Counts) -> usize {
        let counting = self.rows.iter().filter(|row| self.today < row.entry.free_again());
        counting.filter(|row| row.counts(counts).is_none()).count()
    }

    /// The days on which something is free again, and how much.
    #[must_use]
    pub fn free_again(&self) -> Vec<(NaiveDate, Money)> {
        self.ledger.replenishments(self.today).collect()
    }
}

/// A way in which policies read the limit, with those that do; what is newer stands last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What counts and what happens above it.
    pub limit: Limit,
    /// The policies.
    pub policies: Vec<&'static Policy>,
}

/// Every way in which a policy reads the limit.
#[must_use]
pub fn readings() -> Vec<Reading> {
    let mut readings: Vec<Reading> = Vec::new();
    for policy in Policy::all() {
        let is_same = |reading: &&mut Reading| -> bool {
            let key = |limit: &Limit| (limit.amount(), limit.counts, limit.over);
            key(&reading.limit) == key(&policy.limit)
        };
        match readings.iter_mut().find(is_same) {
            Some(reading) => reading.policies.push(policy),
            None => readings.push(Reading { limit: policy.limit, policies: vec![policy] }),
        }
    }
    readings
}

/// What is typed for an entry by hand; the amount and the day as their fields give them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntryText {
    /// ISO 8601.
    pub date: String,
    /// As people write it.
    pub usd: String,
    /// The cancelled commitment as people write it; empty where it is not known.
    pub commitment: String,
    /// Where it is known from.
    pub source: String,
}

/// What is wrong with an entry by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryProblem {
    /// The day is missing, or not one to calculate with.
    Date(Problem),
    /// The amount is missing, or not one to calculate with.
    Usd(Problem),
    /// The cancelled commitment is not one to calculate with.
    Commitment(Problem),
    /// Nobody says where it is known from.
    Source,
}

impl EntryText {
    /// The form of an entry that is there.
    #[must_use]
    pub fn of(entry: &ManualEntry) -> Self {
        Self {
            date: entry.entry.date.to_string(),
            usd: entry.entry.usd.to_string(),
            commitment: entry.commitment.map(|usd| usd.to_string()).unwrap_or_default(),
            source: entry.source.clone(),
        }
    }

    /// The body of the request; `usd` and `commitment` are the amounts as the fields read them, `today` the present
    /// UTC day.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn body(
        &self,
        (usd, commitment): (Option<Decimal>, Option<Decimal>),
        today: NaiveDate,
    ) -> Result<Value, Vec<EntryProblem>> {
        let mut problems = Vec::new();
        let date = match azure::parse_day(&self.date) {
            None => Err(Problem::Missing),
            Some(day) if day > today => Err(Problem::NotADate),
            Some(day) => in_years("date", day).map_err(|error| error.problem),
        };
        let read = |usd: Decimal| match Money::from_decimal(usd, Currency::USD) {
            Ok(amount) if amount.is_zero() => Err(Problem::Zero),
            amount => amount,
        };
        let amount = usd.ok_or(Problem::Missing).and_then(read);
        let commitment = match (commitment, self.commitment.trim()) {
            (None, "") => Ok(None),
            (None, _) => Err(Problem::Missing),
            (Some(usd), _) => read(usd).map(Some),
        };
        let source = self.source.trim();
        problems.extend(date.as_ref().err().cloned().map(EntryProblem::Date));
        problems.extend(amount.as_ref().err().cloned().map(EntryProblem::Usd));
        problems.extend(commitment.as_ref().err().cloned().map(EntryProblem::Commitment));
        problems.extend(source.is_empty().then_some(EntryProblem::Source));
        match (date, amount, commitment) {
            (Ok(date), Ok(usd), Ok(commitment)) if problems.is_empty() => Ok(json!({
                "properties": {
                    "date": date,
                    "usd": usd.to_string(),
                    "commitmentUsd": commitment.map(|usd| usd.to_string()),
                    "source": source,
                }
            })),
            _ => Err(problems),
        }
    }
}
