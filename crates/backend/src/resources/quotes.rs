//! Quotes that may be carried out once, for a few minutes.
//!
//! They are kept apart from the records, in a unit of their own, and only so much of them: whoever
//! looks at quotes all day makes nothing else slower, and pushes out their own before anybody else's. That one was
//! carried out is noted in the records, in the commit that does it; so none is carried out twice.

use std::collections::BTreeMap;

use calculator::{Policy, Refusal};
use chrono::{DateTime, TimeDelta, Utc};

use crate::http::{Call, Problem, headers};
use crate::records::error::RecordError;
use crate::records::kinds::Used;
use crate::records::{Document, Records, time};
use portfolio::guid::guid_of;

/// How long a quote can be carried out. How long Microsoft's can is not documented.
pub(crate) const KEPT: TimeDelta = TimeDelta::minutes(10);
/// How long one that a second person has to confirm can be carried out.
pub(crate) const WAITING: TimeDelta = TimeDelta::hours(2);
/// How long it is remembered that a quote was carried out.
const USED_KEPT: TimeDelta = TimeDelta::days(400);
/// How many bytes the quotes of one kind take at a customer, those of all people together, since each change reads
/// them: more than two thousand returns, or some hundred exchanges. One alone may be larger.
const BYTES_MAX: usize = 2 * 1024 * 1024;

/// The terms under which a request is answered, beside the records that it works on.
#[derive(Default)]
pub(crate) struct Terms {
    /// What belongs to the partner: prices, the policy in force, and what waits for a second person.
    pub(crate) partner: Records,
    /// The quotes of the customer.
    pub(crate) quotes: Records,
}

/// Keeps a quote, and forgets others for it where there is no room for all.
pub(crate) fn keep<T: Document>(quotes: &mut Records, call: &Call<'_>, id: &str, quote: &T) {
    keep_for(quotes, call, KEPT, (id, quote));
}

/// Keeps a quote until a second person has had the time to confirm it.
pub(crate) fn keep_waiting<T: Document>(
    quotes: &mut Records,
    call: &Call<'_>,
    id: &str,
    quote: &T,
) {
    quotes.remove_until::<T>(&own_id(call, id));
    keep_for(quotes, call, WAITING, (id, quote));
}

/// Under which id something is kept. Where people sign in, it begins with a name for who was quoted, so that nobody
/// else comes to it: what somebody else was quoted is found no more than what nobody was.
fn own_id(call: &Call<'_>, id: &str) -> String {
    match &call.caller.person {
        Some(person) => format!("{}/{id}", guid_of(person)),
        None => id.to_owned(),
    }
}

/// Keeps something that belongs to a quote for a while, and forgets others for it where there is no room for all.
pub(crate) fn keep_for<T: Document>(
    quotes: &mut Records,
    call: &Call<'_>,
    kept: TimeDelta,
    (id, what): (&str, &T),
) {
    let id = own_id(call, id);
    quotes.put_until(&id, call.now + kept, what);
    quotes.forget(T::KIND, call.now, usize::MAX);
    make_room(quotes, T::KIND, &id, (call.now + kept.max(longest(call)), BYTES_MAX));
}

/// How far ahead the end of a quote can be. A clock that was set back since would make it last longer.
fn longest(call: &Call<'_>) -> TimeDelta {
    if call.caller.person.is_some() { WAITING + KEPT } else { KEPT * 2 }
}

/// What was kept for the caller under this id, and until when.
///
/// # Errors
/// Fails when what is stored cannot be read.
pub(crate) fn get<T: Document>(
    quotes: &Records,
    call: &Call<'_>,
    id: &str,
) -> Result<Option<(DateTime<Utc>, T)>, RecordError> {
    quotes.get_until(&own_id(call, id))
}

/// Forgets the oldest of whoever has the most, until a kind takes no more than it may; never what was just kept. What
/// ends after `latest` goes first: nobody can carry it out.
fn make_room(
    quotes: &mut Records,
    kind: &str,
    just_kept: &str,
    (latest, bytes_max): (DateTime<Utc>, usize),
) {
    let mut bytes = 0;
    // By who was quoted, so much; what nobody can carry out is nobody's, and goes first.
    let mut owners: BTreeMap<Option<&str>, usize> = BTreeMap::new();
    // The first to end stands first.
    let mut others = Vec::new();
    for whole in quotes.ids_below(kind, "") {
        let key = format!("{kind}/{whole}");
        let (until, id) = whole.split_once('/').unwrap_or_default();
        let size = key.len() + quotes.text(&key).map_or(0, str::len);
        bytes += size;
        if id != just_kept {
            let until = until.parse().ok().and_then(DateTime::from_timestamp_millis);
            let owner = until.filter(|until| *until <= latest);
            let owner = owner.map(|_| id.split_once('/').map_or("", |(owner, _)| owner));
            *owners.entry(owner).or_default() += size;
            others.push((owner, key, size));
        }
    }
    let mut gone = Vec::new();
    while bytes > bytes_max {
        let most = owners.iter().max_by_key(|(owner, size)| (owner.is_none(), **size));
        let Some(owner) = most.map(|(owner, _)| *owner) else { break };
        match others.iter().position(|(other, ..)| *other == owner) {
            Some(place) => {
                let (_, key, size) = others.remove(place);
                *owners.entry(owner).or_default() -= size;
                bytes -= size;
                gone.push(key);
            }
            None => drop(owners.remove(&owner)),
        }
    }
    gone.iter().for_each(|key| quotes.remove_key(key));
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
    let found = get(quotes, call, id).ok().flatten();
    let was_used = records.find_until(Used::KIND, id).is_some();
    let quote = found.filter(|(until, _)| {
        let left = *until - call.now;
        !was_used && left > TimeDelta::zero() && left <= longest(call)
    });
    Ok(quote.ok_or_else(Problem::session_timed_out)?.1)
}

/// Notes that a quote is carried out, to be called within the commit that does it.
pub(crate) fn use_up(records: &mut Records, call: &Call<'_>, id: &str) {
    // Longer than a clock that was ahead is believed, after which the quote could be found again.
    let until = time::recorded_at(records, call.now) + USED_KEPT;
    records.put_until(id, until, &Used {});
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::{Deserialize, Serialize};

    use super::*;

    #[derive(Clone, Serialize, Deserialize)]
    struct Quote(BTreeMap<String, String>);

    impl Document for Quote {
        const KIND: &'static str = "session";
    }

    const ROOM: usize = 4_000;

    fn at(minute: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_700_000_000 + minute * 60, 0).expect("a time")
    }

    /// Keeps a quote with so much text, as [`keep_for`] does at that minute.
    fn keep_at(quotes: &mut Records, minute: i64, id: &str, size: usize) {
        let quote = Quote(BTreeMap::from([("text".to_owned(), "x".repeat(size))]));
        quotes.put_until(id, at(minute) + KEPT, &quote);
        quotes.forget(Quote::KIND, at(minute), usize::MAX);
        make_room(quotes, Quote::KIND, id, (at(minute) + KEPT, ROOM));
    }

    fn owner_of(whole: &str) -> &str {
        let (_, id) = whole.split_once('/').expect("when it ends");
        id.split_once('/').map_or("", |(owner, _)| owner)
    }

    /// The bytes of each quote, by its whole id.
    fn sizes(quotes: &Records) -> BTreeMap<String, usize> {
        let size = |(key, text): (&str, &str)| {
            (key["session/".len()..].to_owned(), key.len() + text.len())
        };
        quotes.texts().map(size).collect()
    }

    proptest! {
        #[test]
        fn quotes_go_for_want_of_room_alone_and_those_of_who_has_most(
            steps in prop::collection::vec((0_usize..4, 0_usize..900, 0_i64..3), 1..120)
        ) {
            const OWNERS: [&str; 4] = ["ann/", "bob/", "eve/", ""];
            let mut quotes = Records::default();
            let mut minute = 0;
            for (number, (owner, size, later)) in steps.into_iter().enumerate() {
                minute += later;
                let mut before = sizes(&quotes);
                let now = at(minute).timestamp_millis();
                before.retain(|whole, _| whole[..15].parse::<i64>().is_ok_and(|until| until >= now));
                let id = format!("{}{number:04}", OWNERS[owner]);
                keep_at(&mut quotes, minute, &id, size);
                let mut after = sizes(&quotes);
                prop_assert!(after.values().sum::<usize>() <= ROOM);
                let (whole, _) = quotes.find_until("session", &id).expect("what was just told");
                let own = after.remove(whole).expect("its size");
                let lost = before.iter().filter(|(whole, _)| !after.contains_key(*whole));
                for (whole, size) in lost {
                    prop_assert!(before.values().sum::<usize>() + own > ROOM, "there was room for {whole}");
                    // Those before it had gone by then, and those after it are more.
                    let of = |owner: &str| -> usize {
                        after.iter().filter(|(it, _)| owner_of(it) == owner).map(|(_, size)| size).sum()
                    };
                    let later = before.range(whole.clone()..).filter(|(it, _)| {
                        owner_of(it) == owner_of(whole) && !after.contains_key(*it) && *it != whole
                    });
                    let had = of(owner_of(whole)) + size + later.map(|(_, size)| size).sum::<usize>();
                    for owner in OWNERS {
                        prop_assert!(had >= of(owner.trim_end_matches('/')), "{whole} of who has less");
                    }
                }
            }
        }
    }

    #[test]
    fn what_a_clock_that_was_ahead_has_left_makes_room_first() {
        let mut quotes = Records::default();
        for number in 0..20 {
            keep_at(&mut quotes, 1_000, &format!("ahead{number}"), 100);
        }
        keep_at(&mut quotes, 0, "now", 100);
        for number in 0..20 {
            keep_at(&mut quotes, 1, &format!("ann/{number}"), 100);
            assert!(quotes.find_until("session", "now").is_some());
        }
    }

    #[test]
    fn one_that_is_larger_than_the_room_is_kept_alone() {
        let mut quotes = Records::default();
        for (id, size) in [("ann/1", 100), ("bob/1", 2 * ROOM), ("ann/2", 100)] {
            keep_at(&mut quotes, 0, id, size);
            assert!(quotes.find_until("session", id).is_some());
        }
        assert_eq!(sizes(&quotes).len(), 1);
    }
}
