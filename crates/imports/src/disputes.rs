//! Customers between whom somebody has to decide, asked once for everything for which the same ones are named.

use std::collections::{BTreeMap, HashSet};

use portfolio::files::{Claim, Decision, Dispute, Window};
use portfolio::intake::Source;

use crate::claims::Names;
use crate::fact::{CustomerFact, TransactionFact};
use crate::join::Portfolio;
use crate::reservation::{NamedCustomer, Place};

/// The customers that are named for one reservation or transaction, by their keys.
pub(crate) struct Claims(BTreeMap<String, NamedCustomer>);

impl Claims {
    /// What all have in common for which the same customers are named.
    fn key(&self) -> String {
        self.0.keys().map(String::as_str).collect::<Vec<_>>().join("\n")
    }

    /// Whether the records have it as one of theirs.
    pub(crate) fn has_recorded(&self) -> bool {
        self.0.values().any(|claim| claim.is_recorded)
    }

    /// The one that somebody has decided for.
    pub(crate) fn decided(&self, decisions: &[Decision]) -> Option<&NamedCustomer> {
        let key = self.key();
        let decision = decisions.iter().find(|decision| decision.dispute == key)?;
        self.0.get(&decision.claim)
    }
}

impl Portfolio {
    /// The customers that there are.
    pub(crate) fn names(&self) -> Names {
        let mut names = Names::default();
        for customer in &self.customers {
            names.add(Some(&customer.tenant), customer.name.as_deref());
        }
        let claims = self.reservations.iter().flat_map(|reservation| &reservation.claims);
        let named = claims.map(|claim| &claim.customer).chain(self.owners.values());
        for CustomerFact { id, name } in named {
            names.add(id.as_ref(), name.as_deref());
        }
        names
    }

    /// Nothing where there is nothing to decide.
    pub(crate) fn claims_of(&self, named: &[NamedCustomer], names: &Names) -> Option<Claims> {
        if named.is_empty() {
            return None;
        }
        let keyed = named.iter().filter_map(|it| Some((names.key(&it.customer)?, it.clone())));
        let claims: BTreeMap<String, NamedCustomer> = keyed.collect();
        (claims.len() > 1).then_some(Claims(claims))
    }

    /// Of a transaction whose order no reservation of the files belongs to: whom its file names, and whom the records.
    pub(crate) fn claims_of_transaction(
        &self,
        at: Place,
        fact: &TransactionFact,
        names: &Names,
    ) -> Option<Claims> {
        let owner = self.owners.get(fact.order.as_ref()?)?;
        let own = fact.customer.as_ref()?;
        let claim = |customer: &CustomerFact, place: Option<Place>| NamedCustomer {
            customer: customer.clone(),
            place,
            is_recorded: place.is_none(),
        };
        self.claims_of(&[claim(own, Some(at)), claim(owner, None)], names)
    }

    /// Everything that is to be decided: what is in a window, the largest first, and how many there are.
    pub fn disputes(&self, window: Window) -> (Vec<Dispute>, usize) {
        let names = self.names();
        let mut all: BTreeMap<String, Dispute> = BTreeMap::new();
        for reservation in &self.reservations {
            let Some(claims) = self.claims_of(&reservation.claims, &names) else { continue };
            let known = &reservation.known;
            let id = || known.id.as_ref().or(known.order.as_ref()).map(ToString::to_string);
            let first = known.display_name.clone().or_else(id).unwrap_or_default();
            self.dispute(&mut all, claims, first).reservations += 1;
        }
        let listed: HashSet<_> =
            self.reservations.iter().filter_map(|it| it.known.order.as_ref()).collect();
        for (at, fact) in &self.transactions {
            if fact.order.as_ref().is_some_and(|order| listed.contains(order)) {
                continue;
            }
            let Some(claims) = self.claims_of_transaction(*at, fact, &names) else { continue };
            let first = fact.order.as_ref().map(ToString::to_string).unwrap_or_default();
            self.dispute(&mut all, claims, first).transactions += 1;
        }
        let mut all: Vec<Dispute> = all.into_values().collect();
        all.sort_by_key(|it| std::cmp::Reverse(it.reservations + it.transactions));
        let count = all.len();
        (all.into_iter().skip(window.skip).take(window.take).collect(), count)
    }

    fn dispute<'a>(
        &self,
        all: &'a mut BTreeMap<String, Dispute>,
        claims: Claims,
        first: String,
    ) -> &'a mut Dispute {
        let key = claims.key();
        let claim = |(key, named): (String, NamedCustomer)| Claim {
            key,
            name: named.customer.label().unwrap_or_default(),
            tenant: named.customer.id.as_ref().map(ToString::to_string),
            source: named
                .place
                .map(|place| Source { file: self.file_name(place), line: place.line }),
            is_recorded: named.is_recorded,
        };
        all.entry(key.clone()).or_insert_with(|| Dispute {
            key,
            reservations: 0,
            transactions: 0,
            first,
            claims: claims.0.into_iter().map(claim).collect(),
        })
    }
}
