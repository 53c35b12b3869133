//! What a row says, in the language of this moment.

use crate::i18n::calculations::{self, money};
use crate::i18n::catalogue::{customers, portfolio as texts, radar, reservation as record};
use crate::i18n::{self, Text, names, t_with};
use calculator::Money;
use portfolio::columns::{Fact, Facts, Outcome, Quote, RowView};

/// A value, and what else there is to know of it; either may be empty.
#[derive(Default)]
pub(super) struct Said {
    pub(super) value: String,
    pub(super) detail: String,
}

impl Said {
    fn of(value: String) -> Self {
        Self { value, detail: String::new() }
    }
}

/// What comes back today.
pub(super) fn back(row: &RowView<'_>, quote: &Quote) -> Said {
    let amount = |amount: Option<Money>| amount.map(money).unwrap_or_default();
    let refund = || amount(quote.amounts.map(|amounts| amounts.refund));
    match quote.outcome {
        Outcome::Allowed if quote.is_limit_checked => Said::of(amount(quote.payable)),
        Outcome::Allowed => {
            Said { value: refund(), detail: radar::NO_RATE_NO_CAP.get().to_owned() }
        }
        Outcome::Capped => {
            let detail = t_with(texts::CAPPED_OF, &[("amount", refund())]);
            Said { value: amount(quote.payable), detail }
        }
        Outcome::Refused(reason) => {
            Said { value: String::new(), detail: calculations::refusal(reason).get().to_owned() }
        }
        Outcome::LedgerUnknown => {
            Said { value: String::new(), detail: texts::CAP_UNKNOWN.get().to_owned() }
        }
        Outcome::FactsLacking => Said { value: String::new(), detail: lacking(row) },
    }
}

/// What is no longer owed after a return today; empty where there is none.
pub(super) fn owed(quote: &Quote) -> String {
    let is_return = !matches!(quote.outcome, Outcome::Refused(_) | Outcome::FactsLacking);
    let amounts = quote.amounts.filter(|_| is_return);
    amounts.map(|amounts| money(amounts.cancelled_instalments)).unwrap_or_default()
}

/// Which facts are missing, or else cannot be right.
pub(super) fn lacking(row: &RowView<'_>) -> String {
    let (text, facts) = match row.missing.is_empty() {
        true => (texts::UNUSABLE, row.wrong),
        false => (texts::MISSING, row.missing),
    };
    t_with(text, &[("facts", facts_in_words(facts))])
}

fn facts_in_words(facts: Facts) -> String {
    facts.iter().map(|fact| fact_name(fact).get()).collect::<Vec<_>>().join(", ")
}

/// What a fact is called.
pub(super) const fn fact_name(fact: Fact) -> Text {
    match fact {
        Fact::Quantity => record::QUANTITY,
        Fact::Term => record::TERM,
        Fact::PurchaseDate => record::PURCHASE_DATE,
        Fact::ExpiryDate => record::EXPIRATION_DATE,
        Fact::State => record::STATE,
        Fact::UnitPrice => record::PRICE,
        Fact::Instalment => record::INSTALMENT,
        Fact::Currency => texts::CURRENCY,
        Fact::BillingPlan => record::BILLING_PLAN,
        Fact::ResourceType => customers::TYPE,
    }
}

/// The state; for one whose term is over without anybody having written it down, that.
pub(super) fn state(row: &RowView<'_>) -> String {
    let expired = row.phase == Some(calculator::Phase::Expired);
    match row.state {
        Some(_) if expired => names::state(&calculator::ProvisioningState::Expired).to_owned(),
        Some(state) => names::state(state).to_owned(),
        None => String::new(),
    }
}

/// The term.
pub(super) fn term(row: &RowView<'_>) -> String {
    row.term.map(|term| names::term(&term.into()).to_owned()).unwrap_or_default()
}

/// What one unit costs over the whole term.
pub(super) fn price(row: &RowView<'_>) -> String {
    let price = row.unit_price.zip(row.currency);
    price
        .map(|(price, currency)| i18n::money(&price.to_string(), currency.code()))
        .unwrap_or_default()
}
