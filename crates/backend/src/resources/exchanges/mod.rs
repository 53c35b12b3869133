//! Exchanging: `calculateExchange` makes a quote, `exchange` carries out exactly that quote.
//!
//! Both are operations that are accepted and then asked about. [`draft`] is what is asked for,
//! [`progress`] what happens after an exchange was accepted.
//!
//! Invariant: units are marked as being returned in the commit that accepts the exchange, and that
//! commit fails when the customer's records have changed since the quote was made again. So no
//! unit is exchanged twice.

mod draft;
mod progress;

use azure::OperationStatus;
use calculator::Decision;
use calculator::json::{ExchangeAnswer, ExchangeRequest};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::http::{Answer, BodyField, Call, Problem};
use crate::records::exchange::{AcceptedExchange, Asked};
use crate::records::kinds::CarriedOut;
use crate::records::operation::Plan;
use crate::records::price_list::PriceList;
use crate::records::sentinel::{Sentinel, Step};
use crate::records::{Customer, Document, Records, json, partner};
use crate::resources::activities::{self, Entry};
use crate::resources::confirmations::{self, Wanted};
use crate::resources::operations;
use crate::resources::quotes::{self, Terms};
use crate::resources::quotes::{check_in_force, refused, requested_policy};
use crate::resources::reservations::named::NamedReservation;

use draft::{Draft, Quote};
pub(crate) use progress::enter;

/// How long a quote takes here; Azure takes 20 seconds.
const QUOTE_SECONDS: i64 = 1;
/// How long an exchange takes here; 18 minutes were recorded.
const STAGES: [(i64, OperationStatus); 3] = [
    (1, OperationStatus::PendingRefunds),
    (3, OperationStatus::PendingPurchases),
    (5, OperationStatus::Succeeded),
];

/// A quote that may be carried out once.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Session {
    asked: Asked,
    policy: String,
    /// The answer, which the exchange must still agree with.
    quoted: Value,
}

impl Document for Session {
    const KIND: &'static str = "exchangeSession";
}

pub(crate) fn calculate(
    records: &mut Records,
    terms: &mut Terms,
    call: &mut Call<'_>,
) -> Result<Answer, Problem> {
    let body: Value = call.read_body()?;
    let prices = PriceList::of(&terms.partner)?;
    let (today, market) = (call.today(), call.market);
    let prices = |currency| prices.in_currency(currency, today, market);
    let draft = Draft::read(&body, records, market, &prices)?;
    let returned = draft.returned(records)?;
    let sentinels = returned.iter().map(|named| named.reservation.sentinel);
    let is_policy_error = sentinels.clone().flatten().any(Sentinel::is_policy_error);
    if !is_policy_error {
        sentinels.clone().try_for_each(|sentinel| call.check_sentinel(sentinel, Step::Quote))?;
    }
    let in_force = partner::policy(&terms.partner)?;
    let policy = requested_policy(call, in_force)?;
    let asked = draft.asked();
    let Quote { quote, mut body, .. } = draft.quote(&returned, call, policy)?;
    if is_policy_error {
        let (code, message) = Sentinel::POLICY_ERROR;
        body["policyResult"]["policyErrors"] = json!([{ "code": code, "message": message }]);
    } else if quote.assessment.decision == Decision::Allowed && policy.id == in_force.id {
        let id = call.new_guid();
        let policy = policy.id.to_owned();
        let session = Session { asked, policy, quoted: body.clone() };
        quotes::keep(&mut terms.quotes, call, &id, &session);
        body["sessionId"] = id.into();
    }
    let stages = [(QUOTE_SECONDS, OperationStatus::Succeeded)];
    Ok(operations::start(&mut terms.quotes, call, Plan::CalculateExchange(body), stages))
}

pub(crate) fn exchange(
    records: &mut Records,
    terms: &mut Terms,
    call: &mut Call<'_>,
) -> Result<Answer, Problem> {
    let body: Value = call.read_body()?;
    let session_id = BodyField::root(&body).at("properties").at("sessionId").text()?.to_lowercase();
    Customer::of(records)?.check_agreement()?;
    let session: Session = quotes::find(records, &terms.quotes, call, &session_id)?;
    let draft = session.asked.draft(records, call.market)?;
    let mut returned = draft.returned(records)?;
    for named in &returned {
        call.check_sentinel(named.reservation.sentinel, Step::Return)?;
    }
    let policy = partner::policy(&terms.partner)?;
    check_in_force(&session.policy, policy)?;
    // The same calculation again, on today's records: the quote is carried out to the cent or not
    // at all.
    let Quote { exchange, quote, body } = draft.quote(&returned, call, policy)?;
    if let Decision::Refused(refusal) = quote.assessment.decision {
        return Err(refused(refusal));
    }
    if body != session.quoted {
        let message = "The amounts have changed since the quote. Ask for a new one.";
        return Err(Problem::new(409, "ActivateQuoteFailed", message));
    }
    if let (Some(totals), Some(first)) = (&quote.assessment.totals, returned.first()) {
        let wanted = Wanted {
            session: &session_id,
            kind: "exchange",
            target: first.full_id(),
            amount: totals.refunds,
        };
        if let Some(waits) = confirmations::check(terms, call, wanted)? {
            quotes::keep_waiting(&mut terms.quotes, call, &session_id, &session);
            return Ok(waits);
        }
    }
    quotes::use_up(records, call, &session_id);

    let snapshot = CarriedOut {
        policy: policy.id.to_owned(),
        on: call.today(),
        input: json!(ExchangeRequest::from(&exchange)),
        answer: json!(ExchangeAnswer::new(None, &quote)),
        returned: returned.iter().map(NamedReservation::full_id).collect(),
    };
    let activities = record_all(records, call, &draft, &returned, snapshot);
    for named in &mut returned {
        named.order.put_pending(records, &named.order_id);
        named.put_pending(records, call)?;
    }
    let mut answer = body;
    answer["sessionId"] = session_id.as_str().into();
    records
        .put(&session_id, &AcceptedExchange::new(session.asked, &draft, answer, activities, call));
    Ok(operations::start(records, call, Plan::Exchange(session_id), STAGES))
}

/// Records the change of every reservation that is given back; the ids of the activities.
///
/// The exchange is one: its first return tells of the purchases, of the quote for all, and which they are.
fn record_all(
    records: &mut Records,
    call: &mut Call<'_>,
    draft: &Draft,
    returned: &[NamedReservation],
    snapshot: CarriedOut,
) -> Vec<String> {
    let (mut activities, mut snapshot) = (Vec::new(), Some(snapshot));
    for (named, line) in returned.iter().zip(&draft.returns) {
        let owned = named.reservation.quantity;
        let kept = owned.saturating_sub(line.units);
        let mut entry = Entry {
            target: named.full_id(),
            changes: vec![("quantity", owned.into(), kept.into())],
            quote: None,
        };
        if activities.is_empty() {
            let bought = draft.in_words().into_iter();
            entry.changes.extend(bought.map(|words| ("reservations", Value::Null, words.into())));
            entry.quote = snapshot.take();
        }
        activities.push(activities::record(records, call, entry));
    }
    activities
}
