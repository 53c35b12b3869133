//! What a page keeps in the query of its address: search, sort order, filters, ids, the terms of a quote.
//!
//! So a link or a reload shows the same thing again, and the back button undoes a choice.

use crate::paths;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate, use_query_map};
use leptos_router::params::ParamsMap;

/// The query of the current address.
#[derive(Clone, Copy, Debug)]
pub struct Query {
    values: Memo<ParamsMap>,
    path: Memo<String>,
    go: Navigate,
}

/// Goes to addresses; may be called from event handlers.
#[derive(Clone, Copy, Debug)]
pub struct Navigate(Callback<(String, bool)>);

impl Navigate {
    /// Goes to `address`, which includes the base path as those of [`paths`] do.
    pub fn to(self, address: &str) {
        self.0.run((address.to_owned(), false));
    }

    /// Shows `address` in place of the current one, so that Back skips it.
    pub fn replace(self, address: &str) {
        self.0.run((address.to_owned(), true));
    }
}

/// Access to the query of the current address; call it while a component is made.
#[must_use]
pub fn use_query() -> Query {
    Query { values: use_query_map(), path: use_location().pathname, go: use_go() }
}

/// The way to other addresses; call it while a component is made.
#[must_use]
pub fn use_go() -> Navigate {
    let navigate = use_navigate();
    Navigate(Callback::new(move |(address, is_replacement): (String, bool)| {
        // Our addresses carry the base path already, so that the router must not add it again.
        let options = NavigateOptions {
            resolve: false,
            replace: is_replacement,
            scroll: !is_replacement,
            ..NavigateOptions::default()
        };
        navigate(&address, options);
    }))
}

impl Query {
    /// The value of the parameter `name`, unless it is missing or empty; followed in reactive closures.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<String> {
        self.values.with(|values| values.get(name)).filter(|value| !value.is_empty())
    }

    /// Every value of the parameter `name`, without empty ones; followed in reactive closures.
    #[must_use]
    pub fn all(&self, name: &str) -> Vec<String> {
        let all = self.values.with(|values| values.get_all(name)).unwrap_or_default();
        all.into_iter().filter(|value| !value.is_empty()).collect()
    }

    /// The value of the parameter `name`; empty when it is missing. Followed in reactive closures.
    #[must_use]
    pub fn text(&self, name: &str) -> String {
        self.get(name).unwrap_or_default()
    }

    /// Changes parameters in place: the page stays, and so does the history. An empty value removes its
    /// parameter, and the others stay as they are.
    pub fn set(&self, changes: &[(&str, &str)]) {
        let Some(values) = self.values.try_get_untracked() else { return };
        let kept = values
            .into_iter()
            .filter(|(name, _)| changes.iter().all(|(changed, _)| changed != &name.as_ref()))
            .map(|(name, value)| (name.into_owned(), value))
            .collect::<Vec<_>>();
        let parameters = kept
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .chain(changes.iter().copied())
            .collect::<Vec<_>>();
        let Some(path) = self.path.try_get_untracked() else { return };
        self.go.replace(&paths::with_query(path, &parameters));
    }

    /// The way to other addresses.
    #[must_use]
    pub fn go(&self) -> Navigate {
        self.go
    }
}
