//! What to do about a return that is refused or capped: each way out is a button that takes it.

use super::desk::QuoteSignal;
use super::form::FormText;
use super::quoted::Quoted;
use crate::i18n::catalogue::quote as texts;
use crate::i18n::{self, t, t_count, t_with};
use crate::paths::{self, ReservationRef};
use crate::ui::{Button, ButtonKind, LinkButton, live, live_text};
use calculator::{Decision, Refusal};
use chrono::NaiveDate;
use leptos::prelude::*;

/// The ways that lead to a return which is neither refused nor capped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ways {
    /// Fewer units on the same day.
    pub fewer_units: Option<u64>,
    /// The same units on a later day.
    pub later_day: Option<NaiveDate>,
}

/// The ways out of a quote; `None` when none is needed, and on days before `today`.
#[must_use]
pub fn ways(quoted: &Quoted, today: NaiveDate) -> Option<Ways> {
    let quote = &quoted.quote;
    // A day that is over can neither be changed nor come back.
    if quote.assessment.decision == Decision::Allowed || quoted.case.on < today {
        return None;
    }
    let largest = quote.ways_out.largest_quantity;
    Some(Ways {
        fewer_units: (1..quoted.case.units).contains(&largest).then_some(largest),
        later_day: quote.ways_out.first_date.filter(|day| *day != quoted.case.on),
    })
}

/// The ways out of a return that is refused or capped; each changes `form`.
pub(super) fn part(
    quoted: QuoteSignal,
    form: RwSignal<FormText>,
    of: ReservationRef,
    today: NaiveDate,
) -> AnyView {
    live(move || {
        quoted.with(|quoted| match quoted.as_deref().and_then(|it| Some((it, ways(it, today)?))) {
            Some((quoted, ways)) => section(ways, quoted.quote.assessment.decision, form, &of),
            None => ().into_any(),
        })
    })
}

fn section(
    ways: Ways,
    decision: Decision,
    form: RwSignal<FormText>,
    of: &ReservationRef,
) -> AnyView {
    let fewer = ways.fewer_units.map(|units| {
        let click = Callback::new(move |_| form.update(|form| form.units = units.to_string()));
        let words = move || t_count(texts::RETURN_FEWER, units, &[]);
        view! { <Button kind=ButtonKind::Primary on_click=click>{live_text(words)}</Button> }
    });
    let later = ways.later_day.map(|day| {
        let click = Callback::new(move |_| form.update(|form| form.day = day.to_string()));
        let words = move || t_with(texts::RETURN_LATER, &[("day", i18n::date(day))]);
        view! { <Button on_click=click>{live_text(words)}</Button> }
    });
    let is_dead_end = fewer.is_none() && later.is_none();
    let is_about_limit = matches!(decision.refusal(), None | Some(Refusal::RefundLimitExceeded));
    let exchange = is_about_limit.then(|| {
        let address = Signal::stored(paths::exchange(std::slice::from_ref(of)));
        view! { <LinkButton address>{t(texts::EXCHANGE_INSTEAD)}</LinkButton> }
    });
    view! {
        <section class="card part ways-out" aria-label=t(texts::WAYS_OUT)>
            <h2>{t(texts::WAYS_OUT)}</h2>
            {is_dead_end.then(|| view! { <p>{t(texts::NO_WAY)}</p> })}
            <div class="button-row">{fewer} {later} {exchange}</div>
            {is_about_limit.then(|| view! { <p class="hint">{t(texts::EXCHANGE_USES_NONE)}</p> })}
        </section>
    }
    .into_any()
}
