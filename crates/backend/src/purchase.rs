//! Buying: `calculatePrice` names a price and the id of an order, and that order can then be
//! bought at that price.

use calculator::exchange::Purchase;
use calculator::{BillingPlan, Policy, ResourceType, Term};
use chrono::{DateTime, TimeDelta, Utc};
use http::Method;
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
use crate::price_list::{PriceList, PriceRow, Prices};
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
pub(crate) struct Wanted {
    /// The purchase as the calculator sees it.
    pub(crate) purchase: Purchase,
    /// The price at which it is bought.
    pub(crate) row: PriceRow,
    /// The request as it came, which answers repeat.
    pub(crate) request: Value,
    display_name: String,
    scope: Scope,
    billing_scope_id: String,
    renew: bool,
    instance_flexibility: Option<String>,
    review_at: Option<DateTime<Utc>>,
}

/// The request that a price was named for, and the price.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Priced {
    request: Value,
    row: PriceRow,
    expires_at: DateTime<Utc>,
}

impl Document for Priced {
    const KIND: &'static str = "pricedOrder";
}

impl Wanted {
    /// Reads a `PurchaseRequest` and looks up what it costs.
    ///
    /// # Errors
    /// 400 that names the field at fault, also when there is no price.
    pub(crate) fn read(
        request: &Field<'_>,
        customer: &Customer,
        prices: &Prices,
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
        let flexibility = properties.at("reservedResourceProperties").at("instanceFlexibility");
        let review = properties.at("reviewDateTime");
        let review_at = review.optional_text()?.map(str::parse).transpose();
        Ok(Self {
            purchase,
            row: row.clone(),
            request: request.value().clone(),
            display_name: display_name(&properties.at("displayName"), &row.sku_name)?,
            scope: scope(&properties, customer)?,
            billing_scope_id: billing_scope(&properties.at("billingScopeId"), customer)?,
            renew: properties.at("renew").flag()?,
            instance_flexibility: instance_flexibility(&flexibility, &row.sku_name)?,
            review_at: review_at.map_err(|_| review.invalid("must be a time"))?,
        })
    }

    /// Product, quantity, term and plan in one line.
    pub(crate) fn in_words(&self) -> String {
        let PriceRow { sku_name, location, term, .. } = &self.row;
        let (quantity, plan) = (self.purchase.quantity(), self.purchase.billing_plan());
        format!("{quantity} × {sku_name}, {location}, {term}, {plan}")
    }

    fn order(&self, state: &str, at: DateTime<Utc>) -> Order {
        Order {
            display_name: self.display_name.clone(),
            purchased_at: at,
            term: self.row.term.clone(),
            billing_plan: self.purchase.billing_plan().to_string(),
            original_quantity: self.purchase.quantity(),
            currency: self.row.currency_code.clone(),
            unit_price: self.purchase.unit_price().to_decimal(),
            state: state.to_owned(),
            returned: Vec::new(),
            etag: 1,
        }
    }

    fn sku_title(&self) -> String {
        let product = product(&self.row.sku_name);
        let title = product.as_ref().map_or(self.row.sku_name.as_str(), |product| product.title);
        sku_description(title, region_title(&self.row.location), self.purchase.term())
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
            resource_type: self.row.reserved_resource_type.clone(),
            sku_name: self.row.sku_name.clone(),
            sku_description: self.sku_title(),
            location: self.row.location.clone(),
            quantity: self.purchase.quantity(),
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
    let prices = prices.in_currency(customer.billing_currency(), call.today());
    let wanted = Wanted::read(&Field::root(&body), &customer, &prices)?;
    let Wanted { purchase, row, .. } = &wanted;
    if !purchase.is_sold(Policy::newest(), call.today()) {
        let message = format!("{} is no longer sold for {}.", row.sku_name, row.term);
        return Err(Problem::new(400, "CalculatePriceFailed", message).of_field("sku.name"));
    }
    let order_id = call.new_guid();
    let total = wire::money(purchase.lifetime_price());
    let mut properties = json!({
        "reservationOrderId": order_id,
        "skuTitle": wanted.sku_title(),
        "skuDescription": row.sku_name,
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
    let priced = Priced { request: wanted.request, row: wanted.row, expires_at };
    records.put(&order_id, &priced);
    Ok(Answer::ok(&json!({ "properties": properties })))
}

/// The instalments; in recorded answers only the first states its billing currency.
fn payment_schedule(wanted: &Wanted, now: DateTime<Utc>) -> Value {
    let payments = wanted.order("Creating", now).payments(now.date_naive());
    let of_place = |(place, payment): (usize, &crate::order::Payment)| {
        let amount = wire::price(payment.amount, &wanted.row.currency_code);
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
    if !costs_like(&body, &priced.request) {
        let message = "Something else was priced under this id. Ask for its price first.";
        return Err(Problem::new(400, "ActivateQuoteFailed", message));
    }
    // The price is the one that was named, even if the price list is another one by now.
    let wanted = Wanted::read(&Field::root(&body), &customer, &Prices::of(&[priced.row]))?;
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

/// Whether two requests are for the same product in the same quantity, paid in the same way.
fn costs_like(one: &Value, other: &Value) -> bool {
    let facts = |request: &Value| {
        [
            "/sku/name",
            "/location",
            "/properties/reservedResourceType",
            "/properties/term",
            "/properties/billingPlan",
            "/properties/quantity",
        ]
        .map(|fact| request.pointer(fact).map(|value| value.to_string().to_lowercase()))
    };
    facts(one) == facts(other)
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
