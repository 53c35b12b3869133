//! All reservations of all customers at once: what a partner brings in, and what a table of a hundred
//! thousand of them needs.
//!
//! [`intake`] is the form in which facts come in, whether somebody dropped files or typed them. The backend
//! makes records of it, and tells before what that would change in the words of [`import`]. [`files`] is what a
//! page and the worker that reads files say to each other. [`columns`] is the way out: what the table of all
//! reservations shows, quotes and adds up. [`look_up`] finds one thing among many.
//! [`reconcile`] compares returns with what was booked for them.
//!
//! Invariant: no I/O, no clock, no texts for people. The day, the policy and the rates are arguments.

pub mod columns;
pub mod files;
pub mod guid;
pub mod import;
pub mod intake;
pub mod look_up;
pub mod reasons;
pub mod reconcile;
pub mod returns;
pub mod spreadsheet;
