//! The layout of a database, as the steps that lead to it. They go forward only: a step that was released is
//! never changed, and a build leaves alone what a newer one has laid out.
//!
//! Distributed databases that speak like PostgreSQL commit each change of a layout by itself, whatever
//! transaction it is in. So what was never used gets its layout at once, by statements that can be repeated, and
//! a step that comes after those below has to be such a statement: these have led from one layout to the next
//! where a transaction holds them together.

/// The steps of a file of SQLite; the number of those that were made stands in `user_version`.
pub(super) const SQLITE: &[&str] = &[
    // Documents in units, and the number of the last commit.
    "CREATE TABLE counter (id INTEGER PRIMARY KEY CHECK (id = 1), version INTEGER NOT NULL) STRICT;
     INSERT INTO counter VALUES (1, 0);
     CREATE TABLE units (unit TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT, WITHOUT ROWID;
     CREATE TABLE documents (
         unit TEXT NOT NULL, key TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (unit, key)
     ) STRICT, WITHOUT ROWID;",
    // What is told of a unit where all are told of at once.
    "CREATE TABLE blocks (unit TEXT PRIMARY KEY, block BLOB NOT NULL) STRICT;",
    // Several partners, each with units and a count of its own; and who has changed what. What is there is the
    // first one's.
    "CREATE TABLE counters (partner TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT, WITHOUT ROWID;
     INSERT INTO counters SELECT 'own', version FROM counter;
     DROP TABLE counter;
     ALTER TABLE units RENAME TO old_units;
     CREATE TABLE units (
         partner TEXT NOT NULL, unit TEXT NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (partner, unit)
     ) STRICT, WITHOUT ROWID;
     INSERT INTO units SELECT 'own', unit, version FROM old_units;
     DROP TABLE old_units;
     ALTER TABLE documents RENAME TO old_documents;
     CREATE TABLE documents (
         partner TEXT NOT NULL, unit TEXT NOT NULL, key TEXT NOT NULL, document TEXT NOT NULL,
         PRIMARY KEY (partner, unit, key)
     ) STRICT, WITHOUT ROWID;
     INSERT INTO documents SELECT 'own', unit, key, document FROM old_documents;
     DROP TABLE old_documents;
     ALTER TABLE blocks RENAME TO old_blocks;
     CREATE TABLE blocks (
         partner TEXT NOT NULL, unit TEXT NOT NULL, block BLOB NOT NULL, PRIMARY KEY (partner, unit)
     ) STRICT;
     INSERT INTO blocks SELECT 'own', unit, block FROM old_blocks;
     DROP TABLE old_blocks;
     CREATE TABLE audit (
         partner TEXT NOT NULL, at INTEGER NOT NULL, id TEXT NOT NULL, entry TEXT NOT NULL,
         PRIMARY KEY (partner, at, id)
     ) STRICT, WITHOUT ROWID;
     CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
         BEGIN SELECT RAISE(ABORT, 'what was noted is not changed'); END;
     CREATE TRIGGER audit_is_not_removed BEFORE DELETE ON audit
         BEGIN SELECT RAISE(ABORT, 'what was noted is not removed'); END;",
    // Which units were changed since a commit.
    "CREATE INDEX units_by_version ON units (partner, version);",
];

/// Where it stands how far a database of PostgreSQL is laid out.
pub(super) const POSTGRES_LAYOUT: &str =
    "CREATE TABLE IF NOT EXISTS prorata_layout (id INT PRIMARY KEY, made BIGINT NOT NULL);
     INSERT INTO prorata_layout (id, made) VALUES (1, 0) ON CONFLICT (id) DO NOTHING";

/// What all steps of a database of PostgreSQL lead to, for one that was never used.
pub(super) const POSTGRES_AT_ONCE: &[&str] = &[
    "CREATE TABLE IF NOT EXISTS prorata_partner_counters (partner TEXT PRIMARY KEY, version BIGINT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS prorata_partner_units (
         partner TEXT NOT NULL, unit TEXT NOT NULL, version BIGINT NOT NULL, PRIMARY KEY (partner, unit)
     )",
    "CREATE TABLE IF NOT EXISTS prorata_partner_documents (
         partner TEXT NOT NULL, unit TEXT NOT NULL, key TEXT NOT NULL, document BYTEA NOT NULL,
         PRIMARY KEY (partner, unit, key)
     )",
    "CREATE TABLE IF NOT EXISTS prorata_partner_blocks (
         partner TEXT NOT NULL, unit TEXT NOT NULL, block BYTEA NOT NULL, PRIMARY KEY (partner, unit)
     )",
    "CREATE TABLE IF NOT EXISTS prorata_audit (
         partner TEXT NOT NULL, at BIGINT NOT NULL, id TEXT NOT NULL, entry BYTEA NOT NULL,
         PRIMARY KEY (partner, at, id)
     )",
    "CREATE INDEX IF NOT EXISTS prorata_partner_units_by_version ON prorata_partner_units (partner, version)",
    // The steps begin with a count.
    "INSERT INTO prorata_partner_counters (partner, version) VALUES ('own', 0) ON CONFLICT (partner) DO NOTHING",
];

/// The steps of a database of PostgreSQL; the number of those that were made stands in `prorata_layout`.
pub(super) const POSTGRES: &[&str] = &[
    "CREATE TABLE prorata_counter (id INT PRIMARY KEY, version BIGINT NOT NULL);
     INSERT INTO prorata_counter (id, version) VALUES (1, 0);
     CREATE TABLE prorata_units (unit TEXT PRIMARY KEY, version BIGINT NOT NULL);
     CREATE TABLE prorata_documents (
         unit TEXT NOT NULL, key TEXT NOT NULL, document BYTEA NOT NULL, PRIMARY KEY (unit, key)
     );",
    "CREATE TABLE prorata_blocks (unit TEXT PRIMARY KEY, block BYTEA NOT NULL);",
    "CREATE TABLE prorata_partner_counters (partner TEXT PRIMARY KEY, version BIGINT NOT NULL);
     INSERT INTO prorata_partner_counters (partner, version) SELECT 'own', version FROM prorata_counter;
     CREATE TABLE prorata_partner_units (
         partner TEXT NOT NULL, unit TEXT NOT NULL, version BIGINT NOT NULL, PRIMARY KEY (partner, unit)
     );
     INSERT INTO prorata_partner_units (partner, unit, version) SELECT 'own', unit, version FROM prorata_units;
     CREATE TABLE prorata_partner_documents (
         partner TEXT NOT NULL, unit TEXT NOT NULL, key TEXT NOT NULL, document BYTEA NOT NULL,
         PRIMARY KEY (partner, unit, key)
     );
     INSERT INTO prorata_partner_documents (partner, unit, key, document)
         SELECT 'own', unit, key, document FROM prorata_documents;
     CREATE TABLE prorata_partner_blocks (
         partner TEXT NOT NULL, unit TEXT NOT NULL, block BYTEA NOT NULL, PRIMARY KEY (partner, unit)
     );
     INSERT INTO prorata_partner_blocks (partner, unit, block) SELECT 'own', unit, block FROM prorata_blocks;
     DROP TABLE prorata_blocks;
     DROP TABLE prorata_documents;
     DROP TABLE prorata_units;
     DROP TABLE prorata_counter;
     CREATE TABLE prorata_audit (
         partner TEXT NOT NULL, at BIGINT NOT NULL, id TEXT NOT NULL, entry BYTEA NOT NULL,
         PRIMARY KEY (partner, at, id)
     );",
    "CREATE INDEX prorata_partner_units_by_version ON prorata_partner_units (partner, version);",
];
