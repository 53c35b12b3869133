//! Tests of what only a browser can tell: the DOM, `Intl`, focus, dialogs.
//!
//! One binary, because each one starts a browser of its own. Arithmetic is tested natively, journeys across
//! pages in `tests/e2e`.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test that does not find what it looks for has failed")]

mod accepted;
mod access;
mod activity;
mod answers;
mod app;
mod attempt;
mod cap_page;
mod catalogue;
mod client;
mod components;
mod configuration;
mod configuration_page;
mod customers_page;
mod data_page;
mod dialog;
mod exchange_page;
mod exchange_records;
mod field;
mod find;
mod grid;
mod import_page;
mod import_under_way;
mod intl;
mod language;
mod left_behind;
mod letter_kept;
mod letter_page;
mod links;
mod paths;
mod picture;
mod portfolio_page;
mod properties_page;
mod quick_page;
mod quote_text;
mod radar_page;
mod reconcile_page;
mod record_page;
#[path = "../../crates/view-model/tests/data/records.rs"]
mod records;
mod refund_lost;
mod refund_page;
#[path = "../../crates/view-model/tests/quote/records.rs"]
mod refund_records;
mod resources;
mod roles;
mod router;
mod rows;
mod scroll;
mod selection;
mod shell;
mod sign_in;
mod stage;
mod start_page;
mod support;
mod support_page;
mod table;
mod tip;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// The present day of all records.
fn today() -> chrono::NaiveDate {
    prorata::platform::clock::today()
}
