//! An attack on the project: requests, races, lines of JSON and bodies that nobody would send, and
//! what has to hold all the same.
//!
//! Everything follows from a seed. An *episode* is a world of its own: the service in two tabs over
//! one store that fails, is slow and loses its tabs, with clocks that go wrong; its steps have
//! seeds of their own, so that a failed episode can be shortened to the steps that matter. Some end
//! with imports, which put records of their own in the place of all others. What has
//! to hold is in `rules.rs`, and what is kept apart from the service to compare it with in
//! `books.rs`.
//!
//! Invariant: the same seed gives the same run on every machine.

mod ask;
mod books;
mod broken;
mod episode;
mod figures;
mod imports;
mod lines;
mod random;
mod rules;
mod run;
mod store;
mod tenant;
mod turns;
mod valid;
mod wire;
mod world;

pub use figures::Figures;
pub use random::Random;
pub use rules::{Broken, Rule};
pub use run::{Failed, Part, Until, run};
pub use store::Flaw;
pub use turns::{Task, my_turn, take_turns};
