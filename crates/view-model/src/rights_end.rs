//! What to do with a reservation while it can still be exchanged freely: the best of keeping, refund, exchange and
//! trade-in. Which reservations these are is told by [`portfolio::columns::Portfolio::ending_rights`].

use crate::ReservationRef;
use crate::commands::{Commands, Shell, UnitsToReturn, of_exchange, of_returns};
use crate::quote::exchange::link;
use crate::quote::exchange::request::asked;
use crate::quote::exchange::{FormText, LineText, PlanText, PurchaseText};
use azure::{CalculateExchangeRequest, Order, Reservation};
use calculator::comparison::{Choice, Comparison, ComparisonInput, UsedUnits, candidates, compare};
use calculator::exchange::{Purchase, Return, SavingsPlan};
use calculator::{Holding, Ledger, Policy, Share, UsdRate};
use chrono::NaiveDate;

/// The first UTC day on which the right is another one, by the newest policy; `None` where it stays.
#[must_use]
pub fn day() -> Option<NaiveDate> {
    Policy::newest().exchange.right_ends.map(|ends| ends.from)
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
    /// What the best choice asks Microsoft for; `None` where nothing is returned.
    planned: Option<Planned>,
}

#[derive(Clone, Debug)]
enum Planned {
    Return(UnitsToReturn),
    /// In the tenant with this GUID.
    Exchange(String, Box<CalculateExchangeRequest>),
}

impl Weighed {
    /// Whether there are [`Weighed::commands`].
    #[must_use]
    pub const fn returns_something(&self) -> bool {
        self.planned.is_some()
    }

    /// The best choice as commands, with what Microsoft is told of a return; `None` where nothing is returned or
    /// nobody can say what is best.
    #[must_use]
    pub fn commands(&self, reason: &str, shell: Shell) -> Option<Commands> {
        Some(match self.planned.as_ref()? {
            Planned::Return(units) => of_returns(std::slice::from_ref(units), reason, shell),
            Planned::Exchange(tenant, asked) => of_exchange(tenant, asked, shell),
        })
    }
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

/// What can be done with a reservation, by its record and its order; `None` where its price is not known.
#[must_use]
pub fn of_record(
    of: &ReservationRef,
    record: &Reservation,
    order: &Order,
    terms: Terms<'_>,
) -> Option<Weighed> {
    let holding = azure::holding(record, order, azure::was_used(record), None).ok()?;
    let used = record.properties().percent_over(30, terms.today);
    let used = used.and_then(|used| Share::from_percent("percent", used).ok());
    weigh(of, &holding, record, used, terms)
}

fn weigh(
    of: &ReservationRef,
    holding: &Holding,
    record: &Reservation,
    used: Option<Share>,
    terms: Terms<'_>,
) -> Option<Weighed> {
    let Terms { ledger, rate, policy, today, sign } = terms;
    let returned = Return { holding: holding.clone(), units: holding.quantity().into() };
    let (purchase, plan) = candidates(&returned, today, policy);
    let (returns, purchases, plans) =
        ([returned], Vec::from_iter(purchase.clone()), Vec::from_iter(plan.clone()));
    let used = Vec::from_iter(used.map(|used| UsedUnits::of(holding.quantity().into(), used)));
    let input = ComparisonInput {
        returns: &returns,
        used: &used,
        unneeded: &[],
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
    let region = record.location.clone().unwrap_or_default();
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
    let planned = comparison.advice.choice.and_then(|choice| planned(choice, of, &input, record));
    Some(Weighed {
        planned,
        comparison,
        compare: address(&purchases, &plans),
        exchange: address(&purchases, &[]),
        trade_in: (!plans.is_empty()).then(|| address(&[], &plans)),
    })
}

/// What a choice asks Microsoft for, of what was compared.
fn planned(
    choice: Choice,
    of: &ReservationRef,
    input: &ComparisonInput<'_>,
    record: &Reservation,
) -> Option<Planned> {
    let units = input.returns.first()?.units;
    let region = record.location.as_deref().unwrap_or_default();
    let exchange = |purchases: &[Purchase], plans: &[SavingsPlan]| {
        let purchases: Vec<_> = purchases.iter().map(|bought| (bought, region)).collect();
        let asked = asked(record.properties(), &[(of, units)], &purchases, plans);
        Planned::Exchange(of.customer.clone(), Box::new(asked))
    };
    match choice {
        // All units are weighed here, whatever of them is needed.
        Choice::Keep | Choice::RefundUnneeded => None,
        Choice::Refund => {
            let units = u32::try_from(units).ok()?;
            Some(Planned::Return(UnitsToReturn { of: of.clone(), units }))
        }
        Choice::Exchange => Some(exchange(input.purchases, &[])),
        Choice::TradeIn => Some(exchange(&[], input.savings_plans)),
    }
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
