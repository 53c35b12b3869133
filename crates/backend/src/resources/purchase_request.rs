//! A reservation that somebody wants to buy: read out of a request, and made a record.

use azure::InstanceFlexibility;
use calculator::exchange::Purchase;
use calculator::{BillingPlan, ProvisioningState, ResourceType, Term};
use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::http::{BodyField, Problem};
use crate::records::price_list::{Market, PriceRow, Prices};
use crate::records::reservation::{Links, Scope};
use crate::records::usage::{Course, Usage};
use crate::records::{Customer, Order, Records, Reservation, wire};
use crate::resources::reservations::update;

/// What is kept of a request.
const FIELDS: &[&str] = &[
    "sku/name",
    "location",
    "properties/reservedResourceType",
    "properties/billingScopeId",
    "properties/term",
    "properties/billingPlan",
    "properties/quantity",
    "properties/displayName",
    "properties/appliedScopeType",
    "properties/appliedScopes",
    "properties/appliedScopeProperties",
    "properties/renew",
    "properties/reviewDateTime",
    "properties/reservedResourceProperties",
];

/// A reservation to buy at a price: what a `PurchaseRequest` asks for.
pub(crate) struct PurchaseRequest {
    /// The purchase as the calculator sees it.
    pub(crate) purchase: Purchase,
    /// The price at which it is bought.
    pub(crate) row: PriceRow,
    /// The request as it came, as far as it was understood, which answers repeat.
    pub(crate) as_sent: Value,
    /// Product, region and term in words.
    pub(crate) sku_description: String,
    display_name: String,
    scope: Scope,
    billing_scope_id: String,
    renew: bool,
    instance_flexibility: Option<InstanceFlexibility>,
    review_at: Option<DateTime<Utc>>,
}

impl PurchaseRequest {
    /// Reads a `PurchaseRequest` and looks up what it costs.
    ///
    /// # Errors
    /// 400 that names the field at fault, also when there is no price.
    pub(crate) fn read(
        request: &BodyField<'_>,
        customer: &Customer,
        prices: &Prices,
        market: &Market,
    ) -> Result<Self, Problem> {
        let properties = request.at("properties");
        let resource_type = ResourceType::parse(properties.at("reservedResourceType").text()?);
        let sku = request.at("sku").at("name");
        let (name, location) = (sku.text()?, request.at("location").text()?);
        let term = properties.at("term").read(Term::parse)?;
        let row = prices.find(&resource_type, name, location, term).ok_or_else(|| {
            let message =
                format!("There is no price for {name} ({resource_type}) in {location} for {term}.");
            Problem::new(400, "CalculatePriceFailed", message).of_field(sku.path())
        })?;
        let plan = properties.at("billingPlan").read(BillingPlan::parse)?;
        let quantity = properties.at("quantity");
        let purchase =
            row.purchase(plan, quantity.count()?).map_err(|problem| quantity.invalid(problem))?;
        let product = (market.product)(&row.sku_name);
        let flexibility = properties.at("reservedResourceProperties").at("instanceFlexibility");
        let review = properties.at("reviewDateTime");
        let wrong = || review.invalid("must be a time");
        let review_at = review.optional_text()?;
        let review_at = review_at.map(|text| wire::parse_time(text).ok_or_else(wrong)).transpose();
        Ok(Self {
            purchase,
            row: row.clone(),
            as_sent: request.shallow_fields(FIELDS),
            sku_description: market.sku_description(&row.sku_name, &row.location, term),
            display_name: display_name(&properties.at("displayName"), &row.sku_name)?,
            scope: scope(&properties, customer)?,
            billing_scope_id: billing_scope(&properties.at("billingScopeId"), customer)?,
            renew: properties.at("renew").flag()?,
            instance_flexibility: instance_flexibility(
                &flexibility,
                product.and_then(|it| it.flexibility),
            )?,
            review_at: review_at?,
        })
    }

    /// Product, quantity, term and plan in one line.
    pub(crate) fn in_words(&self) -> String {
        let PriceRow { sku_name, location, term, .. } = &self.row;
        let (quantity, plan) = (self.purchase.quantity(), self.purchase.billing_plan());
        format!("{quantity} × {sku_name}, {location}, {term}, {plan}")
    }

    /// The order that is made, in a state.
    pub(crate) fn order(&self, state: ProvisioningState, at: DateTime<Utc>) -> Order {
        Order {
            display_name: self.display_name.clone(),
            purchased_at: at,
            term: self.row.term,
            billing_plan: self.purchase.billing_plan(),
            original_quantity: self.purchase.quantity(),
            currency: self.row.currency_code,
            unit_price: self.purchase.unit_price().to_decimal(),
            state,
            returned: Vec::new(),
            expires_on: None,
            guesses: Vec::new(),
            etag: 1,
        }
    }

    /// Stores the order and its one reservation, bought at a time.
    ///
    /// # Errors
    /// 409 when what is stored cannot be read.
    pub(crate) fn put(
        &self,
        records: &mut Records,
        (order_id, id): (&str, &str),
        (state, at): (ProvisioningState, DateTime<Utc>),
        swap_source: Option<String>,
    ) -> Result<(), Problem> {
        let mut reservation = Reservation {
            display_name: self.display_name.clone(),
            resource_type: self.row.reserved_resource_type.clone(),
            sku_name: self.row.sku_name.clone(),
            sku_description: self.sku_description.clone(),
            location: self.row.location.clone(),
            quantity: self.purchase.quantity(),
            state: state.clone(),
            scope: self.scope.clone(),
            renew: self.renew,
            renewal: None,
            archived: false,
            instance_flexibility: self.instance_flexibility.clone(),
            billing_scope_id: self.billing_scope_id.clone(),
            updated_at: at,
            review_at: self.review_at,
            ended_on: None,
            exchange: None,
            links: Links { swap_source, ..Links::default() },
            // Nothing has run on it yet; whatever will is invented, as all usage here.
            usage: Usage {
                course: Course::Growing,
                percent: 80,
                seed: id.get(..8).and_then(|hex| u32::from_str_radix(hex, 16).ok()).unwrap_or(0),
            },
            origin: None,
            sentinel: None,
            etag: 0,
        };
        records.put(order_id, &self.order(state, at));
        Ok(reservation.save(records, order_id, id, at)?)
    }
}

/// A name of the reservation; that of the product, where none is given.
fn display_name(field: &BodyField<'_>, sku_name: &str) -> Result<String, Problem> {
    let name = field.optional_text()?.unwrap_or(sku_name).trim();
    if name.chars().count() > update::NAME_CHARS_MAX {
        let why = format!("must have 1 to {} characters", update::NAME_CHARS_MAX);
        return Err(field.invalid(why));
    }
    Ok(name.to_owned())
}

/// What the benefit applies to; everything, where nothing is said.
fn scope(properties: &BodyField<'_>, customer: &Customer) -> Result<Scope, Problem> {
    let mut sent = properties.value().as_object().cloned().unwrap_or_default();
    sent.retain(|_, value| !value.is_null());
    let scope = update::scope(&sent, &Scope::Shared, customer);
    // The fields are those of a change of scope, only that they stand elsewhere.
    scope.map_err(|problem| match properties.path().strip_suffix(".properties") {
        Some(parent) => problem.within(parent),
        None => problem,
    })
}

/// The subscription that pays: its path, or its id alone.
pub(crate) fn billing_scope(field: &BodyField<'_>, customer: &Customer) -> Result<String, Problem> {
    let id = field.text()?.trim_matches('/').to_lowercase();
    let id = id.strip_prefix("subscriptions/").unwrap_or(&id);
    if customer.subscriptions.iter().any(|own| own.id == id) {
        return Ok(format!("/subscriptions/{id}"));
    }
    let message = format!("{}: is not a subscription of the customer.", field.path());
    Err(Problem::new(400, "InvalidSubscriptionId", message).of_field(field.path()))
}

/// Whether other sizes of the group are covered, for products that know instance size flexibility.
fn instance_flexibility(
    field: &BodyField<'_>,
    usual: Option<InstanceFlexibility>,
) -> Result<Option<InstanceFlexibility>, Problem> {
    let Some(usual) = usual else { return Ok(None) };
    match field.optional_text()?.map_or(usual, InstanceFlexibility::parse) {
        InstanceFlexibility::Other(_) => Err(field.invalid("must be On or Off")),
        known => Ok(Some(known)),
    }
}
