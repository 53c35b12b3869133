//! The service's own quote beside ours: a task is carried out only when they agree to the cent.

use super::{exchange, refund};
use azure::{Exchange, Price, Refund};
use calculator::{Decision, Money};
use rust_decimal::Decimal;

/// What both quotes state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// What is paid out of a refund, in the currency of the invoice.
    Payable,
    /// Future payments of the returned units that are no longer charged.
    CancelledInstalments,
    /// The refund in USD.
    RefundUsd,
    /// What past cancellations use of the limit, in USD.
    UsedUsd,
    /// The limit, in USD.
    LimitUsd,
    /// What an exchange comes to over the whole term.
    NetPayable,
    /// What everything that is returned is worth.
    RefundsTotal,
    /// What everything that is bought costs.
    PurchasesTotal,
    /// What is credited for one of the reservations that are returned.
    Credit,
}

/// A figure with both values; a value that one side does not state is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// What it is.
    pub figure: Figure,
    /// The place of the returned line that it is about; `None` for what is about all of them.
    pub line: Option<usize>,
    /// What this page calculated: amount and currency.
    pub ours: Option<(Decimal, String)>,
    /// What the service calculated.
    pub theirs: Option<(Decimal, String)>,
}

impl Pair {
    fn of(figure: Figure, ours: Option<Money>, theirs: Option<&Price>) -> Self {
        let of_price = |price: &Price| Some((price.amount?, price.currency_code.clone()?));
        Self {
            figure,
            line: None,
            ours: ours.map(|money| (money.to_decimal(), money.currency().code().to_owned())),
            theirs: theirs.and_then(of_price),
        }
    }

    /// Whether both sides say the same. What comes back and what is paid both have to state.
    #[must_use]
    pub fn agrees(&self) -> bool {
        match (&self.ours, &self.theirs) {
            (Some((ours, code)), Some((theirs, other))) => {
                ours == theirs && code.eq_ignore_ascii_case(other)
            }
            // Nothing to cancel is often left out.
            (Some((ours, _)), None) => {
                self.figure == Figure::CancelledInstalments && ours.is_zero()
            }
            (None, theirs) => match self.figure {
                // Without a rate this page has nothing to say about the limit.
                Figure::RefundUsd | Figure::UsedUsd | Figure::LimitUsd => true,
                Figure::CancelledInstalments => theirs.is_none(),
                Figure::Payable
                | Figure::NetPayable
                | Figure::RefundsTotal
                | Figure::PurchasesTotal
                | Figure::Credit => false,
            },
        }
    }
}

/// Every figure of both quotes, in the order in which people read them, and whether all of them agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The figures.
    pub pairs: Vec<Pair>,
    /// Whether all of them are the same, and so are the units that the quotes are for.
    pub agree: bool,
}

impl Compared {
    /// Two quotes for a refund.
    #[must_use]
    pub fn refund(ours: &refund::Quoted, theirs: &Refund) -> Self {
        let assessment = &ours.quote.assessment;
        let properties = theirs.properties();
        let policy = properties.policy_result.as_ref().map(|result| result.properties());
        let billing = properties.billing_information.as_ref();
        let limit = assessment.limit;
        // What a capped return comes to in USD the service words in its own way; the limit tells it too.
        let is_whole = assessment.decision == Decision::Allowed;
        let refund_usd = limit.and_then(|limit| limit.of_return).map(|usd| usd.refund);
        let pairs = vec![
            Pair::of(
                Figure::Payable,
                Some(assessment.payable),
                properties.billing_refund_amount.as_ref(),
            ),
            Pair::of(
                Figure::CancelledInstalments,
                assessment.amounts.map(|amounts| amounts.cancelled_instalments),
                billing.and_then(|billing| billing.remaining_commitment.as_ref()),
            ),
            Pair::of(
                Figure::RefundUsd,
                refund_usd.filter(|_| is_whole),
                properties.pricing_refund_amount.as_ref(),
            ),
            Pair::of(
                Figure::UsedUsd,
                limit.map(|limit| limit.used_before),
                policy.and_then(|policy| policy.consumed_refunds_total.as_ref()),
            ),
            Pair::of(
                Figure::LimitUsd,
                limit.map(|limit| limit.limit),
                policy.and_then(|policy| policy.max_refund_limit.as_ref()),
            ),
        ];
        let units = properties.quantity.map(u64::from);
        Self::all(pairs, units.is_none_or(|units| units == ours.case.units))
    }

    /// Two quotes for an exchange: the totals, then each returned line.
    #[must_use]
    pub fn exchange(ours: &exchange::Quoted, theirs: &Exchange) -> Self {
        let assessment = &ours.quote.assessment;
        let totals = assessment.totals;
        let mut pairs = vec![
            Pair::of(
                Figure::NetPayable,
                totals.map(|totals| totals.net_payable),
                theirs.net_payable.as_ref(),
            ),
            Pair::of(
                Figure::RefundsTotal,
                totals.map(|totals| totals.refunds),
                theirs.refunds_total.as_ref(),
            ),
            Pair::of(
                Figure::PurchasesTotal,
                Some(assessment.purchases_total),
                theirs.purchases_total.as_ref(),
            ),
        ];
        let lines = theirs.reservations_to_exchange.as_deref().unwrap_or_default();
        for (place, (of, line)) in ours.case.of.iter().zip(&assessment.returns).enumerate() {
            let is_it = |id: &azure::ReservationId| {
                id.order_name().eq_ignore_ascii_case(&of.order)
                    && id.name().eq_ignore_ascii_case(&of.reservation)
            };
            let theirs =
                lines.iter().find(|theirs| theirs.reservation_id.as_ref().is_some_and(is_it));
            let billing = theirs.and_then(|theirs| theirs.billing_information.as_ref());
            let credit = Pair::of(
                Figure::Credit,
                line.map(|line| line.credit),
                theirs.and_then(|theirs| theirs.billing_refund_amount.as_ref()),
            );
            let cancelled = Pair::of(
                Figure::CancelledInstalments,
                line.map(|line| line.cancelled_instalments),
                billing.and_then(|billing| billing.remaining_commitment.as_ref()),
            );
            pairs.extend([credit, cancelled].map(|pair| Pair { line: Some(place), ..pair }));
        }
        let returns = ours.case.exchange.returns();
        let units: u64 =
            lines.iter().map(|line| u64::from(line.quantity.unwrap_or_default())).sum();
        let is_same = lines.len() == returns.len()
            && units == returns.iter().map(|line| line.units).sum::<u64>();
        Self::all(pairs, is_same)
    }

    fn all(pairs: Vec<Pair>, has_same_units: bool) -> Self {
        let agree = has_same_units && pairs.iter().all(Pair::agrees);
        Self { pairs, agree }
    }
}
