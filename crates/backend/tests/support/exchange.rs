//! Bodies of purchases and exchanges, and exchanges from the request to the result.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::{Desk, Item, Person, Reply, Store, block_on};

pub(crate) const CALCULATE: &str = "/providers/Microsoft.Capacity/calculateExchange";
pub(crate) const EXCHANGE: &str = "/providers/Microsoft.Capacity/exchange";

/// Path of a customer's first subscription.
pub(crate) fn subscription<S: Store>(desk: &Desk<S>, person: &Person) -> String {
    let list = desk.ask(person, "GET /subscriptions");
    list.rows()[0]["id"].as_str().expect("an id").to_owned()
}

/// A `PurchaseRequest` of virtual machines: a size in a region for a term, paid upfront.
pub(crate) fn machines(payer: &str, sku: &str, location: &str, term: &str, units: u64) -> Value {
    json!({
        "sku": { "name": sku },
        "location": location,
        "properties": {
            "reservedResourceType": "VirtualMachines",
            "billingScopeId": payer,
            "term": term,
            "billingPlan": "Upfront",
            "quantity": units,
            "displayName": format!("New {sku}"),
            "appliedScopeType": "Shared",
            "appliedScopes": null,
            "renew": false,
            "reservedResourceProperties": { "instanceFlexibility": "On" },
        },
    })
}

/// The same request with one of its properties replaced.
pub(crate) fn with(mut request: Value, property: &str, value: Value) -> Value {
    request["properties"][property] = value;
    request
}

/// A `SavingsPlanPurchaseRequest` in euros.
pub(crate) fn savings_plan(payer: &str, term: &str, hourly: &str) -> Value {
    let hourly: Value = serde_json::from_str(hourly).expect("a number");
    json!({
        "sku": { "name": "Compute_Savings_Plan" },
        "properties": {
            "displayName": "Savings plan",
            "billingScopeId": payer,
            "term": term,
            "billingPlan": "P1M",
            "appliedScopeType": "Shared",
            "commitment": { "currencyCode": "EUR", "amount": hourly, "grain": "Hourly" },
        },
    })
}

/// The body of `calculateExchange`.
pub(crate) fn draft(returns: &[(&Item, u64)], purchases: &[Value], plans: &[Value]) -> Value {
    let returned =
        |(item, units): &(&Item, u64)| json!({ "reservationId": item.id, "quantity": units });
    json!({
        "properties": {
            "reservationsToExchange": returns.iter().map(returned).collect::<Vec<_>>(),
            "reservationsToPurchase": purchases,
            "savingsPlansToPurchase": plans,
        },
    })
}

impl<S: Store> Desk<S> {
    /// Asks for the quote of an exchange under a policy, as far as it is accepted.
    pub(crate) fn calculate(&self, person: &Person, body: &Value, policy: &str) -> Reply {
        let what = format!("POST {CALCULATE}");
        block_on(self.ask_with(person, &what, &[("prorata-policy", policy)], body))
    }

    /// The quote of an exchange that is to be carried out under a policy, once it is there.
    #[track_caller]
    pub(crate) fn exchange_quote(&self, person: &Person, body: &Value, policy: &str) -> Value {
        self.adopt(policy);
        let accepted = self.calculate(person, body, policy);
        assert_eq!(accepted.status, 202, "{}", accepted.body);
        self.wait(TimeDelta::seconds(2));
        let result = self.follow(person, &accepted).body;
        assert_eq!(result["status"], "Succeeded", "{result}");
        result["properties"].clone()
    }

    /// Carries out the exchange of a quote, as far as it is accepted.
    pub(crate) fn exchange(&self, person: &Person, quote: &Value) -> Reply {
        self.post(person, EXCHANGE, &json!({ "properties": { "sessionId": quote["sessionId"] } }))
    }
}
