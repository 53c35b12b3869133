//! A working copy of one unit's documents that remembers what was changed.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::json::Json;
use crate::problem::Problem;
use crate::reading;
use crate::store::{Change, Documents, Snapshot, Version};

/// A kind of document, which is a JSON object: its name is the first part of its keys.
pub(crate) trait Document: Serialize + DeserializeOwned {
    const KIND: &'static str;
}

/// A document before it is one of its kind.
type Object = Map<String, Value>;

/// The documents of one unit, read and changed by handlers and committed by the service.
#[derive(Clone, Debug)]
pub(crate) struct Records {
    version: Version,
    documents: Documents,
    changed: BTreeSet<String>,
}

impl Records {
    pub(crate) fn of(snapshot: Snapshot) -> Self {
        let Snapshot { version, documents } = snapshot;
        Self { version, documents, changed: BTreeSet::new() }
    }

    /// The commit that the copy was taken from.
    pub(crate) fn version(&self) -> Version {
        self.version
    }

    /// The document with this id, if there is one.
    ///
    /// # Errors
    /// 500 when what is stored cannot be read.
    pub(crate) fn get<T: Document>(&self, id: &str) -> Result<Option<T>, Problem> {
        match self.object(T::KIND, id)? {
            Some(object) => parse(id, object).map(Some),
            None => Ok(None),
        }
    }

    /// All documents of a kind in the order of their ids, each with its id.
    ///
    /// # Errors
    /// 500 when what is stored cannot be read.
    pub(crate) fn all<T: Document>(&self) -> Result<Vec<(String, T)>, Problem> {
        self.all_below("")
    }

    /// All documents of a kind whose id begins with a prefix.
    ///
    /// # Errors
    /// 500 when what is stored cannot be read.
    pub(crate) fn all_below<T: Document>(&self, prefix: &str) -> Result<Vec<(String, T)>, Problem> {
        let mut all = Vec::new();
        for (id, object) in self.objects_below(T::KIND, prefix)? {
            let document = parse(&id, object)?;
            all.push((id, document));
        }
        Ok(all)
    }

    // What follows is the same for every kind, and is compiled once.

    fn object(&self, kind: &str, id: &str) -> Result<Option<Object>, Problem> {
        let key = key(kind, id);
        self.documents.get(&key).map(|text| read(&key, text)).transpose()
    }

    fn objects_below(&self, kind: &str, prefix: &str) -> Result<Vec<(String, Object)>, Problem> {
        let start = key(kind, prefix);
        let mut all = Vec::new();
        for (key, text) in self.documents.range(start.clone()..) {
            if !key.starts_with(&start) {
                break;
            }
            all.push((key[kind.len() + 1..].to_owned(), read(key, text)?));
        }
        Ok(all)
    }

    /// Writes a document.
    pub(crate) fn put<T: Document>(&mut self, id: &str, document: &T) {
        self.put_value(T::KIND, id, document.to_json());
    }

    fn put_value(&mut self, kind: &str, id: &str, document: Value) {
        let (key, text) = (key(kind, id), document.to_string());
        if self.documents.get(&key) != Some(&text) {
            self.documents.insert(key.clone(), text);
            self.changed.insert(key);
        }
    }

    /// Removes a document.
    pub(crate) fn remove<T: Document>(&mut self, id: &str) {
        self.remove_key(key(T::KIND, id));
    }

    fn remove_key(&mut self, key: String) {
        if self.documents.remove(&key).is_some() {
            self.changed.insert(key);
        }
    }

    /// Removes the documents of a kind whose `expiresAt` has come, or which do not say when it does.
    /// Other than that they can be of any shape.
    ///
    /// # Errors
    /// 500 when what is stored cannot be read.
    pub(crate) fn forget_expired(&mut self, kind: &str, now: DateTime<Utc>) -> Result<(), Problem> {
        let start = format!("{kind}/");
        let mut expired = Vec::new();
        for (key, text) in self.documents.range(start.clone()..) {
            if !key.starts_with(&start) {
                break;
            }
            let expires_at = &read(key, text)?["expiresAt"];
            let expires_at = expires_at.as_str().and_then(|text| text.parse().ok());
            if expires_at.is_none_or(|at: DateTime<Utc>| at <= now) {
                expired.push(key.clone());
            }
        }
        for key in expired {
            self.remove_key(key);
        }
        Ok(())
    }

    /// What was changed since the copy was taken.
    pub(crate) fn changes(&self) -> Vec<Change> {
        let change = |key: &String| match self.documents.get(key) {
            Some(document) => Change::Put { key: key.clone(), document: document.clone() },
            None => Change::Remove { key: key.clone() },
        };
        self.changed.iter().map(change).collect()
    }

    /// The documents themselves, for filling a store.
    pub(crate) fn into_documents(self) -> Documents {
        self.documents
    }
}

fn key(kind: &str, id: &str) -> String {
    format!("{kind}/{id}")
}

/// By way of an object of values: code that reads values is a third of code that reads text, and
/// there is one for every kind of document.
fn parse<T: Document>(id: &str, object: Object) -> Result<T, Problem> {
    reading::from_value(Value::Object(object))
        .map_err(|error| Problem::unreadable(&key(T::KIND, id), error))
}

fn read(key: &str, text: &str) -> Result<Object, Problem> {
    match serde_json::from_str(text) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(_) => Err(Problem::unreadable(key, "expected an object")),
        Err(error) => Err(Problem::unreadable(key, error)),
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(PartialEq, Debug, Serialize, Deserialize)]
    struct Note {
        number: u32,
    }

    fn note(number: u32) -> Note {
        Note { number }
    }

    impl Document for Note {
        const KIND: &'static str = "note";
    }

    #[test]
    fn only_what_differs_is_a_change() {
        let mut records = Records::of(Snapshot::default());
        records.put("a/1", &note(1));
        records.put("b/1", &note(2));
        let snapshot =
            Snapshot { version: Version(1), documents: records.clone().into_documents() };
        assert_eq!(records.changes().len(), 2);

        let mut records = Records::of(snapshot);
        records.put("a/1", &note(1));
        records.remove::<Note>("c");
        assert_eq!(records.changes(), []);
        records.put("a/1", &note(3));
        records.remove::<Note>("b/1");
        assert_eq!(
            records.changes(),
            [
                Change::Put { key: "note/a/1".into(), document: r#"{"number":3}"#.into() },
                Change::Remove { key: "note/b/1".into() },
            ]
        );
        assert_eq!(records.all::<Note>(), Ok(vec![("a/1".into(), note(3))]));
        assert_eq!(records.all_below::<Note>("b"), Ok(vec![]));
        assert_eq!(records.get::<Note>("a/1"), Ok(Some(note(3))));
    }
}
