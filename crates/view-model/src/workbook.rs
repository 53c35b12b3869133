//! A workbook for Excel (Office Open XML, ECMA-376), written row by row.
//!
//! It has one sheet. Rows are packed as they come, so that of a hundred thousand no more is held than the file takes.
//! Numbers are numbers and days are days. Texts are texts in cells of that format: no spreadsheet calculates with
//! them, not even after somebody has edited the cell.

use crate::csv::Cell;
use chrono::NaiveDate;
use portfolio::spreadsheet::unguarded_start;
use std::fmt::Write as _;
use std::io::{self, Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// What Excel holds in one sheet, with the row of the headings.
const ROWS_MAX: u32 = 1_048_576;
/// What Excel holds in one cell, in units of UTF-16.
const TEXT_MAX: usize = 32_767;
/// So many digits a number keeps in Excel; one with more stays a text.
const DIGITS_MAX: usize = 15;
/// The width of a column in digits.
const WIDTH: u32 = 18;

/// The numbers of the formats in [`STYLES`].
const BOLD: u8 = 1;
const DAY: u8 = 2;
const TEXT: u8 = 3;

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// The parts around the sheet.
const PARTS: [(&str, &str); 5] = [
    (
        "[Content_Types].xml",
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>"#,
    ),
    (
        "_rels/.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Prorata" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#,
    ),
    ("xl/styles.xml", STYLES),
];

/// Plain, bold, a day as the reader's Excel writes days (14), and text (49).
const STYLES: &str = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"#;

/// A workbook while it is written.
pub(crate) struct Workbook {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    row: String,
    rows: u32,
}

impl Workbook {
    /// Begins with the headings, which stay in sight while the rows below them scroll.
    pub(crate) fn with_heads(heads: &[String]) -> io::Result<Self> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        for (name, xml) in PARTS {
            zip.start_file(name, options)?;
            zip.write_all(DECLARATION.as_bytes())?;
            zip.write_all(xml.as_bytes())?;
        }
        zip.start_file("xl/worksheets/sheet1.xml", options)?;
        let count = heads.len().max(1);
        write!(
            zip,
            "{DECLARATION}<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
             <sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" \
             activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>\
             <cols><col min=\"1\" max=\"{count}\" width=\"{WIDTH}\" customWidth=\"1\"/></cols><sheetData>"
        )?;
        let mut book = Self { zip, row: String::new(), rows: 0 };
        book.begin_row()?;
        for (column, head) in heads.iter().enumerate() {
            book.text(column, head, BOLD);
        }
        book.end_row()?;
        Ok(book)
    }

    /// Adds a row.
    ///
    /// # Errors
    /// Excel holds no more rows.
    pub(crate) fn push(&mut self, cells: &[Cell]) -> io::Result<()> {
        self.begin_row()?;
        for (column, cell) in cells.iter().enumerate() {
            match cell {
                Cell::Nothing => {}
                Cell::Number(text) if keeps_its_digits(text) => self.number(column, text, 0),
                Cell::Day(day) => match serial(*day) {
                    Some(serial) => self.number(column, &serial.to_string(), DAY),
                    None => self.text(column, &day.to_string(), TEXT),
                },
                // An apostrophe of its own before a sign of formulas would be taken for a guard by who reads it.
                Cell::Text(text) if unguarded_start(text) != text => {
                    self.text(column, &format!("'{text}"), TEXT);
                }
                Cell::Text(text) | Cell::Number(text) => self.text(column, text, TEXT),
            }
        }
        self.end_row()
    }

    /// The file.
    pub(crate) fn finish(mut self) -> io::Result<Vec<u8>> {
        self.zip.write_all(b"</sheetData></worksheet>")?;
        Ok(self.zip.finish()?.into_inner())
    }

    fn begin_row(&mut self) -> io::Result<()> {
        if self.rows == ROWS_MAX {
            return Err(io::Error::other("a sheet has no more rows"));
        }
        self.rows += 1;
        self.row.clear();
        // Texts can always be written.
        let _ = write!(self.row, "<row r=\"{}\">", self.rows);
        Ok(())
    }

    fn end_row(&mut self) -> io::Result<()> {
        self.row.push_str("</row>");
        self.zip.write_all(self.row.as_bytes())
    }

    fn begin_cell(&mut self, column: usize, style: u8) {
        self.row.push_str("<c r=\"");
        push_letters(&mut self.row, column);
        let _ = write!(self.row, "{}\" s=\"{style}\"", self.rows);
    }

    fn number(&mut self, column: usize, number: &str, style: u8) {
        self.begin_cell(column, style);
        let _ = write!(self.row, "><v>{number}</v></c>");
    }

    fn text(&mut self, column: usize, text: &str, style: u8) {
        self.begin_cell(column, style);
        self.row.push_str(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        push_escaped(&mut self.row, text);
        self.row.push_str("</t></is></c>");
    }
}

/// Whether a decimal is the same after Excel has read it.
fn keeps_its_digits(text: &str) -> bool {
    let digits = text.trim_start_matches(['-', '0', '.']).bytes().filter(u8::is_ascii_digit);
    digits.count() <= DIGITS_MAX
}

/// The number of a day; `None` for one before March 1900, which Excel counts wrongly or not at all.
fn serial(day: NaiveDate) -> Option<i64> {
    let first = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    let serial = (day - first).num_days();
    (serial > 60).then_some(serial)
}

/// The name of a column: A to Z, AA and so on.
fn push_letters(name: &mut String, column: usize) {
    if column >= 26 {
        push_letters(name, column / 26 - 1);
    }
    name.push(char::from(b'A' + (column % 26) as u8));
}

/// Adds a text as XML, with what XML cannot hold as Excel writes it (`_x000B_`).
fn push_escaped(xml: &mut String, text: &str) {
    let mut length = 0;
    for (place, sign) in text.char_indices() {
        length += sign.len_utf16();
        if length > TEXT_MAX {
            return;
        }
        match sign {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '\n' | '\t' => xml.push(sign),
            '_' if is_escape(&text.as_bytes()[place..]) => xml.push_str("_x005F_"),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                let _ = write!(xml, "_x{:04X}_", u32::from(sign));
            }
            sign => xml.push(sign),
        }
    }
}

/// Whether a text begins with what Excel would read as a sign.
fn is_escape(text: &[u8]) -> bool {
    matches!(text, [b'_', b'x', digits @ .., ] if digits.len() >= 5
        && digits[..4].iter().all(u8::is_ascii_hexdigit) && digits[4] == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    fn sheet(rows: &[Vec<Cell>]) -> String {
        let mut book = Workbook::with_heads(&["Preis & Menge (a)".to_owned()]).unwrap();
        rows.iter().for_each(|row| book.push(row).unwrap());
        let mut archive = zip::ZipArchive::new(Cursor::new(book.finish().unwrap())).unwrap();
        let mut xml = String::new();
        archive.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut xml).unwrap();
        xml
    }

    #[test]
    fn numbers_are_numbers_days_are_days_and_texts_are_texts() {
        let day = |text: &str| Cell::Day(text.parse().unwrap());
        let xml = sheet(&[
            vec![
                Cell::Number("-1200.50".into()),
                Cell::Nothing,
                day("2026-11-22"),
                Cell::Text("=1+1".into()),
            ],
            vec![
                Cell::Number("1234567890.123456".into()),
                day("1900-02-28"),
                Cell::Text("'=1".into()),
                Cell::Text("'tis".into()),
            ],
        ]);
        for cell in [
            "<c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">Preis &amp; Menge (a)</t>",
            "<c r=\"A2\" s=\"0\"><v>-1200.50</v></c><c r=\"C2\" s=\"2\"><v>46348</v></c>",
            "<c r=\"D2\" s=\"3\" t=\"inlineStr\"><is><t xml:space=\"preserve\">=1+1</t>",
            // More digits than Excel keeps, and a day that it counts wrongly.
            "<c r=\"A3\" s=\"3\" t=\"inlineStr\"><is><t xml:space=\"preserve\">1234567890.123456</t>",
            "<c r=\"B3\" s=\"3\" t=\"inlineStr\"><is><t xml:space=\"preserve\">1900-02-28</t>",
            "preserve\">''=1</t>",
            "preserve\">'tis</t>",
        ] {
            assert!(xml.contains(cell), "{cell} in {xml}");
        }
        assert!(!xml.contains("<f>"), "there is no formula");
    }

    #[test]
    fn what_xml_cannot_hold_is_written_as_excel_does() {
        let mut xml = String::new();
        push_escaped(&mut xml, "a\u{b}b\r\n<_x000B_>_x00_&\u{ffff}😀");
        assert_eq!(xml, "a_x000B_b_x000D_\n&lt;_x005F_x000B_&gt;_x00_&amp;_xFFFF_😀");
        xml.clear();
        push_escaped(&mut xml, &"😀".repeat(20_000));
        assert_eq!(xml.chars().count(), TEXT_MAX / 2, "as many as a cell holds, and no half sign");
    }

    #[test]
    fn columns_have_their_letters() {
        let letters = |column| {
            let mut name = String::new();
            push_letters(&mut name, column);
            name
        };
        assert_eq!(
            [0, 25, 26, 51, 52, 701, 702].map(letters),
            ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
        );
    }

    #[test]
    fn a_full_sheet_takes_no_more_rows() {
        let mut book = Workbook::with_heads(&[]).unwrap();
        book.rows = ROWS_MAX - 1;
        assert!(book.push(&[]).is_ok());
        assert!(book.push(&[]).is_err());
    }
}
