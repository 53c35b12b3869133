//! Reservations as files for other programs: CSV for any program, CSV for Excel in the reader's language, and the
//! lines of JSON that `prorata-quote` writes. Each can be imported again.
//!
//! The columns are one list, whichever reservations are taken along and by whichever page. Their names are those of the
//! JSON interface; Excel shows the reader's words with that name in parentheses behind, as exports of Microsoft do.

use crate::csv::{Cell, Manner, delimited};
use calculator::Phase;
use chrono::NaiveDate;
use portfolio::columns::{Outcome, Portfolio, Quote, Quotes, RowView};
use serde_json::{Map, Value, json};

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

/// Some reservations of a portfolio, by the numbers of their rows, and what comes back for each.
#[derive(Clone, Copy, Debug)]
pub struct Taken<'a> {
    /// All reservations.
    pub portfolio: &'a Portfolio,
    /// Their quotes.
    pub quotes: &'a Quotes,
    /// Those that are taken along, in their order.
    pub rows: &'a [u32],
    /// The id of the policy of the quotes.
    pub policy: &'static str,
    /// The UTC day of the quotes.
    pub on: NaiveDate,
}

impl Taken<'_> {
    fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.rows.iter().map(|row| {
            let customer = self.portfolio.customer_of(*row);
            Line {
                tenant_id: &customer.tenant_id,
                customer: &customer.name,
                row: self.portfolio.row(*row),
                quote: self.quotes.of(*row),
                policy: self.policy,
                on: self.on,
            }
        })
    }

    /// CSV that every program reads the same: names of the JSON interface, decimal points, ISO 8601 days.
    #[must_use]
    pub fn plain_csv(&self) -> String {
        self.csv(&Manner::PLAIN, |name| name.to_owned())
    }

    /// CSV as Excel reads it where people write in this manner. `heads` are the columns in the reader's words.
    #[must_use]
    pub fn excel_csv(&self, manner: &Manner, heads: &[&str; COLUMN_COUNT]) -> String {
        let mut heads = heads.iter();
        self.csv(manner, move |name| format!("{} ({name})", heads.next().copied().unwrap_or(name)))
    }

    fn csv(&self, manner: &Manner, mut head: impl FnMut(&str) -> String) -> String {
        let heads = COLUMNS.iter().map(|(name, _)| Cell::Text(head(name))).collect();
        let rows = self.lines().map(|line| COLUMNS.iter().map(|(_, read)| read(&line)).collect());
        delimited(manner, std::iter::once(heads).chain(rows))
    }

    /// A line of JSON for each reservation, and one about all of them.
    #[must_use]
    pub fn json_lines(&self) -> String {
        let mut file = String::new();
        let mut active = 0;
        for (line, number) in self.lines().zip(1_usize..) {
            active += usize::from(is_active(&line.row));
            let read = |names: &[&str]| -> Map<String, Value> {
                let columns = COLUMNS.iter().filter(|(name, _)| names.contains(name));
                columns.map(|(name, read)| ((*name).to_owned(), value(name, read(&line)))).collect()
            };
            let quote = line.quote.payable.map(|_| read(&QUOTED));
            let facts: Vec<&str> = COLUMNS.iter().map(|(name, _)| *name).collect();
            let facts: Vec<&str> =
                facts.into_iter().filter(|name| !NOT_FACTS.contains(name)).collect();
            let shown = json!({
                "source": { "file": "Prorata", "line": number },
                "reservation": read(&facts),
                "quote": quote,
                "missing": missing(&line.row),
            });
            file += &format!("{shown}\n");
        }
        let summary = json!({ "files": [], "reservations": self.rows.len(), "active": active });
        file + &format!("{}\n", json!({ "summary": summary }))
    }
}

/// The columns about a quote in JSON.
const QUOTED: [&str; 6] =
    ["policy", "on", "decision", "payable", "cancelledInstalments", "currencyCode"];
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
