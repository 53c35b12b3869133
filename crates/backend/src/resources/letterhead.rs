//! What stands at the head of letters to customers: kept once for the partner.

use serde_json::Value;

use crate::http::answer::etag;
use crate::http::{Answer, BodyField, Call, Problem};
use crate::records::partner::Letterhead;
use crate::records::{Records, json};
use crate::resources::activities::{self, Change, Entry};

const PATH: &str = "/providers/Prorata/letterhead";

/// The most characters of a name, of a line and of a contact.
const CHARACTERS_MAX: usize = 200;

/// The most lines of an address.
const LINES_MAX: usize = 8;

/// Before it was written, everything in it is empty.
pub(crate) fn get(partner: &mut Records, _: &mut Call<'_>) -> Result<Answer, Problem> {
    Ok(answer(&Letterhead::of(partner)?))
}

/// Writes it anew.
pub(crate) fn replace(partner: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let body = call.read_body()?;
    let body = BodyField::root(&body);
    let name = line(&body.at("name"))?;
    if name.is_empty() {
        body.at("name").text()?;
    }
    let address = body.at("address");
    let lines = address.items()?;
    if lines.len() > LINES_MAX {
        return Err(address.invalid(format!("must have at most {LINES_MAX} lines")));
    }
    let address = lines.iter().map(line).collect::<Result<_, _>>()?;
    let after = Letterhead { name, address, contact: line(&body.at("contact"))? };
    let before = Letterhead::of(partner)?;
    call.check_match(Some(&etag(&json!(before))))?;
    if before != after {
        partner.put(Letterhead::ID, &after);
        let changes = differences(&before, &after);
        activities::record(
            partner,
            call,
            Entry { target: PATH.to_owned(), changes, ..Entry::default() },
        );
    }
    Ok(answer(&after))
}

fn answer(letterhead: &Letterhead) -> Answer {
    let mut body = json!(letterhead);
    let etag = etag(&body);
    body["etag"] = Value::from(etag.as_str());
    Answer::ok(&body).with_etag(&etag)
}

/// A text without a break and without space around it; it may be empty.
fn line(field: &BodyField<'_>) -> Result<String, Problem> {
    let text = match field.value() {
        Value::Null => "",
        Value::String(text) => text.trim(),
        _ => return Err(field.invalid("must be a text")),
    };
    if text.chars().count() > CHARACTERS_MAX {
        return Err(field.invalid(format!("must have at most {CHARACTERS_MAX} characters")));
    }
    Ok(text.to_owned())
}

fn differences(before: &Letterhead, after: &Letterhead) -> Vec<Change> {
    let (before, after) = (json!(before), json!(after));
    let pair = |field: &'static str| (field, before[field].clone(), after[field].clone());
    let pairs = ["name", "address", "contact"].map(pair).into_iter();
    pairs.filter(|(_, before, after)| before != after).collect()
}
