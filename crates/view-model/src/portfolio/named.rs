//! Views that somebody has given a name: the query of the address, kept between visits.

use serde::{Deserialize, Serialize};

/// A view with its name.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct NamedView {
    /// What it is called.
    pub name: String,
    /// The query of its address, without the question mark.
    pub query: String,
}

/// The views that [`written_views`] wrote; none where that cannot be read.
#[must_use]
pub fn named_views(written: &str) -> Vec<NamedView> {
    serde_json::from_str(written).unwrap_or_default()
}

/// The form for the storage.
#[must_use]
pub fn written_views(views: &[NamedView]) -> String {
    // Texts alone can always be written.
    serde_json::to_string(views).unwrap_or_default()
}

/// `views` with one more, in the place of another one with its name.
#[must_use]
pub fn with_view(views: &[NamedView], view: NamedView) -> Vec<NamedView> {
    let mut all = without_view(views, &view.name);
    all.push(view);
    all
}

/// `views` without the one with this name.
#[must_use]
pub fn without_view(views: &[NamedView], name: &str) -> Vec<NamedView> {
    views.iter().filter(|view| view.name != name).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(name: &str, query: &str) -> NamedView {
        NamedView { name: name.to_owned(), query: query.to_owned() }
    }

    #[test]
    fn views_come_back_as_they_were_kept_and_a_name_stands_once() {
        let one = with_view(&[], view("Müller “A”", "search=a&sort=-back"));
        let two = with_view(&one, view("b", "show=all"));
        assert_eq!(named_views(&written_views(&two)), two);
        let replaced = with_view(&two, view("b", "show=ended"));
        assert_eq!(replaced, [one[0].clone(), view("b", "show=ended")]);
        assert_eq!(without_view(&replaced, "b"), one);
        assert_eq!(named_views("not json"), []);
    }
}
