//! Bringing own reservations in: files that are dropped, chosen or pasted become records, after a look at what
//! would change.
//!
//! What they left open of a customer's reservations is answered on a page of its own (`incomplete.rs`).
//!
//! The files are read in a worker (`crates/files-worker`), which the first file starts. What goes on is in
//! [`Work`]; the other files draw it.

mod answers;
mod disputes;
mod files;
mod incomplete;
mod page;
mod preview;
mod reading;
mod reasons;
mod staging;
mod under_way;
mod windows;
mod words;
mod work;

pub use incomplete::IncompleteReservations;
pub use page::ImportFiles;

use work::Work;
