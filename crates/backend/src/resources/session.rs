//! Quotes that may be carried out once, for a few minutes.
//!
//! They are kept apart from the records, in a unit of their own, and only so many of them: whoever
//! looks at quotes all day makes nothing else slower. That one was carried out is noted in the
//! records, in the commit that does it; so none is carried out twice.

use chrono::TimeDelta;

use crate::http::call::Call;
use crate::http::problem::Problem;
use crate::records::documents::{Document, Records};
use crate::records::json::json;
use crate::records::kinds::Used;
use crate::records::time;

/// How long a quote can be carried out. How long Microsoft's can is not documented.
pub(crate) const KEPT: TimeDelta = TimeDelta::minutes(10);
/// How long it is remembered that a quote was carried out.
const USED_KEPT: TimeDelta = TimeDelta::days(400);
/// How many quotes of one kind a customer has at once, those of all people together.
const COUNT_MAX: usize = 60;

/// What is beside the records that a request works on.
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
