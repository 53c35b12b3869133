//! A list whose order changes.

use leptos::prelude::*;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// One place of such a list.
pub struct Keyed {
    key: u64,
    view: Box<dyn FnOnce() -> AnyView + Send>,
}

impl Keyed {
    /// `key` says what is shown: the same key is the same view, and no other place has it.
    pub fn new(key: impl Hash, view: impl FnOnce() -> AnyView + Send + 'static) -> Self {
        let mut hasher = DefaultHasher::new();
        key.hash(&mut hasher);
        Self { key: hasher.finish(), view: Box::new(view) }
    }
}

impl std::fmt::Debug for Keyed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Keyed").field("key", &self.key).finish_non_exhaustive()
    }
}

/// A list that follows its signals: a view whose key stays is moved, not built again, and keeps the focus
/// and what was opened in it.
///
/// All lists share the code that compares their orders, whatever they are lists of.
pub fn keyed(items: impl Fn() -> Vec<Keyed> + Send + Sync + 'static) -> AnyView {
    list(Arc::new(items))
}

fn list(items: Arc<dyn Fn() -> Vec<Keyed> + Send + Sync>) -> AnyView {
    view! {
        <For each=move || items() key=|item| item.key let:item>
            {(item.view)()}
        </For>
    }
    .into_any()
}
