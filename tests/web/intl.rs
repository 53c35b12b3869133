use chrono::NaiveDate;
use prorata::platform::{clock, intl};
use rust_decimal::Decimal;
use wasm_bindgen_test::wasm_bindgen_test;

/// What remains of an amount without the spaces, which differ between browsers.
fn compact(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace() && *sign != '\u{200e}').collect()
}

#[wasm_bindgen_test]
fn amounts_keep_their_cents_in_every_language() {
    for (locale, expected) in [
        ("en", "€999,999,999,999.99"),
        ("de", "999.999.999.999,99€"),
        ("sv", "999999999999,99€"),
        ("nl", "€999.999.999.999,99"),
        ("zh-CN", "€999,999,999,999.99"),
    ] {
        assert_eq!(compact(&intl::money(locale, "999999999999.99", "EUR")), expected, "{locale}");
    }
    // As a JavaScript number this one would end in .98.
    let beyond = intl::money("en", "90071992547409.93", "USD");
    assert_eq!(compact(&beyond), "$90,071,992,547,409.93");
}

#[wasm_bindgen_test]
fn sizes_are_told_to_a_tenth() {
    assert_eq!(compact(&intl::bytes("en", 1_234_567)), "1.2MB");
    assert_eq!(compact(&intl::bytes("de", 20_340_000_000)), "20,3GB");
    assert_eq!(compact(&intl::bytes("en", 0)), "0MB");
}

#[wasm_bindgen_test]
fn amounts_show_the_digits_they_are_written_with() {
    assert_eq!(compact(&intl::money("en", "5", "JPY")), "¥5");
    assert_eq!(compact(&intl::money("en", "-12.50", "USD")), "−$12.50");
    assert_eq!(compact(&intl::money("en", "0.10843", "USD")), "$0.10843");
}

#[wasm_bindgen_test]
fn what_intl_would_throw_for_is_shown_as_it_is() {
    assert_eq!(intl::money("en", "1.00", "EURO"), "1.00 EURO");
    assert_eq!(intl::money("en", "1.00", ""), "1.00 ");
}

#[wasm_bindgen_test]
fn numbers_and_percentages_are_not_rounded() {
    let rate = Decimal::new(10_843, 4);
    assert_eq!(intl::number("de", rate), "1,0843");
    assert_eq!(compact(&intl::percent("en", Decimal::new(12_345, 5))), "12.345%");
    assert_eq!(intl::integer("en", 1_000_000), "1,000,000");
}

#[wasm_bindgen_test]
fn lists_are_joined_as_the_language_does() {
    let items = ["a", "b", "c"].map(str::to_owned);
    for (locale, expected) in [
        ("en-US", "a, b, and c"),
        ("de", "a, b und c"),
        ("sv", "a, b och c"),
        ("nl", "a, b en c"),
        ("zh-CN", "a、b和c"),
    ] {
        assert_eq!(intl::list(locale, &items), expected, "{locale}");
    }
    assert_eq!(intl::list("de", &items[..1]), "a");
    assert_eq!(intl::list("de", &[]), "");
}

#[wasm_bindgen_test]
fn dates_are_those_of_utc() {
    let date = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
    assert_eq!(intl::date("en-US", date), "Mar 1, 2026");
    assert_eq!(intl::date("en-GB", date), "1 Mar 2026");
    assert!(intl::date("zh-CN", date).contains("2026年3月1日"));
    assert!(clock::today() >= date);
}

#[wasm_bindgen_test]
fn the_decimal_sign_is_the_language_s() {
    for (locale, sign) in [("en", '.'), ("de", ','), ("sv", ','), ("nl", ','), ("zh-CN", '.')] {
        assert_eq!(intl::decimal_sign(locale), sign, "{locale}");
    }
}
