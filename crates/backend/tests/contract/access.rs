//! Role assignments on a reservation order.

use serde_json::{Value, json};

use crate::fixtures::{Desk, Item, Person, Reply};

const NEW: &str = "9f2f8e4e-0a53-4a44-8c31-6d0f1e4bb001";
const OTHER: &str = "9f2f8e4e-0a53-4a44-8c31-6d0f1e4bb002";
const READER: &str = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const OWNER: &str = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";

struct Office {
    desk: Desk,
    person: Person,
    item: Item,
}

impl Office {
    fn open() -> Self {
        let desk = Desk::open();
        let person = desk.customer("Kupferhain");
        let item = desk.reservation(&person, "Fertigungsleitstand");
        Self { desk, person, item }
    }

    fn path(&self, rest: &str) -> String {
        format!("{}/providers/Microsoft.Authorization/{rest}", self.item.order)
    }

    fn list(&self, filter: &str) -> Vec<Value> {
        let path = format!("GET {}?$filter={filter}", self.path("roleAssignments"));
        self.desk.ask(&self.person, &path).rows().clone()
    }

    fn principal(&self, name: &str) -> Value {
        let list = self.desk.ask(&self.person, "GET /providers/Prorata/principals");
        let named = |row: &&Value| row["displayName"].as_str().is_some_and(|n| n.starts_with(name));
        list.rows().iter().find(named).expect(name).clone()
    }

    fn give(&self, id: &str, role: &str, principal: &Value) -> Reply {
        let body = json!({ "properties": {
            "roleDefinitionId": format!("/providers/Microsoft.Authorization/roleDefinitions/{role}"),
            "principalId": principal["id"],
            "principalType": principal["principalType"],
        } });
        let what = format!("PUT {}", self.path(&format!("roleAssignments/{id}")));
        self.desk.send_body(&self.person, &what, &body)
    }

    fn take(&self, id: &str) -> Reply {
        self.desk
            .ask(&self.person, &format!("DELETE {}", self.path(&format!("roleAssignments/{id}"))))
    }
}

#[test]
fn what_is_inherited_is_listed_with_what_is_given_here() {
    let office = Office::open();
    let rows = office.list("atScope()");
    let scopes: Vec<&str> =
        rows.iter().filter_map(|row| row["properties"]["scope"].as_str()).collect();
    let inherited =
        scopes.iter().filter(|scope| **scope == "/providers/Microsoft.Capacity").count();
    assert_eq!((inherited, scopes.len()), (3, 6), "{scopes:?}");
    let types: Vec<&Value> = rows.iter().map(|row| &row["properties"]["principalType"]).collect();
    for known in ["User", "Group", "ServicePrincipal", "ForeignGroup"] {
        assert!(types.contains(&&json!(known)), "{known}");
    }
    let principals = office.desk.ask(&office.person, "GET /providers/Prorata/principals");
    for row in &rows {
        let id = &row["properties"]["principalId"];
        assert!(principals.rows().iter().any(|known| known["id"] == *id), "{id} has a name");
    }
}

#[test]
fn assignments_of_one_principal_come_with_and_without_its_groups() {
    let office = Office::open();
    let buyer = office.principal("Anke Thorwald");
    let id = buyer["id"].as_str().expect("an id");
    assert_eq!(office.list(&format!("principalId eq '{id}'")).len(), 1);
    assert_eq!(office.list(&format!("assignedTo('{id}')")).len(), 2);
    assert_eq!(office.list(&format!("atScope() and assignedTo('{id}')")).len(), 2);
    assert_eq!(office.list("assignedTo('nobody')").len(), 0);
    let both =
        |other: &str| office.list(&format!("assignedTo('{id}') and principalId eq '{other}'"));
    assert_eq!((both(id).len(), both("nobody").len()), (1, 0), "both must hold");
    let path = format!("GET {}?$filter=scope eq 'x'", office.path("roleAssignments"));
    assert_eq!(office.desk.ask(&office.person, &path).code(), "UnsupportedFilter");
}

#[test]
fn a_role_is_given_once() {
    let office = Office::open();
    let finops = office.principal("FinOps");
    let first = office.give(NEW, READER, &finops);
    assert_eq!(first.status, 201, "{}", first.body);
    let properties = &first.body["properties"];
    assert_eq!(properties["scope"], office.item.order.as_str());
    assert_eq!((&first.body["name"], &properties["principalId"]), (&json!(NEW), &finops["id"]));
    assert_eq!(office.give(NEW, READER, &finops).status, 200, "the same again");
    let twice = office.give(OTHER, READER, &finops);
    assert_eq!((twice.status, twice.code()), (409, "RoleAssignmentExists"));
    let changed = office.give(NEW, OWNER, &finops);
    assert_eq!((changed.status, changed.code()), (400, "RoleAssignmentUpdateNotPermitted"));
    let other = office.give(OTHER, OWNER, &finops);
    assert_eq!(other.status, 201, "another role of the same principal");
    let got = office
        .desk
        .ask(&office.person, &format!("GET {}", office.path(&format!("roleAssignments/{NEW}"))));
    assert_eq!(got.body, first.body);
}

#[test]
fn what_cannot_be_given_is_named() {
    let office = Office::open();
    let finops = office.principal("FinOps");
    let nobody = json!({ "id": OTHER, "principalType": "User" });
    let mistaken = json!({ "id": finops["id"], "principalType": "User" });
    for (id, role, principal, code) in [
        ("no-guid", READER, &finops, "InvalidRoleAssignmentId"),
        (NEW, OTHER, &finops, "RoleDefinitionDoesNotExist"),
        (NEW, READER, &nobody, "PrincipalNotFound"),
        (NEW, READER, &mistaken, "UnmatchedPrincipalType"),
        (NEW, READER, &json!({}), "InvalidRequestContent"),
    ] {
        let reply = office.give(id, role, principal);
        assert_eq!((reply.status, reply.code()), (400, code));
    }
}

#[test]
fn only_what_is_given_here_can_be_taken_away_here() {
    let office = Office::open();
    for row in office.list("") {
        let id = row["name"].as_str().expect("an id");
        let reply = office.take(id);
        if row["properties"]["scope"] == office.item.order.as_str() {
            assert_eq!((reply.status, &reply.body), (200, &row));
            assert_eq!(office.take(id).status, 204, "gone");
        } else {
            assert_eq!((reply.status, reply.code()), (400, "BadRequest"));
        }
    }
    assert_eq!(office.list("").len(), 3);
}

#[test]
fn an_assignment_belongs_to_its_order() {
    let office = Office::open();
    office.give(NEW, READER, &office.principal("FinOps"));
    let other = office.desk.reservation(&office.person, "ERP Datenbank");
    let path = format!("{}/providers/Microsoft.Authorization/roleAssignments/{NEW}", other.order);
    let reply = office.desk.ask(&office.person, &format!("GET {path}"));
    assert_eq!((reply.status, reply.code()), (404, "RoleAssignmentNotFound"));
}

#[test]
fn roles_are_the_seven_of_reservations() {
    let office = Office::open();
    let path = format!("GET {}", office.path("roleDefinitions"));
    let reply = office.desk.ask(&office.person, &path);
    let found: Vec<(&str, &str)> = reply
        .rows()
        .iter()
        .map(|row| {
            (
                row["properties"]["roleName"].as_str().expect("a name"),
                row["name"].as_str().expect("an id"),
            )
        })
        .collect();
    let expected: Vec<(&str, &str)> =
        azure::BUILT_IN_ROLES.iter().map(|role| (role.name, role.id)).collect();
    assert_eq!(found, expected);
}

#[test]
fn changing_access_needs_the_right_and_the_agreement() {
    let mut office = Office::open();
    let finops = office.principal("FinOps");
    office.person = office.person.with_role("Guest");
    for reply in [office.give(NEW, READER, &finops), office.take(NEW)] {
        assert_eq!((reply.status, reply.code()), (403, "AuthorizationFailed"));
    }
    office.person = office.desk.customer("Tern Harbour");
    office.item = office.desk.reservation(&office.person, "Council tax portal");
    let reply = office.give(NEW, READER, &office.principal("FinOps"));
    assert_eq!((reply.status, reply.code()), (403, "Forbidden"));
}

#[test]
fn whoever_asks_for_one_role_gets_no_other() {
    let office = Office::open();
    let roles = |filter: &str| {
        let path = format!("GET {}?$filter={filter}", office.path("roleDefinitions"));
        office.desk.ask(&office.person, &path)
    };
    let named = roles("roleName eq 'reader'");
    assert_eq!(named.rows().len(), 1);
    assert_eq!(named.rows()[0]["name"], READER);
    assert_eq!(roles("roleName eq 'Emperor'").rows().len(), 0);
    let all = roles("").rows().len();
    assert!(all > 5);
    assert_eq!(roles("atScope() and type eq 'BuiltInRole'").rows().len(), all);
    for wrong in ["roleName ne 'Reader'", "type eq 'CustomRole'", "name eq 'Reader'"] {
        let reply = roles(wrong);
        assert_eq!((reply.status, reply.code()), (400, "UnsupportedFilter"), "{wrong}");
    }
}
