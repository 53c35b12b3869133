//! How far a request is, in words and colours.

use crate::i18n::catalogue::{common, support as texts};
use crate::ui::Tone;
use azure::TicketStatus;

/// What a status is called; one that this version does not know as it is.
pub(super) fn status_name(status: Option<&TicketStatus>) -> String {
    let text = match status {
        Some(TicketStatus::Open) => texts::OPEN,
        Some(TicketStatus::Updating) => texts::UPDATING,
        Some(TicketStatus::Closed) => texts::CLOSED,
        Some(TicketStatus::Other(unknown)) => return unknown.to_string(),
        None => common::NOT_STATED,
    };
    text.get().to_owned()
}

/// The colour of a status.
pub(super) const fn status_tone(status: Option<&TicketStatus>) -> Tone {
    match status {
        Some(TicketStatus::Open) => Tone::Success,
        Some(TicketStatus::Updating) => Tone::Info,
        _ => Tone::Neutral,
    }
}
