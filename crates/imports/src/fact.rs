//! What one row of a file says, before files are put together.

use calculator::ResourceType;
use chrono::NaiveDate;
use portfolio::intake::{BookingDocument, BookingEvent, InvoiceIntake};
use rust_decimal::Decimal;

use crate::id::Id;
use crate::reservation::Guess;

/// What one row says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fact {
    /// A reservation as somebody owns it.
    Reservation(Box<ReservationFact>),
    /// What was bought at once.
    Order(Box<OrderFact>),
    /// Money that was charged or given back.
    Transaction(Box<TransactionFact>),
    /// A customer of the partner.
    Customer(CustomerFact),
    /// A list price.
    Price(Box<PriceFact>),
    /// That a reservation was used or not, on a day.
    Usage(Box<UsageFact>),
}

/// A row about a reservation. What a file does not say is `None`.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[allow(missing_docs, reason = "the fields are those of the Capacity API")]
pub struct ReservationFact {
    pub id: Option<Id>,
    pub order: Option<Id>,
    pub customer: Option<CustomerFact>,
    pub display_name: Option<String>,
    pub sku: Option<String>,
    /// In lower case, as `location` of the API.
    pub region: Option<String>,
    /// Unknown values are kept.
    pub resource_type: Option<ResourceType>,
    /// Units owned.
    pub quantity: Option<u32>,
    /// An ISO 8601 duration, or the file's own text when it is none that reservations have.
    pub term: Option<String>,
    pub purchase_date: Option<NaiveDate>,
    /// The first UTC day without the reservation.
    pub expiry_date: Option<NaiveDate>,
    /// The state as the file has it.
    pub state: Option<String>,
    /// `Upfront`, `Monthly`, or the file's own text.
    pub billing_plan: Option<String>,
    /// What one unit cost for the whole term, where the file says it.
    pub unit_price: Option<Decimal>,
    /// What one unit is charged each month.
    pub instalment: Option<Decimal>,
    pub currency: Option<String>,
    /// Another currency that stands beside the price itself.
    pub other_currency: Option<String>,
    /// Whether the price is one that somebody has added to a list which has none of its own, so that
    /// it only seems to be that of one unit for the whole term.
    pub is_price_added: bool,
    /// Whether it was used at all, as far as the file tells.
    pub used: Option<bool>,
    /// What took its place.
    pub succession: Option<Succession>,
    /// The reservations that it took the place of.
    pub ancestors: Vec<(Succession, Id)>,
    /// Which of its values were guesses already when this program wrote them.
    pub guesses: Vec<Guess>,
    /// The `etag`: the higher, the newer.
    pub version: Option<i64>,
}

/// How a reservation gave way to others, which hold its units now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Succession {
    /// Into several.
    Split,
    /// Into one, with others.
    Merged,
    /// For another product.
    Exchanged,
}

impl Succession {
    /// The word for it in output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Split => "Split",
            Self::Merged => "Merged",
            Self::Exchanged => "Exchanged",
        }
    }
}

/// A row about an order.
#[derive(Clone, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the fields are those of the Capacity API")]
pub struct OrderFact {
    pub id: Id,
    pub customer: Option<CustomerFact>,
    pub display_name: Option<String>,
    /// Units bought, whatever was returned since.
    pub quantity: Option<u32>,
    pub term: Option<String>,
    pub purchase_date: Option<NaiveDate>,
    pub expiry_date: Option<NaiveDate>,
    pub state: Option<String>,
    pub billing_plan: Option<String>,
    /// The reservations it names.
    pub reservations: Vec<Id>,
    /// From its payment schedule: of one unit for the whole term, of one month, and the currency.
    pub price: Option<(Decimal, Option<Decimal>, String)>,
}

/// What happened to money.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub enum EventKind {
    /// Units were bought, or an instalment was charged.
    Purchase,
    /// Units were returned.
    Cancel,
    /// Money was given back.
    Refund,
    /// A word that this version does not know.
    Other(String),
}

impl EventKind {
    /// The word for a return, of which there are two.
    pub(crate) const fn of_return(&self) -> BookingEvent {
        match self {
            Self::Cancel => BookingEvent::Cancel,
            _ => BookingEvent::Refund,
        }
    }
}

/// A row about money. The event tells its direction, never the sign of the amount: Microsoft's own
/// examples have a cancellation of -21 and another one of +5000.
#[derive(Clone, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the fields are those of the Consumption API")]
pub struct TransactionFact {
    pub order: Option<Id>,
    pub reservation: Option<Id>,
    pub customer: Option<CustomerFact>,
    pub event: EventKind,
    pub date: Option<NaiveDate>,
    /// Without its sign, before tax, of all units of the row.
    pub amount: Option<Decimal>,
    pub currency: Option<String>,
    pub quantity: Option<u32>,
    pub display_name: Option<String>,
    pub sku: Option<String>,
    pub region: Option<String>,
    pub term: Option<String>,
    pub billing_plan: Option<String>,
    /// The billing plan that the days tell which it charges for.
    pub plan_by_days: Option<&'static str>,
    pub description: Option<String>,
    /// Whether its product says that it is an Azure reservation. If not, its order has to be known
    /// from elsewhere: lines of Office have a reservation order as well.
    pub is_surely_reservation: bool,
    /// How the amount was calculated, when the file does not state it.
    pub calculated: Option<&'static str>,
    pub document: BookingDocument,
    /// What else it says, if it is a line of an invoice.
    pub invoice: Option<InvoiceIntake>,
}

/// A customer, by tenant or name.
#[derive(Clone, PartialEq, Eq, Debug, Default, Hash)]
pub struct CustomerFact {
    /// The tenant.
    pub id: Option<Id>,
    /// The name of the company.
    pub name: Option<String>,
}

/// A list price of today.
#[derive(Clone, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the fields are those of the Retail Prices API")]
pub struct PriceFact {
    pub sku: String,
    pub region: String,
    pub term: &'static str,
    /// For the whole term, although its unit of measure says an hour.
    pub unit_price: Decimal,
    pub currency: String,
}

/// A row that tells of use, and whose reservation it was.
#[derive(Clone, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the fields are those of the Consumption API")]
pub struct UsageFact {
    pub order: Option<Id>,
    pub reservation: Option<Id>,
    pub customer: Option<CustomerFact>,
    pub date: Option<NaiveDate>,
    /// Whether there was any use; `None` when the row does not tell.
    pub used: Option<bool>,
}
