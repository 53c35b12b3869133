//! Who can be given a role in the customer's tenant. In reality Microsoft Graph knows that.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::http::answer::Answer;
use crate::http::call::Call;
use crate::http::paging::{page, sort};
use crate::http::problem::Problem;
use crate::records::documents::{Document, Records};

/// Someone, or a program, that roles are given to, stored under its GUID: `displayName`,
/// `userPrincipalName` or null, `principalType` as the Authorization API names it, and in
/// `memberOf` the group whose roles it has as well, or null.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Principal(pub(crate) Value);

impl Document for Principal {
    const KIND: &'static str = "principal";
}

pub(crate) fn list(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let mut rows: Vec<Value> = Vec::new();
    for (id, Principal(mut row)) in records.all() {
        row["id"] = id.into();
        rows.push(row);
    }
    let name = |row: &Value| row["displayName"].as_str().map(str::to_lowercase);
    sort(&mut rows, &|left, right| name(left).cmp(&name(right)));
    Ok(Answer::ok(&page(&rows, call)?))
}
