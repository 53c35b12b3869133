use prorata::i18n::{self, Language, catalogue};
use std::collections::BTreeSet;
use wasm_bindgen_test::wasm_bindgen_test;

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).collect()
}

#[wasm_bindgen_test]
fn placeholders_agree_across_languages() {
    for (name, text) in catalogue::all() {
        let expected = placeholders(text.in_language(Language::English));
        for language in Language::ALL {
            let words = text.in_language(language);
            assert_eq!(placeholders(words), expected, "{name} in {language:?}: {words}");
        }
    }
}

#[wasm_bindgen_test]
fn every_text_says_something_in_every_language() {
    for (name, text) in catalogue::all() {
        for language in Language::ALL {
            let words = text.in_language(language);
            assert!(!words.trim().is_empty(), "{name} in {language:?}");
            assert_eq!(words.trim(), words, "{name} in {language:?} has space around it");
            assert!(!words.contains("  "), "{name} in {language:?} has a double space");
            assert!(!words.contains(['\n', '\r']), "{name} in {language:?} is more than a line");
        }
    }
}

#[wasm_bindgen_test]
fn values_are_filled_in_once_and_never_read_as_placeholders() {
    let template = "{a} and {b}, {unknown} {open";
    let filled = i18n::fill(template, &[("a", "{b}".to_owned()), ("b", "2".to_owned())]);
    assert_eq!(filled, "{b} and 2, {unknown} {open");
}

#[wasm_bindgen_test]
fn every_text_finds_its_own_words() {
    assert_eq!(catalogue::common::PRODUCT.in_language(Language::Swedish), "Prorata");
    assert_eq!(catalogue::common::RETRY.in_language(Language::German), "Erneut versuchen");
    let lines = catalogue::words(Language::Chinese as usize).lines().count();
    assert_eq!(lines, catalogue::all().len());
}
