//! What of a part can be taken in: every fact has a form that can be stored and calculated with, or its row
//! is rejected with the field and the reason.

use calculator::{Currency, LedgerEntry, Price, QUANTITY_MAX, Term};
use chrono::NaiveDate;
use portfolio::import::Rejected;
use portfolio::intake::{BookingIntake, CustomerIntake, ReservationIntake, rows};
use rust_decimal::Decimal;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::http::{Problem, invisible};
use crate::records::deserializer;

/// The longest text of a fact; the longest legitimate one is an id of a few hundred.
const TEXT_BYTES_MAX: usize = 1_000;
/// How much can be said of one reservation.
const GUESSES_MAX: usize = 30;

/// A field and what is wrong with it.
type Flaw = (String, String);

/// What was sent of a customer: it, its reservations and its bookings.
type Sent = Result<(CustomerIntake, Facts<ReservationIntake>, Facts<BookingIntake>), Flaw>;
type Facts<T> = Vec<Result<T, Flaw>>;

/// The customers of a part as they can be taken in, and what cannot.
///
/// # Errors
/// 400 for what is not a part at all.
pub(crate) fn part(body: Value) -> Result<(Vec<CustomerIntake>, Vec<Rejected>), Problem> {
    let Value::Object(mut body) = body else {
        return Err(Problem::invalid("customers", "must be a list"));
    };
    let listed = match (body.remove("customers"), body.contains_key("rows")) {
        (Some(Value::Array(customers)), _) => customers,
        (None, true) => Vec::new(),
        _ => return Err(Problem::invalid("customers", "must be a list")),
    };
    let in_rows = match body.remove("rows") {
        Some(Value::String(text)) => rows::read(&text)
            .map_err(|bad| Problem::invalid("rows", format!("line {} is no row", bad.line)))?,
        None => Vec::new(),
        Some(_) => return Err(Problem::invalid("rows", "must be a text")),
    };
    let sent = listed.into_iter().map(listed_customer).chain(in_rows.into_iter().map(|mut it| {
        let reservations = std::mem::take(&mut it.reservations).into_iter().map(Ok).collect();
        let bookings = std::mem::take(&mut it.bookings).into_iter().map(Ok).collect();
        Ok((it, reservations, bookings))
    }));
    let (mut taken, mut rejected) = (Vec::new(), Vec::new());
    for (place, sent) in (0..).zip(sent) {
        let mut reject = |reservation, booking, (field, reason): Flaw| {
            rejected.push(Rejected { customer: place, reservation, booking, field, reason });
        };
        let sent = sent
            .and_then(|(it, reservations, bookings)| Ok((customer(it)?, reservations, bookings)));
        let (mut customer, reservations, bookings) = match sent {
            Ok(sent) => sent,
            Err(flaw) => {
                reject(None, None, flaw);
                continue;
            }
        };
        for (place, sent) in (0..).zip(reservations) {
            match sent.and_then(reservation) {
                Ok(reservation) => customer.reservations.push(reservation),
                Err(flaw) => reject(Some(place), None, flaw),
            }
        }
        for (place, sent) in (0..).zip(bookings) {
            match sent.and_then(booking) {
                Ok(booking) => customer.bookings.push(booking),
                Err(flaw) => reject(None, Some(place), flaw),
            }
        }
        taken.push(customer);
    }
    Ok((taken, rejected))
}

fn listed_customer(mut sent: Value) -> Sent {
    let mut list = |name: &str| match sent.as_object_mut().and_then(|sent| sent.remove(name)) {
        None | Some(Value::Null) => Ok(Vec::new()),
        Some(Value::Array(items)) => Ok(items),
        Some(_) => Err((name.to_owned(), "must be a list".to_owned())),
    };
    let (reservations, bookings) = (list("reservations")?, list("bookings")?);
    let reservations = reservations.into_iter().map(read).collect();
    Ok((read(sent)?, reservations, bookings.into_iter().map(read).collect()))
}

fn read<T: DeserializeOwned>(sent: Value) -> Result<T, Flaw> {
    deserializer::from_value(sent).map_err(|error| (String::new(), error.to_string()))
}

fn customer(mut customer: CustomerIntake) -> Result<CustomerIntake, Flaw> {
    guid("tenantId", &mut customer.tenant_id)?;
    text("name", &mut customer.name)?;
    if customer.tenant_id.is_none() && customer.name.is_none() {
        return Err(flaw("name", "a customer needs a tenant or a name"));
    }
    Ok(customer)
}

fn reservation(mut facts: ReservationIntake) -> Result<ReservationIntake, Flaw> {
    let file = &mut facts.source.file;
    *file = cleaned("source", file)?;
    guid("id", &mut facts.id)?;
    guid("orderId", &mut facts.order_id)?;
    for field in ReservationIntake::FIELDS {
        if !["quantity", "used"].contains(&field) {
            let mut value = facts.fact(field);
            text(field, &mut value)?;
            facts.state_fact(field, value);
        }
    }
    lower(&mut facts.region);
    upper(&mut facts.currency_code);
    if !facts.quantity.is_none_or(|units| (1..=QUANTITY_MAX).contains(&units)) {
        return Err(flaw("quantity", &format!("must be from 1 to {QUANTITY_MAX}")));
    }
    let purchased = day("purchaseDate", facts.purchase_date.as_deref())?;
    let expiry = day("expiryDate", facts.expiry_date.as_deref())?;
    if purchased.zip(expiry).is_some_and(|(purchased, expiry)| expiry <= purchased) {
        return Err(flaw("expiryDate", "is not after the day of the purchase"));
    }
    let term = facts.term.as_deref().and_then(|term| Term::parse(term).ok());
    let end = purchased.zip(term).map(|(purchased, term)| term.end(purchased));
    if let Some(Err(error)) = end.map(|end| calculator::in_years("", end)) {
        return Err(flaw("expiryDate", &error.problem.to_string()));
    }
    // In another currency it could only be less precise.
    let price = amount("unitPrice", &mut facts.unit_price)?;
    if let Some(Err(problem)) = price.map(|price| Price::from_decimal(price, Currency::USD)) {
        return Err(flaw("unitPrice", &problem.to_string()));
    }
    if !facts.has_known_succession() {
        return Err(flaw("succession", "must be Split, Merged or Exchanged"));
    }
    if facts.guesses.len() > GUESSES_MAX {
        return Err(flaw("guesses", "are too many"));
    }
    for guess in &mut facts.guesses {
        if !ReservationIntake::FIELDS.contains(&guess.field.as_str()) {
            return Err(flaw("guesses", "name a field that there is not"));
        }
        guess.reason = cleaned("guesses", &guess.reason)?;
    }
    Ok(facts)
}

fn booking(mut row: BookingIntake) -> Result<BookingIntake, Flaw> {
    row.source.file = cleaned("source", &row.source.file)?;
    guid("orderId", &mut row.order_id)?;
    guid("reservationId", &mut row.reservation_id)?;
    text("description", &mut row.description)?;
    day("date", Some(&row.date))?;
    let mut stated = Some(std::mem::take(&mut row.amount));
    amount("amount", &mut stated)?;
    row.amount = stated.ok_or_else(|| flaw("amount", "is required"))?;
    row.currency_code.make_ascii_uppercase();
    let currency = Currency::parse(&row.currency_code);
    let currency = currency.map_err(|problem| flaw("currencyCode", &problem.to_string()))?;
    if currency == Currency::USD && row.usd.is_none() {
        row.usd = Some(row.amount.clone());
    }
    if let Some(invoice) = &mut row.invoice {
        text("invoice.number", &mut invoice.number)?;
        amount("invoice.total", &mut invoice.total)?;
        amount("invoice.exchangeRate", &mut invoice.exchange_rate)?;
        upper(&mut invoice.pricing_currency);
        let pricing = invoice.pricing_currency.as_deref().map(Currency::parse).transpose();
        pricing.map_err(|problem| flaw("invoice.pricingCurrency", &problem.to_string()))?;
    }
    let usd = amount("usd", &mut row.usd)?;
    if let Some(Err(problem)) = usd.map(|usd| LedgerEntry::booked(NaiveDate::default(), usd)) {
        return Err(flaw("usd", &problem.to_string()));
    }
    Ok(row)
}

fn flaw(field: &str, reason: &str) -> Flaw {
    (field.to_owned(), reason.to_owned())
}

fn lower(text: &mut Option<String>) {
    if let Some(text) = text {
        text.make_ascii_lowercase();
    }
}

fn upper(text: &mut Option<String>) {
    if let Some(text) = text {
        text.make_ascii_uppercase();
    }
}

fn guid(field: &str, id: &mut Option<String>) -> Result<(), Flaw> {
    lower(id);
    match id {
        Some(id) if !azure::is_guid(id) => Err(flaw(field, "must be a GUID")),
        _ => Ok(()),
    }
}

/// A text without what nobody sees, if anything is left.
fn text(field: &str, text: &mut Option<String>) -> Result<(), Flaw> {
    let seen = text.as_deref().map(|text| cleaned(field, text)).transpose()?;
    *text = seen.filter(|text| !text.is_empty());
    Ok(())
}

fn cleaned(field: &str, text: &str) -> Result<String, Flaw> {
    if text.len() > TEXT_BYTES_MAX {
        return Err(flaw(field, "is too long"));
    }
    Ok(invisible::cleaned(text))
}

fn day(field: &str, text: Option<&str>) -> Result<Option<NaiveDate>, Flaw> {
    let Some(text) = text else { return Ok(None) };
    let day =
        azure::parse_day(text).ok_or_else(|| flaw(field, "must be a day such as 2026-01-31"))?;
    let day = calculator::in_years("", day);
    day.map(Some).map_err(|error| flaw(field, &error.problem.to_string()))
}

/// An amount of zero or more, written without zeros at its end.
fn amount(field: &str, text: &mut Option<String>) -> Result<Option<Decimal>, Flaw> {
    let Some(written) = text else { return Ok(None) };
    let amount = calculator::parse_decimal(written);
    let amount = amount.map_err(|problem| flaw(field, &problem.to_string()))?.normalize();
    if amount < Decimal::ZERO {
        return Err(flaw(field, "must not be negative"));
    }
    *written = amount.to_string();
    Ok(Some(amount))
}

#[cfg(test)]
mod tests {
    use portfolio::reasons::Reason;
    use serde_json::json;

    use super::*;

    #[test]
    fn what_cannot_be_taken_in_is_named_and_the_rest_is_taken() {
        let body = json!({ "customers": [
            { "tenantId": "x" },
            { "name": " \u{feff}" },
            { "name": "Harbour", "reservations": {} },
            {
                "tenantId": "AE8A75D2-ED1D-408E-B2CC-CBC0C21F422E",
                "name": "Har\nbour\u{200b}",
                "reservations": [
                    { "source": { "file": "a.csv", "line": 2 }, "unitPrice": "508.00" },
                    { "source": { "file": "a.csv", "line": 3 }, "quantity": 0 },
                    { "source": { "file": "a.csv", "line": 4 }, "purchaseDate": "1.2.2026" },
                    { "source": { "file": "a.csv", "line": 5 }, "purchaseDate": "2026-01-02",
                      "expiryDate": "2026-01-02" },
                    { "source": { "file": "a.csv", "line": 6 }, "unitPrice": "-1" },
                    { "source": { "file": "a.csv", "line": 7 }, "id": "7" },
                    { "source": { "file": "a.csv", "line": 8 }, "quantity": "7" },
                    { "source": { "file": "a.csv", "line": 9 }, "displayName": "x".repeat(1001) },
                    7,
                    { "source": { "file": "a.csv", "line": 10 }, "unitPrice": "x" },
                    { "source": { "file": "a.csv", "line": 12 }, "unitPrice": "99999999999999" },
                    { "source": { "file": "a.csv", "line": 13 }, "expiryDate": "1999-01-01" },

                ],
                "bookings": [
                    { "source": { "file": "b", "line": 1 }, "event": "Refund", "date": "2026-01-01",
                      "amount": "1.50", "currencyCode": "usd" },
                    { "source": { "file": "b", "line": 2 }, "event": "Gift", "date": "2026-01-01",
                      "amount": "1.50", "currencyCode": "USD" },
                    { "source": { "file": "b", "line": 3 }, "event": "Cancel", "date": "2026-01-01",
                      "amount": "-1.50", "currencyCode": "USD" },
                    { "source": { "file": "b", "line": 3 }, "event": "Cancel", "date": "2026-01-01",
                      "amount": "1.50", "currencyCode": "EURO" },
                ],
            },
        ] });
        let (taken, rejected) = part(body).expect("a part");
        let expected: Vec<_> = [(0, None), (1, None), (2, None)]
            .into_iter()
            .chain((1..=11).map(|place| (3, Some((0, place)))))
            .chain((1..=3).map(|place| (3, Some((1, place)))))
            .collect();
        let place = |it: &Rejected| {
            let reservation = it.reservation.map(|place| (0, place));
            (it.customer, reservation.or(it.booking.map(|place| (1, place))))
        };
        let places: Vec<_> = rejected.iter().map(place).collect();
        assert_eq!(places, expected);
        let [harbour] = &taken[..] else { panic!("{taken:?}") };
        assert_eq!(harbour.name.as_deref(), Some("Har bour"));
        assert_eq!(harbour.tenant_id.as_deref(), Some("ae8a75d2-ed1d-408e-b2cc-cbc0c21f422e"));
        assert_eq!(harbour.reservations[0].unit_price.as_deref(), Some("508"));
        assert_eq!(harbour.bookings[0].usd.as_deref(), Some("1.5"), "USD are USD");
        let fields: Vec<&str> = rejected.iter().map(|it| it.field.as_str()).collect();
        assert_eq!(fields[..3], ["tenantId", "name", "reservations"]);
        assert_eq!(fields[3..7], ["quantity", "purchaseDate", "expiryDate", "unitPrice"]);
        // What a form or a file can lead to is said in the language of whoever reads it.
        let by_program = |it: &&Rejected| it.field.is_empty() || it.reason == "must be a list";
        for it in rejected.iter().filter(|it| !by_program(it)) {
            assert!(Reason::of(&it.reason).is_some(), "{it:?}");
        }
        for wrong in [json!({}), json!([]), json!({ "customers": 7 }), Value::Null] {
            assert!(part(wrong).is_err());
        }
    }
}
