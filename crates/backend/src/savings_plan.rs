//! Savings plans: what reservations can be traded in for. They are bought by an exchange, read
//! here, and never cancelled.

use calculator::exchange::SavingsPlan;
use calculator::{Currency, Term};
use chrono::{DateTime, Months, Utc};
use http::Method;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::auth::Permission;
use crate::call::Call;
use crate::customers::{Customer, billing_account_id};
use crate::field::Field;
use crate::page::page;
use crate::problem::Problem;
use crate::purchase::billing_scope;
use crate::records::{Document, Records};
use crate::route::{Handler, Route};
use crate::wire;

pub(crate) const ROUTES: &[Route] = &[
    Route {
        method: Method::GET,
        path: "/providers/Microsoft.BillingBenefits/savingsPlanOrders",
        action: "Microsoft.BillingBenefits/savingsPlanOrders/read",
        permission: Permission::ReadRecords,
        handler: Handler::OwnRecords(list_orders),
    },
    Route {
        method: Method::GET,
        path: "/providers/Microsoft.BillingBenefits/savingsPlanOrders/{order}/savingsPlans",
        action: "Microsoft.BillingBenefits/savingsPlanOrders/savingsPlans/read",
        permission: Permission::ReadRecords,
        handler: Handler::OwnRecords(list_plans),
    },
];

/// The one product: it covers compute of any kind.
const SKU: &str = "Compute_Savings_Plan";

/// A savings plan that was bought.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Bought {
    id: String,
    at: DateTime<Utc>,
    plan: WantedPlan,
}

impl Document for Bought {
    const KIND: &'static str = "savingsPlanOrder";
}

/// A savings plan to buy: what a `SavingsPlanPurchaseRequest` asks for.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WantedPlan {
    term: String,
    /// What is committed for every hour.
    hourly: Decimal,
    currency: String,
    display_name: String,
    billing_scope_id: String,
    /// The request as it came, which answers repeat.
    pub(crate) request: Value,
}

impl WantedPlan {
    /// Reads a `SavingsPlanPurchaseRequest`.
    ///
    /// # Errors
    /// 400 that names the field at fault.
    pub(crate) fn read(request: &Field<'_>, customer: &Customer) -> Result<Self, Problem> {
        let sku = request.at("sku").at("name");
        if sku.text()? != SKU {
            return Err(sku.invalid(format!("must be {SKU}")));
        }
        let properties = request.at("properties");
        let commitment = properties.at("commitment");
        let grain = commitment.at("grain");
        if grain.optional_text()?.is_some_and(|grain| grain != "Hourly") {
            return Err(grain.invalid("must be Hourly"));
        }
        let plan = Self {
            term: properties.at("term").read(Term::parse)?.to_string(),
            hourly: commitment.at("amount").decimal()?,
            currency: commitment.at("currencyCode").read(Currency::parse)?.to_string(),
            display_name: properties.at("displayName").optional_text()?.unwrap_or(SKU).to_owned(),
            billing_scope_id: billing_scope(&properties.at("billingScopeId"), customer)?,
            request: request.value().clone(),
        };
        plan.plan().map_err(|error| {
            let field = match error.field.as_ref() {
                "term" => properties.at("term"),
                _ => commitment.at("amount"),
            };
            field.invalid(error.problem)
        })?;
        Ok(plan)
    }

    /// The plan as the calculator sees it.
    pub(crate) fn plan(&self) -> Result<SavingsPlan, calculator::InputError> {
        let at = |field| move |problem| calculator::InputError::new(field, problem);
        let term = Term::parse(&self.term).map_err(at("term"))?;
        let currency = Currency::parse(&self.currency).map_err(at("currencyCode"))?;
        SavingsPlan::new(term, self.hourly, currency)
    }

    /// Commitment and term in one line.
    pub(crate) fn in_words(&self) -> String {
        let Self { hourly, currency, term, .. } = self;
        format!("{SKU}, {hourly} {currency}/h, {term}")
    }

    /// Stores the plan, bought at a time.
    pub(crate) fn put(&self, records: &mut Records, order: &str, id: &str, at: DateTime<Utc>) {
        records.put(order, &Bought { id: id.to_owned(), at, plan: self.clone() });
    }
}

/// The full id of an order of a savings plan.
pub(crate) fn order_id(order: &str) -> String {
    format!("/providers/Microsoft.BillingBenefits/savingsPlanOrders/{order}")
}

/// The full id of a savings plan within its order.
pub(crate) fn plan_id(order: &str, id: &str) -> String {
    format!("{}/savingsPlans/{id}", order_id(order))
}

impl Bought {
    /// What order and plan have in common.
    fn properties(&self, customer: &Customer) -> Value {
        let WantedPlan { term, display_name, billing_scope_id, .. } = &self.plan;
        let account = billing_account_id(&customer.billing_account);
        let months = Term::parse(term).map_or(12, Term::months);
        json!({
            "displayName": display_name,
            "provisioningState": "Succeeded",
            "displayProvisioningState": "Succeeded",
            "billingScopeId": billing_scope_id,
            "billingProfileId": format!("{account}/billingProfiles/{}", customer.billing_profile),
            "billingAccountId": account,
            "term": term,
            "billingPlan": "P1M",
            "benefitStartTime": wire::timestamp(self.at),
            "expiryDateTime": wire::timestamp(self.at + Months::new(months)),
        })
    }

    fn order_to_wire(&self, order: &str, customer: &Customer) -> Value {
        let mut properties = self.properties(customer);
        properties["savingsPlans"] = json!([plan_id(order, &self.id)]);
        let total = self.plan.plan().map(|plan| wire::money(plan.lifetime_price()));
        properties["planInformation"] = json!({
            "pricingCurrencyTotal": total.unwrap_or_default(),
            "startDate": self.at.date_naive(),
        });
        json!({
            "id": order_id(order),
            "name": order,
            "type": "microsoft.billingbenefits/savingsPlanOrders",
            "sku": { "name": SKU },
            "properties": properties,
        })
    }

    fn plan_to_wire(&self, order: &str, customer: &Customer) -> Value {
        let mut properties = self.properties(customer);
        let mut commitment = wire::price(self.plan.hourly, &self.plan.currency);
        commitment["grain"] = "Hourly".into();
        properties["commitment"] = commitment;
        properties["purchaseDateTime"] = wire::timestamp(self.at).into();
        for field in ["appliedScopeType", "appliedScopeProperties"] {
            let asked = &self.plan.request["properties"][field];
            if !asked.is_null() {
                properties[field] = asked.clone();
            }
        }
        json!({
            "id": plan_id(order, &self.id),
            "name": self.id,
            "type": "microsoft.billingbenefits/savingsPlanOrders/savingsPlans",
            "sku": { "name": SKU },
            "properties": properties,
        })
    }
}

fn list_orders(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let customer = Customer::of(records)?;
    let all = records.all::<Bought>()?;
    let rows: Vec<Value> =
        all.iter().map(|(id, bought)| bought.order_to_wire(id, &customer)).collect();
    Ok(Answer::ok(&page(&rows, call)?))
}

fn list_plans(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let customer = Customer::of(records)?;
    let order = call.param("order");
    let bought: Bought = records.get(order)?.ok_or_else(|| {
        let message = format!("The savings plan order '{order}' was not found.");
        Problem::new(404, "NotFound", message)
    })?;
    Ok(Answer::ok(&page(&[bought.plan_to_wire(order, &customer)], call)?))
}
