//! Several files become one portfolio: rows about the same reservation or order are put together.
//!
//! Nothing is guessed silently. What a file states outright is taken; what only follows from
//! something else is a [`Guess`] with its reason; where files disagree there is a [`Conflict`].

mod dates;
mod derive;
mod found;
mod merge;
mod nameless;
mod notes;
mod orders;
mod price;

use std::collections::{BTreeSet, HashMap, HashSet};

use calculator::ResourceType;

use crate::claims::{self, Names};
use crate::fact::{
    CustomerFact, EventKind, OrderFact, PriceFact, ReservationFact, Succession, TransactionFact,
    UsageFact,
};
use crate::file::{FileReport, Read};
use crate::id::Id;
use crate::reservation::{Conflict, Customer, Place, Reservation};

use found::Found;
pub(crate) use found::{by_order, fill};
use merge::merge;
pub(crate) use notes::of_orders_alone;
pub(crate) use orders::is_of_order;
use price::{MONTHLY, UPFRONT};

/// Everything that the files say together.
#[derive(Clone, Debug, Default)]
pub struct Portfolio {
    /// What became of the rows of each file.
    pub files: Vec<FileReport>,
    /// Every reservation once.
    pub reservations: Vec<Reservation>,
    /// Every customer that has a tenant once.
    pub customers: Vec<Customer>,
    /// Every transaction once, however many exports it is in.
    pub transactions: Vec<(Place, TransactionFact)>,
    /// What is to be known about the whole, in words.
    pub notes: Vec<String>,
    /// The customers of orders that no reservation of the files belongs to, as the records have them.
    pub(crate) owners: HashMap<Id, CustomerFact>,
}

/// Puts the readings of files together.
pub fn join(reads: Vec<Read>) -> Portfolio {
    let mut portfolio = Portfolio::default();
    let mut found = Found::default();
    for (file, read) in reads.into_iter().enumerate() {
        portfolio.files.push(read.report);
        for (line, fact) in read.facts {
            found.add(Place { file, line }, fact);
        }
    }
    let rows = std::mem::take(&mut found.reservations);
    let rows_of_reservations = rows.len();
    let named = orders::named(&rows);
    let similar;
    (portfolio.reservations, similar) = reservations(rows);
    let is_derived = portfolio.reservations.is_empty();
    if is_derived {
        portfolio.reservations = derive::from_orders_and_purchases(&found);
    }
    let reservations = &mut portfolio.reservations;
    mark_ancestors(reservations);
    complete_ids(reservations, &found);
    let mut open_orders = BTreeSet::new();
    let mut repeated = 0;
    if !is_derived {
        open_orders = orders::join(reservations, &named, &found);
        repeated = rows_of_reservations - reservations.len();
    }
    complete_from_orders(reservations, &found.orders);
    complete_from_usage(reservations, &found.usage);
    complete_from_transactions(reservations, &found);
    reservations.iter_mut().for_each(dates::complete_term);
    complete_from_prices(reservations, &found.prices);
    complete_resource_types(reservations, &found);
    name_customers(reservations, &mut found);
    let mut names = Names::default();
    for customer in &found.customers {
        names.add(Some(&customer.tenant), customer.name.as_deref());
    }
    claims::settle(reservations, names);
    reservations.iter_mut().for_each(dates::contradict);
    portfolio.notes = notes::of(&found, reservations, &open_orders, repeated, similar);
    portfolio.transactions = found.transactions;
    portfolio.customers = found.customers;
    portfolio
}

/// Gives a reservation the price that the purchases of its order tell, if it has none.
pub(crate) fn complete_price(reservation: &mut Reservation, transactions: &[&TransactionFact]) {
    price::complete(reservation, transactions, None);
}

/// Every reservation once, and how many may be there twice. Two rows of one file without an id are never taken for the
/// same.
fn reservations(rows: Vec<(Place, ReservationFact)>) -> (Vec<Reservation>, usize) {
    let mut places: HashMap<Id, usize> = HashMap::with_capacity(rows.len());
    let mut found: Vec<Reservation> = Vec::with_capacity(rows.len());
    let mut nameless = nameless::Nameless::default();
    for (place, fact) in rows {
        let Some(id) = fact.id.clone() else {
            match nameless.earlier(place.file, &fact, found.len()) {
                Some(known) => merge(&mut found[known], Reservation::new(place, fact)),
                None => found.push(Reservation::new(place, fact)),
            }
            continue;
        };
        match places.get(&id) {
            Some(known) => merge(&mut found[*known], Reservation::new(place, fact)),
            None => {
                places.insert(id, found.len());
                found.push(Reservation::new(place, fact));
            }
        }
    }
    for reservation in found.iter_mut().filter(|reservation| reservation.known.is_price_added) {
        let reason = "from a column that somebody has added, as the price of one unit for the term";
        reservation.guess("unitPrice", reason);
    }
    (found, nameless.similar)
}

/// A reservation that another one came from holds no units any more, whatever its own row says.
fn mark_ancestors(reservations: &mut [Reservation]) {
    let descents = reservations.iter().flat_map(|one| one.known.ancestors.clone());
    let gone: HashMap<Id, Succession> = descents.map(|(how, id)| (id, how)).collect();
    for reservation in reservations {
        let how = reservation.known.id.as_ref().and_then(|id| gone.get(id));
        fill(&mut reservation.known.succession, how.copied());
    }
}

/// Orders of reservations whose own row does not name one.
fn complete_ids(reservations: &mut [Reservation], found: &Found) {
    let mut orders: HashMap<&Id, &Id> = HashMap::new();
    for (order, (_, fact)) in &found.orders {
        orders.extend(fact.reservations.iter().map(|reservation| (reservation, order)));
    }
    let usage = found.usage.iter();
    let pairs = usage.map(|(_, fact)| (fact.reservation.as_ref(), fact.order.as_ref()));
    orders.extend(pairs.filter_map(|(reservation, order)| reservation.zip(order)));
    for reservation in reservations {
        let order = reservation.known.id.as_ref().and_then(|id| orders.get(id));
        fill(&mut reservation.known.order, order.map(|order| (*order).clone()));
    }
}

fn complete_from_orders(
    reservations: &mut [Reservation],
    orders: &HashMap<Id, (Place, OrderFact)>,
) {
    for reservation in reservations {
        let order = reservation.known.order.as_ref().and_then(|order| orders.get(order));
        let Some((place, order)) = order else { continue };
        reservation.name_customer(order.customer.as_ref(), *place);
        let known = &mut reservation.known;
        fill(&mut known.term, order.term.clone());
        fill(&mut known.purchase_date, order.purchase_date);
        fill(&mut known.expiry_date, order.expiry_date);
        fill(&mut known.billing_plan, order.billing_plan.clone());
        if let (None, Some((unit_price, instalment, currency))) = (known.unit_price, &order.price) {
            known.unit_price = Some(*unit_price);
            known.instalment = *instalment;
            known.currency = Some(currency.clone());
        }
    }
}

fn complete_from_usage(reservations: &mut [Reservation], usage: &[(Place, UsageFact)]) {
    let mut used: HashMap<&Id, bool> = HashMap::new();
    let mut customers: HashMap<&Id, Vec<(Place, &CustomerFact)>> = HashMap::new();
    for (place, fact) in usage {
        let about = [fact.reservation.as_ref(), fact.order.as_ref()];
        if let (Some(reservation), Some(value)) = (&fact.reservation, fact.used) {
            *used.entry(reservation).or_default() |= value;
        }
        if let Some(customer) = &fact.customer {
            for id in about.into_iter().flatten() {
                let named = customers.entry(id).or_default();
                if named.iter().all(|(_, known)| *known != customer) {
                    named.push((*place, customer));
                }
            }
        }
    }
    for reservation in reservations {
        let known = &mut reservation.known;
        if let Some(value) = known.id.as_ref().and_then(|id| used.get(id)) {
            known.used = Some(known.used.unwrap_or(false) || *value);
        }
        let ids = [known.id.clone(), known.order.clone()];
        for id in ids.into_iter().flatten() {
            for (place, customer) in customers.get(&id).into_iter().flatten() {
                reservation.name_customer(Some(customer), *place);
            }
        }
    }
}

fn complete_from_transactions(reservations: &mut [Reservation], found: &Found) {
    let by_order = found.by_order();
    let mut customers: HashMap<&Id, Vec<(Place, &CustomerFact)>> = HashMap::new();
    for (place, fact) in &found.transactions {
        if let (Some(order), Some(customer)) = (&fact.order, &fact.customer) {
            let named = customers.entry(order).or_default();
            if named.iter().all(|(_, known)| *known != customer) {
                named.push((*place, customer));
            }
        }
    }
    let mut purchases: HashMap<&Id, (Place, &TransactionFact)> = HashMap::new();
    for (place, fact) in &found.transactions {
        if let (Some(order), EventKind::Purchase) = (&fact.order, &fact.event) {
            purchases.entry(order).or_insert((*place, fact));
        }
    }
    for reservation in reservations {
        let Some(order) = reservation.known.order.clone() else { continue };
        let Some(transactions) = by_order.get(&order) else { continue };
        for (place, customer) in customers.get(&order).into_iter().flatten() {
            reservation.name_customer(Some(customer), *place);
        }
        if let Some((place, purchase)) = purchases.get(&order) {
            contradict(reservation, purchase, *place);
        }
        let known = &mut reservation.known;
        let purchases = transactions.iter().filter(|fact| fact.event == EventKind::Purchase);
        for fact in purchases {
            fill(&mut known.term, fact.term.clone());
            fill(&mut known.billing_plan, plan_of(fact).cloned());
            fill(&mut known.sku, fact.sku.clone());
            fill(&mut known.region, fact.region.clone());
            fill(&mut known.display_name, fact.display_name.clone());
        }
        dates::complete_term(reservation);
        let known = &mut reservation.known;
        if let (None, Some(plan)) = (&known.billing_plan, plan_by_days(transactions)) {
            known.billing_plan = Some(plan.to_owned());
            reservation.guess("billingPlan", "from the days that an invoice line charges for");
        }
        let bought = found.orders.get(&order).and_then(|(_, order)| order.quantity);
        price::complete(reservation, transactions, bought);
    }
}

/// The plan of a purchase. Cost files have frequencies that are none.
fn plan_of(purchase: &TransactionFact) -> Option<&String> {
    let plan = purchase.billing_plan.as_ref();
    plan.filter(|plan| matches!(plan.as_str(), UPFRONT | MONTHLY))
}

/// The plan that all purchases tell whose days tell any.
fn plan_by_days(transactions: &[&TransactionFact]) -> Option<&'static str> {
    let purchases = transactions.iter().filter(|fact| fact.event == EventKind::Purchase);
    let mut plans = purchases.filter_map(|fact| fact.plan_by_days);
    let first = plans.next()?;
    plans.all(|plan| plan == first).then_some(first)
}

/// Notes where a purchase is of another term or plan than a list says of the reservation.
fn contradict(reservation: &mut Reservation, purchase: &TransactionFact, place: Place) {
    let known = &reservation.known;
    let said = [
        ("term", known.term.as_ref(), purchase.term.as_ref()),
        ("billingPlan", known.billing_plan.as_ref(), plan_of(purchase)),
    ];
    let differ = said.into_iter().filter_map(|(field, kept, other)| {
        let (kept, other) = kept.zip(other)?;
        let (kept, other) = (kept.clone(), other.clone());
        (!kept.eq_ignore_ascii_case(&other)).then_some(Conflict {
            field,
            kept,
            other,
            place,
            is_within: false,
        })
    });
    let differ: Vec<_> = differ.collect();
    reservation.conflicts.extend(differ);
}

/// A list price is a guess: it is that of today, and not what the partner paid.
fn complete_from_prices(reservations: &mut [Reservation], prices: &[PriceFact]) {
    let key = |sku: &str, region: &str, term: &str| {
        format!("{sku}\u{1f}{region}\u{1f}{term}").to_lowercase()
    };
    let mut list: HashMap<String, Option<&PriceFact>> = HashMap::new();
    for price in prices {
        let slot = list.entry(key(&price.sku, &price.region, price.term)).or_insert(Some(price));
        // Two prices for one thing, such as in two currencies, are none.
        if slot.is_some_and(|known| known != price) {
            *slot = None;
        }
    }
    for reservation in reservations {
        let known = &mut reservation.known;
        if known.unit_price.is_some() {
            continue;
        }
        let (Some(sku), Some(region), Some(term)) = (&known.sku, &known.region, &known.term) else {
            continue;
        };
        let Some(Some(price)) = list.get(&key(sku, region, term)) else { continue };
        if known.currency.as_ref().is_some_and(|currency| *currency != price.currency) {
            continue;
        }
        known.unit_price = Some(price.unit_price);
        known.currency = Some(price.currency.clone());
        let reason = "the retail price of today, which is not what was paid";
        reservation.guess("unitPrice", reason);
        reservation.guess("currencyCode", reason);
    }
}

/// The kind of product of lists that do not say it, from the size or the description.
fn complete_resource_types(reservations: &mut [Reservation], found: &Found) {
    if reservations.iter().all(|reservation| reservation.known.resource_type.is_some()) {
        return;
    }
    let by_order = found.by_order();
    for reservation in reservations {
        if reservation.known.resource_type.is_some() {
            continue;
        }
        let transactions = reservation.known.order.as_ref().and_then(|order| by_order.get(order));
        let mut facts = transactions.into_iter().flatten();
        let is_described = facts.any(|fact| {
            fact.description.as_deref().is_some_and(|text| text.contains("Reserved VM Instance"))
        });
        let has_size =
            reservation.known.sku.as_deref().is_some_and(|sku| sku.starts_with("Standard_"));
        if is_described || has_size {
            reservation.known.resource_type = Some(ResourceType::VirtualMachines);
            reservation.guess(
                "reservedResourceType",
                "its size or description is one of virtual machines",
            );
        }
    }
}

fn name_customers(reservations: &mut [Reservation], found: &mut Found) {
    let names: HashMap<&Id, &String> = found
        .customers
        .iter()
        .filter_map(|known| Some((&known.tenant, known.name.as_ref()?)))
        .collect();
    let only = match found.customers.as_slice() {
        [only] => Some(only.clone()),
        _ => None,
    };
    for reservation in reservations.iter_mut() {
        match &mut reservation.known.customer {
            Some(customer) => {
                let name = customer.id.as_ref().and_then(|id| names.get(id));
                fill(&mut customer.name, name.map(|name| (*name).clone()));
            }
            None => {
                if let Some(only) = &only {
                    let customer =
                        CustomerFact { id: Some(only.tenant.clone()), name: only.name.clone() };
                    reservation.known.customer = Some(customer);
                    reservation.guess("customer", "the only customer in the files");
                }
            }
        }
    }
    // Customers that only other files name are customers as well.
    let mut tenants: HashSet<Id> =
        found.customers.iter().map(|known| known.tenant.clone()).collect();
    for reservation in reservations {
        if let Some(CustomerFact { id: Some(tenant), name }) = &reservation.known.customer
            && tenants.insert(tenant.clone())
        {
            found.customers.push(Customer { tenant: tenant.clone(), name: name.clone() });
        }
    }
}
