//! Tables for spreadsheets, as RFC 4180 describes them.
//!
//! The file begins with a byte order mark: without one, Excel takes UTF-8 for the code page of the system
//! and turns every ä into two signs. Other programs skip it.
//!
//! A spreadsheet takes a cell that begins with certain signs for a formula, whoever wrote it. Names and
//! reasons come from people, so such a cell gets an apostrophe in front, which spreadsheets read as "this is
//! text". Where a cell begins is for the program to say: many of Europe's cut at semicolons, and then the
//! quotation marks do not hold a cell together. So every place is guarded at which one could begin.

/// Tells readers that the file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// What a cell must not begin with, also in the width of East Asian letters. Tab and carriage return count
/// too, because spreadsheets skip them.
const FORMULA_SIGNS: [char; 10] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r'];

/// What some program may take for the end of a cell.
const SEPARATORS: [char; 5] = [',', ';', '\t', '\r', '\n'];

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

/// Adds a cell in quotation marks.
fn push(file: &mut String, cell: &str) {
    file.push('"');
    let mut begins = true;
    for sign in cell.chars() {
        if begins && FORMULA_SIGNS.contains(&sign) {
            file.push('\'');
        }
        if sign == '"' {
            file.push(sign);
        }
        file.push(sign);
        // Blanks and quotation marks are not what a cell is seen to begin with.
        begins = SEPARATORS.contains(&sign) || begins && (sign.is_whitespace() || sign == '"');
    }
    file.push('"');
}
