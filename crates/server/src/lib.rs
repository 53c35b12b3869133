//! The backend for a team: the page and its API from one address, over a database.
//!
//! The service itself is the one that runs in a browser (`crates/backend`). What is here is what a host
//! has to do: find out who asks, keep what is stored, and stay up.

mod audit;
mod commands;
mod config;
mod fail;
mod help;
mod http;
mod log;
mod moment;
mod scheduler;
mod sign_in;
mod store;

pub use commands::{directly, run};
