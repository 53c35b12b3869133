//! The calculator seen from outside. One binary, so that it links once.

mod common;
mod comparisons;
mod errors;
mod exchanges;
mod extremes;
mod mathematics;
mod plans;
mod properties;
mod refunds;
mod refusals;
mod suggestions;
mod timelines;
mod vectors;
mod ways_out;
