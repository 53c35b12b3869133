//! What the options and the reasons of an advice are called.

use crate::i18n::catalogue::{comparison as texts, reservation};
use crate::i18n::{self, Text};
use calculator::Share;
use calculator::comparison::{Choice, Reason};

/// What can be done.
pub(crate) const fn choice_name(choice: Choice) -> Text {
    match choice {
        Choice::Keep => texts::KEEP,
        Choice::Refund => reservation::REFUND,
        Choice::RefundUnneeded => texts::REFUND_UNNEEDED,
        Choice::Exchange => reservation::EXCHANGE,
        Choice::TradeIn => texts::TRADE_IN,
    }
}

/// Why a choice is advised, or none.
pub(crate) const fn reason_words(reason: Reason) -> Text {
    match reason {
        Reason::NothingLeft => texts::BECAUSE_NOTHING_LEFT,
        Reason::NothingElsePossible => texts::BECAUSE_NOTHING_ELSE,
        Reason::UtilizationUnknown => texts::BECAUSE_UNKNOWN_USE,
        Reason::SavingUnknown => texts::BECAUSE_UNKNOWN_SAVING,
        Reason::UsedEnough => texts::BECAUSE_USED,
        Reason::SomeUnneeded => texts::BECAUSE_SOME_UNNEEDED,
        Reason::NothingGivenUp => texts::BECAUSE_NOTHING_GIVEN_UP,
        Reason::WholeValueCounts => texts::BECAUSE_WHOLE_VALUE,
        Reason::RefundRefused => texts::BECAUSE_REFUND_REFUSED,
        Reason::NothingBetter => texts::BECAUSE_NOTHING_BETTER,
        Reason::Underused => texts::BECAUSE_UNDERUSED,
    }
}

/// A part of a whole in percent.
pub(super) fn percent(share: Share) -> String {
    i18n::percent_of_hundred(share.to_percent())
}
