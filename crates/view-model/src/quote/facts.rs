//! The records that a quote is made of.

use azure::{Order, Reservation, Transaction, UsageGuess, UsageSummary, booked_ledger};
use calculator::{BillingPlan, Currency, Holding, InputError, Ledger, Price, ResourceType, Term};
use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;
use std::sync::Arc;

use crate::ExchangeRate;

/// The records that a quote is made of, read and checked.
#[derive(Debug)]
pub struct Facts {
    reservation: Arc<Reservation>,
    order: Arc<Order>,
    /// The reservation as the records alone tell it: with the usage that is guessed.
    holding: Holding,
    /// Past cancellations of the customer.
    pub ledger: Ledger,
    /// The rate that the service knows for the billing currency.
    pub rate: Option<ExchangeRate>,
    /// Whether the reservation was used, as far as utilization tells.
    pub usage: UsageGuess,
}

impl Facts {
    /// Reads the records. `rates` and `usage` are what a quote can do without: they are `None` when they
    /// did not come. `today` is the present UTC day.
    ///
    /// # Errors
    /// Names the field of the records that cannot be calculated with.
    pub fn new(
        reservation: Arc<Reservation>,
        order: Arc<Order>,
        transactions: &[Transaction],
        rates: Option<&[ExchangeRate]>,
        usage: Option<&[UsageSummary]>,
        today: NaiveDate,
    ) -> Result<Self, InputError> {
        let usage = UsageGuess::of(usage.unwrap_or_default());
        let holding = azure::holding(&reservation, &order, usage.is_used(), None)?;
        let code = holding.currency().code().to_owned();
        let rate = ExchangeRate::of(rates.unwrap_or_default(), &code).cloned();
        Ok(Self {
            ledger: booked_ledger(transactions, today)?,
            reservation,
            order,
            holding,
            rate,
            usage,
        })
    }

    /// The reservation with what the form adds.
    ///
    /// # Errors
    /// Since the records alone can be calculated with, an error is about the current price.
    pub fn holding(
        &self,
        is_used: bool,
        current_price: Option<Decimal>,
    ) -> Result<Holding, InputError> {
        azure::holding(&self.reservation, &self.order, is_used, current_price)
    }

    /// The record of the reservation.
    #[must_use]
    pub fn reservation(&self) -> &Reservation {
        &self.reservation
    }

    /// The subscription that pays for the reservation, as far as the record tells.
    #[must_use]
    pub fn subscription(&self) -> Option<String> {
        let payer = self.reservation.properties().billing_scope_id.as_ref()?;
        Some(payer.subscription()?.name().to_owned())
    }

    /// What the reservation is called.
    #[must_use]
    pub fn name(&self) -> &str {
        self.reservation.properties().display_name.as_deref().unwrap_or_default()
    }

    /// Units owned.
    #[must_use]
    pub const fn quantity(&self) -> u32 {
        self.holding.quantity()
    }

    /// The currency of every amount of the reservation.
    #[must_use]
    pub const fn currency(&self) -> Currency {
        self.holding.currency()
    }

    /// What one unit was bought for, for the whole term.
    #[must_use]
    pub const fn unit_price(&self) -> Price {
        self.holding.unit_price()
    }

    /// Whether a rate is needed to tell what counts against the limit.
    #[must_use]
    pub fn needs_rate(&self) -> bool {
        self.currency() != Currency::USD
    }

    /// The first and the last day on which something can be returned.
    #[must_use]
    pub fn days(&self) -> (NaiveDate, NaiveDate) {
        (self.holding.purchase_date(), self.holding.expiry_date() - Days::new(1))
    }

    /// What was reserved.
    #[must_use]
    pub const fn resource_type(&self) -> &ResourceType {
        self.holding.resource_type()
    }

    /// How the reservation is paid.
    #[must_use]
    pub const fn plan(&self) -> BillingPlan {
        self.holding.billing_plan()
    }

    /// How long the reservation runs.
    #[must_use]
    pub const fn term(&self) -> Term {
        self.holding.term()
    }

    /// The first UTC day without the reservation.
    #[must_use]
    pub const fn expiry_date(&self) -> NaiveDate {
        self.holding.expiry_date()
    }

    /// The state of the record.
    #[must_use]
    pub const fn state(&self) -> &calculator::ProvisioningState {
        self.holding.state()
    }
}
