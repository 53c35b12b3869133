//! What the records know already of what the files are about, so that nobody is asked for it.
//!
//! A value from the records is not sent: what nobody states changes nothing. Whose a reservation is has to be said
//! all the same, and where a file names another customer than the records, somebody has to decide.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use calculator::{BillingPlan, Currency, ProvisioningState};
use portfolio::columns::{Block, Origin, Row, Unusable, split_blocks};
use portfolio::files::Field;
use portfolio::intake::tenant_of_name;

use crate::claims::Names;
use crate::fact::CustomerFact;
use crate::id::Id;
use crate::join::{Portfolio, by_order, complete_price, fill, is_of_order, of_orders_alone};
use crate::reservation::Reservation;

impl Portfolio {
    /// Completes what was joined by what the records know; `blocks` are those of all customers, as
    /// [`portfolio::columns::join_blocks`] puts them together. The demonstration knows nothing. The names of the
    /// customers that there are among the records are returned.
    ///
    /// # Errors
    /// What is no text of blocks; nothing was completed.
    pub fn learn(&mut self, blocks: &[u8]) -> Result<Vec<String>, Unusable> {
        let mut names = Names::default();
        for customer in &self.customers {
            names.add(Some(&customer.tenant), customer.name.as_deref());
        }
        let ids = self.reservations.iter().filter_map(|it| it.known.id.as_ref());
        let ids: HashSet<&str> = ids.map(Id::as_str).collect();
        let listed = self.reservations.iter().filter_map(|it| it.known.order.as_ref());
        let booked = self.transactions.iter().filter_map(|(_, fact)| fact.order.as_ref());
        let orders: HashSet<&str> = listed.chain(booked).map(Id::as_str).collect();
        let mut known = Known::default();
        let mut customer_names = Vec::new();
        for block in split_blocks(blocks)? {
            // What cannot be read is named elsewhere, and nothing is known of it.
            let Ok(block) = Block::decode(block) else { continue };
            if block.origin == Origin::Demonstration {
                continue;
            }
            let customer = customer_of(&block);
            names.add(customer.id.as_ref(), customer.name.as_deref());
            customer_names.extend(customer.label());
            known.customers.push(customer);
            let place = known.customers.len() - 1;
            for row in block.rows {
                known.add(place, row, &ids, &orders);
            }
        }
        self.find_of_orders(&known);
        let by_order = by_order(&self.transactions);
        for reservation in &mut self.reservations {
            let of_order = reservation.known.order.as_ref();
            let of_order = of_order.and_then(|id| known.orders.get(id.as_str()));
            if let Some(of_order) = of_order {
                find_derived(reservation, of_order);
            }
            let own = reservation.known.id.as_ref().map(Id::as_str);
            let is_first = of_order.is_some_and(|it| Some(it.row.reservation_id.as_str()) == own);
            let own = own.and_then(|id| known.reservations.get(id));
            let own = own.or(of_order.filter(|_| is_first));
            let Some(Recorded { customer, row, .. }) = own.or(of_order) else { continue };
            take_customer(reservation, &known.customers[*customer], &names);
            if reservation.known.succession.is_none() {
                fill(&mut reservation.known.order, Id::bare(&row.order_id));
                let order = reservation.known.order.as_ref();
                let transactions = order.and_then(|order| by_order.get(order)).cloned();
                take(reservation, row, own.is_some(), &|reservation| {
                    if let Some(transactions) = &transactions {
                        complete_price(reservation, transactions);
                    }
                });
            }
        }
        for (_, fact) in &self.transactions {
            if let Some(order) = &fact.order
                && let Some(recorded) = known.orders.get(order.as_str())
            {
                self.owners.insert(order.clone(), known.customers[recorded.customer].clone());
            }
        }
        Ok(customer_names)
    }

    /// A row that names only its order is about the one reservation that the records have of it. Of several it may be
    /// any, and that is told.
    fn find_of_orders(&mut self, known: &Known) {
        let mut counts: HashMap<Id, u32> = HashMap::new();
        for order in self.reservations.iter().filter_map(|it| it.known.order.as_ref()) {
            *counts.entry(order.clone()).or_default() += 1;
        }
        let mut open = BTreeSet::new();
        for reservation in &mut self.reservations {
            let is_derived = reservation.is_guessed(Field::Quantity);
            let is_gone = reservation.known.succession.is_some();
            if is_derived || is_gone || !is_of_order(&reservation.known) {
                continue;
            }
            let Some(order) = &reservation.known.order else { continue };
            let Some(holders) = known.holders.get(order.as_str()) else { continue };
            // What other rows say of the order is told already.
            if counts.get(order) != Some(&1) {
                continue;
            }
            let only = holders.first_key_value().filter(|_| holders.len() == 1);
            match only {
                Some((only, has_ended)) if *has_ended == reservation.known.has_ended_state() => {
                    reservation.known.id = Id::bare(only);
                }
                _ => {
                    open.insert(order.clone());
                }
            }
        }
        if !open.is_empty() {
            self.notes.push(format!("{} {}", open.len(), of_orders_alone(&open)));
        }
    }
}

/// The rows of the records that matter, with the place of their customer.
#[derive(Default)]
struct Known {
    customers: Vec<CustomerFact>,
    reservations: HashMap<String, Recorded>,
    /// The first reservation of each order.
    orders: HashMap<String, Recorded>,
    /// The reservations of each order whose units others do not hold, and whether each has ended.
    holders: HashMap<String, BTreeMap<String, bool>>,
}

/// A row of the records.
#[derive(Clone)]
struct Recorded {
    /// The place of its customer.
    customer: usize,
    row: Row,
    /// Whether its order has others.
    has_siblings: bool,
}

impl Known {
    fn add(&mut self, customer: usize, row: Row, ids: &HashSet<&str>, orders: &HashSet<&str>) {
        if orders.contains(row.order_id.as_str()) {
            let is_gone =
                matches!(row.state, Some(ProvisioningState::Split | ProvisioningState::Merged));
            if !is_gone {
                let holders = self.holders.entry(row.order_id.clone()).or_default();
                let has_ended = row.state.as_ref().is_some_and(|state| state.phase().is_final());
                holders.insert(row.reservation_id.clone(), has_ended);
            }
            match self.orders.get_mut(&row.order_id) {
                Some(first) => first.has_siblings = true,
                None => {
                    let recorded = Recorded { customer, row: row.clone(), has_siblings: false };
                    self.orders.insert(row.order_id.clone(), recorded);
                }
            }
        }
        if ids.contains(row.reservation_id.as_str()) {
            let recorded = Recorded { customer, has_siblings: false, row };
            self.reservations.insert(recorded.row.reservation_id.clone(), recorded);
        }
    }
}

/// A reservation that was only concluded from what was bought is the one that the records have of the order. Of
/// several nobody can say how many units of each are left.
fn find_derived(reservation: &mut Reservation, of_order: &Recorded) {
    let is_derived = reservation.known.id.is_none() && reservation.is_guessed(Field::Quantity);
    if !is_derived {
        return;
    }
    reservation.known.id = Id::bare(&of_order.row.reservation_id);
    if of_order.has_siblings {
        (reservation.known.quantity, reservation.known.state) = (None, None);
        reservation.known.display_name = None;
        let is_kept = |field: &str| !["quantity", "state"].contains(&field);
        reservation.guesses.retain(|guess| is_kept(guess.field));
    }
}

/// The customer of a block. One that is known by its name only is named, so that it is the same one where a file
/// tells its tenant.
fn customer_of(block: &Block) -> CustomerFact {
    let name = (block.name != block.tenant_id).then(|| block.name.clone());
    let is_by_name = name.as_deref().is_some_and(|name| tenant_of_name(name) == block.tenant_id);
    let id = if is_by_name { None } else { Id::bare(&block.tenant_id) };
    CustomerFact { id, name }
}

/// Takes the customer that the records have, unless a file states one. Where that is another one, it is theirs to say
/// who is looking.
fn take_customer(reservation: &mut Reservation, recorded: &CustomerFact, names: &Names) {
    let is_stated =
        reservation.known.customer.is_some() && !reservation.is_guessed(Field::Customer);
    if !is_stated {
        reservation.guesses.retain(|guess| guess.field != Field::Customer.as_str());
        reservation.known.customer = Some(recorded.clone());
        reservation.recorded.push(Field::Customer);
        return;
    }
    let own = reservation.known.customer.clone().unwrap_or_default();
    if reservation.claims.is_empty() && names.key(&own) == names.key(recorded) {
        return;
    }
    if reservation.claims.is_empty() {
        let at = reservation.customer_at();
        reservation.claim(&own, Some(at));
    }
    reservation.claim(recorded, None);
    reservation.settle_claims(names);
}

/// Takes what the record of a reservation, or of another one of its order, says beside whose it is.
fn take(
    reservation: &mut Reservation,
    row: &Row,
    is_own: bool,
    complete: &dyn Fn(&mut Reservation),
) {
    let currency = row.currency.map(|currency: Currency| currency.code().to_owned());
    let known = &mut reservation.known;
    let mut recorded = Vec::new();
    let mut note = |field: Field, is_there: bool, was_there: bool| {
        if is_there {
            recorded.push((field, was_there));
        }
    };
    note(Field::BillingPlan, row.billing_plan.is_some(), known.billing_plan.is_some());
    fill(
        &mut known.billing_plan,
        row.billing_plan.map(|plan: BillingPlan| plan.as_str().to_owned()),
    );
    note(Field::Term, row.term.is_some(), known.term.is_some());
    fill(&mut known.term, row.term.map(|term| term.to_string()));
    note(Field::PurchaseDate, row.purchase_date.is_some(), known.purchase_date.is_some());
    fill(&mut known.purchase_date, row.purchase_date);
    if is_own {
        note(Field::Quantity, row.quantity.is_some(), known.quantity.is_some());
        fill(&mut known.quantity, row.quantity);
        let is_known = row.resource_type.is_some();
        note(Field::ReservedResourceType, is_known, known.resource_type.is_some());
        fill(&mut known.resource_type, row.resource_type.clone());
    }
    // What the files charge for it is a price once the plan is known.
    complete(reservation);
    let known = &mut reservation.known;
    // A price in another currency is none of this one.
    note(Field::CurrencyCode, currency.is_some(), known.currency.is_some());
    if known.currency.is_none() || known.currency == currency {
        note(Field::UnitPrice, row.unit_price.is_some(), known.unit_price.is_some());
        fill(&mut known.unit_price, row.unit_price);
    }
    fill(&mut known.currency, currency);
    for (field, was_there) in recorded {
        // A file states it, which is what counts; what it only leads to is not asked about any more.
        if !was_there || reservation.is_guessed(field) {
            reservation.recorded.push(field);
        }
    }
}
