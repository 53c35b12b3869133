//! Who has which role on a reservation order (Microsoft.Authorization), and who there is in the customer's
//! tenant.
//!
//! Roles are given on the order; its reservations inherit them, and the order inherits those of the scopes
//! above it.

use super::answer::Answer;
use super::attempt::{Attempt, NotDone};
use super::client::{Api, Request, Tenant};
use super::error::ApiError;
use super::reservations::order_path;
use azure::{BuiltInRole, Scope};
use serde_json::{Value, json};
use view_model::address::ReservationRef;
use view_model::encoding;

/// The version of Microsoft.Authorization that we speak.
const API_VERSION: &str = "api-version=2022-04-01";

/// The scope above all orders of a tenant.
const ALL_RESERVATIONS: &str = "/providers/Microsoft.Capacity";

/// A role that somebody has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// The path by which it is removed.
    pub id: String,
    /// The last segment of the role definition's id.
    pub role: String,
    /// The object id of who has it.
    pub principal: String,
    /// What that is, as Azure writes it: `User`, `Group` and others.
    pub principal_type: String,
    /// Where it was given.
    pub scope: Scope,
}

/// Where a role comes from, seen from an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It was given on the order itself.
    Order,
    /// It holds for all reservations of the tenant.
    AllReservations,
    /// It holds for everything in the tenant.
    Tenant,
    /// It holds for what is in a management group, by its name.
    ManagementGroup(String),
    /// It holds somewhere else, by its path.
    Elsewhere(String),
}

/// Somebody or something that can have a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Principal {
    /// Its object id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What a person signs in with.
    pub user_name: Option<String>,
    /// What it is, as Azure writes it: `User`, `Group` and others.
    pub kind: String,
}

impl Assignment {
    /// Where it comes from, seen from the order of `of`.
    #[must_use]
    pub fn origin(&self, of: &ReservationRef) -> Origin {
        let scope = &self.scope;
        if let Some(order) = scope.reservation_order()
            && order.name().eq_ignore_ascii_case(&of.order)
        {
            return Origin::Order;
        }
        if *scope == Scope::from(ALL_RESERVATIONS) {
            return Origin::AllReservations;
        }
        match scope.management_group() {
            Some(group) => Origin::ManagementGroup(group.to_owned()),
            None if scope.as_str().trim_matches('/').is_empty() => Origin::Tenant,
            None => Origin::Elsewhere(scope.as_str().to_owned()),
        }
    }

    /// The role, if it is one that Azure brings along for reservations.
    #[must_use]
    pub fn built_in_role(&self) -> Option<BuiltInRole> {
        BuiltInRole::with_id(&self.role)
    }

    fn of(row: &Value) -> Option<Self> {
        let role = text(row, "/properties/roleDefinitionId")?;
        Some(Self {
            id: text(row, "/id")?,
            role: role.rsplit('/').next().unwrap_or_default().to_owned(),
            principal: text(row, "/properties/principalId")?,
            principal_type: text(row, "/properties/principalType").unwrap_or_default(),
            scope: Scope::from(text(row, "/properties/scope")?.as_str()),
        })
    }
}

impl Api {
    /// The role assignments that hold on the order, inherited ones included.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn role_assignments(&self, of: &ReservationRef) -> Result<Vec<Assignment>, ApiError> {
        self.assignments(of, "atScope()").await
    }

    /// The role assignments on the order that a principal has, also by being in a group.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn roles_of(
        &self,
        of: &ReservationRef,
        principal: &str,
    ) -> Result<Vec<Assignment>, ApiError> {
        self.assignments(of, &format!("assignedTo('{}')", principal.replace('\'', "''"))).await
    }

    /// Gives a role on the order. The new assignment is named after the attempt: asked again with the same
    /// one, the service does not give the role twice.
    ///
    /// # Errors
    /// [`NotDone`]; 409 when the principal has the role there already.
    pub async fn assign_role(
        &self,
        of: &ReservationRef,
        role: &str,
        principal: &str,
        principal_type: &str,
        attempt: &Attempt,
    ) -> Result<(), NotDone> {
        let path = format!("{}/{}?{API_VERSION}", collection(of), attempt.id());
        let body = json!({"properties": {
            "roleDefinitionId": format!("/providers/Microsoft.Authorization/roleDefinitions/{role}"),
            "principalId": principal,
            "principalType": principal_type,
        }});
        let request = Request::put(tenant(&of.customer), path, body.to_string());
        // Only the assignment itself says that the role was given.
        let check = |answer: &Answer| {
            let given: Value = answer.records()?;
            if given["id"].is_string() { Ok(()) } else { Err(answer.without_record()) }
        };
        self.commit(request, attempt, check).await.map(drop)
    }

    /// Takes a role away. It is no error when it is gone already.
    ///
    /// # Errors
    /// [`NotDone`]
    pub async fn remove_role(
        &self,
        of: &ReservationRef,
        id: &str,
        attempt: &Attempt,
    ) -> Result<(), NotDone> {
        let path = format!("{}?{API_VERSION}", encoding::path(id));
        let check = |answer: &Answer| match answer.status {
            204 => Ok(()),
            _ => answer.records::<Value>().map(drop),
        };
        let request = Request::delete(tenant(&of.customer), path);
        self.commit(request, attempt, check).await.map(drop)
    }

    /// Everybody in the tenant of the customer with this GUID who can have a role.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn principals(&self, customer: &str) -> Result<Vec<Principal>, ApiError> {
        let rows: Vec<Value> = self.list(tenant(customer), "/providers/Prorata/principals").await?;
        let principals = rows.iter().filter_map(|row| {
            let id = text(row, "/id")?;
            Some(Principal {
                name: text(row, "/displayName").unwrap_or_else(|| id.clone()),
                id,
                user_name: text(row, "/userPrincipalName"),
                kind: text(row, "/principalType").unwrap_or_default(),
            })
        });
        Ok(principals.collect())
    }

    async fn assignments(
        &self,
        of: &ReservationRef,
        filter: &str,
    ) -> Result<Vec<Assignment>, ApiError> {
        let filter = encoding::query_component(filter);
        let path = format!("{}?{API_VERSION}&$filter={filter}", collection(of));
        let rows: Vec<Value> = self.list(tenant(&of.customer), &path).await?;
        Ok(rows.iter().filter_map(Assignment::of).collect())
    }
}

/// The path of the role assignments on an order below the base URL.
fn collection(of: &ReservationRef) -> String {
    format!("{}/providers/Microsoft.Authorization/roleAssignments", order_path(of))
}

fn tenant(customer: &str) -> Tenant {
    Tenant::Customer(customer.to_owned())
}

fn text(row: &Value, pointer: &str) -> Option<String> {
    row.pointer(pointer).and_then(Value::as_str).map(ToOwned::to_owned)
}
