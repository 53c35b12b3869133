//! Numbers, amounts and dates in the reader's language, by the browser's own `Intl`.
//!
//! A decimal goes to `Intl.NumberFormat` as a string. Given a JavaScript number it would pass through
//! binary floating point, and 999999999999.99 would already be at its limit.
//!
//! A minus is the sign of that name in every language; some browsers' data write a hyphen for some of them.
//!
//! Nothing is rounded here: every fraction digit that arrives is shown, so that the person reads what
//! was calculated.

use chrono::{DateTime, NaiveDate, Utc};
use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use rust_decimal::Decimal;
use std::cell::RefCell;
use std::collections::HashMap;
use wasm_bindgen::JsValue;

thread_local! {
    /// Making a formatter costs a hundred times what using it does, and a table uses one per cell.
    static FORMATTERS: RefCell<HashMap<String, Function>> = RefCell::default();
}

/// The fraction digits that every browser accepts; ECMAScript 2023 allows 100, its predecessors 20.
const FRACTION_DIGITS_MAX: u32 = 20;

/// `value` in the reader's digits and separators, with all its fraction digits.
#[must_use]
pub fn number(locale: &str, value: Decimal) -> String {
    let digits = value.scale().min(FRACTION_DIGITS_MAX);
    decimal(locale, &format!("number {digits}"), &value.to_string(), |options| {
        set_fraction_digits(options, digits, digits);
    })
}

/// A count.
#[must_use]
pub fn integer(locale: &str, value: u64) -> String {
    decimal(locale, "integer", &value.to_string(), |_| {})
}

/// A size in bytes, in megabytes or gigabytes, to a tenth.
#[must_use]
pub fn bytes(locale: &str, bytes: u64) -> String {
    let (unit, tenth) = match bytes {
        1_000_000_000.. => ("gigabyte", 100_000_000),
        _ => ("megabyte", 100_000),
    };
    let tenths = bytes / tenth;
    let value = format!("{}.{}", tenths / 10, tenths % 10);
    decimal(locale, unit, &value, |options| {
        set(options, "style", "unit");
        set(options, "unit", unit);
        set(options, "maximumFractionDigits", 1);
    })
}

/// `amount`, a decimal in plain notation, with the sign of the ISO 4217 `currency`.
///
/// The amount keeps the fraction digits it is written with ("12.50" stays 12.50).
#[must_use]
pub fn money(locale: &str, amount: &str, currency: &str) -> String {
    let is_code = currency.len() == 3 && currency.bytes().all(|byte| byte.is_ascii_alphabetic());
    let digits = amount.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let digits = u32::try_from(digits).unwrap_or(u32::MAX);
    if !is_code || digits > FRACTION_DIGITS_MAX {
        // `Intl` throws for these. A record may hold them, and shows them as they are.
        return with_minus(format!("{amount} {currency}"));
    }
    decimal(locale, &format!("money {currency} {digits}"), amount, |options| {
        set(options, "style", "currency");
        set(options, "currency", currency);
        set_fraction_digits(options, digits, digits);
    })
}

/// `ratio` as a percentage: 0.125 is 12.5 %.
#[must_use]
pub fn percent(locale: &str, ratio: Decimal) -> String {
    decimal(locale, "percent", &ratio.to_string(), |options| {
        set(options, "style", "percent");
        set_fraction_digits(options, 0, FRACTION_DIGITS_MAX);
    })
}

/// `date` with the month in letters, so that nobody takes the day for the month.
#[must_use]
pub fn date(locale: &str, date: NaiveDate) -> String {
    let key = format!("{locale} date");
    let format = cached(key, || {
        let options = Object::new();
        set(&options, "dateStyle", "medium");
        // Every date of the application is a UTC calendar date, whatever the clock of this computer.
        set(&options, "timeZone", "UTC");
        Intl::DateTimeFormat::new(&locales(locale), &options).format()
    });
    let milliseconds = date.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis();
    // Whole days between the years -271821 and 275760 are exact in a JavaScript number.
    #[expect(clippy::cast_precision_loss, reason = "see above")]
    let value = Date::new(&JsValue::from_f64(milliseconds as f64));
    call(&format, &value).unwrap_or_else(|| date.to_string())
}

/// The month and the year of `date`.
#[must_use]
pub fn month(locale: &str, date: NaiveDate) -> String {
    parts(locale, date, &[("month", "short"), ("year", "numeric")])
}

/// The day of the week of `date`, in few letters.
#[must_use]
pub fn weekday(locale: &str, date: NaiveDate) -> String {
    parts(locale, date, &[("weekday", "short")])
}

/// Parts of `date`, each as it is asked for.
fn parts(locale: &str, date: NaiveDate, asked: &[(&str, &str)]) -> String {
    let format = cached(format!("{locale} {}", asked[0].0), || {
        let options = Object::new();
        for (part, how) in asked {
            set(&options, part, *how);
        }
        set(&options, "timeZone", "UTC");
        Intl::DateTimeFormat::new(&locales(locale), &options).format()
    });
    let milliseconds = date.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis();
    // As in `date`.
    #[expect(clippy::cast_precision_loss, reason = "see above")]
    let value = Date::new(&JsValue::from_f64(milliseconds as f64));
    call(&format, &value).unwrap_or_else(|| date.to_string())
}

/// `moment` to the minute in UTC, which it says.
#[must_use]
pub fn moment(locale: &str, moment: DateTime<Utc>) -> String {
    let format = cached(format!("{locale} moment"), || {
        let options = Object::new();
        set(&options, "dateStyle", "medium");
        set(&options, "timeStyle", "short");
        set(&options, "timeZone", "UTC");
        Intl::DateTimeFormat::new(&locales(locale), &options).format()
    });
    // Exact for 285,000 years, like the days of `date`.
    #[expect(clippy::cast_precision_loss, reason = "see above")]
    let value = Date::new(&JsValue::from_f64(moment.timestamp_millis() as f64));
    call(&format, &value).map_or_else(|| moment.to_string(), |words| format!("{words} UTC"))
}

/// The sign between whole and fraction in the reader's language: a point or a comma.
#[must_use]
pub fn decimal_sign(locale: &str) -> char {
    let half = decimal(locale, "sign", "0.5", |_| {});
    half.chars().find(|sign| matches!(sign, '.' | ',')).unwrap_or('.')
}

/// `items` as they stand in a sentence: one, two, and three.
#[must_use]
pub fn list(locale: &str, items: &[String]) -> String {
    let items: Array = items.iter().map(|item| JsValue::from_str(item)).collect();
    Intl::ListFormat::new(&locales(locale), &Object::new()).format(&items).into()
}

/// Whether words in this language take the form for one beside `count`.
#[must_use]
pub fn is_one(locale: &str, count: u64) -> bool {
    // Numbers beyond this one take the form that it takes.
    let count = u32::try_from(count).map_or(f64::from(u32::MAX), f64::from);
    let rules = Intl::PluralRules::new(&locales(locale), &Object::new());
    rules.select(count) == "one"
}

fn decimal(locale: &str, kind: &str, value: &str, configure: impl FnOnce(&Object)) -> String {
    let format = cached(format!("{locale} {kind}"), || {
        let options = Object::new();
        configure(&options);
        Intl::NumberFormat::new(&locales(locale), &options).format()
    });
    with_minus(call(&format, &JsValue::from_str(value)).unwrap_or_else(|| value.to_owned()))
}

fn with_minus(number: String) -> String {
    number.replace('-', "\u{2212}")
}

fn cached(key: String, make: impl FnOnce() -> Function) -> Function {
    FORMATTERS.with_borrow_mut(|formatters| formatters.entry(key).or_insert_with(make).clone())
}

fn call(format: &Function, value: &JsValue) -> Option<String> {
    format.call1(&JsValue::UNDEFINED, value).ok()?.as_string()
}

fn locales(locale: &str) -> Array {
    Array::of1(&JsValue::from_str(locale))
}

fn set_fraction_digits(options: &Object, min: u32, max: u32) {
    set(options, "minimumFractionDigits", min);
    set(options, "maximumFractionDigits", max);
}

fn set(options: &Object, name: &str, value: impl Into<JsValue>) {
    // Setting a property of a plain object that we just made cannot fail.
    let _ = Reflect::set(options, &JsValue::from_str(name), &value.into());
}
