//! The roles that can be given on a reservation order, and what they and the caller may do.

use azure::BuiltInRole;
use serde_json::Value;

use crate::http::{Answer, Call, Problem, page};
use crate::records::{Order, Records, json};

const DEFINITIONS: &str = "/providers/Microsoft.Authorization/roleDefinitions";

/// What a role that Azure brings along may do.
struct Definition {
    role: BuiltInRole,
    description: &'static str,
    actions: &'static [&'static str],
    not_actions: &'static [&'static str],
}

const CAPACITY: &str = "Microsoft.Capacity/*";
const CAPACITY_READ: &str = "Microsoft.Capacity/*/read";
const AUTHORIZATION: &str = "Microsoft.Authorization/*";
const AUTHORIZATION_READ: &str = "Microsoft.Authorization/*/read";

/// The roles that can be given on an order.
const ROLES: [Definition; 7] = [
    Definition {
        role: BuiltInRole::OWNER,
        description: "Manages everything, including who has access.",
        actions: &["*"],
        not_actions: &[],
    },
    Definition {
        role: BuiltInRole::CONTRIBUTOR,
        description: "Manages everything but who has access.",
        actions: &["*"],
        not_actions: &[
            "Microsoft.Authorization/*/Delete",
            "Microsoft.Authorization/*/Write",
            "Microsoft.Authorization/elevateAccess/Action",
        ],
    },
    Definition {
        role: BuiltInRole::READER,
        description: "Sees everything and changes nothing.",
        actions: &["*/read"],
        not_actions: &[],
    },
    Definition {
        role: BuiltInRole::USER_ACCESS_ADMINISTRATOR,
        description: "Manages who has access, and sees everything.",
        actions: &["*/read", AUTHORIZATION],
        not_actions: &[],
    },
    Definition {
        role: BuiltInRole::RESERVATIONS_ADMINISTRATOR,
        description: "Manages reservations and who has access to them.",
        actions: &[CAPACITY, AUTHORIZATION],
        not_actions: &[],
    },
    Definition {
        role: BuiltInRole::RESERVATIONS_READER,
        description: "Sees reservations and who has access to them.",
        actions: &[CAPACITY_READ, AUTHORIZATION_READ],
        not_actions: &[],
    },
    Definition {
        role: BuiltInRole::RESERVATION_PURCHASER,
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

/// The full id of the role with this GUID.
pub(crate) fn definition_id(role: &str) -> String {
    format!("{DEFINITIONS}/{role}")
}

pub(crate) fn definitions(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    Order::find(records, call.param("order"))?;
    let to_wire = |definition: &Definition| {
        let role = definition.role;
        json!({
            "id": definition_id(role.id),
            "name": role.id,
            "type": "Microsoft.Authorization/roleDefinitions",
            "properties": {
                "roleName": role.name,
                "type": "BuiltInRole",
                "description": definition.description,
                "assignableScopes": ["/"],
                "permissions": [rights(definition.actions, definition.not_actions)],
            },
        })
    };
    let rows: Vec<Value> = ROLES.iter().map(to_wire).collect();
    Ok(Answer::ok(&page(&rows, call)?))
}

/// What the caller may do with the order.
pub(crate) fn permissions(
    records: &mut Records,
    call: &mut Call<'_>,
    actions: &[&str],
) -> Result<Answer, Problem> {
    Order::find(records, call.param("order"))?;
    Ok(Answer::ok(&json!({ "value": [rights(actions, &[])] })))
}

fn rights(actions: &[&str], not_actions: &[&str]) -> Value {
    json!({
        "actions": actions,
        "notActions": not_actions,
        "dataActions": [],
        "notDataActions": [],
    })
}
