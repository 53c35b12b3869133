//! From facts to the documents that hold them, and back.

use azure::InstanceFlexibility;
use calculator::{BillingPlan, Currency, ProvisioningState, ResourceType, Term, parse_decimal};
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use portfolio::intake::{EXCHANGED, Guess, ReservationIntake, Source};

use super::bookings::BOOKED_AFTER;
use super::decide::Before;
use super::{Ids, Merge, OF_ORDER};
use crate::records::booking::Booking;
use crate::records::holding::holding;
use crate::records::incomplete::IncompleteReservation;
use crate::records::order::Returned;
use crate::records::reservation::{ExchangeEnd, Links, Origin, Scope, Stated};
use crate::records::usage::{Course, Usage};
use crate::records::{Document, Order, RecordError, Records, Reservation, wire};

impl Merge<'_> {
    /// What is known of a reservation and of its order.
    pub(super) fn before(&self, (order_id, id): &Ids) -> Result<Before, RecordError> {
        let document = Reservation::document_id(order_id, id);
        let order: Option<Order> = self.records.get(order_id)?;
        let reservation: Option<Reservation> = self.records.get(&document)?;
        let known: Option<IncompleteReservation> = self.records.get(&document)?;
        let is_new = reservation.is_none() && known.is_none();
        let is_record = reservation.is_some();
        let mut facts = known.map(|IncompleteReservation(facts)| facts).unwrap_or_default();
        let mut stated = None;
        if let Some(reservation) = reservation {
            (facts, stated) = of_reservation(reservation);
        }
        if let Some(order) = &order {
            of_order(order, &mut facts);
        } else if is_new && let Some((_, sibling)) = self.waiting(order_id).first() {
            let sibling = Reservation::document_id(order_id, sibling);
            if let Some(IncompleteReservation(sibling)) = self.records.get(&sibling)? {
                share(&sibling, &mut facts);
            }
        }
        Ok(Before { facts, stated, is_record, is_new })
    }

    /// Stores what is known of a reservation: as a record where nothing is missing. What is missing is
    /// returned.
    pub(super) fn write(
        &mut self,
        ids: &Ids,
        before: &Before,
        facts: ReservationIntake,
        said: &ReservationIntake,
    ) -> Result<Vec<&'static str>, RecordError> {
        let (order_id, id) = ids;
        let document = Reservation::document_id(order_id, id);
        let missing = facts.missing();
        if missing.is_empty() && is_written(before, &facts, said) {
            self.orders.insert(order_id.clone());
            return Ok(missing);
        }
        let Some(mut order) = self.order(order_id, before, &facts)? else {
            self.write_order(order_id, before, &facts)?;
            let mut facts = facts;
            match self.records.get::<Order>(order_id)? {
                Some(order) => of_order(&order, &mut facts),
                None => self.share(ids, before, &facts)?,
            }
            self.records.put(&document, &IncompleteReservation(facts));
            return Ok(missing);
        };
        let known: Option<Reservation> = self.records.get(&document)?;
        let mut reservation = known.clone().unwrap_or_else(|| empty(&facts, id, &order));
        let stated = stated(&reservation, before, said);
        fill(&mut reservation, before, &facts);
        if reservation.ended_on.is_none() && reservation.state == ProvisioningState::Cancelled {
            reservation.ended_on = self.returned_on(ids, reservation.quantity);
        }
        reservation.origin =
            Some(Origin { source: facts.source.clone(), guesses: guesses(&facts, false), stated });
        let full_id = wire::reservation_id(order_id, id);
        // What cannot be calculated with is no record; the doors have seen to it that there is none.
        holding(&full_id, &order, &reservation, self.now)?;
        let is_seen =
            |reservation: &Reservation| Reservation { origin: None, ..reservation.clone() };
        match known {
            Some(known) if known == reservation => {}
            Some(known) if is_seen(&known) == is_seen(&reservation) => {
                self.records.put(&document, &reservation);
            }
            _ => {
                if known.is_none() && order.etag == 0 {
                    order.display_name.clone_from(&reservation.display_name);
                }
                reservation.save(self.records, order_id, id, self.now)?;
            }
        }
        self.records.remove::<IncompleteReservation>(&document);
        if self.records.get::<Order>(order_id)?.as_ref() != Some(&order) {
            order.etag += 1;
            self.records.put(order_id, &order);
        }
        self.orders.insert(order_id.clone());
        Ok(missing)
    }

    /// The reservations of an order that are no records yet.
    pub(super) fn waiting(&self, order_id: &str) -> Vec<Ids> {
        let ids = self.records.ids_below(IncompleteReservation::KIND, &format!("{order_id}/"));
        let ids = ids.iter().filter_map(|id| id.split_once('/'));
        ids.map(|(order, id)| (order.to_owned(), id.to_owned())).collect()
    }

    /// What is known of an order that is not there yet is known to each of its reservations.
    fn share(
        &mut self,
        ids: &Ids,
        before: &Before,
        facts: &ReservationIntake,
    ) -> Result<(), RecordError> {
        let mut same = before.facts.clone();
        share(facts, &mut same);
        if same == before.facts {
            return Ok(());
        }
        for (order_id, id) in self.waiting(&ids.0).iter().filter(|other| *other != ids) {
            let document = Reservation::document_id(order_id, id);
            if let Some(IncompleteReservation(mut other)) = self.records.get(&document)? {
                share(facts, &mut other);
                self.records.put(&document, &IncompleteReservation(other));
            }
        }
        self.orders.insert(ids.0.clone());
        Ok(())
    }

    /// Changes the order of a reservation that is no record yet, if there is one.
    fn write_order(
        &mut self,
        id: &str,
        before: &Before,
        facts: &ReservationIntake,
    ) -> Result<(), RecordError> {
        let Some(known) = self.records.get::<Order>(id)? else { return Ok(()) };
        let of_order = ReservationIntake {
            quantity: Some(1),
            reserved_resource_type: Some(String::new()),
            ..facts.clone()
        };
        if let Some(mut order) = self.order(id, before, &of_order)?.filter(|it| *it != known) {
            order.etag += 1;
            self.records.put(id, &order);
            self.orders.insert(id.to_owned());
        }
        Ok(())
    }

    /// The order with these facts, if they are all there.
    fn order(
        &self,
        id: &str,
        before: &Before,
        facts: &ReservationIntake,
    ) -> Result<Option<Order>, RecordError> {
        let Some(bought) = Bought::of(facts) else { return Ok(None) };
        let known: Option<Order> = self.records.get(id)?;
        let mut order = known.unwrap_or_else(|| Order {
            display_name: String::new(),
            purchased_at: bought.on.and_time(NaiveTime::MIN).and_utc(),
            term: bought.term,
            billing_plan: bought.plan,
            original_quantity: bought.quantity,
            currency: bought.currency,
            unit_price: bought.unit_price,
            state: ProvisioningState::Succeeded,
            returned: Vec::new(),
            expires_on: None,
            guesses: Vec::new(),
            etag: 0,
        });
        if order.purchase_date() != bought.on {
            order.purchased_at = bought.on.and_time(NaiveTime::MIN).and_utc();
        }
        order.guesses = guesses(facts, true);
        order.term = bought.term;
        order.billing_plan = bought.plan;
        order.currency = bought.currency;
        if order.unit_price != bought.unit_price {
            order.unit_price = bought.unit_price;
        }
        // What followed from the term follows from it again.
        let is_stated = order.etag == 0 || facts.expiry_date != before.facts.expiry_date;
        let expiry = if is_stated { bought.expiry } else { order.expires_on };
        order.expires_on = None;
        order.expires_on = expiry.filter(|day| *day != order.expires_at().date_naive());
        Ok(Some(order))
    }

    /// The day on which a file says that the units were returned.
    fn returned_on(&self, (order_id, id): &Ids, quantity: u32) -> Option<NaiveDate> {
        let bookings = self.records.all::<Booking>().into_iter().map(|(_, booking)| booking);
        let is_of = |booking: &Booking| match &booking.stated.reservation_id {
            Some(reservation) => reservation == id,
            None => {
                booking.stated.order_id.as_ref() == Some(order_id)
                    && booking.stated.quantity == Some(quantity)
            }
        };
        bookings.filter(|booking| booking.is_return() && is_of(booking)).map(|it| it.day()).min()
    }

    /// What was split or returned here has an id that no file knows. When a file names the same units of
    /// the order, they are the same. Its id until now is returned.
    pub(super) fn adopt(
        &mut self,
        ids: &Ids,
        facts: &ReservationIntake,
    ) -> Result<Option<String>, RecordError> {
        let (order_id, id) = ids;
        let document = Reservation::document_id(order_id, id);
        let is_known = [Reservation::KIND, IncompleteReservation::KIND]
            .iter()
            .any(|kind| self.records.text(&format!("{kind}/{document}")).is_some());
        let Some(quantity) = facts.quantity.filter(|_| !is_known) else { return Ok(None) };
        let is_final = facts.provisioning_state().phase().is_final();
        let is_it = |it: &Reservation| {
            let is_part = it.links.split_source.is_some() || !it.links.merge_sources.is_empty();
            it.origin.is_none()
                && is_part
                && it.quantity == quantity
                && !it.state.phase().is_pending()
                && it.state.phase().is_final() == is_final
        };
        let all = Reservation::of_order(self.records, order_id);
        let Some((made, mut part)) = all.iter().find(|(_, it)| is_it(it)).cloned() else {
            return Ok(None);
        };
        let [from, to] = [&made, id].map(|id| wire::reservation_id(order_id, id));
        self.records.remove::<Reservation>(&Reservation::document_id(order_id, &made));
        part.origin = Some(Origin {
            source: Source::default(),
            guesses: Vec::new(),
            stated: stated_of(&part),
        });
        self.records.put(&document, &part);
        for (other, mut reservation) in all.into_iter().filter(|(other, _)| *other != made) {
            if reservation.links.rename(&from, &to) {
                self.records.put(&Reservation::document_id(order_id, &other), &reservation);
            }
        }
        Ok(Some(made))
    }
}

/// What is known of a purchase.
struct Bought {
    on: NaiveDate,
    expiry: Option<NaiveDate>,
    term: Term,
    plan: BillingPlan,
    quantity: u32,
    currency: Currency,
    unit_price: rust_decimal::Decimal,
}

impl Bought {
    /// `None` where something is missing.
    fn of(facts: &ReservationIntake) -> Option<Self> {
        if !facts.missing().is_empty() {
            return None;
        }
        Some(Self {
            on: azure::parse_day(facts.purchase_date.as_deref()?)?,
            expiry: facts.expiry_date.as_deref().and_then(azure::parse_day),
            term: Term::parse(facts.term.as_deref()?).ok()?,
            plan: BillingPlan::parse(facts.billing_plan.as_deref()?).ok()?,
            quantity: facts.quantity?,
            currency: Currency::parse(facts.currency_code.as_deref()?).ok()?,
            unit_price: parse_decimal(facts.unit_price.as_deref()?).ok()?,
        })
    }
}

/// Whether all of this is in the record already, as it is of nearly all where a file comes again. The day on
/// which something was returned may come from another file.
fn is_written(before: &Before, facts: &ReservationIntake, said: &ReservationIntake) -> bool {
    if !before.is_record {
        return false;
    }
    // The ids are those of the record.
    let [id, order_id] = [&facts.id, &facts.order_id].map(Clone::clone);
    let known = ReservationIntake { id, order_id, ..before.facts.clone() };
    let is_stated = |last: &Stated| stated_after(last.clone(), said) == *last;
    known == *facts
        && before.stated.as_ref().is_some_and(is_stated)
        && facts.provisioning_state() != ProvisioningState::Cancelled
}

/// What an import says that could be changed here later: what it says now, else what one said before.
fn stated(now: &Reservation, before: &Before, said: &ReservationIntake) -> Stated {
    stated_after(before.stated.clone().unwrap_or_else(|| stated_of(now)), said)
}

fn stated_after(last: Stated, said: &ReservationIntake) -> Stated {
    Stated {
        name: said.display_name.clone().unwrap_or(last.name),
        quantity: said.quantity.unwrap_or(last.quantity),
        state: said.state.as_deref().map_or(last.state, ProvisioningState::parse),
    }
}

fn stated_of(reservation: &Reservation) -> Stated {
    Stated {
        name: reservation.display_name.clone(),
        quantity: reservation.quantity,
        state: reservation.state.clone(),
    }
}

/// A record in which nothing is stated.
fn empty(facts: &ReservationIntake, id: &str, order: &Order) -> Reservation {
    Reservation {
        display_name: facts.display_name.clone().unwrap_or_else(|| id.to_owned()),
        resource_type: ResourceType::parse(
            facts.reserved_resource_type.as_deref().unwrap_or_default(),
        ),
        sku_name: String::new(),
        sku_description: String::new(),
        location: String::new(),
        quantity: facts.quantity.unwrap_or_default(),
        state: facts.provisioning_state(),
        scope: Scope::Unknown,
        renew: false,
        renewal: None,
        archived: false,
        instance_flexibility: None::<InstanceFlexibility>,
        billing_scope_id: String::new(),
        updated_at: order.purchased_at,
        review_at: None,
        ended_on: None,
        exchange: None,
        links: Links::default(),
        usage: Usage { course: Course::Unknown, percent: 0, seed: 0 },
        origin: None,
        sentinel: None,
        etag: 0,
    }
}

/// Writes the facts that differ from those before into the record.
fn fill(reservation: &mut Reservation, before: &Before, facts: &ReservationIntake) {
    let changed = |field: &str| {
        let value = facts.fact(field);
        value.filter(|value| {
            before.is_new || before.facts.fact(field).as_ref() != Some(value) || !before.is_record
        })
    };
    if let Some(name) = changed("displayName") {
        reservation.display_name = name;
    }
    if let Some(kind) = changed("reservedResourceType") {
        reservation.resource_type = ResourceType::parse(&kind);
    }
    if let Some(sku) = changed("sku") {
        reservation.sku_name = sku;
    }
    if let Some(region) = changed("region") {
        reservation.location = region;
    }
    if let Some(scope) = changed("billingScopeId") {
        reservation.billing_scope_id = scope;
    }
    if changed("quantity").is_some() {
        reservation.quantity = facts.quantity.unwrap_or(reservation.quantity);
    }
    if changed("state").is_some() {
        reservation.state = facts.provisioning_state();
    }
    if changed("succession").is_some_and(|word| word == EXCHANGED) {
        reservation.exchange = Some(ExchangeEnd::Exchanged);
    }
    if changed("used").is_some() {
        let course = if facts.used == Some(true) { Course::Used } else { Course::Unused };
        reservation.usage.course = course;
    }
}

/// What a record says, as facts, and what the last import said of it.
fn of_reservation(reservation: Reservation) -> (ReservationIntake, Option<Stated>) {
    let known = |text: String| (!text.is_empty()).then_some(text);
    let (source, guesses, stated) = match reservation.origin {
        Some(Origin { source, guesses, stated }) => (source, guesses, Some(stated)),
        None => (Source::default(), Vec::new(), None),
    };
    let succession = match (&reservation.state, reservation.exchange) {
        (ProvisioningState::Split | ProvisioningState::Merged, _) => {
            Some(reservation.state.as_str().to_owned())
        }
        (_, Some(ExchangeEnd::Exchanged)) => Some(EXCHANGED.to_owned()),
        _ => None,
    };
    let used = match reservation.usage.course {
        Course::Unknown => None,
        course => Some(course != Course::Unused),
    };
    let facts = ReservationIntake {
        source,
        guesses,
        display_name: Some(reservation.display_name),
        sku: known(reservation.sku_name),
        region: known(reservation.location),
        reserved_resource_type: Some(reservation.resource_type.to_string()),
        quantity: Some(reservation.quantity),
        state: Some(reservation.state.to_string()),
        succession,
        used,
        billing_scope_id: known(reservation.billing_scope_id),
        ..ReservationIntake::default()
    };
    (facts, stated)
}

/// What is guessed of the order, or of the reservation alone.
fn guesses(facts: &ReservationIntake, of_order: bool) -> Vec<Guess> {
    let is_meant = |guess: &&Guess| OF_ORDER.contains(&guess.field.as_str()) == of_order;
    facts.guesses.iter().filter(is_meant).cloned().collect()
}

/// Says of a reservation what another one of its order says of the order.
fn share(from: &ReservationIntake, to: &mut ReservationIntake) {
    for field in OF_ORDER {
        to.state_fact(field, from.fact(field));
    }
    to.guesses = guesses(to, false);
    to.guesses.extend(guesses(from, true));
}

/// Adds what an order says of each of its reservations.
fn of_order(order: &Order, facts: &mut ReservationIntake) {
    // A guess of one reservation is none any more where another one states the fact.
    facts.guesses = guesses(facts, false);
    facts.guesses.extend_from_slice(&order.guesses);
    facts.term = Some(order.term.to_string());
    facts.purchase_date = Some(order.purchase_date().to_string());
    facts.expiry_date = Some(order.expires_at().date_naive().to_string());
    facts.billing_plan = Some(order.billing_plan.as_str().to_owned());
    facts.unit_price = Some(order.unit_price.normalize().to_string());
    facts.currency_code = Some(order.currency.code().to_owned());
}

/// Stores an order with the units and the state that follow from its reservations.
///
/// # Errors
/// Fails when what is stored cannot be read.
pub(super) fn finish(
    records: &mut Records,
    id: &str,
    order: &mut Order,
) -> Result<(), RecordError> {
    let before = order.clone();
    let all = Reservation::of_order(records, id);
    // What was split or merged holds the same units under another id.
    let is_source = |it: &Reservation| {
        !matches!(it.state, ProvisioningState::Split | ProvisioningState::Merged)
    };
    let units: u64 =
        all.iter().filter(|(_, it)| is_source(it)).map(|(_, it)| u64::from(it.quantity)).sum();
    let units = u32::try_from(units).unwrap_or(u32::MAX);
    order.original_quantity = order.original_quantity.max(units);
    add_returns(order, &all);
    if !order.state.phase().is_pending() {
        let runs = all.iter().any(|(_, it)| it.state.phase().covers_its_term());
        order.state =
            if runs { ProvisioningState::Succeeded } else { ProvisioningState::Cancelled };
    }
    if *order != before {
        records.put(id, order);
    }
    Ok(())
}

/// Says on an order which of its units a file says were returned. Each return stands there once: one that was made here
/// is booked later, and two of as many units may be of one day.
fn add_returns(order: &mut Order, all: &[(String, Reservation)]) {
    let ended = all.iter().filter(|(_, it)| it.state == ProvisioningState::Cancelled);
    let mut told: Vec<(Returned, bool)> = ended
        .filter_map(|(_, it)| {
            Some((Returned { on: it.ended_on?, units: it.quantity }, it.origin.is_some()))
        })
        .collect();
    let mut known = order.returned.clone();
    for days_apart in [TimeDelta::zero(), BOOKED_AFTER] {
        told.retain(|(returned, _)| {
            let is_it = |it: &Returned| {
                it.units == returned.units && (it.on - returned.on).abs() <= days_apart
            };
            let place = known.iter().position(is_it);
            place.map(|place| known.remove(place)).is_none()
        });
    }
    let of_files = told.into_iter().filter(|(_, is_of_file)| *is_of_file);
    order.returned.extend(of_files.map(|(returned, _)| returned));
}
