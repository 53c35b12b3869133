//! Whether a stated value takes the place of the one that there is.

use calculator::{Phase, ProvisioningState};
use portfolio::import::Kept;
use portfolio::intake::ReservationIntake;

use crate::records::reservation::Stated;

/// A reservation as it is before the import.
pub(super) struct Before {
    /// What is known of it, with what is known of its order. The state is that of the day.
    pub(super) facts: ReservationIntake,
    /// What the last import said that could be changed here since; of one that no import has brought
    /// there is nothing that an import could have said.
    pub(super) stated: Option<Stated>,
    pub(super) is_record: bool,
    pub(super) is_new: bool,
}

/// The facts with one word for the state: what gave its units to others has ended.
pub(super) fn normal(mut facts: ReservationIntake) -> ReservationIntake {
    if facts.state.is_some() || facts.succession.is_some() {
        facts.state = Some(facts.provisioning_state().as_str().to_owned());
    }
    facts
}

/// Whether the state is a word for the end of what is known to have been split, merged or exchanged: lists
/// call that `Cancelled`, which says no more.
pub(super) fn is_less(before: &Before, facts: &ReservationIntake) -> bool {
    let is_end = |word: &String| ProvisioningState::parse(word).phase().is_final();
    before.facts.succession.is_some()
        && facts.succession.is_none()
        && facts.state.as_ref().is_some_and(is_end)
}

/// `None` where the value is the one that there is, else why it does not take its place, if it does not.
pub(super) fn decide(
    before: &Before,
    facts: &ReservationIntake,
    field: &str,
    value: &str,
) -> Option<Option<Kept>> {
    let Some(current) = before.facts.fact(field) else { return Some(None) };
    if current == value {
        return None;
    }
    let is_typed = facts.source.file.is_empty();
    if weight(facts, field) < weight(&before.facts, field) && !is_typed {
        return Some(Some(Kept::Stated));
    }
    // A word that nobody can calculate with is no better than one that somebody can.
    if is_missing(field, value) && !is_missing(field, &current) {
        return Some(Some(Kept::Stated));
    }
    if !before.is_record {
        return Some((field == "state").then(|| state(&current, value, None)).flatten());
    }
    let stated = before.stated.as_ref();
    let state_now = ProvisioningState::parse(before.facts.state.as_deref().unwrap_or_default());
    let is_pending = state_now.phase().is_pending();
    Some(match field {
        // A change that is under way here ends by itself.
        "state" | "quantity" if is_pending => {
            let is_old = stated.is_some_and(|stated| match field {
                "state" => stated.state.as_str() == value,
                _ => stated.quantity.to_string() == value,
            });
            return (!is_old).then_some(Some(Kept::ChangedHere));
        }
        "state" if is_over(&state_now, value) => return None,
        "state" => state(&current, value, Some(stated.map(|it| it.state.as_str()))),
        "displayName" => match stated {
            Some(stated) if stated.name == current || stated.name != value => None,
            _ => Some(Kept::ChangedHere),
        },
        "quantity" => match stated {
            Some(stated) if stated.quantity.to_string() == current => None,
            // Units that are gone do not come back: fewer are newer.
            Some(stated) if stated.quantity.to_string() != value && fewer(value, &current) => None,
            _ => Some(Kept::ChangedHere),
        },
        _ => None,
    })
}

/// What was concluded weighs less than what somebody has answered, who has seen it, and that less than what a
/// file states.
fn weight(facts: &ReservationIntake, field: &str) -> u8 {
    match facts.guess(field) {
        Some(guess) if guess.reason.starts_with("answered") => 1,
        Some(_) => 0,
        None => 2,
    }
}

fn is_missing(field: &str, value: &str) -> bool {
    let mut only = ReservationIntake::default();
    only.state_fact(field, Some(value.to_owned()));
    only.missing().contains(&field)
}

/// Lists call what has expired `Expiring` or nothing at all for a year; dates tell.
fn is_over(now: &ProvisioningState, value: &str) -> bool {
    now.phase() == Phase::Expired && ProvisioningState::parse(value).phase().is_active()
}

fn fewer(value: &str, current: &str) -> bool {
    let units = |text: &str| text.parse::<u32>().ok();
    units(value) < units(current)
}

/// What has ended does not begin again. `stated` is what the last import said, if it is a record and one
/// did.
fn state(current: &str, value: &str, stated: Option<Option<&str>>) -> Option<Kept> {
    let [from, to] = [current, value].map(|word| ProvisioningState::parse(word).phase());
    let was_changed_here = stated.is_some_and(|stated| stated != Some(current));
    match (from.is_final(), to.is_final()) {
        (false, true) => None,
        (true, false) if was_changed_here => Some(Kept::ChangedHere),
        (true, false) => Some(Kept::Ended),
        _ if was_changed_here && stated == Some(Some(value)) => Some(Kept::ChangedHere),
        _ => None,
    }
}
