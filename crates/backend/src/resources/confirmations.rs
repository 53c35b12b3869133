//! The second person: above an amount that the partner has chosen, nobody pays anything back alone.
//!
//! What waits belongs to the partner, and names the session of a quote. Whoever was quoted sends the same request
//! again once somebody else has confirmed it, and the confirmation goes in the commit that carries it out.

use calculator::Money;
use chrono::{DateTime, Utc};
use http::StatusCode;
use serde_json::Value;

use crate::http::{Answer, Call, Problem, page};
use crate::records::confirmation::{Confirmation, PersonName};
use crate::records::partner::Settings;
use crate::records::{Records, json};
use crate::resources::activities::{self, Entry};
use crate::resources::quotes::{self, Terms};

/// So much of one person waits at most. More is refused: what waits ends at its time, or by somebody's decision, and
/// nothing else makes it go.
const WAITING_MAX: usize = 100;

/// What is to be carried out.
pub(crate) struct Wanted<'a> {
    /// The session of its quote.
    pub(crate) session: &'a str,
    pub(crate) kind: &'static str,
    pub(crate) target: String,
    pub(crate) amount: Money,
}

/// Whether this is still to be confirmed by somebody else: then what is answered. To be called right before it
/// is carried out.
///
/// # Errors
/// 409 where what is stored cannot be read, or too much of this person waits already.
pub(crate) fn check(
    terms: &mut Terms,
    call: &Call<'_>,
    wanted: Wanted<'_>,
) -> Result<Option<Answer>, Problem> {
    let Wanted { session, kind, target, amount } = wanted;
    let Some(id) = call.caller.person.clone() else { return Ok(None) };
    let Some(threshold) = Settings::of(&terms.partner)?.confirm_above else { return Ok(None) };
    if !threshold.is_below(amount, call.market) {
        return Ok(None);
    }
    let by = PersonName { id, name: call.caller.name.clone() };
    let is_same = |known: &Confirmation| {
        (&*known.kind, &known.customer_id, &known.target, &known.requested_by.id)
            == (kind, &call.caller.tenant_id, &target, &by.id)
            && (known.amount, known.currency_code) == (amount.to_decimal(), amount.currency())
    };
    let known = terms.partner.get_until::<Confirmation>(session)?;
    let known = known.filter(|(until, known)| *until > call.now && is_same(known));
    match known {
        Some((_, known)) if known.confirmed_by.as_ref().is_some_and(|it| it.id != by.id) => {
            remove(&mut terms.partner, session);
            return Ok(None);
        }
        Some(_) => {}
        None => {
            remove(&mut terms.partner, session);
            terms.partner.forget("confirmation", call.now, usize::MAX);
            check_room(&terms.partner, &by)?;
            let confirmation = Confirmation {
                kind: kind.to_owned(),
                customer_id: call.caller.tenant_id.clone(),
                target,
                amount: amount.to_decimal(),
                currency_code: amount.currency(),
                requested_by: by,
                requested_at: call.now.into(),
                confirmed_by: None,
                confirmed_at: None,
            };
            terms.partner.put_until(session, call.now + quotes::WAITING, &confirmation);
        }
    }
    let message = "A second person has to confirm this. Nothing was changed.";
    let problem = Problem::new(403, "ConfirmationRequired", message).of_field(session);
    Ok(Some(problem.into_answer()))
}

fn check_room(partner: &Records, by: &PersonName) -> Result<(), Problem> {
    let all = partner.all::<Confirmation>().into_iter();
    if all.filter(|(_, known)| known.requested_by.id == by.id).count() < WAITING_MAX {
        return Ok(());
    }
    let message = format!(
        "{WAITING_MAX} of what you asked for wait to be confirmed. Nothing was changed. Have some of them confirmed or \
         declined first, or wait until they end."
    );
    Err(Problem::new(409, "TooManyConfirmations", message))
}

fn remove(partner: &mut Records, id: &str) {
    let known = partner.find_until("confirmation", id).map(|(whole, _)| whole.to_owned());
    known.iter().for_each(|whole| partner.remove::<Confirmation>(whole));
}

/// The confirmation that the path names, and until when it waits.
fn named(partner: &Records, call: &Call<'_>) -> Result<(DateTime<Utc>, Confirmation), Problem> {
    let found = partner.get_until::<Confirmation>(call.param("confirmation"))?;
    let found = found.filter(|(until, _)| *until > call.now);
    found.ok_or_else(|| Problem::new(404, "NotFound", "Nothing waits under this id."))
}

fn to_wire(id: &str, until: DateTime<Utc>, confirmation: &Confirmation) -> Value {
    let mut row = json!(confirmation);
    row["id"] = id.into();
    row["until"] = json!(azure::Timestamp::from(until));
    row
}

/// What waits, the newest first.
pub(crate) fn list(partner: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let mut rows = Vec::new();
    for (whole, confirmation) in partner.all::<Confirmation>().into_iter().rev() {
        let Some((_, id)) = whole.split_once('/') else { continue };
        let until = partner.find_until("confirmation", id).map(|(_, until)| until);
        if let Some(until) = until.filter(|until| *until > call.now) {
            rows.push(to_wire(id, until, &confirmation));
        }
    }
    Ok(Answer::ok(&page(&rows, call)?))
}

pub(crate) fn get(partner: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let (until, found) = named(partner, call)?;
    Ok(Answer::ok(&to_wire(call.param("confirmation"), until, &found)))
}

pub(crate) fn confirm(partner: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let (until, mut found) = named(partner, call)?;
    let id = call.param("confirmation").to_owned();
    let other = call.caller.person.clone().filter(|person| *person != found.requested_by.id);
    let Some(other) = other else {
        let message = "Whoever asks for it cannot confirm it. Somebody else has to.";
        return Err(Problem::new(403, "ConfirmationByRequester", message));
    };
    if found.confirmed_by.is_none() {
        let name = call.caller.name.clone();
        found.confirmed_by = Some(PersonName { id: other, name: name.clone() });
        found.confirmed_at = Some(call.now.into());
        partner.put_until(&id, until, &found);
        let changes = vec![("confirmedBy", Value::Null, name.into())];
        let target = found.target.clone();
        activities::record(partner, call, Entry { target, changes, quote: None });
    }
    Ok(Answer::ok(&to_wire(&id, until, &found)))
}

/// Declines what somebody asks for, or takes it back.
pub(crate) fn decline(partner: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let (_, found) = named(partner, call)?;
    let id = call.param("confirmation").to_owned();
    remove(partner, &id);
    let before = json!(found.amount);
    let changes = vec![("amount", before, Value::Null)];
    activities::record(partner, call, Entry { target: found.target, changes, quote: None });
    Ok(Answer { status: StatusCode::NO_CONTENT, ..Answer::no_content() })
}
