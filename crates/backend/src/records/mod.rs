//! What is stored: documents in units, and what each kind of them says.

pub(crate) mod access;
pub(crate) mod backup;
pub(crate) mod booking;
pub(crate) mod customer;
pub(crate) mod deserializer;
pub(crate) mod documents;
pub(crate) mod error;
pub(crate) mod exchange;
pub(crate) mod format;
pub(crate) mod holding;
pub(crate) mod import;
pub(crate) mod incomplete;
pub(crate) mod json;
pub(crate) mod kinds;
pub(crate) mod memory;
pub(crate) mod operation;
pub(crate) mod order;
pub(crate) mod pack;
pub(crate) mod partner;
pub(crate) mod price_list;
pub(crate) mod reservation;
pub(crate) mod returns;
pub(crate) mod sentinel;
pub(crate) mod state;
pub(crate) mod store;
pub(crate) mod ticket;
pub(crate) mod time;
pub(crate) mod transaction;
pub(crate) mod usage;
pub(crate) mod wire;

pub(crate) use customer::Customer;
pub(crate) use documents::{Document, Records};
pub(crate) use error::RecordError;
pub(crate) use json::json;
pub(crate) use order::Order;
pub(crate) use reservation::Reservation;
