//! What a store holds at the beginning: the demonstration, or nothing but the partner.
//!
//! The records are data: tables beside this file, one line for each reservation, with dates
//! relative to the day. [`table`] reads them and [`expand`] makes documents of them. Companies,
//! people and prices are invented.

mod expand;
mod people;
pub(crate) mod price_list;
pub(crate) mod sentinels;
mod table;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::records::Records;
use crate::records::partner::{Account, Start};
use crate::records::store::{Documents, Snapshot, Unit};

const PARTNER_NAME: &str = "Lumenfjord Cloud Partners";

/// What the store shall hold.
pub(crate) fn contents(start: Start, today: NaiveDate) -> BTreeMap<Unit, Documents> {
    let account = Account::of_partner(PARTNER_NAME, start == Start::Demonstration, today);
    let mut partner = Records::of(Snapshot::default());
    partner.put(Account::ID, &account);
    let mut contents = BTreeMap::new();
    contents.insert(Unit::Partner, partner.into_documents());
    if start == Start::Demonstration {
        for (unit, documents) in expand::customers(&table::read(), today) {
            contents.insert(unit, documents);
        }
    }
    contents
}

#[cfg(test)]
mod tests;
