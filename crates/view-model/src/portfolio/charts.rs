//! The charts of the page as shapes. Heights and shares are drawn and never read; the amounts stand beside them.

use calculator::{Currency, Money, Policy};

/// The height of a chart in its own units.
pub const HEIGHT: u32 = 100;

/// How high the bars of these numbers are, none of them below zero; the largest has [`HEIGHT`]. What is more than
/// nothing is never drawn as nothing.
#[must_use]
pub fn bars(numbers: &[i128]) -> Vec<u32> {
    let most = numbers.iter().copied().max().unwrap_or(0);
    let height = |number: i128| {
        if number <= 0 {
            return 0;
        }
        // Geometry: whole units are fine enough, and the product of a sum of money fits.
        u32::try_from(number.saturating_mul(HEIGHT.into()) / most).unwrap_or(HEIGHT).max(1)
    };
    numbers.iter().map(|number| height(*number)).collect()
}

/// How high the bars of the amounts in one currency are, month by month.
#[must_use]
pub fn money_bars(months: &[Vec<Money>], currency: Currency) -> Vec<u32> {
    let minor = |month: &Vec<Money>| amount_in(month, currency).map_or(0, Money::minor);
    bars(&months.iter().map(minor).collect::<Vec<_>>())
}

/// The amount in a currency, of which there is one at most.
#[must_use]
pub fn amount_in(amounts: &[Money], currency: Currency) -> Option<Money> {
    amounts.iter().copied().find(|amount| amount.currency() == currency)
}

/// How much of the yearly cap of a policy is used, in thousandths.
#[must_use]
pub fn used_permille(used: Money, policy: &Policy) -> u16 {
    let cap = policy.limit.usd_cents.max(1);
    let permille = used.minor().saturating_mul(1000) / cap;
    u16::try_from(permille.clamp(0, 1000)).unwrap_or(1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(minor: i128, code: &str) -> Money {
        Money::from_minor(minor, Currency::parse(code).unwrap())
    }

    #[test]
    fn the_largest_bar_is_as_high_as_the_chart_and_no_amount_is_drawn_as_nothing() {
        assert_eq!(bars(&[0, 1, 50, 100_000]), [0, 1, 1, 100]);
        assert_eq!(bars(&[3, 6]), [50, 100]);
        assert_eq!(bars(&[0, 0]), [0, 0]);
        assert!(bars(&[]).is_empty());
        assert_eq!(bars(&[i128::MAX, i128::MAX])[0], 1, "saturated, and still a bar");
    }

    #[test]
    fn a_currency_has_its_own_amount_and_no_other() {
        let all = [money(100, "USD"), money(5, "EUR")];
        assert_eq!(amount_in(&all, Currency::USD), Some(money(100, "USD")));
        assert_eq!(amount_in(&all, money(0, "GBP").currency()), None);
    }

    #[test]
    fn what_is_used_of_a_cap_is_a_share_of_it() {
        let policy = Policy::newest();
        let of = |share: i128| money(policy.limit.usd_cents * share / 4, "USD");
        assert_eq!(
            [0, 1, 4, 8].map(|share| used_permille(of(share), policy)),
            [0, 250, 1000, 1000]
        );
    }
}
