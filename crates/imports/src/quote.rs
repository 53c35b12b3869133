//! From a reservation of a portfolio to a request that can be quoted, or to what it lacks.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use calculator::json::{LedgerEntryJson, RefundRequest, ReservationJson};
use calculator::{Phase, ProvisioningState, Term};
use chrono::{Days, NaiveDate};
use portfolio::returns::{SameReturn, ToldReturn, same_returns};
use rust_decimal::{Decimal, RoundingStrategy};

use crate::fact::{CustomerFact, EventKind, ReservationFact, Succession, TransactionFact};
use crate::id::Id;
use crate::join::Portfolio;
use crate::reservation::{Place, Reservation};
use crate::state::state_of;

/// The fields without which there is no quote, or nobody to tell it to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lacking {
    /// Their names, as in [`Reservation::fields`], in that order.
    pub fields: Vec<&'static str>,
    /// Whether a quote is possible all the same.
    pub can_be_quoted: bool,
}

/// USD for one unit of a currency.
pub type UsdRates = HashMap<String, Decimal>;

/// What a list lacks without which a quote is possible all the same.
const BESIDE_THE_QUOTE: [&str; 4] = ["id", "orderId", "customer", "state"];
/// What has to be known.
const NEEDED: [&str; 11] = [
    "id",
    "orderId",
    "customer",
    "quantity",
    "term",
    "purchaseDate",
    "state",
    "unitPrice",
    "currencyCode",
    "billingPlan",
    "reservedResourceType",
];

impl ReservationFact {
    /// Whether the state says that it has ended.
    pub(crate) fn has_ended_state(&self) -> bool {
        let state = self.state.as_deref().map(state_of);
        state.is_some_and(|state| state.phase().is_final())
    }

    /// The first UTC day without it: its own, else as its term tells.
    pub fn expires_on(&self) -> Option<NaiveDate> {
        let by_term = || {
            let term = Term::parse(self.term.as_deref()?).ok()?;
            self.purchase_date?.checked_add_months(chrono::Months::new(term.months()))
        };
        self.expiry_date.or_else(by_term)
    }
}

impl Reservation {
    /// Whether it runs on this day and holds its units itself.
    pub fn is_active(&self, on: NaiveDate) -> bool {
        let known = &self.known;
        if known.succession.is_some() || known.has_ended_state() {
            return false;
        }
        let has_begun = known.purchase_date.is_none_or(|day| day <= on);
        let is_known_to_run = match known.expires_on() {
            Some(day) => on < day,
            // Without any date the state is all there is.
            None => {
                known.state.as_deref().is_some_and(|state| state_of(state).phase().gives_benefit())
            }
        };
        has_begun && is_known_to_run
    }

    /// What is not known of it.
    pub fn lacking(&self) -> Lacking {
        let fields = self.fields();
        let is_absent =
            |name: &&str| fields.iter().any(|(field, value)| field == name && value.is_none());
        let fields: Vec<&str> = NEEDED.into_iter().filter(is_absent).collect();
        let can_be_quoted = fields.iter().all(|field| BESIDE_THE_QUOTE.contains(field));
        Lacking { fields, can_be_quoted }
    }

    /// Whether it was used, for a quote on this day. Where no file tells it was, which never makes
    /// a quote too high; the second value says whether that makes a difference on the day. On the
    /// day of the purchase a use of nothing only says that nothing was measured yet.
    pub fn used(&self, on: NaiveDate) -> (bool, bool) {
        let elapsed = self.known.purchase_date.map(|day| (on - day).num_days());
        let told = self.known.used.filter(|used| *used || elapsed.is_none_or(|days| days > 0));
        let matters = elapsed.is_some_and(|days| (0..=calculator::FIRST_DAYS).contains(&days));
        (told.unwrap_or(true), told.is_none() && matters)
    }

    /// The request to return all of its units.
    ///
    /// # Errors
    /// What is missing.
    pub fn request(&self, on: NaiveDate, policy: &str) -> Result<RefundRequest, Lacking> {
        let lacking = self.lacking();
        if !lacking.can_be_quoted {
            return Err(lacking);
        }
        let known = &self.known;
        let state = match known.succession {
            Some(Succession::Split) => ProvisioningState::Split,
            Some(Succession::Merged) => ProvisioningState::Merged,
            Some(Succession::Exchanged) => ProvisioningState::Cancelled,
            // Without a state, or with a word that nobody knows, the dates tell, as they do of whether it runs.
            None => {
                let state = known.state.as_deref().map(state_of);
                let state = state.filter(|state| state.phase() != Phase::Unknown);
                state.unwrap_or(ProvisioningState::Succeeded)
            }
        };
        let text = |value: Option<Decimal>| value.map(|value| value.normalize().to_string());
        let reservation = ReservationJson {
            quantity: known.quantity,
            term: known.term.clone(),
            billing_plan: known.billing_plan.clone(),
            currency_code: known.currency.clone(),
            unit_price: text(known.unit_price),
            purchase_date: known.purchase_date.map(|day| day.to_string()),
            expiry_date: known.expiry_date.map(|day| day.to_string()),
            reserved_resource_type: known.resource_type.as_ref().map(ToString::to_string),
            provisioning_state: Some(state.to_string()),
            used: Some(self.used(on).0),
            instalment: text(known.instalment),
            sku_name: known.sku.clone(),
            ..ReservationJson::default()
        };
        Ok(RefundRequest {
            kind: Some("refund".to_owned()),
            policy: Some(policy.to_owned()),
            on: Some(on.to_string()),
            reservation: Some(reservation),
            return_quantity: known.quantity.map(u64::from),
            ..RefundRequest::default()
        })
    }
}

/// How customers are told apart: by tenant, else by name.
fn key(customer: &CustomerFact) -> Option<String> {
    let id = customer.id.as_ref().map(ToString::to_string);
    id.or_else(|| customer.name.as_ref().map(|name| name.to_lowercase()))
}

/// The returns that count against the refund cap, of each customer.
#[derive(Clone, Debug, Default)]
pub struct Ledgers {
    entries: HashMap<Option<String>, Vec<LedgerEntryJson>>,
    /// Returns that could not be counted: no customer, no date, no amount or no rate to USD.
    pub uncounted: usize,
    /// Returns of which another document tells as well, or another row in other words.
    pub told_twice: Vec<ToldTwice>,
}

/// A return that two rows tell of, in two documents or as a Cancel and a Refund.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ToldTwice {
    /// Where the second one stands.
    pub place: Place,
    /// Where the first one stands, which counts.
    pub first: Place,
    /// Whether it may be another return, so that both count.
    pub may_be_another: bool,
}

impl Ledgers {
    /// The entries of the customer of a reservation.
    pub fn of(&self, reservation: &Reservation) -> Vec<LedgerEntryJson> {
        let customer = reservation.known.customer.as_ref().and_then(key);
        self.entries.get(&customer).cloned().unwrap_or_default()
    }
}

impl Portfolio {
    /// The ledger of each customer, from the transactions of the year before `on`. Where no file
    /// names any customer, all transactions are of one.
    pub fn ledgers(&self, on: NaiveDate, rates: &UsdRates) -> Ledgers {
        let mut customers: HashMap<&crate::Id, Option<String>> = HashMap::new();
        for Reservation { known, .. } in &self.reservations {
            if let Some(order) = &known.order {
                customers.insert(order, known.customer.as_ref().and_then(key));
            }
        }
        let is_one_tenant = customers.values().all(Option::is_none)
            && self.transactions.iter().all(|(_, fact)| fact.customer.is_none());
        let is_return = |(_, fact): &&(Place, TransactionFact)| {
            let is_known = fact.is_surely_reservation
                || fact.order.as_ref().is_some_and(|order| customers.contains_key(order));
            is_known && matches!(fact.event, EventKind::Cancel | EventKind::Refund)
        };
        let returns: Vec<_> = self.transactions.iter().filter(is_return).collect();
        let mut ledgers = Ledgers { told_twice: self.told_twice(&returns), ..Ledgers::default() };
        let told = ledgers.told_twice.iter().filter(|it| !it.may_be_another);
        let counted_elsewhere: BTreeSet<Place> = told.map(|it| it.place).collect();
        for (_, fact) in returns.into_iter().filter(|(at, _)| !counted_elsewhere.contains(at)) {
            let is_old =
                fact.date.is_some_and(|day| day > on || day + Days::new(LEDGER_DAYS) <= on);
            if is_old {
                continue;
            }
            let own = fact.customer.as_ref().and_then(key);
            let of_order =
                || fact.order.as_ref().and_then(|order| customers.get(order).cloned().flatten());
            let customer = own.or_else(of_order);
            let rate = match fact.currency.as_deref() {
                Some("USD") => Some(Decimal::ONE),
                Some(currency) => rates.get(currency).copied(),
                None => None,
            };
            let usd = fact.amount.zip(rate).and_then(|(amount, rate)| amount.checked_mul(rate));
            let (Some(usd), Some(date), true) =
                (usd, fact.date, customer.is_some() || is_one_tenant)
            else {
                ledgers.uncounted += 1;
                continue;
            };
            let usd = usd.round_dp_with_strategy(2, RoundingStrategy::MidpointNearestEven);
            let entry =
                LedgerEntryJson { date: Some(date.to_string()), usd: Some(usd.to_string()) };
            ledgers.entries.entry(customer).or_default().push(entry);
        }
        ledgers
    }

    /// Which of the returns two rows tell of, as the import finds them among its bookings.
    fn told_twice(&self, returns: &[&(Place, TransactionFact)]) -> Vec<ToldTwice> {
        let listed = self.reservations.iter();
        let orders: HashMap<&Id, &Id> = listed
            .filter_map(|it| Some((it.known.id.as_ref()?, it.known.order.as_ref()?)))
            .collect();
        let mut groups: BTreeMap<_, Vec<(Place, ToldReturn<'_>)>> = BTreeMap::new();
        for (place, fact) in returns {
            let of_reservation = || orders.get(fact.reservation.as_ref()?).copied();
            let (Some(order), Some(amount), Some(day)) =
                (fact.order.as_ref().or_else(of_reservation), fact.amount, fact.date)
            else {
                continue;
            };
            let told = ToldReturn {
                document: Some(fact.document),
                event: fact.event.of_return(),
                reservation: fact.reservation.as_ref().map(Id::as_str),
                names_order: fact.order.is_some(),
                day,
                quantity: fact.quantity,
                is_settled: false,
            };
            let what = (order, amount.normalize(), fact.currency.as_deref());
            groups.entry(what).or_default().push((*place, told));
        }
        let mut found = Vec::new();
        for group in groups.into_values().filter(|group| group.len() > 1) {
            let told: Vec<ToldReturn<'_>> = group.iter().map(|(_, told)| *told).collect();
            for ((place, _), same) in group.iter().zip(same_returns(&told)) {
                let (first, may_be_another) = match same {
                    Some(SameReturn::Surely(first)) => (first, false),
                    Some(SameReturn::Maybe(first)) => (first, true),
                    None => continue,
                };
                found.push(ToldTwice { place: *place, first: group[first].0, may_be_another });
            }
        }
        found.sort_by_key(|it| (it.place.file, it.place.line));
        found
    }
}

/// How long a return counts against the cap.
const LEDGER_DAYS: u64 = calculator::LIMIT_DAYS;
