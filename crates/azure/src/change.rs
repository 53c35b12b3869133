//! Changes of a reservation: its scope and name, splitting, merging, moving to another directory.
//!
//! Split and merge answer with a bare array of reservations, which [`Page`](crate::Page) reads.

use crate::id::{Guid, ReservationId, Scope};
use crate::reservation::{
    AppliedScopeProperties, AppliedScopeType, InstanceFlexibility, RenewProperties,
};
use crate::time::Timestamp;
use crate::wire::{has_properties, record};

record! {
    /// The body of a PATCH of a reservation. Values that are the same as before are an error, so
    /// only changed fields belong into it.
    pub struct Patch {
        pub properties: Option<PatchProperties> = "properties",
    }

    /// What to change.
    pub struct PatchProperties {
        pub applied_scope_type: Option<AppliedScopeType> = "appliedScopeType",
        /// Exactly one when the scope is single, absent when it is shared.
        pub applied_scopes: Option<Vec<Scope>> = "appliedScopes",
        pub applied_scope_properties: Option<AppliedScopeProperties> = "appliedScopeProperties",
        pub instance_flexibility: Option<InstanceFlexibility> = "instanceFlexibility",
        /// The new display name.
        pub name: Option<String> = "name",
        pub renew: Option<bool> = "renew",
        pub renew_properties: Option<RenewProperties> = "renewProperties",
        pub review_date_time: Option<Timestamp> = "reviewDateTime",
    }

    /// The body of `split`.
    pub struct SplitRequest {
        pub properties: Option<SplitRequestProperties> = "properties",
    }

    /// What to split, and how.
    pub struct SplitRequestProperties {
        /// Two numbers above zero; their sum is the quantity of the reservation.
        pub quantities: Option<Vec<u32>> = "quantities",
        pub reservation_id: Option<ReservationId> = "reservationId",
    }

    /// The body of `merge`.
    pub struct MergeRequest {
        pub properties: Option<MergeRequestProperties> = "properties",
    }

    /// What to merge.
    pub struct MergeRequestProperties {
        /// Two reservations of one order with the same product, scope and state.
        pub sources: Option<Vec<ReservationId>> = "sources",
    }

    /// The body of `availableScopes`: which of these may the reservation be applied to?
    pub struct AvailableScopesRequest {
        pub properties: Option<AvailableScopesRequestProperties> = "properties",
    }

    /// The scopes in question.
    pub struct AvailableScopesRequestProperties {
        pub scopes: Option<Vec<Scope>> = "scopes",
    }

    /// The answer of `availableScopes`.
    pub struct AvailableScopes {
        pub properties: Option<AvailableScopesProperties> = "properties",
    }

    /// The scopes in question, each with the answer.
    pub struct AvailableScopesProperties {
        pub scopes: Option<Vec<AvailableScope>> = "scopes",
    }

    /// Whether the reservation may be applied to a scope.
    pub struct AvailableScope {
        pub scope: Option<Scope> = "scope",
        pub valid: Option<bool> = "valid",
    }

    /// The body of `changeDirectory`.
    pub struct ChangeDirectoryRequest {
        pub destination_tenant_id: Option<Guid> = "destinationTenantId",
    }

    /// The answer of `changeDirectory`.
    pub struct ChangeDirectory {
        pub reservation_order: Option<DirectoryChange> = "reservationOrder",
        pub reservations: Option<Vec<DirectoryChange>> = "reservations",
    }

    /// What became of moving one order or reservation.
    pub struct DirectoryChange {
        /// Its own id, not a path.
        pub id: Option<Guid> = "id",
        pub name: Option<String> = "name",
        pub is_succeeded: Option<bool> = "isSucceeded",
        /// Why not, in words.
        pub error: Option<String> = "error",
    }
}

has_properties!(Patch, PatchProperties);
has_properties!(SplitRequest, SplitRequestProperties);
has_properties!(MergeRequest, MergeRequestProperties);
has_properties!(AvailableScopesRequest, AvailableScopesRequestProperties);
has_properties!(AvailableScopes, AvailableScopesProperties);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Page;
    use crate::reservation::Reservation;
    use crate::wire::{Wire, from_slice, to_string};

    /// Reads and writes back.
    fn check<T: Wire>(json: &str) -> T {
        let read = from_slice(json.as_bytes()).unwrap();
        assert_eq!(to_string::<T>(&read), json);
        read
    }

    #[test]
    fn bodies_of_changes_are_read() {
        let patch: Patch = check(r#"{"properties":{"appliedScopeType":"Shared","name":"日本"}}"#);
        assert_eq!(patch.properties().applied_scope_type, Some(AppliedScopeType::Shared));
        let split: SplitRequest = check(concat!(
            r#"{"properties":{"quantities":[1,2],"#,
            r#""reservationId":"/reservationOrders/o/reservations/r"}}"#
        ));
        assert_eq!(split.properties().quantities, Some(vec![1, 2]));
        let merge: MergeRequest =
            check(r#"{"properties":{"sources":["/reservationOrders/o/reservations/r"]}}"#);
        assert_eq!(merge.properties().sources.as_ref().unwrap()[0].order_name(), "o");
        check::<AvailableScopesRequest>(r#"{"properties":{"scopes":["/subscriptions/s"]}}"#);
        check::<ChangeDirectoryRequest>(r#"{"destinationTenantId":"t-1"}"#);
    }

    #[test]
    fn answers_of_changes_are_read() {
        let page: Page<Reservation> = check(r#"[{"properties":{"quantity":1}},{}]"#);
        assert_eq!(page.value.len(), 2);
        let scopes: AvailableScopes =
            check(r#"{"properties":{"scopes":[{"scope":"/subscriptions/s","valid":false}]}}"#);
        assert_eq!(scopes.properties().scopes.as_ref().unwrap()[0].valid, Some(false));
        let moved: ChangeDirectory =
            check(r#"{"reservationOrder":{"error":"no","id":"o","isSucceeded":false}}"#);
        assert_eq!(moved.reservation_order.unwrap().id, Some("O".into()));
    }
}
