//! What is bought: reservations out of the catalogue, and savings plans.

use super::suggest;
use super::task::{ExchangeTask, bump, take_off};
use super::unread::Unread;
use crate::i18n::calculations;
use crate::i18n::catalogue::{common, exchange as texts, reservation, rules};
use crate::i18n::{self, Text, names, t, t_with};
use crate::platform::effect::effect;
use crate::quote::form::{decimal_sign, question};
use crate::ui::{
    Button, ButtonKind, DecimalField, Notice, NumberField, live, live_select, live_text,
};
use azure::StatedTerm;
use calculator::Term;
use calculator::exchange::{ExchangeQuote, SavingsPlanType, is_one_family};
use calculator::{Money, Price, QUANTITY_MAX, ResourceType};
use chrono::NaiveDate;
use leptos::prelude::*;
use rust_decimal::Decimal;
use view_model::Tone;
use view_model::quote::Origin;
use view_model::quote::exchange::catalog::{self, Unsold};
use view_model::quote::exchange::link::listed;
use view_model::quote::exchange::{
    Field, FormText, PlanText, PriceBook, PurchaseText, savings_plan_type,
};
use view_model::quote::typed::decimal;

/// Where the keyboard goes when something is taken out of the cart.
pub(in crate::quote) const HEADING: &str = "exchange-cart";

/// The part of the page about what is bought.
pub(super) fn part(task: ExchangeTask) -> AnyView {
    let cards = live(move || {
        task.cart_round.track();
        let (purchases, plans) =
            task.form.with_untracked(|form| (form.purchases.len(), form.plans.len()));
        let purchases = (0..purchases).map(|place| purchase(task, place));
        let plans = (0..plans).map(|place| plan(task, place));
        purchases.chain(plans).collect_view().into_any()
    });
    let is_empty = live(move || {
        task.cart_round.track();
        let is_empty =
            task.form.with_untracked(|form| form.purchases.is_empty() && form.plans.is_empty());
        if is_empty {
            view! { <p class="hint">{t(texts::CART_EMPTY)}</p> }.into_any()
        } else {
            ().into_any()
        }
    });
    let no_records = MaybeProp::derive(move || {
        task.facts().is_none_or(|facts| facts.is_empty()).then(|| common::LOADING.get().to_owned())
    });
    let no_trade_in = MaybeProp::derive(move || no_trade_in(task));
    let buy = Callback::new(move |_| add_purchase(task));
    let trade_in = Callback::new(move |_| add_plan(task));
    let catalog_problem = live(move || {
        let kinds = task.form.with(|form| {
            form.purchases.iter().map(|it| it.resource_type.clone()).collect::<Vec<_>>()
        });
        let unread = Unread::catalog(task, kinds.iter().map(String::as_str));
        unread.map_or_else(|| ().into_any(), |unread| unread.view(task))
    });
    let price_problem = live(move || {
        Unread::prices(task).map_or_else(|| ().into_any(), |unread| unread.view(task))
    });
    // Cards that a link brought need their catalogues as soon as it is known who pays.
    Effect::new(move |was_known: Option<bool>| {
        let is_known = task.facts().is_some_and(|facts| !facts.is_empty());
        if is_known && was_known != Some(true) {
            let kinds = task.form.with_untracked(|form| {
                form.purchases.iter().map(|it| it.resource_type.clone()).collect::<Vec<_>>()
            });
            kinds.iter().for_each(|kind| task.need_catalog(kind));
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
pub(in crate::quote) fn no_trade_in(task: ExchangeTask) -> Option<String> {
    let Some(facts) = task.facts() else { return Some(common::LOADING.get().to_owned()) };
    let rules = task.policy.get().exchange;
    let products = facts.iter().map(|facts| facts.resource_type());
    let why = match rules.trade_in(SavingsPlanType::Database) {
        Some(_) => texts::NO_TRADE_IN,
        None => texts::NO_TRADE_IN_BUT_COMPUTE,
    };
    rules.savings_plan_for(products).is_none().then(|| why.get().to_owned())
}

/// The type of savings plan that the returns can be traded in for; followed in reactive closures.
pub(in crate::quote) fn plan_type(task: ExchangeTask) -> SavingsPlanType {
    savings_plan_type(&task.facts().unwrap_or_default(), task.policy.get())
}

/// What a type of savings plan is called.
pub(in crate::quote) const fn plan_type_name(kind: SavingsPlanType) -> Text {
    match kind {
        SavingsPlanType::Compute => texts::COMPUTE_PLAN,
        SavingsPlanType::Database => texts::DATABASE_PLAN,
    }
}

/// Puts what the first return is into the cart, as something that can be changed.
fn add_purchase(task: ExchangeTask) {
    let Some(facts) = untrack(|| task.facts()) else { return };
    let Some(first) = facts.first() else { return };
    let quantity = task.form.with_untracked(|form| {
        form.lines.first().map(|line| line.shown_units(first)).unwrap_or_default()
    });
    let bought = PurchaseText::same_as(first, quantity);
    let kind = bought.resource_type.clone();
    task.form.update(|form| form.purchases.push(bought));
    bump(task.cart_round);
    task.need_catalog(&kind);
}

fn add_plan(task: ExchangeTask) {
    let plan = PlanText { term: Term::ONE_YEAR.to_string(), hourly: String::new() };
    task.form.update(|form| form.plans.push(plan));
    bump(task.cart_round);
}

/// Has the catalogues of the kinds of product read that are returned, as soon as it is known who pays, and tells
/// whether one is still on its way; followed in reactive closures.
pub(in crate::quote) fn catalogs_of_returns(task: ExchangeTask) -> Signal<bool> {
    let kinds = Memo::new(move |_| {
        let facts = task.facts().unwrap_or_default();
        let mut kinds: Vec<_> =
            facts.iter().map(|facts| facts.resource_type().as_str().to_owned()).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    });
    effect(move || kinds.with(|kinds| kinds.iter().for_each(|it| task.need_catalog(it))));
    Signal::derive(move || {
        // Without a payer there is no catalogue to ask for.
        let facts = task.facts().unwrap_or_default();
        let has_payer = facts.iter().any(|facts| facts.subscription().is_some());
        has_payer && kinds.with(|kinds| kinds.iter().any(|it| task.catalogs.is_awaited(it)))
    })
}

fn read<T: Default>(form: &FormText, place: usize, field: impl Fn(&PurchaseText) -> T) -> T {
    form.purchases.get(place).map(field).unwrap_or_default()
}

/// Changes one choice of one purchase, and nothing else: where that is not sold together, the card says so.
fn change(task: ExchangeTask, place: usize, write: fn(&mut PurchaseText, String), chosen: String) {
    task.form.update(|form| {
        if let Some(bought) = form.purchases.get_mut(place) {
            write(bought, chosen);
        }
    });
    let kind = task.form.with_untracked(|form| read(form, place, |it| it.resource_type.clone()));
    bump(task.picked);
    task.need_catalog(&kind);
}

/// What is said of a purchase that is not sold as it was chosen, and what can be chosen instead.
struct Instead {
    text: Text,
    write: fn(&mut PurchaseText, String),
    name: fn(&str) -> String,
    offered: Vec<String>,
}

fn instead(unsold: Unsold) -> Instead {
    match unsold {
        Unsold::Size => Instead {
            text: texts::UNSOLD_SIZE,
            write: |it, chosen| it.sku = chosen,
            name: str::to_owned,
            // The list of sizes is long, and has them all.
            offered: Vec::new(),
        },
        Unsold::Region(offered) => Instead {
            text: texts::UNSOLD_REGION,
            write: |it, chosen| it.region = chosen,
            name: region_name,
            offered,
        },
        Unsold::Term(offered) => Instead {
            text: texts::UNSOLD_TERM,
            write: |it, chosen| it.term = chosen,
            name: term_name,
            offered,
        },
        Unsold::Plan(offered) => Instead {
            text: texts::UNSOLD_PLAN,
            write: |it, chosen| it.plan = chosen,
            name: plan_name,
            offered,
        },
    }
}

/// What is not sold as it was chosen, with a button for each choice instead.
fn not_sold(task: ExchangeTask, place: usize) -> AnyView {
    live(move || {
        let bought = task.form.with(|form| read(form, place, Clone::clone));
        let Some(unsold) = catalog::unsold(&task.catalogs.items(&bought.resource_type), &bought)
        else {
            return ().into_any();
        };
        let Instead { text, write, name, offered } = instead(unsold);
        let button = move |offer: String| {
            let words = name(&offer);
            let click = Callback::new(move |_| change(task, place, write, offer.clone()));
            view! { <Button on_click=click>{words}</Button> }.into_any()
        };
        let buttons: Vec<_> = offered.into_iter().map(button).collect();
        let words = move || {
            let values = [
                ("size", bought.sku.clone()),
                ("region", region_name(&bought.region)),
                ("term", term_name(&bought.term)),
                ("plan", plan_name(&bought.plan)),
            ];
            t_with(text, &values)
        };
        view! {
            <Notice tone=Tone::Warning title=words>
                <div class="button-row">{buttons}</div>
            </Notice>
        }
        .into_any()
    })
}

/// Whether something in the cart is not sold as it was chosen; followed in reactive closures.
pub(super) fn has_unsold(task: ExchangeTask) -> bool {
    task.form.with(|form| {
        form.purchases
            .iter()
            .any(|it| catalog::unsold(&task.catalogs.items(&it.resource_type), it).is_some())
    })
}

pub(in crate::quote) fn region_name(region: &str) -> String {
    names::region(region).to_owned()
}

pub(in crate::quote) fn term_name(term: &str) -> String {
    names::term(&StatedTerm::parse(term)).to_owned()
}

pub(in crate::quote) fn plan_name(plan: &str) -> String {
    let known = calculator::BillingPlan::parse(plan);
    known.map_or_else(|_| plan.to_owned(), |plan| calculations::billing_plan(plan).get().to_owned())
}

/// What a list of a card offers, with the value that is chosen.
type Offered = fn(ExchangeTask, &PurchaseText) -> (Vec<(String, String)>, String);

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

fn purchase(task: ExchangeTask, place: usize) -> AnyView {
    let lists = LISTS.into_iter().map(|(label, offered, write)| {
        let choices: Choices = Box::new(move || {
            task.picked.track();
            let bought = task.form.with_untracked(|form| read(form, place, Clone::clone));
            offered(task, &bought)
        });
        let on_change = Callback::new(move |chosen: String| change(task, place, write, chosen));
        let error = if label == texts::SIZE {
            task.error(Field::Product(place))
        } else {
            MaybeProp::default()
        };
        live_select(label, choices, on_change, error)
    });
    let quantity = task.text(move |form| read(form, place, |it| it.quantity.clone()));
    let write = task.write(move |form, text| {
        if let Some(bought) = form.purchases.get_mut(place) {
            bought.quantity = text;
        }
    });
    view! {
        <fieldset class="exchange-purchase">
            <legend>{live_text(move || title(place))}</legend>
            {remove(task, place, |form, place| {
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
                    error=task.error(Field::Quantity(place))
                />
                {price(task, place)}
            </div>
            {not_sold(task, place)}
            {total(task, place, total_of_purchase)}
            {suggest::part(task, place)}
        </fieldset>
    }
    .into_any()
}

fn title(place: usize) -> String {
    t_with(texts::PURCHASE_TITLE, &[("number", i18n::integer(place as u64 + 1))])
}

/// The price of one unit: from the list, or as somebody typed it; which of the two stands beside it.
fn price(task: ExchangeTask, place: usize) -> AnyView {
    let shown = Signal::derive(move || {
        let prices = task.catalogs.prices();
        task.form.with(|form| read(form, place, |it| it.shown_price(&prices, decimal_sign())))
    });
    let write = task.write(move |form, text| set_price(form, place, Some(text)));
    let back_to_list = live(move || {
        let is_own = task.form.with(|form| read(form, place, |it| it.price.is_some()));
        if !is_own {
            return ().into_any();
        }
        let click = Callback::new(move |_| task.form.update(|form| set_price(form, place, None)));
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
                unit=move || currency(task)
                hint=move || price_source(task, place)
                error=task.error(Field::Price(place))
            />
            {question(Box::new(move || price_question(task, place)))}
            {back_to_list}
        </div>
    }
    .into_any()
}

/// The currency of every amount; empty until it is known.
fn currency(task: ExchangeTask) -> String {
    let first = task.facts().and_then(|facts| facts.first().cloned());
    first.map(|facts| facts.currency().code().to_owned()).unwrap_or_default()
}

fn set_price(form: &mut FormText, place: usize, price: Option<String>) {
    if let Some(bought) = form.purchases.get_mut(place) {
        bought.price = price;
    }
}

/// Where the price comes from, in words.
fn price_source(task: ExchangeTask, place: usize) -> String {
    let prices = task.catalogs.prices();
    task.form.with(|form| {
        let Some(bought) = form.purchases.get(place) else { return String::new() };
        if bought.price.is_some() {
            let origin = own_price(bought)
                .map(|price| task.linked.with_value(|it| it.origin(bought, price)));
            let text = match origin {
                Some(Origin::Link) => texts::PRICE_OF_LINK,
                Some(Origin::Hand) | None => texts::PRICE_OWN,
            };
            return text.get().to_owned();
        }
        list_of(&prices, bought).unwrap_or_else(|| texts::PRICE_NONE.get().to_owned())
    })
}

/// Which price list has something that is bought, in words; `None` where none has it.
pub(in crate::quote) fn list_of(prices: &PriceBook, bought: &PurchaseText) -> Option<String> {
    let row = prices.find(bought)?;
    let text = if row.is_imported() { texts::PRICE_IMPORTED } else { texts::PRICE_DEMONSTRATION };
    Some(t_with(text, &[("day", i18n::date(row.effective_date))]))
}

/// The price of one's own, if there is one.
fn own_price(bought: &PurchaseText) -> Option<Decimal> {
    decimal(bought.price.as_ref()?, decimal_sign()).ok().flatten()
}

/// What the price list has beside a price of one's own, and the question that the price raises.
fn price_question(task: ExchangeTask, place: usize) -> Option<String> {
    let prices = task.catalogs.prices();
    let currency = task.facts()?.first()?.currency();
    task.form.with(|form| {
        let bought = form.purchases.get(place)?;
        let own = Price::from_decimal(own_price(bought)?, currency).ok()?;
        Some(calculations::beside_list(own, listed(&prices, bought, own)?))
    })
}

/// What something in the cart costs over its whole term, and the term.
type Bought = (Money, (NaiveDate, NaiveDate));

/// What something in the cart comes to over the whole term, and how long that is.
fn total(
    task: ExchangeTask,
    place: usize,
    of: fn(&ExchangeQuote, usize) -> Option<Bought>,
) -> AnyView {
    live(move || {
        task.shown.with(|shown| {
            let quoted = shown.quoted.as_deref().filter(|_| shown.is_current());
            let Some((amount, (_, end))) = quoted.and_then(|quoted| of(&quoted.quote, place))
            else {
                return ().into_any();
            };
            let words = live_text(move || {
                let values = [("amount", calculations::money(amount)), ("day", i18n::date(end))];
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

fn plan(task: ExchangeTask, place: usize) -> AnyView {
    let choices: Choices = Box::new(move || {
        task.picked.track();
        let chosen = task.form.with_untracked(|form| {
            form.plans.get(place).map(|plan| plan.term.clone()).unwrap_or_default()
        });
        let terms = plan_type(task).terms().iter().map(ToString::to_string);
        (named(terms.collect(), &chosen, term_name), chosen)
    });
    let write_term = task.write(move |form, text| {
        if let Some(plan) = form.plans.get_mut(place) {
            plan.term = text;
        }
    });
    let hourly = task.text(move |form| {
        form.plans.get(place).map(|plan| plan.hourly.clone()).unwrap_or_default()
    });
    let write_hourly = task.write(move |form, text| {
        if let Some(plan) = form.plans.get_mut(place) {
            plan.hourly = text;
        }
    });
    view! {
        <fieldset class="exchange-purchase">
            <legend>{live_text(move || plan_type_name(plan_type(task)).get())}</legend>
            {remove(task, place, |form, place| {
                form.plans.remove(place);
            })}
            <div class="exchange-purchase-fields">
                <DecimalField
                    label=rules::INPUT_HOURLY_COMMITMENT
                    value=hourly
                    on_input=write_hourly
                    unit=move || currency(task)
                    hint=texts::HOURLY_HINT
                    error=task.error(Field::Hourly(place))
                />
                {live_select(reservation::TERM, choices, write_term, task.error(Field::PlanTerm(place)))}
            </div>
            {total(task, place, total_of_plan)}
        </fieldset>
    }
    .into_any()
}

/// The button that takes something out of the cart.
fn remove(task: ExchangeTask, place: usize, take_out: fn(&mut FormText, usize)) -> AnyView {
    take_off(task, texts::REMOVE_PURCHASE, task.cart_round, HEADING, place, take_out)
}

/// Products of the family that is returned.
fn products(task: ExchangeTask, bought: &PurchaseText) -> (Vec<(String, String)>, String) {
    let returned = untrack(|| task.facts())
        .and_then(|facts| Some(facts.first()?.resource_type().clone()))
        .unwrap_or_else(|| ResourceType::parse(&bought.resource_type));
    let known = ResourceType::KNOWN.iter().filter(|kind| is_one_family(kind, &returned));
    let known = known.map(|kind| kind.as_str().to_owned()).collect();
    let name = |kind: &str| names::resource_type(&ResourceType::parse(kind)).to_owned();
    (named(known, &bought.resource_type, name), bought.resource_type.clone())
}

fn regions(task: ExchangeTask, bought: &PurchaseText) -> (Vec<(String, String)>, String) {
    let items = task.catalogs.items(&bought.resource_type);
    (named(catalog::regions(&items), &bought.region, region_name), bought.region.clone())
}

fn sizes(task: ExchangeTask, bought: &PurchaseText) -> (Vec<(String, String)>, String) {
    let items = task.catalogs.items(&bought.resource_type);
    let sizes = catalog::in_region(&items, &bought.region).filter_map(|item| item.name.clone());
    (named(sizes.collect(), &bought.sku, str::to_owned), bought.sku.clone())
}

fn terms(task: ExchangeTask, bought: &PurchaseText) -> (Vec<(String, String)>, String) {
    let items = task.catalogs.items(&bought.resource_type);
    let terms = catalog::item(&items, bought).map(catalog::terms).unwrap_or_default();
    (named(terms, &bought.term, term_name), bought.term.clone())
}

fn plans(task: ExchangeTask, bought: &PurchaseText) -> (Vec<(String, String)>, String) {
    let items = task.catalogs.items(&bought.resource_type);
    let plans = catalog::item(&items, bought).map(|item| catalog::plans(item, &bought.term));
    (named(plans.unwrap_or_default(), &bought.plan, plan_name), bought.plan.clone())
}

/// Values with their names. What stands in the form is in its list even before the catalogue has come, and
/// where it is not sold.
pub(in crate::quote) fn named(
    mut offered: Vec<String>,
    chosen: &str,
    name: fn(&str) -> String,
) -> Vec<(String, String)> {
    match offered.iter_mut().find(|offer| offer.eq_ignore_ascii_case(chosen)) {
        // The catalogue may write it otherwise, and then the list would show nothing as chosen.
        Some(offer) => chosen.clone_into(offer),
        None => offered.insert(0, chosen.to_owned()),
    }
    offered.into_iter().map(|offer| (offer.clone(), name(&offer))).collect()
}
