//! Quotes of many reservations at once, out of the columns that the service sends, and what they say in a row.

use crate::api::{Api, ApiError};
use crate::i18n::calculations::{self, money};
use crate::i18n::catalogue::{customer, portfolio as texts, radar, reservation as record};
use crate::i18n::{self, Text, t_with};
use crate::platform::clock;
use calculator::{Currency, Money, Policy, Refusal, UsdRate};
use chrono::NaiveDate;
use portfolio::columns::{
    Fact, Facts, Outcome, Portfolio, Question, Quote, RowView, Standing, split_blocks,
};
use view_model::{ReservationRef, usd_rates};

/// What the service has sent.
#[derive(Debug)]
pub(crate) struct Book {
    pub(crate) portfolio: Portfolio,
    /// USD for one unit of each currency, as far as it came.
    rates: Vec<(Currency, UsdRate)>,
}

impl Book {
    /// Asks the service for the reservations of the customer with this tenant GUID, or of all.
    ///
    /// # Errors
    /// [`ApiError`]; rates that do not come are none.
    pub(crate) async fn read(api: Api, customer: Option<&str>) -> Result<Self, ApiError> {
        let bytes = match customer {
            Some(customer) => api.portfolio_of(customer).await?,
            None => api.portfolio().await?,
        };
        // Without them the cap of what is not in USD is not checked, and the rows say so.
        let rates = api.exchange_rates().await.unwrap_or_default();
        let blocks = split_blocks(&bytes).map_err(|error| ApiError::Malformed {
            path: "portfolio".to_owned(),
            reason: error.to_string(),
            request_id: None,
        })?;
        Ok(Self { portfolio: Portfolio::of(blocks, clock::today()), rates: usd_rates(&rates) })
    }

    /// Which reservation a row is; `None` where there is no record of it to ask for yet.
    pub(crate) fn reference(&self, row: &RowView<'_>) -> Option<ReservationRef> {
        let has_ids = !row.order_id.is_empty() && !row.reservation_id.is_empty();
        (has_ids && row.standing == Standing::Record).then(|| ReservationRef {
            customer: self.portfolio.customers()[row.customer as usize].tenant_id.to_string(),
            order: row.order_id.to_owned(),
            reservation: row.reservation_id.to_owned(),
        })
    }

    /// USD for one unit of a currency.
    pub(crate) fn rate(&self, code: &str) -> Option<UsdRate> {
        let own = self.rates.iter().find(|(currency, _)| currency.code() == code);
        own.map(|(_, rate)| *rate)
    }

    /// Whether both are of one day, with the same rates.
    pub(crate) fn has_market_of(&self, other: &Self) -> bool {
        self.portfolio.today() == other.portfolio.today() && self.rates == other.rates
    }

    /// What all rows are quoted for.
    pub(crate) fn question(&self, on: NaiveDate, policy: &'static Policy) -> Question<'_> {
        Question { on, policy, rates: &self.rates }
    }
}

/// A value, and what else there is to know of it; either may be empty.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) value: String,
    pub(crate) detail: String,
}

impl Said {
    fn of(value: String) -> Self {
        Self { value, detail: String::new() }
    }
}

/// What a row is called: by the customer, else by its product, else by its id.
pub(crate) fn row_name<'a>(row: &RowView<'a>) -> &'a str {
    [row.name, row.sku, row.reservation_id, row.order_id]
        .into_iter()
        .find(|name| !name.is_empty())
        .unwrap_or("–")
}

/// What comes back today.
pub(crate) fn back(row: &RowView<'_>, quote: &Quote) -> Said {
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
            Said { value: String::new(), detail: refusal(reason).get().to_owned() }
        }
        Outcome::LedgerUnknown => {
            Said { value: String::new(), detail: texts::CAP_UNKNOWN.get().to_owned() }
        }
        Outcome::FactsLacking => Said { value: String::new(), detail: lacking(row) },
    }
}

/// Why nothing comes back, in as few words as a cell has room for; the page of the refund says more.
const fn refusal(reason: Refusal) -> Text {
    match reason {
        Refusal::OperationCannotBePerformedInCurrentState => texts::NOT_IN_THIS_STATE,
        Refusal::SelfServiceRefundNotSupported => texts::NOT_THIS_PRODUCT,
        Refusal::RefundLimitExceeded => texts::OVER_THE_CAP,
        reason => calculations::refusal(reason),
    }
}

/// What is no longer owed after a return today; empty where there is none.
pub(crate) fn owed(quote: &Quote) -> String {
    let is_return = !matches!(quote.outcome, Outcome::Refused(_) | Outcome::FactsLacking);
    let amounts = quote.amounts.filter(|_| is_return);
    amounts.map(|amounts| money(amounts.cancelled_instalments)).unwrap_or_default()
}

/// Which facts are missing, or else cannot be right.
pub(crate) fn lacking(row: &RowView<'_>) -> String {
    let (text, facts) = match row.missing.is_empty() {
        true => (texts::UNUSABLE, row.wrong),
        false => (texts::MISSING, row.missing),
    };
    t_with(text, &[("facts", facts_in_words(facts))])
}

fn facts_in_words(facts: Facts) -> String {
    i18n::list(&facts.iter().map(|fact| fact_name(fact).get().to_owned()).collect::<Vec<_>>())
}

/// What a fact is called.
pub(crate) const fn fact_name(fact: Fact) -> Text {
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
        Fact::ResourceType => customer::TYPE,
    }
}
