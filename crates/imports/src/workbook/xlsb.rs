//! Binary workbooks of Excel: an archive whose parts are records ([MS-XLSB]).
//!
//! Not read with calamine, which ends the program where a record is not whole, and passes over cells that
//! say of their column only that it is the next one.

use quick_xml::Reader;
use quick_xml::events::Event;

use super::compound::{f64_at, u16_at, u32_at, utf_16};
use super::grid::{DAMAGED, Grid, Holds, NumberFormat, Rows, SheetCell, UNREADABLE_SHEET};
use super::parts::{Parts, attribute};
use super::xls::packed;
use crate::Limits;

const ROW: u16 = 0;
const RICH_TEXT: u16 = 62;
const END_SHEET_DATA: u16 = 146;

/// What the sheets of a workbook hold, each with its name.
///
/// # Errors
/// Why it cannot be read, in words.
pub(super) fn sheets(bytes: &[u8], limits: &Limits) -> Result<Vec<Holds>, String> {
    let mut parts = Parts::open(bytes)?;
    let book = parts.get("xl/workbook.bin").ok_or(DAMAGED)??;
    let targets = parts.get("xl/_rels/workbook.bin.rels").ok_or(DAMAGED)??;
    let targets = worksheets(&String::from_utf8_lossy(&targets));
    let strings = parts.get("xl/sharedStrings.bin").transpose()?.unwrap_or_default();
    let styles = parts.get("xl/styles.bin").transpose()?.unwrap_or_default();
    let mut book = Book {
        strings: texts(&strings).ok_or(DAMAGED)?,
        formats: formats(&styles).ok_or(DAMAGED)?,
        ..Book::read(&book).ok_or(DAMAGED)?
    };
    let mut found = Vec::new();
    for (name, id) in std::mem::take(&mut book.sheets) {
        // Charts and macros are sheets as well, without cells.
        let Some((_, target)) = targets.iter().find(|(known, _)| *known == id) else { continue };
        let rows = match parts.get(target) {
            Some(Ok(sheet)) => rows(&sheet, &book, limits),
            Some(Err(_)) | None => Err(UNREADABLE_SHEET.to_owned()),
        };
        found.push((name, rows));
    }
    Ok(found)
}

/// The parts of the archive that are sheets with cells, each with the id that the workbook has of it.
fn worksheets(relations: &str) -> Vec<(String, String)> {
    let mut reader = Reader::from_str(relations);
    let mut found = Vec::new();
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(element) | Event::Empty(element) => {
                let kind = attribute(&element, "Type").unwrap_or_default();
                let id = attribute(&element, "Id");
                let target = attribute(&element, "Target");
                if let (Some(id), Some(target), true) = (id, target, kind.ends_with("/worksheet")) {
                    let whole = match target.strip_prefix('/') {
                        Some(whole) => whole.to_owned(),
                        None => format!("xl/{target}"),
                    };
                    found.push((id, whole));
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    found
}

/// The records of a part.
struct Records<'a>(&'a [u8]);

impl<'a> Iterator for Records<'a> {
    /// A record with its number, or that the part ends within one.
    type Item = Option<(u16, &'a [u8])>;

    fn next(&mut self) -> Option<Self::Item> {
        (!self.0.is_empty()).then(|| self.one())
    }
}

impl<'a> Records<'a> {
    fn one(&mut self) -> Option<(u16, &'a [u8])> {
        let number = u16::try_from(self.packed(2)?).ok()?;
        let length = self.packed(4)? as usize;
        let (data, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some((number, data))
    }

    /// A number of which each byte but the last has seven bits and says that more follow.
    fn packed(&mut self, bytes_max: u32) -> Option<u32> {
        let mut number = 0;
        for place in 0..bytes_max {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u32::from(byte & 0x7f) << (7 * place);
            if byte & 0x80 == 0 {
                break;
            }
        }
        Some(number)
    }
}

/// What a workbook says for all of its sheets.
#[derive(Default)]
struct Book {
    /// Each with the id of its part.
    sheets: Vec<(String, String)>,
    strings: Vec<String>,
    /// By the number that a cell has of it.
    formats: Vec<NumberFormat>,
    is_1904: bool,
}

impl Book {
    fn read(part: &[u8]) -> Option<Self> {
        let mut book = Self::default();
        for record in Records(part) {
            let (number, data) = record?;
            match number {
                153 => book.is_1904 = data.first()? & 1 == 1,
                156 => {
                    let (id, end) = text(data, 8)?;
                    let (name, _) = text(data, end)?;
                    book.sheets.push((name, id));
                }
                _ => {}
            }
        }
        Some(book)
    }

    fn number(&self, data: &[u8], value: f64) -> Option<SheetCell> {
        // The number of a format has three bytes.
        let format = self.formats.get((u32_at(data, 0)? & 0x00ff_ffff) as usize);
        Some(SheetCell::formatted(value, format, self.is_1904))
    }
}

/// A text with its length before it, and where it ends. One without length is nothing.
fn text(data: &[u8], at: usize) -> Option<(String, usize)> {
    let start = at.checked_add(4)?;
    let length = match u32_at(data, at)? {
        u32::MAX => 0,
        length => (length as usize).checked_mul(2)?,
    };
    let end = start.checked_add(length)?;
    Some((utf_16(data.get(start..end)?), end))
}

/// The texts that cells name by number.
fn texts(part: &[u8]) -> Option<Vec<String>> {
    let mut found = Vec::new();
    for record in Records(part) {
        let (number, data) = record?;
        if number == 19 {
            found.push(text(data, 1)?.0);
        }
    }
    Some(found)
}

/// The formats that cells name by number.
fn formats(part: &[u8]) -> Option<Vec<NumberFormat>> {
    let mut written: Vec<(u16, NumberFormat)> = Vec::new();
    let mut found = Vec::new();
    let mut are_of_cells = false;
    for record in Records(part) {
        let (number, data) = record?;
        match number {
            44 => written.push((u16_at(data, 0)?, NumberFormat::of(&text(data, 2)?.0))),
            617 => are_of_cells = true,
            618 => are_of_cells = false,
            47 if are_of_cells => {
                let id = u16_at(data, 2)?;
                let own = written.iter().rev().find(|(known, _)| *known == id);
                found.push(own.map_or_else(|| NumberFormat::built_in(id), |(_, it)| *it));
            }
            _ => {}
        }
    }
    Some(found)
}

/// The rows of a sheet.
fn rows(part: &[u8], book: &Book, limits: &Limits) -> Result<(Rows, bool), String> {
    let mut grid = Grid::new(limits);
    let mut row = 0;
    let mut next_column = 0;
    for record in Records(part) {
        let (number, data) = record.ok_or(DAMAGED)?;
        match number {
            ROW => (row, next_column) = (u32_at(data, 0).ok_or(DAMAGED)?, 0),
            END_SHEET_DATA => return grid.finish(),
            // A cell begins with its column, or it is a short one in the next column.
            1..=11 | RICH_TEXT => {
                let column = u32_at(data, 0).ok_or(DAMAGED)?;
                let cell = cell(number, data.get(4..).unwrap_or_default(), book).ok_or(DAMAGED)?;
                grid.put(row, column, cell);
                next_column = column.saturating_add(1);
            }
            12..=18 => {
                let cell = cell(number - 11, data, book).ok_or(DAMAGED)?;
                grid.put(row, next_column, cell);
                next_column = next_column.saturating_add(1);
            }
            _ => {}
        }
        if grid.is_full() {
            return grid.finish();
        }
    }
    Err(DAMAGED.to_owned())
}

/// The cell of a record, from the number of its format on; nothing if the record is not whole.
fn cell(number: u16, data: &[u8], book: &Book) -> Option<SheetCell> {
    Some(match number {
        2 => book.number(data, packed(u32_at(data, 4)?))?,
        4 | 10 => SheetCell::bool(data.get(4)? != &0),
        5 | 9 => book.number(data, f64_at(data, 4)?)?,
        6 | 8 => SheetCell::text(text(data, 4)?.0),
        7 => SheetCell::text(book.strings.get(u32_at(data, 4)? as usize)?.clone()),
        // How its fonts change comes after it.
        RICH_TEXT => SheetCell::text(text(data, 5)?.0),
        // What is empty, or an error.
        _ => SheetCell::default(),
    })
}
