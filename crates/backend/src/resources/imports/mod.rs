//! Bringing in what a partner already has: facts are staged part by part, shown as what they would change,
//! and become records all at once or not at all.
//!
//! The words are those of [`portfolio::import`]. What takes more than one unit of records is the service's
//! business; here is what is done with each.

pub(crate) mod check;
pub(crate) mod merge;
pub(crate) mod undo;

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use portfolio::import::{Import, ImportState, KEPT_DAYS, PARTS_MAX, Start};
use portfolio::intake::{CustomerIntake, rows, tenant_of_name};

use crate::http::{Call, Problem, invisible};
use crate::records::import::{ImportRecord, StagedCustomer, StagedName, StagedNames};
use crate::records::{RecordError, Records, deserializer, wire};

/// Where imports are.
pub(crate) const PATH: &str = "/providers/Prorata/imports";
/// More files than anybody drops at once.
const FILES_MAX: usize = 500;
/// The longest name of a file that is kept.
const NAME_CHARS_MAX: usize = 200;
/// So many imports are listed after they have been committed.
const LISTED_MAX: usize = 50;

/// What can be asked of an import.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Step {
    List,
    Start,
    Stage,
    Get,
    Changes,
    Commit,
    Progress,
    Cancel,
    Discard,
    Undo,
}

impl Step {
    /// Whether it takes more than the list of imports and what is known of commits that are under way. Whoever
    /// follows a commit asks for those again and again.
    pub(crate) fn reads_customers(self) -> bool {
        !matches!(self, Self::List | Self::Progress | Self::Cancel)
    }
}

/// All imports, the newest first.
pub(crate) fn all(partner: &Records) -> Vec<(String, ImportRecord)> {
    let mut all: Vec<(String, ImportRecord)> = Vec::new();
    for (id, import) in partner.all::<ImportRecord>() {
        let place = all.partition_point(|(_, known)| known.started_at >= import.started_at);
        all.insert(place, (id, import));
    }
    all
}

/// The import that the path names.
///
/// # Errors
/// 404 when there is none.
pub(crate) fn find(partner: &Records, call: &Call<'_>) -> Result<(String, ImportRecord), Problem> {
    let id = call.param("import").to_owned();
    let missing = || Problem::new(404, "NotFound", format!("The import '{id}' was not found."));
    let import = partner.get(&id)?.ok_or_else(missing)?;
    Ok((id, import))
}

/// The import that the path names, before it is committed.
///
/// # Errors
/// 404 when there is none, 409 when it was committed.
pub(crate) fn open(partner: &Records, call: &Call<'_>) -> Result<(String, ImportRecord), Problem> {
    let (id, import) = find(partner, call)?;
    match import.state {
        ImportState::Staged => Ok((id, import)),
        ImportState::Committed | ImportState::Undone => {
            Err(Problem::wrong_state("The import was committed before."))
        }
    }
}

/// The import that was committed last, if it is not taken back.
pub(crate) fn last_committed(partner: &Records) -> Option<String> {
    let all = partner.all::<ImportRecord>().into_iter();
    let committed = all.filter(|(_, import)| import.committed_at.is_some());
    let (id, last) = committed.max_by_key(|(_, import)| import.committed_at)?;
    (last.state == ImportState::Committed).then_some(id)
}

/// An import as it is answered.
pub(crate) fn to_wire(partner: &Records, id: &str, import: &ImportRecord) -> Import {
    Import {
        id: id.to_owned(),
        state: import.state,
        started_at: wire::timestamp(import.started_at),
        committed_at: import.committed_at.map(wire::timestamp),
        by: import.by.clone(),
        files: import.files.clone(),
        start_empty: import.start_empty,
        parts: import.parts.len().try_into().unwrap_or(PARTS_MAX),
        counts: import.counts,
        can_be_undone: last_committed(partner).as_deref() == Some(id),
    }
}

/// Starts an import. Its id is returned.
///
/// # Errors
/// 400 for what does not start one.
pub(crate) fn start(partner: &mut Records, call: &mut Call<'_>) -> Result<String, Problem> {
    let body = if call.body.is_empty() { crate::records::json!({}) } else { call.read_json()? };
    let start = deserializer::from_value::<Start>(body);
    let Start { mut files, start_empty } =
        start.map_err(|error| Problem::invalid("body", error))?;
    if files.len() > FILES_MAX {
        return Err(Problem::invalid("files", format!("are more than {FILES_MAX}")));
    }
    for file in &mut files {
        for text in [&mut file.name, &mut file.kind] {
            *text = invisible::cleaned(text).chars().take(NAME_CHARS_MAX).collect();
        }
    }
    let id = call.new_guid();
    let import = ImportRecord {
        state: ImportState::Staged,
        started_at: call.now,
        committed_at: None,
        by: call.caller.name.clone(),
        files,
        start_empty,
        parts: Vec::new(),
        counts: None,
    };
    partner.put(&id, &import);
    let done = all(partner).into_iter().filter(|(_, import)| import.state != ImportState::Staged);
    for (id, _) in done.skip(LISTED_MAX).collect::<Vec<_>>() {
        partner.remove::<ImportRecord>(&id);
    }
    Ok(id)
}

/// Imports that nobody has committed for so long that nobody will.
pub(crate) fn forgotten(partner: &Records, now: DateTime<Utc>) -> Vec<(String, ImportRecord)> {
    let mut all = all(partner);
    all.retain(|(_, import)| {
        import.state == ImportState::Staged
            && (now - import.started_at).abs() > TimeDelta::days(KEPT_DAYS)
    });
    all
}

/// The number of the part that the path names.
///
/// # Errors
/// 400 for what is no number, or too large.
pub(crate) fn part_number(call: &Call<'_>) -> Result<u32, Problem> {
    let number = call.param("part").parse().ok().filter(|number| *number < PARTS_MAX);
    number.ok_or_else(|| {
        Problem::invalid("part", format!("must be a whole number below {PARTS_MAX}"))
    })
}

/// The tenant under which a customer is staged: its own, or the one that stands for its name.
pub(crate) fn staged_as(customer: &CustomerIntake) -> String {
    let by_name = || tenant_of_name(customer.name.as_deref().unwrap_or_default());
    customer.tenant_id.clone().unwrap_or_else(by_name)
}

/// Makes a part of what is staged, in place of what it was.
pub(crate) fn stage(part: &mut Records, customers: Vec<CustomerIntake>) {
    part.clear();
    let mut together: BTreeMap<String, CustomerIntake> = BTreeMap::new();
    for customer in customers {
        let key = staged_as(&customer);
        join(together.entry(key).or_default(), customer);
    }
    let mut customers = Vec::new();
    for (key, customer) in together {
        let name = customer.name.clone().unwrap_or_default();
        let decided = customer.reservations.iter().filter(|facts| facts.is_decided);
        customers.push(StagedName {
            key: key.clone(),
            name,
            is_tenant: customer.tenant_id.is_some(),
            decided: decided.filter_map(|facts| facts.id.clone()).collect(),
        });
        part.put(&key, &StagedCustomer { rows: rows::write(&[customer]) });
    }
    part.put(StagedNames::ID, &StagedNames { customers });
}

/// Adds what else is said of a customer.
pub(crate) fn join(customer: &mut CustomerIntake, other: CustomerIntake) {
    customer.tenant_id = customer.tenant_id.take().or(other.tenant_id);
    customer.name = customer.name.take().or(other.name);
    customer.reservations.extend(other.reservations);
    customer.bookings.extend(other.bookings);
}

/// What all parts say of a customer, out of its documents.
///
/// # Errors
/// Fails when one of them cannot be read.
pub(crate) fn customer_of(key: &str, texts: &[String]) -> Result<CustomerIntake, RecordError> {
    let mut customer = CustomerIntake::default();
    for text in texts {
        let StagedCustomer { rows } = crate::records::documents::parse(key, text)?;
        let parts = rows::read(&rows)
            .map_err(|bad| RecordError::unreadable(key, format!("line {} is no row", bad.line)))?;
        parts.into_iter().for_each(|part| join(&mut customer, part));
    }
    Ok(customer)
}
