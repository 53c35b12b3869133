//! From the records of a reservation and its order to a holding that can be calculated with.
//!
//! A reservation has no price. What one unit cost stands in the payment schedule of its order,
//! which covers all units that were bought at once, whatever was returned since: hence every
//! amount is divided by the order's original quantity. Of a monthly plan often only the first
//! payment has an amount in the currency of the invoice (recorded 2023-03-06), and an attempt that
//! failed stands in the schedule beside the payment that repeated it.

use calculator::{
    BillingPlan, Currency, Holding, HoldingInput, InputError, PRICE_DIGITS_MAX, Problem,
    ProvisioningState, ResourceType, Term,
};
use chrono::NaiveDate;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::money::Price;
use crate::order::Order;
use crate::reservation::Reservation;
use crate::state::PaymentStatus;
use crate::time::{Date, Timestamp};

/// Why a record cannot be calculated with. The field is its path within the reservation or the
/// order, such as `order.properties.originalQuantity`.
pub type HoldingError = InputError;

/// Where the schedule stands.
const PLAN: &str = "order.properties.planInformation";
const PAYMENTS: &str = "order.properties.planInformation.transactions";

/// Makes a holding out of a reservation and its order, which was read with `$expand=schedule`.
///
/// `used` is whether the reservation was used at all. `current_unit_price` is what one unit costs
/// today for the whole term, in the currency of the invoice, when that is known.
///
/// The day of the purchase falls back to the day of the order's request, plan, term and expiry to
/// those of the order, which are the same for all of its reservations.
///
/// # Errors
/// The field that is missing, or that cannot be calculated with.
pub fn holding(
    reservation: &Reservation,
    order: &Order,
    used: bool,
    current_unit_price: Option<Decimal>,
) -> Result<Holding, HoldingError> {
    let of_reservation = reservation.properties();
    let of_order = order.properties();

    let field = "reservation.properties.billingPlan";
    let plan = of_reservation.billing_plan.as_ref().or(of_order.billing_plan.as_ref());
    let plan = required(field, plan)?;
    let billing_plan = plan.known().ok_or(InputError::new(field, Problem::UnknownBillingPlan))?;

    let field = "reservation.properties.term";
    let term = required(field, of_reservation.term.as_ref().or(of_order.term.as_ref()))?;
    let term = term.known().ok_or(InputError::new(field, Problem::UnknownTerm))?;

    let requested_on = || of_order.request_date_time.as_ref().and_then(Timestamp::date);
    let field = "reservation.properties.purchaseDate";
    let purchase_date = required(field, of_reservation.purchased_on().or_else(requested_on))?;

    let (payments, currency) = payments(order)?;
    HoldingFacts {
        quantity: required("reservation.properties.quantity", of_reservation.quantity)?,
        original_quantity: required(
            "order.properties.originalQuantity",
            of_order.original_quantity.filter(|&all| all > 0),
        )?,
        payments,
        currency: currency.ok_or_else(|| missing(0, "billingCurrencyTotal"))?,
        billing_plan,
        term,
        purchase_date,
        expiry_date: of_reservation.expires_on().or_else(|| expiry_of(order)),
        resource_type: required(
            "reservation.properties.reservedResourceType",
            of_reservation.reserved_resource_type.clone(),
        )?,
        state: required(
            "reservation.properties.provisioningState",
            of_reservation.provisioning_state.clone(),
        )?,
        sku_name: reservation.sku.as_ref().and_then(|sku| sku.name.clone()),
    }
    .holding(used, current_unit_price)
}

/// What the records of a reservation and its order say about it, in whichever form they are kept.
#[derive(Clone, PartialEq, Debug)]
pub struct HoldingFacts {
    /// Units owned.
    pub quantity: u32,
    /// Units that the payments were for at first, above zero.
    pub original_quantity: u32,
    /// The payment schedule of the order, which is not empty.
    pub payments: Vec<ScheduledPayment>,
    /// The currency of every payment.
    pub currency: Currency,
    /// How it is paid.
    pub billing_plan: BillingPlan,
    /// How long it runs.
    pub term: Term,
    /// The UTC day of the purchase.
    pub purchase_date: NaiveDate,
    /// The first UTC day without it, when it is known.
    pub expiry_date: Option<NaiveDate>,
    /// What was reserved.
    pub resource_type: ResourceType,
    /// The state of the record.
    pub state: ProvisioningState,
    /// The size that was reserved.
    pub sku_name: Option<String>,
}

/// A payment of an order, for all units that it charges.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ScheduledPayment {
    /// The UTC day on which it is charged.
    pub due: Option<NaiveDate>,
    /// Whether the attempt was refused; a later payment repeats it.
    pub failed: bool,
    /// In the currency of the invoice, where the schedule says it.
    pub amount: Option<Decimal>,
}

impl HoldingFacts {
    /// The step from a record to a holding: the only one, for whoever quotes.
    ///
    /// # Errors
    /// The field that cannot be calculated with.
    pub fn holding(
        self,
        used: bool,
        current_unit_price: Option<Decimal>,
    ) -> Result<Holding, HoldingError> {
        let schedule = Schedule::of(&self.payments, self.original_quantity)?;
        let (unit_price, instalment) = match self.billing_plan {
            BillingPlan::Upfront => (schedule.price_upfront()?, None),
            BillingPlan::Monthly => {
                let (price, instalment) = schedule.price_monthly(self.term.months())?;
                (price, Some(instalment))
            }
        };
        Holding::new(HoldingInput {
            quantity: self.quantity,
            unit_price,
            currency: self.currency,
            billing_plan: self.billing_plan,
            term: self.term,
            purchase_date: self.purchase_date,
            expiry_date: self.expiry_date,
            resource_type: self.resource_type,
            state: self.state,
            used,
            instalment,
            current_unit_price,
            sku_name: self.sku_name,
            // Units that are exchanged leave their reservation, and what is received for them begins
            // on the day of the exchange, whatever its ancestors were. So no unit that is still held
            // has had its last exchange: its own purchase date says what right it has.
            exchanges_used: 0,
        })
        .map_err(|error| InputError { field: origin(&error.field).into(), ..error })
    }
}

fn expiry_of(order: &Order) -> Option<NaiveDate> {
    let date = order.properties().expiry_date.as_ref().and_then(Date::day);
    date.or_else(|| order.properties().expiry_date_time.as_ref().and_then(Timestamp::date))
}

/// The field of the records that a field of the holding came from.
fn origin(field: &str) -> String {
    match field {
        "unitPrice" | "instalment" => PAYMENTS.into(),
        "currentUnitPrice" => field.into(),
        _ => format!("reservation.properties.{field}"),
    }
}

fn required<T>(field: &'static str, value: Option<T>) -> Result<T, HoldingError> {
    value.ok_or(InputError::new(field, Problem::Missing))
}

fn missing(payment: usize, field: &str) -> HoldingError {
    wrong(payment, field, Problem::Missing)
}

fn wrong(payment: usize, field: &str, problem: Problem) -> HoldingError {
    InputError::new(format!("{PAYMENTS}[{payment}].{field}"), problem)
}

/// The payments of an order, and the one currency that they are in, if there is any.
fn payments(order: &Order) -> Result<(Vec<ScheduledPayment>, Option<Currency>), HoldingError> {
    let plan = required(PLAN, order.properties().plan_information.as_ref())?;
    let details = plan.transactions.as_deref().unwrap_or_default();
    let mut currency = None;
    let mut payments = Vec::new();
    for (place, detail) in details.iter().enumerate() {
        let total = detail.billing_currency_total.as_ref();
        let amount = total.map(|total| amount_of(place, total, &mut currency)).transpose()?;
        payments.push(ScheduledPayment {
            due: detail.due_date.as_ref().and_then(Date::day),
            failed: detail.status == Some(PaymentStatus::Failed),
            amount,
        });
    }
    if payments.is_empty() {
        return Err(InputError::new(PAYMENTS, Problem::Missing));
    }
    Ok((payments, currency))
}

fn amount_of(
    place: usize,
    total: &Price,
    currency: &mut Option<Currency>,
) -> Result<Decimal, HoldingError> {
    let (code, amount) = ("billingCurrencyTotal.currencyCode", "billingCurrencyTotal.amount");
    let text = total.currency_code.as_deref().ok_or_else(|| missing(place, code))?;
    let found = Currency::parse(text).map_err(|problem| wrong(place, code, problem))?;
    if *currency.get_or_insert(found) != found {
        return Err(wrong(place, code, Problem::CurrencyMismatch));
    }
    total.amount.ok_or_else(|| missing(place, amount))
}

/// The payments of an order, for all units that were bought.
struct Schedule<'p> {
    payments: &'p [ScheduledPayment],
    /// The amount of the first payment that was not refused, which was for all units.
    first: Decimal,
    units: Decimal,
}

impl<'p> Schedule<'p> {
    fn of(payments: &'p [ScheduledPayment], units: u32) -> Result<Self, HoldingError> {
        let billed = payments.iter().filter(|payment| payment.amount.is_some());
        let first = billed.min_by_key(|payment| (payment.failed, payment.due));
        let first = first.and_then(|payment| payment.amount);
        let first = first.ok_or_else(|| missing(0, "billingCurrencyTotal"))?;
        Ok(Self { payments, first, units: units.into() })
    }

    /// The price of one unit: of everything that was charged, or of the attempt that failed last
    /// when nothing was charged yet.
    fn price_upfront(&self) -> Result<Decimal, HoldingError> {
        let numbered = || self.payments.iter().enumerate();
        let mut charged: Vec<_> = numbered().filter(|(_, payment)| !payment.failed).collect();
        if charged.is_empty() {
            charged.extend(numbered().max_by_key(|(_, payment)| payment.due));
        }
        let amounts = charged.into_iter().map(|(place, payment)| {
            payment.amount.ok_or_else(|| missing(place, "billingCurrencyTotal"))
        });
        self.per_unit(sum(amounts.collect::<Result<Vec<_>, _>>()?))
    }

    /// The price and the instalment of one unit.
    ///
    /// The first payment tells the instalment, since it was for all units. The price is the sum of
    /// the schedule when every payment has its amount and only the last one differs, to make up
    /// for rounding. Else it is as many instalments as the term has months: a smaller payment in
    /// between tells of units that were returned, and says nothing about the price of one.
    fn price_monthly(&self, months: u32) -> Result<(Decimal, Decimal), HoldingError> {
        let first = self.first;
        // In the order of their days, in which they are nearly always written.
        let mut charged: Vec<&ScheduledPayment> = Vec::new();
        for payment in self.payments.iter().filter(|payment| !payment.failed) {
            charged.insert(charged.partition_point(|it| it.due <= payment.due), payment);
        }
        let amounts: Vec<_> = charged.iter().filter_map(|payment| payment.amount).collect();
        let months = months as usize;
        let whole = charged.len() == months && amounts.len() == months;
        let level = amounts.iter().rev().skip(1).all(|amount| *amount == first);
        let total = if whole && level { sum(amounts) } else { first.checked_mul(months.into()) };
        Ok((self.per_unit(total)?, self.per_unit(Some(first))?))
    }

    /// An equal part for each unit, as exact as a price can be; nothing where it overflowed.
    fn per_unit(&self, total: Option<Decimal>) -> Result<Decimal, HoldingError> {
        let part = total.and_then(|total| total.checked_div(self.units));
        let part = part.ok_or(InputError::new(PAYMENTS, Problem::TooLarge { max: PRICE_MAX }))?;
        Ok(part.round_dp_with_strategy(PRICE_DIGITS_MAX, RoundingStrategy::MidpointNearestEven))
    }
}

/// The largest price that can be calculated with, as the calculator words it.
const PRICE_MAX: &str = "1000000000000";

fn sum(amounts: impl IntoIterator<Item = Decimal>) -> Option<Decimal> {
    amounts.into_iter().try_fold(Decimal::ZERO, Decimal::checked_add)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::Wire;
    use serde_json::{Value, json};

    fn reservation() -> Value {
        json!({"sku": {"name": "Standard_X2"}, "properties": {
            "quantity": 2, "billingPlan": "Monthly", "term": "P1Y", "purchaseDate": "2026-01-10",
            "expiryDate": "2027-01-11", "reservedResourceType": "VirtualMachines",
            "provisioningState": "Succeeded",
        }})
    }

    fn payment(due: &str, status: &str, billed: Option<&str>) -> Value {
        let mut payment = json!({"dueDate": due, "status": status,
            "pricingCurrencyTotal": {"currencyCode": "USD", "amount": 99}});
        if let Some(billed) = billed {
            let amount: Value = serde_json::from_str(billed).unwrap();
            payment["billingCurrencyTotal"] = json!({"currencyCode": "GBP", "amount": amount});
        }
        payment
    }

    fn order(payments: Vec<Value>) -> Value {
        json!({"properties": {"originalQuantity": 3, "requestDateTime": "2026-01-09T23:00:00Z",
            "planInformation": {"transactions": payments}}})
    }

    /// Twelve payments, of which only the first has an amount in pounds.
    fn monthly() -> Vec<Value> {
        let due = |month| format!("2026-{month:02}-10");
        let mut payments = vec![payment(&due(1), "Succeeded", Some("22.5"))];
        payments.extend((2..=12).map(|month| payment(&due(month), "Scheduled", None)));
        payments
    }

    fn upfront(payments: Vec<Value>) -> Result<Holding, HoldingError> {
        let mut reservation = reservation();
        reservation["properties"]["billingPlan"] = json!("Upfront");
        of(reservation, order(payments))
    }

    fn of(reservation: Value, order: Value) -> Result<Holding, HoldingError> {
        holding(&Wire::read(reservation).unwrap(), &Wire::read(order).unwrap(), true, None)
    }

    /// A price of one unit as the calculator keeps it.
    fn pounds(text: &str) -> calculator::Price {
        let currency = Currency::parse("GBP").unwrap();
        calculator::Price::from_decimal(text.parse().unwrap(), currency).unwrap()
    }

    fn prices(payments: Vec<Value>) -> (calculator::Price, Option<calculator::Price>) {
        let holding = of(reservation(), order(payments)).unwrap();
        (holding.unit_price(), holding.instalment())
    }

    #[test]
    fn every_fact_of_the_records_arrives() {
        let read = (Wire::read(reservation()).unwrap(), Wire::read(order(monthly())).unwrap());
        let price = Some(Decimal::new(80, 0));
        let holding = holding(&read.0, &read.1, false, price).unwrap();
        assert_eq!(holding.quantity(), 2);
        assert_eq!(holding.currency().code(), "GBP");
        assert_eq!(holding.purchase_date().to_string(), "2026-01-10");
        assert_eq!(holding.expiry_date().to_string(), "2027-01-11");
        assert_eq!(holding.term().months(), 12);
        assert_eq!(holding.billing_plan(), BillingPlan::Monthly);
        assert_eq!(holding.sku_name(), Some("Standard_X2"));
        assert_eq!(holding.current_unit_price(), Some(pounds("80")));
        assert!(!holding.used() && holding.state().allows_return());
    }

    /// The amounts that the Capacity API gave on 2023-03-10 for one of three units at 7.50 pounds
    /// a month, on the sixth day.
    #[test]
    fn a_quote_from_records_is_the_recorded_one() {
        let mut reservation = reservation();
        reservation["properties"]["purchaseDate"] = json!("2023-03-04");
        reservation["properties"]["expiryDate"] = json!("2024-03-04");
        let quote = calculator::refund(&calculator::RefundInput {
            holding: &of(reservation, order(monthly())).unwrap(),
            units: 1,
            on: NaiveDate::from_ymd_opt(2023, 3, 10).unwrap(),
            policy: calculator::Policy::by_id("azure-2023-10").unwrap(),
            ledger: &calculator::Ledger::new(vec![]).unwrap(),
            usd_rate: None,
            fee_rate: None,
        });
        let amounts = quote.assessment.amounts.unwrap();
        assert_eq!(amounts.refund.to_string(), "6.05");
        assert_eq!(amounts.cancelled_instalments.to_string(), "82.50");
    }

    #[test]
    fn the_largest_price_is_the_one_of_the_calculator() {
        assert_eq!(PRICE_MAX, calculator::PRICE_MAX.to_string());
    }

    #[test]
    fn the_first_payment_tells_the_instalment() {
        assert_eq!(prices(monthly()), (pounds("90"), Some(pounds("7.5"))));
    }

    #[test]
    fn an_attempt_that_failed_is_not_counted_beside_its_repetition() {
        let mut payments = monthly();
        payments[0]["status"] = json!("Failed");
        payments.insert(1, payment("2026-01-11", "Succeeded", Some("22.5")));
        assert_eq!(prices(payments), (pounds("90"), Some(pounds("7.5"))));

        let paid = payment("2026-01-11", "Succeeded", Some("360"));
        let failed = payment("2026-01-10", "Failed", Some("360"));
        let holding = upfront(vec![failed.clone(), paid]).unwrap();
        assert_eq!((holding.unit_price(), holding.instalment()), (pounds("120"), None));
        let later = payment("2026-01-12", "Failed", Some("363"));
        assert_eq!(upfront(vec![later, failed]).unwrap().unit_price(), pounds("121"));
    }

    #[test]
    fn a_last_payment_that_makes_up_for_rounding_counts() {
        let mut payments = monthly();
        for payment in &mut payments {
            payment["billingCurrencyTotal"] = json!({"currencyCode": "GBP", "amount": 7.74});
        }
        payments[11]["billingCurrencyTotal"]["amount"] = json!(7.86);
        payments.reverse();
        assert_eq!(prices(payments), (pounds("31"), Some(pounds("2.58"))));
    }

    #[test]
    fn smaller_payments_after_a_return_do_not_lower_the_price() {
        let mut payments = monthly();
        for payment in &mut payments[1..] {
            payment["billingCurrencyTotal"] = json!({"currencyCode": "GBP", "amount": 15.0});
        }
        assert_eq!(prices(payments), (pounds("90"), Some(pounds("7.5"))));
    }

    #[test]
    fn payments_that_were_cancelled_belong_to_the_price() {
        let mut payments = monthly();
        for payment in &mut payments {
            payment["status"] = json!("Cancelled");
        }
        assert_eq!(prices(payments), (pounds("90"), Some(pounds("7.5"))));
    }

    #[test]
    fn a_price_that_does_not_divide_is_as_exact_as_can_be() {
        let holding = upfront(vec![payment("2026-01-10", "Succeeded", Some("100.00"))]).unwrap();
        assert_eq!(holding.unit_price(), pounds("33.3333333333"));
    }

    #[test]
    fn what_the_reservation_lacks_comes_from_its_order() {
        let mut reservation = reservation();
        let mut order = order(monthly());
        for (field, value) in [("billingPlan", "Monthly"), ("term", "P1Y")] {
            reservation["properties"].as_object_mut().unwrap().remove(field);
            order["properties"][field] = json!(value);
        }
        reservation["properties"]["purchaseDate"] = Value::Null;
        reservation["properties"]["expiryDate"] = Value::Null;
        let holding = of(reservation.clone(), order.clone()).unwrap();
        assert_eq!(holding.purchase_date().to_string(), "2026-01-09");
        assert_eq!(holding.expiry_date().to_string(), "2027-01-09");
        order["properties"]["expiryDateTime"] = json!("2027-01-10T00:01:00Z");
        assert_eq!(of(reservation, order).unwrap().expiry_date().to_string(), "2027-01-10");
    }

    #[test]
    fn what_is_missing_is_named() {
        let mut plain = order(monthly());
        plain["properties"]["requestDateTime"] = json!("0001-01-01T00:00:00");
        for field in [
            "quantity",
            "billingPlan",
            "term",
            "purchaseDate",
            "reservedResourceType",
            "provisioningState",
        ] {
            let mut reservation = reservation();
            reservation["properties"][field] = Value::Null;
            let error = of(reservation, plain.clone()).unwrap_err();
            assert_eq!(error.field, format!("reservation.properties.{field}"));
            assert_eq!(error.problem, Problem::Missing);
        }
    }

    #[test]
    fn what_is_missing_in_the_order_is_named() {
        let check = |order: Value, expect: &str| {
            assert_eq!(of(reservation(), order).unwrap_err().to_string(), expect);
        };
        check(json!({}), "order.properties.planInformation: is required");
        check(order(vec![]), "order.properties.planInformation.transactions: is required");
        for units in [json!(0), Value::Null] {
            let mut order = order(monthly());
            order["properties"]["originalQuantity"] = units;
            check(order, "order.properties.originalQuantity: is required");
        }
        let total = "order.properties.planInformation.transactions[0].billingCurrencyTotal";
        check(order(vec![payment("2026-01-10", "x", None)]), &format!("{total}: is required"));
        let broken = |price: Value| {
            let mut payments = monthly();
            payments[0]["billingCurrencyTotal"] = price;
            order(payments)
        };
        check(broken(json!({"amount": 1})), &format!("{total}.currencyCode: is required"));
        check(broken(json!({"currencyCode": "EUR"})), &format!("{total}.amount: is required"));
        check(
            broken(json!({"currencyCode": "XXX", "amount": 1})),
            &format!("{total}.currencyCode: must be a currency code of ISO 4217"),
        );
    }

    #[test]
    fn what_cannot_be_calculated_with_is_named() {
        let mut mixed = monthly();
        mixed[3]["billingCurrencyTotal"] = json!({"currencyCode": "EUR", "amount": 22.5});
        let error = of(reservation(), order(mixed)).unwrap_err();
        assert_eq!(error.field, format!("{PAYMENTS}[3].billingCurrencyTotal.currencyCode"));
        assert_eq!(error.problem, Problem::CurrencyMismatch);

        let paid = payment("2026-01-10", "Succeeded", Some("360"));
        let error = upfront(vec![paid, payment("2026-01-10", "Scheduled", None)]).unwrap_err();
        assert_eq!(error.field, format!("{PAYMENTS}[1].billingCurrencyTotal"));

        for amount in ["-1", "79228162514264337593543950335"] {
            let error = of(reservation(), order(vec![payment("2026-01-10", "x", Some(amount))]));
            assert_eq!(error.unwrap_err().field, PAYMENTS);
        }

        for (field, value) in
            [("billingPlan", "Weekly"), ("term", "P9Y"), ("expiryDate", "2026-01-10")]
        {
            let mut reservation = reservation();
            reservation["properties"][field] = json!(value);
            let error = of(reservation, order(monthly())).unwrap_err();
            assert_eq!(error.field, format!("reservation.properties.{field}"));
        }
    }
}
