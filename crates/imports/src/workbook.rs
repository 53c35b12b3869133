//! Sheets of an Excel workbook as rows of text.

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, Xlsx};

use crate::Limits;
use crate::row::Header;

/// A sheet with a header that was recognised.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) header: Header,
    pub(crate) preamble: Vec<u64>,
    /// Rows below the header with their numbers, from 1.
    pub(crate) rows: Rows,
    /// Whether rows were left out because there are too many.
    pub(crate) is_cut: bool,
}

/// A sheet, or why it holds no known rows; an empty one is left out.
pub(crate) type Found = (String, Result<Sheet, String>);

const PREAMBLE_MAX: usize = 30;

/// The sheets of a workbook.
///
/// # Errors
/// Why the workbook cannot be read, in words.
pub(crate) fn sheets(bytes: &[u8], limits: &Limits) -> Result<Vec<Found>, String> {
    let damaged = |error: calamine::XlsxError| format!("is a damaged workbook: {error}");
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut found = Vec::new();
    for name in book.sheet_names() {
        // Charts and macros are sheets as well, without cells.
        let Ok((rows, is_cut)) = rows(&mut book, &name, limits) else {
            found.push((name, Err("is a sheet that cannot be read".to_owned())));
            continue;
        };
        if !rows.is_empty() {
            let sheet = with_header(name.clone(), rows, is_cut);
            found.push((name, sheet));
        }
    }
    Ok(found)
}

/// Rows with their numbers, from 1.
type Rows = Vec<(u64, Vec<SheetCell>)>;

/// A cell of a sheet.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct SheetCell {
    pub(crate) text: String,
    /// Whether the workbook keeps it as a number, which is written with a point in `text`.
    pub(crate) is_number: bool,
}

/// Reads cell by cell. A range would hold every cell up to the last one, and one cell in the last
/// corner makes that billions.
fn rows(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    limits: &Limits,
) -> Result<(Rows, bool), calamine::XlsxError> {
    let mut rows: Rows = Vec::new();
    let mut cells = book.worksheet_cells_reader(name)?;
    while let Some(cell) = cells.next_cell()? {
        let (row, column) = cell.get_position();
        let is_number = matches!(cell.get_value(), DataRef::Int(_) | DataRef::Float(_));
        let text = text(cell.get_value());
        if text.is_empty() || column as usize >= limits.columns {
            continue;
        }
        let number = u64::from(row) + 1;
        if rows.last().is_none_or(|(last, _)| *last != number) {
            if rows.len() as u64 > limits.rows {
                return Ok((rows, true));
            }
            rows.push((number, Vec::new()));
        }
        if let Some((_, cells)) = rows.last_mut() {
            if cells.len() <= column as usize {
                cells.resize(column as usize + 1, SheetCell::default());
            }
            cells[column as usize] = SheetCell { text, is_number };
        }
    }
    Ok((rows, false))
}

/// The text of a cell. A number is floating point in the file; its shortest text is what was typed
/// unless it had more than fifteen digits.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(value) => value.to_string(),
        DataRef::DateTime(moment) => date(moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        // What a formula could not calculate is nothing, and not a text.
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

fn date(moment: &ExcelDateTime) -> String {
    if !moment.is_datetime() {
        return moment.as_f64().to_string();
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
}

/// The row of which the most columns are known is the header.
fn with_header(name: String, mut rows: Rows, is_cut: bool) -> Result<Sheet, String> {
    let header = |cells: &[SheetCell]| Header::of(cells.iter().map(|cell| cell.text.as_str()));
    let candidates = rows.iter().take(PREAMBLE_MAX).enumerate();
    let known = candidates.map(|(place, (_, cells))| (header(cells).known(), place));
    // Of equals the first, which `max_by_key` would give last.
    let (known, place) = known.rev().max_by_key(|(known, _)| *known).unwrap_or_default();
    if known < 2 {
        let first: Vec<&str> = rows[0].1.iter().map(|cell| cell.text.as_str()).collect();
        let first: String = first.join(", ").chars().take(120).collect();
        return Err(format!("is about something else; its first row is \"{first}\""));
    }
    let header = header(&rows[place].1);
    let preamble = rows[..place].iter().map(|(number, _)| *number).collect();
    rows.drain(..=place);
    Ok(Sheet { name, header, preamble, rows, is_cut })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_xlsxwriter::{Format, Workbook, XlsxError};

    fn book(fill: impl Fn(&mut Workbook) -> Result<(), XlsxError>) -> Vec<u8> {
        let mut book = Workbook::new();
        fill(&mut book).unwrap();
        book.save_to_buffer().unwrap()
    }

    #[test]
    fn cells_become_texts_and_the_header_is_found() {
        let bytes = book(|book| {
            let sheet = book.add_worksheet();
            sheet.write(0, 0, "Reservations")?;
            for (column, name) in
                ["Name", "Term", "Quantity", "UnitPrice", "Purchase date"].iter().enumerate()
            {
                sheet.write(2, u16::try_from(column).unwrap(), *name)?;
            }
            sheet.write(3, 0, "a")?;
            sheet.write(3, 2, 3)?;
            sheet.write(3, 3, 1234.1)?;
            sheet.write_with_format(3, 4, 44222.5, &Format::new().set_num_format("dd/mm/yyyy"))?;
            sheet.write(1_048_575, 900, "far away")?;
            book.add_worksheet();
            book.add_worksheet().write(0, 0, "notes")?;
            Ok(())
        });
        let found = sheets(&bytes, &Limits::default()).unwrap();
        assert_eq!(found.len(), 2);
        let sheet = found[0].1.as_ref().unwrap_or_else(|error| panic!("{error}"));
        assert_eq!((sheet.preamble.as_slice(), sheet.header.known()), ([1].as_slice(), 5));
        let texts: Vec<&str> = sheet.rows[0].1.iter().map(|cell| cell.text.as_str()).collect();
        assert_eq!(texts, ["a", "", "3", "1234.1", "2021-01-26T12:00:00"]);
        assert_eq!(sheet.rows[0].0, 4);
        assert!(sheet.rows[0].1[3].is_number && !sheet.rows[0].1[4].is_number);
        assert_eq!(sheet.rows[1].0, 1_048_576);
        assert!(found[1].1.as_ref().err().unwrap().contains("\"notes\""));
    }

    #[test]
    fn damaged_workbooks_are_refused() {
        let bytes = book(|book| book.add_worksheet().write(0, 0, "Name").map(|_| ()));
        for length in (0..bytes.len()).step_by(97) {
            let _ = sheets(&bytes[..length], &Limits::default());
        }
        assert!(
            sheets(b"PK", &Limits::default()).unwrap_err().starts_with("is a damaged workbook")
        );
    }
}
