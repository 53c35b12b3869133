//! The service's own quote beside ours: an exchange is carried out only when they agree to the cent.

use crate::i18n::Text;
use crate::i18n::catalogue::rules;
use crate::quote::exchange::quoted::Quoted;
use azure::{Exchange, Price};
use calculator::Money;
use rust_decimal::Decimal;

/// A figure with both values; a value that one side does not state is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// What it is.
    pub name: Text,
    /// The place of the returned line that it is about; `None` for totals.
    pub line: Option<usize>,
    /// What this page calculated: amount and currency.
    pub ours: Option<(Decimal, String)>,
    /// What the service calculated.
    pub theirs: Option<(Decimal, String)>,
    /// Whether the service has to state it.
    is_required: bool,
}

impl Pair {
    /// Whether both sides say the same. What comes back and what is paid the service has to state.
    #[must_use]
    pub fn agrees(&self) -> bool {
        match (&self.ours, &self.theirs) {
            (Some((ours, code)), Some((theirs, other))) => {
                ours == theirs && code.eq_ignore_ascii_case(other)
            }
            // Nothing to cancel is often left out.
            (Some((ours, _)), None) => !self.is_required && ours.is_zero(),
            (None, theirs) => theirs.is_none() && !self.is_required,
        }
    }
}

/// Every figure of both quotes: the totals, then each returned line.
#[must_use]
pub fn pairs(ours: &Quoted, theirs: &Exchange) -> Vec<Pair> {
    let assessment = &ours.quote.assessment;
    let totals = assessment.totals;
    let total = |name, ours: Option<Money>, theirs: Option<&Price>| Pair {
        name,
        line: None,
        ours: ours.map(of_money),
        theirs: theirs.and_then(of_price),
        is_required: true,
    };
    let bought = Some(assessment.purchases_total);
    let mut pairs = vec![
        total(
            rules::INPUT_NET_PAYABLE,
            totals.map(|totals| totals.net_payable),
            theirs.net_payable.as_ref(),
        ),
        total(
            rules::INPUT_REFUNDS_TOTAL,
            totals.map(|totals| totals.refunds),
            theirs.refunds_total.as_ref(),
        ),
        total(rules::INPUT_PURCHASES_TOTAL, bought, theirs.purchases_total.as_ref()),
    ];
    let lines = theirs.reservations_to_exchange.as_deref().unwrap_or_default();
    for (place, (of, line)) in ours.case.of.iter().zip(&assessment.returns).enumerate() {
        let is_it = |id: &azure::ReservationId| {
            id.order_name().eq_ignore_ascii_case(&of.order)
                && id.name().eq_ignore_ascii_case(&of.reservation)
        };
        let theirs = lines.iter().find(|theirs| theirs.reservation_id.as_ref().is_some_and(is_it));
        let billing = theirs.and_then(|theirs| theirs.billing_information.as_ref());
        let pair = |name, ours: Option<Money>, theirs: Option<&Price>, is_required| Pair {
            name,
            line: Some(place),
            ours: ours.map(of_money),
            theirs: theirs.and_then(of_price),
            is_required,
        };
        pairs.push(pair(
            rules::INPUT_CREDIT,
            line.map(|line| line.credit),
            theirs.and_then(|theirs| theirs.billing_refund_amount.as_ref()),
            true,
        ));
        pairs.push(pair(
            rules::INPUT_CANCELLED_INSTALMENTS,
            line.map(|line| line.cancelled_instalments),
            billing.and_then(|billing| billing.remaining_commitment.as_ref()),
            false,
        ));
    }
    pairs
}

/// Whether the quotes agree, and so do the units they are for.
#[must_use]
pub fn agree(ours: &Quoted, theirs: &Exchange) -> bool {
    let lines = theirs.reservations_to_exchange.as_deref().unwrap_or_default();
    let returns = ours.case.exchange.returns();
    let units: u64 = lines.iter().map(|line| u64::from(line.quantity.unwrap_or_default())).sum();
    lines.len() == returns.len()
        && units == returns.iter().map(|line| line.units).sum::<u64>()
        && pairs(ours, theirs).iter().all(Pair::agrees)
}

fn of_money(money: Money) -> (Decimal, String) {
    (money.to_decimal(), money.currency().code().to_owned())
}

fn of_price(price: &Price) -> Option<(Decimal, String)> {
    Some((price.amount?, price.currency_code.clone()?))
}
