//! How far a value that somebody gives is from the one that is known, so that a slip can be questioned.
//!
//! A question never changes a quote: what is given is what is calculated with.

use rust_decimal::Decimal;

use crate::money::{FeeRate, Price, UsdRate};
use crate::policy::{Fee, Policy};

/// From here on a USD rate is questioned, in percent of the known one. The currencies that Azure bills in
/// rarely move as far within a month, and the usual slips lie beyond it: the rate the other way round,
/// that of another currency, a digit too many.
pub const USD_RATE_PERCENT: u32 = 5;

/// From here on a price is questioned, in percent of the known one. Discounts and new price lists stay below
/// it, and the usual slips lie beyond it: the price of a month instead of the term, a digit too many.
pub const PRICE_PERCENT: u32 = 50;

/// From here on a fee rate is questioned, in percentage points from that of the policy. The sources know 12 %
/// and none; the usual slips are a fraction instead of percent and a digit too many.
pub const FEE_POINTS: u32 = 5;

/// How far a value is from the known one, as a part of the known one; 0.05 is five percent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Deviation {
    /// It is higher by this part.
    Above(Decimal),
    /// It is lower by this part.
    Below(Decimal),
}

impl UsdRate {
    /// How far the rate is from the known one, if that is questionable.
    #[must_use]
    pub fn far_from(self, known: Self) -> Option<Deviation> {
        relative(self.to_decimal(), known.to_decimal(), USD_RATE_PERCENT)
    }
}

impl Price {
    /// How far the price is from the known one, if that is questionable; nothing for a price in another
    /// currency, which is no price to compare with.
    #[must_use]
    pub fn far_from(self, known: Self) -> Option<Deviation> {
        let is_comparable = self.currency() == known.currency();
        is_comparable.then(|| relative(self.to_decimal(), known.to_decimal(), PRICE_PERCENT))?
    }
}

impl FeeRate {
    /// How many percentage points the rate is from that of a policy, if that is questionable.
    #[must_use]
    pub fn points_from(self, policy: &Policy) -> Option<Decimal> {
        let apart = (self.to_decimal() - policy.fee.share()).abs();
        let points = apart.checked_mul(Decimal::ONE_HUNDRED)?;
        (points >= Decimal::from(FEE_POINTS)).then(|| points.normalize())
    }
}

impl Fee {
    /// The part of the credit that the policy keeps; zero where it keeps none.
    #[must_use]
    pub fn share(self) -> Decimal {
        match self {
            Self::NotCharged => Decimal::ZERO,
            Self::OfCredit { rate, .. } => rate.to_decimal(),
        }
    }
}

/// The deviation in thousandths, rounded, so that it can be said; nothing where there is nothing to compare
/// with.
fn relative(given: Decimal, known: Decimal, percent: u32) -> Option<Deviation> {
    let part = (given - known).checked_div(known)?;
    let is_far = part.abs() >= Decimal::new(percent.into(), 2);
    let said = part.abs().round_dp(3).normalize();
    is_far.then_some(if part.is_sign_negative() {
        Deviation::Below(said)
    } else {
        Deviation::Above(said)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::currency::Currency;
    use crate::money::parse_decimal;

    fn decimal(text: &str) -> Decimal {
        parse_decimal(text).expect(text)
    }

    fn rate(text: &str) -> UsdRate {
        UsdRate::from_decimal(decimal(text)).expect(text)
    }

    fn price(text: &str, currency: Currency) -> Price {
        Price::from_decimal(decimal(text), currency).expect(text)
    }

    #[test]
    fn a_rate_is_questioned_when_it_is_far_from_the_known_one() {
        let far = |given: &str, known: &str| rate(given).far_from(rate(known));
        assert_eq!(far("1.08", "1.08"), None);
        assert_eq!(far("1.13", "1.08"), None);
        assert_eq!(far("1.03", "1.08"), None);
        assert_eq!(far("10.8", "1.08"), Some(Deviation::Above(decimal("9"))));
        assert_eq!(far("0.926", "1.08"), Some(Deviation::Below(decimal("0.143"))));
        assert_eq!(far("9999", "0.0067"), Some(Deviation::Above(decimal("1492387.06"))));
        assert_eq!(
            far("10000", "0.000000000001"),
            Some(Deviation::Above(decimal("9999999999999999")))
        );
    }

    #[test]
    fn a_price_is_questioned_in_its_own_currency() {
        let usd = |text| price(text, Currency::USD);
        assert_eq!(usd("560").far_from(usd("400")), None);
        assert_eq!(usd("33.33").far_from(usd("400")), Some(Deviation::Below(decimal("0.917"))));
        assert_eq!(usd("4000").far_from(usd("400")), Some(Deviation::Above(decimal("9"))));
        assert_eq!(usd("4000").far_from(usd("0")), None, "there is nothing to compare with");
        let eur = price("4000", Currency::parse("EUR").expect("a currency"));
        assert_eq!(eur.far_from(usd("400")), None);
    }

    #[test]
    fn a_fee_is_questioned_by_the_points_from_the_policys() {
        let points = |given: &str, policy: &str| {
            let policy = Policy::by_id(policy).expect(policy);
            FeeRate::from_decimal(decimal(given)).expect(given).points_from(policy)
        };
        assert_eq!(points("0.12", "partner-center-2020-08"), None);
        assert_eq!(points("0.10", "partner-center-2020-08"), None);
        assert_eq!(points("0.0012", "partner-center-2020-08"), Some(decimal("11.88")));
        assert_eq!(points("0.9", "partner-center-2020-08"), Some(decimal("78")));
        assert_eq!(points("0.12", "azure-2026-08"), Some(decimal("12")));
    }
}
