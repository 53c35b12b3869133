//! How many rows of a long list are drawn.
//!
//! A browser spends nearly a millisecond on the style and layout of one row at every change of order
//! (measured with 500 rows); finding and sorting all of them costs next to nothing. The number stands in the
//! address, so that Back and a reload show as many again.

use crate::query::{Query, use_query};
use leptos::prelude::*;
use view_model::address::parameter;

/// Rows that are drawn at first, and again each time somebody asks for more.
pub(crate) const ROWS_STEP: usize = 100;

/// How many rows are drawn.
#[derive(Clone, Copy)]
pub(crate) struct Drawn {
    max: Memo<usize>,
    query: Query,
}

/// As many rows as the address says; call it while a component is made.
pub(crate) fn use_drawn() -> Drawn {
    let query = use_query();
    let max = Memo::new(move |_| {
        let stated = query.text(parameter::ROWS).parse().unwrap_or_default();
        ROWS_STEP.max(stated)
    });
    Drawn { max, query }
}

impl Drawn {
    /// How many rows are drawn at most; followed in reactive closures.
    pub(crate) fn max(self) -> usize {
        self.max.get()
    }

    /// How many rows of so many the next wish for more brings; followed in reactive closures.
    pub(crate) fn next_of(self, all: usize) -> usize {
        all.saturating_sub(self.max()).min(ROWS_STEP)
    }

    /// Draws more rows.
    pub(crate) fn more(self) {
        let max = self.max.get_untracked().saturating_add(ROWS_STEP);
        self.query.set(&[(parameter::ROWS, &max.to_string())]);
    }
}
