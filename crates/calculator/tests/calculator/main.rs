//! The calculator seen from outside. One binary, so that it links once.

mod common;
mod errors;
mod exchanges;
mod properties;
mod refunds;
mod refusals;
mod timelines;
mod vectors;
