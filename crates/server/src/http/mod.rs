//! What is asked over the network, and what is answered: the page, the API, and how the server is.

pub(crate) mod api;
pub(crate) mod desk;
mod limits;
mod metrics;
mod page;
pub(crate) mod serve;
mod sign_in;
mod stream;
mod who;

pub(crate) use page::{Page, Place};
