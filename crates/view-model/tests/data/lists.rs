//! The lists: search, filters, order, and how a choice stands in the address.

use chrono::NaiveDate;

use rust_decimal::Decimal;
use std::cmp::Ordering;
use std::sync::Arc;
use view_model::CustomerSummary;
use view_model::customers::{self, CustomerRow, CustomerView, limit_permille};
use view_model::listing::{Needle, Sort};
use view_model::reservations::{
    self, ReservationRow, ReservationView, StateFilter, Window, Wording, count_states,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// As the page has it from the browser, for the letters in these tests.
fn fold(text: &str) -> String {
    let plain = |sign| match sign {
        'ä' => 'a',
        'ó' => 'o',
        'ż' => 'z',
        other => other,
    };
    text.to_lowercase().chars().map(plain).collect()
}

/// Without case and accents, numbers by their size.
fn compare(left: &str, right: &str) -> Ordering {
    let key = |word: &str| {
        let padded = |part: &str| match part.parse::<u32>() {
            Ok(number) => format!("{number:05}"),
            Err(_) => part.to_owned(),
        };
        fold(word).split(' ').map(padded).collect::<Vec<_>>().join(" ")
    };
    key(left).cmp(&key(right))
}

/// The words of the API itself, but for one, so that no language decides what is found.
const WORDING: Wording = Wording {
    language: "en",
    unreadable: "Unreadable",
    displayed_state: |state| match state.as_str() {
        "Expiring" => "Expiring soon".to_owned(),
        state => state.to_owned(),
    },
    state: |state| state.as_str().to_owned(),
    term: |term| term.as_str().to_owned(),
    scope: |properties| {
        let scope = properties.applied_scope_type.as_ref();
        scope.map(|scope| scope.as_str().to_owned()).unwrap_or_default()
    },
    resource_type: |resource_type| resource_type.as_str().to_owned(),
    region: ToOwned::to_owned,
    fold,
};

fn customer(name: &str, domain: &str, count: u64, expiry: &str, used: &str) -> CustomerRow {
    let summary = CustomerSummary {
        customer_id: name.to_owned(),
        display_name: name.to_owned(),
        domain: domain.to_owned(),
        agreement_type: "CSP".to_owned(),
        reservation_count: count,
        soonest_expiry: expiry.parse().ok(),
        limit_used_usd: used.parse().ok(),
        limit_usd: "50000.00".parse().unwrap(),
        unreadable_documents: None,
        incomplete_reservations: None,
        returns: None,
    };
    CustomerRow::new(summary, fold)
}

fn customers() -> Vec<CustomerRow> {
    vec![
        customer("Żółta Strzała", "zolta.example", 3, "2027-05-01", "900.00"),
        customer("Ähre", "aehre.example", 12, "", "1000.00"),
        customer("zebra 10", "zebra.example", 3, "2027-01-31", "0.00"),
        customer("Zebra 9", "zebra.example", 0, "", "50000.00"),
    ]
}

fn names_by(sort: &str, search: &str) -> Vec<String> {
    let needle = Needle::of(&fold(search));
    customers::arrange(&customers(), &needle, &Sort::parse(sort), &compare)
        .into_iter()
        .map(|row| row.summary.display_name)
        .collect()
}

#[test]
fn customers_are_found_by_all_words_without_case_and_accents() {
    for (search, found) in [
        ("", 4),
        ("  ", 4),
        ("ZEBRA", 2),
        ("zo", 1),
        ("strzała", 1),
        ("ahre", 1),
        ("ÄHRE", 1),
        ("example zebra 9", 1),
        ("zebra zolta", 0),
    ] {
        assert_eq!(names_by("name", search).len(), found, "{search}");
    }
}

#[test]
fn customers_are_sorted_by_every_column_with_gaps_last() {
    for (sort, names) in [
        ("name", ["Ähre", "Zebra 9", "zebra 10", "Żółta Strzała"]),
        ("-name", ["Żółta Strzała", "zebra 10", "Zebra 9", "Ähre"]),
        ("domain", ["Ähre", "Zebra 9", "zebra 10", "Żółta Strzała"]),
        ("-domain", ["Żółta Strzała", "Zebra 9", "zebra 10", "Ähre"]),
        ("reservations", ["Zebra 9", "zebra 10", "Żółta Strzała", "Ähre"]),
        ("-reservations", ["Ähre", "zebra 10", "Żółta Strzała", "Zebra 9"]),
        ("expiry", ["zebra 10", "Żółta Strzała", "Ähre", "Zebra 9"]),
        ("-expiry", ["Żółta Strzała", "zebra 10", "Ähre", "Zebra 9"]),
        ("limit", ["zebra 10", "Żółta Strzała", "Ähre", "Zebra 9"]),
        ("-limit", ["Zebra 9", "Ähre", "Żółta Strzała", "zebra 10"]),
    ] {
        assert_eq!(names_by(sort, ""), names, "{sort}");
    }
}

#[test]
fn the_bar_of_the_limit_stays_in_its_track() {
    for (used, limit, permille) in [
        ("0.00", "50000.00", 0),
        ("12345.00", "50000.00", 246),
        ("49999.99", "50000.00", 999),
        ("50000.00", "50000.00", 1000),
        ("80000.00", "50000.00", 1000),
        ("-1.00", "50000.00", 0),
        ("1.00", "0.00", 1000),
        ("79228162514264337593543950335", "50000.00", 1000),
    ] {
        let mut row = customer("C", "c.example", 0, "", used);
        row.summary.limit_usd = limit.parse().unwrap();
        assert_eq!(
            limit_permille(row.summary.limit_used_usd.unwrap(), &row.summary),
            permille,
            "{used} of {limit}"
        );
    }
}

/// What a list reads from an address that holds these parameters.
fn from_address<T>(
    parameters: &[(&'static str, String)],
    read: impl Fn(&dyn Fn(&str) -> String) -> T,
) -> T {
    read(&|name| {
        let found = parameters.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    })
}

#[test]
fn a_choice_stands_in_the_address_and_comes_back() {
    let first = CustomerView::read(|_| String::new());
    assert_eq!(first.sort, Sort::by("name"));
    assert!(first.parameters().iter().all(|(_, value)| value.is_empty()));
    let chosen = CustomerView { search: "a b".to_owned(), sort: Sort::parse("-limit") };
    assert_eq!(from_address(&chosen.parameters(), |value| CustomerView::read(value)), chosen);

    let first = ReservationView::read(|_| String::new());
    assert!(!first.is_narrowed());
    assert!(first.parameters().iter().all(|(_, value)| value.is_empty()));
    for state in ["", "active", "expired", "something new"] {
        for expires in [None, Some(Window::Expired), Some(Window::Days60), Some(Window::Later)] {
            let chosen = ReservationView {
                search: "ü".to_owned(),
                state: StateFilter::parse(state),
                expires,
                shows_ended: expires.is_none(),
                sort: Sort::parse("-30days"),
            };
            assert!(chosen.is_narrowed());
            let read = from_address(&chosen.parameters(), |value| ReservationView::read(value));
            assert_eq!(read, chosen);
        }
    }
}

#[test]
fn what_an_address_does_not_know_is_as_if_it_were_missing() {
    let unknown = |_: &str| "-nonsense".to_owned();
    assert_eq!(CustomerView::read(unknown).sort, Sort::by("name"));
    let view = ReservationView::read(unknown);
    assert_eq!((view.sort, view.expires), (Sort::by("name"), None));
}

#[test]
fn windows_of_expiry_have_exact_edges() {
    use Window::{Days30, Days60, Days90, Expired, Later};
    let today = day("2026-11-21");
    for (expires_on, windows) in [
        ("2020-01-01", vec![Expired]),
        // The first day without the reservation.
        ("2026-11-21", vec![Expired]),
        ("2026-11-22", vec![Days30, Days60, Days90]),
        ("2026-12-21", vec![Days30, Days60, Days90]),
        ("2026-12-22", vec![Days60, Days90]),
        ("2027-01-20", vec![Days60, Days90]),
        ("2027-01-21", vec![Days90]),
        ("2027-02-19", vec![Days90]),
        ("2027-02-20", vec![Later]),
    ] {
        let holding: Vec<_> =
            Window::ALL.into_iter().filter(|window| window.holds(day(expires_on), today)).collect();
        assert_eq!(holding, windows, "{expires_on}");
    }
}

fn record(name: &str, fields: &str) -> Arc<ReservationRow> {
    let id = format!("/providers/Microsoft.Capacity/reservationOrders/o/reservations/{name}");
    let json = format!(
        r#"{{"id":"{id}","location":"westeurope","properties":{{"displayName":"{name}"{fields}}}}}"#
    );
    let record = azure::from_slice(json.as_bytes()).unwrap();
    Arc::new(ReservationRow::of(&record, day("2026-11-21"), &WORDING))
}

fn reservations() -> Vec<Arc<ReservationRow>> {
    vec![
        record(
            "Delta",
            r#","provisioningState":"Succeeded","expiryDate":"2027-11-21","quantity":2,"term":"P3Y",
            "appliedScopeType":"Shared","utilization":{"aggregates":[{"grain":7,"value":62.5}]}"#,
        ),
        record(
            "alpha",
            r#","provisioningState":"Succeeded","displayProvisioningState":"Expiring","term":"P1Y",
            "expiryDate":"2026-12-01","quantity":10,"appliedScopeType":"Single""#,
        ),
        record(
            "Charlie",
            r#","provisioningState":"Cancelled","expiryDate":"2026-12-02","quantity":2,"term":"P1M""#,
        ),
        record("Bravo", r#","provisioningState":"Expired","expiryDate":"2026-11-01","term":"P7Y""#),
        record("Echo", r#","provisioningState":"Hibernating","skuDescription":"Cosmos DB""#),
    ]
}

fn view(address: &[(&str, &str)]) -> ReservationView {
    ReservationView::read(|name| {
        let found = address.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| (*value).to_owned()).unwrap_or_default()
    })
}

fn shown(address: &[(&str, &str)]) -> Vec<String> {
    let view = view(address);
    let needle = Needle::of(&fold(&view.search));
    let today = day("2026-11-21");
    reservations::arrange(&reservations(), &view, &needle, today, &compare)
        .iter()
        .map(|row| row.name.clone())
        .collect()
}

#[test]
fn reservations_are_found_by_what_people_see_and_by_their_ids() {
    for (search, names) in [
        ("", vec!["alpha", "Bravo", "Charlie", "Delta", "Echo"]),
        ("cosmos", vec!["Echo"]),
        ("westeurope", vec!["alpha", "Bravo", "Charlie", "Delta", "Echo"]),
        ("expiring soon", vec!["alpha"]),
        ("p3y", vec!["Delta"]),
        ("hibernating", vec!["Echo"]),
        ("reservations/Charlie", vec!["Charlie"]),
        ("nothing", vec![]),
    ] {
        assert_eq!(shown(&[("search", search), ("ended", "1")]), names, "{search}");
    }
}

#[test]
fn what_has_ended_is_hidden_until_somebody_asks_for_it() {
    for (address, names, hidden) in [
        (vec![], vec!["alpha", "Delta", "Echo"], 2),
        (vec![("ended", "1")], vec!["alpha", "Bravo", "Charlie", "Delta", "Echo"], 0),
        (vec![("search", "Charlie")], vec![], 1),
        (vec![("search", "Delta")], vec!["Delta"], 0),
        // Each of these choices is for what has ended.
        (vec![("state", "cancelled")], vec!["Charlie"], 0),
        (vec![("expires", "expired")], vec!["Bravo"], 0),
    ] {
        assert_eq!(shown(&address), names, "{address:?}");
        let view = view(&address);
        let needle = Needle::of(&fold(&view.search));
        let count = reservations::hidden_ended(&reservations(), &view, &needle, day("2026-11-21"));
        assert_eq!(count, hidden, "{address:?}");
    }
}

#[test]
fn a_term_that_nobody_wrote_the_end_of_is_over_on_its_day() {
    let row = |expiry: &str| {
        record("x", &format!(r#","provisioningState":"Succeeded","expiryDate":"{expiry}""#))
    };
    assert!(row("2026-11-21").has_ended);
    assert!(!row("2026-11-22").has_ended);
}

#[test]
fn reservations_are_filtered_by_state_and_expiry() {
    for (state, expires, names) in [
        ("active", "", vec!["alpha", "Delta"]),
        ("succeeded", "", vec!["Delta"]),
        ("Expiring", "", vec!["alpha"]),
        ("hibernating", "", vec!["Echo"]),
        ("unknown", "", vec![]),
        ("", "expired", vec!["Bravo"]),
        // Charlie was cancelled, so that its date says nothing any more.
        ("", "30", vec!["alpha"]),
        ("", "90", vec!["alpha"]),
        ("", "later", vec!["Delta"]),
        ("active", "later", vec!["Delta"]),
        ("cancelled", "30", vec![]),
    ] {
        assert_eq!(shown(&[("state", state), ("expires", expires)]), names, "{state} {expires}");
    }
}

#[test]
fn reservations_are_sorted_by_value_with_gaps_last_and_ties_by_name() {
    for (sort, names) in [
        ("name", ["alpha", "Bravo", "Charlie", "Delta", "Echo"]),
        ("-name", ["Echo", "Delta", "Charlie", "Bravo", "alpha"]),
        ("expiry", ["Bravo", "alpha", "Charlie", "Delta", "Echo"]),
        ("-expiry", ["Delta", "Charlie", "alpha", "Bravo", "Echo"]),
        ("quantity", ["Charlie", "Delta", "alpha", "Bravo", "Echo"]),
        ("-quantity", ["alpha", "Charlie", "Delta", "Bravo", "Echo"]),
        ("term", ["Charlie", "alpha", "Delta", "Bravo", "Echo"]),
        ("-term", ["Delta", "alpha", "Charlie", "Bravo", "Echo"]),
        ("status", ["Charlie", "Bravo", "alpha", "Echo", "Delta"]),
        ("scope", ["Delta", "alpha", "Bravo", "Charlie", "Echo"]),
        ("7days", ["Delta", "alpha", "Bravo", "Charlie", "Echo"]),
        ("-purchase", ["alpha", "Bravo", "Charlie", "Delta", "Echo"]),
    ] {
        assert_eq!(shown(&[("sort", sort), ("ended", "1")]), names, "{sort}");
    }
}

#[test]
fn states_are_counted_in_the_order_of_the_portal() {
    let (active, counts) = count_states(&reservations());
    let counts: Vec<_> = counts.iter().map(|(state, count)| (state.as_str(), *count)).collect();
    assert_eq!(active, 2);
    assert_eq!(
        counts,
        [("Succeeded", 1), ("Expiring", 1), ("Expired", 1), ("Cancelled", 1), ("Hibernating", 1)]
    );
}

#[test]
fn what_was_bought_today_has_no_use_to_show() {
    let fields = r#","purchaseDate":"2026-11-21",
        "utilization":{"aggregates":[{"grain":7,"value":0},{"grain":30,"value":0}]}"#;
    let row = record("New", fields);
    assert!(!row.has_whole_day);
    assert_eq!((row.used_7_days, row.used_30_days), (None, None));
    let yesterday = record("Old", &fields.replace("11-21", "11-20"));
    assert!(yesterday.has_whole_day);
    assert_eq!(yesterday.used_7_days, Some(Decimal::ZERO));
}
