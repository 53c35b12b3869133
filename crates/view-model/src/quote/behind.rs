//! The rules by which a number comes about, wherever it is shown: what stands beside it is what the steps of a quote
//! say of it.

use calculator::{Counts, Fee, OverLimit, Policy, Rule, Step};

/// A number that pages show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// What is paid out for a return.
    ComesBack,
    /// The instalments that a return ends.
    NoLongerOwed,
    /// What is left of the commitment: what a return would end.
    CommitmentLeft,
    /// The early termination fee.
    Fee,
    /// What neither comes back nor counts toward anything new.
    GivenUp,
    /// The yearly cap.
    Cap,
    /// What past returns have used of it.
    CapUsed,
    /// What a return uses of it.
    CapCounts,
    /// What is left of it.
    CapLeft,
    /// When what was used is free again.
    CapFree,
    /// What the units that an exchange returns are worth.
    Returned,
    /// What is bought for them.
    Bought,
    /// What has to be bought more than is returned.
    NetPayable,
    /// What moves on the day itself.
    CashToday,
    /// What is committed after a choice.
    CommitmentAfter,
    /// When the last commitment after a choice ends.
    CommitmentEnd,
}

/// The rules behind a number under a policy, in the order in which they are applied.
#[must_use]
pub fn rules_behind(number: Number, policy: &Policy) -> Vec<Rule> {
    let fee = match policy.fee {
        Fee::NotCharged => Rule::FeeNotCharged,
        Fee::OfCredit { stated: true, .. } => Rule::Fee,
        Fee::OfCredit { stated: false, .. } => Rule::FeeAssumed,
    };
    let counts = match policy.limit.counts {
        Counts::Refund => Rule::LimitCountsRefund,
        Counts::CancelledCommitment => Rule::LimitCountsCommitment,
    };
    let over = match policy.limit.over {
        OverLimit::PayoutCapped => Rule::LimitCapped,
        OverLimit::Refused => Rule::LimitRefused,
    };
    match number {
        Number::ComesBack => vec![Rule::Credit, Rule::Refund, over],
        Number::NoLongerOwed => vec![Rule::CancelledInstalments],
        Number::CommitmentLeft => vec![Rule::CancelledCommitment],
        Number::Fee => vec![fee],
        Number::GivenUp => vec![fee, over],
        Number::Cap => vec![Rule::UsdConversion, over],
        Number::CapUsed => vec![Rule::LimitUsed, counts],
        Number::CapCounts => vec![counts, Rule::UsdConversion],
        Number::CapLeft => vec![Rule::LimitUsed, over],
        Number::CapFree => vec![Rule::LimitUsed],
        Number::Returned => vec![Rule::ReturnedValue, Rule::RefundsTotal],
        Number::Bought => vec![Rule::PurchasePrice, Rule::SavingsPlanPrice, Rule::PurchasesTotal],
        Number::NetPayable => vec![Rule::NetPayable],
        Number::CashToday => vec![Rule::CashToday, Rule::CashBackToday],
        Number::CommitmentAfter => {
            vec![Rule::ReturnedValue, Rule::PurchasePrice, Rule::SavingsPlanPrice]
        }
        Number::CommitmentEnd => vec![Rule::NewTerm],
    }
}

/// Those of them by which a quote says that it was calculated.
#[must_use]
pub fn rules_applied(number: Number, policy: &Policy, steps: &[Step]) -> Vec<Rule> {
    let mut rules = rules_behind(number, policy);
    rules.retain(|rule| steps.iter().any(|step| step.rule == *rule));
    rules
}
