//! What fields, kinds of files and values are called.

pub(super) use super::reasons::reason;
use crate::i18n::catalogue::{import as texts, reservation, shell};
use crate::i18n::{Text, date, names, number, t_with};
use azure::{ProvisioningState, ResourceType, StatedTerm};
use chrono::NaiveDate;
use portfolio::files::{By, Field};
use rust_decimal::Decimal;

/// What a field is called, by its name in JSON.
pub(super) fn field(name: &str) -> String {
    let text = match name {
        "customer" | "customerName" => shell::CUSTOMER,
        "tenantId" => texts::TENANT,
        "id" => texts::RESERVATION_ID,
        "orderId" => texts::ORDER_ID,
        "displayName" | "name" => texts::NAME,
        "sku" => reservation::PRODUCT,
        "region" => reservation::REGION,
        "quantity" => reservation::QUANTITY,
        "term" => reservation::TERM,
        "purchaseDate" => reservation::PURCHASE_DATE,
        "expiryDate" => texts::EXPIRY_DATE,
        "state" => texts::STATE,
        "billingPlan" => reservation::BILLING_PLAN,
        "unitPrice" => reservation::UNIT_PRICE,
        "currencyCode" => texts::CURRENCY,
        "reservedResourceType" => texts::PRODUCT_TYPE,
        "used" => texts::USED,
        "succession" => texts::SUCCESSION,
        "billingScopeId" => texts::BILLING_SUBSCRIPTION,
        "sameAs" => texts::SAME_AS,
        "maybeSameAs" => texts::MAYBE_SAME_AS,
        unknown => return unknown.to_owned(),
    };
    text.get().to_owned()
}

/// For what one answer is given.
pub(super) const fn by(by: By) -> Text {
    match by {
        By::All => texts::BY_ALL,
        By::File => texts::BY_FILE,
        By::Customer => texts::BY_CUSTOMER,
        By::Product => texts::BY_PRODUCT,
    }
}

/// A value in the language of this moment; one that this version does not know stays as it is.
pub(super) fn value(field: &str, text: &str) -> String {
    let read = || match field {
        "purchaseDate" | "expiryDate" | "date" => text.parse::<NaiveDate>().ok().map(date),
        "unitPrice" | "amount" | "usd" | "instalment" => text.parse::<Decimal>().ok().map(number),
        "term" => Some(names::term(&StatedTerm::parse(text)).to_owned()),
        "reservedResourceType" => Some(names::resource_type(&ResourceType::parse(text)).to_owned()),
        "state" => Some(names::state(&ProvisioningState::parse(text)).to_owned()),
        "billingPlan" => match text {
            "Upfront" => Some(reservation::PLAN_UPFRONT.get().to_owned()),
            "Monthly" => Some(reservation::PLAN_MONTHLY.get().to_owned()),
            _ => None,
        },
        _ => None,
    };
    read().unwrap_or_else(|| text.to_owned())
}

/// What a field may be answered with, where it is one of a few.
pub(super) fn choices(field: Field) -> Option<Vec<(String, String)>> {
    let values: &[&str] = match field {
        Field::BillingPlan => &["Upfront", "Monthly"],
        Field::Term => &["P1Y", "P3Y", "P5Y"],
        Field::ReservedResourceType => {
            let name = |known: &ResourceType| known.to_string();
            let known = ResourceType::KNOWN.iter().map(name);
            return Some(known.map(|it| (it.clone(), value(field.as_str(), &it))).collect());
        }
        _ => return None,
    };
    Some(values.iter().map(|it| ((*it).to_owned(), value(field.as_str(), it))).collect())
}

/// A file and the line in it.
pub(super) fn source(file: &str, line: u64) -> String {
    if line == 0 {
        return file.to_owned();
    }
    t_with(texts::AT_LINE, &[("file", file.to_owned()), ("line", line.to_string())])
}

/// What a file was recognised as.
pub(super) const fn kind(name: &str) -> Option<Text> {
    Some(match name.as_bytes() {
        b"portal-reservations" => texts::KIND_PORTAL,
        b"az-reservations" => texts::KIND_AZ,
        b"az-reservation-orders" => texts::KIND_ORDERS,
        b"powershell-reservations" => texts::KIND_POWERSHELL,
        b"reservation-report" => texts::KIND_REPORT,
        b"reservation-transactions" => texts::KIND_TRANSACTIONS,
        b"reservation-usage" => texts::KIND_USAGE,
        b"customers" => texts::KIND_CUSTOMERS,
        b"invoice-reconciliation" => texts::KIND_INVOICE,
        b"daily-rated-usage" => texts::KIND_DAILY,
        b"cost-details" => texts::KIND_COST,
        b"focus" => texts::KIND_FOCUS,
        b"retail-prices" => texts::KIND_RETAIL,
        b"prorata-reservations" => texts::KIND_PRORATA,
        b"price-sheet" => texts::KIND_PRICE_SHEET,
        b"savings-plans" => texts::KIND_SAVINGS_PLANS,
        b"reservation-recommendations" => texts::KIND_RECOMMENDATIONS,
        b"reservation-revisions" => texts::KIND_REVISIONS,
        b"azure-quotes" => texts::KIND_AZURE_QUOTES,
        b"quote-lines" => texts::KIND_QUOTE_LINES,
        _ => return None,
    })
}
