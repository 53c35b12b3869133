//! Every route for every role: nobody comes further than the table of rights says.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::Desk;
use crate::issuer::{CLIENT, Issuer, Signer};

/// The table of routes, as it is written.
const ROUTES: &str = include_str!("../../../backend/src/service/routes.rs");
/// What everybody works with is replaced, or taken away as a whole, by administrators alone.
const ADMINISTRATORS_ALONE: &[&str] = &[
    "Prorata/backup/read",
    "Prorata/reset/action",
    "Prorata/restore/action",
    "Prorata/priceList/write",
];

struct Route {
    method: String,
    path: String,
    action: String,
    permission: String,
    on: String,
}

/// The routes of the table: method, path, action, permission, and what the handler works on.
fn routes() -> Vec<Route> {
    // There are several tables: what is read, and what changes something.
    let tables = ROUTES.split("= routes! {").skip(1);
    let tables = tables.map(|table| table.split_once("\n};").expect("its end").0);
    let entries = tables.flat_map(|table| table.split(";\n")).filter(|it| !it.trim().is_empty());
    entries
        .map(|entry| {
            let parts: Vec<&str> = entry.split('"').collect();
            let [method, path, _, action, rest] = parts[..] else { panic!("{entry}") };
            // A path that is too long for its line goes on in the next.
            let path = path.split("\\\n").map(str::trim_start).collect::<String>();
            let mut rest = rest.trim_start_matches(',').split(',');
            let permission = rest.next().expect("a permission").trim().to_owned();
            let on = rest
                .next()
                .and_then(|on| on.split('(').next())
                .expect("a handler")
                .trim()
                .to_owned();
            let (method, action) = (method.trim().to_owned(), action.to_owned());
            Route { method, path, action, permission, on }
        })
        .collect()
}

#[test]
fn nobody_comes_further_than_the_table_says() {
    let (issuer, signer) = (Issuer::start(), Signer::ec());
    issuer.publish("one", &signer);
    let own = ["--sign-in-issuer", &issuer.url, "--sign-in-client-id", CLIENT, "--demo"];
    let desk = Desk::start("rights", &own);
    let token = |role: &str| {
        let mut claims = issuer.claims();
        claims["roles"] = json!([role]);
        claims["sub"] = json!(format!("person-{role}"));
        signer.token("ES256", "one", &claims)
    };
    let admin = token("AdminAgent");
    let rows = desk.get(&admin, "/providers/Prorata/permissions").body();
    let rows = rows["value"].as_array().expect("rows").iter();
    let granted: BTreeMap<String, Value> = rows
        .map(|row| {
            (row["permission"].as_str().unwrap_or_default().to_owned(), row["roles"].clone())
        })
        .collect();
    let summaries = desk.get(&admin, "/providers/Prorata/customerSummaries").body();
    let managed = summaries["value"].as_array().expect("customers").iter();
    let customer = managed
        .filter(|row| {
            row["displayName"].as_str().is_some_and(|name| name.starts_with("Kupferhain"))
        })
        .find_map(|row| row["customerId"].as_str().map(str::to_owned))
        .expect("a customer");
    let account = desk.get(&admin, "/providers/Prorata/account").body();
    let account = account["billingAccountId"].as_str().expect("an account").to_owned();
    // What anybody may begin who may import, and that it was told what became of a request, is no change of the
    // records.
    let records = || {
        let backup = desk.get(&admin, "/providers/Prorata/backup").text;
        let is_record = |line: &&str| {
            let others = ["import/", "latest/", "requestNotMade/"];
            let is_other = |kind: &&str| line.contains(&format!("\"key\":\"{kind}"));
            !others.iter().any(is_other) && !line.contains("\"documents\":")
        };
        // The sum of a line is one over those before it, too.
        backup
            .lines()
            .filter(is_record)
            .filter_map(|line| Some(line.split_once(",")?.1.to_owned()))
            .collect::<Vec<_>>()
    };
    let before = records();

    let roles = [
        "AdminAgent",
        "GlobalAdmin",
        "HelpdeskAgent",
        "SalesAgent",
        "UserManagementAdmin",
        "Guest",
        "Emperor",
    ];
    let tokens: Vec<(&str, String)> = roles.iter().map(|role| (*role, token(role))).collect();
    let routes = routes();
    assert!(routes.len() > 70, "{}", routes.len());
    let id = "0b8b1e02-6a3f-4d7b-9a41-6e5b7c1d2f30";
    for Route { method, path, action, permission, on } in &routes {
        let mut asked = path.replace("{billingAccount}", &account).replace("{customer}", &customer);
        while let Some((start, end)) = asked.find('{').zip(asked.find('}')) {
            asked.replace_range(start..=end, id);
        }
        let what = format!("{method} {asked}?api-version=2022-11-01");
        // What a route works on decides whose records are named.
        let tenant = if on.starts_with("TenantRecords") { &*customer } else { "" };
        for (role, token) in &tokens {
            let has = |permission: &str| {
                let roles = granted[permission].as_array().expect("roles");
                roles.contains(&json!(role))
            };
            let may = has(permission)
                && (!ADMINISTRATORS_ALONE.contains(&action.as_str()) || has("ChangeSettings"));
            // A body that nothing can be done with.
            let answer = desk.send(token, tenant, &what, &json!({ "x": 1 }));
            let is_refused = answer.status == 403 && answer.code() == "AuthorizationFailed";
            assert_eq!(is_refused, !may, "{role} {what}: {} {}", answer.status, answer.text);
        }
        for nobody in ["", "x", "demo.eyJyb2xlIjoiQWRtaW5BZ2VudCIsInRpZCI6IiJ9"] {
            assert_eq!(desk.send(nobody, tenant, &what, &Value::Null).status, 401, "{what}");
        }
        if tenant.is_empty() {
            let of_customer = desk.send(&admin, &customer, &what, &json!({ "x": 1 }));
            assert_eq!(of_customer.status, 403, "{what} about a customer: {}", of_customer.text);
        }
        if path.contains("{billingAccount}") {
            let another = what.replace(&account, "another:account");
            assert_eq!(desk.send(&admin, "", &another, &Value::Null).status, 404, "{another}");
        }
    }
    let changed: Vec<String> =
        records().into_iter().filter(|line| !before.contains(line)).collect();
    assert_eq!(changed, [""; 0], "nothing was changed");
}
