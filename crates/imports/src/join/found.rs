//! What all files say, by what it is about.

use std::collections::HashMap;

use chrono::NaiveDate;
use portfolio::intake::BookingDocument;
use rust_decimal::Decimal;

use crate::fact::{
    CustomerFact, EventKind, Fact, OrderFact, PriceFact, ReservationFact, TransactionFact,
    UsageFact,
};
use crate::id::Id;
use crate::reservation::{Customer, Place};

/// The facts of all files by what they are about.
#[derive(Default)]
pub(super) struct Found {
    pub(super) reservations: Vec<(Place, ReservationFact)>,
    pub(super) orders: HashMap<Id, (Place, OrderFact)>,
    /// The order of [`Found::orders`] as it was read.
    pub(super) order_ids: Vec<Id>,
    pub(super) transactions: Vec<(Place, TransactionFact)>,
    /// Of which reservations the same transaction stands in which file. Two rows of one file are
    /// two transactions, even if nothing tells them apart; in another file they are the same two.
    seen: HashMap<Identity, HashMap<usize, Vec<Option<Id>>>>,
    /// How many transactions stand in an earlier file as well.
    pub(super) repeated: usize,
    pub(super) customers: Vec<Customer>,
    pub(super) prices: Vec<PriceFact>,
    pub(super) usage: Vec<(Place, UsageFact)>,
}

/// What two exports of one kind have in common about the same transaction; no field of it is an id. Another kind of
/// document says something of its own about the same money.
type Identity = (
    BookingDocument,
    Option<Id>,
    EventKind,
    Option<NaiveDate>,
    Option<Decimal>,
    Option<String>,
    Option<u32>,
);

impl Found {
    pub(super) fn add(&mut self, place: Place, fact: Fact) {
        match fact {
            Fact::Reservation(fact) => self.reservations.push((place, *fact)),
            Fact::Order(fact) => self.add_order(place, *fact),
            Fact::Transaction(fact) => self.add_transaction(place, *fact),
            Fact::Customer(CustomerFact { id: Some(tenant), name }) => {
                match self.customers.iter_mut().find(|known| known.tenant == tenant) {
                    Some(known) => known.name = known.name.take().or(name),
                    None => self.customers.push(Customer { tenant, name }),
                }
            }
            Fact::Customer(_) => {}
            Fact::Price(fact) => self.prices.push(*fact),
            Fact::Usage(fact) => self.usage.push((place, *fact)),
        }
    }

    fn add_order(&mut self, place: Place, fact: OrderFact) {
        if let Some((_, known)) = self.orders.get_mut(&fact.id) {
            // Another customer than that of the first row is not taken; its reservations tell whose they are.
            fill(&mut known.customer, fact.customer);
            fill(&mut known.quantity, fact.quantity);
            fill(&mut known.term, fact.term);
            fill(&mut known.purchase_date, fact.purchase_date);
            fill(&mut known.expiry_date, fact.expiry_date);
            fill(&mut known.billing_plan, fact.billing_plan);
            fill(&mut known.price, fact.price);
            known.reservations.extend(fact.reservations);
            known.reservations.sort();
            known.reservations.dedup();
            return;
        }
        self.order_ids.push(fact.id.clone());
        self.orders.insert(fact.id.clone(), (place, fact));
    }

    fn add_transaction(&mut self, place: Place, fact: TransactionFact) {
        let identity = (
            fact.document,
            fact.order.clone(),
            fact.event.clone(),
            fact.date,
            fact.amount,
            fact.currency.clone(),
            fact.quantity,
        );
        // Without the day, which may be asked yet, two of the same amount need not be the same.
        if fact.date.is_none() {
            self.transactions.push((place, fact));
            return;
        }
        let seen = self.seen.entry(identity).or_default();
        // One that names no reservation may be that of any.
        let is_it = |other: &&Option<Id>| {
            other.as_ref().zip(fact.reservation.as_ref()).is_none_or(|(other, own)| other == own)
        };
        let count = |of: &Vec<Option<Id>>| of.iter().filter(is_it).count();
        let elsewhere = seen.iter().filter(|(file, _)| **file != place.file);
        let elsewhere = elsewhere.map(|(_, of)| count(of)).max().unwrap_or(0);
        let here = seen.get(&place.file).map_or(0, count) + 1;
        seen.entry(place.file).or_default().push(fact.reservation.clone());
        if here > elsewhere {
            self.transactions.push((place, fact));
        } else {
            self.repeated += 1;
        }
    }

    /// Transactions of each order.
    pub(super) fn by_order(&self) -> HashMap<&Id, Vec<&TransactionFact>> {
        by_order(&self.transactions)
    }
}

/// Transactions of each order.
pub(crate) fn by_order(
    transactions: &[(Place, TransactionFact)],
) -> HashMap<&Id, Vec<&TransactionFact>> {
    let mut by_order: HashMap<&Id, Vec<&TransactionFact>> = HashMap::new();
    for (_, fact) in transactions {
        if let Some(order) = &fact.order {
            by_order.entry(order).or_default().push(fact);
        }
    }
    by_order
}

pub(crate) fn fill<T>(slot: &mut Option<T>, value: Option<T>) {
    if slot.is_none() {
        *slot = value;
    }
}
