//! What a page keeps in the query of its address: search, sort order, filters, ids, the terms of a quote.
//!
//! So a link or a reload shows the same thing again, and the back button undoes a choice.

use crate::platform::lasting::Lasting;
use crate::router::{Location, use_location};
use view_model::address::{Parameters, values, with_changes};

/// The query of the current address.
#[derive(Clone, Copy, Debug)]
pub struct Query {
    values: Lasting<Parameters>,
    path: Lasting<String>,
    go: Navigate,
}

/// Goes to addresses; may be called from event handlers.
#[derive(Clone, Copy, Debug)]
pub struct Navigate(Location);

impl Navigate {
    /// Goes to `address`, which includes the base path as those of [`paths`](crate::paths) do.
    pub fn to(self, address: &str) {
        self.0.go(address, false);
    }

    /// Shows `address` in place of the current one, so that Back skips it.
    pub fn replace(self, address: &str) {
        self.0.go(address, true);
    }
}

/// Access to the query of the current address; call it while a component is made.
#[must_use]
pub fn use_query() -> Query {
    let location = use_location();
    Query { values: location.query(), path: location.path(), go: Navigate(location) }
}

/// The way to other addresses; call it while a component is made.
#[must_use]
pub fn use_go() -> Navigate {
    Navigate(use_location())
}

impl Query {
    /// The value of the parameter `name`, unless it is missing or empty; followed in reactive closures.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<String> {
        self.all(name).into_iter().next()
    }

    /// Every value of the parameter `name`, without empty ones; followed in reactive closures.
    #[must_use]
    pub fn all(&self, name: &str) -> Vec<String> {
        self.values.with(|all| values(all, name))
    }

    /// The value of the parameter `name`; empty when it is missing. Followed in reactive closures.
    #[must_use]
    pub fn text(&self, name: &str) -> String {
        self.get(name).unwrap_or_default()
    }

    /// Changes parameters in place: the page stays, and so does the history. An empty value removes its
    /// parameter, and the others stay as they are.
    pub fn set(&self, changes: &[(&str, &str)]) {
        if let Some(address) = self.with(changes) {
            self.go.replace(&address);
        }
    }

    /// Remembers changes that [`Query::set`] is to make once typing pauses: until then they outlive a reload and
    /// a step in the history.
    pub fn set_soon(&self, changes: &[(&str, &str)]) {
        if let Some(address) = self.with(changes) {
            self.go.0.go_soon(&address);
        }
    }

    /// Makes the changes that were to be made soon, before the query is read by what is made anew.
    pub fn catch_up(&self) {
        self.go.0.catch_up();
    }

    /// The address with changed parameters; `None` once the page is gone.
    #[must_use]
    pub fn with(&self, changes: &[(&str, &str)]) -> Option<String> {
        let values = self.values.try_get_untracked()?;
        let path = self.path.try_get_untracked()?;
        Some(with_changes(path, &values, changes))
    }

    /// The way to other addresses.
    #[must_use]
    pub fn go(&self) -> Navigate {
        self.go
    }
}
