//! The contract of the service: requests in, answers out, against the demonstration's records.
//!
//! Nothing here knows the crate's inside. The same requests could be sent to any host.

#[path = "../conformance/mod.rs"]
mod conformance;
#[path = "../fixtures/mod.rs"]
mod fixtures;

mod access;
mod activities;
mod agreement;
mod archive;
mod backups;
mod billing_account;
mod catalog;
mod client_ids;
mod clock;
mod configuration;
mod crowd;
mod durability;
mod exchange_failures;
mod exchanges;
mod formats;
mod imports;
mod ledger;
mod letterhead;
mod merges;
mod own_records;
mod portfolio_blocks;
mod prices;
mod purchases;
mod reading;
mod refunds;
mod requests;
mod revisions;
mod rights;
mod scopes;
mod sentinels;
mod settings;
mod settlements;
mod shapes;
mod signed_in;
mod splits;
mod states;
mod stores;
mod support_requests;
mod texts;
mod trade_ins;
mod unreadable;
mod usage;
