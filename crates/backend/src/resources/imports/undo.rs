//! What an import has changed in a unit, and how that is taken back.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::http::Call;
use crate::http::answer::digest;
use crate::records::import::Undo;
use crate::records::kinds::{Activity, Answered, Used};
use crate::records::operation::Finished;
use crate::records::time::Latest;
use crate::records::{Document, Records, time};
use crate::resources::activities::{self, Entry};

/// What the service notes for itself, which goes on by itself.
const NOTED: &[&str] = &[Latest::KIND, Answered::KIND, Used::KIND, Finished::KIND];

/// What was changed in a unit up to now.
pub(crate) fn of(records: &Records, name: &str, was_empty: bool) -> Undo {
    let (mut before, mut after) = (BTreeMap::new(), BTreeMap::new());
    for (key, was, is) in records.differences() {
        before.insert(key.to_owned(), was.map(str::to_owned));
        if !NOTED.iter().any(|kind| key.split('/').next() == Some(kind)) {
            after.insert(key.to_owned(), is.map(|text| digest(text.as_bytes())));
        }
    }
    Undo { name: name.to_owned(), was_empty, activity: None, before, after }
}

impl Undo {
    /// Whether nothing was changed since.
    pub(crate) fn is_possible(&self, records: &Records) -> bool {
        let is_as_left = |(key, after): (&String, &Option<String>)| {
            records.text(key).map(|text| digest(text.as_bytes())) == *after
        };
        let last = records.ids_below(Activity::KIND, "").pop();
        self.after.iter().all(is_as_left) && last <= self.activity.as_deref()
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
