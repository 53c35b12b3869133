//! Spreadsheets of OpenDocument, as LibreOffice writes them ([ODF 1.3]).
//!
//! Not read with calamine, which holds every cell up to the last one.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::grid::{DAMAGED, Grid, Holds, PASSWORD, SheetCell};
use super::parts::{Parts, attribute};
use crate::Limits;

/// What the sheets of a spreadsheet hold, each with its name.
///
/// # Errors
/// Why it cannot be read, in words.
pub(super) fn sheets(bytes: &[u8], limits: &Limits) -> Result<Vec<Holds>, String> {
    let mut parts = Parts::open(bytes)?;
    let manifest = parts.get("META-INF/manifest.xml").transpose()?.unwrap_or_default();
    if String::from_utf8_lossy(&manifest).contains("encryption-data") {
        return Err(PASSWORD.to_owned());
    }
    let content = parts.get("content.xml").ok_or(DAMAGED)??;
    read(&String::from_utf8_lossy(&content), limits).ok_or_else(|| DAMAGED.to_owned())
}

/// A row that is being read.
struct Row {
    /// How often it stands there.
    times: u32,
    /// Its cells that hold something, each with its column.
    cells: Vec<(u32, SheetCell)>,
    /// The column of the next cell.
    column: u32,
}

/// A cell that is being read.
struct Cell {
    times: u32,
    value: Value,
    /// What is shown; each paragraph is a line.
    shown: String,
    paragraphs: u32,
}

/// What a cell holds.
enum Value {
    /// What is shown.
    Text,
    Known(SheetCell),
}

/// The sheets of the document, or nothing where it is not whole.
fn read(content: &str, limits: &Limits) -> Option<Vec<Holds>> {
    let mut reader = Reader::from_str(content);
    reader.config_mut().expand_empty_elements = true;
    let mut found: Vec<Holds> = Vec::new();
    // The sheet with its next row, the row and the cell that are open.
    let mut sheet: Option<(String, Grid<'_>, u32)> = None;
    let mut row: Option<Row> = None;
    let mut cell: Option<Cell> = None;
    loop {
        match reader.read_event().ok()? {
            Event::Start(element) => match (element.local_name().as_ref(), &mut cell) {
                // What somebody has noted beside a cell stands in it, and so do tables in tables.
                ("annotation", _) | ("table", Some(_)) => {
                    reader.read_to_end(element.name()).ok()?;
                }
                ("table", None) => {
                    let name = attribute(&element, "table:name").unwrap_or_default();
                    sheet = Some((name, Grid::new(limits), 0));
                }
                ("table-row", _) => {
                    let times = times(&element, "table:number-rows-repeated");
                    row = Some(Row { times, cells: Vec::new(), column: 0 });
                }
                ("table-cell" | "covered-table-cell", _) => {
                    let times = times(&element, "table:number-columns-repeated");
                    let value = value(&element);
                    cell = Some(Cell { times, value, shown: String::new(), paragraphs: 0 });
                }
                (name, Some(cell)) => cell.begin(name, &element),
                _ => {}
            },
            Event::Text(text) => {
                if let Some(cell) = &mut cell
                    && cell.paragraphs > 0
                {
                    cell.shown.push_str(&text);
                }
            }
            Event::GeneralRef(entity) => {
                if let Some(cell) = &mut cell {
                    let letter = entity.resolve_char_ref().ok()?;
                    let named = || quick_xml::escape::resolve_xml_entity(&entity);
                    match letter {
                        Some(letter) => cell.shown.push(letter),
                        None => cell.shown.push_str(named()?),
                    }
                }
            }
            Event::End(element) => match element.local_name().as_ref() {
                "table-cell" | "covered-table-cell" => {
                    let (Some(cell), Some(row)) = (cell.take(), &mut row) else { continue };
                    row.add(cell, limits);
                }
                "table-row" => {
                    let (Some(row), Some((_, grid, next))) = (row.take(), &mut sheet) else {
                        continue;
                    };
                    row.put(grid, *next);
                    *next = next.saturating_add(row.times);
                }
                "table" => {
                    if let Some((name, grid, _)) = sheet.take() {
                        found.push((name, grid.finish()));
                    }
                }
                _ => {}
            },
            // The end of a document is that of its first element.
            Event::Eof => {
                return (sheet.is_none() && content.trim_end().ends_with('>')).then_some(found);
            }
            _ => {}
        }
    }
}

fn times(element: &BytesStart<'_>, name: &str) -> u32 {
    attribute(element, name).and_then(|times| times.parse().ok()).unwrap_or(1)
}

/// The value that an element states; else it is the text that it shows.
fn value(element: &BytesStart<'_>) -> Value {
    let stated = |name: &str| attribute(element, name).map(SheetCell::text);
    let known = match attribute(element, "office:value-type").as_deref() {
        Some("float" | "percentage" | "currency") => {
            let value = attribute(element, "office:value");
            value.and_then(|it| it.parse().ok()).map(SheetCell::number)
        }
        Some("date") => stated("office:date-value"),
        Some("time") => stated("office:time-value"),
        Some("boolean") => stated("office:boolean-value"),
        Some("string") => stated("office:string-value"),
        _ => None,
    };
    // What a formula could not calculate is nothing, and not a text.
    if attribute(element, "calcext:value-type").as_deref() == Some("error") {
        return Value::Known(SheetCell::default());
    }
    known.map_or(Value::Text, Value::Known)
}

impl Cell {
    fn begin(&mut self, name: &str, element: &BytesStart<'_>) {
        match name {
            "p" => {
                self.paragraphs += 1;
                if self.paragraphs > 1 {
                    self.shown.push('\n');
                }
            }
            // Spaces are counted where there are several.
            "s" => {
                let count = times(element, "text:c").min(1_000);
                self.shown.extend(std::iter::repeat_n(' ', count as usize));
            }
            "tab" => self.shown.push('\t'),
            "line-break" => self.shown.push('\n'),
            _ => {}
        }
    }
}

impl Row {
    fn add(&mut self, cell: Cell, limits: &Limits) {
        let held = match cell.value {
            Value::Known(held) => held,
            Value::Text => SheetCell::text(cell.shown),
        };
        let first = self.column;
        self.column = first.saturating_add(cell.times);
        if held.text.is_empty() {
            return;
        }
        let columns_max = u32::try_from(limits.columns).unwrap_or(u32::MAX);
        for column in first..self.column.min(columns_max) {
            self.cells.push((column, held.clone()));
        }
    }

    /// Puts the row into a sheet as often as it stands there.
    fn put(&self, grid: &mut Grid<'_>, first: u32) {
        if self.cells.is_empty() {
            return;
        }
        for row in first..first.saturating_add(self.times) {
            if grid.is_full() {
                return;
            }
            for (column, cell) in &self.cells {
                grid.put(row, *column, cell.clone());
            }
        }
    }
}
