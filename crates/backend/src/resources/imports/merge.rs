//! From what is stated of a customer to its records: what is new, what changes, and what stays although the
//! import says something else. The preview and the commit are this one function.
//!
//! Invariant: the same import twice changes nothing, and what is not stated changes nothing.

mod bookings;
mod decide;
mod same;
mod write;

use std::collections::{BTreeMap, BTreeSet};

use calculator::Currency;
use chrono::{DateTime, Utc};
use portfolio::guid::guid_of;
use portfolio::import::{Counts, FieldChange, Kept, RecordChange, Subject, Tally};
use portfolio::intake::{CustomerIntake, Guess, ReservationIntake, folded};

use crate::records::customer::KnownBy;
use crate::records::incomplete::IncompleteReservation;
use crate::records::store::map_of;
use crate::records::{Customer, Document, Order, RecordError, Records, Reservation, partner};

/// What a merge has done to the records of a customer.
#[derive(Default)]
pub(crate) struct Merged {
    pub(crate) counts: Counts,
    /// In the order of the customer, its bookings and its reservations.
    pub(crate) rows: Vec<RecordChange>,
}

impl Merged {
    /// Tells that a reservation is left out because another customer, `owner`, has it.
    pub(crate) fn add_stranger(
        &mut self,
        tenant_id: &str,
        customer_name: &str,
        facts: ReservationIntake,
        owner: &str,
    ) {
        let change = changed("customer", Some(owner), Some(customer_name));
        let id = facts.id.unwrap_or_default();
        self.add(RecordChange {
            id: format!("{tenant_id}/other/{id}"),
            customer_id: tenant_id.to_owned(),
            customer_name: customer_name.to_owned(),
            subject: Subject::Reservation,
            name: facts.display_name.unwrap_or(id),
            is_new: false,
            fields: vec![FieldChange { kept: Some(Kept::Contradicted), ..change }],
            missing: Vec::new(),
            source: facts.source,
        });
    }

    /// Counts a record, and keeps what there is to say about it.
    fn add(&mut self, row: RecordChange) {
        let is_kept = row.fields.iter().any(|field| field.kept.is_some());
        let changes = row.fields.iter().any(|field| field.kept.is_none());
        let tally = match row.subject {
            Subject::Customer => &mut self.counts.customers,
            Subject::Reservation => &mut self.counts.reservations,
            Subject::Booking => &mut self.counts.bookings,
        };
        match (row.is_new, changes) {
            (true, _) => tally.new += 1,
            (false, true) => tally.changed += 1,
            (false, false) => tally.unchanged += 1,
        }
        self.counts.kept += u32::from(is_kept && row.subject == Subject::Reservation);
        if row.is_new || !row.fields.is_empty() {
            self.rows.push(row);
        }
    }
}

/// Adds the numbers of one customer to those of all.
pub(crate) fn add(sum: &mut Counts, counts: &Counts) {
    let tally = |sum: &mut Tally, tally: &Tally| {
        sum.new += tally.new;
        sum.changed += tally.changed;
        sum.unchanged += tally.unchanged;
    };
    tally(&mut sum.customers, &counts.customers);
    tally(&mut sum.reservations, &counts.reservations);
    tally(&mut sum.bookings, &counts.bookings);
    sum.incomplete += counts.incomplete;
    sum.kept += counts.kept;
    sum.without_usd += counts.without_usd;
    sum.same_returns += counts.same_returns;
    sum.maybe_same += counts.maybe_same;
}

/// Makes records of what is stated of the customer with this tenant.
///
/// # Errors
/// Fails when a stored document that it needs cannot be read.
pub(crate) fn merge(
    records: &mut Records,
    tenant_id: &str,
    intake: CustomerIntake,
    now: DateTime<Utc>,
) -> Result<Merged, RecordError> {
    merge_moved(records, tenant_id, intake, now, BTreeMap::new())
}

/// Makes records of what is stated of the customer with this tenant. `moved` are the reservations that were another
/// customer's until now, each with the name of that customer.
///
/// # Errors
/// Fails when a stored document that it needs cannot be read.
pub(crate) fn merge_moved(
    records: &mut Records,
    tenant_id: &str,
    intake: CustomerIntake,
    now: DateTime<Utc>,
    moved: BTreeMap<Ids, String>,
) -> Result<Merged, RecordError> {
    let CustomerIntake { tenant_id: stated, name, reservations, bookings } = intake;
    let mut customer = match records.get::<Customer>(Customer::ID)? {
        Some(customer) => customer,
        None => new_customer(tenant_id, stated.is_some()),
    };
    let is_new = records.ids_below(Customer::KIND, "").is_empty();
    let mut merge = Merge {
        records,
        tenant_id: tenant_id.to_owned(),
        customer_name: String::new(),
        now,
        said: BTreeMap::new(),
        heard: BTreeMap::new(),
        orders: BTreeSet::new(),
        moved,
        merged: Merged::default(),
    };
    let mut fields = Vec::new();
    // A name by which the customer was found says nothing new.
    let is_known = |name: &str| match stated {
        Some(_) => name == customer.display_name,
        None => folded(name) == folded(&customer.display_name),
    };
    if let Some(name) = name.filter(|name| !is_known(name)) {
        fields.push(changed("displayName", Some(&customer.display_name), Some(&name)));
        customer.display_name = name;
    }
    merge.customer_name.clone_from(&customer.display_name);
    merge.bookings(bookings)?;
    let mut named = Vec::new();
    for (ids, facts, others) in together(merge.identify(reservations)?) {
        merge.reservation(&ids, facts, others)?;
        named.push(ids);
    }
    merge.tell_moved();
    let currency = merge.finish_orders()?;
    merge.tell_missing(&named)?;
    customer.currency = customer.currency.or(currency);
    merge.records.put(Customer::ID, &customer);
    let fields = if is_new { Vec::new() } else { fields };
    let row = merge.row(Subject::Customer, tenant_id, &customer.display_name);
    let mut merged = merge.merged;
    merged.add(RecordChange { is_new, fields, ..row });
    // What a customer is comes before what it has.
    if merged.rows.last().is_some_and(|row| row.subject == Subject::Customer) {
        merged.rows.rotate_right(1);
    }
    Ok(merged)
}

fn new_customer(tenant_id: &str, is_tenant: bool) -> Customer {
    Customer {
        tenant_id: tenant_id.to_owned(),
        display_name: tenant_id.to_owned(),
        domain: String::new(),
        agreement_type: "CSP".to_owned(),
        billing_account: partner::BILLING_ACCOUNT.to_owned(),
        billing_profile: String::new(),
        currency: None,
        subscriptions: Vec::new(),
        management_groups: Vec::new(),
        known_by: if is_tenant { KnownBy::Tenant } else { KnownBy::Name },
    }
}

fn changed(field: &str, before: Option<&str>, after: Option<&str>) -> FieldChange {
    let [before, after] = [before, after].map(|value| value.map(str::to_owned));
    FieldChange { field: field.to_owned(), before, after, kept: None }
}

/// An import into the records of one customer.
struct Merge<'r> {
    records: &'r mut Records,
    tenant_id: String,
    customer_name: String,
    now: DateTime<Utc>,
    /// What the import has said so far of orders, by the id.
    said: BTreeMap<String, Said>,
    /// What the import says of each reservation that it could not make a record of at once.
    heard: BTreeMap<Ids, ReservationIntake>,
    /// The orders of which a record was made or changed, or more is known.
    orders: BTreeSet<String>,
    /// Who had the reservations until now that were another customer's.
    moved: BTreeMap<Ids, String>,
    merged: Merged,
}

/// Order and reservation.
pub(crate) type Ids = (String, String);

/// What is said of an order by each of its reservations.
const OF_ORDER: [&str; 6] =
    ["term", "purchaseDate", "expiryDate", "billingPlan", "unitPrice", "currencyCode"];

/// The value of each field of [`OF_ORDER`] and whether it is a guess: the first that was stated, else the first that
/// was guessed.
type Said = [Option<(String, bool)>; OF_ORDER.len()];

impl Merge<'_> {
    fn row(&self, subject: Subject, id: &str, name: &str) -> RecordChange {
        RecordChange {
            id: format!("{}/{id}", self.tenant_id),
            customer_id: self.tenant_id.clone(),
            customer_name: self.customer_name.clone(),
            subject,
            name: name.to_owned(),
            is_new: false,
            fields: Vec::new(),
            missing: Vec::new(),
            source: portfolio::intake::Source::default(),
        }
    }

    /// Gives every reservation its ids: those that it has, that of the order it is known to be of, or such
    /// as follow from what is stated. Equal ones are told apart by their number.
    fn identify(
        &self,
        reservations: Vec<ReservationIntake>,
    ) -> Result<Vec<(Ids, ReservationIntake)>, RecordError> {
        let mut known = BTreeMap::new();
        for kind in [IncompleteReservation::KIND, Reservation::KIND] {
            for (order, id) in
                self.records.ids_below(kind, "").iter().filter_map(|id| id.split_once('/'))
            {
                known.insert(id.to_owned(), order.to_owned());
            }
        }
        for facts in &reservations {
            if let (Some(id), Some(order)) = (&facts.id, &facts.order_id) {
                known.entry(id.clone()).or_insert_with(|| order.clone());
            }
        }
        let mut counts: BTreeMap<String, u32> = BTreeMap::new();
        let identify = |facts: ReservationIntake| {
            let id = facts.id.clone().unwrap_or_else(|| {
                let what = ["displayName", "sku", "region", "term", "purchaseDate"];
                let what = what.map(|field| facts.fact(field).unwrap_or_default()).join("/");
                let order = facts.order_id.as_deref().unwrap_or_default();
                let content = format!("{}/{order}/{what}", self.tenant_id);
                let count = counts.entry(content.clone()).or_default();
                *count += 1;
                guid_of(&format!("reservation/{content}/{count}"))
            });
            let order = known.get(&id).cloned().or_else(|| facts.order_id.clone());
            let order = order.unwrap_or_else(|| guid_of(&format!("order/{id}")));
            ((order, id), facts)
        };
        Ok(reservations.into_iter().map(identify).collect())
    }

    /// Makes a record of a reservation, or keeps what is known of it until it can be one.
    fn reservation(
        &mut self,
        ids: &Ids,
        mut facts: ReservationIntake,
        others: Vec<FieldChange>,
    ) -> Result<(), RecordError> {
        let adopted = self.adopt(ids, &facts)?;
        let before = self.before(ids)?;
        if decide::is_less(&before, &facts) {
            facts.state = None;
        }
        let mut state_kept = None;
        let mut after = before.facts.clone();
        after.id = Some(ids.1.clone());
        after.order_id = after.order_id.or_else(|| facts.order_id.clone());
        let mut fields: Vec<FieldChange> =
            adopted.iter().map(|made| changed("id", Some(made), Some(&ids.1))).collect();
        if let Some(before) = self.moved.remove(ids) {
            fields.push(changed("customer", Some(&before), Some(&self.customer_name)));
        }
        let mut heard = facts.clone();
        let said_of_order = self.said.entry(ids.0.clone()).or_default();
        for field in ReservationIntake::FIELDS {
            let Some(value) = facts.fact(field) else { continue };
            let is_guess = facts.guess(field).is_some();
            let place = OF_ORDER.iter().position(|it| *it == field);
            let is_contradicted = place.is_some_and(|place| {
                let said = said_of_order[place].get_or_insert_with(|| (value.clone(), is_guess));
                if said.1 && !is_guess {
                    *said = (value.clone(), false);
                }
                said.0 != value
            });
            let kept = match decide::decide(&before, &facts, field, &value) {
                Some(None) if is_contradicted => Some(Kept::Contradicted),
                // What has become of it goes with its state.
                Some(None) if field == "succession" => state_kept,
                Some(kept) => kept,
                None => {
                    confirm(&mut after.guesses, field, is_guess);
                    continue;
                }
            };
            if field == "state" {
                state_kept = kept;
            }
            if matches!(kept, Some(Kept::Contradicted | Kept::Stated)) {
                heard.state_fact(field, None);
            }
            // Of a new record only what it does not become is told.
            if kept.is_some() || !before.is_new {
                let change = changed(field, before.facts.fact(field).as_deref(), Some(&value));
                fields.push(FieldChange { kept, ..change });
            }
            if kept.is_none() {
                after.guesses.retain(|guess| guess.field != field);
                after.guesses.extend(facts.guess(field).cloned());
                after.state_fact(field, Some(value));
            }
        }
        fields.extend(others);
        if before.is_new || fields.iter().any(|field| field.kept.is_none()) {
            after.source = facts.source.clone();
        }
        let missing = self.write(ids, &before, after, &heard)?;
        if !missing.is_empty() {
            self.heard.insert(ids.clone(), heard);
        }
        let name = facts.display_name.as_ref().or(before.facts.display_name.as_ref());
        let name = name.unwrap_or(&ids.1).clone();
        let row = self.row(Subject::Reservation, &format!("{}/{}", ids.0, ids.1), &name);
        if before.is_new {
            fields.retain(|field| field.kept.is_some());
        }
        let missing = missing.into_iter().map(str::to_owned).collect();
        let source = facts.source;
        self.merged.add(RecordChange { is_new: before.is_new, fields, missing, source, ..row });
        Ok(())
    }

    /// Tells of reservations that come with an order of which the import names others.
    fn tell_moved(&mut self) {
        for (ids, before) in std::mem::take(&mut self.moved) {
            let found = Reservation::find(self.records, &ids.0, &ids.1);
            let name = found.map_or_else(|_| ids.1.clone(), |(_, it)| it.display_name);
            let row = self.row(Subject::Reservation, &format!("{}/{}", ids.0, ids.1), &name);
            let fields = vec![changed("customer", Some(&before), Some(&self.customer_name))];
            self.merged.add(RecordChange { fields, ..row });
        }
    }

    /// Says what is missing when all is written.
    fn tell_missing(&mut self, named: &[Ids]) -> Result<(), RecordError> {
        let rows = self.merged.rows.iter().enumerate();
        let places = map_of(rows.map(|(place, row)| (row.id.clone(), place)));
        for (order, id) in named {
            let known = self.records.get(&Reservation::document_id(order, id))?;
            let facts = known.map(|IncompleteReservation(facts)| facts);
            let is_held =
                facts.as_ref().is_some_and(|it| !it.provisioning_state().phase().is_final());
            self.merged.counts.incomplete += u32::from(is_held);
            let row_id = format!("{}/{order}/{id}", self.tenant_id);
            if let Some(place) = places.get(&row_id) {
                let row = &mut self.merged.rows[*place];
                let missing = facts.map(|facts| facts.missing()).unwrap_or_default();
                row.missing = missing.into_iter().map(str::to_owned).collect();
            }
        }
        Ok(())
    }

    /// The orders of all that was written get the units and the state that follow from their reservations.
    /// The currency of the first is returned.
    fn finish_orders(&mut self) -> Result<Option<Currency>, RecordError> {
        let mut currency = None;
        for id in std::mem::take(&mut self.orders) {
            // What the order says is what others of its reservations were waiting for; the first that was
            // may make the order, which says more to those before it.
            let was_there = self.records.text(&format!("{}/{id}", Order::KIND)).is_some();
            let rounds = if was_there { 1 } else { 2 };
            for _ in 0..rounds {
                for ids in self.waiting(&id) {
                    let before = self.before(&ids)?;
                    let heard = self.heard.get(&ids).cloned().unwrap_or_default();
                    self.write(&ids, &before, before.facts.clone(), &heard)?;
                }
            }
            let Some(mut order) = self.records.get::<Order>(&id)? else { continue };
            currency = currency.or(Some(order.currency));
            write::finish(self.records, &id, &mut order)?;
        }
        Ok(currency)
    }
}

/// What is said of one reservation in several places: the first that says something counts, and what others
/// say differently is told.
fn together(
    rows: Vec<(Ids, ReservationIntake)>,
) -> Vec<(Ids, ReservationIntake, Vec<FieldChange>)> {
    let mut places: BTreeMap<Ids, usize> = BTreeMap::new();
    let mut all: Vec<(Ids, ReservationIntake, Vec<FieldChange>)> = Vec::new();
    for (ids, facts) in rows {
        let facts = decide::normal(facts);
        let Some((_, first, others)) = places.get(&ids).and_then(|place| all.get_mut(*place))
        else {
            places.insert(ids.clone(), all.len());
            all.push((ids, facts, Vec::new()));
            continue;
        };
        let has_state = first.state.is_some();
        for field in ReservationIntake::FIELDS {
            let (known, value) = (first.fact(field), facts.fact(field));
            if value.is_none() || known == value {
                continue;
            }
            if known.is_some() || has_state && field == "succession" {
                let change = changed(field, known.as_deref(), value.as_deref());
                others.push(FieldChange { kept: Some(Kept::Contradicted), ..change });
            } else {
                first.state_fact(field, value);
                first.guesses.extend(facts.guess(field).cloned());
            }
        }
    }
    all
}

/// What was guessed and is now stated is no guess any more.
fn confirm(guesses: &mut Vec<Guess>, field: &str, is_guess: bool) {
    if !is_guess {
        guesses.retain(|guess| guess.field != field);
    }
}

#[cfg(test)]
mod tests;
