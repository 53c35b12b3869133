//! Several reservations of one customer returned together, under the one limit that they share.

use calculator::plan::{Plan, PlanItem, PlanSearch, Planning};
use calculator::{Currency, InputError, Money};
use chrono::NaiveDate;

use super::portfolio::Portfolio;
use super::quotes::{Outcome, Question};
use super::sums::sums;

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
    /// What is left of the limit on the first day before any of the returns, in USD.
    pub left: Money,
    /// What the returns of the first day take of it, in USD.
    pub taken: Money,
}

/// A search for what comes back for rows of one customer together, in steps none of which a person notices.
pub struct TogetherSearch {
    items: Vec<u32>,
    left_out: Vec<(u32, Outcome)>,
    left: Money,
    on: NaiveDate,
    search: PlanSearch,
}

impl TogetherSearch {
    /// Goes on with the search; `false` where it has come to its end.
    pub fn step(&mut self) -> bool {
        self.search.step()
    }

    /// The best that was found so far, with how much more is possible at most; `None` before that is known.
    pub fn so_far(&self) -> Option<Together> {
        let plan = self.search.so_far()?;
        let payable = sums(plan.schedule.iter().map(|planned| planned.payable));
        let now = plan.schedule.iter().filter(|planned| planned.on == self.on);
        let taken = now.map(|planned| planned.counts.minor()).sum();
        Some(Together {
            items: self.items.clone(),
            payable,
            left_out: self.left_out.clone(),
            left: self.left,
            taken: Money::from_minor(taken, Currency::USD),
            plan,
        })
    }
}

impl Portfolio {
    /// Begins to search what comes back if the rows of one customer that are among `rows` are returned from the
    /// day of the question until the day before `until`; with the day of the question, on that day alone. `None`
    /// where nothing can be returned.
    ///
    /// # Errors
    /// What cannot be planned: a missing rate (`usdRates.EUR`), or more rows than a plan may have (`items`).
    pub fn together(
        &self,
        customer: u32,
        rows: &[u32],
        question: &Question<'_>,
        until: NaiveDate,
    ) -> Result<Option<TogetherSearch>, InputError> {
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
        let left = policy.limit.left(ledger.used_on(on));
        let planning =
            Planning::new(holdings.collect(), on, until, policy, ledger, question.rates)?;
        let left_out = others.into_iter().map(|row| (row, outcome(row))).collect();
        Ok(Some(TogetherSearch { items, left_out, left, on, search: PlanSearch::new(planning) }))
    }
}
