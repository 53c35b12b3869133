//! What the browser knows of languages, countries and time zones.
//!
//! Everything here goes through `Reflect`, because a browser throws for a code that it does not know, and
//! knows other codes than the next one.

use chrono::{DateTime, Utc};
use js_sys::{Array, Date, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// What kind of thing a code stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A country, by its ISO 3166-1 alpha-2 code.
    Region,
    /// A language, by its BCP 47 tag.
    Language,
}

/// What each of `codes` is called in the language of `locale`; the code itself where the browser has no
/// name.
#[must_use]
pub fn names(locale: &str, kind: Kind, codes: &[&str]) -> Vec<String> {
    let kind = match kind {
        Kind::Region => "region",
        Kind::Language => "language",
    };
    let formatter = made("DisplayNames", locale, &[("type", kind)]);
    let name = |code: &str| call(formatter.as_ref()?, "of", &code.into())?.as_string();
    codes.iter().map(|code| name(code).unwrap_or_else(|| (*code).to_owned())).collect()
}

/// The IANA name of the time zone that the browser is in; empty where it does not say.
#[must_use]
pub fn time_zone() -> String {
    let zone = || {
        let options = call(&made("DateTimeFormat", "en", &[])?, "resolvedOptions", &JsValue::NULL)?;
        Reflect::get(&options, &"timeZone".into()).ok()?.as_string()
    };
    zone().unwrap_or_default()
}

/// How far the clocks of the time zone with this IANA name are from UTC at `moment`, such as `+01:00`; `None`
/// for a zone that the browser does not know.
#[must_use]
pub fn utc_offset(zone: &str, moment: DateTime<Utc>) -> Option<String> {
    let options = [("timeZone", zone), ("timeZoneName", "longOffset")];
    let formatter = made("DateTimeFormat", "en-US", &options)?;
    // Milliseconds of years that people live in are exact in a JavaScript number.
    #[expect(clippy::cast_precision_loss, reason = "see above")]
    let date = Date::new(&JsValue::from_f64(moment.timestamp_millis() as f64));
    let parts: Array = call(&formatter, "formatToParts", &date)?.dyn_into().ok()?;
    let text = |part: &JsValue, name: &str| Reflect::get(part, &name.into()).ok()?.as_string();
    let parts = parts.iter();
    let mut parts = parts.filter(|part| text(part, "type").as_deref() == Some("timeZoneName"));
    let offset = parts.next().and_then(|part| text(&part, "value"))?;
    let offset = offset.strip_prefix("GMT")?;
    Some(if offset.is_empty() { "+00:00".to_owned() } else { offset.to_owned() })
}

/// A formatter of `Intl`; `None` when the browser has no such one, or not with these options.
fn made(class: &str, locale: &str, options: &[(&str, &str)]) -> Option<JsValue> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let class: Function = Reflect::get(&intl, &class.into()).ok()?.dyn_into().ok()?;
    let given = Object::new();
    for (name, value) in options {
        // Setting a property of a plain object that we just made cannot fail.
        let _ = Reflect::set(&given, &(*name).into(), &(*value).into());
    }
    Reflect::construct(&class, &Array::of2(&locale.into(), &given)).ok()
}

fn call(formatter: &JsValue, method: &str, argument: &JsValue) -> Option<JsValue> {
    let method: Function = Reflect::get(formatter, &method.into()).ok()?.dyn_into().ok()?;
    method.call1(formatter, argument).ok()
}
