//! Sheets of a workbook as rows of text.

mod compound;
mod grid;
mod ods;
mod parts;
mod xls;
mod xlsb;

use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx};

use self::grid::{Grid, Holds, Rows, UNREADABLE_SHEET, date};
use crate::Limits;
use crate::row::Header;

pub(crate) use self::compound::SIGNATURE as COMPOUND_SIGNATURE;
pub(crate) use self::grid::SheetCell;

/// What wrote a workbook, as its bytes tell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Format {
    /// Office Open XML, since Excel 2007.
    Xlsx,
    /// The same with records in the place of XML.
    Xlsb,
    /// A compound file: Excel 5 to 2003, or anything with a password.
    Compound,
    /// OpenDocument.
    Ods,
}

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
pub(crate) fn sheets(format: Format, bytes: &[u8], limits: &Limits) -> Result<Vec<Found>, String> {
    let sheets = match format {
        Format::Xlsx => xlsx(bytes, limits),
        Format::Xlsb => xlsb::sheets(bytes, limits),
        Format::Compound => xls::sheets(bytes, limits),
        Format::Ods => ods::sheets(bytes, limits),
    };
    let with_header = |(name, rows): Holds| match rows {
        Ok((rows, _)) if rows.is_empty() => None,
        Ok((rows, is_cut)) => Some((name.clone(), with_header(name, rows, is_cut))),
        Err(reason) => Some((name, Err(reason))),
    };
    Ok(sheets?.into_iter().filter_map(with_header).collect())
}

fn xlsx(bytes: &[u8], limits: &Limits) -> Result<Vec<Holds>, String> {
    let damaged = |error: calamine::XlsxError| format!("is a damaged workbook: {error}");
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let names = book.sheet_names();
    let read = |name: String| {
        // Charts and macros are sheets as well, without cells.
        let rows = rows(&mut book, &name, limits);
        (name, rows.unwrap_or_else(|_| Err(UNREADABLE_SHEET.to_owned())))
    };
    Ok(names.into_iter().map(read).collect())
}

/// Reads cell by cell. A range would hold every cell up to the last one, and one cell in the last
/// corner makes that billions.
fn rows(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    limits: &Limits,
) -> Result<Result<(Rows, bool), String>, calamine::XlsxError> {
    let mut grid = Grid::new(limits);
    let mut cells = book.worksheet_cells_reader(name)?;
    while let Some(cell) = cells.next_cell()?
        && !grid.is_full()
    {
        let (row, column) = cell.get_position();
        grid.put(row, column, shown(cell.get_value()));
    }
    Ok(grid.finish())
}

fn shown(value: &DataRef<'_>) -> SheetCell {
    match value {
        DataRef::Int(number) => SheetCell { text: number.to_string(), is_number: true },
        DataRef::Float(number) => SheetCell::number(*number),
        DataRef::String(text) => SheetCell::text(text.clone()),
        DataRef::SharedString(text) => SheetCell::text((*text).to_owned()),
        DataRef::Bool(value) => SheetCell::bool(*value),
        DataRef::DateTime(moment) => SheetCell::text(date(moment)),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => SheetCell::text(text.clone()),
        // What a formula could not calculate is nothing, and not a text.
        DataRef::Error(_) | DataRef::Empty => SheetCell::default(),
    }
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
    use super::Format::Xlsx;
    use super::sheets;
    use crate::Limits;
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
        let found = sheets(Xlsx, &bytes, &Limits::default()).unwrap();
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
            let _ = sheets(Xlsx, &bytes[..length], &Limits::default());
        }
        assert!(
            sheets(Xlsx, b"PK", &Limits::default())
                .unwrap_err()
                .starts_with("is a damaged workbook")
        );
    }
}
