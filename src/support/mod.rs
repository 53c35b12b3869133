//! Requests to Microsoft's support: the wizard that asks, and the requests that there are.
//!
//! [`start`] is the way in for the quotes: it puts what they say into the wizard. [`form`] keeps what is typed
//! and knows what is missing; it knows no page.

mod draft;
pub mod form;
mod guesses;
pub mod places;

pub use draft::{Draft, Words, id_lines, start};
