//! Every line of `tests/vectors/quotes.jsonl`: requests with what the answer must contain. Most
//! come from recorded answers of the real API, the others from documentation and the articles.

use std::fs;
use std::path::Path;

use serde_json::Value;

#[test]
fn every_vector_is_answered_exactly() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors/quotes.jsonl");
    let text = fs::read_to_string(&path).expect("the vectors are part of the project");
    let mut wrong = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let vector: Value = serde_json::from_str(line).expect("a vector is JSON");
        let answer = calculator::json::answer(&vector["request"].to_string(), number);
        let answer: Value = serde_json::from_str(&answer.text).expect("an answer is JSON");
        compare(&vector["expect"], &answer, &vector["request"]["id"].to_string(), &mut wrong);
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Every field under `expected` must be in `actual` with exactly that value.
fn compare(expected: &Value, actual: &Value, path: &str, wrong: &mut Vec<String>) {
    match (expected, actual) {
        (Value::Object(fields), Value::Object(_)) => {
            for (name, expected) in fields {
                compare(expected, &actual[name], &format!("{path}.{name}"), wrong);
            }
        }
        (Value::Array(expected), Value::Array(actual)) if expected.len() == actual.len() => {
            for (place, (expected, actual)) in expected.iter().zip(actual).enumerate() {
                compare(expected, actual, &format!("{path}[{place}]"), wrong);
            }
        }
        _ if expected == actual => {}
        _ => wrong.push(format!("{path}: expected {expected}, got {actual}")),
    }
}
