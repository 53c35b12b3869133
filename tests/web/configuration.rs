use azure::Reservation;
use prorata::api::{Named, Regroup, regrouped};
use prorata::i18n::{self, Language};
use prorata::paths::ReservationRef;
use prorata::reservation::configuration::mergeable::{Obstacle, obstacle};
use prorata::reservation::configuration::pending::PendingRegroup;
use prorata::reservation::configuration::settings::{Field, ScopeKind, Settings, named_in};
use prorata::reservation::configuration::split::quantities;
use wasm_bindgen_test::wasm_bindgen_test;

fn record(properties: &str) -> Reservation {
    let json = format!(
        r#"{{"id":"/providers/Microsoft.Capacity/reservationOrders/o/reservations/r",
        "location":"westeurope","sku":{{"name":"Standard_D2s_v5"}},
        "properties":{{"displayName":"Web","provisioningState":"Succeeded",{properties}}}}}"#
    );
    azure::from_slice(json.as_bytes()).unwrap()
}

fn shared() -> Settings {
    Settings::of(&record(r#""appliedScopeType":"Shared","instanceFlexibility":"On","renew":true"#))
}

/// What is sent to make `to` of `from`.
fn patch(from: &Settings, to: &Settings) -> String {
    azure::to_string(&from.patch(to, "t-1"))
}

#[wasm_bindgen_test]
fn every_kind_of_scope_is_read() {
    let check = |json: &str, kind: Option<ScopeKind>, target: &str| {
        let settings = Settings::of(&record(json));
        assert_eq!((settings.kind, settings.target().as_str()), (kind, target), "{json}");
    };
    check(r#""renew":false"#, None, "");
    check(r#""appliedScopeType":"Galaxy""#, None, "");
    check(r#""appliedScopeType":"Shared","appliedScopes":[]"#, Some(ScopeKind::Shared), "");
    check(
        r#""appliedScopeType":"Single","appliedScopes":["/subscriptions/s-1"]"#,
        Some(ScopeKind::Subscription),
        "/subscriptions/s-1",
    );
    check(
        r#""appliedScopeType":"Single","appliedScopes":["/subscriptions/s-1/resourcegroups/Web"]"#,
        Some(ScopeKind::ResourceGroup),
        "/subscriptions/s-1/resourceGroups/Web",
    );
    check(
        r#""appliedScopeType":"Single","appliedScopeProperties":{"subscriptionId":"/subscriptions/s-2"}"#,
        Some(ScopeKind::Subscription),
        "/subscriptions/s-2",
    );
    let group = "/providers/Microsoft.Management/managementGroups/mg-1";
    check(
        &format!(
            r#""appliedScopeType":"ManagementGroup",
            "appliedScopeProperties":{{"managementGroupId":"{group}"}}"#
        ),
        Some(ScopeKind::ManagementGroup),
        group,
    );
}

#[wasm_bindgen_test]
fn a_patch_holds_what_differs_and_nothing_else() {
    let before = shared();
    assert_eq!(patch(&before, &before), r#"{"properties":{}}"#);
    let renamed = Settings { name: "  Shop ".to_owned(), ..before.clone() };
    assert_eq!(patch(&before, &renamed), r#"{"properties":{"name":"Shop"}}"#);
    let other = Settings { is_flexible: Some(false), renew: false, ..before.clone() };
    assert_eq!(
        patch(&before, &other),
        r#"{"properties":{"instanceFlexibility":"Off","renew":false}}"#
    );
    let padded = Settings { name: "Web ".to_owned(), ..before.clone() };
    assert!(before.changes(&padded).is_empty(), "spaces around a name are no change");
}

#[wasm_bindgen_test]
fn a_scope_is_sent_as_the_service_wants_it() {
    let before = shared();
    let subscription = Settings {
        kind: Some(ScopeKind::Subscription),
        subscription: "/subscriptions/s-1".to_owned(),
        ..before.clone()
    };
    assert_eq!(
        patch(&before, &subscription),
        r#"{"properties":{"appliedScopeType":"Single","appliedScopes":["/subscriptions/s-1"]}}"#
    );
    let group = Settings {
        kind: Some(ScopeKind::ResourceGroup),
        group: "rg".to_owned(),
        ..subscription.clone()
    };
    assert_eq!(
        patch(&subscription, &group),
        r#"{"properties":{"appliedScopeType":"Single","appliedScopes":["/subscriptions/s-1/resourceGroups/rg"]}}"#
    );
    assert_eq!(patch(&group, &before), r#"{"properties":{"appliedScopeType":"Shared"}}"#);
    let managed = Settings {
        kind: Some(ScopeKind::ManagementGroup),
        management_group: "/providers/Microsoft.Management/managementGroups/mg".to_owned(),
        ..before.clone()
    };
    let sent = patch(&before, &managed);
    assert!(sent.contains(r#""managementGroupId":"/providers/"#), "{sent}");
    assert!(sent.contains(r#""tenantId":"t-1""#) && !sent.contains("appliedScopes\""), "{sent}");
    let recased =
        Settings { subscription: "/SUBSCRIPTIONS/S-1".to_owned(), ..subscription.clone() };
    assert!(subscription.changes(&recased).is_empty(), "ids are compared without case");
}

#[wasm_bindgen_test]
fn what_is_incomplete_is_pointed_out_where_it_is() {
    i18n::select(Language::English);
    let wrong = |settings: Settings| settings.problem().map(|(field, _)| field);
    assert_eq!(wrong(shared()), None);
    assert_eq!(wrong(Settings { name: " ".to_owned(), ..shared() }), Some(Field::Name));
    assert_eq!(wrong(Settings { name: "x".repeat(129), ..shared() }), Some(Field::Name));
    assert_eq!(wrong(Settings { name: "名".repeat(128), ..shared() }), None);
    for kind in [ScopeKind::Subscription, ScopeKind::ResourceGroup, ScopeKind::ManagementGroup] {
        assert_eq!(wrong(Settings { kind: Some(kind), ..shared() }), Some(Field::Scope));
    }
}

#[wasm_bindgen_test]
fn settings_are_worded_by_the_names_that_are_known() {
    i18n::select(Language::English);
    let of_group = record(
        r#""appliedScopeType":"Single","appliedScopeProperties":{"displayName":"Production",
        "subscriptionId":"/subscriptions/s-1","resourceGroupId":"/subscriptions/s-1/resourceGroups/rg"}"#,
    );
    let settings = Settings::of(&of_group);
    let named: Vec<Named> = named_in(&of_group);
    assert_eq!(settings.in_words(Field::Scope, &named), "Single resource group: rg in Production");
    assert_eq!(settings.in_words(Field::Scope, &[]), "Single resource group: rg in s-1");
    assert_eq!(shared().in_words(Field::Scope, &named), "Shared");
    assert_eq!(shared().in_words(Field::Renewal, &[]), "On");
}

#[wasm_bindgen_test]
fn one_setting_can_be_taken_from_another_version() {
    let theirs = shared();
    let mine = Settings { name: "Mine".to_owned(), renew: false, ..shared() };
    assert_eq!(theirs.changes(&mine), [Field::Name, Field::Renewal]);
    let mut both = theirs.clone();
    both.take(Field::Name, &mine);
    assert_eq!(theirs.changes(&both), [Field::Name]);
    assert_eq!(both.changes(&mine), [Field::Renewal]);
}

#[wasm_bindgen_test]
fn parts_have_at_least_one_unit_each_and_are_the_whole_together() {
    assert_eq!(quantities("1", "3", 4), Some([1, 3]));
    assert_eq!(quantities(" 2 ", "2", 4), Some([2, 2]));
    for (first, second) in
        [("0", "4"), ("4", "0"), ("1", "2"), ("", "4"), ("1.5", "2.5"), ("5", "-1")]
    {
        assert_eq!(quantities(first, second, 4), None, "{first} + {second}");
    }
    assert_eq!(quantities("1", "0", 1), None);
    assert_eq!(quantities("4294967295", "1", 0), None);
}

#[wasm_bindgen_test]
fn only_what_is_alike_and_runs_can_be_merged() {
    let shared = r#""appliedScopeType":"Shared","instanceFlexibility":"On""#;
    let this = record(shared);
    assert_eq!(obstacle(&this, &record(shared)), None);
    let state = record(r#""provisioningState":"Cancelled""#);
    assert!(matches!(obstacle(&this, &state), Some(Obstacle::State(Some(_)))));
    assert_eq!(obstacle(&this, &Reservation::default()), Some(Obstacle::State(None)));
    let mut product = record(shared);
    product.location = Some("northeurope".to_owned());
    assert_eq!(obstacle(&this, &product), Some(Obstacle::Product));
    let scope = record(
        r#""appliedScopeType":"Single","appliedScopes":["/subscriptions/s"],"instanceFlexibility":"On""#,
    );
    assert_eq!(obstacle(&this, &scope), Some(Obstacle::Scope));
    let flexibility = record(r#""appliedScopeType":"Shared","instanceFlexibility":"Off""#);
    assert_eq!(obstacle(&this, &flexibility), Some(Obstacle::Flexibility));
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
