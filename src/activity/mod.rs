//! The record of what was changed at a customer's reservations: who, when, what, and by which quote.

mod entry;
mod export;
mod page;
mod words;

pub use export::{as_csv, as_json};
pub use page::CustomerActivity;
