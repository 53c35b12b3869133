//! A reservation's record: one page for each of its five entries.
//!
//! [`record`] is the frame that the entries share: the way to the page, the name of the reservation, the
//! navigation, the tasks. The overview is made of parts that ask for their own records, so that a part
//! that fails leaves the others alone.

mod access;
mod actions;
pub mod configuration;
mod details;
mod fact_line;
mod now;
mod open_requests;
mod overview;
mod part;
mod payments;
mod price;
pub mod properties;
mod record;
mod refresh;
mod relations;
mod usage_chart;
mod utilization;

pub use access::AccessControl;
pub(crate) use actions::{no_exchange, no_refund, no_return};
pub use configuration::Configuration;
pub(crate) use details::days_left_in_words;
pub(crate) use fact_line::fact_line;
pub(crate) use now::as_they_are_now;
pub use overview::Overview;
pub use properties::Properties;
pub(crate) use record::{Record, customer_name};
