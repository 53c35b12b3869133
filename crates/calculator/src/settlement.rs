//! What of a credit the partner passes on: the credit less a handling fee and less a margin.
//!
//! Microsoft credits the partner, and what is settled with the customer is between the two (Partner Center article of
//! 2020-08-06). No source has a rule for it, so this one is a choice: the handling fee is a fixed amount, the margin a
//! share of what Microsoft credits, rounded once, half to even, as every fee here.
//!
//! Invariant: `received + handling_fee + margin = credited`, and none of the four is negative.

use crate::{FeeRate, Money};

/// A credit and its parts, in one currency.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Settlement {
    /// What Microsoft credits to the partner.
    pub credited: Money,
    /// The fixed amount that the partner keeps for the work.
    pub handling_fee: Money,
    /// What the partner keeps of the credit besides.
    pub margin: Money,
    /// What the customer receives.
    pub received: Money,
}

/// Why a credit cannot be divided like this.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unsettled {
    /// The handling fee is negative.
    NegativeFee,
    /// The handling fee is in another currency than the credit.
    FeeCurrency,
    /// The handling fee alone is more than the credit.
    FeeAboveCredit,
    /// The handling fee fits, and with the margin it is more than the credit.
    MarginAboveCredit,
}

impl Settlement {
    /// Divides a credit. `handling_fee` is a fixed amount, `margin` a share of the credit.
    ///
    /// # Errors
    /// [`Unsettled`], when the customer would have to pay, or the amounts do not go together.
    pub fn of(credited: Money, handling_fee: Money, margin: FeeRate) -> Result<Self, Unsettled> {
        if handling_fee.currency() != credited.currency() {
            return Err(Unsettled::FeeCurrency);
        }
        if handling_fee.minor() < 0 {
            return Err(Unsettled::NegativeFee);
        }
        // Neither can overflow: the credit is bounded, and both are held against it one after the other.
        if handling_fee.minor() > credited.minor() {
            return Err(Unsettled::FeeAboveCredit);
        }
        let after_fee = credited.minor() - handling_fee.minor();
        let margin = margin.of(credited.minor());
        if margin > after_fee {
            return Err(Unsettled::MarginAboveCredit);
        }
        let money = |minor| Money::from_minor(minor, credited.currency());
        let received = money(after_fee - margin);
        Ok(Self { credited, handling_fee, margin: money(margin), received })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Currency;

    fn settled(credited: i128, fee: i128, percent: &str) -> Result<(i128, i128), Unsettled> {
        let euros = |minor| Money::from_minor(minor, Currency::parse("EUR").unwrap());
        let margin = FeeRate::from_percent(percent.parse().unwrap()).unwrap();
        let settlement = Settlement::of(euros(credited), euros(fee), margin)?;
        Ok((settlement.margin.minor(), settlement.received.minor()))
    }

    #[test]
    fn fee_and_margin_come_off_the_credit() {
        assert_eq!(settled(63_891, 0, "0"), Ok((0, 63_891)));
        assert_eq!(settled(63_891, 5_000, "5"), Ok((3_195, 55_696)));
        // 0.125 and 0.375 of a cent: the tie goes to the even one.
        assert_eq!(settled(100, 0, "12.5"), Ok((12, 88)));
        assert_eq!(settled(100, 0, "13.5"), Ok((14, 86)));
    }

    #[test]
    fn the_customer_never_pays() {
        assert_eq!(settled(100, 100, "0"), Ok((0, 0)));
        assert_eq!(settled(100, 0, "100"), Ok((100, 0)));
        assert_eq!(settled(100, 101, "0"), Err(Unsettled::FeeAboveCredit));
        assert_eq!(settled(100, 1, "100"), Err(Unsettled::MarginAboveCredit));
        assert_eq!(settled(0, 1, "0"), Err(Unsettled::FeeAboveCredit));
        assert_eq!(settled(100, -1, "0"), Err(Unsettled::NegativeFee));
    }

    #[test]
    fn currencies_are_not_mixed() {
        let credited = Money::from_minor(100, Currency::parse("EUR").unwrap());
        let fee = Money::from_minor(1, Currency::USD);
        let margin = FeeRate::TWELVE_PERCENT;
        assert_eq!(Settlement::of(credited, fee, margin), Err(Unsettled::FeeCurrency));
    }
}
