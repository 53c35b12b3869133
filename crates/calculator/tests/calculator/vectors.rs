//! Every line of `tests/vectors/quotes.jsonl`: requests with what the answer must contain. Most
//! come from recorded answers of the real API, the others from documentation and the articles.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::common::{answer, differences};

#[test]
fn every_vector_is_answered_exactly() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors/quotes.jsonl");
    let text = fs::read_to_string(&path).expect("the vectors are part of the project");
    let mut wrong = Vec::new();
    for line in text.lines() {
        let vector: Value = serde_json::from_str(line).expect("a vector is JSON");
        let id = vector["request"]["id"].to_string();
        differences(&vector["expect"], &answer(&vector["request"]), &id, &mut wrong);
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
