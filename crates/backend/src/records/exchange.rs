//! What an exchange was asked to do, for as long as it is under way.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::records::documents::Document;
use crate::records::price_list::PriceRow;

/// What a draft can be read from again, at the same prices.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct Asked {
    /// The body of `calculateExchange`, as far as it was understood.
    pub(crate) body: Value,
    pub(crate) prices: Vec<PriceRow>,
}

/// What an answer lists.
pub(crate) const LISTS: [&str; 3] =
    ["reservationsToExchange", "reservationsToPurchase", "savingsPlansToPurchase"];

/// The ids of an order and of the one thing in it.
pub(crate) type Made = (String, String);

/// What an accepted exchange will do, with the ids of what it will make.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AcceptedExchange {
    pub(crate) asked: Asked,
    /// For each return the id of the record that will hold its units, if some are kept.
    pub(crate) siblings: Vec<String>,
    /// For each purchase what it will make.
    pub(crate) purchases: Vec<Made>,
    /// For each savings plan what it will make.
    pub(crate) savings_plans: Vec<Made>,
    /// The answer so far.
    pub(crate) answer: Value,
    /// Activities that will say how it ended.
    pub(crate) activities: Vec<String>,
}

impl Document for AcceptedExchange {
    const KIND: &'static str = "exchange";

    fn flaw(&self) -> Option<&'static str> {
        let is_list = |list: &Value| {
            list.is_null() || list.as_array().is_some_and(|all| all.iter().all(Value::is_object))
        };
        let is_answer =
            self.answer.is_object() && LISTS.iter().all(|name| is_list(&self.answer[name]));
        (!is_answer).then_some("its answer is none")
    }
}
