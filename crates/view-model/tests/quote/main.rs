//! The tasks about money as data: forms, links, remarks, and quotes held against those of the service.

#![allow(clippy::unwrap_used, reason = "a test that does not find what it looks for has failed")]

mod carry_out;
mod comparison;
mod exchange;
mod letter;
mod quick;
mod records;
mod refund;
mod start;

/// The present day of all tests.
fn today() -> chrono::NaiveDate {
    "2026-11-20".parse().unwrap()
}
