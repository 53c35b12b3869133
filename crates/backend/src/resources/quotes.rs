//! Quotes that may be carried out once, for a few minutes.
//!
//! They are kept apart from the records, in a unit of their own, and only so many of them: whoever
//! looks at quotes all day makes nothing else slower. That one was carried out is noted in the
//! records, in the commit that does it; so none is carried out twice.

use calculator::{Policy, Refusal};
use chrono::TimeDelta;

use crate::http::{Call, Problem, headers};
use crate::records::kinds::Used;
use crate::records::{Document, Records, json, time};

/// How long a quote can be carried out. How long Microsoft's can is not documented.
pub(crate) const KEPT: TimeDelta = TimeDelta::minutes(10);
/// How long it is remembered that a quote was carried out.
const USED_KEPT: TimeDelta = TimeDelta::days(400);
/// How many quotes of one kind a customer has at once, those of all people together.
const COUNT_MAX: usize = 60;

/// The terms under which a request is answered, beside the records that it works on.
#[derive(Default)]
pub(crate) struct Terms {
    /// What belongs to the partner, for reading: prices, and the policy in force.
    pub(crate) partner: Records,
    /// The quotes of the customer.
    pub(crate) quotes: Records,
}

/// Keeps a quote, and forgets others for it.
pub(crate) fn keep<T: Document>(quotes: &mut Records, call: &Call<'_>, id: &str, quote: &T) {
    keep_for(quotes, call, KEPT, (id, quote));
}

/// Keeps something that belongs to a quote for a while, and forgets others for it.
pub(crate) fn keep_for<T: Document>(
    quotes: &mut Records,
    call: &Call<'_>,
    kept: TimeDelta,
    (id, what): (&str, &T),
) {
    quotes.put_until(id, call.now + kept, what);
    quotes.forget(T::KIND, call.now, COUNT_MAX);
}

/// The quote with this id.
///
/// # Errors
/// 400 when there is none, it is too old, or it was carried out.
pub(crate) fn find<T: Document>(
    records: &Records,
    quotes: &Records,
    call: &Call<'_>,
    id: &str,
) -> Result<T, Problem> {
    let found = quotes.get_until(id).ok().flatten();
    let was_used = records.find_until(Used::KIND, id).is_some();
    // A clock that was set back since would make it last longer.
    let quote = found.filter(|(until, _)| {
        let left = *until - call.now;
        !was_used && left > TimeDelta::zero() && left <= KEPT * 2
    });
    Ok(quote.ok_or_else(Problem::session_timed_out)?.1)
}

/// Notes that a quote is carried out, to be called within the commit that does it.
pub(crate) fn use_up(records: &mut Records, call: &Call<'_>, id: &str) {
    // Longer than a clock that was ahead is believed, after which the quote could be found again.
    let until = time::recorded_at(records, call.now) + USED_KEPT;
    records.put_until(id, until, &Used(json!({})));
}

/// The policy that the request names, else the one in force.
///
/// # Errors
/// 400 for a policy that is not known.
pub(crate) fn requested_policy(
    call: &Call<'_>,
    in_force: &'static Policy,
) -> Result<&'static Policy, Problem> {
    let Some(id) = call.headers.get(&headers::POLICY) else { return Ok(in_force) };
    id.to_str().ok().and_then(|id| Policy::by_id(id).ok()).ok_or_else(|| {
        Problem::new(
            400,
            "BadRequest",
            format!("{}: is not the id of a known policy", headers::POLICY),
        )
        .of_field(headers::POLICY.as_str())
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
