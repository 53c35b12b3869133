//! What holds for any store, over each of those that the server has.

use std::cell::RefCell;
use std::path::PathBuf;

use backend::{MemoryStore, Store};
use serde_json::{Value, json};
use tokio::runtime::Handle;
use tokio::task::block_in_place;
use tokio_postgres::NoTls;

use super::migrations;
use super::postgres::PostgresStore;
use super::sqlite::SqliteStore;
use super::{AnyStore, Layout, Place};

#[path = "../../../backend/tests/conformance/mod.rs"]
mod conformance;
#[path = "../../tests/postgres/mod.rs"]
mod postgres;

use conformance::day::{SUMMARIES, Told};
pub(crate) use postgres::Postgres;

/// A folder that goes with the test.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn of(name: &str) -> Self {
        let name = format!("prorata-store-{name}-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    /// Where a file of SQLite is put in it.
    pub(crate) fn file(&self) -> PathBuf {
        self.0.join("desk.sqlite")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn run<T>(work: impl Future<Output = T>) -> T {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.unwrap().block_on(work)
}

fn wait<T>(work: impl Future<Output = T>) -> T {
    block_in_place(|| Handle::current().block_on(work))
}

fn opened(url: &str) -> PostgresStore {
    let Ok(Place::Postgres(database)) = Place::parse(url) else { panic!("{url}") };
    wait(PostgresStore::open(&database, Layout::Made)).unwrap()
}

#[test]
fn a_file_of_sqlite_does_what_a_store_does() {
    let folder = Folder::of("conformance");
    let open = |name: &str| SqliteStore::open(&folder.0.join(name), Layout::Made).unwrap();
    let again = |name: &str, store: SqliteStore| {
        drop(store);
        open(name)
    };
    run(conformance::holds(open, again));
}

/// The one that comes later is another process for all that the file knows.
#[test]
fn two_that_write_to_one_file_notice_each_other() {
    let folder = Folder::of("two");
    let others = RefCell::new(Vec::new());
    let open = |name: &str| SqliteStore::open(&folder.0.join(name), Layout::Made).unwrap();
    let again = |name: &str, store: SqliteStore| {
        others.borrow_mut().push(store);
        open(name)
    };
    run(conformance::holds(open, again));
}

#[test]
fn a_database_of_postgresql_does_what_a_store_does() {
    let Some(postgres) = Postgres::start("conformance") else { return };
    let others = RefCell::new(Vec::new());
    let open = |name: &str| opened(&postgres.database(name));
    let url = |name: &str| postgres.url(name);
    // Several servers have one database.
    let again = |name: &str, store: PostgresStore| {
        others.borrow_mut().push(store);
        opened(&url(name))
    };
    run(async {
        conformance::holds(open, again).await;
        of_each_older_layout(&postgres).await;
        what_was_laid_out_in_part_is_laid_out(&postgres).await;
        two_at_once_never_both_win(&postgres).await;
        what_a_dead_server_still_commits_is_waited_for(&postgres).await;
    });
}

#[test]
fn a_database_is_reached_by_tls_and_by_nobody_who_pretends_to_be_it() {
    let Some((postgres, authority)) = Postgres::start_with_tls("tls") else { return };
    let url = postgres.database("desk");
    let named = url.replace("127.0.0.1", "localhost");
    let refused = |url: &str| {
        let Ok(Place::Postgres(database)) = Place::parse(url) else { panic!("{url}") };
        wait(PostgresStore::open(&database, Layout::Made)).err().unwrap_or_default()
    };
    run(async {
        let good = format!("{named}?sslmode=verify-full&sslrootcert={authority}");
        let told = Told::over(opened(&good)).ask("", SUMMARIES, &Value::Null).await;
        assert_eq!(told.0, 200, "{}", told.1);
        // Without TLS, by a name that the certificate does not have, and by somebody else's authority.
        let cases = [
            (format!("{named}?sslmode=disable"), "no encryption"),
            (format!("{url}?sslmode=verify-full&sslrootcert={authority}"), "not valid for name"),
            (format!("{named}?sslmode=verify-full&sslrootcert={authority}.no"), "sslrootcert"),
        ];
        for (url, word) in cases {
            let why = refused(&url);
            assert!(why.contains(word), "{url}: {why}");
        }
        let Some((_other, theirs)) = Postgres::start_with_tls("tls-other") else { return };
        let why = refused(&format!("{named}?sslmode=verify-full&sslrootcert={theirs}"));
        assert!(why.contains("certificate"), "{why}");
    });
}

/// The database of each layout before this one, as the release of then left it.
async fn of_each_older_layout(postgres: &Postgres) {
    for known in 1..migrations::POSTGRES.len() {
        let url = postgres.database(&format!("older{known}"));
        let (client, connection) = tokio_postgres::connect(&url, NoTls).await.unwrap();
        tokio::spawn(connection);
        let layout = "CREATE TABLE prorata_layout (id INT PRIMARY KEY, made BIGINT NOT NULL)";
        client.batch_execute(layout).await.unwrap();
        client.batch_execute(&migrations::POSTGRES[..known].join(";")).await.unwrap();
        let noted = format!("INSERT INTO prorata_layout VALUES (1, {known})");
        client.batch_execute(&noted).await.unwrap();
        let filled = match known {
            1 | 2 => {
                "UPDATE prorata_counter SET version = 7;
                 INSERT INTO prorata_units VALUES ('partner', 7);
                 INSERT INTO prorata_documents VALUES ('partner', 'settings/partner', '{}');"
            }
            _ => {
                "UPDATE prorata_partner_counters SET version = 7;
                 INSERT INTO prorata_partner_units VALUES ('own', 'partner', 7);
                 INSERT INTO prorata_partner_documents VALUES ('own', 'partner', 'settings/partner', '{}');"
            }
        };
        client.batch_execute(filled).await.unwrap();
        let store = opened(&url);
        let found = store.load(&backend::Unit::Partner).await.unwrap();
        assert_eq!((found.version.0, found.documents.len()), (7, 1));
        let blocks = store.blocks().await.unwrap();
        assert_eq!(blocks[&backend::Unit::Partner].block, None);
        client.batch_execute("UPDATE prorata_layout SET made = 99").await.unwrap();
        let Ok(Place::Postgres(config)) = Place::parse(&url) else { panic!("{url}") };
        for layout in [Layout::Made, Layout::Kept] {
            let refused = PostgresStore::open(&config, layout).await.err();
            assert!(refused.unwrap().contains("newer release"));
        }
    }
}

/// Each column and each index, as the database tells of them.
async fn layout_of(url: &str) -> Vec<String> {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await.unwrap();
    tokio::spawn(connection);
    let told = "SELECT table_name || ' ' || column_name || ' ' || data_type || ' ' || is_nullable
                FROM information_schema.columns WHERE table_schema = 'public'
                UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
                UNION ALL SELECT partner || version FROM prorata_partner_counters
                UNION ALL SELECT 'made ' || made FROM prorata_layout ORDER BY 1";
    client.query(told, &[]).await.unwrap().iter().map(|row| row.get(0)).collect()
}

/// A server that ended while it laid a database out, where nothing of that is taken back.
async fn what_was_laid_out_in_part_is_laid_out(postgres: &Postgres) {
    let stepwise = postgres.database("stepwise");
    let (client, connection) = tokio_postgres::connect(&stepwise, NoTls).await.unwrap();
    tokio::spawn(connection);
    client.batch_execute(migrations::POSTGRES_LAYOUT).await.unwrap();
    client.batch_execute(migrations::POSTGRES[0]).await.unwrap();
    client.batch_execute("UPDATE prorata_layout SET made = 1").await.unwrap();
    drop(opened(&stepwise));
    let expected = layout_of(&stepwise).await;
    for count in 0..=migrations::POSTGRES_AT_ONCE.len() {
        let url = postgres.database(&format!("part{count}"));
        let (client, connection) = tokio_postgres::connect(&url, NoTls).await.unwrap();
        tokio::spawn(connection);
        client.batch_execute(migrations::POSTGRES_LAYOUT).await.unwrap();
        for statement in &migrations::POSTGRES_AT_ONCE[..count] {
            client.batch_execute(statement).await.unwrap();
        }
        drop(opened(&url));
        assert_eq!(layout_of(&url).await, expected, "after {count} of them");
    }
}

/// Servers that change one customer at the same time, each from what it has read.
async fn two_at_once_never_both_win(postgres: &Postgres) {
    let url = postgres.database("race");
    let unit = backend::Unit::Partner;
    let stores = [opened(&url), opened(&url), opened(&url)];
    let mut won = 0;
    for round in 0..40_u64 {
        let version = stores[0].load(&unit).await.unwrap().version;
        let change = |number: usize| {
            let put =
                backend::Change::Put { key: format!("x/{round}-{number}"), document: "{}".into() };
            let (unit, expected) = (unit.clone(), version);
            [backend::UnitChange { unit, expected, changes: vec![put], block: None }]
        };
        let [a, b, c] = [change(0), change(1), change(2)];
        let outcomes =
            tokio::join!(stores[0].commit(&a), stores[1].commit(&b), stores[2].commit(&c));
        let good =
            [&outcomes.0, &outcomes.1, &outcomes.2].into_iter().filter(|it| it.is_ok()).count();
        assert_eq!(good, 1, "{outcomes:?}");
        won += good;
    }
    assert_eq!(stores[2].load(&unit).await.unwrap().documents.len(), won);
}

/// A server that died had sent its commit, and the database has not done it yet.
async fn what_a_dead_server_still_commits_is_waited_for(postgres: &Postgres) {
    const ID: &str = "0b8b1e02-6a3f-4d7b-9a41-6e5b7c1d2f30";
    let url = postgres.database("dead");
    let mut desk = Told::over(opened(&url));
    let summaries = desk.ask("", "GET /providers/Prorata/customerSummaries", &Value::Null).await;
    let tenant = summaries.1["value"][0]["customerId"].as_str().unwrap().to_owned();
    let unit = backend::Unit::customer(&tenant).unwrap();
    let before = desk.service.store().load(&unit).await.unwrap().documents;
    let entry = "PUT /providers/Prorata/ledgerEntries/1b8b1e02-6a3f-4d7b-9a41-6e5b7c1d2f30";
    let body = json!({ "properties": { "date": "2020-01-05", "usd": "1.50", "source": "x" } });
    let (status, made) = desk.ask_under(Some(ID), &tenant, entry, &body).await;
    assert!(status < 300, "{made}");
    let after = desk.service.store().load(&unit).await.unwrap().documents;

    let (mut dead, connection) = tokio_postgres::connect(&url, NoTls).await.unwrap();
    tokio::spawn(connection);
    let gone = "DELETE FROM prorata_partner_documents WHERE unit = $1";
    let put = "INSERT INTO prorata_partner_documents VALUES ('own', $1, $2, $3)";
    dead.execute(gone, &[&unit.key()]).await.unwrap();
    for (key, text) in &before {
        dead.execute(put, &[&unit.key(), key, &text.as_bytes()]).await.unwrap();
    }
    let late = dead.transaction().await.unwrap();
    let raised = "UPDATE prorata_partner_counters SET version = version + 1 RETURNING version";
    let version: i64 = late.query_one(raised, &[]).await.unwrap().get(0);
    let changed = "UPDATE prorata_partner_units SET version = $1 WHERE unit = $2";
    late.execute(changed, &[&version, &unit.key()]).await.unwrap();
    late.execute(gone, &[&unit.key()]).await.unwrap();
    for (key, text) in &after {
        late.execute(put, &[&unit.key(), key, &text.as_bytes()]).await.unwrap();
    }
    let what = format!("GET /providers/Prorata/requests/{ID}");
    let commit = async {
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        late.commit().await.unwrap();
    };
    let ((status, told), ()) = tokio::join!(desk.ask(&tenant, &what, &Value::Null), commit);
    assert_eq!(status, 200, "{told}");
    assert_eq!(told["body"], made);
}

#[test]
fn the_same_day_is_answered_alike_over_every_store() {
    let folder = Folder::of("story");
    let postgres = Postgres::start("story");
    run(async {
        let expected = Told::over(MemoryStore::default()).story().await;
        let file = SqliteStore::open(&folder.0.join("desk.sqlite"), Layout::Made).unwrap();
        assert_eq!(Told::over(AnyStore::Sqlite(file)).story().await, expected);
        if let Some(postgres) = &postgres {
            let database = opened(&postgres.database("story"));
            assert_eq!(Told::over(AnyStore::Postgres(Box::new(database))).story().await, expected);
        }
    });
}
