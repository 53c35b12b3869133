//! What both lists have in common: finding rows by a few letters, and putting those without a value last.

use crate::ui::Sort;
use std::cmp::Ordering;

/// Names of what a list keeps in the query of its address.
pub mod parameter {
    /// The text that rows are searched for.
    pub const SEARCH: &str = "search";
    /// The order of the rows.
    pub const SORT: &str = "sort";
    /// The state that rows are in.
    pub const STATE: &str = "state";
    /// When reservations expire.
    pub const EXPIRES: &str = "expires";
    /// How many rows are drawn.
    pub const ROWS: &str = "rows";
}

/// Which of two words comes first in the language in force.
pub type CompareWords<'a> = &'a dyn Fn(&str, &str) -> Ordering;

/// What is searched for: every word of it has to be found, in any order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needle(Vec<String>);

impl Needle {
    /// The words of `folded`, a text without case and accents.
    #[must_use]
    pub fn of(folded: &str) -> Self {
        Self(folded.split_whitespace().map(str::to_owned).collect())
    }

    /// Whether `haystack`, folded in the same way, has all the words.
    #[must_use]
    pub fn is_in(&self, haystack: &str) -> bool {
        self.0.iter().all(|word| haystack.contains(word))
    }
}

/// Compares values of which some are missing; those come last whichever way the list is sorted, because
/// nobody sorts a list to read its gaps first.
pub fn missing_last<T>(
    left: Option<T>,
    right: Option<T>,
    sort: &Sort,
    compare: impl FnOnce(&T, &T) -> Ordering,
) -> Ordering {
    match (left, right) {
        (Some(left), Some(right)) => sort.directed(compare(&left, &right)),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

/// As [`missing_last`] for words, where an empty one is missing.
#[must_use]
pub fn words(left: &str, right: &str, sort: &Sort, compare: CompareWords<'_>) -> Ordering {
    let present = |word| Some(word).filter(|word: &&str| !word.is_empty());
    missing_last(present(left), present(right), sort, |left, right| compare(left, right))
}

/// Reads an order from an address; an unknown column falls back to `default`, as an old link may name one.
pub(super) fn sort_from(written: &str, columns: &[&str], default: &str) -> Sort {
    let sort = Sort::parse(written);
    if columns.contains(&sort.column.as_str()) { sort } else { Sort::by(default) }
}
