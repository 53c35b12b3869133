//! Addresses, files and what a browser has kept come from anywhere: whatever they say, they are read or refused.
//!
//! `PROPTEST_CASES=1000000 cargo test --release -p view-model --test hostile` looks for longer.

use std::hint::black_box;

use calculator::Policy;
use chrono::NaiveDate;
use proptest::prelude::*;
use view_model::address::{self, Parameters};
use view_model::encoding::{base64_url, from_base64_url, from_query_component, query_component};
use view_model::portfolio::{View, named_views};
use view_model::quote::exchange::{PriceFile, link as exchange};
use view_model::quote::quick::FormText;
use view_model::quote::refund::link as refund;
use view_model::quote::typed::day;
use view_model::sign_in::{SignIn, invitation};
use view_model::support::RequestForm;
use view_model::{decimal_with_sign, radar, settings};

/// Values that are nearly what a field of a quote takes.
fn near_misses() -> impl Strategy<Value = String> {
    let one = prop_oneof![
        "-?[0-9]{0,40}([.,][0-9]{0,40})?",
        "[0-9]{1,6}-[0-9]{1,2}-[0-9]{1,2}",
        "[a-zA-Z]{0,12}",
        Just("P3Y".to_owned()),
        Just("Upfront".to_owned()),
        Just("VirtualMachines".to_owned()),
        Just("EUR".to_owned()),
        "\\PC{0,12}",
    ];
    prop::collection::vec((one, "[~:|;,/ ]"), 0..10)
        .prop_map(|parts| parts.into_iter().flat_map(|(part, between)| [part, between]).collect())
}

/// Queries with the parameters that the pages have.
fn queries() -> impl Strategy<Value = String> {
    let names = prop::sample::select(vec![
        "customer",
        "order",
        "reservation",
        "date",
        "units",
        "used",
        "price",
        "rate",
        "fee",
        "policy",
        "line",
        "buy",
        "plan",
        "sort",
        "columns",
        "search",
        "ended",
    ]);
    let parameter =
        (names, near_misses()).prop_map(|(name, value)| (name, query_component(&value)));
    let pairs = prop::collection::vec(parameter, 0..12);
    let written = pairs.prop_map(|pairs| {
        let pairs: Vec<_> =
            pairs.into_iter().map(|(name, value)| format!("{name}={value}")).collect();
        pairs.join("&")
    });
    prop_oneof![4 => written, 1 => "[a-z=&%+~.:;0-9A-F]{0,120}", 1 => "\\PC{0,60}"]
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 8, 27).expect("a day")
}

fn read_all(all: &Parameters, sign: char) {
    let value = |name: &str| address::value(all, name);
    let values = |name: &str| address::values(all, name);
    black_box((
        address::ReservationRef::read(value),
        refund::policy(value),
        refund::Linked::read(value, Policy::newest()),
        exchange::form(values, "2026-08-27", sign),
        View::read(|name| value(name).unwrap_or_default()),
        radar::sort_from(&value("sort").unwrap_or_default()),
    ));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_an_address_says_a_page_can_be_shown(query in queries(), sign in "[.,]") {
        let sign = sign.chars().next().expect("one of two");
        let all = address::parameters(&query);
        read_all(&all, sign);

        // Each line of a quick quote has its amounts or its faults.
        let form = FormText::of_link(|name| address::values(&all, name), today(), sign);
        let lines = form.quotes(Policy::newest(), sign);
        prop_assert_eq!(lines.len(), form.lines.len());
    }

    #[test]
    fn what_is_written_into_an_address_is_read_from_it(text in any::<String>()) {
        prop_assert_eq!(from_query_component(&query_component(&text)), text.clone());
        let read = address::parameters(&format!("search={}", query_component(&text)));
        prop_assert_eq!(address::value(&read, "search"), Some(text.clone()).filter(|it| !it.is_empty()));
        prop_assert_eq!(from_base64_url(&base64_url(&text)), Some(text.into_bytes()));
    }

    #[test]
    fn a_link_to_a_quick_quote_brings_it_back(lines in prop::collection::vec("[ -~]{0,12}", 1..4)) {
        let mut form = FormText::start(today());
        form.lines = lines.iter().map(|price| {
            let mut line = form.lines[0].clone();
            line.price = price.replace(['~', ':', ';'], "");
            line
        }).collect();
        let parameters = form.parameters(Policy::newest(), '.');
        let parts: Vec<(&str, &str)> = parameters.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let link = address::with_query("/quick-quote".to_owned(), &parts);
        let all = address::parameters(address::split(&link).1);
        let read = FormText::of_link(|name| address::values(&all, name), today(), '.');
        let amounts = |form: &FormText| {
            let lines = form.quotes(Policy::newest(), '.');
            format!("{lines:?}")
        };
        prop_assert_eq!(amounts(&read), amounts(&form));
    }

    #[test]
    fn what_was_kept_and_what_is_configured_is_read_or_refused(
        text in prop_oneof!["\\PC{0,80}", "[\\[\\]{}\":,a-zA-Z0-9 .-]{0,120}", near_misses()],
    ) {
        black_box((
            named_views(&text),
            RequestForm::parse(&text),
            invitation(&text),
            SignIn::read(&text).is_ok(),
            PriceFile::read(&text).is_ok(),
            day(&text).is_ok(),
            from_base64_url(&text),
            from_query_component(&text),
            settings::part_units(&text, 7),
        ));
        black_box(['.', ','].map(|sign| decimal_with_sign(&text, sign).is_ok()));
    }
}
