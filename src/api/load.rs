//! Records for a page: asked for when they are needed, asked for again on demand.

use super::error::ApiError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;
use std::sync::Arc;

/// How far a request has come.
#[derive(Debug)]
pub enum State<T> {
    /// Asked, not answered.
    Loading,
    /// Answered.
    Ready(Arc<T>),
    /// Answered with a problem, or not at all.
    Failed(ApiError),
}

// Not derived: the records are shared, so that they need not be `Clone` themselves.
impl<T> Clone for State<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Loading => Self::Loading,
            Self::Ready(records) => Self::Ready(Arc::clone(records)),
            Self::Failed(error) => Self::Failed(error.clone()),
        }
    }
}

/// Records that a page asked for.
#[derive(Debug)]
pub struct Load<T: Send + Sync + 'static> {
    state: RwSignal<State<T>>,
    round: RwSignal<u32>,
}

impl<T: Send + Sync + 'static> Clone for Load<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Load<T> {}

impl<T: Send + Sync + 'static> Load<T> {
    /// How far the request has come; inside a reactive closure it is followed.
    #[must_use]
    pub fn state(self) -> State<T> {
        self.state.get()
    }

    /// The records, once they are there; inside a reactive closure they are followed.
    #[must_use]
    pub fn ready(self) -> Option<Arc<T>> {
        match self.state.get() {
            State::Ready(records) => Some(records),
            State::Loading | State::Failed(_) => None,
        }
    }

    /// Asks again. What is on screen stays until the new answer is there; an error makes room at once.
    pub fn reload(self) {
        self.round.update(|round| *round = round.wrapping_add(1));
    }
}

/// Asks for the records of `key`, and again whenever the key changes or [`Load::reload`] is called.
///
/// An answer that comes after the key has changed is dropped.
pub fn load<K, T, F>(
    key: impl Fn() -> K + Send + Sync + 'static,
    fetch: impl Fn(K) -> F + 'static,
) -> Load<T>
where
    K: PartialEq + Clone + Send + Sync + 'static,
    T: Send + Sync + 'static,
    F: Future<Output = Result<T, ApiError>> + 'static,
{
    let state = RwSignal::new(State::Loading);
    let round = RwSignal::new(0_u32);
    let key = Memo::new(move |_| key());
    Effect::new(move |before: Option<(K, u32)>| {
        let now = (key.get(), round.get());
        let is_repeat = before.is_some_and(|(key, _)| key == now.0);
        if !is_repeat || matches!(*state.read_untracked(), State::Failed(_)) {
            state.set(State::Loading);
        }
        let answer = fetch(now.0.clone());
        let asked = now.clone();
        spawn_local(async move {
            let answer = answer.await;
            // The page may be gone by now, and its signals with it.
            let current = (key.try_get_untracked(), round.try_get_untracked());
            if current == (Some(asked.0), Some(asked.1)) {
                state.set(match answer {
                    Ok(records) => State::Ready(Arc::new(records)),
                    Err(error) => State::Failed(error),
                });
            }
        });
        now
    });
    Load { state, round }
}
