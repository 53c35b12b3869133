//! Countries and time zones as Microsoft's support names them.

use crate::platform::places::{Kind, names, utc_offset};
use chrono::{DateTime, Utc};

/// Countries: ISO 3166-1 alpha-2, directly followed by alpha-3.
const COUNTRIES: &str = include_str!("countries.txt");

/// Time zones: the Windows name, and the IANA name of the zone that stands for it.
/// Source: Unicode CLDR, `windowsZones`, territory 001.
const TIME_ZONES: &str = include_str!("time_zones.psv");

/// A country: what it is called in the language of `locale`, and its alpha-3 code.
#[must_use]
pub fn countries(locale: &str) -> Vec<(String, &'static str)> {
    let codes: Vec<_> = COUNTRIES.split_whitespace().map(|codes| codes.split_at(2)).collect();
    let two: Vec<_> = codes.iter().map(|(two, _)| *two).collect();
    let names = names(locale, Kind::Region, &two);
    names.into_iter().zip(codes).map(|(name, (_, three))| (name, three)).collect()
}

/// What the country with this alpha-3 code, in any case, is called; the code itself if nobody knows it.
#[must_use]
pub fn country(locale: &str, three: &str) -> String {
    let mut codes = COUNTRIES.split_whitespace().map(|codes| codes.split_at(2));
    let known = codes.find(|(_, known)| known.eq_ignore_ascii_case(three));
    let name = known.and_then(|(two, _)| names(locale, Kind::Region, &[two]).pop());
    name.unwrap_or_else(|| three.to_owned())
}

/// The alpha-3 code of the country with this alpha-2 code.
#[must_use]
pub fn alpha_3(two: &str) -> Option<&'static str> {
    let mut codes = COUNTRIES.split_whitespace().map(|codes| codes.split_at(2));
    codes.find(|(known, _)| known.eq_ignore_ascii_case(two)).map(|(_, three)| three)
}

/// Every time zone: its Windows name, and the IANA name of the zone that stands for it.
pub fn time_zones() -> impl Iterator<Item = (&'static str, &'static str)> {
    TIME_ZONES.lines().filter_map(|line| line.split_once('|'))
}

/// Whether Windows has a time zone of this name.
#[must_use]
pub fn is_time_zone(name: &str) -> bool {
    time_zones().any(|(known, _)| known == name)
}

/// What tells people which time zone it is: the distance from UTC, and a city.
#[must_use]
pub fn time_zone_hint(iana: &str, now: DateTime<Utc>) -> String {
    let city = iana.rsplit('/').next().unwrap_or(iana).replace('_', " ");
    let offset = utc_offset(iana, now).unwrap_or_default();
    // The zones without a city are named after their distance already.
    if iana.starts_with("Etc/") { format!("UTC{offset}") } else { format!("UTC{offset} {city}") }
}
