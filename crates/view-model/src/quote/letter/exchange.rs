//! The letter about an exchange: until when its amounts hold, and why there may be none. What else it says is in the
//! quote: of an exchange nothing is divided, since what Microsoft credits and charges goes together.

use crate::quote::exchange::Quoted;
use calculator::exchange::{Exchange, assess_exchange};
use calculator::{Refusal, Source};
use chrono::NaiveDate;

/// Why there is no letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoLetter {
    /// Nothing is bought yet.
    NothingBought,
    /// The exchange is refused.
    Refused(Refusal),
}

/// What a letter says beside the quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The last day on which everything is as on that of the quote.
    pub holds_until: NaiveDate,
    /// The documents of the rules.
    pub sources: Vec<Source>,
}

impl Letter {
    /// The letter about a quote.
    ///
    /// # Errors
    /// [`NoLetter`], when nothing can be told to a customer.
    pub fn of(quoted: &Quoted) -> Result<Self, NoLetter> {
        if quoted.is_empty() {
            return Err(NoLetter::NothingBought);
        }
        if let Some(refusal) = quoted.quote.assessment.decision.refusal() {
            return Err(NoLetter::Refused(refusal));
        }
        Ok(Self {
            holds_until: holds_until(&quoted.case.exchange),
            sources: super::sources(&quoted.quote.steps),
        })
    }
}

/// The last of the days from that of the exchange on with the same outcome, one after the other.
fn holds_until(exchange: &Exchange) -> NaiveDate {
    let on = exchange.on();
    let expiry = exchange.returns().iter().map(|line| line.holding.expiry_date()).min();
    let of_quote = assess_exchange(exchange);
    let is_same = |day: &NaiveDate| {
        let (returns, purchases) = (exchange.returns().to_vec(), exchange.purchases().to_vec());
        let plans = exchange.savings_plans().to_vec();
        let then = Exchange::new(returns, purchases, plans, *day, exchange.policy());
        then.is_ok_and(|then| assess_exchange(&then) == of_quote)
    };
    let later = on.iter_days().skip(1).take_while(|day| expiry.is_some_and(|end| *day < end));
    later.take_while(is_same).last().unwrap_or(on)
}
