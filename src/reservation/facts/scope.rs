//! Which subscription or group the benefit of a reservation applies to.

use azure::{AppliedScopeType, ReservationProperties, Scope};

/// A scope by the names that are known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What a person knows it by; the id where there is no name.
    pub name: String,
    /// What else identifies it: the id behind the name, or the subscription of a resource group.
    pub detail: Option<String>,
}

/// Which subscription or group the benefit applies to; `None` when it is shared or the record does
/// not say.
///
/// A resource group comes as type `Single` with a longer scope, so that the scope decides.
#[must_use]
pub fn place(properties: &ReservationProperties) -> Option<Place> {
    let details = properties.applied_scope_properties.as_ref();
    let display_name = details.and_then(|details| details.display_name.as_deref());
    let display_name = display_name.filter(|name| !name.is_empty());
    let first = properties.applied_scopes.as_ref().and_then(|scopes| scopes.first());
    match properties.applied_scope_type {
        Some(AppliedScopeType::Shared) => None,
        Some(AppliedScopeType::ManagementGroup) => {
            let scope = details.and_then(|details| details.management_group_id.as_ref()).or(first);
            let id = scope.map(|scope| scope.management_group().unwrap_or(scope.as_str()));
            Place::of(display_name, id)
        }
        Some(AppliedScopeType::Single | AppliedScopeType::Other(_)) | None => {
            let group = details.and_then(|details| details.resource_group_id.as_ref());
            let subscription = details.and_then(|details| details.subscription_id.as_ref());
            single(group.or(first).or(subscription), display_name)
        }
    }
}

fn single(scope: Option<&Scope>, display_name: Option<&str>) -> Option<Place> {
    let subscription = scope.and_then(Scope::subscription);
    let subscription = subscription.as_ref().map(|subscription| subscription.name());
    match scope.and_then(Scope::resource_group) {
        // The display name is that of the subscription, so that the group's own name comes first.
        Some(group) => Place::of(Some(group), display_name.or(subscription)),
        None => Place::of(display_name, subscription.or_else(|| scope.map(Scope::as_str))),
    }
}

impl Place {
    fn of(name: Option<&str>, detail: Option<&str>) -> Option<Self> {
        let (name, detail) = match name {
            Some(name) => (name, detail.filter(|detail| !detail.eq_ignore_ascii_case(name))),
            None => (detail?, None),
        };
        Some(Self { name: name.to_owned(), detail: detail.map(ToOwned::to_owned) })
    }
}
