//! Whose a reservation is, where more than one customer is named for it.
//!
//! One customer is named in several ways: by its tenant, by its name, by both. What remains several customers is a
//! contradiction that nobody but a person can decide.

use std::collections::HashMap;

use portfolio::intake::folded;

use crate::fact::CustomerFact;
use crate::id::Id;
use crate::reservation::{Conflict, NamedCustomer, Place, Reservation};

/// The customers that there are, so that a name and a tenant are seen to be the same.
#[derive(Debug, Default)]
pub(crate) struct Names {
    tenants: HashMap<String, Option<Id>>,
    names: HashMap<Id, String>,
}

impl Names {
    /// Adds a tenant with its name; a name that two of them have is neither's.
    pub(crate) fn add(&mut self, tenant: Option<&Id>, name: Option<&str>) {
        let (Some(tenant), Some(name)) = (tenant, name) else { return };
        self.names.entry(tenant.clone()).or_insert_with(|| name.to_owned());
        let known = self.tenants.entry(folded(name)).or_insert_with(|| Some(tenant.clone()));
        if known.as_ref() != Some(tenant) {
            *known = None;
        }
    }

    /// What a customer is told apart by: its tenant, else its name.
    pub(crate) fn key(&self, customer: &CustomerFact) -> Option<String> {
        if let Some(tenant) = &customer.id {
            return Some(tenant.to_string());
        }
        let name = folded(customer.name.as_deref()?);
        let tenant = self.tenants.get(&name).and_then(Option::as_ref);
        Some(tenant.map_or_else(|| format!("~{name}"), Id::to_string))
    }
}

impl Reservation {
    /// Takes the customer that is named at a place, if none is known; another one than is known is kept beside it.
    pub(crate) fn name_customer(&mut self, customer: Option<&CustomerFact>, at: Place) {
        let Some(customer) = customer.filter(|it| it.label().is_some()) else { return };
        let Some(known) = &self.known.customer else {
            self.known.customer = Some(customer.clone());
            self.customer_at = at;
            return;
        };
        if known == customer {
            return;
        }
        let known = known.clone();
        let at_first = self.customer_at;
        self.claim(&known, Some(at_first));
        self.claim(customer, Some(at));
    }

    /// Notes that a customer is named; `at` is nothing for the records.
    pub(crate) fn claim(&mut self, customer: &CustomerFact, at: Option<Place>) {
        let known = self.claims.iter_mut().find(|claim| claim.customer == *customer);
        let is_recorded = at.is_none();
        match known {
            Some(known) => {
                known.place = known.place.or(at);
                known.is_recorded |= is_recorded;
            }
            None => {
                let customer = customer.clone();
                self.claims.push(NamedCustomer { customer, place: at, is_recorded });
            }
        }
    }

    /// Where a file names the customer that it has.
    pub(crate) fn customer_at(&self) -> Place {
        self.customer_at
    }

    /// Puts claims together that are of one customer. What is left of one is no contradiction.
    pub(crate) fn settle_claims(&mut self, names: &Names) {
        if self.claims.is_empty() {
            return;
        }
        let mut by_key: Vec<(String, NamedCustomer)> = Vec::new();
        for mut claim in std::mem::take(&mut self.claims) {
            if let (Some(tenant), None) = (&claim.customer.id, &claim.customer.name) {
                claim.customer.name = names.names.get(tenant).cloned();
            }
            let Some(key) = names.key(&claim.customer) else { continue };
            match by_key.iter_mut().find(|(known, _)| *known == key) {
                Some((_, known)) => {
                    let CustomerFact { id, name } = claim.customer;
                    known.customer.id = known.customer.id.take().or(id);
                    known.customer.name = known.customer.name.take().or(name);
                    known.place = known.place.or(claim.place);
                    known.is_recorded |= claim.is_recorded;
                }
                None => by_key.push((key, claim)),
            }
        }
        let own = self.known.customer.as_ref().and_then(|customer| names.key(customer));
        if let Some((_, claim)) = by_key.iter().find(|(key, _)| Some(key) == own.as_ref()) {
            self.known.customer = Some(claim.customer.clone());
        }
        if by_key.len() > 1 {
            self.claims = by_key.into_iter().map(|(_, claim)| claim).collect();
        }
    }
}

/// Puts the claims of all reservations together, and notes those that contradict each other.
pub(crate) fn settle(reservations: &mut [Reservation], mut names: Names) {
    for claim in reservations.iter().flat_map(|reservation| &reservation.claims) {
        names.add(claim.customer.id.as_ref(), claim.customer.name.as_deref());
    }
    for reservation in reservations {
        reservation.settle_claims(&names);
        let kept = reservation.known.customer.as_ref().and_then(CustomerFact::label);
        for claim in &reservation.claims {
            let (kept, other) = (kept.clone(), claim.customer.label());
            if let (Some(kept), Some(other), Some(place)) = (kept, other, claim.place)
                && kept != other
            {
                reservation.conflicts.push(Conflict {
                    field: "customer",
                    kept,
                    other,
                    place,
                    is_within: false,
                });
            }
        }
    }
}
