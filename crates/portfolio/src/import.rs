//! How facts come in: the bodies and answers of `/providers/Prorata/imports`.
//!
//! 1. `POST /providers/Prorata/imports` with a [`Start`] answers 201 and the [`Import`].
//! 2. `PUT …/imports/{import}/parts/{n}` with a [`Part`], for every `n` from 0 on, in any order, answers a
//!    [`Staged`]. The same part sent again replaces it. A customer may be in several parts.
//! 3. `GET …/imports/{import}` answers the [`Import`] with its [`Counts`], and
//!    `GET …/imports/{import}/changes` pages of [`RecordChange`].
//! 4. `POST …/imports/{import}/commit` makes all of it true at once and answers the [`Import`].
//!
//! While a commit is under way, `GET …/imports/{import}/progress` answers its [`Progress`], and
//! `POST …/imports/{import}/cancel` stops it as long as nothing is written. A server that commits nothing of this
//! import answers `null` and 404: another one may. What has become of an import stands in the list of imports alone.
//!
//! `DELETE …/imports/{import}` discards one that is not committed, and `POST …/imports/{import}/undo` takes
//! the last one back. `GET /providers/Prorata/imports` lists them, the newest first. Every change takes an
//! id of its own, as all changes do. What nobody commits is forgotten after [`KEPT_DAYS`].

use serde::{Deserialize, Serialize};

use crate::intake::{CustomerIntake, Source};

/// How long an import is kept that nobody commits.
pub const KEPT_DAYS: i64 = 7;
/// The largest part.
pub const PART_BYTES_MAX: usize = 1_100_000;
/// Parts of one import are numbered below this.
pub const PARTS_MAX: u32 = 1_000;

/// What is going to be imported.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Start {
    /// Where it comes from; none for what is typed by hand.
    pub files: Vec<File>,
    /// Whether the records of the demonstration shall go. An import into it must say so.
    pub start_empty: bool,
}

/// A file that was read.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct File {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: String,
    /// How many rows it has.
    pub rows: u64,
}

/// Some of the facts of an import, [`PART_BYTES_MAX`] at most.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Part {
    /// The customers with what is stated of them here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub customers: Vec<CustomerIntake>,
    /// More customers, as [rows](crate::intake::rows), which takes less time. They are counted on from those
    /// before.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rows: String,
}

/// What became of a part.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Staged {
    /// Its number.
    pub part: u32,
    /// Reservations that were taken.
    pub reservations: u32,
    /// Bookings that were taken.
    pub bookings: u32,
    /// What was not taken, and is not part of the import.
    pub rejected: Vec<Rejected>,
}

/// Something that cannot be taken in.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Rejected {
    /// The place of its customer in the part, from 0.
    pub customer: u32,
    /// The place of the reservation among those of the customer, if it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reservation: Option<u32>,
    /// The place of the booking among those of the customer, if it is one. Neither of the two is the
    /// customer as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub booking: Option<u32>,
    /// Which field is at fault.
    pub field: String,
    /// What is wrong with it, in words.
    pub reason: String,
}

/// An import.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Import {
    /// GUID.
    pub id: String,
    /// How far it is.
    pub state: ImportState,
    /// When it was started, a UTC time.
    pub started_at: String,
    /// When it was committed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub committed_at: Option<String>,
    /// The name of who started it.
    pub by: String,
    /// Where it comes from.
    pub files: Vec<File>,
    /// Whether it replaces the records of the demonstration.
    pub start_empty: bool,
    /// How many parts have come in.
    pub parts: u32,
    /// What a commit would do now; of a committed one what it did. The list of imports does not work it
    /// out for those that are not committed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts: Option<Counts>,
    /// Whether it is the last one that was committed, so that it can be taken back.
    pub can_be_undone: bool,
}

/// How far an import is.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
pub enum ImportState {
    /// Parts come in; nothing is visible yet.
    #[default]
    Staged,
    /// All of it is among the records.
    Committed,
    /// It was taken back.
    Undone,
}

/// How far a commit is.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
pub struct Progress {
    /// What is done.
    pub stage: ProgressStage,
    /// Customers that were put together.
    pub done: u64,
    /// All customers of the import; 0 as long as they are not counted.
    pub total: u64,
}

/// What is done of a commit.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
pub enum ProgressStage {
    /// What is stated is put together with the records, customer by customer. Nothing is written yet.
    #[default]
    Merging,
    /// Everything is written at once, which nobody can stop any more.
    Writing,
}

/// What an import changes, in numbers of records.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Counts {
    /// The customers.
    pub customers: Tally,
    /// Their reservations, complete or not.
    pub reservations: Tally,
    /// What was booked.
    pub bookings: Tally,
    /// Of the reservations, those that still lack a fact to be calculated with and have not ended.
    pub incomplete: u32,
    /// Of the reservations, those of which a value stays that is not what the import says.
    pub kept: u32,
    /// Of the bookings, returns of which nobody knows what they come to in USD. Until somebody says so
    /// it is not known what is left of the customer's limit.
    pub without_usd: u32,
    /// Of the bookings, returns that another document or row tells of as well. They count once.
    pub same_returns: u32,
    /// Of the bookings, returns that another document or row may tell of as well. Both count.
    pub maybe_same: u32,
}

/// Records by what becomes of them.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Tally {
    pub new: u32,
    pub changed: u32,
    pub unchanged: u32,
}

/// A record that an import makes or changes, or does not change although it says something else.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RecordChange {
    /// Unique within the import.
    pub id: String,
    /// The tenant of the customer.
    pub customer_id: String,
    /// Its name.
    pub customer_name: String,
    /// What the record is of.
    pub subject: Subject,
    /// What people call it.
    pub name: String,
    /// Whether there was none before.
    pub is_new: bool,
    /// Every field that changes, or does not although the import says something else. Of a new record
    /// only the latter are listed.
    pub fields: Vec<FieldChange>,
    /// What the reservation lacks afterwards, as [`missing`](crate::intake::ReservationIntake::missing)
    /// names it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<String>,
    /// Where it stands.
    pub source: Source,
}

/// What a record is of.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Subject {
    Customer,
    Reservation,
    Booking,
}

/// A field of a record.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct FieldChange {
    /// Its name in JSON.
    pub field: String,
    /// What it is.
    pub before: Option<String>,
    /// What the import says.
    pub after: Option<String>,
    /// Why it stays what it is, where it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<Kept>,
}

/// Why a value stays although an import says something else.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Kept {
    /// It was changed here since the last import, and the import says what that one said or something
    /// older.
    ChangedHere,
    /// It stands in a file, and the import only guesses.
    Stated,
    /// The import says two things, and the first one counts.
    Contradicted,
    /// What has ended stays so, whatever an older file says.
    Ended,
}
