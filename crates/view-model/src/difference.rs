//! What changed between two versions of a record.

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

/// Every value in a record that is no object, by its path; a list is one value.
#[must_use]
pub fn leaves(record: &Value) -> Vec<(String, &Value)> {
    let mut found = Vec::new();
    let mut open = vec![(String::new(), record)];
    while let Some((path, value)) = open.pop() {
        match value {
            Value::Object(fields) => {
                // The last one that is put down is taken up first.
                let below = fields.iter().rev();
                open.extend(below.map(|(name, value)| (format!("{path}/{name}"), value)));
            }
            Value::Null => {}
            value => found.push((path, value)),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn version() -> Value {
        json!({"id": "/reservations/r", "etag": 3, "properties": {
            "quantity": 2, "term": "P1Y", "skuDescription": null,
            "lastUpdatedDateTime": "0001-01-01T00:00:00", "appliedScopes": ["/subscriptions/s-1"],
            "utilization": {"trend": "UP"}}})
    }

    #[test]
    fn only_what_a_person_would_call_a_change_is_one() {
        let before = version();
        let mut after = version();
        after["etag"] = json!(4);
        after["properties"]["lastUpdatedDateTime"] = json!("2026-05-01T10:00:00Z");
        after["properties"]["utilization"]["trend"] = json!("DOWN");
        assert_eq!(differences(&before, &after), []);
        after["properties"]["quantity"] = json!(1);
        after["properties"].as_object_mut().unwrap().remove("term");
        let found: Vec<_> = differences(&before, &after).into_iter().map(|it| it.path).collect();
        assert_eq!(found, ["/properties/quantity", "/properties/term"]);
    }

    #[test]
    fn a_list_is_one_value_and_null_is_none() {
        let version = version();
        let paths: Vec<String> = leaves(&version).into_iter().map(|(path, _)| path).collect();
        assert!(paths.contains(&"/properties/appliedScopes".to_owned()));
        assert_eq!(paths.len(), 7, "{paths:?}");
    }
}
