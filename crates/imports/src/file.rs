//! Reading one file: what it is, what each row says, and what was left open.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

use serde_json::Value;

use crate::Limits;
use crate::column::Column as C;
use crate::container::{self, Content};
use crate::fact::{Fact, UsageFact};
use crate::id::Id;
use crate::json::{self, Span};
use crate::kind::Kind;
use crate::reader;
use crate::row::{Cells, Doubt, Header, Manner, Reading, Row};
use crate::table::{self, Table};
use crate::value::{self, DateOrder, DecimalMark};
use crate::workbook::{self, Sheet};

/// What was answered to the questions of an earlier reading.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Answers {
    /// For dates such as `03/04/2026`, in files that do not tell.
    pub dates: Option<DateOrder>,
    /// For numbers such as `1.200`, in files that do not tell.
    pub mark: Option<DecimalMark>,
}

/// What one file, or one sheet of a workbook, or one file of an archive says.
#[derive(Clone, Debug)]
pub struct Read {
    /// What became of its rows.
    pub report: FileReport,
    /// What they say, each with its line. Rows of use about the same reservation are one fact with
    /// the line of the first.
    pub facts: Vec<(u64, Fact)>,
}

impl Read {
    /// That a file could not be read at all, and why.
    pub fn refused(name: &str, reason: String) -> Self {
        Reader::refused(name, None, reason)
    }
}

/// What became of the rows of a file.
///
/// Invariant: `rows` are the facts of the tally, the rejected and the ignored ones together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FileReport {
    /// Its name as it was given.
    pub file: String,
    /// The sheet of a workbook that has several, or the file of an archive.
    pub part: Option<String>,
    /// What it is.
    pub kind: Kind,
    /// Why it could not be read at all.
    pub refused: Option<String>,
    /// Rows below the header, or records.
    pub rows: u64,
    /// How many rows say what.
    pub tally: Tally,
    /// Rows that cannot be used.
    pub rejected: Vec<Problem>,
    /// Rows that say nothing about reservations.
    pub ignored: Vec<Ignored>,
    /// What had to be assumed, in words.
    pub notes: Vec<String>,
    /// What the file leaves open.
    pub questions: Vec<Question>,
    /// Columns or fields whose meaning is not known; nothing was read from them.
    pub unread: Vec<String>,
}

/// How many rows say what.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[allow(missing_docs, reason = "the fields are the kinds of facts")]
pub struct Tally {
    pub reservations: u64,
    pub orders: u64,
    pub transactions: u64,
    pub customers: u64,
    pub prices: u64,
    pub usage: u64,
}

impl Tally {
    /// All facts.
    pub const fn total(self) -> u64 {
        self.reservations
            + self.orders
            + self.transactions
            + self.customers
            + self.prices
            + self.usage
    }

    const fn count(&mut self, fact: &Fact) {
        *match fact {
            Fact::Reservation(_) => &mut self.reservations,
            Fact::Order(_) => &mut self.orders,
            Fact::Transaction(_) => &mut self.transactions,
            Fact::Customer(_) => &mut self.customers,
            Fact::Price(_) => &mut self.prices,
            Fact::Usage(_) => &mut self.usage,
        } += 1;
    }
}

/// A row that cannot be used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// Its line in the file, or its row in the sheet, from 1.
    pub line: u64,
    /// Why, in words.
    pub reason: String,
}

/// Rows that say nothing about reservations, for one reason.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ignored {
    /// Why, in words.
    pub reason: String,
    /// How many.
    pub rows: u64,
    /// The line of the first.
    pub line: u64,
}

/// Values with two meanings. They are left open until somebody answers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Question {
    /// Whether it is about dates; else it is about numbers.
    pub is_about_dates: bool,
    /// The line of the first.
    pub line: u64,
    /// The column of the first.
    pub column: &'static str,
    /// The first, as the file writes it.
    pub text: String,
    /// What it means if the day comes first or a point separates the fraction, and what it means
    /// otherwise.
    pub readings: [String; 2],
    /// How many values are left open.
    pub values: u64,
}

impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, column, text, readings: [one, other], values, .. } = self;
        write!(
            f,
            "line {line}, {column}: does \"{text}\" mean {one} or {other}? ({values} left open)"
        )
    }
}

impl Question {
    fn of(doubt: Doubt, is_about_dates: bool) -> Self {
        let Doubt { line, column, text, readings, values } = doubt;
        Self { is_about_dates, line, column, text, readings, values }
    }
}

/// Reads a file. An archive or a workbook gives several readings, everything else one.
///
/// `progress` is told now and then how many rows were read.
pub fn read_file(
    name: &str,
    bytes: &[u8],
    answers: &Answers,
    limits: &Limits,
    progress: &mut dyn FnMut(u64),
) -> Vec<Read> {
    let parts = match container::open(bytes, limits) {
        Ok(parts) => parts,
        Err(reason) => return vec![Reader::refused(name, None, reason)],
    };
    let mut reads = Vec::new();
    for part in parts {
        let inner = part.name;
        match part.content {
            Content::Foreign(what) => {
                reads.push(Reader::refused(name, inner, format!("is {what}")));
            }
            Content::Text(text) => {
                let mut reader = Reader::new(name, inner, *answers, *limits, progress);
                reader.read.report.notes.extend(text.notes);
                reader.text(&text.text);
                reads.push(reader.finish());
            }
            Content::Workbook(format, book) => match workbook::sheets(format, &book, limits) {
                Err(reason) => reads.push(Reader::refused(name, inner, reason)),
                Ok(sheets) => sheets_of(name, inner, sheets, answers, limits, progress, &mut reads),
            },
        }
    }
    // What an archive or a workbook holds beside what is read is no reason to refuse it.
    if reads.iter().any(|read| read.report.refused.is_none()) {
        for read in reads.iter_mut().filter(|read| read.report.refused.is_some()) {
            let reason = read.report.refused.take().unwrap_or_default();
            read.report.notes.push(format!("passed over: it {reason}"));
        }
    }
    reads
}

fn sheets_of(
    name: &str,
    inner: Option<String>,
    sheets: Vec<workbook::Found>,
    answers: &Answers,
    limits: &Limits,
    progress: &mut dyn FnMut(u64),
    reads: &mut Vec<Read>,
) {
    if sheets.is_empty() {
        reads.push(Reader::refused(name, inner.clone(), "is a workbook without cells".to_owned()));
    }
    let are_several = sheets.len() > 1;
    for (title, sheet) in sheets {
        let part = match &inner {
            Some(inner) if are_several => Some(format!("{inner}: {title}")),
            Some(inner) => Some(inner.clone()),
            None => are_several.then_some(title),
        };
        match sheet {
            Err(reason) => reads.push(Reader::refused(name, part, reason)),
            Ok(sheet) => {
                let mut reader = Reader::new(name, part, *answers, *limits, progress);
                reader.sheet(&sheet);
                reads.push(reader.finish());
            }
        }
    }
}

/// The columns whose dates and numbers can prove how a file writes them.
const DATES: [C; 18] = [
    C::PurchaseDate,
    C::PurchaseDateTime,
    C::ExpirationDate,
    C::ExpiryDate,
    C::ExpiryDateTime,
    C::EventDate,
    C::EndDate,
    C::StartDate,
    C::UsageDate,
    C::Date,
    C::OrderDate,
    C::ChargeStartDate,
    C::ChargeEndDate,
    C::EffectiveDateTime,
    C::BenefitStartTime,
    C::RequestDateTime,
    C::LastUpdatedDateTime,
    C::EffectiveStartDate,
];
const NUMBERS: [C; 17] = [
    C::Amount,
    C::Cost,
    C::UnitPrice,
    C::EffectiveUnitPrice,
    C::Subtotal,
    C::Total,
    C::RetailPrice,
    C::BilledCost,
    C::UsedHours,
    C::ReservedHours,
    C::BillingPreTaxTotal,
    C::Instalment,
    C::ExchangeRate,
    C::AverageUtilization,
    C::UtilizationOneDay,
    C::UtilizationSevenDays,
    C::UtilizationThirtyDays,
];

/// What the cells of a file prove.
#[derive(Default)]
struct Proof {
    day_first: bool,
    month_first: bool,
    point: bool,
    comma: bool,
}

impl Proof {
    fn see(&mut self, row: &Row<'_>) {
        for column in DATES {
            match row.text(column).and_then(value::proven_order) {
                Some(DateOrder::DayFirst) => self.day_first = true,
                Some(DateOrder::MonthFirst) => self.month_first = true,
                None => {}
            }
        }
        for column in NUMBERS.into_iter().filter(|column| !row.is_number(*column)) {
            match row.text(column).and_then(value::proven_mark) {
                Some(DecimalMark::Point) => self.point = true,
                Some(DecimalMark::Comma) => self.comma = true,
                None => {}
            }
        }
    }

    const fn order(&self) -> Option<DateOrder> {
        match (self.day_first, self.month_first) {
            (true, false) => Some(DateOrder::DayFirst),
            (false, true) => Some(DateOrder::MonthFirst),
            _ => None,
        }
    }

    const fn mark(&self) -> Option<DecimalMark> {
        match (self.point, self.comma) {
            (true, false) => Some(DecimalMark::Point),
            (false, true) => Some(DecimalMark::Comma),
            _ => None,
        }
    }

    /// How the file writes, from its own cells before anything else. A file that writes in both
    /// ways proves nothing, and then neither its format nor an answer for the whole file does.
    fn manner(&self, kind: Kind, answers: Answers, usual: Option<DecimalMark>) -> Manner {
        let mixes_dates = self.day_first && self.month_first;
        let mixes_marks = self.point && self.comma;
        let dates = self.order().or(answers.dates).or(kind.documented_order());
        let mark = self.mark().or(answers.mark).or(usual);
        Manner {
            dates: dates.filter(|_| !mixes_dates),
            mark: mark.filter(|_| !mixes_marks),
            ..Manner::default()
        }
    }
}

/// A file that is being read.
struct Reader<'p> {
    read: Read,
    answers: Answers,
    limits: Limits,
    progress: &'p mut dyn FnMut(u64),
    /// Where the facts of use stand, by what they are about.
    usage: HashMap<(Option<Id>, Option<Id>), usize>,
}

/// How many rows are read between two reports of progress.
const PROGRESS_ROWS: u64 = 2_048;

impl<'p> Reader<'p> {
    fn new(
        name: &str,
        part: Option<String>,
        answers: Answers,
        limits: Limits,
        progress: &'p mut dyn FnMut(u64),
    ) -> Self {
        let report = FileReport {
            file: name.to_owned(),
            part,
            kind: Kind::Unknown,
            refused: None,
            rows: 0,
            tally: Tally::default(),
            rejected: Vec::new(),
            ignored: Vec::new(),
            notes: Vec::new(),
            questions: Vec::new(),
            unread: Vec::new(),
        };
        let read = Read { report, facts: Vec::new() };
        Self { read, answers, limits, progress, usage: HashMap::new() }
    }

    fn refused(name: &str, part: Option<String>, reason: String) -> Read {
        let mut nobody = |_| {};
        let mut reader =
            Reader::new(name, part, Answers::default(), Limits::default(), &mut nobody);
        reader.read.report.refused = Some(reason);
        reader.finish()
    }

    fn finish(self) -> Read {
        (self.progress)(self.read.report.rows);
        self.read
    }

    fn text(&mut self, text: &str) {
        if let Some((text, messages)) = json::without_messages(text) {
            return self.json(&text, &messages);
        }
        match table::open(text, self.limits.columns) {
            Err(reason) => self.read.report.refused = Some(reason),
            // A row of dashes below the header: printed for people, with values cut off.
            Ok(_) if table::is_printed(text) => {
                self.read.report.refused = Some(table::PRINTED.to_owned());
            }
            Ok(table) => self.table(&table),
        }
    }

    fn table(&mut self, table: &Table<'_>) {
        if !self.recognise(&table.header) {
            return;
        }
        let unknown = Manner::default();
        let mut proof = Proof::default();
        table.each(&mut |line, record| {
            if let Ok(record) = record {
                proof.see(&Row {
                    line,
                    cells: Cells::Record(&table.header, record),
                    manner: &unknown,
                });
            }
            true
        });
        // Elsewhere a comma in a number of a text that commas separate is one of thousands;
        // PowerShell and people write as their machine does.
        let kind = self.read.report.kind;
        let by_people = matches!(kind, Kind::PowerShellReservations | Kind::ReservationReport);
        let usual = (table.is_comma_separated() && !by_people).then_some(DecimalMark::Point);
        let manner = self.manner(&proof, usual);
        self.preamble(&table.preamble);
        table.each(&mut |line, record| {
            match record {
                Ok(record) => {
                    let cells = Cells::Record(&table.header, record);
                    self.row(&Row { line, cells, manner: &manner });
                }
                Err(broken) => {
                    self.broken(line, broken.reason);
                }
            }
            true
        });
        self.ask(manner);
    }

    fn sheet(&mut self, sheet: &Sheet) {
        if !self.recognise(&sheet.header) {
            return;
        }
        let unknown = Manner::default();
        let mut proof = Proof::default();
        let mut has_fractions = false;
        for (line, cells) in &sheet.rows {
            has_fractions |= cells.iter().any(|cell| cell.is_number && cell.text.contains('.'));
            proof.see(&Row {
                line: *line,
                cells: Cells::Sheet(&sheet.header, cells),
                manner: &unknown,
            });
        }
        if has_fractions {
            let note =
                "a workbook keeps numbers as floating point; of each the shortest text was read";
            self.read.report.notes.push(note.to_owned());
        }
        if sheet.is_cut {
            let note =
                format!("only the first {} rows of {} were read", self.limits.rows, sheet.name);
            self.read.report.notes.push(note);
        }
        let manner = self.manner(&proof, None);
        self.preamble(&sheet.preamble);
        for (line, cells) in &sheet.rows {
            let cells = Cells::Sheet(&sheet.header, cells);
            self.row(&Row { line: *line, cells, manner: &manner });
        }
        self.ask(manner);
    }

    fn json(&mut self, text: &str, messages: &[(u64, &str)]) {
        let records = json::records(text, self.limits.rows);
        let (rows, count) = (self.limits.rows, records.spans.len());
        let note = match records.more() {
            _ if records.is_cut => Some(format!("only the first {rows} records were read")),
            Some((Some(total), by)) => Some(format!(
                "has only {count} of {total} records: {by} says that there are more pages"
            )),
            Some((None, by)) => Some(format!(
                "has only the first {count} records: {by} says that there are more pages"
            )),
            None => None,
        };
        self.read.report.notes.extend(note);
        let spans = records.spans;
        let parsed = |span: &Span| serde_json::from_str::<Value>(&text[span.start..span.end]);
        let sample: Vec<Value> =
            spans.iter().take(SAMPLE).filter_map(|span| parsed(span).ok()).collect();
        match kind_of(&sample) {
            Ok(kind) => self.read.report.kind = kind,
            Err(reason) => {
                self.read.report.refused = Some(reason);
                self.read.report.notes.extend(messages.iter().map(|(_, said)| message(said)));
                return;
            }
        }
        for (line, said) in messages {
            self.read.report.rows += 1;
            self.ignore(*line, message(said));
        }
        let mut proof = Proof::default();
        let unknown = Manner::default();
        for span in &spans {
            if let Ok(record) = parsed(span) {
                let record = unwrapped(&record).unwrap_or(Cow::Borrowed(&record));
                let flat = json::flatten(&record);
                proof.see(&Row {
                    line: span.line,
                    cells: Cells::Object(&flat.cells, &record),
                    manner: &unknown,
                });
            }
        }
        let manner = self.manner(&proof, Some(DecimalMark::Point));
        for span in &spans {
            match parsed(span) {
                Ok(record) if record.is_object() => self.record(span.line, &record, &manner),
                Ok(_) => self.broken(span.line, "is not a JSON object".to_owned()),
                Err(error) => {
                    let error = error.to_string();
                    let what = error.split(" at line ").next().unwrap_or_default().to_owned();
                    let cut = if span.is_whole { "" } else { ": the file is cut off" };
                    self.broken(span.line, format!("is malformed JSON ({what}){cut}"));
                }
            }
        }
        let tally = self.read.report.tally;
        let revisions = |ignored: &Ignored| ignored.reason == "an earlier state of a reservation";
        let report = &mut self.read.report;
        if report.kind == Kind::AzReservations && tally.reservations == 0 {
            if tally.orders > 0 {
                report.kind = Kind::AzReservationOrders;
            } else if report.ignored.iter().any(revisions) {
                report.kind = Kind::ReservationRevisions;
            }
        }
        self.ask(manner);
    }

    fn record(&mut self, line: u64, record: &Value, manner: &Manner) {
        if record.get("summary").is_some() {
            self.read.report.rows += 1;
            return self.ignore(line, "the summary of an earlier run".to_owned());
        }
        let record = unwrapped(record).unwrap_or(Cow::Borrowed(record));
        let flat = json::flatten(&record);
        for name in flat.unread {
            if self.read.report.unread.len() < UNREAD_MAX
                && !self.read.report.unread.contains(&name)
            {
                self.read.report.unread.push(name);
            }
        }
        self.row(&Row { line, cells: Cells::Object(&flat.cells, &record), manner });
    }

    /// Finds out what a table is.
    fn recognise(&mut self, header: &Header) -> bool {
        let report = &mut self.read.report;
        let Some(kind) = Kind::of_table(header) else {
            let names: Vec<&str> = header.names.iter().map(String::as_str).take(8).collect();
            report.refused = Some(format!(
                "is a table about something else, with the columns {}",
                names.join(", ")
            ));
            return false;
        };
        report.kind = kind;
        report.unread = header.unread();
        true
    }

    fn manner(&mut self, proof: &Proof, usual: Option<DecimalMark>) -> Manner {
        let manner = proof.manner(self.read.report.kind, self.answers, usual);
        if proof.day_first && proof.month_first {
            self.read.report.notes.push(
                "writes some dates with the day first and some with the month first".to_owned(),
            );
        }
        if proof.point && proof.comma {
            self.read
                .report
                .notes
                .push("writes some numbers with a decimal point and some with a comma".to_owned());
        }
        manner
    }

    fn preamble(&mut self, lines: &[u64]) {
        for line in lines {
            self.read.report.rows += 1;
            self.ignore(*line, "a line before the header".to_owned());
        }
    }

    /// A row that is not whole.
    fn broken(&mut self, line: u64, reason: String) {
        if self.counts_in(line) {
            self.reject(line, reason);
        }
    }

    /// Counts a row; tells whether it is within the limit.
    fn counts_in(&mut self, line: u64) -> bool {
        let report = &mut self.read.report;
        report.rows += 1;
        if report.rows.is_multiple_of(PROGRESS_ROWS) {
            (self.progress)(report.rows);
        }
        let is_within = report.rows <= self.limits.rows;
        if !is_within {
            self.ignore(line, format!("beyond the first {} rows", self.limits.rows));
        }
        is_within
    }

    fn row(&mut self, row: &Row<'_>) {
        if !self.counts_in(row.line) {
            return;
        }
        match reader::read(self.read.report.kind, row) {
            Ok(Reading::Fact(fact)) => self.fact(row.line, fact),
            Ok(Reading::Ignored(reason)) => self.ignore(row.line, reason),
            Err(reason) => self.reject(row.line, reason),
        }
    }

    fn fact(&mut self, line: u64, fact: Fact) {
        self.read.report.tally.count(&fact);
        if let Fact::Usage(usage) = &fact {
            let about = (usage.order.clone(), usage.reservation.clone());
            let place = *self.usage.entry(about).or_insert(self.read.facts.len());
            if let Some((_, Fact::Usage(known))) = self.read.facts.get_mut(place) {
                return merge_usage(known, usage);
            }
        }
        self.read.facts.push((line, fact));
    }

    fn reject(&mut self, line: u64, reason: String) {
        self.read.report.rejected.push(Problem { line, reason });
    }

    fn ignore(&mut self, line: u64, reason: String) {
        let ignored = &mut self.read.report.ignored;
        match ignored.iter_mut().find(|known| known.reason == reason) {
            Some(known) => known.rows += 1,
            None => ignored.push(Ignored { reason, rows: 1, line }),
        }
    }

    fn ask(&mut self, manner: Manner) {
        let doubts = manner.doubts.into_inner();
        let questions = &mut self.read.report.questions;
        questions.extend(doubts.dates.map(|doubt| Question::of(doubt, true)));
        questions.extend(doubts.numbers.map(|doubt| Question::of(doubt, false)));
        let note = doubts.currencies.map(|Doubt { line, text, values, .. }| {
            format!(
                "amounts with another currency than that of their column, which was used: {values}; the first is \
                 \"{text}\" on line {line}"
            )
        });
        self.read.report.notes.extend(note);
    }
}

/// How many records tell what a file is, and how many unknown fields of them are named.
const SAMPLE: usize = 200;
/// How much of a message is shown.
const MESSAGE_MAX: usize = 120;
const UNREAD_MAX: usize = 100;

/// What is said of a message.
fn message(said: &str) -> String {
    let said: String = said.chars().filter(|sign| !sign.is_control()).take(MESSAGE_MAX).collect();
    format!("a message of the program that wrote the file: {said}")
}

/// Use on any day is use; the customer is the first that is named.
fn merge_usage(known: &mut UsageFact, other: &UsageFact) {
    known.used = match (known.used, other.used) {
        (Some(one), Some(other)) => Some(one || other),
        (one, other) => one.or(other),
    };
    if known.customer.is_none() {
        known.customer.clone_from(&other.customer);
    }
}

/// The reservation in a line of `prorata-quote --from`, with the details that belong to it.
fn unwrapped(record: &Value) -> Option<Cow<'_, Value>> {
    record.get("missing")?;
    let inner = record.get("reservation").filter(|inner| inner.is_object())?;
    let Some(details) = record.get("details").and_then(Value::as_object) else {
        return Some(Cow::Borrowed(inner));
    };
    let mut whole = inner.clone();
    let names =
        ["customerTenantId", "reservedResourceType", "instalment", "used", "succession", "guesses"];
    for name in names {
        if let Some(value) = details.get(name) {
            whole[name] = value.clone();
        }
    }
    Some(Cow::Owned(whole))
}

/// What records are, told by the fields of the first ones.
fn kind_of(sample: &[Value]) -> Result<Kind, String> {
    if sample.iter().any(|record| unwrapped(record).is_some()) {
        return Ok(Kind::ProrataReservations);
    }
    let mut has = [false; C::COUNT];
    let mut names = Vec::new();
    for record in sample {
        let flat = json::flatten(record);
        for (place, cell) in flat.cells.iter().enumerate() {
            has[place] |= cell.is_some();
        }
        for name in flat.unread {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    let named = |name: &str| names.iter().any(|found| found == name);
    Kind::of(&|column| has[column as usize], &named).ok_or_else(|| {
        let first = sample.iter().find_map(Value::as_object);
        let code = first.and_then(|record| record.get("error")?.get("code")?.as_str());
        match (first, code) {
            (None, _) => "is JSON without records".to_owned(),
            (Some(_), Some(code)) => {
                format!("is an error that was answered ({code}), not what was asked for")
            }
            (Some(record), None) => {
                let fields: Vec<&str> = record.keys().map(String::as_str).take(8).collect();
                format!(
                    "is JSON about something else; its first record has the fields {}",
                    fields.join(", ")
                )
            }
        }
    })
}
