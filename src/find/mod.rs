//! The search that a key opens on every page: customers, reservations, support requests, pages and help.
//!
//! [`stock`] is what is looked among: it is read when the search is opened and kept while it is open, and what the
//! service refuses is not in it. [`places`] are the pages and the help, which are found without it. [`results`] puts
//! together what goes with the words; how well it does says [`portfolio::look_up`].

mod dialog;
mod places;
mod results;
mod stock;

pub use dialog::Find;
