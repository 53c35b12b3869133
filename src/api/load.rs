//! Records for a page: asked for when they are needed, asked for again on demand.

use super::elsewhere::use_elsewhere;
use super::error::ApiError;
use crate::platform::lasting::Lasting;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::any::Any;
use std::cell::RefCell;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

/// How far a request has come.
#[derive(Debug)]
pub enum State<T: ?Sized> {
    /// Asked, not answered.
    Loading,
    /// Answered.
    Ready(Arc<T>),
    /// Answered with a problem, or not at all.
    Failed(ApiError),
}

// Not derived: the records are shared, so that they need not be `Clone` themselves.
impl<T: ?Sized> Clone for State<T> {
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
pub struct Load<T> {
    of_any: AnyLoad,
    records: PhantomData<fn() -> T>,
}

/// Records of any kind. Pages ask for a dozen kinds, and the reactive machinery of one of them is a few
/// kilobytes of code: with their type erased they all share it.
pub type Anything = dyn Any + Send + Sync;

/// What is made of records of any kind.
pub type FromAny<V> = Box<dyn Fn(Arc<Anything>) -> V + Send>;

/// Records of any kind that a page asked for.
#[derive(Clone, Copy, Debug)]
pub struct AnyLoad {
    /// Some loads last as long as the tab, such as that of the rights, which everything follows.
    state: Lasting<State<Anything>>,
    round: RwSignal<u32>,
}

impl AnyLoad {
    /// How far the request has come; inside a reactive closure it is followed.
    #[must_use]
    pub fn state(self) -> State<Anything> {
        self.state.get()
    }

    /// Asks again. What is on screen stays until the new answer is there; an error makes room at once.
    pub fn reload(self) {
        self.round.update(|round| *round = round.wrapping_add(1));
    }
}

impl<T> Clone for Load<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Load<T> {}

impl<T: Send + Sync + 'static> Load<T> {
    /// How far the request has come; inside a reactive closure it is followed.
    #[must_use]
    pub fn state(self) -> State<T> {
        match self.of_any.state() {
            State::Loading => State::Loading,
            State::Ready(anything) => State::Ready(records_in(anything)),
            State::Failed(error) => State::Failed(error),
        }
    }

    /// The records, once they are there; inside a reactive closure they are followed.
    #[must_use]
    pub fn ready(self) -> Option<Arc<T>> {
        match self.state() {
            State::Ready(records) => Some(records),
            State::Loading | State::Failed(_) => None,
        }
    }

    /// Shows `records`, which came with the answer to something else, such as a change of them.
    pub fn put(self, records: T) {
        self.of_any.state.try_set(State::Ready(Arc::new(records)));
    }

    /// As [`AnyLoad::reload`].
    pub fn reload(self) {
        self.of_any.reload();
    }

    /// The same without its type, and what `ready` makes of the records, for code that is the same for
    /// records of every kind.
    #[must_use]
    pub fn of_any<V>(self, ready: impl Fn(Arc<T>) -> V + Send + 'static) -> (AnyLoad, FromAny<V>) {
        (self.of_any, Box::new(move |anything| ready(records_in(anything))))
    }
}

/// Invariant: [`load`] puts a `T` into every `Load<T>`.
fn records_in<T: Send + Sync + 'static>(anything: Arc<Anything>) -> Arc<T> {
    anything.downcast().expect("a Load<T> holds a T")
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
    let asked = Rc::new(RefCell::new(None::<K>));
    let question = Rc::clone(&asked);
    let is_new = move || {
        let now = Some(key());
        let is_new = *question.borrow() != now;
        question.replace(now);
        is_new
    };
    let ask = move || -> Option<Answering> {
        let answer = fetch(asked.borrow().clone()?);
        Some(Box::pin(
            async move { answer.await.map(|records| Arc::new(records) as Arc<Anything>) },
        ))
    };
    Load { of_any: load_anything(Box::new(is_new), Box::new(ask)), records: PhantomData }
}

/// A request under way.
type Answering = Pin<Box<dyn Future<Output = Result<Arc<Anything>, ApiError>>>>;

/// What all loads have in common. `is_new` reads the key and says whether it has changed since it was read
/// last; `ask` sends the request for the key that was read.
fn load_anything(
    is_new: Box<dyn Fn() -> bool>,
    ask: Box<dyn Fn() -> Option<Answering>>,
) -> AnyLoad {
    let state = Lasting::new(State::<Anything>::Loading);
    let round = RwSignal::new(0_u32);
    let elsewhere = use_elsewhere();
    // Counts the requests, so that an answer knows whether it belongs to the last one.
    let requests = StoredValue::new(0_u32);
    Effect::new(move |before: Option<(u32, Option<u32>)>| {
        let now = (round.get(), elsewhere.map(super::Elsewhere::round));
        let is_new = is_new();
        if !is_new && before == Some(now) {
            return now;
        }
        let has_failed = state.try_with_untracked(|state| matches!(state, State::Failed(_)));
        if is_new || has_failed == Some(true) {
            state.try_set(State::Loading);
        }
        let Some(answer) = ask() else { return now };
        let request = requests.get_value().wrapping_add(1);
        requests.set_value(request);
        spawn_local(async move {
            let answer = answer.await;
            // The page may be gone by now, and its signals with it.
            if requests.try_get_value() == Some(request) {
                state.try_set(match answer {
                    Ok(records) => State::Ready(records),
                    Err(error) => State::Failed(error),
                });
            }
        });
        now
    });
    AnyLoad { state, round }
}
