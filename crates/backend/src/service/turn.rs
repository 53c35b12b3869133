//! Work that one does for all who want it at the same time.

use std::future::poll_fn;
use std::mem;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

/// What one at a time has; it knows nothing of threads and of what runs futures.
#[derive(Default, Debug)]
pub(super) struct Turn(Mutex<State>);

#[derive(Default, Debug)]
struct State {
    is_taken: bool,
    waiting: Vec<Waker>,
}

/// The turn of somebody, until it is dropped.
#[derive(Debug)]
pub(super) struct Taken<'t>(&'t Turn);

impl Turn {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until nobody has it.
    pub(super) async fn rest(&self) {
        poll_fn(|context| self.poll_free(context).map(drop)).await;
    }

    fn poll_free(&self, context: &Context<'_>) -> Poll<MutexGuard<'_, State>> {
        let mut state = self.state();
        if state.is_taken {
            // Whoever looks again before it is called is called once.
            if !state.waiting.iter().any(|known| known.will_wake(context.waker())) {
                state.waiting.push(context.waker().clone());
            }
            return Poll::Pending;
        }
        Poll::Ready(state)
    }

    /// The turn, if nobody has it. Otherwise waits until whoever has it is done, and has nothing: there may be nothing
    /// left to do.
    pub(super) async fn take(&self) -> Option<Taken<'_>> {
        let mut has_waited = false;
        poll_fn(|context| {
            let free = self.poll_free(context);
            has_waited |= free.is_pending();
            free.map(|mut state| state.is_taken = !has_waited)
        })
        .await;
        (!has_waited).then_some(Taken(self))
    }
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        let mut state = self.0.state();
        state.is_taken = false;
        let waiting = mem::take(&mut state.waiting);
        drop(state);
        waiting.into_iter().for_each(Waker::wake);
    }
}
