//! What the parts of a comparison work with.

use crate::api::Load;
use crate::quote::exchange::ExchangeTask;
use azure::Transaction;
use leptos::prelude::*;
use std::sync::Arc;
use view_model::ExchangeRate;
use view_model::quote::Facts;
use view_model::quote::comparison::filled::Filled;
use view_model::quote::comparison::{Assumptions, Compared};
use view_model::quote::exchange::Case;

/// What a comparison is made of, beside the form.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) task: ExchangeTask,
    pub(super) assumed: RwSignal<Assumptions>,
    pub(super) booked: Load<Vec<Transaction>>,
    pub(super) rates: Load<Vec<ExchangeRate>>,
    /// The terms with what nobody has chosen; nothing until everything has come that they are made of.
    pub(super) filled: Memo<Option<Filled>>,
    /// Whether the fields of what is returned and bought are open.
    pub(super) is_open: RwSignal<bool>,
}

/// What was compared: the records, the terms, and what came of them.
#[derive(Clone)]
pub(super) struct Sides {
    pub(super) facts: Vec<Arc<Facts>>,
    pub(super) filled: Filled,
    pub(super) case: Case,
    pub(super) compared: Compared,
}
