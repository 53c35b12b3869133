//! Azure retail prices. For a reservation the price is that of the whole term, although its unit of
//! measure says an hour.

use crate::column::Column as C;
use crate::fact::{Fact, PriceFact};
use crate::row::{Reading, Rejection, Row};
use crate::value;

pub(super) fn read(row: &Row<'_>) -> Result<Reading, Rejection> {
    let is_reservation = match row.text(C::Type) {
        Some(text) => text.eq_ignore_ascii_case("Reservation"),
        None => row.text(C::ReservationTerm).is_some(),
    };
    if !is_reservation {
        return Reading::ignored("a price of something else than a reservation");
    }
    let missing = |what: &str| format!("has no {what}");
    let term = row.text(C::ReservationTerm).ok_or_else(|| missing("reservationTerm"))?;
    let Some(term) = value::term(term) else {
        return Err(format!("reservationTerm: \"{term}\" is not a term of reservations"));
    };
    let fact = PriceFact {
        sku: row.owned(&[C::ArmSkuName]).ok_or_else(|| missing("armSkuName"))?,
        region: row
            .owned(&[C::ArmRegionName])
            .ok_or_else(|| missing("armRegionName"))?
            .to_lowercase(),
        term,
        unit_price: row
            .number(&[C::RetailPrice, C::UnitPrice])?
            .ok_or_else(|| missing("retailPrice"))?,
        currency: row
            .currency(&[C::CurrencyCode, C::BillingCurrency])
            .ok_or_else(|| missing("currencyCode"))?,
    };
    Ok(Reading::Fact(Fact::Price(Box::new(fact))))
}
