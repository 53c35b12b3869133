//! What is to be exchanged for what, and its quote.

use calculator::exchange::{Exchange, ExchangeQuote, Return, ReturnedLine};
use calculator::{Currency, InputError, Ledger, Money, Policy, RefundInput, Refusal, assess};
use serde_json::Value;

use crate::http::{BodyField, Call, Problem};
use crate::records::exchange::Asked;
use crate::records::holding::holding;
use crate::records::json::List;
use crate::records::price_list::{Market, Prices};
use crate::records::{Customer, Records, json, wire};
use crate::resources::purchase_request::PurchaseRequest;
use crate::resources::quotes::message;
use crate::resources::reservations::named::NamedReservation;
use crate::resources::savings_plans::SavingsPlanRequest;

const RETURNS: &str = "properties.reservationsToExchange";

/// Lines of an exchange, with the prices at which the new ones are bought.
pub(super) struct Draft {
    pub(super) returns: Vec<ReturnLine>,
    pub(super) purchases: Vec<PurchaseRequest>,
    pub(super) savings_plans: Vec<SavingsPlanRequest>,
}

/// Units of one reservation that are given back.
pub(super) struct ReturnLine {
    pub(super) order: String,
    pub(super) id: String,
    pub(super) units: u32,
}

/// A draft on the records of a moment.
pub(super) struct Quote {
    pub(super) exchange: Exchange,
    pub(super) quote: ExchangeQuote,
    /// `properties` of the answer, without the session.
    pub(super) body: Value,
}

impl Asked {
    /// The draft that was made.
    ///
    /// # Errors
    /// Those of [`Draft::read`], where the records are others by now.
    pub(super) fn draft(&self, records: &Records, market: &Market) -> Result<Draft, Problem> {
        Draft::read(&self.body, records, market, &|_| Prices::of(self.prices.clone()))
    }
}

impl Draft {
    /// Reads the body of `calculateExchange`.
    ///
    /// # Errors
    /// 400 that names the field at fault, 404 for a reservation that is not there.
    pub(super) fn read(
        body: &Value,
        records: &Records,
        market: &Market,
        prices: &dyn Fn(Currency) -> Prices,
    ) -> Result<Self, Problem> {
        let customer = Customer::of(records)?;
        let properties = BodyField::root(body).at("properties");
        let mut returns: Vec<ReturnLine> = Vec::new();
        let mut currency = None;
        for field in properties.at("reservationsToExchange").items()? {
            let id = field.at("reservationId");
            let (order, reservation) = wire::parse_reservation_id(id.text()?)
                .ok_or_else(|| id.invalid("is not the full id of a reservation"))?;
            let named = NamedReservation::find(records, &order, &reservation)?;
            if returns.iter().any(|line| line.order == order && line.id == reservation) {
                return Err(id.invalid("is in the list already"));
            }
            currency.get_or_insert(named.order.currency);
            let units = field.at("quantity").count()?;
            returns.push(ReturnLine { order, id: reservation, units });
        }
        let Some(currency) = currency else {
            return Err(Problem::invalid(RETURNS, "must have at least one entry"));
        };
        let prices = prices(currency);
        let mut purchases = Vec::new();
        for field in properties.at("reservationsToPurchase").items()? {
            purchases.push(PurchaseRequest::read(&field, &customer, &prices, market)?);
        }
        let mut savings_plans = Vec::new();
        for field in properties.at("savingsPlansToPurchase").items()? {
            savings_plans.push(SavingsPlanRequest::read(&field, &customer)?);
        }
        if purchases.is_empty() && savings_plans.is_empty() {
            let field = properties.at("reservationsToPurchase");
            return Err(field.invalid("must have at least one entry"));
        }
        Ok(Self { returns, purchases, savings_plans })
    }

    /// What this can be read from again.
    pub(super) fn asked(&self) -> Asked {
        let mut returns = List::default();
        for ReturnLine { order, id, units } in &self.returns {
            let id = wire::reservation_id(order, id);
            returns.put(json!({ "reservationId": id, "quantity": units }));
        }
        let body = json!({ "properties": {
            "reservationsToExchange": returns.into_value(),
            "reservationsToPurchase": self.purchases.iter().map(|request| &request.as_sent).collect::<Vec<_>>(),
            "savingsPlansToPurchase":
                self.savings_plans.iter().map(|request| &request.as_sent).collect::<Vec<_>>(),
        } });
        let prices = self.purchases.iter().map(|request| request.row.clone()).collect();
        Asked { body, prices }
    }

    /// The reservations that are given back, as they are now.
    pub(super) fn returned(&self, records: &Records) -> Result<Vec<NamedReservation>, Problem> {
        let mut returned = Vec::new();
        for line in &self.returns {
            returned.push(NamedReservation::find(records, &line.order, &line.id)?);
        }
        Ok(returned)
    }

    /// What is bought, line by line.
    pub(super) fn in_words(&self) -> Vec<String> {
        let purchases = self.purchases.iter().map(PurchaseRequest::in_words);
        purchases.chain(self.savings_plans.iter().map(SavingsPlanRequest::in_words)).collect()
    }

    /// Applies the rules to the reservations as they are now.
    ///
    /// # Errors
    /// 400 that names the line with which there is nothing to calculate.
    pub(super) fn quote(
        &self,
        returned: &[NamedReservation],
        call: &Call<'_>,
        policy: &'static Policy,
    ) -> Result<Quote, Problem> {
        let exchange = self.exchange(returned, call, policy)?;
        let quote = calculator::exchange::exchange(&exchange);
        let body = self.body(returned, &exchange, &quote);
        Ok(Quote { exchange, quote, body })
    }

    fn exchange(
        &self,
        returned: &[NamedReservation],
        call: &Call<'_>,
        policy: &'static Policy,
    ) -> Result<Exchange, Problem> {
        let mut returns = Vec::new();
        for (line, named) in self.returns.iter().zip(returned) {
            let NamedReservation { order, reservation, .. } = named;
            let holding = holding(&named.full_id(), order, reservation, call.now)?;
            returns.push(Return { holding, units: line.units.into() });
        }
        let purchases = self.purchases.iter().map(|request| request.purchase.clone()).collect();
        let savings_plans = self.savings_plans.iter().map(|request| request.plan.clone()).collect();
        Exchange::new(returns, purchases, savings_plans, call.today(), policy).map_err(invalid)
    }

    /// `properties` of the answer.
    fn body(
        &self,
        returned: &[NamedReservation],
        exchange: &Exchange,
        quote: &ExchangeQuote,
    ) -> Value {
        let assessment = &quote.assessment;
        let money = |money: Option<Money>| money.map_or(Value::Null, wire::money);
        let error =
            |refusal: Refusal| json!({ "code": refusal.code(), "message": message(refusal) });
        let errors = assessment.decision.refusal().map(|refusal| json!([error(refusal)]));
        let purchases = self.purchases.iter().map(|request| &request.as_sent);
        let plans = self.savings_plans.iter().map(|request| &request.as_sent);
        let returns = returned.iter().zip(exchange.returns()).zip(&assessment.returns);
        let to_wire =
            |((named, line), value): ((&NamedReservation, &Return), &Option<ReturnedLine>)| {
                let mut returned = json!({
                    "reservationId": named.full_id(),
                    "quantity": line.units,
                });
                if let Some(value) = value {
                    add_amounts(&mut returned, value, paid_for_all(exchange, line));
                }
                returned
            };
        json!({
            "netPayable": money(assessment.totals.map(|totals| totals.net_payable)),
            "refundsTotal": money(assessment.totals.map(|totals| totals.refunds)),
            "purchasesTotal": wire::money(assessment.purchases_total),
            "policyResult": { "policyErrors": errors },
            "reservationsToPurchase": bought(purchases, &assessment.purchases),
            "savingsPlansToPurchase": bought(plans, &assessment.savings_plans),
            "reservationsToExchange": returns.map(to_wire).collect::<Value>(),
        })
    }
}

/// What is bought, as it was asked for, with its lifetime price.
fn bought<'v>(requests: impl Iterator<Item = &'v Value>, prices: &[Money]) -> Value {
    let item = |(request, price): (&Value, &Money)| {
        json!({
            "properties": request,
            "billingCurrencyTotal": wire::money(*price),
        })
    };
    requests.zip(prices).map(item).collect()
}

/// What was paid so far for every unit of a reservation of which some are given back.
fn paid_for_all(exchange: &Exchange, line: &Return) -> Option<Money> {
    let of_all = RefundInput {
        holding: &line.holding,
        units: line.holding.quantity().into(),
        on: exchange.on(),
        policy: exchange.policy(),
        ledger: &Ledger::default(),
        usd_rate: None,
        fee_rate: None,
    };
    assess(&of_all).amounts.map(|amounts| amounts.paid)
}

/// What was paid covers the whole reservation, what remains only the returned units, and
/// "prorated" is the part that is not paid back: so it is in recorded answers.
fn add_amounts(returned: &mut Value, value: &ReturnedLine, paid_for_all: Option<Money>) {
    let paid = paid_for_all.unwrap_or(value.paid);
    let kept = Money::from_minor(paid.minor() - value.credit.minor(), paid.currency());
    returned["billingRefundAmount"] = wire::money(value.credit);
    returned["billingInformation"] = json!({
        "billingCurrencyTotalPaidAmount": wire::money(paid),
        "billingCurrencyProratedAmount": wire::money(kept),
        "billingCurrencyRemainingCommitmentAmount": wire::money(value.cancelled_instalments),
    });
}

/// What the calculator cannot calculate with, in the names of the request.
fn invalid(error: InputError) -> Problem {
    let field = error
        .field
        .replace(".reservation.currencyCode", ".reservationId")
        .replace(".currencyCode", ".properties.commitment.currencyCode")
        .replace("returns", RETURNS)
        .replace("purchases", "properties.reservationsToPurchase")
        .replace("savingsPlans", "properties.savingsPlansToPurchase");
    Problem::invalid(field, error.problem)
}
