//! Requests as text, for those who paste them elsewhere.

use super::draft::id_lines;
use super::ticket::facts;
use crate::i18n::catalogue::quote;
use crate::i18n::t_with;
use azure::SupportTicket;
use view_model::address::ReservationRef;
use view_model::support::{RequestField, RequestForm};

/// A request that was not created yet: its title, and what it says.
#[must_use]
pub fn of_form(form: &RequestForm, of: &ReservationRef) -> String {
    format!("{}\n\n{}", form.get(RequestField::Title), form.description(of, &id_lines(of)))
}

/// A request with its number, its state and everything else that is known of it.
#[must_use]
pub fn of_ticket(ticket: &SupportTicket) -> String {
    let properties = ticket.properties();
    let line = |(name, value): (crate::i18n::Text, String)| {
        t_with(quote::TEXT_LINE, &[("name", name.get().to_owned()), ("value", value)])
    };
    let facts: Vec<_> = facts(ticket).into_iter().map(line).collect();
    let title = properties.title.as_deref().unwrap_or_default();
    let description = properties.description.as_deref().unwrap_or_default();
    format!("{title}\n\n{}\n\n{description}", facts.join("\n"))
}
