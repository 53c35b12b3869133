//! What changed between two versions of a record.

use super::fields::leaves;
use serde_json::Value;

/// A value that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Where it stands, as a JSON pointer.
    pub path: String,
    /// What it was; `None` for nothing.
    pub before: Option<Value>,
    /// What it is; `None` for nothing.
    pub after: Option<Value>,
}

/// What every version has of its own, and what only says again what another value says.
const EXPECTED: &[&str] = &[
    "/id",
    "/name",
    "/etag",
    "/type",
    "/properties/effectiveDateTime",
    "/properties/lastUpdatedDateTime",
    "/properties/displayProvisioningState",
    "/properties/userFriendlyAppliedScopeType",
    "/properties/userFriendlyRenewState",
    "/properties/capabilities",
];

/// The beginnings of paths below which everything follows from something else.
const DERIVED: &[&str] =
    &["/properties/utilization/", "/properties/extendedStatusInfo/", "/systemData/"];

/// Every value that two versions of a record do not share, in the order of the later one.
#[must_use]
pub fn differences(before: &Value, after: &Value) -> Vec<Difference> {
    let (old, new) = (leaves(before), leaves(after));
    let value_at = |all: &[(String, &Value)], path: &str| {
        all.iter().find(|(known, _)| known == path).map(|(_, value)| (*value).clone())
    };
    let gone = old.iter().filter(|(path, _)| value_at(&new, path).is_none());
    let paths = new.iter().chain(gone).map(|(path, _)| path);
    let differs = |path: &String| {
        let (before, after) = (value_at(&old, path), value_at(&new, path));
        (before != after).then(|| Difference { path: path.clone(), before, after })
    };
    paths.filter(|path| is_of_interest(path)).filter_map(differs).collect()
}

fn is_of_interest(path: &str) -> bool {
    !EXPECTED.contains(&path) && !DERIVED.iter().any(|derived| path.starts_with(derived))
}
