//! The contract of the service: requests in, answers out, against the demonstration's records.
//!
//! Nothing here knows the crate's inside. The same requests could be sent to any host.

#[path = "../support/mod.rs"]
mod support;

mod access;
mod activities;
mod agreement;
mod archive;
mod configuration;
mod merges;
mod reading;
mod refunds;
mod requests;
mod revisions;
mod rights;
mod scopes;
mod sentinels;
mod shapes;
mod splits;
mod support_requests;
mod usage;
