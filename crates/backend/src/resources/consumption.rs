//! Microsoft.Consumption: daily and monthly usage of reservations, and what was booked for them.

use calculator::{BillingPlan, Currency};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use rust_decimal::Decimal;
use serde_json::Value;

use crate::http::{Answer, Call, Problem, page, sort};
use crate::records::booking::Booking;
use crate::records::customer::billing_account_id;
use crate::records::transaction::{ManualEntry, Transaction, booked_here};
use crate::records::usage::{BasisPoints, FULL, Run, percentage};
use crate::records::{Customer, Order, Records, Reservation, json, wire};
use crate::resources::ledger_entries;

/// Days that one answer covers at most: what a term of five years has.
const DAYS_MAX: i64 = 5 * 366;
const HOURS_PER_DAY: u32 = 24;

pub(crate) fn summaries_of_order(
    records: &mut Records,
    call: &mut Call<'_>,
) -> Result<Answer, Problem> {
    let order_id = call.param("order");
    let order = Order::find(records, order_id)?;
    let reservations = Reservation::of_order(records, order_id);
    summaries(call, &order, &reservations)
}

pub(crate) fn summaries_of_reservation(
    records: &mut Records,
    call: &mut Call<'_>,
) -> Result<Answer, Problem> {
    let (order_id, id) = (call.param("order"), call.param("reservation"));
    let (order, reservation) = Reservation::find(records, order_id, id)?;
    summaries(call, &order, &[(id.to_owned(), reservation)])
}

fn summaries(
    call: &Call<'_>,
    order: &Order,
    reservations: &[(String, Reservation)],
) -> Result<Answer, Problem> {
    let monthly = match call.query.get("grain").map(str::to_ascii_lowercase).as_deref() {
        Some("daily") => false,
        Some("monthly") => true,
        _ => {
            let why = "grain must be 'daily' or 'monthly'.";
            return Err(Problem::new(400, "BadRequest", why).of_field("grain"));
        }
    };
    let range = match call.query.get("$filter") {
        Some(filter) => Some(date_range(filter, "properties/usageDate")?),
        None if monthly => None,
        None => {
            let why = "$filter on properties/usageDate is required for daily summaries.";
            return Err(Problem::new(400, "BadRequest", why).of_field("$filter"));
        }
    };
    let mut rows = Vec::new();
    for (id, reservation) in reservations.iter().filter(|(_, it)| it.usage.course.is_measured()) {
        let run = reservation.run(order);
        // Today is not over, so it has no figure yet.
        let mut asked = run.before(call.today());
        if let Some((from, to)) = range {
            asked = asked.within(from, to);
        }
        let period = Period { order: call.param("order"), id, reservation, first: run.first };
        if monthly {
            rows.extend(months(asked).map(|(month, part)| period.row(month, part)));
        } else {
            rows.extend(asked.days().map(|day| period.row(day, asked.within(day, day))));
        }
    }
    // A chart needs its days in one piece, as the service really gives them.
    Ok(Answer::ok(&json!({ "value": rows })))
}

/// The reservation that summaries are about.
struct Period<'a> {
    order: &'a str,
    id: &'a str,
    reservation: &'a Reservation,
    first: NaiveDate,
}

impl Period<'_> {
    /// The summary of some days, under the date of the first one.
    fn row(&self, date: NaiveDate, part: Run) -> Value {
        let Self { order, id, reservation, first } = self;
        let shares: Vec<BasisPoints> =
            part.days().map(|day| reservation.usage.on(day, *first)).collect();
        let mean = reservation.usage.mean(part, *first);
        let quantity = Decimal::from(reservation.quantity);
        let hours_of_day = quantity * Decimal::from(HOURS_PER_DAY);
        let reserved = hours_of_day * Decimal::from(shares.len());
        let used = hours_of_day * Decimal::from(shares.iter().sum::<u32>()) / Decimal::from(FULL);
        let share = |share: Option<BasisPoints>| wire::number(percentage(share.unwrap_or(0)));
        let day = date.to_string().replace('-', "");
        let base = wire::reservation_id(order, id);
        json!({
            "id": format!("{base}/providers/Microsoft.Consumption/reservationSummaries/{day}"),
            "name": format!("{order}_{id}_{day}"),
            "type": "Microsoft.Consumption/reservationSummaries",
            "properties": {
                "reservationOrderId": order,
                "reservationId": id,
                "skuName": reservation.sku_name,
                "kind": "Reservation",
                "usageDate": format!("{date}T00:00:00Z"),
                "reservedHours": wire::number(reserved),
                "usedHours": wire::number(used.normalize()),
                "minUtilizationPercentage": share(shares.iter().min().copied()),
                "avgUtilizationPercentage": share(Some(mean)),
                "maxUtilizationPercentage": share(shares.iter().max().copied()),
                "purchasedQuantity": reservation.quantity,
                "remainingQuantity": 0,
                "totalReservedQuantity": reservation.quantity,
                "usedQuantity": reservation.quantity,
                "utilizedPercentage": share(Some(mean)),
            },
        })
    }
}

/// The months that a run touches, each with its days.
fn months(run: Run) -> impl Iterator<Item = (NaiveDate, Run)> {
    let mut months: Vec<(NaiveDate, Run)> = Vec::new();
    for day in run.days() {
        let month = day.with_day(1).unwrap_or(day);
        let end = day.succ_opt().unwrap_or(day);
        match months.last_mut() {
            Some((last, part)) if *last == month => part.end = end,
            _ => months.push((month, Run { first: day, end })),
        }
    }
    months.into_iter()
}

/// Reads `properties/usageDate ge 2026-10-01 AND properties/usageDate le 2026-10-31`.
///
/// # Errors
/// 400 when it is anything else, or covers more than [`DAYS_MAX`] days.
fn date_range(filter: &str, field: &str) -> Result<(NaiveDate, NaiveDate), Problem> {
    let wrong = || {
        let why = format!("$filter must be '{field} ge YYYY-MM-DD AND {field} le YYYY-MM-DD'.");
        Problem::new(400, "BadRequest", why).of_field("$filter")
    };
    let words: Vec<&str> = filter.split_whitespace().collect();
    let [first_field, ge, from, and, second_field, le, to] = words[..] else { return Err(wrong()) };
    let expected =
        [(first_field, field), (ge, "ge"), (and, "and"), (second_field, field), (le, "le")];
    if !expected.iter().all(|(found, expected)| found.eq_ignore_ascii_case(expected)) {
        return Err(wrong());
    }
    let date = |text: &str| {
        let text = text.trim_matches('\'');
        let time = || Some(wire::parse_time(text)?.date_naive());
        azure::parse_day(text).or_else(time).ok_or_else(wrong)
    };
    let (from, to) = (date(from)?, date(to)?);
    if (to - from).num_days() >= DAYS_MAX {
        let why = format!("$filter covers more than {DAYS_MAX} days.");
        return Err(Problem::new(400, "BadRequest", why).of_field("$filter"));
    }
    Ok((from, to))
}

pub(crate) fn transactions(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let mut rows = transactions_of(records, call.param("customer"), call)?;
    // Times of this form are in the order of their texts.
    sort(&mut rows, &|left, right| event_date(right).cmp(&event_date(left)));
    Ok(Answer::ok(&page(&rows, call)?))
}

/// Everything that was booked for a customer.
///
/// # Errors
/// 400 when `$filter` is no range of days; 409 when something that was booked cannot be read.
pub(crate) fn transactions_of(
    records: &Records,
    tenant_id: &str,
    call: &Call<'_>,
) -> Result<Vec<Value>, Problem> {
    let customer = Customer::known(records, tenant_id);
    let billing = Billing {
        account: &customer.billing_account,
        account_name: &customer.display_name,
        profile: &customer.billing_profile,
        customer: &customer.tenant_id,
    };
    let range = match call.query.get("$filter") {
        Some(filter) => Some(date_range(filter, "properties/eventDate")?),
        None => None,
    };
    let is_wanted = |at: DateTime<Utc>| {
        let day = at.date_naive();
        range.is_none_or(|(from, to)| from <= day && day <= to)
    };
    let mut rows = Vec::new();
    // One left out would make the limit look emptier than it is.
    for (id, transaction) in booked_here(records)? {
        if is_wanted(transaction.at) {
            rows.push(transaction.to_wire(&id, &billing));
        }
    }
    // Beside what was booked, so that whoever counts against the limit counts all of it.
    for (id, entry) in records.every::<ManualEntry>()? {
        if range.is_none_or(|(from, to)| from <= entry.date && entry.date <= to) {
            rows.push(ledger_entries::as_transaction(&id, &entry));
        }
    }
    let bookings = records.every::<Booking>()?;
    for (id, booking) in bookings.iter().filter(|(_, booking)| is_wanted(booking.at())) {
        rows.extend(booking_to_wire(id, booking, &billing));
    }
    let is_booked = |order: &str| {
        bookings.iter().any(|(_, booking)| {
            !booking.is_return() && booking.stated.order_id.as_deref() == Some(order)
        })
    };
    for (id, order) in records.all::<Order>() {
        if !is_wanted(order.purchased_at) || is_booked(&id) {
            continue;
        }
        let first = Reservation::of_order(records, &id).into_iter().next();
        rows.extend(first.and_then(|(_, first)| purchase_to_wire(&id, &order, &first, &billing)));
    }
    Ok(rows)
}

fn event_date(row: &Value) -> Option<&str> {
    row["properties"]["eventDate"].as_str()
}

impl Transaction {
    /// The transaction as Microsoft.Consumption writes it. Refunds are negative there: money that
    /// comes back.
    fn to_wire(&self, id: &str, billing: &Billing<'_>) -> Value {
        let mut row = json!({
            "id": format!("{}/providers/Microsoft.Consumption/reservationTransactions/{id}", billing.scope()),
            "name": id,
            "type": "Microsoft.Consumption/reservationTransactions",
            "properties": {
                "eventDate": wire::timestamp(self.at),
                "reservationOrderId": self.order,
                "reservationOrderName": self.order_name,
                "description": self.description,
                "eventType": self.event_type,
                "quantity": self.quantity,
                "amount": wire::number(-self.usd),
                "currency": Currency::USD,
                "armSkuName": self.sku_name,
                "region": self.location,
                "term": self.term,
                "billingFrequency": frequency(self.billing_plan),
                "billingProfileId": billing.profile_id(),
                "billingProfileName": billing.account_name,
            },
        });
        if let Some(readings) = self.readings {
            row["properties"]["countsAs"] = json!({
                "refund": readings.refund.to_string(),
                "cancelledCommitment": readings.commitment.to_string(),
            });
        }
        row
    }
}

/// A row of a file as Microsoft.Consumption writes it: money that comes back is negative, and in USD where
/// that is known. What was recorded here tells better what nobody has said in USD.
fn booking_to_wire(id: &str, booking: &Booking, billing: &Billing<'_>) -> Option<Value> {
    // What another document tells of as well is told once.
    if booking.same_as.is_some() || booking.settles.is_some() && booking.usd().is_none() {
        return None;
    }
    let stated = &booking.stated;
    let (amount, currency) = match booking.usd().filter(|_| booking.is_return()) {
        Some(usd) => (usd, Currency::USD.code()),
        None => (calculator::parse_decimal(&stated.amount).ok()?, stated.currency_code.as_str()),
    };
    let amount = if booking.is_return() { -amount } else { amount };
    Some(json!({
        "id": format!("{}/providers/Microsoft.Consumption/reservationTransactions/{id}", billing.scope()),
        "name": id,
        "type": "Microsoft.Consumption/reservationTransactions",
        "properties": {
            "eventDate": wire::timestamp(booking.at()),
            "reservationOrderId": stated.order_id,
            "description": stated.description,
            "eventType": stated.event,
            "quantity": stated.quantity,
            "amount": wire::number(amount),
            "currency": currency,
            "billingProfileId": billing.profile_id(),
            "billingProfileName": billing.account_name,
            "stated": stated,
        },
    }))
}

/// The purchase of an order as Microsoft.Consumption writes it: its first payment.
fn purchase_to_wire(
    id: &str,
    order: &Order,
    first: &Reservation,
    billing: &Billing<'_>,
) -> Option<Value> {
    let payment = order.payments(order.purchase_date()).into_iter().next()?;
    Some(json!({
        "id": format!("{}/providers/Microsoft.Consumption/reservationTransactions/{id}", billing.scope()),
        "name": id,
        "type": "Microsoft.Consumption/reservationTransactions",
        "properties": {
            "eventDate": wire::timestamp(order.purchased_at),
            "reservationOrderId": id,
            "reservationOrderName": order.display_name,
            "description": first.sku_description,
            "eventType": "Purchase",
            "quantity": order.original_quantity,
            "amount": wire::number(payment.amount),
            "currency": order.currency,
            "armSkuName": first.sku_name,
            "region": first.location,
            "term": order.term,
            "billingFrequency": frequency(order.billing_plan),
            "billingProfileId": billing.profile_id(),
            "billingProfileName": billing.account_name,
        },
    }))
}

fn frequency(billing_plan: BillingPlan) -> &'static str {
    match billing_plan {
        BillingPlan::Monthly => "Recurring",
        BillingPlan::Upfront => "OneTime",
    }
}

/// Where transactions are booked.
struct Billing<'a> {
    account: &'a str,
    account_name: &'a str,
    profile: &'a str,
    customer: &'a str,
}

impl Billing<'_> {
    fn scope(&self) -> String {
        format!("{}/customers/{}", billing_account_id(self.account), self.customer)
    }

    fn profile_id(&self) -> String {
        format!("{}/billingProfiles/{}", billing_account_id(self.account), self.profile)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_of_dates_is_read_strictly() {
        let range = |filter: &str| date_range(filter, "properties/usageDate");
        let day = |text: &str| text.parse::<NaiveDate>().expect(text);
        let expected = Ok((day("2026-10-01"), day("2026-10-31")));
        for filter in [
            "properties/usageDate ge 2026-10-01 AND properties/usageDate le 2026-10-31",
            "properties/UsageDate GE '2026-10-01'  and properties/usageDate le 2026-10-31T00:00:00Z",
        ] {
            assert_eq!(range(filter), expected, "{filter}");
        }
        for filter in [
            "",
            "properties/usageDate ge 2026-10-01",
            "properties/usageDate ge 2026-10-01 AND properties/usageDate le 2026-10-31x",
            "properties/usageDate ge 2026-10-1 AND properties/usageDate le 2026-10-31",
            "properties/usageDate ge x AND properties/usageDate le 2026-10-31",
            "properties/usageDate le 2026-10-01 AND properties/usageDate ge 2026-10-31",
            "properties/eventDate ge 2026-10-01 AND properties/eventDate le 2026-10-31",
            "properties/usageDate ge 1026-10-01 AND properties/usageDate le 2026-10-31",
        ] {
            assert!(range(filter).is_err(), "{filter:?}");
        }
    }
}
