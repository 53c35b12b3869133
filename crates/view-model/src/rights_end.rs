//! What to do with reservations while they can still be exchanged freely: for each the best of keeping, refund,
//! exchange and trade-in, the most money at stake first.

use crate::ReservationRef;
use crate::customers::CustomerSummary;
use crate::quote::exchange::link;
use crate::quote::exchange::{FormText, LineText, PlanText, PurchaseText};
use crate::radar::{AtStake, Price, Watched};
use crate::record::name;
use azure::{ExchangeRight, ProvisioningState, WatchKind, at_stake, watches};
use calculator::comparison::{Comparison, ComparisonInput, candidates, compare};
use calculator::exchange::{Purchase, Return, SavingsPlan};
use calculator::{Holding, Ledger, Policy, RefundInput, Share, UsdRate};
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::sync::Arc;

/// The first UTC day on which the right is another one, by the newest policy; `None` where it stays.
#[must_use]
pub fn day() -> Option<NaiveDate> {
    Policy::newest().exchange.right_ends.map(|ends| ends.from)
}

/// A reservation that can still be exchanged freely.
#[derive(Clone, Debug)]
pub struct Right {
    /// Whose it is.
    pub customer: Arc<CustomerSummary>,
    /// Which reservation it is.
    pub of: ReservationRef,
    /// What it is called.
    pub name: String,
    /// Its state, for what it allows.
    pub state: Option<ProvisioningState>,
    /// The money at stake: the value that an exchange keeps.
    pub stake: AtStake,
    /// What can be done; `None` where its price is not known.
    pub weighed: Option<Weighed>,
}

/// What can be done with all units of a reservation.
#[derive(Clone, Debug)]
pub struct Weighed {
    /// The choices side by side.
    pub comparison: Comparison,
    /// The terms of the comparison for an address, with what was considered in an exchange and a trade-in.
    pub compare: Vec<(&'static str, String)>,
    /// The terms of the exchange alone.
    pub exchange: Vec<(&'static str, String)>,
    /// The terms of the trade-in alone; `None` where nothing takes the product in trade.
    pub trade_in: Option<Vec<(&'static str, String)>>,
}

/// What depends on the customer and on the moment.
#[derive(Clone, Copy)]
pub struct Terms<'a> {
    /// Past cancellations.
    pub ledger: &'a Ledger,
    /// USD for one unit of a currency.
    pub rate: &'a dyn Fn(&str) -> Option<UsdRate>,
    /// The rules.
    pub policy: &'static Policy,
    /// The present UTC day.
    pub today: NaiveDate,
    /// What separates whole and fraction in the reader's language.
    pub sign: char,
}

/// The reservations of one customer that can still be exchanged freely.
#[must_use]
pub fn of_customer(
    customer: &Arc<CustomerSummary>,
    watched: &[Watched],
    terms: Terms<'_>,
) -> Vec<Right> {
    let free = WatchKind::ExchangeRight(ExchangeRight::OneFromDay);
    let right = |Watched { record, price }: &Watched| {
        let watch = watches(record, terms.today, terms.policy);
        let watch = watch.into_iter().find(|watch| watch.kind == free)?;
        let of = ReservationRef::of(&customer.customer_id, record.id.as_ref()?);
        let (stake, weighed) = match price {
            Price::Asked => (AtStake::Asked, None),
            Price::Missing => (AtStake::Missing, None),
            Price::Known(holding) => {
                let refund = RefundInput {
                    holding,
                    units: holding.quantity().into(),
                    on: terms.today,
                    policy: terms.policy,
                    ledger: terms.ledger,
                    usd_rate: (terms.rate)(holding.currency().code()),
                    fee_rate: None,
                };
                let stake = at_stake(&watch, &refund).map_or(AtStake::Missing, AtStake::Known);
                let usage = record.properties().utilization.as_ref();
                let used = usage.and_then(|usage| usage.percent_over(30));
                let used = used.and_then(|used| Share::from_percent("percent", used).ok());
                let region = record.location.clone().unwrap_or_default();
                (stake, weigh(&of, holding, region, used, terms))
            }
        };
        Some(Right {
            customer: Arc::clone(customer),
            of,
            name: name(record),
            state: record.properties().provisioning_state.clone(),
            stake,
            weighed,
        })
    };
    watched.iter().filter_map(right).collect()
}

fn weigh(
    of: &ReservationRef,
    holding: &Holding,
    region: String,
    utilization: Option<Share>,
    terms: Terms<'_>,
) -> Option<Weighed> {
    let Terms { ledger, rate, policy, today, sign } = terms;
    let returned = Return { holding: holding.clone(), units: holding.quantity().into() };
    let (purchase, plan) = candidates(&returned, today, policy);
    let (returns, purchases, plans) =
        ([returned], Vec::from_iter(purchase.clone()), Vec::from_iter(plan.clone()));
    let input = ComparisonInput {
        returns: &returns,
        utilization,
        saving: None,
        on: today,
        policy,
        ledger,
        usd_rate: rate(holding.currency().code()),
        fee_rate: None,
        purchases: &purchases,
        savings_plans: &plans,
    };
    let comparison = compare(&input).ok()?;
    let line = LineText { of: of.clone(), units: None, is_used: None, exchanges_used: None };
    let address = |purchases: &[Purchase], plans: &[SavingsPlan]| {
        let form = FormText {
            day: today.to_string(),
            lines: vec![line.clone()],
            purchases: purchases.iter().map(|it| purchase_text(it, &region, sign)).collect(),
            plans: plans.iter().map(|it| plan_text(it, sign)).collect(),
        };
        let customer = (link::parameter::CUSTOMER, of.customer.clone());
        std::iter::once(customer).chain(link::parameters(&form, policy.id, sign)).collect()
    };
    Some(Weighed {
        comparison,
        compare: address(&purchases, &plans),
        exchange: address(&purchases, &[]),
        trade_in: (!plans.is_empty()).then(|| address(&[], &plans)),
    })
}

fn spelled(plain: String, sign: char) -> String {
    plain.replace('.', &sign.to_string())
}

fn purchase_text(purchase: &Purchase, region: &str, sign: char) -> PurchaseText {
    PurchaseText {
        resource_type: purchase.resource_type().as_str().to_owned(),
        sku: purchase.sku_name().unwrap_or_default().to_owned(),
        region: region.to_owned(),
        term: purchase.term().to_string(),
        plan: purchase.billing_plan().as_str().to_owned(),
        quantity: purchase.quantity().to_string(),
        price: Some(spelled(purchase.unit_price().to_decimal().to_string(), sign)),
    }
}

fn plan_text(plan: &SavingsPlan, sign: char) -> PlanText {
    let hourly = spelled(plan.hourly_commitment().to_decimal().to_string(), sign);
    PlanText { term: plan.term().to_string(), hourly }
}

/// The most money first; what has no amount in USD comes last.
pub fn arrange(rights: &mut [Right]) {
    rights.sort_by_cached_key(|right| {
        let usd = right.stake.usd().map(|usd| usd.to_decimal());
        (Reverse(usd), right.customer.display_name.clone(), right.name.clone())
    });
}
