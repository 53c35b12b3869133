//! Who may do what with a reservation order: role assignments in the Authorization API.
//!
//! Roles are given on the order, and its reservations inherit them. What is given for all
//! reservations of the tenant is inherited by every order, and can only be taken away there.

use azure::{BuiltInRole, PrincipalType};
use http::StatusCode;
use serde_json::Value;

use crate::http::{Answer, BodyField, Call, Problem, page, sort};
use crate::records::access::{Assignment, Principal};
use crate::records::sentinel::Step;
use crate::records::{Customer, Order, RecordError, Records, Reservation, json, wire};
use crate::resources::activities::{self, Entry};
use crate::resources::role_definitions::{self, definition_id};

/// The scope of all reservations of the tenant.
const TENANT: &str = "/providers/Microsoft.Capacity";

impl Assignment {
    /// The assignment as the API writes it.
    fn to_wire(&self, order: Option<&str>, id: &str) -> Value {
        let scope = order.map_or_else(|| TENANT.to_owned(), wire::order_id);
        let mut row = json!({
            "id": assignment_id(&scope, id),
            "name": id,
            "type": "Microsoft.Authorization/roleAssignments",
            "properties": {
                "scope": scope,
                "roleDefinitionId": definition_id(&self.role),
                "principalId": self.principal,
                "principalType": self.principal_type,
                "createdOn": self.at,
                "updatedOn": self.at,
            },
        });
        if let Some(description) = &self.description {
            row["properties"]["description"] = description.as_str().into();
        }
        row
    }

    /// The role by its name, and the principal by its own, for the record of activities.
    fn in_words(&self, records: &Records) -> Result<(Value, Value), Problem> {
        let role = BuiltInRole::with_id(&self.role).map(|role| role.name);
        let principal: Option<Principal> = records.get(&self.principal)?;
        Ok((json!(role), json!(principal.map(|principal| principal.display_name))))
    }
}

fn assignment_id(scope: &str, id: &str) -> String {
    format!("{scope}/providers/Microsoft.Authorization/roleAssignments/{id}")
}

/// Assignments at a scope, each with its GUID.
fn at_scope(records: &Records, order: Option<&str>) -> Vec<(String, Assignment)> {
    let prefix = Assignment::document_id(order, "");
    let found = records.all_below::<Assignment>(&prefix);
    found.into_iter().map(|(id, found)| (id[prefix.len()..].to_owned(), found)).collect()
}

/// Whether somebody has a role on an order, or on all orders of the tenant, that lets them do this.
pub(crate) fn allow(
    records: &Records,
    order: &str,
    person: &str,
    action: &str,
) -> Result<bool, RecordError> {
    let group = records.get::<Principal>(person)?.and_then(|found| found.member_of);
    let is_theirs = |principal: &String| principal == person || group.as_ref() == Some(principal);
    let given = [None, Some(order)].into_iter().flat_map(|scope| at_scope(records, scope));
    Ok(given
        .filter(|(_, given)| is_theirs(&given.principal))
        .any(|(_, given)| role_definitions::allows(&given.role, action)))
}

/// What is inherited comes first.
pub(crate) fn list(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let order = call.param("order");
    Order::find(records, order)?;
    let asked = principals_asked_about(records, call.query.get("$filter"))?;
    let mut rows = Vec::new();
    for scope in [None, Some(order)] {
        for (id, assignment) in at_scope(records, scope) {
            if asked.as_ref().is_none_or(|asked| asked.contains(&assignment.principal)) {
                rows.push(assignment.to_wire(scope, &id));
            }
        }
    }
    Ok(Answer::ok(&page(&rows, call)?))
}

/// The principals that a `$filter` asks about; `None` for all.
///
/// `atScope()` changes nothing here, since nothing lies below an order. `assignedTo` includes what
/// a principal has through its group, `principalId eq` does not.
fn principals_asked_about(
    records: &Records,
    filter: Option<&str>,
) -> Result<Option<Vec<String>>, Problem> {
    let mut asked: Option<Vec<String>> = None;
    for part in filter.unwrap_or_default().split(" and ").map(str::trim) {
        let lower = part.to_lowercase();
        if lower.is_empty() || lower == "atscope()" {
            continue;
        }
        let quoted = lower.split('\'').nth(1).unwrap_or_default().to_owned();
        let mut these = vec![quoted.clone()];
        if lower == format!("assignedto('{quoted}')") {
            let found: Option<Principal> = records.get(&quoted)?;
            these.extend(found.and_then(|found| found.member_of));
        } else if lower != format!("principalid eq '{quoted}'") {
            let message = format!(
                "$filter: '{part}' is none of atScope(), principalId eq '...', assignedTo('...')."
            );
            return Err(Problem::new(400, "UnsupportedFilter", message).of_field("$filter"));
        }
        // All parts must hold.
        asked = Some(match asked.take() {
            Some(asked) => these.into_iter().filter(|one| asked.contains(one)).collect(),
            None => these,
        });
    }
    Ok(asked)
}

pub(crate) fn get(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let (order, id) = (call.param("order"), call.param("assignment"));
    Order::find(records, order)?;
    let (scope, found) = find(records, order, id)?.ok_or_else(|| {
        let message = format!("The role assignment '{id}' was not found.");
        Problem::new(404, "RoleAssignmentNotFound", message)
    })?;
    Ok(Answer::ok(&found.to_wire(scope, id)))
}

/// The assignment with this GUID that counts for an order, and the order if it is given there.
fn find<'o>(
    records: &Records,
    order: &'o str,
    id: &str,
) -> Result<Option<(Option<&'o str>, Assignment)>, Problem> {
    for scope in [Some(order), None] {
        if let Some(found) = records.get(&Assignment::document_id(scope, id))? {
            return Ok(Some((scope, found)));
        }
    }
    Ok(None)
}

/// What must hold for any change of the access to the order that the path names.
fn check_change(records: &Records, call: &Call<'_>) -> Result<(), Problem> {
    let order = call.param("order");
    Order::find(records, order)?;
    for (_, reservation) in Reservation::of_order(records, order) {
        call.check_sentinel(reservation.sentinel, Step::Change)?;
    }
    Customer::of(records)?.check_agreement()
}

pub(crate) fn put(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let body = call.read_body()?;
    let (order, id) = (call.param("order").to_owned(), call.param("assignment").to_owned());
    check_change(records, call)?;
    if !azure::is_guid(&id) {
        let message = format!("The role assignment id '{id}' must be a GUID.");
        return Err(Problem::new(400, "InvalidRoleAssignmentId", message));
    }
    let assignment = read(records, call, &BodyField::root(&body).at("properties"))?;
    let is_same = |other: &Assignment| {
        other.role == assignment.role && other.principal == assignment.principal
    };
    let document_id = Assignment::document_id(Some(&order), &id);
    if let Some(existing) = records.get::<Assignment>(&document_id)? {
        if is_same(&existing) {
            return Ok(Answer::ok(&existing.to_wire(Some(&order), &id)));
        }
        let message = "Role and principal of a role assignment cannot be changed.";
        return Err(Problem::new(400, "RoleAssignmentUpdateNotPermitted", message));
    }
    if at_scope(records, Some(&order)).iter().any(|(_, other)| is_same(other)) {
        let message = "The principal has this role on the order already.";
        return Err(Problem::new(409, "RoleAssignmentExists", message));
    }
    records.put(&document_id, &assignment);
    let (role, principal) = assignment.in_words(records)?;
    let changes = vec![("role", Value::Null, role), ("principal", Value::Null, principal)];
    let target = assignment_id(&wire::order_id(&order), &id);
    activities::record(records, call, Entry { target, changes, quote: None });
    Ok(Answer::json(StatusCode::CREATED, &assignment.to_wire(Some(&order), &id)))
}

/// Reads the body of a new assignment.
fn read(records: &Records, call: &Call<'_>, field: &BodyField<'_>) -> Result<Assignment, Problem> {
    const ROLE: &str = "properties.roleDefinitionId";
    const PRINCIPAL: &str = "properties.principalId";
    let sent = field.value();
    let role = sent["roleDefinitionId"].as_str();
    let role = role.ok_or_else(|| Problem::invalid(ROLE, "is required"))?;
    let id = role.rsplit('/').next().unwrap_or_default().to_lowercase();
    let known = BuiltInRole::with_id(&id).ok_or_else(|| {
        let message = format!("The role definition '{role}' does not exist.");
        Problem::new(400, "RoleDefinitionDoesNotExist", message).of_field(ROLE)
    })?;
    let id = sent["principalId"].as_str().map(str::to_lowercase);
    let id = id.ok_or_else(|| Problem::invalid(PRINCIPAL, "is required"))?;
    let principal: Principal = records.get(&id)?.ok_or_else(|| {
        let message = format!("The principal '{id}' does not exist in the customer's tenant.");
        Problem::new(400, "PrincipalNotFound", message).of_field(PRINCIPAL)
    })?;
    let principal_type = principal.principal_type;
    let stated = sent["principalType"].as_str();
    if stated.is_some_and(|stated| PrincipalType::parse(stated) != principal_type) {
        let message = format!("The principal '{id}' is a {principal_type}.");
        return Err(Problem::new(400, "UnmatchedPrincipalType", message)
            .of_field("properties.principalType"));
    }
    let mut assignment = Assignment::new(known, &id, principal_type, call.now);
    let description = field.at("description");
    // A form sends an empty field for nothing.
    if !(description.value().is_null() || description.value() == "") {
        assignment.description = Some(description.text()?.to_owned());
    }
    Ok(assignment)
}

pub(crate) fn delete(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let (order, id) = (call.param("order").to_owned(), call.param("assignment").to_owned());
    check_change(records, call)?;
    match find(records, &order, &id)? {
        // What is not there need not be taken away.
        None => Ok(Answer::no_content()),
        Some((None, _)) => {
            let message = format!(
                "The role assignment is inherited from '{TENANT}' and can only be removed there."
            );
            Err(Problem::new(400, "BadRequest", message))
        }
        Some((Some(_), assignment)) => {
            records.remove::<Assignment>(&Assignment::document_id(Some(&order), &id));
            let (role, principal) = assignment.in_words(records)?;
            let changes = vec![("role", role, Value::Null), ("principal", principal, Value::Null)];
            let target = assignment_id(&wire::order_id(&order), &id);
            activities::record(records, call, Entry { target, changes, quote: None });
            Ok(Answer::ok(&assignment.to_wire(Some(&order), &id)))
        }
    }
}

/// Who can be given a role. In reality Microsoft Graph knows that.
pub(crate) fn principals(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let mut rows: Vec<Value> = Vec::new();
    for (id, principal) in records.all::<Principal>() {
        let mut row = json!(principal);
        row["id"] = id.into();
        rows.push(row);
    }
    let name = |row: &Value| row["displayName"].as_str().map(str::to_lowercase);
    sort(&mut rows, &|left, right| name(left).cmp(&name(right)));
    Ok(Answer::ok(&page(&rows, call)?))
}
