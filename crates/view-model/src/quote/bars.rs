//! Where the parts of the yearly limit lie in its bar: pure geometry.
//!
//! Shares of the limit are drawn and never read; the amounts beside the bar are those of the quote.

use calculator::LimitUse;

/// The whole limit in the drawing's own units.
pub const WIDTH: u32 = 1_000;

/// The parts of the bar from left to right; what is left over is free.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segments {
    /// What past cancellations use.
    pub used: u32,
    /// What the return uses.
    pub counts: u32,
    /// Whether the return would go beyond the end of the bar.
    pub is_over: bool,
}

/// The parts of a limit.
#[must_use]
pub fn segments(limit: &LimitUse) -> Segments {
    let whole = limit.limit.minor();
    let counts = limit.of_return.map_or(0, |of_return| of_return.counts.minor());
    let used = share(limit.used_before.minor(), whole);
    let end = share(limit.used_before.minor().saturating_add(counts), whole);
    Segments { used, counts: end - used, is_over: counts > limit.left_before.minor() }
}

/// `part` of `whole` in the bar's units, no more than all of it; something, however little, is seen.
pub(in crate::quote) fn share(part: i128, whole: i128) -> u32 {
    if part <= 0 {
        return 0;
    }
    let scaled = part.saturating_mul(i128::from(WIDTH)).checked_div(whole);
    let scaled = scaled.and_then(|scaled| u32::try_from(scaled).ok());
    scaled.unwrap_or(WIDTH).clamp(1, WIDTH)
}
