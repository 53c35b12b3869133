//! What pages show and ask for, from records to rows and from forms to requests.

#![allow(clippy::unwrap_used, reason = "a test that does not find what it looks for has failed")]

mod activity;
mod cap;
mod lists;
mod plan;
mod radar;
mod reconcile;
mod record;
mod records;
mod selection;
mod settings;
mod support;
