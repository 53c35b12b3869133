//! What stands around a long list: the text that it is searched for, how many rows are shown, and how many are drawn.
//!
//! A search takes effect at every keystroke. In the address it stands once typing pauses: a browser throttles
//! a page that changes its address too often, and Safari ends such a page with an error.
//!
//! A browser spends nearly a millisecond on the style and layout of one row at every change of order
//! (measured with 500 rows); finding and sorting all of them costs next to nothing. How many rows are drawn stands in
//! the address, so that Back and a reload show as many again.

use crate::i18n::{self, Counted, t_count};
use crate::platform::{collate, effect::effect, focus, timer};
use crate::query::{Query, use_query};
use crate::ui::{SearchBox, live_text};
use leptos::prelude::*;
use leptos::text_prop::TextProp;
use std::time::Duration;
use view_model::address::parameter;
use view_model::listing::Needle;

/// A pause in typing.
const PAUSE: Duration = Duration::from_millis(250);

/// The text that a list is searched for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Search {
    typed: RwSignal<String>,
    /// Counts keystrokes and changes from outside, so that only the last one is written.
    round: StoredValue<u32>,
    query: Query,
}

/// Starts with what the address says and follows it; call it while a component is made.
pub(crate) fn use_search() -> Search {
    let query = use_query();
    let typed = RwSignal::new(untrack(|| query.text(parameter::SEARCH)));
    let search = Search { typed, round: StoredValue::new(0), query };
    let written = Memo::new(move |_| query.text(parameter::SEARCH));
    effect(move || {
        let written = written.get();
        // Not what was written here: somebody followed a link or went back.
        if typed.with_untracked(|typed| *typed != written) {
            search.begin_round();
            typed.set(written);
        }
    });
    search
}

impl Search {
    /// The text as typed; followed in reactive closures.
    pub(crate) fn text(self) -> String {
        self.typed.get()
    }

    /// What rows have to hold; followed in reactive closures.
    pub(crate) fn needle(self) -> Needle {
        Needle::of(&self.typed.with(|typed| collate::fold(typed)))
    }

    /// Forgets the text. The caller removes it from the address.
    pub(crate) fn clear(self) {
        self.begin_round();
        self.typed.set(String::new());
    }

    fn set(self, text: String) {
        self.query.set_soon(&[(parameter::SEARCH, &text)]);
        self.typed.set(text);
        let round = self.begin_round();
        timer::after(PAUSE, move || {
            // The page may be gone by now, and its values with it.
            if self.round.try_get_value() == Some(round) {
                self.write();
            }
        });
    }

    /// Writes the text into the address, so that Back finds it there.
    fn write(self) {
        if let Some(text) = self.typed.try_get_untracked() {
            self.query.set(&[(parameter::SEARCH, &text)]);
        }
    }

    fn begin_round(self) -> u32 {
        let next = self.round.get_value().wrapping_add(1);
        self.round.set_value(next);
        next
    }
}

/// The field for the text.
#[component]
pub(crate) fn SearchField(
    /// What is searched.
    #[prop(into)]
    label: TextProp,
    /// The text.
    search: Search,
) -> impl IntoView {
    let value = Signal::derive(move || search.text());
    let on_input = Callback::new(move |text| search.set(text));
    let on_leave = Callback::new(move |()| search.write());
    view! { <SearchBox label value on_input on_leave /> }.into_any()
}

/// Rows that are drawn at first, and again each time somebody asks for more.
pub(crate) const ROWS_STEP: usize = 100;

/// How many rows are drawn.
#[derive(Clone, Copy)]
pub(crate) struct Drawn {
    max: Memo<usize>,
    query: Query,
}

/// As many rows as the address says; call it while a component is made.
pub(crate) fn use_drawn() -> Drawn {
    let query = use_query();
    let max = Memo::new(move |_| {
        let stated = query.text(parameter::ROWS).parse().unwrap_or_default();
        ROWS_STEP.max(stated)
    });
    Drawn { max, query }
}

impl Drawn {
    /// How many rows are drawn at most; followed in reactive closures.
    pub(crate) fn max(self) -> usize {
        self.max.get()
    }

    /// How many rows of so many the next wish for more brings; followed in reactive closures.
    pub(crate) fn next_of(self, all: usize) -> usize {
        all.saturating_sub(self.max()).min(ROWS_STEP)
    }

    /// Draws more rows.
    pub(crate) fn more(self) {
        let max = self.max.get_untracked().saturating_add(ROWS_STEP);
        self.query.set(&[(parameter::ROWS, &max.to_string())]);
    }
}

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
pub(crate) fn focus_shown_count() {
    focus::by_id(ID);
}

/// A number of rows in the language of this moment.
pub(crate) fn integer(count: usize) -> String {
    i18n::integer(u64::try_from(count).unwrap_or(u64::MAX))
}
