//! What an import has changed in a unit, and how that is taken back.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::http::Call;
use crate::http::answer::digest;
use crate::records::import::Undo;
use crate::records::kinds::{Activity, Answered, Used};
use crate::records::operation::Finished;
use crate::records::pack::{checksum, checksum_on};
use crate::records::time::Latest;
use crate::records::{Document, Records, time};
use crate::resources::activities::{self, Entry};

/// What the service notes for itself, which goes on by itself.
const NOTED: &[&str] = &[Latest::KIND, Answered::KIND, Used::KIND, Finished::KIND];

/// What was changed in a unit up to now.
pub(crate) fn of(records: &Records, name: &str, was_empty: bool) -> Undo {
    let mut undo = Undo {
        name: name.to_owned(),
        was_empty,
        activity: None,
        before: BTreeMap::new(),
        after: BTreeMap::new(),
        whole: was_empty.then(|| digest_of(records)),
    };
    if was_empty {
        return undo;
    }
    for (key, was, is) in records.differences() {
        undo.before.insert(key.to_owned(), was.map(str::to_owned));
        if !is_noted(key) {
            undo.after.insert(key.to_owned(), is.map(|text| digest(text.as_bytes())));
        }
    }
    undo
}

/// Whether the service notes it for itself, or it is the entry that tells of the import.
fn is_noted(key: &str) -> bool {
    let kind = key.split('/').next().unwrap_or_default();
    NOTED.contains(&kind)
}

/// The digest of all records, save for what goes on by itself.
fn digest_of(records: &Records) -> String {
    let told = records
        .texts()
        .filter(|(key, _)| !is_noted(key) && key.split('/').next() != Some(Activity::KIND));
    let sum = told.fold(checksum(&[]), |sum, (key, text)| {
        checksum_on(checksum_on(sum, key.as_bytes()), text.as_bytes())
    });
    format!("{sum:016x}")
}

impl Undo {
    /// Whether nothing was changed since.
    pub(crate) fn is_possible(&self, records: &Records) -> bool {
        let is_as_left = |(key, after): (&String, &Option<String>)| {
            records.text(key).map(|text| digest(text.as_bytes())) == *after
        };
        let last = records.ids_below(Activity::KIND, "").pop();
        self.after.iter().all(is_as_left)
            && self.whole.as_ref().is_none_or(|whole| *whole == digest_of(records))
            && last <= self.activity.as_deref()
    }

    /// Makes everything what it was. Where the import is recorded, so is that it was taken back.
    pub(crate) fn take_back(self, records: &mut Records, call: &mut Call<'_>, target: &str) {
        if self.was_empty {
            return records.clear();
        }
        for (key, text) in self.before {
            records.restore(&key, text);
        }
        if self.activity.is_none() {
            return;
        }
        let changes = vec![("undone", Value::Bool(false), Value::Bool(true))];
        let entry = Entry { target: target.to_owned(), changes, ..Entry::default() };
        activities::record(records, call, entry);
        time::note(records, call.now);
    }
}
