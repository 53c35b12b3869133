//! Which way money goes, in words instead of a sign.

use crate::money::Money;

/// Which way money goes between the partner and Microsoft, and how much; the amount is never negative.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flow {
    /// The partner pays.
    Pay(Money),
    /// The partner gets.
    Get(Money),
    /// Nothing moves.
    Nothing(Money),
}

impl Flow {
    /// The way of an amount that is above zero when the partner pays.
    #[must_use]
    pub const fn of(net: Money) -> Self {
        let (minor, currency) = (net.minor(), net.currency());
        match minor {
            0 => Self::Nothing(net),
            1.. => Self::Pay(net),
            _ => Self::Get(Money::from_minor(-minor, currency)),
        }
    }

    /// How much.
    #[must_use]
    pub const fn amount(self) -> Money {
        match self {
            Self::Pay(amount) | Self::Get(amount) | Self::Nothing(amount) => amount,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::currency::Currency;

    #[test]
    fn amounts_have_a_way_and_no_sign() {
        let money = |minor| Money::from_minor(minor, Currency::USD);
        assert_eq!(Flow::of(money(196_665)), Flow::Pay(money(196_665)));
        assert_eq!(Flow::of(money(-196_665)), Flow::Get(money(196_665)));
        assert_eq!(Flow::of(money(0)), Flow::Nothing(money(0)));
        for minor in [-1, 0, 1] {
            assert!(Flow::of(money(minor)).amount().minor() >= 0);
        }
    }
}
