//! Where the parts of a bar lie: of the yearly limit, and of the floor of an exchange. Pure geometry.
//!
//! Shares are drawn and never read; the amounts beside a bar are those of the quote.

use calculator::{LimitUse, Money};

/// The whole of a bar in the drawing's own units.
pub const WIDTH: u32 = 1_000;

/// The parts of the limit from left to right; what is left over is free.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LimitBar {
    /// What past cancellations use.
    pub used: u32,
    /// What the return uses.
    pub counts: u32,
    /// Whether the return would go beyond the end of the bar.
    pub is_over: bool,
}

/// The bar of a limit.
#[must_use]
pub fn limit_bar(limit: &LimitUse) -> LimitBar {
    let whole = limit.limit.minor();
    let counts = limit.of_return.map_or(0, |of_return| of_return.counts.minor());
    let used = share(limit.used_before.minor(), whole);
    let end = share(limit.used_before.minor().saturating_add(counts), whole);
    LimitBar { used, counts: end - used, is_over: limit.is_over() }
}

/// The parts of the bar, which reaches to the larger of the two amounts and a little further.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FloorBar {
    /// How far what is bought reaches.
    pub bought: u32,
    /// Where the floor is.
    pub floor: u32,
}

/// The bar of an exchange.
#[must_use]
pub fn floor_bar(floor: Money, bought: Money) -> FloorBar {
    let whole = floor.minor().max(bought.minor());
    // A tenth more, so that the mark of the floor is inside of the bar.
    let whole = whole.saturating_add(whole / 10).max(1);
    FloorBar { bought: share(bought.minor(), whole), floor: share(floor.minor(), whole) }
}

/// `part` of `whole` in the bar's units, no more than all of it; something, however little, is seen.
fn share(part: i128, whole: i128) -> u32 {
    if part <= 0 {
        return 0;
    }
    let scaled = part.saturating_mul(i128::from(WIDTH)).checked_div(whole);
    let scaled = scaled.and_then(|scaled| u32::try_from(scaled).ok());
    scaled.unwrap_or(WIDTH).clamp(1, WIDTH)
}
