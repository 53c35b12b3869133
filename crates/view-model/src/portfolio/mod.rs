//! The page about all reservations of all customers: what of it stands in its address, which rows are drawn, and its
//! charts as shapes.
//!
//! What the rows say and which of them are shown is computed by the crate `portfolio`.

mod charts;
mod named;
mod view;
mod window;

pub use charts::{HEIGHT, amount_in, bars, money_bars, used_permille};
pub use named::{NamedView, named_views, with_view, without_view, written_views};
pub use view::{Column, View, facet_parameter, parameter, sorted_by};
pub use window::{Drawn, TALLEST, Window};
