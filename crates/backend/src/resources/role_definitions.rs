//! The roles that can be given on a reservation order, and what they may do.

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

/// Whether the role with this GUID may do this.
pub(crate) fn allows(role: &str, action: &str) -> bool {
    let is_in = |patterns: &[&str]| patterns.iter().any(|pattern| matches(pattern, action));
    let known = ROLES.iter().find(|known| known.role.id == role);
    known.is_some_and(|known| is_in(known.actions) && !is_in(known.not_actions))
}

/// Whether a pattern with at most one star names an action.
fn matches(pattern: &str, action: &str) -> bool {
    let (pattern, action) = (pattern.to_lowercase(), action.to_lowercase());
    match pattern.split_once('*') {
        None => pattern == action,
        Some((start, end)) => action.strip_prefix(start).is_some_and(|rest| rest.ends_with(end)),
    }
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
                "permissions": [{
                    "actions": definition.actions,
                    "notActions": definition.not_actions,
                    "dataActions": [],
                    "notDataActions": [],
                }],
            },
        })
    };
    let name = role_name(call.query.get("$filter").unwrap_or_default())?;
    let is_asked_for = |definition: &&Definition| {
        name.as_ref().is_none_or(|name| name.eq_ignore_ascii_case(definition.role.name))
    };
    let rows: Vec<Value> = ROLES.iter().filter(is_asked_for).map(to_wire).collect();
    Ok(Answer::ok(&page(&rows, call)?))
}

/// The name of the role that a `$filter` asks for; `None` for all. `atScope()` and the type of the roles change
/// nothing, since all of them are built in and may be assigned everywhere.
///
/// # Errors
/// 400 for anything else: whoever asks for one role and gets all of them may assign the wrong one.
fn role_name(filter: &str) -> Result<Option<String>, Problem> {
    let mut name = None;
    for part in filter.split(" and ").map(str::trim).filter(|part| !part.is_empty()) {
        let lower = part.to_lowercase();
        let quoted = lower.split('\'').nth(1).unwrap_or_default();
        if lower == format!("rolename eq '{quoted}'") {
            name = Some(quoted.to_owned());
        } else if lower != "atscope()" && lower != "type eq 'builtinrole'" {
            let message = format!(
                "$filter: '{part}' is none of atScope(), type eq 'BuiltInRole', roleName eq '...'."
            );
            return Err(Problem::new(400, "UnsupportedFilter", message).of_field("$filter"));
        }
    }
    Ok(name)
}
