//! What holds for any store, for the tests of each of them.

pub(crate) mod day;

use std::collections::BTreeMap;

use backend::{
    Change, Contents, Documents, Snapshot, Store, StoreError, Unit, UnitBlock, UnitChange, Version,
};

const NONE: Version = Version(0);

/// Checks a kind of store. `open` gives an empty one of a name, and `again` the same one as somebody
/// sees it who comes later.
pub(crate) async fn holds<S: Store>(open: impl Fn(&str) -> S, again: impl Fn(&str, S) -> S) {
    let of = |name: &'static str| Place { name, open: &open, again: &again };
    what_was_never_written_is_empty(of("empty")).await;
    a_commit_is_there(of("commit")).await;
    a_removed_document_is_gone(of("removed")).await;
    a_stale_commit_changes_nothing(of("stale")).await;
    several_units_are_changed_or_none(of("several")).await;
    versions_are_never_used_twice(of("versions")).await;
    units_with_alike_names_are_apart(of("names")).await;
    a_block_belongs_to_one_version(of("blocks")).await;
    a_block_that_comes_late_is_for_its_version_only(of("late")).await;
    everything_is_replaced(of("replaced")).await;
    what_has_changed_is_told(of("changed")).await;
    texts_and_bytes_stay_as_they_are(of("bytes")).await;
    many_small_changes_add_up(of("many")).await;
    a_large_commit_is_changed_by_small_ones(of("large")).await;
}

async fn what_has_changed_is_told<S: Store>(place: Place<'_, S>) {
    let store = place.open();
    let (one, two) = (customer(1), customer(2));
    let since = async |store: &S, version| store.changed_since(version).await.expect("the store");
    let nothing = since(&store, NONE).await;
    assert!(nothing.is_all && nothing.units.is_empty(), "{nothing:?}");
    commit(&store, &one, vec![put("a", "{}")]).await;
    let first = since(&store, NONE).await;
    assert!(first.is_all && first.units.keys().eq([&one]), "{first:?}");
    assert_eq!(first.units[&one].version, load(&store, &one).await.version);
    let version = load(&store, &two).await.version;
    let made = with_block(change(&two, version, vec![put("a", "{}")]), b"two");
    store.commit(&[made]).await.expect("the store");
    let store = place.again(store);
    let second = since(&store, first.version).await;
    assert!(!second.is_all && second.units.keys().eq([&two]), "{second:?}");
    assert_eq!(second.units[&two].block.as_deref(), Some(&b"two"[..]));
    let third = since(&store, second.version).await;
    assert!(!third.is_all && third.units.is_empty(), "{third:?}");
    assert_eq!(third.version, second.version);

    // Whoever was replaced is not told of, and everybody else is.
    let kept = Contents { documents: documents([("b", "{}")]), block: Some(b"kept".to_vec()) };
    store.replace_all(None, &BTreeMap::from([(one.clone(), kept)])).await.expect("the store");
    let fourth = since(&store, third.version).await;
    assert!(fourth.is_all && fourth.units.keys().eq([&one]), "{fourth:?}");
    assert_eq!(fourth.units[&one].block.as_deref(), Some(&b"kept"[..]));
    assert!(since(&store, fourth.version).await.units.is_empty());
    store.replace_all(None, &BTreeMap::new()).await.expect("the store");
    let last = since(&store, fourth.version).await;
    assert!(last.is_all && last.units.is_empty(), "{last:?}");
}

/// Where a store is.
struct Place<'s, S> {
    name: &'static str,
    open: &'s dyn Fn(&str) -> S,
    again: &'s dyn Fn(&str, S) -> S,
}

impl<S: Store> Place<'_, S> {
    fn open(&self) -> S {
        (self.open)(self.name)
    }

    fn again(&self, store: S) -> S {
        (self.again)(self.name, store)
    }
}

fn customer(number: u32) -> Unit {
    Unit::customer(&format!("{number:08x}-0000-4000-8000-000000000000")).expect("a GUID")
}

fn put(key: &str, document: &str) -> Change {
    Change::Put { key: key.to_owned(), document: document.to_owned() }
}

fn remove(key: &str) -> Change {
    Change::Remove { key: key.to_owned() }
}

fn change(unit: &Unit, expected: Version, changes: Vec<Change>) -> UnitChange {
    UnitChange { unit: unit.clone(), expected, changes, block: None }
}

fn with_block(change: UnitChange, block: &[u8]) -> UnitChange {
    UnitChange { block: Some(block.to_vec()), ..change }
}

fn documents<K: Into<String>, V: Into<String>>(all: impl IntoIterator<Item = (K, V)>) -> Documents {
    all.into_iter().map(|(key, text)| (key.into(), text.into())).collect()
}

async fn load(store: &impl Store, unit: &Unit) -> Snapshot {
    store.load(unit).await.expect("the store")
}

/// Commits to one unit at its present version.
async fn commit(store: &impl Store, unit: &Unit, changes: Vec<Change>) {
    let version = load(store, unit).await.version;
    store.commit(&[change(unit, version, changes)]).await.expect("the store");
}

async fn block_of(store: &impl Store, unit: &Unit) -> Option<Vec<u8>> {
    store.blocks().await.expect("the store").remove(unit).and_then(|unit| unit.block)
}

/// Whatever way it is looked at, a unit holds this.
async fn check_unit(store: &impl Store, unit: &Unit, expected: &Documents) {
    let snapshot = load(store, unit).await;
    assert_eq!(&snapshot.documents, expected);
    let whole = store.load_all().await.expect("the store");
    assert_eq!(whole.units.get(unit), Some(&snapshot));
    let versions = store.versions().await.expect("the store");
    assert_eq!(versions.get(unit), Some(&snapshot.version));
    let blocks = store.blocks().await.expect("the store");
    assert_eq!(blocks.get(unit).map(|unit| unit.version), Some(snapshot.version));
    assert_eq!(blocks.keys().collect::<Vec<_>>(), whole.units.keys().collect::<Vec<_>>());
}

async fn what_was_never_written_is_empty<S: Store>(place: Place<'_, S>) {
    let store = place.open();
    assert_eq!(load(&store, &customer(1)).await, Snapshot::default());
    assert_eq!(store.load_all().await, Ok(backend::Whole::default()));
    assert_eq!(store.versions().await, Ok(BTreeMap::new()));
    assert_eq!(store.blocks().await, Ok(BTreeMap::new()));
    assert_eq!(store.commit(&[]).await, Ok(()));
    assert_eq!(store.load_all().await, Ok(backend::Whole::default()));
}

async fn a_commit_is_there<S: Store>(place: Place<'_, S>) {
    let (store, unit) = (place.open(), customer(1));
    let new = change(&unit, NONE, vec![put("a/1", "{}"), put("b/1", "[1]")]);
    store.commit(&[new]).await.expect("the store");
    check_unit(&store, &unit, &documents([("a/1", "{}"), ("b/1", "[1]")])).await;
    commit(&store, &unit, vec![put("a/1", "{2}")]).await;
    let store = place.again(store);
    check_unit(&store, &unit, &documents([("a/1", "{2}"), ("b/1", "[1]")])).await;
    let whole = store.load_all().await.expect("the store");
    assert_eq!(whole.version, whole.units[&unit].version);
}

async fn a_removed_document_is_gone<S: Store>(place: Place<'_, S>) {
    let (store, unit) = (place.open(), customer(1));
    commit(&store, &unit, vec![put("a/1", "{}"), put("a/2", "{}")]).await;
    commit(&store, &unit, vec![remove("a/1"), remove("never/there")]).await;
    let store = place.again(store);
    check_unit(&store, &unit, &documents([("a/2", "{}")])).await;
    // The last change of a document counts, and a unit stays although nothing is in it.
    commit(&store, &unit, vec![put("a/3", "{}"), remove("a/3"), remove("a/2")]).await;
    check_unit(&store, &unit, &Documents::new()).await;
    commit(&store, &unit, vec![remove("a/4"), put("a/4", "{4}")]).await;
    check_unit(&place.again(store), &unit, &documents([("a/4", "{4}")])).await;
}

async fn a_stale_commit_changes_nothing<S: Store>(place: Place<'_, S>) {
    let (store, unit) = (place.open(), customer(1));
    commit(&store, &unit, vec![put("a/1", "{}")]).await;
    let before = store.load_all().await;
    let version = load(&store, &unit).await.version;
    for expected in [NONE, version.next()] {
        let stale = with_block(change(&unit, expected, vec![put("a/1", "{2}")]), b"new");
        assert_eq!(store.commit(&[stale]).await, Err(StoreError::Conflict));
    }
    assert_eq!(store.load_all().await, before);
    // The very same commit again is stale as well.
    let twice = [change(&unit, version, vec![put("a/2", "{}")])];
    assert_eq!(store.commit(&twice).await, Ok(()));
    assert_eq!(store.commit(&twice).await, Err(StoreError::Conflict));
}

async fn several_units_are_changed_or_none<S: Store>(place: Place<'_, S>) {
    let (store, [a, b, c]) = (place.open(), [customer(1), customer(2), customer(3)]);
    commit(&store, &b, vec![put("x/1", "{}")]).await;
    let version = load(&store, &b).await.version;
    let before = store.load_all().await;
    let of = |b_at: Version| {
        [(&a, NONE), (&b, b_at), (&c, NONE)]
            .map(|(unit, at)| with_block(change(unit, at, vec![put("x/1", "{2}")]), b"block"))
    };
    // The one that is stale stands in the middle, and at the end.
    let mut stale = of(NONE);
    assert_eq!(store.commit(&stale).await, Err(StoreError::Conflict));
    stale.swap(1, 2);
    assert_eq!(store.commit(&stale).await, Err(StoreError::Conflict));
    assert_eq!(store.load_all().await, before);
    assert_eq!(block_of(&store, &a).await, None);

    assert_eq!(store.commit(&of(version)).await, Ok(()));
    let store = place.again(store);
    for unit in [&a, &b, &c] {
        check_unit(&store, unit, &documents([("x/1", "{2}")])).await;
        assert_eq!(block_of(&store, unit).await.as_deref(), Some(&b"block"[..]));
    }
}

async fn versions_are_never_used_twice<S: Store>(place: Place<'_, S>) {
    let (store, [a, b]) = (place.open(), [customer(1), customer(2)]);
    let mut seen = Vec::new();
    for _ in 0..3 {
        let (at_a, at_b) = (load(&store, &a).await.version, load(&store, &b).await.version);
        let both = [change(&a, at_a, vec![]), change(&b, at_b, vec![put("x/1", "{}")])];
        store.commit(&both).await.expect("the store");
        seen.extend([load(&store, &a).await.version, load(&store, &b).await.version]);
        let whole = store.load_all().await.expect("the store");
        assert_eq!(Some(whole.version), seen.iter().max().copied());
        // A start gives all units one version, and no other commit does.
        assert!(whole.units.values().any(|unit| unit.version != whole.version));
        store.replace_all(Some(whole.version), &BTreeMap::new()).await.expect("the store");
        seen.push(store.load_all().await.expect("the store").version);
        assert_eq!(load(&store, &a).await, Snapshot::default());
    }
    let count = seen.len();
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), count);
}

async fn units_with_alike_names_are_apart<S: Store>(place: Place<'_, S>) {
    let (store, own) = (place.open(), customer(1));
    let quotes = Unit::from_key(&format!("quotes-{}", own.key()));
    let all = [Unit::Partner, own, quotes, customer(0x10)];
    for unit in &all {
        commit(&store, unit, vec![put("x/1", unit.key())]).await;
    }
    let store = place.again(store);
    for unit in &all {
        check_unit(&store, unit, &documents([("x/1", unit.key())])).await;
    }
}

async fn a_block_belongs_to_one_version<S: Store>(place: Place<'_, S>) {
    let (store, [a, b]) = (place.open(), [customer(1), customer(2)]);
    let first = with_block(change(&a, NONE, vec![put("x/1", "{}")]), b"first");
    store.commit(&[first, change(&b, NONE, vec![])]).await.expect("the store");
    let store = place.again(store);
    assert_eq!(block_of(&store, &a).await.as_deref(), Some(&b"first"[..]));
    assert_eq!(block_of(&store, &b).await, None);
    let version = load(&store, &a).await.version;
    let second = with_block(change(&a, version, vec![]), b"second");
    store.commit(&[second]).await.expect("the store");
    assert_eq!(block_of(&store, &a).await.as_deref(), Some(&b"second"[..]));
    // What comes without a block may have changed what the block told.
    commit(&store, &a, vec![put("y/1", "{}")]).await;
    assert_eq!(block_of(&place.again(store), &a).await, None);
}

async fn a_block_that_comes_late_is_for_its_version_only<S: Store>(place: Place<'_, S>) {
    let (store, [a, b, c]) = (place.open(), [customer(1), customer(2), customer(3)]);
    for unit in [&a, &b] {
        commit(&store, unit, vec![put("x/1", "{}")]).await;
    }
    let versions = store.versions().await.expect("the store");
    let late = |unit: &Unit, version| {
        (unit.clone(), UnitBlock { version, block: Some(unit.key().as_bytes().to_vec()) })
    };
    let blocks = [late(&a, versions[&a]), late(&b, versions[&b]), late(&c, versions[&b])];
    commit(&store, &b, vec![put("x/2", "{}")]).await;
    let before = store.load_all().await;
    store.keep_blocks(&BTreeMap::from(blocks)).await.expect("the store");
    let store = place.again(store);
    assert_eq!(store.load_all().await, before);
    assert_eq!(block_of(&store, &a).await.as_deref(), Some(a.key().as_bytes()));
    assert_eq!(block_of(&store, &b).await, None);
    assert_eq!(block_of(&store, &c).await, None);
}

async fn everything_is_replaced<S: Store>(place: Place<'_, S>) {
    let (store, [a, b]) = (place.open(), [customer(1), customer(2)]);
    commit(&store, &a, vec![put("x/1", "{}")]).await;
    let version = store.load_all().await.expect("the store").version;
    let new = Contents { documents: documents([("y/1", "{}")]), block: Some(b"new".to_vec()) };
    let contents = BTreeMap::from([(b.clone(), new), (Unit::Partner, Contents::default())]);
    let stale = Some(Version(version.0 + 1));
    assert_eq!(store.replace_all(stale, &contents).await, Err(StoreError::Conflict));
    assert_eq!(store.replace_all(Some(version), &contents).await, Ok(()));
    assert_eq!(store.replace_all(Some(version), &contents).await, Err(StoreError::Conflict));
    let store = place.again(store);
    let whole = store.load_all().await.expect("the store");
    assert_eq!(whole.units.keys().collect::<Vec<_>>(), [&Unit::Partner, &b]);
    assert!(whole.units.values().all(|unit| unit.version == whole.version));
    check_unit(&store, &b, &documents([("y/1", "{}")])).await;
    check_unit(&store, &Unit::Partner, &Documents::new()).await;
    assert_eq!(block_of(&store, &b).await.as_deref(), Some(&b"new"[..]));
    assert_eq!(store.replace_all(None, &BTreeMap::new()).await, Ok(()));
    assert_eq!(place.again(store).load_all().await.map(|whole| whole.units), Ok(BTreeMap::new()));
}

async fn texts_and_bytes_stay_as_they_are<S: Store>(place: Place<'_, S>) {
    let (store, unit) = (place.open(), customer(1));
    let long = "ä€😀\0\u{feff}\"\\".repeat(20_000);
    let texts = ["", " ", "\0", "ä€😀", "\u{feff}{}", "not JSON", &long];
    let bytes: Vec<u8> = (0..=255).cycle().take(70_000).collect();
    let all = documents(texts.iter().enumerate().map(|(n, text)| (format!("x/{n}:ä 😀"), *text)));
    let changes = all.iter().map(|(key, text)| put(key, text)).collect();
    store.commit(&[with_block(change(&unit, NONE, changes), &bytes)]).await.expect("the store");
    let store = place.again(store);
    check_unit(&store, &unit, &all).await;
    assert_eq!(block_of(&store, &unit).await, Some(bytes));
    let contents = Contents { documents: all.clone(), block: Some(Vec::new()) };
    let contents = BTreeMap::from([(unit.clone(), contents)]);
    store.replace_all(None, &contents).await.expect("the store");
    let store = place.again(store);
    check_unit(&store, &unit, &all).await;
    assert_eq!(block_of(&store, &unit).await, Some(Vec::new()));
}

async fn many_small_changes_add_up<S: Store>(place: Place<'_, S>) {
    let (store, unit) = (place.open(), customer(1));
    let mut expected = Documents::new();
    for number in 0..400_u32 {
        let key = format!("x/{:03}", number.wrapping_mul(2_654_435_761) % 150);
        let text = format!("{{\"number\":{number}}}");
        if number % 5 == 4 {
            commit(&store, &unit, vec![remove(&key)]).await;
            expected.remove(&key);
        } else {
            commit(&store, &unit, vec![put(&key, &text)]).await;
            expected.insert(key, text);
        }
        if number % 20 == 0 {
            check_unit(&store, &unit, &expected).await;
        }
    }
    check_unit(&place.again(store), &unit, &expected).await;
}

/// More documents than are kept one by one, of sizes from nothing to a lot.
async fn a_large_commit_is_changed_by_small_ones<S: Store>(place: Place<'_, S>) {
    let (mut store, [a, b]) = (place.open(), [customer(1), customer(2)]);
    let text = |number: usize, more: &str| format!("{number}{more}").repeat(number % 97);
    let mut expected = documents((0..2_000).map(|n| (format!("x/{n:04}"), text(n, "old"))));
    let all: Vec<Change> = expected.iter().map(|(key, text)| put(key, text)).collect();
    let both = [change(&a, NONE, all), change(&b, NONE, vec![put("x/1", "{}")])];
    store.commit(&both).await.expect("the store");
    for round in 0..12_usize {
        let mut changes = Vec::new();
        for number in (round..2_000).step_by(1 + round * round * 7).take(300) {
            let key = format!("x/{number:04}");
            if number % 3 == 0 {
                expected.remove(&key);
                changes.push(remove(&key));
            } else {
                let text = text(number, &format!("round {round}"));
                expected.insert(key.clone(), text.clone());
                changes.push(put(&key, &text));
            }
        }
        commit(&store, &a, changes).await;
        store = place.again(store);
        check_unit(&store, &a, &expected).await;
    }
    commit(&store, &a, vec![Change::RemoveAll, put("x/1", "{}"), put("x/2", "{}")]).await;
    check_unit(&store, &a, &documents([("x/1", "{}"), ("x/2", "{}")])).await;
    commit(&store, &a, vec![put("x/3", "{}"), Change::RemoveAll]).await;
    let store = place.again(store);
    check_unit(&store, &a, &Documents::new()).await;
    commit(&store, &a, vec![put("x/4", "{}")]).await;
    check_unit(&store, &a, &documents([("x/4", "{}")])).await;
    check_unit(&store, &b, &documents([("x/1", "{}")])).await;
}
