//! One row, wherever it comes from, and the reading of its cells.

use std::cell::RefCell;

use chrono::NaiveDate;
use csv::StringRecord;
use portfolio::spreadsheet::unguarded_start;
use rust_decimal::Decimal;
use serde_json::Value;

use crate::column::Column;
use crate::fact::{CustomerFact, Fact};
use crate::id::{Id, Ids};
use crate::value::{self, DateOrder, DecimalMark, Meaning};
use crate::workbook::SheetCell;

/// Where the known columns of a table are.
#[derive(Debug)]
pub(crate) struct Header {
    places: [Option<usize>; Column::COUNT],
    /// As the file writes them.
    pub(crate) names: Vec<String>,
}

impl Header {
    pub(crate) fn of<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let names: Vec<String> = names.into_iter().map(|name| name.trim().to_owned()).collect();
        let mut places = [None; Column::COUNT];
        for (place, name) in names.iter().enumerate() {
            if let Some(column) = Column::of(name) {
                places[column as usize].get_or_insert(place);
            }
        }
        Self { places, names }
    }

    pub(crate) fn has(&self, column: Column) -> bool {
        self.places[column as usize].is_some()
    }

    /// Whether no column from this place on says what a reservation is, when it runs or what it cost.
    pub(crate) fn is_needless_from(&self, start: usize) -> bool {
        const NEEDLESS: [Column; 6] = [
            Column::AppliedScopeType,
            Column::DeepLink,
            Column::Remarks,
            Column::UtilizationOneDay,
            Column::UtilizationSevenDays,
            Column::UtilizationThirtyDays,
        ];
        let is_needed = |(column, place): (usize, &Option<usize>)| {
            place.is_some_and(|place| place >= start)
                && NEEDLESS.iter().all(|needless| *needless as usize != column)
        };
        !self.places.iter().enumerate().any(is_needed)
    }

    /// How many columns are known.
    pub(crate) fn known(&self) -> usize {
        self.places.iter().flatten().count()
    }

    /// Columns whose meaning this version does not know.
    pub(crate) fn unread(&self) -> Vec<String> {
        let is_known = |place| self.places.contains(&Some(place));
        let unknown = self.names.iter().enumerate().filter(|(place, _)| !is_known(*place));
        unknown.map(|(_, name)| name.clone()).filter(|name| !name.is_empty()).collect()
    }
}

/// The cells of a row.
#[derive(Clone, Copy)]
pub(crate) enum Cells<'a> {
    Record(&'a Header, &'a StringRecord),
    Sheet(&'a Header, &'a [SheetCell]),
    /// Of an object: the text of each column, and the object itself.
    Object(&'a [Option<String>], &'a Value),
}

/// One row of a file, with the manner in which its dates and numbers are written.
#[derive(Clone, Copy)]
pub(crate) struct Row<'a> {
    pub(crate) line: u64,
    pub(crate) cells: Cells<'a>,
    pub(crate) manner: &'a Manner,
}

/// How a file writes dates and numbers, and what it left open.
#[derive(Default)]
pub(crate) struct Manner {
    pub(crate) dates: Option<DateOrder>,
    pub(crate) mark: Option<DecimalMark>,
    pub(crate) doubts: RefCell<Doubts>,
}

/// The values that have two meanings.
#[derive(Default)]
pub(crate) struct Doubts {
    pub(crate) dates: Option<Doubt>,
    pub(crate) numbers: Option<Doubt>,
    /// Amounts with another currency than their row states.
    pub(crate) currencies: Option<Doubt>,
}

/// The first value with two meanings, and how many there are.
pub(crate) struct Doubt {
    pub(crate) line: u64,
    pub(crate) column: &'static str,
    pub(crate) text: String,
    pub(crate) readings: [String; 2],
    pub(crate) values: u64,
}

impl Doubt {
    fn add(slot: &mut Option<Self>, line: u64, column: Column, text: &str, readings: [String; 2]) {
        let new =
            || Self { line, column: column.name(), text: text.to_owned(), readings, values: 0 };
        slot.get_or_insert_with(new).values += 1;
    }
}

/// An amount, as far as a row tells.
pub(crate) struct Money {
    pub(crate) amount: Option<Decimal>,
    pub(crate) currency: Option<String>,
    /// Another currency, which stands beside the amount.
    pub(crate) other: Option<String>,
}

/// Why a row gives nothing that can be used.
pub(crate) type Rejection = String;

/// What a row gives.
pub(crate) enum Reading {
    Fact(Fact),
    /// Nothing, for a reason that is no fault of the row.
    Ignored(String),
}

impl Reading {
    pub(crate) fn ignored(reason: &str) -> Result<Self, Rejection> {
        Ok(Self::Ignored(reason.to_owned()))
    }
}

/// What is named by people may have any name, even a dash.
const NAMES: [Column; 6] = [
    Column::Name,
    Column::DisplayName,
    Column::ReservationName,
    Column::Customer,
    Column::CustomerName,
    Column::CompanyName,
];

impl<'a> Row<'a> {
    /// What a cell has, without the blanks around it.
    fn cell(&self, column: Column) -> Option<&'a str> {
        let text = match self.cells {
            Cells::Record(header, record) => record.get(header.places[column as usize]?)?,
            // Whoever opens a guarded table in a spreadsheet and saves it as a workbook keeps the guards.
            Cells::Sheet(header, cells) => {
                unguarded_start(cells.get(header.places[column as usize]?)?.text.trim())
            }
            Cells::Object(cells, _) => cells[column as usize].as_deref()?,
        };
        Some(text.trim())
    }

    /// Whether PowerShell wrote the type of a list in the place of what is in it.
    pub(crate) fn is_list(&self, column: Column) -> bool {
        let is_many = |text: &str| text.ends_with("[]") || text.contains("Collections");
        self.cell(column).is_some_and(|text| value::is_type_name(text) && is_many(text))
    }

    /// The text of a cell; nothing when it is empty or says that there is nothing.
    pub(crate) fn text(&self, column: Column) -> Option<&'a str> {
        let text = self.cell(column)?;
        let is_nothing = text.is_empty()
            || text.eq_ignore_ascii_case("null")
            || text.eq_ignore_ascii_case("n/a")
            || (matches!(text, "-" | "–" | "—") && !NAMES.contains(&column))
            || value::is_type_name(text);
        (!is_nothing).then_some(text)
    }

    /// The first of the columns that has a text.
    pub(crate) fn first(&self, columns: &[Column]) -> Option<(Column, &'a str)> {
        columns.iter().find_map(|column| Some((*column, self.text(*column)?)))
    }

    pub(crate) fn owned(&self, columns: &[Column]) -> Option<String> {
        self.first(columns).map(|(_, text)| text.to_owned())
    }

    /// The object that the row is in JSON.
    pub(crate) fn object(&self) -> Option<&'a Value> {
        match self.cells {
            Cells::Object(_, object) => Some(object),
            _ => None,
        }
    }

    /// Whether a cell is a number of a workbook, which is written in one way only.
    pub(crate) fn is_number(&self, column: Column) -> bool {
        let Cells::Sheet(header, cells) = self.cells else { return false };
        let place = header.places[column as usize];
        place.and_then(|place| cells.get(place)).is_some_and(|cell| cell.is_number)
    }

    /// All texts of the row.
    pub(crate) fn texts(&self) -> Box<dyn Iterator<Item = &'a str> + 'a> {
        match self.cells {
            Cells::Record(_, record) => Box::new(record.iter()),
            Cells::Sheet(_, cells) => Box::new(cells.iter().map(|cell| cell.text.as_str())),
            Cells::Object(cells, _) => Box::new(cells.iter().flatten().map(String::as_str)),
        }
    }

    /// The UTC day of the first of the columns that has a text; nothing when it has two meanings.
    pub(crate) fn date(&self, columns: &[Column]) -> Result<Option<NaiveDate>, Rejection> {
        for column in columns {
            let Some(text) = self.text(*column) else { continue };
            if self.is_number(*column) {
                let day = value::day_of_workbook(text);
                return day.map(Some).ok_or_else(|| unreadable(*column, text, "a date"));
            }
            let date = match value::date(text) {
                Meaning::One(date) => date,
                Meaning::Either { first, second } => match self.manner.dates {
                    Some(DateOrder::DayFirst) => Some(first),
                    Some(DateOrder::MonthFirst) => Some(second),
                    None => {
                        let mut doubts = self.manner.doubts.borrow_mut();
                        let readings = [first.to_string(), second.to_string()];
                        Doubt::add(&mut doubts.dates, self.line, *column, text, readings);
                        None
                    }
                },
                Meaning::None => return Err(unreadable(*column, text, "a date")),
            };
            if date.is_some() {
                return Ok(date);
            }
        }
        Ok(None)
    }

    /// The number in a cell that matters too little to ask about: nothing where it has two meanings or none.
    pub(crate) fn certain_number(&self, column: Column) -> Option<Decimal> {
        let plain = self.is_number(column).then_some(DecimalMark::Point);
        match (value::decimal(self.text(column)?), plain.or(self.manner.mark)) {
            (Meaning::One(number), _) => Some(number),
            (Meaning::Either { first, .. }, Some(DecimalMark::Point)) => Some(first),
            (Meaning::Either { second, .. }, Some(DecimalMark::Comma)) => Some(second),
            (Meaning::Either { .. }, None) | (Meaning::None, _) => None,
        }
    }

    /// A number; nothing when it has two meanings.
    pub(crate) fn number(&self, columns: &[Column]) -> Result<Option<Decimal>, Rejection> {
        let Some((column, text)) = self.first(columns) else { return Ok(None) };
        let is_plain = self.is_number(column);
        let mark = if is_plain { Some(DecimalMark::Point) } else { self.manner.mark };
        match value::decimal(text) {
            Meaning::One(number) => Ok(Some(number)),
            Meaning::Either { first, second } => match mark {
                Some(DecimalMark::Point) => Ok(Some(first)),
                Some(DecimalMark::Comma) => Ok(Some(second)),
                None => {
                    let mut doubts = self.manner.doubts.borrow_mut();
                    let readings = [first.to_string(), second.to_string()];
                    Doubt::add(&mut doubts.numbers, self.line, column, text, readings);
                    Ok(None)
                }
            },
            Meaning::None => Err(unreadable(column, text, "a number")),
        }
    }

    /// An amount and its currency, from a column of its own or from beside the amount. Where the two differ the column
    /// counts: spreadsheets write the sign of their own country beside every amount. It is told all the same.
    pub(crate) fn money(
        &self,
        amounts: &[Column],
        currencies: &[Column],
    ) -> Result<Money, Rejection> {
        let amount = self.number(amounts)?;
        let stated = self.currency(currencies);
        let Some((column, text)) = self.first(amounts) else {
            return Ok(Money { amount, currency: stated, other: None });
        };
        let Some(stated) = stated else {
            let beside = value::currency_in(text).map(str::to_owned);
            return Ok(Money { amount, currency: beside, other: None });
        };
        let other = value::other_currency(text, &stated);
        if let Some(other) = &other {
            let mut doubts = self.manner.doubts.borrow_mut();
            let readings = [stated.clone(), other.clone()];
            Doubt::add(&mut doubts.currencies, self.line, column, text, readings);
        }
        Ok(Money { amount, currency: Some(stated), other })
    }

    /// A whole number of units, without its sign.
    pub(crate) fn units(&self, columns: &[Column]) -> Result<Option<u32>, Rejection> {
        self.whole(columns, self.number(columns)?)
    }

    fn whole(&self, columns: &[Column], number: Option<Decimal>) -> Result<Option<u32>, Rejection> {
        let Some(number) = number else { return Ok(None) };
        let whole = number.abs().normalize();
        match (whole.scale(), u32::try_from(whole.mantissa())) {
            (0, Ok(units)) => Ok(Some(units)),
            _ => {
                let (column, text) = self.first(columns).unwrap_or((columns[0], ""));
                Err(unreadable(column, text, "a whole number of units"))
            }
        }
    }

    /// A quantity that is not below zero.
    pub(crate) fn quantity(&self, columns: &[Column]) -> Result<Option<u32>, Rejection> {
        match self.number(columns)? {
            Some(number) if number.is_sign_negative() && !number.is_zero() => {
                let (column, text) = self.first(columns).unwrap_or((columns[0], ""));
                Err(unreadable(column, text, "a quantity: it is below zero"))
            }
            number => self.whole(columns, number),
        }
    }

    /// Reservation and order, from the columns for them; `paths` may name both.
    pub(crate) fn ids(
        &self,
        reservation: &[Column],
        order: &[Column],
        paths: &[Column],
    ) -> Result<Ids, Rejection> {
        let mut ids = Ids::default();
        if let Some((column, text)) = self.first(reservation) {
            let found = Ids::of_path(text);
            ids.revision |= found.revision;
            ids.order = found.order;
            ids.reservation = found.reservation.or_else(|| Id::bare(text));
            if ids.reservation.is_none() && ids.order.is_none() {
                return Err(unreadable(column, text, "the id of a reservation"));
            }
        }
        if let Some((column, text)) = self.first(order) {
            let found = Ids::of_path(text).order.or_else(|| Id::bare(text));
            ids.order = Some(found.ok_or_else(|| unreadable(column, text, "the id of an order"))?);
        }
        for column in paths {
            let found = self.text(*column).map(Ids::of_path).unwrap_or_default();
            ids.order = ids.order.or(found.order);
            ids.reservation = ids.reservation.or(found.reservation);
            ids.revision |= found.revision;
        }
        Ok(ids)
    }

    /// The customer, from the columns for tenant and name. `org:` may stand before a tenant.
    pub(crate) fn customer(&self, tenants: &[Column], names: &[Column]) -> Option<CustomerFact> {
        let tenant = |text: &str| {
            let text = text.rsplit_once(':').map_or(text, |(_, text)| text);
            Id::after(text, "customers").or_else(|| Id::bare(text))
        };
        let id = self.first(tenants).and_then(|(_, text)| tenant(text));
        let name = self.owned(names);
        (id.is_some() || name.is_some()).then_some(CustomerFact { id, name })
    }

    /// The name of a region, in lower case without blanks. The portal may write the geography before it:
    /// `(Europe) West Europe`.
    pub(crate) fn region(&self, columns: &[Column]) -> Option<String> {
        let (_, text) = self.first(columns)?;
        let name = text.strip_prefix('(').and_then(|rest| rest.split_once(')'));
        let name = name.map(|(_, name)| name.trim()).filter(|name| !name.is_empty());
        Some(name.unwrap_or(text).to_lowercase().replace(' ', ""))
    }

    /// A term as an ISO 8601 duration, or the file's own text.
    pub(crate) fn term(&self, columns: &[Column]) -> Option<String> {
        let (_, text) = self.first(columns)?;
        Some(value::term(text).unwrap_or(text).to_owned())
    }

    /// A billing plan, or the file's own text.
    pub(crate) fn billing_plan(&self, columns: &[Column]) -> Option<String> {
        let (_, text) = self.first(columns)?;
        Some(value::billing_plan(text).unwrap_or(text).to_owned())
    }

    pub(crate) fn currency(&self, columns: &[Column]) -> Option<String> {
        let (_, text) = self.first(columns)?;
        Some(value::currency(text))
    }
}

/// That a cell cannot be read, with its text as far as it is short.
pub(crate) fn unreadable(column: Column, text: &str, what: &str) -> Rejection {
    let shown: String = text.chars().take(40).collect();
    let more = if shown.len() < text.len() { "…" } else { "" };
    format!("{}: \"{shown}{more}\" is not {what}", column.name())
}
