//! Comparing words as readers of a language do: ä beside a in German, after z in Swedish.

use js_sys::{Array, Function, Intl, JsString, Object, Reflect};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use wasm_bindgen::{JsCast, JsValue};

/// Compares words in the order of one language.
#[derive(Clone, Debug)]
pub struct Collator(Function);

impl Collator {
    /// The order of the language of `locale`, a BCP 47 tag; numbers in words count as numbers, so that
    /// "Host 9" comes before "Host 10".
    #[must_use]
    pub fn new(locale: &str) -> Self {
        Self::with(locale, "numeric", &JsValue::TRUE)
    }

    fn with(locale: &str, option: &str, value: &JsValue) -> Self {
        let options = Object::new();
        // Setting a property of a plain object that we just made cannot fail.
        let _ = Reflect::set(&options, &option.into(), value);
        Self(Intl::Collator::new(&Array::of1(&locale.into()), &options).compare())
    }

    /// Which of two words comes first; equal for words that the language does not tell apart.
    #[must_use]
    pub fn compare(&self, left: &str, right: &str) -> Ordering {
        let answer = self.0.call2(&JsValue::UNDEFINED, &left.into(), &right.into());
        let sign = answer.ok().and_then(|sign| sign.as_f64()).unwrap_or_default();
        sign.partial_cmp(&0.0).unwrap_or(Ordering::Equal)
    }
}

/// Where each of some signs stands in the order of the language of `locale`: at first by its letter, among those of the
/// same letter by its accent, and then by its case. What is 0 does not count there: a hyphen that is not seen, or an
/// accent without its letter.
#[must_use]
pub fn weights(locale: &str, signs: &[char]) -> Vec<(u16, u8, u8)> {
    let sorted: Array = signs.iter().map(|sign| JsValue::from(sign.to_string())).collect();
    let levels = ["base", "accent", "variant"];
    let levels = levels.map(|level| Collator::with(locale, "sensitivity", &level.into()));
    // Sorted by the browser itself, which is many times quicker than with a comparison from here.
    if let Ok(sort) = Reflect::get(&sorted, &"sort".into()) {
        let _ = sort.unchecked_ref::<Function>().call1(&sorted, &levels[2].0);
    }
    let mut weights = BTreeMap::new();
    let mut before = (String::new(), (0_u16, 0_u8, 0_u8));
    for sign in sorted.iter().filter_map(|sign| sign.as_string()) {
        let (letter, accent, case) = before.1;
        let is_same = |level: usize| levels[level].compare(&before.0, &sign).is_eq();
        let weight = match (is_same(0), is_same(1), is_same(2)) {
            (false, _, _) => (letter.saturating_add(1), 0, 0),
            (true, false, _) => (letter, accent.saturating_add(1), 0),
            (true, true, false) => (letter, accent, case.saturating_add(1)),
            (true, true, true) => (letter, accent, case),
        };
        weights.extend(sign.chars().map(|sign| (sign, weight)));
        before = (sign, weight);
    }
    signs.iter().map(|sign| weights.get(sign).copied().unwrap_or_default()).collect()
}

/// `text` without case, accents and differences of width, so that "zolta" finds "Żółta" as far as the
/// script allows: a letter that is not composed, such as ł, stays what it is.
#[must_use]
pub fn fold(text: &str) -> String {
    // The browser has the tables for this; Rust's own would have to be downloaded.
    let plain: String = JsString::from(text).normalize("NFKD").to_lower_case().into();
    plain.chars().filter(|sign| !is_combining(*sign)).collect()
}

/// Accents of the Latin and Greek scripts; marks of other scripts make other letters and stay.
fn is_combining(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36f}')
}
