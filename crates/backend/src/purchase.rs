//! Buying: `calculatePrice` names a price and the id of an order, and that order can then be
//! bought at that price.

use calculator::exchange::{Purchase, PurchaseInput};
use calculator::{BillingPlan, Currency, Policy, ResourceType, Term};
use chrono::{DateTime, TimeDelta, Utc};
use http::Method;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::activity::{self, Entry};
use crate::answer::Answer;
use crate::auth::Permission;
use crate::call::Call;
use crate::catalog::{product, region_title, sku_description};
use crate::customers::Customer;
use crate::field::Field;
use crate::operation::{self, Kind, Operation, SUCCEEDED};
use crate::order::Order;
use crate::orders;
use crate::patch;
use crate::price_list::PriceList;
use crate::problem::Problem;
use crate::records::{Document, Records};
use crate::reservation::{Links, Reservation, Scope};
use crate::route::{Handler, Route};
use crate::usage::{Course, Usage};
use crate::wire;

pub(crate) const ROUTES: &[Route] = &[
    Route {
        method: Method::POST,
        path: "/providers/Microsoft.Capacity/calculatePrice",
        action: "Microsoft.Capacity/calculatePrice/action",
        permission: Permission::ExchangeReservations,
        handler: Handler::OwnRecordsAtPrices(calculate_price),
    },
    Route {
        method: Method::PUT,
        path: "/providers/Microsoft.Capacity/reservationOrders/{order}",
        action: "Microsoft.Capacity/reservationOrders/write",
        permission: Permission::ExchangeReservations,
        handler: Handler::OwnRecords(buy),
    },
];

/// How long a price can be bought at. How long Microsoft's can is not documented.
pub(crate) const SESSION_MINUTES: i64 = 10;
/// How long a purchase takes here.
const PURCHASE_SECONDS: i64 = 3;

/// A reservation to buy at a price: what a `PurchaseRequest` asks for.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Wanted {
    resource_type: String,
    sku_name: String,
    pub(crate) location: String,
    term: String,
    billing_plan: String,
    quantity: u32,
    currency: String,
    /// What one unit costs over the whole term.
    unit_price: Decimal,
    display_name: String,
    scope: Scope,
    billing_scope_id: String,
    renew: bool,
    instance_flexibility: Option<String>,
    review_at: Option<DateTime<Utc>>,
    /// The request as it came, which answers repeat.
    pub(crate) request: Value,
}

/// Looks up what one unit of a product costs in a place for a term, and how its name is written.
pub(crate) type PriceOf<'a> =
    &'a dyn Fn(&ResourceType, &str, &str, Term) -> Option<(String, Decimal)>;

/// The order that a price was named for.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Priced {
    wanted: Wanted,
    expires_at: DateTime<Utc>,
}

impl Document for Priced {
    const KIND: &'static str = "pricedOrder";
}

impl Wanted {
    /// Reads a `PurchaseRequest` and looks up what it costs.
    ///
    /// # Errors
    /// 400 that names the field at fault, also when the price list knows no price.
    pub(crate) fn read(
        request: &Field<'_>,
        customer: &Customer,
        currency: Currency,
        price_of: PriceOf<'_>,
    ) -> Result<Self, Problem> {
        let properties = request.at("properties");
        let resource_type = ResourceType::parse(properties.at("reservedResourceType").text()?);
        let sku = request.at("sku").at("name");
        let location = request.at("location").text()?.to_lowercase();
        let term = properties.at("term").read(Term::parse)?;
        let priced = price_of(&resource_type, sku.text()?, &location, term);
        let (sku_name, unit_price) = priced.ok_or_else(|| {
            let message = format!(
                "There is no price for {} ({resource_type}) in {location} for {term} in {currency}.",
                sku.text().unwrap_or_default(),
            );
            Problem::new(400, "CalculatePriceFailed", message).of_field(sku.path())
        })?;
        let quantity = properties.at("quantity");
        let count = quantity.count()?;
        let flexibility = properties.at("reservedResourceProperties").at("instanceFlexibility");
        let review = properties.at("reviewDateTime");
        let review_at = review.optional_text()?.map(str::parse).transpose();
        let wanted = Self {
            resource_type: resource_type.as_str().to_owned(),
            term: term.to_string(),
            billing_plan: properties.at("billingPlan").read(BillingPlan::parse)?.to_string(),
            quantity: count,
            currency: currency.code().to_owned(),
            unit_price,
            display_name: display_name(&properties.at("displayName"), &sku_name)?,
            scope: scope(&properties, customer)?,
            billing_scope_id: billing_scope(&properties.at("billingScopeId"), customer)?,
            renew: properties.at("renew").flag()?,
            instance_flexibility: instance_flexibility(&flexibility, &sku_name)?,
            review_at: review_at.map_err(|_| review.invalid("must be a time"))?,
            sku_name,
            location,
            request: request.value().clone(),
        };
        // The calculator knows how many units there can be.
        wanted.purchase().map_err(|problem| quantity.invalid(problem))?;
        Ok(wanted)
    }

    /// The purchase as the calculator sees it.
    pub(crate) fn purchase(&self) -> Result<Purchase, calculator::Problem> {
        Purchase::new(PurchaseInput {
            resource_type: ResourceType::parse(&self.resource_type),
            sku_name: Some(self.sku_name.clone()),
            term: Term::parse(&self.term)?,
            billing_plan: BillingPlan::parse(&self.billing_plan)?,
            quantity: self.quantity,
            currency: Currency::parse(&self.currency)?,
            unit_price: self.unit_price,
        })
        .map_err(|error| error.problem)
    }

    /// Product, quantity, term and plan in one line.
    pub(crate) fn in_words(&self) -> String {
        let Self { quantity, sku_name, term, billing_plan, location, .. } = self;
        format!("{quantity} × {sku_name}, {location}, {term}, {billing_plan}")
    }

    /// Whether this is the same product in the same quantity, paid in the same way.
    fn costs_like(&self, other: &Self) -> bool {
        let facts = |wanted: &Self| {
            let Self { resource_type, sku_name, location, term, billing_plan, .. } = wanted;
            [resource_type, sku_name, location, term, billing_plan].map(|fact| fact.to_lowercase())
        };
        facts(self) == facts(other) && self.quantity == other.quantity
    }

    fn order(&self, state: &str, at: DateTime<Utc>) -> Order {
        Order {
            display_name: self.display_name.clone(),
            purchased_at: at,
            term: self.term.clone(),
            billing_plan: self.billing_plan.clone(),
            original_quantity: self.quantity,
            currency: self.currency.clone(),
            unit_price: self.unit_price,
            state: state.to_owned(),
            returned: Vec::new(),
            etag: 1,
        }
    }

    fn sku_title(&self) -> String {
        let product = product(&self.sku_name);
        let title = product.as_ref().map_or(self.sku_name.as_str(), |product| product.title);
        let term = Term::parse(&self.term).unwrap_or(Term::ONE_YEAR);
        sku_description(title, region_title(&self.location), term)
    }

    /// Stores the order and its one reservation, bought at a time.
    ///
    /// # Errors
    /// 500 when what is stored cannot be read.
    pub(crate) fn put(
        &self,
        records: &mut Records,
        (order_id, id): (&str, &str),
        (state, at): (&str, DateTime<Utc>),
        swap_source: Option<String>,
    ) -> Result<(), Problem> {
        let mut reservation = Reservation {
            display_name: self.display_name.clone(),
            resource_type: self.resource_type.clone(),
            sku_name: self.sku_name.clone(),
            sku_description: self.sku_title(),
            location: self.location.clone(),
            quantity: self.quantity,
            state: state.to_owned(),
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
            sentinel: None,
            etag: 0,
        };
        records.put(order_id, &self.order(state, at));
        reservation.save(records, order_id, id, at)
    }
}

/// A name of the reservation; that of the product, where none is given.
fn display_name(field: &Field<'_>, sku_name: &str) -> Result<String, Problem> {
    let name = field.optional_text()?.unwrap_or(sku_name).trim();
    if name.chars().count() > patch::NAME_CHARS_MAX || name.chars().any(char::is_control) {
        let why = format!("must have 1 to {} printable characters", patch::NAME_CHARS_MAX);
        return Err(field.invalid(why));
    }
    Ok(name.to_owned())
}

/// What the benefit applies to; everything, where nothing is said.
fn scope(properties: &Field<'_>, customer: &Customer) -> Result<Scope, Problem> {
    let mut sent = properties.value().as_object().cloned().unwrap_or_default();
    sent.retain(|_, value| !value.is_null());
    let scope = patch::scope(&sent, &Scope::Shared, customer);
    // The fields are those of a change of scope, only that they stand elsewhere.
    scope.map_err(|problem| match properties.path().strip_suffix(".properties") {
        Some(parent) => problem.within(parent),
        None => problem,
    })
}

/// The subscription that pays: its path, or its id alone.
pub(crate) fn billing_scope(field: &Field<'_>, customer: &Customer) -> Result<String, Problem> {
    let id = field.text()?.trim_matches('/').to_lowercase();
    let id = id.strip_prefix("subscriptions/").unwrap_or(&id);
    if customer.subscriptions.iter().any(|own| own.id == id) {
        return Ok(format!("/subscriptions/{id}"));
    }
    let message = format!("{}: is not a subscription of the customer.", field.path());
    Err(Problem::new(400, "InvalidSubscriptionId", message).of_field(field.path()))
}

/// `On` or `Off`, for products that know instance size flexibility.
fn instance_flexibility(field: &Field<'_>, sku_name: &str) -> Result<Option<String>, Problem> {
    let Some(usual) = product(sku_name).and_then(|product| product.flexibility) else {
        return Ok(None);
    };
    match field.optional_text()?.unwrap_or(usual) {
        known @ ("On" | "Off") => Ok(Some(known.to_owned())),
        _ => Err(field.invalid("must be On or Off")),
    }
}

fn calculate_price(
    records: &mut Records,
    prices: &PriceList,
    call: &mut Call<'_>,
) -> Result<Answer, Problem> {
    let body: Value = call.read_body()?;
    let customer = Customer::of(records)?;
    let currency = customer.billing_currency();
    let prices = prices.in_currency(currency, call.today());
    let wanted = Wanted::read(
        &Field::root(&body),
        &customer,
        currency,
        &|resource_type, sku, location, term| prices.find(resource_type, sku, location, term),
    )?;
    let purchase = wanted.purchase().map_err(|problem| Problem::unreadable("price", problem))?;
    if !purchase.is_sold(Policy::newest(), call.today()) {
        let message = format!("{} is no longer sold for {}.", wanted.sku_name, wanted.term);
        return Err(Problem::new(400, "CalculatePriceFailed", message).of_field("sku.name"));
    }
    let order_id = call.new_guid();
    let total = wire::money(purchase.lifetime_price());
    let mut properties = json!({
        "reservationOrderId": order_id,
        "skuTitle": wanted.sku_title(),
        "skuDescription": wanted.sku_name,
        "billingCurrencyTotal": total,
        "pricingCurrencyTotal": total,
        "isTaxIncluded": false,
        // The partner bills the customer, at prices of its own.
        "isBillingPartnerManaged": true,
    });
    if purchase.billing_plan() == BillingPlan::Monthly {
        properties["paymentSchedule"] = payment_schedule(&wanted, call.now);
    }
    let expires_at = call.now + TimeDelta::minutes(SESSION_MINUTES);
    records.put(&order_id, &Priced { wanted, expires_at });
    Ok(Answer::ok(&json!({ "properties": properties })))
}

/// The instalments; in recorded answers only the first states its billing currency.
fn payment_schedule(wanted: &Wanted, now: DateTime<Utc>) -> Value {
    let payments = wanted.order("Creating", now).payments(now.date_naive());
    let of_place = |(place, payment): (usize, &crate::order::Payment)| {
        let amount = wire::price(payment.amount, &wanted.currency);
        let mut entry = json!({
            "dueDate": payment.due,
            "pricingCurrencyTotal": amount,
            "status": payment.status,
        });
        if place == 0 {
            entry["billingCurrencyTotal"] = amount;
        }
        entry
    };
    payments.iter().enumerate().map(of_place).collect()
}

fn buy(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let body: Value = call.read_body()?;
    let customer = Customer::of(records)?;
    customer.check_agreement()?;
    let order_id = call.param("order").to_owned();
    let priced: Priced = records
        .get(&order_id)?
        .filter(|priced: &Priced| call.now < priced.expires_at)
        .ok_or_else(Problem::session_timed_out)?;
    let quoted = priced.wanted;
    // The price is the one that was named, even if the price list is another one by now.
    let price = |_: &ResourceType, sku_name: &str, _: &str, _| {
        let is_same = sku_name.eq_ignore_ascii_case(&quoted.sku_name);
        let name = if is_same { &quoted.sku_name } else { sku_name };
        Some((name.to_owned(), quoted.unit_price))
    };
    let currency = customer.billing_currency();
    let wanted = Wanted::read(&Field::root(&body), &customer, currency, &price)?;
    if !wanted.costs_like(&quoted) {
        let message = "Something else was priced under this id. Ask for its price first.";
        return Err(Problem::new(400, "ActivateQuoteFailed", message));
    }
    records.remove::<Priced>(&order_id);
    let id = call.new_guid();
    wanted.put(records, (&order_id, &id), ("Creating", call.now), None)?;
    let entry = Entry {
        target: wire::order_id(&order_id),
        changes: vec![("reservations", Value::Null, wanted.in_words().into())],
        quote: Value::Null,
    };
    activity::record(records, call, entry);
    let order = Order::find(records, &order_id)?;
    let body = orders::to_wire(records, call, &order_id, &order, true)?;
    let plan = json!([order_id, id]);
    let stages = [(PURCHASE_SECONDS, SUCCEEDED)];
    let accepted = operation::start(records, call, Kind::Purchase, plan, &stages);
    Ok(Answer { body: Answer::ok(&body).body, ..accepted })
}

/// Finishes the purchase that an operation was started for.
///
/// # Errors
/// 500 when what is stored cannot be read.
pub(crate) fn finish(
    records: &mut Records,
    operation: &mut Operation,
    at: DateTime<Utc>,
) -> Result<(), Problem> {
    let part = |place: usize| operation.plan[place].as_str().unwrap_or_default();
    let (order_id, id) = (part(0), part(1));
    let (mut order, mut reservation) = Reservation::find(records, order_id, id)?;
    reservation.state = "Succeeded".to_owned();
    reservation.save(records, order_id, id, at)?;
    order.settle(records, order_id)
}

/// Forgets prices that nobody bought at.
///
/// # Errors
/// 500 when what is stored cannot be read.
pub(crate) fn forget_expired(records: &mut Records, now: DateTime<Utc>) -> Result<(), Problem> {
    for (id, priced) in records.all::<Priced>()? {
        if priced.expires_at <= now {
            records.remove::<Priced>(&id);
        }
    }
    Ok(())
}
