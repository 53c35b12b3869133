//! Every kind of document that there is. The smallest have their place here.

use std::collections::BTreeMap;

use azure::Timestamp;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::records::access::{Assignment, Principal};
use crate::records::booking::Booking;
use crate::records::confirmation::Confirmation;
use crate::records::customer::Customer;
use crate::records::deserializer;
use crate::records::documents::{Document, LOST, Records, parse};
use crate::records::error::RecordError;
use crate::records::exchange::AcceptedExchange;
use crate::records::import::{ImportRecord, StagedCustomer, StagedNames, Undo};
use crate::records::incomplete::IncompleteReservation;
use crate::records::operation::{Finished, Operation};
use crate::records::order::Order;
use crate::records::pack::PACK;
use crate::records::partner::{Account, Letterhead, Settings};
use crate::records::price_list::PriceList;
use crate::records::reservation::{Reservation, Revision};
use crate::records::returns::PendingReturn;
use crate::records::settlement::Agreed;
use crate::records::ticket::Ticket;
use crate::records::time::Latest;
use crate::records::transaction::{ManualEntry, Transaction};

/// One change, in the form in which it is answered.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct Activity {
    pub(crate) id: String,
    pub(crate) at: Timestamp,
    pub(crate) by: Author,
    /// What was done, as Azure names operations.
    pub(crate) action: String,
    /// Full id of what was changed.
    pub(crate) target: String,
    pub(crate) changes: Vec<FieldChange>,
    /// The quote that was carried out, if there was one.
    pub(crate) quote: Option<CarriedOut>,
}

/// Who has made a change.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct Author {
    pub(crate) name: String,
    /// As it was called then, whether anybody knows the role now or not.
    pub(crate) role: Option<String>,
}

/// One value that is different; null where there was or is none.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct FieldChange {
    pub(crate) field: String,
    pub(crate) before: Value,
    pub(crate) after: Value,
}

/// A quote that was carried out, so that it can be repeated: everything it was made from, and every step.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct CarriedOut {
    pub(crate) policy: String,
    #[serde(deserialize_with = "deserializer::day")]
    pub(crate) on: NaiveDate,
    /// In the form of the calculator's plain interface, and so is the answer.
    pub(crate) input: Value,
    pub(crate) answer: Value,
    /// Of an exchange the full ids of what was given back, in the order of the input.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) returned: Vec<String>,
}

impl Document for Activity {
    const KIND: &'static str = "activity";
}

/// A request with its answer. Stored under the client's id of it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Answered {
    pub(crate) method: String,
    /// With its query.
    pub(crate) path: String,
    /// That of the body.
    pub(crate) digest: String,
    pub(crate) at: Timestamp,
    pub(crate) status: u16,
    #[serde(default)]
    pub(crate) headers: BTreeMap<String, String>,
    /// Whether the body is too long to be kept.
    #[serde(default)]
    pub(crate) is_long: bool,
    /// What was answered; null where that was nothing, or is too long.
    #[serde(default)]
    pub(crate) body: Value,
}

impl Document for Answered {
    const KIND: &'static str = "request";

    fn flaw(&self) -> Option<&'static str> {
        (!(100..600).contains(&self.status)).then_some("it has no status")
    }
}

/// That somebody was told of a request that it was not made. Stored under the client's id of it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct ToldNotMade {
    pub(crate) times: u32,
}

impl Document for ToldNotMade {
    const KIND: &'static str = "requestNotMade";
}

/// A savings plan that was bought.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct SavingsPlanOrder {
    pub(crate) id: String,
    #[serde(deserialize_with = "deserializer::time")]
    pub(crate) at: DateTime<Utc>,
    pub(crate) request: Value,
}

impl Document for SavingsPlanOrder {
    const KIND: &'static str = "savingsPlanOrder";
}

/// That a quote was carried out. Stored under its id, which says it all.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Used {}

impl Document for Used {
    const KIND: &'static str = "usedQuote";
}

/// That everything was replaced by a backup. What a backup holds is somebody's work, so that it is not renewed
/// with the day as a demonstration is.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Restored {
    #[serde(deserialize_with = "deserializer::time")]
    pub(crate) at: DateTime<Utc>,
}

impl Document for Restored {
    const KIND: &'static str = "restored";
}

impl Restored {
    /// The id of the one document, among the partner's.
    pub(crate) const ID: &'static str = "facts";
}

/// A kind of document, and what is wrong with one of it.
type Check = (&'static str, fn(&str, &str) -> Option<RecordError>);

/// Every kind that this build knows. Of others nobody can say whether they can be read.
const CHECKS: &[Check] = &[
    of::<Account>(),
    of::<Activity>(),
    of::<Agreed>(),
    of::<Answered>(),
    of::<Assignment>(),
    of::<Booking>(),
    of::<SavingsPlanOrder>(),
    of::<Confirmation>(),
    of::<Customer>(),
    of::<Finished>(),
    of::<ImportRecord>(),
    of::<IncompleteReservation>(),
    of::<Latest>(),
    of::<Letterhead>(),
    of::<Operation>(),
    of::<ManualEntry>(),
    of::<Order>(),
    of::<PendingReturn>(),
    of::<AcceptedExchange>(),
    of::<PriceList>(),
    of::<Principal>(),
    of::<Reservation>(),
    of::<Restored>(),
    of::<Revision>(),
    of::<Settings>(),
    of::<StagedCustomer>(),
    of::<StagedNames>(),
    of::<Ticket>(),
    of::<ToldNotMade>(),
    of::<Transaction>(),
    of::<Undo>(),
    of::<Used>(),
    (PACK, |key, _| Some(RecordError::unreadable(key, LOST))),
];

/// Those that a demonstration begins with, of which lists of customers can be made before the others can be read.
const BEGINNING: &[Check] = &[
    of::<Account>(),
    of::<Assignment>(),
    of::<Customer>(),
    of::<Order>(),
    of::<Principal>(),
    of::<Reservation>(),
    of::<Ticket>(),
    of::<Transaction>(),
];

const fn of<T: Document>() -> Check {
    (T::KIND, |key, text| parse::<T>(key, text).err())
}

/// A document that cannot be read.
pub(crate) struct Unreadable<'r> {
    pub(crate) key: &'r str,
    pub(crate) text: &'r str,
    pub(crate) why: RecordError,
}

/// All documents that cannot be read.
pub(crate) fn unreadable(records: &Records) -> Vec<Unreadable<'_>> {
    unreadable_of(records, CHECKS)
}

/// The same of records with documents as a demonstration begins with; nothing where there are others.
pub(crate) fn unreadable_at_the_beginning(records: &Records) -> Option<Vec<Unreadable<'_>>> {
    let is_one = |(key, _): (&str, &str)| check_of(key, BEGINNING).is_some();
    records.texts().all(is_one).then(|| unreadable_of(records, BEGINNING))
}

fn unreadable_of<'r>(records: &'r Records, checks: &[Check]) -> Vec<Unreadable<'r>> {
    let check = |(key, text)| {
        if records.is_kept(key) {
            return None;
        }
        let (_, check) = check_of(key, checks)?;
        check(key, text).map(|why| Unreadable { key, text, why })
    };
    records.texts().filter_map(check).collect()
}

fn check_of<'c>(key: &str, checks: &'c [Check]) -> Option<&'c Check> {
    checks.iter().find(|(kind, _)| *kind == kind_of(key))
}

fn kind_of(key: &str) -> &str {
    key.split('/').next().unwrap_or_default()
}
