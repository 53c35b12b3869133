//! Returning units: `calculateRefund` makes a quote, `return` carries out exactly that quote.
//!
//! Invariant: what a return counts against the yearly limit is added to the ledger in the same
//! commit that accepts it, and that commit fails when the customer's records have changed since
//! the limit was looked at. So two returns at once can never exceed the limit.

use calculator::json::{RefundAnswer, RefundCase, RefundRequest};
use calculator::{
    Assessment, Counts, Currency, Decision, Money, Policy, ProvisioningState, RefundInput, Refusal,
    assess, refund,
};
use http::StatusCode;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::http::{Answer, BodyField, Call, Problem};
use crate::records::holding::holding;
use crate::records::kinds::CarriedOut;
use crate::records::order::Returned;
use crate::records::returns::Return;
use crate::records::sentinel::Step;
use crate::records::transaction::{EventType, Readings, Transaction, ledger};
use crate::records::{Customer, Document, Order, Records, Reservation, json, partner, wire};
use crate::resources::activities::{self, Entry};
use crate::resources::confirmations::{self, Wanted};
use crate::resources::quotes::{self, Terms};
use crate::resources::quotes::{check_in_force, message, refused, requested_policy};
use crate::resources::reservations::named::NamedReservation;
use crate::resources::settlements;

/// What the answer to a return advises; Azure advises 120.
const RETRY_AFTER_SECONDS: &str = "2";

/// A quote that may be carried out once.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Session {
    order: String,
    reservation: String,
    units: u32,
    policy: String,
    /// The amounts of the answer, which the return must still agree with.
    quoted: Value,
}

impl Document for Session {
    const KIND: &'static str = "session";
}

/// The units of one reservation that a request is about.
struct Subject {
    order_id: String,
    id: String,
    units: u32,
    order: Order,
    reservation: Reservation,
}

impl Subject {
    fn find(records: &Records, call: &Call<'_>, body: &BodyField<'_>) -> Result<Self, Problem> {
        let wanted = body.at("properties").at("reservationToReturn");
        let units = wanted.at("quantity").count()?;
        let id = wanted.at("reservationId");
        let NamedReservation { order_id, id, order, reservation } =
            NamedReservation::of_field(records, call, id.path(), id.value())?;
        Ok(Self { order_id, id, units, order, reservation })
    }

    /// Everything that the rules are applied to.
    fn case(
        &self,
        records: &Records,
        call: &Call<'_>,
        policy: &'static Policy,
    ) -> Result<RefundCase, Problem> {
        let usd_rate = call.market.usd_rate(self.order.currency).ok_or_else(|| {
            let message = format!("There is no exchange rate for {}.", self.order.currency);
            Problem::new(400, "CreateQuoteFailed", message)
        })?;
        Ok(RefundCase {
            holding: holding(
                &wire::reservation_id(&self.order_id, &self.id),
                &self.order,
                &self.reservation,
                call.now,
            )?,
            units: self.units.into(),
            on: call.today(),
            policy,
            ledger: ledger(records, call.today())?,
            usd_rate: Some(usd_rate),
            fee_rate: None,
        })
    }

    /// `properties` of the answer, without the session.
    fn quote(&self, outcome: &Outcome, call: &Call<'_>) -> Value {
        let Outcome { assessment, paid_for_all } = outcome;
        let errors: Vec<Value> = assessment
            .decision
            .refusal()
            .map(|refusal| json!({ "code": refusal.code(), "message": message(refusal) }))
            .into_iter()
            .collect();
        let mut quote = json!({
            "quantity": self.units,
            "policyResult": { "properties": { "policyErrors": errors } },
        });
        if let Some(limit) = &assessment.limit {
            let result = &mut quote["policyResult"]["properties"];
            result["consumedRefundsTotal"] = wire::money(limit.used_before);
            result["maxRefundLimit"] = wire::money(limit.limit);
        }
        if let Some(amounts) = &assessment.amounts {
            let refused = assessment.decision.refusal().is_some();
            let refund = if refused { amounts.refund } else { assessment.payable };
            quote["billingRefundAmount"] = wire::money(refund);
            if let Some((limit, of_return)) = assessment.limit.and_then(|l| Some((l, l.of_return?)))
            {
                let usd = of_return.refund.to_decimal() - limit.lost_to_limit.to_decimal();
                quote["pricingRefundAmount"] = wire::price(usd, Currency::USD);
            }
            let paid = paid_for_all.unwrap_or(amounts.paid);
            quote["billingInformation"] =
                self.billing_information(paid, refund, amounts.cancelled_instalments, call);
        }
        quote
    }

    /// What was paid covers the whole reservation, what remains only the returned units, and
    /// "prorated" is the part that is not paid back: so it is in recorded answers.
    fn billing_information(
        &self,
        paid: Money,
        refund: Money,
        remaining: Money,
        call: &Call<'_>,
    ) -> Value {
        let payments = self.order.payments(call.today());
        let completed = payments.iter().filter(|payment| payment.due <= call.today()).count();
        let kept = paid.to_decimal() - refund.to_decimal();
        json!({
            "billingPlan": self.order.billing_plan,
            "completedTransactions": completed,
            "totalTransactions": payments.len(),
            "billingCurrencyTotalPaidAmount": wire::money(paid),
            "billingCurrencyProratedAmount": wire::price(kept, self.order.currency),
            "billingCurrencyRemainingCommitmentAmount": wire::money(remaining),
        })
    }

    /// The body of both answers.
    fn body(&self, session: Option<&str>, mut quote: Value) -> Value {
        if let Some(session) = session {
            quote["sessionId"] = session.into();
        }
        json!({ "id": wire::reservation_id(&self.order_id, &self.id), "properties": quote })
    }
}

/// Applies the rules to the units, and says what all units of the reservation have cost so far.
fn outcome(case: &RefundCase) -> Outcome {
    let input = case.input();
    let of_all = RefundInput { units: case.holding.quantity().into(), ..input };
    let paid_for_all = assess(&of_all).amounts.map(|amounts| amounts.paid);
    Outcome { assessment: assess(&input), paid_for_all }
}

/// The quote as the record of activities keeps it: everything it was made from, and every step.
fn snapshot(case: &RefundCase) -> CarriedOut {
    let quote = refund(&case.input());
    CarriedOut {
        policy: case.policy.id.to_owned(),
        on: case.on,
        input: json!(RefundRequest::from(case)),
        answer: json!(RefundAnswer::new(None, case, &quote)),
        returned: Vec::new(),
    }
}

/// What the rules say about a return.
struct Outcome {
    assessment: Assessment,
    /// Paid so far for every unit of the reservation; `None` when it does not run.
    paid_for_all: Option<Money>,
}

pub(crate) fn calculate_refund(
    records: &mut Records,
    terms: &mut Terms,
    call: &mut Call<'_>,
) -> Result<Answer, Problem> {
    let body = call.read_body()?;
    let subject = Subject::find(records, call, &BodyField::root(&body))?;
    call.check_sentinel(subject.reservation.sentinel, Step::Quote)?;
    let in_force = partner::policy(&terms.partner)?;
    let policy = requested_policy(call, in_force)?;
    let outcome = outcome(&subject.case(records, call, policy)?);
    let quoted = subject.quote(&outcome, call);
    match outcome.assessment.decision {
        Decision::Allowed | Decision::Capped if policy.id == in_force.id => {
            let id = call.new_guid();
            let session = Session {
                order: subject.order_id.clone(),
                reservation: subject.id.clone(),
                units: subject.units,
                policy: policy.id.to_owned(),
                quoted: amounts_of(&quoted),
            };
            quotes::keep(&mut terms.quotes, call, &id, &session);
            Ok(Answer::ok(&subject.body(Some(&id), quoted)))
        }
        // What would be under another policy, and the one refusal that the API states within a
        // quote. There is no session to carry out.
        Decision::Allowed | Decision::Capped | Decision::Refused(Refusal::RefundLimitExceeded) => {
            Ok(Answer::ok(&subject.body(None, quoted)))
        }
        Decision::Refused(refusal) => Err(refused(refusal)),
    }
}

pub(crate) fn return_units(
    records: &mut Records,
    terms: &mut Terms,
    call: &mut Call<'_>,
) -> Result<Answer, Problem> {
    let body = call.read_body()?;
    let body = BodyField::root(&body);
    let subject = Subject::find(records, call, &body)?;
    let session_id = body.at("properties").at("sessionId").text()?.to_lowercase();
    call.check_sentinel(subject.reservation.sentinel, Step::Return)?;
    Customer::of(records)?.check_agreement()?;
    call.check_match(Some(&subject.reservation.etag.to_string()))?;
    let session: Session = quotes::find(records, &terms.quotes, call, &session_id)?;
    if !session.is_for(&subject) {
        return Err(Problem::session_timed_out());
    }
    let policy = partner::policy(&terms.partner)?;
    check_in_force(&session.policy, policy)?;
    // The same calculation again, on today's records: the quote is carried out to the cent or not
    // at all.
    let case = subject.case(records, call, policy)?;
    let outcome = outcome(&case);
    if let Decision::Refused(refusal) = outcome.assessment.decision {
        return Err(refused(refusal));
    }
    let quoted = subject.quote(&outcome, call);
    if amounts_of(&quoted) != session.quoted {
        let message = "The amounts have changed since the quote. Ask for a new one.";
        return Err(Problem::new(409, "ActivateQuoteFailed", message));
    }
    let agreed =
        settlements::read(&body.at("properties").at("settlement"), outcome.assessment.payable)?;
    let wanted = Wanted {
        session: &session_id,
        kind: "return",
        target: wire::reservation_id(&subject.order_id, &subject.id),
        amount: outcome.assessment.payable,
    };
    if let Some(waits) = confirmations::check(terms, call, wanted)? {
        quotes::keep_waiting(&mut terms.quotes, call, &session_id, &session);
        return Ok(waits);
    }
    quotes::use_up(records, call, &session_id);
    let answer = subject.body(Some(&session_id), quoted);
    let full_id = wire::reservation_id(&subject.order_id, &subject.id);
    let (before, after) =
        (subject.reservation.quantity, subject.reservation.quantity - subject.units);
    let changes = vec![("quantity", json!(before), json!(after))];
    let entry = Entry { target: full_id, changes, quote: Some(snapshot(&case)) };
    let activity = activities::record(records, call, entry);
    if let Some(agreed) = &agreed {
        records.put(&activity, agreed);
    }
    accept(records, call, subject, (&case, &outcome.assessment))?;
    let location = call.place(&wire::order_id(call.param("order")));
    Ok(Answer::json(StatusCode::ACCEPTED, &answer)
        .with_header("location", location)
        .with_header("retry-after", RETRY_AFTER_SECONDS))
}

/// Books the return and begins to carry it out.
fn accept(
    records: &mut Records,
    call: &mut Call<'_>,
    subject: Subject,
    (case, assessment): (&RefundCase, &Assessment),
) -> Result<(), Problem> {
    let Subject { order_id, id, units, mut order, mut reservation } = subject;
    let counted = assessment.limit.map_or(Decimal::ZERO, |limit| {
        limit.left_before.to_decimal() - limit.left_after.to_decimal()
    });
    let transaction = Transaction {
        at: call.now,
        event_type: EventType::Refund,
        order: order_id.clone(),
        order_name: order.display_name.clone(),
        description: reservation.sku_description.clone(),
        sku_name: reservation.sku_name.clone(),
        location: reservation.location.clone(),
        term: order.term,
        billing_plan: order.billing_plan,
        quantity: units,
        usd: counted,
        readings: readings(case, assessment, counted),
    };
    records.put(&call.new_guid(), &transaction);
    let sibling = call.new_guid();
    Return { order: order_id.clone(), reservation: id.clone(), units, sibling }
        .begin(records, call.now);
    order.returned.push(Returned { on: call.today(), units });
    order.put_pending(records, &order_id);
    reservation.state = ProvisioningState::Pending;
    Ok(reservation.save(records, &order_id, &id, call.now)?)
}

/// What a return counts under each reading of the limit. Where the refund counts, no more does than is paid out.
fn readings(case: &RefundCase, assessment: &Assessment, counted: Decimal) -> Option<Readings> {
    let commitment = case.usd_rate?.to_usd(assessment.amounts?.cancelled_commitment);
    let refund = match case.policy.limit.counts {
        Counts::Refund => counted,
        Counts::CancelledCommitment => assessment.limit?.of_return?.refund.to_decimal(),
    };
    Some(Readings { refund, commitment: commitment.to_decimal() })
}

impl Session {
    fn is_for(&self, subject: &Subject) -> bool {
        self.order == subject.order_id
            && self.reservation == subject.id
            && self.units == subject.units
    }
}

/// A quote without the state of the yearly limit, which other returns of the customer may change as
/// long as this one still fits.
fn amounts_of(quote: &Value) -> Value {
    let mut amounts = quote.clone();
    if let Some(properties) = amounts.as_object_mut() {
        properties.remove("policyResult");
    }
    amounts
}
