//! What is bought: reservations out of the catalogue, and savings plans.

use super::desk::{Desk, bump};
use super::form::{Field, FormText, PlanText, PurchaseText};
use super::shop::{self, fitted};
use super::suggest;
use crate::i18n::catalogue::{common, exchange as texts, reservation, rules};
use crate::i18n::{self, Text, names, t, t_with};
use crate::problem::Problem;
use crate::quote::following::decimal_sign;
use crate::quote::words;
use crate::ui::{Button, ButtonKind, DecimalField, NumberField, live, live_select, live_text};
use azure::Term;
use calculator::exchange::{ExchangeQuote, is_one_family, is_traded_in};
use calculator::{Money, QUANTITY_MAX, ResourceType};
use chrono::NaiveDate;
use leptos::prelude::*;

/// Where the keyboard goes when something is taken out of the cart.
const HEADING: &str = "exchange-cart";
/// The terms of a savings plan.
const PLAN_TERMS: [Term; 2] = [Term::P1Y, Term::P3Y];

/// The part of the page about what is bought.
pub(super) fn part(desk: Desk) -> AnyView {
    let cards = live(move || {
        desk.cart_round.track();
        let (purchases, plans) =
            desk.form.with_untracked(|form| (form.purchases.len(), form.plans.len()));
        let purchases = (0..purchases).map(|place| purchase(desk, place));
        let plans = (0..plans).map(|place| plan(desk, place));
        purchases.chain(plans).collect_view().into_any()
    });
    let is_empty = live(move || {
        desk.cart_round.track();
        let is_empty =
            desk.form.with_untracked(|form| form.purchases.is_empty() && form.plans.is_empty());
        if is_empty {
            view! { <p class="hint">{t(texts::CART_EMPTY)}</p> }.into_any()
        } else {
            ().into_any()
        }
    });
    let no_records = MaybeProp::derive(move || {
        desk.facts().is_none_or(|facts| facts.is_empty()).then(|| common::LOADING.get().to_owned())
    });
    let no_trade_in = MaybeProp::derive(move || no_trade_in(desk));
    let buy = Callback::new(move |_| add_purchase(desk));
    let trade_in = Callback::new(move |_| add_plan(desk));
    let catalog_problem = live(move || {
        let kinds = desk.form.with(|form| {
            form.purchases.iter().map(|it| it.resource_type.clone()).collect::<Vec<_>>()
        });
        match kinds.into_iter().find_map(|kind| Some((desk.shop.failure(&kind)?, kind))) {
            Some((error, kind)) => {
                let retry = Callback::new(move |()| need_catalog(desk, &kind, fit));
                view! { <Problem error on_retry=retry /> }.into_any()
            }
            None => ().into_any(),
        }
    });
    let price_problem = live(move || match desk.shop.price_state() {
        crate::api::State::Failed(error) => {
            let retry = Callback::new(move |()| desk.shop.reload_prices());
            view! { <Problem error on_retry=retry /> }.into_any()
        }
        _ => ().into_any(),
    });
    // Cards that a link brought need their catalogues as soon as it is known who pays.
    Effect::new(move |was_known: Option<bool>| {
        let is_known = desk.facts().is_some_and(|facts| !facts.is_empty());
        if is_known && was_known != Some(true) {
            let kinds = desk.form.with_untracked(|form| {
                form.purchases.iter().map(|it| it.resource_type.clone()).collect::<Vec<_>>()
            });
            // What a link names stays as it is, even where it is no longer sold.
            kinds.iter().for_each(|kind| need_catalog(desk, kind, |_, _| ()));
        }
        is_known
    });
    view! {
        <section class="card part" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{t(texts::CART)}</h2>
            {is_empty}
            {catalog_problem}
            {price_problem}
            <div class="exchange-cart">{cards}</div>
            <div class="button-row">
                <Button on_click=buy disabled_reason=no_records>{t(texts::ADD_PURCHASE)}</Button>
                <Button on_click=trade_in disabled_reason=no_trade_in>{t(texts::TRADE_IN)}</Button>
            </div>
        </section>
    }
    .into_any()
}

/// Why nothing can be traded in for a savings plan; `None` when it can.
fn no_trade_in(desk: Desk) -> Option<String> {
    let Some(facts) = desk.facts() else { return Some(common::LOADING.get().to_owned()) };
    let is_possible = facts.iter().all(|facts| is_traded_in(facts.resource_type()));
    (!is_possible).then(|| texts::NO_TRADE_IN.get().to_owned())
}

/// Puts what the first return is into the cart, as something that can be changed.
fn add_purchase(desk: Desk) {
    let Some(facts) = untrack(|| desk.facts()) else { return };
    let Some(first) = facts.first() else { return };
    let record = first.reservation();
    let quantity = desk.form.with_untracked(|form| {
        form.lines.first().map(|line| line.shown_units(first)).unwrap_or_default()
    });
    let bought = PurchaseText {
        resource_type: first.resource_type().as_str().to_owned(),
        sku: record.sku.as_ref().and_then(|sku| sku.name.clone()).unwrap_or_default(),
        region: record.location.clone().unwrap_or_default(),
        term: first.term().to_string(),
        plan: first.plan().to_string(),
        quantity,
        price: None,
    };
    let kind = bought.resource_type.clone();
    desk.form.update(|form| form.purchases.push(bought));
    fit(desk, &kind);
    bump(desk.cart_round);
    need_catalog(desk, &kind, fit);
}

fn add_plan(desk: Desk) {
    let plan = PlanText { term: Term::P1Y.as_str().to_owned(), hourly: String::new() };
    desk.form.update(|form| form.plans.push(plan));
    bump(desk.cart_round);
}

/// Reads a catalogue, unless it is there; `then` is done with it when it has come.
fn need_catalog(desk: Desk, kind: &str, then: fn(Desk, &str)) {
    let Some(subscription) = subscription(desk) else { return };
    let own = kind.to_owned();
    let done = Callback::new(move |()| {
        then(desk, &own);
        bump(desk.picked);
    });
    desk.shop.need(kind, &subscription, done);
}

/// The subscription that pays: that of the first return that names one.
fn subscription(desk: Desk) -> Option<String> {
    let facts = untrack(|| desk.facts())?;
    facts.iter().find_map(|facts| facts.subscription())
}

/// Replaces what is not sold in the purchases of a kind of product.
fn fit(desk: Desk, kind: &str) {
    let items = untrack(|| desk.shop.items(kind));
    if items.is_empty() {
        return;
    }
    desk.form.update(|form| {
        for bought in form.purchases.iter_mut().filter(|it| it.resource_type == kind) {
            *bought = fitted(bought.clone(), &items);
        }
    });
}

fn read<T: Default>(form: &FormText, place: usize, field: impl Fn(&PurchaseText) -> T) -> T {
    form.purchases.get(place).map(field).unwrap_or_default()
}

/// Changes one purchase, and fits it to the catalogue.
fn change(desk: Desk, place: usize, write: impl Fn(&mut PurchaseText)) {
    desk.form.update(|form| {
        if let Some(bought) = form.purchases.get_mut(place) {
            write(bought);
            let items = untrack(|| desk.shop.items(&bought.resource_type));
            if !items.is_empty() {
                *bought = fitted(bought.clone(), &items);
            }
        }
    });
    let kind = desk.form.with_untracked(|form| read(form, place, |it| it.resource_type.clone()));
    bump(desk.picked);
    need_catalog(desk, &kind, fit);
}

/// What a list of a card offers, with the value that is chosen.
type Offered = fn(Desk, &PurchaseText) -> (Vec<(String, String)>, String);

/// What a list of a card offers now, with the value that is chosen. Boxed, so that the cards of purchases and
/// of savings plans share the code of a list.
type Choices = Box<dyn Fn() -> (Vec<(String, String)>, String) + Send>;

/// What a list of a card asks for, what it offers, and what a choice changes.
type List = (Text, Offered, fn(&mut PurchaseText, String));

/// The lists of a card.
const LISTS: [List; 5] = [
    (reservation::PRODUCT, products, |it, chosen| it.resource_type = chosen),
    (reservation::REGION, regions, |it, chosen| it.region = chosen),
    (texts::SIZE, sizes, |it, chosen| it.sku = chosen),
    (reservation::TERM, terms, |it, chosen| it.term = chosen),
    (reservation::BILLING_PLAN, plans, |it, chosen| it.plan = chosen),
];

fn purchase(desk: Desk, place: usize) -> AnyView {
    let lists = LISTS.into_iter().map(|(label, offered, write)| {
        let choices: Choices = Box::new(move || {
            desk.picked.track();
            let bought = desk.form.with_untracked(|form| read(form, place, Clone::clone));
            offered(desk, &bought)
        });
        let on_change = Callback::new(move |chosen: String| {
            change(desk, place, |bought| write(bought, chosen.clone()));
        });
        let error = if label == texts::SIZE {
            desk.error(Field::Product(place))
        } else {
            MaybeProp::default()
        };
        live_select(label, choices, on_change, error)
    });
    let quantity = desk.text(move |form| read(form, place, |it| it.quantity.clone()));
    let write = desk.write(move |form, text| {
        if let Some(bought) = form.purchases.get_mut(place) {
            bought.quantity = text;
        }
    });
    view! {
        <fieldset class="exchange-purchase">
            <legend>{live_text(move || title(place))}</legend>
            {remove(desk, place, |form, place| {
                form.purchases.remove(place);
            })}
            <div class="exchange-purchase-fields">
                {lists.collect_view()}
                <NumberField
                    label=reservation::QUANTITY
                    value=quantity
                    on_input=write
                    min=Signal::stored(1)
                    max=Signal::stored(QUANTITY_MAX)
                    error=desk.error(Field::Quantity(place))
                />
                {price(desk, place)}
            </div>
            {total(desk, place, total_of_purchase)}
            {suggest::part(desk, place)}
        </fieldset>
    }
    .into_any()
}

fn title(place: usize) -> String {
    t_with(texts::PURCHASE_TITLE, &[("number", i18n::integer(place as u64 + 1))])
}

/// The price of one unit: from the list, or as somebody typed it; which of the two stands beside it.
fn price(desk: Desk, place: usize) -> AnyView {
    let shown = Signal::derive(move || {
        let prices = desk.shop.prices();
        desk.form.with(|form| read(form, place, |it| it.shown_price(&prices, decimal_sign())))
    });
    let write = desk.write(move |form, text| set_price(form, place, Some(text)));
    let listed = live(move || {
        let is_own = desk.form.with(|form| read(form, place, |it| it.price.is_some()));
        if !is_own {
            return ().into_any();
        }
        let click = Callback::new(move |_| desk.form.update(|form| set_price(form, place, None)));
        view! {
            <Button kind=ButtonKind::Quiet on_click=click>{t(texts::USE_LIST_PRICE)}</Button>
        }
        .into_any()
    });
    view! {
        <div class="exchange-price">
            <DecimalField
                label=reservation::UNIT_PRICE
                value=shown
                on_input=write
                unit=move || currency(desk)
                hint=move || price_source(desk, place)
                error=desk.error(Field::Price(place))
            />
            {listed}
        </div>
    }
    .into_any()
}

/// The currency of every amount; empty until it is known.
fn currency(desk: Desk) -> String {
    let first = desk.facts().and_then(|facts| facts.first().cloned());
    first.map(|facts| facts.currency().code().to_owned()).unwrap_or_default()
}

fn set_price(form: &mut FormText, place: usize, price: Option<String>) {
    if let Some(bought) = form.purchases.get_mut(place) {
        bought.price = price;
    }
}

/// Where the price comes from, in words.
fn price_source(desk: Desk, place: usize) -> String {
    let prices = desk.shop.prices();
    desk.form.with(|form| {
        let Some(bought) = form.purchases.get(place) else { return String::new() };
        if bought.price.is_some() {
            return texts::PRICE_OWN.get().to_owned();
        }
        let Some(row) = prices.find(bought) else { return texts::PRICE_NONE.get().to_owned() };
        let text =
            if row.is_imported() { texts::PRICE_IMPORTED } else { texts::PRICE_DEMONSTRATION };
        t_with(text, &[("day", i18n::date(row.effective_date))])
    })
}

/// What something in the cart costs over its whole term, and the term.
type Bought = (Money, (NaiveDate, NaiveDate));

/// What something in the cart comes to over the whole term, and how long that is.
fn total(desk: Desk, place: usize, of: fn(&ExchangeQuote, usize) -> Option<Bought>) -> AnyView {
    live(move || {
        desk.shown.with(|shown| {
            let quoted = shown.quoted.as_deref().filter(|_| shown.is_current());
            let Some((amount, (_, end))) = quoted.and_then(|quoted| of(&quoted.quote, place))
            else {
                return ().into_any();
            };
            let words = live_text(move || {
                let values = [("amount", words::money(amount)), ("day", i18n::date(end))];
                t_with(texts::PURCHASE_TOTAL, &values)
            });
            view! { <p class="exchange-total">{words}</p> }.into_any()
        })
    })
}

fn total_of_purchase(quote: &ExchangeQuote, place: usize) -> Option<Bought> {
    Some((*quote.assessment.purchases.get(place)?, *quote.new_terms.get(place)?))
}

fn total_of_plan(quote: &ExchangeQuote, place: usize) -> Option<Bought> {
    Some((*quote.assessment.savings_plans.get(place)?, *quote.savings_plan_terms.get(place)?))
}

fn plan(desk: Desk, place: usize) -> AnyView {
    let choices: Choices = Box::new(move || {
        desk.picked.track();
        let chosen = desk.form.with_untracked(|form| {
            form.plans.get(place).map(|plan| plan.term.clone()).unwrap_or_default()
        });
        let terms =
            PLAN_TERMS.iter().map(|term| (term.as_str().to_owned(), names::term(term).to_owned()));
        (terms.collect(), chosen)
    });
    let write_term = desk.write(move |form, text| {
        if let Some(plan) = form.plans.get_mut(place) {
            plan.term = text;
        }
    });
    let hourly = desk.text(move |form| {
        form.plans.get(place).map(|plan| plan.hourly.clone()).unwrap_or_default()
    });
    let write_hourly = desk.write(move |form, text| {
        if let Some(plan) = form.plans.get_mut(place) {
            plan.hourly = text;
        }
    });
    view! {
        <fieldset class="exchange-purchase">
            <legend>{t(texts::SAVINGS_PLAN)}</legend>
            {remove(desk, place, |form, place| {
                form.plans.remove(place);
            })}
            <div class="exchange-purchase-fields">
                <DecimalField
                    label=rules::INPUT_HOURLY_COMMITMENT
                    value=hourly
                    on_input=write_hourly
                    unit=move || currency(desk)
                    hint=texts::HOURLY_HINT
                    error=desk.error(Field::Hourly(place))
                />
                {live_select(reservation::TERM, choices, write_term, MaybeProp::default())}
            </div>
            {total(desk, place, total_of_plan)}
        </fieldset>
    }
    .into_any()
}

/// The button that takes something out of the cart.
fn remove(desk: Desk, place: usize, take_out: fn(&mut FormText, usize)) -> AnyView {
    super::remove::remove(desk, texts::REMOVE_PURCHASE, desk.cart_round, HEADING, place, take_out)
}

/// Products of the family that is returned.
fn products(desk: Desk, bought: &PurchaseText) -> (Vec<(String, String)>, String) {
    let returned = untrack(|| desk.facts())
        .and_then(|facts| Some(facts.first()?.resource_type().clone()))
        .unwrap_or_else(|| ResourceType::parse(&bought.resource_type));
    let known = ResourceType::KNOWN.iter().filter(|kind| is_one_family(kind, &returned));
    let products =
        known.map(|kind| (kind.as_str().to_owned(), names::resource_type(kind).to_owned()));
    (or_as_it_is(products.collect(), &bought.resource_type), bought.resource_type.clone())
}

fn regions(desk: Desk, bought: &PurchaseText) -> (Vec<(String, String)>, String) {
    let items = desk.shop.items(&bought.resource_type);
    let regions = shop::regions(&items).into_iter().map(|region| {
        let name = names::region(&region).to_owned();
        (region, name)
    });
    (or_as_it_is(regions.collect(), &bought.region), bought.region.clone())
}

fn sizes(desk: Desk, bought: &PurchaseText) -> (Vec<(String, String)>, String) {
    let items = desk.shop.items(&bought.resource_type);
    let sizes = shop::in_region(&items, &bought.region).filter_map(|item| item.name.clone());
    let sizes = sizes.map(|size| (size.clone(), size));
    (or_as_it_is(sizes.collect(), &bought.sku), bought.sku.clone())
}

fn terms(desk: Desk, bought: &PurchaseText) -> (Vec<(String, String)>, String) {
    let items = desk.shop.items(&bought.resource_type);
    let terms = shop::item(&items, bought).map(shop::terms).unwrap_or_default();
    let named = |term: String| {
        let name = names::term(&Term::parse(&term)).to_owned();
        (term, name)
    };
    let terms = or_as_it_is(terms.into_iter().map(named).collect(), &bought.term);
    (terms, bought.term.clone())
}

fn plans(desk: Desk, bought: &PurchaseText) -> (Vec<(String, String)>, String) {
    let items = desk.shop.items(&bought.resource_type);
    let plans = shop::item(&items, bought).map(|item| shop::plans(item, &bought.term));
    let named = |plan: String| {
        let name = calculator::BillingPlan::parse(&plan)
            .map(|plan| words::billing_plan(plan).get().to_owned());
        (plan.clone(), name.unwrap_or(plan))
    };
    let plans = plans.unwrap_or_default().into_iter().map(named).collect();
    (or_as_it_is(plans, &bought.plan), bought.plan.clone())
}

/// What stands in the form is in its list even before the catalogue has come, and where it is not sold.
fn or_as_it_is(mut offered: Vec<(String, String)>, chosen: &str) -> Vec<(String, String)> {
    if offered.iter().all(|(value, _)| !value.eq_ignore_ascii_case(chosen)) {
        offered.insert(0, (chosen.to_owned(), chosen.to_owned()));
    }
    offered
}
