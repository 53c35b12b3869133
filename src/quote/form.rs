//! What the forms share: what is said below a field, and what follows a form: the spelling of its decimals, and
//! whatever waits until it rests.

use crate::i18n::catalogue::quote as texts;
use crate::i18n::{self, calculations, locale, t_with};
use crate::platform::storage::tab;
use crate::platform::{history, intl, timer};
use crate::query::Query;
use crate::ui::{Notice, decimal_problem, live, live_text};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::rc::Rc;
use std::time::Duration;
use view_model::Tone;
use view_model::address::{Parameters, parameters, split};
use view_model::quote::Shown;
use view_model::quote::typed::{Fault, borrowed};

/// How long a form has to rest before the result is read out and the address follows. At every keystroke both
/// would be a nuisance, and browsers stop a page that rewrites its address too often.
const PAUSE: Duration = Duration::from_millis(700);

/// The sign between whole and fraction in the language in force; followed in reactive closures.
pub(super) fn decimal_sign() -> char {
    intl::decimal_sign(&locale())
}

/// Calls `respell` with the sign of the decimals from before and that of now when the language changes; else
/// a decimal that nobody touched would become unreadable by choosing another one.
pub(super) fn follow_language(respell: Box<dyn Fn(char, char)>) {
    Effect::new(move |before: Option<char>| {
        let now = decimal_sign();
        if let Some(before) = before.filter(|before| *before != now) {
            respell(before, now);
        }
        now
    });
}

/// Calls `begin` when a new UTC day begins, which tells whether the day of the form goes with it because nobody has
/// chosen it; then says so, until somebody chooses one.
pub(super) fn follow_day(
    today: Signal<NaiveDate>,
    is_chosen: Signal<bool>,
    begin: Box<dyn Fn(NaiveDate) -> bool>,
) -> AnyView {
    let has_begun = RwSignal::new(false);
    Effect::new(move |before: Option<NaiveDate>| {
        let now = today.get();
        if before.is_some_and(|before| before != now) {
            has_begun.set(begin(now));
        }
        now
    });
    let is_told = Memo::new(move |_| has_begun.get() && !is_chosen.get());
    let title = move || t_with(texts::NEW_DAY, &[("day", i18n::date(today.get()))]);
    live(move || match is_told.get() {
        true => view! { <Notice tone=Tone::Info title=title /> }.into_any(),
        false => ().into_any(),
    })
}

/// Where the tab remembers the query that a form has written, and the one that the page was opened with.
const WRITTEN: &str = "written";

/// The parameters that the page was opened with. What is typed stands in the address as well; after a reload it
/// is still the person's own and came with no link.
pub(super) fn linked() -> Parameters {
    parameters(&opened_with())
}

fn opened_with() -> String {
    let now = split(&history::address()).1.to_owned();
    let kept = tab::get(WRITTEN);
    let kept = kept.as_deref().and_then(|kept| kept.split_once(' '));
    let own = kept.filter(|(written, _)| parameters(written) == parameters(&now));
    own.map_or(now, |(_, opened)| opened.to_owned())
}

/// The terms of a form as parameters of an address, followed; `None` while there is nothing to go by.
pub(super) type Terms = Rc<dyn Fn() -> Option<Vec<(&'static str, String)>>>;

/// Puts the terms of a form into the address, and calls `at_rest`, each time that they have changed and then
/// stay the same for a while. Until then they outlive a reload.
pub(super) fn follow_terms(query: Query, terms: Terms, at_rest: Rc<dyn Fn()>) {
    let round = StoredValue::new(0_u32);
    let opened = opened_with();
    Effect::new(move |before: Option<u32>| {
        let now_terms = terms();
        let now = before.map_or(0, |before| before.wrapping_add(1));
        round.set_value(now);
        if let Some(now_terms) = now_terms.filter(|_| now > 0) {
            query.set_soon(&borrowed(&now_terms));
            if let Some(address) = query.with(&borrowed(&now_terms)) {
                tab::set(WRITTEN, &format!("{} {opened}", split(&address).1));
            }
            let at_rest = Rc::clone(&at_rest);
            timer::after(PAUSE, move || {
                if round.try_get_value() == Some(now) {
                    query.set(&borrowed(&now_terms));
                    untrack(|| at_rest());
                }
            });
        }
        now
    });
}

/// A question beside a field; nothing while there is none.
pub(super) fn question(words: Box<dyn Fn() -> Option<String> + Send + Sync>) -> AnyView {
    view! {
        <p class="field-question" role="status">{live_text(move || words().unwrap_or_default())}</p>
    }
    .into_any()
}

/// What is wrong with the text of a field, in the language of this moment.
pub(super) fn error<Q, F>(shown: Memo<Shown<Q, F>>, field: F) -> MaybeProp<String>
where
    Shown<Q, F>: Send + Sync + 'static,
    F: Copy + PartialEq + Send + Sync + 'static,
{
    MaybeProp::derive(move || {
        shown.with(|shown| {
            shown.error(field).map(|error| match &error.fault {
                Fault::Unreadable(problem) => decimal_problem(*problem),
                Fault::Value(problem) => calculations::problem(problem),
            })
        })
    })
}
