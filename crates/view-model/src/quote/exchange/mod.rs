//! An exchange: its form as text, the case that it asks for, and the quote of the case.
//!
//! The form keeps what was typed. What stays as the records or the price list have it is `None`, so that
//! it follows them.

pub mod catalog;
pub mod final_exchange;
pub mod link;
mod prices;
pub mod request;

pub use prices::{PriceBook, PriceFile, PriceFileError};

use super::Facts;
use super::typed::{Fault, FieldError, day, decimal, faults, respell, spelled, units};
use crate::ReservationRef;
use calculator::exchange::{
    Exchange, ExchangeQuote, Purchase, PurchaseInput, Return, SavingsPlan, SavingsPlanType,
    exchange,
};
use calculator::{
    BillingPlan, Currency, Holding, InputError, Policy, Problem, QUANTITY_MAX, ResourceType, Term,
};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::sync::Arc;

/// An exchange that was asked for with its quote.
pub type Quoted = super::Quoted<Case, ExchangeQuote>;

/// The quote on screen.
pub type Shown = super::Shown<Quoted, Field>;

/// What stands in the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormText {
    /// The UTC day of the exchange, ISO 8601.
    pub day: String,
    /// What is returned.
    pub lines: Vec<LineText>,
    /// The reservations that are bought.
    pub purchases: Vec<PurchaseText>,
    /// The savings plans that are bought.
    pub plans: Vec<PlanText>,
}

/// Units of one reservation that are returned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineText {
    /// The reservation.
    pub of: ReservationRef,
    /// Units to return; `None` for all of them.
    pub units: Option<String>,
    /// Whether it was used; `None` as far as utilization tells.
    pub is_used: Option<bool>,
    /// Units that have had their final exchange; `None` for none.
    pub exchanges_used: Option<String>,
}

/// A reservation that is bought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PurchaseText {
    /// `reservedResourceType`.
    pub resource_type: String,
    /// The size.
    pub sku: String,
    /// The region.
    pub region: String,
    /// The term, ISO 8601.
    pub term: String,
    /// The billing plan, as the API writes it.
    pub plan: String,
    /// Units to buy.
    pub quantity: String,
    /// What one unit costs for the whole term; `None` as the price list has it.
    pub price: Option<String>,
}

/// A savings plan that is bought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanText {
    /// The term, ISO 8601.
    pub term: String,
    /// The hourly commitment.
    pub hourly: String,
}

/// A field of the form; the number is the place of its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The day of the exchange.
    Day,
    /// Units to return.
    Units(usize),
    /// Units that have had their final exchange.
    ExchangesUsed(usize),
    /// What is bought: its product, term and billing plan.
    Product(usize),
    /// Units to buy.
    Quantity(usize),
    /// The price of one unit to buy.
    Price(usize),
    /// The term of a savings plan.
    PlanTerm(usize),
    /// The hourly commitment of a savings plan.
    Hourly(usize),
}

/// An exchange that can be quoted, with what only the records and the purchase need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// What the calculation needs.
    pub exchange: Exchange,
    /// Which reservations its returns are, in their order.
    pub of: Vec<ReservationRef>,
    /// The regions of its purchases, in their order.
    pub regions: Vec<String>,
}

impl LineText {
    /// All units of a reservation.
    #[must_use]
    pub const fn all(of: ReservationRef) -> Self {
        Self { of, units: None, is_used: None, exchanges_used: None }
    }

    /// The units as they stand in their field.
    #[must_use]
    pub fn shown_units(&self, facts: &Facts) -> String {
        self.units.clone().unwrap_or_else(|| facts.quantity().to_string())
    }

    /// Whether it was used, as chosen or else as far as utilization tells.
    #[must_use]
    pub fn was_used(&self, facts: &Facts) -> bool {
        self.is_used.unwrap_or(facts.usage.is_used())
    }

    /// The units that have had their final exchange, as they stand in their field.
    #[must_use]
    pub fn shown_exchanges_used(&self) -> &str {
        self.exchanges_used.as_deref().unwrap_or("0")
    }

    /// What is returned of it on a UTC day under a policy.
    ///
    /// # Errors
    /// The first field of the line that does not fit.
    pub fn returned(
        &self,
        facts: &Facts,
        on: NaiveDate,
        policy: &'static Policy,
    ) -> Result<Return, Fault> {
        let units = self.units_to_return(facts)?;
        Ok(Return { holding: self.holding(facts, Some(on), policy)?, units })
    }

    fn units_to_return(&self, facts: &Facts) -> Result<u64, Fault> {
        units(&self.shown_units(facts), facts.quantity())
    }

    /// The reservation with what the line adds: whether it was used and, where that is asked, how many of
    /// its units have had their final exchange. What is not asked, and so not seen, counts for nothing.
    ///
    /// # Errors
    /// The units that have had their final exchange do not fit.
    pub fn holding(
        &self,
        facts: &Facts,
        on: Option<NaiveDate>,
        policy: &'static Policy,
    ) -> Result<Holding, Fault> {
        let had = match final_exchange::counts_since(facts, on, policy) {
            Some(_) => final_exchange::units(self.shown_exchanges_used(), facts.quantity())?,
            None => 0,
        };
        let holding = facts.holding(self.was_used(facts), None);
        let holding = holding.and_then(|holding| holding.with_exchanges_used(had));
        holding.map_err(|error| Fault::Value(error.problem))
    }
}

impl PurchaseText {
    /// The price as it stands in its field: as typed, or else as the list has it.
    #[must_use]
    pub fn shown_price(&self, prices: &PriceBook, sign: char) -> String {
        self.price.clone().unwrap_or_else(|| {
            let row = prices.find(self);
            row.map(|row| spelled(&row.unit_price.normalize().to_string(), sign))
                .unwrap_or_default()
        })
    }

    /// What a reservation was bought as, for so many units of it.
    #[must_use]
    pub fn same_as(facts: &Facts, quantity: String) -> Self {
        let record = facts.reservation();
        Self {
            resource_type: facts.resource_type().as_str().to_owned(),
            sku: record.sku.as_ref().and_then(|sku| sku.name.clone()).unwrap_or_default(),
            region: record.location.clone().unwrap_or_default(),
            term: facts.term().to_string(),
            plan: facts.plan().to_string(),
            quantity,
            price: None,
        }
    }

    pub(super) fn purchase(
        &self,
        place: usize,
        prices: &PriceBook,
        currency: Currency,
        sign: char,
    ) -> Result<Purchase, FieldError<Field>> {
        let at = |field: Field| move |problem| FieldError { field, fault: Fault::Value(problem) };
        let product = at(Field::Product(place));
        if self.sku.is_empty() {
            return Err(product(Problem::Missing));
        }
        let unit_price = match &self.price {
            None => prices.find(self).map(|row| row.unit_price),
            Some(text) => decimal(text, sign)
                .map_err(|fault| FieldError { field: Field::Price(place), fault })?,
        };
        let bought = PurchaseInput {
            resource_type: ResourceType::parse(&self.resource_type),
            sku_name: Some(self.sku.clone()),
            term: Term::parse(&self.term).map_err(product)?,
            billing_plan: BillingPlan::parse(&self.plan).map_err(product)?,
            quantity: quantity(&self.quantity).map_err(at(Field::Quantity(place)))?,
            currency,
            unit_price: unit_price.ok_or_else(|| at(Field::Price(place))(Problem::Missing))?,
        };
        Purchase::new(bought).map_err(|error| at(Field::Price(place))(error.problem))
    }
}

impl PlanText {
    fn plan(
        &self,
        place: usize,
        kind: SavingsPlanType,
        currency: Currency,
        sign: char,
    ) -> Result<SavingsPlan, FieldError<Field>> {
        let wrong = |fault| FieldError { field: Field::Hourly(place), fault };
        let wrong_term =
            |problem| FieldError { field: Field::PlanTerm(place), fault: Fault::Value(problem) };
        let term = Term::parse(&self.term).map_err(wrong_term)?;
        if !kind.terms().contains(&term) {
            return Err(wrong_term(Problem::NotATermOfPlan(kind)));
        }
        let hourly = decimal(&self.hourly, sign).map_err(wrong)?;
        let hourly = hourly.ok_or_else(|| wrong(Fault::Value(Problem::Missing)))?;
        SavingsPlan::new(kind, term, hourly, currency)
            .map_err(|error| wrong(Fault::Value(error.problem)))
    }
}

fn quantity(text: &str) -> Result<u32, Problem> {
    let quantity = text.trim().parse().ok().filter(|units| (1..=QUANTITY_MAX).contains(units));
    quantity.ok_or(Problem::OutOfRange { min: 1, max: QUANTITY_MAX })
}

impl FormText {
    /// The exchange that the form asks for, under `policy`. `facts` are the records of its lines, in their
    /// order. `sign` separates whole and fraction in the reader's language.
    ///
    /// # Errors
    /// Every field that does not fit, in the order of the form.
    pub fn case(
        &self,
        facts: &[Arc<Facts>],
        prices: &PriceBook,
        policy: &'static Policy,
        sign: char,
    ) -> Result<Case, Vec<FieldError<Field>>> {
        let mut errors = Vec::new();
        let mut keep = |result: Result<NaiveDate, FieldError<Field>>| match result {
            Ok(day) => Some(day),
            Err(error) => {
                errors.push(error);
                None
            }
        };
        let on = keep(day(&self.day).map_err(|fault| FieldError { field: Field::Day, fault }));
        let currency = facts.first().map(|facts| facts.currency());
        let mut returns = Vec::new();
        for (place, (line, facts)) in self.lines.iter().zip(facts).enumerate() {
            let units = line.units_to_return(facts).and_then(|units| match currency {
                Some(currency) if facts.currency() != currency => {
                    Err(Fault::Value(Problem::CurrencyMismatch))
                }
                _ => Ok(units),
            });
            match (units, line.holding(facts, on, policy)) {
                (Ok(units), Ok(holding)) => returns.push(Return { holding, units }),
                (units, holding) => errors.extend(faults([
                    (Field::Units(place), units.err()),
                    (Field::ExchangesUsed(place), holding.err()),
                ])),
            }
        }
        let currency = currency.unwrap_or(Currency::USD);
        let mut purchases = Vec::new();
        for (place, purchase) in self.purchases.iter().enumerate() {
            match purchase.purchase(place, prices, currency, sign) {
                Ok(purchase) => purchases.push(purchase),
                Err(error) => errors.push(error),
            }
        }
        let mut plans = Vec::new();
        let kind = savings_plan_type(facts, policy);
        for (place, plan) in self.plans.iter().enumerate() {
            match plan.plan(place, kind, currency, sign) {
                Ok(plan) => plans.push(plan),
                Err(error) => errors.push(error),
            }
        }
        let Some(on) = on.filter(|_| errors.is_empty()) else { return Err(errors) };
        let exchange = Exchange::new(returns, purchases, plans, on, policy);
        let exchange = exchange.map_err(|error| vec![of_whole(&error)])?;
        Ok(Case {
            exchange,
            of: self.lines.iter().map(|line| line.of.clone()).collect(),
            regions: self.purchases.iter().map(|purchase| purchase.region.clone()).collect(),
        })
    }

    /// The form that returns so many units of each line, and none of those with 0.
    #[must_use]
    pub fn returning(&self, units: &[u64]) -> Self {
        let line = |(line, units): (&LineText, &u64)| {
            (*units > 0).then(|| LineText { units: Some(units.to_string()), ..line.clone() })
        };
        let lines = self.lines.iter().zip(units).filter_map(line).collect();
        Self { lines, ..self.clone() }
    }

    /// The same decimals for a reader in whose language `to` separates whole and fraction instead of
    /// `from`. Text that is no decimal stays as it was typed.
    #[must_use]
    pub fn respelled(&self, from: char, to: char) -> Self {
        let mut form = self.clone();
        let prices = form.purchases.iter_mut().filter_map(|purchase| purchase.price.as_mut());
        let decimals = prices.chain(form.plans.iter_mut().map(|plan| &mut plan.hourly));
        decimals.for_each(|text| respell(text, from, to));
        form
    }
}

/// The type of savings plan that returns can be traded in for: under a policy, or else under the newest, so
/// that what this would say is known; of compute where there is none.
#[must_use]
pub fn savings_plan_type(facts: &[Arc<Facts>], policy: &'static Policy) -> SavingsPlanType {
    let products = facts.iter().map(|facts| facts.resource_type());
    let under = |policy: &Policy| policy.exchange.savings_plan_for(products.clone());
    under(policy).or_else(|| under(Policy::newest())).unwrap_or_default()
}

/// What is wrong with the exchange as a whole is pointed out at its first line.
fn of_whole(error: &InputError) -> FieldError<Field> {
    FieldError { field: Field::Units(0), fault: Fault::Value(error.problem.clone()) }
}

impl Quoted {
    /// The quote of a case.
    #[must_use]
    pub fn new(case: Case) -> Self {
        let quote = exchange(&case.exchange);
        Self { case, quote, remarks: Vec::new() }
    }

    /// Whether nothing is bought yet. Then every exchange is refused, which says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.case.exchange.purchases().is_empty() && self.case.exchange.savings_plans().is_empty()
    }
}

/// The whole units of `owned` that are not needed to cover `percent` of them.
#[must_use]
pub fn unused(owned: u32, percent: Decimal) -> u32 {
    let used = Decimal::from(owned).checked_mul(percent).unwrap_or(Decimal::MAX);
    let needed = (used / Decimal::ONE_HUNDRED).ceil().to_u32().unwrap_or(owned);
    owned.saturating_sub(needed)
}
