//! Tables for spreadsheets, as RFC 4180 describes them.
//!
//! The file begins with a byte order mark: without one, Excel takes UTF-8 for the code page of the system
//! and turns every ä into two signs. Other programs skip it.
//!
//! No cell becomes a formula ([`spreadsheet`]).

use chrono::NaiveDate;
use portfolio::spreadsheet;

/// Tells readers that the file is UTF-8.
pub(crate) const BYTE_ORDER_MARK: &str = "\u{feff}";

/// What stands in a cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Cell {
    /// What somebody has written, or an id.
    Text(String),
    /// A plain decimal with a point.
    Number(String),
    /// A UTC day.
    Day(NaiveDate),
    /// Nothing.
    Nothing,
}

/// How people of a region write, and so how their Excel reads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Manner {
    separator: char,
    decimal: char,
    /// The form of days, in signs of `chrono`.
    day: &'static str,
}

impl Manner {
    /// What every program reads the same.
    pub const PLAIN: Self = Self { separator: ',', decimal: '.', day: "%Y-%m-%d" };

    /// The manner of a locale, a BCP 47 tag. [CLDR 45: list separators as Windows has them]
    #[must_use]
    pub fn of_locale(locale: &str) -> Self {
        let of = |separator, decimal, day| Self { separator, decimal, day };
        let lower = locale.to_ascii_lowercase();
        let language = lower.split('-').next().unwrap_or_default();
        match (language, lower.as_str()) {
            (_, "de-ch" | "de-li") => of(';', '.', "%d.%m.%Y"),
            ("de", _) => of(';', ',', "%d.%m.%Y"),
            ("nl", _) => of(';', ',', "%d-%m-%Y"),
            ("sv", _) => of(';', ',', "%Y-%m-%d"),
            ("zh", _) => of(',', '.', "%Y/%m/%d"),
            (_, "en" | "en-us") => of(',', '.', "%m/%d/%Y"),
            ("en", _) => of(',', '.', "%d/%m/%Y"),
            _ => Self::PLAIN,
        }
    }
}

/// The rows as the text of a file.
#[must_use]
pub fn csv<'a>(rows: impl IntoIterator<Item = &'a Vec<String>>) -> String {
    let rows = rows.into_iter().map(|row| row.iter().cloned().map(Cell::Text).collect());
    BYTE_ORDER_MARK.to_owned() + &delimited(&Manner::PLAIN, rows)
}

/// The rows in a manner, without what a file begins with.
pub(crate) fn delimited(manner: &Manner, rows: impl Iterator<Item = Vec<Cell>>) -> String {
    let mut file = String::new();
    for row in rows {
        for (place, cell) in row.iter().enumerate() {
            if place > 0 {
                file.push(manner.separator);
            }
            push(&mut file, manner, cell);
        }
        file.push_str("\r\n");
    }
    file
}

/// Adds a cell in quotation marks.
fn push(file: &mut String, manner: &Manner, cell: &Cell) {
    let text = match cell {
        Cell::Text(text) => spreadsheet::guarded(text).into_owned(),
        // What is below zero is a number all the same.
        Cell::Number(text) => text.replace('.', &manner.decimal.to_string()),
        Cell::Day(day) => day.format(manner.day).to_string(),
        Cell::Nothing => String::new(),
    };
    file.push('"');
    for sign in text.chars() {
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
    fn excel_reads_what_its_reader_writes() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 4).expect("a day");
        let row = vec![
            Cell::Number("-1200.50".into()),
            Cell::Day(day),
            Cell::Nothing,
            Cell::Text("-1".into()),
        ];
        let cases = [
            ("de-DE", "\"-1200,50\";\"04.03.2026\";\"\";\"'-1\""),
            ("de-CH", "\"-1200.50\";\"04.03.2026\";\"\";\"'-1\""),
            ("sv", "\"-1200,50\";\"2026-03-04\";\"\";\"'-1\""),
            ("nl-BE", "\"-1200,50\";\"04-03-2026\";\"\";\"'-1\""),
            ("zh-CN", "\"-1200.50\",\"2026/03/04\",\"\",\"'-1\""),
            ("en-US", "\"-1200.50\",\"03/04/2026\",\"\",\"'-1\""),
            ("en-GB", "\"-1200.50\",\"04/03/2026\",\"\",\"'-1\""),
        ];
        for (locale, written) in cases {
            let file = delimited(&Manner::of_locale(locale), std::iter::once(row.clone()));
            assert_eq!(file, format!("{written}\r\n"), "{locale}");
        }
    }

    #[test]
    fn no_cell_can_become_a_formula() {
        let cell = "=HYPERLINK(\"http://x\",\"y\");=1".to_owned();
        let written = "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\");'=1\"";
        assert_eq!(csv([&vec![cell]]), format!("\u{feff}{written}\r\n"));
    }
}
