//! Who can be given a role in the customer's tenant. In reality Microsoft Graph knows that.

use http::Method;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::answer::Answer;
use crate::auth::Permission;
use crate::call::Call;
use crate::json::json;
use crate::page::{page, sort};
use crate::problem::Problem;
use crate::records::{Document, Records};
use crate::route::{Handler, Route};

pub(crate) const ROUTES: &[Route] = &[Route {
    method: Method::GET,
    path: "/providers/Prorata/principals",
    action: "Prorata/principals/read",
    permission: Permission::ReadRecords,
    handler: Handler::OwnRecords(list),
}];

/// Someone, or a program, that roles are given to. Stored under its GUID.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Principal {
    pub(crate) display_name: String,
    pub(crate) user_principal_name: Option<String>,
    /// As the Authorization API names it: `User`, `Group`, `ServicePrincipal`, `ForeignGroup`.
    pub(crate) principal_type: String,
    /// The group whose roles it has as well, if it is in one.
    pub(crate) member_of: Option<String>,
}

impl Document for Principal {
    const KIND: &'static str = "principal";
}

fn list(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let to_wire = |(id, principal): &(String, Principal)| {
        json!({
            "id": id,
            "displayName": principal.display_name,
            "userPrincipalName": principal.user_principal_name,
            "principalType": principal.principal_type,
            "memberOf": principal.member_of,
        })
    };
    let mut rows: Vec<Value> = records.all()?.iter().map(to_wire).collect();
    let name = |row: &Value| row["displayName"].as_str().map(str::to_lowercase);
    sort(&mut rows, &|left, right| name(left).cmp(&name(right)));
    Ok(Answer::ok(&page(&rows, call)?))
}
