//! What the browser keeps of the wizard, and what it can tell of the person, so that there is less to fill in.
//!
//! The tab remembers what was typed until the request is created, so that a reload, a failed request or a look at
//! another page loses nothing.

use super::draft::id_lines;
use crate::i18n;
use crate::platform::storage::tab;
use crate::platform::{clock, document, places};
use azure::SupportTicket;
use chrono::{DateTime, Days, Utc};
use leptos::prelude::untrack;
use view_model::address::ReservationRef;
use view_model::support::{Draft, Guesses, RequestForm, alpha_3, time_zones};

/// Half a year later the other half of the world has its summer time.
const HALF_A_YEAR: Days = Days::new(182);

/// The Windows name of the browser's time zone; empty when nothing fits.
///
/// The table names one zone of each kind. For any other we take the first zone on the same continent whose
/// clocks agree with the browser's now and in half a year.
fn time_zone() -> String {
    let here = places::time_zone();
    if let Some((windows, _)) = time_zones().find(|(_, iana)| *iana == here) {
        return windows.to_owned();
    }
    let now = clock::now();
    let Some(clocks) = clocks(&here, now) else { return String::new() };
    let same_continent = time_zones().filter(|(_, iana)| continent(iana) == continent(&here));
    let found = same_continent
        .chain(time_zones())
        .find(|(_, iana)| self::clocks(iana, now).as_ref() == Some(&clocks));
    found.map_or_else(String::new, |(windows, _)| windows.to_owned())
}

fn clocks(iana: &str, now: DateTime<Utc>) -> Option<[String; 2]> {
    Some([places::utc_offset(iana, now)?, places::utc_offset(iana, now + HALF_A_YEAR)?])
}

fn continent(iana: &str) -> &str {
    iana.split('/').next().unwrap_or(iana)
}

/// The alpha-3 code of the country that the browser's language is spoken in; empty when it names none.
fn country() -> String {
    let languages = document::preferred_languages();
    let regions = languages.iter().filter_map(|tag| Some(tag.rsplit_once('-')?.1));
    regions.filter_map(alpha_3).next().unwrap_or_default().to_owned()
}

/// Where the contact of the last request is remembered, for the next one.
const CONTACT_KEY: &str = "support.contact";

/// An empty form with the contact of the tab's last request, and what the browser can tell of the person.
#[must_use]
pub fn begin() -> RequestForm {
    let contact = tab::get(CONTACT_KEY).and_then(|text| RequestForm::parse(&text));
    let language = untrack(i18n::current);
    RequestForm::begin(contact, Guesses { time_zone: time_zone(), country: country(), language })
}

/// A form with what a quote says in each language.
#[must_use]
pub fn of_drafts(drafts: Vec<Draft>) -> RequestForm {
    begin().with_drafts(drafts)
}

/// What was typed for this reservation when the page was last here.
#[must_use]
pub fn recall(of: &ReservationRef) -> Option<RequestForm> {
    RequestForm::parse(&tab::get(&key(of))?)
}

/// Remembers the form. A browser that refuses storage forgets it with the page.
pub fn remember(form: &RequestForm, of: &ReservationRef) {
    tab::set(&key(of), &form.text());
}

/// Forgets what was typed for this reservation; the contact is kept for the next request.
pub fn finish(form: &RequestForm, of: &ReservationRef) {
    tab::set(CONTACT_KEY, &form.contact_text());
    forget(of);
}

/// Forgets what was typed for this reservation.
pub fn forget(of: &ReservationRef) {
    tab::remove(&key(of));
}

/// The ticket that the form asks for, with the ids of the reservation in the language of this moment.
#[must_use]
pub fn ticket(form: &RequestForm, of: &ReservationRef) -> SupportTicket {
    form.to_ticket(of, &id_lines(of))
}

fn key(of: &ReservationRef) -> String {
    format!("support.{}.{}", of.order, of.reservation).to_ascii_lowercase()
}
