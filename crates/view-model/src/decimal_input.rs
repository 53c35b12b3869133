//! Reading a decimal that a person typed.
//!
//! "1.084" is one and a bit in English and one thousand eighty-four in German, and a rate or a price that is
//! wrong by a factor of a thousand looks plausible. So whatever can be read in two ways is refused
//! rather than guessed.

use rust_decimal::Decimal;
use std::str::FromStr;

/// Why a text is not a decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputProblem {
    /// It is something else.
    NotANumber,
    /// It is a number in one country and another number elsewhere.
    Ambiguous,
}

/// The decimal in `text`, where `sign` separates whole and fraction; `None` for an empty text.
///
/// The other one of point and comma is taken as that sign as well, unless exactly three digits follow it.
///
/// # Errors
/// [`InputProblem`] for anything else, and for what can be read in two ways.
pub fn decimal_with_sign(text: &str, sign: char) -> Result<Option<Decimal>, InputProblem> {
    // Spaces and apostrophes only ever group digits.
    let compact: String =
        text.chars().filter(|it| !it.is_whitespace() && !matches!(it, '\'' | '’')).collect();
    if compact.is_empty() {
        return Ok(None);
    }
    if compact.chars().any(|it| !it.is_ascii_digit() && !matches!(it, '.' | ',' | '-')) {
        return Err(InputProblem::NotANumber);
    }
    let plain = match fraction_sign(&compact, sign)? {
        Some(found) => {
            let (whole, fraction) = compact.split_once(found).unwrap_or((&compact, ""));
            format!("{}.{fraction}", ungrouped(whole)?)
        }
        None => ungrouped(&compact)?,
    };
    Decimal::from_str(&plain).map(Some).map_err(|_| InputProblem::NotANumber)
}

/// Which of point and comma separates whole and fraction in `text`, if one does.
fn fraction_sign(text: &str, sign: char) -> Result<Option<char>, InputProblem> {
    let points = text.matches('.').count();
    let commas = text.matches(',').count();
    match (points, commas) {
        (0, 0) => Ok(None),
        (1, 0) | (0, 1) => {
            let found = if points == 1 { '.' } else { ',' };
            let is_like_group = text.rsplit(found).next().is_some_and(|rest| rest.len() == 3);
            if found != sign && is_like_group {
                return Err(InputProblem::Ambiguous);
            }
            Ok(Some(found))
        }
        // One of them repeats, so that it groups; the other one, if there is one, comes once and last.
        (_, 0) | (0, _) => Ok(None),
        _ => {
            let last = text.rfind(['.', ',']).and_then(|at| text[at..].chars().next());
            match last {
                Some('.') if points == 1 => Ok(Some('.')),
                Some(',') if commas == 1 => Ok(Some(',')),
                _ => Err(InputProblem::NotANumber),
            }
        }
    }
}

/// `whole` without the signs between its groups, each of which must have three digits.
fn ungrouped(whole: &str) -> Result<String, InputProblem> {
    let mut groups = whole.split(['.', ',']);
    let first = groups.next().unwrap_or_default();
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.trim_start_matches('-').is_empty() {
            return Err(InputProblem::NotANumber);
        }
        digits.push_str(group);
    }
    Ok(digits)
}

#[cfg(test)]
mod tests {
    use super::InputProblem::{Ambiguous, NotANumber};
    use super::{InputProblem, decimal_with_sign};

    #[track_caller]
    fn check(sign: char, cases: &[(&str, Result<&str, InputProblem>)]) {
        for (text, expected) in cases {
            let read = decimal_with_sign(text, sign)
                .map(|decimal| decimal.map_or_else(String::new, |decimal| decimal.to_string()));
            assert_eq!(read.as_deref(), expected.as_ref().copied(), "{text:?} with {sign}");
        }
    }

    #[test]
    fn both_signs_are_understood_where_only_one_reading_exists() {
        check(
            '.',
            &[
                ("", Ok("")),
                ("12", Ok("12")),
                ("-12.50", Ok("-12.50")),
                ("12,5", Ok("12.5")),
                ("1.084", Ok("1.084")),
                ("1,234.50", Ok("1234.50")),
                ("1.234,50", Ok("1234.50")),
                ("1,234,567", Ok("1234567")),
                ("1 234 567.1", Ok("1234567.1")),
                ("1’234.5", Ok("1234.5")),
                (".5", Ok("0.5")),
            ],
        );
    }

    #[test]
    fn a_comma_decides_where_the_language_uses_it() {
        check(
            ',',
            &[("1,084", Ok("1.084")), ("1234.56", Ok("1234.56")), ("1.234.567", Ok("1234567"))],
        );
    }

    #[test]
    fn two_readings_are_refused() {
        check('.', &[("1,084", Err(Ambiguous))]);
        check(',', &[("1.084", Err(Ambiguous))]);
    }

    #[test]
    fn anything_else_is_not_a_number() {
        let cases =
            ["abc", "1e5", "1.2.3", "1,23,456", "1,2.3,4", "-", ".", "--1", "1.234,5.6", "½"];
        check('.', &cases.map(|text| (text, Err(NotANumber))));
    }
}
