//! Settings in words, and splits and merges under way.

use crate::records::{record, shared};
use prorata::api::{Regroup, regrouped};
use prorata::i18n::{self, Language};
use prorata::reservation::configuration::pending::PendingRegroup;
use prorata::reservation::configuration::summary::value_in_words;
use view_model::address::ReservationRef;
use view_model::settings::{Named, Setting, Settings, named_in};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn settings_are_worded_by_the_names_that_are_known() {
    i18n::select(Language::English);
    let of_group = record(
        r#""appliedScopeType":"Single","appliedScopeProperties":{"displayName":"Production",
        "subscriptionId":"/subscriptions/s-1","resourceGroupId":"/subscriptions/s-1/resourceGroups/rg"}"#,
    );
    let settings = Settings::of(&of_group);
    let named: Vec<Named> = named_in(&of_group);
    assert_eq!(
        value_in_words(&settings, Setting::Scope, &named),
        "Single resource group: rg in Production"
    );
    assert_eq!(value_in_words(&settings, Setting::Scope, &[]), "Single resource group: rg in s-1");
    assert_eq!(value_in_words(&shared(), Setting::Scope, &named), "Shared");
    assert_eq!(value_in_words(&shared(), Setting::Renewal, &[]), "On");
}

#[wasm_bindgen_test]
fn what_is_under_way_is_remembered_for_its_reservation() {
    let of = |reservation: &str| ReservationRef {
        customer: "c".to_owned(),
        order: "ORDER-1".to_owned(),
        reservation: reservation.to_owned(),
    };
    let pending = PendingRegroup {
        how: Regroup::Merge,
        place: "https://host/operationResults/1?api-version=2022-11-01".to_owned(),
    };
    pending.remember(&of("r-1"));
    assert_eq!(PendingRegroup::recall(&of("R-1")), Some(pending.clone()));
    assert_eq!(PendingRegroup::recall(&of("r-2")), None);
    let unknown = PendingRegroup { how: Regroup::Split, place: String::new() };
    unknown.remember(&of("r-1"));
    assert_eq!(PendingRegroup::recall(&of("r-1")), Some(unknown));
    PendingRegroup::forget(&of("r-1"));
    assert_eq!(PendingRegroup::recall(&of("r-1")), None);
}

#[wasm_bindgen_test]
fn the_result_of_an_operation_comes_in_two_shapes() {
    let answer = |body: &str| prorata::api::Answer {
        status: 200,
        location: None,
        operation: None,
        retry_after: None,
        request_id: Some("id-1".to_owned()),
        body: body.to_owned(),
    };
    let bare = r#"[{"id":"/reservationOrders/o/reservations/a"},{"id":"/reservationOrders/o/reservations/b"}]"#;
    assert_eq!(regrouped(&answer(bare)).unwrap().len(), 2);
    let wrapped = format!(r#"{{"status":"Succeeded","properties":{bare}}}"#);
    assert_eq!(regrouped(&answer(&wrapped)).unwrap().len(), 2);
    let failed = r#"{"status":"Failed","error":{"code":"Busy","message":"Not now."}}"#;
    assert!(regrouped(&answer(failed)).unwrap_err().to_string().contains("Busy: Not now."));
    for nothing in ["{}", "[]", r#"{"status":"Succeeded"}"#] {
        assert!(regrouped(&answer(nothing)).is_err(), "{nothing}");
    }
}
