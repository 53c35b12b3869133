//! What happens after an exchange was accepted: first everything is given back, then everything is
//! bought. If the second fails, the first stays done.

use azure::OperationStatus as S;
use calculator::ProvisioningState;
use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::http::{Call, Problem};
use crate::records::exchange::{AcceptedExchange, Asked, LISTS, Made};
use crate::records::operation::Operation;
use crate::records::order::Returned;
use crate::records::price_list::Market;
use crate::records::reservation::ExchangeEnd;
use crate::records::returns::give_back;
use crate::records::sentinel::Trigger;
use crate::records::{Order, Records, Reservation, wire};
use crate::resources::activities;
use crate::resources::exchanges::draft::{Draft, ReturnLine};
use crate::resources::savings_plans;

impl AcceptedExchange {
    pub(super) fn new(
        asked: Asked,
        draft: &Draft,
        answer: Value,
        activities: Vec<String>,
        call: &mut Call<'_>,
    ) -> Self {
        let siblings = draft.returns.iter().map(|_| call.new_guid()).collect();
        let mut make = |count: usize| -> Vec<Made> {
            (0..count).map(|_| (call.new_guid(), call.new_guid())).collect()
        };
        let purchases = make(draft.purchases.len());
        let savings_plans = make(draft.savings_plans.len());
        Self { asked, siblings, purchases, savings_plans, answer, activities }
    }
}

/// Does what belongs to the stage that begins.
///
/// # Errors
/// 409 when what is stored cannot be read.
pub(crate) fn enter(
    records: &mut Records,
    operation: &mut Operation,
    id: &str,
    at: DateTime<Utc>,
    market: &Market,
) -> Result<(), Problem> {
    let missing =
        || Problem::new(404, "NotFound", "What was to be exchanged is not known any more.");
    let plan: AcceptedExchange = records.get(id)?.ok_or_else(missing)?;
    let draft = plan.asked.draft(records, market)?;
    let mut step = Exchanging { records, operation, plan, draft, at };
    match step.operation.status {
        S::PendingRefunds => step.show(&S::Pending, &S::Pending),
        S::PendingPurchases => step.give_back()?,
        _ => step.buy()?,
    }
    if operation.is_over() {
        records.remove::<AcceptedExchange>(id);
    }
    Ok(())
}

/// One stage of one exchange.
struct Exchanging<'a> {
    records: &'a mut Records,
    operation: &'a mut Operation,
    plan: AcceptedExchange,
    draft: Draft,
    at: DateTime<Utc>,
}

impl Exchanging<'_> {
    /// Shows how far what is given back and what is bought have come.
    fn show(&mut self, returned: &S, bought: &S) {
        let mut answer = self.plan.answer.clone();
        for (list, status) in LISTS.into_iter().zip([returned, bought, bought]) {
            for item in answer[list].as_array_mut().into_iter().flatten() {
                item["status"] = status.as_str().into();
            }
        }
        self.operation.result = answer;
    }

    /// Whether one of the reservations is there to make a step fail.
    fn fails(&self, on: Trigger) -> Result<bool, Problem> {
        for line in &self.draft.returns {
            let (_, reservation) = Reservation::find(self.records, &line.order, &line.id)?;
            if reservation.sentinel.is_some_and(|sentinel| sentinel.on == on) {
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
        let returns = self.draft.returns.iter().zip(&self.plan.siblings);
        for (ReturnLine { order: order_id, id, units }, sibling) in returns {
            let mut order = Order::find(self.records, order_id)?;
            order.returned.push(Returned { on, units: *units });
            self.records.put(order_id, &order);
            let reservation = (order_id.as_str(), id.as_str());
            give_back(self.records, reservation, *units, sibling, on, self.at)?;
        }
        self.show(&S::Succeeded, &S::Pending);
        Ok(())
    }

    /// Nothing was given back: the reservations run on.
    fn undo(&mut self) -> Result<(), Problem> {
        for line in &self.draft.returns {
            let (mut order, mut reservation) =
                Reservation::find(self.records, &line.order, &line.id)?;
            reservation.state = ProvisioningState::Succeeded;
            reservation.save(self.records, &line.order, &line.id, self.at)?;
            order.settle(self.records, &line.order);
        }
        self.show(&S::Failed, &S::Cancelled);
        let message = "The reservations could not be returned. Nothing was changed.";
        self.operation.fail("OperationFailed", message);
        self.conclude(&S::Failed);
        Ok(())
    }

    fn buy(&mut self) -> Result<(), Problem> {
        let gone = self.gone()?;
        if self.fails(Trigger::ExchangePurchases)? {
            self.end_all(&gone, ExchangeEnd::PurchaseFailed)?;
            self.show(&S::Succeeded, &S::Failed);
            let message = "The reservations were returned, but the new ones could not be bought.";
            self.operation.fail("PurchaseError", message);
            self.conclude(&S::Failed);
            return Ok(());
        }
        let bought_at = self.operation.started_at;
        let AcceptedExchange { purchases, savings_plans, .. } = &self.plan;
        let draft = &self.draft;
        for (place, (wanted, (order, id))) in draft.purchases.iter().zip(purchases).enumerate() {
            let source = gone.get(place).or(gone.last()).map(|(order, id)| full_id(order, id));
            wanted.put(
                self.records,
                (order, id),
                (ProvisioningState::Succeeded, bought_at),
                source,
            )?;
        }
        for (wanted, (order, id)) in draft.savings_plans.iter().zip(savings_plans) {
            wanted.put(self.records, order, id, bought_at);
        }
        let end = match purchases.is_empty() {
            true => ExchangeEnd::TradedIn,
            false => ExchangeEnd::Exchanged,
        };
        self.end_all(&gone, end)?;
        self.show(&S::Succeeded, &S::Succeeded);
        self.name_what_was_bought();
        self.conclude(&S::Succeeded);
        Ok(())
    }

    /// Order and id of the records that hold what was given back.
    fn gone(&self) -> Result<Vec<Made>, Problem> {
        let mut gone = Vec::new();
        for (line, sibling) in self.draft.returns.iter().zip(&self.plan.siblings) {
            let key = Reservation::document_id(&line.order, sibling);
            let was_split = self.records.get::<Reservation>(&key)?.is_some();
            let id = if was_split { sibling } else { &line.id };
            gone.push((line.order.clone(), id.clone()));
        }
        Ok(gone)
    }

    /// Writes on what was given back what came of it. Each points to one of the new reservations,
    /// since the API has room for one: to the one in its own place, or to the last.
    fn end_all(&mut self, gone: &[Made], end: ExchangeEnd) -> Result<(), Problem> {
        for (place, (order, id)) in gone.iter().enumerate() {
            let (_, mut reservation) = Reservation::find(self.records, order, id)?;
            reservation.exchange = Some(end);
            if end == ExchangeEnd::Exchanged {
                let purchases = &self.plan.purchases;
                let successor = purchases.get(place).or(purchases.last());
                reservation.links.swap_destination =
                    successor.map(|(order, id)| full_id(order, id));
            }
            reservation.save(self.records, order, id, self.at)?;
        }
        Ok(())
    }

    fn name_what_was_bought(&mut self) {
        let AcceptedExchange { purchases, savings_plans, .. } = &self.plan;
        let result = &mut self.operation.result;
        for (place, (order, id)) in purchases.iter().enumerate() {
            let item = &mut result["reservationsToPurchase"][place];
            item["reservationOrderId"] = wire::order_id(order).into();
            item["reservationId"] = full_id(order, id).into();
        }
        for (place, (order, id)) in savings_plans.iter().enumerate() {
            let item = &mut result["savingsPlansToPurchase"][place];
            item["savingsPlanOrderId"] = savings_plans::order_id(order).into();
            item["savingsPlanId"] = savings_plans::plan_id(order, id).into();
        }
    }

    /// Says in the record of activities how it ended.
    fn conclude(&mut self, status: &S) {
        let mut changes = vec![("status", S::Pending.as_str().into(), status.as_str().into())];
        if *status == S::Succeeded {
            let AcceptedExchange { purchases, savings_plans, .. } = &self.plan;
            let ids = purchases.iter().map(|(order, id)| full_id(order, id));
            changes.extend(ids.map(|id| ("reservationId", Value::Null, id.into())));
            let ids = savings_plans.iter().map(|(order, id)| savings_plans::plan_id(order, id));
            changes.extend(ids.map(|id| ("savingsPlanId", Value::Null, id.into())));
        }
        for id in &self.plan.activities {
            activities::conclude(self.records, id, &changes);
        }
    }
}

fn full_id(order: &str, id: &str) -> String {
    wire::reservation_id(order, id)
}
