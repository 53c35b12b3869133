//! Who follows the language.
//!
//! Every word of every page does, and goes with its page. A signal of reactive_graph (0.2.16) never forgets what has
//! followed it once: what is gone leaves its memory behind, some hundred bytes for each word. The language lasts as
//! long as the tab, so that it has a list of its own, in which what is gone does not stay.

use leptos::reactive::graph::{AnySubscriber, Observer, ReactiveNode};
use std::cell::RefCell;
use std::collections::BTreeSet;

/// Fewer are not looked through.
const FEW: usize = 1_000;

/// What is told of a change.
#[derive(Debug, Default)]
pub(super) struct Followers(RefCell<List>);

#[derive(Debug, Default)]
struct List {
    /// In the order in which they came, as they have to be told: what stands inside of something else comes later.
    all: Vec<AnySubscriber>,
    /// How many there were when those that are gone were taken out last.
    swept: usize,
}

impl Followers {
    /// Has what reads just now told of the next change.
    pub(super) fn add(&self) {
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
    pub(super) fn tell(&self) {
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
