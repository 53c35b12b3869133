//! The text that a list is searched for.
//!
//! It takes effect at every keystroke. In the address it stands once typing pauses: a browser throttles
//! a page that changes its address too often, and Safari ends such a page with an error.

use crate::platform::{collate, timer};
use crate::query::{Query, use_query};
use crate::ui::SearchBox;
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
    Effect::new(move || {
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
