//! What a page and the worker that reads files say to each other.
//!
//! The page asks and gets one answer to each question, in the order of the questions; [`Told::Progress`] comes
//! between them. The worker alone holds what the files say: the page gets counts, and of long lists the part
//! that it shows.

use serde::{Deserialize, Serialize};

use crate::intake::Source;

/// What the page asks the worker for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Asked {
    /// Read the file that comes along; it takes the place of what was read there before. Answered by
    /// [`Told::Read`].
    Read {
        /// The place of the file on the page, which names it in everything that follows.
        place: usize,
        /// The name of the file.
        name: String,
        /// What was answered to the questions of an earlier reading.
        answers: FileAnswers,
    },
    /// Forget the file at this place. Answered by [`Told::Done`].
    Forget(usize),
    /// Rejected rows of the file at a place. Answered by [`Told::Rejected`].
    Rejected(usize, Window),
    /// Keep what the records know, as the [blocks](crate::columns::join_blocks) of all customers that come along in
    /// the place of a file. Answered by [`Told::Done`].
    Records,
    /// Put the files together, beside what the records know. Answered by [`Told::Joined`].
    Join,
    /// Contradictions between rows. Answered by [`Told::Conflicts`].
    Conflicts(Window),
    /// The customers between which somebody has to decide. Answered by [`Told::Disputes`].
    Disputes(Window),
    /// The groups of the reservations that lack this field. Answered by [`Told::Groups`].
    Groups(Field, By, Window),
    /// Fill in what was answered and decided, and cut the result into parts that can be sent. Answered by
    /// [`Told::Settled`].
    Settle(Vec<BulkAnswer>, Vec<Decision>),
    /// The body of the request that sends a part, numbered from 0. Answered by [`Told::Part`].
    Part(usize),
}

/// A part of a long list.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Window {
    /// How many come before it.
    pub skip: usize,
    /// How many it has at most.
    pub take: usize,
}

/// What the worker tells the page.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(clippy::large_enum_variant, reason = "there is one at a time")]
pub enum Told {
    /// How many rows of the file were read so far.
    Progress(u64),
    /// What the file is, each of its sheets or of the files in it.
    Read(Vec<FileSummary>),
    /// It is done.
    Done,
    /// These are the rejected rows that were asked for.
    Rejected(Vec<RejectedRow>),
    /// What the files say together.
    Joined(Joined),
    /// These are the contradictions that were asked for.
    Conflicts(Vec<ConflictRow>),
    /// These are the disputes that were asked for, and how many there are.
    Disputes(Vec<Dispute>, usize),
    /// These are the groups that were asked for, and how many there are.
    Groups(Vec<Group>, usize),
    /// What is going to be sent.
    Settled(Settled),
    /// The body of a request.
    Part(String),
    /// The question cannot be answered: a file that cannot be read any more, or a part that is not there.
    Failed(String),
}

/// What a file leaves open, answered.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FileAnswers {
    /// Whether the day comes first in `03/04/2026`.
    pub is_day_first: Option<bool>,
    /// Whether a point separates the fraction in `1.200`.
    pub is_point_decimal: Option<bool>,
}

/// What a file is, or a sheet of a workbook, or a file of an archive.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FileSummary {
    /// The name of the file.
    pub file: String,
    /// The sheet, or the file within.
    pub part: Option<String>,
    /// The word for its kind.
    pub kind: String,
    /// Why it could not be read at all.
    pub refused: Option<String>,
    /// Rows below the header, or records.
    pub rows: u64,
    /// Rows that say something.
    pub facts: u64,
    /// How many rows cannot be used.
    pub rejected: u64,
    /// Rows that say nothing about reservations.
    pub ignored: Vec<IgnoredRows>,
    /// What had to be assumed.
    pub notes: Vec<String>,
    /// What the file leaves open.
    pub questions: Vec<FileQuestion>,
    /// Columns from which nothing was read.
    pub unread: Vec<String>,
}

/// Rows that say nothing about reservations, for one reason.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct IgnoredRows {
    /// Why.
    pub reason: String,
    /// How many.
    pub rows: u64,
    /// The line of the first.
    pub line: u64,
}

/// Values with two meanings, which are left open until somebody says which one is meant.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FileQuestion {
    /// Whether it is about dates; else it is about numbers.
    pub is_about_dates: bool,
    /// The line of the first.
    pub line: u64,
    /// The column of the first.
    pub column: String,
    /// The first, as the file has it.
    pub text: String,
    /// What it means if the day comes first or a point separates the fraction, and otherwise.
    pub readings: [String; 2],
    /// How many values are left open.
    pub values: u64,
}

/// A row that cannot be used.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RejectedRow {
    /// The sheet, or the file within.
    pub part: Option<String>,
    /// Its line, from 1.
    pub line: u64,
    /// Why.
    pub reason: String,
}

/// What the files say together.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Joined {
    /// Each reservation once.
    pub reservations: u64,
    /// Each customer once, also without reservations.
    pub customers: u64,
    /// Each transaction once.
    pub transactions: u64,
    /// Contradictions between rows.
    pub conflicts: u64,
    /// Groups of reservations for which several customers are named.
    pub disputes: u64,
    /// What no file states and the records know, so that nobody is asked.
    pub recorded: Vec<Recorded>,
    /// What is to be known about the whole.
    pub notes: Vec<String>,
    /// What reservations lack, in the order in which it is asked for.
    pub missing: Vec<Missing>,
    /// What was concluded, by field and reason.
    pub guesses: Vec<GuessCount>,
    /// The customers that the files name: names, or tenants without one.
    pub customer_names: Vec<String>,
}

/// How many reservations have a field from the records.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Recorded {
    /// The field.
    pub field: Field,
    /// How many of the reservations.
    pub reservations: u64,
}

/// A field that reservations need.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Field {
    /// Whose it is.
    Customer,
    /// ISO 4217.
    CurrencyCode,
    /// How it is paid.
    BillingPlan,
    /// One or three or five years.
    Term,
    /// When it began.
    PurchaseDate,
    /// Units.
    Quantity,
    /// The kind of product.
    ReservedResourceType,
    /// One unit, whole term.
    UnitPrice,
}

impl Field {
    /// All of them, in the order in which they are asked for.
    pub const ALL: [Self; 8] = [
        Self::Customer,
        Self::CurrencyCode,
        Self::BillingPlan,
        Self::Term,
        Self::PurchaseDate,
        Self::Quantity,
        Self::ReservedResourceType,
        Self::UnitPrice,
    ];

    /// Its name in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::CurrencyCode => "currencyCode",
            Self::BillingPlan => "billingPlan",
            Self::Term => "term",
            Self::PurchaseDate => "purchaseDate",
            Self::Quantity => "quantity",
            Self::ReservedResourceType => "reservedResourceType",
            Self::UnitPrice => "unitPrice",
        }
    }

    /// The field with this name in JSON.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.as_str() == name)
    }
}

/// What reservations have in common for which one answer is given.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum By {
    /// Nothing: one answer for all.
    All,
    /// The file in which they were first seen.
    File,
    /// Their customer.
    Customer,
    /// Size, region and term.
    Product,
}

impl By {
    /// All of them, from one answer to many.
    pub const ALL: [Self; 4] = [Self::All, Self::File, Self::Customer, Self::Product];
}

/// How many reservations lack a field, or have it from a guess.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Missing {
    /// The field.
    pub field: Field,
    /// How many have no value.
    pub without: u64,
    /// How many have one that stands in no file.
    pub guessed: u64,
    /// How many transactions are nobody's, and have no reservation that tells whose they are.
    #[serde(default)]
    pub transactions: u64,
}

/// Reservations that get one answer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Group {
    /// What they have in common, which is empty for all of them; also what people read.
    pub key: String,
    /// How many have no value.
    pub without: u64,
    /// How many have one that stands in no file.
    pub guessed: u64,
    /// How many transactions get the answer as well.
    #[serde(default)]
    pub transactions: u64,
    /// What the answer may be.
    pub suggestion: Option<Suggestion>,
}

/// A guess at an answer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Suggestion {
    /// The answer.
    pub value: String,
    /// What it was concluded from.
    pub why: Why,
}

/// What a suggestion was concluded from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Why {
    /// The files have no other value.
    OnlyOneInFiles,
    /// The customer's other reservations have no other value.
    OnlyOneOfCustomer,
    /// Other reservations of the product have no other value.
    OnlyOneOfProduct,
}

/// An answer for many reservations.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct BulkAnswer {
    /// The field.
    pub field: Field,
    /// What they have in common.
    pub by: By,
    /// Which group: [`Group::key`].
    pub key: String,
    /// The answer, as it stands in [`ReservationIntake`](crate::intake::ReservationIntake); for a customer the
    /// GUID of its tenant, or its name.
    pub value: String,
}

/// Reservations and transactions for which the same customers are named, one of whom it can be.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Dispute {
    /// Names the dispute.
    pub key: String,
    /// How many reservations.
    pub reservations: u64,
    /// How many transactions that no reservation of the files goes with.
    pub transactions: u64,
    /// The name of the first of the reservations, else an id.
    pub first: String,
    /// Each customer that is named.
    pub claims: Vec<Claim>,
}

/// A customer that is named, and where.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Claim {
    /// Names the customer within the dispute.
    pub key: String,
    /// What people call it.
    pub name: String,
    /// Its tenant, if it is known.
    pub tenant: Option<String>,
    /// Where it was first named; nothing where only the records do.
    pub source: Option<Source>,
    /// Whether the records have it so.
    pub is_recorded: bool,
}

/// What somebody has decided about a [`Dispute`].
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Decision {
    /// [`Dispute::key`].
    pub dispute: String,
    /// [`Claim::key`].
    pub claim: String,
}

/// How often something was concluded.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct GuessCount {
    /// The field's name in JSON.
    pub field: String,
    /// What it was concluded from.
    pub reason: String,
    /// How many reservations.
    pub reservations: u64,
}

/// Two values for one field of a reservation.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ConflictRow {
    /// The name of the reservation, else its id.
    pub reservation: String,
    /// The field's name in JSON.
    pub field: String,
    /// The value that is used.
    pub kept: String,
    /// The other one.
    pub other: String,
    /// The file of the other one.
    pub file: String,
    /// Its line, from 1.
    pub line: u64,
}

/// What is going to be sent.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Settled {
    /// Into how many parts it was cut.
    pub parts: usize,
    /// Customers in it.
    pub customers: u64,
    /// Reservations in it.
    pub reservations: u64,
    /// Bookings in it.
    pub bookings: u64,
    /// What reservations still lack.
    pub missing: Vec<Missing>,
    /// Reservations and transactions for which several customers are named, and nobody has decided.
    #[serde(default)]
    pub undecided: u64,
    /// Transactions that cannot be kept, each with its file, line and reason.
    pub left_out: Vec<LeftOut>,
    /// Transactions that are kept with something that was concluded.
    pub assumed: Vec<LeftOut>,
}

/// Transactions about which there is the same to say.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct LeftOut {
    /// The file of the first.
    pub file: String,
    /// The line of the first.
    pub line: u64,
    /// Why.
    pub reason: String,
    /// How many.
    pub transactions: u64,
}
