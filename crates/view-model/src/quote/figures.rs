//! The service's own quote beside ours: a return is carried out only when they agree to the cent.

use azure::{Price, Refund};
use calculator::{Decision, Money};
use rust_decimal::Decimal;

use crate::quote::refund::quoted::Quoted;

/// A figure that both quotes have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// What is paid out, in the currency of the invoice.
    Payable,
    /// Future payments of the returned units that are no longer charged.
    CancelledInstalments,
    /// The refund in USD.
    RefundUsd,
    /// What past cancellations use of the limit, in USD.
    UsedUsd,
    /// The limit, in USD.
    LimitUsd,
}

/// A figure with both values; a value that one side does not state is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// What it is.
    pub figure: Figure,
    /// What this page calculated: amount and currency.
    pub ours: Option<(Decimal, String)>,
    /// What the service calculated.
    pub theirs: Option<(Decimal, String)>,
}

impl Pair {
    /// Whether both sides say the same. Without its own USD figures (no rate) this page has nothing to
    /// say about the limit; what is paid out it always has to state.
    #[must_use]
    pub fn agrees(&self) -> bool {
        match (&self.ours, &self.theirs) {
            (Some((ours, code)), Some((theirs, other))) => {
                ours == theirs && code.eq_ignore_ascii_case(other)
            }
            (None, _) => self.figure != Figure::Payable,
            // Nothing to cancel is often left out.
            (Some((ours, _)), None) => {
                self.figure == Figure::CancelledInstalments && ours.is_zero()
            }
        }
    }
}

/// Every figure of both quotes, in the order in which people read them.
#[must_use]
pub fn pairs(ours: &Quoted, theirs: &Refund) -> Vec<Pair> {
    let assessment = &ours.quote.assessment;
    let properties = theirs.properties();
    let policy = properties.policy_result.as_ref().map(|result| result.properties());
    let billing = properties.billing_information.as_ref();
    let limit = assessment.limit;
    // What a capped return comes to in USD the service words in its own way; the limit tells it too.
    let is_whole = assessment.decision == Decision::Allowed;
    let refund_usd = limit.and_then(|limit| limit.of_return).map(|usd| usd.refund);
    [
        (Figure::Payable, Some(assessment.payable), properties.billing_refund_amount.as_ref()),
        (
            Figure::CancelledInstalments,
            assessment.amounts.map(|amounts| amounts.cancelled_instalments),
            billing.and_then(|billing| billing.remaining_commitment.as_ref()),
        ),
        (
            Figure::RefundUsd,
            refund_usd.filter(|_| is_whole),
            properties.pricing_refund_amount.as_ref(),
        ),
        (
            Figure::UsedUsd,
            limit.map(|limit| limit.used_before),
            policy.and_then(|policy| policy.consumed_refunds_total.as_ref()),
        ),
        (
            Figure::LimitUsd,
            limit.map(|limit| limit.limit),
            policy.and_then(|policy| policy.max_refund_limit.as_ref()),
        ),
    ]
    .into_iter()
    .map(|(figure, ours, theirs)| Pair {
        figure,
        ours: ours.map(of_money),
        theirs: theirs.and_then(of_price),
    })
    .collect()
}

/// Whether the quotes agree, and so do the units they are for.
#[must_use]
pub fn agree(ours: &Quoted, theirs: &Refund) -> bool {
    let units = theirs.properties().quantity.map(u64::from);
    units.is_none_or(|units| units == ours.case.units)
        && pairs(ours, theirs).iter().all(Pair::agrees)
}

fn of_money(money: Money) -> (Decimal, String) {
    (money.to_decimal(), money.currency().code().to_owned())
}

fn of_price(price: &Price) -> Option<(Decimal, String)> {
    Some((price.amount?, price.currency_code.clone()?))
}
