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
        let cases = [
            ("=1+1", "'=1+1"),
            ("+49 30", "'+49 30"),
            ("-2", "'-2"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("＝1", "'＝1"),
            ("＋1", "'＋1"),
            ("－1", "'－1"),
            ("＠A1", "'＠A1"),
            ("\t=1", "'\t'=1"),
            ("\r=1", "'\r'=1"),
            ("  =1", "  '=1"),
            ("=HYPERLINK(\"http://x\",\"y\")", "'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")"),
            // Where another program would cut.
            ("a,=1", "a,'=1"),
            ("a;=1", "a;'=1"),
            ("a; \"=1", "a; \"\"'=1"),
            ("a\n-1", "a\n'-1"),
            ("a\t＠1", "a\t'＠1"),
            // Not at the beginning they are what they are.
            ("a=b", "a=b"),
            ("2026-11-20", "2026-11-20"),
            ("quantity: 3 -> 1; renew: false -> true", "quantity: 3 -> 1; renew: false -> true"),
        ];
        for (cell, written) in cases {
            assert_eq!(
                csv([&vec![cell.to_owned()]]),
                format!("\u{feff}\"{written}\"\r\n"),
                "{cell:?}"
            );
        }
    }

    /// Every text of up to four signs, cut wherever any program may cut.
    #[test]
    fn no_part_of_a_cell_begins_like_a_formula() {
        const SIGNS: [char; 11] = ['=', '－', ',', ';', '\t', '\r', '\n', '"', ' ', '\'', 'a'];
        let mut cells = vec![String::new()];
        for _ in 0..4 {
            let longer = |cell: &String| SIGNS.map(|sign| format!("{cell}{sign}"));
            cells = cells.iter().flat_map(longer).collect();
            for cell in &cells {
                let file = csv([&vec!["x".to_owned(), cell.clone()]]);
                for part in file.split([',', ';', '\t', '\r', '\n']) {
                    let part =
                        part.trim_start_matches(|sign: char| sign.is_whitespace() || sign == '"');
                    assert!(!part.starts_with(['=', '－']), "{cell:?} as {file:?}");
                }
                let inner = file.trim_start_matches('\u{feff}').trim_end_matches("\r\n");
                let inner = inner.strip_prefix("\"x\",\"").and_then(|rest| rest.strip_suffix('"'));
                let inner = inner.expect("two cells in quotation marks").replace("\"\"", "\u{0}");
                assert!(!inner.contains('"'), "every quotation mark is doubled: {file:?}");
                let kept = inner.replace('\u{0}', "\"");
                assert_eq!(
                    kept.replace('\'', ""),
                    cell.replace('\'', ""),
                    "nothing else is changed"
                );
            }
        }
    }
}
