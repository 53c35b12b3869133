//! How far a request is and how severe, in words and colours.

use crate::i18n::Text;
use crate::i18n::catalogue::{common, support as texts};
use azure::{Severity, TicketStatus};
use view_model::Tone;

/// What a status is called; one that this version does not know as it is.
pub(crate) fn status_name(status: Option<&TicketStatus>) -> String {
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

/// Each severity with what it is called and what it means.
const SEVERITIES: [(Severity, Text, Text); 4] = [
    (Severity::Minimal, texts::SEVERITY_MINIMAL, texts::SEVERITY_MINIMAL_MEANS),
    (Severity::Moderate, texts::SEVERITY_MODERATE, texts::SEVERITY_MODERATE_MEANS),
    (Severity::Critical, texts::SEVERITY_CRITICAL, texts::SEVERITY_CRITICAL_MEANS),
    (Severity::HighestCriticalImpact, texts::SEVERITY_HIGHEST, texts::SEVERITY_HIGHEST_MEANS),
];

/// What a severity is called; one that this version does not know as it is.
pub(super) fn severity_name(severity: &Severity) -> String {
    let known = SEVERITIES.iter().find(|(known, ..)| known == severity);
    known.map_or_else(|| severity.to_string(), |(_, name, _)| name.get().to_owned())
}

/// What a severity means; nothing for one that this version does not know.
pub(super) fn severity_meaning(severity: &str) -> String {
    let known = SEVERITIES.iter().find(|(known, ..)| known.as_str() == severity);
    known.map_or_else(String::new, |(_, _, means)| means.get().to_owned())
}

/// The severities to choose from.
pub(super) fn severities() -> Vec<(String, String)> {
    let choice = |(severity, name, _): &(Severity, Text, Text)| {
        (severity.to_string(), name.get().to_owned())
    };
    SEVERITIES.iter().map(choice).collect()
}
