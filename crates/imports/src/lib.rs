//! Files that a partner already has, as typed rows: bytes in, reservations and problems out.
//!
//! A file is recognised by its content, never by its name. [`read_file`] gives what one file says:
//! [`Fact`]s, and for every row that gave none the reason. [`join`] puts the facts of several files
//! together by reservation order and reservation, and says what is still missing, what was guessed
//! and why, and where files contradict each other. A [`Reservation`] then becomes a
//! [`calculator::Holding`], or tells what it lacks.
//!
//! Invariant: no input makes this crate panic, and it has no I/O and no clock.
//!
//! Invariant: every row of a file is a fact, or rejected or ignored with a reason. No row is lost.
//!
//! Invariant: amounts are decimals from text. A workbook keeps numbers as floating point, so there
//! the shortest text that gives the same number is what is read.

mod claims;
mod column;
mod container;
mod disputes;
mod fact;
mod file;
mod id;
mod intake;
mod join;
mod json;
mod kind;
mod preview;
mod quote;
mod reader;
mod recorded;
mod reservation;
mod row;
mod state;
mod table;
mod text;
mod value;
mod workbook;

pub use fact::{
    CustomerFact, EventKind, Fact, OrderFact, PriceFact, ReservationFact, Succession,
    TransactionFact, UsageFact,
};
pub use file::{Answers, FileReport, Ignored, Problem, Question, Read, Tally, read_file};
pub use id::Id;
pub use intake::{Intake, parts};
pub use join::{Portfolio, join};
pub use kind::Kind;
pub use preview::{Change, FieldChange, changes};
pub use quote::{Lacking, Ledgers, ToldTwice, UsdRates};
pub use reservation::{Conflict, Customer, Guess, NamedCustomer, Place, Reservation};
pub use value::{DateOrder, DecimalMark};

/// What is accepted at the door. Beyond it a file is refused, or read up to the limit and said so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// Bytes of one file.
    pub bytes: u64,
    /// Bytes that one gzip file, archive or workbook inflates to.
    pub inflated: u64,
    /// Files in an archive.
    pub entries: usize,
    /// Rows of one file; later rows are counted and ignored.
    pub rows: u64,
    /// Columns of a table.
    pub columns: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 512 << 20,
            inflated: 1 << 30,
            entries: 1_000,
            rows: 1_000_000,
            columns: 1_000,
        }
    }
}

impl Limits {
    /// Why something that is packed is not read.
    fn inflates_too_much(&self) -> String {
        format!("inflates to more than {}", mebibytes(self.inflated))
    }
}

fn mebibytes(bytes: u64) -> String {
    format!("{} MiB", bytes >> 20)
}
