//! Who may do what with a reservation order: role assignments of the Authorization API 2022-04-01.
//!
//! Rights are given on the order; its reservations inherit them.

use crate::id::{Guid, Scope};
use crate::open_enum::open_enum;
use crate::time::Timestamp;
use crate::wire::{has_properties, record};

record! {
    /// A role given to someone on a scope; also the body that gives it.
    pub struct RoleAssignment {
        pub id: Option<String> = "id",
        pub name: Option<Guid> = "name",
        pub type_name: Option<String> = "type",
        pub properties: Option<RoleAssignmentProperties> = "properties",
    }

    /// Who has which role, and where.
    pub struct RoleAssignmentProperties {
        pub scope: Option<Scope> = "scope",
        /// A path that ends in the role's own id; see [`RoleAssignmentProperties::role`].
        pub role_definition_id: Option<String> = "roleDefinitionId",
        pub principal_id: Option<Guid> = "principalId",
        pub principal_type: Option<PrincipalType> = "principalType",
        pub description: Option<String> = "description",
        pub condition: Option<String> = "condition",
        pub condition_version: Option<String> = "conditionVersion",
        pub created_on: Option<Timestamp> = "createdOn",
        pub updated_on: Option<Timestamp> = "updatedOn",
        pub created_by: Option<Guid> = "createdBy",
        pub updated_by: Option<Guid> = "updatedBy",
        pub delegated_managed_identity_resource_id: Option<String> =
            "delegatedManagedIdentityResourceId",
    }

    /// What a role is.
    pub struct RoleDefinition {
        pub id: Option<String> = "id",
        pub name: Option<Guid> = "name",
        pub type_name: Option<String> = "type",
        pub properties: Option<RoleDefinitionProperties> = "properties",
    }

    /// A role's name and rights.
    pub struct RoleDefinitionProperties {
        pub role_name: Option<String> = "roleName",
        pub description: Option<String> = "description",
        /// `BuiltInRole` or `CustomRole`.
        pub type_name: Option<String> = "type",
        pub permissions: Option<Vec<RolePermission>> = "permissions",
        pub assignable_scopes: Option<Vec<Scope>> = "assignableScopes",
    }

    /// Operations that are allowed, and exceptions from them.
    pub struct RolePermission {
        pub actions: Option<Vec<String>> = "actions",
        pub not_actions: Option<Vec<String>> = "notActions",
        pub data_actions: Option<Vec<String>> = "dataActions",
        pub not_data_actions: Option<Vec<String>> = "notDataActions",
    }
}

has_properties!(RoleAssignment, RoleAssignmentProperties);
has_properties!(RoleDefinition, RoleDefinitionProperties);

open_enum! {
    /// What a principal is. Its display name needs Microsoft Graph.
    pub enum PrincipalType {
        User,
        Group,
        ServicePrincipal,
        ForeignGroup,
        Device,
    }
}

/// A role that Azure brings along and that can be given on a reservation order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BuiltInRole {
    /// The name, which Azure does not translate.
    pub name: &'static str,
    /// The last segment of its role definition id.
    pub id: &'static str,
}

/// The built-in roles of reservations, with their ids from the Azure documentation of built-in
/// roles (2026-01).
pub const BUILT_IN_ROLES: [BuiltInRole; 7] = [
    BuiltInRole::OWNER,
    BuiltInRole::CONTRIBUTOR,
    BuiltInRole::READER,
    BuiltInRole::USER_ACCESS_ADMINISTRATOR,
    BuiltInRole::RESERVATIONS_ADMINISTRATOR,
    BuiltInRole::RESERVATIONS_READER,
    BuiltInRole::RESERVATION_PURCHASER,
];

impl BuiltInRole {
    /// Manages everything, including who has access.
    pub const OWNER: Self = Self::new("Owner", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635");
    /// Manages everything but who has access.
    pub const CONTRIBUTOR: Self = Self::new("Contributor", "b24988ac-6180-42a0-ab88-20f7382dd24c");
    /// Sees everything and changes nothing.
    pub const READER: Self = Self::new("Reader", "acdd72a7-3385-48ef-bd42-f606fba81ae7");
    /// Manages who has access, and sees everything.
    pub const USER_ACCESS_ADMINISTRATOR: Self =
        Self::new("User Access Administrator", "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9");
    /// Manages reservations and who has access to them.
    pub const RESERVATIONS_ADMINISTRATOR: Self =
        Self::new("Reservations Administrator", "a8889054-8d42-49c9-bc1c-52486c10e7cd");
    /// Sees reservations and who has access to them.
    pub const RESERVATIONS_READER: Self =
        Self::new("Reservations Reader", "582fc458-8989-419f-a480-75249bc5db7e");
    /// Buys reservations.
    pub const RESERVATION_PURCHASER: Self =
        Self::new("Reservation Purchaser", "f7b75c60-3036-4b75-91c3-6b41c27c1689");

    const fn new(name: &'static str, id: &'static str) -> Self {
        Self { name, id }
    }

    /// The role with this id, the last segment of that of its definition.
    pub fn with_id(id: &str) -> Option<Self> {
        BUILT_IN_ROLES.into_iter().find(|role| role.id.eq_ignore_ascii_case(id))
    }
}

impl RoleAssignmentProperties {
    /// The built-in role that is given; nothing when it is a custom one.
    pub fn role(&self) -> Option<BuiltInRole> {
        let id = self.role_definition_id.as_ref()?.rsplit('/').next()?;
        BuiltInRole::with_id(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{from_slice, to_string};

    #[test]
    fn the_role_of_an_assignment_is_known() {
        let json = concat!(
            r#"{"properties":{"principalType":"Agent","roleDefinitionId":"#,
            r#""/providers/Microsoft.Authorization/roleDefinitions/"#,
            r#"ACDD72A7-3385-48ef-bd42-f606fba81ae7","#,
            r#""scope":"/providers/Microsoft.Capacity/reservationOrders/o-1"}}"#
        );
        let assignment: RoleAssignment = from_slice(json.as_bytes()).unwrap();
        let properties = assignment.properties();
        assert_eq!(properties.role().unwrap().name, "Reader");
        let order = properties.scope.as_ref().unwrap().reservation_order();
        assert_eq!(order.unwrap().name(), "o-1");
        assert_eq!(to_string(&assignment), json);
    }

    #[test]
    fn a_custom_role_is_not_known() {
        let mut properties = RoleAssignmentProperties::default();
        assert_eq!(properties.role(), None);
        properties.role_definition_id = Some("/roleDefinitions/x".into());
        assert_eq!(properties.role(), None);
    }

    #[test]
    fn the_rights_of_a_role_are_read() {
        let json = r#"{"properties":{"permissions":[{"actions":["*/read"],"notActions":[]}]}}"#;
        let role: RoleDefinition = from_slice(json.as_bytes()).unwrap();
        assert_eq!(to_string(&role), json);
    }
}
