//! What the calculator says, in the reader's language.
//!
//! Every `match` here names all variants, so that a new rule, refusal or warning does not compile
//! before it has its words in five languages.

use calculator::exchange::SavingsPlanType;
use calculator::{
    Assessment, BillingPlan, Citation, Decision, Deviation, Disagreement, FeeRate, Flow, Formula,
    Input, Policy, Price, Problem, Refusal, Rule, Value, Warning,
};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use view_model::quote::{Number, rules_behind};

use crate::i18n::catalogue::{exchange, quote, refund, reservation, rules};
use crate::i18n::{self, Text, names, t_count, t_with};

/// The rule in one sentence.
#[must_use]
pub const fn rule(rule: Rule) -> Text {
    use Rule as R;
    match rule {
        R::ElapsedDays => rules::RULE_ELAPSED_DAYS,
        R::LowestPrice => rules::RULE_LOWEST_PRICE,
        R::TermDays => rules::RULE_TERM_DAYS,
        R::PaidUpfront => rules::RULE_PAID_UPFRONT,
        R::ConsumedUpfront => rules::RULE_CONSUMED_UPFRONT,
        R::EqualInstalment => rules::RULE_EQUAL_INSTALMENT,
        R::BilledInstalment => rules::RULE_BILLED_INSTALMENT,
        R::BillingCycle => rules::RULE_BILLING_CYCLE,
        R::PaidMonthly => rules::RULE_PAID_MONTHLY,
        R::ConsumedMonthly => rules::RULE_CONSUMED_MONTHLY,
        R::CancelledInstalments => rules::RULE_CANCELLED_INSTALMENTS,
        R::FirstDaysUnused => rules::RULE_FIRST_DAYS_UNUSED,
        R::FirstDaysObserved => rules::RULE_FIRST_DAYS_OBSERVED,
        R::Credit => rules::RULE_CREDIT,
        R::FeeNotCharged => rules::RULE_FEE_NOT_CHARGED,
        R::FeeWaived => rules::RULE_FEE_WAIVED,
        R::Fee => rules::RULE_FEE,
        R::FeeAssumed => rules::RULE_FEE_ASSUMED,
        R::FeeGiven => rules::RULE_FEE_GIVEN,
        R::Refund => rules::RULE_REFUND,
        R::CancelledCommitment => rules::RULE_CANCELLED_COMMITMENT,
        R::UsdConversion => rules::RULE_USD_CONVERSION,
        R::LimitUnknown => rules::RULE_LIMIT_UNKNOWN,
        R::LimitUsed => rules::RULE_LIMIT_USED,
        R::LimitCountsRefund => rules::RULE_LIMIT_COUNTS_REFUND,
        R::LimitCountsCommitment => rules::RULE_LIMIT_COUNTS_COMMITMENT,
        R::LimitCountsObserved => rules::RULE_LIMIT_COUNTS_OBSERVED,
        R::LimitFits => rules::RULE_LIMIT_FITS,
        R::LimitCapped => rules::RULE_LIMIT_CAPPED,
        R::LimitRefused => rules::RULE_LIMIT_REFUSED,
        R::Refused => rules::RULE_REFUSED,
        R::ReturnedValue => rules::RULE_RETURNED_VALUE,
        R::RefundsTotal => rules::RULE_REFUNDS_TOTAL,
        R::PurchasePrice => rules::RULE_PURCHASE_PRICE,
        R::SavingsPlanPrice => rules::RULE_SAVINGS_PLAN_PRICE,
        R::TradeInCompute => rules::RULE_TRADE_IN_COMPUTE,
        R::TradeInDatabase => rules::RULE_TRADE_IN_DATABASE,
        R::PurchasesTotal => rules::RULE_PURCHASES_TOTAL,
        R::NetPayable => rules::RULE_NET_PAYABLE,
        R::CashToday => rules::RULE_CASH_TODAY,
        R::CashBackToday => rules::RULE_CASH_BACK_TODAY,
        R::NewTerm => rules::RULE_NEW_TERM,
        R::PremiumStorageTwin => rules::RULE_PREMIUM_STORAGE_TWIN,
    }
}

/// Rules in words, a line each, in the language of this moment.
#[must_use]
pub fn in_lines(rules: impl IntoIterator<Item = Rule>) -> String {
    let lines: Vec<_> = rules.into_iter().map(|it| rule(it).get()).collect();
    lines.join("\n")
}

/// How a number comes about under a policy, in the language of this moment.
#[must_use]
pub fn behind(number: Number, policy: &Policy) -> String {
    in_lines(rules_behind(number, policy))
}

/// The name of a value that goes into a step.
#[must_use]
pub const fn input(input: Input) -> Text {
    use Input as I;
    match input {
        I::Units => rules::INPUT_UNITS,
        I::UnitPrice => rules::INPUT_UNIT_PRICE,
        I::CurrentUnitPrice => rules::INPUT_CURRENT_UNIT_PRICE,
        I::BasePrice => rules::INPUT_BASE_PRICE,
        I::Instalment => rules::INPUT_INSTALMENT,
        I::Instalments => rules::INPUT_INSTALMENTS,
        I::InstalmentsDue => rules::INPUT_INSTALMENTS_DUE,
        I::InstalmentsUnpaid => rules::INPUT_INSTALMENTS_UNPAID,
        I::PurchaseDate => rules::INPUT_PURCHASE_DATE,
        I::ExpiryDate => rules::INPUT_EXPIRY_DATE,
        I::Day => rules::INPUT_DAY,
        I::ElapsedDays => rules::INPUT_ELAPSED_DAYS,
        I::DaysInTerm => rules::INPUT_DAYS_IN_TERM,
        I::CycleStart => rules::INPUT_CYCLE_START,
        I::CycleEnd => rules::INPUT_CYCLE_END,
        I::DaysInCycle => rules::INPUT_DAYS_IN_CYCLE,
        I::ElapsedInCycle => rules::INPUT_ELAPSED_IN_CYCLE,
        I::Paid => rules::INPUT_PAID,
        I::Consumed => rules::INPUT_CONSUMED,
        I::Credit => rules::INPUT_CREDIT,
        I::FeeRate => rules::INPUT_FEE_RATE,
        I::Fee => rules::INPUT_FEE,
        I::Refund => rules::INPUT_REFUND,
        I::CancelledInstalments => rules::INPUT_CANCELLED_INSTALMENTS,
        I::CancelledCommitment => rules::INPUT_CANCELLED_COMMITMENT,
        I::UsdRate => rules::INPUT_USD_RATE,
        I::RefundUsd => rules::INPUT_REFUND_USD,
        I::CountsUsd => rules::INPUT_COUNTS_USD,
        I::LimitUsd => rules::INPUT_LIMIT_USD,
        I::UsedUsd => rules::INPUT_USED_USD,
        I::LeftUsd => rules::INPUT_LEFT_USD,
        I::Entries => rules::INPUT_ENTRIES,
        I::Payable => rules::INPUT_PAYABLE,
        I::LostUsd => rules::INPUT_LOST_USD,
        I::Lines => rules::INPUT_LINES,
        I::RefundsTotal => rules::INPUT_REFUNDS_TOTAL,
        I::PurchasesTotal => rules::INPUT_PURCHASES_TOTAL,
        I::NetPayable => rules::INPUT_NET_PAYABLE,
        I::HourlyCommitment => rules::INPUT_HOURLY_COMMITMENT,
        I::Hours => rules::INPUT_HOURS,
        I::Due => rules::INPUT_DUE,
        I::Credited => rules::INPUT_CREDITED,
    }
}

/// How something is paid.
#[must_use]
pub const fn billing_plan(plan: BillingPlan) -> Text {
    match plan {
        BillingPlan::Upfront => reservation::PLAN_UPFRONT,
        BillingPlan::Monthly => reservation::PLAN_MONTHLY,
    }
}

/// Why a return is refused.
#[must_use]
pub const fn refusal(refusal: Refusal) -> Text {
    use Refusal as R;
    match refusal {
        R::InvalidRefundQuantity => rules::REFUSAL_QUANTITY,
        R::OperationCannotBePerformedInCurrentState => rules::REFUSAL_STATE,
        R::SelfServiceRefundNotSupported => rules::REFUSAL_PRODUCT,
        R::ExchangeRightUsed => rules::REFUSAL_EXCHANGE_USED,
        R::ExchangeRightEnded => rules::REFUSAL_EXCHANGE_ENDED,
        R::DissimilarProducts => rules::REFUSAL_FAMILY,
        R::TargetNotSold => rules::REFUSAL_NOT_SOLD,
        R::CommitmentTooLow => rules::REFUSAL_COMMITMENT,
        R::RefundLimitExceeded => rules::REFUSAL_LIMIT,
    }
}

/// What comes of a return, in one short sentence.
#[must_use]
pub const fn decision(decision: Decision) -> Text {
    match decision {
        Decision::Allowed => refund::DECISION_ALLOWED,
        Decision::Capped => refund::DECISION_CAPPED,
        Decision::Refused(_) => refund::DECISION_REFUSED,
    }
}

/// What comes of a return, in one short sentence. Where the cap was not checked nobody knows whether the whole
/// refund is paid out.
#[must_use]
pub const fn outcome(assessment: &Assessment) -> Text {
    match is_unchecked(assessment) {
        true => refund::DECISION_UNKNOWN_LIMIT,
        false => decision(assessment.decision),
    }
}

/// Whether a return is allowed only because there was no rate to check the cap with.
#[must_use]
pub const fn is_unchecked(assessment: &Assessment) -> bool {
    matches!(assessment.decision, Decision::Allowed) && !assessment.is_limit_checked()
}

/// What must be known beside the amounts.
#[must_use]
pub const fn warning(warning: Warning) -> Text {
    use Warning as W;
    match warning {
        W::LimitUnknown => rules::WARNING_LIMIT_UNKNOWN,
        W::FeeRateAssumed => rules::WARNING_FEE_ASSUMED,
        W::FeeRateOverridden => rules::WARNING_FEE_OVERRIDDEN,
        W::FirstDaysObserved => rules::WARNING_FIRST_DAYS_OBSERVED,
        W::FirstDaysEdge => rules::WARNING_FIRST_DAYS_EDGE,
        W::CommitmentEqual => rules::WARNING_COMMITMENT_EQUAL,
        W::ExchangeRightBoundary => rules::WARNING_EXCHANGE_BOUNDARY,
        W::LastExchange => rules::WARNING_LAST_EXCHANGE,
        W::SavingsPlanIsFinal => rules::WARNING_SAVINGS_PLAN,
        W::PremiumStorageTwin => rules::WARNING_TWIN,
        W::StateUnknown => rules::WARNING_STATE_UNKNOWN,
    }
}

/// A question that the sources answer differently, and both answers.
#[must_use]
pub const fn disagreement(disagreement: Disagreement) -> (Text, Text) {
    use Disagreement as D;
    match disagreement {
        D::FeeChargedOrNot => (rules::DISAGREE_FEE, rules::DISAGREE_FEE_READINGS),
        D::FirstDaysPromisedOrObserved => {
            (rules::DISAGREE_FIRST_DAYS, rules::DISAGREE_FIRST_DAYS_READINGS)
        }
        D::LimitCountsRefundOrCommitment => (rules::DISAGREE_LIMIT, rules::DISAGREE_LIMIT_READINGS),
        D::FeeBase => (rules::DISAGREE_FEE_BASE, rules::DISAGREE_FEE_BASE_READINGS),
        D::CommitmentEqualOrGreater => {
            (rules::DISAGREE_COMMITMENT, rules::DISAGREE_COMMITMENT_READINGS)
        }
    }
}

/// What is wrong with an input, in the language in force.
#[must_use]
pub fn problem(problem: &Problem) -> String {
    let text = match problem {
        Problem::Missing => rules::PROBLEM_MISSING,
        Problem::NotADecimal => rules::PROBLEM_NOT_A_DECIMAL,
        Problem::Negative => rules::PROBLEM_NEGATIVE,
        Problem::Zero => rules::PROBLEM_ZERO,
        Problem::TooLarge { max } => {
            let max = max.parse().map_or_else(|_| (*max).to_owned(), i18n::number);
            return t_with(rules::PROBLEM_TOO_LARGE, &[("max", max)]);
        }
        Problem::TooPrecise { digits } => {
            return t_count(rules::PROBLEM_TOO_PRECISE, (*digits).into(), &[]);
        }
        Problem::OutOfRange { min, max } => {
            let ends = [("min", count(*min)), ("max", count(*max))];
            return t_with(rules::PROBLEM_OUT_OF_RANGE, &ends);
        }
        Problem::UnknownCurrency => rules::PROBLEM_CURRENCY,
        Problem::CurrencyMismatch => rules::PROBLEM_CURRENCY_MISMATCH,
        Problem::NotADate => rules::PROBLEM_NOT_A_DATE,
        Problem::DateOutOfRange => rules::PROBLEM_DATE_RANGE,
        Problem::ExpiryNotAfterPurchase => rules::PROBLEM_EXPIRY,
        Problem::UnknownTerm => rules::PROBLEM_TERM,
        Problem::UnknownBillingPlan => rules::PROBLEM_BILLING_PLAN,
        Problem::UnknownSavingsPlanType => rules::PROBLEM_SAVINGS_PLAN_TYPE,
        Problem::NotATermOfPlan(SavingsPlanType::Compute) => rules::PROBLEM_COMPUTE_PLAN_TERM,
        Problem::NotATermOfPlan(SavingsPlanType::Database) => rules::PROBLEM_DATABASE_PLAN_TERM,
        Problem::UnknownPolicy => rules::PROBLEM_POLICY,
        Problem::MoreThanOwned => rules::PROBLEM_MORE_THAN_OWNED,
        Problem::WrongLength { min, max } => {
            let [min, max] = [min, max].map(|end| i18n::integer(*end as u64));
            let ends = [("min", min), ("max", max)];
            return t_with(rules::PROBLEM_LENGTH, &ends);
        }
        Problem::Json(message) => {
            return t_with(rules::PROBLEM_UNREADABLE, &[("message", message.clone())]);
        }
    };
    text.get().to_owned()
}

/// Where a rule comes from, with the date of its edition.
#[must_use]
pub fn source(citation: &Citation) -> String {
    match citation {
        Citation::Policy(source) | Citation::Documentation(source) => {
            let values = [("title", source.title.to_owned()), ("date", i18n::date(source.date))];
            t_with(quote::SOURCE_OF_DATE, &values)
        }
        Citation::Recorded => rules::SOURCE_RECORDED.get().to_owned(),
        Citation::Choice => rules::SOURCE_CHOICE.get().to_owned(),
        Citation::Given => rules::SOURCE_GIVEN.get().to_owned(),
    }
}

/// The formula of a step with its numbers, dates and terms as the reader writes them, without currencies.
#[must_use]
pub fn formula(formula: &Formula) -> String {
    formula.written(|value| match value {
        Value::Money(money) => i18n::number(money.to_decimal()),
        Value::Price(price) => i18n::number(price.to_decimal()),
        Value::Fraction(number) | Value::Rate(number) => i18n::number(*number),
        Value::Refusal(refusal) => refusal.code().to_owned(),
        Value::Date(_) | Value::Count(_) | Value::Term(_) => self::value(value),
    })
}

/// A value of a step.
#[must_use]
pub fn value(value: &Value) -> String {
    match value {
        Value::Money(money) => self::money(*money),
        Value::Price(price) => self::price(*price),
        Value::Date(date) => i18n::date(*date),
        Value::Count(count) => i18n::number((*count).into()),
        Value::Fraction(fraction) => i18n::percent(*fraction),
        Value::Rate(rate) => i18n::number(*rate),
        Value::Term(term) => names::term(&azure::StatedTerm::parse(&term.to_string())).to_owned(),
        Value::Refusal(reason) => refusal(*reason).get().to_owned(),
    }
}

/// An amount with its currency.
#[must_use]
pub fn money(money: calculator::Money) -> String {
    i18n::money(&money.to_string(), money.currency().code())
}

/// The rate that the service knows.
#[must_use]
pub fn known_rate(rate: Decimal) -> String {
    t_with(quote::RATE_OF_SERVICE, &[("rate", i18n::number(rate.normalize()))])
}

/// The question that a value raises which is far from the known one.
#[must_use]
pub fn deviation(deviation: Deviation) -> String {
    let (text, part) = match deviation {
        Deviation::Above(part) => (quote::FAR_ABOVE, part),
        Deviation::Below(part) => (quote::FAR_BELOW, part),
    };
    t_with(text, &[("percent", i18n::percent(part))])
}

/// What the price list has beside a price of one's own, and the question that the price raises.
#[must_use]
pub fn beside_list(price: Price, listed: Price) -> String {
    let listed_at = t_with(quote::LISTED_AT, &[("price", self::price(listed))]);
    match price.far_from(listed) {
        Some(far) => [listed_at, deviation(far)].join(" "),
        None => listed_at,
    }
}

/// What was paid for a unit beside its current price, and the question that the price raises.
#[must_use]
pub fn beside_purchase(price: Price, bought_for: Price) -> Option<String> {
    let far = price.far_from(bought_for).map(deviation)?;
    Some([t_with(quote::BOUGHT_FOR, &[("price", self::price(bought_for))]), far].join(" "))
}

/// The question that a fee rate raises which is far from that of its policy.
#[must_use]
pub fn fee_question(rate: FeeRate, policy: &Policy) -> Option<String> {
    let points = rate.points_from(policy)?;
    let own = i18n::percent(policy.fee.share().normalize());
    Some(t_with(quote::FAR_FEE, &[("rate", own), ("points", i18n::number(points))]))
}

/// A fee rate in percent.
#[must_use]
pub fn fee_rate(rate: FeeRate) -> String {
    i18n::percent(rate.to_decimal().normalize())
}

/// A price with its currency.
#[must_use]
pub fn price(price: Price) -> String {
    i18n::money(&price.to_string(), price.currency().code())
}

/// The heading of what moves on the day `on`, said on `today`.
#[must_use]
pub fn cash_on(on: NaiveDate, today: NaiveDate) -> Text {
    if on == today { exchange::CASH_TODAY } else { exchange::CASH_THAT_DAY }
}

/// What the amount of the day `on` is called, said on `today`: what is paid, or what comes back.
#[must_use]
pub fn flow_on(flow: Flow, on: NaiveDate, today: NaiveDate) -> Text {
    match flow {
        _ if on != today => flow_that_day(flow),
        Flow::Pay(_) | Flow::Nothing(_) => exchange::PAY_TODAY,
        Flow::Get(_) => exchange::GET_TODAY,
    }
}

/// What the amount of the day is called where nobody knows on which day it is read.
#[must_use]
pub const fn flow_that_day(flow: Flow) -> Text {
    match flow {
        Flow::Pay(_) | Flow::Nothing(_) => exchange::PAY_THAT_DAY,
        Flow::Get(_) => exchange::GET_THAT_DAY,
    }
}

/// The amount of the day `on` in a sentence, said on `today`.
#[must_use]
pub fn amount_on(flow: Flow, on: NaiveDate, today: NaiveDate) -> String {
    let text = match (flow, on == today) {
        (Flow::Pay(_) | Flow::Nothing(_), true) => exchange::PAYS_TODAY,
        (Flow::Get(_), true) => exchange::GETS_TODAY,
        (Flow::Pay(_) | Flow::Nothing(_), false) => exchange::PAYS_THAT_DAY,
        (Flow::Get(_), false) => exchange::GETS_THAT_DAY,
    };
    t_with(text, &[("amount", money(flow.amount())), ("day", i18n::date(on))])
}

/// The amount of a day under a heading that says which.
#[must_use]
pub fn paid_or_received(flow: Flow) -> String {
    let amount = money(flow.amount());
    match flow {
        Flow::Nothing(_) => amount,
        Flow::Pay(_) => t_with(exchange::PAYS, &[("amount", amount)]),
        Flow::Get(_) => t_with(exchange::GETS, &[("amount", amount)]),
    }
}

/// What an exchange comes to over the whole term: what is bought beyond what is returned, or what is missing.
#[must_use]
pub const fn net(flow: Flow) -> Text {
    match flow {
        Flow::Pay(_) | Flow::Nothing(_) => rules::INPUT_NET_PAYABLE,
        Flow::Get(_) => exchange::MISSING_COMMITMENT,
    }
}

/// A name with its value.
#[must_use]
pub fn named(name: Text, value: String) -> String {
    t_with(quote::TEXT_LINE, &[("name", name.get().to_owned()), ("value", value)])
}

fn count(count: u32) -> String {
    i18n::integer(count.into())
}
