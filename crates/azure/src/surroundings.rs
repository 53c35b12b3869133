//! What is coming up for a reservation because of what surrounds it: the scope that it applies to, the subscription
//! that is billed, and the roles on its order.
//!
//! A role is assigned on the order, and a renewal buys a new one: who has access today has none then.
//!
//! What nobody has said is not known, and then nothing is told: a customer without a single known subscription has
//! not lost them all.

use chrono::NaiveDate;

use crate::id::{Scope, SubscriptionId};
use crate::reservation::{AppliedScopeType, Reservation, ReservationProperties};
use crate::watch::{EXPIRY_DAYS_WATCHED, Watch, WatchKind};
use calculator::Phase;

/// The part of what a reservation applies to that is not there any more.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum GoneScope {
    /// The subscription, with everything in it.
    Subscription,
    /// The resource group.
    ResourceGroup,
}

/// What is to be known about the subscription that is billed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Billed {
    /// It is not there any more.
    Gone,
    /// It is disabled or cancelled.
    Disabled,
    /// It is another one than the one that has the benefit.
    Elsewhere,
}

/// A subscription of the customer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KnownSubscription {
    /// Its id.
    pub id: SubscriptionId,
    /// Whether it is in use, rather than disabled, past due or cancelled.
    pub is_enabled: bool,
    /// The names of its resource groups, where they were asked for.
    pub resource_groups: Option<Vec<String>>,
}

/// What surrounds a reservation.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings<'a> {
    /// All subscriptions of the customer; none where they are not known.
    pub subscriptions: &'a [KnownSubscription],
    /// How many roles are assigned on the order itself.
    pub roles_on_order: usize,
}

/// What is coming up on or after `today` because of the surroundings; nothing for a reservation that is not active
/// or whose record does not say until when.
pub fn surrounding_watches(
    reservation: &Reservation,
    today: NaiveDate,
    surroundings: Surroundings<'_>,
) -> Vec<Watch> {
    let Some((properties, expiry)) = runs_until(reservation, today) else { return Vec::new() };
    let gone = gone_scope(properties, surroundings.subscriptions);
    let billed = billed(properties, surroundings.subscriptions);
    let loses = surroundings.roles_on_order > 0 && renews_soon(reservation, today);
    [
        gone.map(|gone| Watch { kind: WatchKind::ScopeGone(gone), day: today }),
        billed.map(|billed| Watch { kind: WatchKind::Billed(billed), day: today }),
        loses.then_some(Watch { kind: WatchKind::RenewalLosesRoles, day: expiry }),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The subscription whose resource groups have to be known, where the scope is one of them.
pub fn subscription_of_group(
    reservation: &Reservation,
    today: NaiveDate,
) -> Option<SubscriptionId> {
    let (properties, _) = runs_until(reservation, today)?;
    let scope = single_scope(properties)?;
    scope.resource_group()?;
    scope.subscription()
}

/// Whether the reservation names a subscription, in its scope or as the one that pays.
pub fn names_subscription(reservation: &Reservation, today: NaiveDate) -> bool {
    runs_until(reservation, today).is_some_and(|(properties, _)| {
        single_scope(properties).and_then(Scope::subscription).is_some()
            || payer(properties).is_some()
    })
}

/// Whether the reservation is renewed within the days for which the end of a term is watched.
pub fn renews_soon(reservation: &Reservation, today: NaiveDate) -> bool {
    runs_until(reservation, today).is_some_and(|(properties, expiry)| {
        properties.renew == Some(true) && (expiry - today).num_days() <= EXPIRY_DAYS_WATCHED
    })
}

fn runs_until(
    reservation: &Reservation,
    today: NaiveDate,
) -> Option<(&ReservationProperties, NaiveDate)> {
    let properties = reservation.properties();
    let is_active = reservation.phase().is_some_and(Phase::is_active);
    let expiry = properties.expires_on().filter(|expiry| is_active && today < *expiry)?;
    Some((properties, expiry))
}

fn single_scope(properties: &ReservationProperties) -> Option<&Scope> {
    if properties.applied_scope_type != Some(AppliedScopeType::Single) {
        return None;
    }
    let stated = properties.applied_scope_properties.as_ref();
    let stated =
        stated.and_then(|it| it.resource_group_id.as_ref().or(it.subscription_id.as_ref()));
    properties.applied_scopes.as_ref().and_then(|scopes| scopes.first()).or(stated)
}

fn payer(properties: &ReservationProperties) -> Option<SubscriptionId> {
    properties.billing_scope_id.as_ref()?.subscription()
}

fn gone_scope(
    properties: &ReservationProperties,
    subscriptions: &[KnownSubscription],
) -> Option<GoneScope> {
    let scope = single_scope(properties).filter(|_| !subscriptions.is_empty())?;
    let own = scope.subscription()?;
    let Some(known) = subscriptions.iter().find(|known| known.id == own) else {
        return Some(GoneScope::Subscription);
    };
    let (group, groups) = (scope.resource_group()?, known.resource_groups.as_ref()?);
    let is_there = groups.iter().any(|name| name.eq_ignore_ascii_case(group));
    (!is_there).then_some(GoneScope::ResourceGroup)
}

fn billed(
    properties: &ReservationProperties,
    subscriptions: &[KnownSubscription],
) -> Option<Billed> {
    let payer = payer(properties).filter(|_| !subscriptions.is_empty())?;
    let Some(known) = subscriptions.iter().find(|known| known.id == payer) else {
        return Some(Billed::Gone);
    };
    if !known.is_enabled {
        return Some(Billed::Disabled);
    }
    let applied = single_scope(properties)?.subscription()?;
    (applied != payer).then_some(Billed::Elsewhere)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::Wire;
    use serde_json::{Value, json};

    const TODAY: &str = "2026-11-21";

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn record(change: Value) -> Reservation {
        let mut properties = json!({
            "provisioningState": "Succeeded", "expiryDate": "2027-01-10", "renew": true,
            "appliedScopeType": "Single", "appliedScopes": ["/subscriptions/S-1/resourceGroups/Web"],
            "billingScopeId": "/subscriptions/s-2",
        });
        let change = change.as_object().unwrap().clone();
        properties.as_object_mut().unwrap().extend(change);
        Wire::read(json!({ "properties": properties })).unwrap()
    }

    fn subscription(name: &str, groups: Option<&[&str]>) -> KnownSubscription {
        KnownSubscription {
            id: SubscriptionId::parse(&format!("/subscriptions/{name}")).unwrap(),
            is_enabled: name != "s-3",
            resource_groups: groups.map(|all| all.iter().map(ToString::to_string).collect()),
        }
    }

    fn seen(record: &Reservation, subscriptions: &[KnownSubscription], roles: usize) -> Vec<Watch> {
        let surroundings = Surroundings { subscriptions, roles_on_order: roles };
        surrounding_watches(record, day(TODAY), surroundings)
    }

    fn kinds(record: &Reservation, subscriptions: &[KnownSubscription]) -> Vec<WatchKind> {
        seen(record, subscriptions, 0).into_iter().map(|watch| watch.kind).collect()
    }

    fn all() -> [KnownSubscription; 3] {
        [subscription("s-1", Some(&["web"])), subscription("s-2", None), subscription("s-3", None)]
    }

    #[test]
    fn a_scope_is_gone_only_where_it_would_have_to_be_listed() {
        let same_payer = |change: Value| {
            let mut change = change;
            change["billingScopeId"] = json!("/subscriptions/s-1");
            record(change)
        };
        assert_eq!(kinds(&same_payer(json!({})), &all()), []);
        assert_eq!(kinds(&same_payer(json!({})), &[]), [], "nothing is known");
        let gone = |gone| [WatchKind::ScopeGone(gone)];
        let other = [subscription("s-1", Some(&["other"]))];
        assert_eq!(kinds(&same_payer(json!({})), &other), gone(GoneScope::ResourceGroup));
        let unread = [subscription("s-1", None)];
        assert_eq!(kinds(&same_payer(json!({})), &unread), [], "nobody asked for its groups");
        let elsewhere = same_payer(json!({ "appliedScopes": ["/subscriptions/s-9"] }));
        let found = kinds(&elsewhere, &all());
        assert!(found.contains(&WatchKind::ScopeGone(GoneScope::Subscription)), "{found:?}");
        let shared = same_payer(json!({ "appliedScopeType": "Shared" }));
        assert_eq!(kinds(&shared, &other), []);
        let stated = same_payer(json!({
            "appliedScopes": null,
            "appliedScopeProperties": { "subscriptionId": "/subscriptions/s-9" },
        }));
        assert!(kinds(&stated, &all()).contains(&WatchKind::ScopeGone(GoneScope::Subscription)));
        let gone = seen(&elsewhere, &all(), 0);
        assert_eq!(gone[0].day, day(TODAY), "since when is not known");
    }

    #[test]
    fn the_subscription_that_is_billed_is_told_where_it_surprises() {
        let billed = |payer: &str, scope: &str| {
            let record = record(json!({ "billingScopeId": payer, "appliedScopeType": scope }));
            kinds(&record, &all())
        };
        let told = |billed| [WatchKind::Billed(billed)];
        assert_eq!(billed("/subscriptions/s-2", "Single"), told(Billed::Elsewhere));
        assert_eq!(billed("/subscriptions/S-1", "Single"), []);
        assert_eq!(billed("/subscriptions/s-2", "Shared"), []);
        assert_eq!(billed("/subscriptions/s-3", "Shared"), told(Billed::Disabled));
        assert_eq!(billed("/subscriptions/s-9", "Shared"), told(Billed::Gone));
    }

    #[test]
    fn a_renewal_loses_the_roles_that_the_order_has() {
        let record = |change| {
            let record = record(change);
            seen(&record, &[], 2).into_iter().map(|it| (it.kind, it.day)).collect::<Vec<_>>()
        };
        let loses = [(WatchKind::RenewalLosesRoles, day("2027-01-10"))];
        assert_eq!(record(json!({})), loses);
        assert_eq!(record(json!({ "renew": false })), []);
        assert_eq!(record(json!({ "expiryDate": "2027-02-20" })), [], "in more than ninety days");
        assert_eq!(record(json!({ "provisioningState": "Cancelled" })), []);
        assert_eq!(record(json!({ "expiryDate": TODAY })), []);
    }

    #[test]
    fn only_what_is_named_has_to_be_asked_for() {
        let day = day(TODAY);
        let group = record(json!({}));
        assert!(names_subscription(&group, day) && renews_soon(&group, day));
        assert_eq!(subscription_of_group(&group, day).unwrap().name(), "S-1");
        let whole = record(json!({ "appliedScopes": ["/subscriptions/s-1"] }));
        assert_eq!(subscription_of_group(&whole, day), None);
        let shared = record(json!({ "appliedScopeType": "Shared", "billingScopeId": null }));
        assert!(!names_subscription(&shared, day));
    }
}
