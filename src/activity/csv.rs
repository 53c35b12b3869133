//! Tables for spreadsheets, as RFC 4180 describes them.
//!
//! The file begins with a byte order mark: without one, Excel takes UTF-8 for the code page of the system
//! and turns every ä into two signs. Other programs skip it.
//!
//! A spreadsheet takes a cell that begins with certain signs for a formula, whoever wrote it. Names and
//! reasons come from people, so such a cell gets an apostrophe in front, which spreadsheets read as "this is
//! text".

/// Tells readers that the file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// What a cell must not begin with. Tab and carriage return count too, because spreadsheets skip them.
const FORMULA_SIGNS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The rows as the text of a file.
#[must_use]
pub fn csv<'a>(rows: impl IntoIterator<Item = &'a Vec<String>>) -> String {
    let mut file = BYTE_ORDER_MARK.to_owned();
    for row in rows {
        for (place, cell) in row.iter().enumerate() {
            if place > 0 {
                file.push(',');
            }
            push(&mut file, cell);
        }
        file.push_str("\r\n");
    }
    file
}

/// Adds a cell, in quotation marks where it needs them.
fn push(file: &mut String, cell: &str) {
    let guard = if cell.starts_with(FORMULA_SIGNS) { "'" } else { "" };
    if cell.contains([',', '"', '\r', '\n']) {
        file.push('"');
        file.push_str(guard);
        file.push_str(&cell.replace('"', "\"\""));
        file.push('"');
    } else {
        file.push_str(guard);
        file.push_str(cell);
    }
}
