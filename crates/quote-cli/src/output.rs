//! How quotes of an export are written: as JSON Lines, CSV, a table for people, a workbook.

use std::io::{self, Write};

use calculator::json::RefundAnswer;
use calculator::{Amounts, Decision, Money};
use imports::{FileReport, Place, Question, ReservationFact, ToldTwice};
use portfolio::reasons::Reason;
use portfolio::spreadsheet::guarded;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, XlsxError};
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::export::{Quoted, Quotes};

/// One line for each reservation, and one about the files.
pub(crate) fn json(quotes: &mut Quotes<'_>, target: &mut dyn Write) -> io::Result<()> {
    quotes.each(|quoted| {
        serde_json::to_writer(&mut *target, &Line::of(quoted))?;
        target.write_all(b"\n")
    })?;
    let summary = Summary {
        files: quotes.portfolio.files.iter().map(FileLine::of).collect(),
        reservations: quotes.portfolio.reservations.len(),
        active: quotes.active(),
        same_returns: same_returns(quotes),
        notes: notes(quotes),
    };
    serde_json::to_writer(&mut *target, &LastLine { summary })?;
    target.write_all(b"\n")
}

/// One line of the output. What a program may ask for stands in the first four fields; `details`
/// says more where there is more to say.
#[derive(Serialize)]
struct Line<'a> {
    source: Source<'a>,
    reservation: Fields,
    quote: Option<RefundAnswer<'a>>,
    missing: &'a [&'static str],
    #[serde(skip_serializing_if = "Map::is_empty")]
    details: Map<String, Value>,
}

#[derive(Serialize)]
struct Source<'a> {
    file: &'a str,
    line: u64,
    /// The sheet of a workbook, or the file of an archive, where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Fields {
    id: Option<String>,
    order_id: Option<String>,
    customer: Option<String>,
    display_name: Option<String>,
    sku: Option<String>,
    region: Option<String>,
    quantity: Option<u32>,
    term: Option<String>,
    purchase_date: Option<String>,
    expiry_date: Option<String>,
    state: Option<String>,
    active: bool,
    unit_price: Option<String>,
    currency_code: Option<String>,
    billing_plan: Option<String>,
}

impl<'a> Line<'a> {
    fn of(quoted: &'a Quoted<'_>) -> Self {
        let known = &quoted.reservation.known;
        let quote = quoted.quote.as_ref().and_then(|quote| quote.as_ref().ok());
        let id = known.id.as_ref().map(imports::Id::as_str);
        Self {
            source: Source {
                file: &quoted.file().file,
                line: quoted.reservation.place.line,
                part: quoted.file().part.as_deref(),
            },
            reservation: Fields {
                id: known.id.as_ref().map(ToString::to_string),
                order_id: known.order.as_ref().map(ToString::to_string),
                customer: known.customer.as_ref().and_then(imports::CustomerFact::label),
                display_name: known.display_name.clone(),
                sku: known.sku.clone(),
                region: known.region.clone(),
                quantity: known.quantity,
                term: known.term.clone(),
                purchase_date: known.purchase_date.map(|day| day.to_string()),
                expiry_date: known.expiry_date.map(|day| day.to_string()),
                state: known.state.clone(),
                active: quoted.is_active,
                unit_price: known.unit_price.map(|price| price.to_string()),
                currency_code: known.currency.clone(),
                billing_plan: known.billing_plan.clone(),
            },
            quote: quote.map(|(case, quote)| RefundAnswer::new(id, case, quote)),
            missing: &quoted.missing,
            details: details(quoted),
        }
    }
}

/// What the calculation needs beside what a line shows, guesses and contradictions.
fn details(quoted: &Quoted<'_>) -> Map<String, Value> {
    let reservation = quoted.reservation;
    let known = &reservation.known;
    let mut details = Map::new();
    let mut add = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            details.insert(name.to_owned(), value);
        }
    };
    let tenant = known.customer.as_ref().and_then(|customer| customer.id.as_ref());
    add("customerTenantId", tenant.map(|id| id.to_string().into()));
    add("reservedResourceType", known.resource_type.as_ref().map(|kind| kind.as_str().into()));
    add("instalment", known.instalment.map(|price| price.to_string().into()));
    add("used", known.used.map(Value::from));
    add("succession", known.succession.map(|how| how.as_str().into()));
    let guesses = reservation.guesses.iter().map(|guess| (guess.field, guess.reason.as_str()));
    let guesses = guesses.chain(quoted.assumed.map(|assumed| ("used", assumed)));
    let guesses: Vec<Value> =
        guesses.map(|(field, reason)| json!({"field": field, "reason": reason})).collect();
    add("guesses", (!guesses.is_empty()).then(|| guesses.into()));
    let conflicts = reservation.conflicts.iter().map(|conflict| {
        json!({"field": conflict.field, "kept": conflict.kept, "other": conflict.other,
            "file": quoted.files[conflict.place.file].file, "line": conflict.place.line})
    });
    let conflicts: Vec<Value> = conflicts.collect();
    add("conflicts", (!conflicts.is_empty()).then(|| conflicts.into()));
    if let Some(Err(error)) = &quoted.quote {
        let message = error.problem.to_string();
        add("problem", Some(json!({"field": error.field, "message": message})));
    }
    details
}

/// What became of one file. The last fields are there where they say something.
#[derive(Serialize)]
struct FileLine<'a> {
    file: &'a str,
    kind: &'static str,
    rows: u64,
    reservations: u64,
    orders: u64,
    transactions: u64,
    customers: u64,
    prices: u64,
    usage: u64,
    rejected: Vec<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ignored: Vec<Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    questions: Vec<Value>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    notes: &'a [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    unread: &'a [String],
}

impl<'a> FileLine<'a> {
    fn of(report: &'a FileReport) -> Self {
        let tally = report.tally;
        let rejected = report.rejected.iter();
        let rejected = rejected.map(|row| json!({"line": row.line, "reason": row.reason}));
        let refused = report.refused.iter();
        let refused =
            refused.map(|reason| json!({"line": null, "reason": format!("the file {reason}")}));
        let ignored = report.ignored.iter();
        let questions = report.questions.iter().map(|question: &Question| {
            json!({"line": question.line, "column": question.column, "text": question.text,
                "readings": question.readings, "values": question.values})
        });
        Self {
            file: &report.file,
            kind: report.kind.as_str(),
            rows: report.rows,
            reservations: tally.reservations,
            orders: tally.orders,
            transactions: tally.transactions,
            customers: tally.customers,
            prices: tally.prices,
            usage: tally.usage,
            rejected: rejected.chain(refused).collect(),
            part: report.part.as_deref(),
            ignored: ignored
                .map(|one| json!({"line": one.line, "rows": one.rows, "reason": one.reason}))
                .collect(),
            questions: questions.collect(),
            notes: &report.notes,
            unread: &report.unread,
        }
    }
}

#[derive(Serialize)]
struct LastLine<'a> {
    summary: Summary<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Summary<'a> {
    files: Vec<FileLine<'a>>,
    reservations: usize,
    active: usize,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    same_returns: Vec<Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<String>,
}

/// Returns that two rows tell of: where, and whether they count once.
fn same_returns(quotes: &Quotes<'_>) -> Vec<Value> {
    let file = |place: Place| &quotes.portfolio.files[place.file].file;
    let told = quotes.ledgers.told_twice.iter();
    let told = told.map(|ToldTwice { place, first, may_be_another }| {
        json!({"file": file(*place), "line": place.line,
            "same": {"file": file(*first), "line": first.line}, "counts": may_be_another})
    });
    told.collect()
}

/// What is to be known about the whole.
fn notes(quotes: &Quotes<'_>) -> Vec<String> {
    let mut notes: Vec<String> = quotes.portfolio.notes.iter().map(|note| of_one(note)).collect();
    match quotes.ledgers.uncounted {
        0 => {}
        1 => notes.push(
            "1 return is not counted against the refund cap: its customer, day, amount or rate to USD is not known"
                .to_owned(),
        ),
        uncounted => notes.push(format!(
            "{uncounted} returns are not counted against the refund cap: their customer, day, amount or rate to \
             USD is not known"
        )),
    }
    notes
}

/// What the reader of files says of several things, in the words for one where it is one.
fn of_one(note: &str) -> String {
    let is_of_one = |values: &Vec<&str>| values.first() == Some(&"1");
    let Some((reason, values)) = Reason::of(note).filter(|(_, values)| is_of_one(values)) else {
        return note.to_owned();
    };
    let of_one = match reason {
        Reason::DescribedDifferently => {
            "1 reservation is described differently by several rows; what differs stands with it"
        }
        Reason::OrdersUnlisted => {
            "1 reservation order is named, but no file lists its reservations"
        }
        Reason::ReservationsUnlisted => "1 reservation is named, but no file lists it",
        Reason::OrdersAlone => {
            "1 reservation order stands in rows that name no reservation, and elsewhere as well; such a row counts \
             as a reservation of its own"
        }
        Reason::EventsUnknown => {
            "1 transaction is neither a purchase nor a return, and was not used"
        }
        Reason::StatesUnknown => {
            "1 reservation has a state that is not known, so that its dates alone tell whether it runs"
        }
        Reason::TermDiffers => {
            "1 reservation ends on another day than its purchase and term say; the day was used"
        }
        Reason::RowsRepeated => {
            "1 row tells of a reservation that another row tells of as well; the reservation counts once"
        }
        Reason::RowsSimilar => {
            "1 row without an id is like a row of another file in name, product and dates; it counts as a \
             reservation of its own"
        }
        Reason::TransactionsRepeated => {
            "1 transaction stands in an earlier file as well; it counts once"
        }
        Reason::WithoutOrder => "1 transaction names no reservation order and could not be joined",
        Reason::UnsureLines => {
            "1 invoice line has a reservation order that no other file knows, and a product that does not say \
             that it is an Azure reservation; it was not used"
        }
        _ => return note.to_owned(),
    };
    match values.get(1) {
        Some(named) => format!("{of_one}: {named}"),
        None => of_one.to_owned(),
    }
}

/// A number with the word for one or for several.
pub(crate) fn counted(count: u64, one: &str, several: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { several })
}

/// What the columns of a table for programs hold.
enum Cell {
    Text(String),
    Number(String),
    Date(String),
    Nothing,
}

/// Reads one amount of a quote.
type AmountOf = fn(&Amounts) -> Money;

const AMOUNTS: [(&str, AmountOf); 7] = [
    ("paid", |amounts| amounts.paid),
    ("consumed", |amounts| amounts.consumed),
    ("credit", |amounts| amounts.credit),
    ("fee", |amounts| amounts.fee),
    ("refund", |amounts| amounts.refund),
    ("cancelledInstalments", |amounts| amounts.cancelled_instalments),
    ("cancelledCommitment", |amounts| amounts.cancelled_commitment),
];

/// The field after which it stands whether a reservation is active.
const STATE: &str = "state";

/// The names of all columns, in the order of [`cells`].
fn heads() -> Vec<&'static str> {
    let mut heads = vec!["file", "line"];
    for (name, _) in ReservationFact::default().fields() {
        heads.push(name);
        if name == STATE {
            heads.push("active");
        }
    }
    heads.extend(["policy", "on", "decision"]);
    heads.extend(AMOUNTS.iter().map(|(name, _)| *name));
    heads.extend(["payable", "missing", "remarks"]);
    heads
}

/// What stands in the columns.
fn cells(quoted: &Quoted<'_>) -> Vec<Cell> {
    let text = |text: Option<String>| text.map_or(Cell::Nothing, Cell::Text);
    let mut cells = vec![
        Cell::Text(quoted.file().file.clone()),
        Cell::Number(quoted.reservation.place.line.to_string()),
    ];
    for (name, value) in quoted.reservation.fields() {
        cells.push(match (name, value) {
            ("quantity" | "unitPrice" | "instalment", Some(value)) => Cell::Number(value),
            ("purchaseDate" | "expiryDate", Some(value)) => Cell::Date(value),
            (_, value) => text(value),
        });
        if name == STATE {
            cells.push(Cell::Text(quoted.is_active.to_string()));
        }
    }
    let quote = quoted.quote.as_ref().and_then(|quote| quote.as_ref().ok());
    let assessment = quote.map(|(_, quote)| &quote.assessment);
    cells.push(text(quote.map(|(_, quote)| quote.policy.id.to_owned())));
    cells.push(quote.map_or(Cell::Nothing, |(case, _)| Cell::Date(case.on.to_string())));
    cells.push(text(quoted_decision(quoted)));
    for (_, amount) in AMOUNTS {
        let amounts = assessment.and_then(|assessment| assessment.amounts.as_ref());
        let number = amounts.map(|amounts| amount(amounts).to_string());
        cells.push(number.map_or(Cell::Nothing, Cell::Number));
    }
    let payable = assessment.map(|assessment| assessment.payable.to_string());
    cells.push(payable.map_or(Cell::Nothing, Cell::Number));
    cells.push(Cell::Text(quoted.missing.join(" ")));
    cells.push(Cell::Text(remarks(quoted).join("; ")));
    cells
}

/// The decision, with the code of a refusal.
fn quoted_decision(quoted: &Quoted<'_>) -> Option<String> {
    let (_, quote) = quoted.quote.as_ref()?.as_ref().ok()?;
    Some(match quote.assessment.decision {
        Decision::Allowed => "allowed".to_owned(),
        Decision::Capped => "capped".to_owned(),
        Decision::Refused(refusal) => format!("refused: {}", refusal.code()),
    })
}

/// Guesses, contradictions and what cannot be calculated with, in words.
fn remarks(quoted: &Quoted<'_>) -> Vec<String> {
    let reservation = quoted.reservation;
    let mut remarks: Vec<String> = reservation
        .guesses
        .iter()
        .map(|guess| format!("{} is a guess: {}", guess.field, guess.reason))
        .collect();
    remarks.extend(quoted.assumed.map(|assumed| format!("assumed {assumed}")));
    for conflict in &reservation.conflicts {
        let (field, kept, other) = (conflict.field, &conflict.kept, &conflict.other);
        let (file, line) = (&quoted.files[conflict.place.file].file, conflict.place.line);
        let says = match (conflict.is_within, field) {
            (false, _) => "another row says",
            (true, "expiryDate") => "its purchase and term say",
            (true, _) => "the same row says",
        };
        remarks.push(format!("{field} is {kept}, and {says} {other} (line {line} of {file})"));
    }
    if let Some(how) = reservation.known.succession {
        remarks.push(format!("{}: others hold its units", how.as_str()));
    }
    if let Some(Err(error)) = &quoted.quote {
        remarks.push(error.to_string());
    }
    remarks
}

/// CSV with a mark for UTF-8, which Excel needs. Texts that a spreadsheet would calculate with have
/// an apostrophe before them.
pub(crate) fn csv(quotes: &mut Quotes<'_>, target: &mut dyn Write) -> io::Result<()> {
    target.write_all("\u{feff}".as_bytes())?;
    let mut writer = csv::Writer::from_writer(target);
    writer.write_record(heads())?;
    quotes.each(|quoted| {
        writer.write_record(cells(quoted).into_iter().map(|cell| match cell {
            Cell::Text(text) => guarded(&text).into_owned(),
            Cell::Number(text) | Cell::Date(text) => text,
            Cell::Nothing => String::new(),
        }))?;
        Ok(())
    })?;
    writer.flush()
}

/// A workbook with numbers as numbers and days as days. Texts are written as texts, which no
/// spreadsheet calculates with.
pub(crate) fn xlsx(quotes: &mut Quotes<'_>, target: &mut dyn Write) -> io::Result<()> {
    let mut book = Workbook::new();
    let (bold, day) = (Format::new().set_bold(), Format::new().set_num_format("yyyy-mm-dd"));
    let sheet = book.add_worksheet();
    for (column, name) in (0_u16..).zip(heads()) {
        sheet.write_string_with_format(0, column, name, &bold).map_err(io::Error::other)?;
    }
    let mut row = 0_u32;
    quotes.each(|quoted| {
        for (column, cell) in (0_u16..).zip(cells(quoted)) {
            let written = (|| -> Result<(), XlsxError> {
                match cell {
                    Cell::Text(text) => sheet.write_string(row + 1, column, text).map(drop),
                    Cell::Number(text) => match text.parse::<f64>() {
                        Ok(number) => sheet.write_number(row + 1, column, number).map(drop),
                        Err(_) => sheet.write_string(row + 1, column, text).map(drop),
                    },
                    Cell::Date(text) => {
                        let date = ExcelDateTime::parse_from_str(&text)?;
                        sheet.write_datetime_with_format(row + 1, column, &date, &day).map(drop)
                    }
                    Cell::Nothing => Ok(()),
                }
            })();
            written.map_err(io::Error::other)?;
        }
        row += 1;
        Ok(())
    })?;
    sheet.set_freeze_panes(1, 0).map_err(io::Error::other)?;
    let bytes = book.save_to_buffer().map_err(io::Error::other)?;
    target.write_all(&bytes)
}

/// The widest that a column of the table for people gets.
const WIDTH_MAX: usize = 32;

/// A table for people, and what became of the files.
pub(crate) fn table(quotes: &mut Quotes<'_>, target: &mut dyn Write) -> io::Result<()> {
    let heads = [
        "CUSTOMER",
        "RESERVATION",
        "PRODUCT",
        "UNITS",
        "TERM",
        "ENDS",
        "STATE",
        "DECISION",
        "PAYABLE",
        "MISSING",
    ];
    let mut rows: Vec<Vec<String>> = vec![heads.map(str::to_owned).to_vec()];
    quotes.each(|quoted| {
        let field = |name: &str| {
            let fields = quoted.reservation.fields();
            let found = fields.into_iter().find(|(field, _)| *field == name);
            found.and_then(|(_, text)| text).unwrap_or_default()
        };
        let quote = quoted.quote.as_ref().and_then(|quote| quote.as_ref().ok());
        let ends = quoted.reservation.known.expires_on().map(|day| day.to_string());
        let name = Some(field("displayName"))
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| field("id"));
        let payable = quote.map(|(case, quote)| {
            format!("{} {}", quote.assessment.payable, case.holding.currency())
        });
        let guessed = if quoted.reservation.guesses.is_empty() { "" } else { " (guess)" };
        rows.push(vec![
            field("customer"),
            name,
            field("sku"),
            field("quantity"),
            field("term"),
            ends.unwrap_or_default(),
            field("state"),
            quoted_decision(quoted).unwrap_or_else(|| "no quote".to_owned()),
            payable.map(|payable| payable + guessed).unwrap_or_default(),
            quoted.missing.join(", "),
        ]);
        Ok(())
    })?;
    let plain = |text: &str| {
        text.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect::<String>()
    };
    let last = heads.len() - 1;
    let widths: Vec<usize> = (0..heads.len())
        .map(|column| {
            rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0).min(WIDTH_MAX)
        })
        .collect();
    // A header over nothing says nothing.
    for row in rows.iter().filter(|_| rows.len() > 1) {
        let mut line = String::new();
        for (column, text) in row.iter().enumerate() {
            let text = plain(text);
            let width = widths[column];
            let is_long = column != last && text.chars().count() > width;
            let text =
                if is_long { text.chars().take(width - 1).chain(['…']).collect() } else { text };
            let gap = " ".repeat((width + 2).saturating_sub(text.chars().count()));
            let is_number = matches!(heads[column], "UNITS" | "PAYABLE");
            line += &if is_number {
                format!("{}{text}  ", &gap[2.min(gap.len())..])
            } else {
                format!("{text}{gap}")
            };
        }
        writeln!(target, "{}", line.trim_end())?;
    }
    writeln!(target)?;
    summary(quotes, target)
}

/// How many rejected rows of a file, and how many returns that two rows tell of, are shown to people.
const REJECTED_MAX: usize = 20;

/// What became of the files, for people.
pub(crate) fn summary(quotes: &Quotes<'_>, target: &mut dyn Write) -> io::Result<()> {
    for report in &quotes.portfolio.files {
        let part = report.part.as_ref().map(|part| format!(" [{part}]")).unwrap_or_default();
        let name = format!("{}{part}", report.file);
        if let Some(reason) = &report.refused {
            writeln!(target, "{name}: not read; it {reason}")?;
            for note in &report.notes {
                writeln!(target, "  {note}")?;
            }
            continue;
        }
        let tally = report.tally;
        let ignored: u64 = report.ignored.iter().map(|ignored| ignored.rows).sum();
        let counts = [
            (tally.reservations, "reservation", "reservations"),
            (tally.orders, "order", "orders"),
            (tally.transactions, "transaction", "transactions"),
            (tally.customers, "customer", "customers"),
            (tally.prices, "price", "prices"),
            (tally.usage, "row of use", "rows of use"),
            (report.rejected.len() as u64, "rejected", "rejected"),
            (ignored, "ignored", "ignored"),
        ];
        let counts: Vec<String> = counts
            .iter()
            .filter(|(count, ..)| *count > 0)
            .map(|(count, one, several)| counted(*count, one, several))
            .collect();
        let rows = counted(report.rows, "row", "rows");
        let colon = if counts.is_empty() { "" } else { ": " };
        writeln!(target, "{name}: {}; {rows}{colon}{}", report.kind.as_str(), counts.join(", "))?;
        for row in report.rejected.iter().take(REJECTED_MAX) {
            writeln!(target, "  line {}: {}", row.line, row.reason)?;
        }
        if report.rejected.len() > REJECTED_MAX {
            writeln!(
                target,
                "  and {} more; --format json lists them all",
                report.rejected.len() - REJECTED_MAX
            )?;
        }
        for ignored in &report.ignored {
            writeln!(
                target,
                "  ignored {} from line {}: {}",
                ignored.rows, ignored.line, ignored.reason
            )?;
        }
        for question in &report.questions {
            let option = if question.is_about_dates { "--dates" } else { "--decimals" };
            writeln!(target, "  {question}; {option} answers")?;
        }
        for note in &report.notes {
            writeln!(target, "  {note}")?;
        }
    }
    for note in notes(quotes) {
        writeln!(target, "{note}")?;
    }
    let told_twice = &quotes.ledgers.told_twice;
    for ToldTwice { place, first, may_be_another } in told_twice.iter().take(REJECTED_MAX) {
        let at = |place: &Place| {
            format!("line {} of {}", place.line, quotes.portfolio.files[place.file].file)
        };
        let (second, first) = (at(place), at(first));
        if *may_be_another {
            writeln!(target, "{second} may be the return of {first}; both count")?;
        } else {
            writeln!(target, "{second} is the return of {first}, and is left out of the cap")?;
        }
    }
    if told_twice.len() > REJECTED_MAX {
        let more = told_twice.len() - REJECTED_MAX;
        let more = counted(more as u64, "more return", "more returns");
        writeln!(target, "and {more} that two rows tell of; --format json lists them all")?;
    }
    let (on, policy) = (quotes.job.on, quotes.job.policy.id);
    let count = quotes.portfolio.reservations.len() as u64;
    let count = counted(count, "reservation", "reservations");
    writeln!(target, "{count}, {} active on {on}; policy {policy}", quotes.active())
}
