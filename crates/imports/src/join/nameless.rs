//! Rows without any id that two exports have alike.
//!
//! Two rows of one file are two reservations, even if nothing tells them apart; in another file they are the same two.

use std::collections::HashMap;

use calculator::ResourceType;
use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::fact::{CustomerFact, ReservationFact};

/// What two rows of the same reservation have in common: all that does not change from one export to the next.
#[derive(PartialEq, Eq, Hash)]
struct Alike {
    name: String,
    customer: Option<CustomerFact>,
    product: [Option<String>; 3],
    resource_type: Option<ResourceType>,
    quantity: Option<u32>,
    days: [Option<NaiveDate>; 2],
    state: Option<String>,
    price: (Option<Decimal>, Option<String>, Option<String>),
}

impl Alike {
    /// Nothing where a row says too little to be known again, or names its order, by which others join it.
    fn of(fact: &ReservationFact) -> Option<Self> {
        let days = [fact.purchase_date, fact.expiry_date];
        if fact.order.is_some() || days == [None, None] {
            return None;
        }
        Some(Self {
            name: fact.display_name.clone()?,
            customer: fact.customer.clone(),
            product: [fact.sku.clone(), fact.region.clone(), fact.term.clone()],
            resource_type: fact.resource_type.clone(),
            quantity: fact.quantity,
            days,
            state: fact.state.clone(),
            price: (fact.unit_price, fact.currency.clone(), fact.billing_plan.clone()),
        })
    }
}

/// What hardly changes of a reservation: its name, its product and its days, as far as a row says them.
#[derive(PartialEq, Eq, Hash)]
struct Core {
    name: Option<String>,
    product: Option<String>,
    days: [Option<NaiveDate>; 2],
}

impl Core {
    fn of(fact: &ReservationFact) -> Self {
        Self {
            name: fact.display_name.clone(),
            product: fact.sku.clone(),
            days: [fact.purchase_date, fact.expiry_date],
        }
    }
}

/// The places of such reservations, and how many rows of each file tell of them.
#[derive(Default)]
pub(super) struct Nameless {
    alike: HashMap<Alike, OfAlike>,
    /// The file that was first to name such a reservation.
    first: HashMap<Core, usize>,
    /// Rows that stay reservations of their own, although another file has one of the same name, product and days.
    pub(super) similar: usize,
}

#[derive(Default)]
struct OfAlike {
    places: Vec<usize>,
    /// How many rows of which file were seen.
    seen: HashMap<usize, usize>,
}

impl Nameless {
    /// Where the reservation of a row stands already; else it is noted to stand at `next`.
    pub(super) fn earlier(
        &mut self,
        file: usize,
        fact: &ReservationFact,
        next: usize,
    ) -> Option<usize> {
        if fact.order.is_some() {
            return None;
        }
        let is_similar = *self.first.entry(Core::of(fact)).or_insert(file) != file;
        let Some(alike) = Alike::of(fact) else {
            self.similar += usize::from(is_similar);
            return None;
        };
        let alike = self.alike.entry(alike).or_default();
        // Of equal rows there are as many as the file with the most of them has.
        self.similar += usize::from(is_similar && alike.places.is_empty());
        let seen = alike.seen.entry(file).or_default();
        *seen += 1;
        match alike.places.get(*seen - 1) {
            Some(known) => Some(*known),
            None => {
                alike.places.push(next);
                None
            }
        }
    }
}
