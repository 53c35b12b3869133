//! The typed client: the only way to data, and the only place that performs requests.
//!
//! It speaks to one base URL with the paths and shapes of the Azure APIs and cannot tell which backend
//! answers. What a page gets is either parsed records or an [`ApiError`] that says what to tell the person.

mod access;
mod account;
mod activity;
mod answer;
mod attempt;
mod backup;
mod changes;
mod client;
mod confirmations;
mod consumption;
mod customers;
mod elsewhere;
mod error;
mod exchange;
mod imports;
mod ledger;
mod letterhead;
mod load;
mod operation;
mod pages;
mod people;
mod portfolio;
mod prices;
mod refunds;
mod reservations;
mod rights;
mod scopes;
mod session;
mod settings;
mod settlements;
mod sign_in;
mod support;
mod unreadable;

pub use ::portfolio::import::{
    Counts, FieldChange, Import, ImportState, Kept, RecordChange, Subject, Tally,
};
pub use access::{Assignment, Origin, Principal};
pub use account::{Account, Records, use_own_records};
pub use answer::Answer;
pub use attempt::{Attempt, Known, NotDone};
pub use azure::{Permission, Role};
pub use changes::{Regroup, regrouped};
pub use client::{Api, Request, Tenant, use_api};
pub use confirmations::{Confirmation, Threshold};
pub use elsewhere::{Elsewhere, hold_while, use_elsewhere};
pub use error::ApiError;
pub use load::{AnyLoad, FromAny, Load, State, load};
pub use operation::{PollPlan, is_settled};
pub use people::{Invitation, LocalAccount, NewInvitation};
pub use rights::Grant;
pub use session::{Renew, Session, use_session};
pub use settings::Settings;
pub use unreadable::UnreadableDocument;
