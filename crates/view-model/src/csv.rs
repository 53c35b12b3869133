//! Tables for spreadsheets, as RFC 4180 describes them.
//!
//! The file begins with a byte order mark: without one, Excel takes UTF-8 for the code page of the system
//! and turns every ä into two signs. Other programs skip it.
//!
//! No cell becomes a formula ([`spreadsheet`]).

use portfolio::spreadsheet;

/// Tells readers that the file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

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
    for sign in spreadsheet::guarded(cell).chars() {
        if sign == '"' {
            file.push(sign);
        }
        file.push(sign);
    }
    file.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cell_is_quoted() {
        let cases = [
            ("plain", "\"plain\""),
            ("", "\"\""),
            ("a,b", "\"a,b\""),
            ("say \"hi\"", "\"say \"\"hi\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("two\r\nlines", "\"two\r\nlines\""),
            ("Ärger 林", "\"Ärger 林\""),
        ];
        for (cell, written) in cases {
            assert_eq!(csv([&vec![cell.to_owned()]]), format!("\u{feff}{written}\r\n"), "{cell:?}");
        }
        let rows = [vec!["a".to_owned(), "b".to_owned()], vec!["c".to_owned(), String::new()]];
        assert_eq!(csv(&rows), "\u{feff}\"a\",\"b\"\r\n\"c\",\"\"\r\n");
    }

    #[test]
    fn no_cell_can_become_a_formula() {
        let cell = "=HYPERLINK(\"http://x\",\"y\");=1".to_owned();
        let written = "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\");'=1\"";
        assert_eq!(csv([&vec![cell]]), format!("\u{feff}{written}\r\n"));
    }
}
