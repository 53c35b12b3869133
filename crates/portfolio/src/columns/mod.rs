//! The table of all reservations of all customers.
//!
//! The backend keeps a [`Block`] with each customer's records and serves all blocks at once. A [`Portfolio`] is
//! made of them without an allocation for each reservation: columns of numbers, and one text for each column
//! of texts. What a page asks for, it answers with numbers of rows and whole amounts; words are for others.

#[cfg(test)]
mod any;
mod block;
mod bytes;
#[cfg(test)]
mod examples;
mod fact;
mod find;
mod index;
mod look_up;
mod portfolio;
mod quotes;
mod ranks;
mod sums;
#[cfg(test)]
mod tests;
mod texts;
mod together;
mod totals;

pub use block::{
    BLOCK_FORMAT, Block, Origin, Row, Standing, Unreadable, Unusable, join_blocks, split_blocks,
};
pub use fact::{Fact, Facts};
pub use find::{Choice, Expiry, Facet, Filter, Found, OutcomeKind};
pub use index::{Column, Index, SortBy, Wording};
pub use portfolio::{Customer, Portfolio, RowView};
pub use quotes::{Outcome, Question, Quote, QuotedAmounts, Quotes};
pub use ranks::{Sortable, Weight};
pub use sums::{LimitLeft, sums};
pub use together::{Together, TogetherSearch};
pub use totals::{CustomerLimit, EndingRights, ExpiryMonth, Refundable, Totals};
