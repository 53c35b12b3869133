//! What lasts as long as the tab, and is followed by what comes and goes with its pages.
//!
//! A signal of reactive_graph (0.2.16) forgets who has followed it only when it changes: what is gone by then leaves
//! its memory behind, some hundred bytes for each word or control. The language, the rights and the policy may never
//! change while a thousand pages come and go. So they have a list of followers of their own, in which what is gone
//! does not stay.

use leptos::prelude::*;
use leptos::reactive::graph::{AnySubscriber, Observer, ReactiveNode};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

/// Fewer are not looked through.
const FEW: usize = 100;

/// A value that lasts as long as the tab; where a reactive closure reads it, the closure follows it.
///
/// The application owns it, as it owns a signal: once it is gone, only what begins with `try` may be called.
#[derive(Debug)]
pub struct Lasting<T: 'static>(StoredValue<Rc<Kept<T>>, LocalStorage>);

#[derive(Debug)]
struct Kept<T> {
    value: RefCell<T>,
    followers: Followers,
}

// Not derived: it is a place of something, which need not be `Copy` itself.
impl<T> Clone for Lasting<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Lasting<T> {}

impl<T: Default> Default for Lasting<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> Lasting<T> {
    /// Begins with `value`; call it while the application or a page is made.
    #[must_use]
    pub fn new(value: T) -> Self {
        let kept = Kept { value: RefCell::new(value), followers: Followers::default() };
        Self(StoredValue::new_local(Rc::new(kept)))
    }

    /// Follows the value in a reactive closure.
    pub fn track(self) {
        self.0.get_value().followers.add();
    }

    /// What `read` makes of the value, which is followed in reactive closures.
    pub fn with<V>(self, read: impl FnOnce(&T) -> V) -> V {
        self.track();
        let kept = self.0.get_value();
        let value = kept.value.borrow();
        read(&value)
    }

    /// As [`Lasting::with`], not followed; `None` once the application is gone.
    pub fn try_with_untracked<V>(self, read: impl FnOnce(&T) -> V) -> Option<V> {
        let kept = self.0.try_get_value()?;
        let value = kept.value.borrow();
        Some(read(&value))
    }

    /// Changes the value and tells who has followed it; nothing once the application is gone.
    pub fn try_update(self, change: impl FnOnce(&mut T)) {
        let Some(kept) = self.0.try_get_value() else { return };
        change(&mut kept.value.borrow_mut());
        kept.followers.tell();
    }

    /// As [`Lasting::try_update`], with another value in the place of this one.
    pub fn try_set(self, value: T) {
        self.try_update(|own| *own = value);
    }
}

impl<T: Clone> Lasting<T> {
    /// The value; inside a reactive closure it is followed.
    #[must_use]
    pub fn get(self) -> T {
        self.with(Clone::clone)
    }

    /// The value, not followed; `None` once the application is gone.
    #[must_use]
    pub fn try_get_untracked(self) -> Option<T> {
        self.try_with_untracked(Clone::clone)
    }
}

/// What is told of a change.
#[derive(Debug, Default)]
pub struct Followers(RefCell<List>);

#[derive(Debug, Default)]
struct List {
    /// In the order in which they came, as they have to be told: what stands inside of something else comes later.
    all: Vec<AnySubscriber>,
    /// How many there were when those that are gone were taken out last.
    swept: usize,
}

impl Followers {
    /// Has what reads just now told of the next change.
    pub fn add(&self) {
        let Some(reader) = Observer::get() else { return };
        let mut list = self.0.borrow_mut();
        // One after the other it asks for many words.
        if list.all.last() == Some(&reader) {
            return;
        }
        if list.all.len() >= FEW.max(2 * list.swept) {
            list.sweep();
        }
        list.all.push(reader);
    }

    /// Tells everything that has read since the last change; it reads again, and so comes back.
    pub fn tell(&self) {
        let all = std::mem::take(&mut *self.0.borrow_mut()).all;
        all.iter().for_each(ReactiveNode::mark_dirty);
    }
}

impl List {
    fn sweep(&mut self) {
        let mut known = BTreeSet::new();
        self.all.retain(|reader| reader.1.strong_count() > 0 && known.insert(reader.0));
        self.swept = self.all.len();
    }
}
