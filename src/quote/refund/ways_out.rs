//! What to do about a return that is refused or capped: each way out is a button that takes it.

use super::desk::QuoteSignal;
use crate::i18n::catalogue::quote as texts;
use crate::i18n::{self, t, t_count, t_with};
use crate::paths::{self, ReservationRef};
use crate::ui::{Button, ButtonKind, LinkButton, live, live_text};
use calculator::{Decision, Refusal};
use chrono::NaiveDate;
use leptos::prelude::*;
use view_model::quote::refund::{FormText, Ways};

/// The ways out of a return that is refused or capped; each changes `form`.
pub(super) fn part(
    quoted: QuoteSignal,
    form: RwSignal<FormText>,
    of: ReservationRef,
    today: NaiveDate,
) -> AnyView {
    live(move || {
        quoted.with(|quoted| {
            match quoted.as_deref().and_then(|it| Some((it, it.ways_out(today)?))) {
                Some((quoted, ways)) => section(ways, quoted.quote.assessment.decision, form, &of),
                None => ().into_any(),
            }
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
