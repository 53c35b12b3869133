//! Facts as rows of text: a line for each customer, and below it one for each of its reservations and bookings.
//!
//! A hundred thousand reservations are sent and kept in this form, because it is read and written in a tenth of
//! the time that JSON takes. Values stand between bars in a fixed order. Nothing between two bars is a fact that
//! nobody has stated; a single `^` is the value of the row of the same kind above, below the same customer.

use super::{
    BookingDocument, BookingEvent, BookingIntake, CustomerIntake, Guess, InvoiceIntake,
    ReservationIntake, Source,
};

const CUSTOMER: &str = "C";
const RESERVATION: &str = "R";
/// A reservation of which somebody has decided that it is this customer's.
const DECIDED: &str = "D";
const BOOKING: &str = "B";
/// The value of the row above.
const SAME: &str = "^";
/// A text that is empty; nothing at all is none.
const EMPTY: &str = "~e";
/// What a bar, a line break, a tilde and a text of [`SAME`] are written as.
const ESCAPES: [(char, &str); 3] = [('~', "~~"), ('|', "~p"), ('\n', "~n")];
const ESCAPED_SAME: &str = "~^";

/// A line that is no row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BadRow {
    /// Its number, from 1.
    pub line: usize,
}

/// Writes customers with what is stated of them.
#[must_use]
pub fn write(customers: &[CustomerIntake]) -> String {
    let mut text = String::new();
    for customer in customers {
        let CustomerIntake { tenant_id, name, reservations, bookings } = customer;
        Row::new(CUSTOMER, &mut text, &mut Vec::new()).all([tenant_id.as_deref(), name.as_deref()]);
        let mut above = Vec::new();
        for facts in reservations {
            let kind = if facts.is_decided { DECIDED } else { RESERVATION };
            let mut row = Row::new(kind, &mut text, &mut above);
            row.source(&facts.source).all([facts.id.as_deref(), facts.order_id.as_deref()]);
            for field in ReservationIntake::FIELDS {
                row.value(facts.fact(field).as_deref());
            }
            for Guess { field, reason } in &facts.guesses {
                row.all([Some(field), Some(reason)]);
            }
        }
        let mut above = Vec::new();
        for booking in bookings {
            let units = booking.quantity.map(|units| units.to_string());
            let mut row = Row::new(BOOKING, &mut text, &mut above);
            row.source(&booking.source).all([
                booking.order_id.as_deref(),
                booking.reservation_id.as_deref(),
                Some(booking.event.as_str()),
                Some(&booking.date),
                Some(&booking.amount),
                Some(&booking.currency_code),
                units.as_deref(),
                booking.usd.as_deref(),
                booking.description.as_deref(),
                booking.document.map(BookingDocument::as_str),
            ]);
            if let Some(invoice) = &booking.invoice {
                let InvoiceIntake { number, total, pricing_currency, exchange_rate } = invoice;
                let said = [number, total, pricing_currency, exchange_rate];
                row.all(said.map(Option::as_deref));
            }
        }
    }
    text
}

/// Reads what [`write`] has written.
///
/// # Errors
/// Fails at the first line that is no row.
pub fn read(text: &str) -> Result<Vec<CustomerIntake>, BadRow> {
    let mut customers: Vec<CustomerIntake> = Vec::new();
    let (mut reservations, mut bookings) = (Vec::new(), Vec::new());
    for (place, line) in text.split_terminator('\n').enumerate() {
        let bad = BadRow { line: place + 1 };
        let (kind, rest) = line.split_once('|').ok_or(bad)?;
        if kind == CUSTOMER {
            (reservations, bookings) = (Vec::new(), Vec::new());
            let mut cells = Cells::of(rest, &mut reservations);
            let (tenant_id, name) = (cells.value().ok_or(bad)?, cells.value().ok_or(bad)?);
            cells.rest.map_or(Ok(()), |_| Err(bad))?;
            reservations.clear();
            customers.push(CustomerIntake { tenant_id, name, ..CustomerIntake::default() });
            continue;
        }
        let customer = customers.last_mut().ok_or(bad)?;
        match kind {
            RESERVATION | DECIDED => {
                let facts = reservation(Cells::of(rest, &mut reservations)).ok_or(bad)?;
                let is_decided = kind == DECIDED;
                customer.reservations.push(ReservationIntake { is_decided, ..facts });
            }
            BOOKING => {
                let row = booking(Cells::of(rest, &mut bookings)).ok_or(bad)?;
                customer.bookings.push(row);
            }
            _ => return Err(bad),
        }
    }
    Ok(customers)
}

fn reservation(mut cells: Cells<'_, '_>) -> Option<ReservationIntake> {
    let mut facts = ReservationIntake {
        source: cells.source()?,
        id: cells.value()?,
        order_id: cells.value()?,
        ..ReservationIntake::default()
    };
    for field in ReservationIntake::FIELDS {
        let value = cells.value()?;
        let is_stated = value.is_some();
        facts.state_fact(field, value);
        if matches!(field, "quantity" | "used") && facts.fact(field).is_some() != is_stated {
            return None;
        }
    }
    while let Some(field) = cells.value() {
        facts.guesses.push(Guess { field: field?, reason: cells.value()?? });
    }
    Some(facts)
}

fn booking(mut cells: Cells<'_, '_>) -> Option<BookingIntake> {
    let mut booking = BookingIntake {
        source: cells.source()?,
        order_id: cells.value()?,
        reservation_id: cells.value()?,
        event: BookingEvent::parse(&cells.value()??)?,
        date: cells.value()??,
        amount: cells.value()??,
        currency_code: cells.value()??,
        quantity: match cells.value()? {
            Some(units) => Some(units.parse().ok()?),
            None => None,
        },
        usd: cells.value()?,
        description: cells.value()?,
        document: None,
        invoice: None,
    };
    // Rows of an older page end here.
    if let Some(document) = cells.value() {
        booking.document = match document {
            Some(document) => Some(BookingDocument::parse(&document)?),
            None => None,
        };
    }
    if let Some(number) = cells.value() {
        booking.invoice = Some(InvoiceIntake {
            number,
            total: cells.value()?,
            pricing_currency: cells.value()?,
            exchange_rate: cells.value()?,
        });
    }
    cells.value().is_none().then_some(booking)
}

/// A row that is being written, with the values of the one above.
struct Row<'t> {
    text: &'t mut String,
    above: &'t mut Vec<String>,
    place: usize,
}

impl<'t> Row<'t> {
    fn new(kind: &str, text: &'t mut String, above: &'t mut Vec<String>) -> Self {
        text.push_str(kind);
        Self { text, above, place: 0 }
    }

    fn source(&mut self, source: &Source) -> &mut Self {
        self.value(Some(&source.file));
        self.value(Some(&source.line.to_string()));
        self
    }

    fn all<const N: usize>(&mut self, values: [Option<&str>; N]) {
        values.into_iter().for_each(|value| self.value(value));
    }

    fn value(&mut self, value: Option<&str>) {
        self.text.push('|');
        if self.place == self.above.len() {
            self.above.push(String::new());
        }
        let above = &mut self.above[self.place];
        self.place += 1;
        let Some(value) = value else { return above.clear() };
        if value.len() > SAME.len() && value == above {
            return self.text.push_str(SAME);
        }
        value.clone_into(above);
        match value {
            "" => self.text.push_str(EMPTY),
            SAME => self.text.push_str(ESCAPED_SAME),
            _ if !value.contains(ESCAPES.map(|(plain, _)| plain)) => self.text.push_str(value),
            _ => value.chars().for_each(|character| {
                match ESCAPES.iter().find(|(plain, _)| *plain == character) {
                    Some((_, escaped)) => self.text.push_str(escaped),
                    None => self.text.push(character),
                }
            }),
        }
    }
}

/// Each row is a line.
impl Drop for Row<'_> {
    fn drop(&mut self) {
        // What the row above does not have is no value to be the same as.
        self.above.truncate(self.place);
        self.text.push('\n');
    }
}

/// The values of a row that is being read, with those of the one above as they are written.
struct Cells<'r, 't> {
    rest: Option<&'t str>,
    above: &'r mut Vec<&'t str>,
    place: usize,
}

impl<'r, 't> Cells<'r, 't> {
    fn of(row: &'t str, above: &'r mut Vec<&'t str>) -> Self {
        Self { rest: Some(row), above, place: 0 }
    }

    /// The next value, if there is one and it can be read: nothing, or a text.
    #[allow(clippy::option_option, reason = "there may be no value, and a value may be no text")]
    fn value(&mut self) -> Option<Option<String>> {
        let rest = self.rest?;
        let (cell, rest) = match rest.split_once('|') {
            Some((cell, rest)) => (cell, Some(rest)),
            None => (rest, None),
        };
        self.rest = rest;
        let place = self.place;
        self.place += 1;
        let cell = match (cell, self.above.get_mut(place)) {
            (SAME, above) => *above?,
            (cell, Some(above)) => {
                *above = cell;
                cell
            }
            (cell, None) => {
                self.above.push(cell);
                cell
            }
        };
        match cell {
            "" => Some(None),
            EMPTY => Some(Some(String::new())),
            ESCAPED_SAME => Some(Some(SAME.to_owned())),
            _ if !cell.contains('~') => Some(Some(cell.to_owned())),
            _ => unescaped(cell).map(Some),
        }
    }

    fn source(&mut self) -> Option<Source> {
        Some(Source { file: self.value()??, line: self.value()??.parse().ok()? })
    }
}

fn unescaped(cell: &str) -> Option<String> {
    let mut text = String::with_capacity(cell.len());
    let mut rest = cell;
    while let Some(at) = rest.find('~') {
        text.push_str(&rest[..at]);
        let (plain, escaped) = ESCAPES.iter().find(|(_, it)| rest[at..].starts_with(it))?;
        text.push(*plain);
        rest = &rest[at + escaped.len()..];
    }
    text.push_str(rest);
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::option;
    use proptest::prelude::*;

    fn facts() -> impl Strategy<Value = ReservationIntake> {
        let text = || option::of(any_text());
        let texts = vec(text(), ReservationIntake::FIELDS.len());
        let numbers =
            (option::of(any::<u32>()), option::of(any::<bool>()), any::<u64>(), any::<bool>());
        let guesses = vec((any_text(), any_text()), 0..3);
        (any_text(), text(), text(), texts, numbers, guesses).prop_map(
            |(file, id, order_id, texts, (quantity, used, line, is_decided), guesses)| {
                let mut facts = ReservationIntake {
                    source: Source { file, line },
                    id,
                    order_id,
                    ..ReservationIntake::default()
                };
                for (field, text) in ReservationIntake::FIELDS.into_iter().zip(texts) {
                    facts.state_fact(field, text);
                }
                let guess = |(field, reason)| Guess { field, reason };
                let guesses = guesses.into_iter().map(guess).collect();
                ReservationIntake { quantity, used, guesses, is_decided, ..facts }
            },
        )
    }

    /// Few texts, so that rows have the same; and those that mean something in a row.
    fn any_text() -> impl Strategy<Value = String> {
        prop_oneof![
            proptest::sample::select(vec!["", "^", "~", "~e", "~^", "a|b", "a\nb", "é|~|", "west"])
                .prop_map(str::to_owned),
            "[~|^a\n\r]{0,4}",
        ]
    }

    fn booked() -> impl Strategy<Value = BookingIntake> {
        let events = [BookingEvent::Purchase, BookingEvent::Cancel, BookingEvent::Refund].to_vec();
        let texts = (any_text(), any_text(), any_text(), any_text());
        let maybe = vec(option::of(any_text()), 4);
        let event = proptest::sample::select(events);
        let said = || option::of(any_text());
        let invoice = (said(), said(), said(), said()).prop_map(
            |(number, total, pricing_currency, exchange_rate)| InvoiceIntake {
                number,
                total,
                pricing_currency,
                exchange_rate,
            },
        );
        let document = option::of(proptest::sample::select(BookingDocument::ALL.to_vec()));
        let kept = (document, option::of(invoice));
        (texts, maybe, event, option::of(any::<u32>()), any::<u64>(), kept).prop_map(
            |((file, date, amount, currency_code), maybe, event, quantity, line, kept)| {
                let (document, invoice) = kept;
                let [order_id, reservation_id, usd, description] =
                    <[Option<String>; 4]>::try_from(maybe).expect("there are four");
                BookingIntake {
                    source: Source { file, line },
                    order_id,
                    reservation_id,
                    event,
                    date,
                    amount,
                    currency_code,
                    quantity,
                    usd,
                    description,
                    document,
                    invoice,
                }
            },
        )
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(
            customers in vec(
                (option::of(any_text()), option::of(any_text()), vec(facts(), 0..4), vec(booked(), 0..3)),
                0..3,
            )
        ) {
            let customers: Vec<CustomerIntake> = customers
                .into_iter()
                .map(|(tenant_id, name, reservations, bookings)| {
                    CustomerIntake { tenant_id, name, reservations, bookings }
                })
                .collect();
            prop_assert_eq!(read(&write(&customers)), Ok(customers));
        }

        #[test]
        fn no_text_makes_reading_panic(text in "([CRBD]\\|)?[CRBD|^~ep0-9\n]{0,60}") {
            let _ = read(&text);
        }
    }

    #[test]
    fn a_line_that_is_no_row_is_named() {
        for (text, line) in [
            ("x|a|b\n", 1),
            ("R|file|1\n", 1),
            ("C|a|b\nR|file|1\n", 2),
            ("C|a|b\nR|file|1|||^|||||||||||||||\n", 2),
            ("C|a|b\nR|file|1|||||||many|||||||||||\n", 2),
            ("C|a\n", 1),
            ("C|~x|b\n", 1),
            ("\n", 1),
        ] {
            assert_eq!(read(text), Err(BadRow { line }), "{text}");
        }
        assert_eq!(read(""), Ok(Vec::new()));
    }

    #[test]
    fn what_is_the_same_is_not_said_again() {
        let facts = |name: &str| ReservationIntake {
            source: Source { file: "list.csv".to_owned(), line: 2 },
            display_name: Some(name.to_owned()),
            region: Some("westeurope".to_owned()),
            ..ReservationIntake::default()
        };
        let customer = |name: &str| CustomerIntake {
            name: Some(name.to_owned()),
            reservations: vec![facts("web"), facts("mail")],
            ..CustomerIntake::default()
        };
        let text = write(&[customer("a"), customer("b")]);
        assert_eq!(
            text,
            "C||a\nR|list.csv|2|||web||westeurope||||||||||||\nR|^|2|||mail||^||||||||||||\n\
             C||b\nR|list.csv|2|||web||westeurope||||||||||||\nR|^|2|||mail||^||||||||||||\n"
        );
    }
}
