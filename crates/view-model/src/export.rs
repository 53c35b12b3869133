//! Reservations as files for other programs: CSV for any program, CSV and a workbook for Excel in the reader's
//! language, and the lines of JSON that `prorata-quote` writes. Each can be imported again.
//!
//! The columns are one list, whichever reservations are taken along and by whichever page. Their names are those of the
//! JSON interface; Excel shows the reader's words with that name in parentheses behind, as exports of Microsoft do.

use crate::csv::{BYTE_ORDER_MARK, Cell, Manner, delimited};
use crate::workbook::Workbook;
use calculator::json::RefundAnswer;
use calculator::{Phase, refund};
use chrono::NaiveDate;
use portfolio::columns::{Outcome, Portfolio, Quote, Quotes, RowView};
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::io;
use std::iter::once;

/// One reservation with its quote.
struct Line<'a> {
    tenant_id: &'a str,
    customer: &'a str,
    row: RowView<'a>,
    quote: Quote,
    policy: &'static str,
    on: NaiveDate,
}

/// A column: its name, and what it says of a reservation.
type Column = (&'static str, fn(&Line<'_>) -> Cell);

/// Every column, in its order.
const COLUMNS: [Column; 24] = [
    ("id", |it| text(it.row.reservation_id)),
    ("orderId", |it| text(it.row.order_id)),
    ("customer", |it| text(it.customer)),
    ("customerTenantId", |it| text(it.tenant_id)),
    ("displayName", |it| text(it.row.name)),
    ("sku", |it| text(it.row.sku)),
    ("region", |it| text(it.row.region)),
    ("reservedResourceType", |it| stated(it.row.resource_type)),
    ("quantity", |it| number(it.row.quantity)),
    ("term", |it| stated(it.row.term)),
    ("purchaseDate", |it| it.row.purchase_date.map_or(Cell::Nothing, Cell::Day)),
    ("expiryDate", |it| it.row.expires_on.map_or(Cell::Nothing, Cell::Day)),
    ("state", |it| stated(it.row.state)),
    ("active", |it| text(if is_active(&it.row) { "true" } else { "false" })),
    ("unitPrice", |it| number(it.row.unit_price)),
    ("currencyCode", |it| stated(it.row.currency.map(|currency| currency.code().to_owned()))),
    ("billingPlan", |it| stated(it.row.billing_plan)),
    ("used", |it| stated(it.row.used)),
    ("policy", |it| text(it.policy)),
    ("on", |it| Cell::Day(it.on)),
    ("decision", |it| text(&decision(&it.quote))),
    ("payable", |it| number(it.quote.payable)),
    ("cancelledInstalments", |it| number(it.quote.amounts.map(|it| it.cancelled_instalments))),
    ("missing", |it| text(&missing(&it.row).join(" "))),
];

/// How many columns there are.
pub const COLUMN_COUNT: usize = COLUMNS.len();

/// The form of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// CSV that every program reads the same: names of the JSON interface, decimal points, ISO 8601 days.
    Csv,
    /// CSV as Excel reads it where people write like the reader.
    ExcelCsv,
    /// A workbook for Excel.
    Workbook,
    /// A line of JSON for each reservation with its whole quote, and one about all of them.
    JsonLines,
}

impl Form {
    /// The ending of the name of such a file, and its media type.
    #[must_use]
    pub const fn kind(self) -> (&'static str, &'static str) {
        match self {
            Self::Csv | Self::ExcelCsv => ("csv", "text/csv"),
            Self::Workbook => {
                ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            }
            Self::JsonLines => ("jsonl", "application/jsonl"),
        }
    }
}

/// Some reservations of a portfolio, by the numbers of their rows, and what comes back for each.
#[derive(Clone, Copy, Debug)]
pub struct Taken<'a> {
    /// All reservations.
    pub portfolio: &'a Portfolio,
    /// Their quotes.
    pub quotes: &'a Quotes,
    /// Those that are taken along, in their order.
    pub rows: &'a [u32],
}

impl<'a> Taken<'a> {
    fn line(&self, row: u32) -> Line<'a> {
        let customer = self.portfolio.customer_of(row);
        Line {
            tenant_id: &customer.tenant_id,
            customer: &customer.name,
            row: self.portfolio.row(row),
            quote: self.quotes.of(row),
            policy: self.quotes.policy().id,
            on: self.quotes.on(),
        }
    }

    /// Begins a file. `heads` are the columns in the reader's words, who writes in this manner: both are for Excel.
    ///
    /// # Errors
    /// The file cannot be begun; in memory that does not happen.
    pub fn write(
        self,
        form: Form,
        manner: &Manner,
        heads: &[&str; COLUMN_COUNT],
    ) -> io::Result<Writing<'a>> {
        let names = COLUMNS.iter().map(|(name, _)| *name);
        let in_words = || {
            let heads = names.clone().zip(heads);
            heads.map(|(name, head)| format!("{head} ({name})")).collect::<Vec<_>>()
        };
        let file = match form {
            Form::Csv => Sink::csv(Manner::PLAIN, names.map(str::to_owned).collect()),
            Form::ExcelCsv => Sink::csv(*manner, in_words()),
            Form::Workbook => Sink::Book(Some(Box::new(Workbook::with_heads(&in_words())?))),
            Form::JsonLines => Sink::Json { active: 0 },
        };
        Ok(Writing { taken: self, written: 0, is_done: false, file })
    }
}

/// A file while it is written, so that many reservations can be written in steps.
pub struct Writing<'a> {
    taken: Taken<'a>,
    written: usize,
    is_done: bool,
    file: Sink,
}

impl std::fmt::Debug for Writing<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Writing").field("written", &self.written).finish_non_exhaustive()
    }
}

/// Where the rows go.
enum Sink {
    /// `heads` are those that were not written yet.
    Csv {
        manner: Manner,
        heads: String,
    },
    /// Until it is finished.
    Book(Option<Box<Workbook>>),
    Json {
        active: usize,
    },
}

impl Sink {
    fn csv(manner: Manner, heads: Vec<String>) -> Self {
        let row = heads.into_iter().map(Cell::Text).collect();
        Self::Csv { manner, heads: BYTE_ORDER_MARK.to_owned() + &delimited(&manner, once(row)) }
    }
}

impl Writing<'_> {
    /// How many reservations are written.
    #[must_use]
    pub const fn written(&self) -> usize {
        self.written
    }

    /// Writes some more reservations and gives what of the file is ready, which may be nothing yet; `None` once all
    /// of it was given.
    ///
    /// # Errors
    /// A workbook holds no more rows.
    pub fn go_on(&mut self, rows: usize) -> io::Result<Option<Vec<u8>>> {
        if self.is_done {
            return Ok(None);
        }
        let taken = self.taken;
        let all = &taken.rows[self.written..];
        let some = &all[..rows.min(all.len())];
        let is_last = some.len() == all.len();
        let cells = |row: &u32| {
            let line = taken.line(*row);
            COLUMNS.iter().map(|(_, read)| read(&line)).collect::<Vec<_>>()
        };
        let ready = match &mut self.file {
            Sink::Csv { manner, heads } => {
                (std::mem::take(heads) + &delimited(manner, some.iter().map(cells))).into_bytes()
            }
            Sink::Book(book) => {
                for row in some {
                    book.as_mut().map_or(Ok(()), |book| book.push(&cells(row)))?;
                }
                match book.take_if(|_| is_last) {
                    Some(book) => book.finish()?,
                    None => Vec::new(),
                }
            }
            Sink::Json { active } => {
                let mut lines = String::new();
                for (row, number) in some.iter().zip(self.written + 1..) {
                    let line = taken.line(*row);
                    *active += usize::from(is_active(&line.row));
                    lines += &json_line(&taken, *row, &line, number);
                    lines.push('\n');
                }
                if is_last {
                    let count = taken.rows.len();
                    let summary = json!({ "files": [], "reservations": count, "active": *active });
                    lines += &format!("{}\n", json!({ "summary": summary }));
                }
                lines.into_bytes()
            }
        };
        self.written += some.len();
        self.is_done = is_last;
        Ok(Some(ready))
    }
}

/// A reservation with its whole quote, as the plain interface of the calculator answers.
fn json_line(taken: &Taken<'_>, row: u32, line: &Line<'_>, number: usize) -> String {
    let facts = COLUMNS.iter().filter(|(name, _)| !NOT_FACTS.contains(name));
    let facts: Map<String, Value> =
        facts.map(|(name, read)| ((*name).to_owned(), value(name, read(line)))).collect();
    let case = taken.portfolio.case(row, taken.quotes);
    let quote = case.as_ref().map(|case| (case, refund(&case.input())));
    let id = Some(line.row.reservation_id).filter(|id| !id.is_empty());
    let answer = quote.as_ref().map(|(case, quote)| RefundAnswer::new(id, case, quote));
    let mut missing = missing(&line.row);
    if line.quote.outcome == Outcome::LedgerUnknown {
        missing.push(LEDGER);
    }
    let line = LineJson {
        source: SourceJson { file: "Prorata", line: number },
        reservation: facts,
        quote: answer,
        missing,
    };
    // What it is made of has names as texts, so that it can always be written.
    serde_json::to_string(&line).unwrap_or_default()
}

#[derive(Serialize)]
struct LineJson<'a> {
    source: SourceJson,
    reservation: Map<String, Value>,
    quote: Option<RefundAnswer<'a>>,
    missing: Vec<&'static str>,
}

#[derive(Serialize)]
struct SourceJson {
    file: &'static str,
    line: usize,
}

/// What is missing where nobody knows what counts against the limit.
const LEDGER: &str = "ledger";
/// The columns that say nothing of the reservation itself.
const NOT_FACTS: [&str; 6] =
    ["policy", "on", "decision", "payable", "cancelledInstalments", "missing"];

/// As the interface writes it: whole units as a number, decimals as texts.
fn value(name: &str, cell: Cell) -> Value {
    match (name, cell) {
        ("active" | "used", Cell::Text(text)) => Value::Bool(text == "true"),
        ("quantity", Cell::Number(text)) => text.parse::<u32>().map_or(Value::Null, Value::from),
        (_, Cell::Text(text) | Cell::Number(text)) => text.into(),
        (_, Cell::Day(day)) => day.to_string().into(),
        (_, Cell::Nothing) => Value::Null,
    }
}

fn text(text: &str) -> Cell {
    if text.is_empty() { Cell::Nothing } else { Cell::Text(text.to_owned()) }
}

fn stated(value: Option<impl ToString>) -> Cell {
    value.map_or(Cell::Nothing, |value| Cell::Text(value.to_string()))
}

fn number(value: Option<impl ToString>) -> Cell {
    value.map_or(Cell::Nothing, |value| Cell::Number(value.to_string()))
}

fn is_active(row: &RowView<'_>) -> bool {
    matches!(row.phase, Some(Phase::Active | Phase::Changing))
}

fn missing(row: &RowView<'_>) -> Vec<&'static str> {
    row.missing.iter().map(portfolio::columns::Fact::name).collect()
}

/// What becomes of the return, in the words of the JSON interface; nothing where there is no quote.
fn decision(quote: &Quote) -> String {
    match quote.outcome {
        Outcome::Allowed if !quote.is_limit_checked => "allowed: limit not checked".to_owned(),
        Outcome::Allowed => "allowed".to_owned(),
        Outcome::Capped => "capped".to_owned(),
        Outcome::Refused(refusal) => format!("refused: {}", refusal.code()),
        Outcome::LedgerUnknown => "limit unknown".to_owned(),
        Outcome::FactsLacking => String::new(),
    }
}
