//! The settings of a reservation: read from its record, checked, and sent.

use crate::records::{record, shared};
use azure::Reservation;
use view_model::settings::{
    MergeObstacle, ScopeKind, Setting, SettingFault, Settings, merge_obstacle, quantities,
};

/// What is sent to make `to` of `from`.
fn patch(from: &Settings, to: &Settings) -> String {
    azure::to_string(&from.patch(to, "t-1"))
}

#[test]
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

#[test]
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

#[test]
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

#[test]
fn what_is_incomplete_is_pointed_out_where_it_is() {
    let wrong = |settings: Settings| settings.fault();
    assert_eq!(wrong(shared()), None);
    assert_eq!(
        wrong(Settings { name: " ".to_owned(), ..shared() }),
        Some((Setting::Name, SettingFault::NameMissing))
    );
    assert_eq!(
        wrong(Settings { name: "x".repeat(129), ..shared() }),
        Some((Setting::Name, SettingFault::NameTooLong(128)))
    );
    assert_eq!(wrong(Settings { name: "名".repeat(128), ..shared() }), None);
    for (kind, fault) in [
        (ScopeKind::Subscription, SettingFault::SubscriptionMissing),
        (ScopeKind::ResourceGroup, SettingFault::SubscriptionMissing),
        (ScopeKind::ManagementGroup, SettingFault::ManagementGroupMissing),
    ] {
        let found = wrong(Settings { kind: Some(kind), ..shared() });
        assert_eq!(found, Some((Setting::Scope, fault)));
    }
    let subscription = "/subscriptions/s-1".to_owned();
    let no_group = Settings { kind: Some(ScopeKind::ResourceGroup), subscription, ..shared() };
    assert_eq!(wrong(no_group), Some((Setting::Scope, SettingFault::ResourceGroupMissing)));
}

#[test]
fn one_setting_can_be_taken_from_another_version() {
    let theirs = shared();
    let mine = Settings { name: "Mine".to_owned(), renew: false, ..shared() };
    assert_eq!(theirs.changes(&mine), [Setting::Name, Setting::Renewal]);
    let mut both = theirs.clone();
    both.take(Setting::Name, &mine);
    assert_eq!(theirs.changes(&both), [Setting::Name]);
    assert_eq!(both.changes(&mine), [Setting::Renewal]);
}

#[test]
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

#[test]
fn only_what_is_alike_and_runs_can_be_merged() {
    let shared = r#""appliedScopeType":"Shared","instanceFlexibility":"On""#;
    let this = record(shared);
    assert_eq!(merge_obstacle(&this, &record(shared)), None);
    let state = record(r#""provisioningState":"Cancelled""#);
    assert!(matches!(merge_obstacle(&this, &state), Some(MergeObstacle::State(Some(_)))));
    assert_eq!(merge_obstacle(&this, &Reservation::default()), Some(MergeObstacle::State(None)));
    let mut product = record(shared);
    product.location = Some("northeurope".to_owned());
    assert_eq!(merge_obstacle(&this, &product), Some(MergeObstacle::Product));
    let scope = record(
        r#""appliedScopeType":"Single","appliedScopes":["/subscriptions/s"],"instanceFlexibility":"On""#,
    );
    assert_eq!(merge_obstacle(&this, &scope), Some(MergeObstacle::Scope));
    let flexibility = record(r#""appliedScopeType":"Shared","instanceFlexibility":"Off""#);
    assert_eq!(merge_obstacle(&this, &flexibility), Some(MergeObstacle::Flexibility));
}
