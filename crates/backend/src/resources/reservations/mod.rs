//! Reservations: reading them, and every change but a return.

pub(crate) mod applied;
pub(crate) mod body;
pub(crate) mod filter;
pub(crate) mod merge;
pub(crate) mod named;
pub(crate) mod read;
pub(crate) mod split;
pub(crate) mod update;
