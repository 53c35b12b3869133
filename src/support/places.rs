//! Countries and time zones as Microsoft's support names them.

use crate::platform::places::{Kind, names, utc_offset};
use chrono::{DateTime, Utc};
use view_model::support::country_codes;

/// A country: what it is called in the language of `locale`, and its alpha-3 code.
#[must_use]
pub fn countries(locale: &str) -> Vec<(String, &'static str)> {
    let codes: Vec<_> = country_codes().collect();
    let two: Vec<_> = codes.iter().map(|(two, _)| *two).collect();
    let names = names(locale, Kind::Region, &two);
    names.into_iter().zip(codes).map(|(name, (_, three))| (name, three)).collect()
}

/// What the country with this alpha-3 code, in any case, is called; the code itself if nobody knows it.
#[must_use]
pub fn country(locale: &str, three: &str) -> String {
    let mut codes = country_codes();
    let known = codes.find(|(_, known)| known.eq_ignore_ascii_case(three));
    let name = known.and_then(|(two, _)| names(locale, Kind::Region, &[two]).pop());
    name.unwrap_or_else(|| three.to_owned())
}

/// What tells people which time zone it is: the distance from UTC, and a city.
#[must_use]
pub fn time_zone_hint(iana: &str, now: DateTime<Utc>) -> String {
    let city = iana.rsplit('/').next().unwrap_or(iana).replace('_', " ");
    let offset = utc_offset(iana, now).unwrap_or_default();
    // The zones without a city are named after their distance already.
    if iana.starts_with("Etc/") { format!("UTC{offset}") } else { format!("UTC{offset} {city}") }
}
