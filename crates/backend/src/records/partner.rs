//! The partner whose customers they are, and what it has chosen for them.

use calculator::Policy;
use chrono::NaiveDate;
use portfolio::columns::Origin;
use serde::{Deserialize, Serialize};

use crate::records::confirmation::Threshold;
use crate::records::deserializer;
use crate::records::documents::{Document, Records};
use crate::records::error::RecordError;

/// The tenant of the one partner that there is.
const TENANT_ID: &str = "ae8a75d2-ed1d-408e-b2cc-cbc0c21f422e";
/// Name of its billing account: an agreement and an organisation, as Azure has them.
pub(crate) const BILLING_ACCOUNT: &str = "b6894b98-4d03-4478-831c-cc1ceb5ae6c8:\
                                          ea4d53b0-3127-4008-9b21-5e57c837ec7e_2019-05-31";

/// How to start.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Start {
    /// With invented customers that show everything.
    Demonstration,
    /// Without customers.
    Empty,
}

/// The partner, and how its records began.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Account {
    pub(crate) partner_name: String,
    pub(crate) partner_tenant_id: String,
    pub(crate) billing_account_id: String,
    pub(crate) billing_account_name: String,
    /// Whether the records were invented for showing the product.
    pub(crate) demonstration: bool,
    /// The UTC day to which the dates of the first records are relative.
    #[serde(deserialize_with = "deserializer::day")]
    pub(crate) started_on: NaiveDate,
}

impl Document for Account {
    const KIND: &'static str = "account";
}

impl Account {
    /// The id of the one document.
    pub(crate) const ID: &'static str = "facts";

    /// The account among the partner's records; a stand-in for one that cannot be read, so that the
    /// customers can be worked with.
    pub(crate) fn of(partner: &Records) -> Option<Self> {
        partner.get(Self::ID).unwrap_or_else(|_| Some(Self::unknown()))
    }

    /// Whose records these are.
    pub(crate) fn origin(&self) -> Origin {
        if self.demonstration { Origin::Demonstration } else { Origin::Own }
    }

    /// Whether these are demonstration records of another day.
    pub(crate) fn is_outdated(&self, today: NaiveDate) -> bool {
        self.demonstration && self.started_on != today
    }

    /// The account of the partner under a name.
    pub(crate) fn of_partner(name: &str, demonstration: bool, started_on: NaiveDate) -> Self {
        Self {
            partner_name: name.to_owned(),
            partner_tenant_id: TENANT_ID.to_owned(),
            billing_account_id: BILLING_ACCOUNT.to_owned(),
            billing_account_name: name.to_owned(),
            demonstration,
            started_on,
        }
    }

    /// What is known of the partner without its document; the id of its tenant stands for its name.
    fn unknown() -> Self {
        Self::of_partner(TENANT_ID, false, NaiveDate::default())
    }
}

/// What the partner has chosen for all of its customers: the policy by which returns are judged, and what one
/// person alone may pay back. There is no document until somebody chooses.
///
/// Invariant: what is carried out counts against the limit as this policy says, whatever policy a
/// request names. A quote under another one shows what would be, and has no session.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Settings {
    pub(crate) refund_policy: String,
    /// Above which amount a second person confirms what is paid back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) confirm_above: Option<Threshold>,
}

impl Document for Settings {
    const KIND: &'static str = "settings";
}

impl Settings {
    /// The id of the one document.
    pub(crate) const ID: &'static str = "partner";

    pub(crate) fn of(partner: &Records) -> Result<Self, RecordError> {
        let policy = Policy::default_policy().id;
        let default = || Self { refund_policy: policy.to_owned(), confirm_above: None };
        Ok(partner.get(Self::ID)?.unwrap_or_else(default))
    }
}

/// What stands at the head of letters to customers. There is no document until somebody writes it.
#[derive(Clone, Default, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Letterhead {
    pub(crate) name: String,
    /// A line each.
    pub(crate) address: Vec<String>,
    /// Who answers questions, and how to reach them.
    pub(crate) contact: String,
}

impl Document for Letterhead {
    const KIND: &'static str = "letterhead";
}

impl Letterhead {
    /// The id of the one document.
    pub(crate) const ID: &'static str = "partner";

    pub(crate) fn of(partner: &Records) -> Result<Self, RecordError> {
        Ok(partner.get(Self::ID)?.unwrap_or_default())
    }
}

/// The policy by which returns are judged, out of the partner's own records.
///
/// # Errors
/// Fails when what is stored cannot be read, or names a policy that this version does not know: to
/// judge by another one could be wrong.
pub(crate) fn policy(partner: &Records) -> Result<&'static Policy, RecordError> {
    let id = Settings::of(partner)?.refund_policy;
    Policy::by_id(&id).map_err(|problem| RecordError::unreadable(Settings::KIND, problem))
}
