//! Cost and usage: actual and amortized cost of every agreement, daily rated usage, FOCUS.
//!
//! Of millions of rows those about reservations matter: purchases and refunds are money, and the
//! rest tells what was used and whose it was.

use portfolio::intake::BookingDocument;
use rust_decimal::Decimal;

use super::invoice::{arm_sku, is_reservation};
use super::transactions;
use crate::column::{Column as C, folded};
use crate::fact::{EventKind, Fact, TransactionFact, UsageFact};
use crate::id::{Id, Ids};
use crate::row::{Reading, Rejection, Row};
use crate::value::{self, Meaning};

const OTHER: &str = "a cost that is not about a reservation";

const TENANTS: [C; 2] = [C::CustomerTenantId, C::CustomerId];

/// A row of actual or amortized cost. A purchase has the id of the *order* in `ReservationId`.
pub(super) fn read(row: &Row<'_>) -> Result<Reading, Rejection> {
    let charge = folded(row.text(C::ChargeType).unwrap_or_default());
    if charge.contains("savingsplan")
        || folded(row.text(C::PricingModel).unwrap_or_default()) == "savingsplan"
    {
        return Reading::ignored("a cost of a savings plan");
    }
    let paths = [C::ReservationId, C::ProductOrderId];
    let Some((_, text)) = row.first(&paths) else { return Reading::ignored(OTHER) };
    let ids = Ids::of_path(text);
    let bare = Id::bare(text);
    let order_column = row.text(C::ReservationOrderId).or_else(|| row.text(C::ProductOrderId));
    let order_column =
        order_column.and_then(|text| Ids::of_path(text).order.or_else(|| Id::bare(text)));
    let is_money = matches!(charge.as_str(), "purchase" | "refund" | "cancel");
    if !is_money {
        if row.text(C::ReservationId).is_none() {
            return Reading::ignored(OTHER);
        }
        let used = match charge.as_str() {
            "unusedreservation" => Some(false),
            "usage" => Some(true),
            _ => None,
        };
        return usage(row, ids.order.or(order_column), ids.reservation.or(bare), used);
    }
    let described = folded(
        &[
            row.text(C::Product),
            row.text(C::ProductName),
            row.text(C::ReservationName),
            row.text(C::Description),
        ]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" "),
    );
    let is_surely_reservation = row.text(C::ReservationId).is_some() || is_reservation(&described);
    if !is_surely_reservation {
        return Reading::ignored("a purchase of something else, as far as its product tells");
    }
    let products = || [C::Product, C::ProductName].into_iter().filter_map(|it| row.text(it));
    let fact = TransactionFact {
        order: ids.order.or(order_column).or(bare),
        reservation: ids.reservation,
        customer: row.customer(&TENANTS, &[C::CustomerName]),
        event: transactions::event_kind(row.text(C::ChargeType).unwrap_or_default()),
        date: row.date(&[C::Date, C::UsageDate])?,
        amount: row.number(&[C::Cost, C::BillingPreTaxTotal])?.map(|amount| amount.abs()),
        currency: row.currency(&[C::BillingCurrency, C::Currency]),
        quantity: row.units(&[C::Quantity, C::ConsumedQuantity])?,
        display_name: row.owned(&[C::ReservationName]),
        sku: products().find_map(arm_sku),
        // The region of a meter is a name for people ("EU West"), which no price goes by.
        region: row
            .owned(&[C::RegionId, C::MeterRegion])
            .map(|region| region.to_lowercase().replace(' ', "")),
        term: term(row, C::Term).or_else(|| products().find_map(value::term_in).map(str::to_owned)),
        billing_plan: row.billing_plan(&[C::ChargeFrequency, C::BillingFrequency]),
        description: row.owned(&[C::Product, C::ProductName]),
        is_surely_reservation,
        plan_by_days: None,
        calculated: None,
        document: BookingDocument::Cost,
        invoice: None,
    };
    Ok(Reading::Fact(Fact::Transaction(Box::new(fact))))
}

/// A row of daily rated usage, which names the reservation that it was covered by.
pub(super) fn rated_usage(row: &Row<'_>) -> Result<Reading, Rejection> {
    let covers = folded(row.text(C::BenefitType).unwrap_or_default());
    let text = row
        .text(C::ReservationId)
        .or_else(|| covers.contains("reservation").then(|| row.text(C::BenefitId)).flatten());
    let Some(text) = text else { return Reading::ignored(OTHER) };
    let ids = Ids::of_path(text);
    let (order, reservation) = (ids.order, ids.reservation.or_else(|| Id::bare(text)));
    usage(row, order, reservation, Some(true))
}

fn usage(
    row: &Row<'_>,
    order: Option<Id>,
    reservation: Option<Id>,
    used: Option<bool>,
) -> Result<Reading, Rejection> {
    if order.is_none() && reservation.is_none() {
        return Reading::ignored("a cost whose reservation is named in no known way");
    }
    let fact = UsageFact {
        order,
        reservation,
        customer: row.customer(&TENANTS, &[C::CustomerName]),
        date: row.date(&[C::Date, C::UsageDate])?,
        used,
    };
    Ok(Reading::Fact(Fact::Usage(Box::new(fact))))
}

/// A row of FOCUS. It has other providers' commitments as well, whose ids are no ids of Azure.
pub(super) fn focus(row: &Row<'_>) -> Result<Reading, Rejection> {
    let Some(commitment) = row.text(C::CommitmentDiscountId) else {
        return Reading::ignored(OTHER);
    };
    let kind = folded(row.text(C::CommitmentDiscountType).unwrap_or_default());
    if kind.contains("savingsplan") {
        return Reading::ignored("a cost of a savings plan");
    }
    let ids = Ids::of_path(commitment);
    let bare = Id::bare(commitment);
    if ids.order.is_none() && bare.is_none() {
        return Reading::ignored("a commitment that is no reservation of Azure");
    }
    let category = row.text(C::ChargeCategory).unwrap_or_default();
    let event = match folded(category).as_str() {
        "purchase" if is_given_back(row) => Some(EventKind::Refund),
        "purchase" => Some(EventKind::Purchase),
        "refund" | "credit" => Some(EventKind::Refund),
        "usage" | "" => None,
        // Taxes and adjustments are money that is no price and no refund.
        _ => return Ok(Reading::Ignored(format!("a line about something else ({category})"))),
    };
    let Some(event) = event else {
        let used = match folded(row.text(C::CommitmentDiscountStatus).unwrap_or_default()).as_str()
        {
            "used" => Some(true),
            "unused" => Some(false),
            _ => None,
        };
        return usage_of_focus(row, ids, bare, used);
    };
    let descriptions =
        || [C::Description, C::SkuDescription].into_iter().filter_map(|it| row.text(it));
    let fact = TransactionFact {
        order: ids.order.or(if ids.reservation.is_none() { bare.clone() } else { None }),
        reservation: ids.reservation,
        customer: row.customer(&[C::CustomerId, C::CustomerTenantId], &[C::CustomerName]),
        event,
        date: row.date(&[C::ChargePeriodStart])?,
        amount: row.number(&[C::BilledCost])?.map(|amount| amount.abs()),
        currency: row.currency(&[C::BillingCurrency]),
        quantity: row.units(&[C::PricingQuantity])?,
        display_name: row.owned(&[C::CommitmentDiscountName]),
        sku: descriptions().find_map(arm_sku),
        region: row.owned(&[C::RegionId]).map(|region| region.to_lowercase()),
        term: term(row, C::SkuTerm)
            .or_else(|| descriptions().find_map(value::term_in).map(str::to_owned)),
        billing_plan: row.billing_plan(&[C::ChargeFrequency]),
        description: row.owned(&[C::Description, C::SkuDescription]),
        is_surely_reservation: true,
        plan_by_days: None,
        calculated: None,
        document: BookingDocument::Cost,
        invoice: None,
    };
    Ok(Reading::Fact(Fact::Transaction(Box::new(fact))))
}

/// The term of what was bought. The column says how many months a charge covers, which of an instalment is one.
fn term(row: &Row<'_>, column: C) -> Option<String> {
    let term = value::term(row.text(column)?).filter(|term| *term != "P1M");
    term.map(str::to_owned)
}

/// Whether a purchase of FOCUS gives money back: it has no category for refunds, and Microsoft writes them as a
/// correction of the purchase. In whatever way a cost is written, its sign is certain.
fn is_given_back(row: &Row<'_>) -> bool {
    let cost = match value::decimal(row.text(C::BilledCost).unwrap_or_default()) {
        Meaning::One(cost) | Meaning::Either { first: cost, .. } => cost,
        Meaning::None => Decimal::ZERO,
    };
    let class = folded(row.text(C::ChargeClass).unwrap_or_default());
    class == "correction" || (cost.is_sign_negative() && !cost.is_zero())
}

fn usage_of_focus(
    row: &Row<'_>,
    ids: Ids,
    bare: Option<Id>,
    used: Option<bool>,
) -> Result<Reading, Rejection> {
    let fact = UsageFact {
        order: ids.order,
        reservation: ids.reservation.or(bare),
        customer: row.customer(&[C::CustomerId, C::CustomerTenantId], &[C::CustomerName]),
        date: row.date(&[C::ChargePeriodStart])?,
        used,
    };
    Ok(Reading::Fact(Fact::Usage(Box::new(fact))))
}
