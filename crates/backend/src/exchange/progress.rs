//! What happens after an exchange was accepted: first everything is given back, then everything is
//! bought. If the second fails, the first stays done.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::activity;
use crate::ageing;
use crate::call::Call;
use crate::exchange::draft::{Draft, ReturnLine};
use crate::operation::{Operation, SUCCEEDED};
use crate::order::{Order, Returned};
use crate::problem::Problem;
use crate::purchase::Wanted;
use crate::records::Records;
use crate::reservation::{ExchangeEnd, Reservation};
use crate::savings_plan::{self, WantedPlan};
use crate::sentinel::{self, Trigger};
use crate::wire;

/// The status while reservations are given back.
pub(super) const PENDING_REFUNDS: &str = "PendingRefunds";
/// The status while others are bought.
pub(super) const PENDING_PURCHASES: &str = "PendingPurchases";
const PENDING: &str = "Pending";
const FAILED: &str = "Failed";
const CANCELLED: &str = "Cancelled";

/// What an accepted exchange will do, with the ids of what it will make.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Plan {
    returns: Vec<Given>,
    purchases: Vec<Bought<Wanted>>,
    savings_plans: Vec<Bought<WantedPlan>>,
    /// The answer so far.
    answer: Value,
    /// Activities that will say how it ended.
    activities: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct Given {
    line: ReturnLine,
    /// The id of the record that will hold the returned units, if some are kept.
    sibling: String,
}

#[derive(Serialize, Deserialize)]
struct Bought<T> {
    order: String,
    id: String,
    wanted: T,
}

impl Plan {
    pub(super) fn new(
        draft: Draft,
        session_id: &str,
        mut answer: Value,
        activities: Vec<String>,
        call: &mut Call<'_>,
    ) -> Self {
        answer["sessionId"] = session_id.into();
        let Draft { returns, purchases, savings_plans } = draft;
        let mut id = || call.new_guid();
        Self {
            returns: returns.into_iter().map(|line| Given { line, sibling: id() }).collect(),
            purchases: purchases
                .into_iter()
                .map(|wanted| Bought { order: id(), id: id(), wanted })
                .collect(),
            savings_plans: savings_plans
                .into_iter()
                .map(|wanted| Bought { order: id(), id: id(), wanted })
                .collect(),
            answer,
            activities,
        }
    }
}

/// Does what belongs to the stage that begins.
///
/// # Errors
/// 500 when what is stored cannot be read.
pub(crate) fn enter(
    records: &mut Records,
    operation: &mut Operation,
    at: DateTime<Utc>,
) -> Result<(), Problem> {
    let plan: Plan = serde_json::from_value(operation.plan.clone())
        .map_err(|error| Problem::unreadable("operation", error))?;
    let mut step = Exchanging { records, operation, plan, at };
    match step.operation.status.as_str() {
        PENDING_REFUNDS => step.show(PENDING, PENDING),
        PENDING_PURCHASES => return step.give_back(),
        _ => return step.buy(),
    }
    Ok(())
}

/// One stage of one exchange.
struct Exchanging<'a> {
    records: &'a mut Records,
    operation: &'a mut Operation,
    plan: Plan,
    at: DateTime<Utc>,
}

impl Exchanging<'_> {
    /// Shows how far what is given back and what is bought have come.
    fn show(&mut self, returned: &str, bought: &str) {
        let mut answer = self.plan.answer.clone();
        for (list, status) in [
            ("reservationsToExchange", returned),
            ("reservationsToPurchase", bought),
            ("savingsPlansToPurchase", bought),
        ] {
            for item in answer[list].as_array_mut().into_iter().flatten() {
                item["status"] = status.into();
            }
        }
        self.operation.result = answer;
    }

    /// Whether one of the reservations is there to make a step fail.
    fn fails(&self, on: Trigger) -> Result<bool, Problem> {
        for Given { line, .. } in &self.plan.returns {
            let (_, reservation) = Reservation::find(self.records, &line.order, &line.id)?;
            if sentinel::is_on(&reservation, on) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn give_back(&mut self) -> Result<(), Problem> {
        if self.fails(Trigger::ExchangeRefunds)? {
            return self.undo();
        }
        let on = self.operation.started_at.date_naive();
        for given in &self.plan.returns {
            let ReturnLine { order: order_id, id, units } = &given.line;
            let mut order = Order::find(self.records, order_id)?;
            order.returned.push(Returned { on, units: *units });
            self.records.put(order_id, &order);
            let reservation = (order_id.as_str(), id.as_str());
            let sibling = &given.sibling;
            ageing::give_back(self.records, reservation, *units, sibling, on, self.at)?;
        }
        self.show(SUCCEEDED, PENDING);
        Ok(())
    }

    /// Nothing was given back: the reservations run on.
    fn undo(&mut self) -> Result<(), Problem> {
        for Given { line, .. } in &self.plan.returns {
            let (mut order, mut reservation) =
                Reservation::find(self.records, &line.order, &line.id)?;
            reservation.state = "Succeeded".to_owned();
            reservation.save(self.records, &line.order, &line.id, self.at)?;
            order.settle(self.records, &line.order)?;
        }
        self.show(FAILED, CANCELLED);
        let message = "The reservations could not be returned. Nothing was changed.";
        self.operation.fail("OperationFailed", message);
        self.conclude(FAILED)
    }

    fn buy(&mut self) -> Result<(), Problem> {
        let gone = self.gone()?;
        if self.fails(Trigger::ExchangePurchases)? {
            self.end_all(&gone, ExchangeEnd::PurchaseFailed)?;
            self.show(SUCCEEDED, FAILED);
            let message = "The reservations were returned, but the new ones could not be bought.";
            self.operation.fail("PurchaseError", message);
            return self.conclude(FAILED);
        }
        let bought_at = self.operation.started_at;
        for (place, Bought { order, id, wanted }) in self.plan.purchases.iter().enumerate() {
            let source = gone.get(place).or(gone.last()).map(|(order, id)| full_id(order, id));
            let made = (order.as_str(), id.as_str());
            wanted.put(self.records, made, ("Succeeded", bought_at), source)?;
        }
        for Bought { order, id, wanted } in &self.plan.savings_plans {
            wanted.put(self.records, order, id, bought_at);
        }
        let end = match self.plan.purchases.is_empty() {
            true => ExchangeEnd::TradedIn,
            false => ExchangeEnd::Exchanged,
        };
        self.end_all(&gone, end)?;
        self.show(SUCCEEDED, SUCCEEDED);
        self.name_what_was_bought();
        self.conclude(SUCCEEDED)
    }

    /// Order and id of the records that hold what was given back.
    fn gone(&self) -> Result<Vec<(String, String)>, Problem> {
        let of_line = |Given { line, sibling }: &Given| {
            let key = Reservation::document_id(&line.order, sibling);
            let was_split = self.records.get::<Reservation>(&key)?.is_some();
            let id = if was_split { sibling } else { &line.id };
            Ok((line.order.clone(), id.clone()))
        };
        self.plan.returns.iter().map(of_line).collect()
    }

    /// Writes on what was given back what came of it. Each points to one of the new reservations,
    /// since the API has room for one: to the one in its own place, or to the last.
    fn end_all(&mut self, gone: &[(String, String)], end: ExchangeEnd) -> Result<(), Problem> {
        for (place, (order, id)) in gone.iter().enumerate() {
            let (_, mut reservation) = Reservation::find(self.records, order, id)?;
            reservation.exchange = Some(end);
            if end == ExchangeEnd::Exchanged {
                let purchases = &self.plan.purchases;
                let successor = purchases.get(place).or(purchases.last());
                reservation.links.swap_destination =
                    successor.map(|bought| full_id(&bought.order, &bought.id));
            }
            reservation.save(self.records, order, id, self.at)?;
        }
        Ok(())
    }

    fn name_what_was_bought(&mut self) {
        let result = &mut self.operation.result;
        for (place, bought) in self.plan.purchases.iter().enumerate() {
            let item = &mut result["reservationsToPurchase"][place];
            item["reservationOrderId"] = wire::order_id(&bought.order).into();
            item["reservationId"] = full_id(&bought.order, &bought.id).into();
        }
        for (place, bought) in self.plan.savings_plans.iter().enumerate() {
            let item = &mut result["savingsPlansToPurchase"][place];
            item["savingsPlanOrderId"] = savings_plan::order_id(&bought.order).into();
            item["savingsPlanId"] = savings_plan::plan_id(&bought.order, &bought.id).into();
        }
    }

    /// Says in the record of activities how it ended.
    fn conclude(&mut self, status: &str) -> Result<(), Problem> {
        let mut changes = vec![("status", PENDING.into(), status.into())];
        if status == SUCCEEDED {
            let purchases = self.plan.purchases.iter();
            let ids = purchases.map(|bought| full_id(&bought.order, &bought.id));
            changes.extend(ids.map(|id| ("reservationId", Value::Null, id.into())));
            let plans = self.plan.savings_plans.iter();
            let ids = plans.map(|bought| savings_plan::plan_id(&bought.order, &bought.id));
            changes.extend(ids.map(|id| ("savingsPlanId", Value::Null, id.into())));
        }
        for id in &self.plan.activities {
            activity::conclude(self.records, id, &changes)?;
        }
        Ok(())
    }
}

fn full_id(order: &str, id: &str) -> String {
    wire::reservation_id(order, id)
}
