//! A reservation, as all files describe it, with what was concluded and what contradicts it.

use portfolio::files::Field;

use crate::fact::{CustomerFact, ReservationFact};
use crate::id::Id;

/// Where something stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Place {
    /// The place of its file in [`Portfolio::files`].
    pub file: usize,
    /// Its line, from 1.
    pub line: u64,
}

/// A customer of the partner.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Customer {
    /// Its tenant.
    pub tenant: Id,
    /// The name of the company.
    pub name: Option<String>,
}

/// A reservation, as all files describe it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reservation {
    /// Where it was first seen.
    pub place: Place,
    /// What is known of it.
    pub known: ReservationFact,
    /// What does not stand in any file but follows from something that does.
    pub guesses: Vec<Guess>,
    /// Where files contradict each other.
    pub conflicts: Vec<Conflict>,
    /// The customers that are named for it, where it is more than one.
    pub claims: Vec<NamedCustomer>,
    /// What no file states and the records know.
    pub recorded: Vec<Field>,
    /// Where its customer is named.
    pub(crate) customer_at: Place,
}

/// A value that stands in no file, and what it was concluded from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Guess {
    /// The field, as in [`Reservation::fields`].
    pub field: &'static str,
    /// Why, in words.
    pub reason: String,
}

/// Two values for one field.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Conflict {
    /// The field, as in [`Reservation::fields`].
    pub field: &'static str,
    /// The value that is used.
    pub kept: String,
    /// The other one.
    pub other: String,
    /// Where the row with the other one stands.
    pub place: Place,
    /// Whether it is a row that contradicts itself.
    pub is_within: bool,
}

impl Reservation {
    pub(crate) fn new(place: Place, mut known: ReservationFact) -> Self {
        let guesses = std::mem::take(&mut known.guesses);
        let conflicts = known.other_currency.take().zip(known.currency.clone());
        let conflicts = conflicts.map(|(other, kept)| Conflict {
            field: "currencyCode",
            kept,
            other,
            place,
            is_within: true,
        });
        Self {
            place,
            known,
            guesses,
            conflicts: conflicts.into_iter().collect(),
            claims: Vec::new(),
            recorded: Vec::new(),
            customer_at: place,
        }
    }

    /// Every field with its text, see [`ReservationFact::fields`].
    pub fn fields(&self) -> [(&'static str, Option<String>); FIELD_COUNT] {
        self.known.fields()
    }

    /// Whether the field has a value that stands in no file.
    pub(crate) fn is_guessed(&self, field: Field) -> bool {
        self.guesses.iter().any(|guess| guess.field == field.as_str())
    }

    pub(crate) fn guess(&mut self, field: &'static str, reason: impl Into<String>) {
        self.guesses.push(Guess { field, reason: reason.into() });
    }
}

/// How many fields a reservation has in the output.
pub(crate) const FIELD_COUNT: usize = 18;

impl ReservationFact {
    /// Every field with its text, in the order of the output. Dates are ISO 8601, prices plain
    /// decimals.
    pub fn fields(&self) -> [(&'static str, Option<String>); FIELD_COUNT] {
        let customer = self.customer.as_ref();
        [
            ("id", self.id.as_ref().map(Id::to_string)),
            ("orderId", self.order.as_ref().map(Id::to_string)),
            ("customer", customer.and_then(CustomerFact::label)),
            ("displayName", self.display_name.clone()),
            ("sku", self.sku.clone()),
            ("region", self.region.clone()),
            ("quantity", self.quantity.map(|units| units.to_string())),
            ("term", self.term.clone()),
            ("purchaseDate", self.purchase_date.map(|day| day.to_string())),
            ("expiryDate", self.expiry_date.map(|day| day.to_string())),
            ("state", self.state.clone()),
            ("unitPrice", self.unit_price.map(|price| price.to_string())),
            ("currencyCode", self.currency.clone()),
            ("billingPlan", self.billing_plan.clone()),
            ("reservedResourceType", self.resource_type.as_ref().map(ToString::to_string)),
            ("instalment", self.instalment.map(|price| price.to_string())),
            ("used", self.used.map(|used| used.to_string())),
            ("succession", self.succession.map(|how| how.as_str().to_owned())),
        ]
    }
}

impl CustomerFact {
    /// What people call it: its name, else its tenant.
    pub fn label(&self) -> Option<String> {
        self.name.clone().or_else(|| self.id.as_ref().map(Id::to_string))
    }
}

/// A customer that is named for a reservation, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NamedCustomer {
    /// The customer.
    pub customer: CustomerFact,
    /// Where a file names it first.
    pub place: Option<Place>,
    /// Whether the records have it so.
    pub is_recorded: bool,
}
