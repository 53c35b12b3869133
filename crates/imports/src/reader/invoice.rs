//! Invoice reconciliation of Partner Center, and the line items of an invoice.
//!
//! A reservation order proves nothing: lines of Office and Power BI have one, and a documented line
//! of an Azure reservation has none. The product decides, and where it does not, the line counts
//! only if another file knows its order.

use portfolio::intake::{BookingDocument, InvoiceIntake};
use rust_decimal::{Decimal, RoundingStrategy};

use crate::column::{Column as C, folded};
use crate::fact::{EventKind, Fact, TransactionFact};
use crate::row::{Reading, Rejection, Row};
use crate::value;

pub(super) fn read(row: &Row<'_>) -> Result<Reading, Rejection> {
    let product =
        [C::ProductName, C::OfferName, C::SkuName, C::SubscriptionDescription, C::Description];
    let product: Vec<&str> = product.iter().filter_map(|column| row.text(*column)).collect();
    let described = folded(&product.join(" "));
    let is_reservation = is_reservation(&described);
    let is_other = [
        "savingsplan",
        "azureplan",
        "microsoft365",
        "office365",
        "powerbi",
        "dynamics365",
        "windows365",
    ]
    .iter()
    .find(|name| described.contains(*name));
    if let (false, Some(other)) = (is_reservation, is_other) {
        return Reading::ignored(&format!("a line about something else ({other})"));
    }
    let order = row.ids(&[], &[C::ReservationOrderId], &[]);
    let order = match (order, is_reservation) {
        (Ok(ids), _) => ids.order,
        (Err(reason), true) => return Err(reason),
        // Other products have orders whose ids look different.
        (Err(_), false) => None,
    };
    if order.is_none() && !is_reservation {
        return Reading::ignored("a line about something else, as far as its product tells");
    }
    let charge = row.text(C::ChargeType).unwrap_or_default();
    let (amount, currency, calculated) = amount(row)?;
    let cycle = row.text(C::TermAndBillingCycle).unwrap_or_default();
    let term = value::term(cycle).or_else(|| product.iter().find_map(|text| value::term_in(text)));
    let fact = TransactionFact {
        order,
        reservation: None,
        customer: row.customer(&[C::CustomerId], &[C::CustomerName, C::CustomerDomainName]),
        event: charge_kind(charge),
        date: row.date(&[C::OrderDate, C::ChargeStartDate])?,
        amount,
        currency,
        quantity: row.units(&[C::Quantity, C::BillableQuantity])?,
        display_name: None,
        sku: product.iter().find_map(|text| arm_sku(text)),
        region: None,
        term: term.map(str::to_owned),
        plan_by_days: term.and_then(|term| plan_by_days(row, term)),
        billing_plan: row.billing_plan(&[C::BillingFrequency]).or_else(|| billed(cycle)),
        description: product.first().map(|text| (*text).to_owned()),
        is_surely_reservation: is_reservation,
        calculated,
        document: BookingDocument::Invoice,
        invoice: Some(said_beside(row)),
    };
    Ok(Reading::Fact(Fact::Transaction(Box::new(fact))))
}

/// Whether a folded description is one of an Azure reservation.
pub(super) fn is_reservation(described: &str) -> bool {
    let names = [
        "reservedvminstance",
        "reservedinstance",
        "reservedcapacity",
        "azurereservation",
        "reservation",
    ];
    names.iter().any(|name| described.contains(name)) && !described.contains("savingsplan")
}

/// The name of a size within a description, such as `Standard_D2s_v3`.
pub(super) fn arm_sku(text: &str) -> Option<String> {
    let words = text.split([',', ' ', ';', '(', ')']);
    words.into_iter().find(|word| word.starts_with("Standard_")).map(str::to_owned)
}

/// The plan in `1 year commitment for monthly billing`; a term alone says nothing of it.
fn billed(cycle: &str) -> Option<String> {
    let cycle = folded(cycle);
    if cycle.contains("monthly") {
        return Some("Monthly".to_owned());
    }
    let upfront = ["upfront", "onetime", "yearlybilling", "annualbilling", "billedannually"];
    upfront.iter().any(|word| cycle.contains(word)).then(|| "Upfront".to_owned())
}

/// The plan by which the days that a line charges for are the whole term, or a month of it.
fn plan_by_days(row: &Row<'_>, term: &str) -> Option<&'static str> {
    let day = |column| row.date(&[column]).ok().flatten();
    let (start, end) = (day(C::ChargeStartDate)?, day(C::ChargeEndDate)?);
    let months = calculator::Term::parse(term).ok()?.months();
    let days_to = |months: u32| {
        let ends = start.checked_add_months(chrono::Months::new(months))?;
        Some((end - ends).num_days())
    };
    // The last day is the one before the next charge, or this one itself.
    let is_of = |months: u32| days_to(months).is_some_and(|days| (-2..=1).contains(&days));
    if is_of(months) {
        return (months > 1).then_some("Upfront");
    }
    is_of(1).then_some("Monthly")
}

/// What a charge type tells: `new`, `cycleCharge`, `cancelImmediate`, `creditForMigration`.
fn charge_kind(text: &str) -> EventKind {
    let charge = folded(text);
    let has = |words: &[&str]| words.iter().any(|word| charge.contains(word));
    if has(&["cancel", "remove", "return"]) {
        EventKind::Cancel
    } else if has(&["refund", "credit", "offset"]) {
        EventKind::Refund
    } else if has(&["new", "purchase", "renew", "cycle", "add", "activation"]) {
        EventKind::Purchase
    } else {
        EventKind::Other(text.to_owned())
    }
}

/// What the line says beside the amount.
fn said_beside(row: &Row<'_>) -> InvoiceIntake {
    let number = |column| {
        let number = row.certain_number(column).filter(|number| !number.is_zero())?;
        Some(number.abs().normalize().to_string())
    };
    InvoiceIntake {
        number: row.owned(&[C::InvoiceNumber]),
        total: number(C::Total),
        pricing_currency: row.currency(&[C::PricingCurrency]),
        exchange_rate: number(C::ExchangeRate),
    }
}

type Charged = (Option<Decimal>, Option<String>, Option<&'static str>);

/// The charge before tax in the currency of the invoice, without its sign. Where only a price in
/// another currency is given, it is calculated as Microsoft documents it for licences: the price at
/// the rate of the month, rounded down to cents, times the quantity.
fn amount(row: &Row<'_>) -> Result<Charged, Rejection> {
    let currency = row.currency(&[C::Currency, C::BillingCurrency]);
    if let Some(subtotal) = row.number(&[C::Subtotal])?.filter(|amount| !amount.is_zero()) {
        return Ok((Some(subtotal.abs()), currency, None));
    }
    let price = row.number(&[C::EffectiveUnitPrice, C::UnitPrice])?;
    let quantity = row.number(&[C::BillableQuantity, C::Quantity])?;
    let (Some(price), Some(quantity)) = (price, quantity) else {
        return Ok((None, currency, None));
    };
    let pricing = row.currency(&[C::PricingCurrency]);
    let is_same = pricing.is_none() || pricing == currency;
    let rate = match (is_same, row.number(&[C::ExchangeRate])?) {
        (true, _) => Decimal::ONE,
        (false, Some(rate)) => rate,
        (false, None) => return Ok((None, currency, None)),
    };
    let billed = price.abs().checked_mul(rate.abs());
    let down = |price: Decimal| price.round_dp_with_strategy(2, RoundingStrategy::ToZero);
    let amount = billed.map(down).and_then(|price| price.checked_mul(quantity.abs()));
    let how = match is_same {
        true => "the unit price times the quantity, since the line has no subtotal",
        false => {
            "the unit price at the line's exchange rate, rounded down, times the quantity, \
            since the line has no subtotal"
        }
    };
    Ok((amount.filter(|amount| !amount.is_zero()), currency, Some(how)))
}
