//! The single-page application: what a partner sees and does.
//!
//! It has one way to data, HTTP to the configured address (`api`), and computes every quote itself with
//! the `calculator`. The folders, from the ground up: `platform` (the browser), `i18n` (the words),
//! `api` (the records), `ui` (controls without domain knowledge), then the pages.

#![expect(
    unreachable_pub,
    reason = "`#[component]` moves the function that it is given into a private module"
)]

pub mod activity;
pub mod api;
pub mod app;
pub mod cap;
#[cfg(debug_assertions)]
pub mod components;
pub mod customers;
pub mod draft;
pub mod export;
pub mod find;
pub mod i18n;
pub mod import;
pub mod learn;
pub mod pages;
pub mod paths;
pub mod platform;
pub mod portfolio;
pub mod problem;
pub mod query;
pub mod quote;
pub mod radar;
pub mod reconcile;
pub mod reservation;
pub mod rights;
pub mod router;
pub mod sending;
pub mod shell;
pub mod sign_in;
pub mod start;
pub mod support;
pub mod ui;
pub mod unsettled;
