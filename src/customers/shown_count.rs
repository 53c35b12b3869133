//! How many rows of a list are shown.

use crate::i18n::{self, Counted, t_count};
use crate::platform::focus;
use crate::ui::live_text;
use leptos::prelude::*;

/// One list stands on a page at a time.
const ID: &str = "shown-count";

/// How many rows are shown, of how many; read out whenever it changes.
///
/// The two numbers come in one memo, because a view that follows a memo and another one made from it can
/// miss a change: when the second asks the first for its value, the first takes the view for told
/// (reactive_graph 0.2.16).
#[component]
pub(crate) fn ShownCount(
    /// The sentence, with `{shown}` of `{count}`.
    words: Counted,
    /// How many are shown and how many there are; `None` while there is no list.
    counts: Memo<Option<(usize, usize)>>,
) -> impl IntoView {
    let sentence = live_text(move || {
        let sentence = |(shown, count)| t_count(words, count as u64, &[("shown", integer(shown))]);
        counts.get().map(sentence).unwrap_or_default()
    });
    view! { <p class="count" id=ID role="status" tabindex="-1">{sentence}</p> }.into_any()
}

/// Moves the keyboard here when the control that it was on has done its work and gone.
pub(crate) fn focus() {
    focus::by_id(ID);
}

/// A number of rows in the language of this moment.
pub(crate) fn integer(count: usize) -> String {
    i18n::integer(u64::try_from(count).unwrap_or(u64::MAX))
}
