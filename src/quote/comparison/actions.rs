//! What leads from each row to what it is about, with everything filled in: the refund of each reservation, the
//! exchange, the trade-in; and a request to support where Microsoft's rules refuse it.

use super::desk::{Desk, Sides};
use super::words::choice_name;
use crate::i18n::Text;
use crate::i18n::calculations;
use crate::i18n::catalogue::{comparison as texts, exchange, support};
use crate::paths::{self, Entry};
use crate::quote::exchange::{address_of, exchange_in_words, names};
use crate::quote::form::decimal_sign;
use crate::quote::refund::take_along::draft;
use crate::quote::take_along::support_button;
use crate::support::id_lines;
use crate::ui::{LinkButton, live_text};
use calculator::Decision;
use calculator::comparison::Choice;
use calculator::exchange::Return;
use leptos::prelude::*;
use view_model::ExchangeRate;
use view_model::address::ReservationRef;
use view_model::quote::Remark;
use view_model::quote::exchange::{FormText, Quoted, link as exchange_link};
use view_model::quote::refund;
use view_model::quote::refund::link;
use view_model::quote::typed::borrowed;
use view_model::support::Draft;

/// The actions of a row.
pub(super) fn of_row(desk: Desk, sides: &Sides, choice: Choice) -> AnyView {
    let is_refused = sides
        .compared
        .comparison
        .outcome(choice)
        .is_some_and(|outcome| matches!(outcome.decision, Decision::Refused(_)));
    match choice {
        Choice::Keep => links(sides, choice, |_| None),
        Choice::Refund => {
            let refunds =
                links(sides, choice, |place| Some(sides.case.exchange.returns().get(place)?.units));
            let ask = is_refused.then(|| ask_about_refund(desk, sides));
            view! { {refunds} {ask} }.into_any()
        }
        Choice::RefundUnneeded => {
            if sides.compared.comparison.outcome(choice).is_none() {
                return ().into_any();
            }
            let unneeded = sides.compared.unneeded.as_ref();
            links(sides, choice, |place| unneeded?.units.get(place).copied())
        }
        Choice::Exchange => {
            let form = sides.filled.exchanged();
            let is_set_up = !form.purchases.is_empty();
            exchanged(desk, form, is_set_up, is_refused, texts::SET_UP_EXCHANGE)
        }
        Choice::TradeIn => {
            let form = sides.filled.traded_in();
            if form.plans.is_empty() {
                return ().into_any();
            }
            exchanged(desk, form, true, is_refused, texts::OPEN_TRADE_IN)
        }
    }
}

/// A link for each reservation: to the refund of so many units, which `units` gives by its place, or else to the
/// reservation that is kept.
fn links(sides: &Sides, choice: Choice, units: impl Fn(usize) -> Option<u64>) -> AnyView {
    let returns = sides.case.exchange.returns().iter();
    let lines = returns.zip(&sides.case.of).zip(&sides.facts).enumerate();
    let is_one = sides.case.of.len() == 1;
    let links = lines.filter_map(|(place, ((line, of), facts))| {
        let (text, address) = match units(place) {
            Some(0) => return None,
            Some(units) => (texts::OPEN_REFUND, refund_address(sides, line, of, units)),
            None => (support::OPEN_RECORD, paths::reservation(of, Entry::Overview)),
        };
        let name = facts.name().to_owned();
        let words = move || match is_one {
            true => text.get().to_owned(),
            false => calculations::named(text, name.clone()),
        };
        // Two rows lead to the refund, of different units.
        let told = words.clone();
        let name = move || calculations::named(choice_name(choice), told());
        let address = Signal::stored(address);
        Some(view! { <LinkButton address name=name>{live_text(words)}</LinkButton> })
    });
    links.collect_view().into_any()
}

fn refund_address(sides: &Sides, line: &Return, of: &ReservationRef, units: u64) -> String {
    let terms = link::parameters(&sides.compared.refund_of(line, units));
    paths::reservation_with(of, Entry::Refund, &borrowed(&terms))
}

/// The link to an exchange with everything filled in, and the request about one that is refused.
fn exchanged(desk: Desk, form: FormText, is_set_up: bool, is_refused: bool, text: Text) -> AnyView {
    let task = desk.task;
    let asked = form.clone();
    let ask = (is_set_up && is_refused).then(|| {
        let first = asked.lines.first().map(|line| line.of.clone());
        let write = move || about_exchange(desk, &asked).unwrap_or_default();
        first.map(|of| support_button(of, task.mark, MaybeProp::default(), Box::new(write)))
    });
    let address = Signal::derive(move || address_of(task, &form));
    view! {
        <LinkButton address>{live_text(move || text.get())}</LinkButton>
        {ask}
    }
    .into_any()
}

/// What support is told of an exchange: all ids, then the quote with its steps.
fn about_exchange(desk: Desk, form: &FormText) -> Option<Draft> {
    let task = desk.task;
    let facts = task.facts()?;
    let case =
        form.case(&facts, &task.catalogs.prices(), task.policy.get(), decimal_sign()).ok()?;
    let (nothing, today) = (FormText::default(), task.today.get());
    let linked = exchange_link::Linked::new(&nothing, '.', |_| None, task.policy.get());
    let prices = task.catalogs.prices();
    let said = exchange_link::remarks(&case, form, &facts, &prices, &linked, today);
    let quoted = Quoted::new(case).with_remarks(said);
    let mut parts: Vec<_> = quoted.case.of.iter().map(id_lines).collect();
    parts.push(exchange_in_words(&names(task), &quoted, None));
    let title = exchange::SUPPORT_TITLE.get().to_owned();
    Some(Draft { title, description: parts.join("\n\n") })
}

/// What must be said about the terms of the refunds: a day that is over, and a rate that was typed here.
fn said_of_refunds(desk: Desk, sides: &Sides) -> Vec<Remark> {
    let (exchange, rates) = (&sides.case.exchange, desk.rates.ready().unwrap_or_default());
    let known = ExchangeRate::of(&rates, exchange.currency().code());
    let known = known.map(|rate| (rate.usd_rate, rate.date));
    let day = Remark::of_day(exchange.on(), desk.task.today.get());
    let rate = Remark::of_rate(sides.compared.usd_rate, known, None);
    [day, rate].into_iter().flatten().collect()
}

/// The request about the refunds that are refused: one by itself, or several that are refused because they come
/// together.
fn ask_about_refund(desk: Desk, sides: &Sides) -> AnyView {
    let said = said_of_refunds(desk, sides);
    let refused = sides.compared.refused(sides.case.exchange.returns()).into_iter();
    let quotes: Vec<_> = refused
        .filter_map(|(place, case)| {
            let name = sides.facts.get(place)?.name().to_owned();
            let quoted = refund::Quoted::new(case).with_remarks(said.clone());
            Some((sides.case.of.get(place)?.clone(), name, quoted))
        })
        .collect();
    let Some(of) = quotes.last().map(|(of, ..)| of.clone()) else { return ().into_any() };
    let write = Box::new(move || {
        let drafts = quotes.iter().map(|(of, name, quoted)| draft(of, name, quoted));
        drafts.reduce(followed_by).unwrap_or_default()
    });
    support_button(of, desk.task.mark, MaybeProp::default(), write)
}

/// One request after the other in one; the title is that of the last, which is the one that is refused.
fn followed_by(one: Draft, next: Draft) -> Draft {
    let description = format!("{}\n\n{}", one.description, next.description);
    Draft { title: next.title, description }
}
