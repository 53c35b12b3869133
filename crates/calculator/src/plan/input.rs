//! What a plan is to be made for, and the returns that it may consist of.

use chrono::{Days, NaiveDate};

use crate::assessment::RefundInput;
use crate::currency::Currency;
use crate::error::{InputError, Problem};
use crate::exchange::LINES_MAX;
use crate::holding::{Holding, in_years};
use crate::ledger::Ledger;
use crate::money::{Money, UsdRate};
use crate::policy::Policy;
use crate::timeline::Charges;

/// Units of one reservation that are no longer needed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PlanItem {
    /// The reservation.
    pub holding: Holding,
    /// How many of its units, 1 to all.
    pub units: u64,
    /// Whether units may be returned on different days; otherwise all go at once.
    pub divisible: bool,
}

/// Reservations that are no longer needed, and what a plan for them depends on.
///
/// Invariant: 1 to [`LINES_MAX`] items of owned units, each with a rate.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Planning {
    pub(crate) items: Vec<PlanItem>,
    pub(crate) rates: Vec<UsdRate>,
    pub(crate) on: NaiveDate,
    pub(crate) until: NaiveDate,
    pub(crate) policy: &'static Policy,
    pub(crate) ledger: Ledger,
}

impl Planning {
    /// A plan to be made for the days from `on` until the day before `until`; `on` itself always counts.
    ///
    /// `usd_rates` are needed for every currency of the items but USD, which is its own. What the ledger holds was
    /// booked before anything of the plan, so that an entry of a later day than `on` counts as one of that day.
    ///
    /// # Errors
    /// Names the field as the JSON request spells it, such as `items[3].returnQuantity` or `usdRates.EUR`.
    pub fn new(
        items: Vec<PlanItem>,
        on: NaiveDate,
        until: NaiveDate,
        policy: &'static Policy,
        ledger: Ledger,
        usd_rates: &[(Currency, UsdRate)],
    ) -> Result<Self, InputError> {
        if !(1..=LINES_MAX).contains(&items.len()) {
            return Err(InputError::new("items", Problem::WrongLength { min: 1, max: LINES_MAX }));
        }
        in_years("on", on)?;
        in_years("until", until)?;
        for (place, item) in items.iter().enumerate() {
            let max = item.holding.quantity();
            if !(1..=u64::from(max)).contains(&item.units) {
                let problem = Problem::OutOfRange { min: 1, max };
                return Err(InputError::new(format!("items[{place}].returnQuantity"), problem));
            }
        }
        let rate = |item: &PlanItem| {
            let currency = item.holding.currency();
            let given = usd_rates.iter().find(|(of, _)| *of == currency).map(|(_, rate)| *rate);
            let rate = if currency == Currency::USD { Some(UsdRate::ONE) } else { given };
            rate.ok_or_else(|| InputError::new(format!("usdRates.{currency}"), Problem::Missing))
        };
        let rates = items.iter().map(rate).collect::<Result<_, _>>()?;
        let ledger = Ledger::of_booked(ledger.entries().to_vec(), on)?;
        Ok(Self { items, rates, on, until, policy, ledger })
    }

    /// What is to be returned.
    pub fn items(&self) -> &[PlanItem] {
        &self.items
    }

    /// The day after the last one on which something may be returned.
    pub(super) fn end(&self) -> NaiveDate {
        self.until.max(self.on + Days::new(1))
    }

    /// A return of some units of an item.
    pub(super) fn input<'a>(
        &'a self,
        item: usize,
        units: u64,
        on: NaiveDate,
        ledger: &'a Ledger,
    ) -> RefundInput<'a> {
        RefundInput {
            holding: &self.items[item].holding,
            units,
            on,
            policy: self.policy,
            ledger,
            usd_rate: Some(self.rates[item]),
            fee_rate: None,
        }
    }

    /// What is charged for units after the first day of the plan, up to a day of their term.
    pub(super) fn charged(&self, item: usize, units: u64, on: NaiveDate) -> Money {
        let holding = &self.items[item].holding;
        let start = self.on.max(holding.purchase_date());
        let charges = Charges::of(&self.input(item, units, start, &self.ledger), start);
        let minor = charges.map_or(0, |charges| charges.until(on));
        Money::from_minor(minor, holding.currency())
    }

    /// What is still charged for units that are kept: nothing where the reservation has ended.
    pub(super) fn charged_if_kept(&self, item: usize, units: u64) -> Money {
        let holding = &self.items[item].holding;
        let runs = !holding.state().phase().is_final() && self.on < holding.expiry_date();
        if runs && units > 0 {
            self.charged(item, units, holding.expiry_date() - Days::new(1))
        } else {
            Money::zero(holding.currency())
        }
    }

    /// The same plan for its first day alone.
    pub(super) fn today(&self) -> Self {
        Self { until: self.on, ..self.clone() }
    }
}

/// Units of an item on a day: what a search answers with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Move {
    pub(super) item: usize,
    pub(super) units: u64,
    pub(crate) on: NaiveDate,
}
