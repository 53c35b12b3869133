//! Comparing words as readers of a language do: ä beside a in German, after z in Swedish.

use js_sys::{Array, Function, Intl, JsString, Object, Reflect};
use std::cmp::Ordering;
use wasm_bindgen::JsValue;

/// Compares words in the order of one language.
#[derive(Clone, Debug)]
pub struct Collator(Function);

impl Collator {
    /// The order of the language of `locale`, a BCP 47 tag; numbers in words count as numbers, so that
    /// "Host 9" comes before "Host 10".
    #[must_use]
    pub fn new(locale: &str) -> Self {
        let options = Object::new();
        // Setting a property of a plain object that we just made cannot fail.
        let _ = Reflect::set(&options, &"numeric".into(), &JsValue::TRUE);
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
