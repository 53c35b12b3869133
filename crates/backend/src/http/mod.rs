//! Request and answer: who asks, for what, with which fields, and what is said when it fails.

pub(crate) mod answer;
pub(crate) mod auth;
pub(crate) mod call;
pub(crate) mod field;
pub(crate) mod headers;
pub(crate) mod invisible;
pub(crate) mod paging;
pub(crate) mod problem;
pub(crate) mod route;

pub(crate) use answer::Answer;
pub(crate) use call::Call;
pub(crate) use field::BodyField;
pub(crate) use paging::{page, sort};
pub(crate) use problem::Problem;
