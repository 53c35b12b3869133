//! Futures that take turns: what several requests at once come to, without threads.
//!
//! Every access to the store is a point at which somebody else may go on, or at which a request is
//! dropped, as it is when its tab is closed. A seed decides, so that every order of events can be
//! repeated.

use std::any::Any;
use std::cell::Cell;
use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::pin::{Pin, pin};
use std::sync::Once;
use std::task::{Context, Poll, Waker};

use crate::random::Random;

/// A future that somebody waits for.
pub type Task<'f, T> = Pin<Box<dyn Future<Output = T> + 'f>>;

/// How often a request may be asked to go on before it counts as one that never ends. Thirty-two
/// attempts with six turns each are far from it.
const TURNS_MAX: u32 = 5_000;

/// Lets the others go first, once.
pub async fn my_turn() {
    let mut waited = false;
    std::future::poll_fn(|_| {
        if std::mem::replace(&mut waited, true) { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
}

/// Runs a future that never waits for anything outside.
pub(crate) fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}

/// Runs everything to its end, one step of one task at a time, as a seed decides. What came of each
/// is in the order in which they ended.
pub fn take_turns<'f, T: 'f>(tasks: Vec<Task<'f, T>>, seed: u64) -> Vec<T> {
    let (mut context, mut random) = (Context::from_waker(Waker::noop()), Random::of(seed));
    let (mut running, mut results) = (tasks, Vec::new());
    while !running.is_empty() {
        let chosen = random.below(running.len());
        if let Poll::Ready(result) = running[chosen].as_mut().poll(&mut context) {
            results.push(result);
            drop(running.swap_remove(chosen));
        }
    }
    results
}

/// What became of a task.
#[derive(Debug)]
pub(crate) enum End<T> {
    /// It ended.
    Done(T),
    /// It was dropped in the middle of its work.
    Dropped,
    /// It panicked, with this message.
    Panicked(String),
    /// It goes on and on.
    Endless,
}

/// Runs everything to its end, one step of one task at a time. `turn` is told whose turn it is;
/// with `drops` in a hundred turns a task is dropped.
pub(crate) fn interleave<'f, T>(
    tasks: Vec<Task<'f, T>>,
    random: &mut Random,
    drops: usize,
    mut turn: impl FnMut(usize),
) -> Vec<End<T>> {
    let mut context = Context::from_waker(Waker::noop());
    let mut ends: Vec<Option<End<T>>> = tasks.iter().map(|_| None).collect();
    let mut running: Vec<(usize, u32, Task<'f, T>)> =
        tasks.into_iter().enumerate().map(|(number, task)| (number, 0, task)).collect();
    while !running.is_empty() {
        let chosen = random.below(running.len());
        let (number, turns, task) = &mut running[chosen];
        turn(*number);
        *turns += 1;
        let polled = caught(|| task.as_mut().poll(&mut context));
        let end = match polled {
            Ok(Poll::Ready(value)) => End::Done(value),
            Ok(Poll::Pending) if random.in_hundred(drops) => End::Dropped,
            Ok(Poll::Pending) if *turns > TURNS_MAX => End::Endless,
            Ok(Poll::Pending) => continue,
            Err(message) => End::Panicked(message),
        };
        ends[*number] = Some(end);
        drop(running.swap_remove(chosen));
    }
    ends.into_iter().map(|end| end.expect("every task has come to its end")).collect()
}

thread_local! {
    /// Whether a panic is caught here, and told with what led to it.
    static IS_CAUGHT: Cell<bool> = const { Cell::new(false) };
}

/// Does something that must not panic; the message, if it does all the same.
pub(crate) fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = take_hook();
        set_hook(Box::new(move |panic| {
            if !IS_CAUGHT.get() {
                usual(panic);
            }
        }));
    });
    let before = IS_CAUGHT.replace(true);
    let done = catch_unwind(AssertUnwindSafe(work));
    IS_CAUGHT.set(before);
    done.map_err(|panic| message(panic.as_ref()))
}

fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = text.or_else(|| panic.downcast_ref::<String>().cloned());
    text.unwrap_or_else(|| "without a message".to_owned())
}
