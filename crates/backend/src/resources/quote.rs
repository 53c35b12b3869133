//! What the quotes of refunds and of exchanges have in common.

use calculator::{Policy, Refusal};

use crate::http::call::Call;
use crate::http::problem::Problem;

/// Names the policy that a quote is made under, where it is not the one in force. Azure has one
/// policy at a time, and no such header.
const POLICY_HEADER: &str = "prorata-policy";

/// The policy that the request names, else the one in force.
///
/// # Errors
/// 400 for a policy that is not known.
pub(crate) fn requested_policy(
    call: &Call<'_>,
    in_force: &'static Policy,
) -> Result<&'static Policy, Problem> {
    let Some(id) = call.headers.get(POLICY_HEADER) else { return Ok(in_force) };
    id.to_str().ok().and_then(|id| Policy::by_id(id).ok()).ok_or_else(|| {
        Problem::new(400, "BadRequest", format!("{POLICY_HEADER}: is not the id of a known policy"))
            .of_field(POLICY_HEADER)
    })
}

/// A quote is carried out under the policy that it was made under, and under no other than the one
/// in force.
///
/// # Errors
/// 409 when another policy was chosen since.
pub(crate) fn check_in_force(quoted: &str, in_force: &Policy) -> Result<(), Problem> {
    if quoted == in_force.id {
        return Ok(());
    }
    let message = "Another refund policy was chosen since the quote. Ask for a new one.";
    Err(Problem::new(409, "ActivateQuoteFailed", message))
}

/// A refusal where nothing but an error can say it.
pub(crate) fn refused(refusal: Refusal) -> Problem {
    let status = match refusal {
        Refusal::OperationCannotBePerformedInCurrentState => 409,
        _ => 400,
    };
    Problem::new(status, refusal.code(), message(refusal))
}

/// A refusal in words.
pub(crate) fn message(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::InvalidRefundQuantity => {
            "The quantity must be at least one and at most the quantity of the reservation."
        }
        Refusal::OperationCannotBePerformedInCurrentState => {
            "The reservation is not in a state in which units can be returned."
        }
        Refusal::SelfServiceRefundNotSupported => {
            "This product can be neither refunded nor exchanged."
        }
        Refusal::ExchangeRightUsed => "The units have had the one exchange that was left to them.",
        Refusal::ExchangeRightEnded => "Reservations bought so late cannot be exchanged.",
        Refusal::DissimilarProducts => "Reservations are exchanged within one product family only.",
        Refusal::TargetNotSold => "A product that is to be bought is no longer sold.",
        Refusal::CommitmentTooLow => {
            "What is bought must be worth at least what remains of what is returned."
        }
        Refusal::RefundLimitExceeded => "The return does not fit into the refund cap.",
    }
}
