//! The start page: an example that is quoted like any other reservation, what two refund policies differ in, and
//! the records that the tour shows.

use crate::address::ReservationRef;
use crate::customers::CustomerSummary;
use crate::quote::quick::{FormText, LineText};
use crate::quote::refund::Quoted;
use azure::Reservation;
use calculator::{BillingPlan, Currency, ExchangeRules, Money, Phase, Policy, ResourceType, Rule};
use chrono::{Days, Months, NaiveDate};

/// Names of what the page keeps in the query of its address.
pub mod parameter {
    /// The step of the tour that is open, counted from one.
    pub const TOUR: &str = "tour";
}

/// A reservation that is paid monthly, so that all three amounts of its return say something: thirteen instalments
/// and ten days after its purchase, returned `today`.
#[must_use]
pub fn example(today: NaiveDate) -> FormText {
    // No clock is near the end of the calendar; there the example is as old as it can be.
    let purchased = (today.checked_sub_days(Days::new(10)))
        .and_then(|day| day.checked_sub_months(Months::new(13)))
        .unwrap_or(today);
    let line = LineText {
        product: ResourceType::VirtualMachines.as_str().to_owned(),
        purchased: purchased.to_string(),
        term: "P3Y".to_owned(),
        plan: BillingPlan::Monthly.as_str().to_owned(),
        units: "10".to_owned(),
        // Whole, so that it is written alike in every language.
        price: "3600".to_owned(),
        currency: Currency::USD.code().to_owned(),
        is_used: true,
    };
    FormText { day: today.to_string(), lines: vec![line] }
}

/// What the return of the example comes to, and the rule behind each amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What comes back, before the refund cap.
    pub back: Money,
    /// What is no longer owed.
    pub no_longer_owed: Money,
    /// The early termination fee.
    pub fee: Money,
    /// The rule by which there is a fee, or none.
    pub fee_rule: Rule,
}

impl Outcome {
    /// That of a quote; `None` where it has no amounts.
    #[must_use]
    pub fn of(quoted: &Quoted) -> Option<Self> {
        let assessment = quoted.quote.assessment;
        let amounts = assessment.amounts?;
        let rules = quoted.quote.steps.iter().map(|step| step.rule);
        Some(Self {
            back: assessment.payable,
            no_longer_owed: amounts.cancelled_instalments,
            fee: amounts.fee,
            fee_rule: rules.into_iter().find(|rule| is_about_fee(*rule))?,
        })
    }
}

const fn is_about_fee(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::FeeNotCharged | Rule::FeeWaived | Rule::Fee | Rule::FeeAssumed | Rule::FeeGiven
    )
}

/// Something that refund policies say differently: a field of theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The early termination fee.
    Fee,
    /// What comes back in the first days.
    FirstDays,
    /// How much the refund cap is.
    Cap,
    /// What counts against it.
    Counts,
    /// What becomes of a return that does not fit.
    OverCap,
    /// Which price is the base.
    LowestPrice,
    /// What cannot be returned.
    NotReturnable,
    /// Until when reservations can be exchanged.
    ExchangeRight,
    /// What an exchange cannot lead to.
    NotSold,
    /// What reservations can be traded in for.
    TradeIn,
}

/// What two policies differ in, in the order in which a return meets it.
#[must_use]
pub fn differences(one: &Policy, other: &Policy) -> Vec<Difference> {
    // Every field is named: one that is added is a difference to be told, or nothing that matters to a choice.
    let Policy {
        id: _,
        sources: _,
        fee,
        first_days,
        limit,
        lowest_price,
        not_returnable,
        exchange,
    } = one;
    let ExchangeRules { right_ends, not_sold, trade_ins } = *exchange;
    let differ = [
        (Difference::Fee, *fee != other.fee),
        (Difference::FirstDays, *first_days != other.first_days),
        (Difference::Cap, limit.amount() != other.limit.amount()),
        (Difference::OverCap, limit.over != other.limit.over),
        (Difference::Counts, limit.counts != other.limit.counts),
        (Difference::LowestPrice, *lowest_price != other.lowest_price),
        (Difference::NotReturnable, *not_returnable != other.not_returnable),
        (Difference::ExchangeRight, right_ends != other.exchange.right_ends),
        (Difference::NotSold, not_sold != other.exchange.not_sold),
        (Difference::TradeIn, trade_ins != other.exchange.trade_ins),
    ];
    differ.into_iter().filter_map(|(what, differs)| differs.then_some(what)).collect()
}

/// A page that the tour tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TourStep {
    /// The customer list.
    Customers,
    /// The record of a reservation.
    Record,
    /// The quote of a refund.
    Refund,
    /// The refund cap of a customer.
    Cap,
    /// All reservations of all customers.
    Portfolio,
    /// The search, which every page has.
    Search,
}

impl TourStep {
    /// All of them, in the order of the tour.
    pub const ALL: [Self; 6] =
        [Self::Customers, Self::Record, Self::Refund, Self::Cap, Self::Portfolio, Self::Search];

    /// The step with this number, counted from one.
    #[must_use]
    pub fn numbered(number: &str) -> Option<Self> {
        let number: usize = number.parse().ok()?;
        Self::ALL.get(number.checked_sub(1)?).copied()
    }

    /// Its number, counted from one.
    #[must_use]
    pub const fn number(self) -> usize {
        self as usize + 1
    }

    /// The one before it.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        Self::ALL.get((self as usize).checked_sub(1)?).copied()
    }

    /// The one after it.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self as usize + 1).copied()
    }
}

/// The customer whose pages the tour shows: the first one in the programme that has reservations.
#[must_use]
pub fn shown_customer(customers: &[CustomerSummary]) -> Option<&CustomerSummary> {
    let has_any = |customer: &&CustomerSummary| customer.reservation_count > 0;
    let candidates = || customers.iter().filter(has_any);
    candidates().find(|customer| customer.outside_csp().is_none()).or_else(|| candidates().next())
}

/// The reservation that the tour shows: the first one that runs, and else the first one of all.
#[must_use]
pub fn shown_reservation(customer: &str, records: &[Reservation]) -> Option<ReservationRef> {
    let runs = |record: &&Reservation| record.phase().is_some_and(Phase::gives_benefit);
    let with_id = || records.iter().filter(|record| record.id.is_some());
    let record = with_id().find(runs).or_else(|| with_id().next())?;
    Some(ReservationRef::of(customer, record.id.as_ref()?))
}
