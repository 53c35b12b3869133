//! Several reservations of one customer returned together, under the one limit that they share.

use calculator::plan::{Plan, PlanItem, Planning, plan};
use calculator::{InputError, Money};
use chrono::NaiveDate;

use super::portfolio::Portfolio;
use super::quotes::{Outcome, Question};
use super::totals::Sums;

/// What comes back for rows of one customer together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Together {
    /// The rows that are planned, in the order of the plan's items.
    pub items: Vec<u32>,
    /// What to return when: all units of a row at once, the returns in the order in which they are made.
    pub plan: Plan,
    /// What the returns pay out. One amount per currency.
    pub payable: Vec<Money>,
    /// Rows that cannot be returned whatever the limit is, and why.
    pub left_out: Vec<(u32, Outcome)>,
}

impl Portfolio {
    /// What comes back if the rows of one customer that are among `rows` are returned from the day of the
    /// question until the day before `until`; with the day of the question, on that day alone. `None` where
    /// nothing can be returned.
    ///
    /// # Errors
    /// What cannot be planned: a missing rate (`usdRates.EUR`), or more rows than a plan may have (`items`).
    pub fn together(
        &self,
        customer: u32,
        rows: &[u32],
        question: &Question<'_>,
        until: NaiveDate,
    ) -> Result<Option<Together>, InputError> {
        let customer = &self.customers()[customer as usize];
        let own = rows.iter().copied().filter(|row| customer.rows.contains(row));
        let own: Vec<u32> = own.collect();
        let quotes = self.quotes_of(&own, question);
        let outcome = |row: u32| quotes.outcome[row as usize];
        let (items, others): (Vec<u32>, Vec<u32>) =
            own.into_iter().partition(|row| outcome(*row).depends_on_limit());
        let Some(ledger) = customer.ledger.clone().filter(|_| !items.is_empty()) else {
            return Ok(None);
        };
        let holdings = items.iter().filter_map(|row| self.holding(*row)).map(|holding| PlanItem {
            holding: holding.clone(),
            units: holding.quantity().into(),
            divisible: false,
        });
        let (on, policy) = (question.on, question.policy);
        let planning =
            Planning::new(holdings.collect(), on, until, policy, ledger, question.rates)?;
        let plan = plan(&planning);
        let mut payable = Sums::of(&quotes.currencies);
        for planned in &plan.schedule {
            let row = items[planned.item] as usize;
            payable.add(self.columns.currency[row], planned.payable.minor());
        }
        let payable = payable.amounts();
        let left_out = others.into_iter().map(|row| (row, outcome(row))).collect();
        Ok(Some(Together { items, plan, payable, left_out }))
    }
}
