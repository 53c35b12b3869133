//! What a customer holds: the terms of one reservation, validated once at the door.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use crate::currency::Currency;
use crate::error::{InputError, Problem};
use crate::money::Price;
use crate::resource::{ProvisioningState, ResourceType};
use crate::term::{Cycles, Term};

/// The largest accepted number of units in one reservation.
pub const QUANTITY_MAX: u32 = 1_000_000;
/// The first and the last accepted year of any date.
pub const YEARS: std::ops::RangeInclusive<i32> = 2015..=2100;

/// How a reservation is paid.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum BillingPlan {
    /// The whole price at purchase.
    Upfront,
    /// Equal instalments on the monthly anniversary of the purchase.
    Monthly,
}

impl BillingPlan {
    /// Reads `Upfront` or `Monthly`, in any case of letters.
    ///
    /// # Errors
    /// [`Problem::UnknownBillingPlan`] for anything else.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        [Self::Upfront, Self::Monthly]
            .into_iter()
            .find(|plan| text.eq_ignore_ascii_case(plan.as_str()))
            .ok_or(Problem::UnknownBillingPlan)
    }

    /// The name as the API writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Upfront => "Upfront",
            Self::Monthly => "Monthly",
        }
    }
}

impl fmt::Display for BillingPlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The facts of one reservation, as they come from a record or a form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HoldingInput {
    /// Units owned, 1 to [`QUANTITY_MAX`].
    pub quantity: u32,
    /// What one unit costs over the whole term, in `currency`.
    pub unit_price: Decimal,
    /// The currency of every amount of this reservation.
    pub currency: Currency,
    /// How it is paid.
    pub billing_plan: BillingPlan,
    /// How long it runs.
    pub term: Term,
    /// The UTC day of the purchase.
    pub purchase_date: NaiveDate,
    /// The reservation's own expiry date (the first UTC day without it), when it is known.
    pub expiry_date: Option<NaiveDate>,
    /// What was reserved.
    pub resource_type: ResourceType,
    /// The state of the record.
    pub state: ProvisioningState,
    /// Whether the reservation was used at all.
    pub used: bool,
    /// The billed amount of one instalment of one unit, when it is known.
    pub instalment: Option<Decimal>,
    /// What one unit costs today, when it is known.
    pub current_unit_price: Option<Decimal>,
    /// The size that was reserved.
    pub sku_name: Option<String>,
    /// Units that have had their final exchange.
    pub exchanges_used: u32,
}

/// A reservation that can be calculated with.
///
/// Invariant: every amount is in one currency, not negative and within bounds; the expiry date is
/// after the purchase date; the quantity is 1 to [`QUANTITY_MAX`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Holding {
    quantity: u32,
    unit_price: Price,
    billing_plan: BillingPlan,
    term: Term,
    purchase_date: NaiveDate,
    expiry_date: NaiveDate,
    expiry_is_given: bool,
    cycles: Cycles,
    resource_type: ResourceType,
    state: ProvisioningState,
    used: bool,
    instalment: Option<Price>,
    current_unit_price: Option<Price>,
    sku_name: Option<Box<str>>,
    exchanges_used: u32,
}

impl Holding {
    /// Validates the facts of a reservation.
    ///
    /// # Errors
    /// Names the first field that cannot be calculated with, as the JSON request spells it.
    pub fn new(input: HoldingInput) -> Result<Self, InputError> {
        let price = |field, value: Decimal| {
            Price::from_decimal(value, input.currency).map_err(|p| InputError::new(field, p))
        };
        let optional = |field, value: Option<Decimal>| value.map(|v| price(field, v)).transpose();
        let quantity = in_range("quantity", input.quantity, 1, QUANTITY_MAX)?;
        let purchase_date = in_years("purchaseDate", input.purchase_date)?;
        let expiry_date = match input.expiry_date {
            Some(date) => in_years("expiryDate", date)?,
            None => input.term.end(purchase_date),
        };
        if expiry_date <= purchase_date {
            return Err(InputError::new("expiryDate", Problem::ExpiryNotAfterPurchase));
        }
        let holding = Self {
            quantity,
            unit_price: price("unitPrice", input.unit_price)?,
            billing_plan: input.billing_plan,
            term: input.term,
            purchase_date,
            expiry_date,
            expiry_is_given: input.expiry_date.is_some(),
            cycles: Cycles::new(purchase_date, expiry_date, input.term.months()),
            resource_type: input.resource_type,
            state: input.state,
            used: input.used,
            instalment: optional("instalment", input.instalment)?,
            current_unit_price: optional("currentUnitPrice", input.current_unit_price)?,
            sku_name: input.sku_name.map(String::into_boxed_str),
            exchanges_used: 0,
        };
        holding.with_exchanges_used(input.exchanges_used)
    }

    /// The same reservation, of which so many units have had their final exchange.
    ///
    /// # Errors
    /// More units than are owned.
    pub fn with_exchanges_used(self, units: u32) -> Result<Self, InputError> {
        if units > self.quantity {
            return Err(InputError::new("exchangesUsed", Problem::MoreThanOwned));
        }
        Ok(Self { exchanges_used: units, ..self })
    }

    /// Units owned.
    pub const fn quantity(&self) -> u32 {
        self.quantity
    }

    /// The currency of every amount.
    pub const fn currency(&self) -> Currency {
        self.unit_price.currency()
    }

    /// What one unit cost over the whole term.
    pub const fn unit_price(&self) -> Price {
        self.unit_price
    }

    /// How it is paid.
    pub const fn billing_plan(&self) -> BillingPlan {
        self.billing_plan
    }

    /// How long it runs.
    pub const fn term(&self) -> Term {
        self.term
    }

    /// The UTC day of the purchase.
    pub const fn purchase_date(&self) -> NaiveDate {
        self.purchase_date
    }

    /// The first UTC day without the reservation.
    pub const fn expiry_date(&self) -> NaiveDate {
        self.expiry_date
    }

    /// Whether the expiry date came with the record instead of following from the term.
    pub const fn expiry_is_given(&self) -> bool {
        self.expiry_is_given
    }

    /// What was reserved.
    pub const fn resource_type(&self) -> &ResourceType {
        &self.resource_type
    }

    /// The state of the record.
    pub const fn state(&self) -> &ProvisioningState {
        &self.state
    }

    /// Whether the reservation was used at all.
    pub const fn used(&self) -> bool {
        self.used
    }

    /// The billed amount of one instalment of one unit, when it is known.
    pub const fn instalment(&self) -> Option<Price> {
        self.instalment
    }

    /// What one unit costs today, when it is known.
    pub const fn current_unit_price(&self) -> Option<Price> {
        self.current_unit_price
    }

    /// The size that was reserved.
    pub fn sku_name(&self) -> Option<&str> {
        self.sku_name.as_deref()
    }

    /// Units that have had their final exchange.
    pub const fn exchanges_used(&self) -> u32 {
        self.exchanges_used
    }

    /// Units that have not had their final exchange.
    pub const fn units_with_exchange(&self) -> u32 {
        self.quantity - self.exchanges_used
    }

    /// Days from purchase to expiry.
    pub fn days_in_term(&self) -> i64 {
        (self.expiry_date - self.purchase_date).num_days()
    }

    /// Whether the reservation runs on this day: bought, and not expired.
    pub fn runs_on(&self, day: NaiveDate) -> bool {
        self.purchase_date <= day && day < self.expiry_date
    }

    /// What one instalment of one unit is billed at: as it is known, else the equal part of the price.
    pub(crate) fn billed_instalment(&self) -> Price {
        self.instalment.unwrap_or_else(|| self.unit_price.instalment(self.term.months()))
    }

    /// The billing cycles, as if it were paid monthly.
    pub(crate) const fn cycles(&self) -> Cycles {
        self.cycles
    }
}

/// A date within [`YEARS`].
///
/// # Errors
/// [`Problem::DateOutOfRange`] of the named field.
pub fn in_years(field: &'static str, date: NaiveDate) -> Result<NaiveDate, InputError> {
    if YEARS.contains(&date.year()) {
        Ok(date)
    } else {
        Err(InputError::new(field, Problem::DateOutOfRange))
    }
}

pub(crate) fn in_range(
    field: &'static str,
    value: u32,
    min: u32,
    max: u32,
) -> Result<u32, InputError> {
    if (min..=max).contains(&value) {
        Ok(value)
    } else {
        Err(InputError::new(field, Problem::OutOfRange { min, max }))
    }
}
