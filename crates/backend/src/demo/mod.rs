//! What a store holds at the beginning: the demonstration, or nothing but the partner.
//!
//! The records are data: tables beside this file, one line for each reservation, with dates
//! relative to the day. [`table`] reads them and [`expand`] makes documents of them. Companies,
//! people and prices are invented.

mod expand;
mod people;
pub(crate) mod rates;
pub(crate) mod sentinels;
pub(crate) mod table;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::records::documents::Records;
use crate::records::store::{Documents, Snapshot, Unit};
use crate::resources::partner::Account;

/// How to start.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Start {
    /// With invented customers that show everything.
    Demonstration,
    /// Without customers.
    Empty,
}

const PARTNER_NAME: &str = "Lumenfjord Cloud Partners";

fn account(name: String, demonstration: bool, started_on: NaiveDate) -> Account {
    Account {
        partner_tenant_id: expand::guid_of("partner"),
        billing_account_id: expand::billing_account(),
        billing_account_name: name.clone(),
        partner_name: name,
        demonstration,
        started_on,
    }
}

/// What is known of the partner without its document; the id of its tenant stands for its name.
pub(crate) fn unknown_account() -> Account {
    account(expand::guid_of("partner"), false, NaiveDate::default())
}

/// What the store shall hold.
pub(crate) fn contents(start: Start, today: NaiveDate) -> BTreeMap<Unit, Documents> {
    let account = account(PARTNER_NAME.to_owned(), start == Start::Demonstration, today);
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
