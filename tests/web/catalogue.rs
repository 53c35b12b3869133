use prorata::i18n::catalogue::Part;
use prorata::i18n::{self, Counted, Language, catalogue, t_count};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn values_are_filled_in_once_and_never_read_as_placeholders() {
    let template = "{a} and {b}, {unknown} {open";
    let filled = i18n::fill(template, &[("a", "{b}".to_owned()), ("b", "2".to_owned())]);
    assert_eq!(filled, "{b} and 2, {unknown} {open");
    let values = [("name", "{count}".to_owned()), ("units", "3".to_owned())];
    let filled = t_count(catalogue::exchange::SUGGEST_LINE, 4, &values);
    assert_eq!(filled, "Return 3 of 4 units of {count}");
}

#[wasm_bindgen_test]
fn every_text_finds_its_own_words() {
    assert_eq!(catalogue::common::PRODUCT.in_language(Language::Swedish), "Prorata");
    assert_eq!(catalogue::common::RETRY.in_language(Language::German), "Erneut versuchen");
    assert_eq!(catalogue::exchange::SUGGEST_SEARCH.in_language(Language::English), "Suggest");
    let lines =
        Part::ALL.map(|part| catalogue::words(part, Language::Chinese as usize).lines().count());
    assert_eq!(lines.into_iter().sum::<usize>(), catalogue::names().len());
}

#[wasm_bindgen_test]
fn every_counted_text_has_the_form_for_one_at_one_and_only_there() {
    let mut counted = 0;
    for language in Language::ALL {
        let all = Part::ALL.map(|part| catalogue::words(part, language as usize)).concat();
        for (place, words) in all.lines().enumerate() {
            let Some((one, other)) = words.split_once('\t') else { continue };
            counted += 1;
            let text = Counted::at(place);
            assert_eq!(text.form(language, 1), one);
            for count in [0, 2, 10, 11, 21, 101, 1_000_000, u64::MAX] {
                assert_eq!(text.form(language, count), other, "{count} in {language:?}");
            }
        }
    }
    assert!(counted > 0);
}

#[wasm_bindgen_test]
fn a_count_takes_its_form_in_the_language_of_the_moment() {
    let units = |language, count| {
        i18n::in_language(language, || t_count(catalogue::configuration::UNIT_COUNT, count, &[]))
    };
    for (language, one, many) in [
        (Language::English, "1 unit", "1,200 units"),
        (Language::German, "1 Einheit", "1.200 Einheiten"),
        (Language::Swedish, "1 enhet", "1\u{a0}200 enheter"),
        (Language::Dutch, "1 eenheid", "1.200 eenheden"),
        (Language::Chinese, "1 个单位", "1,200 个单位"),
    ] {
        assert_eq!(units(language, 1), one);
        assert_eq!(units(language, 1200), many);
    }
}
