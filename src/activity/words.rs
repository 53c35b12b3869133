//! What changes are called, in the language of this moment.

use crate::api::Role;
use crate::i18n::catalogue::{
    access, activity as texts, common, configuration, reservation, rules, support,
};
use crate::i18n::{self, Text};
use crate::rights::role_name;
use serde_json::Value;
use view_model::activity::plain;

/// What was done; an operation that this version does not know is shown as Azure names it.
pub(super) fn action(action: &str) -> String {
    let text = match action {
        "Microsoft.Capacity/reservationOrders/return/action" => texts::RETURNED,
        "Microsoft.Capacity/exchange/action" => texts::EXCHANGED,
        "Microsoft.Capacity/reservationOrders/write" => texts::BOUGHT,
        "Microsoft.Capacity/reservationOrders/reservations/write" => texts::CHANGED,
        "Microsoft.Capacity/reservationOrders/split/action" => texts::SPLIT,
        "Microsoft.Capacity/reservationOrders/merge/action" => texts::MERGED,
        "Microsoft.Capacity/reservationOrders/reservations/archive/action" => texts::ARCHIVED,
        "Microsoft.Capacity/reservationOrders/reservations/unarchive/action" => texts::UNARCHIVED,
        "Microsoft.Authorization/roleAssignments/write" => texts::ROLE_GIVEN,
        "Microsoft.Authorization/roleAssignments/delete" => texts::ROLE_TAKEN,
        "Microsoft.Support/supportTickets/write" => support::REQUEST,
        unknown => return unknown.to_owned(),
    };
    text.get().to_owned()
}

/// The role in which somebody worked, by its name in a token.
pub(super) fn role(name: &str) -> String {
    Role::parse(name).map_or_else(|| name.to_owned(), |role| role_name(role).get().to_owned())
}

/// What a field of a record is called; one without words is shown by its name in the API.
pub(super) fn field(field: &str) -> String {
    let text = match field {
        "quantity" => reservation::QUANTITY,
        "role" => access::ROLE,
        "principal" => access::PRINCIPAL,
        "status" => support::STATUS,
        "title" => support::TITLE,
        "severity" => support::SEVERITY,
        "supportTicketId" => support::NUMBER,
        "archived" => texts::ARCHIVED_FIELD,
        "renew" => configuration::RENEWAL,
        "displayName" => configuration::DISPLAY_NAME,
        "instanceFlexibility" => configuration::FLEXIBILITY,
        "appliedScopeType" => reservation::SCOPE,
        "reservations" => texts::BOUGHT_ITEM,
        unknown => return unknown.to_owned(),
    };
    text.get().to_owned()
}

/// A value before or after a change; nothing stands for what was not there.
pub(super) fn value(value: &Value) -> String {
    match value {
        Value::Bool(true) => common::YES.get().to_owned(),
        Value::Bool(false) => common::NO.get().to_owned(),
        Value::Number(number) => number.as_u64().map_or_else(|| number.to_string(), i18n::integer),
        Value::Array(values) => {
            let values: Vec<String> = values.iter().map(self::value).collect();
            values.join(", ")
        }
        Value::Object(fields) => {
            let stated = fields.iter().filter(|(_, value)| !value.is_null());
            let fields: Vec<String> =
                stated.map(|(name, value)| format!("{name}: {}", self::value(value))).collect();
            fields.join(", ")
        }
        Value::Null | Value::String(_) => plain(value),
    }
}

/// How a fact of a quote is written.
#[derive(Clone, Copy)]
pub(super) enum Unit {
    /// An amount in the currency of the quote.
    Money,
    /// An amount in USD.
    Dollars,
    /// A day.
    Day,
    /// Anything else.
    Plain,
}

/// The facts of a quote that the record of changes shows: where they stand in it, and what they are called.
/// A quote has some of them: those of a refund or those of an exchange.
pub(super) const FACTS: [(&str, Text, Unit); 18] = [
    ("/on", rules::INPUT_DAY, Unit::Day),
    ("/input/returnQuantity", rules::INPUT_UNITS, Unit::Plain),
    ("/input/reservation/unitPrice", rules::INPUT_UNIT_PRICE, Unit::Money),
    ("/input/reservation/purchaseDate", rules::INPUT_PURCHASE_DATE, Unit::Day),
    ("/input/usdRate", rules::INPUT_USD_RATE, Unit::Plain),
    ("/answer/paid", rules::INPUT_PAID, Unit::Money),
    ("/answer/consumed", rules::INPUT_CONSUMED, Unit::Money),
    ("/answer/credit", rules::INPUT_CREDIT, Unit::Money),
    ("/answer/fee", rules::INPUT_FEE, Unit::Money),
    ("/answer/refund", rules::INPUT_REFUND, Unit::Money),
    ("/answer/payable", rules::INPUT_PAYABLE, Unit::Money),
    ("/answer/cancelledInstalments", rules::INPUT_CANCELLED_INSTALMENTS, Unit::Money),
    ("/answer/cancelledCommitment", rules::INPUT_CANCELLED_COMMITMENT, Unit::Money),
    ("/answer/usd/countsAgainstLimit", rules::INPUT_COUNTS_USD, Unit::Dollars),
    ("/answer/usd/leftAfter", rules::INPUT_LEFT_USD, Unit::Dollars),
    ("/answer/refundsTotal", rules::INPUT_REFUNDS_TOTAL, Unit::Money),
    ("/answer/purchasesTotal", rules::INPUT_PURCHASES_TOTAL, Unit::Money),
    ("/answer/netPayable", rules::INPUT_NET_PAYABLE, Unit::Money),
];

/// A fact of `quote` as people read it; `None` when this quote does not have it.
pub(super) fn fact(quote: &Value, place: &str, unit: Unit) -> Option<String> {
    let value = quote.pointer(place).filter(|value| !value.is_null())?;
    let text = plain(value);
    Some(match unit {
        Unit::Money => i18n::money(&text, quote["answer"]["currencyCode"].as_str()?),
        Unit::Dollars => i18n::money(&text, "USD"),
        Unit::Day => azure::parse_day(&text).map_or(text, i18n::date),
        Unit::Plain => self::value(value),
    })
}
