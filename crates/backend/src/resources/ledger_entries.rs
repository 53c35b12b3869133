//! Cancellations that no booking tells of: entered by hand, so that the yearly limit is not thought to be
//! emptier than it is.
//!
//! They are listed with what was booked as well (`consumption.rs`), since every reader of bookings counts
//! them; here they are written.

use calculator::{Currency, Money};
use http::StatusCode;
use serde_json::Value;

use crate::http::answer::etag;
use crate::http::{Answer, BodyField, Call, Problem, page};
use crate::records::transaction::{self, ManualEntry};
use crate::records::{Customer, Records, json, wire};
use crate::resources::activities::{self, Entry};

const PATH: &str = "/providers/Prorata/ledgerEntries";

/// The most entries of one customer.
const ENTRIES_MAX: usize = 1_000;
/// The most bytes of a source.
const SOURCE_BYTES_MAX: usize = 1_000;

impl ManualEntry {
    fn to_wire(&self, id: &str) -> Value {
        let mut row = json!({
            "id": format!("{PATH}/{id}"),
            "name": id,
            "type": "Prorata/ledgerEntries",
            "properties": {
                "date": self.date,
                "usd": self.usd.to_string(),
                "source": self.source,
                "enteredAt": wire::timestamp(self.entered_at),
            },
        });
        if let Some(usd) = self.commitment_usd {
            row["properties"]["commitmentUsd"] = usd.to_string().into();
        }
        let tag = etag(&row);
        row["etag"] = tag.into();
        row
    }

    fn etag(&self, id: &str) -> String {
        self.to_wire(id)["etag"].as_str().unwrap_or_default().to_owned()
    }
}

/// An entry as one of what was booked: a cancellation of which only day and amount are known.
pub(crate) fn as_transaction(id: &str, entry: &ManualEntry) -> Value {
    json!({
        "id": format!("{PATH}/{id}"),
        "name": id,
        "type": "Prorata/ledgerEntries",
        "properties": {
            "eventDate": format!("{}T00:00:00Z", entry.date),
            "eventType": "Cancel",
            "description": entry.source,
            "amount": wire::number(-entry.usd),
            "currency": Currency::USD,
        },
    })
}

pub(crate) fn list(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    Customer::of(records)?;
    let entries = records.every::<ManualEntry>()?;
    let rows: Vec<Value> = entries.iter().map(|(id, entry)| entry.to_wire(id)).collect();
    Ok(Answer::ok(&page(&rows, call)?))
}

pub(crate) fn put(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let body = call.read_body()?;
    let id = call.param("entry").to_lowercase();
    Customer::of(records)?.check_agreement()?;
    if !azure::is_guid(&id) {
        let message = format!("The name of a ledger entry must be a GUID, '{id}' is none.");
        return Err(Problem::new(400, "InvalidLedgerEntryName", message));
    }
    let entry = read(call, &BodyField::root(&body).at("properties"))?;
    let before: Option<ManualEntry> = records.get(&id)?;
    call.check_match(before.as_ref().map(|before| before.etag(&id)).as_deref())?;
    let status = match &before {
        Some(_) => StatusCode::OK,
        None if records.every::<ManualEntry>()?.len() >= ENTRIES_MAX => {
            let message = format!("A customer has at most {ENTRIES_MAX} ledger entries.");
            return Err(Problem::new(409, "TooManyLedgerEntries", message));
        }
        None => StatusCode::CREATED,
    };
    if before.as_ref().is_some_and(|before| is_same(before, &entry)) {
        return Ok(answer(StatusCode::OK, &id, before.as_ref().unwrap_or(&entry)));
    }
    records.put(&id, &entry);
    // What a limit cannot count is refused as a whole.
    transaction::ledger(records, call.today())?;
    record(records, call, &id, before.as_ref(), Some(&entry));
    Ok(answer(status, &id, &entry))
}

/// What is not there need not be removed.
pub(crate) fn remove(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let id = call.param("entry").to_lowercase();
    Customer::of(records)?.check_agreement()?;
    let Some(before) = records.get::<ManualEntry>(&id)? else { return Ok(Answer::no_content()) };
    call.check_match(Some(&before.etag(&id)))?;
    records.remove::<ManualEntry>(&id);
    record(records, call, &id, Some(&before), None);
    Ok(answer(StatusCode::OK, &id, &before))
}

fn answer(status: StatusCode, id: &str, entry: &ManualEntry) -> Answer {
    Answer::json(status, &entry.to_wire(id)).with_etag(&entry.etag(id))
}

fn is_same(one: &ManualEntry, other: &ManualEntry) -> bool {
    let stated = |entry: &ManualEntry| (entry.date, entry.usd, entry.commitment_usd);
    stated(one) == stated(other) && one.source == other.source
}

fn read(call: &Call<'_>, field: &BodyField<'_>) -> Result<ManualEntry, Problem> {
    let date = field.at("date");
    let day = azure::parse_day(date.text()?)
        .ok_or_else(|| date.invalid(calculator::Problem::NotADate))?;
    if day > call.today() {
        return Err(date.invalid("must not be after today"));
    }
    let amount = |usd: &BodyField<'_>| {
        let amount = Money::from_decimal(usd.decimal()?, Currency::USD)
            .map_err(|problem| usd.invalid(problem))?;
        if amount.is_zero() {
            return Err(usd.invalid("must be more than zero"));
        }
        Ok(amount.to_decimal())
    };
    let usd = amount(&field.at("usd"))?;
    let commitment = field.at("commitmentUsd");
    let commitment_usd = match commitment.value() {
        Value::Null => None,
        _ => Some(amount(&commitment)?),
    };
    let source = field.at("source");
    let text = source.text()?.trim();
    if text.len() > SOURCE_BYTES_MAX {
        return Err(source.invalid("is too long"));
    }
    Ok(ManualEntry {
        date: day,
        usd,
        commitment_usd,
        source: text.to_owned(),
        entered_at: call.now,
    })
}

/// Who entered, changed or removed it, and what it said.
fn record(
    records: &mut Records,
    call: &mut Call<'_>,
    id: &str,
    before: Option<&ManualEntry>,
    after: Option<&ManualEntry>,
) {
    let row = |entry: Option<&ManualEntry>| entry.map_or(Value::Null, |entry| entry.to_wire(id));
    let changes = activities::differences(
        &row(before),
        &row(after),
        &["date", "usd", "commitmentUsd", "source"],
    );
    let target = format!("{PATH}/{id}");
    activities::record(records, call, Entry { target, changes, quote: None });
}
