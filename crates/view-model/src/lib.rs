//! What the pages show and ask for, as data.
//!
//! A page draws what is here and says it in words. Forms and what they are read as, addresses, comparisons of
//! records, what a list finds and in which order, the files that are taken along: whatever needs neither a
//! browser, nor the service, nor a language, so that its tests are native and take no time.
//!
//! Invariant: no I/O, no clock, no texts for people. The day and the records are arguments.

pub mod activity;
pub mod address;
pub mod cap;
pub mod commands;
pub mod csv;
pub mod customers;
mod decimal_input;
pub mod difference;
pub mod encoding;
pub mod export;
pub mod ics;
pub mod import;
pub mod incomplete;
pub mod language;
pub mod letterhead;
pub mod listing;
pub mod payments;
pub mod picture;
pub mod plan;
pub mod portfolio;
mod prices;
pub mod quote;
pub mod radar;
pub mod reconcile;
pub mod record;
pub mod requests;
pub mod reservations;
pub mod rights_end;
pub mod rows;
pub mod settings;
pub mod shape;
pub mod sign_in;
pub mod start;
pub mod support;
mod tone;
pub mod usage;
mod workbook;

pub use address::ReservationRef;
pub use customers::CustomerSummary;
pub use decimal_input::{InputProblem, decimal_with_sign};
pub use prices::{ExchangeRate, PriceRow, usd_rates};
pub use tone::Tone;
