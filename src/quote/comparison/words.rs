//! What the calculator says about a comparison, in the reader's language.

use crate::i18n::catalogue::{comparison as texts, reservation};
use crate::i18n::{self, Text};
use calculator::Share;
use calculator::comparison::{Choice, Reason};
use rust_decimal::Decimal;

/// What can be done.
pub(super) const fn choice(choice: Choice) -> Text {
    match choice {
        Choice::Keep => texts::KEEP,
        Choice::Refund => reservation::REFUND,
        Choice::Exchange => reservation::EXCHANGE,
        Choice::TradeIn => texts::TRADE_IN,
    }
}

/// Why a choice is advised, or none.
pub(super) const fn reason(reason: Reason) -> Text {
    match reason {
        Reason::NothingLeft => texts::BECAUSE_NOTHING_LEFT,
        Reason::NothingElsePossible => texts::BECAUSE_NOTHING_ELSE,
        Reason::UtilizationUnknown => texts::BECAUSE_UNKNOWN_USE,
        Reason::SavingUnknown => texts::BECAUSE_UNKNOWN_SAVING,
        Reason::UsedEnough => texts::BECAUSE_USED,
        Reason::NothingGivenUp => texts::BECAUSE_NOTHING_GIVEN_UP,
        Reason::WholeValueCounts => texts::BECAUSE_WHOLE_VALUE,
        Reason::RefundRefused => texts::BECAUSE_REFUND_REFUSED,
        Reason::NothingBetter => texts::BECAUSE_NOTHING_BETTER,
        Reason::Underused => texts::BECAUSE_UNDERUSED,
    }
}

/// A part of a whole in percent.
pub(super) fn percent(share: Share) -> String {
    let ratio = share.to_percent().checked_mul(Decimal::new(1, 2)).unwrap_or_default();
    i18n::percent(ratio.normalize())
}
