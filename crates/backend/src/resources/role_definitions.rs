//! The roles that can be given on a reservation order, and what they and the caller may do.

use http::Method;
use serde_json::Value;

use crate::http::answer::Answer;
use crate::http::auth::Permission;
use crate::http::call::Call;
use crate::http::paging::page;
use crate::http::problem::Problem;
use crate::http::route::{Handler, Route};
use crate::records::documents::Records;
use crate::records::json::json;
use crate::records::order::Order;
use crate::service::routes;

pub(crate) const ROUTES: &[Route] = &[
    Route {
        method: Method::GET,
        path: "/providers/Microsoft.Capacity/reservationOrders/{order}/\
               providers/Microsoft.Authorization/roleDefinitions",
        action: "Microsoft.Authorization/roleDefinitions/read",
        permission: Permission::ReadRecords,
        handler: Handler::OwnRecords(definitions),
    },
    Route {
        method: Method::GET,
        path: "/providers/Microsoft.Capacity/reservationOrders/{order}/\
               providers/Microsoft.Authorization/permissions",
        action: "Microsoft.Authorization/permissions/read",
        permission: Permission::ReadRecords,
        handler: Handler::OwnRecords(permissions),
    },
];

const DEFINITIONS: &str = "/providers/Microsoft.Authorization/roleDefinitions";

/// A role that Azure brings along.
pub(crate) struct Role {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    description: &'static str,
    actions: &'static [&'static str],
    not_actions: &'static [&'static str],
}

const CAPACITY: &str = "Microsoft.Capacity/*";
const CAPACITY_READ: &str = "Microsoft.Capacity/*/read";
const AUTHORIZATION: &str = "Microsoft.Authorization/*";
const AUTHORIZATION_READ: &str = "Microsoft.Authorization/*/read";

/// The roles that can be given on an order, with the ids of the Azure documentation of built-in
/// roles (2026-01).
const ROLES: [Role; 7] = [
    Role {
        id: "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
        name: "Owner",
        description: "Manages everything, including who has access.",
        actions: &["*"],
        not_actions: &[],
    },
    Role {
        id: "b24988ac-6180-42a0-ab88-20f7382dd24c",
        name: "Contributor",
        description: "Manages everything but who has access.",
        actions: &["*"],
        not_actions: &[
            "Microsoft.Authorization/*/Delete",
            "Microsoft.Authorization/*/Write",
            "Microsoft.Authorization/elevateAccess/Action",
        ],
    },
    Role {
        id: "acdd72a7-3385-48ef-bd42-f606fba81ae7",
        name: "Reader",
        description: "Sees everything and changes nothing.",
        actions: &["*/read"],
        not_actions: &[],
    },
    Role {
        id: "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
        name: "User Access Administrator",
        description: "Manages who has access, and sees everything.",
        actions: &["*/read", AUTHORIZATION],
        not_actions: &[],
    },
    Role {
        id: "a8889054-8d42-49c9-bc1c-52486c10e7cd",
        name: "Reservations Administrator",
        description: "Manages reservations and who has access to them.",
        actions: &[CAPACITY, AUTHORIZATION],
        not_actions: &[],
    },
    Role {
        id: "582fc458-8989-419f-a480-75249bc5db7e",
        name: "Reservations Reader",
        description: "Sees reservations and who has access to them.",
        actions: &[CAPACITY_READ, AUTHORIZATION_READ],
        not_actions: &[],
    },
    Role {
        id: "f7b75c60-3036-4b75-91c3-6b41c27c1689",
        name: "Reservation Purchaser",
        description: "Buys reservations.",
        actions: &[
            CAPACITY_READ,
            "Microsoft.Capacity/catalogs/read",
            "Microsoft.Capacity/calculatePrice/action",
            "Microsoft.Capacity/reservationOrders/write",
        ],
        not_actions: &[],
    },
];

impl Role {
    /// The role with this GUID, in lower case.
    pub(crate) fn with_id(id: &str) -> Option<&'static Self> {
        ROLES.iter().find(|role| role.id == id)
    }

    /// The role with this name.
    pub(crate) fn named(name: &str) -> Option<&'static Self> {
        ROLES.iter().find(|role| role.name == name)
    }
}

/// The full id of the role with this GUID.
pub(crate) fn definition_id(role: &str) -> String {
    format!("{DEFINITIONS}/{role}")
}

fn definitions(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    Order::find(records, call.param("order"))?;
    let to_wire = |role: &Role| {
        json!({
            "id": definition_id(role.id),
            "name": role.id,
            "type": "Microsoft.Authorization/roleDefinitions",
            "properties": {
                "roleName": role.name,
                "type": "BuiltInRole",
                "description": role.description,
                "assignableScopes": ["/"],
                "permissions": [rights(role.actions, role.not_actions)],
            },
        })
    };
    let rows: Vec<Value> = ROLES.iter().map(to_wire).collect();
    Ok(Answer::ok(&page(&rows, call)?))
}

/// What the caller may do with the order: every operation of the service that the role permits.
fn permissions(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    Order::find(records, call.param("order"))?;
    let mut actions: Vec<&str> = Vec::new();
    for route in routes::all() {
        let is_granted = route.permission.is_granted_to(call.caller.role);
        if is_granted && !route.is_our_own() && !actions.contains(&route.action) {
            actions.push(route.action);
        }
    }
    Ok(Answer::ok(&json!({ "value": [rights(&actions, &[])] })))
}

fn rights(actions: &[&str], not_actions: &[&str]) -> Value {
    json!({
        "actions": actions,
        "notActions": not_actions,
        "dataActions": [],
        "notDataActions": [],
    })
}
