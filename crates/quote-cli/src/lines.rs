//! One request per line in, one answer per line out.
//!
//! A line that cannot be answered gives an error with its field or its number; the next line is
//! answered all the same. Blank lines are passed over.

use std::io::{self, BufRead, Write};

use calculator::json::{Line, answer};

/// How it went.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    AllAnswered,
    SomeFailed,
}

/// Answers every line.
pub(crate) fn answer_lines(
    mut requests: impl BufRead,
    mut answers: impl Write,
) -> io::Result<Outcome> {
    let mut outcome = Outcome::AllAnswered;
    let mut bytes = Vec::new();
    for number in 1_u64.. {
        bytes.clear();
        if requests.read_until(b'\n', &mut bytes)? == 0 {
            break;
        }
        // Text that is not UTF-8 becomes JSON that does not parse, and is answered as such.
        let text = String::from_utf8_lossy(&bytes);
        let text = text.trim_start_matches('\u{feff}').trim();
        if text.is_empty() {
            continue;
        }
        let Line { text, answered } = answer(text, number);
        answers.write_all(text.as_bytes())?;
        answers.write_all(b"\n")?;
        if !answered {
            outcome = Outcome::SomeFailed;
        }
    }
    answers.flush()?;
    Ok(outcome)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(input: &[u8]) -> (Outcome, Vec<String>) {
        let mut output = Vec::new();
        let outcome = answer_lines(input, &mut output).expect("memory does not fail");
        let text = String::from_utf8(output).expect("answers are UTF-8");
        (outcome, text.lines().map(str::to_owned).collect())
    }

    const GOOD: &str = concat!(
        r#"{"id":"r1","kind":"refund","policy":"partner-center-2020-08","on":"2020-10-01","#,
        r#""reservation":{"quantity":3,"term":"P1Y","billingPlan":"Upfront","currencyCode":"EUR","#,
        r#""unitPrice":"1200.00","purchaseDate":"2020-08-01","#,
        r#""reservedResourceType":"VirtualMachines","provisioningState":"Succeeded","used":true},"#,
        r#""returnQuantity":1,"usdRate":"1.18","ledger":[{"date":"2020-02-01","usd":"1500.00"}]}"#,
    );

    #[test]
    fn every_line_is_answered_in_order_and_a_bad_one_does_not_stop_the_rest() {
        let input = format!("\u{feff}{GOOD}\r\n\n{{not json\n{GOOD}");
        let (outcome, lines) = run(input.as_bytes());
        assert_eq!(outcome, Outcome::SomeFailed);
        assert_eq!(lines.len(), 3);
        assert!(lines[0].starts_with(r#"{"id":"r1","kind":"refund""#), "{}", lines[0]);
        assert!(lines[1].starts_with(r#"{"id":null,"line":3,"error":"#), "{}", lines[1]);
        assert_eq!(lines[0], lines[2]);
    }

    #[test]
    fn good_lines_end_well_and_bytes_that_are_not_text_are_named() {
        assert_eq!(run(GOOD.as_bytes()).0, Outcome::AllAnswered);
        assert_eq!(run(b""), (Outcome::AllAnswered, Vec::new()));
        let (outcome, lines) = run(b"\xff\xfe\n");
        assert_eq!(outcome, Outcome::SomeFailed);
        assert!(lines[0].starts_with(r#"{"id":null,"line":1,"#));
    }
}
