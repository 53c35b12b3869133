//! The store in PostgreSQL, for several servers at once.
//!
//! Whoever writes holds the row of the counter until the commit. So writers stand in a row, whatever isolation the
//! database has, and what they read of versions is what they are; a database that tells them to try again changes
//! nothing by it. Nothing here is beyond what databases understand that speak like PostgreSQL and are distributed:
//! `docs/databases.md` says where that is written of each thing.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use backend::{
    Change, Changed, Contents, Snapshot, Store, StoreError, Unit, UnitBlock, UnitChange, Version,
    Whole,
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;
use tokio_postgres::error::SqlState;
use tokio_postgres::{Client, Config, Error, IsolationLevel, NoTls, Row, Statement, Transaction};

use super::tls::Connector;
use super::{Asked, Database, Layout, NOTHING, Partner, migrations, newer, older};
use crate::audit::{self, Line};
use crate::fail;

/// So many connections at most.
const LINKS_MAX: usize = 16;
/// How long the database may take for anything that is asked of it.
const WAIT: Duration = Duration::from_secs(20);
/// How many documents are written with one statement, and about how many bytes.
const ROWS_MAX: usize = 1_000;
const BYTES_MAX: usize = 4 * 1024 * 1024;

/// What holds for every connection. A commit is on the disk when it returns, whatever the database is set to; and
/// whoever vanishes in the middle of one keeps the others waiting for no longer than this.
const SESSION: &str = "SET synchronous_commit = on; SET statement_timeout = '20s'; \
    SET idle_in_transaction_session_timeout = '20s'";

type Outcome<T = ()> = Result<T, StoreError>;

/// Documents in a database: those of one partner.
pub(crate) struct PostgresStore {
    links: Arc<Links>,
    partner: Partner,
}

/// The connections to the database, for all partners.
struct Links {
    reach: Reach,
    idle: Mutex<Vec<Link>>,
    room: Arc<Semaphore>,
}

/// How the database is reached.
struct Reach {
    config: Config,
    tls: Option<Connector>,
}

/// A connection, with the statements that it knows.
struct Link {
    client: Client,
    known: Statements,
}

macro_rules! statements {
    ($($name:ident $sql:literal;)*) => {
        struct Statements { $($name: Statement),* }

        impl Statements {
            async fn prepare(client: &Client) -> Result<Self, Error> {
                Ok(Self { $($name: client.prepare($sql).await?),* })
            }
        }
    };
}

statements! {
    load "SELECT u.version, d.key, d.document FROM prorata_partner_units u
          LEFT JOIN prorata_partner_documents d ON d.partner = u.partner AND d.unit = u.unit
          WHERE u.partner = $1 AND u.unit = $2";
    versions "SELECT unit, version FROM prorata_partner_units WHERE partner = $1";
    blocks "SELECT u.unit, u.version, b.block FROM prorata_partner_units u
            LEFT JOIN prorata_partner_blocks b ON b.partner = u.partner AND b.unit = u.unit
            WHERE u.partner = $1";
    changed "SELECT c.version, (SELECT min(version) FROM prorata_partner_units WHERE partner = $1),
                    u.unit, u.version, b.block
             FROM prorata_partner_counters c
             LEFT JOIN prorata_partner_units u ON u.partner = c.partner AND u.version > $2
             LEFT JOIN prorata_partner_blocks b ON b.partner = u.partner AND b.unit = u.unit
             WHERE c.partner = $1";
    documents "SELECT unit, key, document FROM prorata_partner_documents WHERE partner = $1";
    counter "SELECT version FROM prorata_partner_counters WHERE partner = $1";
    count "INSERT INTO prorata_partner_counters AS c (partner, version) VALUES ($1, $2)
           ON CONFLICT (partner) DO UPDATE SET version = c.version + $2 RETURNING version";
    versions_among "SELECT unit, version FROM prorata_partner_units WHERE partner = $1 AND unit = ANY($2)";
    put_units "INSERT INTO prorata_partner_units (partner, unit, version)
               SELECT $1::text, unnest($2::text[]), unnest($3::bigint[])
               ON CONFLICT (partner, unit) DO UPDATE SET version = excluded.version";
    put_documents "INSERT INTO prorata_partner_documents (partner, unit, key, document)
                   SELECT $1::text, unnest($2::text[]), unnest($3::text[]), unnest($4::bytea[])
                   ON CONFLICT (partner, unit, key) DO UPDATE SET document = excluded.document";
    remove_documents "DELETE FROM prorata_partner_documents
                      WHERE partner = $1 AND unit = $2 AND key = ANY($3)";
    remove_all_documents "DELETE FROM prorata_partner_documents WHERE partner = $1 AND unit = $2";
    put_blocks "INSERT INTO prorata_partner_blocks (partner, unit, block)
                SELECT $1::text, unnest($2::text[]), unnest($3::bytea[])
                ON CONFLICT (partner, unit) DO UPDATE SET block = excluded.block";
    remove_blocks "DELETE FROM prorata_partner_blocks WHERE partner = $1 AND unit = ANY($2)";
    empty_documents "DELETE FROM prorata_partner_documents WHERE partner = $1";
    empty_blocks "DELETE FROM prorata_partner_blocks WHERE partner = $1";
    empty_units "DELETE FROM prorata_partner_units WHERE partner = $1";
    partners "SELECT partner FROM prorata_partner_counters ORDER BY partner";
    note "INSERT INTO prorata_audit (partner, at, id, entry) VALUES ($1, $2, $3, $4)
          ON CONFLICT (partner, at, id) DO NOTHING";
    noted "SELECT at, id, entry FROM prorata_audit
           WHERE partner = $1 AND (at, id) > ($2, $3) AND at < $4 ORDER BY at, id LIMIT $5";
}

impl PostgresStore {
    /// Connects to a database, and lays it out.
    ///
    /// # Errors
    /// In words, what keeps it from being used, without the password.
    pub(crate) async fn open(database: &Database, layout: Layout) -> Result<Self, String> {
        let tls = database.tls.as_ref().map(Connector::of).transpose()?;
        let reach = Reach { config: database.config.clone(), tls };
        let mut client = connect(&reach).await.map_err(|error| told(&error))?;
        match layout {
            Layout::Made => prepare(&mut client, migrations::POSTGRES).await?,
            Layout::Kept => check(&client, migrations::POSTGRES.len()).await?,
        }
        let room = Arc::new(Semaphore::new(LINKS_MAX));
        let links = Links { reach, idle: Mutex::default(), room };
        Ok(Self { links: Arc::new(links), partner: Partner::own() })
    }

    /// What another partner has in the same database.
    pub(super) fn of_partner(&self, partner: &Partner) -> Self {
        Self { links: Arc::clone(&self.links), partner: partner.clone() }
    }

    /// Everybody who has something in the database.
    pub(super) async fn partners(&self) -> Outcome<Vec<String>> {
        let rows =
            self.rows(async |link: &Link| link.client.query(&link.known.partners, &[]).await);
        Ok(rows.await?.iter().map(|row| row.get(0)).collect())
    }

    /// What was noted between two moments.
    pub(super) async fn noted(&self, asked: &Asked<'_>) -> Outcome<Vec<Line>> {
        let Asked { after: (at, id), before, count } = *asked;
        let count = count as i64;
        let partner = self.partner.key();
        let rows = self.rows(async |link: &Link| {
            link.client.query(&link.known.noted, &[&partner, &at, &id, &before, &count]).await
        });
        let line = |row: Row| Line { at: row.get(0), id: row.get(1), entry: text_of(row.get(2)) };
        Ok(rows.await?.into_iter().map(line).collect())
    }

    /// Notes what has changed nothing.
    pub(super) async fn note(&self, line: Line) -> Outcome {
        let partner = self.partner.key();
        let (at, id, entry) = (line.at, line.id, line.entry.as_bytes());
        self.rows(async |link: &Link| {
            link.client.query(&link.known.note, &[&partner, &at, &id, &entry]).await
        })
        .await
        .map(drop)
    }

    /// A connection that nobody else uses meanwhile.
    async fn link(&self) -> Outcome<(Link, OwnedSemaphorePermit)> {
        let place = timeout(WAIT, Arc::clone(&self.links.room).acquire_owned()).await;
        let place = place.ok().and_then(Result::ok).ok_or(StoreError::Busy)?;
        loop {
            // Whoever comes first takes the one that was used last.
            let idle = self.links.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
            match idle {
                Some(link) if link.client.is_closed() => {}
                Some(link) => return Ok((link, place)),
                None => break,
            }
        }
        let client = connect(&self.links.reach).await.map_err(|error| failure(&error))?;
        let known = Statements::prepare(&client).await.map_err(|error| failure(&error))?;
        Ok((Link { client, known }, place))
    }

    /// Gives a connection back after something that came to its end. After anything else nobody knows in which state
    /// it is, and it is closed.
    fn give_back<T>(&self, link: Link, outcome: Outcome<T>) -> Outcome<T> {
        if matches!(outcome, Ok(_) | Err(StoreError::Conflict)) {
            self.links.idle.lock().unwrap_or_else(PoisonError::into_inner).push(link);
        }
        outcome
    }

    async fn rows(
        &self,
        ask: impl AsyncFnOnce(&Link) -> Result<Vec<Row>, Error>,
    ) -> Outcome<Vec<Row>> {
        let (link, _place) = self.link().await?;
        let rows = timed(ask(&link)).await;
        self.give_back(link, rows)
    }
}

impl Store for PostgresStore {
    async fn load(&self, unit: &Unit) -> Outcome<Snapshot> {
        let (partner, key) = (self.partner.key(), unit.key());
        let rows = self
            .rows(async |link: &Link| link.client.query(&link.known.load, &[&partner, &key]).await);
        let mut snapshot = Snapshot::default();
        for row in rows.await? {
            snapshot.version = version_of(row.get(0));
            if let Some(key) = row.get::<_, Option<String>>(1) {
                snapshot.documents.insert(key, text_of(row.get(2)));
            }
        }
        Ok(snapshot)
    }

    async fn load_all(&self) -> Outcome<Whole> {
        let (mut link, _place) = self.link().await?;
        let whole = timed(load_all(&mut link, self.partner.key())).await;
        self.give_back(link, whole)
    }

    async fn versions(&self) -> Outcome<BTreeMap<Unit, Version>> {
        let partner = self.partner.key();
        let rows = self
            .rows(async |link: &Link| link.client.query(&link.known.versions, &[&partner]).await);
        Ok(rows.await?.iter().map(unit_and_version).collect())
    }

    async fn blocks(&self) -> Outcome<BTreeMap<Unit, UnitBlock>> {
        let partner = self.partner.key();
        let rows =
            self.rows(async |link: &Link| link.client.query(&link.known.blocks, &[&partner]).await);
        let block = |row: Row| {
            let (unit, version) = unit_and_version(&row);
            (unit, UnitBlock { version, block: row.get(2) })
        };
        Ok(rows.await?.into_iter().map(block).collect())
    }

    async fn changed_since(&self, since: Version) -> Outcome<Changed> {
        let (partner, since) = (self.partner.key(), number_of(since.0));
        let ask =
            async |link: &Link| link.client.query(&link.known.changed, &[&partner, &since]).await;
        // Where nobody has ever written anything there is no count either.
        let mut changed = Changed { is_all: true, ..Changed::default() };
        for row in self.rows(ask).await? {
            changed.version = version_of(row.get(0));
            changed.is_all = row.get::<_, Option<i64>>(1).is_none_or(|first| first > since);
            if let Some(unit) = row.get::<_, Option<&str>>(2) {
                let block = UnitBlock { version: version_of(row.get(3)), block: row.get(4) };
                changed.units.insert(Unit::from_key(unit), block);
            }
        }
        Ok(changed)
    }

    async fn commit(&self, changes: &[UnitChange]) -> Outcome {
        if changes.is_empty() {
            return Ok(());
        }
        let (mut link, _place) = self.link().await?;
        let outcome = commit(&mut link, self.partner.key(), changes).await;
        self.give_back(link, outcome)
    }

    async fn keep_blocks(&self, blocks: &BTreeMap<Unit, UnitBlock>) -> Outcome {
        let (mut link, _place) = self.link().await?;
        let outcome = keep_blocks(&mut link, self.partner.key(), blocks).await;
        self.give_back(link, outcome)
    }

    async fn replace_all(
        &self,
        expected: Option<Version>,
        contents: &BTreeMap<Unit, Contents>,
    ) -> Outcome {
        let (mut link, _place) = self.link().await?;
        let outcome = replace_all(&mut link, self.partner.key(), expected, contents).await;
        self.give_back(link, outcome)
    }
}

async fn connect(Reach { config, tls }: &Reach) -> Result<Client, Error> {
    // The connection ends with the client, or with the database; whoever asks then is told.
    let client = match tls {
        None => {
            let (client, connection) = config.connect(NoTls).await?;
            tokio::spawn(async move { drop(connection.await) });
            client
        }
        Some(tls) => {
            let (client, connection) = config.connect(tls.clone()).await?;
            tokio::spawn(async move { drop(connection.await) });
            client
        }
    };
    client.batch_execute(SESSION).await?;
    Ok(client)
}

/// Whether a database is laid out as this build works with it.
async fn check(client: &Client, known: usize) -> Result<(), String> {
    let made = client.query_one("SELECT made FROM prorata_layout WHERE id = 1", &[]).await;
    let made: i64 = made.map_err(|_| NOTHING.to_owned())?.get(0);
    match usize::try_from(made) {
        Ok(made) if made < known => Err(older(made, known)),
        Ok(made) if made == known => Ok(()),
        _ => Err(newer(made, known)),
    }
}

/// Lays a database out as this build works with it.
async fn prepare(client: &mut Client, steps: &[&str]) -> Result<(), String> {
    repeated(client, migrations::POSTGRES_LAYOUT).await?;
    let made = "SELECT made FROM prorata_layout WHERE id = 1";
    let found: i64 = client.query_one(made, &[]).await.map_err(|error| told(&error))?.get(0);
    let own = steps.len() as i64;
    if found == 0 {
        // Nobody need take it back: whoever comes to a part of it goes on.
        for statement in migrations::POSTGRES_AT_ONCE {
            repeated(client, statement).await?;
            fail::reach(fail::Place::InMigration);
        }
        let note = "UPDATE prorata_layout SET made = $1 WHERE id = 1 AND made = 0";
        client.execute(note, &[&own]).await.map_err(|error| told(&error))?;
    }
    let transaction = client.transaction().await.map_err(|error| told(&error))?;
    let made = format!("{made} FOR UPDATE");
    let made: i64 = transaction.query_one(&made, &[]).await.map_err(|error| told(&error))?.get(0);
    let missing = usize::try_from(made).ok().and_then(|made| steps.get(made..));
    let Some(missing) = missing else {
        return Err(newer(made, steps.len()));
    };
    if missing.is_empty() {
        return transaction.rollback().await.map_err(|error| told(&error));
    }
    for step in missing {
        transaction.batch_execute(step).await.map_err(|error| told(&error))?;
        fail::reach(fail::Place::InMigration);
    }
    let note = "UPDATE prorata_layout SET made = $1 WHERE id = 1";
    transaction.execute(note, &[&own]).await.map_err(|error| told(&error))?;
    transaction.commit().await.map_err(|error| told(&error))
}

/// Does what can be done again. Of two that come at once one may be told that it is there already: then it is.
async fn repeated(client: &Client, statements: &str) -> Result<(), String> {
    match client.batch_execute(statements).await {
        Ok(()) => Ok(()),
        Err(_) => client.batch_execute(statements).await.map_err(|error| told(&error)),
    }
}

async fn load_all(link: &mut Link, partner: &str) -> Result<Whole, Error> {
    let Link { client, known } = link;
    let moment = client
        .build_transaction()
        .isolation_level(IsolationLevel::RepeatableRead)
        .read_only(true)
        .start()
        .await?;
    let counter = moment.query_opt(&known.counter, &[&partner]).await?;
    let version = counter.map(|row| version_of(row.get(0))).unwrap_or_default();
    let mut units = BTreeMap::new();
    for row in moment.query(&known.versions, &[&partner]).await? {
        let (unit, version) = unit_and_version(&row);
        units.insert(unit, Snapshot { version, ..Snapshot::default() });
    }
    for row in moment.query(&known.documents, &[&partner]).await? {
        let unit: &mut Snapshot = units.entry(Unit::from_key(row.get(0))).or_default();
        unit.documents.insert(row.get(1), text_of(row.get(2)));
    }
    moment.commit().await?;
    Ok(Whole { version, units })
}

/// Begins to write. From here to the end nobody else does.
async fn begin<'l>(
    client: &'l mut Client,
    known: &Statements,
    partner: &str,
    commits: i64,
) -> Outcome<(Transaction<'l>, Version)> {
    timed(async {
        let transaction = client
            .build_transaction()
            .isolation_level(IsolationLevel::ReadCommitted)
            .start()
            .await?;
        let counter = transaction.query_one(&known.count, &[&partner, &commits]).await?.get(0);
        Ok((transaction, version_of(counter)))
    })
    .await
}

/// Commits, and says what is certain of it.
async fn end(transaction: Transaction<'_>) -> Outcome {
    fail::reach(fail::Place::BeforeCommit);
    let ended = match timeout(WAIT, transaction.commit()).await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(uncertain(&error)),
        Err(_) => Err(StoreError::Unknown),
    };
    fail::reach(fail::Place::AfterCommit);
    ended
}

async fn commit(link: &mut Link, partner: &str, changes: &[UnitChange]) -> Outcome {
    let Link { client, known } = link;
    let count = changes.len() as i64;
    let (transaction, last) = begin(client, known, partner, count).await?;
    let units: Vec<&str> = changes.iter().map(|change| change.unit.key()).collect();
    let present = timed(transaction.query(&known.versions_among, &[&partner, &units])).await?;
    let present: BTreeMap<Unit, Version> = present.iter().map(unit_and_version).collect();
    let is_present = |change: &UnitChange| {
        present.get(&change.unit).copied().unwrap_or_default() == change.expected
    };
    if !changes.iter().all(is_present) {
        // What the counter was raised by is taken back with the rest.
        timed(transaction.rollback()).await?;
        return Err(StoreError::Conflict);
    }
    let first = last.0 - (changes.len() as u64 - 1);
    let versions: Vec<i64> = (first..=last.0).map(number_of).collect();
    timed(write_changes(&transaction, known, partner, (changes, &units, &versions))).await?;
    if let Some(line) = audit::of_commit(changes) {
        timed(note(&transaction, known, partner, &line)).await?;
    }
    end(transaction).await
}

async fn write_changes(
    transaction: &Transaction<'_>,
    known: &Statements,
    partner: &str,
    (changes, units, versions): (&[UnitChange], &[&str], &[i64]),
) -> Result<(), Error> {
    transaction.execute(&known.put_units, &[&partner, &units, &versions]).await?;
    let mut blocks = Vec::new();
    let mut written = Vec::new();
    for UnitChange { unit, changes, block, .. } in changes {
        blocks.push((unit.key(), block.as_deref()));
        // What becomes of each document in the end: one statement names it once.
        let mut last: BTreeMap<&str, Option<&str>> = BTreeMap::new();
        for change in changes {
            match change {
                Change::Put { key, document } => drop(last.insert(key, Some(document))),
                Change::Remove { key } => drop(last.insert(key, None)),
                Change::RemoveAll => {
                    last.clear();
                    let of = unit.key();
                    transaction.execute(&known.remove_all_documents, &[&partner, &of]).await?;
                }
            }
        }
        let gone: Vec<&str> =
            last.iter().filter(|(_, text)| text.is_none()).map(|(key, _)| *key).collect();
        if !gone.is_empty() {
            transaction.execute(&known.remove_documents, &[&partner, &unit.key(), &gone]).await?;
        }
        let kept = last.into_iter().filter_map(|(key, text)| Some((unit.key(), key, text?)));
        written.extend(kept);
    }
    put_documents(transaction, known, partner, &written).await?;
    put_blocks(transaction, known, partner, &blocks).await
}

async fn put_documents(
    transaction: &Transaction<'_>,
    known: &Statements,
    partner: &str,
    documents: &[(&str, &str, &str)],
) -> Result<(), Error> {
    let mut rest = documents;
    while !rest.is_empty() {
        let mut bytes = 0;
        let fits = |(_, _, text): &&(&str, &str, &str)| {
            bytes += text.len();
            bytes <= BYTES_MAX
        };
        let count = rest.iter().take(ROWS_MAX).take_while(fits).count().max(1);
        let (now, later) = rest.split_at(count);
        let units: Vec<&str> = now.iter().map(|(unit, _, _)| *unit).collect();
        let keys: Vec<&str> = now.iter().map(|(_, key, _)| *key).collect();
        let texts: Vec<&[u8]> = now.iter().map(|(_, _, text)| text.as_bytes()).collect();
        transaction.execute(&known.put_documents, &[&partner, &units, &keys, &texts]).await?;
        rest = later;
    }
    Ok(())
}

async fn put_blocks(
    transaction: &Transaction<'_>,
    known: &Statements,
    partner: &str,
    blocks: &[(&str, Option<&[u8]>)],
) -> Result<(), Error> {
    let gone: Vec<&str> =
        blocks.iter().filter(|(_, block)| block.is_none()).map(|(unit, _)| *unit).collect();
    if !gone.is_empty() {
        transaction.execute(&known.remove_blocks, &[&partner, &gone]).await?;
    }
    let made: Vec<(&str, &[u8])> =
        blocks.iter().filter_map(|(unit, block)| Some((*unit, (*block)?))).collect();
    for some in made.chunks(ROWS_MAX) {
        let (units, blocks): (Vec<&str>, Vec<&[u8]>) = some.iter().copied().unzip();
        transaction.execute(&known.put_blocks, &[&partner, &units, &blocks]).await?;
    }
    Ok(())
}

async fn keep_blocks(
    link: &mut Link,
    partner: &str,
    blocks: &BTreeMap<Unit, UnitBlock>,
) -> Outcome {
    let Link { client, known } = link;
    let (transaction, _) = begin(client, known, partner, 0).await?;
    let units: Vec<&str> = blocks.keys().map(Unit::key).collect();
    let present = timed(transaction.query(&known.versions_among, &[&partner, &units])).await?;
    let present: BTreeMap<Unit, Version> = present.iter().map(unit_and_version).collect();
    let kept = blocks.iter().filter(|(unit, block)| present.get(unit) == Some(&block.version));
    let kept: Vec<(&str, Option<&[u8]>)> =
        kept.map(|(unit, block)| (unit.key(), block.block.as_deref())).collect();
    timed(put_blocks(&transaction, known, partner, &kept)).await?;
    end(transaction).await
}

async fn replace_all(
    link: &mut Link,
    partner: &str,
    expected: Option<Version>,
    contents: &BTreeMap<Unit, Contents>,
) -> Outcome {
    let Link { client, known } = link;
    let (transaction, version) = begin(client, known, partner, 1).await?;
    if expected.is_some_and(|expected| expected.next() != version) {
        timed(transaction.rollback()).await?;
        return Err(StoreError::Conflict);
    }
    // It may take longer than one statement should.
    write_contents(&transaction, known, partner, (version, contents))
        .await
        .map_err(|error| failure(&error))?;
    timed(note(&transaction, known, partner, &audit::of_replacing())).await?;
    end(transaction).await
}

async fn write_contents(
    transaction: &Transaction<'_>,
    known: &Statements,
    partner: &str,
    (version, contents): (Version, &BTreeMap<Unit, Contents>),
) -> Result<(), Error> {
    for everything in [&known.empty_documents, &known.empty_blocks, &known.empty_units] {
        transaction.execute(everything, &[&partner]).await?;
    }
    let units: Vec<&str> = contents.keys().map(Unit::key).collect();
    let versions = vec![number_of(version.0); units.len()];
    transaction.execute(&known.put_units, &[&partner, &units, &versions]).await?;
    for (unit, Contents { documents, .. }) in contents {
        let documents: Vec<(&str, &str, &str)> =
            documents.iter().map(|(key, text)| (unit.key(), key.as_str(), text.as_str())).collect();
        put_documents(transaction, known, partner, &documents).await?;
    }
    let made = contents.iter().filter(|(_, contents)| contents.block.is_some());
    let made: Vec<(&str, Option<&[u8]>)> =
        made.map(|(unit, contents)| (unit.key(), contents.block.as_deref())).collect();
    put_blocks(transaction, known, partner, &made).await
}

async fn note(
    transaction: &Transaction<'_>,
    known: &Statements,
    partner: &str,
    Line { at, id, entry }: &Line,
) -> Result<(), Error> {
    let entry = entry.as_bytes();
    transaction.execute(&known.note, &[&partner, at, id, &entry]).await.map(drop)
}

/// What is asked of the database, for as long as anybody waits.
async fn timed<T>(asked: impl Future<Output = Result<T, Error>>) -> Outcome<T> {
    match timeout(WAIT, asked).await {
        Ok(answered) => answered.map_err(|error| failure(&error)),
        Err(_) => Err(StoreError::Busy),
    }
}

fn unit_and_version(row: &Row) -> (Unit, Version) {
    (Unit::from_key(row.get(0)), version_of(row.get(1)))
}

/// Numbers begin at zero, and there are fewer commits than a database can count.
fn version_of(number: i64) -> Version {
    Version(u64::try_from(number).unwrap_or_default())
}

fn number_of(version: u64) -> i64 {
    i64::try_from(version).unwrap_or(i64::MAX)
}

/// Documents are bytes there, since a text of PostgreSQL cannot hold every text.
fn text_of(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes)
        .unwrap_or_else(|damaged| String::from_utf8_lossy(damaged.as_bytes()).into_owned())
}

/// Somebody else was in the way, and nothing was changed.
fn is_in_the_way(state: &SqlState) -> bool {
    [SqlState::T_R_SERIALIZATION_FAILURE, SqlState::T_R_DEADLOCK_DETECTED].contains(state)
}

/// Why something failed before it was committed.
fn failure(error: &Error) -> StoreError {
    match error.code() {
        Some(state) if is_in_the_way(state) => StoreError::Conflict,
        Some(state) if *state == SqlState::DISK_FULL => StoreError::Full,
        // It has no room for one more, is being stopped or started, or was asked for too long.
        Some(state) if ["53", "55", "57"].iter().any(|class| state.code().starts_with(class)) => {
            StoreError::Busy
        }
        Some(_) => StoreError::Failed(told(error)),
        // Nothing was heard of it.
        None => StoreError::Busy,
    }
}

/// Why a commit failed. Only what the database itself refuses is certain to be taken back.
fn uncertain(error: &Error) -> StoreError {
    match error.code() {
        Some(state) if is_in_the_way(state) => StoreError::Conflict,
        Some(state) if *state == SqlState::DISK_FULL => StoreError::Full,
        _ => StoreError::Unknown,
    }
}

/// An error in the words of the database.
fn told(error: &Error) -> String {
    match error.as_db_error() {
        Some(told) => format!("{} ({})", told.message(), told.code().code()),
        None => match std::error::Error::source(error) {
            Some(source) => format!("{error}: {source}"),
            None => error.to_string(),
        },
    }
}
