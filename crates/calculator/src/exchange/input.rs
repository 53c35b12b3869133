//! What is returned and what is bought, validated once at the door.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::currency::Currency;
use crate::error::{InputError, Problem};
use crate::holding::{BillingPlan, Holding, QUANTITY_MAX, in_range, in_years};
use crate::money::{AMOUNT_MAX, DECIMAL_MAX, Money, Price, USD_CENTS_MAX};
use crate::policy::Policy;
use crate::resource::ResourceType;
use crate::savings_plan::SavingsPlanType;
use crate::term::Term;

/// The largest accepted number of returns, of purchases and of savings plans in one exchange.
pub const LINES_MAX: usize = 1_000;
// Sums over the lines are written as decimals.
const _: () = assert!(AMOUNT_MAX <= DECIMAL_MAX / LINES_MAX as i128);
const _: () = assert!(USD_CENTS_MAX <= DECIMAL_MAX / LINES_MAX as i128);

/// The most reservations that can be traded in at once. [Azure documentation, 2026-07-22]
pub const TRADED_IN_MAX: usize = 100;

/// Units of one reservation that are returned.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Return {
    /// The reservation.
    pub holding: Holding,
    /// Units to return. Any number may be asked for; 0 and more than owned are refused.
    pub units: u64,
}

/// The facts of a reservation to buy.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PurchaseInput {
    /// What is reserved.
    pub resource_type: ResourceType,
    /// The size, where the product has sizes.
    pub sku_name: Option<String>,
    /// How long it runs.
    pub term: Term,
    /// How it is paid.
    pub billing_plan: BillingPlan,
    /// Units, 1 to [`QUANTITY_MAX`].
    pub quantity: u32,
    /// The currency of the price.
    pub currency: Currency,
    /// What one unit costs over the whole term.
    pub unit_price: Decimal,
}

/// A reservation to buy that can be calculated with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Purchase {
    resource_type: ResourceType,
    sku_name: Option<Box<str>>,
    term: Term,
    billing_plan: BillingPlan,
    quantity: u32,
    unit_price: Price,
}

impl Purchase {
    /// Validates the facts of a purchase.
    ///
    /// # Errors
    /// Names the first field that cannot be calculated with.
    pub fn new(input: PurchaseInput) -> Result<Self, InputError> {
        Ok(Self {
            quantity: in_range("quantity", input.quantity, 1, QUANTITY_MAX)?,
            unit_price: Price::from_decimal(input.unit_price, input.currency)
                .map_err(|problem| InputError::new("unitPrice", problem))?,
            resource_type: input.resource_type,
            sku_name: input.sku_name.map(String::into_boxed_str),
            term: input.term,
            billing_plan: input.billing_plan,
        })
    }

    /// What is reserved.
    pub const fn resource_type(&self) -> &ResourceType {
        &self.resource_type
    }

    /// The size, where the product has sizes.
    pub fn sku_name(&self) -> Option<&str> {
        self.sku_name.as_deref()
    }

    /// How long it runs.
    pub const fn term(&self) -> Term {
        self.term
    }

    /// How it is paid.
    pub const fn billing_plan(&self) -> BillingPlan {
        self.billing_plan
    }

    /// Units bought.
    pub const fn quantity(&self) -> u32 {
        self.quantity
    }

    /// What one unit costs over the whole term.
    pub const fn unit_price(&self) -> Price {
        self.unit_price
    }

    /// The price of all units over the whole term, whatever the billing plan. [recorded answers]
    pub fn lifetime_price(&self) -> Money {
        self.lifetime_price_of(self.quantity)
    }

    /// What another quantity would cost over the whole term.
    pub fn lifetime_price_of(&self, quantity: u32) -> Money {
        let minor = self.unit_price.share(u64::from(quantity), 1, 1);
        Money::from_minor(minor, self.unit_price.currency())
    }

    /// Another quantity of the same, 1 to [`QUANTITY_MAX`].
    pub(crate) fn with_quantity(&self, quantity: u32) -> Self {
        debug_assert!((1..=QUANTITY_MAX).contains(&quantity), "{quantity}");
        Self { quantity, ..self.clone() }
    }

    /// What is due on the day of the purchase: everything, or the first instalment.
    pub fn due_now(&self) -> Money {
        match self.billing_plan {
            BillingPlan::Upfront => self.lifetime_price(),
            BillingPlan::Monthly => {
                let instalment = self.unit_price.instalment(self.term.months());
                let minor = instalment.share(u64::from(self.quantity), 1, 1);
                Money::from_minor(minor, self.unit_price.currency())
            }
        }
    }
}

/// A savings plan that reservations are traded in for; it is billed monthly.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SavingsPlan {
    kind: SavingsPlanType,
    term: Term,
    hourly_commitment: Price,
}

impl SavingsPlan {
    /// A plan with an hourly commitment, for one of the [terms](SavingsPlanType::terms) of its type.
    ///
    /// # Errors
    /// [`Problem::NotATermOfPlan`] for other terms, and what a price cannot be.
    pub fn new(
        kind: SavingsPlanType,
        term: Term,
        hourly: Decimal,
        currency: Currency,
    ) -> Result<Self, InputError> {
        if !kind.terms().contains(&term) {
            return Err(InputError::new("term", Problem::NotATermOfPlan(kind)));
        }
        let hourly_commitment = Price::from_decimal(hourly, currency)
            .map_err(|problem| InputError::new("hourlyCommitment", problem))?;
        Ok(Self { kind, term, hourly_commitment })
    }

    /// What it covers.
    pub const fn kind(&self) -> SavingsPlanType {
        self.kind
    }

    /// How long it runs.
    pub const fn term(&self) -> Term {
        self.term
    }

    /// What is committed for every hour.
    pub const fn hourly_commitment(&self) -> Price {
        self.hourly_commitment
    }

    /// Hours of the term: 8,760 for one year, 26,280 for three. [Azure documentation]
    pub fn hours(&self) -> i64 {
        hours(self.term)
    }

    /// The commitment over the whole term.
    pub fn lifetime_price(&self) -> Money {
        self.lifetime_price_for(self.term)
    }

    /// What the same commitment would come to over another term.
    pub(crate) fn lifetime_price_for(&self, term: Term) -> Money {
        let minor = self.hourly_commitment.share(1, hours(term), 1);
        Money::from_minor(minor, self.hourly_commitment.currency())
    }

    /// The first month of the commitment, truncated to the minor unit as instalments are.
    pub fn due_now(&self) -> Money {
        let price = self.lifetime_price();
        Money::from_minor(price.minor() / i128::from(self.term.months()), price.currency())
    }
}

fn hours(term: Term) -> i64 {
    i64::from(term.months() / 12) * 8_760
}

/// An exchange that can be calculated with.
///
/// Invariant: at least one return; every amount is in one currency; at most [`LINES_MAX`] lines
/// of each kind, and [`TRADED_IN_MAX`] returns where a savings plan is bought.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Exchange {
    pub(super) returns: Vec<Return>,
    pub(crate) purchases: Vec<Purchase>,
    savings_plans: Vec<SavingsPlan>,
    on: NaiveDate,
    policy: &'static Policy,
}

impl Exchange {
    /// Validates an exchange on a UTC day under a policy.
    ///
    /// # Errors
    /// Names the list that is too short or too long, the date, or the line in another currency.
    pub fn new(
        returns: Vec<Return>,
        purchases: Vec<Purchase>,
        savings_plans: Vec<SavingsPlan>,
        on: NaiveDate,
        policy: &'static Policy,
    ) -> Result<Self, InputError> {
        in_years("on", on)?;
        let returns_max = if savings_plans.is_empty() { LINES_MAX } else { TRADED_IN_MAX };
        for (field, count, min, max) in [
            ("returns", returns.len(), 1, returns_max),
            ("purchases", purchases.len(), 0, LINES_MAX),
            ("savingsPlans", savings_plans.len(), 0, LINES_MAX),
        ] {
            if !(min..=max).contains(&count) {
                let problem = Problem::WrongLength { min, max };
                return Err(InputError::new(field, problem));
            }
        }
        let currency = returns[0].holding.currency();
        let of_returns = returns.iter().map(|line| line.holding.currency());
        let of_purchases = purchases.iter().map(|line| line.unit_price.currency());
        let of_plans = savings_plans.iter().map(|plan| plan.hourly_commitment.currency());
        one_currency(currency, of_returns, "returns", "reservation.currencyCode")?;
        one_currency(currency, of_purchases, "purchases", "currencyCode")?;
        one_currency(currency, of_plans, "savingsPlans", "currencyCode")?;
        Ok(Self { returns, purchases, savings_plans, on, policy })
    }

    /// What is returned.
    pub fn returns(&self) -> &[Return] {
        &self.returns
    }

    /// What is bought.
    pub fn purchases(&self) -> &[Purchase] {
        &self.purchases
    }

    /// Savings plans that are bought.
    pub fn savings_plans(&self) -> &[SavingsPlan] {
        &self.savings_plans
    }

    /// Whether nothing is bought but savings plans, which needs no right to exchange.
    pub(crate) fn is_trade_in(&self) -> bool {
        self.purchases.is_empty() && !self.savings_plans.is_empty()
    }

    /// The UTC day of the exchange.
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// The version of the rules.
    pub const fn policy(&self) -> &'static Policy {
        self.policy
    }

    /// The same lines on another day; any day between those of its returns is one.
    pub(super) fn on_day(&self, on: NaiveDate) -> Self {
        Self { on, ..self.clone() }
    }

    /// The same lines under another version of the rules; what can be calculated with is the same in each.
    pub(super) fn under(&self, policy: &'static Policy) -> Self {
        Self { policy, ..self.clone() }
    }

    /// The currency of every amount.
    pub fn currency(&self) -> Currency {
        self.returns[0].holding.currency()
    }
}

fn one_currency(
    currency: Currency,
    mut lines: impl Iterator<Item = Currency>,
    list: &str,
    field: &str,
) -> Result<(), InputError> {
    match lines.position(|other| other != currency) {
        None => Ok(()),
        Some(place) => {
            let path = format!("{list}[{place}].{field}");
            Err(InputError::new(path, Problem::CurrencyMismatch))
        }
    }
}
