//! The cells of a sheet as rows of text, whatever kind of workbook they come from.

use calamine::{ExcelDateTime, ExcelDateTimeType};

use crate::Limits;

/// Rows with their numbers, from 1, in ascending order.
pub(crate) type Rows = Vec<(u64, Vec<SheetCell>)>;

/// The name of a sheet with its rows and whether later ones were left out, or why it cannot be read.
pub(super) type Holds = (String, Result<(Rows, bool), String>);

pub(super) const DAMAGED: &str = "is a damaged workbook, or cut off";
pub(super) const PASSWORD: &str = "is protected by a password: save it without one";
pub(super) const UNREADABLE_SHEET: &str = "is a sheet that cannot be read";

/// A cell of a sheet.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct SheetCell {
    pub(crate) text: String,
    /// Whether the workbook keeps it as a number, which is written with a point in `text`.
    pub(crate) is_number: bool,
}

impl SheetCell {
    pub(super) const fn text(text: String) -> Self {
        Self { text, is_number: false }
    }

    pub(super) fn bool(value: bool) -> Self {
        Self::text(value.to_string())
    }

    /// A number is floating point in a workbook; its shortest text is what was typed unless it had
    /// more than fifteen digits.
    pub(super) fn number(value: f64) -> Self {
        Self { text: value.to_string(), is_number: true }
    }

    /// A number as its format shows it: a date is days since the epoch of the workbook.
    pub(super) fn formatted(value: f64, format: Option<&NumberFormat>, is_1904: bool) -> Self {
        match format {
            Some(NumberFormat::Date) => {
                let moment = ExcelDateTime::new(value, ExcelDateTimeType::DateTime, is_1904);
                Self::text(date(&moment))
            }
            Some(NumberFormat::Number) | None => Self::number(value),
        }
    }
}

/// A moment as ISO 8601; a duration is its days.
pub(super) fn date(moment: &ExcelDateTime) -> String {
    if !moment.is_datetime() {
        return moment.as_f64().to_string();
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
}

/// What a format makes of a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum NumberFormat {
    Number,
    Date,
}

impl NumberFormat {
    /// The format with this number in every workbook, ECMA-376 part 1, 18.8.30; those of East Asia
    /// are dates as well.
    pub(super) const fn built_in(id: u16) -> Self {
        match id {
            14..=22 | 27..=36 | 50..=58 => Self::Date,
            _ => Self::Number,
        }
    }

    /// The format that is written like this. What stands in quotation marks or brackets, or behind
    /// a backslash, is shown as it is and asks for no part of a date.
    pub(super) fn of(code: &str) -> Self {
        let positive = code.split(';').next().unwrap_or_default();
        if positive.eq_ignore_ascii_case("general") {
            return Self::Number;
        }
        let mut letters = positive.chars();
        while let Some(letter) = letters.next() {
            match letter {
                '"' => drop(letters.by_ref().find(|it| *it == '"')),
                '[' => drop(letters.by_ref().find(|it| *it == ']')),
                '\\' | '_' | '*' => drop(letters.next()),
                'd' | 'D' | 'm' | 'M' | 'y' | 'Y' => return Self::Date,
                _ => {}
            }
        }
        Self::Number
    }
}

/// A sheet that is being read, within the limits.
pub(super) struct Grid<'a> {
    rows: Rows,
    limits: &'a Limits,
    /// Bytes that may still be held. A workbook names a long text many times and keeps it once, and a
    /// cell far to the right asks for all cells before it.
    left: u64,
    is_cut: bool,
    is_too_large: bool,
}

/// What a cell takes beside its text.
const CELL_BYTES: u64 = 16;

impl<'a> Grid<'a> {
    pub(super) const fn new(limits: &'a Limits) -> Self {
        let left = limits.inflated;
        Self { rows: Vec::new(), limits, left, is_cut: false, is_too_large: false }
    }

    /// Whether nothing more is taken.
    pub(super) const fn is_full(&self) -> bool {
        self.is_cut || self.is_too_large
    }

    /// Takes a cell; row and column count from 0. One without text is nothing.
    pub(super) fn put(&mut self, row: u32, column: u32, cell: SheetCell) {
        let column = column as usize;
        if cell.text.is_empty() || column >= self.limits.columns || self.is_full() {
            return;
        }
        let number = u64::from(row) + 1;
        let place = match self.rows.last() {
            Some((last, _)) if *last == number => Ok(self.rows.len() - 1),
            Some((last, _)) if *last > number => {
                self.rows.binary_search_by_key(&number, |(number, _)| *number)
            }
            _ => Err(self.rows.len()),
        };
        let place = match place {
            Ok(place) => place,
            Err(_) if self.rows.len() as u64 > self.limits.rows => {
                self.is_cut = true;
                return;
            }
            Err(place) => {
                self.rows.insert(place, (number, Vec::new()));
                place
            }
        };
        let cells = &mut self.rows[place].1;
        let more = (column + 1).saturating_sub(cells.len()) as u64;
        let bytes = more * CELL_BYTES + cell.text.len() as u64;
        let Some(left) = self.left.checked_sub(bytes) else {
            self.is_too_large = true;
            return;
        };
        self.left = left;
        if cells.len() <= column {
            cells.resize(column + 1, SheetCell::default());
        }
        cells[column] = cell;
    }

    /// The rows, and whether later ones were left out because there are too many.
    ///
    /// # Errors
    /// The sheet is too large to be held.
    pub(super) fn finish(self) -> Result<(Rows, bool), String> {
        if self.is_too_large {
            return Err(self.limits.inflates_too_much());
        }
        Ok((self.rows, self.is_cut))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_of_dates_are_told_from_those_of_numbers() {
        for code in ["yyyy\\-mm\\-dd", "m/d/yy h:mm", "[$-409]d-mmm-yy;@", "DD.MM.YYYY"] {
            assert_eq!(NumberFormat::of(code), NumberFormat::Date, "{code}");
        }
        let numbers =
            ["General", "0.00", "#,##0.00 \"day\"", "[Red]0", "0\\d", "#,##0_);[Red](\"y\")", ""];
        for code in numbers {
            assert_eq!(NumberFormat::of(code), NumberFormat::Number, "{code}");
        }
        assert_eq!(NumberFormat::built_in(14), NumberFormat::Date);
        assert_eq!(NumberFormat::built_in(4), NumberFormat::Number);
    }

    #[test]
    fn a_sheet_is_held_within_its_limits() {
        let limits = Limits { inflated: 1_000, rows: 2, columns: 9, ..Limits::default() };
        let filled = |cells: &[(u32, u32, usize)]| {
            let mut grid = Grid::new(&limits);
            for (row, column, length) in cells {
                grid.put(*row, *column, SheetCell::text("x".repeat(*length)));
            }
            grid.finish().map(|(rows, is_cut)| {
                (rows.iter().map(|(number, _)| *number).collect::<Vec<_>>(), is_cut)
            })
        };
        // Below the header so many rows are read, whatever their order.
        assert_eq!(filled(&[(5, 0, 1), (2, 1, 1), (5, 2, 1), (2, 9, 1)]), Ok((vec![3, 6], false)));
        assert_eq!(
            filled(&[(0, 0, 1), (1, 0, 1), (2, 0, 1), (3, 0, 1)]),
            Ok((vec![1, 2, 3], true))
        );
        assert_eq!(filled(&[(0, 0, 900), (1, 0, 900)]), Err("inflates to more than 0 MiB".into()));
    }
}
