//! The floor of an exchange: how much is missing, and the smallest quantity that meets it.

use crate::exchange::{Exchange, Purchase, assess_exchange};
use crate::holding::QUANTITY_MAX;
use crate::money::Money;

/// How an exchange stands against the floor, the returned value of what is given back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Floor {
    /// What the new lifetime commitment lacks; zero when the floor is met.
    pub missing: Money,
    /// For each purchase the smallest quantity that meets the floor while the other lines stay as
    /// they are; `None` where no accepted quantity does.
    pub smallest_quantities: Vec<Option<u32>>,
}

/// The floor of an exchange; `None` where a return cannot be computed.
pub fn floor(exchange: &Exchange) -> Option<Floor> {
    let assessment = assess_exchange(exchange);
    let net = assessment.totals?.net_payable.minor();
    let lines = exchange.purchases().iter().zip(&assessment.purchases);
    Some(Floor {
        missing: Money::from_minor((-net).max(0), exchange.currency()),
        smallest_quantities: lines
            .map(|(purchase, price)| smallest_quantity(purchase, price.minor() - net))
            .collect(),
    })
}

/// The smallest quantity whose lifetime price is at least `needed` minor units.
///
/// Found by halving, because the price never falls as units are added.
pub(super) fn smallest_quantity(purchase: &Purchase, needed: i128) -> Option<u32> {
    let meets = |quantity| purchase.lifetime_price_of(quantity).minor() >= needed;
    if !meets(QUANTITY_MAX) {
        return None;
    }
    let (mut low, mut high) = (1, QUANTITY_MAX);
    while low < high {
        let middle = low.midpoint(high);
        if meets(middle) { high = middle } else { low = middle + 1 }
    }
    Some(low)
}
