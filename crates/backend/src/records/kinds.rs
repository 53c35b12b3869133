//! Every kind of document that there is. The smallest have their place here.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::records::access::{Assignment, Principal};
use crate::records::booking::Booking;
use crate::records::customer::Customer;
use crate::records::documents::{Document, LOST, Records, parse};
use crate::records::error::RecordError;
use crate::records::exchange::AcceptedExchange;
use crate::records::import::{ImportRecord, StagedCustomer, StagedNames, Undo};
use crate::records::incomplete::IncompleteReservation;
use crate::records::operation::{Finished, Operation};
use crate::records::order::Order;
use crate::records::pack::PACK;
use crate::records::partner::{Account, Settings};
use crate::records::price_list::PriceList;
use crate::records::reservation::{Reservation, Revision};
use crate::records::returns::PendingReturn;
use crate::records::ticket::Ticket;
use crate::records::time::Latest;
use crate::records::transaction::{ManualEntry, Transaction};

/// One change, in the form in which it is answered.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Activity(pub(crate) Value);

impl Document for Activity {
    const KIND: &'static str = "activity";
}

/// A request with its answer: `method`, `path` with its query, `digest` of the body, `at`, `status`,
/// `headers`, and `body` unless it is too long. Stored under the id.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Answered(pub(crate) Value);

impl Document for Answered {
    const KIND: &'static str = "request";

    fn flaw(&self) -> Option<&'static str> {
        let status = self.0["status"].as_u64();
        (!status.is_some_and(|status| (100..600).contains(&status))).then_some("it has no status")
    }
}

/// A savings plan that was bought.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct SavingsPlanOrder {
    pub(crate) id: String,
    pub(crate) at: DateTime<Utc>,
    pub(crate) request: Value,
}

impl Document for SavingsPlanOrder {
    const KIND: &'static str = "savingsPlanOrder";
}

/// That a quote was carried out. Stored under its id.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Used(pub(crate) Value);

impl Document for Used {
    const KIND: &'static str = "usedQuote";
}

/// That everything was replaced by a backup. What a backup holds is somebody's work, so that it is not renewed
/// with the day as a demonstration is.
#[derive(Serialize, Deserialize)]
pub(crate) struct Restored {
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
    of::<Answered>(),
    of::<Assignment>(),
    of::<Booking>(),
    of::<SavingsPlanOrder>(),
    of::<Customer>(),
    of::<Finished>(),
    of::<ImportRecord>(),
    of::<IncompleteReservation>(),
    of::<Latest>(),
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
    of::<Transaction>(),
    of::<Undo>(),
    of::<Used>(),
    (PACK, |key, _| Some(RecordError::unreadable(key, LOST))),
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
    let check = |(key, text)| {
        let (_, check) = CHECKS.iter().find(|(kind, _)| *kind == kind_of(key))?;
        check(key, text).map(|why| Unreadable { key, text, why })
    };
    records.texts().filter_map(check).collect()
}

fn kind_of(key: &str) -> &str {
    key.split('/').next().unwrap_or_default()
}
