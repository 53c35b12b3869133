//! Amounts of several plans or customers, added up where each is known.

use calculator::{Currency, Money};

use super::totals::{CustomerLimit, Refundable};

/// Amounts added up, one for each currency in the order of their codes: never one over several.
pub fn sums(amounts: impl IntoIterator<Item = Money>) -> Vec<Money> {
    let mut sums: Vec<(Currency, i128)> = Vec::new();
    for amount in amounts {
        match sums.iter_mut().find(|(currency, _)| *currency == amount.currency()) {
            Some((_, sum)) => *sum += amount.minor(),
            None => sums.push((amount.currency(), amount.minor())),
        }
    }
    sums.sort_by(|one, other| one.0.code().cmp(other.0.code()));
    sums.into_iter().map(|(currency, sum)| Money::from_minor(sum, currency)).collect()
}

impl Refundable {
    /// What all refunds come to before the limit is looked at. One amount per currency.
    pub fn without_limit(&self) -> Vec<Money> {
        sums([&self.fits, &self.over_without_limit, &self.unchecked].into_iter().flatten().copied())
    }
}

/// What is left of the limits of customers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LimitLeft {
    /// In USD, of the customers of whom it is known.
    pub usd: Money,
    /// How many customers it is not known of.
    pub unknown: u32,
}

impl LimitLeft {
    /// Of these customers.
    pub fn of(limits: &[CustomerLimit]) -> Self {
        let left = limits.iter().filter_map(|limit| limit.left).map(Money::minor).sum();
        let unknown = limits.iter().filter(|limit| limit.left.is_none()).count();
        Self { usd: Money::from_minor(left, Currency::USD), unknown: unknown as u32 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(minor: i128, code: &str) -> Money {
        Money::from_minor(minor, Currency::parse(code).expect("a currency"))
    }

    #[test]
    fn amounts_of_different_currencies_are_never_added() {
        let all = [money(100, "USD"), money(5, "EUR"), money(20, "USD"), money(0, "SEK")];
        assert_eq!(sums(all), [money(5, "EUR"), money(0, "SEK"), money(120, "USD")]);
        assert_eq!(sums([]), []);
    }

    #[test]
    fn refunds_before_the_limit_are_those_that_fit_and_those_that_do_not() {
        let refundable = Refundable {
            fits: vec![money(100, "EUR")],
            over: vec![1],
            over_at_most: money(10, "USD"),
            over_without_limit: vec![money(20, "EUR"), money(3, "USD")],
            unchecked: vec![money(7, "SEK")],
            unknown: 0,
        };
        assert_eq!(
            refundable.without_limit(),
            [money(120, "EUR"), money(7, "SEK"), money(3, "USD")]
        );
    }

    #[test]
    fn a_limit_that_is_not_known_is_counted_and_not_added() {
        let limit = |left: Option<i128>| CustomerLimit {
            customer: 0,
            used: None,
            left: left.map(|cents| money(cents, "USD")),
            asked: None,
        };
        let left = LimitLeft::of(&[limit(Some(100)), limit(None), limit(Some(50))]);
        assert_eq!(left, LimitLeft { usd: money(150, "USD"), unknown: 1 });
    }
}
