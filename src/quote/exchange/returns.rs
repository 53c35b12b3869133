//! What is returned: one card for each reservation, with what it is worth and why it may not count.

use super::records::Found;
use super::task::{ExchangeTask, take_off};
use super::unread::Unread;
use crate::api::{State, load};
use crate::i18n::calculations;
use crate::i18n::catalogue::{exchange as texts, quote as quote_texts, reservation, rules};
use crate::i18n::{self, names, t, t_count, t_with};
use crate::paths::{self, Entry};
use crate::platform::clock;
use crate::ui::{
    Badge, Button, ButtonKind, Choice, NumberField, SelectField, Skeleton, Switch, live, live_text,
};
use azure::Reservation;
use calculator::exchange::return_refusal;
use calculator::{FIRST_DAYS, Policy, Refusal, ResourceType};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;
use view_model::Tone;
use view_model::address::ReservationRef;
use view_model::quote::Facts;
use view_model::quote::exchange::final_exchange::{counts_since, right_ends};
use view_model::quote::exchange::unused;
use view_model::quote::exchange::{Field, FormText};

/// Where the keyboard goes when a line is taken away.
const HEADING: &str = "exchange-returns";

/// The part of the page about what is returned.
pub(super) fn part(task: ExchangeTask) -> AnyView {
    let lines = live(move || {
        task.lines_round.track();
        let of = task.form.with_untracked(|form| {
            form.lines.iter().map(|line| line.of.clone()).collect::<Vec<_>>()
        });
        let is_alone = of.len() == 1;
        let lines = of.into_iter().enumerate().map(|(place, of)| line(task, place, of, is_alone));
        lines.collect_view().into_any()
    });
    view! {
        <section class="card part" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{t(quote_texts::FORM)}</h2>
            <ul class="exchange-lines">{lines}</ul>
            {more(task)}
        </section>
    }
    .into_any()
}

fn line(task: ExchangeTask, place: usize, of: ReservationRef, is_alone: bool) -> AnyView {
    let remove = (!is_alone).then(|| {
        take_off(task, texts::REMOVE, task.lines_round, HEADING, place, |form, place| {
            form.lines.remove(place);
        })
    });
    let body = {
        let of = of.clone();
        live(move || match task.records.get(&of) {
            Found::Ready(facts) => fields(task, place, &of, &facts),
            Found::Loading | Found::Failed(_) | Found::Unusable(_) => {
                match Unread::record(task, &of) {
                    Some(unread) => unread.view(task),
                    None => view! { <Skeleton lines=3 /> }.into_any(),
                }
            }
        })
    };
    view! {
        <li class="exchange-line">
            {remove}
            {body}
        </li>
    }
    .into_any()
}

fn fields(task: ExchangeTask, place: usize, of: &ReservationRef, facts: &Arc<Facts>) -> AnyView {
    let owned = facts.quantity();
    let shown = Arc::clone(facts);
    let units = task.text(move |form| {
        form.lines.get(place).map(|line| line.shown_units(&shown)).unwrap_or_default()
    });
    let write = task.write(move |form, text| set_units(form, place, Some(text)));
    let all = Callback::new(move |_| task.form.update(|form| set_units(form, place, None)));
    let address = paths::reservation(of, Entry::Overview);
    view! {
        <div class="exchange-line-what">
            <h3><a href=address>{facts.name().to_owned()}</a></h3>
            <p class="muted">{live_text(about(facts))}</p>
            {eligibility(task, place, facts)}
        </div>
        <div class="exchange-line-units">
            <div class="with-shortcut">
                <NumberField
                    label=quote_texts::UNITS
                    value=units
                    on_input=write
                    min=Signal::stored(1)
                    max=Signal::stored(owned)
                    unit=move || t_with(quote_texts::OF_OWNED, &[("count", i18n::integer(owned.into()))])
                    error=task.error(Field::Units(place))
                />
                <Button on_click=all>{t(quote_texts::ALL_UNITS)}</Button>
            </div>
            {unused_units(task, place, facts)}
            {was_used(task, place, facts)}
            {exchanges_used(task, place, facts)}
        </div>
        {value(task, place)}
    }
    .into_any()
}

fn set_units(form: &mut FormText, place: usize, units: Option<String>) {
    if let Some(line) = form.lines.get_mut(place) {
        line.units = units;
    }
}

/// Size, region, term and plan, and how long it still runs.
fn about(facts: &Arc<Facts>) -> impl Fn() -> String + Send + 'static + use<> {
    let facts = Arc::clone(facts);
    move || {
        let record = facts.reservation();
        let properties = record.properties();
        let size = record.sku.as_ref().and_then(|sku| sku.name.clone()).unwrap_or_default();
        let region = record.location.as_deref().map(names::region).unwrap_or_default().to_owned();
        let term = properties.term.as_ref().map(names::term).unwrap_or_default().to_owned();
        let plan = facts.plan();
        let values = [
            ("size", size),
            ("region", region),
            ("term", term),
            ("plan", calculations::billing_plan(plan).get().to_owned()),
            ("day", i18n::date(facts.expiry_date())),
        ];
        t_with(texts::ABOUT_LINE, &values)
    }
}

/// The units that were not used over the last 7 days, as a button that returns exactly those.
fn unused_units(task: ExchangeTask, place: usize, facts: &Facts) -> AnyView {
    let (properties, today) = (facts.reservation().properties(), clock::today());
    let Some(percent) = properties.percent_over(7, today) else {
        let why = match properties.has_whole_day(today) {
            true => texts::NO_UTILIZATION,
            false => reservation::NO_WHOLE_DAY,
        };
        return view! { <p class="hint">{t(why)}</p> }.into_any();
    };
    let (owned, unused) = (facts.quantity(), unused(facts.quantity(), percent));
    let why = live_text(move || {
        let values = [
            ("percent", i18n::percent_of_hundred(percent)),
            ("unused", i18n::integer(unused.into())),
        ];
        t_count(texts::UNUSED_WHY, owned.into(), &values)
    });
    let click = Callback::new(move |_| {
        task.form.update(|form| set_units(form, place, Some(unused.to_string())));
    });
    let none = MaybeProp::derive(move || (unused == 0).then(|| texts::ALL_USED.get().to_owned()));
    view! {
        <div class="exchange-unused">
            <Button kind=ButtonKind::Quiet on_click=click disabled_reason=none>
                {t(texts::RETURN_UNUSED)}
            </Button>
            <p class="hint">{why}</p>
        </div>
    }
    .into_any()
}

/// Within the first days it matters whether the reservation was used; later it is not asked.
fn was_used(task: ExchangeTask, place: usize, facts: &Arc<Facts>) -> AnyView {
    let facts = Arc::clone(facts);
    let is_early = Memo::new({
        let facts = Arc::clone(&facts);
        move |_| {
            let day = task.form.with(|form| azure::parse_day(&form.day));
            day.is_some_and(|day| (0..=FIRST_DAYS).contains(&(day - facts.days().0).num_days()))
        }
    });
    live(move || {
        if !is_early.get() {
            return ().into_any();
        }
        let facts = Arc::clone(&facts);
        let is_on = Signal::derive(move || {
            task.form.with(|form| form.lines.get(place).is_some_and(|line| line.was_used(&facts)))
        });
        let change = Callback::new(move |is_on| {
            task.form.update(|form| {
                if let Some(line) = form.lines.get_mut(place) {
                    line.is_used = Some(is_on);
                }
            });
        });
        view! { <Switch label=quote_texts::USED is_on on_change=change hint=texts::USED_HINT /> }
            .into_any()
    })
}

/// The units that have had their final exchange: asked from the day on which it matters.
fn exchanges_used(task: ExchangeTask, place: usize, facts: &Arc<Facts>) -> AnyView {
    let owned = facts.quantity();
    let facts = Arc::clone(facts);
    let since = Memo::new(move |_| {
        let on = task.form.with(|form| azure::parse_day(&form.day));
        counts_since(&facts, on, task.policy.get())
    });
    live(move || {
        let Some(since) = since.get() else { return ().into_any() };
        let value = task.text(move |form| {
            form.lines
                .get(place)
                .map(|line| line.shown_exchanges_used().to_owned())
                .unwrap_or_default()
        });
        let write = task.write(move |form, text| {
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
                error=task.error(Field::ExchangesUsed(place))
            />
        }
        .into_any()
    })
}

/// Whether the line can be exchanged at all, with the code and the day that matters.
fn eligibility(task: ExchangeTask, place: usize, facts: &Arc<Facts>) -> AnyView {
    let facts = Arc::clone(facts);
    live(move || {
        let policy = task.policy.get();
        let known = task.form.with(|form| {
            let on = azure::parse_day(&form.day)?;
            let line = form.lines.get(place)?.returned(&facts, on, policy).ok()?;
            Some((on, line))
        });
        let Some((on, line)) = known else { return ().into_any() };
        let refusal = return_refusal(&line, on, policy);
        let verdict = match refusal {
            None => {
                view! { <Badge tone=Tone::Success>{t(texts::CAN_BE_EXCHANGED)}</Badge> }.into_any()
            }
            Some(refusal) => view! {
                <Badge tone=Tone::Danger>{t(texts::CANNOT_BE_EXCHANGED)}</Badge>
                <span>{t(calculations::refusal(refusal))} " " <code>{refusal.code()}</code></span>
            }
            .into_any(),
        };
        let day = day_that_matters(refusal, on, &facts, policy);
        view! {
            <p class="exchange-verdict">{verdict}</p>
            {day.map(|(text, day)| {
                let words = live_text(move || t_with(text, &[("day", i18n::date(day))]));
                view! { <p class="hint">{words}</p> }
            })}
        }
        .into_any()
    })
}

/// The day from which it is possible, since which it is not, or from which the right changes.
fn day_that_matters(
    refusal: Option<Refusal>,
    on: NaiveDate,
    facts: &Facts,
    policy: &'static Policy,
) -> Option<(i18n::Text, NaiveDate)> {
    let (first, last) = facts.days();
    let right = right_ends(facts, policy);
    match refusal {
        Some(Refusal::OperationCannotBePerformedInCurrentState) if on < first => {
            Some((texts::POSSIBLE_FROM, first))
        }
        Some(Refusal::OperationCannotBePerformedInCurrentState) if on > last => {
            Some((texts::POSSIBLE_UNTIL, last))
        }
        Some(Refusal::ExchangeRightUsed | Refusal::ExchangeRightEnded) => {
            right.map(|rule| (texts::RIGHT_CHANGED_ON, rule.from))
        }
        None => {
            right.filter(|rule| on < rule.from).map(|rule| (texts::RIGHT_CHANGES_ON, rule.from))
        }
        Some(_) => None,
    }
}

/// What the line brings toward the new commitment.
fn value(task: ExchangeTask, place: usize) -> AnyView {
    let value = live(move || {
        task.shown.with(|shown| {
            let quoted = shown.quoted.as_deref().filter(|_| shown.is_current());
            let line =
                quoted.and_then(|it| it.quote.assessment.returns.get(place).copied().flatten());
            let Some(line) = line else { return ().into_any() };
            let part = |name, amount| {
                view! {
                    <div>
                        <dt>{t(name)}</dt>
                        <dd class="money">{live_text(move || calculations::money(amount))}</dd>
                    </div>
                }
                .into_any()
            };
            view! {
                {part(rules::INPUT_CREDIT, line.credit)}
                {part(rules::INPUT_CANCELLED_INSTALMENTS, line.cancelled_instalments)}
                {part(texts::RETURNED_VALUE, line.returned_value)}
            }
            .into_any()
        })
    });
    view! { <dl class="exchange-line-value">{value}</dl> }.into_any()
}

/// The customer's other reservations that may be returned in the same exchange.
fn more(task: ExchangeTask) -> AnyView {
    let customer = task.customer.get_value();
    let api = task.api;
    let all = load(
        move || customer.clone(),
        move |customer: String| async move { api.reservations(&customer).await },
    );
    live(move || {
        task.lines_round.track();
        // Without the list nothing can be added; everything else of the page works.
        let State::Ready(all) = all.state() else { return ().into_any() };
        let kind = task.facts().and_then(|facts| Some(facts.first()?.resource_type().clone()));
        let Some(kind) = kind else { return ().into_any() };
        let known = task.form.with_untracked(|form| form.lines.clone());
        let customer = task.customer.get_value();
        let offered: Vec<_> = all
            .iter()
            .filter(|record| is_candidate(record, &kind))
            .filter_map(|record| Some((reference(&customer, record)?, name(record))))
            .filter(|(of, _)| known.iter().all(|line| line.of != *of))
            .collect();
        if offered.is_empty() {
            return ().into_any();
        }
        let choices = std::iter::once(Choice::new("", texts::ADD_CHOOSE))
            .chain(
                offered
                    .iter()
                    .enumerate()
                    .map(|(place, (_, name))| Choice::new(place.to_string(), name.clone())),
            )
            .collect();
        let add = Callback::new(move |chosen: String| {
            let chosen: Option<usize> = chosen.parse().ok();
            if let Some((of, _)) = chosen.and_then(|place| offered.get(place)) {
                task.add_line(of.clone());
            }
        });
        view! {
            <SelectField label=texts::ADD_LINE choices value=Signal::stored(String::new()) on_change=add />
        }
        .into_any()
    })
}

/// The customer's reservations that run and may be exchanged for a kind of product.
pub(super) fn candidates(
    customer: &str,
    all: &[Reservation],
    kind: &ResourceType,
) -> Vec<ReservationRef> {
    let running = all.iter().filter(|record| is_candidate(record, kind));
    running.filter_map(|record| reference(customer, record)).collect()
}

fn is_candidate(record: &Reservation, kind: &ResourceType) -> bool {
    let properties = record.properties();
    properties.provisioning_state.as_ref().is_some_and(|state| state.allows_return())
        && properties
            .reserved_resource_type
            .as_ref()
            .is_some_and(|own| calculator::exchange::is_one_family(own, kind))
}

/// Which reservation a record is.
fn reference(customer: &str, record: &Reservation) -> Option<ReservationRef> {
    let id = record.id.as_ref()?;
    Some(ReservationRef {
        customer: customer.to_owned(),
        order: id.order_name().to_owned(),
        reservation: id.name().to_owned(),
    })
}

fn name(record: &Reservation) -> String {
    let name = record.properties().display_name.clone().unwrap_or_default();
    let size = record.sku.as_ref().and_then(|sku| sku.name.as_deref()).unwrap_or_default();
    let units = record.properties().quantity.unwrap_or_default();
    format!("{name} ({units} × {size})")
}
