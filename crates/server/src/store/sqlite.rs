//! The store in a file of SQLite.
//!
//! One thread writes, with everything in one transaction that is durable before anybody is told: what several
//! requests want to write at once goes into one, each of them whole or not at all. Readers have connections
//! of their own and wait for nobody.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::fs::OpenOptions;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use backend::{
    Change, Changed, Contents, Documents, Snapshot, Store, StoreError, Unit, UnitBlock, UnitChange,
    Version, Whole,
};
use rusqlite::{Connection, ErrorCode, OptionalExtension, Row, Transaction, TransactionBehavior};
use tokio::sync::oneshot;

use super::{Asked, Layout, NOTHING, Partner, migrations, newer, older};
use crate::audit::{self, Line};
use crate::fail;

/// What marks a file as one of this program: "PRRT".
const APPLICATION_ID: i64 = 0x5052_5254;
/// How long somebody else may hold the file, such as another process that makes a backup of it.
const WAIT: Duration = Duration::from_secs(5);
/// So many changes are written in one transaction at most.
const TOGETHER_MAX: usize = 64;

type Outcome = Result<(), StoreError>;
type Write = Box<dyn FnOnce(&Connection) -> Outcome + Send>;

/// Something to write, and who waits for it.
struct Job {
    write: Write,
    told: oneshot::Sender<Outcome>,
}

/// Documents in a file: those of one partner.
pub(crate) struct SqliteStore {
    file: Arc<File>,
    partner: Partner,
}

/// The file, for all partners.
struct File {
    path: PathBuf,
    readers: Mutex<Vec<Connection>>,
    writer: mpsc::Sender<Job>,
}

impl SqliteStore {
    /// Opens a file, or makes it.
    ///
    /// # Errors
    /// In words, what keeps it from being used.
    pub(crate) fn open(file: &Path, layout: Layout) -> Result<Self, String> {
        let told = |error: &dyn Display| format!("{}: {error}", file.display());
        match layout {
            Layout::Made => create(file).map_err(|error| told(&error))?,
            Layout::Kept if !file.exists() => return Err(told(&NOTHING)),
            Layout::Kept => {}
        }
        let mut connection = connect(file).map_err(|error| told(&error))?;
        prepare(&mut connection, migrations::SQLITE, layout).map_err(|why| told(&why))?;
        let (writer, jobs) = mpsc::channel();
        thread::Builder::new()
            .name("writer".to_owned())
            .spawn(move || write_all(&mut connection, &jobs))
            .map_err(|error| told(&error))?;
        let file = File { path: file.to_owned(), readers: Mutex::default(), writer };
        Ok(Self { file: Arc::new(file), partner: Partner::own() })
    }

    /// What another partner has in the same file.
    pub(super) fn of_partner(&self, partner: &Partner) -> Self {
        Self { file: Arc::clone(&self.file), partner: partner.clone() }
    }

    /// Everybody who has something in the file.
    pub(super) fn partners(&self) -> Result<Vec<String>, StoreError> {
        self.read(|connection| {
            let mut statement =
                connection.prepare("SELECT partner FROM counters ORDER BY partner")?;
            let rows = statement.query_map([], |row| row.get(0))?;
            rows.collect()
        })
    }

    /// What was noted between two moments, the oldest first.
    pub(super) fn noted(&self, asked: &Asked<'_>) -> Result<Vec<Line>, StoreError> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT at, id, entry FROM audit WHERE partner = ?1 AND (at, id) > (?2, ?3) AND at < ?4
                 ORDER BY at, id LIMIT ?5",
            )?;
            let Asked { after: (at, id), before, count } = *asked;
            let rows = statement.query_map(
                (self.partner.key(), at, id, before, count as i64),
                |row| Ok(Line { at: row.get(0)?, id: row.get(1)?, entry: row.get(2)? }),
            )?;
            rows.collect()
        })
    }

    /// Notes what has changed nothing.
    pub(super) async fn note(&self, line: Line) -> Outcome {
        let partner = self.partner.clone();
        let write = move |connection: &Connection| note(connection, partner.key(), &line);
        self.write(Box::new(move |connection| write(connection).map_err(|error| failure(&error))))
            .await
    }

    /// Reads within one transaction, so that everything is of one moment.
    fn read<T>(
        &self,
        read: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        let readers = || self.file.readers.lock().unwrap_or_else(PoisonError::into_inner);
        let idle = readers().pop();
        let mut connection = match idle {
            Some(connection) => connection,
            None => connect(&self.file.path).map_err(|error| failure(&error))?,
        };
        let transaction = connection.transaction().map_err(|error| failure(&error))?;
        let found = read(&transaction).map_err(|error| failure(&error))?;
        transaction.commit().map_err(|error| failure(&error))?;
        // One that has failed is not used again.
        readers().push(connection);
        Ok(found)
    }

    async fn write(&self, write: Write) -> Outcome {
        let (told, outcome) = oneshot::channel();
        let gone = || StoreError::Failed("nobody writes any more".to_owned());
        self.file.writer.send(Job { write, told }).map_err(|_| gone())?;
        // A thread that ended in the middle has not said what became of it.
        outcome.await.unwrap_or(Err(StoreError::Unknown))
    }
}

impl Store for SqliteStore {
    async fn load(&self, unit: &Unit) -> Result<Snapshot, StoreError> {
        self.read(|connection| {
            let version = version_of(connection, self.partner.key(), unit)?;
            let mut statement = connection.prepare_cached(
                "SELECT key, document FROM documents WHERE partner = ?1 AND unit = ?2",
            )?;
            let of = (self.partner.key(), unit.key());
            let rows = statement.query_map(of, |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(Snapshot { version, documents: rows.collect::<rusqlite::Result<Documents>>()? })
        })
    }

    async fn load_all(&self) -> Result<Whole, StoreError> {
        self.read(|connection| {
            let snapshot = |(unit, version)| (unit, Snapshot { version, ..Snapshot::default() });
            let partner = self.partner.key();
            let units = versions_of(connection, partner)?.into_iter().map(snapshot);
            let version = counter(connection, partner)?;
            let mut whole = Whole { version, units: units.collect() };
            let mut statement = connection
                .prepare_cached("SELECT unit, key, document FROM documents WHERE partner = ?1")?;
            let mut rows = statement.query([partner])?;
            while let Some(row) = rows.next()? {
                let unit = Unit::from_key(row.get_ref(0)?.as_str()?);
                let snapshot = whole.units.entry(unit).or_default();
                snapshot.documents.insert(row.get(1)?, row.get(2)?);
            }
            Ok(whole)
        })
    }

    async fn versions(&self) -> Result<BTreeMap<Unit, Version>, StoreError> {
        self.read(|connection| versions_of(connection, self.partner.key()))
    }

    async fn blocks(&self) -> Result<BTreeMap<Unit, UnitBlock>, StoreError> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT units.unit, version, block FROM units LEFT JOIN blocks
                 ON blocks.partner = units.partner AND blocks.unit = units.unit WHERE units.partner = ?1",
            )?;
            statement.query_map([self.partner.key()], unit_block)?.collect()
        })
    }

    async fn changed_since(&self, since: Version) -> Result<Changed, StoreError> {
        let partner = self.partner.key();
        self.read(|connection| {
            let first = "SELECT min(version) FROM units WHERE partner = ?1";
            let first: Option<u64> =
                connection.prepare_cached(first)?.query_row([partner], |row| row.get(0))?;
            let mut statement = connection.prepare_cached(
                "SELECT units.unit, version, block FROM units LEFT JOIN blocks
                 ON blocks.partner = units.partner AND blocks.unit = units.unit
                 WHERE units.partner = ?1 AND version > ?2",
            )?;
            let rows = statement.query_map((partner, since.0), unit_block)?;
            Ok(Changed {
                version: counter(connection, partner)?,
                is_all: first.is_none_or(|first| first > since.0),
                units: rows.collect::<rusqlite::Result<_>>()?,
            })
        })
    }

    async fn commit(&self, changes: &[UnitChange]) -> Outcome {
        if changes.is_empty() {
            return Ok(());
        }
        let (changes, partner) = (changes.to_vec(), self.partner.clone());
        let line = audit::of_commit(&changes);
        let write = move |connection: &Connection| {
            commit(connection, partner.key(), &changes)?;
            noted_with(connection, partner.key(), line.as_ref())
        };
        self.write(Box::new(write)).await
    }

    async fn keep_blocks(&self, blocks: &BTreeMap<Unit, UnitBlock>) -> Outcome {
        let (blocks, partner) = (blocks.clone(), self.partner.clone());
        let write = move |connection: &Connection| {
            let partner = partner.key();
            for (unit, UnitBlock { version, block }) in &blocks {
                // A unit that is not there has no version, and gets no block.
                if version_of(connection, partner, unit)? == *version
                    && *version != Version::default()
                {
                    put_block(connection, partner, unit, block.as_deref())?;
                }
            }
            Ok(())
        };
        self.write(Box::new(move |connection| write(connection).map_err(|error| failure(&error))))
            .await
    }

    async fn replace_all(
        &self,
        expected: Option<Version>,
        contents: &BTreeMap<Unit, Contents>,
    ) -> Outcome {
        let (contents, partner) = (contents.clone(), self.partner.clone());
        let line = audit::of_replacing();
        let write = move |connection: &Connection| {
            replace_all(connection, partner.key(), expected, &contents)?;
            noted_with(connection, partner.key(), Some(&line))
        };
        self.write(Box::new(write)).await
    }
}

/// Makes a file that nobody else on this machine may read; one that is there stays as it is.
fn create(file: &Path) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file).map(drop)
}

fn connect(file: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open(file)?;
    connection.busy_timeout(WAIT)?;
    // A commit is on the disk when it returns: the log is flushed with each.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.set_prepared_statement_cache_capacity(32);
    Ok(connection)
}

/// Makes of a file what this build works with.
fn prepare(connection: &mut Connection, steps: &[&str], layout: Layout) -> Result<(), String> {
    let told = |error: rusqlite::Error| error.to_string();
    let number = |connection: &Connection, name: &str| {
        connection.query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, i64>(0))
    };
    let is_ours = number(connection, "application_id").map_err(told)? == APPLICATION_ID;
    let tables = "SELECT count(*) FROM sqlite_schema";
    let tables: i64 = connection.query_row(tables, [], |row| row.get(0)).map_err(told)?;
    if !is_ours && tables > 0 {
        return Err("is a database of another program".to_owned());
    }
    if layout == Layout::Kept {
        let made = number(connection, "user_version").map_err(told)?;
        return match usize::try_from(made) {
            Ok(0) => Err(NOTHING.to_owned()),
            Ok(made) if made < steps.len() => Err(older(made, steps.len())),
            Ok(made) if made == steps.len() => Ok(()),
            _ => Err(newer(made, steps.len())),
        };
    }
    connection.pragma_update(None, "journal_mode", "WAL").map_err(told)?;
    let migrate =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(told)?;
    let made = number(&migrate, "user_version").map_err(told)?;
    let missing = usize::try_from(made).ok().and_then(|made| steps.get(made..));
    let Some(missing) = missing else {
        return Err(newer(made, steps.len()));
    };
    if missing.is_empty() {
        return Ok(());
    }
    for step in missing {
        migrate.execute_batch(step).map_err(told)?;
        fail::reach(fail::Place::InMigration);
    }
    migrate.pragma_update(None, "application_id", APPLICATION_ID).map_err(told)?;
    migrate.pragma_update(None, "user_version", steps.len() as i64).map_err(told)?;
    migrate.commit().map_err(told)
}

/// Writes what comes until nobody can send any more.
fn write_all(connection: &mut Connection, jobs: &mpsc::Receiver<Job>) {
    while let Ok(first) = jobs.recv() {
        let mut batch = vec![first];
        batch.extend(jobs.try_iter().take(TOGETHER_MAX - 1));
        write_together(connection, batch);
    }
}

/// Carries out several jobs in one transaction, and tells each what became of it once that is certain.
fn write_together(connection: &mut Connection, batch: Vec<Job>) {
    let mut outcomes = Vec::new();
    let (writes, mut waiting): (Vec<_>, Vec<_>) =
        batch.into_iter().map(|job| (job.write, job.told)).unzip();
    let committed: Outcome = (|| {
        let transaction = connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|error| failure(&error))?;
        for write in writes {
            outcomes.push(savepoint(&transaction, write));
            // A full disk takes everything back that was written so far.
            if let (true, Some(Err(error))) = (transaction.is_autocommit(), outcomes.last()) {
                return Err(error.clone());
            }
        }
        fail::reach(fail::Place::BeforeCommit);
        if fail::acknowledges_early() {
            waiting.drain(..).zip(outcomes.drain(..)).for_each(|(told, it)| drop(told.send(it)));
            thread::sleep(Duration::from_millis(30));
        }
        let committed = transaction.commit().map_err(|error| uncertain(&error));
        fail::reach(fail::Place::AfterCommit);
        committed
    })();
    for (place, told) in waiting.into_iter().enumerate() {
        let own = outcomes.get(place).cloned().unwrap_or(Ok(()));
        // Who was refused was refused, whatever became of the others. Nobody may be listening any more.
        let _ = told.send(own.and_then(|()| committed.clone()));
    }
}

fn savepoint(transaction: &Transaction<'_>, write: Write) -> Outcome {
    let run = |sql: &str| transaction.execute_batch(sql).map_err(|error| failure(&error));
    run("SAVEPOINT job")?;
    let outcome = write(transaction);
    if outcome.is_err() && !transaction.is_autocommit() {
        run("ROLLBACK TO job")?;
    }
    if !transaction.is_autocommit() {
        run("RELEASE job")?;
    }
    outcome
}

fn commit(connection: &Connection, partner: &str, changes: &[UnitChange]) -> Outcome {
    let told = |error: rusqlite::Error| failure(&error);
    for change in changes {
        if version_of(connection, partner, &change.unit).map_err(told)? != change.expected {
            return Err(StoreError::Conflict);
        }
    }
    write_changes(connection, partner, changes).map_err(told)
}

fn write_changes(
    connection: &Connection,
    partner: &str,
    changes: &[UnitChange],
) -> rusqlite::Result<()> {
    let mut version = counter(connection, partner)?;
    for UnitChange { unit, changes, block, .. } in changes {
        version = version.next();
        put_version(connection, partner, unit, version)?;
        put_block(connection, partner, unit, block.as_deref())?;
        for change in changes {
            match change {
                Change::Put { key, document } => put(connection, partner, unit, key, document)?,
                Change::Remove { key } => {
                    let sql = "DELETE FROM documents WHERE partner = ?1 AND unit = ?2 AND key = ?3";
                    connection.prepare_cached(sql)?.execute((partner, unit.key(), key))?;
                }
                Change::RemoveAll => {
                    let sql = "DELETE FROM documents WHERE partner = ?1 AND unit = ?2";
                    connection.prepare_cached(sql)?.execute((partner, unit.key()))?;
                }
            }
        }
    }
    put_counter(connection, partner, version)
}

fn replace_all(
    connection: &Connection,
    partner: &str,
    expected: Option<Version>,
    contents: &BTreeMap<Unit, Contents>,
) -> Outcome {
    let told = |error: rusqlite::Error| failure(&error);
    let current = counter(connection, partner).map_err(told)?;
    if expected.is_some_and(|expected| expected != current) {
        return Err(StoreError::Conflict);
    }
    write_contents(connection, partner, current.next(), contents).map_err(told)
}

fn write_contents(
    connection: &Connection,
    partner: &str,
    version: Version,
    contents: &BTreeMap<Unit, Contents>,
) -> rusqlite::Result<()> {
    for table in ["documents", "blocks", "units"] {
        connection.execute(&format!("DELETE FROM {table} WHERE partner = ?1"), [partner])?;
    }
    for (unit, Contents { documents, block }) in contents {
        put_version(connection, partner, unit, version)?;
        put_block(connection, partner, unit, block.as_deref())?;
        for (key, document) in documents {
            put(connection, partner, unit, key, document)?;
        }
    }
    put_counter(connection, partner, version)
}

/// The number of the last commit; zero where there was none.
fn counter(connection: &Connection, partner: &str) -> rusqlite::Result<Version> {
    let sql = "SELECT version FROM counters WHERE partner = ?1";
    let version = connection.prepare_cached(sql)?.query_row([partner], |row| row.get(0)).optional();
    Ok(Version(version?.unwrap_or_default()))
}

fn put_counter(connection: &Connection, partner: &str, version: Version) -> rusqlite::Result<()> {
    let sql = "INSERT OR REPLACE INTO counters (partner, version) VALUES (?1, ?2)";
    connection.prepare_cached(sql)?.execute((partner, version.0)).map(drop)
}

/// The version of a unit; that of one that never existed is zero.
fn version_of(connection: &Connection, partner: &str, unit: &Unit) -> rusqlite::Result<Version> {
    let sql = "SELECT version FROM units WHERE partner = ?1 AND unit = ?2";
    let mut statement = connection.prepare_cached(sql)?;
    let version = statement.query_row((partner, unit.key()), |row| row.get(0)).optional()?;
    Ok(Version(version.unwrap_or_default()))
}

fn versions_of(
    connection: &Connection,
    partner: &str,
) -> rusqlite::Result<BTreeMap<Unit, Version>> {
    let sql = "SELECT unit, version FROM units WHERE partner = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([partner], |row| {
        Ok((Unit::from_key(row.get_ref(0)?.as_str()?), Version(row.get(1)?)))
    })?;
    rows.collect()
}

fn put_version(
    connection: &Connection,
    partner: &str,
    unit: &Unit,
    version: Version,
) -> rusqlite::Result<()> {
    let sql = "INSERT OR REPLACE INTO units (partner, unit, version) VALUES (?1, ?2, ?3)";
    connection.prepare_cached(sql)?.execute((partner, unit.key(), version.0)).map(drop)
}

/// A unit with its version and its block.
fn unit_block(row: &Row<'_>) -> rusqlite::Result<(Unit, UnitBlock)> {
    let unit = Unit::from_key(row.get_ref(0)?.as_str()?);
    Ok((unit, UnitBlock { version: Version(row.get(1)?), block: row.get(2)? }))
}

fn put_block(
    connection: &Connection,
    partner: &str,
    unit: &Unit,
    block: Option<&[u8]>,
) -> rusqlite::Result<()> {
    match block {
        Some(block) => {
            let sql = "INSERT OR REPLACE INTO blocks (partner, unit, block) VALUES (?1, ?2, ?3)";
            connection.prepare_cached(sql)?.execute((partner, unit.key(), block))
        }
        None => {
            let sql = "DELETE FROM blocks WHERE partner = ?1 AND unit = ?2";
            connection.prepare_cached(sql)?.execute((partner, unit.key()))
        }
    }
    .map(drop)
}

fn put(
    connection: &Connection,
    partner: &str,
    unit: &Unit,
    key: &str,
    document: &str,
) -> rusqlite::Result<()> {
    let sql =
        "INSERT OR REPLACE INTO documents (partner, unit, key, document) VALUES (?1, ?2, ?3, ?4)";
    connection.prepare_cached(sql)?.execute((partner, unit.key(), key, document)).map(drop)
}

fn note(connection: &Connection, partner: &str, line: &Line) -> rusqlite::Result<()> {
    // One that is copied a second time is there already.
    let sql =
        "INSERT INTO audit (partner, at, id, entry) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING";
    let Line { at, id, entry } = line;
    connection.prepare_cached(sql)?.execute((partner, at, id, entry)).map(drop)
}

/// Notes a change in the transaction that makes it.
fn noted_with(connection: &Connection, partner: &str, line: Option<&Line>) -> Outcome {
    line.map_or(Ok(()), |line| note(connection, partner, line).map_err(|error| failure(&error)))
}

/// Why something failed before it was committed.
fn failure(error: &rusqlite::Error) -> StoreError {
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => StoreError::Full,
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy,
        _ => StoreError::Failed(error.to_string()),
    }
}

/// Why a commit failed. Where the disk failed, what was written may come to light again after a restart.
fn uncertain(error: &rusqlite::Error) -> StoreError {
    match failure(error) {
        StoreError::Failed(_) => StoreError::Unknown,
        certain => certain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::Folder;

    fn rows(connection: &Connection, sql: &str) -> Vec<String> {
        let mut statement = connection.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| row.get(0)).unwrap();
        rows.collect::<rusqlite::Result<_>>().unwrap()
    }

    #[test]
    fn the_file_is_of_a_kind_that_a_power_cut_leaves_whole() {
        let folder = Folder::of("kind");
        let store = SqliteStore::open(&folder.file(), Layout::Made).unwrap();
        assert!(rusqlite::version_number() >= 3_051_003, "{}", rusqlite::version());
        let connection = connect(&store.file.path).unwrap();
        assert_eq!(rows(&connection, "PRAGMA journal_mode"), ["wal"]);
        let full: i64 = connection.query_row("PRAGMA synchronous", [], |row| row.get(0)).unwrap();
        assert_eq!(full, 2);
    }

    /// The file of each layout before this one, with something in it, as the release of then left it.
    #[test]
    fn what_an_older_release_has_stored_is_there_in_the_layout_of_this_one() {
        for known in 1..migrations::SQLITE.len() {
            let folder = Folder::of(&format!("older-{known}"));
            let mut connection = connect(&folder.file()).unwrap();
            prepare(&mut connection, &migrations::SQLITE[..known], Layout::Made).unwrap();
            let filled = match known {
                1 | 2 => {
                    "UPDATE counter SET version = 7;
                     INSERT INTO units VALUES ('partner', 7);
                     INSERT INTO documents VALUES ('partner', 'settings/partner', '{}');"
                }
                _ => {
                    "UPDATE counters SET version = 7;
                     INSERT INTO units VALUES ('own', 'partner', 7);
                     INSERT INTO documents VALUES ('own', 'partner', 'settings/partner', '{}');"
                }
            };
            connection.execute_batch(filled).unwrap();
            drop(connection);
            let kept = SqliteStore::open(&folder.file(), Layout::Kept).err();
            assert!(kept.is_some_and(|why| why.contains("older release")));
            let store = SqliteStore::open(&folder.file(), Layout::Made).unwrap();
            let documents = Documents::from([("settings/partner".to_owned(), "{}".to_owned())]);
            let expected = Snapshot { version: Version(7), documents };
            let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
            assert_eq!(runtime.block_on(store.load(&Unit::Partner)), Ok(expected));
            let blocks = runtime.block_on(store.blocks()).unwrap();
            assert_eq!(blocks[&Unit::Partner], UnitBlock { version: Version(7), block: None });
        }
    }

    #[test]
    fn a_file_of_a_newer_release_or_of_somebody_else_is_left_alone() {
        let folder = Folder::of("newer");
        let refused = || SqliteStore::open(&folder.file(), Layout::Made).err().unwrap();
        let mut connection = connect(&folder.file()).unwrap();
        connection.execute_batch("CREATE TABLE theirs (x)").unwrap();
        assert!(refused().contains("another program"));
        connection.execute_batch("DROP TABLE theirs").unwrap();
        let mut later = migrations::SQLITE.to_vec();
        later.push("CREATE TABLE later (x)");
        prepare(&mut connection, &later, Layout::Made).unwrap();
        assert!(refused().contains("newer release"));
        assert_eq!(
            rows(&connection, "SELECT name FROM sqlite_schema WHERE name = 'later'"),
            ["later"]
        );
    }

    #[test]
    fn a_migration_that_fails_leaves_the_layout_of_before() {
        let folder = Folder::of("half");
        let mut connection = connect(&folder.file()).unwrap();
        prepare(&mut connection, &migrations::SQLITE[..1], Layout::Made).unwrap();
        let broken = [migrations::SQLITE[0], "CREATE TABLE half (x); SELECT nonsense;"];
        assert!(prepare(&mut connection, &broken, Layout::Made).is_err());
        assert_eq!(
            rows(&connection, "SELECT name FROM sqlite_schema WHERE name = 'half'"),
            [""; 0]
        );
        drop(connection);
        assert!(SqliteStore::open(&folder.file(), Layout::Made).is_ok());
    }
}
