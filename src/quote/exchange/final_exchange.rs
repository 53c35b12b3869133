//! The final exchange of a unit: from a day on some services keep one for each, and no record tells which
//! units have had it.

use super::Facts;
use super::desk::Desk;
use super::form::{Field, FormText, LineText};
use crate::i18n::catalogue::exchange as texts;
use crate::i18n::{self, t_with};
use crate::quote::refund::form::Fault;
use crate::ui::{NumberField, live};
use calculator::exchange::Exchange;
use calculator::{ExchangeRightEnds, Policy, Problem};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;

/// The change of exchange rights that concerns the service of a reservation, where the policy knows it.
#[must_use]
pub fn change(facts: &Facts, policy: &'static Policy) -> Option<ExchangeRightEnds> {
    let right = policy.exchange.right_ends;
    right.filter(|rule| rule.services.contains(facts.resource_type()))
}

/// Since when it matters how many units have had their final exchange; `None` when it does not on this UTC
/// day.
///
/// It is asked under older rules as well, because what the newest would say stands beside every quote. What
/// was bought since then has no exchange at all, whatever its units had.
#[must_use]
pub fn counts_since(
    facts: &Facts,
    on: Option<NaiveDate>,
    policy: &'static Policy,
) -> Option<NaiveDate> {
    let days = [policy, Policy::newest()].map(|policy| Some(change(facts, policy)?.from));
    let first = days.into_iter().flatten().min()?;
    (facts.days().0 < first && first <= on?).then_some(first)
}

/// The units in the field, from none to those owned.
///
/// # Errors
/// It is no such number.
pub(super) fn units(text: &str, owned: u32) -> Result<u32, Fault> {
    let units = text.trim().parse().ok().filter(|units| *units <= owned);
    units.ok_or(Fault::Value(Problem::OutOfRange { min: 0, max: owned }))
}

/// The field of a line, from the day on which it matters.
pub(super) fn field(desk: Desk, place: usize, facts: &Arc<Facts>) -> AnyView {
    let owned = facts.quantity();
    let facts = Arc::clone(facts);
    let since = Memo::new(move |_| {
        let on = desk.form.with(|form| azure::parse_day(&form.day));
        counts_since(&facts, on, desk.policy.get())
    });
    live(move || {
        let Some(since) = since.get() else { return ().into_any() };
        let value = desk.text(move |form| {
            form.lines
                .get(place)
                .map(|line| line.shown_exchanges_used().to_owned())
                .unwrap_or_default()
        });
        let write = desk.write(move |form, text| {
            if let Some(line) = form.lines.get_mut(place) {
                line.exchanges_used = Some(text);
            }
        });
        view! {
            <NumberField
                label=texts::EXCHANGES_USED
                value
                on_input=write
                min=Signal::stored(0)
                max=Signal::stored(owned)
                hint=move || t_with(texts::RIGHT_CHANGES_ON, &[("day", i18n::date(since))])
                error=desk.error(Field::ExchangesUsed(place))
            />
        }
        .into_any()
    })
}

/// The units of an exchange that have not had their final one, and the form that returns only those; `None`
/// when there are none.
#[must_use]
pub fn what_is_left(form: &FormText, exchange: &Exchange) -> Option<(u64, FormText)> {
    let mut lines = Vec::new();
    let mut left = 0;
    for (line, returned) in form.lines.iter().zip(exchange.returns()) {
        let holding = &returned.holding;
        let units = returned.units.min((holding.quantity() - holding.exchanges_used()).into());
        if units > 0 {
            left += units;
            lines.push(LineText { units: Some(units.to_string()), ..line.clone() });
        }
    }
    (left > 0).then(|| (left, FormText { lines, ..form.clone() }))
}
