//! What a partner brings in, before it is a record: facts out of files, or typed by hand.
//!
//! A fact that nobody has stated is `None` and never a default. Dates are ISO 8601 UTC days, amounts plain
//! decimals as text, as in the JSON of the calculator.

pub mod rows;

use calculator::{BillingPlan, Currency, ProvisioningState, Term};
use serde::{Deserialize, Serialize};

use crate::guid::guid_of;

/// What is brought in about one customer.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct CustomerIntake {
    /// The GUID of its tenant. A customer without one is told apart by its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tenant_id: Option<String>,
    /// The name of the company.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Each reservation once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reservations: Vec<ReservationIntake>,
    /// Each booking once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bookings: Vec<BookingIntake>,
}

/// The GUID that stands for the tenant of a customer of which only the name is known. Names are the same whatever
/// their case and blanks.
#[must_use]
pub fn tenant_of_name(name: &str) -> String {
    guid_of(&format!("customer/{}", folded(name)))
}

/// A name as it is compared.
#[must_use]
pub fn folded(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Where a fact stands.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
pub struct Source {
    /// The name of the file; empty for what was typed by hand.
    pub file: String,
    /// Its line, or its row in the sheet, from 1; 0 for what was typed by hand.
    pub line: u64,
}

/// The succession of what was given back for another product.
pub const EXCHANGED: &str = "Exchanged";

/// One reservation, as far as it is known.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[allow(missing_docs, reason = "the other fields are those of the Capacity API")]
pub struct ReservationIntake {
    /// Where it was first seen.
    pub source: Source,
    /// GUID of the reservation. Without one it is told apart by its order, name, product, region, term and
    /// day of purchase, and gets an id that follows from these.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// GUID of its order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sku: Option<String>,
    /// In lower case, as `location` of the API.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reserved_resource_type: Option<String>,
    /// Units owned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quantity: Option<u32>,
    /// An ISO 8601 duration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub term: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purchase_date: Option<String>,
    /// The first UTC day without the reservation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expiry_date: Option<String>,
    /// A word of the API's provisioning states; what else a file says is kept. Nothing stands for one
    /// that runs until its term is over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// `Upfront` or `Monthly`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub billing_plan: Option<String>,
    /// What one unit costs over the whole term, in `currency_code`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_price: Option<String>,
    /// ISO 4217.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency_code: Option<String>,
    /// Whether it was used at all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub used: Option<bool>,
    /// `Split`, `Merged` or `Exchanged` where others hold its units now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub succession: Option<String>,
    /// The subscription that is billed, and the scope, where a file tells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub billing_scope_id: Option<String>,
    /// Whether somebody has decided that it is this customer's, whoever has it among the records.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_decided: bool,
    /// Fields that no file states but that follow from something else, or that somebody has answered.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub guesses: Vec<Guess>,
}

impl ReservationIntake {
    /// Everything that is stated of a reservation beside its ids, by its name in JSON.
    pub const FIELDS: [&str; 15] = [
        "displayName",
        "sku",
        "region",
        "reservedResourceType",
        "quantity",
        "term",
        "purchaseDate",
        "expiryDate",
        "state",
        "billingPlan",
        "unitPrice",
        "currencyCode",
        "used",
        "succession",
        "billingScopeId",
    ];

    /// The fact with this name, as a text.
    pub fn fact(&self, field: &str) -> Option<String> {
        match field {
            "quantity" => self.quantity.map(|units| units.to_string()),
            "used" => self.used.map(|used| used.to_string()),
            "displayName" => self.display_name.clone(),
            "sku" => self.sku.clone(),
            "region" => self.region.clone(),
            "reservedResourceType" => self.reserved_resource_type.clone(),
            "term" => self.term.clone(),
            "purchaseDate" => self.purchase_date.clone(),
            "expiryDate" => self.expiry_date.clone(),
            "state" => self.state.clone(),
            "billingPlan" => self.billing_plan.clone(),
            "unitPrice" => self.unit_price.clone(),
            "currencyCode" => self.currency_code.clone(),
            "succession" => self.succession.clone(),
            "billingScopeId" => self.billing_scope_id.clone(),
            _ => None,
        }
    }

    /// States the fact with this name. A number or a truth value that is none is not stated.
    pub fn state_fact(&mut self, field: &str, value: Option<String>) {
        let text = match field {
            "quantity" => return self.quantity = value.and_then(|units| units.parse().ok()),
            "used" => return self.used = value.and_then(|used| used.parse().ok()),
            "displayName" => &mut self.display_name,
            "sku" => &mut self.sku,
            "region" => &mut self.region,
            "reservedResourceType" => &mut self.reserved_resource_type,
            "term" => &mut self.term,
            "purchaseDate" => &mut self.purchase_date,
            "expiryDate" => &mut self.expiry_date,
            "state" => &mut self.state,
            "billingPlan" => &mut self.billing_plan,
            "unitPrice" => &mut self.unit_price,
            "currencyCode" => &mut self.currency_code,
            "succession" => &mut self.succession,
            "billingScopeId" => &mut self.billing_scope_id,
            _ => return,
        };
        *text = value;
    }

    /// The fields without which it cannot be calculated with: not stated, or in words that the calculator
    /// does not know. Their names in JSON, in the order in which they are asked for.
    pub fn missing(&self) -> Vec<&'static str> {
        let is = |known: &Option<String>, known_as: &dyn Fn(&str) -> bool| {
            known.as_deref().is_some_and(known_as)
        };
        let facts = [
            ("quantity", self.quantity.is_some_and(|units| units > 0)),
            ("term", is(&self.term, &|term| Term::parse(term).is_ok())),
            ("purchaseDate", is(&self.purchase_date, &|day| azure::parse_day(day).is_some())),
            ("unitPrice", is(&self.unit_price, &|price| calculator::parse_decimal(price).is_ok())),
            ("currencyCode", is(&self.currency_code, &|code| Currency::parse(code).is_ok())),
            ("billingPlan", is(&self.billing_plan, &|plan| BillingPlan::parse(plan).is_ok())),
            ("reservedResourceType", self.reserved_resource_type.is_some()),
        ];
        facts.into_iter().filter(|(_, is_known)| !is_known).map(|(field, _)| field).collect()
    }

    /// The state, in which what gave its units to others has ended.
    pub fn provisioning_state(&self) -> ProvisioningState {
        let state = self.state.as_deref().map(ProvisioningState::parse);
        match self.succession.as_deref().map(ProvisioningState::parse) {
            Some(ended @ (ProvisioningState::Split | ProvisioningState::Merged)) => ended,
            Some(_) => ProvisioningState::Cancelled,
            None => state.unwrap_or(ProvisioningState::Succeeded),
        }
    }

    /// Whether the word for what has become of it is one that is known.
    pub fn has_known_succession(&self) -> bool {
        self.succession.as_deref().is_none_or(|word| {
            let state = ProvisioningState::parse(word);
            let is_state = matches!(state, ProvisioningState::Split | ProvisioningState::Merged);
            word == EXCHANGED || is_state && state.as_str() == word
        })
    }

    /// Why the value of a field is no more than a guess, if it is one.
    pub fn guess(&self, field: &str) -> Option<&Guess> {
        self.guesses.iter().find(|guess| guess.field == field)
    }
}

/// A value that stands in no file.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
pub struct Guess {
    /// The name of the field in JSON, for instance `unitPrice`.
    pub field: String,
    /// What it was concluded from, in words.
    pub reason: String,
}

/// What happened to money, as a file of transactions or an invoice says it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BookingIntake {
    /// Where it stands.
    pub source: Source,
    /// GUID of the order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_id: Option<String>,
    /// GUID of the reservation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reservation_id: Option<String>,
    /// What it was; tells the direction of the amount.
    pub event: BookingEvent,
    /// The UTC day.
    pub date: String,
    /// Without its sign, before tax, of all units of the row.
    pub amount: String,
    /// ISO 4217.
    pub currency_code: String,
    /// Units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<u32>,
    /// What the amount comes to in USD, where a file or somebody says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub usd: Option<String>,
    /// As the file has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The kind of file that it stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<BookingDocument>,
    /// What else an invoice says of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invoice: Option<InvoiceIntake>,
}

/// A kind of file that tells what was booked. Several of them tell of the same money.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum BookingDocument {
    /// Reservation transactions.
    Transactions,
    /// The lines of an invoice.
    Invoice,
    /// Actual cost, FOCUS among it.
    Cost,
}

impl BookingDocument {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Transactions, Self::Invoice, Self::Cost];

    /// Its word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Transactions => "Transactions",
            Self::Invoice => "Invoice",
            Self::Cost => "Cost",
        }
    }

    /// The document with this word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == word)
    }
}

/// What a line of an invoice says of a booking.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct InvoiceIntake {
    /// The number of the invoice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The amount with tax, without its sign.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<String>,
    /// The currency of the price, ISO 4217.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pricing_currency: Option<String>,
    /// What one unit of that currency is worth in the currency of the amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exchange_rate: Option<String>,
}

/// What was booked.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum BookingEvent {
    /// Units were bought, or an instalment was charged.
    Purchase,
    /// Units were returned.
    Cancel,
    /// Money was given back.
    Refund,
}

impl BookingEvent {
    /// Its word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Purchase => "Purchase",
            Self::Cancel => "Cancel",
            Self::Refund => "Refund",
        }
    }

    /// The event with this word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Purchase, Self::Cancel, Self::Refund].into_iter().find(|it| it.as_str() == word)
    }
}
