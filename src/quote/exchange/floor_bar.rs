//! Where the new commitment and the floor lie in their bar: pure geometry.
//!
//! Shares are drawn and never read; the amounts beside the bar are those of the quote.

use crate::quote::refund::limit_bar::share;
use calculator::Money;

pub use crate::quote::refund::limit_bar::WIDTH;

/// The parts of the bar, which reaches to the larger of the two amounts and a little further.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// How far what is bought reaches.
    pub bought: u32,
    /// Where the floor is.
    pub floor: u32,
}

/// The bar of an exchange.
#[must_use]
pub fn bar(floor: Money, bought: Money) -> Bar {
    let whole = floor.minor().max(bought.minor());
    // A tenth more, so that the mark of the floor is inside of the bar.
    let whole = whole.saturating_add(whole / 10).max(1);
    Bar { bought: share(bought.minor(), whole), floor: share(floor.minor(), whole) }
}
