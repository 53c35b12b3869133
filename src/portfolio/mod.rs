//! All reservations of all customers: what comes back today, what ends soon, what stands in the way.
//!
//! The service sends columns and not records ([`portfolio::columns`]), so that a hundred thousand reservations
//! are read, quoted and put in order at once. [`desk`] holds what follows from them and from the address; the parts of
//! the page read it.

mod bulk;
mod desk;
mod page;
mod ranking;
mod summary;
mod table;
mod together;
mod toolbar;
mod words;

pub(crate) use desk::WORDING;
pub use page::Portfolio;
pub(crate) use words::state;
