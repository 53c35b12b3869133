//! Delimited text: which character separates, where the header is, and rows that are whole.

use std::borrow::Cow;

use csv::{ReaderBuilder, StringRecord, Trim};

use portfolio::spreadsheet::unguarded;

use crate::row::Header;

/// A delimited text with a header that was recognised.
pub(crate) struct Table<'a> {
    body: &'a str,
    /// The line of the file that the body begins with, from 1.
    first_line: u64,
    delimiter: u8,
    /// What ends a line: a line feed, or a carriage return where there is no line feed.
    line_end: u8,
    pub(crate) header: Header,
    /// Lines before the header.
    pub(crate) preamble: Vec<u64>,
}

/// How many lines may stand before the header.
const PREAMBLE_MAX: usize = 30;

/// Finds the header: the line, and the delimiter, of which the most columns are known.
pub(crate) fn open(text: &str, columns_max: usize) -> Result<Table<'_>, String> {
    let mut best: Option<(usize, Table<'_>)> = None;
    let mut at = 0;
    let mut preamble = Vec::new();
    let line_end = if text.contains('\n') { b'\n' } else { b'\r' };
    let lines = text.split_inclusive(char::from(line_end)).take(PREAMBLE_MAX);
    for (number, line) in (1_u64..).zip(lines) {
        let start = line.trim_start_matches('"').to_ascii_lowercase();
        let is_instruction = start.starts_with("#type") || start.starts_with("sep=");
        for delimiter in [b',', b';', b'\t', b'|'] {
            if is_instruction || line.trim().is_empty() {
                break;
            }
            let rest = &text[at..];
            let Some((record, length)) = first_record(rest, delimiter) else { continue };
            if record.len() > columns_max {
                return Err(format!("has more than {columns_max} columns"));
            }
            let header = Header::of(&record);
            let known = header.known();
            if known > best.as_ref().map_or(1, |(most, _)| *most) {
                let first_line = number + breaks(&rest[..length], line_end);
                let preamble = preamble.clone();
                let body = &rest[length..];
                let table = Table { body, first_line, delimiter, line_end, header, preamble };
                best = Some((known, table));
            }
        }
        if !is_instruction && !line.trim().is_empty() {
            preamble.push(number);
        }
        at += line.len();
    }
    best.map(|(_, table)| table).ok_or_else(|| about(text))
}

/// The first record, and how many bytes it takes.
fn first_record(text: &str, delimiter: u8) -> Option<(StringRecord, usize)> {
    let mut reader = reader(text, delimiter);
    let mut record = StringRecord::new();
    reader.read_record(&mut record).ok()?.then_some(())?;
    let length = usize::try_from(reader.position().byte()).ok()?.min(text.len());
    Some((record, length))
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .trim(Trim::None)
        .from_reader(text.as_bytes())
}

/// The reader may leave the line feed after a carriage return to the next record; counting one
/// kind of byte makes it count once.
fn breaks(text: &str, line_end: u8) -> u64 {
    text.bytes().filter(|byte| *byte == line_end).count() as u64
}

/// What a text without a known header is about, in words.
fn about(text: &str) -> String {
    let start = text.trim_start();
    if start.is_empty() {
        return "is empty".to_owned();
    }
    if start.starts_with('<') {
        let lower = start.chars().take(2_000).collect::<String>().to_ascii_lowercase();
        let has = |words: [&str; 2]| words.iter().any(|word| lower.contains(word));
        let what = if has(["<!doctype html", "<html"]) {
            "is a web page: download the file itself"
        } else if has(["office:spreadsheet", "opendocument.spreadsheet"]) {
            "is a workbook as XML: save it as .xlsx"
        } else {
            "is an XML document"
        };
        return what.to_owned();
    }
    if is_printed(text) {
        return PRINTED.to_owned();
    }
    let line = start.lines().next().unwrap_or_default();
    let shown: String = line.chars().filter(|sign| !sign.is_control()).take(120).collect();
    format!("is about something else; its first line is \"{shown}\"")
}

/// What is said of `Format-Table` and `-o table`.
pub(crate) const PRINTED: &str = "is text as it was printed on a screen (Format-Table, Format-List or \
    -o table), where values are cut off: export it with Export-Csv, ConvertTo-Json or -o json";

/// Whether a text is a table or a list that was printed for people.
pub(crate) fn is_printed(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(4).collect();
    let is_rule = |line: &&str| {
        let marks = line.trim();
        marks.len() >= 3 && marks.contains("--") && marks.chars().all(|sign| "-=+| ".contains(sign))
    };
    let is_pair = |line: &&str| {
        let (name, rest) = line.split_once(':').unwrap_or_default();
        name.ends_with(' ') && rest.starts_with(' ') && !name.contains([',', ';', '"'])
    };
    lines.iter().take(3).any(is_rule) || (lines.len() >= 3 && lines.iter().all(is_pair))
}

/// A record that is not a whole row.
pub(crate) struct Broken {
    /// What is wrong with it.
    pub(crate) reason: String,
}

impl Table<'_> {
    pub(crate) fn is_comma_separated(&self) -> bool {
        self.delimiter == b','
    }

    /// Every record with its line. A record that is not whole is broken, and reading goes on with
    /// the next line of the file, so that a stray quote costs one row and not all that follow.
    pub(crate) fn each(&self, visit: &mut dyn FnMut(u64, Result<&StringRecord, Broken>) -> bool) {
        let mut start = 0;
        let mut line = self.first_line;
        let mut record = StringRecord::new();
        'restart: while start < self.body.len() {
            let rest = &self.body[start..];
            let mut reader = reader(rest, self.delimiter);
            let (mut before, mut line_before) = (0, line);
            loop {
                match reader.read_record(&mut record) {
                    Ok(true) => {}
                    Ok(false) => return,
                    Err(error) => {
                        let reason = format!("cannot be read: {error}");
                        visit(line_before, Err(Broken { reason }));
                        return;
                    }
                }
                let after = usize::try_from(reader.position().byte()).unwrap_or(rest.len());
                let after = after.min(rest.len());
                let raw = &rest[before..after];
                // Blank lines before a record belong to no record.
                let blank = raw.len() - raw.trim_start_matches(['\r', '\n']).len();
                let at = line_before + breaks(&raw[..blank], self.line_end);
                let raw = &raw[blank..];
                let next = line_before + breaks(&rest[before..after], self.line_end);
                let is_last = after == rest.len();
                let spans = raw.trim_end_matches(['\r', '\n']).contains(char::from(self.line_end));
                let fault = self.fault(&record, raw, is_last).or_else(|| {
                    let is_out_of_place = spans && !is_well_quoted(raw, self.delimiter);
                    is_out_of_place.then(|| "a quotation mark is out of place".to_owned())
                });
                let is_broken = fault.is_some();
                let go_on = match fault {
                    Some(reason) => visit(at, Err(Broken { reason })),
                    None => visit(at, Ok(&*without_guards(&record))),
                };
                if !go_on {
                    return;
                }
                if is_broken && spans {
                    let end = raw.find(char::from(self.line_end));
                    let first = end.map_or(raw.len(), |end| end + 1);
                    start += before + blank + first;
                    line = at + 1;
                    continue 'restart;
                }
                (before, line_before) = (after, next);
            }
        }
    }

    /// Why a record is not a whole row.
    fn fault(&self, record: &StringRecord, raw: &str, is_last: bool) -> Option<String> {
        let (found, expected) = (record.len(), self.header.names.len());
        if is_last && raw.bytes().filter(|byte| *byte == b'"').count() % 2 == 1 {
            return Some("a quotation mark is never closed: the line is cut off".to_owned());
        }
        if found > expected && record.iter().skip(expected).any(|cell| !cell.trim().is_empty()) {
            return Some(format!("has {found} cells, and the header {expected}"));
        }
        // One cell alone is a remark, such as the line of a total, or where the file was cut off.
        let is_open = is_last && !raw.ends_with(['\n', '\r']) && !raw.trim().is_empty();
        // Excel leaves out empty cells at the end of some rows of what it saves as CSV.
        let is_whole = !is_open && found > 1 && self.header.is_needless_from(found);
        if found < expected && (found > 1 || is_open) && !is_whole {
            let cut = if is_open { ": the file is cut off" } else { "" };
            return Some(format!("has {found} cells, and the header {expected}{cut}"));
        }
        None
    }
}

/// What keeps spreadsheets from calculating is no part of a text.
fn without_guards(record: &StringRecord) -> Cow<'_, StringRecord> {
    match record.as_slice().contains('\'') {
        true => Cow::Owned(record.iter().map(unguarded).collect()),
        false => Cow::Borrowed(record),
    }
}

/// Whether every quotation mark of a record opens a cell, closes one or is doubled within one. A
/// stray one may otherwise take several lines into one cell.
fn is_well_quoted(raw: &str, delimiter: u8) -> bool {
    let mut bytes = raw.trim_end_matches(['\r', '\n']).bytes().peekable();
    let mut is_quoted = false;
    let mut starts = true;
    while let Some(byte) = bytes.next() {
        match (byte, is_quoted) {
            (b'"', true) if bytes.peek() == Some(&b'"') => {
                bytes.next();
            }
            (b'"', true) => {
                is_quoted = false;
                if bytes.peek().is_some_and(|next| *next != delimiter) {
                    return false;
                }
            }
            (b'"', false) if starts => is_quoted = true,
            (b'"', false) => return false,
            _ => {}
        }
        starts = byte == delimiter && !is_quoted;
    }
    !is_quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(u64, Result<Vec<String>, String>)> {
        let mut rows = Vec::new();
        open(text, 100).unwrap_or_else(|error| panic!("{error}")).each(&mut |line, record| {
            let cells = record.map(|record| record.iter().map(str::to_owned).collect());
            rows.push((line, cells.map_err(|broken: Broken| broken.reason)));
            true
        });
        rows
    }

    fn cells(texts: &[&str]) -> Result<Vec<String>, String> {
        Ok(texts.iter().map(|text| (*text).to_owned()).collect())
    }

    #[test]
    fn the_delimiter_and_the_header_are_found_by_what_is_known() {
        for text in [
            "Name,Term,Quantity\na,P1Y,1\n",
            "Name;Term;Quantity\r\na;P1Y;1\r\n",
            "name\tTERM\tquantity\na\tP1Y\t1",
            "Name|Term|Quantity\na|P1Y|1",
        ] {
            assert_eq!(rows(text), [(2, cells(&["a", "P1Y", "1"]))], "{text:?}");
        }
        let text = "sep=;\n\nReservations, on a day\nName;Term;Quantity\na;P1Y;1\n";
        assert_eq!(rows(text), [(5, cells(&["a", "P1Y", "1"]))]);
        assert_eq!(open(text, 100).map(|table| table.preamble).unwrap_or_default(), [3]);
        let typed = "#TYPE Selected.System.Object\r\n\"Name\",\"Term\"\r\n\"a\",\"P1Y\"\r\n";
        assert_eq!(rows(typed), [(3, cells(&["a", "P1Y"]))]);
        assert_eq!(rows("Name,Term\ra,P1Y\rb,P3Y\r").len(), 2);
    }

    #[test]
    fn quoted_line_breaks_belong_to_the_cell() {
        let text = "Name,Term\n\"two\nlines\",P1Y\n\n\nb,P3Y\n";
        assert_eq!(rows(text), [(2, cells(&["two\nlines", "P1Y"])), (6, cells(&["b", "P3Y"]))]);
    }

    #[test]
    fn a_line_that_is_cut_off_is_reported_and_costs_no_other() {
        let rows_of = |text: &str| rows(text);
        let cut = rows_of("Name,Term,Quantity\na,P1Y,1\nb,P1");
        assert_eq!(cut[0].1, cells(&["a", "P1Y", "1"]));
        let reason = "has 2 cells, and the header 3: the file is cut off";
        assert_eq!(cut[1], (3, Err(reason.to_owned())));

        let stray = rows_of("Name,Term\na,P1Y\n\"b,P1Y\nc,P1Y\nd,P3Y\n");
        assert_eq!(stray.len(), 4);
        assert_eq!(stray[1].0, 3);
        assert!(stray[1].1.is_err());
        assert_eq!(stray[2], (4, cells(&["c", "P1Y"])));
        assert_eq!(stray[3], (5, cells(&["d", "P3Y"])));

        let middle = rows_of("Name,Term\n\"a,P1Y\nb,P1Y\n\"c\",P1Y\nd,P3Y\n");
        assert_eq!(middle.last(), Some(&(5, cells(&["d", "P3Y"]))));
        assert_eq!(middle.iter().filter(|(_, row)| row.is_ok()).count(), 3);
    }

    #[test]
    fn what_is_no_table_is_named() {
        let check = |text: &str, expect: &str| {
            let error = open(text, 100).map(|_| ()).unwrap_err();
            assert!(error.contains(expect), "{error}");
        };
        check("", "is empty");
        check("<!DOCTYPE html><p>x", "web page");
        check("<?xml version='1.0'?>", "XML");
        check("Isbn,Title\n1,x\n", "something else; its first line is \"Isbn,Title\"");
        check("Name   Term\n----   ----\na      P1Y\n", "printed");
        check("Name : a\nTerm : P1Y\nSku  : x\n", "printed");
    }
}
