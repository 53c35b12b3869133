//! How the Capacity API writes ids, times and amounts.

use azure::{Timestamp, parse_day};
use calculator::{Currency, Money};
use chrono::{DateTime, Datelike, Utc};
use rust_decimal::Decimal;
use serde_json::{Number, Value};

use crate::records::json::json;

/// The full id of an order.
pub(crate) fn order_id(order: &str) -> String {
    format!("/providers/microsoft.capacity/reservationOrders/{order}")
}

/// The full id of a reservation within its order.
pub(crate) fn reservation_id(order: &str, reservation: &str) -> String {
    format!("{}/reservations/{reservation}", order_id(order))
}

/// Order and reservation of a full id, in lower case, whatever the case of its letters.
pub(crate) fn parse_reservation_id(id: &str) -> Option<(String, String)> {
    let id = id.to_lowercase();
    let mut parts = id.trim_matches('/').split('/');
    for expected in ["providers", "microsoft.capacity", "reservationorders"] {
        parts.next().filter(|part| *part == expected)?;
    }
    let order = parts.next()?;
    parts.next().filter(|part| *part == "reservations")?;
    let reservation = parts.next()?;
    parts.next().is_none().then(|| (order.to_owned(), reservation.to_owned()))
}

/// A time with its offset, of a year in which anybody could mean it.
pub(crate) fn parse_time(text: &str) -> Option<DateTime<Utc>> {
    let time = azure::parse_time(text)?;
    let date = parse_day(text.get(..DATE_BYTES)?)?;
    // Without an offset, nobody knows when that is.
    let has_offset = text[DATE_BYTES..].contains(['Z', 'z', '+', '-']);
    (has_offset && date.year() >= FIRST_YEAR).then_some(time)
}

/// How long a date is.
const DATE_BYTES: usize = "0000-00-00".len();

/// The year from which clocks count.
const FIRST_YEAR: i32 = 1970;

/// A time with the seven digits of a Windows clock: `2026-01-31T09:41:07.1234567Z`.
pub(crate) fn timestamp(time: DateTime<Utc>) -> String {
    Timestamp::from(time).to_string()
}

/// A decimal as a JSON number with the very same digits.
pub(crate) fn number(value: Decimal) -> Value {
    let number: Number = value.to_string().parse().expect("a decimal is a JSON number");
    Value::Number(number)
}

/// An amount with its currency.
pub(crate) fn price(amount: Decimal, currency: Currency) -> Value {
    json!({ "currencyCode": currency, "amount": number(amount) })
}

/// An amount that was calculated.
pub(crate) fn money(money: Money) -> Value {
    price(money.to_decimal(), money.currency())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_read_whatever_their_case() {
        let id = "/providers/Microsoft.Capacity/RESERVATIONORDERS/A-1/reservations/B-2/";
        assert_eq!(parse_reservation_id(id), Some(("a-1".into(), "b-2".into())));
        assert_eq!(parse_reservation_id(&reservation_id("o", "r")), Some(("o".into(), "r".into())));
        for id in
            ["", "/", "o/r", "/providers/microsoft.capacity/reservationOrders/o", "/providers/x"]
        {
            assert_eq!(parse_reservation_id(id), None, "{id:?}");
        }
        assert_eq!(parse_reservation_id(&format!("{}/x", reservation_id("o", "r"))), None);
    }

    #[test]
    fn dates_and_times_are_read_strictly() {
        for text in ["1970-01-01", "2024-02-29", "9999-12-31"] {
            assert!(parse_day(text).is_some(), "{text}");
            assert!(parse_time(&format!("{text}T00:00:00Z")).is_some(), "{text}");
        }
        for text in [
            "",
            "2023-02-29",
            "2026-1-1",
            "2026-1-001",
            " 2026-1-01",
            "+026-01-01",
            "-026-01-01",
            "2026-01-01x",
            "+12026-01-01",
            "2026/01/01",
            "２026-01-1",
        ] {
            assert_eq!(parse_day(text), None, "{text}");
            assert_eq!(parse_time(&format!("{text}T00:00:00Z")), None, "{text}");
        }
        for text in ["1969-12-31T23:59:59Z", "+262142-01-01T00:00:00Z", "2026-01-01", "2026-01-01T"]
        {
            assert_eq!(parse_time(text), None, "{text}");
        }
    }

    #[test]
    fn times_have_seven_digits_and_amounts_keep_theirs() {
        let time = "2026-01-31T09:41:07.123456789Z".parse().expect("a time");
        assert_eq!(timestamp(time), "2026-01-31T09:41:07.1234567Z");
        assert_eq!(timestamp("2026-01-31T09:41:07Z".parse().expect("a time")).len(), 28);
        let price = price(Decimal::new(123_450, 2), Currency::parse("EUR").expect("a currency"));
        assert_eq!(price.to_string(), r#"{"amount":1234.50,"currencyCode":"EUR"}"#);
    }
}
