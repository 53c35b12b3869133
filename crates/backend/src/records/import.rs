//! An import from its first part until it is committed, and what it takes to take it back.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use portfolio::import::{Counts, File, ImportState};
use serde::{Deserialize, Serialize};

use crate::records::deserializer;
use crate::records::documents::Document;

/// What is known of an import, among the partner's own records.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ImportRecord {
    pub(crate) state: ImportState,
    #[serde(deserialize_with = "deserializer::time")]
    pub(crate) started_at: DateTime<Utc>,
    #[serde(default, deserialize_with = "deserializer::time_if")]
    pub(crate) committed_at: Option<DateTime<Utc>>,
    /// Who started it.
    pub(crate) by: String,
    pub(crate) files: Vec<File>,
    pub(crate) start_empty: bool,
    /// The numbers of its parts, in their order.
    pub(crate) parts: Vec<u32>,
    /// What the commit has done.
    #[serde(default)]
    pub(crate) counts: Option<Counts>,
}

impl Document for ImportRecord {
    const KIND: &'static str = "import";
}

/// What a part says of a customer, under the tenant that it has or that stands for its name.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct StagedCustomer {
    /// In the form of [`portfolio::intake::rows`].
    pub(crate) rows: String,
}

/// The customers of a part, so that their records can be found before anything else is read of them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct StagedNames {
    pub(crate) customers: Vec<StagedName>,
}

impl StagedNames {
    /// The id of the one document.
    pub(crate) const ID: &'static str = "all";
}

impl Document for StagedNames {
    const KIND: &'static str = "stagedNames";
}

/// What a customer of a part is called.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StagedName {
    /// What it is staged under.
    pub(crate) key: String,
    /// Empty where the part does not say it.
    pub(crate) name: String,
    /// Whether that is its tenant.
    pub(crate) is_tenant: bool,
    /// The reservations that somebody has decided are its.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) decided: Vec<String>,
}

impl Document for StagedCustomer {
    const KIND: &'static str = "staged";
}

/// What an import has changed in a unit, under the key of the unit.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Undo {
    /// What people call the customer.
    pub(crate) name: String,
    /// Whether there was nothing in the unit.
    pub(crate) was_empty: bool,
    /// The entry of the activity log, after which nothing may have been changed.
    #[serde(default)]
    pub(crate) activity: Option<String>,
    /// The texts of the documents that were changed, as they were.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) before: BTreeMap<String, Option<String>>,
    /// Digests of what they became.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) after: BTreeMap<String, Option<String>>,
    /// The digest of everything, where there was nothing before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) whole: Option<String>,
}

impl Document for Undo {
    const KIND: &'static str = "undo";
}
