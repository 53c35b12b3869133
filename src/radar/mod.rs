//! The radar: what is coming up for reservations, of one customer or of all, and the money at stake.
//!
//! Days and amounts come from [`azure::watches`] and [`azure::at_stake`]. [`view_model::radar`] puts them into an
//! order, [`reading`] asks for the records customer by customer, [`view_model::ics`] writes
//! calendar files.

mod calendar;
mod legend;
mod page;
mod progress;
mod reading;
mod rights_end;
mod sentences;
mod spans;
mod table;

pub use page::{CustomerRadar, Radar};
pub use rights_end::BeforeRightsEnd;
