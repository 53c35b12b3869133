//! Returns that were acted on, compared with what files say was booked for them.
//!
//! What goes together and why amounts differ is worked out by [`portfolio::reconcile`], the rows are data
//! ([`view_model::reconcile`]); [`reading`] asks for the records of those customers who have something to compare,
//! and the page draws it.

mod page;
mod reading;
mod row;
mod words;

pub use page::Reconciliation;
