//! What lists have in common: finding rows by a few letters, their order, and how it stands in an address.

use std::cmp::Ordering;
use std::mem;

/// The order of a list: by which column, and which way. In an address: `name`, or `-name` from the end.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Sort {
    /// The key of the column.
    pub column: String,
    /// Whether the largest comes first.
    pub is_descending: bool,
}

impl Sort {
    /// By `column`, the smallest first.
    pub fn by(column: impl Into<String>) -> Self {
        Self { column: column.into(), is_descending: false }
    }

    /// Reads what [`Sort::written`] wrote.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        match text.strip_prefix('-') {
            Some(column) => Self { column: column.to_owned(), is_descending: true },
            None => Self::by(text),
        }
    }

    /// The form for an address.
    #[must_use]
    pub fn written(&self) -> String {
        format!("{}{}", if self.is_descending { "-" } else { "" }, self.column)
    }

    /// What a click on the header of `column` asks for: that column, or the other way round.
    #[must_use]
    pub fn toggled(&self, column: &str) -> Self {
        let is_same = self.column == column;
        Self { column: column.to_owned(), is_descending: is_same && !self.is_descending }
    }

    /// `order` the way that is asked for.
    #[must_use]
    pub fn directed(&self, order: Ordering) -> Ordering {
        if self.is_descending { order.reverse() } else { order }
    }

    /// For `aria-sort` of `column`.
    #[must_use]
    pub fn aria(&self, column: &str) -> &'static str {
        match (self.column == column, self.is_descending) {
            (false, _) => "none",
            (true, false) => "ascending",
            (true, true) => "descending",
        }
    }
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
#[must_use]
pub fn sort_from(written: &str, columns: &[&str], default: &str) -> Sort {
    let sort = Sort::parse(written);
    if columns.contains(&sort.column.as_str()) { sort } else { Sort::by(default) }
}

/// Sorts `rows`; those that `compare` does not tell apart keep their order.
///
/// The standard library's sort is compiled for each kind of rows, four kilobytes a time. This sorts places,
/// and only moving the rows to them is compiled for each kind.
pub fn sort_by<T>(rows: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = order(rows.len(), &|left, right| compare(&rows[left], &rows[right]));
    let mut unsorted: Vec<_> = mem::take(rows).into_iter().map(Some).collect();
    rows.extend(order.into_iter().filter_map(|place| unsorted[place].take()));
}

/// Sorts `rows` by what `key` says of each.
pub fn sort_by_key<T, K: Ord>(rows: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort_by(rows, |left, right| key(left).cmp(&key(right)));
}

/// The places from 0 to `count` in their order.
fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|left, right| compare(*left, *right));
    order
}
