//! Everything that is stored as one file, and everything replaced by what such a file holds.

use std::collections::BTreeMap;

use http::StatusCode;

use crate::http::{Answer, Call, Problem};
use crate::records::Records;
use crate::records::backup::{self, Flaw};
use crate::records::kinds::Restored;
use crate::records::store::{Contents, Snapshot, Unit, Version, Whole};

/// The largest accepted file: several hundred thousand reservations.
pub(crate) const BYTES_MAX: usize = 512 * 1024 * 1024;

const MEDIA_TYPE: &str = "application/jsonl; charset=utf-8";

pub(crate) fn write(whole: Whole, _: &mut Call<'_>) -> Result<Answer, Problem> {
    let file =
        Answer { status: StatusCode::OK, body: backup::write(whole), ..Answer::no_content() };
    Ok(file.with_header("content-type", MEDIA_TYPE))
}

/// What the store shall hold from now on. The file is checked to its end before anything is touched.
pub(crate) fn read(call: &mut Call<'_>) -> Result<BTreeMap<Unit, Contents>, Problem> {
    let mut contents = backup::read(call.body).map_err(|rejected| {
        let code = match rejected.flaw {
            Flaw::NotABackup => "NotABackup",
            Flaw::Newer => "NewerBackup",
            Flaw::Damaged => "DamagedBackup",
            Flaw::Truncated => "TruncatedBackup",
        };
        Problem::new(400, code, rejected.to_string()).of_field(format!("line {}", rejected.line))
    })?;
    if let Some(partner) = contents.get_mut(&Unit::Partner) {
        let documents = std::mem::take(&mut partner.documents);
        let mut records = Records::of(Snapshot { version: Version(0), documents });
        records.put(Restored::ID, &Restored { at: call.now });
        partner.documents = records.into_documents();
    }
    Ok(contents)
}
