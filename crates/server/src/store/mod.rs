//! Where records are kept: in a file or in a database of its own, behind the same trait.

mod migrations;
mod place;
mod postgres;
mod sqlite;
#[cfg(test)]
pub(crate) mod tests;
pub(crate) mod tls;

use std::collections::BTreeMap;
use std::sync::Arc;

use backend::{
    Changed, Contents, Snapshot, Store, StoreError, Unit, UnitBlock, UnitChange, Version, Whole,
};

pub(crate) use place::{Database, Place};
use postgres::PostgresStore;
use sqlite::SqliteStore;
pub(crate) use tls::Roots;

use crate::audit::Line;

/// What may be done to the layout of a database.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Layout {
    /// It is made, or brought up to that of this build.
    Made,
    /// It stays as it is: a server of another release may be at work.
    Kept,
}

/// What is said of a database that nobody has laid out yet.
pub(crate) const NOTHING: &str = "holds nothing yet";
/// What is said of a layout that is not that of this build.
fn newer(made: i64, known: usize) -> String {
    format!("was laid out by a newer release (layout {made}, this one knows {known})")
}

fn older(made: usize, known: usize) -> String {
    format!(
        "was laid out by an older release (layout {made}, this one has {known}): start the server first"
    )
}

/// Whose records they are: the name that a partner has on this server.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct Partner(Arc<str>);

impl Partner {
    /// The one partner where no others are named, to whom everything belongs that was stored before there were any.
    pub(crate) fn own() -> Self {
        Self("own".into())
    }

    /// Nobody: under this name the server keeps accounts and sessions.
    pub(crate) fn server() -> Self {
        Self("server".into())
    }

    /// A partner's name: small letters, digits and hyphens.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        let is_known = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-';
        let is_name = (1..=40).contains(&name.len()) && name.bytes().all(is_known);
        Some(Self(name.into())).filter(|it| is_name && *it != Self::server())
    }

    /// As it is stored, whoever it is.
    pub(crate) fn stored(name: &str) -> Self {
        Self(name.into())
    }

    pub(crate) fn key(&self) -> &str {
        &self.0
    }
}

/// Which lines of the audit are wanted: those after one, by its time (milliseconds since 1970) and id, and before a
/// moment; so many at most.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked<'a> {
    pub(crate) after: (i64, &'a str),
    pub(crate) before: i64,
    pub(crate) count: usize,
}

/// The store that the server was told of, as one partner sees it.
pub(crate) enum AnyStore {
    Sqlite(SqliteStore),
    Postgres(Box<PostgresStore>),
}

impl AnyStore {
    /// Opens what is at a place.
    ///
    /// # Errors
    /// In words, what keeps it from being used.
    pub(crate) async fn open(place: &Place, layout: Layout) -> Result<Self, String> {
        match place {
            Place::Sqlite(file) => SqliteStore::open(file, layout).map(Self::Sqlite),
            Place::Postgres(database) => {
                let store = PostgresStore::open(database, layout).await?;
                Ok(Self::Postgres(Box::new(store)))
            }
        }
    }

    /// What another partner has there.
    pub(crate) fn of_partner(&self, partner: &Partner) -> Self {
        match self {
            Self::Sqlite(store) => Self::Sqlite(store.of_partner(partner)),
            Self::Postgres(store) => Self::Postgres(Box::new(store.of_partner(partner))),
        }
    }

    /// The names of everybody who has something there, the server's own among them.
    pub(crate) async fn partners(&self) -> Result<Vec<String>, StoreError> {
        match self {
            Self::Sqlite(store) => store.partners(),
            Self::Postgres(store) => store.partners().await,
        }
    }

    /// What was noted, the oldest first.
    pub(crate) async fn noted(&self, asked: &Asked<'_>) -> Result<Vec<Line>, StoreError> {
        match self {
            Self::Sqlite(store) => store.noted(asked),
            Self::Postgres(store) => store.noted(asked).await,
        }
    }

    /// Notes what has changed nothing. A change notes itself.
    pub(crate) async fn note(&self, line: Line) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(store) => store.note(line).await,
            Self::Postgres(store) => store.note(line).await,
        }
    }
}

impl Store for AnyStore {
    async fn load(&self, unit: &Unit) -> Result<Snapshot, StoreError> {
        match self {
            Self::Sqlite(store) => store.load(unit).await,
            Self::Postgres(store) => store.load(unit).await,
        }
    }

    async fn load_all(&self) -> Result<Whole, StoreError> {
        match self {
            Self::Sqlite(store) => store.load_all().await,
            Self::Postgres(store) => store.load_all().await,
        }
    }

    async fn versions(&self) -> Result<BTreeMap<Unit, Version>, StoreError> {
        match self {
            Self::Sqlite(store) => store.versions().await,
            Self::Postgres(store) => store.versions().await,
        }
    }

    async fn blocks(&self) -> Result<BTreeMap<Unit, UnitBlock>, StoreError> {
        match self {
            Self::Sqlite(store) => store.blocks().await,
            Self::Postgres(store) => store.blocks().await,
        }
    }

    async fn changed_since(&self, since: Version) -> Result<Changed, StoreError> {
        match self {
            Self::Sqlite(store) => store.changed_since(since).await,
            Self::Postgres(store) => store.changed_since(since).await,
        }
    }

    async fn commit(&self, changes: &[UnitChange]) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(store) => store.commit(changes).await,
            Self::Postgres(store) => store.commit(changes).await,
        }
    }

    async fn keep_blocks(&self, blocks: &BTreeMap<Unit, UnitBlock>) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(store) => store.keep_blocks(blocks).await,
            Self::Postgres(store) => store.keep_blocks(blocks).await,
        }
    }

    async fn replace_all(
        &self,
        expected: Option<Version>,
        contents: &BTreeMap<Unit, Contents>,
    ) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(store) => store.replace_all(expected, contents).await,
            Self::Postgres(store) => store.replace_all(expected, contents).await,
        }
    }
}
