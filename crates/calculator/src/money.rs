//! Amounts of money: whole minor units of one currency, and the exact numbers they come from.
//!
//! `rust_decimal` is the type at the doors. Inside, an amount is a whole number of minor units and
//! a price or rate is an exact fraction with a power of ten below the line, because every rule
//! rounds exactly once and integers make the place where it happens visible.

use std::fmt;
use std::num::NonZeroU64;

use rust_decimal::Decimal;

use crate::currency::{Currency, MINOR_DIGITS_MAX};
use crate::error::Problem;
use crate::holding::{QUANTITY_MAX, YEARS};
use crate::term::TERM_MONTHS_MAX;

/// The largest accepted unit price, in units of its currency.
pub const PRICE_MAX: i128 = 1_000_000_000_000;
/// Digits after the point that a price may have: room for prices below the minor unit.
pub const PRICE_DIGITS_MAX: u32 = 10;
/// The largest accepted rate from a billing currency to USD.
pub const USD_RATE_MAX: i128 = 10_000;
/// Digits after the point that a fee rate or a USD rate may have.
pub const RATE_DIGITS_MAX: u32 = 12;

/// The largest amount of one line in minor units: every instalment of every unit at the largest price,
/// in the currency with the smallest minor unit.
pub(crate) const AMOUNT_MAX: i128 =
    PRICE_MAX * 10_i128.pow(MINOR_DIGITS_MAX) * QUANTITY_MAX as i128 * TERM_MONTHS_MAX as i128;
/// The largest whole number that a decimal holds.
pub(crate) const DECIMAL_MAX: i128 = (1 << 96) - 1;
/// What may be multiplied by any rate: no rate has a mantissa above 2^54.
const TIMES_ANY_RATE_MAX: i128 = 1 << 72;

/// Invariant: no accepted input leaves the range of its numbers. The doors check each factor alone, and
/// here the compiler multiplies their largest values.
const _: () = {
    const SCALED_MAX: i128 = PRICE_MAX * 10_i128.pow(PRICE_DIGITS_MAX);
    const RATE_MANTISSA_MAX: i128 = USD_RATE_MAX * 10_i128.pow(RATE_DIGITS_MAX);
    // A reservation with its own expiry date may run for all the years that a date may have.
    const DAYS_MAX: i128 = (*YEARS.end() - *YEARS.start() + 1) as i128 * 366;
    const HOURS_MAX: i128 = 3 * 8_760;

    const fn fits(one: i128, other: i128) -> i128 {
        one.checked_mul(other).expect("the product fits")
    }
    // `Price::share`: the price of the units times the instalments and days that are behind.
    let price = fits(SCALED_MAX, QUANTITY_MAX as i128);
    fits(price, fits(TERM_MONTHS_MAX as i128, DAYS_MAX));
    fits(SCALED_MAX, HOURS_MAX);
    // `Price::lower`: a price times the digits of another one.
    fits(SCALED_MAX, 10_i128.pow(PRICE_DIGITS_MAX));
    // `FeeRate::of`.
    fits(AMOUNT_MAX, 10_i128.pow(RATE_DIGITS_MAX));
    // `UsdRate::to_usd_cents`: what is multiplied at once, and what it comes to.
    fits(TIMES_ANY_RATE_MAX, RATE_MANTISSA_MAX);
};

/// More cents of US dollars than any amount comes to.
pub(crate) const USD_CENTS_MAX: i128 =
    AMOUNT_MAX * USD_RATE_MAX * 100 / 10_i128.pow(MINOR_DIGITS_MAX);

/// An amount of money in whole minor units of its currency.
///
/// There is deliberately no `Add`: amounts of two currencies cannot be added, and within one
/// quote the calculation works on minor units of the one currency that the quote names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Money {
    minor: i128,
    currency: Currency,
}

impl Money {
    /// An amount given in minor units, for instance cents.
    pub const fn from_minor(minor: i128, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Nothing, in a currency.
    pub const fn zero(currency: Currency) -> Self {
        Self::from_minor(0, currency)
    }

    /// An amount that must fit the minor unit exactly, from zero to [`PRICE_MAX`].
    ///
    /// # Errors
    /// [`Problem::Negative`], [`Problem::TooLarge`], or [`Problem::TooPrecise`] when the amount has
    /// more digits than the currency's minor unit.
    pub fn from_decimal(amount: Decimal, currency: Currency) -> Result<Self, Problem> {
        let price = Price::from_decimal(amount, currency)?;
        if !price.is_whole() {
            return Err(Problem::TooPrecise { digits: currency.minor_digits() });
        }
        Ok(Self::from_minor(price.scaled, currency))
    }

    /// The amount in minor units.
    pub const fn minor(self) -> i128 {
        self.minor
    }

    /// The currency of the amount.
    pub const fn currency(self) -> Currency {
        self.currency
    }

    /// Whether the amount is zero.
    pub const fn is_zero(self) -> bool {
        self.minor == 0
    }

    /// The amount as a decimal with exactly the currency's digits after the point.
    pub fn to_decimal(self) -> Decimal {
        Decimal::from_i128_with_scale(self.minor, self.currency.minor_digits())
    }

    /// What amounts come to, each currency by itself, in the order in which the currencies occur.
    pub fn sums(amounts: impl Iterator<Item = Self>) -> Vec<Self> {
        let mut sums: Vec<Self> = Vec::new();
        for amount in amounts {
            match sums.iter_mut().find(|sum| sum.currency == amount.currency) {
                Some(sum) => sum.minor += amount.minor,
                None => sums.push(amount),
            }
        }
        sums
    }
}

impl fmt::Display for Money {
    /// The plain decimal of the JSON interface: `1200.00`, `-0.50`, `16712` for yen.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.minor < 0 { "-" } else { "" };
        let minor = self.minor.unsigned_abs();
        let digits = self.currency.minor_digits() as usize;
        let units = self.currency.minor_units().unsigned_abs();
        // Nearly every amount fits 64 bits, and formatting 128 is several times slower.
        match u64::try_from(minor) {
            Ok(minor) => write_units(f, sign, minor / units as u64, minor % units as u64, digits),
            Err(_) => write_units(f, sign, minor / units, (minor % units) as u64, digits),
        }
    }
}

fn write_units(
    f: &mut fmt::Formatter<'_>,
    sign: &str,
    whole: impl fmt::Display,
    fraction: u64,
    digits: usize,
) -> fmt::Result {
    if digits == 0 {
        write!(f, "{sign}{whole}")
    } else {
        write!(f, "{sign}{whole}.{fraction:0digits$}")
    }
}

/// An exact price of one unit, which may be finer than the currency's minor unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Price {
    /// Invariant: `scaled / per_minor` is the price in minor units, and `per_minor` is the
    /// smallest power of ten for which `scaled` is whole.
    scaled: i128,
    per_minor: NonZeroU64,
    currency: Currency,
}

impl Price {
    /// A price of zero or more.
    ///
    /// # Errors
    /// [`Problem::Negative`], [`Problem::TooLarge`] above [`PRICE_MAX`], [`Problem::TooPrecise`]
    /// beyond [`PRICE_DIGITS_MAX`] digits after the point.
    pub fn from_decimal(price: Decimal, currency: Currency) -> Result<Self, Problem> {
        let (mantissa, digits) = non_negative(price, PRICE_DIGITS_MAX)?;
        if mantissa > times(PRICE_MAX, ten_to(digits)) {
            return Err(Problem::TooLarge { max: "1000000000000" });
        }
        let minor_digits = currency.minor_digits();
        let (to_minor, below_minor) =
            (minor_digits.saturating_sub(digits), digits.saturating_sub(minor_digits));
        let scaled = times(mantissa, ten_to(to_minor));
        let per_minor = TEN.saturating_pow(below_minor);
        Ok(Self { scaled, per_minor, currency })
    }

    /// The currency of the price.
    pub const fn currency(self) -> Currency {
        self.currency
    }

    fn per_minor(self) -> i128 {
        self.per_minor.get().into()
    }

    /// Whether the price is a whole number of minor units.
    pub(crate) fn is_whole(self) -> bool {
        self.per_minor == NonZeroU64::MIN
    }

    /// The equal part of the price for one of `parts` instalments, truncated to the minor unit.
    ///
    /// Truncated, because 31.00 in twelve parts is billed as 2.58 and 32.00 as 2.66 in the
    /// recorded answers of the API.
    #[must_use]
    pub(crate) fn instalment(self, parts: u32) -> Self {
        let scaled = divided(self.scaled, times(self.per_minor(), parts.into()));
        Self { scaled, per_minor: NonZeroU64::MIN, currency: self.currency }
    }

    /// The price of `units`, times a fraction, in minor units, rounded once, half to even.
    ///
    /// Invariant: units, days and instalments are those of a holding or a purchase, whose bounds keep
    /// the product within its type.
    pub(crate) fn share(self, units: u64, numerator: i64, denominator: i64) -> i128 {
        let product = times(times(self.scaled, units.into()), numerator.into());
        div_half_even(product, times(self.per_minor(), denominator.into()))
    }

    /// The smaller of two prices in the same currency.
    #[must_use]
    pub(crate) fn lower(self, other: Self) -> Self {
        let is_lower =
            times(other.scaled, self.per_minor()) < times(self.scaled, other.per_minor());
        if is_lower { other } else { self }
    }

    /// The price as a decimal.
    pub fn to_decimal(self) -> Decimal {
        let digits = self.currency.minor_digits() + self.per_minor.ilog10();
        Decimal::from_i128_with_scale(self.scaled, digits)
    }
}

impl fmt::Display for Price {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_whole() {
            Money::from_minor(self.scaled, self.currency).fmt(f)
        } else {
            self.to_decimal().fmt(f)
        }
    }
}

/// USD for one unit of the billing currency, above zero.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct UsdRate {
    mantissa: i128,
    digits: u32,
}

impl UsdRate {
    /// One dollar for one dollar.
    pub const ONE: Self = Self { mantissa: 1, digits: 0 };

    /// A rate above zero and at most [`USD_RATE_MAX`].
    ///
    /// # Errors
    /// [`Problem::Negative`], [`Problem::Zero`], [`Problem::TooLarge`] or [`Problem::TooPrecise`].
    pub fn from_decimal(rate: Decimal) -> Result<Self, Problem> {
        let (mantissa, digits) = non_negative(rate, RATE_DIGITS_MAX)?;
        if mantissa == 0 {
            return Err(Problem::Zero);
        }
        if mantissa > times(USD_RATE_MAX, ten_to(digits)) {
            return Err(Problem::TooLarge { max: "10000" });
        }
        Ok(Self { mantissa, digits })
    }

    /// An amount of `currency` (minor units) in USD, rounded to cents half to even.
    pub(crate) fn to_usd_cents(self, minor: i128, currency: Currency) -> i128 {
        let digits = self.digits + currency.minor_digits();
        let usd_digits = Currency::USD.minor_digits();
        if digits < usd_digits {
            return times(times(minor, self.mantissa), ten_to(usd_digits - digits));
        }
        let per_cent = ten_to(digits - usd_digits);
        if minor <= TIMES_ANY_RATE_MAX {
            return div_half_even(times(minor, self.mantissa), per_cent);
        }
        // The product may not fit, so the whole part is divided before it is multiplied. Twice the
        // divisor as its unit keeps the parity of what is left, on which a tie depends.
        let (whole, rest) = (minor / (2 * per_cent), minor % (2 * per_cent));
        2 * whole * self.mantissa + div_half_even(rest * self.mantissa, per_cent)
    }

    /// An amount in USD, rounded to cents half to even.
    ///
    /// Invariant: the amount is not negative and one of a quote, so that it fits.
    pub fn to_usd(self, amount: Money) -> Money {
        let cents = self.to_usd_cents(amount.minor(), amount.currency());
        Money::from_minor(cents, Currency::USD)
    }

    /// USD cents back in minor units of `currency`, rounded down: what is certain to fit.
    ///
    /// Invariant: the cents are at most a limit, whose size the policies fix.
    pub(crate) fn back_from_usd_cents(self, cents: i128, currency: Currency) -> i128 {
        let above = times(times(cents, currency.minor_units()), ten_to(self.digits));
        divided(above, times(self.mantissa, Currency::USD.minor_units()))
    }

    /// The rate as a decimal.
    pub fn to_decimal(self) -> Decimal {
        Decimal::from_i128_with_scale(self.mantissa, self.digits)
    }
}

/// The share of the credit that is kept as early termination fee, from 0 to 1.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FeeRate {
    mantissa: i128,
    digits: u32,
}

impl FeeRate {
    /// 12 %, the rate of the article of 2020-08-06.
    pub const TWELVE_PERCENT: Self = Self { mantissa: 12, digits: 2 };

    /// A fraction from 0 to 1, such as `0.12`.
    ///
    /// # Errors
    /// [`Problem::Negative`], [`Problem::TooLarge`] or [`Problem::TooPrecise`].
    pub fn from_decimal(rate: Decimal) -> Result<Self, Problem> {
        let (mantissa, digits) = non_negative(rate, RATE_DIGITS_MAX)?;
        if mantissa > ten_to(digits) {
            return Err(Problem::TooLarge { max: "1" });
        }
        Ok(Self { mantissa, digits })
    }

    /// A rate in percent, such as `12`.
    ///
    /// # Errors
    /// Those of [`from_decimal`](Self::from_decimal), in percent.
    pub fn from_percent(percent: Decimal) -> Result<Self, Problem> {
        let scaled = Decimal::try_from_i128_with_scale(percent.mantissa(), percent.scale() + 2);
        let in_percent = |problem| match problem {
            Problem::TooLarge { .. } => Problem::TooLarge { max: "100" },
            Problem::TooPrecise { .. } => Problem::TooPrecise { digits: RATE_DIGITS_MAX - 2 },
            other => other,
        };
        let too_precise = Problem::TooPrecise { digits: RATE_DIGITS_MAX - 2 };
        scaled
            .map_err(|_| too_precise)
            .and_then(|rate| Self::from_decimal(rate).map_err(in_percent))
    }

    /// The rate in percent.
    pub fn to_percent(self) -> Decimal {
        self.to_decimal() * Decimal::ONE_HUNDRED
    }

    /// The fee on a credit, both in minor units, rounded once, half to even.
    pub(crate) fn of(self, credit: i128) -> i128 {
        div_half_even(times(credit, self.mantissa), ten_to(self.digits))
    }

    /// The rate as a decimal fraction.
    pub fn to_decimal(self) -> Decimal {
        Decimal::from_i128_with_scale(self.mantissa, self.digits)
    }
}

/// Reads a plain decimal: digits, at most one point with digits on both sides, a leading minus.
///
/// # Errors
/// [`Problem::NotADecimal`] for anything else, exponents, spaces and separators included, and for
/// numbers with more digits than an exact decimal can hold.
pub fn parse_decimal(text: &str) -> Result<Decimal, Problem> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let plain = [whole, fraction]
        .iter()
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    if !plain {
        return Err(Problem::NotADecimal);
    }
    Decimal::from_str_exact(text).map_err(|_| Problem::NotADecimal)
}

/// Mantissa and digits after the point of a decimal that is not negative and not too fine.
fn non_negative(value: Decimal, digits_max: u32) -> Result<(i128, u32), Problem> {
    let value = value.normalize();
    if value.is_sign_negative() && !value.is_zero() {
        return Err(Problem::Negative);
    }
    if value.scale() > digits_max {
        return Err(Problem::TooPrecise { digits: digits_max });
    }
    Ok((value.mantissa(), value.scale()))
}

const TEN: NonZeroU64 = NonZeroU64::new(10).expect("ten is not zero");

/// A power of ten with as many zeros as the digits of a price, a rate or a minor unit.
const fn ten_to(digits: u32) -> i128 {
    10_u64.pow(digits) as i128
}

/// A product that fits, as the bounds of all factors say.
fn times(one: i128, other: i128) -> i128 {
    // Nearly every product fits 64 bits, and browsers have no wider multiplication.
    match (u64::try_from(one), u64::try_from(other)) {
        (Ok(one), Ok(other)) if one.leading_zeros() + other.leading_zeros() >= u64::BITS => {
            i128::from(one * other)
        }
        _ => one * other,
    }
}

/// A quotient, rounded down.
///
/// Invariant: as that of [`div_half_even`].
fn divided(numerator: i128, denominator: i128) -> i128 {
    match (u64::try_from(numerator), u64::try_from(denominator)) {
        (Ok(numerator), Ok(denominator)) => i128::from(numerator / denominator),
        _ => numerator / denominator,
    }
}

/// Division rounded to the nearest whole number, ties to the even one.
///
/// Invariant: `numerator >= 0` and `denominator > 0`; every caller passes products of such values.
fn div_half_even(numerator: i128, denominator: i128) -> i128 {
    debug_assert!(numerator >= 0 && denominator > 0);
    // Nearly every product fits 64 bits, where division is several times faster.
    if let (Ok(numerator), Ok(denominator)) = (u64::try_from(numerator), u64::try_from(denominator))
    {
        let (quotient, rest) = (numerator / denominator, numerator % denominator);
        return i128::from(quotient) + i128::from(rounds_up(quotient & 1 == 1, rest, denominator));
    }
    let (quotient, rest) = (numerator / denominator, numerator % denominator);
    quotient + i128::from(rounds_up(quotient & 1 == 1, rest, denominator))
}

fn rounds_up<T: Copy + Ord + std::ops::Sub<Output = T>>(odd: bool, rest: T, whole: T) -> bool {
    // `rest` against `whole - rest` is twice the rest against the whole, without overflow.
    match rest.cmp(&(whole - rest)) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Equal => odd,
        std::cmp::Ordering::Greater => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        parse_decimal(text).expect(text)
    }

    fn currency(code: &str) -> Currency {
        Currency::parse(code).expect(code)
    }

    #[test]
    fn the_largest_amount_has_a_rate_and_a_fee() {
        let rate = |text: &str| UsdRate::from_decimal(decimal(text)).expect(text);
        let funds = currency("CLF");
        let cents = rate("10000").to_usd_cents(AMOUNT_MAX, funds);
        assert_eq!(cents, AMOUNT_MAX * 100);
        // 10^-12 below the largest rate: a ten-thousandth of 10^-12 for each of the 6 x 10^23 units.
        let cents = rate("9999.999999999999").to_usd_cents(AMOUNT_MAX, funds);
        assert_eq!(cents, AMOUNT_MAX * 100 - AMOUNT_MAX / 10_i128.pow(14));
        assert_eq!(FeeRate::from_decimal(decimal("1")).expect("a rate").of(AMOUNT_MAX), AMOUNT_MAX);
    }

    #[test]
    fn a_tie_goes_to_the_even_cent_however_large_the_amount() {
        let rate = UsdRate::from_decimal(decimal("0.500000000000")).expect("a rate");
        let fine = UsdRate::from_decimal(decimal("1.000000000001")).expect("a rate");
        for minor in [1, 3, 5, 7, TIMES_ANY_RATE_MAX + 1, TIMES_ANY_RATE_MAX + 3] {
            let cents = rate.to_usd_cents(minor, Currency::USD);
            assert_eq!(cents % 2, 0, "{minor}");
            assert_eq!((2 * cents - minor).abs(), 1, "{minor}");
        }
        for more in [-1, 0, 1, 2] {
            let minor = TIMES_ANY_RATE_MAX + more;
            let (whole, rest) = (minor / 10_i128.pow(12), minor % 10_i128.pow(12));
            let up = i128::from(rest > 10_i128.pow(12) / 2);
            assert_eq!(fine.to_usd_cents(minor, Currency::USD), minor + whole + up, "{more}");
        }
    }

    fn price(text: &str, code: &str) -> Price {
        Price::from_decimal(decimal(text), currency(code)).expect(text)
    }

    #[test]
    fn decimals_are_plain_or_refused() {
        for text in ["0", "1", "-1", "0.00", "1234.50", "00012.5", "79228162514264337593543950335"]
        {
            assert!(parse_decimal(text).is_ok(), "{text:?}");
        }
        for text in [
            "",
            "-",
            ".",
            "1.",
            ".5",
            "+1",
            "1e3",
            "1_000",
            "1,000",
            " 1",
            "1 ",
            "--1",
            "1.2.3",
            "0x1",
            "NaN",
            "٣",
            "79228162514264337593543950336",
            "0.12345678901234567890123456789",
        ] {
            assert_eq!(parse_decimal(text), Err(Problem::NotADecimal), "{text:?}");
        }
    }

    #[test]
    fn amounts_are_written_with_the_digits_of_their_currency() {
        for (minor, code, text) in [
            (120_000, "EUR", "1200.00"),
            (-50, "EUR", "-0.50"),
            (5, "USD", "0.05"),
            (16_712, "JPY", "16712"),
            (1_001, "KWD", "1.001"),
            (100_000_000_000_000_000_000_007, "GBP", "1000000000000000000000.07"),
        ] {
            let money = Money::from_minor(minor, currency(code));
            assert_eq!(money.to_string(), text);
            assert_eq!(money.to_decimal().to_string(), text);
        }
    }

    #[test]
    fn prices_have_bounds() {
        let eur = currency("EUR");
        let from = |text: &str| Price::from_decimal(decimal(text), eur);
        assert_eq!(from("-0.01"), Err(Problem::Negative));
        assert!(from("-0").is_ok());
        assert!(from("1000000000000").is_ok());
        assert!(from("999999999999.99").is_ok());
        assert_eq!(from("1000000000000.01"), Err(Problem::TooLarge { max: "1000000000000" }));
        assert!(from("0.0123456789").is_ok());
        assert_eq!(from("0.01234567891"), Err(Problem::TooPrecise { digits: 10 }));
        assert_eq!(from("1.50000000000000").expect("zeros do not count").to_string(), "1.50");
        assert_eq!(from("1.505").expect("finer than a cent").to_string(), "1.505");
        assert_eq!(Money::from_decimal(decimal("1.5"), eur), Ok(Money::from_minor(150, eur)));
        assert_eq!(
            Money::from_decimal(decimal("1.505"), eur),
            Err(Problem::TooPrecise { digits: 2 })
        );
    }

    #[test]
    fn instalments_are_truncated() {
        for (total, code, instalment) in [
            ("31.00", "USD", "2.58"),
            ("23.00", "USD", "1.91"),
            ("32.00", "USD", "2.66"),
            ("12.0099", "USD", "1.00"),
            ("100001", "JPY", "8333"),
        ] {
            assert_eq!(price(total, code).instalment(12).to_string(), instalment);
        }
    }

    #[test]
    fn shares_round_half_to_even_once() {
        assert_eq!(price("2.66", "USD").share(1, 9, 28), 86); // 0.855 exactly: to the even cent
        assert_eq!(price("0.05", "USD").share(1, 1, 2), 2); // 2.5 cents
        assert_eq!(price("0.07", "USD").share(1, 1, 2), 4); // 3.5 cents
        assert_eq!(price("0.005", "USD").share(1, 1, 1), 0);
        assert_eq!(price("0.0123456789", "USD").share(1_000_000, 1, 1), 1_234_568);
        assert_eq!(price("0.005", "USD").share(3, 1, 1), 2); // 1.5 cents
        assert_eq!(
            price("1000000000000", "USD").share(1_000_000, 1825, 1826),
            99_945_235_487_404_162_103
        );
    }

    #[test]
    fn the_lower_price_wins_whatever_its_digits() {
        let (fine, plain) = (price("1.499", "EUR"), price("1.50", "EUR"));
        assert_eq!(fine.lower(plain), fine);
        assert_eq!(plain.lower(fine), fine);
        assert_eq!(plain.lower(plain), plain);
    }

    #[test]
    fn usd_conversion_rounds_and_its_way_back_rounds_down() {
        let rate = UsdRate::from_decimal(decimal("1.192565")).expect("a rate");
        assert_eq!(rate.to_usd_cents(183, currency("GBP")), 218);
        assert_eq!(rate.to_usd_cents(605, currency("GBP")), 722);
        let yen = UsdRate::from_decimal(decimal("0.0095")).expect("a rate");
        assert_eq!(yen.to_usd_cents(73_294, currency("JPY")), 69_629);
        assert_eq!(yen.back_from_usd_cents(69_629, currency("JPY")), 73_293);
        assert_eq!(rate.back_from_usd_cents(218, currency("GBP")), 182);
        let most = UsdRate::from_decimal(decimal("9999.999999999999")).expect("a rate");
        let huge = 10_000_000_000_000_000_000_000;
        assert_eq!(most.to_usd_cents(huge, currency("CLF")), 999_999_999_999_999_900_000_000);
        assert_eq!(UsdRate::ONE.to_usd_cents(5, Currency::USD), 5);
        assert_eq!(UsdRate::ONE.back_from_usd_cents(5, Currency::USD), 5);
        assert_eq!(UsdRate::ONE.to_usd_cents(5, currency("JPY")), 500);
        let tenths = UsdRate::from_decimal(decimal("1.5")).expect("a rate");
        assert_eq!(tenths.to_usd_cents(5, currency("JPY")), 750);
        assert_eq!(UsdRate::ONE.back_from_usd_cents(599, currency("JPY")), 5);
    }

    #[test]
    fn rates_have_bounds() {
        let usd = |text: &str| UsdRate::from_decimal(decimal(text)).map(UsdRate::to_decimal);
        assert_eq!(usd("0"), Err(Problem::Zero));
        assert_eq!(usd("-1"), Err(Problem::Negative));
        assert_eq!(usd("10000"), Ok(decimal("10000")));
        assert_eq!(usd("10000.000001"), Err(Problem::TooLarge { max: "10000" }));
        assert_eq!(usd("0.0000000000001"), Err(Problem::TooPrecise { digits: 12 }));
        let fee = |text: &str| FeeRate::from_decimal(decimal(text)).map(FeeRate::to_decimal);
        assert_eq!(fee("0"), Ok(decimal("0")));
        assert_eq!(fee("1"), Ok(decimal("1")));
        assert_eq!(fee("1.000001"), Err(Problem::TooLarge { max: "1" }));
        assert_eq!(fee("-0.12"), Err(Problem::Negative));
        assert_eq!(FeeRate::from_decimal(decimal("0.120")), Ok(FeeRate::TWELVE_PERCENT));
        assert_eq!(FeeRate::TWELVE_PERCENT.of(359_000), 43_080);
    }

    #[test]
    fn products_agree_on_both_sides_of_64_bits() {
        let edges = [0, 1, 2, 3, (1 << 32) - 1, 1 << 32, (1 << 32) + 1, (1 << 63) - 1];
        for one in edges.into_iter().chain([i128::from(u64::MAX), i128::from(u64::MAX) + 1]) {
            for other in edges {
                assert_eq!(times(one, other), one * other, "{one} {other}");
                assert_eq!(divided(one, other.max(1)), one / other.max(1), "{one} {other}");
            }
        }
    }

    #[test]
    fn division_agrees_on_both_sides_of_64_bits() {
        let huge = i128::from(u64::MAX) + 1;
        assert_eq!(div_half_even(huge, 2), huge / 2);
        assert_eq!(div_half_even(3 * huge, 2 * huge), 2);
        assert_eq!(div_half_even(huge, 2 * huge), 0);
        assert_eq!(div_half_even(5 * huge, 2 * huge), 2);
        assert_eq!(div_half_even(5 * huge + 1, 2 * huge), 3);
        assert_eq!(div_half_even(5, 2), 2);
        assert_eq!(div_half_even(7, 2), 4);
        assert_eq!(div_half_even(8, 3), 3);
        assert_eq!(div_half_even(7, 3), 2);
    }
}
