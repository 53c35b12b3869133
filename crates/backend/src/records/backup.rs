//! Everything that is stored as one file, and back.
//!
//! JSON Lines: first the format, then a line for each document in the order of units and keys, last how many
//! there were. Each line begins with a checksum of all lines up to it, itself included, so that a line that
//! is changed, lost, twice there or elsewhere is noticed where it happens.
//!
//! ```text
//! {"sum":"…","prorataBackup":1}
//! {"sum":"…","unit":"partner","key":"account/facts","document":"{\"format\":1,…}"}
//! {"sum":"…","units":1,"documents":1}
//! ```
//!
//! Invariant: the same documents make the same file, byte for byte. So nothing is in it that a restore
//! changes: what was answered to changes lately, and that something was restored.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::{Map, Value};

use crate::records::documents::Document;
use crate::records::format;
use crate::records::json::Json;
use crate::records::kinds::{Answered, Restored};
use crate::records::pack::{checksum, checksum_on};
use crate::records::partner::Account;
use crate::records::store::{Contents, Unit, Whole};

/// The format that this build writes.
const FORMAT: u64 = 1;
/// The field of the first line with the number of the format.
const FORMAT_FIELD: &str = "prorataBackup";
/// What every line begins with, before the sixteen digits of its sum.
const BEGIN: &str = "{\"sum\":\"";
/// What stands after them.
const AFTER_SUM: &str = "\",";
const SUM_DIGITS: usize = 16;

/// Kinds of documents that are about the store and not about what it holds.
const LEFT_OUT: [&str; 2] = [Answered::KIND, Restored::KIND];

/// Why a file is not restored.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Flaw {
    /// It does not begin as a backup does.
    NotABackup,
    /// The backup, or a document in it, was written by a newer release.
    Newer,
    /// A line is not the one that was written.
    Damaged,
    /// The last line is missing.
    Truncated,
}

/// What is wrong with a file, and in which line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Rejected {
    pub(crate) flaw: Flaw,
    /// From 1.
    pub(crate) line: usize,
    pub(crate) why: String,
}

impl fmt::Display for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.why)
    }
}

/// The file of everything that a store holds.
pub(crate) fn write(whole: Whole) -> Vec<u8> {
    let mut file = File { text: Vec::new(), sum: Sum::default() };
    file.line(&[(FORMAT_FIELD, &FORMAT)]);
    let (mut units, mut documents) = (0_u64, 0_u64);
    // Each document is let go of as soon as it is written: there may be very many.
    for (unit, snapshot) in whole.units {
        let mut is_empty = true;
        for (key, text) in snapshot.documents.into_iter().filter(|(key, _)| !is_left_out(key)) {
            file.line(&[("unit", &unit.key()), ("key", &key), ("document", &text)]);
            documents += 1;
            is_empty = false;
        }
        units += u64::from(!is_empty);
    }
    file.line(&[("units", &units), ("documents", &documents)]);
    file.text
}

/// What a store held when the file was written.
///
/// # Errors
/// Fails for anything but a whole and unchanged file of a format that this build knows.
pub(crate) fn read(file: &[u8]) -> Result<BTreeMap<Unit, Contents>, Rejected> {
    let mut contents: BTreeMap<Unit, Contents> = BTreeMap::new();
    let mut sum = Sum::default();
    let mut count = 0_u64;
    let mut ended_at = None;
    let mut lines = 0;
    for (number, line) in (1..).zip(file.split_inclusive(|byte| *byte == b'\n')) {
        lines = number;
        let reject = |flaw, why: &str| Err(Rejected { flaw, line: number, why: why.to_owned() });
        if ended_at.is_some() {
            return reject(Flaw::Damaged, "there is more after the last line of the backup");
        }
        if number == 1 {
            check_first(line)?;
        }
        if line.last() != Some(&b'\n') {
            return reject(Flaw::Truncated, "the file ends in the middle of this line");
        }
        let Some(fields) = sum.checked(line) else {
            return reject(Flaw::Damaged, "its checksum says that it was changed");
        };
        let text = |name: &str| fields.get(name).and_then(Value::as_str).unwrap_or_default();
        if fields.contains_key("unit") {
            let (unit, key, document) =
                (Unit::from_key(text("unit")), text("key"), text("document"));
            if !unit.is_well_formed() || key.is_empty() || is_left_out(key) {
                return reject(Flaw::Damaged, "no such document is ever stored");
            }
            if format::is_newer(document) {
                return reject(Flaw::Newer, "a newer release has written this document");
            }
            let last = contents.last_key_value();
            let last =
                last.map(|(unit, it)| (unit, it.documents.last_key_value().map(|(key, _)| key)));
            if last.is_some_and(|last| last >= (&unit, Some(&key.to_owned()))) {
                return reject(Flaw::Damaged, "it is not where it belongs");
            }
            let documents = &mut contents.entry(unit).or_default().documents;
            documents.insert(key.to_owned(), document.to_owned());
            count += 1;
        } else if number > 1 {
            let said = |name: &str| fields.get(name).and_then(Value::as_u64);
            let units = contents.len() as u64;
            if (said("units"), said("documents")) != (Some(units), Some(count)) {
                return reject(Flaw::Damaged, "there are not as many documents as it says");
            }
            ended_at = Some(number);
        }
    }
    let account = format!("{}/{}", Account::KIND, Account::ID);
    let has_account =
        contents.get(&Unit::Partner).is_some_and(|it| it.documents.contains_key(&account));
    match ended_at {
        None if lines == 0 => Err(not_a_backup()),
        None => {
            let why = "the file ends after this line, and the backup does not".to_owned();
            Err(Rejected { flaw: Flaw::Truncated, line: lines, why })
        }
        // Without it everything would soon be replaced by the demonstration.
        Some(line) if !has_account => {
            let why = "the partner's account is not in it".to_owned();
            Err(Rejected { flaw: Flaw::Damaged, line, why })
        }
        Some(_) => Ok(contents),
    }
}

/// Whether the first line is that of a backup, and of which format: that of a newer one may be written in
/// another way.
fn check_first(line: &[u8]) -> Result<(), Rejected> {
    const FIRST_BYTES_MAX: usize = 1_024;
    let start = &line[..line.len().min(FIRST_BYTES_MAX)];
    let first: Value = serde_json::from_slice(start).unwrap_or_default();
    match first.get(FORMAT_FIELD).and_then(Value::as_u64) {
        Some(FORMAT) => Ok(()),
        Some(newer) => {
            let why = format!("format {newer} is newer than {FORMAT}, the newest known here");
            Err(Rejected { flaw: Flaw::Newer, line: 1, why })
        }
        // Of the file there is hardly anything.
        None if line.starts_with(BEGIN.as_bytes()) && line.last() != Some(&b'\n') => Ok(()),
        None => Err(not_a_backup()),
    }
}

fn not_a_backup() -> Rejected {
    let why = "the file does not begin as a backup of Prorata does".to_owned();
    Rejected { flaw: Flaw::NotABackup, line: 1, why }
}

fn is_left_out(key: &str) -> bool {
    let kind = key.split('/').next().unwrap_or_default();
    LEFT_OUT.contains(&kind)
}

/// A file that is being written.
struct File {
    text: Vec<u8>,
    sum: Sum,
}

impl File {
    fn line(&mut self, fields: &[(&str, &dyn Json)]) {
        let mut rest = String::new();
        for (name, value) in fields {
            let begin = if rest.is_empty() { "" } else { "," };
            rest += &format!("{begin}\"{name}\":{}", value.to_json());
        }
        rest += "}\n";
        self.sum.add(rest.as_bytes());
        self.text.extend_from_slice(BEGIN.as_bytes());
        self.text.extend_from_slice(self.sum.digits().as_bytes());
        self.text.extend_from_slice(AFTER_SUM.as_bytes());
        self.text.extend_from_slice(rest.as_bytes());
    }
}

/// The checksum of the lines so far.
struct Sum(u64);

impl Default for Sum {
    fn default() -> Self {
        Self(checksum(&[]))
    }
}

impl Sum {
    fn add(&mut self, text: &[u8]) {
        self.0 = checksum_on(self.0, text);
    }

    fn digits(&self) -> String {
        format!("{:016x}", self.0)
    }

    /// Adds a line of a file, and answers its fields if it is the one that was written.
    fn checked(&mut self, line: &[u8]) -> Option<Map<String, Value>> {
        let rest = line.strip_prefix(BEGIN.as_bytes())?;
        let (digits, rest) = rest.split_at_checked(SUM_DIGITS)?;
        let rest = rest.strip_prefix(AFTER_SUM.as_bytes())?;
        self.add(rest);
        match serde_json::from_slice(line) {
            Ok(Value::Object(fields)) if digits == self.digits().as_bytes() => Some(fields),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::store::{Snapshot, Version};

    fn whole(units: &[(&str, &[(&str, &str)])]) -> Whole {
        let unit = |(unit, documents): &(&str, &[(&str, &str)])| {
            let documents = documents.iter().map(|(key, text)| ((*key).into(), (*text).into()));
            (Unit::from_key(unit), Snapshot { version: Version(7), documents: documents.collect() })
        };
        Whole { version: Version(7), units: units.iter().map(unit).collect() }
    }

    const TENANT: &str = "0b8b1e02-6a3f-4d7b-9a41-6e5b7c1d2f30";

    fn example() -> Vec<u8> {
        write(whole(&[
            (
                "partner",
                &[
                    ("account/facts", r#"{"format":1,"partnerName":"Ä \"quoted\" 林"}"#),
                    ("odd/é", "not even JSON\n{"),
                    ("request/1", "{}"),
                    ("restored/facts", "{}"),
                ],
            ),
            (TENANT, &[("customer/facts", "{}"), ("order/1", "{}")]),
            ("quotes-0b8b1e02-6a3f-4d7b-9a41-6e5b7c1d2f30", &[]),
        ]))
    }

    fn restored(contents: BTreeMap<Unit, Contents>) -> Whole {
        let snapshot = |it: Contents| Snapshot { version: Version(9), documents: it.documents };
        let units = contents.into_iter().map(|(unit, contents)| (unit, snapshot(contents)));
        Whole { version: Version(9), units: units.collect() }
    }

    fn flaw(file: &[u8]) -> (Flaw, usize) {
        let rejected = read(file).expect_err("a flaw");
        assert!(rejected.to_string().starts_with(&format!("line {}: ", rejected.line)));
        (rejected.flaw, rejected.line)
    }

    #[test]
    fn what_is_read_is_written_the_same() {
        let file = example();
        let contents = read(&file).expect("a whole backup");
        assert_eq!(contents.len(), 2, "a unit without documents is none");
        assert_eq!(
            contents[&Unit::Partner].documents.len(),
            2,
            "what is about the store stays there"
        );
        assert_eq!(write(restored(contents)), file);
        let lines = String::from_utf8(file).expect("a text");
        assert_eq!(lines.lines().count(), 6);
        assert!(lines.lines().all(|line| serde_json::from_str::<Value>(line).is_ok()));
    }

    /// Every byte, changed and left out, and every end that the file could come to.
    #[test]
    fn no_damage_passes() {
        let file = example();
        for place in 0..file.len() {
            let line = 1 + file[..place].iter().filter(|byte| **byte == b'\n').count();
            let cut = flaw(&file[..place]);
            assert!(cut.1 <= line, "the end at {place}: {cut:?}");
            for wrong in [file[place] ^ 1, file[place] ^ 0x80, b'\n'] {
                let mut damaged = file.clone();
                damaged[place] = wrong;
                assert!(damaged == file || (1..=line).contains(&flaw(&damaged).1), "{place}");
            }
            let mut shorter = file.clone();
            shorter.remove(place);
            assert!((1..=line).contains(&flaw(&shorter).1), "without {place}");
        }
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        let file = example();
        let lines: Vec<&[u8]> = file.split_inclusive(|byte| *byte == b'\n').collect();
        let of =
            |places: &[usize]| places.iter().flat_map(|place| lines[*place]).copied().collect();
        let cases: [(Vec<u8>, Flaw, usize); 9] = [
            (of(&[]), Flaw::NotABackup, 1),
            (b"Name;Kunde\n".to_vec(), Flaw::NotABackup, 1),
            (of(&[1, 2, 3, 4, 5]), Flaw::NotABackup, 1),
            (of(&[0, 2, 3, 4, 5]), Flaw::Damaged, 2),
            (of(&[0, 2, 1, 3, 4, 5]), Flaw::Damaged, 2),
            (of(&[0, 1, 1, 2, 3, 4, 5]), Flaw::Damaged, 3),
            (of(&[0, 1, 2]), Flaw::Truncated, 3),
            (of(&[0, 1, 2, 3, 4, 5, 5]), Flaw::Damaged, 7),
            (br#"{"prorataBackup":2,"else":"where"}"#.to_vec(), Flaw::Newer, 1),
        ];
        for (file, expected, line) in cases {
            assert_eq!(flaw(&file), (expected, line), "{}", String::from_utf8_lossy(&file));
        }
        let newer: &[(&str, &str)] = &[("account/facts", r#"{"format":2}"#)];
        assert_eq!(flaw(&write(whole(&[("partner", newer)]))), (Flaw::Newer, 2));
        let nobody: &[(&str, &str)] = &[("settings/partner", "{}")];
        assert_eq!(flaw(&write(whole(&[("partner", nobody)]))), (Flaw::Damaged, 3));
        for stray in ["", "somebody", "a/b", "quotes-"] {
            assert_eq!(
                flaw(&write(whole(&[(stray, &[("a/b", "{}")])]))).0,
                Flaw::Damaged,
                "{stray}"
            );
        }
    }
}
