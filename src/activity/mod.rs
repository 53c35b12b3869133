//! The record of what was changed at a customer's reservations: who, when, what, and by which quote.

mod entry;
mod page;

pub use page::CustomerActivity;
