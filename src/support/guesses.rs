//! What the browser can tell of the person, so that there is less to fill in.

use super::places::{alpha_3, time_zones};
use crate::platform::{clock, document, places};
use chrono::{DateTime, Days, Utc};

/// The languages that support answers in. Source: `preferredSupportLanguage` in the reference of
/// Microsoft.Support.
pub(super) const LANGUAGES: [&str; 11] = [
    "en-us", "de-de", "es-es", "fr-fr", "it-it", "ja-jp", "ko-kr", "pt-br", "ru-ru", "zh-hans",
    "zh-tw",
];

/// Half a year later the other half of the world has its summer time.
const HALF_A_YEAR: Days = Days::new(182);

/// The Windows name of the browser's time zone; empty when nothing fits.
///
/// The table names one zone of each kind. For any other we take the first zone on the same continent whose
/// clocks agree with the browser's now and in half a year.
pub(super) fn time_zone() -> String {
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
pub(super) fn country() -> String {
    let languages = document::preferred_languages();
    let regions = languages.iter().filter_map(|tag| Some(tag.rsplit_once('-')?.1));
    regions.filter_map(alpha_3).next().unwrap_or_default().to_owned()
}
