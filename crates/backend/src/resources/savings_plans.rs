//! Savings plans: what reservations can be traded in for. They are bought by an exchange, read
//! here, and never cancelled.

use calculator::exchange::{SavingsPlan, SavingsPlanType};
use calculator::{Currency, ProvisioningState, Term};
use chrono::{DateTime, Months, Utc};
use serde_json::Value;

use crate::http::{Answer, BodyField, Call, Problem, page};
use crate::records::customer::billing_account_id;
use crate::records::kinds::SavingsPlanOrder;
use crate::records::{Customer, Records, json, wire};
use crate::resources::purchase_request::billing_scope;

/// What is kept of a request.
const FIELDS: &[&str] = &[
    "sku/name",
    "properties/displayName",
    "properties/billingScopeId",
    "properties/term",
    "properties/billingPlan",
    "properties/appliedScopeType",
    "properties/appliedScopes",
    "properties/appliedScopeProperties",
    "properties/commitment",
    "properties/renew",
];

/// A savings plan to buy: what a `SavingsPlanPurchaseRequest` asks for.
pub(crate) struct SavingsPlanRequest {
    /// The plan as the calculator sees it.
    pub(crate) plan: SavingsPlan,
    /// The request as it came, as far as it was understood, which answers repeat.
    pub(crate) as_sent: Value,
    display_name: String,
    billing_scope_id: String,
}

impl SavingsPlanRequest {
    /// Reads a `SavingsPlanPurchaseRequest`.
    ///
    /// # Errors
    /// 400 that names the field at fault.
    pub(crate) fn read(request: &BodyField<'_>, customer: &Customer) -> Result<Self, Problem> {
        let product = request.at("sku").at("name");
        let name = product.text()?;
        let mut kinds = SavingsPlanType::ALL.into_iter();
        let Some(kind) = kinds.find(|kind| kind.sku_name() == name) else {
            return Err(product.invalid(format!(
                "must be {}",
                SavingsPlanType::ALL.map(SavingsPlanType::sku_name).join(" or ")
            )));
        };
        let properties = request.at("properties");
        let commitment = properties.at("commitment");
        let grain = commitment.at("grain");
        if grain.optional_text()?.is_some_and(|grain| grain != "Hourly") {
            return Err(grain.invalid("must be Hourly"));
        }
        let (term, amount) = (properties.at("term"), commitment.at("amount"));
        let currency = commitment.at("currencyCode").read(Currency::parse)?;
        let plan = SavingsPlan::new(kind, term.read(Term::parse)?, amount.decimal()?, currency);
        Ok(Self {
            plan: plan.map_err(|error| {
                let field = if error.field == "term" { term } else { amount };
                field.invalid(error.problem)
            })?,
            as_sent: request.shallow_fields(FIELDS),
            display_name: properties.at("displayName").optional_text()?.unwrap_or(name).to_owned(),
            billing_scope_id: billing_scope(&properties.at("billingScopeId"), customer)?,
        })
    }

    /// Commitment and term in one line.
    pub(crate) fn in_words(&self) -> String {
        let hourly = self.plan.hourly_commitment();
        let product = self.plan.kind().sku_name();
        format!("{product}, {hourly} {}/h, {}", hourly.currency(), self.plan.term())
    }

    /// Stores the plan, bought at a time.
    pub(crate) fn put(&self, records: &mut Records, order: &str, id: &str, at: DateTime<Utc>) {
        records
            .put(order, &SavingsPlanOrder { id: id.to_owned(), at, request: self.as_sent.clone() });
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

impl SavingsPlanOrder {
    /// What was bought, and what order and plan have in common.
    fn parts(&self, customer: &Customer) -> Result<(SavingsPlanRequest, Value), Problem> {
        let request = SavingsPlanRequest::read(&BodyField::root(&self.request), customer)?;
        let account = billing_account_id(&customer.billing_account);
        let term = request.plan.term();
        let properties = json!({
            "displayName": request.display_name,
            "provisioningState": ProvisioningState::Succeeded,
            "displayProvisioningState": azure::DisplayedState::Succeeded,
            "billingScopeId": request.billing_scope_id,
            "billingProfileId": format!("{account}/billingProfiles/{}", customer.billing_profile),
            "billingAccountId": account,
            "term": term.to_string(),
            "billingPlan": azure::SAVINGS_PLAN_MONTHLY,
            "benefitStartTime": wire::timestamp(self.at),
            "expiryDateTime": wire::timestamp(self.at + Months::new(term.months())),
        });
        Ok((request, properties))
    }

    fn order_to_wire(&self, order: &str, customer: &Customer) -> Result<Value, Problem> {
        let (request, mut properties) = self.parts(customer)?;
        properties["savingsPlans"] = json!([plan_id(order, &self.id)]);
        properties["planInformation"] = json!({
            "pricingCurrencyTotal": wire::money(request.plan.lifetime_price()),
            "startDate": self.at.date_naive(),
        });
        Ok(json!({
            "id": order_id(order),
            "name": order,
            "type": "microsoft.billingbenefits/savingsPlanOrders",
            "sku": { "name": request.plan.kind().sku_name() },
            "properties": properties,
        }))
    }

    fn plan_to_wire(&self, order: &str, customer: &Customer) -> Result<Value, Problem> {
        let (request, mut properties) = self.parts(customer)?;
        let asked = &request.as_sent["properties"];
        properties["purchaseDateTime"] = wire::timestamp(self.at).into();
        for field in ["commitment", "appliedScopeType", "appliedScopeProperties"] {
            if !asked[field].is_null() {
                properties[field] = asked[field].clone();
            }
        }
        Ok(json!({
            "id": plan_id(order, &self.id),
            "name": self.id,
            "type": "microsoft.billingbenefits/savingsPlanOrders/savingsPlans",
            "sku": { "name": request.plan.kind().sku_name() },
            "properties": properties,
        }))
    }
}

pub(crate) fn list_orders(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let customer = Customer::of(records)?;
    let mut rows = Vec::new();
    for (id, bought) in records.all::<SavingsPlanOrder>() {
        rows.push(bought.order_to_wire(&id, &customer)?);
    }
    Ok(Answer::ok(&page(&rows, call)?))
}

pub(crate) fn list_plans(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let customer = Customer::of(records)?;
    let order = call.param("order");
    let bought: SavingsPlanOrder = records.get(order)?.ok_or_else(|| {
        let message = format!("The savings plan order '{order}' was not found.");
        Problem::new(404, "NotFound", message)
    })?;
    Ok(Answer::ok(&page(&[bought.plan_to_wire(order, &customer)?], call)?))
}
