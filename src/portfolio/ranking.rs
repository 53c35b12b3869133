//! The ranks that rows are sorted by, made before anybody sorts, so that the first click takes no longer than another.

use super::desk::{Desk, Shared};
use crate::platform::worker::Worker;
use crate::platform::{effect::effect, rest, timer};
use leptos::prelude::*;
use leptos::task::spawn_local;
use portfolio::columns::{Column, Index, Sortable};

/// The script of the worker that makes them.
const SCRIPT: &str = "ranks-worker.js";
/// So few values are ranked sooner than a worker has started, and well within a frame.
const FEW: usize = 2_000;

/// The worker, while there is something to rank. It ends with the page.
type Held = StoredValue<Option<Worker>, LocalStorage>;

impl Desk {
    /// Has the ranks of the shown columns made in a worker, one after the other, once the rows are on the screen and
    /// nobody types or scrolls. Whoever sorts before does not wait for them.
    pub(super) fn keep_ranks(self, index: Memo<Shared<Index>>) {
        let (round, worker) = (StoredValue::new(0_u32), Held::new_local(None));
        effect(move || {
            self.quotes.track();
            index.track();
            // The name is always shown.
            let shown = self.columns.get().into_iter().map(|column| column.sorted_by());
            let columns: Vec<_> = std::iter::once(Column::Name).chain(shown).collect();
            let now = round.get_value().wrapping_add(1);
            round.set_value(now);
            // What it was asked for the rows of before is of no use to these.
            worker.set_value(None);
            spawn_local(async move {
                let is_current = || round.try_get_value() == Some(now);
                let mut has_worker = true;
                timer::painted().await;
                for column in columns {
                    rest::come().await;
                    if !is_current() {
                        return;
                    }
                    let (book, quotes, index) =
                        untrack(|| (self.book.get(), self.quotes.get(), index.get()));
                    let portfolio = &book.portfolio;
                    let Some(values) = portfolio.unranked(column, &quotes, &index) else {
                        continue;
                    };
                    if has_worker && values.len() > FEW {
                        // To rows that others have come for since, they do no harm.
                        let take = |ranks| portfolio.ranked(column, &quotes, &index, ranks);
                        if ask(worker, values).await.is_some_and(take) {
                            continue;
                        }
                        has_worker = false;
                        rest::come().await;
                        if !is_current() {
                            return;
                        }
                    }
                    portfolio.rank(column, &quotes, &index);
                }
                worker.try_update_value(Option::take);
            });
        });
    }
}

/// Asks the worker, which is started for the first question. There is no answer where it has failed or was ended.
fn ask(worker: Held, values: Sortable<'_>) -> impl Future<Output = Option<Vec<u32>>> + use<> {
    if worker.with_value(Option::is_none) {
        worker.set_value(Worker::start(SCRIPT, |_| {}).ok());
    }
    let answer = worker.with_value(|worker| Some(worker.as_ref()?.ask_numbers(&values.to_bytes())));
    async move { answer?.await.ok().flatten() }
}
