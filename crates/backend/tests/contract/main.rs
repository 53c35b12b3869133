//! The contract of the service: requests in, answers out, against the demonstration's records.
//!
//! Nothing here knows the crate's inside. The same requests could be sent to any host.

#[path = "../support/mod.rs"]
mod support;

mod agreement;
mod reading;
mod refunds;
mod requests;
mod rights;
mod sentinels;
mod shapes;
mod usage;
