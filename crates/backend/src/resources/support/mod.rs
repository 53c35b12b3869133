//! Microsoft's support: what it can be asked about, and what was asked.

pub(crate) mod fields;
pub(crate) mod filter;
pub(crate) mod tickets;
