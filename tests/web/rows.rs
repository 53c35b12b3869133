//! What the rows of a list say in the language in force, and in which order that language puts words.

use azure::ProvisioningState;
use prorata::customers::wording;
use prorata::i18n::{self, Language, names};
use prorata::platform::collate::{Collator, fold};
use std::cmp::Ordering;
use view_model::reservations::ReservationRow;
use wasm_bindgen_test::wasm_bindgen_test;

fn read(json: &str) -> ReservationRow {
    let record = azure::from_slice(json.as_bytes()).unwrap();
    ReservationRow::of(&record, "2026-11-21".parse().unwrap(), &wording())
}

fn record(name: &str, fields: &str) -> ReservationRow {
    // Ids are plain letters, whatever a reservation is called.
    let id =
        format!("/providers/Microsoft.Capacity/reservationOrders/o/reservations/{}", fold(name));
    read(&format!(
        r#"{{"id":"{id}","location":"westeurope","properties":{{"displayName":"{name}"{fields}}}}}"#
    ))
}

#[wasm_bindgen_test]
fn every_state_has_a_meaning_of_its_own() {
    let known = ProvisioningState::KNOWN;
    let mut meanings: Vec<_> = known
        .iter()
        .map(|known| names::state_meaning(known).in_language(Language::English))
        .collect();
    meanings.push(
        names::state_meaning(&ProvisioningState::parse("Hibernating"))
            .in_language(Language::English),
    );
    meanings.sort_unstable();
    meanings.dedup();
    assert_eq!(meanings.len(), known.len() + 1);
}

#[wasm_bindgen_test]
fn words_are_in_the_order_of_their_language() {
    assert_eq!(Collator::new("de").compare("Äpfel", "Birnen"), Ordering::Less);
    assert_eq!(Collator::new("sv").compare("Äpplen", "Bananer"), Ordering::Greater);
    assert_eq!(Collator::new("en").compare("Host 9", "Host 10"), Ordering::Less);
    assert_eq!(Collator::new("en").compare("same", "same"), Ordering::Equal);
}

#[wasm_bindgen_test]
fn a_row_says_what_the_record_says_in_the_language_in_force() {
    i18n::select(Language::German);
    let row = record(
        "Teil",
        r#","provisioningState":"Split","displayProvisioningState":"Cancelled","term":"P3Y",
        "reservedResourceType":"VirtualMachines","appliedScopeType":"Single",
        "appliedScopes":["/subscriptions/s/resourceGroups/rg-web"]"#,
    );
    let words =
        [&row.status, &row.status_detail, &row.term, &row.scope, &row.scope_detail, &row.region];
    assert_eq!(
        words,
        ["Storniert", "Geteilt", "3 Jahre", "Einzelne Ressourcengruppe", "rg-web", "West Europe"]
    );
    assert!(!row.is_active && !row.runs_to_expiry);
    i18n::select(Language::English);
    assert_ne!(row, record("Teil", r#","provisioningState":"Split""#));
}

#[wasm_bindgen_test]
fn values_that_nobody_knows_are_shown_as_they_are() {
    i18n::select(Language::English);
    let row = record(
        "New",
        r#","provisioningState":"Hibernating","term":"P7Y","appliedScopeType":"Galaxy",
        "reservedResourceType":"Quantum""#,
    );
    let words = [&row.status, &row.status_detail, &row.term, &row.scope, &row.product_type];
    assert_eq!(words, ["Hibernating", "", "P7Y", "Galaxy", "Quantum"]);

    let empty = read("{}");
    assert_eq!((empty.name.as_str(), empty.status.as_str()), ("", ""));
    assert_eq!(empty.reference("c"), None);
}

#[wasm_bindgen_test]
fn rows_are_searched_without_case_and_accents() {
    for (text, folded) in [("Żółta", "zołta"), ("ÄHRE", "ahre"), ("Ａｚ", "az"), ("林", "林")]
    {
        assert_eq!(fold(text), folded);
    }
    let row = record("Ähre", r#","term":"P3Y""#);
    for found in ["ahre", "3 years", "west europe", "westeurope", "reservations/ahre"] {
        assert!(row.haystack.contains(found), "{found} in {}", row.haystack);
    }
}
