//! A working copy of one unit's documents that remembers what was changed.
//!
//! Every document is a JSON object. Its first field is the number of the format that it was written
//! in, see [`format`]; fields that this build does not know stay when it writes the document again. A
//! document that cannot be read is set aside: it is no obstacle to reading the others, and stays as it
//! is until somebody removes it.

use std::any::Any;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Bound;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::records::deserializer::{self, Unreadable};
use crate::records::error::RecordError;
use crate::records::format;
use crate::records::json::Json;
use crate::records::pack::PACK;
use crate::records::store::{Change, Documents, Snapshot, Version};

/// A kind of document, which is a JSON object: its name is the first part of its keys.
pub(crate) trait Document:
    Serialize + DeserializeOwned + Clone + Send + Sync + 'static
{
    const KIND: &'static str;

    /// Whether a working copy keeps what it has read of this kind: an import looks at each several times.
    const IS_KEPT: bool = false;

    /// What makes the document unusable although it has all its fields.
    fn flaw(&self) -> Option<&'static str> {
        None
    }
}

/// Why a pack stands among the documents.
pub(crate) const LOST: &str = "nobody can tell which documents it held";

/// A document before it is one of its kind.
pub(crate) type Object = Map<String, Value>;

/// The documents of one unit, read and changed by handlers and committed by the service.
#[derive(Clone, Default, Debug)]
pub(crate) struct Records {
    version: Version,
    documents: Documents,
    /// What was changed, with what it was before.
    changed: BTreeMap<String, Option<String>>,
    /// What was read, of the kinds that are kept.
    kept: Kept,
    /// What was put and has no text yet, while texts are put off. A document that was not there before has an
    /// empty one for so long.
    put_off: Option<BTreeMap<String, PutOff>>,
}

/// A document of any kind.
type AnyDocument = Arc<dyn Any + Send + Sync>;

/// Documents by their keys, as they were read or put.
#[derive(Default)]
struct Kept(Mutex<BTreeMap<String, AnyDocument>>);

impl Kept {
    fn all(&self) -> MutexGuard<'_, BTreeMap<String, AnyDocument>> {
        // Every change is made in one step that cannot panic half-way.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clone for Kept {
    fn clone(&self) -> Self {
        Self(Mutex::new(self.all().clone()))
    }
}

impl fmt::Debug for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.all().keys()).finish()
    }
}

/// A document that has no text yet, and how it gets one.
#[derive(Clone)]
struct PutOff {
    document: AnyDocument,
    to_json: fn(&AnyDocument) -> Value,
    known_of: fn(Object) -> Option<Value>,
}

impl fmt::Debug for PutOff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PutOff")
    }
}

impl Records {
    pub(crate) fn of(snapshot: Snapshot) -> Self {
        let Snapshot { version, documents } = snapshot;
        Self { version, documents, ..Self::default() }
    }

    /// From now on what is put gets its text no sooner than [`settle`](Self::settle) asks for it: whoever only
    /// wants to know what would change never does. Until then texts and changes are not those that will be.
    pub(crate) fn put_off_texts(&mut self) {
        self.put_off.get_or_insert_default();
    }

    /// Gives everything its text that was put off.
    pub(crate) fn settle(&mut self) {
        for (key, put_off) in self.put_off.take().unwrap_or_default() {
            self.settle_one(key, put_off);
        }
    }

    fn settle_one(&mut self, key: String, PutOff { document, to_json, known_of }: PutOff) {
        self.unplace(&key);
        self.put_value(key.clone(), to_json(&document), known_of);
        self.kept.all().insert(key, document);
    }

    /// Takes the empty text away that stands for one that was put off. Whether there was one is returned.
    fn unplace(&mut self, key: &str) -> bool {
        let is_place = self.documents.get(key).is_some_and(String::is_empty);
        if is_place {
            self.documents.remove(key);
        }
        is_place
    }

    /// Whether a document was read or put, so that it can be read.
    pub(crate) fn is_kept(&self, key: &str) -> bool {
        self.kept.all().contains_key(key)
    }

    /// The commit that the copy was taken from.
    pub(crate) fn version(&self) -> Version {
        self.version
    }

    /// The document with this id, if there is one.
    ///
    /// # Errors
    /// Fails when what is stored cannot be read.
    pub(crate) fn get<T: Document>(&self, id: &str) -> Result<Option<T>, RecordError> {
        let key = key(T::KIND, id);
        if T::IS_KEPT
            && let Some(kept) = self.kept.all().get(&key)
        {
            return Ok(kept.downcast_ref::<T>().cloned());
        }
        let Some(text) = self.documents.get(&key) else {
            return self.check_packs().map(|()| None);
        };
        let document: T = parse(&key, text)?;
        if T::IS_KEPT {
            self.kept.all().insert(key, Arc::new(document.clone()));
        }
        Ok(Some(document))
    }

    /// All documents of a kind that can be read, in the order of their ids, each with its id.
    pub(crate) fn all<T: Document>(&self) -> Vec<(String, T)> {
        self.all_below("")
    }

    /// All documents of a kind whose id begins with a prefix, as far as they can be read.
    pub(crate) fn all_below<T: Document>(&self, prefix: &str) -> Vec<(String, T)> {
        let mut all = Vec::new();
        for id in self.ids_below(T::KIND, prefix) {
            if let Ok(Some(document)) = self.get(id) {
                all.push((id.to_owned(), document));
            }
        }
        all
    }

    /// All documents of a kind, for where leaving one out would tell something untrue.
    ///
    /// # Errors
    /// Fails when one of them cannot be read.
    pub(crate) fn every<T: Document>(&self) -> Result<Vec<(String, T)>, RecordError> {
        self.check_packs()?;
        let mut all = Vec::new();
        for id in self.ids_below(T::KIND, "") {
            all.extend(self.get(id)?.map(|document| (id.to_owned(), document)));
        }
        Ok(all)
    }

    /// Writes a document.
    pub(crate) fn put<T: Document>(&mut self, id: &str, document: &T) {
        let key = key(T::KIND, id);
        // What cannot be used must not seem to be read.
        if !T::IS_KEPT || document.flaw().is_some() {
            return self.put_value(key, document.to_json(), known_of::<T>);
        }
        let document: AnyDocument = Arc::new(document.clone());
        self.put_kept(key, PutOff { document, to_json: json_of::<T>, known_of: known_of::<T> });
    }

    /// Removes a document.
    pub(crate) fn remove<T: Document>(&mut self, id: &str) {
        self.remove_key(&key(T::KIND, id));
    }

    /// Writes a document that will be forgotten at a time.
    pub(crate) fn put_until<T: Document>(&mut self, id: &str, until: DateTime<Utc>, document: &T) {
        self.put(&id_until(id, until), document);
    }

    /// Removes the document with this id that will be forgotten, if there is one.
    pub(crate) fn remove_until<T: Document>(&mut self, id: &str) {
        if let Some((whole, _)) = self.find_until(T::KIND, id) {
            self.remove_key(&key(T::KIND, whole));
        }
    }

    /// The document with this id that will be forgotten, if there is one, and when it will be.
    ///
    /// # Errors
    /// Fails when what is stored cannot be read.
    pub(crate) fn get_until<T: Document>(
        &self,
        id: &str,
    ) -> Result<Option<(DateTime<Utc>, T)>, RecordError> {
        let Some((whole, until)) = self.find_until(T::KIND, id) else {
            return self.check_packs().map(|()| None);
        };
        Ok(self.get(whole)?.map(|document| (until, document)))
    }

    // What follows is the same for every kind, and is compiled once.

    fn put_kept(&mut self, key: String, document: PutOff) {
        let Some(put_off) = &mut self.put_off else { return self.settle_one(key, document) };
        self.documents.entry(key.clone()).or_default();
        self.kept.all().insert(key.clone(), Arc::clone(&document.document));
        put_off.insert(key, document);
    }

    /// Refuses to say that something is not there which may be in a pack that cannot be read.
    fn check_packs(&self) -> Result<(), RecordError> {
        // Asked for everything that is not there, in an import several times for each record.
        let keys = self.documents.range::<str, _>((Bound::Included(PACK), Bound::Unbounded));
        let mut keys = keys.map(|(key, _)| key).take_while(|key| key.starts_with(PACK));
        match keys.find(|key| key[PACK.len()..].starts_with('/')) {
            Some(key) => Err(RecordError::unreadable(key, LOST)),
            None => Ok(()),
        }
    }

    /// The ids of a kind that begin with a prefix, whether their documents can be read or not.
    pub(crate) fn ids_below(&self, kind: &str, prefix: &str) -> Vec<&str> {
        let start = key(kind, prefix);
        let from = (Bound::Included(start.as_str()), Bound::Unbounded);
        let keys = self.documents.range::<str, _>(from).map(|(key, _)| key);
        keys.take_while(|key| key.starts_with(&start)).map(|key| &key[kind.len() + 1..]).collect()
    }

    /// The whole id of a document that will be forgotten, and when.
    pub(crate) fn find_until(&self, kind: &str, id: &str) -> Option<(&str, DateTime<Utc>)> {
        self.ids_below(kind, "").into_iter().find_map(|whole| {
            let (until, rest) = whole.split_once('/')?;
            let until = DateTime::from_timestamp_millis(until.parse().ok()?)?;
            (rest == id).then_some((whole, until))
        })
    }

    /// Forgets what was to be forgotten by now, and of a kind the oldest beyond a number.
    pub(crate) fn forget(&mut self, kind: &str, now: DateTime<Utc>, count_max: usize) {
        let ids = self.ids_below(kind, "");
        let over = id_until("", now);
        let due = ids.partition_point(|id| **id < *over).max(ids.len().saturating_sub(count_max));
        let due: Vec<String> = ids[..due].iter().map(|id| key(kind, id)).collect();
        due.iter().for_each(|key| self.remove_key(key));
    }

    /// Everything that is stored: keys and texts.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.documents.iter().map(|(key, text)| (key.as_str(), text.as_str()))
    }

    /// Whether nothing is stored.
    pub(crate) fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }

    /// Refuses to change what a newer build has written.
    ///
    /// # Errors
    /// Fails when there is a document in a newer format.
    pub(crate) fn check_format(&self) -> Result<(), RecordError> {
        match self.texts().find(|(_, text)| format::is_newer(text)) {
            Some((key, _)) => Err(RecordError::NewerFormat { key: key.to_owned() }),
            None => Ok(()),
        }
    }

    /// Writes the text of one document under the key of another, with all of its fields.
    pub(crate) fn copy(&mut self, (kind, id): (&str, &str), (to_kind, to_id): (&str, &str)) {
        let from = key(kind, id);
        if let Some(put_off) = self.put_off.as_mut().and_then(|all| all.remove(&from)) {
            self.settle_one(from, put_off);
        }
        if let Some(text) = self.documents.get(&key(kind, id)).cloned() {
            self.write(key(to_kind, to_id), text);
        }
    }

    fn put_value(&mut self, key: String, document: Value, known_of: fn(Object) -> Option<Value>) {
        let mut document = document;
        if let Some(text) = self.documents.get(&key)
            && let Ok(before) = read(&key, text)
            && let Some(known) = known_of(before.clone())
        {
            format::keep_unknown(&Value::Object(before), &known, &mut document);
        }
        self.write(key, format::written(&document));
    }

    fn write(&mut self, key: String, text: String) {
        self.forget_kept(&key);
        if self.documents.get(&key) != Some(&text) {
            let before = self.documents.insert(key.clone(), text);
            self.changed.entry(key).or_insert(before);
        }
    }

    /// Removes a document by its whole key.
    pub(crate) fn remove_key(&mut self, key: &str) {
        if self.forget_kept(key) {
            return;
        }
        if let Some(before) = self.documents.remove(key) {
            self.changed.entry(key.to_owned()).or_insert(Some(before));
        }
    }

    /// Keeps nothing of a document any more. Whether it was not there but for what was put off is returned.
    fn forget_kept(&mut self, key: &str) -> bool {
        self.kept.all().remove(key);
        let was_put_off = self.put_off.as_mut().and_then(|all| all.remove(key)).is_some();
        was_put_off && self.unplace(key)
    }

    /// What was changed since the copy was taken.
    pub(crate) fn changes(&self) -> Vec<Change> {
        if self.documents.is_empty() && !self.changed.is_empty() {
            return vec![Change::RemoveAll];
        }
        let change = |key: &String| match self.documents.get(key) {
            Some(document) => Change::Put { key: key.clone(), document: document.clone() },
            None => Change::Remove { key: key.clone() },
        };
        self.changed.keys().map(change).collect()
    }

    /// What was changed since the copy was taken, with its text before and now. What is again as it was is
    /// none of it.
    pub(crate) fn differences(&self) -> impl Iterator<Item = (&str, Option<&str>, Option<&str>)> {
        let pair = |(key, before): &'_ (&String, &Option<String>)| {
            self.documents.get(*key).map(String::as_str) != before.as_deref()
        };
        self.changed.iter().filter(pair).map(|(key, before)| {
            (key.as_str(), before.as_deref(), self.documents.get(key).map(String::as_str))
        })
    }

    /// The text of a document by its whole key.
    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        self.documents.get(key).map(String::as_str)
    }

    /// Makes a document what it was, by its whole key.
    pub(crate) fn restore(&mut self, key: &str, text: Option<String>) {
        match text {
            Some(text) => self.write(key.to_owned(), text),
            None => self.remove_key(key),
        }
    }

    /// Removes everything.
    pub(crate) fn clear(&mut self) {
        let keys: Vec<String> = self.documents.keys().cloned().collect();
        keys.iter().for_each(|key| self.remove_key(key));
    }

    /// The documents themselves, for filling a store.
    pub(crate) fn into_documents(self) -> Documents {
        self.documents
    }
}

fn key(kind: &str, id: &str) -> String {
    format!("{kind}/{id}")
}

/// Fifteen digits of milliseconds are enough until the year 33658, and order as numbers do.
fn id_until(id: &str, until: DateTime<Utc>) -> String {
    format!("{:015}/{id}", until.timestamp_millis())
}

/// A document of its kind.
///
/// By way of an object of values: code that reads values is a third of code that reads text, and
/// there is one for every kind of document.
///
/// # Errors
/// Fails when it cannot be read.
pub(crate) fn parse<T: Document>(key: &str, text: &str) -> Result<T, RecordError> {
    of_object(read(key, text)?).map_err(|flaw| unreadable(key, &flaw))
}

/// What is the same for every kind is not compiled for each.
#[cold]
#[inline(never)]
fn unreadable(key: &str, flaw: &Unreadable) -> RecordError {
    RecordError::unreadable(key, flaw)
}

fn of_object<T: Document>(object: Object) -> Result<T, Unreadable> {
    let document: T = deserializer::from_value(Value::Object(object))?;
    match document.flaw() {
        Some(flaw) => Err(Unreadable::new(flaw)),
        None => Ok(document),
    }
}

fn json_of<T: Document>(document: &AnyDocument) -> Value {
    document.downcast_ref::<T>().map(Json::to_json).unwrap_or_default()
}

/// What this build knows of a document.
fn known_of<T: Document>(object: Object) -> Option<Value> {
    of_object::<T>(object).ok().map(|document| document.to_json())
}

/// # Errors
/// 409 for anything but an object.
pub(crate) fn read(key: &str, text: &str) -> Result<Object, RecordError> {
    // Bodies are bytes, and a reader of texts would be another one.
    match serde_json::from_slice(text.as_bytes()) {
        Ok(Value::Object(mut object)) => {
            object.remove(format::FIELD);
            Ok(object)
        }
        Ok(_) => Err(RecordError::unreadable(key, "expected an object")),
        Err(error) => Err(RecordError::unreadable(key, error)),
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
    struct Note {
        number: u32,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pages: Vec<Page>,
    }

    #[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
    struct Page {
        title: String,
    }

    fn note(number: u32) -> Note {
        Note { number, pages: Vec::new() }
    }

    impl Document for Note {
        const KIND: &'static str = "note";

        fn flaw(&self) -> Option<&'static str> {
            (self.number == 13).then_some("thirteen")
        }
    }

    /// One of a kind of which a working copy keeps what it reads.
    #[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
    struct Leaf {
        number: u32,
    }

    impl Document for Leaf {
        const KIND: &'static str = "leaf";
        const IS_KEPT: bool = true;

        fn flaw(&self) -> Option<&'static str> {
            (self.number == 13).then_some("thirteen")
        }
    }

    #[test]
    fn texts_that_are_put_off_are_those_that_there_would_have_been() {
        let change = |records: &mut Records| {
            records.put("new", &Leaf { number: 1 });
            records.put("new", &Leaf { number: 2 });
            records.put("gone", &Leaf { number: 3 });
            records.remove::<Leaf>("gone");
            records.put("old", &Leaf { number: 4 });
            records.copy(("leaf", "old"), ("leaf", "copied"));
            records.put("old", &Leaf { number: 5 });
            records.remove::<Leaf>("other");
            records.put("same", &Leaf { number: 7 });
            records.put("flawed", &Leaf { number: 13 });
            let ids: Vec<String> =
                records.ids_below("leaf", "").into_iter().map(str::to_owned).collect();
            let read = |id: &String| records.get::<Leaf>(id).map_err(|error| error.to_string());
            ids.iter().map(|id| (id.clone(), read(id))).collect::<Vec<_>>()
        };
        let documents = [
            ("leaf/old", r#"{"format":1,"number":9,"later":true}"#),
            ("leaf/other", r#"{"format":1,"number":8}"#),
            ("leaf/same", r#"{"format":1,"number":7}"#),
        ];
        let (mut at_once, mut later) = (stored(&documents), stored(&documents));
        later.put_off_texts();
        assert_eq!(change(&mut at_once), change(&mut later));
        let settled = later.clone();
        for mut later in [later, settled] {
            later.settle();
            assert!(later.texts().eq(at_once.texts()));
            assert!(later.differences().eq(at_once.differences()));
            assert_eq!(later.text("leaf/old"), Some(r#"{"format":1,"later":true,"number":5}"#));
        }
    }

    fn stored(documents: &[(&str, &str)]) -> Records {
        let documents = documents.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        Records::of(Snapshot { version: Version(1), documents })
    }

    #[test]
    fn only_what_differs_is_a_change() {
        let mut records = Records::default();
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
                Change::Put {
                    key: "note/a/1".into(),
                    document: r#"{"format":1,"number":3}"#.into()
                },
                Change::Remove { key: "note/b/1".into() },
            ]
        );
        assert_eq!(records.all::<Note>(), vec![("a/1".into(), note(3))]);
        assert_eq!(records.all_below::<Note>("b"), vec![]);
        assert_eq!(records.get::<Note>("a/1"), Ok(Some(note(3))));
    }

    #[test]
    fn what_cannot_be_read_is_set_aside() {
        let deep = format!("{}{}", r#"{"x":"#.repeat(200), "}".repeat(200));
        let mut records = stored(&[
            ("note/1", r#"{"number":1}"#),
            ("note/2", "{"),
            ("note/3", r#"{"number":"three"}"#),
            ("note/4", "[]"),
            ("note/5", &deep),
            ("note/6", r#"{"format":1,"number":13}"#),
            ("note/7", r#"{"format":1,"number":7}"#),
        ]);
        let numbers = |records: &Records| -> Vec<u32> {
            records.all::<Note>().iter().map(|(_, note)| note.number).collect()
        };
        assert_eq!(numbers(&records), [1, 7]);
        assert_eq!(records.ids_below("note", "").len(), 7);
        for id in ["2", "3", "4", "5", "6"] {
            let error = records.get::<Note>(id).expect_err(id);
            assert!(matches!(error, RecordError::Unreadable { .. }), "{id}");
            assert!(records.every::<Note>().is_err());
            records.remove::<Note>(id);
        }
        assert_eq!(records.every::<Note>().map(|all| all.len()), Ok(2));
    }

    #[test]
    fn fields_of_a_newer_release_survive_a_change() {
        let mut records = stored(&[(
            "note/1",
            r#"{"number":1,"colour":"red","pages":[{"title":"a","x":1},{"title":"b","x":2}]}"#,
        )]);
        let mut changed: Note = records.get("1").expect("readable").expect("a note");
        changed.number = 2;
        changed.pages[0].title = "c".to_owned();
        changed.pages.insert(0, Page { title: "new".to_owned() });
        records.put("1", &changed);
        let Some(Change::Put { document, .. }) = records.changes().pop() else {
            panic!("a change")
        };
        let pages = r#"[{"title":"new"},{"title":"c"},{"title":"b","x":2}]"#;
        let expected = format!(r#"{{"format":1,"colour":"red","number":2,"pages":{pages}}}"#);
        assert_eq!(document, expected);
    }

    #[test]
    fn what_is_kept_for_a_while_goes_in_its_turn() {
        let at = |second| DateTime::from_timestamp(second, 0).expect("a time");
        let mut records = Records::default();
        for number in 1..=5 {
            records.put_until(&format!("id{number}"), at(number.into()), &note(number));
        }
        assert_eq!(records.get_until("id3"), Ok(Some((at(3), note(3)))));
        assert_eq!(records.get_until::<Note>("3"), Ok(None));
        records.forget("note", at(3), 9);
        assert_eq!(records.ids_below("note", "").len(), 3, "what ends now is there still");
        records.forget("note", at(3), 2);
        assert_eq!(records.get_until::<Note>("id3"), Ok(None));
        assert_eq!(records.get_until("id5"), Ok(Some((at(5), note(5)))));
    }
}
