//! What the partner has chosen for all of its customers: the policy by which returns are judged.
//!
//! Invariant: what is carried out counts against the limit as this policy says, whatever policy a
//! request names. A quote under another one shows what would be, and has no session.

use calculator::Policy;
use serde::{Deserialize, Serialize};

use crate::http::answer::Answer;
use crate::http::call::Call;
use crate::http::field::Field;
use crate::http::problem::Problem;
use crate::records::documents::{Document, Records};
use crate::records::error::RecordError;
use crate::records::json::json;
use crate::resources::activities::{self, Entry};

const PATH: &str = "/providers/Prorata/settings";

/// What was chosen. There is no document until somebody does.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Settings {
    refund_policy: String,
}

impl Document for Settings {
    const KIND: &'static str = "settings";
}

impl Settings {
    /// The id of the one document.
    const ID: &'static str = "partner";

    fn of(partner: &Records) -> Result<Self, RecordError> {
        let default = || Self { refund_policy: Policy::default_policy().id.to_owned() };
        Ok(partner.get(Self::ID)?.unwrap_or_else(default))
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

pub(crate) fn get(partner: &mut Records, _: &mut Call<'_>) -> Result<Answer, Problem> {
    Ok(Answer::ok(&json!(Settings::of(partner)?)))
}

pub(crate) fn put(partner: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let body = call.read_body()?;
    let wanted = Field::root(&body).at("refundPolicy").read(|id| Ok(Policy::by_id(id)?.id))?;
    let before = Settings::of(partner)?.refund_policy;
    let settings = Settings { refund_policy: wanted.to_owned() };
    if before != wanted {
        partner.put(Settings::ID, &settings);
        let changes = vec![("refundPolicy", before.into(), wanted.into())];
        activities::record(
            partner,
            call,
            Entry { target: PATH.to_owned(), changes, ..Entry::default() },
        );
    }
    Ok(Answer::ok(&json!(settings)))
}
