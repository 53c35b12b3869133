use prorata::ui::InputProblem::{Ambiguous, NotANumber};
use prorata::ui::{InputProblem, decimal_with_sign};
use wasm_bindgen_test::wasm_bindgen_test;

#[track_caller]
fn check(sign: char, cases: &[(&str, Result<&str, InputProblem>)]) {
    for (text, expected) in cases {
        let read = decimal_with_sign(text, sign)
            .map(|decimal| decimal.map_or_else(String::new, |decimal| decimal.to_string()));
        assert_eq!(read.as_deref(), expected.as_ref().copied(), "{text:?} with {sign}");
    }
}

#[wasm_bindgen_test]
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

#[wasm_bindgen_test]
fn a_comma_decides_where_the_language_uses_it() {
    check(',', &[("1,084", Ok("1.084")), ("1234.56", Ok("1234.56")), ("1.234.567", Ok("1234567"))]);
}

#[wasm_bindgen_test]
fn two_readings_are_refused() {
    check('.', &[("1,084", Err(Ambiguous))]);
    check(',', &[("1.084", Err(Ambiguous))]);
}

#[wasm_bindgen_test]
fn anything_else_is_not_a_number() {
    let cases = ["abc", "1e5", "1.2.3", "1,23,456", "1,2.3,4", "-", ".", "--1", "1.234,5.6", "½"];
    check('.', &cases.map(|text| (text, Err(NotANumber))));
}
