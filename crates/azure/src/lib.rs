//! Wire types of the Azure APIs around reservations, and how a record becomes a holding.
//!
//! Answers of six APIs are read here: Capacity (reservations, orders, quotes, exchanges),
//! Billing, Consumption, Authorization, Support, and Partner Center. Records are read once, at the
//! door, and keep everything they do not understand: unknown fields, unknown enum values, explicit
//! nulls, the text of ids and timestamps. Writing a record back gives the JSON value that was read.
//! Amounts are exact: a number's text becomes a decimal and never passes through floating point.
//!
//! Every type implements [`Wire`], which is how it is read and written, and serde's traits by way
//! of it. [`from_slice`] names the path of a field that cannot be read. What goes wrong at Azure
//! itself comes in four envelopes, and leaves here as one [`ApiProblem`].
//!
//! Invariant: no input makes this crate panic, and it has no I/O and no clock.

mod authorization;
mod billing;
mod catalog;
mod change;
mod consumption;
mod entries;
mod error;
mod exchange;
mod holding;
mod id;
mod money;
mod open_enum;
mod operation;
mod order;
mod page;
mod partner_center;
mod purchase;
mod refund;
mod reservation;
mod rights;
mod state;
mod stated;
mod support;
mod surroundings;
mod time;
mod watch;
mod wire;

pub use authorization::*;
pub use billing::*;
pub use calculator::{Phase, ProvisioningState, ResourceType};
pub use catalog::*;
pub use change::*;
pub use consumption::*;
pub use entries::*;
pub use error::*;
pub use exchange::*;
pub use holding::*;
pub use id::*;
pub use money::*;
pub use operation::*;
pub use order::*;
pub use page::*;
pub use partner_center::*;
pub use purchase::*;
pub use refund::*;
pub use reservation::*;
pub use rights::*;
pub use state::*;
pub use stated::*;
pub use support::*;
pub use surroundings::*;
pub use time::*;
pub use watch::*;
pub use wire::{Rest, Wire, WireError, WireProblem, from_slice, to_string};
